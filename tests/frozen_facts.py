"""
The facts of 26.1, which never change: the dataset that all tests of behaviour ask.

The bundled data grow with every fact that is added. A test that asked them would fail although the
code is right. The file also shows, for as long as it is kept, that form 2 is read.
"""

from __future__ import annotations

import lzma
from functools import cache
from pathlib import Path
from typing import Any

import migrationgov as mg
from migrationgov.model.dataset import Dataset

FILE = Path(__file__).parent / "frozen" / "facts-26.1.json.xz"


@cache
def _whole() -> mg.Dataset:
    return mg.loads(lzma.decompress(FILE.read_bytes()))


class _FrozenStore:
    """Gives out the parts of the file, which is read when the first part is asked for."""

    def read(self, part: str) -> Any:
        """Return a part of the file."""
        return _whole().part(part)

    def ids(self, folder: str) -> tuple[str, ...]:
        """Return the ids in a folder of the file, sorted."""
        return _whole().ids(folder)

    def reduced(self) -> tuple[Any, tuple[()]]:
        """Pickle the dataset as the call that returns it, as the bundled one is pickled."""
        return frozen_dataset, ()


_FROZEN = Dataset(_FrozenStore())


def frozen_dataset() -> mg.Dataset:
    """Return the facts of 26.1, the same object in each call."""
    return _FROZEN
