"""Queries about consultative processes: their participants, by role, and their chairs."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.dates.answer import Answer
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import parse_date_argument
from migrationgov.lookup.name_resolution import party_id, process_id
from migrationgov.model.processes import Term
from migrationgov.queries.process_founding import warn_after_evidence, warn_outside_process
from migrationgov.queries.roster_builder import roster_of, term_answer
from migrationgov.results.record_list import RecordList
from migrationgov.results.roster import Participation, Roster, SharedProcess
from migrationgov.vocabularies import ProcessRole

_CHAIRS = (ProcessRole.CHAIR, ProcessRole.CO_CHAIR)


def process_participants(
    process: mg.typing.ProcessLike,
    on: mg.typing.DateLike | None = None,
    *,
    role: mg.typing.RoleLike | None = None,
    dataset: mg.Dataset | None = None,
) -> Roster:
    """
    Return the participants of a consultative process, their roles, and how certain they are.

    Sources give dated lists, rarely dates of entry. Recorded terms decide first. A party is
    certain if a complete list of the day names it, or the complete lists before and after the
    day do. It is possible if only one of them names it. After the last complete list that list
    remains valid; `as_of` gives its date. Without *on*, the lasting roles are answered for the
    day of the latest evidence. Attending, hosting and supporting are roles of their own and
    never become membership. Absence from an incomplete list proves nothing. Before the founding
    no party takes part.

    Args:
        process: Id, name, acronym or record of the process.
        on: A date as for `members_on`; a month or a year means every day in it.
        role: Only one role ("member", "observer", "chair", ...); all by default.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        A `Roster`, by role and participant.

    Raises:
        UnknownProcessError: If there is no such process.
        UnknownTermError: If there is no such role.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: If *on* lies after the latest evidence on the process, or before its first
            event where the founding is not recorded.

    >>> roster = process_participants("Almaty Process", on="2015-10-22")
    >>> roster.members.codes
    ('AFG', 'AZE', 'KAZ', 'KGZ', 'TJK', 'TKM', 'TUR')
    >>> roster.observers.codes, roster.chair.codes
    (('IRN', 'PAK'), ('KAZ',))
    """
    facts = resolve_dataset(dataset)
    record = facts.process(process_id(process, facts))
    wanted = None if role is None else ProcessRole.parse(role)
    when = None if on is None else parse_date_argument(on)[0]
    if when is not None:
        warn_outside_process(when, record, facts)
    return roster_of(facts, record.id, when, wanted)


def processes_of(
    party: mg.typing.PartyLike,
    *,
    on: mg.typing.DateLike | None = None,
    dataset: mg.Dataset | None = None,
) -> RecordList[Participation]:
    """
    List the processes in which a state or organization takes part, with its roles.

    The rules are those of `process_participants`.

    Args:
        party: Code, name or record of the state or organization.
        on: A date as for `process_participants`; by default the day of the latest evidence on each
            process.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        `Participation` records by process and role, certain and possible; see their `answer`.

    Raises:
        UnknownStateError: If there is no such state.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: If *on* lies after the latest evidence on any of these processes.

    >>> found = processes_of("Türkiye", on="2015-02")
    >>> [(each.process, each.role.value) for each in found if each.certain]
    [('budapest-process', 'chair'), ('budapest-process', 'member')]
    >>> len([each for each in found if not each.certain])
    4
    """
    facts = resolve_dataset(dataset)
    code = party_id(party, facts)
    when = None if on is None else parse_date_argument(on)[0]
    rosters = [roster_of(facts, each, when, None) for each in facts.process_ids]
    found = [
        each
        for roster in rosters
        for each in (*roster.certain, *roster.possible)
        if each.participant == code
    ]
    if when is not None:
        warn_after_evidence(when, (each.process for each in found), facts)
    return RecordList(sorted(found, key=lambda each: (each.process, each.role)))


def chairs_of(
    process: mg.typing.ProcessLike,
    *,
    on: mg.typing.DateLike | None = None,
    dataset: mg.Dataset | None = None,
) -> RecordList[Term]:
    """
    List the terms in the chair of a process, in order.

    Where sources differ about a hand-over, start and end span their dates. The note of the term
    and the disagreements of the process name the source of each date.

    Args:
        process: Id, name, acronym or record of the process.
        on: Only terms that may cover this date.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        `Term` records with the roles chair and co-chair. Start and end are both included.

    Raises:
        UnknownProcessError: If there is no such process.

    Warns:
        CoverageWarning: As for `process_participants`.

    >>> [term.state for term in chairs_of("Almaty Process")]
    ['KAZ', 'KGZ', 'TJK', 'TUR', 'AZE', 'KAZ']
    """
    facts = resolve_dataset(dataset)
    record = facts.process(process_id(process, facts))
    terms = [each for each in record.terms if each.role in _CHAIRS]
    if on is not None:
        when, days = parse_date_argument(on)
        warn_outside_process(when, record, facts)
        terms = [each for each in terms if term_answer((each,), days) is not Answer.NO]
    return RecordList(terms)


def chair_on(
    process: mg.typing.ProcessLike, on: mg.typing.DateLike, *, dataset: mg.Dataset | None = None
) -> mg.results.MemberList[mg.model.State | mg.model.Organization]:
    """
    Return the chair of a process on a date.

    The chair rotates. A list that names it is proof for its own day only, a term for the days
    between its start and its end. On other days a chair is at most possible.

    Args:
        process: Id, name, acronym or record of the process.
        on: A date as for `process_participants`.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        A `MemberList`: the certain chair, `possible` chairs, and `answer` for any party.

    Raises:
        UnknownProcessError: If there is no such process.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: As for `process_participants`.

    >>> chair_on("Almaty Process", "2015-10-22").codes
    ('KAZ',)
    >>> chair_on("Almaty Process", "2016-10-15").possible.codes
    ('KAZ', 'KGZ')
    """
    return process_participants(process, on, role=ProcessRole.CHAIR, dataset=dataset).chair


def shared_processes(
    first: mg.typing.PartyLike,
    second: mg.typing.PartyLike,
    *,
    on: mg.typing.DateLike | None = None,
    dataset: mg.Dataset | None = None,
) -> RecordList[SharedProcess]:
    """
    List the processes in which two parties both take part, with the roles of each.

    Args:
        first: Code, name or record of a state or organization.
        second: Code, name or record of the other party.
        on: A date as for `processes_of`; by default the day of the latest evidence on each
            process.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        `SharedProcess` records by process, certain and possible; see their `answer`.

    Raises:
        UnknownStateError: If there is no such state.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: As for `processes_of`.

    >>> [(each.process, str(each.answer)) for each in shared_processes("KAZ", "TUR")]
    [('almaty-process', 'yes'), ('budapest-process', 'yes'), ('prague-process', 'yes')]
    """
    facts = resolve_dataset(dataset)
    of_first, of_second = (processes_of(each, on=on, dataset=facts) for each in (first, second))
    both = {each.process for each in of_first} & {each.process for each in of_second}
    return RecordList(
        SharedProcess(
            process=process,
            first=RecordList(each for each in of_first if each.process == process),
            second=RecordList(each for each in of_second if each.process == process),
        )
        for process in sorted(both)
    )
