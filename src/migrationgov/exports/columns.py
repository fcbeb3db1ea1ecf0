"""The columns of tables: the fields of each kind of record, the types, and the days of dates."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

import attrs

from migrationgov.dates.partial_date import PartialDate

#: What stands in a cell: a single value.
Cell = str | int | bool | date | None

#: Between several values in a cell.
SEPARATOR = "; "

#: The fields that the tables of records have, beside their id and their institution.
FIELDS = {
    "sources": "title publisher symbol published url kind read_on archived note",
    "states": "name iso2 iso3 m49 region subregion start end wikidata note",
    "organizations": "name acronym kind founded note",
    "treaties": "name title kind parent depositary open_to note",
    "resolutions": "name institution date adopted note",
    "processes": "name kind regions covered_until checked_on note",
    "final_clauses": "months days first_of_month article basis note",
    "transitions": "state organization kind date basis predecessor note",
    "attestations": "state organization status date note",
    "characteristics": "kind value as_of note",
    "milestones": "kind date label states organizations",
    "terms": "role number state organization start end note",
    "rotations": "role months as_of note",
    "meetings": "level title date number place hosts note",
    "tenures": "office person title nationality unit start end basis note",
    "relations": "to kind label start end note",
    "sessions": "body number kind date place note",
    "counts": "as_of counted value modifier label basis explanation reason note",
    "spells": "institution party status start end first_listed since continues continued_by",
    "claims": "subject context field preferred reason",
    "names": "text lang form start end",
    "lists": "as_of meeting note",
    "registers": "kind complete_for complete_until covered_from covered_until checked_on"
    " observers_known_from",
}

#: What stands between the id and the fields of a table, and the columns after its fields.
_OWNERS = {
    **dict.fromkeys(["transitions", "attestations"], "institution"),
    **dict.fromkeys(["characteristics", "final_clauses", "milestones", "names", "lists"], "of"),
    **dict.fromkeys(["terms", "rotations", "meetings", "tenures", "relations"], "of"),
    **dict.fromkeys(["sessions", "counts"], "of"),
}
_MORE = {"spells": "end_included", "claims": "claim"}
#: The columns of the tables that are not made of the fields of one kind of record.
_OWN_COLUMNS = {
    "votes": "id resolution state vote",
    "participations": (
        "id of list as_of role list_kind state organization certain note total groups"
    ),
    "citations": "table record source locator gives quote",
    "stretches": (
        "id institution clock party party_kind role grade first_day last_day evidence"
        " evidence_id evidence_from"
    ),
    "years": "year first_day last_day",
    "days": "day year month",
}

_EVIDENCE = "evidence=reading.date evidence_id=reading.id evidence_age_days=reading.age"
_CLAIM = (
    "organization=claim.organization as_of=claim.as_of counted=claim.counted value=claim.value"
    " modifier=claim.modifier label=claim.label"
)

#: The columns of each kind of record: names of its fields, or name=path to another value.
COLUMNS = {
    "Change": "id kind place before after",
    "ConsultativeProcess": (
        f"id {FIELDS['processes']} statuses=statuses.status reported=statuses.as_of"
    ),
    "CountClaim": f"organization {FIELDS['counts']}",
    "Disagreement": f"{FIELDS['claims']} claims=claims.value",
    "FieldOffice": "id organization name=names.text state place covers note",
    "Headquarters": "organization place state start end basis note",
    "Meeting": f"id process {FIELDS['meetings']}",
    "Milestone": FIELDS["milestones"],
    "Name": FIELDS["names"],
    "Organization": f"id {FIELDS['organizations']}",
    "Participation": f"institution participant role grade on {_EVIDENCE} first_listed since",
    "PublishedTotal": (
        "process role as_of kind total named listed_min=listed.0 listed_max=listed.1 outcome"
        " reason"
    ),
    "Reading": "kind date id evidence_age_days=age",
    "Reason": "kind date id says later decides",
    "Reconciliation": f"{_CLAIM} least most outcome explanation reason",
    "Relation": f"organization {FIELDS['relations']}",
    "Resolution": f"id {FIELDS['resolutions']} votes",
    "Session": f"id organization {FIELDS['sessions']}",
    "SharedProcess": "process grade first=first.role second=second.role",
    "Source": f"id {FIELDS['sources']}",
    "Spell": FIELDS["spells"],
    "State": f"id {FIELDS['states']}",
    "StatusOn": (
        f"institution party on clock statuses listed grade {_EVIDENCE} bound_since suspended"
        " suspended_since reason"
    ),
    "Tenure": f"organization {FIELDS['tenures']}",
    "Term": f"process {FIELDS['terms']}",
    "Transition": f"institution {FIELDS['transitions']}",
    "Treaty": f"id {FIELDS['treaties']}",
}

#: The columns that hold dates in EDTF: each has two more, with its first and its last day.
_DATES = [
    "as_of",
    "bound_since",
    "checked_on",
    "covered_until",
    "date",
    "end",
    "evidence",
    "first_listed",
    "founded",
    "looked_on",
    "on",
    "published",
    "read_on",
    "since",
    "start",
    "suspended_since",
]
#: The types of the columns that are not text: of all tables, or of one kind of record or table.
_TYPES: dict[str, type] = {
    **dict.fromkeys(["days", "least", "listed_max", "listed_min", "months", "most"], int),
    **dict.fromkeys(["evidence_age_days", "month", "named", "total", "year"], int),
    **dict.fromkeys(["facts", "two_agree", "two_publishers", "two_documents"], int),
    **dict.fromkeys(["day", "evidence_from", "first_day", "last_day"], date),
    **dict.fromkeys(["counts.value", "CountClaim.value", "Reconciliation.value"], int),
    **dict.fromkeys(["terms.number", "Term.number", "StrategyItem.number"], int),
    **dict.fromkeys(["Manifest.schema_version", "SystemCode.number"], int),
    **dict.fromkeys(["certain", "complete", "decides", "end_included"], bool),
    **dict.fromkeys(["first_of_month", "later", "recorded", "SystemCode.microstate"], bool),
}


def columns_of_table(name: str) -> list[str]:
    """Return the columns of a table, whether it has rows or not."""
    made = f"id {_OWNERS.get(name, '')} {FIELDS.get(name, '')} {_MORE.get(name, '')}"
    return _OWN_COLUMNS.get(name, made).split()


def with_days(columns: dict[str, list[Cell]]) -> dict[str, list[Cell]]:
    """Return the columns with the first and the last day of each date, null where it is open."""
    made: dict[str, list[Cell]] = {}
    known: dict[Cell, PartialDate | None] = {}
    for name, values in columns.items():
        made[name] = values
        if name in _DATES:
            new = {value for value in values if value not in known}
            known |= {each: PartialDate.parse(str(each)) if each else None for each in new}
            dates = [known[value] for value in values]
            made[f"{name}_earliest"] = [each.earliest if each else None for each in dates]
            made[f"{name}_latest"] = [each.latest if each else None for each in dates]
    return made


def type_of(name: str, table: str = "") -> type:
    """Return the type of a column: of any table, or of one kind of record or table."""
    if name.endswith(("_earliest", "_latest")):
        return date
    return _TYPES.get(f"{table}.{name}", _TYPES.get(name, str))


def cell(value: Any) -> Cell:
    """Return a value of a record as the single value of a cell."""
    if isinstance(value, Enum):
        return cell(value.value)
    if value is None or isinstance(value, str | int | date):
        return value
    if isinstance(value, tuple | list):
        return SEPARATOR.join(str(cell(each)) for each in value)
    return str(value)


def columns_of(kind: type) -> dict[str, str]:
    """Return the columns of a kind of record, each with the path to its value."""
    if kind.__name__ in COLUMNS:
        named = (each.partition("=") for each in COLUMNS[kind.__name__].split())
        return {name: path or name for name, _, path in named}
    names = (each.name for each in attrs.fields(kind))
    own = (each for each in names if each not in ("citations", "end_citations"))
    return {name: name for name in own if not name.startswith("_")}


def row_of(record: Any) -> dict[str, Cell]:
    """Return a record as a row of single values."""
    columns = columns_of(type(record)).items()
    return {name: cell(_at(record, path.split("."))) for name, path in columns}


def _at(value: Any, path: list[str]) -> Any:
    """Return the value at the end of a path; of several records, that of each."""
    for place, name in enumerate(path):
        if value is None:
            return None
        if name.isdigit():
            value = value[int(name)]
        elif isinstance(value, tuple):
            return [_at(each, path[place:]) for each in value]
        else:
            value = getattr(value, name)
    return value
