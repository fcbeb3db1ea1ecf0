"""Tables of Dask: every partition is a table of pandas, so that no line has to travel."""

from __future__ import annotations

from typing import Any

from migrationgov.frames.backends.eager_tables import PandasTable
from migrationgov.frames.backends.table import Lookup, Table
from migrationgov.optional_imports import import_optional


class DaskTable(Table):
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
        """Return the table with the new columns of a lookup."""
        return self.native.map_partitions(_attach, lookup)


def _attach(partition: Any, lookup: Lookup) -> Any:
    """Add the columns to one partition, on the worker that has it."""
    return PandasTable(partition, import_optional("pandas")).attach(lookup)
