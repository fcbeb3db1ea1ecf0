"""
Claims: what one record says of the statuses of one party.

A claim says of a status yes, no, or nothing, for the days before the record and the days from it
on. A list says the same before and after its date; a transition does not.
"""

from __future__ import annotations

from functools import lru_cache

from migrationgov.dates.partial_date import PartialDate
from migrationgov.timelines.rules import NO, YES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migrationgov.timelines.stretches import RecordKey

MEMBER, OBSERVER, APPLICANT, ASSOCIATE = "member", "observer", "applicant", "associate"
PARTICIPANT = "participant"
#: Kinds of list that are not carried on, or that speak from the latest day of their date.
ATTENDANCE, FOUNDERS = "attendance", "founders"
#: The statuses of members; of these a party has one, or none.
STATUSES = (MEMBER, OBSERVER, ASSOCIATE, APPLICANT)

_DOUBT = dict.fromkeys(map(ord, "?~%"))


class Claim:
    """
    What one record says of one party.

    Attributes:
        first: The first day on which it may have happened.
        last: The last day on which it may have happened.
        before: What it says of the days before it, by status.
        after: What it says of the days from it on.
        speaks: The first and the last day of the date that it states: its reading begins there.
        lists: The status that it lists; None if it lists none.
        key: The record.
        order: Its place among the transitions; -1 for a list.
        every_day: Whether it is a list of every day of its date.
        bounds: Whether it bounds what is certain: a transition, or a complete list.
        own_days: Whether it speaks of the days of its date only.
        early: Whether it names on earlier days that its date leaves open.
    """

    __slots__ = (
        "after", "before", "bounds", "early", "every_day", "first", "key", "last", "lists",
        "order", "own_days", "speaks",
    )  # fmt: skip

    def __init__(  # noqa: PLR0913 -- each is given by name, but for the two dates
        self,
        first: int,
        last: int,
        *,
        before: Mapping[str, int],
        after: Mapping[str, int],
        speaks: tuple[int, int],
        lists: str | None,
        key: RecordKey,
        order: int = -1,
        every_day: bool = False,
        bounds: bool = True,
        own_days: bool = False,
        early: bool = False,
    ) -> None:
        self.first = first
        self.last = last
        self.before = before
        self.after = after
        self.speaks = speaks
        self.lists = lists
        self.key = key
        self.order = order
        self.every_day = every_day
        self.bounds = bounds
        self.own_days = own_days
        self.early = early

    def precedes(self, other: Claim) -> bool:
        """
        Return whether it certainly happened before another claim.

        A transition comes at the start of its day, so a list of this day is later.
        """
        if self.order >= 0 and other.order >= 0:
            return self.order < other.order
        return self.last < other.first + (self.order >= 0)

    def turn(self) -> tuple[int, bool]:
        """Return its place in the order of readings: a list after transitions of its day."""
        return self.speaks[0], self.order < 0


@lru_cache(maxsize=4096)
def stated_days(when: PartialDate) -> tuple[int, int]:
    """
    Return the first and the last day that a date states: all of 2019 for "2019~".

    Of the days of a bracket it is the latest; one that is open at its end states no day.
    """
    plain = PartialDate.parse(when.text.translate(_DOUBT))
    if plain.text[0] in "[{":
        return plain.last_ordinal, plain.last_ordinal
    return plain.first_ordinal, plain.last_ordinal


def says(status: str, statuses: Sequence[str]) -> dict[str, int]:
    """Say yes of one status and no of the others."""
    return {each: YES if each == status else NO for each in statuses}
