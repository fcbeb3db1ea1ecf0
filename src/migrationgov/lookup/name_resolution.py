"""The search for states, organizations and processes by code or name; it never guesses.

The whole name, folded (`model/names.py`), is looked up in a table of all names of states, of
organizations or of processes. One record: found. Several records: `AmbiguousNameError`. No record:
an error with up to five suggestions.
"""

from __future__ import annotations

import migrationgov as mg
from migrationgov.errors import (
    AmbiguousNameError,
    UnknownOrganizationError,
    UnknownProcessError,
    UnknownRecordError,
    UnknownStateError,
    WrongTypeError,
    short_repr,
)
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.vocabularies import OrganizationId, ProcessId, StateId

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.processes import ConsultativeProcess
    from migrationgov.model.states import State

    Named = State | Organization | ConsultativeProcess

_MOST_SUGGESTIONS = 5
_CLOSE_ENOUGH = 0.75
_LONGEST_WORTH_COMPARING = 100  # no name is longer; comparing costs the square of the length


def find_state(name: mg.typing.StateLike, *, dataset: mg.Dataset | None = None) -> mg.model.State:
    """
    Find a state or territory by code or name.

    Args:
        name: An ISO 3166-1 code in capitals ("KAZ", "KZ"), an ISO 3166-3 code of a former state
            ("YUCS"), an M49 code of three digits ("398"), or any of its names in English, French,
            Spanish or Russian, official, short, former or customary. Case, accents, punctuation
            and a leading article do not matter. A `State` finds the record of its id.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        The state. A name of a state that has ended finds that state, never its successor.

    Raises:
        UnknownStateError: If no state has the name; the message suggests up to five states.
        AmbiguousNameError: If several states have it ("Congo"); `candidates` has their ids.
        WrongTypeError: If *name* is neither text nor a `State`.

    >>> find_state("Kyrgyz Republic").id, find_state("Turquie").id, find_state("Soviet Union").id
    ('KGZ', 'TUR', 'SUHH')
    """
    facts = resolve_dataset(dataset)
    return facts.state(state_id(name, facts))


def find_organization(
    name: mg.typing.OrganizationLike, *, dataset: mg.Dataset | None = None
) -> mg.model.Organization:
    """
    Find an organization by id, name or acronym, of today or of the past.

    Args:
        name: "IOM", "OIM", "International Organization for Migration", "ICEM", ...; case, accents
            and punctuation do not matter. An `Organization` finds the record of its id.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        The organization that has, or once had, the name.

    Raises:
        UnknownOrganizationError: If no organization has the name; with suggestions.
        AmbiguousNameError: If several organizations have it.
        WrongTypeError: If *name* is neither text nor an `Organization`.

    >>> find_organization("ICEM").name
    'International Organization for Migration'
    """
    facts = resolve_dataset(dataset)
    return facts.organization(organization_id(name, facts))


def find_process(
    name: mg.typing.ProcessLike, *, dataset: mg.Dataset | None = None
) -> mg.model.ConsultativeProcess:
    """
    Find a consultative process by id, name or acronym.

    Args:
        name: "Almaty Process", "almaty-process", ...; case, accents and punctuation do not matter.
            A `ConsultativeProcess` finds the record of its id.
        dataset: The dataset of the query; the active dataset by default.

    Raises:
        UnknownProcessError: If no process has the name; with suggestions.
        AmbiguousNameError: If several processes have it.
        WrongTypeError: If *name* is neither text nor a `ConsultativeProcess`.

    >>> find_process("almaty process").id
    'almaty-process'
    """
    facts = resolve_dataset(dataset)
    return facts.process(process_id(name, facts))


# -- ids, for the other queries ------------------------------------------------------------------


