"""Small tables of ours, as tables of the engine that joins them."""

from __future__ import annotations

from typing import Any, Protocol

from attrs import field, frozen

from migrationgov.optional_imports import import_optional


@frozen
class BroadcastTable:
    """
    A small table.

    Attributes:
        columns: Its columns, None for null; of a column of labels, the places of the labels.
        kinds: What each column holds: "int", "string", "date" or "label".
        labels: The labels, or texts, of the columns that hold their places.
    """

    columns: dict[str, list[Any]]
    kinds: dict[str, str]
    labels: dict[str, tuple[str, ...]] = field(factory=dict)

    def plain_kinds(self) -> dict[str, str]:
        """Return what each column holds when labels are written out."""
        return {name: _PLAIN.get(kind, kind) for name, kind in self.kinds.items()}

    def rows(self) -> list[tuple[Any, ...]]:
        """Return the table line by line, with every label written out."""
        columns = [self._plain(name) for name in self.columns]
        return list(zip(*columns, strict=True))

    def _plain(self, name: str) -> list[Any]:
        values = self.columns[name]
        if name not in self.labels:
            return values
        return [None if place is None else self.labels[name][place] for place in values]

    def arrow(self) -> Any:
        """Return it as a table of Arrow, with every column of labels as a dictionary."""
        pa = import_optional("pyarrow")
        types = {"string": pa.string(), "date": pa.date32()}
        made = {}
        for name in self.columns:
            label = self.kinds[name] == "label"
            values = self.columns[name] if label else self._plain(name)
            made[name] = pa.array(values, types.get(self.kinds[name], pa.int32()))
            if label:
                labels = pa.array(self.labels[name], pa.string())
                made[name] = pa.DictionaryArray.from_arrays(made[name], labels)
        return pa.table(made)


#: What labels are where they are written out, and what Ibis calls numbers.
_PLAIN = {"label": "string"}
_IBIS = {"int": "int32"}


class BroadcastTables(Protocol):
    """What makes a table of an engine out of a small one."""

    def table(self, small: BroadcastTable) -> Any:
        """Return it as a table that the engine can join with the user's."""


class DuckDbTables:
    """Those of DuckDB: tables of Arrow, on the connection that the user's relation is on."""

    def __init__(self, native: Any) -> None:
        self._native = native

    def table(self, small: BroadcastTable) -> Any:
        """Return it as a relation."""
        migrationgov_small = small.arrow()  # noqa: F841 -- DuckDB finds it by its name, and keeps it
        empty = self._native.limit(0)
        return empty.query("migrationgov_theirs", "select * from migrationgov_small")


class IbisTables:
    """Those of Ibis (`module` is ibis itself): tables in memory."""

    def __init__(self, module: Any) -> None:
        self._ibis = module

    def table(self, small: BroadcastTable) -> Any:
        """Return it as a memtable."""
        kinds = {name: _IBIS.get(kind, kind) for name, kind in small.plain_kinds().items()}
        return self._ibis.memtable(small.rows(), schema=self._ibis.schema(kinds))


class SparkTables:
    """Those of PySpark: sent to every worker, so that no line of the user's has to travel."""

    def __init__(self, native: Any) -> None:
        self._native = native

    def table(self, small: BroadcastTable) -> Any:
        """Return it as a DataFrame to be broadcast."""
        schema = ", ".join(f"`{name}` {kind}" for name, kind in small.plain_kinds().items())
        frame = self._native.sparkSession.createDataFrame(small.rows(), schema)
        return frame.hint("broadcast")
