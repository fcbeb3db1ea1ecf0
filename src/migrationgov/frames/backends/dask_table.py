"""Tables of Dask: every partition is a table of pandas, so that no line has to travel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from migrationgov.frames.backends.eager_tables import PandasTable
from migrationgov.frames.backends.protocol import Lookup, Pair
from migrationgov.optional_imports import import_optional


class DaskTable:
    """A DataFrame of Dask."""

    def __init__(self, native: Any, _module: Any) -> None:
        self.native = native

    def distinct(self, column: str) -> list[Any]:
        """Return the distinct values of a column, without null."""
        return list(self.native[column].dropna().unique().compute())

    def bounds(self, column: str) -> tuple[int, int] | None:
        """Return the least and the greatest of whole numbers; None if there are none."""
        found = self.distinct(column)
        return (int(min(found)), int(max(found))) if found else None

    def attach(self, lookup: Lookup) -> Any:
        """Return the table with one new column for each column of the answer table."""
        return self.native.map_partitions(_on_partition, "attach", lookup)

    def pair(self, pairs: Sequence[Pair]) -> Any:
        """Return the table with the answers for pairs of its columns, in place of these."""
        return self.native.map_partitions(_on_partition, "pair", pairs)


def _on_partition(partition: Any, method: str, argument: Lookup | Sequence[Pair]) -> Any:
    """Call a method of `PandasTable`, on the worker that has the partition."""
    return getattr(PandasTable(partition, import_optional("pandas")), method)(argument)
