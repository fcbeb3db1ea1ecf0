"""The columns somebody asks for, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import partial
from typing import Any

from attrs import evolve

from migrationgov.errors import (
    AmbiguousNameError,
    UnknownRecordError,
    UnknownTermError,
    WrongTypeError,
    shown,
)
from migrationgov.frames.process_columns import answer_track, count_track, role_track
from migrationgov.frames.register_columns import member_track, since_track, status_track
from migrationgov.frames.step_functions import StepFunction
from migrationgov.lookup.name_resolution import organization_id, process_id
from migrationgov.model.dataset import Dataset
from migrationgov.vocabularies import ProcessRole

Wanted = str | Iterable[str] | Mapping[str, str]

_OF_REGISTER = {"status": status_track, "member": member_track, "since": since_track}
_COUNTS = {"processes": False, "processes_possible": True}
_FORMS = (
    "iom_status, iom_member, iom_since (or another organization with a register for iom);"
    " almaty-process (any process: the seat of the state); almaty-process_chair (any role in it);"
    " processes, processes_possible"
)


def tracks_of(columns: Wanted, facts: Dataset, *, outside: str) -> tuple[StepFunction, ...]:
    """
    Return the tracks of the columns asked for.

    Args:
        columns: Names of columns; or what each new column is called, and the name of what it is.
        facts: The dataset.
        outside: "unknown" or "assume".

    Raises:
        UnknownTermError: If there are no such columns, each named; or two have one name.
        WrongTypeError: If they are not given as text.
    """
    assume = assumes(outside)
    made, refused = [], []
    for name, what in named_columns(columns):
        try:
            track = facts.derived(("track", what, assume), partial(_track, what, assume=assume))
            made.append(evolve(track, name=name, asked=(what, assume)))
        except UnknownTermError as refusal:
            refused.append(str(refusal))
    if refused:
        raise UnknownTermError(f"{'; '.join(refused)}; there are {_FORMS}")
    return tuple(made)


def assumes(outside: str) -> bool:
    """Tell whether answers shall be given for days on which nothing is known."""
    if outside not in ("unknown", "assume"):
        raise UnknownTermError(
            f"outside is {short_repr(outside)}; it may be 'unknown' or 'assume'"
        )
    return outside == "assume"


def named_columns(columns: Wanted) -> list[tuple[str, str]]:
    """Return the name of each column to be, and what is asked for."""
    if isinstance(columns, Mapping):
        named = list(columns.items())
    else:
        each = [columns] if isinstance(columns, str) else list(columns)
        named = [(what, what) for what in each]
    for pair in named:
        if not all(isinstance(part, str) and part for part in pair):
            raise WrongTypeError(f"columns are named by text, not by {short_repr(pair[1])}")
    twice = {name for name, _ in named if [n for n, _ in named].count(name) > 1}
    if twice:
        raise UnknownTermError(f"asked for twice: {', '.join(sorted(twice))}")
    return named


def _track(what: str, facts: Dataset, *, assume: bool) -> StepFunction:
    if what in _COUNTS:
        return count_track(facts, possible=_COUNTS[what], assume=assume)
    subject, _, word = what.rpartition("_")
    register = register_of(subject or what, facts)
    if register and (word in _OF_REGISTER or not subject):
        make = _OF_REGISTER[word if subject else "status"]
        return make(register, facts, assume=assume)
    process = _found(process_id, what, facts)
    if process:
        return role_track(process, facts, assume=assume)
    process = _found(process_id, subject, facts)
    if process and word in {role.value for role in ProcessRole}:
        return answer_track(process, ProcessRole(word), facts, assume=assume)
    raise UnknownTermError(f"no column is called {short_repr(what)}{_hint(what, facts)}")


def register_of(name: str, facts: Dataset) -> Any:
    """Return the id of an organization that has a register; "" for any other name."""
    found = _found(organization_id, name, facts)
    return found if found in facts.register_ids else ""


def _found(find: Callable[[Any, Dataset], str], name: str, facts: Dataset) -> Any:
    """Return the id that somebody goes by, "" if nobody or more than one does."""
    try:
        return find(name, facts) if name else ""
    except (UnknownRecordError, AmbiguousNameError):
        return ""


def _hint(what: str, facts: Dataset) -> str:
    known = [f"{each}_{word}" for each in facts.register_ids for word in _OF_REGISTER]
    close = get_close_matches(what.lower(), [*known, *_COUNTS, *facts.process_ids], n=3)
    return f" (did you mean {', '.join(close)}?)" if close else ""
