"""Files of earlier forms, brought to the form of today.

What changed from one form to the next stands here, one function for each; a file of any earlier
form is taken through all that follow. To bring files on disk to the form of today, load and dump
them: ``mg.dump(mg.load("old"), "new")``. Old files stay in `tests/old_forms`; a test reads each.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from migrationgov.model.manifest import SCHEMA_VERSION

Raw = dict[str, Any]


def upgraded(raw: Raw) -> Raw:
    """Return the JSON value of a file in the form of today; one of an unknown form as it is."""
    form = raw.get("form")
    while isinstance(form, int) and form in _STEPS:
        raw = {**_STEPS[form](raw), "form": form + 1}
        form += 1
    return raw


def known_forms() -> tuple[int, ...]:
    """Return the forms that are read, the one of today last."""
    return (*_STEPS, SCHEMA_VERSION)


def _from_1(raw: Raw) -> Raw:
    """In form 2 every day on which an officer of a process is shown has sources of its own."""
    terms = raw.get("terms")
    if not isinstance(terms, list):
        return raw
    return {**raw, "terms": [_with_officers(term) for term in terms]}


def _with_officers(term: Any) -> Any:
    officers = term.get("officers") if isinstance(term, dict) else None
    if not isinstance(officers, list):
        return term
    return {**term, "officers": [_with_showings(each) for each in officers]}


def _with_showings(officer: Any) -> Any:
    days = officer.get("attested") if isinstance(officer, dict) else None
    if not isinstance(days, list):
        return officer
    citations = officer.get("citations", [])
    return {**officer, "attested": [{"date": day, "citations": citations} for day in days]}


#: Keys of form 2 and what they are called since: in the file itself, and in every object below.
_OF_THE_FILE = {
    "snapshots": "participant_lists",
    "seats": "headquarters",
    "offices": "field_offices",
}


def _from_2(raw: Raw) -> Raw:
    """In form 3 a register is that of an institution, and a party is a state or organization."""
    moved = {_OF_THE_FILE.get(key, key): value for key, value in raw.items()}
    if "transitions" in raw:
        moved = {"institution" if key == "organization" else key: v for key, v in moved.items()}
    lists = ("transitions", "attestations", "participant_lists", "terms")
    return moved | {key: _parties(moved[key]) for key in lists if key in moved}


def _parties(value: Any) -> Any:
    """Rename the key of an organization that is the party of a record."""
    if isinstance(value, list):
        return [_parties(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {"organization" if key == "body" else key: _parties(v) for key, v in value.items()}


_STEPS: dict[int, Callable[[Raw], Raw]] = {1: _from_1, 2: _from_2}
