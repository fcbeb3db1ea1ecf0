"""Dates that are as exact as their sources."""

# pyright: reportUnnecessaryIsInstance=false
# (a value is checked when the program runs, whatever its annotation)
from __future__ import annotations

from datetime import date
from functools import lru_cache

from migrationgov.dates.answer import Answer
from migrationgov.dates.edtf import Reading, RefusedError, Span, read
from migrationgov.errors import InvalidDateError, short_repr
from migrationgov.record import HtmlDisplay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn, Self

#: Days (as ordinals) before and after all others, for dates without a beginning or an end.
BEFORE_ALL, AFTER_ALL = 0, 10**7


class PartialDate(HtmlDisplay):
    """
    A date that is as exact as its source, and not more exact.

    Its text is EDTF (ISO 8601-2) and stays unchanged: ``str(PartialDate.parse(t)) == t``. Two
    dates are equal if their texts are equal. Dates have no order, because "some day in 2002" is
    neither before nor after "June 2002"; `happened_by` compares a date with a day.

    Attributes:
        earliest: The first day that it may be; None where the start is open. Years outside 1 to
            9999 become `datetime.date.min` and `datetime.date.max`.
        latest: The last day that it may be; None where the end is open.
        uncertain: Whether the source itself doubts it (`?` or `%`).
        approximate: Whether it is only about right (`~` or `%`); both bounds are then wider by one
            unit.
        precision: "day", "month", "year", "decade", "century", "interval" or "set".

    >>> notice = PartialDate.parse("[..2002-11-22]")
    >>> notice.earliest is None, notice.latest
    (True, datetime.date(2002, 11, 22))
    """

    __slots__ = (
        "_spans", "_text", "approximate", "earliest", "latest", "precision", "uncertain",
    )  # fmt: skip
    __match_args__ = ("text",)

    _spans: tuple[Span, ...]
    _text: str
    earliest: date | None
    latest: date | None
    uncertain: bool
    approximate: bool
    precision: str

    def __new__(cls, text: str) -> PartialDate:  # noqa: PYI034 -- one cache: no subclass
        """Read a date from its EDTF text, as `parse` does."""
        return cls.parse(text)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """
        Read a date from its EDTF text.

        Args:
            text: EDTF in one of the forms in `docs/concepts.md`; no blanks, ASCII digits.

        Returns:
            The date. One text gives one object as long as the object is in the cache.

        Raises:
            InvalidDateError: If the text has another form, or names a day that does not exist.

        >>> PartialDate.parse("1994").latest
        datetime.date(1994, 12, 31)
        """
        if not isinstance(text, str):
            raise InvalidDateError(
                f"a date is read from text, not from {short_repr(text)}; write '2002-12-02'"
            )
        try:
            return _parse(str.__str__(text))
        except RefusedError as refusal:
            from migrationgov.dates.other_forms import refusal_in_edtf  # noqa: PLC0415 -- a refusal

            raise refusal_in_edtf(text, str(refusal)) from None

    @classmethod
    def from_date(cls, day: date) -> PartialDate:
        """
        Make a date from a day of the calendar; a `datetime` gives its civil date.

        >>> PartialDate.from_date(date(2002, 12, 2))
        PartialDate('2002-12-02')
        """
        if not isinstance(day, date):
            raise InvalidDateError(f"{short_repr(day)} is not a day; give a datetime.date")
        return _from_calendar(day)

    @property
    def text(self) -> str:
        """The EDTF text."""
        return self._text

    @property
    def spans(self) -> tuple[Span, ...]:
        """The ranges of days in which it may lie, as (first, last); None where open."""
        return self._spans

    @property
    def day(self) -> date | None:
        """The day, if it is certainly one day; else None."""
        one = self.earliest == self.latest and not self.uncertain
        return self.earliest if one and not self._beyond_calendar else None

    @property
    def _beyond_calendar(self) -> bool:
        """Whether its year lies before 1 or after 9999."""
        return "Y" in self._text or self._text.startswith("-")

    @property
    def first_ordinal(self) -> int:
        """The first day that it may be, as an ordinal of `date`; `BEFORE_ALL` if open."""
        return BEFORE_ALL if self.earliest is None else self.earliest.toordinal()

    @property
    def last_ordinal(self) -> int:
        """The last day that it may be, as an ordinal of `date`; `AFTER_ALL` if open."""
        return AFTER_ALL if self.latest is None else self.latest.toordinal()

    def happened_by(self, day: date) -> Answer:
        """
        Return whether an event of this date had happened by the end of a day.

        An event of an uncertain (`?`) date may happen later, so it never gives yes. A `datetime`
        counts as its civil date.

        >>> PartialDate.parse("1994").happened_by(date(1994, 6, 1))
        <Answer.UNKNOWN: 'unknown'>
        """
        day = date(day.year, day.month, day.day)
        if self.earliest is not None and self.earliest > day:
            return Answer.NO
        if self.earliest == date.max and self._beyond_calendar:
            return Answer.NO
        if self.latest is not None and self.latest <= day and not self.uncertain:
            return Answer.YES
        return Answer.UNKNOWN

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"PartialDate({self._text!r})"

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, PartialDate) else NotImplemented

    def __hash__(self) -> int:
        return hash((PartialDate, self._text))

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return PartialDate.parse, (self._text,)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a PartialDate cannot be changed ({name})")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a PartialDate cannot be changed ({name})")


