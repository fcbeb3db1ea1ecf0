"""Builds records from the plain JSON values of the bundled files, for `lookup/bundled.py`.

It does for the library's own files what `datasets` does for the files of users, in a third of the
time: the keys of a file are the names of fields, and the files are checked before they are shipped.
Which fields hold other records is read from the classes. A test compares both readers, file by file.
"""

from __future__ import annotations

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.register import Register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from migrationgov.model.register import Contents, Outline

    Row = dict[str, Any]

#: The module and the class of the records of each file or folder.
_TYPES = {
    "manifest": ("manifest", "Manifest"),
    "sources": ("sources", "Source"),
    "organizations": ("organizations", "Organization"),
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
    from migrationgov.model.compact_forms import READ
    from migrationgov.model.field_metadata import nested_types

    read = READ.get(cls.__name__)
    made = {**(row if read is None else read(row)), **owner}
    for name, kind in nested_types(cls).items():
        rows = made.get(name)
        if rows is not None:
            made[name] = tuple(rows) if kind is str else tuple([build(kind, r) for r in rows])
    return cls(**made)


def build_file(cls: type, raw: Row) -> Any:
    """Build the one record of a file; its lists take the id of the file."""
    from migrationgov.model.field_metadata import key_fields, nested_types, owned_lists

    made = {key: value for key, value in raw.items() if key != "schema_version"}
    owners, nested = owned_lists(cls), nested_types(cls)
    for name in owners.keys() & made.keys():
        owner = {owners[name]: raw[key_fields(cls)[0]]}
        made[name] = [build(nested[name], row, **owner) for row in made[name]]
    for name in nested.keys() & made.keys():
        kind = nested[name]
        whole = name in owners or kind is str
        made[name] = tuple(made[name]) if whole else tuple([build(kind, r) for r in made[name]])
    return cls(**made)


def _register(raw: Row) -> Register:
    """Return a register that builds its records only when they are asked for."""
    optional = {
        key: PartialDate.parse(raw[key])
        for key in ("observers_known_from", "checked_on")
        if raw.get(key)
    }
    return Register(
        raw["institution"],
        PartialDate.parse(raw["covered_from"]),
        PartialDate.parse(raw["covered_until"]),
        **optional,
        complete=raw.get("complete", True),
        outline=lambda: _outline(raw["transitions"]),
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


def _contents(raw: Row) -> Contents:
    file = build_file(_type_of("memberships"), raw)
    return file.transitions, file.attestations, file.disagreements
