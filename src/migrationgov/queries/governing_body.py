"""Queries about the governing body of an organization: its sessions and their decisions."""

# pyright: reportUnnecessaryIsInstance=false
# (a value is checked when the program runs, whatever its annotation)
from __future__ import annotations

import migrationgov as mg
from migrationgov.errors import UnknownRecordError, WrongTypeError, did_you_mean, short_repr
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.model.events import Milestone
from migrationgov.model.organization_history import Session
from migrationgov.model.transitions import Transition
from migrationgov.queries.organization_history import history_of
from migrationgov.results.record_list import RecordList
from migrationgov.vocabularies import SessionKind, TransitionKind

#: The transitions on which the governing body of an organization decides.
_DECIDED = (TransitionKind.ADMITTED, TransitionKind.JOINED, TransitionKind.BECAME_OBSERVER)

#: A session whose date spans more days is not dated well enough to know its decisions.
_LONGEST = 61


def sessions_of(
    organization: mg.typing.OrganizationLike,
    *,
    kind: mg.typing.SessionKindLike | None = None,
    dataset: Dataset | None = None,
) -> RecordList[Session]:
    """
    List the sessions of the governing body of an organization.

    Args:
        organization: Name, acronym, id or record of the organization.
        kind: "regular" or "special"; both by default.
        dataset: The facts to ask; the active dataset by default.

    Returns:
        `Session` records by date. The list is not complete: it has the sessions that were found.

    Raises:
        UnknownOrganizationError: If there is no such organization, or no history of it.
        UnknownTermError: If there is no such kind.

    >>> [str(each.date) for each in sessions_of("IOM") if each.number == "84"]
    ['2002-12-02/2002-12-04']
    """
    facts = resolve_dataset(dataset)
    wanted = None if kind is None else SessionKind.parse(kind)
    sessions = history_of(organization, dataset=facts).sessions
    return RecordList((each for each in sessions if wanted in (None, each.kind)), Session, facts)


def decisions_of(
    session: Session | str, *, dataset: Dataset | None = None
) -> RecordList[Transition | Milestone]:
    """
    List the events on the days of a session: admissions, new observers, other decisions.

    These are the transitions of the register and the milestones of the history whose dates lie
    within the date of the session. If only the month of the session is known, they are the events
    of the month. If the date of the session is less exact, the list is empty.

    Args:
        session: A `Session`, or its id ("iom-council-84").
        dataset: The facts to ask; the active dataset by default.

    Returns:
        `Transition` records by party, then `Milestone` records by date.

    Raises:
        UnknownRecordError: If there is no such session.
        WrongTypeError: If *session* is neither a `Session` nor text.

    >>> admitted = [each for each in decisions_of("iom-council-84") if each.kind == "admitted"]
    >>> [step.state for step in admitted]
    ['KAZ', 'KHM', 'NGA', 'RWA', 'ZWE']
    """
    facts = resolve_dataset(dataset)
    found = _session(session, facts)
    low, high = found.date.first_ordinal, found.date.last_ordinal
    if high - low > _LONGEST:
        return RecordList((), Transition, facts)
    events: list[Transition | Milestone] = []
    if found.organization in facts.register_ids:
        register = facts.register(found.organization)
        events += [each for each in register.transitions if each.kind in _DECIDED]
    events += facts.history(found.organization).milestones
    decided = (
        each
        for each in events
        if low <= each.date.first_ordinal
        and each.date.last_ordinal <= high
        and not each.date.uncertain
    )
    return RecordList(decided, Transition, facts)


def _session(session: Session | str, facts: Dataset) -> Session:
    if isinstance(session, Session):
        return session
    if not isinstance(session, str):
        raise WrongTypeError(f"give a Session or its id, not {short_repr(session)}")
    known = {each.id: each for history in facts.histories for each in history.sessions}
    if session not in known:
        hint = did_you_mean(session, known) or "; sessions_of lists all sessions"
        raise UnknownRecordError(f"there is no session {short_repr(session)}{hint}")
    return known[session]
