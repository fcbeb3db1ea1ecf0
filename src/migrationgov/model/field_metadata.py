"""What the fields of the record classes are for: read by builder, codec, merge, filter and diff.

A new kind of record says here, on its own fields, what the rest of the package must know of it; no
other module keeps a list of classes or of fields.
"""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from attrs import fields

from migrationgov.model.validators import TupleOf, is_tuple_of_str


def meta(
    *, key: bool = False, match: bool = False, owner: str = "", order: str = ""
) -> dict[str, Any]:
    """
    Return the metadata of a field, for ``field(metadata=...)``.

    Args:
        key: The field is part of the key: two records with equal keys are about one fact. Merging
            joins them.
        match: The field recognises a record whose other fields have changed. It differs from the
            key: a date is part of the key of a milestone, and may be corrected.
        owner: Of a list: the field of its records that holds the id of the file. The file gives
            that id once.
        order: Of a list: what its records are sorted by ("date", "id", "party", "subject").
    """
    return {"key": key, "match": match, "owner": owner, "order": order}


#: A field that is part of the key, and by which a record is recognised.
KEY = meta(key=True, match=True)


@cache
def key_fields(cls: type) -> tuple[str, ...]:
    """Return the names of the fields that make the key of a class of records."""
    return tuple(each.name for each in fields(cls) if each.metadata.get("key"))


@cache
def match_fields(cls: type) -> tuple[str, ...]:
    """Return the names of the fields by which a changed record is recognised."""
    return tuple(each.name for each in fields(cls) if each.metadata.get("match"))


def key_of(record: Any) -> tuple[Any, ...]:
    """Return the key of a record, which starts with the name of its class."""
    cls = cast("type[object]", type(record))
    return cls.__name__, *(getattr(record, name) for name in key_fields(cls))


def match_of(record: Any) -> tuple[Any, ...]:
    """Return what a record is recognised by after a change, with the name of its class first."""
    cls = cast("type[object]", type(record))
    return cls.__name__, *(getattr(record, name) for name in match_fields(cls))


@cache
def owned_lists(cls: type) -> dict[str, str]:
    """Return the lists whose records hold the id of the file, each with the field that holds it."""
    return {each.name: owner for each in fields(cls) if (owner := each.metadata.get("owner"))}


@cache
def list_orders(cls: type) -> dict[str, str]:
    """Return what each sorted list of a class is sorted by; lists in free order are left out."""
    return {each.name: order for each in fields(cls) if (order := each.metadata.get("order"))}


@cache
def nested_types(cls: type) -> dict[str, type]:
    """Return the type of the items of each field that is a tuple: a record class, or `str`."""
    found: dict[str, type] = {}
    for each in fields(cls):
        for validator in getattr(each.validator, "_validators", (each.validator,)):
            if isinstance(validator, TupleOf):
                found[each.name] = validator.kind
            elif validator is is_tuple_of_str:
                found[each.name] = str
    return found
