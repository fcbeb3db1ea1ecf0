"""From documented steps to the set of statuses somebody may have on a day.

Theory of operation. The steps of one state's relation to one organization are in order: the k-th
happened before the k+1-th, even where their dates are imprecise. So on a day the truth is always
"the first k steps have happened", and only k may be in doubt:

* at least all steps up to the last one that has *certainly* happened (its latest day is past);
* at most all steps before the first one that has *certainly not* (its earliest day is ahead).

Folding each such beginning through `LEGAL` gives the set of statuses the state may have. One
status in the set: certain. This is exact for the doubt that the dates carry, and a step with an
uncertain (`?`) date is never certain by itself.

Nothing here needs more than kinds, dates and order, so the first question about a register can be
answered before a single record has been built.
"""

from __future__ import annotations

from bisect import bisect_right

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.vocabularies import Status, TransitionKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Kind = TransitionKind

#: The steps that leave every status as it is.
_KEEPS = (
    Kind.APPLIED_AS_OBSERVER,
    Kind.APPROVED_AT_HOME,
    Kind.REJECTED_AT_HOME,
    Kind.ATTENDED,
    Kind.OTHER,
)

#: Which step leads from which status to which. A step that is missing for a status is illegal
#: there. An observer that applies stays an observer until it is admitted, and an admitted state
#: is no member before its membership takes effect: `StatusOn.pending` shows both. A seat on the
#: provisional Committee (1951-54) is membership, so joining under the Constitution keeps it.
LEGAL: Mapping[Status, Mapping[TransitionKind, Status]] = {
    Status.NONE: {
        Kind.APPLIED: Status.APPLICANT,
        Kind.ADMITTED: Status.APPLICANT,
        Kind.ACCEPTED: Status.NONE,
        Kind.SEATED: Status.MEMBER,
        Kind.JOINED: Status.MEMBER,
        Kind.SUCCEEDED: Status.MEMBER,
        Kind.BECAME_OBSERVER: Status.OBSERVER,
        **dict.fromkeys(_KEEPS, Status.NONE),
    },
    Status.APPLICANT: {
        Kind.ADMITTED: Status.APPLICANT,
        Kind.ACCEPTED: Status.APPLICANT,
        Kind.JOINED: Status.MEMBER,
        Kind.BECAME_OBSERVER: Status.OBSERVER,
        Kind.LAPSED: Status.NONE,
        **dict.fromkeys(_KEEPS, Status.APPLICANT),
    },
    Status.OBSERVER: {
        Kind.APPLIED: Status.OBSERVER,
        Kind.ADMITTED: Status.OBSERVER,
        Kind.ACCEPTED: Status.OBSERVER,
        Kind.JOINED: Status.MEMBER,
        Kind.CEASED_OBSERVER: Status.NONE,
        **dict.fromkeys(_KEEPS, Status.OBSERVER),
    },
    Status.MEMBER: {
        Kind.ACCEPTED: Status.MEMBER,
        Kind.JOINED: Status.MEMBER,
        Kind.NOTIFIED_WITHDRAWAL: Status.MEMBER,
        Kind.WITHDREW: Status.NONE,
        Kind.LAPSED: Status.NONE,
        **dict.fromkeys(_KEEPS, Status.MEMBER),
    },
}

#: Steps that take effect at the end of their day: the status before still holds on it.
AT_END_OF_DAY = frozenset({Kind.WITHDREW, Kind.LAPSED, Kind.CEASED_OBSERVER})

#: What a successor's step does to the seat of its predecessor: it ends the day before.
SEAT_TRANSFERRED = "ceded"


class Step:
    """One step with the days (as ordinals) on which it may have and must have taken effect."""

    __slots__ = ("first", "kind", "sure")

    def __init__(self, kind: str, date: PartialDate, *, not_before: int = BEFORE_ALL) -> None:
        delay = 1 if kind in AT_END_OF_DAY else 0
        undecided = date.latest is None or date.uncertain
        self.kind = kind
        self.first = max(date.first_ordinal + delay, not_before)
        self.sure = AFTER_ALL if undecided else date.last_ordinal + delay


class IllegalStepError(ValueError):
    """A step that `LEGAL` does not have for the status before it."""

    def __init__(self, status: Status, kind: str, place: int) -> None:
        super().__init__(f"'{kind}' cannot follow the status '{status}'")
        self.status, self.kind, self.place = status, kind, place


def _after(status: Status, kind: str) -> Status | None:
    """Return the status a step leads to; None where the step is illegal."""
    if kind == SEAT_TRANSFERRED:
        return Status.NONE if status is Status.MEMBER else None
    return LEGAL[status].get(TransitionKind(kind))


def fold(kinds: Iterable[str]) -> list[Status]:
    """Return the status before the first step and after each one."""
    status = Status.NONE
    statuses = [status]
    for place, kind in enumerate(kinds):
        following = _after(status, kind)
        if following is None:
            raise IllegalStepError(status, kind, place)
        status = following
        statuses.append(status)
    return statuses


class Timeline:
    """The statuses of one state or body, day by day."""

    __slots__ = ("days", "sets", "statuses", "steps")

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = steps
        self.statuses = fold(step.kind for step in steps)
        days = sorted({day for step in steps for day in (step.first, step.sure)})
        self.days: list[int] = []
        self.sets: list[frozenset[Status]] = [frozenset({Status.NONE})]
        for day in days:
            happened = self.possible_counts(day)
            possible = frozenset(self.statuses[happened.start : happened.stop])
            if possible != self.sets[-1] and day < AFTER_ALL:
                self.days.append(day)
                self.sets.append(possible)

    def possible_counts(self, day: int) -> range:
        """Return how many of the steps may have happened by a day."""
        least, most = 0, len(self.steps)
        for place, step in enumerate(self.steps):
            if step.sure <= day:
                least = place + 1
            if step.first > day:
                most = min(most, place)
        return range(least, max(least, most) + 1)

    def on(self, day: int) -> frozenset[Status]:
        """Return the statuses it may have on a day."""
        return self.sets[bisect_right(self.days, day)]

    def during(self, first: int, last: int) -> list[frozenset[Status]]:
        """Return the sets of statuses of all days of a stretch, in order, without repeats."""
        return self.sets[bisect_right(self.days, first) : bisect_right(self.days, last) + 1]

    def limit_certainty_to(self, other: Timeline) -> None:
        """Take certainty away on the days on which another line tells another status."""
        days = sorted({*self.days, *other.days})
        self.sets = [self.on(day) | other.on(day) for day in (BEFORE_ALL - 1, *days)]
        self.days = days
