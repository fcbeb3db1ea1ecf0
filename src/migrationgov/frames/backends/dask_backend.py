"""Tables of Dask: that of pandas on every partition, so no row travels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from migrationgov.frames.backends.pandas_backend import PandasTable
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
        """Return the table with the columns of the grid, partition by partition."""
        return self.native.map_partitions(_on_each, "attach", lookup)

    def pair(self, pairs: Sequence[Pair]) -> Any:
        """Return the table with what pairs of its columns make, partition by partition."""
        return self.native.map_partitions(_on_each, "pair", pairs)


def _on_each(partition: Any, what: str, told: Lookup | Sequence[Pair]) -> Any:
    """Work on one partition, wherever it lies."""
    nw = import_optional("narwhals.stable.v2", "frames")
    table = PandasTable(partition, nw.get_native_namespace(partition))
    return getattr(table, what)(told)
