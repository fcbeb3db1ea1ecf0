"""The states as three CSV tables, for readers and writers of files.

`states.csv` has a row for each state, `state_names.csv` for each name, `state_codes.csv` for each
code in the lists of the state system. A cell that holds several texts separates them by "|"; it is
a JSON array where one of the texts has that sign, or where a citation gives another value.
"""

from __future__ import annotations

import csv
import io
import json
from typing import cast

from migrationgov.errors import DataFileError, short_repr
from migrationgov.words import count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any, NoReturn

    Row = dict[str, Any]

_STATE = (
    "id", "name", "iso2", "iso3", "m49", "standing", "region", "subregion", "start", "end",
    "predecessors", "successors", "wikidata", "note", "citations",
)  # fmt: skip
_NAME = ("state", "text", "lang", "form", "start", "end", "citations")
_CODE = ("state", "system", "number", "abbreviation", "start", "end", "microstate")
#: The tables by the name of their file, with their columns.
TABLES = {"states.csv": _STATE, "state_names.csv": _NAME, "state_codes.csv": _CODE}
_SEVERAL = frozenset({"predecessors", "successors", "citations"})
_SPECIAL = _SEVERAL | {"number", "microstate"}
#: Columns that a row has even if the cell is empty.
_ALWAYS = frozenset({"id", "name", "iso2", "iso3", "m49", "text", "abbreviation", "state"})
_SEPARATOR = "|"
_SYSTEMS = ("cow", "gw")
#: The file that describes the tables, after the recommendation "CSV on the Web" of the W3C.
DESCRIPTOR = "states.csv-metadata.json"
_MEANINGS = {
    "id": "ISO 3166-1 alpha-3; of a former state its ISO 3166-3 code of four letters",
    "name": "short English name",
    "iso2": "ISO 3166-1 alpha-2; of a former state the withdrawn code",
    "iso3": "ISO 3166-1 alpha-3; of a former state the withdrawn code",
    "m49": "code in the M49 list of the United Nations",
    "standing": "whether it is independent, in the words of the code list",
    "region": "region of the United Nations",
    "subregion": "subregion of the United Nations",
    "start": "first day, as EDTF",
    "end": "last day, as EDTF; empty while it lasts",
    "predecessors": "ids of the states it followed",
    "successors": "ids of the states that followed it",
    "wikidata": "item in Wikidata",
    "note": "what a reader should know",
    "citations": "sources, each as source-id[place]",
    "state": "id of the state",
    "text": "the name as written",
    "lang": "language (ISO 639-1); English where empty",
    "form": "short, official, former, customary or acronym; short where empty",
    "system": "cow (Correlates of War) or gw (Gleditsch and Ward)",
    "number": "numeric code",
    "abbreviation": "letters that the list uses",
    "microstate": "true where the list counts the state among its microstates",
}


def state_rows(texts: Mapping[str, str]) -> list[Row]:
    """
    Return the rows of the states, as a JSON file has them, from the texts of the three tables.

    Raises:
        DataFileError: If a table has other columns, or a row names a state that has no row, or a
            state has no name.
    """
    states: dict[str, Row] = {}
    lines: dict[str, int] = {}
    for line, row in table_rows("states.csv", texts["states.csv"]):
        if row["id"] in states:
            _refuse("states.csv", line, f"the state {short_repr(row['id'])} has a row already")
        states[row["id"]] = {**row, "names": []}
        lines[row["id"]] = line
    for name in ("state_names.csv", "state_codes.csv"):
        for line, row in table_rows(name, texts.get(name, "")):
            whose = row.pop("state")
            if whose not in states:
                _refuse(name, line, f"there is no state {short_repr(whose)} in states.csv")
            key = row.pop("system", "") if name == "state_codes.csv" else "names"
            if key not in ("names", *_SYSTEMS):
                _refuse(name, line, f"the system is {short_repr(key)}; there are cow and gw")
            states[whose].setdefault(key, []).append(row)
    _check_names(states, lines)
    return list(states.values())


