"""Tables with typed columns: the same in CSV, SQLite and Parquet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from migrationgov.exports.columns import Cell, cell, columns_of_table, type_of, with_days

#: The columns that name the rows, where that is not the id.
_KEYS = {"years": "year", "days": "day", "citations": ""}


class TypedTable(NamedTuple):
    """
    A table with typed columns.

    Attributes:
        name: Its name.
        types: The type of each column.
        columns: The values of each column; nothing known is None, not an empty text.
        key: The column whose values name the rows; "" where there is none.
    """

    name: str
    types: dict[str, type]
    columns: dict[str, list[Cell]]
    key: str

    @property
    def rows(self) -> list[tuple[Cell, ...]]:
        """The rows."""
        return list(zip(*self.columns.values(), strict=True))


def typed_table(name: str, rows: Sequence[Mapping[str, Any]]) -> TypedTable:
    """Return rows as a table; a date in EDTF has two more columns, its first and last day."""
    names = columns_of_table(name)
    columns = with_days({each: [_cell(row[each]) for row in rows] for each in names})
    if name == "citations":  # what a source gives is a number for some records, for others text
        columns["gives"] = [None if each is None else str(each) for each in columns["gives"]]
    types = {each: type_of(each, name) for each in columns}
    return TypedTable(name, types, columns, _KEYS.get(name, "id"))


def _cell(value: Any) -> Cell:
    made = cell(value)
    return None if made == "" else made
