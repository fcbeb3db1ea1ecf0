"""Small typed validators and converters for the record classes.

attrs' own `matches_re`, `deep_iterable` and `converter=tuple` lose their types under strict
checking and cost more per record; these name the class, the field and the value.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import Attribute

from migrationgov.errors import WrongTypeError
from migrationgov.model.dates import PartialDate

Validator = Callable[[Any, "Attribute[Any]", Any], None]


def _place(record: object, attribute: Attribute[Any]) -> str:
    return f"{type(record).__name__}.{attribute.name}"


def a_text(record: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse anything but text."""
    if not isinstance(value, str):
        raise WrongTypeError(f"{_place(record, attribute)} is text, not {value!r}")


def some_text(record: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse anything but text with something in it."""
    if not isinstance(value, str) or not value.strip():
        raise WrongTypeError(
            f"{_place(record, attribute)} is text that is not empty, not {value!r}"
        )


def records(kind: type, *, at_least: int = 1) -> Validator:
    """Make a validator for a tuple of records of one type."""

    def check(record: object, attribute: Attribute[Any], value: object) -> None:
        right = isinstance(value, tuple) and all(isinstance(item, kind) for item in value)
        if not right or len(value) < at_least:  # type: ignore[arg-type]  # a tuple by then
            wanted = f"a tuple of at least {at_least} {kind.__name__}"
            raise WrongTypeError(f"{_place(record, attribute)} is {wanted}, not {value!r}")

    return check


def dates(value: PartialDate | str | None) -> PartialDate | None:
    """Convert EDTF text into a date; None stays None."""
    return value if value is None else a_date(value)


def a_date(value: PartialDate | str) -> PartialDate:
    """Convert EDTF text into a date."""
    return value if isinstance(value, PartialDate) else PartialDate.parse(value)
