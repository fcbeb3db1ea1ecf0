"""The builder of rosters: the participants of a process, from its terms and its lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial, reduce

from attrs import evolve

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.lookup.day_ranges import DayRange, day_ranges_of
from migrationgov.model.dataset import Dataset
from migrationgov.model.processes import ConsultativeProcess, Term
from migrationgov.queries.participant_list_rules import (
    LASTING,
    ROTATING,
    DatedList,
    before,
    critical_days,
    find,
    lists_of,
    participants,
    stands,
    term_on,
)
from migrationgov.queries.process_founding import first_event, precedes_founding
from migrationgov.results.record_list import RecordList
from migrationgov.results.roster import Participation, Roster
from migrationgov.vocabularies import MilestoneKind, ProcessId, ProcessRole

_KEPT_ROSTERS = 1024


#: Letters in the id of a former state (ISO 3166-3).
_FORMER = 4


def roster_of(
    facts: Dataset, process: ProcessId, when: PartialDate | None, role: ProcessRole | None
) -> Roster:
    """Return the participants of a process on a date, or by the latest evidence, role by role."""
    rosters = facts.derived("rosters", lambda _: lru_cache(_KEPT_ROSTERS)(partial(_built, facts)))
    return rosters(process, when, role)


def _built(
    facts: Dataset, process_id: ProcessId, when: PartialDate | None, role: ProcessRole | None
) -> Roster:
    process = facts.process(process_id)
    latest = process.covered_until.latest
    on = when or (PartialDate.from_date(latest) if latest else process.covered_until)
    days = day_ranges_of(on)
    found, complete = _found(process, days, _roles(role, lasting_only=not when), facts)
    if facts.whole is not None:
        full = roster_of(facts.whole, process_id, on, role)
        found, complete = _no_more_certain(found, complete, full)
    return Roster(
        process=process.id,
        on=on,
        as_of=_latest_list(process, role or ProcessRole.MEMBER, days),
        complete_roles=frozenset(complete),
        certain=RecordList(each for each in found if each.certain),
        possible=RecordList(each for each in found if not each.certain),
        dataset=facts,
    )


def _found(
    process: ConsultativeProcess,
    days: tuple[DayRange, ...],
    roles: Iterable[ProcessRole],
    facts: Dataset,
) -> tuple[list[Participation], set[ProcessRole]]:
    """Return all participations on the days, and the roles whose lists are complete."""
    if precedes_founding(process, days, facts):
        return [], set(ProcessRole)
    found: list[Participation] = []
    complete: set[ProcessRole] = set()
    for role in roles:
        holders, closed = _holders(process, role, days)
        existing = _without_former_states(holders, days, facts)
        found += sorted(existing, key=lambda one: one.participant)
        complete |= {role} if closed else set()
    return found, complete


def _without_former_states(
    found: list[Participation], days: tuple[DayRange, ...], facts: Dataset
) -> Iterator[Participation]:
    """Leave out states that had ended before the days, although the last list names them."""
    for each in found:
        party = each.participant
        former = len(party) == _FORMER and facts.has_state(party)  # spares reading all states
        end = facts.state(party).end if former else None
        last = AFTER_ALL if end is None or end.uncertain else end.last_ordinal
        if all(range_end <= last for _, range_end in days):
            yield each
        elif any(first <= last for first, _ in days):
            yield evolve(each, answer=Answer.UNKNOWN)


def _no_more_certain(
    found: list[Participation], complete: set[ProcessRole], full: Roster
) -> tuple[list[Participation], set[ProcessRole]]:
    """
    Make certain participations unknown where the full dataset is not certain of them.

    A filtered dataset must not be more certain than the full one.
    """
    certain = {(each.participant, each.role) for each in full.certain}
    named = certain | {(each.participant, each.role) for each in full.possible}
    missed = {role for _, role in named - {(each.participant, each.role) for each in found}}
    limited = [
        each if (each.participant, each.role) in certain else evolve(each, answer=Answer.UNKNOWN)
        for each in found
    ]
    return limited, (complete & full.complete_roles) - missed


def _roles(role: ProcessRole | None, *, lasting_only: bool) -> tuple[ProcessRole, ...]:
    """Return the roles of a query; attendance does not last, so without a date it is left out."""
    if role is not None:
        return (role,)
    return tuple(each for each in ProcessRole if not lasting_only or each in LASTING)


def _holders(
    process: ConsultativeProcess, role: ProcessRole, days: tuple[DayRange, ...]
) -> tuple[list[Participation], bool]:
    """Return the parties with a role on the days, and whether all others certainly lack it."""
    by_term = _from_terms(process, role, days)
    if role is ProcessRole.CHAIR and any(one.certain for one in by_term):
        return by_term, True
    return [*by_term, *_from_lists(process, role, days)], _is_complete(process, role, days)


def _is_complete(
    process: ConsultativeProcess, role: ProcessRole, days: tuple[DayRange, ...]
) -> bool:
    """Whether a state that is not found certainly does not have the role on any of the days."""
    stated, others = lists_of(process, role)
    return role not in ROTATING and all(
        stands(day, stated, others) for day in critical_days(days, [*stated, *others])
    )


def _latest_list(
    process: ConsultativeProcess, role: ProcessRole, days: tuple[DayRange, ...]
) -> PartialDate | None:
    """Return the date of the latest complete list behind the answer."""
    stated = lists_of(process, role)[0]
    deciding = (each for day in critical_days(days, stated) for each in before(day, stated))
    known = (each for each in deciding if each)
    latest = max(known, key=lambda each: (each.last, each.first), default=None)
    return latest.lists.as_of if latest else None


def _from_terms(
    process: ConsultativeProcess, role: ProcessRole, days: tuple[DayRange, ...]
) -> list[Participation]:
    """Return the parties with the role by terms; two terms of a state are one participation."""
    terms: dict[str, list[Term]] = {}
    for each in process.terms:
        if each.role is role and term_answer((each,), days) is not Answer.NO:
            terms.setdefault(each.participant, []).append(each)
    return [
        Participation(
            process=process.id,
            participant=participant,
            role=role,
            answer=term_answer(own, days),
            as_of=tuple(str(each.period) for each in own),
            citations=tuple(dict.fromkeys(c for each in own for c in each.citations)),
        )
        for participant, own in terms.items()
    ]


def term_answer(terms: Sequence[Term], days: tuple[DayRange, ...]) -> Answer:
    """Return whether terms cover all days, none of them, or may cover some."""
    answers = {
        reduce(Answer.__or__, (term_on(each, day) for each in terms))
        for day in critical_days(days, (), terms)
    }
    return answers.pop() if len(answers) == 1 else Answer.UNKNOWN


def _from_lists(
    process: ConsultativeProcess, role: ProcessRole, days: tuple[DayRange, ...]
) -> list[Participation]:
    """Return the parties with the role by lists, without parties with a term of that role."""
    by_term = {each.participant for each in process.terms if each.role is role}
    found: list[Participation] = []
    for organizations in (False, True):
        stated, others = lists_of(process, role, organizations=organizations)
        for participant in participants([*stated, *others]):
            one = _participation(process, participant, days, stated, others)
            if participant not in by_term and one:
                found.append(one)
    return found


def _participation(
    process: ConsultativeProcess,
    participant: str,
    days: tuple[DayRange, ...],
    stated: list[DatedList],
    others: list[DatedList],
) -> Participation | None:
    """Return the participation of one party by the lists; None where they exclude it."""
    began, ended = life(process)
    changes = critical_days((*days, (began, began), (ended, ended)), [*stated, *others])
    critical = [day for day in changes if any(first <= day <= last for first, last in days)]
    alive = [day for day in critical if began <= day <= ended]
    findings = [find(participant, day, stated, others) for day in alive]
    named = [each for each in findings if each.answer is not Answer.NO]
    if not named:
        return None
    certain = len(named) == len(critical) and all(each.answer is Answer.YES for each in named)
    evidence = dict.fromkeys(one for each in named for one in each.evidence)
    return Participation(
        process=process.id,
        participant=participant,
        role=next(iter(evidence)).names.role,
        answer=Answer.YES if certain else Answer.UNKNOWN,
        as_of=tuple(dict.fromkeys(str(one.lists.as_of) for one in evidence)),
        citations=tuple(dict.fromkeys(c for one in evidence for c in one.lists.citations)),
    )


def life(process: ConsultativeProcess) -> tuple[int, int]:
    """Return the first and the last day on which the process may have existed."""
    ends = [each.date for each in process.milestones if each.kind is MilestoneKind.ENDED]
    last = max((end.last_ordinal for end in ends), default=AFTER_ALL)
    first = first_event(process)
    return first.first_ordinal if first else BEFORE_ALL, last
