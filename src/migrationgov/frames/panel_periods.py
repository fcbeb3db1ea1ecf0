"""The years, months or days of a panel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from numbers import Integral
from typing import Any

from attrs import frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import InvalidDateError, check_word, short_repr
from migrationgov.frames.date_axis import year_of
from migrationgov.frames.step_functions import FIRST_DAY, LAST_DAY
from migrationgov.lookup.day_ranges import day_range_between

_NAMES = {"year": "year", "month": "month", "day": "date"}


@frozen
class PanelPeriod:
    """
    One period of a panel.

    Attributes:
        label: Its value in the table: the number of a year, a month as text, a day.
        first: Its first day, as an ordinal.
        last: Its last day.
    """

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
    first, last = day_range_between(_date(start), _date(end))
    if first < FIRST_DAY or last > LAST_DAY:
        raise InvalidDateError(
            f"{short_repr(start)} to {short_repr(end)} has no beginning or no end"
        )
    if by == "day":
        return [PanelPeriod(date.fromordinal(day), day, day) for day in range(first, last + 1)]
    return list(_periods(date.fromordinal(first), last, by))


def _date(value: object) -> object:
    """Return a year for a whole number, anything else as it is."""
    is_year = isinstance(value, Integral) and not isinstance(value, bool)
    return year_of(int(value)) if is_year else value  # type: ignore[call-overload]  # a number


def _periods(first: date, last: int, by: str) -> Iterator[PanelPeriod]:
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 -- only panels need it

    current = first.replace(day=1) if by == "month" else date(first.year, 1, 1)
    one = relativedelta(months=1) if by == "month" else relativedelta(years=1)
    following: date | None = current
    while following and following.toordinal() <= last:
        current, following = following, _after(following, one)
        label = current.year if by == "year" else f"{current.year:04d}-{current.month:02d}"
        final = following.toordinal() - 1 if following else LAST_DAY
        yield PanelPeriod(label, current.toordinal(), final)


def _after(current: date, step: Any) -> date | None:
    """Return the next period's first day; None where the calendar ends."""
    try:
        following: date = current + step
    except (OverflowError, ValueError):
        return None
    return following
