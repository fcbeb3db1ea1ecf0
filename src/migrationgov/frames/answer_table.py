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

from migrationgov.frames.columns import FIRST_DAY, LAST_DAY, Column, Steps, Value, joined
from migrationgov.frames.date_axis import DateAxis
from migrationgov.lookup.state_codes import Spans, always
from migrationgov.model.dataset import Dataset
from migrationgov.progress import watched

#: The place of no value at all.
NULL = -1

MakeAxis = Callable[[Iterable[int]], DateAxis]

_KEPT_TABLES = 16
_MOST_IN_A_BYTE = 127


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
    """
    All answers that a user's table may need.

    Attributes:
        rows: The row of each state; and of each value that means several states in turn.
        axis: The columns.
        columns: The new columns.
    """

    rows: dict[Spans, int]
    axis: DateAxis
    columns: tuple[AnswerColumn, ...]

    @property
    def width(self) -> int:
        """Number of columns, the empty one included."""
        return len(self.axis) + 1


def make_answer_table(
    facts: Dataset,
    columns: tuple[Column, ...],
    make_axis: MakeAxis,
    partial: str | None,
    in_turn: tuple[Spans, ...] = (),
) -> AnswerTable:
    """
    Calculate every cell; the axis is made of the days on which any value may change.

    The table has a row for each state, then one for each value that means states *in turn*.
    """
    states = [state.id for state in facts.states]
    spans = (*map(always, states), *in_turn)
    rows = {each: place for place, each in enumerate(spans)}
    watching = watched(columns, "columns", len(columns))
    steps = [_steps(each, states, in_turn) for each in watching]
    distinct = {id(each): each.days for of_column in steps for each in of_column}
    days = {day for of_steps in distinct.values() for day in of_steps}
    axis = make_axis({day for day in days if FIRST_DAY < day <= LAST_DAY})
    made = (_answers(*each, axis, partial) for each in zip(columns, steps, strict=True))
    return AnswerTable(rows, axis, tuple(made))


def _steps(column: Column, states: Iterable[str], in_turn: tuple[Spans, ...]) -> list[Steps]:
    """Return the steps of each state, then those of what means states in turn."""
    of_state = {state: column.steps(state) for state in states}
    mixed = [joined((a, b, of_state[state]) for a, b, state in spans) for spans in in_turn]
    return [*of_state.values(), *mixed]


def kept_answer_table(
    facts: Dataset,
    columns: tuple[Column, ...],
    make_axis: MakeAxis,
    partial: str | None,
    in_turn: tuple[Spans, ...] = (),
) -> AnswerTable:
    """Return the table for days or for years; the dataset keeps the latest few."""
    make = functools.partial(make_answer_table, facts)
    tables = facts.derived("answer tables", lambda _: lru_cache(_KEPT_TABLES)(make))
    found: AnswerTable = tables(columns, make_axis, partial, in_turn)
    return found


def _answers(
    column: Column, steps: list[Steps], axis: DateAxis, partial: str | None
) -> AnswerColumn:
    periods = [
        (period, None if place in axis.doubtful else partial)
        for place, period in enumerate(axis.periods)
    ]
    places: dict[Value, int] = {label: place for place, label in enumerate(column.labels)}
    places[None] = NULL
    rows: dict[int, array[int]] = {}
    cells = array("h")
    for each in steps:
        if id(each) not in rows:
            row = column.row(each, axis.starts, periods)
            found = [places.setdefault(value, len(places) - 1) for value in row]
            rows[id(each)] = array("h", [*found, NULL])
        cells.extend(rows[id(each)])
    cells.extend([NULL] * (len(axis) + 1))
    values = tuple(value for value in places if value is not None)
    if len(values) <= _MOST_IN_A_BYTE:
        cells = array("b", cells)  # the fewer bytes, the more cells stay in the caches
    return AnswerColumn(column.name, column.counts, values, cells, bool(column.labels))
