"""How rosters are made: role by role, from terms where there are any, else from dated lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial, reduce
from operator import or_

from attrs import evolve

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.lookup.day_ranges import DayRange, day_ranges_of, warn_outside_coverage
from migrationgov.model.dataset import Dataset
from migrationgov.model.processes import ConsultativeProcess, Term
from migrationgov.queries.participant_list_rules import (
    LASTING,
    ROTATING,
    Dated,
    before,
    critical_days,
    find,
    lists_of,
    participants,
    stands,
    term_on,
)
from migrationgov.results.record_list import RecordList
from migrationgov.results.roster import Participation, Roster
from migrationgov.vocabularies import MilestoneKind, ProcessId, ProcessRole

_KEPT_ROSTERS = 1024

#: Letters in the id of a former state (ISO 3166-3).
_FORMER = 4


def opening(process: ConsultativeProcess, facts: Dataset) -> PartialDate | None:
    """Return the date of the first event in the life of a process; None where none is known."""
    return facts.derived(("opening", process.id), lambda _: _first_event(process))


def _first_event(process: ConsultativeProcess) -> PartialDate | None:
    events = [each.date for each in process.milestones]
    events += [each.date for each in process.meetings]
    events += [each.as_of for each in process.participant_lists]
    return min(events, key=lambda when: when.first_ordinal, default=None)


def warn_after_evidence(when: PartialDate, found: Iterable[ProcessId], facts: Dataset) -> None:
    """Warn once: by the process found that is known for the shortest, or by all of them."""
    asked = [facts.process(each) for each in sorted(set(found))]
    if asked:
        first = min(asked, key=lambda each: each.covered_until.last_ordinal)
        warn_outside_coverage(when, f"the {first.name}", None, first.covered_until)
    elif facts.processes:
        ends = (each.covered_until for each in facts.processes)
        warn_outside_coverage(
            when, "any process", None, max(ends, key=lambda end: end.last_ordinal)
        )


def roster_of(
    facts: Dataset, whose: ProcessId, when: PartialDate | None, role: ProcessRole | None
) -> Roster:
    """Return who takes part on a date, or by the latest evidence, role by role."""
    rosters = facts.derived("rosters", lambda _: lru_cache(_KEPT_ROSTERS)(partial(_built, facts)))
    return rosters(whose, when, role)


def _built(
    facts: Dataset, whose: ProcessId, when: PartialDate | None, role: ProcessRole | None
) -> Roster:
    process = facts.process(whose)
    latest = process.covered_until.latest
    on = when or (PartialDate.from_date(latest) if latest else process.covered_until)
    # Who merely attended a meeting on the day of the latest evidence is no answer to "who is in".
    roles = [each for each in _roles(role) if when or role or each in LASTING]
    found, complete = [], set()
    for each in roles:
        its, closed = _holders(process, each, day_ranges_of(on))
        its = list(_of_those_there(its, day_ranges_of(on), facts))
        found += sorted(its, key=lambda one: one.participant)
        complete |= {each} if closed else set()
    if facts.whole is not None:
        found, complete = _tempered(found, complete, roster_of(facts.whole, whose, on, role))
    return Roster(
        process=process.id,
        on=on,
        as_of=_latest_list(process, role or ProcessRole.MEMBER, day_ranges_of(on)),
        complete_roles=frozenset(complete),
        certain=RecordList(each for each in found if each.certain),
        possible=RecordList(each for each in found if not each.certain),
        dataset=facts,
    )


def _of_those_there(
    found: list[Participation], days: tuple[DayRange, ...], facts: Dataset
) -> Iterator[Participation]:
    """Leave out states that had ended by then, whatever list still stands."""
    for each in found:
        who = each.participant
        former = len(who) == _FORMER and facts.has_state(who)  # spares reading all states
        end = facts.state(who).end if former else None
        last = AFTER_ALL if end is None or end.uncertain else end.last_ordinal
        if all(stretch_end <= last for _, stretch_end in days):
            yield each
        elif any(first <= last for first, _ in days):
            yield evolve(each, answer=Answer.UNKNOWN)


def _tempered(
    found: list[Participation], complete: set[ProcessRole], whole: Roster
) -> tuple[list[Participation], set[ProcessRole]]:
    """Take away the certainty that the dataset does not have which this one was cut out of."""
    sure = {(each.participant, each.role) for each in whole.certain}
    maybe = sure | {(each.participant, each.role) for each in whole.possible}
    told = {(each.participant, each.role) for each in found}
    missed = {role for _, role in maybe - told}
    less = [
        each if (each.participant, each.role) in sure else evolve(each, answer=Answer.UNKNOWN)
        for each in found
    ]
    return less, (complete & whole.complete_roles) - missed


def _roles(role: ProcessRole | None) -> tuple[ProcessRole, ...]:
    return tuple(ProcessRole) if role is None else (role,)


def _holders(
    process: ConsultativeProcess, role: ProcessRole, days: tuple[DayRange, ...]
) -> tuple[list[Participation], bool]:
    """Return who has a role on the days, and whether any other certainly has not."""
    held = _from_terms(process, role, days)
    if role is ProcessRole.CHAIR and any(one.certain for one in held):
        return held, True
    return [*held, *_from_lists(process, role, days)], _is_complete(process, role, days)


def _is_complete(
    process: ConsultativeProcess, role: ProcessRole, days: tuple[DayRange, ...]
) -> bool:
    """Tell whether a state that is not found certainly has not the role on all the days."""
    stated, others = lists_of(process, role)
    return role not in ROTATING and all(
        stands(day, stated, others) for day in critical_days(days, [*stated, *others])
    )


def _latest_list(
    process: ConsultativeProcess, role: ProcessRole, days: tuple[DayRange, ...]
) -> PartialDate | None:
    """Return the date of the latest complete list that the answer rests on."""
    known = [each for each in _rests(process, role, days) if each]
    latest = max(known, key=lambda each: (each.last, each.first), default=None)
    return latest.snapshot.as_of if latest else None


def _rests(
    process: ConsultativeProcess, role: ProcessRole, days: tuple[DayRange, ...]
) -> list[Dated | None]:
    """Return the complete lists that answer for a role, day by day; None for no list yet."""
    stated = lists_of(process, role)[0]
    return [each for day in critical_days(days, stated) for each in before(day, stated)]


def _from_terms(
    process: ConsultativeProcess, role: ProcessRole, days: tuple[DayRange, ...]
) -> list[Participation]:
    """Return who has the role by terms; two terms of one state are one participation."""
    terms: dict[str, list[Term]] = {}
    for each in process.terms:
        if each.role is role and term_answer((each,), days) is not Answer.NO:
            terms.setdefault(each.participant, []).append(each)
    return [
        Participation(
            process=process.id,
            participant=participant,
            role=role,
            answer=term_answer(its, days),
            as_of=tuple(str(each.period) for each in its),
            citations=tuple(dict.fromkeys(c for each in its for c in each.citations)),
        )
        for participant, its in terms.items()
    ]


def term_answer(held: Sequence[Term], days: tuple[DayRange, ...]) -> Answer:
    """Tell whether terms cover all days asked about, none of them, or may cover some."""
    answers = {
        reduce(or_, (term_on(each, day) for each in held)) for day in critical_days(days, (), held)
    }
    return answers.pop() if len(answers) == 1 else Answer.UNKNOWN


def _from_lists(
    process: ConsultativeProcess, role: ProcessRole, days: tuple[DayRange, ...]
) -> list[Participation]:
    """Return who has the role by lists; whoever has a term of that role is left to it."""
    by_term = {each.participant for each in process.terms if each.role is role}
    found = []
    for bodies in (False, True):
        stated, others = lists_of(process, role, bodies=bodies)
        for participant in participants([*stated, *others]):
            told = _told(process, participant, days, stated, others)
            if participant not in by_term and told:
                found.append(told)
    return found


def _told(
    process: ConsultativeProcess,
    participant: str,
    days: tuple[DayRange, ...],
    stated: list[Dated],
    others: list[Dated],
) -> Participation | None:
    """Return what the lists tell of one participant on the days; None where they exclude it."""
    began, ended = life(process)
    critical = critical_days((*days, (began, began), (ended, ended)), [*stated, *others])
    asked_for = [day for day in critical if any(first <= day <= last for first, last in days)]
    alive = [day for day in asked_for if began <= day <= ended]
    findings = [find(participant, day, stated, others) for day in alive]
    told = [each for each in findings if each.answer is not Answer.NO]
    if not told:
        return None
    sure = len(told) == len(asked_for) and all(each.answer is Answer.YES for each in told)
    evidence = dict.fromkeys(one for each in told for one in each.evidence)
    return Participation(
        process=process.id,
        participant=participant,
        role=next(iter(evidence)).names.role,
        answer=Answer.YES if sure else Answer.UNKNOWN,
        as_of=tuple(dict.fromkeys(str(one.snapshot.as_of) for one in evidence)),
        citations=tuple(dict.fromkeys(c for one in evidence for c in one.snapshot.citations)),
    )


def life(process: ConsultativeProcess) -> tuple[int, int]:
    """Return the first and the last day on which the process may have been there."""
    ends = [each.date for each in process.milestones if each.kind is MilestoneKind.ENDED]
    last = max((end.last_ordinal for end in ends), default=AFTER_ALL)
    first = _first_event(process)
    return first.first_ordinal if first else BEFORE_ALL, last
