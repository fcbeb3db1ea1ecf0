"""
The rules: what the claims about one party leave on a day, and the best reading of them.

**The set.** A claim *counts* on a day if it may be the last complete list or transition on or
before the day, the first one after it, or a partial list between these two.

1. A status is certain if all claims that count say yes of it and no side is open; it is excluded
   if all say no. On the own day of a list, of all lists only those of this day count. A month, a
   year or a bracket is no such day; each day of an interval is.
2. Only complete lists and transitions bound what is certain. Where none certainly comes before the
   day, or after it, that side is open: a party that a record names in the status may have it or
   not.
3. A party that no record names has no status where there is a complete list of the role, or a
   closed register. Otherwise nothing is known.

**The reading.** It never changes the set, and lists nothing that is not in it.

4. The last claim that speaks on or before the day is carried on; an absence from a list by four
   years at most, where the next record is a list that names the party. Lists of one date are read
   together: a party has the role in which one of them names it, although the complete list of
   another role leaves it out. Where two lists of one role and date differ, the reading before them
   stays.
5. Where no claim speaks yet, a list names on the earlier days that its date leaves open.
6. Where no claim speaks on or before the day, the role that the first list after it names is
   carried back, by four years at most, not before the founding. Absence is never carried back.
7. On the days that the date of a transition leaves open, nothing is listed.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.timelines.stretches import NONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from migrationgov.timelines.claims import Claim
    from migrationgov.timelines.stretches import RecordKey

#: What a claim says of a status; `|` joins what several claims say.
NO, YES = 1, 2
EITHER = NO | YES
#: It takes the "no" of other claims away, and says nothing itself.
ALLOWS = 0

#: A list that names a party is carried back by so many years: 468 of 469 members on a complete
#: list were on the list before it if that was at most four years older, 211 of 223 beyond. By as
#: many an absence is carried on to a list that names the party, which came at some day between.
YEARS_CARRIED = 4


class Reading:
    """The best reading on a day: the status, and the day from which its record speaks."""

    __slots__ = ("by", "since", "status")

    def __init__(
        self, status: str | None = None, since: int = BEFORE_ALL, by: RecordKey | None = None
    ) -> None:
        self.status = status
        self.since = since
        self.by = by


NO_READING = Reading()


def counting(status: str, day: int, claims: Iterable[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Return the claims about a status that count on a day: of before it, and of after it."""
    about = [
        each
        for each in claims
        if status in each.before or status in each.after
        if not each.own_days or each.first <= day <= each.last
    ]
    own = [each for each in about if each.every_day and each.first <= day <= each.last]
    if any(each.after[status] for each in own):
        about = [each for each in about if each.order >= 0]
    else:
        own = []
    before = [each for each in about if each.first <= day and status in each.after]
    after = [each for each in about if each.last > day and status in each.before]
    latest = [each for each in about if each.bounds and each.last <= day]
    first = [each for each in about if each.bounds and each.first > day]
    before = [each for each in before if not any(each.precedes(other) for other in latest)]
    after = [each for each in after if not any(other.precedes(each) for other in first)]
    return [*before, *own], after


def what_is_left(status: str, day: int, claims: Iterable[Claim], open_side: int) -> int:
    """
    Return what the claims leave of a status on a day: yes, no, or either; 0 for nothing.

    Args:
        status: The status.
        day: The day.
        claims: All claims about the party.
        open_side: What an open side adds.
    """
    before, after = counting(status, day, claims)
    said = [each.after[status] for each in before if status in each.after]
    said += [each.before[status] for each in after if status in each.before]
    left = 0
    for each in said:
        left |= each
    if left & NO and ALLOWS in said:
        left = EITHER
    own_day = any(
        each.every_day and each.first <= day <= each.last and each.after[status] for each in before
    )
    bounded = (
        own_day or any(each.bounds and each.last <= day for each in before),
        own_day or any(each.bounds and each.first > day for each in after),
    )
    if not all(bounded):
        left |= open_side
    return left


