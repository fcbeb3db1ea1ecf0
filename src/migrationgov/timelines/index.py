"""
The parties that have one status in an institution, day by day.

Between two changes the answer is the same on every day. It is a row of sets of parties, each a
number with one bit for a party: the answer for a year is what the rows of the year have in common.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import reduce
from operator import and_, or_

from migrationgov.dates.partial_date import BEFORE_ALL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from migrationgov.timelines.stretches import DayRanges, Stretch, Timeline

    #: The certain parties, the certain and listed, those that a record makes possible, and those
    #: that have the status for all we know, although no record names them in it.
    Row = tuple[int, int, int, int]


class Graded:
    """
    The parties that have a status on a date, by grade.

    Attributes:
        codes: The certain and the listed parties, sorted.
        certain: The certain parties.
        possible: The parties that are possible, and neither certain nor listed.
        complete: Whether all other parties certainly do not have the status.
    """

    __slots__ = ("certain", "codes", "complete", "possible")

    def __init__(
        self,
        codes: tuple[str, ...],
        certain: tuple[str, ...],
        possible: tuple[str, ...],
        complete: bool,  # noqa: FBT001 -- read by name alone
    ) -> None:
        self.codes = codes
        self.certain = certain
        self.possible = possible
        self.complete = complete


class StatusIndex:
    """
    The parties with one status, day by day.

    Attributes:
        status: The status or role.
        days: The days on which any answer changes.
    """

    __slots__ = ("_decoded", "_graded", "_masks", "_parties", "_rows", "days", "status")

    def __init__(
        self,
        status: str,
        lines: Mapping[str, Timeline],
        organizations: Collection[str],
        unnamed: tuple[Timeline, Timeline],
    ) -> None:
        self.status = status
        self._parties = tuple(sorted(lines))
        bits = [1 << place for place in range(len(self._parties) + 2)]
        in_order = [*(lines[party] for party in self._parties), *unnamed]
        states = bits[-2] + sum(
            bit
            for bit, party in zip(bits, self._parties, strict=False)
            if party not in organizations
        )
        every = sum(bits)
        #: For "state", "organization" and both: the bits of the parties of this kind.
        self._masks: dict[str | None, int] = {
            "state": states, "organization": every ^ states, None: every,
        }  # fmt: skip
        self.days, self._rows = _rows(status, in_order)
        self._decoded: dict[int, tuple[str, ...]] = {0: ()}
        self._graded: dict[str | None, dict[int, Graded]] = {kind: {} for kind in self._masks}

    def on(self, day: int, kind: str | None) -> Graded:
        """Return the parties of a kind (state, organization, None for both) on a day."""
        place = bisect_right(self.days, day)
        known = self._graded[kind]
        found = known.get(place)
        if found is None:
            found = known[place] = self._grade(self._rows[place], kind)
        return found

    def during(self, ranges: DayRanges, kind: str | None) -> Graded:
        """Return the parties: certain and listed on every day of the ranges, possible on any."""
        days, rows = self.days, self._rows
        met = [
            row
            for first, last in ranges
            for row in rows[bisect_right(days, first) : bisect_right(days, last) + 1]
        ]
        certain, listed, possible, hidden = zip(*met, strict=True)
        row = (
            reduce(and_, certain),
            reduce(and_, listed),
            reduce(or_, possible),
            reduce(or_, hidden),
        )
        return self._grade(row, kind)

    def _grade(self, row: Row, kind: str | None) -> Graded:
        mask = self._masks[kind]
        certain, listed, possible, hidden = row
        return Graded(
            self._names(listed & mask),
            self._names(certain & mask),
            self._names(possible & ~listed & mask),
            not hidden & mask,
        )

    def _names(self, bits: int) -> tuple[str, ...]:
        found = self._decoded.get(bits)
        if found is None:
            named = enumerate(self._parties)
            found = tuple([party for place, party in named if bits >> place & 1])
            self._decoded[bits] = found
        return found


def _rows(status: str, lines: list[Timeline]) -> tuple[list[int], list[Row]]:
    """Return the days of change, and the row from the beginning and from each of them on."""
    changes: dict[int, list[tuple[int, Stretch]]] = {BEFORE_ALL: []}
    for place, line in enumerate(lines):
        for day, stretch in zip((BEFORE_ALL, *line.days), line.stretches, strict=True):
            changes.setdefault(day, []).append((1 << place, stretch))
    days, rows = sorted(changes), []
    row = [0, 0, 0, 0]
    for day in days:
        for bit, stretch in changes[day]:
            for at, has in enumerate(_bits_of(status, stretch)):
                row[at] = row[at] | bit if has else row[at] & ~bit
        rows.append((row[0], row[1], row[2], row[3]))
    return days[1:], rows


def _bits_of(status: str, stretch: Stretch) -> tuple[bool, bool, bool, bool]:
    """Return whether a status is certain; certain or listed; possible; possible, but not named."""
    if status not in stretch.possible:
        return False, False, False, False
    certain = len(stretch.possible) == 1
    listed = certain or stretch.listed == status
    named = listed or status in stretch.named
    return certain, listed, named, not named
