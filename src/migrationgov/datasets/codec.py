"""The reader and writer of data files as text, for `load` and `dump`."""

from __future__ import annotations

from types import GenericAlias
from typing import Any

from attrs import fields
from cattrs import transform_error
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from cattrs.v import format_exception

from migrationgov.datasets.converter import converter
from migrationgov.datasets.format_migrations import known_versions, upgraded, version_of
from migrationgov.datasets.json_layout import json_layout
from migrationgov.errors import DataFileError, MigrationGovError, short_repr
from migrationgov.model.field_metadata import key_fields, owned_lists
from migrationgov.model.manifest import SCHEMA_VERSION, Manifest
from migrationgov.model.organization_history import History
from migrationgov.model.organizations import Organization
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.model.published_counts import CountList
from migrationgov.model.register import Register
from migrationgov.model.register_file import RegisterFile
from migrationgov.model.resolutions import Resolution
from migrationgov.model.sources import Source
from migrationgov.model.state_tables import DESCRIPTOR, descriptor, state_tables
from migrationgov.model.states import State
from migrationgov.model.treaties import Treaty

Row = dict[str, Any]

#: The parts that are a list of records, with the type of the records.
LISTS: dict[str, type] = {
    "states": State,
    "organizations": Organization,
    "treaties": Treaty,
    "resolutions": Resolution,
    "sources": Source,
}


def read_part(part: str, raw: Any, file: str) -> Any:
    """
    Read a part of a dataset from the JSON value of its file.

    Args:
        part: "states", "organizations", "treaties", "resolutions", "sources", "manifest", or
            "memberships/...", "processes/...", "histories/...", "counts/...".
        raw: The JSON value.
        file: The name of the file in messages.

    Raises:
        DataFileError: If the value is not that of such a file; the message names all problems,
            each with its place.
    """
    known_version(raw, file)
    return _structured(part, upgraded(raw), file)


def known_version(raw: Any, file: str) -> int:
    """Return the version that a document states; refuse a version that cannot be read."""
    if not isinstance(raw, dict):
        raise DataFileError.of(
            [(file, f"is {short_repr(raw)}, not an object with a 'schema_version'")]
        )
    version = version_of(raw)
    if version is None:
        problem = f'has no schema_version; write "schema_version": {SCHEMA_VERSION}'
        raise DataFileError.of([(file, problem)])
    if type(version) is not int or version not in known_versions():
        *older, latest = map(str, known_versions())
        problem = (
            f"schema_version {short_repr(version)}; this version reads"
            f" {', '.join(older)} and {latest}"
        )
        if type(version) is int and version > SCHEMA_VERSION:
            problem += "; to read data of a later release, install a later migrationgov"
        raise DataFileError.of([(f"{file} $.schema_version", problem)])
    return version


def plain_part(part: str, value: Any) -> Row:
    """Return one part of a dataset as the JSON value of its file, with its keys in order."""
    ordered: Row = _in_order(_unstructured(part, value))
    return ordered


def dumps_part(part: str, value: Any) -> str:
    """Write one part of a dataset as the text of its JSON file."""
    return json_layout(plain_part(part, value))


def files_of_part(part: str, value: Any) -> dict[str, str]:
    """Return the texts of the files of a part, by path: the states have tables, the rest JSON."""
    if part != "states":
        return {f"{part}.json": dumps_part(part, value)}
    tables = state_tables(plain_part(part, value)[part])
    return tables | {DESCRIPTOR: json_layout(descriptor(SCHEMA_VERSION))}


#: Keys at the start and at the end of an object: first the party, last the sources.
_FIRST = (
    "schema_version", "id", "institution", "state", "organization", "subject", "name", "text",
    "source", "role", "office", "person", "to",
)  # fmt: skip
_LAST = (
    "states", "organizations", "participant_lists", "terms", "meetings", "disagreements",
    "preferred", "explanation", "reason", "note", "citations", "end_citations",
)  # fmt: skip


