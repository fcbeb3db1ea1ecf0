"""The reader of EDTF (ISO 8601-2) for `PartialDate`: the forms that the facts need, no others.

One function reads each form, the most frequent form first. The result has *spans*: pairs of the
first and the last possible day, None where a side is open. A text in another form is refused with
the reason; `dates/partial_date.py` turns the refusal into an error that lists the forms.
"""

from __future__ import annotations

from datetime import date

Span = tuple[date | None, date | None]
#: Year, month and day; the year may lie beyond those of `datetime.date`.
_Day = tuple[int, int, int]

QUALIFIERS = "?~%"
_DAY, _MONTH, _YEAR, _DECADE, _CENTURY = range(5)
PRECISIONS = ("day", "month", "year", "decade", "century")


class RefusedError(ValueError):
    """A text that is not a date in this profile of EDTF; the message gives the reason."""


class Reading:
    """What a text means: its spans, its doubts, its precision; of one date the ends, unclipped."""

    __slots__ = ("approximate", "ends", "precision", "spans", "uncertain")

    def __init__(
        self,
        spans: tuple[Span, ...],
        precision: str,
        *,
        ends: tuple[_Day, _Day] | None = None,
        uncertain: bool = False,
        approximate: bool = False,
    ) -> None:
        self.spans = spans
        self.ends = ends
        self.precision = precision
        self.uncertain = uncertain
        self.approximate = approximate


def read(text: str) -> Reading:
    """Read an EDTF text of the profile, or raise `RefusedError`."""
    if not text:
        raise RefusedError("it is empty")
    if not text.isascii():
        raise RefusedError("it has characters that no date has")
    if text[0] == "[":
        return _read_set(text)
    if "/" in text:
        return _read_interval(text)
    return _read_single(text)


