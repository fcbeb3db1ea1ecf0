"""
The second machine for treaties: it tries all days on which the acts of a party may have happened.

A *world* gives each act a day that its date allows, in the order of the record. The treaty enters
into force for the party on the later of two days: its own, and that of the deposit and the time of
the final clause. The effect of a succession may reach back to the start of the state. Of the days
only the ends of dates are tried, and the days from which the clause leads there.

What a party may be on a day is what it is in some world. Whom only lists name is read by the
machine for members: with "party" for "member", and "signatory" for "observer".
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from made_up_treaties import (
    CLUB,
    LAST_DAY,
    ORGANIZATION,
    Clause,
    MadeUpTreaty,
    after_clause,
)
from migrationgov import PartialDate
from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.timelines.evidence import Evidence, PartyList
from second_machine import reading_on

CONSENT = frozenset(
    {
        "definitively-signed", "ratified", "accepted", "approved", "acceded", "succeeded",
        "became-party",
    }
)  # fmt: skip
ENDS = frozenset({"denounced", "lapsed", "ceded"})
ALL = frozenset({"party", "signatory", "none"})
#: Dates end before this day; later ones stand for the end of all days.
_LAST = date(9000, 1, 1).toordinal()


class Event(NamedTuple):
    """
    Something on record, or the effect that follows from an act.

    Attributes:
        first: The first day that its date allows.
        last: The last day; `AFTER_ALL` if it is doubted.
        stated: The last day without the doubt.
        gives: The status that it gives; "" for none.
        until_end: Whether its day still has the status before it.
        follows: The place of the act of which it is the effect by the clause; -1 for others.
        free: The place of the act before which it may come, as its effect; -1 for others.
        doubted: Whether its date is doubted.
    """

    first: int
    last: int
    stated: int
    gives: str
    until_end: bool = False
    follows: int = -1
    free: int = -1
    doubted: bool = False


def _own(treaty: MadeUpTreaty) -> tuple[int, int, int]:
    """Return the first, the last and the last stated day of the treaty's own entry into force."""
    first = treaty.adopted.first_ordinal
    if treaty.own is not None:
        stated = treaty.own.last_ordinal
        last = AFTER_ALL if treaty.own.uncertain else stated
        return max(first, treaty.own.first_ordinal), last, stated
    known = [
        when.last_ordinal
        for acts in treaty.acts.values()
        for kind, when in acts
        if kind == "entered-into-force" and not when.uncertain
    ]
    return first, min(known, default=AFTER_ALL), min(known, default=AFTER_ALL)


def _acts(treaty: MadeUpTreaty, party: str) -> list[tuple[str, PartialDate]]:
    """Return the acts of a party, and the day on which another state continues its seat."""
    acts = list(treaty.acts.get(party, ()))
    for successor, predecessor in treaty.seats.items():
        if predecessor == party:
            acts += [
                ("ceded", when) for kind, when in treaty.acts[successor] if kind == "continued"
            ]
    return acts


def _gives(kind: str, clock: str) -> str:
    if kind in CONSENT:
        return "party" if clock == "deposit" else ""
    if kind in ENDS:
        return "none"
    return {"signed": "signatory", "entered-into-force": "party", "continued": "party"}[kind]


@lru_cache(maxsize=256)
def events_of(treaty: MadeUpTreaty, party: str, clock: str) -> tuple[Event, ...]:
    """Return the events of a party by a clock, in order."""
    found: list[Event] = []
    acts = _acts(treaty, party)
    consent = -1
    for number, (kind, when) in enumerate(acts):
        until_end = kind in {"denounced", "lapsed"}
        first = max(when.first_ordinal, treaty.adopted.first_ordinal - until_end)
        last = when.last_ordinal
        gives, free = _gives(kind, clock), -1
        if kind == "entered-into-force" and consent >= 0 and acts[number - 1][0] == "succeeded":
            free = consent
            if clock == "deposit":  # depositaries count a successor from its notification
                act = found[consent]
                first, last, free = max(first, act.first), max(last, act.stated), -1
        found.append(
            Event(
                first,
                AFTER_ALL if when.uncertain else last,
                last,
                gives,
                until_end=until_end,
                free=free,
                doubted=when.uncertain,
            )
        )
        consent = len(found) - 1 if kind in CONSENT else -1
        followed = number + 1 < len(acts) and acts[number + 1][0] == "entered-into-force"
        if clock == "effect" and kind in CONSENT and not followed:
            succession = consent if kind == "succeeded" else -1
            found.append(
                Event(BEFORE_ALL, AFTER_ALL, AFTER_ALL, "party", follows=consent, free=succession)
            )
    return tuple(found)


def _later(day: int, clause: Clause | None) -> int:
    if clause is None or not BEFORE_ALL < day < _LAST:
        return day
    return after_clause(date.fromordinal(day), clause).toordinal()


