"""The days on which a party has a status in an institution, or a role in a process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.lookup.day_ranges import DayRange
from migrationgov.model.dataset import Dataset
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.plots.labels import process_label
from migrationgov.plots.signatures import Interval
from migrationgov.queries.memberships import status_on
from migrationgov.queries.participant_list_rules import critical_days, lists_of
from migrationgov.queries.process_founding import founding_of, opening
from migrationgov.queries.roster_builder import life, roster_of
from migrationgov.queries.status_index import status_index
from migrationgov.vocabularies import OrganizationId, ProcessRole, Status

_STRONGEST_FIRST = (Status.MEMBER, Status.OBSERVER, Status.APPLICANT)

T = TypeVar("T")


def membership_intervals(
    party: str, institution: OrganizationId, facts: Dataset
) -> Iterator[Interval]:
    """Yield the statuses of a party in one register, on the days that the register covers."""
    index = status_index(facts, institution)
    line = index.timelines.get(party)
    if line is None:
        return
    edges = {day for step in line.transitions for day in (step.first, step.sure)} | set(line.days)
    edges.add(index.register.observers_known_from.last_ordinal)
    days = days_to_draw(index.first, index.last, edges, facts)
    label = str(facts.organization(institution))

    def statuses_on(day: int) -> tuple[Status, ...]:
        on = date.fromordinal(day)
        return tuple(status_on(party, on, institution, dataset=facts).statuses)

    for first, last, statuses in unchanged(statuses_on, days, edges):
        strongest = next((s for s in _STRONGEST_FIRST if s in statuses), None)
        if strongest is not None:
            words = [status.value for status in statuses]
            yield {
                "kind": "membership", "of": institution, "label": label, "role": strongest.value,
                "certain": len(words) == 1, "may_be": words, "first": first, "last": last,
            }  # fmt: skip


def process_intervals(
    party: str, process: ConsultativeProcess, facts: Dataset
) -> Iterator[Interval]:
    """Yield the roles of a party in one process, up to the latest evidence on the process."""
    label = process_label(process)
    for role in _roles(party, process):
        days = _days_of_change(process, role, facts)
        is_certain = partial(_certain, party, process, role, facts)
        for first, last, certain in unchanged(is_certain, (days[0], days[-1]), days):
            if certain is not None:
                words = [role.value] if certain else [role.value, "none"]
                yield {
                    "kind": "process", "of": process.id, "label": label, "role": role.value,
                    "certain": certain, "may_be": words, "first": first, "last": last,
                }  # fmt: skip


def _roles(party: str, process: ConsultativeProcess) -> list[ProcessRole]:
    """Return the roles in which a record of a process names a party."""
    lists = (names for each in process.participant_lists for names in each.lists)
    named = {(each.role, entry.participant) for each in lists for entry in each.entries}
    named |= {(each.role, each.participant) for each in process.terms}
    return [role for role in ProcessRole if (role, party) in named]


def _days_of_change(
    process: ConsultativeProcess, role: ProcessRole, facts: Dataset
) -> tuple[int, ...]:
    """Return the days on which an answer about a role may change, with the first and the last."""
    begun = founding_of(process, facts) or opening(process, facts)  # no roles before the founding
    until = process.covered_until.last_ordinal
    terms = [each for each in process.terms if each.role is role]
    sides = [lists_of(process, role, organizations=which) for which in (False, True)]
    lists = [each for pair in sides for side in pair for each in side]
    edges = critical_days(((BEFORE_ALL + 1, AFTER_ALL - 1),), lists, terms)
    first, last = days_to_draw(begun.first_ordinal if begun else BEFORE_ALL, until, edges, facts)
    last = max(first, last)
    began, ended = life(process)
    limits = {day for day in (began, ended + 1) if first < day <= last}
    return tuple(sorted({*critical_days(((first, last),), lists, terms), *limits}))


def days_to_draw(first: int, last: int, changes: Iterable[int], facts: Dataset) -> DayRange:
    """
    Return the first and the last day to draw.

    Coverage that is open at its start is drawn from the first change on; coverage that is open at
    its end is drawn up to the last change, or to the day that the data are as of.
    """
    known = {day for day in changes if BEFORE_ALL + 1 < day < AFTER_ALL - 1}
    end = facts.manifest.as_of.last_ordinal
    if last >= AFTER_ALL:
        last = max({*known, end} - {AFTER_ALL}, default=max(first, 1))
    return (first if first > BEFORE_ALL else min(known, default=last)), last


def _certain(
    party: str, process: ConsultativeProcess, role: ProcessRole, facts: Dataset, day: int
) -> bool | None:
    """Return whether a party has a role: True if certain, False if possible, None if not."""
    roster = roster_of(facts, process.id, PartialDate.from_date(date.fromordinal(day)), role)
    found = (*roster.certain, *roster.possible)
    return next((each.certain for each in found if each.participant == party), None)


def unchanged(
    value_on: Callable[[int], T], days: DayRange, changes: Iterable[int]
) -> Iterator[tuple[str, str, T]]:
    """Yield each value with its first and last day; it may change on the days of *changes*."""
    begun, until = days
    starts = [begun, *sorted(day for day in changes if begun < day <= until)]
    groups = groupby(((day, value_on(day)) for day in starts), key=itemgetter(1))
    changed = [next(group) for _, group in groups]
    ends = [day for day, _ in changed[1:]] + [until + 1]
    for (first, value), following in zip(changed, ends, strict=True):
        last = date.fromordinal(following - 1)
        yield date.fromordinal(first).isoformat(), last.isoformat(), value
