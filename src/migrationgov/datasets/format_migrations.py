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


_STEPS: dict[int, Callable[[Raw], Raw]] = {1: _from_1}
