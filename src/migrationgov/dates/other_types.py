"""Dates that are neither text nor days: years as numbers, periods of pandas, times of numpy."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR
from math import isnan
from numbers import Integral, Real
from typing import Any

from migrationgov.dates.edtf import last_day
from migrationgov.dates.other_forms import ACCEPTED, number_meant
from migrationgov.errors import InvalidDateError, short_repr

#: Types that count as numbers in Python or numpy.
_NO_NUMBERS = ("bool", "timedelta64")
_MOST = 10**9  # no larger number means a date


def text_of(value: object) -> str:
    """
    Return the text of a date of another type; refuse what is not a date.

    >>> text_of(2002), text_of(2002.0)
    ('2002', '2002')
    """
    kind = type(value)
    number: Any = value
    if kind.__name__ == "Decimal" and kind.__module__ == "decimal":
        special = float("nan" if number.is_nan() else "inf")
        return _year(number if number.is_finite() else special)
    if isinstance(value, Real) and kind.__name__ not in _NO_NUMBERS:
        return _year(value)
    if kind.__name__ == "datetime64" and kind.__module__ == "numpy":
        value = str(value)
        if value != "NaT":
            return value
        raise InvalidDateError("NaT is a missing date; give a day")
    if hasattr(value, "start_time") and hasattr(value, "end_time"):  # as a pandas.Period has
        return _period(value)
    raise InvalidDateError(
        f"{short_repr(value)} ({kind.__name__}) is not a date;"
        f" give a datetime.date, a datetime, a PartialDate, a year or text: {ACCEPTED}"
    )


def _year(number: Any) -> str:
    """Return a year in four digits; tables make floats of years with gaps."""
    if isinstance(number, Integral) or float(number).is_integer():
        return _whole(int(number))
    if isnan(number):
        raise InvalidDateError("nan is a missing date; give a day")
    meant = number_meant(int(number)) if abs(number) < _MOST else ""
    shown = f"{number} ({type(number).__name__}) is not a date"
    raise InvalidDateError(
        f"{shown}: {meant or 'a year is a whole number'}", "" if meant else ACCEPTED
    )


def _whole(year: int) -> str:
    if MINYEAR <= year <= MAXYEAR:
        return f"{year:04d}"
    meant = number_meant(year) if abs(year) < _MOST else ""
    reason = f"{short_repr(year)} is not a year from {MINYEAR} to {MAXYEAR}"
    raise InvalidDateError(f"{reason}; {meant}" if meant else reason, "" if meant else ACCEPTED)


def _period(value: Any) -> str:
    """Return a year, a month, a day or an interval, which a period of pandas is."""
    try:
        first, last = value.start_time.date(), value.end_time.date()
    except (NotImplementedError, ValueError) as error:  # pandas has more years than Python
        raise InvalidDateError(
            f"{short_repr(value)} is not in the years {MINYEAR} to {MAXYEAR}", ACCEPTED
        ) from error
    if first == last:
        return str(first)
    if first.day == 1 and last.day == last_day(last.year, last.month):
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.year:04d}-{first.month:02d}"
        if (first.month, last.month, first.year) == (1, 12, last.year):
            return f"{first.year:04d}"
    return f"{first}/{last}"
