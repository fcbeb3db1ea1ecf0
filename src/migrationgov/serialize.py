"""Data files as text: one converter for both ways, and errors that name every problem."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from migrationgov.errors import DataFileError, shown
from migrationgov.model.counts import CountList
from migrationgov.model.dates import PartialDate
from migrationgov.model.histories import History
from migrationgov.model.manifest import FORM, Manifest
from migrationgov.model.memberships import Attestation, Transition
from migrationgov.model.organizations import Organization
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.model.register import Register
from migrationgov.model.sources import Disagreement, Source
from migrationgov.model.states import State

if TYPE_CHECKING:
    from cattrs.preconf.json import JsonConverter

Row = dict[str, Any]

#: The parts that are a list of records, with the type of the records.
LISTS: dict[str, type] = {"states": State, "organizations": Organization, "sources": Source}
_REGISTER_LISTS: dict[str, type] = {
    "transitions": Transition,
    "attestations": Attestation,
    "disagreements": Disagreement,
}


@cache
def converter() -> JsonConverter:
    """Return the converter behind every JSON text of this library; unknown keys are refused."""
    from cattrs.preconf.json import make_converter  # noqa: PLC0415 -- slow, and rarely needed

    made = make_converter(forbid_extra_keys=True, omit_if_default=True)
    made.register_structure_hook(PartialDate, lambda text, _: PartialDate.parse(text))
    made.register_unstructure_hook(PartialDate, str)
    return made


def loads_part(part: str, text: str, *, where: str = "") -> Any:
    """
    Read one part of a dataset from the text of its file.

    Args:
        part: "states", "organizations", "sources", "manifest", or "memberships/...",
            "processes/...", "histories/...", "counts/...".
        text: The JSON text.
        where: What to call the file in errors; the part by default.

    Raises:
        DataFileError: If the text is no JSON or not of the form; the message holds all problems,
            each with its place.
    """
    file = where or f"{part}.json"
    try:
        raw = json.loads(text)
    except ValueError as error:
        raise DataFileError(f"{file}: not JSON: {error}") from None
    if not isinstance(raw, dict):
        raise DataFileError(f"{file}: holds a {type(raw).__name__}, not an object with a 'form'")
    form = raw.get("form")
    if form != FORM:
        raise DataFileError(f"{file}: form {form!r} @ $.form; this version reads form {FORM}")
    return _structured(part, raw, file)


def dumps_part(part: str, value: Any) -> str:
    """Write one part of a dataset as the text of its file, as it stands in the repository."""
    ordered = _in_order(_unstructured(part, value))
    return json.dumps(ordered, ensure_ascii=False, indent=2) + "\n"


#: Keys that stand first and last in every object, so that a fact reads from who to how we know.
_FIRST = (
    "form",
    "id",
    "organization",
    "state",
    "body",
    "subject",
    "name",
    "text",
    "source",
    "role",
    "office",
    "person",
    "to",
)
_LAST = (
    "snapshots", "terms", "meetings", "disagreements", "preferred", "explanation", "reason",
    "note", "citations", "end_citations",
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
        _only_keys(raw, {"form", folder}, file)
        return _structure(raw.get(folder), _many(LISTS[folder]), file, f"$.{folder}")
    return _register(raw, file) if folder == "memberships" else _single(raw, folder, file)


def _many(kind: type) -> Any:
    return tuple[kind, ...]  # type: ignore[valid-type]  # for cattrs, at run time


def _only_keys(raw: Row, known: set[str], file: str) -> None:
    extra = sorted(set(raw) - known)
    if extra:
        accepted = ", ".join(sorted(known))
        raise DataFileError(f"{file}: unknown keys {', '.join(extra)} @ $; there are {accepted}")


def _structure(raw: Any, kind: Any, file: str, path: str) -> Any:
    from cattrs import transform_error  # noqa: PLC0415 -- loaded by whoever needs it

    try:
        return converter().structure(raw, kind)
    except Exception as error:  # noqa: BLE001 -- cattrs groups whatever the records raise
        found = transform_error(error, path=path, format_exception=_said)
        raise DataFileError(f"{file}: {'; '.join(found)}") from None


def _said(error: BaseException, kind: type | None) -> str:
    """Return our own words where the error is ours, cattrs' where it is not."""
    from cattrs.v import format_exception  # noqa: PLC0415 -- loaded by whoever needs it

    ours = type(error).__module__.startswith("migrationgov.")
    return str(error) if ours else format_exception(error, kind)


