"""From the names of columns that a call asks for to the columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
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
from migrationgov.frames.columns import Column
from migrationgov.frames.coverage import CoveredLines, covered_lines
from migrationgov.frames.institution_columns import (
    answer_column,
    evidence_column,
    first_listed_column,
    grade_column,
    left_censored_column,
    role_column,
    since_column,
    status_column,
)
from migrationgov.frames.participation_columns import (
    ENDINGS,
    INSTITUTIONS,
    PROCESSES,
    count_column,
)
from migrationgov.lookup.name_search import organizations_named, processes_named, treaties_named
from migrationgov.model.dataset import Dataset
from migrationgov.model.register import Register
from migrationgov.typing import Outside
from migrationgov.vocabularies import ProcessRole, RegisterKind

#: Names of columns; or the name of each new column, and what it is.
ColumnNames = str | Iterable[str] | Mapping[str, str]

_OF_INSTITUTION: dict[str, Callable[[CoveredLines], Column]] = {
    "": role_column,
    "status": status_column,
    "grade": grade_column,
    "evidence": evidence_column,
}
#: The columns about the beginning of a spell, which read the records, too.
_OF_BEGINNINGS: dict[str, Callable[[CoveredLines, Dataset], Column]] = {
    "first-listed": first_listed_column,
    "left-censored": left_censored_column,
}
_SINCE = "-since"
_COUNTS = {
    f"{what}{ending}": (what, ending) for what in (PROCESSES, INSTITUTIONS) for ending in ENDINGS
}
_ROLES = {role.value for role in ProcessRole}
#: The words of names such as `iom_member`; `-since` may follow a status.
_WORDS = {*_OF_INSTITUTION, *_OF_BEGINNINGS, *_ROLES} - {""}
_FORMS = (
    "iom, almaty-process (any organization with a register, any process: the role of the state);"
    " with _status, _grade, _evidence, _first_listed, _left_censored, or a role, such as"
    " iom_member, almaty-process_chair; where entries are dated with _status_since, _member_since;"
    f" {', '.join(_COUNTS)}"
)


def columns_of(asked: ColumnNames, facts: Dataset, *, outside: str) -> tuple[Column, ...]:
    """Return the columns of some names; the refusal names all that do not exist."""
    assume = assumes(outside)
    made, refused = [], []
    for name, what in named_columns(asked):
        make = partial(_column, what, assume=assume)
        try:
            column = facts.derived(("column", what, assume), make)
            made.append(evolve(column, name=name, key=(what, assume)))
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
        if "\0" in pair[0]:
            raise WrongTypeError(f"{short_repr(pair[0])} has a NUL, and no column may have one")
    names = [name for name, _ in named]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise UnknownTermError(f"two new columns have one name: {', '.join(twice)}")
    return named


def _column(what: str, facts: Dataset, *, assume: bool) -> Column:
    if what in _COUNTS:
        return count_column(*_COUNTS[what], facts, assume=assume)
    for subject, word in (*_parts(what), (what, "")):
        institution = institution_of(subject, facts)
        if not institution:
            continue
        lines = covered_lines(institution, facts, assume=assume)
        if word in _OF_INSTITUTION:
            return _OF_INSTITUTION[word](lines)
        if word in _OF_BEGINNINGS:
            return _OF_BEGINNINGS[word](lines, facts)
        statuses = lines.evidence.rules.statuses if lines.evidence.register else ()
        if word in (statuses or _ROLES):
            return answer_column(word, lines)
        role = word.removesuffix(_SINCE)
        if statuses and role != word and role in {"status", *statuses}:
            return since_column(role, lines)
    raise UnknownTermError(f"no column is called {short_repr(what)}{_hint(what, facts)}")


def _parts(what: str) -> Iterator[tuple[str, str]]:
    """Yield the institution and the word of a name such as `almaty-process_co-chair`."""
    for place, sign in enumerate(what):
        word = what[place + 1 :].replace("_", "-")
        if sign == "_" and word.removesuffix(_SINCE) in _WORDS:
            yield what[:place], word


def institution_of(name: str, facts: Dataset) -> str:
    """Return the id of an institution with a register, or of a process; "" for another name."""
    return str(register_of(name, facts) or _found(processes_named, name, facts))


def register_of(name: str, facts: Dataset) -> Any:
    """Return the id of an organization or treaty that has a register; "" for any other name."""
    found = _found(organizations_named, name, facts)
    if found not in facts.register_ids:
        found = _found(treaties_named, name, facts)
    return found if found in facts.register_ids else ""


def _found(search: Callable[[str, Dataset], tuple[str, ...]], name: str, facts: Dataset) -> Any:
    """Return the id for a name, "" if the name has none or more than one."""
    ids = search(name, facts) if name else ()
    return ids[0] if len(ids) == 1 else ""


def _hint(what: str, facts: Dataset) -> str:
    known = [
        f"{each}_{word}" for each in facts.register_ids for word in _words(facts.register(each))
    ]
    others = (each for each in (*known, *_COUNTS, *facts.process_ids) if each != what.lower())
    return did_you_mean(what.lower(), others)


def _words(register: Register) -> Iterator[str]:
    """Yield the words of the columns that a register has for certain."""
    yield "status"
    yield "party" if register.kind == RegisterKind.TREATY else "member"
    if register.complete:
        yield "status_since"
        yield f"{'party' if register.kind == RegisterKind.TREATY else 'member'}_since"
