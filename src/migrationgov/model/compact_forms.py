"""The short forms of citations and lists of participants, for readers and writers of files.

A citation is ``"source-id[locator]"``; where the source gives another value than the record, it is
an object with this text as `source`, beside `gives` or `quote`. A list of participants is an array
of ids; an entry with a note, or an entry that the list doubts, is an object in that array. The
functions work on plain JSON values.
"""

from __future__ import annotations

from typing import Any, cast

from migrationgov.errors import WrongTypeError, short_repr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Row = dict[str, Any]

_SIDES = {"states": "state", "organizations": "organization"}


def citation_row(value: str | Row) -> Row:
    """
    Return the fields of a citation.

    The locator ends at the last sign of the text, so that it may have brackets itself.

    >>> citation_row("iom-council-84[para. 3 [b]]")
    {'source': 'iom-council-84', 'locator': 'para. 3 [b]'}
    """
    row: Row = {"source": value} if isinstance(value, str) else value
    if "locator" in row:
        raise WrongTypeError(
            "write the place after the source, as 'source-id[para. 3]'; leave 'locator' out"
        )
    source = row.get("source")
    if not isinstance(source, str) or "[" not in source:
        return row
    name, _, locator = source.partition("[")
    if not name.strip() or locator[-1:] != "]" or len(locator) == 1:
        return row  # the record refuses the value and names it
    return {**row, "source": name, "locator": locator[:-1]}


def citation_value(row: Row) -> str | Row:
    """
    Return a citation in its short form.

    >>> citation_value({"source": "a-list", "locator": "row 3"})
    'a-list[row 3]'
    """
    locator = row.get("locator", "")
    source: str = f"{row['source']}[{locator}]" if locator else row["source"]
    more = {key: value for key, value in row.items() if key not in ("source", "locator")}
    return {"source": source, **more} if more else source


def role_list_row(row: Row) -> Row:
    """
    Return the fields of a list of participants, with one row for each entry.

    >>> role_list_row({"role": "member", "kind": "stated", "states": ["KAZ"]})
    {'role': 'member', 'kind': 'stated', 'entries': [{'state': 'KAZ'}]}
    """
    if "entries" in row or not _SIDES.keys() & row.keys():
        raise WrongTypeError("a list of participants has 'states', 'organizations' or both")
    entries: list[Any] = []
    for key, party in _SIDES.items():
        given: Any = row.get(key, [])
        if not isinstance(given, list):
            raise WrongTypeError(f"{short_repr(given)} is not a list of ids of {key}")
        entries += [_entry(each, party) for each in cast("list[object]", given)]
    kept = {key: each for key, each in row.items() if key not in _SIDES}
    return {**kept, "entries": entries}


def _entry(value: Any, party: str) -> Row:
    if isinstance(value, str):
        return {party: value}
    row = cast("Row", value if isinstance(value, dict) else {})
    if party in row:
        return row
    text = short_repr(cast("object", value))
    raise WrongTypeError(f"{text} is neither the id of the {party} nor an object with '{party}'")


def role_list_value(row: Row) -> Row:
    """Return a list of participants in its short form."""
    made = {key: each for key, each in row.items() if key != "entries"}
    for key, party in _SIDES.items():
        rows = [each for each in row["entries"] if party in each]
        if rows:
            made[key] = [each[party] if len(each) == 1 else each for each in rows]
    return made if row["entries"] else {**made, "states": []}


#: For each class of records with a short form: from the short form to the fields, and back.
READ: dict[str, Callable[[Any], Any]] = {"Citation": citation_row, "RoleList": role_list_row}
WRITE: dict[str, Callable[[Row], Any]] = {"Citation": citation_value, "RoleList": role_list_value}
