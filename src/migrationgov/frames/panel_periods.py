"""The years, months or days of a panel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from migrationgov.dates.partial_date import PartialDate, as_date
from migrationgov.errors import InvalidDateError, check_word, short_repr
from migrationgov.frames.columns import FIRST_DAY, LAST_DAY
from migrationgov.lookup.day_ranges import day_range_between

_NAMES = {"year": "year", "month": "month", "day": "date"}


@frozen
class PanelPeriod:
    """One period of a panel: its value in the table, its first and last day as ordinals."""

    label: int | str | date
    first: int
    last: int

    def date(self, partial: str | None) -> PartialDate:
        """Return its first day, its last, or all of it."""
        if partial is not None:
            day = self.first if partial == "first" else self.last
            return PartialDate.from_date(date.fromordinal(day))
        return PartialDate.parse(f"{date.fromordinal(self.first)}/{date.fromordinal(self.last)}")


def period_name(by: str) -> str:
    """Return the name of the column of periods."""
    check_word("by", by, _NAMES)
    return _NAMES[by]


def periods_between(start: object, end: object, by: str) -> list[PanelPeriod]:
    """Return the periods from that of one date to that of another, both included."""
    period_name(by)
    first, last = day_range_between(start, end)
    if first < FIRST_DAY or last > LAST_DAY:
        raise InvalidDateError(
            f"{short_repr(start)} to {short_repr(end)} has no beginning or no end"
        )
    if by == "day":
        return [PanelPeriod(date.fromordinal(day), day, day) for day in range(first, last + 1)]
    return list(_periods(first, last, by))


def _periods(day: int, last: int, by: str) -> Iterator[PanelPeriod]:
    while day <= last:
        on = date.fromordinal(day)
        label = on.year if by == "year" else f"{on.year:04d}-{on.month:02d}"
        period = as_date(label)
        yield PanelPeriod(label, period.first_ordinal, period.last_ordinal)
        day = period.last_ordinal + 1
