"""CSV tables with a Frictionless Data Package: one table for each kind of record."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from migrationgov.datasets.text_files import path_of, write_folder
from migrationgov.exports.table_rows import TABLES, Row
from migrationgov.exports.typed_tables import TypedTable, typed_table
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.progress import watched
from migrationgov.results.plain_values import to_plain

_TYPES = {str: "string", int: "integer", bool: "boolean", date: "date"}
TITLE = "Register of international migration governance"
#: The columns that name a record of another table.
_REFERENCES = {("citations", "source"): "sources", ("participations", "list"): "lists"}


def tables(dataset: Dataset | None = None) -> dict[str, list[Row]]:
    """
    Return the data as tables: lists of rows, each a dictionary with the same keys.

    Dates are EDTF text. Every record has its own `id`, and the table "citations" lists the sources
    of each record. The table "spells" is derived from transitions and lists of registers; parties
    to treaties are those for which the treaty is in force.

    Args:
        dataset: The facts; the active dataset by default.

    >>> [row["date"] for row in tables()["transitions"] if row["id"] == "iom/KAZ/joined/1"]
    ['2002-12-02']
    """
    facts = resolve_dataset(dataset)
    each_table = watched(TABLES.items(), "tables", len(TABLES))
    found = {name: list(rows_of(facts)) for name, rows_of in each_table}
    made = {name: [row for row, _ in rows] for name, rows in found.items()}
    cited = (_cited(name, *each) for name, rows in found.items() for each in rows)
    return {**made, "citations": [row for rows in cited for row in rows]}


def write_tables(
    path: str | os.PathLike[str],
    *,
    dataset: Dataset | None = None,
    escape_formulas: bool = False,
) -> Path:
    """
    Write the tables as CSV files into a folder, with a `datapackage.json` that describes them.

    Any program can read the CSV files; R, pandas, OpenRefine and others read the folder as a
    Frictionless Data Package.

    Args:
        path: The folder; it is created if it does not exist. If writing fails, no file is there
            that was not there before.
        dataset: The facts; the active dataset by default.
        escape_formulas: Whether a text that a spreadsheet would read as a formula gets an
            apostrophe before it; see `to_csv` of an answer.

    Returns:
        The path of the `datapackage.json`.

    Raises:
        OSError: If a file cannot be written.
        WrongTypeError: If *path* is not a path.
    """
    facts = resolve_dataset(dataset)
    folder = path_of(path)
    made = [typed_table(*each) for each in tables(facts).items()]
    write_folder(folder, package_texts(made, facts, escape_formulas=escape_formulas))
    return folder / "datapackage.json"


def package_texts(
    made: Sequence[TypedTable], facts: Dataset, *, escape_formulas: bool = False
) -> dict[str, str]:
    """Return typed tables as the texts of CSV files, and of what describes them, by name."""
    texts = {
        f"{table.name}.csv": csv_text(
            [dict(zip(table.types, row, strict=True)) for row in table.rows],
            list(table.types),
            escape_formulas=escape_formulas,
        )
        for table in watched(made, "files", len(made))
    }
    package = json.dumps(_package(facts, made), ensure_ascii=False, indent=2) + "\n"
    return {**texts, "datapackage.json": package}


def csv_text(
    rows: Sequence[Mapping[str, Any]], columns: list[str], *, escape_formulas: bool = False
) -> str:
    """Return rows as the text of a CSV file with a heading."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    cell = _without_formula if escape_formulas else _text
    writer.writerows({key: cell(value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def is_formula(value: object) -> bool:
    """Return whether a spreadsheet would read a text as a formula."""
    return isinstance(value, str) and value.lstrip().startswith(("=", "+", "-", "@", "\uff1d"))


def _without_formula(value: Any) -> str:
    text = _text(value)
    return f"'{text}" if isinstance(value, str) and is_formula(text) else text


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _package(facts: Dataset, made: Sequence[TypedTable]) -> dict[str, Any]:
    return {
        "name": "migrationgov",
        "title": TITLE,
        "version": facts.manifest.version,
        "licenses": [{"name": facts.manifest.licence}],
        "resources": [_resource(table) for table in made],
    }


def _resource(table: TypedTable) -> dict[str, Any]:
    references = [
        {"fields": name, "reference": {"resource": _REFERENCES[table.name, name], "fields": "id"}}
        for name in table.types
        if (table.name, name) in _REFERENCES
    ]
    schema: dict[str, Any] = {
        "fields": [{"name": each, "type": _TYPES[kind]} for each, kind in table.types.items()],
        "missingValues": [""],
        **({"primaryKey": [table.key]} if table.key else {}),
        **({"foreignKeys": references} if references else {}),
    }
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": schema,
    }


def _cited(table: str, row: Row, record: Any) -> Iterator[Row]:
    both = (*getattr(record, "citations", ()), *getattr(record, "end_citations", ()))
    for citation in dict.fromkeys(both):
        yield {"table": table, "record": row["id"], **to_plain(citation)}
