"""Timelines: the set of statuses that a party may have on each day, from its transitions.

The transitions of one party of one institution are in order: transition k happened before
transition k+1, even where their dates are imprecise. So on each day the first k transitions have
happened, and only k may be unknown:

* at least all transitions up to the last that has *certainly* happened (its latest day is past);
* at most all transitions before the first that has *certainly not* happened yet (its earliest day
  is in the future).

Folding each possible number of transitions through `LEGAL` gives the set of statuses the party may
have. If the set has one status, this status is certain. The set is exact for imprecise dates. A
transition with an uncertain (`?`) date never makes a status certain by itself.

A timeline needs only kinds, dates and order, so that the first query about a register builds no
record.
"""

from __future__ import annotations

from bisect import bisect_right

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.model.legal_transitions import (
    AT_END_OF_DAY,
    LEGAL,
    SEAT_TRANSFERRED,
    IllegalTransitionError,
    fold,
)
from migrationgov.vocabularies import Status

__all__ = [
    "AT_END_OF_DAY",
    "LEGAL",
    "SEAT_TRANSFERRED",
    "DatedTransition",
    "IllegalTransitionError",
    "Timeline",
    "fold",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class DatedTransition:
    """A transition with the first days (as ordinals) of its possible and its certain effect."""

    __slots__ = ("first", "kind", "sure")

    def __init__(self, kind: str, date: PartialDate, *, not_before: int = BEFORE_ALL) -> None:
        delay = 1 if kind in AT_END_OF_DAY else 0
        undecided = date.latest is None or date.uncertain
        self.kind = kind
        self.first = max(date.first_ordinal + delay, not_before)
        self.sure = AFTER_ALL if undecided else date.last_ordinal + delay


class Timeline:
    """The statuses of one party, day by day."""

    __slots__ = ("days", "sets", "statuses", "transitions")

    def __init__(
        self, transitions: Sequence[DatedTransition], before: Status = Status.NONE
    ) -> None:
        self.transitions = transitions
        self.statuses = fold((each.kind for each in transitions), before)
        days = sorted({day for each in transitions for day in (each.first, each.sure)})
        self.days: list[int] = []
        self.sets: list[frozenset[Status]] = [frozenset({before})]
        for day in days:
            happened = self.possible_counts(day)
            possible = frozenset(self.statuses[happened.start : happened.stop])
            if possible != self.sets[-1] and day < AFTER_ALL:
                self.days.append(day)
                self.sets.append(possible)

    def possible_counts(self, day: int) -> range:
        """Return the possible numbers of transitions that have happened by a day."""
        least, most = 0, len(self.transitions)
        for place, transition in enumerate(self.transitions):
            if transition.sure <= day:
                least = place + 1
            if transition.first > day:
                most = min(most, place)
        return range(least, max(least, most) + 1)

    def on(self, day: int) -> frozenset[Status]:
        """Return the statuses that the party may have on a day."""
        return self.sets[bisect_right(self.days, day)]

    def during(self, first: int, last: int) -> list[frozenset[Status]]:
        """Return the sets of statuses of all days of a period, in order, without repeats."""
        return self.sets[bisect_right(self.days, first) : bisect_right(self.days, last) + 1]

    def limit_certainty_to(self, other: Timeline) -> None:
        """Add the statuses of another timeline; where both differ, no status stays certain."""
        days = sorted({*self.days, *other.days})
        self.sets = [self.on(day) | other.on(day) for day in (BEFORE_ALL - 1, *days)]
        self.days = days
