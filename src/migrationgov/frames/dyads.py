"""Pairs of states: joint membership, and the processes that both take part in."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from attrs import evolve, frozen

from migrationgov.errors import UnknownTermError, short_repr
from migrationgov.frames.annotate import lookup_for
from migrationgov.frames.answer_table import NULL, AnswerColumn
from migrationgov.frames.backends.detect import detect
from migrationgov.frames.column_specs import ColumnNames, assumes, named_columns, register_of
from migrationgov.frames.columns import UNKNOWN, Column
from migrationgov.frames.coverage import covered_lines
from migrationgov.frames.institution_columns import answer_column
from migrationgov.frames.participation_columns import (
    INSTITUTIONS,
    PROCESSES,
    counted_ids,
    shared_column,
)
from migrationgov.frames.state_matching import Matching
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.typing import CodeSystem, Outside, StateLike, Successors, Unmatched

Native = TypeVar("Native")

#: For each column of what two states share: of which institutions, and the ending of its name.
_SHARED = {
    "shared_processes": (PROCESSES, ""),
    "shared_processes_min": (PROCESSES, "_min"),
    "shared_processes_max": (PROCESSES, "_max"),
    "shared_process_list": (PROCESSES, ""),
    "shared_institutions": (INSTITUTIONS, ""),
    "shared_institutions_min": (INSTITUTIONS, "_min"),
    "shared_institutions_max": (INSTITUTIONS, "_max"),
}
#: The columns about two states that are added by default.
DYADIC = ("iom_joint", *(each for each, (what, _) in _SHARED.items() if what == PROCESSES))


@frozen
class _DyadColumn:
    """A column about two states: *join* makes the answer of what is known of each."""

    of_one: Column
    join: Callable[[Any, Any], str | int]
    counts: bool = False


def annotate_dyads(  # noqa: PLR0913 -- choices with defaults, by name
    table: Native,
    a: str = "state1",
    b: str = "state2",
    on: str = "date",
    columns: ColumnNames = DYADIC,
    *,
    system: CodeSystem | None = None,
    names: Mapping[Any, StateLike | None] | None = None,
    successors: Successors = "warn",
    unmatched: Unmatched = "raise",
    invalid_dates: Unmatched = "raise",
    outside: Outside = "unknown",
    dataset: Dataset | None = None,
) -> Native:
    """
    Add columns that say what two states had in common on the date of each row.

    Tables, dates, names and nulls are treated as by `annotate`. The columns are:

    * ``iom_joint`` (or another organization with a register, or a treaty): whether both are
      members, or parties: yes, no, unknown.
    * ``shared_processes``: in how many processes both are certain or listed as members or
      observers; ``shared_process_list``: the ids of these, sorted, with ``;`` between them.
    * ``shared_institutions``: to how many institutions (organizations, treaties, processes) both
      belong, as members or parties; ``_min`` and ``_max`` as for processes.
    * ``shared_processes_min`` and ``shared_processes_max``: in how many both certainly are, and in
      how many each is certain, listed or possible.

    On a year or another period, certain and listed is what holds on every day, possible what holds
    for each of the two on some day.

    Args:
        table: The table; it is not changed.
        a: The column of the first state.
        b: The column of the second state.
        on: The column of dates.
        columns: Names of columns; or the name of each new column, and what it is.
        system: As for `annotate`; the codes of both columns are of this system.
        names: As for `annotate`.
        successors: As for `annotate`.
        unmatched: As for `annotate`.
        invalid_dates: As for `annotate`.
        outside: As for `annotate`.
        dataset: The facts; the active dataset by default.

    Raises:
        MigrationGovError: As for `annotate`.

    >>> import pandas as pd
    >>> pairs = pd.DataFrame({"state1": ["KAZ"], "state2": ["TUR"], "date": ["2015-10-22"]})
    >>> annotate_dyads(pairs)[["iom_joint", "shared_processes"]].to_dict("records")
    [{'iom_joint': 'yes', 'shared_processes': 3}]
    """
    facts = resolve_dataset(dataset)
    asked = Matching(unmatched, system, names, successors)
    user_table = detect(table)
    dyad_columns = _dyad_columns(columns, facts, assume=assumes(outside))
    of_one = tuple(each.of_one for each in dyad_columns)
    lookup = lookup_for(
        user_table,
        (a, b),
        on,
        of_one,
        partial=None,
        asked=asked,
        invalid_dates=invalid_dates,
        facts=facts,
    )
    pairs = tuple(map(_pairs, lookup.answers.columns, dyad_columns))
    annotated: Native = user_table.attach(evolve(lookup, pairs=pairs))
    return annotated


def _pairs(of_one: AnswerColumn, column: _DyadColumn) -> AnswerColumn:
    """Calculate the answer for each two values of a column about one state."""
    labels = column.of_one.labels
    places: dict[Any, int] = {label: place for place, label in enumerate(labels)}
    cells = array("h")
    for one in of_one.values:
        for other in of_one.values:
            cells.append(places.setdefault(column.join(one, other), len(places)))
        cells.append(NULL)
    cells.extend([NULL] * (len(of_one.values) + 1))
    return AnswerColumn(of_one.name, column.counts, tuple(places), cells, bool(labels))


def _dyad_columns(columns: ColumnNames, facts: Dataset, *, assume: bool) -> list[_DyadColumn]:
    made, refused = [], []
    for name, what in named_columns(columns):
        subject, _, word = what.rpartition("_")
        register = register_of(subject, facts) if word == "joint" else None
        if register:
            lines = covered_lines(register, facts, assume=assume)
            column = _DyadColumn(answer_column(lines.evidence.rules.belonging, lines), _both)
        elif what in _SHARED:
            column = _shared(what, facts, assume=assume)
        else:
            refused.append(short_repr(what))
            continue
        made.append(evolve(column, of_one=evolve(column.of_one, name=name, key=(what, assume))))
    if refused:
        raise UnknownTermError(
            f"no column about two states is called {', '.join(refused)};"
            f" there are iom_joint (or another organization, or a treaty), {', '.join(_SHARED)}"
        )
    return made


def _both(one: str, other: str) -> str:
    if "no" in (one, other):
        return "no"
    return UNKNOWN if UNKNOWN in (one, other) else "yes"


def _shared(what: str, facts: Dataset, *, assume: bool) -> _DyadColumn:
    """Make a column about the processes or institutions that two states share."""
    kind, ending = _SHARED[what]
    sets = shared_column(kind, ending, facts, assume=assume)
    if what.endswith("list"):
        return _DyadColumn(sets, partial(_ids, counted_ids(kind, facts)))
    return _DyadColumn(sets, lambda one, other: (one & other).bit_count(), counts=True)


def _ids(processes: Sequence[str], one: int, other: int) -> str:
    both = one & other
    return ";".join(each for place, each in enumerate(processes) if both >> place & 1)
