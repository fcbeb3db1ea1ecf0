"""The builder of records from the bundled files, for `lookup/bundled.py`.

`datasets` reads the files of users. This module reads the bundled files in a third of the time:
the keys of a file are the names of fields, and the files are checked before a release. The classes
state which fields have other records. A test compares both readers, file by file.
"""

from __future__ import annotations

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.register import Register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from migrationgov.model.register import Attested, Contents, Lists, Outline

    Row = dict[str, Any]

#: The module and the class of the records of each file or folder.
_TYPES = {
    "manifest": ("manifest", "Manifest"),
    "sources": ("sources", "Source"),
    "organizations": ("organizations", "Organization"),
    "treaties": ("treaties", "Treaty"),
    "resolutions": ("resolutions", "Resolution"),
    "states": ("states", "State"),
    "memberships": ("register_file", "RegisterFile"),
    "processes": ("processes", "ConsultativeProcess"),
    "histories": ("organization_history", "History"),
    "counts": ("published_counts", "CountList"),
}


def build_part(part: str, raw: Row) -> Any:
    """Build a part of a dataset from the JSON value of its file."""
    folder = part.partition("/")[0]
    if folder == "memberships":
        return _register(raw)
    cls = _type_of(folder)
    if part == folder and folder in raw:
        return tuple([build(cls, row) for row in raw[folder]])
    return build_file(cls, raw)


def _type_of(folder: str) -> Any:
    from importlib import import_module

    module, name = _TYPES[folder]
    return getattr(import_module(f"migrationgov.model.{module}"), name)


def build(cls: type, row: Row, **owner: str) -> Any:
    """Build a record, and those in it, from its row."""
    read, nested = _PLANS.get(cls) or _plan(cls)
    made = row if read is None else read(row)
    for name, make in nested:
        if name in made:
            made = {**made, name: make(made[name])}
    return cls(**made, **owner)


def build_file(cls: type, raw: Row) -> Any:
    """Build a file that is a single record; the records of its lists get the id of the file."""
    from migrationgov.model.field_metadata import key_fields, nested_types, owned_lists

    made = {key: value for key, value in raw.items() if key != "schema_version"}
    owners, types = owned_lists(cls), nested_types(cls)
    for name in owners.keys() & made.keys():
        owner = {owners[name]: raw[key_fields(cls)[0]]}
        made[name] = tuple([build(types[name], row, **owner) for row in made[name]])
    for name, make in (_PLANS.get(cls) or _plan(cls))[1]:
        if name in made and name not in owners:
            made[name] = make(made[name])
    return cls(**made)


#: For each class: the function that reads its row, and the functions that make its lists.
_PLANS: dict[type, tuple[Any, list[tuple[str, Any]]]] = {}


def _plan(cls: type) -> tuple[Any, list[tuple[str, Any]]]:
    from migrationgov.model.compact_forms import READ
    from migrationgov.model.field_metadata import nested_types

    nested = [(name, _maker(kind)) for name, kind in nested_types(cls).items()]
    plan = _PLANS[cls] = (READ.get(cls.__name__), nested)
    return plan


def _maker(kind: type) -> Callable[[list[Any]], tuple[Any, ...]]:
    """Return the function that makes the tuple of a field from its rows."""
    if kind is str:
        return tuple
    if kind.__name__ == "Citation":
        return lambda rows: tuple([_citation(kind, row) for row in rows])
    return lambda rows: tuple([build(kind, row) for row in rows])


def _citation(kind: Any, row: Any) -> Any:
    """Build a citation quickly: most are a text, and no other record is as frequent."""
    if not isinstance(row, str):
        return build(kind, row)
    source, _, locator = row.partition("[")
    return kind(source=source, locator=locator[:-1])


def _register(raw: Row) -> Register:
    """Return a register that builds its records at their first use."""
    optional = {
        key: PartialDate.parse(raw[key])
        for key in ("observers_known_from", "checked_on", "complete_until")
        if raw.get(key)
    }
    return Register(
        raw["institution"],
        PartialDate.parse(raw["covered_from"]),
        PartialDate.parse(raw["covered_until"]),
        **optional,
        kind=raw.get("kind", "membership"),
        complete_for=raw.get("complete_for", "all"),
        outline=lambda: (
            _outline(raw["transitions"]),
            _attested(raw.get("attestations", ())),
            _listed(raw.get("lists", ())),
        ),
        build=lambda: _contents(raw),
    )


def _outline(rows: list[Row]) -> Outline:
    for row in rows:
        state = row.get("state")
        yield (
            state or row["organization"],
            not state,
            row["kind"],
            row["date"],
            row.get("predecessor", ""),
        )


def _attested(rows: list[Row]) -> Attested:
    for row in rows:
        state = row.get("state")
        yield state or row["organization"], not state, row["status"], row["date"]


def _listed(rows: list[Row]) -> Lists:
    if not rows:
        return ()
    from migrationgov.model.process_outline import lists_of_rows  # not for IOM

    return lists_of_rows(rows)


def _contents(raw: Row) -> Contents:
    file = build_file(_type_of("memberships"), raw)
    return file.transitions, file.attestations, file.disagreements, file.lists