def _in_order(value: Any) -> Any:
    """Return the value with the keys of every object in the order of the files."""
    if isinstance(value, list):
        return [_in_order(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {key: _in_order(value[key]) for key in sorted(value, key=_place)}


def _place(key: str) -> int:
    if key in _FIRST:
        return _FIRST.index(key) - len(_FIRST)
    return _LAST.index(key) + 1 if key in _LAST else 0


def _structured(part: str, raw: Row, file: str) -> Any:
    folder = part.partition("/")[0]
    if folder == "manifest":
        return _structure(raw, Manifest, file, "$")
    if folder in LISTS:
        _only_keys(raw, {"schema_version", folder}, file)
        return _structure(raw.get(folder), _many(LISTS[folder]), file, f"$.{folder}")
    return _single(raw, folder, file)


def _many(kind: type) -> Any:
    return GenericAlias(tuple, (kind, ...))


def _only_keys(raw: Row, known: set[str], file: str) -> None:
    extra = sorted(set(raw) - known)
    if extra:
        accepted = ", ".join(sorted(known))
        problem = f"unknown keys {', '.join(map(short_repr, extra))}; there are {accepted}"
        raise DataFileError.of([(f"{file} $", problem)])


def _structure(raw: Any, kind: Any, file: str, path: str) -> Any:
    try:
        return converter().structure(raw, kind)
    except (BaseValidationError, MigrationGovError) as error:
        found = transform_error(error, path=path, format_exception=_message)
        pairs = (line.rpartition(" @ ") for line in found)
        raise DataFileError.of((f"{file} {place}", text) for text, _, place in pairs) from None


def _message(error: BaseException, kind: type | None) -> str:
    """Return the message of an error: that of this library, or that of cattrs."""
    if isinstance(error, ForbiddenExtraKeysError):
        known = ", ".join(sorted(each.name for each in fields(error.cl)))
        extra = ", ".join(map(short_repr, sorted(error.extra_fields)))
        return f"unknown keys {extra}; there are {known}"
    is_own = type(error).__module__.startswith("migrationgov.")
    return str(error) if is_own else format_exception(error, kind)


def _with(rows: Any, key: str, value: str, place: str) -> Any:
    """Add to each row of a list what the file gives once."""
    if not isinstance(rows, list):
        return rows
    repeated = [n for n, row in enumerate(rows) if isinstance(row, dict) and key in row]
    if repeated:
        message = f"the file gives once what it is about: {value!r}; leave it out"
        raise DataFileError.of((f"{place}[{n}].{key}", message) for n in repeated)
    return [{key: value, **row} if isinstance(row, dict) else row for row in rows]


#: The folders, each with the type of the one record of a file.
FOLDERS: dict[str, type] = {
    "memberships": RegisterFile,
    "processes": ConsultativeProcess,
    "histories": History,
    "counts": CountList,
}


def id_field(folder: str) -> str:
    """Return the key of a file in a folder that names what the file is about."""
    return key_fields(FOLDERS[folder])[0]


def _single(raw: Row, folder: str, file: str) -> Any:
    kind = FOLDERS[folder]
    code = str(raw.get(id_field(folder), ""))
    owned = {
        key: _with(raw[key], owner, code, f"{file} $.{key}")
        for key, owner in owned_lists(kind).items()
        if key in raw
    }
    body = {key: value for key, value in {**raw, **owned}.items() if key != "schema_version"}
    made = _structure(body, kind, file, "$")
    return made.register() if isinstance(made, RegisterFile) else made


def _unstructured(part: str, value: Any) -> Row:
    folder = part.partition("/")[0]
    if folder in LISTS:
        return {"schema_version": SCHEMA_VERSION, folder: converter().unstructure(value)}
    whole = RegisterFile.of(value) if isinstance(value, Register) else value
    row = converter().unstructure(whole)
    kind: type = type(whole)
    for key, owner in owned_lists(kind).items():
        if key in row:
            row[key] = _without(row[key], owner)
    return {"schema_version": SCHEMA_VERSION, **row}


def _without(rows: list[Row], key: str) -> list[Row]:
    return [{name: value for name, value in row.items() if name != key} for row in rows]
