"""Arguments that take one value or several."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def one_or_many(given: Any) -> tuple[Any, ...]:
    """Return the values of an argument: of a name or a record, it alone."""
    if isinstance(given, str) or not isinstance(given, Iterable):
        return (given,)
    several: Iterable[Any] = given
    return tuple(several)
