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
    from collections.abc import Callable, Collection, Sequence

    from migrationgov.timelines.stretches import DayRanges, Stretch, Timeline

    #: The certain parties, the certain and listed, those that a record makes possible, and those
    #: that have the status for all we know, although no record names them in it.
    Row = tuple[int, int, int, int]


#: On so many days each party is asked, before the rows of all days are made.
_FEW = 3


class Graded:
    """
    The parties that have a status on a date, by grade.

    Attributes:
        codes: The certain and the listed parties, sorted.
        certain: The certain parties.
        possible: The parties that are possible, and neither certain nor listed.
        complete: Whether all other parties of the kind certainly do not have the status; of both
            kinds: whether all other states do not have it.
        among: The parties that were asked about, sorted; None for all of the kind.
    """

    __slots__ = ("among", "certain", "codes", "complete", "possible")

    def __init__(
        self,
        codes: tuple[str, ...],
        certain: tuple[str, ...],
        possible: tuple[str, ...],
        complete: bool,  # noqa: FBT001 -- read by name alone
        among: tuple[str, ...] | None = None,
    ) -> None:
        self.codes = codes
        self.certain = certain
        self.possible = possible
        self.complete = complete
        self.among = among

    def only(self, parties: Collection[str]) -> Graded:
        """Return the parties that are among the given ones."""
        codes, certain, possible = (
            tuple([each for each in side if each in parties])
            for side in (self.codes, self.certain, self.possible)
        )
        return Graded(codes, certain, possible, self.complete, tuple(sorted(parties)))


class StatusIndex:
    """
    The parties with one status, day by day.

    The rows of all days are made when they are needed; for the first few days, it is faster to ask
    each party.

    Attributes:
        status: The status or role.
    """

    __slots__ = (
        "_asked", "_decoded", "_graded", "_line", "_made", "_masks", "_on", "_parties", "status",
    )  # fmt: skip

    def __init__(
        self,
        status: str,
        parties: Sequence[str],
        organizations: Collection[str],
        line: Callable[[str], Timeline],
        on: Callable[[str, int], Stretch],
    ) -> None:
        self.status = status
        self._parties = parties  # the last two are a state and an organization without a record
        bits = [1 << place for place in range(len(parties))]
        named = zip(bits, parties, strict=True)
        states = sum(bit for bit, party in named if party not in organizations)
        every = (1 << len(parties)) - 1
        #: For "state", "organization" and both: the bits of the parties of this kind.
        self._masks: dict[str | None, int] = {
            "state": states, "organization": every ^ states, None: every,
        }  # fmt: skip
        self._line = line
        self._on = on
        self._asked = 0
        self._made: tuple[list[int], list[Row]] | None = None
        self._decoded: dict[int, tuple[str, ...]] = {0: ()}
        self._graded: dict[str | None, dict[int, Graded]] = {kind: {} for kind in self._masks}

    @property
    def days(self) -> list[int]:
        """The days on which any answer changes."""
        return self._rows()[0]

    def _rows(self) -> tuple[list[int], list[Row]]:
        made = self._made
        if made is None:
            made = _rows(self.status, [self._line(party) for party in self._parties])
            self._made = made
        return made

    def on(self, day: int, kind: str | None) -> Graded:
        """Return the parties of a kind (state, organization, None for both) on a day."""
        if self._made is None and self._asked < _FEW:
            self._asked += 1
            stretches = enumerate(self._on(party, day) for party in self._parties)
            row = [0, 0, 0, 0]
            for place, stretch in stretches:
                for at, has in enumerate(_bits_of(self.status, stretch)):
                    row[at] |= has << place
            return self._grade((row[0], row[1], row[2], row[3]), kind)
        days, rows = self._rows()
        place = bisect_right(days, day)
        known = self._graded[kind]
        found = known.get(place)
        if found is None:
            found = known[place] = self._grade(rows[place], kind)
        return found

    def during(self, ranges: DayRanges, kind: str | None) -> Graded:
        """Return the parties: certain and listed on every day of the ranges, possible on any."""
        days, rows = self._rows()
        met = [
            row
            for first, last in ranges
            for row in rows[bisect_right(days, first) : bisect_right(days, last) + 1]
        ]
        certain, listed, possible, hidden = zip(*met, strict=True)
        all_days = reduce(and_, certain), reduce(and_, listed)
        return self._grade((*all_days, reduce(or_, possible), reduce(or_, hidden)), kind)

    def _grade(self, row: Row, kind: str | None) -> Graded:
        mask, states = self._masks[kind], self._masks["state"]
        certain, listed, possible, hidden = row
        return Graded(
            self._names(listed & mask),
            self._names(certain & mask),
            self._names(possible & ~listed & mask),
            not hidden & (states if kind is None else mask),
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
