"""Who takes part in which consultative process, in which role; who chairs; who met when."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.dates.answer import Answer
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import parse_date_argument, warn_outside_coverage
from migrationgov.lookup.name_resolution import party_id, process_id
from migrationgov.model.dataset import Dataset
from migrationgov.model.processes import Term
from migrationgov.queries.roster_builder import (
    opening,
    roster_of,
    term_answer,
    warn_after_evidence,
)
from migrationgov.results.record_list import RecordList
from migrationgov.results.roster import Participation, Roster, SharedProcess
from migrationgov.vocabularies import ProcessRole

TYPE_CHECKING = False


_CHAIRS = (ProcessRole.CHAIR, ProcessRole.CO_CHAIR)


def process_participants(
    name: mg.typing.ProcessLike,
    on: mg.typing.DateLike | None = None,
    *,
    role: mg.typing.RoleLike | None = None,
    dataset: Dataset | None = None,
) -> Roster:
    """
    Tell who takes part in a consultative process, in which role, and how certainly.

    Sources give dated lists, rarely dates of entry. Explicit terms win; otherwise somebody is
    certain whom a complete list of the day, or the complete lists on both sides of it, name;
    possible whom only one side names; after the last complete list that list stands, marked by
    `as_of`. Without *on*, the roles that last are answered for the day of the latest evidence on
    the process, so the latest complete list of each decides. Attending a meeting,
    hosting and supporting are roles of their own and never become membership; absence from an
    incomplete list proves nothing.

    Args:
        name: Id, name, acronym or record of the process.
        on: A date as for `members_on`; an imprecise one asks about all its days.
        role: Only one role ("member", "observer", "chair", ...); all by default.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        A `Roster`, by role and participant.

    Raises:
        UnknownProcessError: If there is no such process.
        UnknownTermError: If there is no such role.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: If *on* lies before the first event of the process or after the latest
            evidence on it.

    >>> roster = process_participants("Almaty Process", on="2015-10-22")
    >>> roster.members.codes
    ('AFG', 'AZE', 'KAZ', 'KGZ', 'TJK', 'TKM', 'TUR')
    >>> roster.observers.codes, roster.chair.codes
    (('IRN', 'PAK'), ('KAZ',))
    """
    facts = resolve_dataset(dataset)
    process = facts.process(process_id(name, facts))
    wanted = None if role is None else ProcessRole.parse(role)
    when = None if on is None else parse_date_argument(on)[0]
    if when is not None:
        warn_outside_coverage(
            when, f"the {process.name}", opening(process, facts), process.covered_until
        )
    return roster_of(facts, process.id, when, wanted)


def processes_of(
    state: mg.typing.PartyLike,
    *,
    on: mg.typing.DateLike | None = None,
    dataset: Dataset | None = None,
) -> RecordList[Participation]:
    """
    List the processes a state (or body) takes part in, with its roles.

    The mirror image of `process_participants`, with the same rules.

    Args:
        state: Code, name or record.
        on: A date as for `process_participants`; by default the day of the latest evidence on each
            process.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `Participation` records by process and role, the possible ones among them: their `answer`
        tells.

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
    wanted = party_id(state, facts)
    when = None if on is None else parse_date_argument(on)[0]
    rosters = [roster_of(facts, each, when, None) for each in facts.process_ids]
    found = [
        each
        for roster in rosters
        for each in (*roster.certain, *roster.possible)
        if each.participant == wanted
    ]
    if when is not None:
        warn_after_evidence(when, (each.process for each in found), facts)
    return RecordList(sorted(found, key=lambda each: (each.process, each.role)))


def chairs_of(
    name: mg.typing.ProcessLike,
    *,
    on: mg.typing.DateLike | None = None,
    dataset: Dataset | None = None,
) -> RecordList[Term]:
    """
    List the terms in the chair of a process, in order.

    Where sources differ on a hand-over, start and end span their values and the term's note and
    the process's disagreements say who gives which.

    Args:
        name: Id, name, acronym or record of the process.
        on: Only terms that may cover this date.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `Term` records with the roles chair and co-chair. Start and end are both included.

    Raises:
        UnknownProcessError: If there is no such process.

    Warns:
        CoverageWarning: If *on* lies outside what is known of the process.

    >>> [term.state for term in chairs_of("Almaty Process")]
    ['KAZ', 'KGZ', 'TJK', 'TUR', 'AZE', 'KAZ']
    """
    facts = resolve_dataset(dataset)
    process = facts.process(process_id(name, facts))
    terms = [each for each in process.terms if each.role in _CHAIRS]
    if on is not None:
        when, days = parse_date_argument(on)
        warn_outside_coverage(
            when, f"the {process.name}", opening(process, facts), process.covered_until
        )
        terms = [each for each in terms if term_answer((each,), days) is not Answer.NO]
    return RecordList(terms)


def chair_on(
    name: mg.typing.ProcessLike, on: mg.typing.DateLike, *, dataset: Dataset | None = None
) -> mg.results.MemberList[mg.model.State | mg.model.Organization]:
    """
    Tell who is in the chair of a process on a date.

    The chair goes round, so a list that names it is proof for its own day only, and a term for
    the days between its ends; on any other day the chair is possible at most.

    Args:
        name: Id, name, acronym or record of the process.
        on: A date as for `process_participants`.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        A `MemberList`: the certain chair, `possible` ones, and `answer` for anybody.

    Raises:
        UnknownProcessError: If there is no such process.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: If *on* lies outside what is known of the process.

    >>> chair_on("Almaty Process", "2015-10-22").codes
    ('KAZ',)
    >>> chair_on("Almaty Process", "2016-10-15").possible.codes
    ('KAZ', 'KGZ')
    """
    return process_participants(name, on, role=ProcessRole.CHAIR, dataset=dataset).chair


def shared_processes(
    one: mg.typing.PartyLike,
    other: mg.typing.PartyLike,
    *,
    on: mg.typing.DateLike | None = None,
    dataset: Dataset | None = None,
) -> RecordList[SharedProcess]:
    """
    List the processes that two states (or bodies) both take part in, with the roles of each.

    Args:
        one: Code, name or record of a state or body.
        other: The same of another.
        on: A date as for `processes_of`; by default the day of the latest evidence on each
            process.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `SharedProcess` records by process, the possible ones among them: their `answer` tells.

    Raises:
        UnknownStateError: If there is no such state.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: As for `processes_of`.

    >>> [(each.process, str(each.answer)) for each in shared_processes("KAZ", "TUR")]
    [('almaty-process', 'yes'), ('budapest-process', 'yes'), ('prague-process', 'yes')]
    """
    facts = resolve_dataset(dataset)
    its, others = (processes_of(each, on=on, dataset=facts) for each in (one, other))
    both = {each.process for each in its} & {each.process for each in others}
    return RecordList(
        SharedProcess(
            process=process,
            one=RecordList(each for each in its if each.process == process),
            other=RecordList(each for each in others if each.process == process),
        )
        for process in sorted(both)
    )
