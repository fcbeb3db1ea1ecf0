"""
From the dates of a user's table to the columns of the answer table.

The answer table has a column for every range of days on which nothing changes, and one for every
year or other period that the user's table asks about. The axis gives the column of each date.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import MAXYEAR, MINYEAR, date
from itertools import pairwise
from numbers import Integral
from typing import Any

from attrs import field, frozen

from migrationgov.dates.partial_date import PartialDate, as_date
from migrationgov.errors import InvalidDateError, short_repr
from migrationgov.frames.columns import FIRST_DAY
from migrationgov.lookup.day_ranges import DayRange, day_ranges_of

_MOST_NAMED = 5
#: The signs of a date that is one day, but not known which one: `199X`, `2002?`, `[2001,2003]`.
_DOUBT = frozenset("X?~%[")


@frozen
class DateAxis:
    """
    The columns of an answer table.

    Attributes:
        starts: The first day of each range on which nothing changes: the first columns.
        periods: The days of each of the other columns.
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
    return DateAxis(starts=(FIRST_DAY, *sorted(edges)))


def axis_of_years(edges: Iterable[int]) -> DateAxis:
    """Return the axis of a column of years; those before and after all changes share one."""
    years = [date.fromordinal(day).year for day in edges] or [MINYEAR + 1]
    first, last = max(min(years) - 1, MINYEAR), min(max(years) + 1, MAXYEAR)
    years_of_axis = (day_ranges_of(date_of(year)) for year in range(first, last + 1))
    return DateAxis(periods=tuple(years_of_axis), first_year=first)


def axis_of_values(edges: Iterable[int], values: Sequence[Any], column: str) -> DateAxis:
    """Return the axis of distinct values: text, dates, whole numbers that are years."""
    starts = axis_of_days(edges).starts
    refused = []
    places: dict[Any, int] = {}
    periods: dict[tuple[tuple[DayRange, ...], bool], int] = {}
    for value in values:
        try:
            on = date_of(value)
            days = day_ranges_of(on)
        except InvalidDateError as refusal:
            refused.append(str(refusal))
            continue
        if len(days) == 1 and days[0][0] == days[0][1]:
            places[value] = bisect_right(starts, days[0][0]) - 1
        else:
            key = days, bool(_DOUBT & set(on.text))
            places[value] = periods.setdefault(key, len(starts) + len(periods))
    if refused:
        raise InvalidDateError(_refusal(column, refused))
    doubtful = frozenset(place for place, (_, doubt) in enumerate(periods) if doubt)
    return DateAxis(starts, tuple(days for days, _ in periods), doubtful, places=places)


def date_of(value: Any) -> PartialDate:
    """Read a date argument; a whole number is a year."""
    if isinstance(value, float) and value.is_integer():  # pandas makes floats of years with holes
        value = int(value)
    if isinstance(value, Integral) and not isinstance(value, bool):
        check_years(int(value))
        return PartialDate.parse(f"{int(value):04d}")
    return as_date(value)


def check_years(*years: int) -> None:
    """Refuse numbers that are not years: 20021202 is a day written without hyphens."""
    for year in years:
        if not MINYEAR <= year <= MAXYEAR:
            raise InvalidDateError(
                f"{year} is not a year from {MINYEAR} to {MAXYEAR}; a column of days holds dates,"
                " or text such as '2002-12-02'"
            )


def _refusal(column: str, refused: list[str]) -> str:
    named = "; ".join(refused[:_MOST_NAMED])
    more = f"; and {len(refused) - _MOST_NAMED} more" if len(refused) > _MOST_NAMED else ""
    kinds = (
        "1 value is not a date" if len(refused) == 1 else f"{len(refused)} values are not dates"
    )
    return f"in the column {short_repr(column)} {kinds}: {named}{more}"
