"""The evidence on one institution, in the few values that the timelines need.

These are plain classes: the first answer about IOM loads no attrs.
"""

from __future__ import annotations

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.model.legal_transitions import MEMBERSHIP
from migrationgov.vocabularies import MIXED_ROLES, Status

#: The kind of list that a meeting has; see `claims`.
_ATTENDANCE = "attendance"

#: A state, and an organization, that no record names.
UNNAMED_STATE, UNNAMED_ORGANIZATION = "unnamed state", "unnamed organization"
_ALWAYS = BEFORE_ALL, AFTER_ALL
#: The statuses of which nobody hears when they end: a signatory becomes a party.
_WITHOUT_BOND = {Status.NONE, Status.SIGNATORY}

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Protocol

    from migrationgov.model.legal_transitions import StatusRules
    from migrationgov.model.process_outline import ListOutline

    Lives = Mapping[str, tuple[int, int]]

    class Days(Protocol):
        """A date as the timelines read it: a `PartialDate`, or days that follow from a rule."""

        @property
        def first_ordinal(self) -> int:
            """The first day."""
            ...

        @property
        def last_ordinal(self) -> int:
            """The last day."""
            ...

        @property
        def uncertain(self) -> bool:
            """Whether it is doubted."""
            ...


class Step:
    """
    One transition of one party.

    Attributes:
        kind: Its kind; "ceded" ends a membership that another state continues.
        date: Its date.
    """

    __slots__ = ("date", "kind")

    def __init__(self, kind: str, date: Days) -> None:
        self.kind = kind
        self.date = date


class PartyList:
    """
    The parties that one source names in one role, as of a date.

    Attributes:
        as_of: The date that the list states.
        role: The role.
        kind: "stated" (complete), "partial", "subset", "group", "attendance" or "founders".
        parties: Whom it names, the doubted parties included.
        doubted: Whom it names with doubt.
        organizations: Whether it speaks of organizations; None if of states and organizations.
        total: How many parties it counts; 0 where it gives no number.
        place: Its place among the records of the institution, for `why` and citations.
    """

    __slots__ = (
        "as_of", "doubted", "kind", "organizations", "parties", "place", "role", "total",
    )  # fmt: skip

    def __init__(
        self,
        *,
        as_of: PartialDate,
        role: str,
        kind: str,
        parties: frozenset[str],
        doubted: frozenset[str] = frozenset(),
        organizations: bool | None = False,
        total: int = 0,
        place: int = 0,
    ) -> None:
        self.as_of = as_of
        self.role = role
        self.kind = kind
        self.parties = parties
        self.doubted = doubted
        self.organizations = organizations
        self.total = total
        self.place = place

    @property
    def complete(self) -> bool:
        """Whether it names all parties: it is stated, and counts no more than it names."""
        return self.kind == "stated" and self.total <= len(self.parties)


def party_list(outline: ListOutline, place: int) -> PartyList:
    """Return a list for the machine; a list of a meeting is one of attendance."""
    as_of, of_meeting, role, kind, total, entries = outline
    of_organizations = any(is_organization for _, is_organization, _ in entries)
    return PartyList(
        as_of=PartialDate.parse(as_of),
        role=role,
        kind=_ATTENDANCE if of_meeting else kind,
        parties=frozenset([party for party, _, _ in entries]),
        doubted=frozenset([party for party, _, certain in entries if not certain]),
        organizations=None if role in MIXED_ROLES else of_organizations,
        total=total,
        place=place,
    )


class RoleTerm:
    """
    One party in a role from a first to a last day, both included.

    Attributes:
        party: Who has the role.
        role: The role.
        start: The first day.
        end: The last day; None while it lasts.
        place: Its place among the terms of the institution.
    """

    __slots__ = ("end", "party", "place", "role", "start")

    def __init__(
        self, party: str, role: str, start: PartialDate, end: PartialDate | None, place: int = 0
    ) -> None:
        self.party = party
        self.role = role
        self.start = start
        self.end = end
        self.place = place