def _before_clause(day: int, clause: Clause | None) -> Iterator[int]:
    """Yield the last deposit of which the clause leads to a day or before it, and the next day."""
    if clause is None or not BEFORE_ALL < day < _LAST:
        return
    found = next(each for each in range(day, 0, -1) if _later(each, clause) <= day)
    yield from (found, found + 1)


class State(NamedTuple):
    """
    What the days of the first events of a world leave for the next.

    Attributes:
        low: The first day that the next event may have.
        certain_low: The same, by the events that are not doubted.
        deposit: The day of the last act, if its effect is to come.
        before: The first day of the status that the last event gave.
    """

    low: int
    certain_low: int
    deposit: int
    before: int


class Worlds:
    """
    All worlds of one party by one clock.

    Attributes:
        events: The events, in order.
        days: The days that each event has in some world.
        pairs: For each event that gives a status, the first days of the status before it and of
            its own, in some world.
    """

    def __init__(self, treaty: MadeUpTreaty, party: str, clock: str) -> None:
        self._treaty = treaty
        self._own = _own(treaty)
        born = treaty.lives.get(party, ("", ""))[0]
        self._born = PartialDate(born).first_ordinal if born else BEFORE_ALL
        self.events = events_of(treaty, party, clock)
        self._pool = self._days_to_try()
        self.days: list[set[int]] = [set() for _ in self.events]
        self.pairs: list[set[tuple[int, int]]] = [set() for _ in self.events]
        self._known: dict[tuple[int, State], bool] = {}
        self._may_end(0, State(BEFORE_ALL, BEFORE_ALL, BEFORE_ALL, BEFORE_ALL))
        self.giving = [n for n, each in enumerate(self.events) if each.gives]

    def _days_to_try(self) -> list[int]:
        """Return the ends of dates, and the days that the clause leads to and comes from."""
        ends = {end for each in self.events for end in (each.first, each.last)}
        ends |= {*self._own[:2], self._born}
        ends |= self._around(ends)
        if any(each.follows >= 0 for each in self.events):
            ends |= {day for end in ends for day in _before_clause(end, self._treaty.clause)}
            ends |= {_later(day, self._treaty.clause) for day in ends}
            ends |= self._around(ends)
        return sorted(ends)

    def _around(self, ends: set[int]) -> set[int]:
        """Return the days before and after some, if a status lasts until the end of a day."""
        if not any(each.until_end for each in self.events):
            return set()
        found = {end + n for end in ends if BEFORE_ALL < end < AFTER_ALL for n in (-1, 1)}
        return {*found, AFTER_ALL - 1}  # its end is at the end of all days

    def _may_end(self, place: int, state: State) -> bool:
        """Return whether the events from one on have days after those before them; keep these."""
        if place == len(self.events):
            return True
        known = self._known.get((place, state))
        if known is not None:
            return known
        event, found = self.events[place], False
        for day in self._possible_days(event, state):
            happened = day + event.until_end
            low = max(state.low, happened)
            certain = max(state.certain_low, event.first if event.doubted else happened)
            before = happened if event.gives else state.before
            if self._may_end(place + 1, State(low, certain, day, before)):
                found = True
                self.days[place].add(day)
                self.pairs[place].add((state.before, happened))
        self._known[place, state] = found
        return found

    def _possible_days(self, event: Event, state: State) -> Iterator[int]:
        first, last = event.first, event.last
        least = state.low if event.gives else state.certain_low
        if event.follows >= 0:
            first, last = self._effect(state.deposit)
        if event.free >= 0:  # a succession: its effect may reach back
            least = BEFORE_ALL
            if event.follows >= 0:
                first = min(first, max(self._own[0], self._born))
        first = max(first, least - event.until_end)
        return (day for day in self._pool if first <= day <= last)

    def _effect(self, deposit: int) -> tuple[int, int]:
        """Return the first and the last day of the effect of an act of a day."""
        after = _later(deposit, self._treaty.clause)
        last = AFTER_ALL if self._treaty.clause is None else max(self._own[1], after)
        return max(self._own[0], after), last

    def first(self, place: int) -> int:
        """Return the first day that has the status of an event in some world."""
        return min(self.days[place]) + self.events[place].until_end

    def last(self, place: int) -> int:
        """Return the first day that has the status of an event in every world."""
        return max(self.days[place]) + self.events[place].until_end

    def speaks(self, place: int) -> int:
        """Return the day from which an event is read: its latest, with doubts left aside."""
        stated = self._stated(place) + self.events[place].until_end
        return max(self.first(place), min(self.last(place), stated))

    def _stated(self, place: int) -> int:
        """Return the last day that the date of an event states, without its doubt."""
        event = self.events[place]
        if event.follows < 0:
            return event.stated
        if self._treaty.clause is None:
            return AFTER_ALL
        return max(self._own[2], _later(self.speaks(event.follows), self._treaty.clause))

    def before_all(self) -> str:
        """Return the status before the first event; an end on record presumes a party."""
        return "party" if self.events[self.giving[0]].gives == "none" else "none"

    def statuses(self, day: int) -> frozenset[str]:
        """Return what the party is on a day in some world."""
        found: set[str] = set()
        status = self.before_all()
        for place in self.giving:
            if any(before <= day < own for before, own in self.pairs[place]):
                found.add(status)
            status = self.events[place].gives
        if self.first(self.giving[-1]) <= day:
            found.add(status)
        return frozenset(found)

    def listed(self, day: int) -> str | None:
        """Return the best reading; None before all, and on days that a date leaves open."""
        if any(self.first(place) <= day < self.speaks(place) for place in self.giving):
            return None
        read = [place for place in self.giving if self.speaks(place) <= day]
        return self.events[read[-1]].gives if read else None


