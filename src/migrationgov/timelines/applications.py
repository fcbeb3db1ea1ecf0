"""
What awaits its outcome on a day: an application, an admission, a notice of withdrawal.

A party may be an observer while it applies, so its status alone does not show an application. What
is pending follows from how many of its transitions have happened, which may be unknown.
"""

from __future__ import annotations

from migrationgov.timelines.claims import APPLICANT
from migrationgov.timelines.stretches import NONE, Stretch
from migrationgov.timelines.transition_claims import step_days
from migrationgov.vocabularies import TransitionKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from migrationgov.timelines.evidence import Evidence, Step
    from migrationgov.timelines.stretches import DayRanges

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

    __slots__ = ("_applying", "_days", "_here", "_kinds", "pending")

    def __init__(self, steps: Sequence[Step], here: Evidence) -> None:
        self._kinds = [each.kind for each in steps]
        self._days = step_days(steps, here.exists_from, here.rules)
        self._here = here
        self.pending: list[tuple[int, ...]] = [()]
        for place, kind in enumerate(self._kinds):
            before = () if kind in _SETTLES else self.pending[-1]
            self.pending.append((*before, place) if kind in _OPENS else before)
        applied = [
            any(self._kinds[place] == TransitionKind.APPLIED for place in places)
            for places in self.pending
        ]
        statuses = here.rules.statuses_after(self._kinds)
        self._applying = [
            status == APPLICANT or one for status, one in zip(statuses, applied, strict=True)
        ]

    def counts(self, ranges: DayRanges) -> list[int]:
        """Return how many transitions may have happened by some day of the ranges, in order."""
        found: set[int] = set()
        for first, last in ranges:
            least = max((n for n, day in enumerate(self._days, 1) if day[1] <= first), default=0)
            most = max((n for n, day in enumerate(self._days, 1) if day[0] <= last), default=0)
            found |= set(range(least, max(least, most) + 1))
        return sorted(found)

    def last_settled(self, count: int) -> int:
        """Return the place of the last of some transitions that settled an application; or 0."""
        return next((n for n in range(count - 1, -1, -1) if self._kinds[n] in _SETTLES), 0)

    def on(self, day: int) -> Stretch:
        """Return whether an application is pending on a day."""
        counts = self.counts(((day, day),))
        words = {APPLICATION if self._applying[count] else NONE for count in counts}
        if self._here.with_gaps and not counts[0]:
            words = {APPLICATION, NONE}
        found = frozenset(words)
        return Stretch(found, None, found - {NONE})

    def edges(self) -> set[int]:
        """Return the days on which the answer may change."""
        return {day for first, last, _ in self._days for day in (first, last)}
