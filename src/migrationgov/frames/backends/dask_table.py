"""Tables of Dask: they consist of partitions of pandas, so no line has to travel."""

from __future__ import annotations

from typing import Any

from migrationgov.frames.backends.pandas_table import PandasTable
from migrationgov.frames.backends.table import Dates, Lookup, Stretches, Table
from migrationgov.optional_imports import import_optional


class DaskTable(Table):
    """A DataFrame of Dask."""

    def has_values(self, column: str) -> bool:
        """Return whether a column has a value."""
        return bool(self.native[column].count().compute())

    def distinct(self, column: str) -> list[Any]:
        """Return the distinct values of a column, without null."""
        return list(self.native[column].dropna().unique().compute())

    def bounds(self, column: str) -> tuple[int, int] | None:
        """Return the least and the greatest of whole numbers; None if there are none."""
        found = self.distinct(column)
        return (int(min(found)), int(max(found))) if found else None

    def rows_after(self, on: str, dates: Dates, bound: Any) -> int:
        """Return how many rows have a date after the bound."""
        counts = self.native[[on]].map_partitions(_rows_after, on, dates, bound)
        return int(counts.sum().compute())

    def rows_within(self, state: str, on: str, dates: Dates, stretches: Stretches) -> list[int]:
        """Return how many rows have the value of each stretch, and a date within it."""
        parts = self.native[[state, on]].map_partitions(
            _rows_within, state, on, dates, stretches, meta={"rows": "int64"}
        )
        counts = parts.groupby(parts.index)["rows"].sum().compute()
        return [int(each) for each in counts.reindex(range(len(stretches.values)), fill_value=0)]

    def attach(self, lookup: Lookup) -> Any:
        """Return the table with the new columns of a lookup."""
        return self.native.map_partitions(_attach, lookup)


def _rows_after(partition: Any, on: str, dates: Dates, bound: Any) -> Any:
    """Count the rows of one partition, on the worker that has it."""
    pandas = import_optional("pandas")
    return pandas.Series([PandasTable(partition, pandas).rows_after(on, dates, bound)])


def _rows_within(partition: Any, state: str, on: str, dates: Dates, stretches: Stretches) -> Any:
    """Count the rows of one partition that lie within stretches, on the worker that has it."""
    pandas = import_optional("pandas")
    counts = PandasTable(partition, pandas).rows_within(state, on, dates, stretches)
    return pandas.DataFrame({"rows": counts}, dtype="int64")


def _attach(partition: Any, lookup: Lookup) -> Any:
    """Add the columns to one partition, on the worker that has it."""
    return PandasTable(partition, import_optional("pandas")).attach(lookup)
