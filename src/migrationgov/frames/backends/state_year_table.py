"""The grid in pieces that engines can join: what a state was in a year, with its changes within.

A join on every day would be a join on many; a year of a state has one line, which tells what held
when it began and, for each change within, from which day on something else did.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import Any

from attrs import frozen

from migrationgov.frames.answer_table import NULL, AnswerTable
from migrationgov.frames.backends.broadcast_tables import BroadcastTable
from migrationgov.frames.backends.protocol import Lookup


@frozen
class Names:
    """What the columns of a small table are called."""

    state: str
    column: str

    def day(self, change: int) -> str:
        """Name the column of the day of a change."""
        return f"{self.column} day {change}"

    def label(self, output: str, change: int) -> str:
        """Name the column of what holds after a change; after none, what holds at first."""
        return f"{self.column} {change} {output}"


#: What holds at first, and what from which days on: for each stretch, its column in the grid.
DayRanges = list[tuple[int | None, int]]


def years_of(grid: AnswerTable) -> tuple[int, int]:
    """Return the years before the first change of all and after the last."""
    starts = grid.axis.starts
    first = date.fromordinal(starts[min(1, len(starts) - 1)]).year - 1
    return max(first, date.min.year), min(date.fromordinal(starts[-1]).year + 1, date.max.year)


def by_year(lookup: Lookup, names: Names) -> tuple[BroadcastTable, int]:
    """Return a line for each text and year, and how many changes a line may tell."""
    first, last = years_of(lookup.grid)
    lines = {
        (text, year): _within(lookup.grid, row, year)
        for text, row in lookup.rows.items()
        for year in range(first, last + 1)
    }
    return _small(lines, lookup, names)


def by_column(lookup: Lookup, names: Names) -> tuple[BroadcastTable, int]:
    """Return a line for each text and column of the grid."""
    lines: dict[tuple[str, int], DayRanges] = {
        (text, column): [(None, column)]
        for text in lookup.rows
        for column in range(len(lookup.grid.axis))
    }
    return _small(lines, lookup, names)


def _within(grid: AnswerTable, row: int, year: int) -> DayRanges:
    """Return the stretches of a year in which one state's answers are the same."""
    starts = grid.axis.starts
    opening = bisect_right(starts, date(year, 1, 1).toordinal()) - 1
    closing = bisect_right(starts, date(year, 12, 31).toordinal()) - 1
    found: DayRanges = [(None, opening)]
    for column in range(opening + 1, closing + 1):
        if _answers(grid, row, column) != _answers(grid, row, found[-1][1]):
            found.append((starts[column], column))
    return found


def _answers(grid: AnswerTable, row: int, column: int) -> list[int]:
    return [output.cells[row * grid.width + column] for output in grid.outputs]


def _small(
    lines: dict[tuple[str, int], DayRanges], lookup: Lookup, names: Names
) -> tuple[BroadcastTable, int]:
    changes = max((len(stretches) for stretches in lines.values()), default=1) - 1
    keys = list(lines)
    columns: dict[str, list[Any]] = {
        names.state: [text for text, _ in keys],
        names.column: [column for _, column in keys],
    }
    kinds = {names.state: "string", names.column: "int"}
    labels: dict[str, tuple[str, ...]] = {}
    for change in range(changes + 1):
        if change:
            columns[names.day(change)] = [_day(lines[key], change) for key in keys]
            kinds[names.day(change)] = "date"
        for output in lookup.grid.outputs:
            name = names.label(output.name, change)
            places = [_place(lookup, output.cells, key, lines[key], change) for key in keys]
            kinds[name] = "int" if output.counts else "label" if output.labels else "string"
            columns[name] = (
                [None if place is None else output.values[place] for place in places]
                if output.counts
                else places
            )
            if not output.counts:
                labels[name] = output.values
    return BroadcastTable(columns, kinds, labels), changes


def _day(stretches: DayRanges, change: int) -> date | None:
    day = stretches[change][0] if change < len(stretches) else None
    return None if day is None else date.fromordinal(day)


def _place(
    lookup: Lookup, cells: Any, key: tuple[str, int], stretches: DayRanges, change: int
) -> int | None:
    """Return the place of the value after a change, None for null or where there is none."""
    if change >= len(stretches):
        return None
    place: int = cells[lookup.rows[key[0]] * lookup.grid.width + stretches[change][1]]
    return None if place == NULL else place