def last_day(year: int, month: int) -> int:
    """Return the last day of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _clipped(ymd: _Day) -> date:
    """Return the day, or the first or last day that `datetime.date` has where it lies beyond."""
    year, month, day = ymd
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month, day)


# -- one date ----------------------------------------------------------------------------------


def _read_single(text: str) -> Reading:
    if len(text) == 10 and text[4] == text[7] == "-":  # YYYY-MM-DD, the most frequent form
        try:
            day = date.fromisoformat(text)
        except ValueError:
            pass
        else:
            ymd = day.year, day.month, day.day
            return Reading(((day, day),), PRECISIONS[_DAY], ends=(ymd, ymd))
    return _read_parts(text)


def _read_parts(text: str) -> Reading:
    if text[0] == "Y":
        return _read_long_year(text)
    sign = -1 if text[0] == "-" else 1
    parts = (text[1:] if sign < 0 else text).split("-")
    if len(parts) > 3:
        raise RefusedError("it has more parts than year, month and day")
    values, marks = _unmark(parts)
    if sign < 0 and values[0] == "0000":
        raise RefusedError("there is no year -0000")
    first, last, precision = _bounds(sign, values)
    about = [place for place, mark in enumerate(marks) if mark in ("~", "%")]
    if about:
        unit = precision if len(parts) == 1 else (_YEAR, _MONTH, _DAY)[about[-1]]
        first, last = _widened(first, last, unit)
    return Reading(
        ((_clipped(first), _clipped(last)),),
        PRECISIONS[precision],
        ends=(first, last),
        uncertain=any(mark in ("?", "%") for mark in marks),
        approximate=bool(about),
    )


def _unmark(parts: list[str]) -> tuple[list[str], list[str]]:
    """Return parts and qualifiers; one behind a part also qualifies all parts to its left."""
    values: list[str] = []
    marks = [""] * len(parts)
    for place, part in enumerate(parts):
        value = part
        if value and value[0] in QUALIFIERS:
            marks[place] = _joined(marks[place], value[0])
            value = value[1:]
        if value and value[-1] in QUALIFIERS:
            for covered in range(place + 1):
                marks[covered] = _joined(marks[covered], value[-1])
            value = value[:-1]
        values.append(value)
    return values, marks


def _joined(mark: str, other: str) -> str:
    """Return one qualifier for two: uncertain and approximate together are `%`."""
    return other if mark in ("", other) else "%"


def _bounds(sign: int, values: list[str]) -> tuple[_Day, _Day, int]:
    year_text, *rest = values
    if len(year_text) != 4:
        raise RefusedError("a year has four digits")
    known = year_text.rstrip("X")
    if len(known) < 2 or not known.isdigit():
        raise RefusedError("a year is digits, of which the last one or two may be X")
    unspecified = 4 - len(known)
    if unspecified and rest:
        raise RefusedError("a year with X has no month")
    low, high = int(known + "0" * unspecified), int(known + "9" * unspecified)
    if sign < 0:
        low, high = -high, -low
    if not rest:
        return (low, 1, 1), (high, 12, 31), (_YEAR, _DECADE, _CENTURY)[unspecified]
    return _month_bounds(sign * int(known), rest)


def _month_bounds(year: int, rest: list[str]) -> tuple[_Day, _Day, int]:
    month_text, *days = rest
    if month_text == "XX":
        if days not in ([], ["XX"]):
            raise RefusedError("a day needs its month")
        return (year, 1, 1), (year, 12, 31), _MONTH if not days else _DAY
    month = _number(month_text, "month", 12)
    if days in ([], ["XX"]):
        ends = (year, month, 1), (year, month, last_day(year, month))
        return *ends, _MONTH if not days else _DAY
    day = _number(days[0], "day", last_day(year, month))
    return (year, month, day), (year, month, day), _DAY


def _number(text: str, what: str, most: int) -> int:
    if len(text) != 2 or not text.isdigit():
        raise RefusedError(f"a {what} is two digits or XX")
    value = int(text)
    if not 1 <= value <= most:
        raise RefusedError(f"there is no {what} {text} there")
    return value


def _read_long_year(text: str) -> Reading:
    digits = text[1:].removeprefix("-")
    if not digits.isdigit() or len(digits) < 5 or digits[0] == "0":
        raise RefusedError("Y stands before a year of more than four digits")
    year = int(text[1:])
    ends = (year, 1, 1), (year, 12, 31)
    edge = _clipped(ends[0] if year < 0 else ends[1])
    return Reading(((edge, edge),), PRECISIONS[_YEAR], ends=ends)


def _widened(first: _Day, last: _Day, unit: int) -> tuple[_Day, _Day]:
    """Move both ends outwards by one unit."""
    if unit == _DAY:
        return _day_before(first), _day_after(last)
    if unit == _MONTH:
        return _month_before(first), _month_after(last)
    years = {_YEAR: 1, _DECADE: 10, _CENTURY: 100}[unit]
    return _fitting(first[0] - years, *first[1:]), _fitting(last[0] + years, *last[1:])


def _fitting(year: int, month: int, day: int) -> _Day:
    return year, month, min(day, last_day(year, month))


def _day_before(first: _Day) -> _Day:
    year, month, day = first
    if day > 1:
        return year, month, day - 1
    year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return year, month, last_day(year, month)


def _day_after(last: _Day) -> _Day:
    year, month, day = last
    if day < last_day(year, month):
        return year, month, day + 1
    return (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)


def _month_before(first: _Day) -> _Day:
    year, month, day = first
    return _fitting(*((year, month - 1) if month > 1 else (year - 1, 12)), day)


def _month_after(last: _Day) -> _Day:
    year, month, day = last
    whole = day == last_day(year, month)
    year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return _fitting(year, month, 31 if whole else day)


# -- two ends ----------------------------------------------------------------------------------


def _read_interval(text: str) -> Reading:
    ends = text.split("/")
    if len(ends) != 2:
        raise RefusedError("an interval has one start and one end")
    start, end = (None if side in ("", "..") else _read_single(side) for side in ends)
    if start is None and end is None:
        raise RefusedError("an interval needs at least one end")
    first = start.spans[0][0] if start else None
    last = end.spans[0][1] if end else None
    if start and end and _ends_early(start, end):
        raise RefusedError("it ends before it begins")
    sides = [side for side in (start, end) if side]
    return Reading(
        ((first, last),),
        "interval",
        uncertain=any(side.uncertain for side in sides),
        approximate=any(side.approximate for side in sides),
    )


def _ends_early(start: Reading, end: Reading) -> bool:
    """Return whether the last day of one date lies before the first day of another."""
    return bool(start.ends and end.ends and start.ends[0] > end.ends[1])


# -- one day out of a set ------------------------------------------------------------------------


def _read_set(text: str) -> Reading:
    if text[-1] != "]":
        raise RefusedError("the set has no closing bracket")
    items = text[1:-1].split(",")
    if len(items) == 1 and ".." not in text:
        raise RefusedError("a set has at least two dates, with commas between, or a range")
    last_place = len(items) - 1
    spans = [
        _read_item(item, opens=place == 0, closes=place == last_place)
        for place, item in enumerate(items)
    ]
    spans.sort(key=lambda span: span[0] or date.min)
    return Reading(tuple(spans), "set")


def _read_item(item: str, *, opens: bool, closes: bool) -> Span:
    if ".." not in item:
        return _plain(item).spans[0]
    start, _, end = item.partition("..")
    if not start and not end:
        raise RefusedError("a range in a set needs at least one end")
    if (not start and not opens) or (not end and not closes):
        raise RefusedError(
            "only the first range of a set may lack its start, only the last its end"
        )
    first, last = (_plain(side) if side else None for side in (start, end))
    if first and last and _ends_early(first, last):
        raise RefusedError("a range in the set ends before it begins")
    return first.spans[0][0] if first else None, last.spans[0][1] if last else None


def _plain(text: str) -> Reading:
    """Read a date inside a set: year, month or day, without qualifiers."""
    if not text:
        raise RefusedError("a comma in a set stands between two dates")
    reading = _read_single(text)
    if reading.uncertain or reading.approximate or "X" in text:
        raise RefusedError("dates inside a set carry no marks and no X")
    return reading
