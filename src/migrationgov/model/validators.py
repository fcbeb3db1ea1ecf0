"""Typed validators for the record classes.

Their messages name the class, the field and the value. `deep_iterable` of attrs loses its types
under strict checking and costs more for each record.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from attrs import Attribute

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import InvalidDateError, WrongTypeError, short_repr

Validator = Callable[[Any, "Attribute[Any]", Any], None]


def _place(record: object, attribute: Attribute[Any]) -> str:
    return f"{type(record).__name__}.{attribute.name}"


def is_str(record: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse anything but text."""
    if not isinstance(value, str):
        raise WrongTypeError(f"{_place(record, attribute)} is text, not {short_repr(value)}")


def is_nonempty_str(record: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse anything but text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise WrongTypeError(
            f"{_place(record, attribute)} is text that is not empty, not {short_repr(value)}"
        )


def is_bool(record: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse anything but True and False."""
    if not isinstance(value, bool):
        raise WrongTypeError(
            f"{_place(record, attribute)} is True or False, not {short_repr(value)}"
        )


def is_nonnegative_int(record: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse anything but a whole number that is not negative, or None where it is the default."""
    unset = value is None and attribute.default is None
    if not unset and (type(value) is not int or value < 0):
        raise WrongTypeError(f"{_place(record, attribute)} is a count, not {short_repr(value)}")


def is_positive_int(record: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse anything but a whole number from 1 on."""
    if type(value) is not int or value < 1:
        raise WrongTypeError(
            f"{_place(record, attribute)} is a number from 1 on, not {short_repr(value)}"
        )


def _is_tuple_of(kind: type, value: object, at_least: int = 0) -> bool:
    items = cast("tuple[object, ...]", value) if isinstance(value, tuple) else None
    return items is not None and (
        len(items) >= at_least and all(isinstance(item, kind) for item in items)
    )


def is_tuple_of_str(record: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse anything but a tuple of texts."""
    if not _is_tuple_of(str, value):
        raise WrongTypeError(
            f"{_place(record, attribute)} is a tuple of texts, not {short_repr(value)}"
        )


def is_one_party(record: Any, _: Attribute[Any], organization: str) -> None:
    """Refuse a record that names both a state and an organization, or neither."""
    if bool(record.state) == bool(organization):
        raise WrongTypeError(
            f"{type(record).__name__} names a state or an organization,"
            f" not {record.state!r} and {organization!r}"
        )


def end_not_before_start(record: Any, attribute: Attribute[Any], end: PartialDate | None) -> None:
    """Refuse an end that is certainly before the start."""
    start = record.start
    if start is not None and end is not None and start.first_ordinal > end.last_ordinal:
        raise InvalidDateError(f"{_place(record, attribute)} {end} is before the start {start}")


def end_needs_start(record: Any, attribute: Attribute[Any], end: PartialDate | None) -> None:
    """Refuse an end without a start."""
    if end is not None and record.start is None:
        raise InvalidDateError(
            f"{_place(record, attribute)} {end} needs a start; the record has none"
        )


class TupleOf:
    """Refuse anything but a tuple of at least so many records of one type."""

    __slots__ = ("at_least", "kind")

    def __init__(self, kind: type, at_least: int) -> None:
        self.kind = kind
        self.at_least = at_least

    def __call__(self, record: object, attribute: Attribute[Any], value: object) -> None:
        """Refuse a value that is not such a tuple."""
        kind, least = self.kind, self.at_least
        if not _is_tuple_of(kind, value, least):
            wanted = f"a tuple of at least {least} {kind.__name__}"
            raise WrongTypeError(
                f"{_place(record, attribute)} is {wanted}, not {short_repr(value)}"
            )


def tuple_of(kind: type, *, at_least: int = 1) -> Validator:
    """Make a validator for a tuple of records of one type."""
    return TupleOf(kind, at_least)
