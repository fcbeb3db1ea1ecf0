"""Forms of dates outside EDTF, as tables, spreadsheets and people write them.

A form that has one meaning is read. A form that has several, or that is more or less than a date,
is refused with the date to write: nothing is guessed.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from migrationgov.dates.edtf import RefusedError, last_day, read
from migrationgov.dates.natural_language import MONTHS, parse_written_date
from migrationgov.errors import InvalidDateError, short_repr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Meaning = Callable[..., "Found"]
    #: The EDTF text in a tuple; or the reason of a refusal; or None for no such form.
    Found = tuple[str] | str | None

#: How dates are written; every refusal quotes it that does not have the date to write.
ACCEPTED = "write 2002, 2002-12 or 2002-12-02"
#: The same, for a text that has signs of EDTF.
ACCEPTED_EDTF = (
    f"{ACCEPTED}; 199X or 2004-XX for unspecified digits; ? ~ % behind it"
    " for uncertain, approximate or both; 2004/2006, 2004/.. or ../2004 for an interval;"
    " [..2002-11-22], [1961-12-31..1972-12-31] or [2011,2012] for one day out of a range or set"
)
_SIGNS = re.compile("[-0-9XY?~%/\\[\\]{}., ]+")
_EDTF = re.compile(r"(?=.*(?:[?~%/\[\]{}X]|\.\.|^Y))[-0-9XY?~%/\[\]{}., ]+")

_LONGEST = 60
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: The day before the first one of a spreadsheet, which counts 29 February 1900, too.
_EXCEL = date(1899, 12, 30)
_YEAR_DIGITS = 4
_SERIALS = range(10_000, 100_000)  # from 1927 to 2173: smaller numbers are years
_TIME = (
    r"(?:[01]?\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d+)?)?"
    r"\s*(?:[AP]M)?\s*(?:Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?"
)


def read_or_refuse(text: str, reason: str) -> str:
    """Return the EDTF text of a date that is not in EDTF, or raise the error for it."""
    found = read_other_form(text)
    if isinstance(found, tuple):
        return found[0]
    raise _refusal(text, found, reason)


def refusal_in_edtf(text: str, reason: str) -> InvalidDateError:
    """Return the error for a text where only EDTF is read, with the EDTF text if there is one."""
    plain = text.strip()
    found = (plain,) if plain != text and _is_edtf(plain) else read_other_form(plain)
    meant = f"it is not in EDTF; write {found[0]}" if isinstance(found, tuple) else found
    return _refusal(text, meant, reason)


def _refusal(text: str, meant: str | None, reason: str) -> InvalidDateError:
    """Return the error with what a text means, else with the reason why it is not in EDTF."""
    if text.isascii() and not _SIGNS.fullmatch(text) and text:
        if re.search("[0-9]{4}", text):
            reason = "it is in no form that is read"
        elif not re.search("[0-9]", text):
            reason = "it has no year"
    accepted = ACCEPTED_EDTF if _EDTF.fullmatch(text) else ACCEPTED
    shown = f"{short_repr(text)} is not a date: {meant or reason}"
    return InvalidDateError(shown, "" if meant and "write " in meant else accepted)


def read_other_form(text: str) -> Found:
    """
    Read a date that is not in EDTF.

    Returns:
        A tuple with the EDTF text; or the reason why the text is refused, with what to write; or
        None where the text has no form that is known here.
    """
    if len(text) > _LONGEST or not text.isascii():
        return None
    for form, meaning in _FORMS:
        found = form.fullmatch(text)
        if found:
            return meaning(*found.groups(""))
    return parse_written_date(text)


def number_meant(number: int) -> str:
    """Return what a number that is no year may stand for; "" for nothing that is known."""
    if number in _SERIALS:
        day = _EXCEL + timedelta(days=number)
        return f"as a serial number of Excel it is the day {day}; write {day} if that is meant"
    digits = str(number)
    parts = {8: (digits[:4], digits[4:6], digits[6:]), 6: (digits[:4], digits[4:])}
    meant = "-".join(parts.get(len(digits), ()))
    return f"write {meant} for {_in_words(meant)}" if _is_edtf(meant) else ""


def _is_edtf(text: str) -> bool:
    try:
        read(text)
    except RefusedError:
        return False
    return True


def _in_words(text: str) -> str:
    """Return a month or a day in words."""
    year, month, *days = map(int, text.split("-"))
    return f"{''.join(f'{day} ' for day in days)}{MONTHS[month - 1]} {year}"


def _edtf_of(text: str) -> str | None:
    """Return the EDTF text of a date in EDTF or in words; a reason has none."""
    if _is_edtf(text):
        return text
    found = read_other_form(text)
    return found[0] if isinstance(found, tuple) else None


# -- what each form means -------------------------------------------------------------------------


def _time(text: str) -> Found:
    """Read the calendar day of a time, in the zone in which it is written."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        try:
            read(text)
        except RefusedError as refusal:
            return str(refusal)
        return (text,)
    found = _edtf_of(text)
    if found:
        return f"a time is read behind a day such as 2002-12-02 only; write {found}"
    other = read_other_form(text)
    return other if isinstance(other, str) else None


