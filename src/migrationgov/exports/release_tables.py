"""The tables of a release: written into SQLite and Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from datetime import date
from errno import EIO
from pathlib import Path
from typing import Any

from migrationgov.exports.columns import Cell
from migrationgov.exports.csv_package import tables
from migrationgov.exports.release_views import views
from migrationgov.exports.stretch_rows import calendar_rows, stretch_rows
from migrationgov.exports.typed_tables import TypedTable, typed_table
from migrationgov.model.dataset import Dataset
from migrationgov.optional_imports import import_optional
from migrationgov.progress import watched

_SQL_TYPES = {str: "TEXT", int: "INTEGER", bool: "INTEGER", date: "TEXT"}
#: The columns by which queries look rows up, beside the keys.
_INDEXED = {
    "stretches": ("institution, role, first_day", "party, institution"),
    "citations": ("record", "source"),
    "names": ('"of"', "text"),
}


def release_tables(facts: Dataset) -> list[TypedTable]:
    """Return the tables of the records, the compiled answers, and the calendar to look them up."""
    stretches = list(stretch_rows(facts))
    as_of = facts.manifest.as_of
    years, days = calendar_rows(stretches, as_of.latest or as_of.earliest or date.min)
    made: Mapping[str, Sequence[Mapping[str, Any]]] = {
        **tables(facts), "stretches": stretches, "years": years, "days": days,
    }  # fmt: skip
    return [typed_table(*each) for each in watched(made.items(), "typed tables", len(made))]


def quoted(name: str) -> str:
    """Return a name as SQL writes it: `of` and `to`, for example, are words of SQL, too."""
    return '"' + name.replace('"', '""') + '"'


def write_sqlite(file: Path, made: Iterable[TypedTable]) -> None:
    """Write the tables into a new SQLite database, with indexes and views."""
    import sqlite3  # noqa: PLC0415 -- some builds of Python lack it, and only this needs it

    try:
        with closing(sqlite3.connect(file)) as database, database:
            _fill(database, made)
    except sqlite3.Error as error:  # a full disk, in most cases
        raise OSError(EIO, str(error), str(file)) from None


def _fill(database: Any, made: Iterable[TypedTable]) -> None:
    for table in made:
        _create(database, table)
    for name, indexes in _INDEXED.items():
        for number, columns in enumerate(indexes, 1):
            database.execute(f"CREATE INDEX {name}_{number} ON {name} ({columns})")
    for statement in views("sqlite"):
        database.execute(statement)


def _create(database: Any, table: TypedTable) -> None:
    described = [
        f"{quoted(name)} {_SQL_TYPES[kind]}{' PRIMARY KEY' if name == table.key else ''}"
        for name, kind in table.types.items()
    ]
    name = quoted(table.name)
    database.execute(f"CREATE TABLE {name} ({', '.join(described)})")
    marks = ", ".join("?" * len(described))
    rows = (tuple(map(_stored, row)) for row in table.rows)
    database.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608 -- `quoted` above


def _stored(value: Cell) -> str | int | None:
    """Return a value as SQLite keeps it: a day is its text, which sorts as the days do."""
    return value.isoformat() if isinstance(value, date) else value


def write_parquet(folder: Path, made: Iterable[TypedTable]) -> None:
    """Write each table as a Parquet file."""
    arrow = import_optional("pyarrow", "release")
    parquet = import_optional("pyarrow.parquet", "release")
    types = {
        str: arrow.string(), int: arrow.int64(), bool: arrow.bool_(), date: arrow.date32(),
    }  # fmt: skip
    for table in made:
        schema = arrow.schema([(name, types[kind]) for name, kind in table.types.items()])
        columns = arrow.table(table.columns, schema=schema)
        parquet.write_table(columns, folder / f"{table.name}.parquet", compression="zstd")
