"""The changes of the form of data files, so that `load` reads files of earlier forms.

One function changes a file of a form to the next form; an older file passes through several. To
change files on disk, load and dump them: ``mg.dump(mg.load("old"), "new")``.
`tests/old_forms` has
files of earlier forms, which a test reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import InvalidDateError
from migrationgov.model.compact_forms import citation_value, role_list_value
from migrationgov.model.manifest import SCHEMA_VERSION

Raw = dict[str, Any]


#: The keys for the version of a file: the present key, and that of the versions 1 and 2.
VERSION_KEYS = frozenset({"schema_version", "form"})


def version_of(raw: Raw) -> Any:
    """Return the version that a file states; None where it states none."""
    return raw.get("schema_version", raw.get("form"))


def upgraded(raw: Raw) -> Raw:
    """Return the JSON value of a file in the present form, or unchanged if its form is unknown."""
    version = version_of(raw)
    while isinstance(version, int) and version in _STEPS:
        body = {key: value for key, value in raw.items() if key not in VERSION_KEYS}
        version += 1
        raw = {**_STEPS[version - 1](body), "schema_version": version}
    return raw


def known_versions() -> tuple[int, ...]:
    """Return the versions that can be read, the present version last."""
    return (*_STEPS, SCHEMA_VERSION)


def _from_1(raw: Raw) -> Raw:
    """In form 2 each attestation of an officer of a process has its own citations."""
    terms = raw.get("terms")
    if not isinstance(terms, list):
        return raw
    return {**raw, "terms": [_with_officers(term) for term in terms]}


def _with_officers(term: Any) -> Any:
    officers = term.get("officers") if isinstance(term, dict) else None
    if not isinstance(officers, list):
        return term
    return {**term, "officers": [_with_attestations(each) for each in officers]}


def _with_attestations(officer: Any) -> Any:
    days = officer.get("attested") if isinstance(officer, dict) else None
    if not isinstance(days, list):
        return officer
    citations = officer.get("citations", [])
    return {**officer, "attested": [{"date": day, "citations": citations} for day in days]}


#: Keys of form 2, and their names in form 3.
_OF_THE_FILE = {
    "snapshots": "participant_lists",
    "seats": "headquarters",
    "offices": "field_offices",
}
#: The lists whose records name an organization as the party.
_OF_PARTIES = ("transitions", "attestations", "participant_lists", "terms")
#: Text of form 2 for a date, and for the two ends of a term.
_BY = re.compile(r"by (\S+)")
_SPAN = re.compile(r"(?:from )?(?P<start>\S+) to (?P<end>\S+)")
_FROM = re.compile(r"from (?P<start>\S+)")
_UNTIL = re.compile(r"(?:to|until) (?P<end>\S+)")


def _from_2(raw: Raw) -> Raw:
    """In form 3 a citation is one text, a list of states one array, and `gives` a value."""
    moved = {_OF_THE_FILE.get(key, key): value for key, value in raw.items()}
    if "transitions" in raw:
        moved = {"institution" if key == "organization" else key: v for key, v in moved.items()}
    renamed = {key: _parties(moved[key]) for key in _OF_PARTIES if key in moved}
    made: Raw = _compact(moved | renamed, "")
    if isinstance(made.get("complete"), bool) and not made.pop("complete"):
        made["complete_for"] = "none"
    return _without_region(made)


def _without_region(raw: Raw) -> Raw:
    """Move the label of the region of a process, a text without a source, into its note."""
    region = raw.get("region")
    if not isinstance(region, str):
        return raw
    note = " ".join(text for text in (raw.get("note"), f"Region: {region}.") if text)
    return {key: value for key, value in raw.items() if key != "region"} | {"note": note}


def _parties(value: Any) -> Any:
    """Rename the key of an organization that is the party of a record."""
    if isinstance(value, list):
        return [_parties(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {"organization" if key == "body" else key: _parties(v) for key, v in value.items()}


def _compact(value: Any, within: str) -> Any:
    """Return a value with its citations and lists of participants in form 3."""
    if isinstance(value, list):
        return [_compact(each, within) for each in value]
    if not isinstance(value, dict):
        return value
    made = {
        key: _citations(each, within)
        if key in ("citations", "end_citations")
        else _compact(each, within or key)
        for key, each in value.items()
    }
    entries = made.get("entries")
    listed = isinstance(entries, list) and all(isinstance(each, dict) for each in entries)
    return role_list_value(made) if listed else made


def _citations(rows: Any, within: str) -> Any:
    if not isinstance(rows, list):
        return rows
    return [_citation(row, within) if isinstance(row, dict) else row for row in rows]


def _citation(row: Raw, within: str) -> Any:
    texts = [isinstance(row.get(key, ""), str) for key in ("source", "locator", "gives")]
    if not all(texts) or "source" not in row:
        return row
    made = {key: value for key, value in row.items() if key != "gives"}
    if row.get("gives"):
        made |= _given(row["gives"], within)
    return citation_value(made)


def _given(text: str, within: str) -> Raw:
    """Return the value of a text of form 2; a text without a value becomes a quote."""
    found = None
    if within == "terms":
        found = _SPAN.fullmatch(text) or _FROM.fullmatch(text) or _UNTIL.fullmatch(text)
    by = _BY.fullmatch(text)
    ends = found.groupdict() if found else {}
    value = f"[..{by[1]}]" if by else text
    if ends:
        value = f"{ends.get('start', '..')}/{ends.get('end', '..')}"
    try:
        PartialDate.parse(value)
    except InvalidDateError:
        return {"quote": text}
    return {"gives": value}


_STEPS: dict[int, Callable[[Raw], Raw]] = {1: _from_1, 2: _from_2}
