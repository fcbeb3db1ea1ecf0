"""The metadata of record fields, for the modules that read, write, merge, filter and compare.

The fields of a new record class state here what the other modules must know about them; no other
module has a list of classes or fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, cast

from attrs import Attribute, field, fields, has

from migrationgov.model.validators import TupleOf, is_tuple_of_str, tuple_of

Function = TypeVar("Function", bound=Callable[..., Any])


def meta(
    *,
    key: bool = False,
    match: bool = False,
    owner: str = "",
    order: str = "",
    date: bool = False,
    stated: bool = False,
    remark: bool = False,
    within: str = "",
    merged: str = "",
) -> dict[str, Any]:
    """
    Return the metadata of a field, for ``field(metadata=...)``.

    Args:
        key: The field is part of the key: two records with equal keys are about one fact, and
            `merge` joins them.
        match: The field recognises a record whose other fields have changed. It differs from the
            key: a date is part of the key of a milestone, and may be corrected.
        owner: Of a list: the field of its records with the id of the file. The file gives that id
            once.
        order: Of a list: the order of its records ("date", "id", "party", "subject").
        date: The field is the date of the record.
        stated: The field has the value that the citations of the record state. A citation that
            states another value has it in `gives`.
        remark: The field may differ between two records of one fact that do not contradict each
            other.
        within: Of an id: the list of the file in which its record is.
        merged: How two values become one: "later" of two dates, or "all" items of two tuples.
    """
    return {
        "key": key, "match": match, "owner": owner, "order": order, "date": date,
        "stated": stated, "remark": remark, "within": within, "merged": merged,
    }  # fmt: skip


def list_of(kind: type, *, owner: str = "", order: str = "") -> Any:
    """Return a field for a tuple of records of one class that is empty by default; see `meta`."""
    validator = tuple_of(kind, at_least=0)
    return field(default=(), validator=validator, metadata=meta(owner=owner, order=order))


def cached(function: Function) -> Function:
    """Cache a function, and keep the types of its arguments for type checkers."""
    return cast("Function", cache(function))


#: A field that is part of the key, and by which a record is recognised.
KEY = meta(key=True, match=True)
#: The date of a record, as its citations state it.
STATED_DATE = meta(date=True, stated=True)
#: A date, as its citations state it, that is part of the key.
STATED_DATE_KEY = meta(key=True, date=True, stated=True)
#: A note, a reason, or a number in a series.
REMARK = meta(remark=True)


@cached
def key_fields(cls: type) -> tuple[str, ...]:
    """Return the names of the fields that make the key of a class of records."""
    return tuple(each.name for each in fields(cls) if each.metadata.get("key"))


@cached
def match_fields(cls: type) -> tuple[str, ...]:
    """Return the names of the fields by which a changed record is recognised."""
    return tuple(each.name for each in fields(cls) if each.metadata.get("match"))


def key_of(record: object) -> tuple[Any, ...]:
    """Return the key of a record, which starts with the name of its class."""
    cls = type(record)
    return cls.__name__, *(getattr(record, name) for name in key_fields(cls))


def match_of(record: object) -> tuple[Any, ...]:
    """Return the name of the class and the values by which a changed record is recognised."""
    cls = type(record)
    return cls.__name__, *(getattr(record, name) for name in match_fields(cls))


@cached
def field_with(cls: type, purpose: str) -> str:
    """Return the name of the field with a purpose ("date", "stated"); "" without one."""
    return next((each.name for each in fields(cls) if each.metadata.get(purpose)), "")


def date_of(record: object) -> Any:
    """Return the date of a record; None where the record or its class has no date."""
    name = field_with(type(record), "date")
    return getattr(record, name) if name else None


@cached
def purposes(cls: type, purpose: str) -> Mapping[str, str]:
    """Return the fields of a class for which a purpose ("owner", "order", ...) is stated."""
    return MappingProxyType(
        {each.name: stated for each in fields(cls) if (stated := each.metadata.get(purpose))}
    )


def owned_lists(cls: type) -> Mapping[str, str]:
    """Return the lists whose records have the id of the file, each with the field of the id."""
    return purposes(cls, "owner")


def list_orders(cls: type) -> Mapping[str, str]:
    """Return the order of each sorted list of a class; lists in free order are left out."""
    return purposes(cls, "order")


def sort_key(record: Any, order: str) -> Any:
    """Return the value by which an order ("date", "id", ...) sorts a record."""
    if order == "date":
        return date_of(record).first_ordinal
    if order == "party":
        return bool(record.organization), record.party, date_of(record).first_ordinal
    return getattr(record, order)


@cached
def nested_types(cls: type) -> dict[str, type]:
    """Return the type of the items of each field that is a tuple: a record class, or `str`."""
    found: dict[str, type] = {}
    for each in fields(cls):
        for validator in _validators(each):
            if isinstance(validator, TupleOf):
                found[each.name] = validator.kind
            elif validator is is_tuple_of_str:
                found[each.name] = str
    return found


@cached
def record_lists(cls: type) -> tuple[str, ...]:
    """Return the fields of a class with further records, citations included."""
    return tuple(name for name, kind in nested_types(cls).items() if has(kind))


@cached
def fact_lists(cls: type) -> tuple[str, ...]:
    """Return the lists of records of a file: those that may be empty, as names may not."""
    return tuple(
        each.name
        for each in fields(cls)
        for validator in _validators(each)
        if isinstance(validator, TupleOf) and not validator.at_least
    )


def _validators(each: Attribute[Any]) -> Iterator[Any]:
    yield from getattr(each.validator, "_validators", (each.validator,))
