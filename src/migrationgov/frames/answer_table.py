"""
The table of all answers: a row for each state, a column for each range of days or period.

A user's table of ten million lines asks few different questions. The answer table holds each
answer once, as the place of a value in a short list, so that an engine only finds the row and the
column of each line. The last row and the last column are empty, for a missing state or date.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from attrs import frozen

from migrationgov.frames.date_axis import DateAxis
from migrationgov.frames.step_functions import StepFunction, Value
from migrationgov.model.dataset import Dataset

#: The place of no value at all.
NULL = -1

MakeAxis = Callable[[Iterable[int]], DateAxis]

_KEPT_TABLES = 16


@frozen
class AnswerColumn:
    """
    The answers of one new column.

    Attributes:
        name: Name of the column.
        counts: Whether the values are numbers, not labels.
        values: The distinct values.
        cells: Row after row, the place of the value of each cell; `NULL` for none.
        labels: Whether the values are labels of a closed list, not text of any kind.
    """

    name: str
    counts: bool
    values: tuple[Any, ...]
    cells: array[int]
    labels: bool = False


@frozen
class AnswerTable:
    """
    All answers that a user's table may need.

    Attributes:
        rows: The row of each state.
        axis: The columns, and which date belongs to which.
        columns: The answers, for each new column of the user's table.
    """

    rows: dict[str, int]
    axis: DateAxis
    columns: tuple[AnswerColumn, ...]

    @property
    def width(self) -> int:
        """Number of columns, the empty one included."""
        return len(self.axis) + 1

    @property
    def empty_row(self) -> int:
        """The row of a missing state."""
        return len(self.rows)

    @property
    def empty_column(self) -> int:
        """The column of a missing date."""
        return len(self.axis)


def make_answer_table(
    functions: tuple[StepFunction, ...], axis: DateAxis, partial: str | None, facts: Dataset
) -> AnswerTable:
    """Calculate every cell."""
    states = tuple(state.id for state in facts.states)
    columns = tuple(_column(each, states, axis, partial) for each in functions)
    return AnswerTable({state: place for place, state in enumerate(states)}, axis, columns)


def kept_answer_table(
    functions: tuple[StepFunction, ...], make_axis: MakeAxis, partial: str | None, facts: Dataset
) -> AnswerTable:
    """Return the table for days or for years; the dataset keeps the latest few."""

    def make(
        functions: tuple[StepFunction, ...], make_axis: MakeAxis, partial: str | None
    ) -> AnswerTable:
        axis = make_axis(days_of_change(functions, facts))
        return make_answer_table(functions, axis, partial, facts)

    tables = facts.derived("answer tables", lambda _: lru_cache(_KEPT_TABLES)(make))
    found: AnswerTable = tables(functions, make_axis, partial)
    return found


def days_of_change(functions: tuple[StepFunction, ...], facts: Dataset) -> set[int]:
    """Return every day on which any value of any state changes."""
    return {day for each in functions for state in facts.states for day in each.steps(state.id)[0]}


def _column(
    function: StepFunction, states: tuple[str, ...], axis: DateAxis, partial: str | None
) -> AnswerColumn:
    places: dict[Value, int] = {label: place for place, label in enumerate(function.labels)}
    places[None] = NULL
    cells = array("h")
    for state in states:
        for value in _row(function, state, axis, partial):
            cells.append(places.setdefault(value, len(places) - 1))
        cells.append(NULL)
    cells.extend([NULL] * (len(axis) + 1))
    values = tuple(value for value in places if value is not None)
    return AnswerColumn(function.name, function.counts, values, cells, bool(function.order))


def _row(function: StepFunction, state: str, axis: DateAxis, partial: str | None) -> list[Value]:
    rules = (None if place in axis.doubtful else partial for place in range(len(axis.periods)))
    return function.on(state, axis.starts) + [
        function.during(state, period, rule)
        for period, rule in zip(axis.periods, rules, strict=True)
    ]
