"""The days on which a party has a status or a role in an institution, and its grade."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.lookup.day_ranges import DayRange
from migrationgov.model.dataset import Dataset
from migrationgov.plots.labels import institution_label
from migrationgov.plots.signatures import Interval
from migrationgov.timelines.claims import STATUSES
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.stretches import NONE, Stretch, Timeline
from migrationgov.vocabularies import MIXED_ROLES, Grade, ProcessRole, Status

T = TypeVar("T")
#: Roles that go on between two records that name a party.
_LASTING = {*STATUSES, Status.PARTY, Status.SIGNATORY, *MIXED_ROLES}


def roles_on_record(party: str, lines: InstitutionTimelines) -> set[str]:
    """
    Return the roles that may be drawn as possible: those in which a record names the party.

    Attendance of a meeting speaks for that day alone. It leaves open whether the party is a
    member, or came to other meetings, but a figure of that would be drawn out of silence.
    """
    here = lines.evidence
    roles = {each.role for each in here.lists if party in each.parties}
    if party in here.steps:
        roles |= {*here.rules.statuses}
    return (roles & _LASTING) | {each.role for each in here.terms if each.party == party}


def intervals_of(party: str, institution: str, facts: Dataset) -> Iterator[Interval]:
    """Yield the statuses and roles of a party, on the days that the evidence covers."""
    lines = timelines_of(facts, institution)
    label, on_record = institution_label(institution, facts), roles_on_record(party, lines)
    for role in _roles(party, lines):
        line = lines.line(party, role)
        days = days_to_draw(lines, line.days, facts)
        until = date.fromordinal(days[1]).isoformat() if days[1] < lines.evidence.ends[0] else ""
        for first, last, found in unchanged(partial(_role_on, line, on_record), days, line.days):
            if found is not None:
                its, grade, may_be = found
                yield {
                    "of": institution, "label": label, "role": its, "grade": grade,
                    "may_be": list(may_be), "first": first, "last": last, "lasts": last == until,
                }  # fmt: skip


def joined(intervals: Iterable[Interval]) -> list[Interval]:
    """Return intervals, those that follow one another with one role and grade as one."""
    bars: list[Interval] = []
    for each in intervals:
        if bars and _continues(each, bars[-1]):
            bars[-1] = {**each, "first": bars[-1]["first"]}
        else:
            bars.append(each)
    return bars


def _continues(interval: Interval, before: Interval) -> bool:
    if any(interval[key] != before[key] for key in ("of", "role", "grade")):
        return False
    next_day = date.fromisoformat(before["last"]) + timedelta(days=1)
    return interval["first"] == next_day.isoformat()


def _roles(party: str, lines: InstitutionTimelines) -> list[str]:
    """Return the roles in which a record names a party; one status stands for all statuses."""
    firsts = dict.fromkeys(lines.statuses(role.value)[0] for role in ProcessRole)
    return [role for role in firsts if lines.names(party, role)]


def _role_on(
    line: Timeline, on_record: set[str], day: int
) -> tuple[str, str, tuple[str, ...]] | None:
    """Return the role to draw, its grade and all possible roles; None where there is no role."""
    stretch = line.on(day)
    words = (*(role.value for role in ProcessRole), NONE)
    possible = tuple(word for word in words if word in stretch.possible)
    if len(possible) == 1:
        return None if possible[0] == NONE else (possible[0], Grade.CERTAIN.value, possible)
    if stretch.listed and stretch.listed != NONE:
        return stretch.listed, Grade.LISTED.value, possible
    named = next((role for role in possible if role in stretch.named & on_record), None)
    return None if named is None else (named, Grade.POSSIBLE.value, possible)


def evidence_day(met: Sequence[Stretch]) -> str:
    """Return the day from which the evidence of what is listed on some days speaks."""
    return date.fromordinal(met[-1].since).isoformat()


def days_to_draw(lines: InstitutionTimelines, changes: Iterable[int], facts: Dataset) -> DayRange:
    """
    Return the first and the last day that the evidence on an institution covers.

    Evidence that is open at its start is drawn from the first change on; evidence that is open at
    its end is drawn up to the last change, or to the day that the data are as of.
    """
    first, last = lines.evidence.covered
    if lines.evidence.exists_from > BEFORE_ALL:
        first = lines.evidence.exists_from
    known = {day for day in changes if BEFORE_ALL + 1 < day < AFTER_ALL - 1}
    end = facts.manifest.as_of.last_ordinal
    if last >= AFTER_ALL:
        last = max({*known, end} - {AFTER_ALL}, default=max(first, 1))
    first = first if first > BEFORE_ALL else min(known, default=last)
    return first, max(first, last)


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