@lru_cache(maxsize=8192)
def _parse(text: str) -> PartialDate:
    return _built(text, read(text))


def _built(text: str, reading: Reading) -> PartialDate:
    made: PartialDate = object.__new__(PartialDate)
    put = object.__setattr__
    firsts = [span[0] for span in reading.spans]
    lasts = [span[1] for span in reading.spans]
    put(made, "_text", text)
    put(made, "_spans", reading.spans)
    put(made, "earliest", None if None in firsts else min(f for f in firsts if f))
    put(made, "latest", None if None in lasts else max(last for last in lasts if last))
    put(made, "uncertain", reading.uncertain)
    put(made, "approximate", reading.approximate)
    put(made, "precision", reading.precision)
    return made


def earlier(one: PartialDate, other: PartialDate) -> PartialDate:
    """Return the date that ends first; the first of two that end on one day."""
    return min(one, other, key=lambda each: each.last_ordinal)


def later(one: PartialDate, other: PartialDate) -> PartialDate:
    """Return the date that ends last, in whichever order two are given."""
    return max(one, other, key=lambda each: (each.last_ordinal, each.text))


def as_date(value: object) -> PartialDate:
    """
    Return a date argument of a query as a `PartialDate`.

    Args:
        value: A `PartialDate`; a `datetime.date`; a `datetime.datetime` (its civil date, so a
            `pandas.Timestamp` too) or a time as text ("2002-12-02T10:00:00"); a `pandas.Period`;
            a whole number, which is a year; EDTF text; or a date as people write it, with the
            month as an English word and the year in four digits ("2 December 2002", "December
            2002"), with "circa" before it, or as "2002.0".

    Raises:
        InvalidDateError: For anything else. The refusal has the date to write where the value has
            a meaning, such as "02/12/2002", which has two.

    >>> as_date("2 December 2002"), as_date("circa 1994"), as_date(2002)
    (PartialDate('2002-12-02'), PartialDate('1994~'), PartialDate('2002'))
    """
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, str):
        return _from_text(value)
    if isinstance(value, date):
        return _from_calendar(value)
    if type(value) is int and date.min.year <= value <= date.max.year:
        return _parse(f"{value:04d}")
    from migrationgov.dates.other_types import text_of  # noqa: PLC0415 -- numbers and other libraries alone

    return _from_text(text_of(value))


def is_date(value: object) -> bool:
    """
    Return whether a value is a date in any form that a query takes.

    >>> is_date("2 December 2002"), is_date("Kazakhstan")
    (True, False)
    """
    try:
        as_date(value)
    except InvalidDateError:
        return False
    return True


def _from_calendar(value: date) -> PartialDate:
    # pandas' NaT is a datetime that has no day; its isoformat() is "NaT".
    text = value.isoformat()
    try:
        return _parse(text[:10])
    except RefusedError:
        raise InvalidDateError(f"{short_repr(value)} is a missing date; give a day") from None


def _from_text(value: str) -> PartialDate:
    text = value.strip()
    try:
        return _parse(text)
    except RefusedError as refusal:
        from migrationgov.dates.other_forms import read_or_refuse  # noqa: PLC0415 -- most are EDTF

        return _parse(read_or_refuse(text, str(refusal)))
