"""Pairs of states: joint membership, and the processes that both take part in."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from attrs import evolve, frozen

from migrationgov.errors import UnknownTermError, short_repr
from migrationgov.frames.answer_table import AnswerTable, Output
from migrationgov.frames.answer_table_cache import grid_for
from migrationgov.frames.backends.detect import opened
from migrationgov.frames.backends.protocol import Lookup, Pair
from migrationgov.frames.column_specs import Wanted, assumes, named_columns, register_of
from migrationgov.frames.process_columns import all_seats, shared_track
from migrationgov.frames.register_columns import ANSWERS, member_track
from migrationgov.frames.state_matching import states_of
from migrationgov.frames.step_functions import StepFunction
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset

Native = TypeVar("Native")

_SHARED = ("shared_processes", "shared_processes_possible", "shared_process_list")
#: The columns about two states, all of them.
DYADIC = ("iom_joint", *_SHARED)


@frozen
class _Wish:
    """A column about two states: what is known of each, and what it makes of the two."""

    track: StepFunction
    together: Callable[[Any, Any], str | int]
    counts: bool = False


def annotate_dyads(
    table: Native,
    a: str = "state1",
    b: str = "state2",
    on: str = "date",
    columns: Wanted = DYADIC,
    *,
    unmatched: str = "raise",
    outside: str = "unknown",
    dataset: Dataset | None = None,
) -> Native:
    """
    Add columns that tell what two states had in common on each line's date.

    Tables, dates, names and nulls are treated as by `annotate`. What can be asked for:

    * ``iom_joint`` (or another organization with a register): whether both are members: yes, no,
      possible.
    * ``shared_processes``: in how many processes both certainly are members or observers;
      ``shared_processes_possible``: those and the ones in which sources make it possible.
    * ``shared_process_list``: the ids of the certain ones, sorted, with ``;`` between them.

    On a year or another period, certain is what holds on every day of it, possible what holds for
    each of the two on some day.

    Args:
        table: The table; it is not changed.
        a: The column of the one state.
        b: The column of the other.
        on: The column of dates.
        columns: Names of columns; or what each new column is called, and what it is.
        unmatched: As for `annotate`.
        outside: As for `annotate`.
        dataset: The facts; the bundled ones by default.

    Raises:
        MigrationGovError: As for `annotate`.

    >>> import pandas as pd
    >>> pairs = pd.DataFrame({"state1": ["KAZ"], "state2": ["TUR"], "date": ["2015-10-22"]})
    >>> annotate_dyads(pairs)[["iom_joint", "shared_processes"]].to_dict("records")
    [{'iom_joint': 'yes', 'shared_processes': 2}]
    """
    facts = resolve_dataset(dataset)
    its = opened(table)
    wishes = _wishes(columns, facts, assume=assumes(outside))
    its.check_columns((a, b, on), wishes)
    its.check_states(a)
    its.check_states(b)
    tracks = tuple(evolve(wish.track, name=name) for name, wish in wishes.items())
    dates, grid = grid_for(its, on, tracks, None, facts)
    native: Any = its.table.native
    for side, column in enumerate((a, b)):
        states = states_of(its.table.distinct(column), column, unmatched, facts)
        rows = {value: grid.rows[found] for value, found in states.items()}
        hidden = _hidden(grid, side)
        lookup = Lookup(column, on, dates, rows, hidden)
        native = its.asked(partial(opened(native).table.attach, lookup))
    pairs = [
        _pair(output, wish) for output, wish in zip(grid.outputs, wishes.values(), strict=True)
    ]
    made: Native = its.as_given(its.asked(partial(opened(native).table.pair, pairs)))
    return made


def _side(name: str, side: int) -> str:
    """Return the name of the column in between that holds what is known of one of the two."""
    return f"migrationgov {side} {name}"


def _hidden(grid: AnswerTable, side: int) -> AnswerTable:
    """Return a grid whose answers are the places of the values instead of the values."""
    return evolve(
        grid,
        outputs=tuple(
            Output(
                _side(each.name, side),
                counts=True,
                values=tuple(range(len(each.values))),
                cells=each.cells,
            )
            for each in grid.outputs
        ),
    )


def _pair(output: Output, wish: _Wish) -> Pair:
    """Work out what every two values make together."""
    known: dict[Any, int] = {label: place for place, label in enumerate(wish.track.labels)}
    cells = array("h")
    for one in output.values:
        for other in output.values:
            cells.append(known.setdefault(wish.together(one, other), len(known)))
    labels = bool(wish.track.order)
    made = Output(output.name, wish.counts, tuple(known), cells, labels=labels)
    return Pair(_side(output.name, 0), _side(output.name, 1), len(output.values), made)


def _wishes(columns: Wanted, facts: Dataset, *, assume: bool) -> dict[str, _Wish]:
    made: dict[str, _Wish] = {}
    refused = []
    for name, what in named_columns(columns):
        subject, _, word = what.rpartition("_")
        register = register_of(subject, facts) if word == "joint" else None
        if register:
            track = member_track(register, facts, assume=assume)
            track = evolve(track, asked=(what, assume))
            made[name] = _Wish(track, _both)
        elif what in _SHARED:
            made[name] = _shared(what, facts, assume=assume)
        else:
            refused.append(short_repr(what))
    if refused:
        raise UnknownTermError(
            f"no column about two states is called {', '.join(refused)};"
            f" there are iom_joint (or another organization), {', '.join(_SHARED)}"
        )
    return made


_UNDERSTOOD = {word: answer for answer, word in ANSWERS.items()}


def _both(one: str, other: str) -> str:
    return ANSWERS[_UNDERSTOOD[one] & _UNDERSTOOD[other]]


def _shared(what: str, facts: Dataset, *, assume: bool) -> _Wish:
    """Make a column of the processes that two states share."""
    track = shared_track(facts, possible=what.endswith("possible"), assume=assume)
    track = evolve(track, asked=(what, assume))
    ids = tuple(its.process for its in all_seats(facts, assume=assume))
    if what.endswith("list"):
        return _Wish(track, partial(_listed, ids))
    return _Wish(track, _counted, counts=True)


def _counted(one: int, other: int) -> int:
    return (one & other).bit_count()


def _listed(ids: tuple[str, ...], one: int, other: int) -> str:
    both = one & other
    return ";".join(each for place, each in enumerate(ids) if both >> place & 1)
