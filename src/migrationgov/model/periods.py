"""A stretch of time between two dates that keep their doubt."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from migrationgov.model.converters import optional_date
from migrationgov.model.validators import end_not_before_start
from migrationgov.optional_date.answer import Answer
from migrationgov.optional_date.partial_date import PartialDate
from migrationgov.record import Record


@frozen(repr=False)
class Period(Record):
    """
    From one date to another, **both included**; None where that side is open.

    Inclusive because the field counts so: a membership begins on the day it takes effect, and a
    withdrawal takes effect at the end of its day.

    >>> australia = Period(PartialDate("1954-11-30"), PartialDate("1973-12-31"))
    >>> australia.contains(date(1973, 12, 31)), australia.contains(date(1974, 1, 1))
    (<Answer.YES: 'yes'>, <Answer.NO: 'no'>)
    """

    start: PartialDate | None = field(default=None, converter=optional_date)
    end: PartialDate | None = field(
        default=None, converter=optional_date, validator=end_not_before_start
    )

    def contains(self, day: date) -> Answer:
        """Tell whether the day lies in the period."""
        begun = Answer.YES if self.start is None else self.start.happened_by(day)
        return begun & ~self._over_before(day)

    def __contains__(self, day: date) -> bool:
        """``day in period``; raises `UndecidedError` where the dates leave it open."""
        return bool(self.contains(day))

    def overlaps(self, other: Period) -> Answer:
        """Tell whether the two periods share a day."""
        return self._starts_by_end_of(other) & other._starts_by_end_of(self)

    def _over_before(self, day: date) -> Answer:
        if self.end is None or day == date.min:
            return Answer.NO
        return self.end.happened_by(date.fromordinal(day.toordinal() - 1))

    def _starts_by_end_of(self, other: Period) -> Answer:
        start, end = self.start, other.end
        if start is None or end is None:
            return Answer.YES
        if start.earliest is not None and end.latest is not None and start.earliest > end.latest:
            return Answer.NO
        sure = (
            start.latest is not None and end.earliest is not None and start.latest <= end.earliest
        )
        return Answer.YES if sure and not start.uncertain and not end.uncertain else Answer.UNKNOWN

    def __str__(self) -> str:
        return f"{self.start or '..'} to {self.end or '..'}"
