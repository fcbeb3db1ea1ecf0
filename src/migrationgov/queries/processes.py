"""Who takes part in which consultative process, in which role; who chairs; who met when."""

from __future__ import annotations

from functools import lru_cache

from migrationgov.bundle import bundled_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.model.dates import Answer, PartialDate
from migrationgov.model.processes import ConsultativeProcess, Meeting, Term
from migrationgov.model.vocab import MeetingLevel, ProcessId, ProcessRole
from migrationgov.queries.answers import party_id
from migrationgov.queries.coverage import Stretch, asked, stretches, warn_outside
from migrationgov.queries.find import process_id
from migrationgov.queries.lists import (
    Dated,
    critical_days,
    find,
    lists_of,
    participants,
    splits,
    term_on,
)
from migrationgov.queries.records import Records
from migrationgov.queries.roster import Participation, Roster

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from migrationgov.model.states import State

    DateLike = date | PartialDate | str
    ProcessLike = str | ConsultativeProcess

_CHAIRS = (ProcessRole.CHAIR, ProcessRole.CO_CHAIR)
_KEPT_ROSTERS = 1024


def process_participants(
    name: ProcessLike,
    on: DateLike | None = None,
    *,
    role: ProcessRole | str | None = None,
    dataset: Dataset | None = None,
) -> Roster:
    """
    Tell who takes part in a consultative process, in which role, and how certainly.

    Sources give dated lists, rarely dates of entry. Without *on*, the latest complete list of each
    role answers. With *on*, explicit terms win; otherwise somebody is certain whom a complete list
    of that day, or the complete lists on both sides of it, name; possible whom only one side names;
    after the last complete list that list stands, marked by `as_of`. Attending a meeting, hosting
    and supporting are roles of their own and never become membership; absence from an incomplete
    list proves nothing.

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
    facts = dataset or bundled_dataset()
    process = facts.process(process_id(name, facts))
    wanted = None if role is None else ProcessRole(role)
    if on is None:
        return _latest_roster(facts, process.id, wanted)
    when, _ = asked(on)
    warn_outside(when, f"the {process.name}", _opening(process), process.covered_until)
    return _roster_on(facts, process.id, when, wanted)


def processes_of(
    state: str | State, *, on: DateLike | None = None, dataset: Dataset | None = None
) -> Records[Participation]:
    """
    List the processes a state (or body) takes part in, with its roles.

    The mirror image of `process_participants`, with the same rules.

    Args:
        state: Code, name or record.
        on: A date as for `process_participants`; by default the latest complete lists answer.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `Participation` records by process and role, the possible ones among them: their `answer`
        tells.

    Raises:
        UnknownStateError: If there is no such state.
        InvalidDateError: If *on* is not a date.

    >>> [(each.process, each.role.value) for each in processes_of("Türkiye", on="2015-10-22")]
    [('almaty-process', 'member')]
    """
    facts = dataset or bundled_dataset()
    wanted = party_id(state, facts)
    when = None if on is None else asked(on)[0]
    rosters = [
        _latest_roster(facts, each, None) if when is None else _roster_on(facts, each, when, None)
        for each in facts.process_ids
    ]
    found = [
        each
        for roster in rosters
        for each in (*roster.certain, *roster.possible)
        if each.participant == wanted
    ]
    return Records(sorted(found, key=lambda each: (each.process, each.role)))


def chairs_of(
    name: ProcessLike, *, on: DateLike | None = None, dataset: Dataset | None = None
) -> Records[Term]:
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

    >>> [term.state for term in chairs_of("Almaty Process")]
    ['KAZ', 'KGZ', 'TJK', 'TUR', 'AZE', 'KAZ']
    """
    facts = dataset or bundled_dataset()
    process = facts.process(process_id(name, facts))
    terms = [each for each in process.terms if each.role in _CHAIRS]
    if on is not None:
        days = asked(on)[1]
        terms = [each for each in terms if _term_answer(each, days) is not Answer.NO]
    return Records(terms)


def meetings_of(
    name: ProcessLike, *, level: MeetingLevel | str | None = None, dataset: Dataset | None = None
) -> Records[Meeting]:
    """
    List the meetings of a process.

    Args:
        name: Id, name, acronym or record of the process.
        level: Only meetings of one level ("ministerial", "senior-officials", ...).
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `Meeting` records by date (of an imprecise one its first possible day).

    Raises:
        UnknownProcessError: If there is no such process.
        UnknownTermError: If there is no such level.

    >>> [str(each.date) for each in meetings_of("Almaty Process", level="ministerial")]
    ['2013-06-05', '2025-04-24']
    """
    facts = dataset or bundled_dataset()
    process = facts.process(process_id(name, facts))
    wanted = None if level is None else MeetingLevel(level)
    return Records(each for each in process.meetings if wanted in (None, each.level))


