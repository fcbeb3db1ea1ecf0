"""
Tables of engines that speak SQL (DuckDB, Ibis, PySpark): left joins with small tables.

Every small table has one line for each key, so that the user's lines can neither multiply nor
vanish.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from migrationgov.frames.backends.state_year_table import (
    COLUMN,
    STATE,
    answers_column,
    name_of_answer,
    name_of_day,
    state_year_table,
    years_of,
)
from migrationgov.frames.backends.table import Dates, Lookup, Table
from migrationgov.optional_imports import import_optional

_KEY = "migrationgov key"
_SPARK = {"int32": "int", "date32[day]": "date"}


class LazyTable(Table):
    """
    A table of an engine that speaks SQL.

    Args:
        native: The table.
        to_engine: Makes a table of the engine of a small table of Arrow.
    """

    def __init__(self, native: Any, to_engine: Callable[[Any, Any], Any]) -> None:
        self._nw = import_optional("narwhals.stable.v2", "frames")
        self._pa = import_optional("pyarrow")
        self.native = native
        self._frame = self._nw.from_native(native)
        self._to_engine = to_engine

    def distinct(self, column: str) -> list[Any]:
        """Return the distinct values of a column, without null."""
        grouped = self._frame.select(self._text(column)).group_by(column)
        counted = grouped.agg(self._nw.len().alias(_KEY))  # `unique` sorts on DuckDB
        found = counted.collect("pyarrow")[column].to_list()
        return [value for value in found if value is not None]

    def bounds(self, column: str) -> tuple[int, int] | None:
        """Return the least and the greatest of whole numbers; None if there are none."""
        numbers = self._nw.col(column)
        ends = self._frame.select(least=numbers.min(), most=numbers.max()).collect("pyarrow")
        least, most = ends["least"].item(), ends["most"].item()
        return None if least is None else (least, most)

    def attach(self, lookup: Lookup) -> Any:
        """Return the table with the new columns of a lookup."""
        frame, found = self._with_column(self._frame, lookup), []
        for side, column in enumerate(lookup.states):
            small, changes = state_year_table(lookup, side)
            frame = frame.with_columns(self._text(column).alias(STATE))
            frame = self._join(frame, small, [STATE, COLUMN])
            found.append(list(self._answers(lookup, side, changes)))
        new = found[0]
        if lookup.pairs:
            frame = self._with_pairs(frame, lookup, *found)
            new = [each.name for each in lookup.pairs]
        return frame.select(*self._frame.collect_schema(), *new).to_native()

    def _with_pairs(self, frame: Any, lookup: Lookup, a: list[Any], b: list[Any]) -> Any:
        """Add the answers for pairs of states, by the places of what is known of each."""
        for each, size, one, other in zip(lookup.pairs, lookup.sizes, a, b, strict=True):
            small = {
                _KEY: self._pa.array(range(len(each.cells)), self._pa.int32()),
                each.name: answers_column(each, each.cells),
            }
            frame = frame.with_columns((one * size + other).alias(_KEY))
            frame = self._join(frame, self._pa.table(small), [_KEY])
        return frame

    def _text(self, column: str) -> Any:
        return self._nw.col(column).cast(self._nw.String)

    def _with_column(self, frame: Any, lookup: Lookup) -> Any:
        """Add the year of each line, or its column of the answer table."""
        nw, axis, on = self._nw, lookup.answers.axis, self._nw.col(lookup.on)
        if lookup.dates is Dates.VALUES:
            small = {
                _KEY: self._pa.array(list(axis.places), self._pa.string()),
                COLUMN: self._pa.array(list(axis.places.values()), self._pa.int32()),
            }
            keyed = frame.with_columns(self._text(lookup.on).alias(_KEY))
            return self._join(keyed, self._pa.table(small), [_KEY]).drop(_KEY)
        if lookup.dates is Dates.YEARS:
            ends = axis.first_year, axis.first_year + len(axis) - 1
            column = on.clip(*ends).cast(nw.Int32) - axis.first_year
        else:
            column = on.dt.year().clip(*years_of(lookup.answers)).cast(nw.Int32)
        return frame.with_columns(column.alias(COLUMN))

    def _answers(self, lookup: Lookup, side: int, changes: int) -> Iterator[Any]:
        """Yield each new column: the answer from the last change that is not after the day."""
        nw = self._nw
        on = nw.col(lookup.on).cast(nw.Date) if changes else None
        for each in lookup.answers.columns:
            found = nw.col(name_of_answer(each.name, 0, side))
            for change in range(1, changes + 1):
                later = nw.col(name_of_answer(each.name, change, side))
                happened = on >= nw.col(name_of_day(change, side))
                found = nw.when(happened).then(later).otherwise(found)
            yield found.alias(each.name)

    def _join(self, frame: Any, small: Any, keys: list[str]) -> Any:
        """Join a small table that has every key once."""
        right = self._nw.from_native(self._to_engine(self.native, small))
        return frame.join(right, on=keys, how="left")


def to_duckdb(native: Any, small: Any) -> Any:
    """Make a relation on the connection of the user's relation."""
    migrationgov_small = small  # noqa: F841 -- DuckDB finds it by its name, and keeps it
    return native.limit(0).query("migrationgov_empty", "select * from migrationgov_small")


def to_ibis(_native: Any, small: Any) -> Any:
    """Make a table of Ibis in memory."""
    return import_optional("ibis").memtable(_as_text(small))


def to_spark(native: Any, small: Any) -> Any:
    """Make a DataFrame of PySpark that is sent to every worker, so that no line has to travel."""
    kinds = [(field.name, str(field.type)) for field in _as_text(small).schema]
    schema = ", ".join(f"`{name}` {_SPARK.get(kind, kind)}" for name, kind in kinds)
    rows = list(zip(*(column.to_pylist() for column in small.columns), strict=True))
    return native.sparkSession.createDataFrame(rows, schema).hint("broadcast")


def _as_text(small: Any) -> Any:
    """Return a table of Arrow with plain text in place of dictionaries."""
    pa = import_optional("pyarrow")
    kinds = [(each.name, getattr(each.type, "value_type", each.type)) for each in small.schema]
    return small.cast(pa.schema(kinds))
