"""
Times at risk: from when a party could join an institution, when it joined, and when it left.

A day counts by a grade. At "listed" a party is a member on the days on which it is certain or
listed as one, it is none on the days on which it is excluded or listed in another status, and the
other days are in doubt. Doubt neither begins a spell nor ends it: it makes the dates of entry and
exit wider.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from attrs import evolve, frozen

from migrationgov.timelines.claims import FOUNDERS
from migrationgov.timelines.stretches import Stretch, Timeline, grade_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.timelines.evidence import Evidence
    from migrationgov.timelines.stretches import RecordKey

#: The grades, each with those that count at it.
AT_LEAST = {
    "certain": ("certain",),
    "listed": ("certain", "listed"),
    "possible": ("certain", "listed", "possible"),
}
#: Why an entry may be earlier than the record of it.
NOT_CENSORED, FOUNDING, FIRST_LIST, START = "no", "founding", "first_list", "start"
LEFT = (NOT_CENSORED, FOUNDING, FIRST_LIST, START)

_MEMBER, _NO_MEMBER, _DOUBT, _UNNAMED = "member", "no member", "doubt", "unnamed"
_Piece = tuple[int, int, str, Stretch]


@frozen
class TimeAtRisk:
    """
    One time in which a party could join, and the spell that follows, if one does.

    All days are ordinals. An entry lies between its two days, both included; so does the last day
    of a spell.

    Attributes:
        since: The first day at risk of an entry.
        until: The last day of the risk that the evidence covers.
        out_until: The last day before the entry on which the party was no member by the grade; the
            day before `since` where there is none.
        entry: The first day on which it is a member by the grade; None if there is none.
        last_in: The last day on which it is a member by the grade.
        out_from: The first day after the spell on which it is none; None if there is none.
        entered: What the evidence leaves on the day of the entry.
        left: What the evidence leaves on the first day after the spell.
    """

    since: int
    until: int
    out_until: int
    entry: int | None = None
    last_in: int = 0
    out_from: int | None = None
    entered: Stretch | None = None
    left: Stretch | None = None


def times_at_risk(
    line: Timeline, status: str, grade: str, first: int, until: int
) -> list[TimeAtRisk]:
    """Return the times at risk between two days, up to the last day of which any record speaks."""
    pieces = list(_pieces(line, status, grade, first, until))
    while pieces and pieces[-1][2] == _UNNAMED:
        pieces.pop()
    if not pieces:
        return []
    found = []
    now = TimeAtRisk(first, pieces[-1][1], first - 1)
    for start, end, reading, stretch in pieces:
        if reading == _MEMBER:
            if now.entry is None:
                now = evolve(now, entry=start, entered=stretch)
            now = evolve(now, last_in=end)
        elif reading == _NO_MEMBER and now.entry is None:
            now = evolve(now, out_until=end)
        elif reading == _NO_MEMBER:
            found.append(evolve(now, out_from=start, left=stretch))
            now = TimeAtRisk(start, now.until, end)
    return [*found, now]


def left_censored(time: TimeAtRisk, party: str, here: Evidence, begin: int) -> str:
    """
    Return why an entry may be earlier than the record of it, or "no".

    The institution exists from the day *begin*.
    """
    if time.out_until >= time.since:
        return NOT_CENSORED
    by = time.entered.by if time.entered else None
    if _by_list(by, party, here):
        return FIRST_LIST
    return START if time.entry == time.since > begin else FOUNDING


def _by_list(by: RecordKey | None, party: str, here: Evidence) -> bool:
    """Return whether a list, not an entry and not the founding, is what names a party."""
    if by is None:
        return party not in here.steps
    kind, place = by
    return kind == "list" and all(
        each.kind != FOUNDERS for each in here.lists if each.place == place
    )


def _pieces(line: Timeline, status: str, grade: str, first: int, until: int) -> Iterator[_Piece]:
    """Yield the stretches between two days: the first and the last day, and the reading."""
    days = [day for day in (first, *line.days) if first <= day <= until]
    for day, following in pairwise((*days, until + 1)):
        stretch = line.on(day)
        yield day, following - 1, _reading(stretch, status, grade), stretch


def _reading(stretch: Stretch, status: str, grade: str) -> str:
    """Return whether a party is a member on the days of a stretch, by a grade."""
    found = grade_of((stretch,), status)
    if not found:
        return _NO_MEMBER
    if found == "possible" and status not in stretch.named:
        return _UNNAMED
    if found in AT_LEAST[grade]:
        return _MEMBER
    return _NO_MEMBER if grade == "listed" and stretch.listed is not None else _DOUBT
