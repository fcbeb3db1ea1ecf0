"""
What awaits its outcome on a day: an application, an admission, a notice of withdrawal.

A party may be an observer while it applies, so its status alone does not show an application. What
is pending follows from how many of its transitions have happened, which may be unknown.
"""

from __future__ import annotations

from bisect import bisect_right

from migrationgov.timelines.claims import APPLICANT
from migrationgov.timelines.doubted_steps import doubts, reached
from migrationgov.timelines.stretches import NONE, Stretch
from migrationgov.timelines.transition_claims import least_from, step_days
from migrationgov.vocabularies import TransitionKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from migrationgov.timelines.evidence import Evidence, Step
    from migrationgov.timelines.stretches import DayRanges

    #: A status, and the places of the transitions that await an outcome.
    _State = tuple[str, tuple[int, ...]]

#: The word for a pending application, as the role of a timeline.
APPLICATION = "application"

_OPENS = frozenset(
    {
        TransitionKind.APPLIED.value,
        TransitionKind.APPLIED_AS_OBSERVER.value,
        TransitionKind.ADMITTED.value,
        TransitionKind.ACCEPTED.value,
        TransitionKind.NOTIFIED_WITHDRAWAL.value,
    }
)
_SETTLES = frozenset(
    {
        TransitionKind.SEATED.value,
        TransitionKind.JOINED.value,
        TransitionKind.SUCCEEDED.value,
        TransitionKind.WITHDREW.value,
        TransitionKind.LAPSED.value,
        TransitionKind.BECAME_OBSERVER.value,
        TransitionKind.BECAME_ASSOCIATE.value,
        TransitionKind.CONTINUED.value,
        TransitionKind.SIGNED.value,
        TransitionKind.ENTERED_INTO_FORCE.value,
        TransitionKind.DENOUNCED.value,
    }
)


class Applications:
    """
    What is pending after each number of transitions of one party.

    Attributes:
        pending: For each number of transitions that have happened, the places of those that await
            an outcome.
    """

    __slots__ = (
        "_applying", "_before", "_days", "_doubted", "_firsts", "_here", "_kinds", "_lasts",
        "pending",
    )  # fmt: skip

    def __init__(self, steps: Sequence[Step], here: Evidence) -> None:
        self._kinds = [each.kind for each in steps]
        self._days = step_days(steps, here.exists_from, here.rules)
        self._doubted = doubts(steps)
        self._firsts = least_from([first for first, _, _ in self._days])
        self._lasts = least_from([last for _, last, _ in self._days])
        self._here = here
        self.pending: list[tuple[int, ...]] = [()]
        for place in range(len(steps)):
            self.pending.append(self._pending_after(self.pending[-1], place))
        statuses = here.rules.statuses_after(self._kinds)
        self._before = statuses[0]
        self._applying = [
            self._is_applying(each) for each in zip(statuses, self.pending, strict=True)
        ]

    def _pending_after(self, before: tuple[int, ...], place: int) -> tuple[int, ...]:
        kind = self._kinds[place]
        left = () if kind in _SETTLES else before
        return (*left, place) if kind in _OPENS else left

    def _is_applying(self, state: _State) -> bool:
        status, pending = state
        applied = (self._kinds[place] == TransitionKind.APPLIED for place in pending)
        return status == APPLICANT or any(applied)

    def _after(self, state: _State, place: int) -> _State | None:
        """Return what a transition leads to; None where it cannot follow."""
        (status, pending), kind = state, self._kinds[place]
        rules = self._here.rules
        following = rules.status_after(status, kind) if kind in rules.giving else status
        return None if following is None else (following, self._pending_after(pending, place))

    def _may_be(self, first: int, last: int) -> set[_State]:
        """Return the statuses, and what is pending, on some days where a transition is doubted."""
        before: _State = (self._before, ())
        return reached(self._days, self._doubted, (first, last), before, self._after)

    def awaiting(self, ranges: DayRanges) -> list[int]:
        """Return the places of the transitions that may await an outcome on some day."""
        found = {place for count in self.counts(ranges) for place in self.pending[count]}
        if self._doubted:
            states = (state for first, last in ranges for state in self._may_be(first, last))
            found |= {place for _, pending in states for place in pending}
        return sorted(found)

    def counts(self, ranges: DayRanges) -> list[int]:
        """Return how many transitions may have happened by some day of the ranges, in order."""
        found: set[int] = set()
        for first, last in ranges:
            least = bisect_right(self._lasts, first)
            most = bisect_right(self._firsts, last)
            found |= set(range(least, max(least, most) + 1))
        return sorted(found)

    def last_settled(self, count: int) -> int:
        """Return the place of the last of some transitions that settled an application; or 0."""
        settled = (
            place
            for place in range(count - 1, -1, -1)
            if self._kinds[place] in _SETTLES and not (self._doubted and self._doubted[place])
        )
        return next(settled, 0)

    def on(self, day: int) -> Stretch:
        """Return whether an application is pending on a day."""
        counts = self.counts(((day, day),))
        applying = {self._applying[count] for count in counts}
        if self._doubted:
            applying |= {self._is_applying(state) for state in self._may_be(day, day)}
        words = {APPLICATION if each else NONE for each in applying}
        if self._here.with_gaps and not counts[0]:
            words = {APPLICATION, NONE}
        found = frozenset(words)
        return Stretch(found, None, found - {NONE})

    def edges(self) -> set[int]:
        """Return the days on which the answer may change."""
        return {day for first, last, _ in self._days for day in (first, last)}
