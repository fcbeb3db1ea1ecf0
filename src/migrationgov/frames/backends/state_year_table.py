"""
The small table of answers that engines of SQL join: a line for each state and year.

A join on every day would need many lines: a state has one line for a year, with the answers at
the start of the year and, for each change in the year, its day and the answers from then on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Any

from migrationgov.frames.answer_table import NULL, AnswerColumn, AnswerTable
from migrationgov.frames.backends.arrow_table import arrow_column
from migrationgov.frames.backends.table import Dates, Lookup
from migrationgov.frames.date_axis import NO_DATE
from migrationgov.optional_imports import import_optional

#: The keys of the table; `NamedTable` sees to it that no column of a user is called so.
STATE, COLUMN = "migrationgov state", "migrationgov column"

#: The first day of each part of a year (None for the first part), and its column of answers.
_Parts = list[tuple[int | None, int]]


def column_name(side: int, change: int, column: str = "") -> str:
    """Name the column of the day of a change, or of an answer from it on; 0: from 1 January."""
    return f"{COLUMN} {side} {change} {column}"


def years_of(answers: AnswerTable) -> tuple[int, int]:
    """Return the year before the first change, and the year after the last."""
    starts = answers.axis.starts
    first = date.fromordinal(starts[min(1, len(starts) - 1)]).year - 1
    return max(first, date.min.year), min(date.fromordinal(starts[-1]).year + 1, date.max.year)


def state_year_table(lookup: Lookup, side: int) -> tuple[Any, int]:
    """
    Return the small table for one column of states, and the greatest number of changes in a line.

    It is of Arrow. Without days, a line is for a state and a column of the answer table, and has
    no changes. For pairs of states, it has the places of the values, not the values.
    """
    answers, rows = lookup.answers, lookup.rows[side]
    lines: dict[tuple[str, int], _Parts]
    if lookup.dates is Dates.DAYS:
        first, last = years_of(answers)
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
        STATE: pa.array([text for text, _ in lines], pa.string()),
        COLUMN: pa.array([column for _, column in lines], pa.int32()),
    }
    changes = max(map(len, lines.values()), default=1) - 1
    for change in range(changes + 1):
        parts = [each[change] if change < len(each) else None for each in lines.values()]
        if change:
            days = [part and part[0] and date.fromordinal(part[0]) for part in parts]
            made[column_name(side, change)] = pa.array(days, pa.date32())
        cells = [
            part and row * answers.width + part[1] for row, part in zip(rows, parts, strict=True)
        ]
        for each in answers.columns:
            places = [NULL if cell is None else each.cells[cell] for cell in cells]
            name = column_name(side, change, each.name)
            made[name] = _int32(places) if lookup.pairs else answers_column(each, places)
    return pa.table(made), changes


def answers_column(column: AnswerColumn, places: Sequence[int]) -> Any:
    """Return a column of Arrow, of the places of its values; whole numbers have 32 bits."""
    made = arrow_column(column, _int32(places))
    return made.cast("int32") if column.counts else made


def _int32(places: Sequence[int]) -> Any:
    pa = import_optional("pyarrow")
    return pa.array([None if place == NULL else place for place in places], pa.int32())
