"""
The search for states, organizations, processes and treaties by code or name; it never guesses.

One record has the whole name: found. Several records: `AmbiguousNameError`. No record: an error
that says what the name is, or has up to five suggestions.
"""

from __future__ import annotations

import migrationgov as mg
from migrationgov.errors import (
    UnknownOrganizationError,
    UnknownProcessError,
    UnknownRecordError,
    UnknownResolutionError,
    UnknownStateError,
    UnknownTreatyError,
    WrongTypeError,
    short_repr,
)
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_search import (
    institutions_named,
    organizations_named,
    parties_named,
    processes_named,
    resolutions_named,
    states_named,
    treaties_named,
)
from migrationgov.lookup.record_kinds import (
    is_organization_record,
    is_process_record,
    is_record_of,
    is_treaty_record,
)
from migrationgov.vocabularies import OrganizationId, ProcessId, StateId, TreatyId
from migrationgov.words import with_article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.processes import ConsultativeProcess
    from migrationgov.model.resolutions import Resolution
    from migrationgov.model.states import State
    from migrationgov.model.treaties import Treaty


def find_state(
    name: mg.typing.StateLike | int,
    *,
    system: mg.typing.CodeSystem | None = None,
    on: mg.typing.DateLike | None = None,
    dataset: mg.Dataset | None = None,
) -> mg.model.State:
    """
    Find a state or territory by code or name.

    Args:
        name: An ISO 3166-1 code in capitals ("KAZ", "KZ"), an ISO 3166-3 code of a former state
            ("YUCS"), an M49 code of three digits ("398"), or any of its names, official, short,
            former or customary, in the languages of the United Nations, German, Italian or
            Portuguese. Case, accents, punctuation, articles and the order of words do not matter
            ("Korea, Dem. People's Rep. of"). A `State` finds the record of its id.
        system: The system of the code, if *name* is no name: "iso3", "iso2", "m49", "cow"
            (Correlates of War), "gw" (Gleditsch and Ward), also as numbers; "cow-letters",
            "gw-letters". A code that has ended finds its state.
        on: The date of a code that several states had, one after the other.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        The state. A name of a state that has ended finds that state, never its successor.

    Raises:
        UnknownStateError: If no state has the name; the message suggests up to five states.
        AmbiguousNameError: If several states have it ("Congo"); `candidates` has their ids.
        WrongTypeError: If *name* is neither text nor a `State`, or a number without *system*.

    >>> find_state("Kyrgyz Republic").id, find_state("Turquie").id, find_state("Soviet Union").id
    ('KGZ', 'TUR', 'SUHH')
    >>> find_state(705, system="cow").id, find_state(345, system="cow", on="2004").id
    ('KAZ', 'CSXX')
    """
    facts = resolve_dataset(dataset)
    if system is None and on is None and type(name) is not int:
        return facts.state(state_id(name, facts))
    from migrationgov.lookup import state_codes  # noqa: PLC0415 -- names need no systems

    return facts.state(state_codes.coded_state(name, system, on, facts))


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


def find_treaty(
    name: mg.typing.TreatyLike, *, dataset: mg.Dataset | None = None
) -> mg.model.Treaty:
    """
    Find a treaty by id, name or acronym.

    Args:
        name: "1951 Convention", "Refugee Convention", "ICRMW", "C97", ...; case, accents and
            punctuation do not matter. A `Treaty` finds the record of its id.
        dataset: The dataset of the query; the active dataset by default.

    Raises:
        UnknownTreatyError: If no treaty has the name; with suggestions.
        AmbiguousNameError: If several treaties have it ("Palermo Protocol"), or if something that
            is not in the dataset has it, too ("Geneva Convention").
        WrongTypeError: If *name* is neither text nor a `Treaty`.

    >>> find_treaty("1951 Convention").id
    'refugee-convention'
    """
    facts = resolve_dataset(dataset)
    return facts.treaty(treaty_id(name, facts))


def find_institution(
    name: mg.typing.InstitutionLike, *, dataset: mg.Dataset | None = None
) -> mg.model.Organization | mg.model.ConsultativeProcess | mg.model.Treaty:
    """
    Find an institution: an organization with a register, a treaty or a consultative process.

    Args:
        name: Id, name, acronym or record. An organization with a register comes first, then a
            treaty, then a process.
        dataset: The dataset of the query; the active dataset by default.

    Raises:
        UnknownOrganizationError: If no institution has the name, with suggestions; or if the
            organization has no register: the message lists those that have.
        AmbiguousNameError: If several institutions have it.
        WrongTypeError: If *name* is neither text nor such a record.

    >>> find_institution("OIM").id, find_institution("Bali Process").id
    ('iom', 'bali-process')
    """
    facts = resolve_dataset(dataset)
    return facts.institution(institution_id(name, facts))


