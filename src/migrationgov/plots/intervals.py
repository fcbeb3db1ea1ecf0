"""Who held what from which day to which: memberships and parts in processes."""

from __future__ import annotations

from datetime import date
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.model.status_timeline import Timeline
from migrationgov.plots.labels import process_label
from migrationgov.queries.participant_list_rules import critical_days, lists_of
from migrationgov.queries.roster_builder import opening, roster_of
from migrationgov.queries.status_index import status_index
from migrationgov.vocabularies import ProcessRole, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migrationgov.lookup.day_ranges import DayRange
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.processes import ConsultativeProcess
    from migrationgov.queries.status_index import StatusIndex
    from migrationgov.vocabularies import OrganizationId

#: A first day and what holds from it on, until the next.
Changes = list[tuple[int, Any]]
_STRONGEST_FIRST = (Status.MEMBER, Status.OBSERVER, Status.APPLICANT)


def of_membership(subject: str, whose: OrganizationId, facts: Dataset) -> Iterator[dict[str, Any]]:
    """Yield the statuses of one subject in one register, while it covers the days."""
    here = status_index(facts, whose)
    line = here.timelines.get(subject)
    if line is None:
        return
    edges = {day for step in line.steps for day in (step.first, step.sure)} | set(line.days)
    listed = here.register.observers_known_from.last_ordinal
    begun, until = span(here.first, here.last, edges, facts)
    inside = {begun, *(day for day in (*edges, listed) if begun < day <= until)}
    changes = [(day, _statuses(here, line, subject, day, facts)) for day in sorted(inside)]
    for first, last, statuses in _joined(changes, until):
        strongest = next((s for s in _STRONGEST_FIRST if s in statuses), None)
        if strongest is not None:
            words = [status.value for status in Status if status in statuses]
            where = {"kind": "membership", "of": whose, "label": str(facts.organization(whose))}
            yield where | _row(strongest.value, words, first, last, certain=len(words) == 1)


def _statuses(
    here: StatusIndex, line: Timeline, subject: str, day: int, facts: Dataset
) -> frozenset[Status]:
    """Return the statuses it may have on a day; of one that is in no list, nobody knows."""
    if not here.settled(line, ((day, day),)):
        return frozenset(Status)
    told = line.on(day)
    when = PartialDate.from_date(date.fromordinal(day))
    open_to = facts.has_state(subject) and not here.lists_observers(when)
    return told | {Status.OBSERVER} if Status.NONE in told and open_to else told


def of_process(
    subject: str, process: ConsultativeProcess, facts: Dataset
) -> Iterator[dict[str, Any]]:
    """Yield the roles of one subject in one process, up to the latest evidence on it."""
    where = {"kind": "process", "of": process.id, "label": process_label(process)}
    for role in _roles(subject, process):
        days = _days(process, role, facts)
        changes = [(day, _answer(subject, process, role, day, facts)) for day in days]
        for first, last, answer in _joined(changes, days[-1]):
            if answer is not None:
                words = [role.value] if answer else [role.value, "none"]
                yield where | _row(role.value, words, first, last, certain=answer)


def _roles(subject: str, process: ConsultativeProcess) -> list[ProcessRole]:
    """Return the roles in which a process ever names somebody."""
    named = {each.role for each in process.terms if each.participant == subject}
    for snapshot in process.participant_lists:
        for names in snapshot.lists:
            if any(entry.participant == subject for entry in names.entries):
                named.add(names.role)
    return [role for role in ProcessRole if role in named]


def _days(process: ConsultativeProcess, role: ProcessRole, facts: Dataset) -> tuple[int, ...]:
    """Return the days on which an answer about a role may change, the first and the last too."""
    begun, until = opening(process, facts), process.covered_until.last_ordinal
    terms = [each for each in process.terms if each.role is role]
    lists = [
        each
        for bodies in (False, True)
        for side in lists_of(process, role, organizations=bodies)
        for each in side
    ]
    edges = critical_days(((BEFORE_ALL + 1, AFTER_ALL - 1),), lists, terms)
    first, last = span(begun.first_ordinal if begun else BEFORE_ALL, until, edges, facts)
    return critical_days(((first, max(first, last)),), lists, terms)


def span(first: int, last: int, days: Iterable[int], facts: Dataset) -> DayRange:
    """
    Return the first and the last day to draw.

    Coverage that is open on one side is drawn as far as anything changes there, and up to the day
    that the data are as of.
    """
    known = {day for day in days if BEFORE_ALL + 1 < day < AFTER_ALL - 1}
    end = facts.manifest.as_of.last_ordinal
    if last >= AFTER_ALL:
        last = max({*known, end} - {AFTER_ALL}, default=max(first, 1))
    return (first if first > BEFORE_ALL else min(known, default=last)), last


def _answer(
    subject: str, process: ConsultativeProcess, role: ProcessRole, day: int, facts: Dataset
) -> bool | None:
    """Tell whether somebody certainly (True) or possibly (False) has a role; None if not."""
    when = PartialDate.from_date(date.fromordinal(day))
    roster = roster_of(facts, process.id, when, role)
    for side, certain in ((roster.certain, True), (roster.possible, False)):
        if any(each.participant == subject for each in side):
            return certain
    return None


def _joined(changes: Changes, until: int) -> Iterator[tuple[int, int, Any]]:
    """Yield first day, last day and what holds, each stretch as long as nothing changes."""
    starts = [next(same) for _, same in groupby(changes, key=lambda change: change[1])]
    for (first, what), (following, _) in pairwise([*starts, (until + 1, None)]):
        yield first, following - 1, what


def _row(
    role: str, statuses: list[str], first: int, last: int, *, certain: bool
) -> dict[str, Any]:
    days = {
        "first": date.fromordinal(first).isoformat(),
        "last": date.fromordinal(last).isoformat(),
    }
    return {"role": role, "certain": certain, "may_be": statuses, **days}
