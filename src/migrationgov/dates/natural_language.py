"""The reader of dates as people write them ("2 December 2002"), which uses python-dateutil.

dateutil takes from today's date what a text leaves out, and reads "02/12/2002" as Americans do.
Both would be guesses. So dateutil gets only a text of one month as a word, one year of four digits
and at most one day, which may have its weekday: no range and no time.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time

_PLAIN = re.compile(r"\w[\w ,./-]*\.?", re.ASCII)
_FILLERS = {"st", "nd", "rd", "th", "of"}
#: `calendar` and `strftime` follow the locale of the machine.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DEFAULT = datetime.combine(date(2001, 1, 1), time.min)  # its day is cut off again


def parse_written_date(text: str) -> str | tuple[str] | None:
    """
    Read a date as people write it.

    Returns:
        A tuple with the EDTF text; or the reason why the text is refused; or None where the text
        is no such date.
    """
    return _through_dateutil(text) if _PLAIN.fullmatch(text) else None


def _through_dateutil(text: str) -> str | tuple[str] | None:
    from dateutil import parser  # noqa: PLC0415 -- slow, and most queries do not need it

    info = parser.parserinfo()
    words = [w for w in re.findall(r"[A-Za-z]+", text) if w.lower() not in _FILLERS]
    weekdays = [day for day in map(info.weekday, words) if day is not None]
    months = [word for word in words if info.month(word)]
    digits = sorted(map(len, re.findall(r"\d+", text)), reverse=True)
    has_day = digits in ([4, 1], [4, 2])
    complete = len(months) == 1 and (has_day or (digits == [4] and not weekdays))
    if not complete or len(weekdays) > 1 or len(words) != 1 + len(weekdays):
        return None
    try:
        day = parser.parse(text, default=_DEFAULT).date()
    except (ValueError, OverflowError):
        return None
    if f"{day.year:04}" not in text:  # dateutil reads the year 0 as 2000
        return None
    if weekdays not in ([], [day.weekday()]):
        return f"{day.isoformat()} is another day of the week"
    return (day.isoformat() if has_day else day.isoformat()[:7],)