# -- ids, for the other queries ------------------------------------------------------------------


def state_id(name: object, facts: Dataset) -> StateId:
    """Return the id of a state given in any accepted form."""
    if not isinstance(name, str):
        return StateId(_id_of(name, "State", facts.has_state, UnknownStateError))
    return StateId(_only(states_named(name, facts), name, "state", facts))


def organization_id(name: str | Organization, facts: Dataset) -> OrganizationId:
    """Return the id of an organization given in any accepted form."""
    if not isinstance(name, str):
        known = facts.has_organization
        return OrganizationId(_id_of(name, "Organization", known, UnknownOrganizationError))
    return OrganizationId(_only(organizations_named(name, facts), name, "organization", facts))


def process_id(name: str | ConsultativeProcess, facts: Dataset) -> ProcessId:
    """Return the id of a process given in any accepted form."""
    if not isinstance(name, str):
        known = facts.process_ids.__contains__
        return ProcessId(_id_of(name, "ConsultativeProcess", known, UnknownProcessError))
    return ProcessId(_only(processes_named(name, facts), name, "process", facts))


def treaty_id(name: str | Treaty, facts: Dataset) -> TreatyId:
    """Return the id of a treaty given in any accepted form."""
    if not isinstance(name, str):
        known = facts.treaty_ids.__contains__
        return TreatyId(_id_of(name, "Treaty", known, UnknownTreatyError))
    return TreatyId(_only(treaties_named(name, facts), name, "treaty", facts))


def resolution_id(name: str | Resolution, facts: Dataset) -> str:
    """Return the symbol of a resolution given in any accepted form."""
    if not isinstance(name, str):
        known = {each.id for each in facts.resolutions}.__contains__
        return _id_of(name, "Resolution", known, UnknownResolutionError)
    return _only(resolutions_named(name, facts), name, "resolution", facts)


def institution_id(name: str | Organization | ConsultativeProcess | Treaty, facts: Dataset) -> str:
    """Return the id of an organization with a register, a treaty or a process, in any form."""
    if isinstance(name, str):
        return _only(institutions_named(name, facts), name, "institution", facts)
    if is_treaty_record(name):
        return treaty_id(name, facts)
    if is_process_record(name):
        return process_id(name, facts)
    if not is_organization_record(name):
        raise _wrong_type(name, "an Organization, a Treaty or a ConsultativeProcess")
    code = organization_id(name, facts)
    return _only((code,) if code in facts.register_ids else (), code, "institution", facts)


def party_id(party: str | State | Organization, facts: Dataset) -> str:
    """Return the id of a state or, if no state has the name, of an organization."""
    if isinstance(party, str):
        return _only(parties_named(party, facts), party, "party", facts)
    if is_organization_record(party):
        return organization_id(party, facts)
    return state_id(party, facts)


def subject_id(
    subject: str | State | Organization | ConsultativeProcess | Treaty, facts: Dataset
) -> str:
    """Return the id of a party or, if no party has the name, of a treaty or a process."""
    if isinstance(subject, str):
        found = parties_named(subject, facts) or treaties_named(subject, facts)
        found = found or processes_named(subject, facts)
        return _only(found, subject, "subject", facts)
    if is_treaty_record(subject):
        return treaty_id(subject, facts)
    if is_process_record(subject):
        return process_id(subject, facts)
    return party_id(subject, facts)


def _only(ids: tuple[str, ...], name: str, kind: str, facts: Dataset) -> str:
    """Return the id, if there is only one; else raise the error for the kind of argument."""
    if len(ids) == 1:
        return ids[0]
    from migrationgov.lookup.unresolved_names import unresolved  # noqa: PLC0415 -- for errors only

    raise unresolved(ids, name, kind, facts)


def _id_of(
    record: Any, kind: str, known: Callable[[str], bool], error: type[UnknownRecordError]
) -> str:
    """Return the id of a record, if the dataset has a record with this id."""
    if not is_record_of(record, kind):
        raise _wrong_type(record, with_article(kind))
    if known(record.id):
        return str(record.id)
    raise error(f"the dataset has no {kind} with the id {short_repr(record.id)}")


def _wrong_type(value: object, what: str) -> WrongTypeError:
    name = type(value).__name__
    return WrongTypeError(f"give a code, a name or {what}, not {short_repr(value)} ({name})")
