"""
What the lists of an institution say of the statuses of one party.

* A list says yes of each party that it names, and no of the status that excludes this one: member
  and observer exclude each other. Only a complete list says no of each party that it leaves out.
* A list that counts more than it and the last complete list name takes the no of other lists away.
* Attendance and lists of participants say nothing of members and observers. A list of participants
  renews the reading before it.
* A name that the list doubts takes certainty away, and lists no party.
* A list says nothing of a state that began after it, unless it names it.
* A list that contradicts the transitions of the party leaves the status open, and lists no party.
"""

from __future__ import annotations

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.timelines.claims import (
    ATTENDANCE,
    FOUNDERS,
    MEMBER,
    OBSERVER,
    PARTICIPANT,
    Claim,
    says,
    stated_days,
)
from migrationgov.timelines.rules import ALLOWS, EITHER, NO, read, transitions_say
from migrationgov.timelines.stretches import NONE
from migrationgov.timelines.transition_claims import step_claims

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from migrationgov.timelines.evidence import Evidence, PartyList

#: Roles of a meeting or a day, which a list never gives for other days.
OF_A_DAY = frozenset({"guest", "host", "organizer", "supporter", "funder", "applicant"})

_EXCLUSIVE = {MEMBER: OBSERVER, OBSERVER: MEMBER}


class ListClaims:
    """
    The lists of one institution that speak of states, or of organizations, as claims.

    Attributes:
        lists: The lists, in the order in which they speak.
        closed: The roles of which a complete list, carried on, names all parties.
    """

    __slots__ = ("_attended", "_counts_more", "closed", "lists")

    def __init__(self, here: Evidence, *, organizations: bool) -> None:
        spoken = (each for each in here.lists if each.organizations in (None, organizations))
        self.lists = sorted(spoken, key=lambda each: stated_days(each.as_of))
        self.closed = {each.role for each in self.lists if each.complete and carried(each)}
        self._counts_more = self._those_that_count_more()
        self._attended = {
            party
            for each in self.lists
            if each.role == PARTICIPANT or each.kind == ATTENDANCE
            if each.role in (MEMBER, OBSERVER, PARTICIPANT)
            for party in each.parties
        }

    def _those_that_count_more(self) -> set[int]:
        """Return the places of lists that count more than they and the last complete list name."""
        complete = [
            (each.role, stated_days(each.as_of)[0], len(each.parties))
            for each in self.lists
            if each.complete
        ]
        found: set[int] = set()
        for each in self.lists:
            day = stated_days(each.as_of)[0]
            before = [
                (at, number) for role, at, number in complete if role == each.role and at <= day
            ]
            if before and each.total > max(len(each.parties), max(before)[1]):
                found.add(each.place)
        return found

    def without(self, leaves_out: Callable[[PartyList], bool]) -> ListClaims:
        """Return these lists without some of them."""
        made: ListClaims = object.__new__(ListClaims)
        made.lists = [each for each in self.lists if not leaves_out(each)]
        made.closed, made._counts_more = self.closed, self._counts_more
        made._attended = self._attended
        return made

    def attended(self, party: str) -> bool:
        """Return whether a list names a party without saying whether it is member or observer."""
        return party in self._attended

    def of(
        self, party: str, steps: Sequence[Claim], roles: Sequence[str], here: Evidence
    ) -> list[Claim]:
        """Return the claims about one party, those of its transitions first."""
        claims, born = list(steps), _known_from(party, here)
        for each in self.lists:
            if party not in each.parties and _days_of(each)[1] < born:
                continue
            spoken = stated_days(each.as_of)
            if each.kind == FOUNDERS:
                spoken = each.as_of.last_ordinal, each.as_of.last_ordinal
            listed = read(claims, spoken[0], here.founded).status
            about, status = self._says(party, each, roles, listed)
            first, last = _days_of(each)
            contradicted = _contradicted(about, first, last, steps)
            if contradicted:
                about, status = {**about, **dict.fromkeys(contradicted, EITHER)}, None
            if about or status:
                claims.append(
                    Claim(
                        first,
                        last,
                        before={of: said for of, said in about.items() if said != ALLOWS},
                        after=about,
                        speaks=spoken,
                        lists=status,
                        key=("list", each.place),
                        bounds=each.complete,
                        every_day=_is_of_every_day(each),
                        own_days=not carried(each),
                        early=each.kind != FOUNDERS,
                    )
                )
        return claims

    def contradicting(self, party: str, here: Evidence) -> list[PartyList]:
        """Return the lists that contradict the transitions of a party of a process."""
        steps, statuses = step_claims(here.steps[party], here.rules), here.rules.statuses
        about = ((each, self._says(party, each, statuses, None)[0]) for each in self.lists)
        return [each for each, said in about if _contradicted(said, *_days_of(each), steps)]

    def _says(
        self, party: str, each: PartyList, roles: Sequence[str], listed: str | None
    ) -> tuple[dict[str, int], str | None]:
        """Return what a list says of a party's statuses, and which of them it lists."""
        named = party in each.parties
        if each.role not in roles or (each.kind == ATTENDANCE and each.role in _EXCLUSIVE):
            renews = each.role == PARTICIPANT and each.kind != ATTENDANCE
            return {}, listed if renews and named and listed in roles else None
        if party in each.doubted:
            return {each.role: EITHER}, None
        if named:
            other = _EXCLUSIVE.get(each.role, each.role)
            return says(each.role, (each.role, other)), each.role
        if each.complete:
            return {each.role: NO}, NONE if listed in (each.role, NONE, None) else None
        return ({each.role: ALLOWS}, None) if each.place in self._counts_more else ({}, None)


def _known_from(party: str, here: Evidence) -> int:
    """Return the first day of a party, where transitions do not settle what was before."""
    settled = here.register and not here.with_gaps and party in here.steps
    return BEFORE_ALL if settled else here.life_within(party)[0]  # reading all lives takes a while


def _is_of_every_day(each: PartyList) -> bool:
    """Return whether a list is one of each day of its date: of a day, or of a closed interval."""
    if each.as_of.precision == "interval" and not each.as_of.uncertain:
        return None not in (each.as_of.earliest, each.as_of.latest)
    return each.as_of.day is not None


def _contradicted(
    about: Mapping[str, int], first: int, last: int, steps: Sequence[Claim]
) -> list[str]:
    """Return the statuses of which transitions say otherwise than a list, on each of its days."""
    return [
        status
        for status, said in about.items()
        if steps and said and not said & (transitions_say(status, first, last, steps) or said)
    ]


def _days_of(each: PartyList) -> tuple[int, int]:
    """Return the first and the last day that the date of a list may be; any for a doubted one."""
    if each.as_of.uncertain:
        return BEFORE_ALL, AFTER_ALL
    return each.as_of.first_ordinal, each.as_of.last_ordinal


def carried(each: PartyList) -> bool:
    """
    Return whether a list is carried on to other days than its own.

    Some of the participants of a process are those of a day; a complete list of them is of the
    process.
    """
    some = each.role == PARTICIPANT and each.kind in ("partial", "subset")
    return each.kind != ATTENDANCE and each.role not in OF_A_DAY and not some
