"""CSV tables with a Frictionless Data Package: one table for each kind of record."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from migrationgov.datasets.text_files import path_of, write_folder
from migrationgov.exports.columns import type_of
from migrationgov.exports.table_rows import TABLES, Row
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.progress import watched
from migrationgov.results.plain_values import to_plain

_TYPES = {str: "string", int: "integer", bool: "boolean"}
_CITATION_COLUMNS = ["table", "record", "source", "locator", "gives", "quote"]


def tables(dataset: Dataset | None = None) -> dict[str, list[Row]]:
    """
    Return the data as tables: lists of rows, each a dictionary with the same keys.

    Dates are EDTF text. Every record has its own `id`, and the table "citations" lists the sources
    of each record. The table "spells" is derived from transitions and lists of registers; parties
    to treaties are those for which the treaty is in force.

    Args:
        dataset: The facts; the bundled ones by default.

    >>> [row["date"] for row in tables()["transitions"] if row["id"] == "iom-KAZ-4"]
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
        dataset: The facts; the bundled ones by default.
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
    made = tables(facts)
    each_table = watched(made.items(), "files", len(made))
    texts = {
        f"{name}.csv": csv_text(rows, _columns(name, rows), escape_formulas=escape_formulas)
        for name, rows in each_table
    }
    package = json.dumps(_package(facts, made), ensure_ascii=False, indent=2) + "\n"
    write_folder(folder, {**texts, "datapackage.json": package})
    return folder / "datapackage.json"


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
    return f"'{text}" if isinstance(value, str | list) and is_formula(text) else text


def _text(value: Any) -> str:
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
        "fields": [{"name": each, "type": _TYPES[type_of(each, name)]} for each in columns],
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


def _cited(table: str, row: Row, record: Any) -> Iterator[Row]:
    both = (*getattr(record, "citations", ()), *getattr(record, "end_citations", ()))
    for citation in dict.fromkeys(both):
        yield {"table": table, "record": row["id"], **to_plain(citation)}