def _more(day: str) -> Found:
    return f"there is more than a day; write {day}"


def _weekday(name: str, text: str) -> Found:
    """Read a day in EDTF behind its weekday; days in words have weekdays anyway."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text) or not _is_edtf(text):
        found = read_other_form(text)
        return found if isinstance(found, str) else parse_written_date(f"{name} {text}")
    weekday = _DAYS[date.fromisoformat(text).weekday()]
    return (text,) if weekday.lower().startswith(name.lower()[:3]) else f"{text} is a {weekday}"


def _number(digits: str, decimals: str) -> Found:
    """Read a year with ".0", as tables write it whose column of years has a gap."""
    number = int(digits)
    if len(digits) != _YEAR_DIGITS:
        return number_meant(number) or None
    return "a year is a whole number" if decimals.strip("0") else (digits,)


def _numeric(first: str, second: str, third: str) -> Found:
    """Return the days that three numbers could mean, as the reason of a refusal."""
    if len(first) == _YEAR_DIGITS:
        days = _days(first, second, third) + _days(first, third, second)
    elif len(third) == _YEAR_DIGITS:
        days = _days(third, second, first) + _days(third, first, second)
    else:
        return (
            "numbers alone do not show which is the day, which the month and which the year;"
            " write the year in four digits, and first: 2002-12-02"
        )
    if not days and len(first) == _YEAR_DIGITS:
        return None  # EDTF says what is wrong
    if not days:
        return "there is no such day; write 2002-12-02 for 2 December 2002"
    shown = " or ".join(
        f"{day} ({day.day} {MONTHS[day.month - 1]})" for day in dict.fromkeys(days)
    )
    return f"numbers alone do not show which is the day and which the month; write {shown}"


def _days(year: str, month: str, day: str) -> list[date]:
    try:
        return [date(int(year), int(month), int(day))]
    except ValueError:
        return []


def _month(month: str, year: str) -> Found:
    """Return the month that a number and a year mean, as the reason of a refusal."""
    meant = f"{year}-{int(month):02d}"
    return f"write {meant} for {_in_words(meant)}" if _is_edtf(meant) else None


def _month_of(year: str, month: str) -> Found:
    return _month(month, year)


def _year_and_number(year: str, sign: str, number: str) -> Found:
    """Return what a year and two digits mean: a month, or the next year."""
    following = str(int(year) + 1)
    month = _month(number, year) if sign == "/" else None
    if not following.endswith(number) or len(number) == 1:
        return month
    both = f"{month}, or" if month else "write"
    return f"{both} {year}/{following} for two years; of a fiscal year, write its days"


def _years(first: str, last: str) -> Found:
    if first > last:
        return "it ends before it begins"
    return f"write {first}/{last} for all these years, or [{first}..{last}] for one of them"


def _fiscal() -> Found:
    return "a fiscal year is no calendar year; write its days, such as 2002-07-01/2003-06-30"


def _quarter_of(quarter: str, year: str) -> Found:
    return _quarter(year, quarter)


def _quarter(year: str, quarter: str) -> Found:
    last = 3 * int(quarter)
    return f"of a quarter, write its months: {year}-{last - 2:02d}/{year}-{last:02d}"


def _week(year: str, week: str, _: str) -> Found:
    try:
        days = [date.fromisocalendar(int(year), int(week), day) for day in (1, 7)]
    except ValueError:
        return None
    return "of a week, write its days: {}/{}".format(*days)


def _circa(text: str) -> Found:
    found = _edtf_of(text)
    return (f"{found}~",) if found and re.fullmatch(r"\d{4}(-\d\d){0,2}", found) else None


def _bounded(word: str, text: str) -> Found:
    """Return the range that "before", "after" and their kin mean, as the reason of a refusal."""
    found = _edtf_of(text)
    if not found or not re.fullmatch(r"\d{4}(-\d\d){0,2}", found):
        return None
    word = word.lower()
    try:
        meant = {
            "before": lambda: f"[..{_edge(found, first=True) - timedelta(days=1)}]",
            "after": lambda: f"[{_edge(found, first=False) + timedelta(days=1)}..]",
            "by": lambda: f"[..{found}]",
            "since": lambda: f"{found}/..",
            "until": lambda: f"../{found}",
        }[word]()
    except (ValueError, OverflowError):  # beyond the calendar
        return None
    return f"write {meant} for {word!r}"


def _edge(text: str, *, first: bool) -> date:
    year, *rest = map(int, text.split("-"))
    month = rest[0] if rest else 1 if first else 12
    day = rest[1] if len(rest) > 1 else 1 if first else last_day(year, month)
    return date(year, month, day)


def _decade(part: str, decade: str) -> Found:
    years = {"": "0..9", "early": "0..3", "mid": "4..6", "late": "7..9"}[part.lower()]
    first, last = years.split("..")
    return (
        f"write {decade}X for a year of the decade, or"
        f" [{decade}{first}..{decade}{last}] if one of these years is meant"
    )


def _compiled(*forms: tuple[str, Meaning]) -> tuple[tuple[re.Pattern[str], Meaning], ...]:
    return tuple((re.compile(form, re.IGNORECASE | re.ASCII), its) for form, its in forms)


_FORMS = _compiled(
    (rf"(.*?\d)(?:T|[ ,-]+){_TIME}", _time),
    (r"(\d{4}-\d\d-\d\d)[T ].*", _more),
    (r"((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\.?,? *(\d.*)", _weekday),
    (r"(\d+)(?:\.(\d+))?", _number),
    (r"(\d{1,4})[./ -](\d{1,2})[./ -](\d{1,4})", _numeric),
    (r"(\d{1,2})[./ -](\d{4})", _month),
    (r"(\d{4})([/-])(\d{1,2})", _year_and_number),
    (r"(\d{4})-?M(\d\d?)", _month_of),
    (r"(\d{4}) *(?:-|to) *(\d{4})", _years),
    (r"(\d{4})[ -]?Q([1-4])", _quarter),
    (r"Q([1-4])[ /-]?(\d{4})", _quarter_of),
    (r"(\d{4})-?W(\d\d)(-?[1-7])?", _week),
    (r"F\.?Y\.? ?'?\d\d.*|fiscal year.*", _fiscal),
    (r"(?:circa|ca?\.?|about|around|approximately|approx\.?) *(\S.*)", _circa),
    (r"(before|after|by|since|until) (.+)", _bounded),
    (r"(?:(early|mid|late)[ -])?(?:the )?(\d{3})0'?s", _decade),
)