class Evidence:
    """
    All evidence on one institution.

    Attributes:
        institution: Its id.
        steps: The transitions of each party, in order.
        lists: All lists, by date.
        terms: All terms.
        rules: The statuses of its parties, and what transitions lead to.
        register: Whether the transitions are complete for the parties that they name: they hold
            until the next, and before the first the party has no status.
        with_gaps: Whether transitions of a register may be missing, so that a party may have had
            any status before its first one: the register was filtered by source.
        closed: Whether a party without any record certainly has no status. Only a register can be
            closed.
        known: For a status of a closed register, the first and the last day on which the register
            names every party with it, as far as is known.
        former: The states that ended; for a register that leaves them out if they ended before the
            last day covered: the table of a depositary names the parties of today.
        exists_from: The first day on which the institution may have existed; `BEFORE_ALL` where
            no founding is known, so that no answer is a plain "no". For a register, the first day
            that it covers: see `since_founding`.
        founded: The latest day of the founding; `BEFORE_ALL` where none is known.
        ends: The first and the last day that its end may be; `AFTER_ALL` while it lasts.
        covered: The first and the last day that the evidence covers.
        rotation: How many months the chair lasts at most; 0 where that is not recorded.
        organizations: The parties that are organizations.
        is_organization: Tells of a party that no record names whether it is an organization.
        lives: The first and the last day of each state that has not always existed, or a function
            that returns them when the first question needs them.
        open_to: The parties to which it is open; None if to all. Others have no status in it,
            unless a record names them.
    """

    __slots__ = (
        "_lives", "closed", "covered", "ends", "exists_from", "former", "founded",
        "institution", "is_organization", "known", "lists", "open_to", "organizations", "register",
        "rotation", "rules", "steps", "terms", "with_gaps",
    )  # fmt: skip

    def __init__(  # noqa: PLR0913 -- each is given by name
        self,
        institution: str,
        *,
        steps: Mapping[str, Sequence[Step]] | None = None,
        lists: Sequence[PartyList] = (),
        terms: Sequence[RoleTerm] = (),
        rules: StatusRules = MEMBERSHIP,
        register: bool = False,
        with_gaps: bool = False,
        closed: bool = False,
        known: Mapping[str, tuple[int, int]] | None = None,
        former: frozenset[str] = frozenset(),
        exists_from: int = BEFORE_ALL,
        founded: int = BEFORE_ALL,
        ends: tuple[int, int] = (AFTER_ALL, AFTER_ALL),
        covered: tuple[int, int] = (BEFORE_ALL, AFTER_ALL),
        rotation: int = 0,
        organizations: frozenset[str] = frozenset(),
        is_organization: Callable[[str], bool] = lambda _: False,
        lives: Lives | Callable[[], Lives] | None = None,
        open_to: frozenset[str] | None = None,
    ) -> None:
        self.institution = institution
        self.steps = steps or {}
        self.lists = tuple(lists)
        self.terms = tuple(terms)
        self.rules = rules
        self.register = register
        self.with_gaps = with_gaps
        self.closed = closed
        self.known = known or {}
        self.former = former
        self.exists_from = exists_from
        self.founded = founded
        self.ends = ends
        self.covered = covered
        self.rotation = rotation
        self.organizations = organizations
        self.is_organization = is_organization
        self._lives: Lives | Callable[[], Lives] = lives or {}
        self.open_to = open_to

    @property
    def lives(self) -> Lives:
        """The first and the last day of each state that has not always existed."""
        if callable(self._lives):
            self._lives = self._lives()
        return self._lives

    def life_of(self, party: str) -> tuple[int, int]:
        """Return the first and the last day of a party, as far as they limit what it can be."""
        if party in (UNNAMED_STATE, UNNAMED_ORGANIZATION) or party in self.organizations:
            return _ALWAYS
        return self.lives.get(party, _ALWAYS)

    def life_within(self, party: str) -> tuple[int, int]:
        """Return the first and the last day of a party, where these limit its timeline here."""
        born, gone = self.life_of(party)
        return (
            BEFORE_ALL if born <= self.exists_from else born,
            AFTER_ALL if gone >= self.ends[1] else gone,
        )

    def leaves_out(self, party: str) -> bool:
        """Return whether a party that no record names certainly has no status."""
        return self.closed or (self.open_to is not None and party not in self.open_to)

    def unrecorded(
        self, possible: frozenset[str], day: int, *, organization: bool
    ) -> frozenset[str]:
        """
        Return further statuses that a party may have, as the register would not name them.

        That observers are known from a later day is about states.
        """
        if not possible & _WITHOUT_BOND:
            return frozenset()
        found = [
            status
            for status, (first, last) in self.known.items()
            if day > last or (day < first and not organization)
        ]
        return frozenset(found) - possible

    def ended_states(self) -> list[str]:
        """Return the states that the register would not name, as they ended before its table."""
        return sorted(each for each in self.former if self.lives[each][1] < self.covered[1])

    def known_edges(self) -> set[int]:
        """Return the days on which it begins or ends to be known who has a status."""
        return {day for first, last in self.known.values() for day in (first, last + 1)}

    def covers(self, ranges: Iterable[tuple[int, int]]) -> bool:
        """Return whether the evidence covers all days of some ranges."""
        return all(self.covered[0] <= first and last <= self.covered[1] for first, last in ranges)

    def since_founding(self, exists_from: int) -> Evidence:
        """Return the evidence of a register for days from the founding on."""
        made: Evidence = object.__new__(Evidence)
        for name in Evidence.__slots__:
            setattr(made, name, getattr(self, name))
        made.exists_from = exists_from
        return made
