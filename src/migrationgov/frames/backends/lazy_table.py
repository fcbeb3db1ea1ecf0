"""
Tables of engines that speak SQL (DuckDB, Ibis, PySpark): left joins with small tables.

Every small table has one line for each key, so that the user's lines can neither multiply nor
vanish. See `state_year_table` for the table of answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import MINYEAR, date
from typing import Any

from attrs import evolve

from migrationgov.frames.answer_table import AnswerColumn
from migrationgov.frames.backends.named_table import OWN
from migrationgov.frames.backends.state_year_table import (
    COLUMN,
    STATE,
    answers_column,
    column_name,
    state_year_table,
    years_of,
)
from migrationgov.frames.backends.table import Dates, Lookup, Stretches, Table
from migrationgov.frames.date_axis import NO_DATE
from migrationgov.optional_imports import import_optional

#: The keys of the small tables; `NamedTable` sees to it that no column of a user is called so.
_KEY = "migrationgov key"
_FIRST, _LAST = "migrationgov first", "migrationgov last"
_LOW, _HIGH = "migrationgov low", "migrationgov high"


class LazyTable(Table):
    """A table of an engine that speaks SQL; *to_engine* makes its table of one of Arrow."""

    def __init__(self, native: Any, to_engine: Callable[[Any, Any], Any]) -> None:
        super().__init__(native, None)
        self._nw = import_optional("narwhals.stable.v2", "frames")
        self._pa = import_optional("pyarrow")
        self._frame = self._nw.from_native(native)
        self._to_engine = to_engine

    def has_values(self, column: str) -> bool:
        """Return whether a column has a value."""
        there = self._frame.filter(~self._nw.col(column).is_null()).head(1)
        return int(there.select(self._nw.len().alias(_KEY)).collect("pyarrow")[_KEY].item()) > 0

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

    def rows_after(self, on: str, dates: Dates, bound: Any) -> int:
        """Return how many rows have a date after the bound."""
        column = self._nw.col(on)
        if dates is Dates.VALUES:
            later = self._text(on).is_in(list(map(str, bound)))
        else:
            later = (column.cast(self._nw.Date) if dates is Dates.DAYS else column) > bound
        rows = self._frame.filter(later).select(self._nw.len().alias(_KEY))
        return int(rows.collect("pyarrow")[_KEY].item())

    def rows_within(self, state: str, on: str, dates: Dates, stretches: Stretches) -> list[int]:
        """Return how many rows have the value of each stretch, and a date within it."""
        nw, pa = self._nw, self._pa
        small = {
            _KEY: pa.array(range(len(stretches.values)), pa.int32()),
            STATE: pa.array(list(map(str, stretches.values)), pa.string()),
            _LOW: self._edges(stretches.lows, dates),
            _HIGH: self._edges(stretches.highs, dates),
        }
        frame = self._with_ends(state, on, dates, stretches)
        joined = self._join(frame, pa.table(small), [STATE], "inner")
        within = (nw.col(_FIRST) >= nw.col(_LOW)) & (nw.col(_LAST) <= nw.col(_HIGH))
        counted = joined.filter(within).group_by(_KEY).agg(nw.len().alias(_LOW))
        found = counted.collect("pyarrow")
        counts = dict(zip(found[_KEY].to_list(), found[_LOW].to_list(), strict=True))
        return [counts.get(number, 0) for number in range(len(stretches.values))]

    def _edges(self, numbers: list[int], dates: Dates) -> Any:
        """Return edges of stretches as a column of Arrow: days, or whole numbers."""
        if dates is Dates.DAYS:
            return self._pa.array(map(date.fromordinal, numbers), self._pa.date32())
        return self._pa.array(numbers, self._pa.int64())

    def _with_ends(self, state: str, on: str, dates: Dates, stretches: Stretches) -> Any:
        """Return the state of each row as text, and its first and last day, or its year."""
        nw, pa = self._nw, self._pa
        texts = self._text(state).alias(STATE)
        if dates is not Dates.VALUES:
            ends = nw.col(on).cast(nw.Date if dates is Dates.DAYS else nw.Int64)
            return self._frame.select(texts, ends.alias(_FIRST), ends.alias(_LAST))
        small = {
            _KEY: pa.array(list(map(str, stretches.ends)), pa.string()),
            _FIRST: pa.array([first for first, _ in stretches.ends.values()], pa.int64()),
            _LAST: pa.array([last for _, last in stretches.ends.values()], pa.int64()),
        }
        keyed = self._frame.select(texts, self._text(on).alias(_KEY))
        return self._join(keyed, pa.table(small), [_KEY], "inner").drop(_KEY)

    def attach(self, lookup: Lookup) -> Any:
        """Return the table with the new columns of a lookup."""
        lookup, names = _numbered(lookup)
        frame, found = self._with_column(self._frame, lookup), []
        for side, column in enumerate(lookup.states):
            small, changes = state_year_table(lookup, side)
            frame = frame.with_columns(self._text(column).alias(STATE))
            frame = self._join(frame, small, [STATE, COLUMN])
            found.append(list(self._answers(lookup, side, changes)))
        new = found[0]
        if lookup.pairs:
            frame = self._with_pairs(frame, lookup, *found)
            new = [self._nw.col(each.name) for each in lookup.pairs]
        called = [each.alias(name) for each, name in zip(new, names, strict=True)]
        return frame.select(*self._frame.collect_schema(), *called).to_native()

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
        nw = self._nw
        if column in self._blank:
            nothing = nw.lit(None, nw.String)  # a literal alone would be one row
            return nw.when(nw.col(column).is_null()).then(nothing).alias(column)
        return nw.col(column).cast(nw.String)

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
            year, no_date = on, axis.no_date
            column = on.clip(axis.first_year, axis.last_year).cast(nw.Int32) - axis.first_year
        else:
            year, no_date = self._year_of(on), NO_DATE.year
            column = year.clip(*years_of(lookup.answers)).cast(nw.Int32)
        stands_for_none = year >= NO_DATE.year
        column = nw.when(stands_for_none).then(nw.lit(no_date, nw.Int32)).otherwise(column)
        return frame.with_columns(column.alias(COLUMN))

    def _year_of(self, on: Any) -> Any:
        """Return the year of each day; an infinite day has none on DuckDB."""
        nw, day = self._nw, on.cast(self._nw.Date)
        year = day.dt.year()
        later = nw.when(day >= NO_DATE).then(nw.lit(NO_DATE.year)).otherwise(nw.lit(MINYEAR))
        return nw.when(year.is_null() & ~day.is_null()).then(later).otherwise(year)

    def _answers(self, lookup: Lookup, side: int, changes: int) -> Iterator[Any]:
        """Yield each new column: the answer from the last change that is not after the day."""
        nw = self._nw
        on = nw.col(lookup.on).cast(nw.Date) if changes else None
        for each in lookup.answers.columns:
            found = nw.col(column_name(side, 0, each.name))
            for change in range(1, changes + 1):
                later = nw.col(column_name(side, change, each.name))
                happened = on >= nw.col(column_name(side, change))
                found = nw.when(happened).then(later).otherwise(found)
            yield found.alias(each.name)

    def _join(self, frame: Any, small: Any, keys: list[str], how: Any = "left") -> Any:
        """Join a small table."""
        right = self._nw.from_native(self._to_engine(self.native, small))
        return frame.join(right, on=keys, how=how)


def _numbered(lookup: Lookup) -> tuple[Lookup, list[str]]:
    """Return a lookup whose new columns have numbers as names, and the names for the user."""
    names = [each.name for each in lookup.new_columns]
    answers = evolve(lookup.answers, columns=_with_numbers(lookup.answers.columns))
    return evolve(lookup, answers=answers, pairs=_with_numbers(lookup.pairs)), names


def _with_numbers(columns: tuple[AnswerColumn, ...]) -> tuple[AnswerColumn, ...]:
    return tuple(evolve(each, name=f"{OWN}new {place}") for place, each in enumerate(columns))


def to_duckdb(native: Any, small: Any) -> Any:
    """Make a relation on the connection of the user's relation."""
    migrationgov_small = small  # noqa: F841 -- DuckDB finds it by its name, and keeps it
    return native.limit(0).query("migrationgov_empty", "select * from migrationgov_small")


def to_ibis(_native: Any, small: Any) -> Any:
    """Make a table of Ibis in memory."""
    return import_optional("ibis").memtable(_as_text(small))


def to_spark(native: Any, small: Any) -> Any:
    """Make a DataFrame of PySpark that is sent to every worker, so that no line has to travel."""
    return native.sparkSession.createDataFrame(_as_text(small)).hint("broadcast")


def _as_text(small: Any) -> Any:
    """Return a table of Arrow with plain text in place of dictionaries."""
    pa = import_optional("pyarrow")
    kinds = [(each.name, getattr(each.type, "value_type", each.type)) for each in small.schema]
    return small.cast(pa.schema(kinds))
