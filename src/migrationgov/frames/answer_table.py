"""
The table of all answers: a row for each state, a column for each range of days or period.

A user's table of ten million lines asks few different questions. The answer table holds each
answer once, as the place of a value in a short list, so that an engine only finds the row and the
column of each line. The last row and the last column are empty, for a missing state or date.
"""

from __future__ import annotations

import functools
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
        counts: Whether the values are numbers.
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
    """All answers that a user's table may need: the row of each state, and the new columns."""

    rows: dict[str, int]
    axis: DateAxis
    columns: tuple[AnswerColumn, ...]

    @property
    def width(self) -> int:
        """Number of columns, the empty one included."""
        return len(self.axis) + 1


def make_answer_table(
    facts: Dataset, functions: tuple[StepFunction, ...], make_axis: MakeAxis, partial: str | None
) -> AnswerTable:
    """Calculate every cell; the axis is made of the days on which any value changes."""
    rows: dict[str, int] = {state.id: place for place, state in enumerate(facts.states)}
    axis = make_axis({day for each in functions for state in rows for day in each.steps(state)[0]})
    columns = tuple(_column(each, rows, axis, partial) for each in functions)
    return AnswerTable(rows, axis, columns)


def kept_answer_table(
    facts: Dataset, functions: tuple[StepFunction, ...], make_axis: MakeAxis, partial: str | None
) -> AnswerTable:
    """Return the table for days or for years; the dataset keeps the latest few."""
    make = functools.partial(make_answer_table, facts)
    tables = facts.derived("answer tables", lambda _: lru_cache(_KEPT_TABLES)(make))
    found: AnswerTable = tables(functions, make_axis, partial)
    return found


def _column(
    function: StepFunction, states: Iterable[str], axis: DateAxis, partial: str | None
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
