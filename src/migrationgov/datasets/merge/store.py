"""The store of a merged dataset that is incomplete, because one of the two was filtered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from migrationgov.model.dataset import Dataset
from migrationgov.model.dataset_files import as_part
from migrationgov.model.part_store import MemoryStore


class MergedStore(MemoryStore):
    """
    The parts of a merge with a filtered dataset.

    Its whole is the merge of the full datasets, so that it is never more certain than they are.
    """

    __slots__ = ("whole",)

    def __init__(self, parts: Mapping[str, Any], whole: Dataset) -> None:
        super().__init__({name: as_part(content) for name, content in parts.items()})
        self.whole = whole

    def reduced(self) -> tuple[Any, tuple[Any, ...]]:
        """Pickle the parts and the whole dataset."""
        return _merged_again, (self._parts, self.whole)


def _merged_again(parts: Mapping[str, Any], whole: Dataset) -> Dataset:
    """Make a dataset from the parts of a pickle."""
    return Dataset(MergedStore(parts, whole))
