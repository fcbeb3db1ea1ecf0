"""Records as plain values (text, numbers, lists and dictionaries), for `to_dicts` and exports."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any, cast

from attrs import fields, has

from migrationgov.dates.partial_date import PartialDate


def to_plain(value: Any) -> Any:
    """
    Return a record, or a value of one, as plain values.

    Dates become EDTF text, words of a vocabulary text, tuples lists.
    """
    kind = cast("type[object]", type(value))
    if has(kind):
        named = (each.name for each in fields(kind) if not each.name.startswith("_"))
        return {name: to_plain(getattr(value, name)) for name in named}
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list | frozenset):
        return [to_plain(each) for each in cast("Iterable[Any]", value)]
    return value
