"""Converters for the fields of the record classes."""

from __future__ import annotations

from migrationgov.dates.partial_date import PartialDate


def optional_date(value: PartialDate | str | None) -> PartialDate | None:
    """Convert EDTF text into a date; None stays None."""
    return value if value is None else to_date(value)


def to_date(value: PartialDate | str) -> PartialDate:
    """Convert EDTF text into a date."""
    return value if isinstance(value, PartialDate) else PartialDate.parse(value)
