"""Timelines: what the evidence leaves of one party's status, from one change to the next."""

from __future__ import annotations

from bisect import bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    DayRanges = tuple[tuple[int, int], ...]
    #: A record of the evidence: "step", "list" or "term", and its place among those.
    RecordKey = tuple[str, int]

#: No status: the party has none of the statuses, or does not have the role.
NONE = "none"
ONLY_NONE = frozenset({NONE})


class Stretch:
    """
    What the evidence leaves on days between two changes.

    Attributes:
        possible: The statuses that the evidence leaves; one is certain.
        listed: The status by the best reading; None where there is no reading.
        named: The statuses in which a record names the party, so that it is a possible holder.
        since: The day from which the evidence of `listed` speaks.
        by: The record behind `listed`; None without one.
    """

    __slots__ = ("by", "listed", "named", "possible", "since")

    def __init__(
        self,
        possible: frozenset[str],
        listed: str | None = None,
        named: frozenset[str] = frozenset(),
        since: int = 0,
        by: RecordKey | None = None,
    ) -> None:
        self.possible = possible
        self.listed = listed
        self.named = named
        self.since = since
        self.by = by

    def key(self) -> tuple[object, ...]:
        """Return all values, for comparison."""
        return self.possible, self.listed, self.named, self.since, self.by


NOTHING = Stretch(ONLY_NONE)


class Timeline:
    """
    The stretches of one party in one institution.

    Attributes:
        days: The days on which the second, third, ... stretch begins.
        stretches: The stretches, in order.
    """

    __slots__ = ("days", "stretches")

    def __init__(self, days: Sequence[int], stretches: Sequence[Stretch]) -> None:
        self.days = days
        self.stretches = stretches

    def on(self, day: int) -> Stretch:
        """Return what the evidence leaves on a day."""
        return self.stretches[bisect_right(self.days, day)]

    def during(self, ranges: DayRanges) -> list[Stretch]:
        """Return the stretches that have a day in the ranges, in order."""
        return [
            each
            for first, last in ranges
            for each in self.stretches[
                bisect_right(self.days, first) : bisect_right(self.days, last) + 1
            ]
        ]


def timeline(starts: Iterable[tuple[int, Stretch]], before: Stretch) -> Timeline:
    """Make a timeline of the stretches from given days on; equal neighbours become one."""
    days: list[int] = []
    stretches = [before]
    for day, stretch in starts:
        if stretch.key() != stretches[-1].key():
            days.append(day)
            stretches.append(stretch)
    return Timeline(days, stretches)


def joined(line: Timeline, whole: Timeline) -> Timeline:
    """
    Return a timeline of a filtered dataset that is never more certain than that of the whole.

    Removing a source may leave fewer statuses; the set of each day is the union of both sets.
    """
    starts = (
        (day, _joined(line.on(day), whole.on(day))) for day in sorted({*line.days, *whole.days})
    )
    return timeline(starts, _joined(line.stretches[0], whole.stretches[0]))


def _joined(own: Stretch, whole: Stretch) -> Stretch:
    possible = own.possible | whole.possible
    return Stretch(possible, own.listed, own.named, own.since, own.by)


def grade_of(met: Sequence[Stretch], status: str) -> str:
    """
    Return the grade of a status on all the days of some stretches; "" if it is excluded.

    Certain: on every day. Listed: certain or listed on every day. Excluded: on every day. The
    grade is possible otherwise, whether or not a record names the party in the status.
    """
    certain = [len(each.possible) == 1 and status in each.possible for each in met]
    if all(certain):
        return "certain"
    if all(sure or each.listed == status for sure, each in zip(certain, met, strict=True)):
        return "listed"
    return "possible" if any(status in each.possible for each in met) else ""
