"""Arguments that take one value or several."""

from __future__ import annotations

from typing import Any


def one_or_many(given: Any) -> tuple[Any, ...]:
    """Return the values of an argument: of a name or a record, it alone."""
    one = isinstance(given, str) or not hasattr(given, "__iter__")
    return (given,) if one else tuple(given)
