"""The records of the register as tables: typed, with the ids of their sources."""

from __future__ import annotations

from typing import Any

from migrationgov.errors import UnknownTermError, short_repr
from migrationgov.exports.answer_rows import typed_columns
from migrationgov.exports.columns import SEPARATOR, cell, type_of, with_days
from migrationgov.exports.csv_package import tables
from migrationgov.frames.new_table import new_table
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.typing import Backend


def records_table(
    name: str, *, backend: Backend = "pandas", dataset: Dataset | None = None
) -> Any:
    """
    Return all records of one kind as a table, one row each.

    Every date in EDTF comes with its first and last day (``date_earliest``, ``date_latest``; null
    where open), and every record with the ids of its sources, joined by "; ". The table can be
    written by its engine: Parquet, CSV, Arrow.

    Args:
        name: "transitions", "spells", "participations", "meetings", "sources", or any other table
            of `exports.tables`.
        backend: "pandas", "polars" or "pyarrow"; the library of the table.
        dataset: The facts; the active dataset by default.

    Raises:
        UnknownTermError: If there is no such table, or no such backend.
        MissingExtraError: If narwhals, or the backend, is not installed.

    >>> chairs = records_table("terms")
    >>> chairs.loc[chairs["of"] == "almaty-process", "state"].to_list()
    ['KAZ', 'KGZ', 'TJK', 'TUR', 'AZE', 'KAZ']
    """
    records = tables(resolve_dataset(dataset))
    if name not in records:
        raise UnknownTermError(
            f"no table is called {short_repr(name)}; there are {', '.join(records)}"
        )
    cited: dict[str, list[str]] = {}
    key, owner = ("list", "lists") if name == "participations" else ("id", name)
    for each in records["citations"]:
        if each["table"] == owner:
            cited.setdefault(str(each["record"]), []).append(str(each["source"]))
    columns = _columns(records[name]) or {"id": []}  # a table without rows
    if name not in ("citations", "sources"):
        ids = [str(row[key]) for row in records[name]]
        columns["sources"] = [SEPARATOR.join(dict.fromkeys(cited.get(each, ()))) for each in ids]
    return new_table(columns, backend, {each: type_of(each, name) for each in columns})


def frame_of(answer: Any, backend: Backend | None = None) -> Any:
    """Return the flat table of an answer: see `to_frame` of any answer."""
    columns, types = typed_columns(answer)
    return new_table(columns, "pandas" if backend is None else backend, types)


def _columns(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {}
    for key in rows[0] if rows else ():
        columns[key] = [cell(row[key]) for row in rows]
    return with_days(columns)


def transitions_table(*, backend: Backend = "pandas", dataset: Dataset | None = None) -> Any:
    """
    Return every transition as a table: see `records_table`.

    >>> steps = transitions_table()
    >>> steps.loc[steps["id"] == "iom/KAZ/joined/1", ["kind", "date"]].to_dict("records")
    [{'kind': 'joined', 'date': '2002-12-02'}]
    """
    return records_table("transitions", backend=backend, dataset=dataset)


def spells_table(*, backend: Backend = "pandas", dataset: Dataset | None = None) -> Any:
    """
    Return every spell as a table, made of the transitions: see `records_table`.

    An end is the last day of the spell.

    >>> spells = spells_table()
    >>> iom = spells[spells["institution"] == "iom"]
    >>> iom.loc[iom["party"] == "AUS", "end"].to_list()[0]
    '1973-12-31'
    """
    return records_table("spells", backend=backend, dataset=dataset)


def participations_table(*, backend: Backend = "pandas", dataset: Dataset | None = None) -> Any:
    """
    Return every name on every list of participants as a table: see `records_table`.

    >>> named = participations_table()
    >>> set(named.loc[named["of"] == "almaty-process", "role"]) >= {"member", "observer"}
    True
    """
    return records_table("participations", backend=backend, dataset=dataset)


def meetings_table(*, backend: Backend = "pandas", dataset: Dataset | None = None) -> Any:
    """
    Return every meeting of every process as a table: see `records_table`.

    >>> met = meetings_table()
    >>> len(met) == met["id"].nunique()
    True
    """
    return records_table("meetings", backend=backend, dataset=dataset)


def sources_table(*, backend: Backend = "pandas", dataset: Dataset | None = None) -> Any:
    """
    Return every source as a table: see `records_table`.

    >>> sources_table()["id"].is_unique
    True
    """
    return records_table("sources", backend=backend, dataset=dataset)
