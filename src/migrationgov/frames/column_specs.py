"""From the names of columns that a call asks for to the step functions behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, get_args

from attrs import evolve

from migrationgov.errors import (
    UnknownTermError,
    WrongTypeError,
    check_word,
    did_you_mean,
    short_repr,
)
from migrationgov.frames.process_columns import answer_column, count_column, role_column
from migrationgov.frames.register_columns import member_column, since_column, status_column
from migrationgov.frames.step_functions import StepFunction
from migrationgov.lookup.name_search import organizations_named, processes_named
from migrationgov.model.dataset import Dataset
from migrationgov.typing import Outside
from migrationgov.vocabularies import ProcessRole

#: Names of columns; or the name of each new column, and what it is.
ColumnNames = str | Iterable[str] | Mapping[str, str]

_OF_REGISTER = {"status": status_column, "member": member_column, "since": since_column}
_COUNTS = {"processes": False, "processes_possible": True}
_ROLES = {role.value for role in ProcessRole}
_FORMS = (
    "iom_status, iom_member, iom_since (or another organization with a register for iom);"
    " almaty-process (any process: the role of the state); almaty-process_chair (any role in it);"
    " processes, processes_possible"
)


def step_functions_of(
    columns: ColumnNames, facts: Dataset, *, outside: str
) -> tuple[StepFunction, ...]:
    """Return the step functions of some columns; the refusal names all that do not exist."""
    assume = assumes(outside)
    made, refused = [], []
    for name, what in named_columns(columns):
        make = partial(_step_function, what, assume=assume)
        try:
            function = facts.derived(("step function", what, assume), make)
            made.append(evolve(function, name=name, key=(what, assume)))
        except UnknownTermError as refusal:
            refused.append(str(refusal))
    if refused:
        raise UnknownTermError(f"{'; '.join(refused)}; there are {_FORMS}")
    return tuple(made)


def assumes(outside: str) -> bool:
    """Return whether answers are given for days on which nothing is known."""
    check_word("outside", outside, get_args(Outside))
    return outside == "assume"


def named_columns(columns: ColumnNames) -> list[tuple[str, str]]:
    """Return the name of each new column, and what it is."""
    if isinstance(columns, Mapping):
        named = list(columns.items())
    else:
        names = [columns] if isinstance(columns, str) else list(columns)
        named = [(what, what) for what in names]
    for pair in named:
        if not all(isinstance(part, str) and part for part in pair):
            raise WrongTypeError(f"columns are named by text, not by {short_repr(pair[1])}")
    names = [name for name, _ in named]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise UnknownTermError(f"two new columns have one name: {', '.join(twice)}")
    return named


def _step_function(what: str, facts: Dataset, *, assume: bool) -> StepFunction:
    if what in _COUNTS:
        return count_column(facts, possible=_COUNTS[what], assume=assume)
    subject, _, word = what.rpartition("_")
    register = register_of(subject or what, facts)
    if register and (word in _OF_REGISTER or not subject):
        make = _OF_REGISTER[word if subject else "status"]
        return make(register, facts, assume=assume)
    process = _found(processes_named, what, facts)
    if process:
        return role_column(process, facts, assume=assume)
    process = _found(processes_named, subject, facts)
    if process and word in _ROLES:
        return answer_column(process, ProcessRole(word), facts, assume=assume)
    raise UnknownTermError(f"no column is called {short_repr(what)}{_hint(what, facts)}")


def register_of(name: str, facts: Dataset) -> Any:
    """Return the id of an organization that has a register; "" for any other name."""
    found = _found(organizations_named, name, facts)
    return found if found in facts.register_ids else ""


def _found(search: Callable[[str, Dataset], tuple[str, ...]], name: str, facts: Dataset) -> Any:
    """Return the id for a name, "" if the name has none or more than one."""
    ids = search(name, facts) if name else ()
    return ids[0] if len(ids) == 1 else ""


def _hint(what: str, facts: Dataset) -> str:
    known = [f"{each}_{word}" for each in facts.register_ids for word in _OF_REGISTER]
    return did_you_mean(what.lower(), [*known, *_COUNTS, *facts.process_ids])
