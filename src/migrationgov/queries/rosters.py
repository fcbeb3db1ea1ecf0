"""How rosters are made: role by role, from terms where there are any, else from dated lists."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from migrationgov.model.dataset import Dataset
from migrationgov.model.dates import Answer, PartialDate
from migrationgov.model.processes import ConsultativeProcess, Term
from migrationgov.model.timeline import AFTER_ALL
from migrationgov.model.vocab import ProcessId, ProcessRole
from migrationgov.queries.coverage import Stretch, stretches, warn_outside
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

_KEPT_ROSTERS = 1024


def opening(process: ConsultativeProcess) -> PartialDate:
    """Return the date of the first event in the life of a process."""
    return min((each.date for each in process.milestones), key=_ordinal)


def _ordinal(when: PartialDate) -> int:
    return when.earliest.toordinal() if when.earliest else 0


def warn_after_evidence(when: PartialDate, facts: Dataset) -> None:
    """Warn once, however many processes there are: a process that had not begun is no gap."""
    ends = {each.covered_until for each in facts.processes}
    if ends:
        warn_outside(when, "all the processes", None, min(ends, key=_last_ordinal))


def _last_ordinal(when: PartialDate) -> int:
    return when.latest.toordinal() if when.latest else AFTER_ALL


@lru_cache(maxsize=_KEPT_ROSTERS)
def latest_roster(facts: Dataset, whose: ProcessId, role: ProcessRole | None) -> Roster:
    """Return what the latest complete list of each role says."""
    process = facts.process(whose)
    latest = {
        each: max(stated, key=lambda one: (one.last, one.first))
        for each in _roles(role)
        if (stated := lists_of(process, each)[0])
    }
    rests = latest.get(role or ProcessRole.MEMBER)
    as_of = rests.snapshot.as_of if rests else None
    found = [
        _listed(process, names, entry.participant)
        for names in latest.values()
        for entry in names.names.entries
    ]
    return _roster(facts, process, as_of or process.covered_until, as_of, found, latest)


def _roles(role: ProcessRole | None) -> tuple[ProcessRole, ...]:
    return tuple(ProcessRole) if role is None else (role,)


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
def roster_on(
    facts: Dataset, whose: ProcessId, when: PartialDate, role: ProcessRole | None
) -> Roster:
    """Return who takes part on a date, role by role."""
    process, days = facts.process(whose), stretches(when)
    found: list[Participation] = []
    complete: set[ProcessRole] = set()
    for each in _roles(role):
        held = [one for one in process.terms if one.role is each]
        its = _from_terms(process, held, days) if held else _from_lists(process, each, days)
        found += its
        if _is_complete(process, each, days, its if held else None):
            complete.add(each)
    rests = _rests(process, role or ProcessRole.MEMBER, days)
    latest = next((before for before in reversed(rests) if before), None)
    as_of = latest.snapshot.as_of if latest else None
    return _roster(facts, process, when, as_of, found, complete)


def _is_complete(
    process: ConsultativeProcess,
    role: ProcessRole,
    days: tuple[Stretch, ...],
    by_terms: list[Participation] | None,
) -> bool:
    """Tell whether whoever is not found certainly has not the role on all the days."""
    if by_terms is not None:  # one chair at a time; other terms do not exclude each other
        return role is ProcessRole.CHAIR and any(each.certain for each in by_terms)
    rests = _rests(process, role, days)
    return bool(rests) and None not in rests


def _rests(
    process: ConsultativeProcess, role: ProcessRole, days: tuple[Stretch, ...]
) -> list[Dated | None]:
    """Return the complete lists that answer for a role, day by day; None for no list yet."""
    stated = lists_of(process, role)[0]
    return [each for day in critical_days(days, stated) for each in _resting(day, stated)]


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
        if (answer := term_answer(each, days)) is not Answer.NO
    ]


def term_answer(held: Term, days: tuple[Stretch, ...]) -> Answer:
    """Tell whether a term covers all days asked about, none of them, or may cover some."""
    answers = {term_on(held, day) for day in critical_days(days, (), (held,))}
    return answers.pop() if len(answers) == 1 else Answer.UNKNOWN


def _from_lists(
    process: ConsultativeProcess, role: ProcessRole, days: tuple[Stretch, ...]
) -> list[Participation]:
    stated, others = lists_of(process, role)
    began = _ordinal(opening(process))
    found = []
    critical = critical_days(days, [*stated, *others])
    for participant in participants([*stated, *others]):
        findings = [find(participant, day, stated, others) for day in critical if day >= began]
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
    complete: Iterable[ProcessRole],
) -> Roster:
    return Roster(
        process=process.id,
        on=when,
        as_of=as_of,
        complete_roles=frozenset(complete),
        certain=Records(each for each in found if each.certain),
        possible=Records(each for each in found if not each.certain),
        dataset=facts,
    )