def transitions_say(status: str, first: int, last: int, steps: Sequence[Claim]) -> int:
    """Return what the transitions of a party say of a status on any of some days; 0: nothing."""
    edges = {day for each in steps for day in (each.first, each.last)}
    said = 0
    for day in {first, *(day for day in edges if first < day <= last)}:
        before, after = counting(status, day, steps)
        for each in before:
            said |= each.after.get(status, 0)
        for each in after:
            said |= each.before.get(status, 0)
    return said


# -- the reading ----------------------------------------------------------------------------------


def read(claims: Sequence[Claim], day: int, founded: int) -> Reading:
    """Return the best reading of the claims about one party on a day."""
    speaking = [
        each
        for each in claims
        if each.lists and (not each.own_days or each.speaks[0] <= day <= each.speaks[1])
    ]
    spoken = [each for each in speaking if each.speaks[0] <= day]
    if spoken:
        found = _last(spoken)
        later = [each for each in speaking if each.speaks[0] > day]
        has_ended = later and _is_absence(found) and day > carried_until(found.since)
        next_named = _next_named(later) if has_ended else NO_READING
        return _carried_back(next_named, day, founded) if next_named.status else found
    early = [
        each
        for each in speaking
        if each.early and each.lists != NONE and BEFORE_ALL < each.first <= day
    ]
    return _last(early) if early else _carried_back(_next_named(speaking), day, founded)


def _is_absence(found: Reading) -> bool:
    """Return whether a reading is that of a list which leaves the party out."""
    return found.status == NONE and found.by is not None and found.by[0] == "list"


def _last(spoken: list[Claim]) -> Reading:
    """Return the reading of the last lists or transition on which all that speak agree."""
    while spoken:
        latest = max(each.turn() for each in spoken)
        status, by = _together([each for each in spoken if each.turn() == latest])
        if status:
            return Reading(status, latest[0], by)
        spoken = [each for each in spoken if each.turn() != latest]
    return NO_READING


def _together(claims: list[Claim]) -> tuple[str | None, RecordKey | None]:
    """Return the status that the records of one date give together; None where they differ."""
    last = max(
        (each.order for each in claims), default=-1
    )  # of several transitions the last one counts
    claims = [each for each in claims if each.order in (-1, last)]
    named = {each.lists for each in claims if each.lists != NONE}
    if len(named) == 1:  # a complete list of another role does not take the role away
        (status,) = named
        claims = [each for each in claims if each.lists == status or status in each.after]
    if len({each.lists for each in claims}) != 1:
        return None, None
    return claims[-1].lists, claims[-1].key


def _next_named(claims: list[Claim]) -> Reading:
    """Return the reading of the first of some later records, if that is a list with the party."""
    first = min((each.turn() for each in claims), default=(AFTER_ALL, True))
    spoken = [each for each in claims if each.turn() == first]
    status, by = _together(spoken)
    if status in (None, NONE) or any(each.order >= 0 or each.own_days for each in spoken):
        return NO_READING
    return Reading(status, first[0], by)


def _carried_back(named: Reading, day: int, founded: int) -> Reading:
    return NO_READING if day < max(founded, carried_back_from(named.since)) else named


@lru_cache(maxsize=1024)
def carried_back_from(day: int) -> int:
    """Return the first day on which a list that speaks from a day can be read."""
    return _moved(day, -YEARS_CARRIED)


@lru_cache(maxsize=1024)
def carried_until(day: int) -> int:
    """Return the last day on which an absence, or a status that ended, is read from a record."""
    return _moved(day, YEARS_CARRIED)


def _moved(day: int, years: int) -> int:
    """Return the same day of the calendar some years later or earlier."""
    if not 0 < day <= date.max.toordinal():
        return day
    when = date.fromordinal(day)
    year = when.year + years
    if not date.min.year <= year <= date.max.year:
        return AFTER_ALL if years > 0 else BEFORE_ALL
    if (when.month, when.day) == (2, 29) and year % 100 == 0 and year % 400:
        return date(year, 2, 28).toordinal()
    return when.replace(year=year).toordinal()
