"""The days that a date argument means, and the warning where the data do not cover them."""

from __future__ import annotations

import sys
import warnings
from datetime import date, datetime

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate, as_date
from migrationgov.errors import CoverageWarning, InvalidDateError

DayRange = tuple[int, int]


def day_ranges_of(on: PartialDate) -> tuple[DayRange, ...]:
    """
    Return the ranges of days (as ordinals, both ends included) that a date means.

    An uncertain (`?`) date may be any day, so that only a status that never changed is certain. So
    may a date that ends in the year 9999, which stands for a missing one in many files.
    """
    if on.uncertain or stands_for_none(on):
        return ((BEFORE_ALL, AFTER_ALL),)
    return stated_ranges_of(on)


def stated_ranges_of(when: PartialDate) -> tuple[DayRange, ...]:
    """Return the ranges of days that the text of a date states, doubted or not, by their start."""
    return tuple(
        (
            BEFORE_ALL if first is None else first.toordinal(),
            AFTER_ALL if last is None else last.toordinal(),
        )
        for first, last in when.spans
    )


def stands_for_none(on: PartialDate) -> bool:
    """Return whether a date ends in the year 9999."""
    return on.latest is not None and on.latest.year == date.max.year


def parse_date_argument(on: object) -> tuple[PartialDate, tuple[DayRange, ...]]:
    """Return a date argument as a `PartialDate`, with the days that it means."""
    when = date_argument(on)
    return when, day_ranges_of(when)


def date_argument(on: object) -> PartialDate:
    """Return a date argument as a `PartialDate`; the error says what a name is."""
    try:
        return as_date(on)
    except InvalidDateError as refusal:
        if not isinstance(on, str):
            raise
        from migrationgov.lookup.active_dataset import dataset  # noqa: PLC0415 -- for errors only
        from migrationgov.lookup.unresolved_names import not_a_date  # noqa: PLC0415 -- likewise

        raise not_a_date(on, refusal, dataset()) from None


def today() -> PartialDate:
    """Return the day on which the user asks, by the clock and the time zone of the machine."""
    return PartialDate.from_date(datetime.now().astimezone())


def day_range_between(start: object, end: object) -> DayRange:
    """Return the days (as ordinals) from the first of one date to the last of another."""
    first, last = date_argument(start), date_argument(end)
    if first.first_ordinal > last.last_ordinal:
        raise InvalidDateError(
            f"{first} to {last} ends before it begins; give the earlier date first"
        )
    return first.first_ordinal, last.last_ordinal


def warn_outside_coverage(
    on: PartialDate,
    what: str,
    first: PartialDate | None,
    last: PartialDate,
    *,
    founded: PartialDate | None = None,
) -> None:
    """
    Warn with `CoverageWarning` if a date, or a part of it, is outside the coverage.

    Without *first* no date is too early. Before *founded* the answer is a plain "no", which needs
    no warning.
    """
    before = first is not None and _lies_before(on, first, founded)
    after = on.latest is None or on.latest > (last.latest or date.max)
    if before or after:
        warn_of_coverage(on, f"{what} ({first or '..'} to {last})", before=before)


def warn_of_coverage(on: PartialDate, known: str, *, before: bool) -> None:
    """Warn that a date lies before, or after, what is known of something."""
    assumed = "nothing was recorded before" if before else "nothing changed since"
    meant = f"the answer assumes that {assumed}"
    if stands_for_none(on):
        meant = "the year 9999 stands for no date in many files, so the answer is about any day"
    warnings.warn(
        f"{on} lies outside what is known of {known}; {meant}",
        CoverageWarning,
        stacklevel=caller_stack_level(),
    )


def _lies_before(on: PartialDate, first: PartialDate, founded: PartialDate | None) -> bool:
    """Return whether a day of a date is before the coverage, but not before the founding."""
    known_no = BEFORE_ALL - 1 if founded is None else founded.first_ordinal - 1
    return on.first_ordinal < first.first_ordinal and (
        known_no < min(on.last_ordinal, first.first_ordinal - 1)
    )


def caller_stack_level() -> int:
    """Return the stack level of the first frame outside this library."""
    # `skip_file_prefixes` of warnings.warn comes with Python 3.12
    level, frame = 1, sys._getframe(1)  # noqa: SLF001 -- no other way  # pyright: ignore[reportPrivateUsage]
    while frame.f_back and frame.f_globals.get("__name__", "").startswith("migrationgov."):
        level, frame = level + 1, frame.f_back
    return level


def may_lie_in(when: PartialDate, days: DayRange) -> bool:
    """Return whether an event, in no order, may have happened on days; doubted, on any day."""
    low, high = days
    return when.uncertain or any(
        first <= high and low <= last for first, last in stated_ranges_of(when)
    )