def state_id(name: str | State, facts: Dataset) -> StateId:
    """Return the id of a state given in any accepted form."""
    if not isinstance(name, str):
        return StateId(_id_of(name, "State", facts.has_state, UnknownStateError))
    ids = facts.derived("state codes", _state_codes).get(name, ())
    if ids:
        return StateId(_only(ids, name, "state", facts))
    table = facts.derived("state names", lambda d: _names(d.states))
    return StateId(_looked_up(name, table, "state", UnknownStateError, facts))


def organization_id(name: str | Organization, facts: Dataset) -> OrganizationId:
    """Return the id of an organization given in any accepted form."""
    if not isinstance(name, str):
        known = facts.has_organization
        return OrganizationId(_id_of(name, "Organization", known, UnknownOrganizationError))
    slug = name.lower()
    if slug in facts.register_ids:  # "IOM" is found without reading all names
        return OrganizationId(slug)
    if facts.has_organization(name):  # an id finds its organization, even if it is an acronym
        return OrganizationId(name)
    table = facts.derived("organization names", lambda d: _names(d.organizations))
    return OrganizationId(_looked_up(name, table, "organization", UnknownOrganizationError, facts))


def process_id(name: str | ConsultativeProcess, facts: Dataset) -> ProcessId:
    """Return the id of a process given in any accepted form."""
    if not isinstance(name, str):
        known = facts.process_ids.__contains__
        return ProcessId(_id_of(name, "ConsultativeProcess", known, UnknownProcessError))
    slug = name.strip().lower().replace(" ", "-")
    if slug in facts.process_ids:  # no other process is read for its names
        return ProcessId(slug)
    table = facts.derived("process names", lambda d: _names(d.processes))
    return ProcessId(_looked_up(name, table, "process", UnknownProcessError, facts))


def _id_of(
    record: Any, kind: str, known: Callable[[str], bool], error: type[UnknownRecordError]
) -> str:
    """Return the id of a record, if the dataset has a record with this id."""
    if not is_record_of(record, kind):
        raise WrongTypeError(
            f"give a code, a name or a {kind}, not {short_repr(record)} ({type(record).__name__})"
        )
    if known(record.id):
        return str(record.id)
    raise error(f"the dataset has no {kind} with the id {short_repr(record.id)}")


def is_record_of(value: object, kind: str) -> bool:
    """Return whether a value is a record of a class, without importing the class."""
    return any(
        each.__name__ == kind and each.__module__.startswith("migrationgov.")
        for each in type(value).__mro__
    )


def _state_codes(facts: Dataset) -> dict[str, tuple[str, ...]]:
    """Return the table from codes to ids; a code of a state of today finds no former state."""
    codes: dict[str, tuple[str, ...]] = {}
    for state in facts.states:
        for code in {state.iso2, state.iso3, state.m49, state.id} - {""}:
            codes[code] = (*codes.get(code, ()), state.id)
    current = {state.id for state in facts.states if state.end is None}
    return {code: tuple(i for i in ids if i in current) or ids for code, ids in codes.items()}


def _only(ids: tuple[str, ...], name: str, kind: str, facts: Dataset) -> str:
    """Return the id, if there is only one; else raise an error that lists all."""
    if len(ids) == 1:
        return ids[0]
    candidates = ", ".join(_label(i, kind, facts) for i in ids)
    raise AmbiguousNameError(f"{short_repr(name)} may be any of {candidates}; say which", ids)


def _names(records: Iterable[Named]) -> dict[str, tuple[str, ...]]:
    """Return the table from folded names to ids."""
    from migrationgov.model.names import folded  # noqa: PLC0415 -- codes need no folding

    table: dict[str, tuple[str, ...]] = {}
    for record in records:
        own = {folded(name.text) for name in record.names}
        if record.id.islower():  # codes of states count in capitals only: "are" is no state
            own.add(folded(record.id))
        for name in own:
            table[name] = (*table.get(name, ()), record.id)
    return table


