"""Small tables of ours, as tables of the engine that joins them."""

from __future__ import annotations

from typing import Any, Protocol

from attrs import field, frozen

from migrationgov.extras import needs
from migrationgov.frames.grid import NULL


@frozen
class Small:
    """
    A small table: a key and numbers, text or labels.

    Attributes:
        columns: Numbers, None for null; of a column of labels, the places of the labels.
        texts: The columns that hold text instead.
        labels: The labels of the columns that hold their places; a place of -1 is null.
    """

    columns: dict[str, list[Any]]
    texts: set[str] = field(factory=set)
    labels: dict[str, list[str]] = field(factory=dict)

    def plain(self) -> dict[str, list[Any]]:
        """Return the columns with every label written out."""
        made = dict(self.columns)
        for name, labels in self.labels.items():
            values = [*labels, None]
            made[name] = [values[place] for place in self.columns[name]]
        return made

    def arrow(self, *, encoded: bool = True) -> Any:
        """Return it as a table of Arrow, labels as a dictionary or written out."""
        pa = needs("pyarrow", "frames")
        made = {}
        for name, values in self.columns.items() if encoded else self.plain().items():
            text = name in self.texts or (not encoded and name in self.labels)
            made[name] = pa.array(values, pa.string() if text else pa.int32())
            if encoded and name in self.labels:
                places = [None if place == NULL else place for place in values]
                codes, labels = (
                    pa.array(places, pa.int32()),
                    pa.array(self.labels[name], pa.string()),
                )
                made[name] = pa.DictionaryArray.from_arrays(codes, labels)
        return pa.table(made)

    def is_text(self, name: str) -> bool:
        """Tell whether a column holds text."""
        return name in self.texts or name in self.labels


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
        return self._ibis.memtable(small.arrow(encoded=False))


class SparkTables:
    """Those of PySpark: sent to every worker, so that no line of the user's has to travel."""

    def __init__(self, native: Any) -> None:
        self._native = native

    def table(self, small: Small) -> Any:
        """Return it as a DataFrame to be broadcast."""
        plain = small.plain()
        kinds = (f"`{name}` {'string' if small.is_text(name) else 'int'}" for name in plain)
        rows = list(zip(*plain.values(), strict=True))
        return self._native.sparkSession.createDataFrame(rows, ", ".join(kinds)).hint("broadcast")