# -- rosters -----------------------------------------------------------------------------------


def _opening(process: ConsultativeProcess) -> PartialDate:
    return min((each.date for each in process.milestones), key=lambda date: _ordinal(date))


def _ordinal(when: PartialDate) -> int:
    return when.earliest.toordinal() if when.earliest else 0


@lru_cache(maxsize=_KEPT_ROSTERS)
def _latest_roster(facts: Dataset, whose: ProcessId, role: ProcessRole | None) -> Roster:
    """Return what the latest complete list of each role says."""
    process = facts.process(whose)
    found: list[Participation] = []
    as_of = None
    for each in ProcessRole if role is None else (role,):
        stated = lists_of(process, each)[0]
        if not stated:
            continue
        latest = max(stated, key=lambda one: (one.last, one.first))
        found += [_listed(process, latest, entry.participant) for entry in latest.names.entries]
        if role is not None or each is ProcessRole.MEMBER:
            as_of = latest.snapshot.as_of
    return _roster(
        facts, process, as_of or process.covered_until, as_of, found, complete=as_of is not None
    )


def _listed(process: ConsultativeProcess, latest: Dated, participant: str) -> Participation:
    return Participation(
        process=process.id,
        participant=participant,
        role=latest.names.role,
        answer=latest.says(participant),
        as_of=(str(latest.snapshot.as_of),),
        citations=latest.snapshot.citations,
    )


@lru_cache(maxsize=_KEPT_ROSTERS)
def _roster_on(
    facts: Dataset, whose: ProcessId, when: PartialDate, role: ProcessRole | None
) -> Roster:
    process = facts.process(whose)
    days = stretches(when)
    found: list[Participation] = []
    for each in ProcessRole if role is None else (role,):
        held = [one for one in process.terms if one.role is each]
        found += _from_terms(process, held, days) if held else _from_lists(process, each, days)
    stated = lists_of(process, role or ProcessRole.MEMBER)[0]
    rests = [pair for day in critical_days(days, stated) for pair in _resting(day, stated)]
    latest = next((before for before in reversed(rests) if before), None)
    as_of = latest.snapshot.as_of if latest else None
    return _roster(facts, process, when, as_of, found, complete=bool(rests) and None not in rests)


def _resting(day: int, stated: list[Dated]) -> list[Dated | None]:
    """Return the complete lists that may be the last ones at or before a day; None for no list."""
    on_the_day = [each for each in stated if each.first == day == each.last]
    return [*on_the_day] or [before for before, _ in splits(day, stated)]


def _from_terms(
    process: ConsultativeProcess, held: list[Term], days: tuple[Stretch, ...]
) -> list[Participation]:
    return [
        Participation(
            process=process.id,
            participant=each.participant,
            role=each.role,
            answer=answer,
            as_of=(str(each.period),),
            citations=each.citations,
        )
        for each in held
        if (answer := _term_answer(each, days)) is not Answer.NO
    ]


def _term_answer(held: Term, days: tuple[Stretch, ...]) -> Answer:
    """Tell whether a term covers all days asked about (yes), none (no), or it is open (unknown)."""
    answers = {term_on(held, day) for day in critical_days(days, (), (held,))}
    return answers.pop() if len(answers) == 1 else Answer.UNKNOWN


def _from_lists(
    process: ConsultativeProcess, role: ProcessRole, days: tuple[Stretch, ...]
) -> list[Participation]:
    stated, others = lists_of(process, role)
    opening = _ordinal(_opening(process))
    found = []
    critical = critical_days(days, [*stated, *others])
    for participant in participants([*stated, *others]):
        findings = [find(participant, day, stated, others) for day in critical if day >= opening]
        told = [each for each in findings if each.answer is not Answer.NO]
        if not told:
            continue
        sure = len(told) == len(critical) and all(each.answer is Answer.YES for each in told)
        evidence = dict.fromkeys(one for each in told for one in each.evidence)
        found.append(
            Participation(
                process=process.id,
                participant=participant,
                role=role,
                answer=Answer.YES if sure else Answer.UNKNOWN,
                as_of=tuple(dict.fromkeys(str(one.snapshot.as_of) for one in evidence)),
                citations=tuple(
                    dict.fromkeys(c for one in evidence for c in one.snapshot.citations)
                ),
            )
        )
    return found


def _roster(
    facts: Dataset,
    process: ConsultativeProcess,
    when: PartialDate,
    as_of: PartialDate | None,
    found: list[Participation],
    *,
    complete: bool,
) -> Roster:
    return Roster(
        process=process.id,
        on=when,
        as_of=as_of,
        complete=complete,
        certain=Records(each for each in found if each.certain),
        possible=Records(each for each in found if not each.certain),
        dataset=facts,
    )
