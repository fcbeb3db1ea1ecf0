"""
The columns of a table of records, and the rows of a card of one record.

They are the fields of the record, under their own names. The tables below hold the exceptions
only; a new kind of record needs none.
"""

from __future__ import annotations

import re
from typing import Any

from attrs import fields, has

from migrationgov.model.events import StatusReport
from migrationgov.model.names import Name

#: What readers call a kind of record, where that is not the name of its class.
NOUNS = {
    "CountClaim": "published number",
    "ParticipantLists": "list of participants",
    "Reconciliation": "comparison of a published number with our count",
    "StrategyItem": "point of a strategy",
    "Tenure": "term of office",
    "Votes": "list of votes",
}
#: Columns of records whose fields are no good columns.
COLUMNS = {
    "Change": "heading differences citations",
    "Claim": "value given_by",
    "Dataset": "manifest states organizations treaties resolutions register_ids process_ids"
    " sources",
    "PublishedTotal": "as_of role kind total named outcome reason citations",
    "Participation": "participant institution role grade on reading first_listed since citations",
    "Reading": "what date age id citations",
    "Reason": "date what says later decides id citations",
    "Reconciliation": "claim_as_of claim our_count difference outcome explanation reason"
    " citations",
    "Register": "institution kind complete_for covered_from covered_until checked_on"
    " observers_known_from transitions attestations lists disagreements",
    "SharedProcess": "process grade first second citations",
    "Spell": "party institution status spell_start opened_by end closed_by continues continued_by",
    "Votes": "vote number_of_states states citations",
}
#: Columns in a table of records that have too many fields for a table.
COLUMNS_IN_TABLES = {
    "CountClaim": "as_of published_number organization explanation reason note citations",
    "ConsultativeProcess": "name kind regions themes statuses covered_until",
    "Organization": "name acronym kind founded citations",
    "Resolution": "date name id adopted votes institution citations",
    "State": "id name iso2 m49 region subregion start end",
    "Treaty": "name kind adopted in_force final_clause depositary open_to parent citations",
}
#: Headings, where the name of a field is no good heading.
HEADINGS = {
    "citations": "Sources", "claim": "Published", "claim_as_of": "As of", "claims": "Values",
    "clauses": "In force for a party", "closed_by": "Ended with",
    "context": "In", "cow": "Correlates of War", "decides": "Best reading", "end": "To",
    "field": "Fact", "gives": "The source gives", "gw": "Gleditsch and Ward",
    "heading": "What changed", "iso2": "ISO 3166-1 alpha-2", "iso3": "ISO 3166-1 alpha-3",
    "label": "In words", "lang": "Language", "later": "After the date",
    "final_clause": "In force for a party", "number_of_states": "Number",
    "open_to": "Open to members of", "opened_by": "Began with", "parent": "Protocol to",
    "preferred": "Used", "quote": "Literally",
    "process_ids": "Consultative processes", "published_number": "Published", "reason": "Why",
    "reading": "Evidence", "register_ids": "Registers", "spell_start": "From", "start": "From",
    "text": "Name", "url": "Address", "what": "Record", "with_whom": "With",
}  # fmt: skip
_CARDS_ONLY = {"id", "meeting", "part_of", "strategy", "unit", "wikidata"}
_NEVER = {"basis", "end_citations"}  # the note and the sources contain them
#: The place of columns before, and behind, all others, which keep the order of the fields.
_LAST = "place start end attested institution organization process note citations"
_PLACES = {"date": -2, "as_of": -1} | {name: i for i, name in enumerate(_LAST.split(), start=1)}


def noun_of(record: object) -> str:
    """Return what readers call a kind of record: "transition", "published number"."""
    name = type(record).__name__
    return NOUNS.get(name) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def heading_of(name: str) -> str:
    """Return the heading of a field: "covered_until" becomes "Covered until"."""
    return HEADINGS.get(name) or name.replace("_", " ").capitalize()


def columns_of(record: Any, *, in_table: bool) -> list[str]:
    """Return the fields in a table of such records, or in a card of this record."""
    kind = type(record).__name__
    own = (COLUMNS | COLUMNS_IN_TABLES if in_table else COLUMNS).get(kind)
    names = own.split() if own else _fields_of(record)
    if own and in_table:
        return names
    hidden = _CARDS_ONLY if in_table else {"name", *parts_of(record)}
    return [name for name in names if name not in hidden]


def parts_of(record: Any) -> dict[str, tuple[Any, ...]]:
    """Return the fields with records that have sources of their own: the meetings of a process."""
    names = COLUMNS.get(type(record).__name__, "").split()
    if has(type(record)):
        names = [each.name for each in fields(type(record))]
    values = {name: getattr(record, name) for name in names}
    return {name: value for name, value in values.items() if value and _are_cited(value)}


def _fields_of(record: Any) -> list[str]:
    """Return the fields in order, with the party in place of the two fields that have its id."""
    kind = type(record)
    names = [each.name for each in fields(kind) if each.name not in _NEVER]
    for party in ("party", "participant"):
        if isinstance(getattr(kind, party, None), property):
            names = [party, *(name for name in names if name not in ("state", "organization"))]
    return sorted(names, key=lambda name: _PLACES.get(name, 0))


def _are_cited(value: Any) -> bool:
    return isinstance(value, tuple) and all(
        hasattr(each, "citations") and not isinstance(each, Name | StatusReport) for each in value
    )
