"""The JSON Schemas of the data files, made from the classes of the records.

Editors and other programs read them; ``migrationgov export schemas DIR`` writes them. A schema
describes a single file. `validate` finds what a schema cannot find: a day that is not in the
calendar, a source that is missing, a transition that may not follow another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from attrs import NOTHING, Attribute, fields, has

from migrationgov.datasets.codec import FOLDERS, LISTS
from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import UnknownTermError, short_repr
from migrationgov.model.field_metadata import owned_lists
from migrationgov.model.manifest import SCHEMA_VERSION, Manifest
from migrationgov.model.participant_lists import ListedParticipant, RoleList
from migrationgov.model.sources import Citation
from migrationgov.model.validators import (
    TupleOf,
    is_nonempty_str,
    is_nonnegative_int,
    is_positive_int,
)

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SINGLE: dict[str, type] = {"manifest": Manifest, **FOLDERS}

_ONE = r"-?[0-9]{2}(?:[0-9]{2}|[0-9]X|XX)|Y-?[0-9]{5,}"
_DAY = rf"[?~%]?(?:{_ONE})[?~%]?(?:-[?~%]?[0-9X]{{2}}[?~%]?(?:-[?~%]?[0-9X]{{2}})?)?[?~%]?"
#: The form of a date in EDTF, without the rules of the calendar.
EDTF = (
    rf"^(?:{_DAY}|{_DAY}/(?:{_DAY}|\.\.)?|(?:\.\.)?/{_DAY}"
    rf"|\[(?:\.\.)?(?:{_DAY})(?:(?:\.\.|,)(?:{_DAY})?)*\])$"
)

#: The files with a schema: the name of a file or folder, and "dataset" for a whole dataset.
NAMES = ("dataset", "manifest", *LISTS, *FOLDERS)


def json_schema(name: str) -> Schema:
    """
    Return the JSON Schema (2020-12) of a data file.

    Args:
        name: "states", "organizations", "sources", "manifest", "memberships", "processes",
            "histories", "counts", or "dataset" for a whole dataset in one file.

    Raises:
        UnknownTermError: If there is no such file.

    >>> json_schema("sources")["properties"]["schema_version"]
    {'const': 3}
    """
    if name not in NAMES:
        raise UnknownTermError(
            f"there is no schema {short_repr(name)}; there are {', '.join(NAMES)}"
        )
    made = _Definitions()
    body = _dataset(made) if name == "dataset" else _file(name, made)
    return {
        "$schema": _DIALECT,
        "$id": f"https://migrationgov.invalid/schemas/{name}.json",
        "title": f"migrationgov {name}, schema version {SCHEMA_VERSION}",
        **_with_version(body),
        "$defs": dict(sorted(made.schemas.items())),
    }


def _with_version(body: Schema) -> Schema:
    return {
        **body,
        "properties": {"schema_version": {"const": SCHEMA_VERSION}, **body["properties"]},
        "required": ["schema_version", *body["required"]],
    }


def _file(name: str, made: _Definitions) -> Schema:
    if name in LISTS:
        items = {"type": "array", "items": made.ref(LISTS[name])}
        return _object({name: items}, [name])
    return made.body(_SINGLE[name], owned_lists(_SINGLE[name]))


def _dataset(made: _Definitions) -> Schema:
    parts: Schema = {"manifest": _file("manifest", made)}
    parts |= {name: _file(name, made)["properties"][name] for name in LISTS}
    parts |= {name: {"type": "array", "items": _file(name, made)} for name in FOLDERS}
    return _object(parts, [])


def _object(properties: Schema, required: Iterable[str]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


class _Definitions:
    """The schemas of the records so far, by name."""

    def __init__(self) -> None:
        self.schemas: dict[str, Schema] = {}

    def ref(self, kind: type, without: str = "") -> Schema:
        """Return a reference to the schema of a record, without the field that its file has."""
        name = kind.__name__ if not without else f"{kind.__name__}Row"
        if name not in self.schemas:
            self.schemas[name] = {}
            make = _COMPACT.get(kind.__name__)
            self.schemas[name] = make(self) if make else self.body(kind, {}, without)
        return {"$ref": f"#/$defs/{name}"}

    def body(self, kind: type, owners: Mapping[str, str], without: str = "") -> Schema:
        """Return the schema of a record itself."""
        hints = get_type_hints(kind)
        left_out = "schema_version" if kind is Manifest else without  # the document has it
        kept = [each for each in fields(kind) if each.name != left_out]
        properties = {
            each.name: self.value(hints[each.name], each, owners.get(each.name, ""))
            for each in kept
        }
        made = _object(properties, [each.name for each in kept if each.default is NOTHING])
        if {"state", "organization"} <= properties.keys():  # one of the two, and not both
            made["oneOf"] = [_filled("state"), _filled("organization")]
        return made

    def value(self, hint: Any, attribute: Attribute[Any], owner: str = "") -> Schema:
        """Return the schema of the value of a field."""
        if isinstance(hint, UnionType):
            kinds = [each for each in get_args(hint) if each is not NoneType]
            return {"anyOf": [self.value(kinds[0], attribute, owner), {"type": "null"}]}
        if get_origin(hint) is tuple:
            items = get_args(hint)[0]
            each = self.ref(items, owner) if has(items) else self.value(items, attribute)
            least = max((v.at_least for v in _validators(attribute, TupleOf)), default=0)
            return {"type": "array", "items": each} | ({"minItems": least} if least else {})
        if isinstance(hint, type) and issubclass(hint, Enum):
            return {"enum": [word.value for word in hint]}
        if hint is PartialDate:
            return {"type": "string", "pattern": EDTF}
        return _PLAIN[hint] | _bounds(attribute)


_PLAIN: dict[type, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
}


#: A citation in one text: the id of a source, and the place in brackets.
_CITATION = {"type": "string", "pattern": r"^[^\[]*[^\[\s][^\[]*(?:\[[\s\S]+\])?$"}
#: What a source gives: a date, a number, or a name without digits.
_GIVES = {
    "anyOf": [
        {"type": "string", "pattern": EDTF},
        {"type": "integer"},
        {"type": "string", "pattern": r"^[^0-9]*[^0-9\s][^0-9]*$"},
        {"type": "null"},
    ]
}
_ID = {"type": "string", "minLength": 1}


def _citation(made: _Definitions) -> Schema:
    """Return the schema of a citation: a text, or an object where the source differs."""
    row = made.body(Citation, {}, "locator")
    row["properties"] |= {"source": _CITATION, "gives": _GIVES}
    return {"anyOf": [_CITATION, row]}


def _role_list(made: _Definitions) -> Schema:
    """Return the schema of a list of participants: arrays of ids and of annotated entries."""
    row = made.body(RoleList, {}, "entries")
    entry = made.ref(ListedParticipant)
    for key, party in (("states", "state"), ("organizations", "organization")):
        named = {"allOf": [entry, {"required": [party]}]}
        row["properties"][key] = {"type": "array", "items": {"anyOf": [_ID, named]}}
    return row | {"anyOf": [{"required": ["states"]}, {"required": ["organizations"]}]}


_COMPACT: dict[str, Callable[[_Definitions], Schema]] = {
    "Citation": _citation,
    "RoleList": _role_list,
}


def _filled(name: str) -> Schema:
    return {"properties": {name: {"type": "string", "minLength": 1}}, "required": [name]}


def _bounds(attribute: Attribute[Any]) -> Schema:
    if is_nonempty_str in _validators(attribute):
        return {"pattern": "\\S"}
    bounds = {is_nonnegative_int: 0, is_positive_int: 1}
    return next(({"minimum": bounds[v]} for v in _validators(attribute) if v in bounds), {})


def _validators(attribute: Attribute[Any], kind: type = object) -> list[Any]:
    """Return the single validators of a field."""
    found = attribute.validator
    several = getattr(found, "_validators", (found,))
    return [each for each in several if isinstance(each, kind) and each is not None]
