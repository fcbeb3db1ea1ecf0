"""CSV tables with a Frictionless Data Package: one table for each kind of record."""

from __future__ import annotations

import csv
import io
import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from migrationgov.datasets.files import write_text
from migrationgov.datasets.folders import path_of
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.model.spells import Spell
from migrationgov.queries.spells import memberships_of
from migrationgov.results.plain_values import to_plain

Cell = str | int | bool | None | list[str]
Row = dict[str, Cell]
#: The rows of a table, each with the record that has its citations.
Rows = Iterator[tuple[Row, Any]]

#: The types of the columns that are not text, of all tables or of one; any cell may be empty.
_TYPES = {
    **dict.fromkeys(("counts.value", "total", "months"), "integer"),
    **dict.fromkeys(("certain", "end_included"), "boolean"),
}
_CITATION_COLUMNS = ["table", "record", "source", "locator", "gives", "quote"]


def tables(dataset: Dataset | None = None) -> dict[str, list[Row]]:
    """
    Return the data as tables: lists of rows, each a dictionary with the same keys.

    Dates are EDTF text. Every record has its own `id`, and the table "citations" lists the sources
    of each record; the table "spells" is derived from the transitions.

    Args:
        dataset: The facts; the bundled ones by default.

    >>> [row["date"] for row in tables()["transitions"] if row["id"] == "iom-KAZ-4"]
    ['2002-12-02']
    """
    facts = resolve_dataset(dataset)
    found = {name: list(rows_of(facts)) for name, rows_of in _TABLES.items()}
    made = {name: [row for row, _ in rows] for name, rows in found.items()}
    cited = (_cited(name, *each) for name, rows in found.items() for each in rows)
    return {**made, "citations": [row for rows in cited for row in rows]}


def write_tables(path: str | os.PathLike[str], *, dataset: Dataset | None = None) -> Path:
    """
    Write the tables as CSV files into a folder, with a `datapackage.json` that describes them.

    Any program can read the CSV files; R, pandas, OpenRefine and others read the folder as a
    Frictionless Data Package.

    Args:
        path: The folder; it is created if it does not exist.
        dataset: The facts; the bundled ones by default.

    Returns:
        The path of the `datapackage.json`.

    Raises:
        OSError: If a file cannot be written.
        WrongTypeError: If *path* is not a path.
    """
    facts = resolve_dataset(dataset)
    folder = path_of(path)
    folder.mkdir(parents=True, exist_ok=True)
    made = tables(facts)
    for name, rows in made.items():
        write_text(folder / f"{name}.csv", _csv(rows, _columns(name, rows)))
    package = folder / "datapackage.json"
    write_text(package, json.dumps(_package(facts, made), ensure_ascii=False, indent=2) + "\n")
    return package