def _check_names(states: Mapping[str, Row], lines: Mapping[str, int]) -> None:
    """Refuse states without a name; the row that is missing is one of `state_names.csv`."""
    problems = [
        (
            f"states.csv row {lines[each]}",
            f"the state {short_repr(each)} has no name; add a row for it to state_names.csv",
        )
        for each, row in states.items()
        if not row["names"]
    ]
    if problems:
        raise DataFileError.of(problems)


def _refuse(name: str, line: int, problem: str) -> NoReturn:
    raise DataFileError.of([(f"{name} row {line}", problem)])


def table_rows(name: str, text: str) -> Iterator[tuple[int, Row]]:
    """Yield the rows of a table with their numbers, without the cells that are empty."""
    columns = TABLES[name]
    special = [each for each in columns if each in _SPECIAL]
    number = 0
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), 1):
            if number == 1 and tuple(cells) != columns:
                _refuse(name, 1, f"there must be the columns {','.join(columns)}")
            if len(cells) != len(columns):
                _refuse(name, number, f"{count(len(cells), 'cell')} for {len(columns)} columns")
            if number > 1:
                pairs = zip(columns, cells, strict=True)
                row: Row = {c: cell for c, cell in pairs if cell or c in _ALWAYS}
                for column in special:
                    if column in row:
                        row[column] = _read_cell(name, number, column, row[column])
                yield number, row
    except csv.Error as error:
        _refuse(name, number + 1, str(error))


def _read_cell(name: str, line: int, column: str, cell: str) -> Any:
    try:
        return _value(column, cell)
    except (ValueError, RecursionError) as error:
        _refuse(name, line, f"{short_repr(cell)} in the column {column} cannot be read: {error}")


def _value(column: str, cell: str) -> Any:
    if column in _SEVERAL:
        return json.loads(cell) if cell.startswith("[") else cell.split(_SEPARATOR)
    if column == "number":
        return int(cell) if cell.removeprefix("-").isdecimal() else cell
    return {"true": True, "false": False}.get(cell, cell)


def state_tables(rows: Iterable[Row]) -> dict[str, str]:
    """Return the texts of the three tables, by the name of their file, for rows of states."""
    parts: dict[str, list[Row]] = {name: [] for name in TABLES}
    for row in rows:
        whose = {"state": row["id"]}
        parts["states.csv"].append(row)
        parts["state_names.csv"] += [{**whose, **each} for each in row["names"]]
        parts["state_codes.csv"] += [
            {**whose, "system": system, **each}
            for system in _SYSTEMS
            for each in row.get(system, ())
        ]
    return {name: _text(columns, parts[name]) for name, columns in TABLES.items()}


def descriptor(version: int) -> Row:
    """Return the description of the three tables, with the version of their form."""
    tables = [{"url": name, "tableSchema": _schema(columns)} for name, columns in TABLES.items()]
    return {"@context": "http://www.w3.org/ns/csvw", "schema_version": version, "tables": tables}


def _schema(columns: Iterable[str]) -> Row:
    described = [
        {"name": each, "dc:description": _MEANINGS[each]}
        | ({"separator": _SEPARATOR} if each in _SEVERAL else {})
        | ({"datatype": "integer"} if each == "number" else {})
        | ({"datatype": "boolean"} if each == "microstate" else {})
        for each in columns
    ]
    if "state" not in columns:
        return {"columns": described, "primaryKey": "id"}
    reference = {"resource": "states.csv", "columnReference": "id"}
    return {
        "columns": described,
        "foreignKeys": [{"columnReference": "state", "reference": reference}],
    }


def _text(columns: Iterable[str], rows: Iterable[Row]) -> str:
    lines = [",".join(columns)]
    lines += [",".join(_quoted(_cell(row.get(column, ""))) for column in columns) for row in rows]
    return "\n".join(lines) + "\n"


def _quoted(cell: str) -> str:
    """Return a cell in quotes where it needs them; the csv module forgets carriage returns."""
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(',"\r\n') else cell


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, list):
        return str(value)
    items = cast("list[object]", value)
    plain = [each for each in items if isinstance(each, str) and _is_plain(each)]
    whole = len(plain) == len(items)
    return _SEPARATOR.join(plain) if whole else json.dumps(items, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    """Return whether a cell can hold a text between separators."""
    return bool(text) and _SEPARATOR not in text and not text.startswith("[")
