"""
The part of the second machine that answers about roles: chair, partner, guest and all others.

Roles other than member and observer exclude nothing, so each of them is read alone.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.timelines.evidence import Evidence, PartyList
from second_machine import exists
from second_machine_listed import absence_ends, carried_back, early, speeches
from second_machine_records import (
    NO,
    OF_ITS_DAYS,
    OPEN,
    YES,
    Saying,
    counted,
    counts_more,
    is_of_its_days,
    own_days,
    saying_of_list,
    says_of,
    speaks_of_sort,
    stated_day,
    stated_last,
)

_YEAR_OR_MONTH = re.compile(r"\d{4}(-\d{2})?~?")
CHAIRS = ("chair", "co-chair")


class Window(NamedTuple):
    """
    A term with its days.

    Attributes:
        party: Who has the role.
        begins: The day from which the term is listed.
        alone: The day from which it is listed while no other party may have the role.
        stated: The day from which a rotation is counted; None if it has no such day.
        named: The first day that its record may be of, which bounds the terms of others; None for
            a doubted name, which bounds none.
        first: The first day on which it is possible.
        latest_start: The latest day of its start.
        earliest_end: The earliest day of its end.
        last: The last day on which it is possible.
        doubted: Whether it never makes the role certain.
    """

    party: str
    begins: int
    alone: int
    stated: int | None
    named: int | None
    first: int
    latest_start: int
    earliest_end: int
    last: int
    doubted: bool

    def certain(self, day: int) -> bool:
        """Whether it certainly includes a day."""
        return not self.doubted and self.latest_start <= day <= self.earliest_end

    def possible(self, day: int) -> bool:
        """Whether it may include a day."""
        return self.first <= day <= self.last


def _from_terms(evidence: Evidence, role: str) -> list[Window]:
    """Return the terms of a role as they are recorded; an unknown bound is before or after all."""
    found = []
    for term in evidence.terms:
        if term.role != role:
            continue
        start, end = term.start, term.end
        last = AFTER_ALL if end is None or end.latest is None else end.last_ordinal
        at = stated_day(start)
        begins, alone = _read_from(start, end, role)
        window = Window(
            term.party,
            begins,
            alone,
            at,
            start.first_ordinal,
            start.first_ordinal,
            start.last_ordinal,
            AFTER_ALL if end is None else end.first_ordinal,
            last,
            start.uncertain or (end is not None and end.uncertain),
        )
        found.append(window)
    return found


def _read_from(start: PartialDate, end: PartialDate | None, role: str) -> tuple[int, int]:
    """
    Return the day from which a term is listed, and that for want of any other party.

    A year stands for the whole year: from its first day if the term may end in it, or for a chair
    alone.
    """
    at, last = stated_day(start), stated_last(start)
    if at is None or not _YEAR_OR_MONTH.fullmatch(start.text):
        return last, last
    may_end = end is not None and end.first_ordinal == start.first_ordinal
    if may_end:
        return at, at
    return last, at if role in CHAIRS else last


def _from_list(evidence: Evidence, each: PartyList, party: str) -> Window:
    """Return a list of chairs as a term: of its own days, if it is attendance or meets a term."""
    when, own = each.as_of, own_days(each.as_of)
    first, last = (own[0], own[-1]) if own else (when.last_ordinal, when.first_ordinal)
    doubted = party in each.doubted or when.uncertain or not own
    at = stated_day(when)
    begins = AFTER_ALL if at is None or party in each.doubted else at
    named = None if party in each.doubted else when.first_ordinal
    possible = BEFORE_ALL, AFTER_ALL
    met = _met(evidence, each, party)
    if met:
        begins = max(begins, min(term.begins for term in met))
    if each.kind == "attendance" or met:
        possible = when.first_ordinal, when.last_ordinal
    return Window(party, begins, begins, at, named, possible[0], first, last, possible[1], doubted)


def _moved(day: int, months: int) -> int:
    return (date.fromordinal(day) + relativedelta(months=months)).toordinal()


def _with_bounds(window: Window, others: list[Window], rotation: int, role: str) -> Window:
    """Bound an unknown end by the next holder and by the rotation, an unknown start likewise."""
    others = [each for each in others if each.party != window.party and role == "chair"]
    others = [each for each in others if each.named is not None]
    following = [each for each in others if (each.named or 0) > window.latest_start]
    rotation = rotation if role == "chair" else 0
    first, last, at = window.first, window.last, window.stated
    if last == AFTER_ALL and at is not None:
        starts = [each.latest_start for each in following]
        turns = [_moved(window.begins, rotation)] if rotation and window.begins < AFTER_ALL else []
        lasting = window.earliest_end == AFTER_ALL
        known = window.latest_start if lasting else window.earliest_end
        last = max(min([AFTER_ALL, *starts, *turns]), known)
    if first == BEFORE_ALL and at is not None:
        ends = [
            each.earliest_end
            for each in others
            if each.latest_start < window.earliest_end and each.earliest_end <= window.earliest_end
        ]
        turns = [_moved(at, -rotation)] if rotation else []
        first = min(max([BEFORE_ALL, *ends, *turns]), window.latest_start)
    earliest = min(window.earliest_end, last)
    if window.earliest_end == AFTER_ALL and at is not None:  # another may have begun
        earliest = min([earliest, *(each.named or 0 for each in following)])
    return window._replace(first=first, earliest_end=earliest, last=last)


@lru_cache(maxsize=4096)
def windows_of(evidence: Evidence, role: str) -> tuple[Window, ...]:
    """Return all terms of a role, with those that lists of chairs stand for."""
    terms = _from_terms(evidence, role)
    named = [
        _from_list(evidence, each, party)
        for each in evidence.lists
        for party in sorted(each.parties)
        if role in CHAIRS and each.role == role
    ]
    together = terms + named
    return tuple(_with_bounds(each, together, evidence.rotation, role) for each in together)


def _met(evidence: Evidence, each: PartyList, party: str) -> list[Window]:
    """Return the terms, in the role of a list, of a party that the date of the list meets."""
    terms = _from_terms(evidence, each.role)
    bounded = [_with_bounds(term, terms, evidence.rotation, each.role) for term in terms]
    return [
        term
        for term in bounded
        if term.party == party
        and each.as_of.first_ordinal <= term.last
        and each.as_of.last_ordinal >= term.first
    ]


def _by_terms(
    evidence: Evidence, party: str, role: str, day: int
) -> tuple[frozenset[str], str | None]:
    """Return whether a party has a role by terms on a day, and the listed role."""
    windows = windows_of(evidence, role)
    mine = [each for each in windows if each.party == party]
    if any(each.certain(day) for each in mine):
        return frozenset({role}), role
    certain = {each.party for each in windows if each.certain(day)}
    if not any(each.possible(day) for each in mine):
        known = role == "chair" and certain
        return frozenset({"none"} if known else {role, "none"}), None
    rivals = [each for each in windows if role == "chair" or each.party == party]
    rivals = [each for each in rivals if each.possible(day)]
    begun = [each for each in rivals if each.begins <= day]
    if {each.party for each in rivals} == {party} and not begun:
        begun = [each._replace(begins=each.alone) for each in rivals if each.alone <= day]
    last = max((each.begins for each in begun), default=None)
    listed = {each.party for each in begun if each.begins == last} == {party}
    return frozenset({role, "none"}), role if listed else None


@lru_cache(maxsize=4096)
def _sayings(evidence: Evidence, party: str, role: str) -> list[Saying]:
    """Return what the lists of a role say of a party; of attendance on its own days only."""
    found = []
    for each in _lists_of(evidence, party, role):
        value = says_of(evidence, each, party, role)
        own_only = is_of_its_days(each)
        if value is not None:
            saying = saying_of_list(each, value, carried=not own_only)
            found.append(saying._replace(first=AFTER_ALL) if own_only else saying)
    return found


@lru_cache(maxsize=4096)
def _lists_of(evidence: Evidence, party: str, role: str) -> list[PartyList]:
    """Return the lists of a role, but for those that name the party within a term of it."""
    lists = [each for each in evidence.lists if each.role == role]
    return [each for each in lists if party not in each.parties or not _met(evidence, each, party)]


def _set_by_lists(evidence: Evidence, party: str, role: str, day: int) -> frozenset[bool]:
    lists = _lists_of(evidence, party, role)
    sayings = _sayings(evidence, party, role)
    named = any(each.party == party for each in windows_of(evidence, role))
    named |= any(party in each.parties for each in lists if not is_of_its_days(each))
    of_the_day = any(day in each.own for each in sayings)
    if named or of_the_day:
        carried = [each for each in sayings if each.first != AFTER_ALL or day in each.own]
        values = counted(carried, day, sides_open=True, may_be=named).values
    else:
        complete = [each for each in lists if each.complete]
        spoken = any(speaks_of_sort(evidence, each, party) for each in complete)
        unnamed = not any(party in each.parties for each in lists)
        known = (evidence.closed and unnamed) or (spoken and role not in OF_ITS_DAYS)
        values = NO if known else OPEN
    if any(
        party in each.parties and is_of_its_days(each) and day in _days_of(each) for each in lists
    ):
        return values if of_the_day else OPEN
    lasting = [each for each in lists if not is_of_its_days(each)]
    if of_the_day:
        lasting = [each for each in lists if day in own_days(each.as_of)]
    return values | YES if counts_more(evidence, lasting, party, day) else values


def _days_of(each: PartyList) -> range:
    """Return the days on which a list is read alone: those of its date, without `~`."""
    if is_of_its_days(each):
        start = stated_day(each.as_of)
        return range(0) if start is None else range(start, stated_last(each.as_of) + 1)
    return own_days(each.as_of)


def _listed_by_lists(evidence: Evidence, party: str, role: str, day: int) -> str | None:
    """Return the listed role: of the lists of the day, or carried on or back."""
    lists = _lists_of(evidence, party, role)
    of_the_day = [each for each in lists if day in _days_of(each)]
    said = {says_of(evidence, each, party, role) for each in of_the_day}
    if YES in said or NO in said:
        return role if YES in said else "none"
    lists = [each for each in lists if not is_of_its_days(each)]
    by_day = speeches(evidence, lists, party)
    reading: str | None = None
    for at in sorted(at for at in by_day if at <= day):
        if not by_day[at].differs:
            reading = by_day[at].role or "none"
    if any(at <= day for at in by_day):
        ends = reading == "none" and absence_ends(evidence, by_day, day, AFTER_ALL)
        return carried_back(evidence, by_day, day) if ends else reading
    return early(evidence, lists, party, day) or carried_back(evidence, by_day, day)


def role_on(
    evidence: Evidence, party: str, role: str, day: int
) -> tuple[frozenset[str], str | None]:
    """Return whether a party may have a role on a day, or none, and the listed one."""
    if not exists(evidence, party, day, (role,)):
        return frozenset({"none"}), "none"
    found, listed = _role(evidence, party, role, day)
    if day > evidence.ends[0]:
        found |= {"none"}
    return found, listed if listed in found else None


def _role(
    evidence: Evidence, party: str, role: str, day: int
) -> tuple[frozenset[str], str | None]:
    mine = [each for each in windows_of(evidence, role) if each.party == party]
    in_term = any(each.possible(day) for each in mine)
    if role in CHAIRS or in_term:
        return _by_terms(evidence, party, role, day)
    values = _set_by_lists(evidence, party, role, day)
    words = {True: role, False: "none"}
    return frozenset(words[value] for value in values), _listed_by_lists(
        evidence, party, role, day
    )