def _csv(rows: list[Row], columns: list[str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _text(value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def _text(value: Cell) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return " ".join(value)
    return "" if value is None else str(value)


def _columns(name: str, rows: list[Row]) -> list[str]:
    if rows:
        return list(rows[0])
    return _CITATION_COLUMNS if name == "citations" else ["id"]


def _package(facts: Dataset, made: dict[str, list[Row]]) -> dict[str, Any]:
    return {
        "name": "migrationgov",
        "title": "Register of international migration governance",
        "version": facts.as_of,
        "licenses": [{"name": facts.manifest.licence}],
        "resources": [_resource(name, rows) for name, rows in made.items()],
    }


def _resource(name: str, rows: list[Row]) -> dict[str, Any]:
    columns = _columns(name, rows)
    source = {"fields": "source", "reference": {"resource": "sources", "fields": "id"}}
    schema: dict[str, Any] = {
        "fields": [{"name": each, "type": _type(name, each)} for each in columns],
        "missingValues": [""],
        **({"foreignKeys": [source]} if name == "citations" else {"primaryKey": ["id"]}),
    }
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": schema,
    }


def _type(table: str, column: str) -> str:
    """Return the type of a column, by its name, or by that of its table and its own."""
    return _TYPES.get(f"{table}.{column}") or _TYPES.get(column, "string")


def _cited(table: str, row: Row, record: Any) -> Iterator[Row]:
    both = (*getattr(record, "citations", ()), *getattr(record, "end_citations", ()))
    for citation in dict.fromkeys(both):
        yield {"table": table, "record": row["id"], **to_plain(citation)}


def _row(key: str, record: Any, names: str) -> Row:
    return {"id": key, **{name: to_plain(getattr(record, name)) for name in names.split()}}


def _own(list_name: str, names: str) -> Callable[[Dataset], Rows]:
    """Return the function for a table of records that have ids."""

    def rows(facts: Dataset) -> Rows:
        for record in getattr(facts, list_name):
            yield _row(record.id, record, names), record

    return rows


#: The field that holds the id of the owner of a list.
_OWNER_ID = {
    "registers": "institution", "processes": "id", "histories": "organization",
    "counts": "organization",
}  # fmt: skip


def _nested(owners: str, list_name: str, names: str) -> Callable[[Dataset], Rows]:
    """
    Return the function for a table of the records in the lists of registers, processes, ...

    A record without an id has a number in its list, or among the records of its party.
    """
    of = "institution" if owners.startswith("registers") else "of"

    def rows(facts: Dataset) -> Rows:
        for owner, owner_id in _owners(facts, owners):
            numbers = Counter[str]()
            for record in getattr(owner, list_name):
                about = getattr(record, "party", list_name)
                numbers[about] += 1
                key = getattr(record, "id", "") or f"{owner_id}-{about}-{numbers[about]}"
                yield {"id": key, of: owner_id, **_row(key, record, names)}, record

    return rows


def _owners(facts: Dataset, owners: str) -> Iterator[tuple[Any, str]]:
    for kind in owners.split():
        yield from ((each, getattr(each, _OWNER_ID[kind])) for each in getattr(facts, kind))


def _names(facts: Dataset) -> Rows:
    named: tuple[Any, ...] = (*facts.states, *facts.organizations, *facts.processes)
    for record in named:
        for place, name in enumerate(record.names, 1):
            row = _row(f"{record.id}-{place}", name, "text lang form start end")
            yield {"id": row["id"], "of": record.id, **row}, name


def numbered_spells(facts: Dataset) -> Iterator[tuple[int, Spell]]:
    """Yield all spells, numbered for each party in each institution."""
    for register in facts.registers:
        for party in dict.fromkeys(each.party for each in register.transitions):
            spells = memberships_of(party, register.institution, status=None, dataset=facts)
            yield from enumerate(spells, 1)


def _spells(facts: Dataset) -> Rows:
    for number, spell in numbered_spells(facts):
        row = _row(
            f"{spell.institution}-{spell.party}-{number}",
            spell,
            "institution party status start end",
        )
        yield {**row, "end_included": True}, spell


def _participations(facts: Dataset) -> Rows:
    for process in facts.processes:
        for number, lists in enumerate(process.participant_lists, 1):
            about = {"of": process.id, "as_of": str(lists.as_of), "meeting": lists.meeting}
            for names in lists.lists:
                role = {"role": names.role.value, "list_kind": names.kind.value}
                for entry in names.entries:
                    key = f"{process.id}-{number}-{names.role}-{entry.participant}"
                    row = _row(key, entry, "state organization certain note")
                    more: Row = {"total": names.total, "groups": list(names.groups)}
                    yield {"id": key, **about, **role, **row, **more}, lists


def _claims(facts: Dataset) -> Rows:
    for number, each in enumerate(facts.disagreements, 1):
        for place, claim in enumerate(each.claims, 1):
            key = f"disagreement-{number}-{place}"
            row = _row(key, each, "subject context field preferred reason")
            yield {**row, "claim": claim.value}, claim


_TABLES: dict[str, Callable[[Dataset], Rows]] = {
    "sources": _own("sources", "title publisher symbol published url kind note"),
    "states": _own("states", "name iso2 iso3 m49 region subregion start end wikidata note"),
    "organizations": _own("organizations", "name acronym kind founded note"),
    "names": _names,
    "transitions": _nested(
        "registers processes", "transitions", "state organization kind date basis predecessor note"
    ),
    "attestations": _nested("registers", "attestations", "state organization status date note"),
    "spells": _spells,
    "processes": _own("processes", "name kind regions covered_until checked_on note"),
    "characteristics": _nested("processes", "characteristics", "kind value as_of note"),
    "milestones": _nested("processes", "milestones", "kind date label states organizations"),
    "participations": _participations,
    "terms": _nested("processes", "terms", "role number state organization start end note"),
    "rotations": _nested("processes", "rotations", "role months as_of note"),
    "meetings": _nested("processes", "meetings", "level title date number place hosts note"),
    "tenures": _nested(
        "histories", "tenures", "office person title nationality unit start end basis note"
    ),
    "relations": _nested("histories", "relations", "to kind label start end note"),
    "sessions": _nested("histories", "sessions", "body number kind date place note"),
    "counts": _nested(
        "counts", "counts", "as_of counted value modifier label basis explanation reason note"
    ),
    "claims": _claims,
}
