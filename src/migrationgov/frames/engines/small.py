"""Small tables of ours, as tables of the engine that joins them."""

from __future__ import annotations

from typing import Any, Protocol

from attrs import field, frozen

from migrationgov.extras import needs
from migrationgov.frames.grid import NULL


@frozen
class Small:
    """
    A small table: a key, each once, and what it leads to.

    Attributes:
        name: Name of the column of keys.
        keys: The keys: text, days or numbers.
        columns: Numbers, None for null; of a column of labels, the places of the labels.
        labels: The labels of the columns that hold their places; a place of -1 is null.
        kind: What the keys are: "int", "string" or "date".
    """

    name: str
    keys: list[Any]
    columns: dict[str, list[Any]]
    labels: dict[str, list[str]] = field(factory=dict)
    kind: str = "int"

    def kinds(self) -> dict[str, str]:
        """Return what each column holds, labels being text."""
        its = {name: "string" if name in self.labels else "int" for name in self.columns}
        return {self.name: self.kind} | its

    def rows(self) -> list[tuple[Any, ...]]:
        """Return the table line by line, with every label written out."""
        columns = [
            [[*self.labels[name], None][place] for place in places]
            if name in self.labels
            else places
            for name, places in self.columns.items()
        ]
        return list(zip(self.keys, *columns, strict=True))

    def arrow(self) -> Any:
        """Return it as a table of Arrow, with every column of labels as a dictionary."""
        pa = needs("pyarrow", "frames")
        types = {"int": pa.int32(), "string": pa.string(), "date": pa.date32()}
        made = {self.name: pa.array(self.keys, types[self.kind])}
        for name, values in self.columns.items():
            places = [None if place == NULL else place for place in values]
            made[name] = pa.array(places, pa.int32())
            if name in self.labels:
                labels = pa.array(self.labels[name], pa.string())
                made[name] = pa.DictionaryArray.from_arrays(made[name], labels)
        return pa.table(made)


#: What Ibis calls numbers.
_IBIS = {"int": "int32"}


class SmallTables(Protocol):
    """What makes a table of an engine out of a small one."""

    def table(self, small: Small) -> Any:
        """Return it as a table that the engine can join with the user's."""


class DuckDbTables:
    """Those of DuckDB: tables of Arrow, on the connection that the user's relation is on."""

    def __init__(self, native: Any) -> None:
        self._native = native

    def table(self, small: Small) -> Any:
        """Return it as a relation."""
        ours = small.arrow()  # noqa: F841 -- DuckDB finds it by its name, and keeps it
        return self._native.limit(0).query("theirs", "select * from ours")


class IbisTables:
    """Those of Ibis (`module` is ibis itself): tables in memory."""

    def __init__(self, module: Any) -> None:
        self._ibis = module

    def table(self, small: Small) -> Any:
        """Return it as a memtable."""
        kinds = {name: _IBIS.get(kind, kind) for name, kind in small.kinds().items()}
        return self._ibis.memtable(small.rows(), schema=self._ibis.schema(kinds))


class SparkTables:
    """Those of PySpark: sent to every worker, so that no line of the user's has to travel."""

    def __init__(self, native: Any) -> None:
        self._native = native

    def table(self, small: Small) -> Any:
        """Return it as a DataFrame to be broadcast."""
        schema = ", ".join(f"`{name}` {kind}" for name, kind in small.kinds().items())
        frame = self._native.sparkSession.createDataFrame(small.rows(), schema)
        return frame.hint("broadcast")
