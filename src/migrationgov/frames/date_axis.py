"""
From the dates of a user's table to the columns of the answer table.

The answer table has a column for every range of days on which nothing changes, and one for every
year or other period that the user's table asks about. The axis gives the column of each date.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import MAXYEAR, MINYEAR, date
from itertools import pairwise
from typing import Any

from attrs import field, frozen

from migrationgov.dates.partial_date import PartialDate, as_date
from migrationgov.frames.columns import FIRST_DAY, LAST_DAY
from migrationgov.lookup.day_ranges import DayRange, day_ranges_of

#: The first day of the year that stands for a missing date.
NO_DATE = date(MAXYEAR, 1, 1)
#: The signs of a date that is one day, but not known which one: `199X`, `2002?`, `[2001,2003]`.
_DOUBT = frozenset("X?~%[")


@frozen
class DateAxis:
    """
    The columns of an answer table.

    Attributes:
        starts: The first day of each range on which nothing changes: the first columns.
        periods: The days of each of the other columns. On axes of days and of years, the last one
            is for the year 9999, which stands for a missing date.
        doubtful: Places of the periods that are one day in doubt, not all their days.
        first_year: The year of the first column, on an axis of years.
        places: The column of each distinct value, on an axis of values.
    """

    starts: tuple[int, ...] = ()
    periods: tuple[tuple[DayRange, ...], ...] = ()
    doubtful: frozenset[int] = frozenset()
    first_year: int = 0
    places: dict[Any, int] = field(factory=dict)

    def __len__(self) -> int:
        return len(self.starts) + len(self.periods)

    @property
    def last_year(self) -> int:
        """The last year that has a column, on an axis of years; later ones share it."""
        return self.first_year + len(self.periods) - 2

    @property
    def no_date(self) -> int:
        """The column of dates in the year 9999, on an axis of days or of years."""
        return len(self) - 1

    def day_places(self) -> tuple[int, list[int]]:
        """
        Return the column of each day from the day before the first change to the last change.

        Earlier days belong to the first of these columns, later days to the last.
        """
        edges = self.starts[1:]
        if not edges:
            return FIRST_DAY, [0]
        places = [0]
        for place, (day, end) in enumerate(pairwise((*edges, edges[-1] + 1)), 1):
            places += [place] * (end - day)
        return edges[0] - 1, places


def axis_of_days(edges: Iterable[int]) -> DateAxis:
    """Return the axis of a column of days."""
    any_day = day_ranges_of(as_date(NO_DATE))
    return DateAxis((FIRST_DAY, *sorted(edges)), (any_day,), frozenset({0}))


def axis_of_years(edges: Iterable[int]) -> DateAxis:
    """Return the axis of a column of years; those before and after all changes share one."""
    years = [date.fromordinal(day).year for day in edges] or [MINYEAR + 1]
    first, last = max(min(years) - 1, MINYEAR), min(max(years) + 1, MAXYEAR)
    periods = [day_ranges_of(as_date(year)) for year in (*range(first, last + 1), MAXYEAR)]
    return DateAxis((), tuple(periods), frozenset({len(periods) - 1}), first_year=first)


def axis_of_values(edges: Iterable[int], dates: Mapping[Any, PartialDate]) -> DateAxis:
    """Return the axis of the distinct values of a column, by their dates."""
    starts = (FIRST_DAY, *sorted(edges))
    places: dict[Any, int] = {}
    periods: dict[tuple[tuple[DayRange, ...], bool], int] = {}
    for value, on in dates.items():
        days = day_ranges_of(on)
        if len(days) == 1 and days[0][0] == days[0][1]:
            places[value] = bisect_right(starts, days[0][0]) - 1
        else:
            key = days, is_doubtful(on)
            places[value] = periods.setdefault(key, len(starts) + len(periods))
    doubtful = frozenset(place for place, (_, doubt) in enumerate(periods) if doubt)
    return DateAxis(starts, tuple(days for days, _ in periods), doubtful, places=places)


def is_doubtful(on: PartialDate) -> bool:
    """Return whether a date is one day, but not known which one."""
    return bool(_DOUBT & set(on.text)) or day_ranges_of(on) == day_ranges_of(as_date(NO_DATE))


def year_from(day: int, *, whole: bool) -> int:
    """Return the first year that begins on a day or later; if not *whole*, that ends so."""
    begin = date.fromordinal(min(max(day, FIRST_DAY), LAST_DAY))
    return begin.year + (whole and (begin.month, begin.day) != (1, 1))


def year_to(day: int, *, whole: bool) -> int:
    """Return the last year that ends on a day or earlier; if not *whole*, that begins so."""
    end = date.fromordinal(max(min(day, LAST_DAY), FIRST_DAY))
    return end.year - (whole and (end.month, end.day) != (12, 31))