def _looked_up(
    name: str,
    table: dict[str, tuple[str, ...]],
    kind: str,
    error: type[UnknownRecordError],
    facts: Dataset,
) -> str:
    from migrationgov.model.names import folded  # noqa: PLC0415 -- codes need no folding

    key = folded(name)
    found = table.get(key, ())
    if not found and kind == "process":  # "Rabat" is short for "Rabat Process"
        found = table.get(f"{key} process", ())
    if not found and kind != "organization":
        most = len(table) if kind == "process" else _MOST_SUGGESTIONS  # all end with "Process"
        found = _sharing(key, table, most, hyphenated="-" in name)
    if found:
        return _only(found, name, kind, facts)
    if kind == "process" and facts.whole is not None:
        there = process_id(name, facts.whole)
        raise error(f"the sources of {facts.manifest.name!r} do not name {there!r}")
    raise error(_miss(name, key, table, kind, facts))


def _sharing(
    key: str, table: dict[str, tuple[str, ...]], most: int, *, hyphenated: bool
) -> tuple[str, ...]:
    """Return the records whose names start or end with these whole words.

    If no record has a double name, its first half counts if it is a name: "Guinea-something".
    """
    if not key or key == "the":
        return ()
    first = key.partition(" ")[0]
    key = first if hyphenated and first in table else key
    inside = {
        each
        for known, ids in table.items()
        if known == key or known.startswith(f"{key} ") or known.endswith(f" {key}")
        for each in ids
    }
    return tuple(sorted(inside)) if 1 < len(inside) <= most else ()


def _miss(
    name: str, key: str, table: dict[str, tuple[str, ...]], kind: str, facts: Dataset
) -> str:
    if not key:
        return f"{short_repr(name)} names no {kind}: it has no letter or digit"
    if len(key) > _LONGEST_WORTH_COMPARING:
        return f"no {kind} has the name {short_repr(name)}: it is longer than any name"
    from difflib import get_close_matches  # noqa: PLC0415 -- only a miss needs it

    longer = [known for known in table if f" {key} " in f" {known} " or f" {known} " in f" {key} "]
    close = get_close_matches(key, table, n=4 * _MOST_SUGGESTIONS, cutoff=_CLOSE_ENOUGH)
    ids = list(dict.fromkeys(i for match in longer + close for i in table[match]))
    ids = ids[:_MOST_SUGGESTIONS]
    hint = "; did you mean " + ", ".join(_label(i, kind, facts) for i in ids) + "?" if ids else ""
    return f"no {kind} has the name {short_repr(name)}{_elsewhere(key, kind, facts)}{hint}"


def _elsewhere(key: str, kind: str, facts: Dataset) -> str:
    """Return a hint where a name is a code in small letters, or names an organization."""
    if kind == "organization":
        return ""
    if kind == "state" and key.upper() in facts.derived("state codes", _state_codes):
        return f" (a code is written in capitals: {key.upper()!r})"
    table = facts.derived("organization names", lambda d: _names(d.organizations))
    return " (an organization has it: find_organization)" if key in table else ""


def _label(record_id: str, kind: str, facts: Dataset) -> str:
    """Return id and name for a message."""
    if kind == "state":
        return f"{record_id} ({facts.state(record_id).name})"
    if kind == "organization":
        return f"{record_id} ({facts.organization(record_id).name})"
    return f"{record_id!r}"


def party_id(party: str | State | Organization, facts: Dataset) -> str:
    """Return the id of a state or, if no state has the name, of an organization."""
    if is_record_of(party, "Organization"):
        return organization_id(party, facts)  # type: ignore[arg-type]  # an Organization by now
    if is_record_of(party, "State"):
        return state_id(party, facts)  # type: ignore[arg-type]  # a State by now
    if isinstance(party, str) and party.islower() and facts.has_organization(party):
        return party  # no state has an id in small letters as its name
    try:
        return state_id(party, facts)  # type: ignore[arg-type]  # others are refused there
    except UnknownStateError as no_state:
        try:
            return organization_id(party, facts)  # type: ignore[arg-type]  # others are refused there
        except UnknownOrganizationError:
            raise no_state from None
