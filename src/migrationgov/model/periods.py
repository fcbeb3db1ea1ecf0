"""Periods between two dates that may be imprecise."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.converters import optional_date
from migrationgov.model.validators import end_not_before_start
from migrationgov.record import Record


@frozen(repr=False)
class Period(Record):
    """
    The days from one date to another, **both included**; None where a side is open.

    The end is included because a withdrawal takes effect at the end of its day.

    >>> australia = Period(PartialDate("1954-11-30"), PartialDate("1973-12-31"))
    >>> australia.contains(date(1973, 12, 31)), australia.contains(date(1974, 1, 1))
    (<Answer.YES: 'yes'>, <Answer.NO: 'no'>)
    """

    start: PartialDate | None = field(default=None, converter=optional_date)
    end: PartialDate | None = field(
        default=None, converter=optional_date, validator=end_not_before_start
    )

    def contains(self, day: date) -> Answer:
        """Return whether a day is in the period."""
        begun = Answer.YES if self.start is None else self.start.happened_by(day)
        return begun & ~self._over_before(day)

    def __contains__(self, day: date) -> bool:
        """Return whether a day is in the period; raise `UndecidedError` if that is unknown."""
        return bool(self.contains(day))

    def overlaps(self, other: Period) -> Answer:
        """Return whether two periods have a day in common."""
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
        certain = (
            start.latest is not None and end.earliest is not None and start.latest <= end.earliest
        )
        certain = certain and not start.uncertain and not end.uncertain
        return Answer.YES if certain else Answer.UNKNOWN

    def __str__(self) -> str:
        return f"{self.start or '..'} to {self.end or '..'}"
