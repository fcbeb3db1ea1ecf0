"""Small tables of ours, as tables of the engine that joins them."""

from __future__ import annotations

from typing import Any, Protocol

from attrs import field, frozen


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

    def is_text(self, name: str) -> bool:
        """Tell whether a column holds text."""
        return name in self.texts or name in self.labels


class SmallTables(Protocol):
    """What makes a table of an engine out of a small one."""

    def table(self, small: Small) -> Any:
        """Return it as a table that the engine can join with the user's."""


class DuckDbTables:
    """Those of DuckDB: constants of a query on the connection that the user's relation is on."""

    def __init__(self, native: Any) -> None:
        self._native = native

    def table(self, small: Small) -> Any:
        """Return it as a relation."""
        columns = ", ".join(
            f"{self._of(name, small)} as {_quoted(name)}" for name in small.columns
        )
        return self._native.limit(0).query("ignored", f"select {columns}")

    def _of(self, name: str, small: Small) -> str:
        values = small.columns[name]
        if name in small.texts:
            return f"unnest([{', '.join(map(_literal, values))}]::varchar[])"
        numbers = ",".join("" if value is None else str(value) for value in values)
        column = f"try_cast(unnest(string_split('{numbers}', ',')) as integer)"
        if name not in small.labels:
            return column
        labels = ", ".join(map(_literal, small.labels[name]))
        return f"([{labels}]::varchar[])[{column} + 1]{f'::enum({labels})' if labels else ''}"


class IbisTables:
    """Those of Ibis (`module` is ibis itself): tables in memory."""

    def __init__(self, module: Any) -> None:
        self._ibis = module

    def table(self, small: Small) -> Any:
        """Return it as a memtable."""
        plain = small.plain()
        schema = {name: "string" if small.is_text(name) else "int32" for name in plain}
        rows = list(zip(*plain.values(), strict=True))
        return self._ibis.memtable(rows, schema=self._ibis.schema(schema))


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


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