def _with(rows: Any, key: str, value: str) -> Any:
    """Put what the file says once into every row of a list."""
    return [{key: value, **row} for row in rows] if isinstance(rows, list) else rows


def _register(raw: Row, file: str) -> Register:
    known = {"form", "organization", "complete", *_REGISTER_DATES, *_REGISTER_LISTS}
    _only_keys(raw, known, file)
    whose = _structure(raw.get("organization"), str, file, "$.organization")
    first, last, observers = (
        _structure(given, PartialDate, file, f"$.{key}")
        for key in _REGISTER_DATES
        for given in [raw.get(key, raw.get("covered_from"))]
    )
    lists = (
        _structure(_with(raw.get(key, []), _OWNER[kind], whose), _many(kind), file, f"$.{key}")
        for key, kind in _REGISTER_LISTS.items()
    )
    complete = raw.get("complete", True)
    if not isinstance(complete, bool):
        raise DataFileError(f"{file}: {shown(complete)} is neither true nor false @ $.complete")
    return Register.of(
        whose, first, last, *lists, observers_known_from=observers, complete=complete
    )


_REGISTER_DATES = ("covered_from", "covered_until", "observers_known_from")

#: What the file says once and every record carries.
_OWNER: dict[type, str] = {
    Transition: "organization",
    Attestation: "organization",
    Disagreement: "context",
}

#: The parts that are one record: its type, the key of its id, and which lists carry that id.
_SINGLE: dict[str, tuple[type, str, dict[str, str]]] = {
    "processes": (
        ConsultativeProcess,
        "id",
        {"terms": "process", "meetings": "process", "disagreements": "context"},
    ),
    "histories": (
        History,
        "organization",
        dict.fromkeys(
            ("tenures", "relations", "seats", "sessions", "offices", "presences", "works"),
            "organization",
        )
        | {"disagreements": "context"},
    ),
    "counts": (CountList, "organization", {"counts": "organization"}),
}


def _single(raw: Row, folder: str, file: str) -> Any:
    kind, key, owners = _SINGLE[folder]
    whose = str(raw.get(key, ""))
    owned = {key: _with(raw[key], owner, whose) for key, owner in owners.items() if key in raw}
    body = {key: value for key, value in {**raw, **owned}.items() if key != "form"}
    return _structure(body, kind, file, "$")


def _unstructured(part: str, value: Any) -> Row:
    folder = part.partition("/")[0]
    if folder in LISTS:
        return {"form": FORM, folder: converter().unstructure(value)}
    if folder == "memberships":
        return _register_row(value)
    row = converter().unstructure(value)
    for key, owner in _SINGLE[folder][2].items() if folder in _SINGLE else ():
        if key in row:
            row[key] = _without(row[key], owner)
    return {"form": FORM, **row}


def _without(rows: list[Row], key: str) -> list[Row]:
    return [{name: value for name, value in row.items() if name != key} for row in rows]


def _register_row(register: Register) -> Row:
    written: Callable[[Any], list[Row]] = converter().unstructure
    return {
        "form": FORM,
        "organization": register.organization,
        **({} if register.complete else {"complete": False}),
        **{key: str(getattr(register, key)) for key in _REGISTER_DATES},
        **{
            key: _without(written(getattr(register, key)), _OWNER[kind])
            for key, kind in _REGISTER_LISTS.items()
        },
    }
