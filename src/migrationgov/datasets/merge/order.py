"""Which of two records, or of two lists, comes first in a merge, whichever dataset has it.

`merge(a, b)` equals `merge(b, a)`: no part of a merge depends on which dataset is the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from attrs import fields, has

from migrationgov.vocabularies import Basis

Value = TypeVar("Value")

_BASIS = "A source states the value that is used; the other value is a conclusion."
_SOURCE = "No value has a better basis; the source id {} comes before {}."
_ELSE = "No value has a better basis or a smaller source id; the first as text is used."


def in_order(one: Value, other: Value) -> tuple[Value, Value]:
    """
    Return two values of one type, first the value that a merge uses.

    Of two records the better basis comes first, then the smaller source id. Of two lists the
    longer list comes first. Else the first difference decides.
    """
    return (other, one) if _comes_first(other, one) else (one, other)


def reason(used: Any, other: Any) -> str:
    """Return why the value of a record is used, and not that of the other record."""
    one, two = _rank(used), _rank(other)
    if one[1] != two[1]:
        return _BASIS
    return _ELSE if one[3] == two[3] else _SOURCE.format(one[3], two[3])


def _comes_first(one: Any, other: Any) -> bool:
    if isinstance(one, tuple):
        if len(one) != len(other):
            return len(one) > len(other)
        pairs: Iterable[tuple[Any, Any]] = zip(one, other, strict=True)
    elif has(type(one)):
        if _rank(one) != _rank(other):
            return _rank(one) < _rank(other)
        pairs = ((getattr(one, f.name), getattr(other, f.name)) for f in fields(type(one)))
    else:
        return repr(one) < repr(other)
    return next((_comes_first(*pair) for pair in pairs if pair[0] != pair[1]), False)


def _rank(record: Any) -> tuple[bool, bool, bool, str, int, list[str]]:
    """
    Return what decides between two records: whether a value is preferred, stated, cited; by whom.

    If the smallest source id is one, the record with more sources comes first, so that a merged
    record stays as it is when it is merged again.
    """
    cited = getattr(record, "citations", ()) or (record,)
    ids = sorted(each.source for each in cited if hasattr(each, "source"))
    derived = getattr(record, "basis", Basis.STATED) == Basis.DERIVED
    no_value = getattr(record, "preferred", "") is None
    return no_value, derived, not ids, ids[0] if ids else "", -len(ids), ids
