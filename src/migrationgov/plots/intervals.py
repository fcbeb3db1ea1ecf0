"""The days on which a party has a status in an institution, or a role in a process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import TypeVar

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.lookup.day_ranges import DayRange
from migrationgov.model.dataset import Dataset
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.plots.labels import process_label
from migrationgov.plots.signatures import Interval
from migrationgov.queries.memberships import status_on
from migrationgov.queries.participant_list_rules import critical_days, lists_of
from migrationgov.queries.roster_builder import founding_of, opening, roster_of
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
    begun, until = days_to_draw(index.first, index.last, edges, facts)
    days = [begun, *sorted(day for day in edges if begun < day <= until)]
    changes = [
        (day, tuple(status_on(party, date.fromordinal(day), institution, dataset=facts).statuses))
        for day in days
    ]
    label = str(facts.organization(institution))
    for first, last, statuses in joined(changes, until):
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
        changes = [(day, _certain(party, process, role, day, facts)) for day in days]
        for first, last, certain in joined(changes, days[-1]):
            if certain is not None:
                words = [role.value] if certain else [role.value, "none"]
                yield {
                    "kind": "process", "of": process.id, "label": label, "role": role.value,
                    "certain": certain, "may_be": words, "first": first, "last": last,
                }  # fmt: skip


def _roles(party: str, process: ConsultativeProcess) -> list[ProcessRole]:
    """Return the roles in which a record of a process names a party."""
    named = {each.role for each in process.terms if each.participant == party}
    for lists in process.participant_lists:
        for names in lists.lists:
            if any(entry.participant == party for entry in names.entries):
                named.add(names.role)
    return [role for role in ProcessRole if role in named]


def _days_of_change(
    process: ConsultativeProcess, role: ProcessRole, facts: Dataset
) -> tuple[int, ...]:
    """Return the days on which an answer about a role may change, with the first and the last."""
    begun = founding_of(process) or opening(process, facts)  # no roles before the founding
    until = process.covered_until.last_ordinal
    terms = [each for each in process.terms if each.role is role]
    sides = [lists_of(process, role, organizations=which) for which in (False, True)]
    lists = [each for pair in sides for side in pair for each in side]
    edges = critical_days(((BEFORE_ALL + 1, AFTER_ALL - 1),), lists, terms)
    first, last = days_to_draw(begun.first_ordinal if begun else BEFORE_ALL, until, edges, facts)
    return critical_days(((first, max(first, last)),), lists, terms)


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
    party: str, process: ConsultativeProcess, role: ProcessRole, day: int, facts: Dataset
) -> bool | None:
    """Return whether a party has a role: True if certain, False if possible, None if not."""
    roster = roster_of(facts, process.id, PartialDate.from_date(date.fromordinal(day)), role)
    found = (*roster.certain, *roster.possible)
    return next((each.certain for each in found if each.participant == party), None)


def joined(changes: list[tuple[int, T]], until: int) -> Iterator[tuple[str, str, T]]:
    """Yield each unchanged value with its first and last day, from values by first day."""
    starts = [next(group) for _, group in groupby(changes, key=lambda change: change[1])]
    ends = [day for day, _ in starts[1:]] + [until + 1]
    for (first, value), following in zip(starts, ends, strict=True):
        last = date.fromordinal(following - 1)
        yield date.fromordinal(first).isoformat(), last.isoformat(), value
