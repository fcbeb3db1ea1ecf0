"""
Tables in memory: numpy finds the cell of every line in the answer table.

The column of states and the column of dates become whole numbers; with them every line has one
place among the cells. Libraries differ only in how they store a column (`pandas_table`,
`arrow_table`).
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from functools import cache
from typing import Any

from migrationgov.frames.answer_table import AnswerColumn
from migrationgov.frames.backends.table import Dates, Lookup, Stretches, Table
from migrationgov.frames.date_axis import NO_DATE
from migrationgov.optional_imports import import_optional
from migrationgov.progress import watched

#: 1970-01-01, as `date.toordinal` counts.
EPOCH = 719163

#: A missing number; numpy has the same for a missing day.
MISSING = -(2**63)

#: Lines looked up at a time, so few that their numbers stay in the caches of the processor.
_BLOCK = 250_000

#: Returns the places of some lines in the rows, or in the columns, of the answer table.
_Places = Callable[[slice], Any]


class EagerTable(Table):
    """A table in memory (`module` is the library that it belongs to)."""

    def __init__(self, native: Any, module: Any) -> None:
        super().__init__(native, module)
        self._np = import_optional("numpy")
        self._encoded = cache(self._encode)
        self._day_numbers = cache(self._days)

    @abstractmethod
    def _encode(self, column: str) -> tuple[Any, list[Any]]:
        """Return the code of each line, -1 for null, and the distinct values by code."""

    @abstractmethod
    def _integers(self, column: str) -> Any:
        """Return a column of whole numbers, `MISSING` for null."""

    @abstractmethod
    def _days(self, column: str) -> Any:
        """Return days since 1970, of a time with a zone the civil day; `MISSING` for null."""

    @abstractmethod
    def _column(self, column: AnswerColumn, places: Any) -> Any:
        """Return a column of the library, of the places of its values."""

    @abstractmethod
    def _with(self, new: dict[str, Any]) -> Any:
        """Return the table with new columns."""

    def distinct(self, column: str) -> list[Any]:
        """Return the distinct values of a column, without null."""
        return self._encoded(column)[1]

    def rows_after(self, on: str, dates: Dates, bound: Any) -> int:
        """Return how many rows have a date after the bound."""
        if dates is Dates.DAYS:
            return int((self._day_numbers(on) > bound.toordinal() - EPOCH).sum())
        if dates is Dates.YEARS:
            return int((self._integers(on) > bound).sum())
        codes, values = self._encoded(on)
        later = self._np.array([*(value in bound for value in values), False])
        return int(later[codes].sum())

    def rows_within(self, state: str, on: str, dates: Dates, stretches: Stretches) -> list[int]:
        """Return how many rows have the value of each stretch, and a date within it."""
        np = self._np
        codes, values = self._encoded(state)
        code_of = {value: code for code, value in enumerate(values)}
        asked = np.array([code_of.get(value, -1) for value in stretches.values])
        known = np.zeros(len(values) + 1, bool)
        known[asked[asked >= 0]] = True
        rows = np.flatnonzero(known[codes])  # few; null has the code -1, which is never known
        its, (firsts, lasts) = codes[rows], self._ends_of(on, dates, stretches, rows)
        counts = []
        for code, low, high in zip(asked, stretches.lows, stretches.highs, strict=True):
            counts.append(int(((its == code) & (firsts >= low) & (lasts <= high)).sum()))
        return counts

    def _ends_of(self, on: str, dates: Dates, stretches: Stretches, rows: Any) -> tuple[Any, Any]:
        """Return the first and the last day, or the year, of rows; those of null are negative."""
        if dates is Dates.DAYS:
            days = self._day_numbers(on)[rows]
            return (ends := self._np.where(days == MISSING, MISSING, days + EPOCH)), ends
        if dates is Dates.YEARS:
            return (ends := self._integers(on)[rows]), ends
        codes, values = self._encoded(on)
        nothing = (MISSING, MISSING)
        ends = self._np.array([*(stretches.ends.get(v, nothing) for v in values), nothing])
        return tuple(ends[codes[rows]].T)

    def attach(self, lookup: Lookup) -> Any:
        """Return the table with the new columns of a lookup."""
        np, answers = self._np, lookup.answers
        rows = [
            self._places_of(column, places, len(answers.rows))
            for column, places in zip(lookup.states, lookup.rows, strict=True)
        ]
        columns = self._columns(lookup)
        cells = [np.frombuffer(each.cells, each.cells.typecode) for each in answers.columns]
        joint = [np.frombuffer(each.cells, each.cells.typecode) for each in lookup.pairs]
        found = [np.empty(len(self.native), each.dtype) for each in joint or cells]
        starts = range(0, len(self.native), _BLOCK)
        for start in watched(starts, "rows annotated", len(starts)):
            block = slice(start, start + _BLOCK)
            column = columns(block)
            places = [row(block) * answers.width + column for row in rows]
            for number, target in enumerate(found):
                if joint:
                    a, b = (cells[number][place].astype(np.int32) for place in places)
                    # null is -1: the end of a row, or of all cells, which is empty
                    np.take(joint[number], a * lookup.sizes[number] + b, out=target[block])
                else:
                    np.take(cells[number], places[0], out=target[block])
        made = zip(lookup.new_columns, found, strict=True)
        return self._with({each.name: self._column(each, places) for each, places in made})

    def _columns(self, lookup: Lookup) -> _Places:
        np, axis, empty = self._np, lookup.answers.axis, len(lookup.answers.axis)
        if lookup.dates is Dates.VALUES:
            return self._places_of(lookup.on, axis.places, empty)
        if lookup.dates is Dates.YEARS:
            years = np.array([*range(axis.last_year - axis.first_year + 1), empty], np.int32)
            no_date = NO_DATE.year, axis.no_date
            return _clipped(self._integers(lookup.on), axis.first_year, years, no_date)
        start, places = axis.day_places()
        table = np.array([*places, empty], np.int32)
        no_date = NO_DATE.toordinal() - EPOCH, axis.no_date
        return _clipped(self._day_numbers(lookup.on), start - EPOCH, table, no_date)

    def _places_of(self, column: str, places: dict[Any, int], empty: int) -> _Places:
        """Return the places of the values of a column, and another one for null."""
        codes, values = self._encoded(column)
        table = self._np.array([*(places.get(value, empty) for value in values), empty], "int32")
        return lambda block: table[codes[block]]  # null has the code -1: the last place


def _clipped(numbers: Any, start: int, table: Any, no_date: tuple[int, int]) -> _Places:
    """
    Return places from a table of numbers that begins at a number.

    Other numbers have the place of the nearest one; null has the last place of the table; and
    numbers from the first of *no_date* on have its second.
    """
    last = len(table) - 2

    def places(block: slice) -> Any:
        part = numbers[block]
        found = table[(part - start).clip(0, last)]
        found[part == MISSING] = table[-1]
        found[part >= no_date[0]] = no_date[1]
        return found

    return places
