"""Dates as people write them, read through python-dateutil (the only place that uses it to read).

dateutil fills what a text leaves out from "today" and reads "02/12/2002" by American custom. Both
would be guesses, so only texts with a month as a word and a year of four digits get there, and
they are read twice over different defaults to see which parts they really give.
"""

from __future__ import annotations

import re
from datetime import date, datetime

_NUMERIC = re.compile(r"(\d{1,4})[./ -](\d{1,2})[./ -](\d{1,4})")
_MONTH = re.compile(r"[a-z]{3}", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_LONGEST = 60
# Not from `calendar` or `strftime`, which follow the locale of the machine.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DEFAULTS = datetime(2001, 1, 1), datetime(2004, 2, 2)  # noqa: DTZ001 -- civil dates


def written_date(text: str) -> str | tuple[str] | None:
    """
    Read a date as people write it.

    Returns:
        A tuple with the EDTF text; or a sentence that says why it is refused; or None where the
        text is not such a date at all.
    """
    if len(text) > _LONGEST or not text.isascii():
        return None
    numeric = _NUMERIC.fullmatch(text)
    if numeric:
        return _refusal(numeric.groups())
    if not _MONTH.search(text) or not _YEAR.search(text) or _has_time(text):
        return None
    return _through_dateutil(text)


def _has_time(text: str) -> bool:
    return ":" in text or "T" in text.upper().split(" ")


def _through_dateutil(text: str) -> str | tuple[str] | None:
    from dateutil import parser  # noqa: PLC0415 -- 20 ms that most questions do not need

    try:
        one, other = (parser.parse(text, default=default).date() for default in _DEFAULTS)
    except (ValueError, OverflowError):
        return None
    if one.year != other.year or one.month != other.month:
        return None
    if one != other:
        return (one.isoformat()[:7],)
    words = re.findall(r"[a-z]+", text, re.IGNORECASE)
    named = [day for day in map(parser.parserinfo().weekday, words) if day is not None]
    if named not in ([], [one.weekday()]):
        return f"{one.isoformat()} is another day of the week"
    return (one.isoformat(),)


def _refusal(parts: tuple[str | None, ...]) -> str | None:
    """Say which days a numeric date could mean."""
    first, second, third = (str(part) for part in parts)
    if len(first) == 4:  # noqa: PLR2004 -- the year comes first
        readings = _days(first, second, third) + _days(first, third, second)
    elif len(third) == 4:  # noqa: PLR2004
        readings = _days(third, second, first) + _days(third, first, second)
    else:
        return None
    shown = " or ".join(
        f"{day.isoformat()} ({day.day} {_MONTHS[day.month - 1]})"
        for day in dict.fromkeys(readings)
    )
    return f"numbers alone do not tell day from month; write {shown}" if readings else None


def _days(year: str, month: str, day: str) -> list[date]:
    try:
        return [date(int(year), int(month), int(day))]
    except ValueError:
        return []
