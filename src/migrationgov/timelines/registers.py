"""
The timeline of a party of a register: the statuses to which its transitions lead.

The transitions of one party are complete and in order: transition k happened before transition
k+1, even where their dates are imprecise. So on each day the first k transitions have happened,
and only k may be unknown:

* at least all transitions up to the last that has *certainly* happened (its latest day is past);
* at most all transitions before the first that has *certainly not* happened yet (its earliest day
  is in the future).

The statuses after each possible number of transitions are the statuses that the party may have. If
there is one, it is certain. See `doubted_steps` for doubted transitions. Lists speak only of
parties without transitions.

A register with gaps leaves all statuses open before the first transition of a party.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.timelines.doubted_steps import doubts, reached
from migrationgov.timelines.stretches import NONE, Stretch
from migrationgov.timelines.transition_claims import least_from, step_days, tells

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from migrationgov.timelines.evidence import Evidence, Step


NEVER = AFTER_ALL + 1  # when a transition speaks that tells no status


class RegisterEntry:
    """
    The transitions of one party of a register, and what they leave on each day.

    Attributes:
        places: The places of the transitions that give a status.
        days: The first and the last day of each of these, and the day from which it is read.
        statuses: The status before the first of these, and after each.
    """

    __slots__ = (
        "_doubted", "_firsts", "_here", "_is_organization", "_kinds", "_lasts", "_latest",
        "_named", "_speaks", "days", "places", "statuses",
    )  # fmt: skip

    def __init__(self, steps: Sequence[Step], here: Evidence, *, organization: bool) -> None:
        rules = here.rules
        statuses = rules.statuses_after([each.kind for each in steps])
        days = step_days(steps, here.exists_from, rules)
        self.places = [place for place, each in enumerate(steps) if each.kind in rules.giving]
        self.days = [days[place] for place in self.places]
        self.statuses = [statuses[0], *(statuses[place + 1] for place in self.places)]
        firsts = [first for first, _, _ in self.days]
        self._firsts = least_from(firsts)
        self._lasts = least_from([last for _, last, _ in self.days])
        telling = (
            tells(steps[place].kind, statuses[place], statuses[place + 1], rules)
            for place in self.places
        )
        spoken = [day for _, _, day in self.days]
        self._speaks = least_from(
            [day if tell else NEVER for day, tell in zip(spoken, telling, strict=True)]
        )
        # a doubted transition is no floor of those after it: then each has to be looked at
        in_order = firsts == self._firsts
        self._latest = list(accumulate(spoken, max)) if in_order else []
        self._here = here
        self._is_organization = organization
        self._kinds = [steps[place].kind for place in self.places]
        self._doubted = doubts([steps[place] for place in self.places])
        named = self._may_be(BEFORE_ALL, AFTER_ALL) if self._doubted else frozenset(self.statuses)
        self._named = named - {NONE}

    def on(self, day: int) -> Stretch:
        """Return what the transitions leave on a day."""
        least, most = bisect_right(self._lasts, day), bisect_right(self._firsts, day)
        read = bisect_right(self._speaks, day)
        if self._latest:
            pending = most > 0 and self._latest[most - 1] > day
        else:
            pending = any(first <= day < speaks for first, _, speaks in self.days)
        possible = frozenset(self.statuses[least : max(least, most) + 1])
        if self._doubted:
            possible = self._may_be(day, day)
        if self._here.with_gaps and not least:  # only a record makes an applicant
            possible |= {*self._here.rules.statuses[:2], NONE}
        unrecorded = self._unrecorded(possible, day)
        possible |= unrecorded
        status = self.statuses[read]
        if not read or pending or status not in possible:
            return Stretch(possible, None, self._named - unrecorded)
        key = ("step", self.places[read - 1])
        return Stretch(possible, status, self._named - unrecorded, self.days[read - 1][2], key)

    def _may_be(self, first: int, last: int) -> frozenset[str]:
        """Return the statuses on some days where a transition is doubted."""

        def after(status: str, place: int) -> str | None:
            return self._here.rules.status_after(status, self._kinds[place])

        found = reached(self.days, self._doubted, (first, last), self.statuses[0], after)
        return frozenset(found or self.statuses)

    def first_record(self, born: int) -> int:
        """Return the first day of the transitions to a status that lie before a state's start."""
        named = zip(self.days, self.statuses[1:], strict=True)
        early = (first for (first, last, _), given in named if last < born and given != NONE)
        return min(early, default=AFTER_ALL)

    def statuses_by_place(self) -> dict[int, str]:
        """Return the status to which each transition that gives one leads, by its place."""
        return dict(zip(self.places, self.statuses[1:], strict=True))

    def _unrecorded(self, possible: frozenset[str], day: int) -> frozenset[str]:
        """Return other statuses that a party may have, as the register would not name them."""
        return self._here.unrecorded(possible, day, organization=self._is_organization)

    def edges(self) -> set[int]:
        """Return the days on which the answer may change."""
        return self._here.known_edges() | {day for each in self.days for day in each}
