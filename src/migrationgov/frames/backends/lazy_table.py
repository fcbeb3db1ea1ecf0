"""
Tables of engines that speak SQL (DuckDB, Ibis, PySpark): left joins with small tables.

Every small table has one line for each key, so that the user's lines can neither multiply nor
vanish. A join on every day would need many lines: a state has one line for a year, with the
answers at the start of the year and, for each change in the year, its day and the answers from
then on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import MINYEAR, date
from typing import Any

from attrs import evolve

from migrationgov.frames.answer_table import NULL, AnswerColumn, AnswerTable
from migrationgov.frames.backends.eager_tables import arrow_column
from migrationgov.frames.backends.named_table import OWN
from migrationgov.frames.backends.table import Dates, Lookup, Stretches, Table
from migrationgov.frames.date_axis import NO_DATE
from migrationgov.optional_imports import import_optional

#: The keys of the small tables; `NamedTable` sees to it that no column of a user is called so.
_STATE, _COLUMN = "migrationgov state", "migrationgov column"
_KEY = "migrationgov key"
_FIRST, _LAST = "migrationgov first", "migrationgov last"
_LOW, _HIGH = "migrationgov low", "migrationgov high"

#: The first day of each part of a year (None for the first part), and its column of answers.
_Parts = list[tuple[int | None, int]]


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
            _STATE: pa.array(list(map(str, stretches.values)), pa.string()),
            _LOW: self._edges(stretches.lows, dates),
            _HIGH: self._edges(stretches.highs, dates),
        }
        frame = self._with_ends(state, on, dates, stretches)
        joined = self._join(frame, pa.table(small), [_STATE], "inner")
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
        texts = self._text(state).alias(_STATE)
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
            small, changes = _state_year_table(lookup, side)
            frame = frame.with_columns(self._text(column).alias(_STATE))
            frame = self._join(frame, small, [_STATE, _COLUMN])
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
                each.name: _answers_column(each, each.cells),
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
                _COLUMN: self._pa.array(list(axis.places.values()), self._pa.int32()),
            }
            keyed = frame.with_columns(self._text(lookup.on).alias(_KEY))
            return self._join(keyed, self._pa.table(small), [_KEY]).drop(_KEY)
        if lookup.dates is Dates.YEARS:
            year, no_date = on, axis.no_date
            column = on.clip(axis.first_year, axis.last_year).cast(nw.Int32) - axis.first_year
        else:
            year, no_date = self._year_of(on), NO_DATE.year
            column = year.clip(*_years_of(lookup.answers)).cast(nw.Int32)
        stands_for_none = year >= NO_DATE.year
        column = nw.when(stands_for_none).then(nw.lit(no_date, nw.Int32)).otherwise(column)
        return frame.with_columns(column.alias(_COLUMN))

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
            found = nw.col(_name(side, 0, each.name))
            for change in range(1, changes + 1):
                later = nw.col(_name(side, change, each.name))
                happened = on >= nw.col(_name(side, change))
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


def _name(side: int, change: int, column: str = "") -> str:
    """Name the column of the day of a change, or of an answer from it on; 0: from 1 January."""
    return f"{_COLUMN} {side} {change} {column}"


def _years_of(answers: AnswerTable) -> tuple[int, int]:
    """Return the year before the first change, and the year after the last."""
    starts = answers.axis.starts
    first = date.fromordinal(starts[min(1, len(starts) - 1)]).year - 1
    return max(first, date.min.year), min(date.fromordinal(starts[-1]).year + 1, date.max.year)


def _state_year_table(lookup: Lookup, side: int) -> tuple[Any, int]:
    """
    Return the small table for one column of states, and the greatest number of changes in a line.

    It is of Arrow. Without days, a line is for a state and a column of the answer table, and has
    no changes. For pairs of states, it has the places of the values, not the values.
    """
    answers, rows = lookup.answers, lookup.rows[side]
    lines: dict[tuple[str, int], _Parts]
    if lookup.dates is Dates.DAYS:
        first, last = _years_of(answers)
        lines = {
            (text, year): _parts(answers, row, year)
            for text, row in rows.items()
            for year in range(first, last + 1)
        }
        lines |= {(text, NO_DATE.year): [(None, answers.axis.no_date)] for text in rows}
    else:
        columns = range(len(answers.axis))
        lines = {(text, column): [(None, column)] for text in rows for column in columns}
    return _table(lines, lookup, side)


def _parts(answers: AnswerTable, row: int, year: int) -> _Parts:
    """Return the parts of a year in which the answers about one state do not change."""
    starts = answers.axis.starts
    opening = bisect_right(starts, date(year, 1, 1).toordinal()) - 1
    closing = bisect_right(starts, date(year, 12, 31).toordinal()) - 1
    found: _Parts = [(None, opening)]
    for column in range(opening + 1, closing + 1):
        if _cells(answers, row, column) != _cells(answers, row, found[-1][1]):
            found.append((starts[column], column))
    return found


def _cells(answers: AnswerTable, row: int, column: int) -> list[int]:
    return [each.cells[row * answers.width + column] for each in answers.columns]


def _table(lines: dict[tuple[str, int], _Parts], lookup: Lookup, side: int) -> tuple[Any, int]:
    pa, answers = import_optional("pyarrow"), lookup.answers
    rows = [lookup.rows[side][text] for text, _ in lines]
    made = {
        _STATE: pa.array([text for text, _ in lines], pa.string()),
        _COLUMN: pa.array([column for _, column in lines], pa.int32()),
    }
    changes = max(map(len, lines.values()), default=1) - 1
    for change in range(changes + 1):
        parts = [each[change] if change < len(each) else None for each in lines.values()]
        if change:
            days = [part and part[0] and date.fromordinal(part[0]) for part in parts]
            made[_name(side, change)] = pa.array(days, pa.date32())
        cells = [
            part and row * answers.width + part[1] for row, part in zip(rows, parts, strict=True)
        ]
        for each in answers.columns:
            places = [NULL if cell is None else each.cells[cell] for cell in cells]
            name = _name(side, change, each.name)
            made[name] = _int32(places) if lookup.pairs else _answers_column(each, places)
    return pa.table(made), changes


def _answers_column(column: AnswerColumn, places: Sequence[int]) -> Any:
    """Return a column of Arrow, of the places of its values; whole numbers have 32 bits."""
    made = arrow_column(column, _int32(places))
    return made.cast("int32") if column.counts else made


def _int32(places: Sequence[int]) -> Any:
    pa = import_optional("pyarrow")
    return pa.array([None if place == NULL else place for place in places], pa.int32())
