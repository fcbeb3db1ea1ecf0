"""The grid of all answers: a row for each state, a column for each stretch of days or period.

A table of ten million rows asks few different questions. The grid holds each answer once, as the
place of a value in a short list; an engine only has to look up row and column of each line. The
last row and the last column are empty: a missing state or date leads there.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import Any

from attrs import frozen

from migrationgov.frames.date_axis import Axis
from migrationgov.frames.step_functions import StepFunction, Value

#: The place of no value at all.
NULL = -1


@frozen
class Output:
    """
    One column to be, cell by cell.

    Attributes:
        name: Name of the column.
        counts: Whether the values are numbers, not labels.
        values: The distinct values.
        cells: Row after row, the place of the value of each cell; `NULL` for none.
        labels: Whether the values are labels of a closed list, not text of any sort.
    """

    name: str
    counts: bool
    values: tuple[Any, ...]
    cells: array[int]
    labels: bool = False


@frozen
class AnswerTable:
    """
    All answers that a table may need.

    Attributes:
        rows: The row of each state.
        axis: The columns, and which date belongs to which.
        outputs: One for each column to be.
    """

    rows: dict[str, int]
    axis: Axis
    outputs: tuple[Output, ...]

    @property
    def width(self) -> int:
        """Number of columns, the empty one included."""
        return len(self.axis) + 1

    @property
    def nowhere(self) -> int:
        """The empty row."""
        return len(self.rows)

    @property
    def never(self) -> int:
        """The empty column."""
        return len(self.axis)


def make_grid(
    tracks: tuple[StepFunction, ...], states: tuple[str, ...], axis: Axis, partial: str | None
) -> AnswerTable:
    """Work out every cell."""
    rows = {state: place for place, state in enumerate(states)}
    return AnswerTable(
        rows, axis, tuple(_output(track, states, axis, partial) for track in tracks)
    )


def _output(
    track: StepFunction, states: tuple[str, ...], axis: Axis, partial: str | None
) -> Output:
    known: dict[Value, int] = {label: place for place, label in enumerate(track.labels)}
    known[None] = NULL
    cells = array("h")
    for state in states:
        for value in _row(track, state, axis, partial):
            cells.append(known.setdefault(value, len(known) - 1))
        cells.append(NULL)
    cells.extend([NULL] * (len(axis) + 1))
    values = tuple(value for value in known if value is not None)
    return Output(track.name, track.counts, values, cells, labels=bool(track.order))


def _row(track: StepFunction, state: str, axis: Axis, partial: str | None) -> list[Value]:
    days, values = track.of(state)
    by_day = [values[bisect_right(days, day)] for day in axis.starts]
    rules = (None if place in axis.doubtful else partial for place in range(len(axis.periods)))
    return by_day + [
        track.during(state, each, rule) for each, rule in zip(axis.periods, rules, strict=True)
    ]
