"""From the claims about one party to the timeline of its statuses, or of one role."""

from __future__ import annotations

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.timelines.claims import APPLICANT, ASSOCIATE, MEMBER, OBSERVER
from migrationgov.timelines.rules import (
    EITHER,
    NO,
    YES,
    carried_back_from,
    carried_until,
    read,
    what_is_left,
)
from migrationgov.timelines.stretches import NONE, NOTHING, ONLY_NONE, Stretch, timeline
from migrationgov.timelines.transition_claims import step_claims

_RELATION = frozenset({MEMBER, OBSERVER})

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from migrationgov.timelines.claims import Claim
    from migrationgov.timelines.evidence import Evidence
    from migrationgov.timelines.list_claims import ListClaims
    from migrationgov.timelines.stretches import Timeline


class Weighing:
    """
    What the records say of one party's statuses, and what they leave on each day.

    Attributes:
        roles: The statuses; of these the party has one, or none. A role other than member and
            observer is alone.
        claims: What each record says.

    `in_terms` are the roles in which terms name the party: on other days it may have them.
    """

    def __init__(
        self,
        party: str,
        roles: Sequence[str],
        here: Evidence,
        lists: ListClaims,
        *,
        organization: bool,
        in_terms: frozenset[str] = frozenset(),
    ) -> None:
        relation = here.rules.belonging in roles
        recorded = here.steps.get(party, ()) if relation and not here.register else ()
        steps = step_claims(recorded, here.rules)
        self.roles = tuple(roles)
        self.claims = lists.of(party, steps, roles, here)
        self._here = here
        self._party = party
        self._is_organization = organization
        named = in_terms | _named_in(each for each in self.claims if not each.own_days)
        self._named = named | _RELATION if relation and lists.attended(party) else named
        self._open = {status: self._open_side(status, lists) for status in roles}
        self._excluded = here.leaves_out(party) and not (self._named or _named_in(self.claims))

    def _open_side(self, status: str, lists: ListClaims) -> int:
        """Return what an open side adds: "no" alone where no record makes the status possible."""
        if status in self._named:
            return EITHER
        if status in (APPLICANT, ASSOCIATE):  # only a record makes a party one
            return NO
        return EITHER if not self._named and status not in lists.closed else NO

    def on(self, day: int) -> Stretch:
        """Return what the records leave on a day."""
        possible = ONLY_NONE if self._excluded else self._left(day)
        unrecorded = self._unrecorded(possible, day)
        own = (each for each in self.claims if each.own_days and each.first <= day <= each.last)
        named = frozenset(self._named | _named_in(own)) - unrecorded
        possible |= unrecorded
        reading = read(self.claims, day, self._here.founded)
        if reading.status not in possible or self._is_pending(day):
            return Stretch(possible, None, named)
        return Stretch(possible, reading.status, named, reading.since, reading.by)

    def _left(self, day: int) -> frozenset[str]:
        """Return the statuses that the claims leave on a day."""
        left = {
            status: what_is_left(status, day, self.claims, self._open[status])
            for status in self.roles
        }
        certain = frozenset(status for status, said in left.items() if said == YES)
        return certain or frozenset(s for s, said in left.items() if said & YES) | {NONE}

    def _unrecorded(self, possible: frozenset[str], day: int) -> frozenset[str]:
        """Return further statuses that a party may have, as a register would not name them."""
        here = self._here
        if not here.register or here.rules.belonging not in self.roles:
            return frozenset()
        if here.open_to is not None and self._party not in here.open_to:
            return frozenset()
        if not self.claims and self._party in here.ended_states():
            return frozenset(here.known) - possible
        found = here.unrecorded(possible, day, organization=self._is_organization)
        if self._is_organization and not self._named and NONE in possible:
            found |= {OBSERVER} & set(self.roles) - possible
        return found

    def _is_pending(self, day: int) -> bool:
        """Return whether the date of a transition leaves the day open."""
        return any(each.order >= 0 and each.first <= day < each.speaks[0] for each in self.claims)

    def first_record(self) -> int:
        """Return the first day of the records that name the party, all before its start."""
        born, _ = self._here.life_of(self._party)
        early = (each.first for each in self.claims if each.last < born and _named_in((each,)))
        return min(early, default=AFTER_ALL)

    def edges(self) -> set[int]:
        """Return the days on which the answer may change."""
        days = {self._here.founded} | self._here.known_edges()
        for each in self.claims:
            days |= {each.first, each.first + 1, each.last, each.last + 1}
            days |= {each.speaks[0], each.speaks[1] + 1}
            days |= {carried_back_from(each.speaks[0]), carried_until(each.speaks[0]) + 1}
        return days


def _named_in(claims: Iterable[Claim]) -> set[str]:
    """Return the statuses of which claims say yes, or perhaps."""
    return {
        status
        for each in claims
        for says in (each.before, each.after)
        for status, said in says.items()
        if said & YES and status != NONE
    }


def within_life(
    party: str,
    here: Evidence,
    edges: Iterable[int],
    on: Callable[[int], Stretch],
    first_record: int = AFTER_ALL,
) -> Timeline:
    """
    Return a timeline that has no status before the institution and after it, or outside a state.

    A record before the start of a state stands.
    """
    born, gone = here.life_of(party)
    opens = max(here.exists_from, min(born, first_record), BEFORE_ALL + 1)
    over, last = here.ends
    last = min(last, gone, AFTER_ALL - 1)
    days = sorted({each for each in edges if opens < each <= last} | {opens, over + 1, last + 1})

    def starts() -> Iterable[tuple[int, Stretch]]:
        for day in days:
            if opens <= day <= last:
                found = on(day)
                yield day, _perhaps_over(found) if day > over else found
            elif BEFORE_ALL < day < AFTER_ALL:
                yield day, NOTHING

    return timeline(starts(), NOTHING)


def _perhaps_over(found: Stretch) -> Stretch:
    possible = found.possible | {NONE}
    return Stretch(possible, found.listed, found.named, found.since, found.by)