@lru_cache(maxsize=256)
def worlds_of(treaty: MadeUpTreaty, party: str, clock: str) -> Worlds:
    """Return the worlds of a party by a clock."""
    return Worlds(treaty, party, clock)


def status_of(
    treaty: MadeUpTreaty, party: str, clock: str, day: int
) -> tuple[frozenset[str], str | None]:
    """Return the statuses that a party may have on a day, and the listed one."""
    if not events_of(treaty, party, clock):
        return _by_lists(treaty, party, day)
    worlds = worlds_of(treaty, party, clock)
    if not _exists(treaty, party, day, worlds):
        return frozenset({"none"}), "none"
    found, reading = worlds.statuses(day), worlds.listed(day)
    if treaty.complete_for == "none" and worlds.last(worlds.giving[0]) > day:
        found |= ALL
    if _is_past_its_names(treaty, day) and found & {"none", "signatory"}:
        found |= {"party", "signatory"}
    return found, reading if reading in found else None


def _exists(treaty: MadeUpTreaty, party: str, day: int, worlds: Worlds) -> bool:
    """Whether the treaty and the state are there; a record before the state's start stands."""
    start, end = treaty.lives.get(party, ("", ""))
    if day < treaty.adopted.first_ordinal or (end and day > PartialDate(end).last_ordinal):
        return False
    if not start:
        return True
    born = PartialDate(start).first_ordinal
    early = [
        worlds.first(place)
        for place in worlds.giving
        if worlds.events[place].gives != "none" and worlds.last(place) < born
    ]
    return day >= min([born, *early])


def _is_past_its_names(treaty: MadeUpTreaty, day: int) -> bool:
    """Whether a register may lack the name of a party on a day."""
    until = treaty.complete_until
    return until is not None and day > until.last_ordinal


_AS_PARTIES = {"member": "party", "observer": "signatory", "none": "none"}


def _by_lists(treaty: MadeUpTreaty, party: str, day: int) -> tuple[frozenset[str], str | None]:
    """Return what the lists leave of a party without acts."""
    closed = treaty.complete_for == "all"
    on_list = any(party in who.split() for _, _, who in treaty.lists)
    outside = treaty.restricted and party not in CLUB
    if (closed or outside) and not on_list:
        start, end = treaty.lives.get(party, ("", ""))
        born = PartialDate(start).first_ordinal if start else BEFORE_ALL
        there = max(born, treaty.adopted.first_ordinal) <= day
        there = there and (not end or day <= PartialDate(end).last_ordinal)
        ended = end and PartialDate(end).last_ordinal < LAST_DAY.last_ordinal
        if there and not outside and (ended or _is_past_its_names(treaty, day)):
            return frozenset({"none", "party", "signatory"}), None
        return frozenset({"none"}), "none"
    possible, reading = reading_on(_as_members(treaty, party), party, day)
    return (
        frozenset(_AS_PARTIES[each] for each in possible),
        None if reading is None else _AS_PARTIES[reading],
    )


@lru_cache(maxsize=256)
def _as_members(treaty: MadeUpTreaty, party: str) -> Evidence:
    """Return the lists of parties as lists of members."""
    lists = [
        PartyList(
            as_of=PartialDate(on),
            role="member",
            kind=kind,
            parties=frozenset(who.split()),
            organizations=False,
            place=place,
        )
        for place, (on, kind, who) in enumerate(treaty.lists)
    ]
    lives = {
        code: (
            PartialDate(start).first_ordinal if start else BEFORE_ALL,
            PartialDate(end).last_ordinal if end else AFTER_ALL,
        )
        for code, (start, end) in treaty.lives.items()
    }
    return Evidence(
        "by lists",
        lists=sorted(lists, key=lambda each: each.as_of.first_ordinal),
        exists_from=treaty.adopted.first_ordinal,
        founded=treaty.adopted.last_ordinal,
        lives=lives,
        organizations=frozenset({ORGANIZATION}),
    )
