"""
Tables with any names of columns, and what an engine cannot read in them.

Two columns may have one name, a name may have dots, or be one that this package uses for a moment.
An engine of SQL then works with numbered names, and the result has the old ones. What an engine
refuses in the values of a column becomes an error of this library, which names the column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from attrs import evolve

from migrationgov.errors import WrongTypeError, short_repr
from migrationgov.frames.backends.table import Dates, Lookup, Stretches, Table
from migrationgov.words import singular_or_plural

#: Gives a table other names of columns, in order.
Rename = Callable[[Any, Sequence[Any]], Any]

_ENGINES = ("pandas", "polars", "pyarrow", "dask", "duckdb", "ibis", "pyspark", "narwhals")
#: The beginning of every name that is used for a moment.
OWN = "migrationgov "


class NamedTable(Table):
    """A table of an engine, asked by the names that the columns have for the user."""

    def __init__(
        self, table: Table, engine: str, names: Sequence[Any], rename: Rename | None
    ) -> None:
        super().__init__(table.native, None)
        self._table, self._engine, self._names, self._rename = table, engine, names, rename
        numbered = numbered_names(names)
        # of two columns with one name none is asked for
        self._plain = dict(zip(names, numbered if rename else names, strict=True))

    def has_values(self, column: str) -> bool:
        """Return whether a column has a value."""
        with engine_errors(self._engine, column):
            return self._table.has_values(self._plain[column])

    def leave_blank(self, column: str) -> None:
        """Read a column as null from now on."""
        super().leave_blank(column)
        self._table.leave_blank(self._plain[column])

    def distinct(self, column: str) -> list[Any]:
        """Return the distinct values of a column, without null."""
        if column in self._blank:
            return []
        with engine_errors(self._engine, column):
            return self._table.distinct(self._plain[column])

    def bounds(self, column: str) -> tuple[int, int] | None:
        """Return the least and the greatest of whole numbers; None if there are none."""
        with engine_errors(self._engine, column):
            return self._table.bounds(self._plain[column])

    def rows_after(self, on: str, dates: Dates, bound: Any) -> int:
        """Return how many rows have a date after the bound."""
        with engine_errors(self._engine, on):
            return self._table.rows_after(self._plain[on], dates, bound)

    def rows_within(self, state: str, on: str, dates: Dates, stretches: Stretches) -> list[int]:
        """Return how many rows have the value of each stretch, and a date within it."""
        with engine_errors(self._engine, state, on):
            return self._table.rows_within(self._plain[state], self._plain[on], dates, stretches)

    def attach(self, lookup: Lookup) -> Any:
        """Return the table with the new columns of a lookup."""
        states = tuple(self._plain[each] for each in lookup.states)
        asked = evolve(lookup, states=states, on=self._plain[lookup.on])
        with engine_errors(self._engine, *lookup.states, lookup.on):
            made = self._table.attach(asked)
            names = [*self._names, *(each.name for each in lookup.new_columns)]
            return self._rename(made, names) if self._rename else made


@contextmanager
def engine_errors(engine: str, *columns: Any) -> Iterator[None]:
    """Raise what an engine refuses in a table as an error of this library."""
    named = " and ".join(dict.fromkeys(map(short_repr, columns)))
    what = f"the {singular_or_plural(len({*columns}), 'column')} {named}"
    try:
        yield
    except NotImplementedError as error:  # Arrow has it for types that it cannot compare
        message = f"{engine} lacks what this needs: {error} (in {what})"
        raise WrongTypeError(message) from error
    except Exception as error:  # each engine has errors of its own, and most are not installed
        if not _is_about_values(error):
            raise
        raise WrongTypeError(f"{engine} cannot read {what}: {error}") from error


def _is_about_values(error: Exception) -> bool:
    """Return whether an error is of an engine, and not of a disk, a network or a memory."""
    kinds = type(error).__mro__
    if isinstance(error, OSError | MemoryError) or "OperationalError" in str(kinds):
        return False
    return isinstance(error, UnicodeError) or root_module(error) in _ENGINES


def root_module(value: object) -> str:
    """Return the name of the library that the type of a value is from."""
    return type(value).__module__.lstrip("_").partition(".")[0]


def numbered_names(names: Sequence[Any]) -> list[str]:
    """Return a numbered name for each column."""
    return [f"{OWN}old {number}" for number, _ in enumerate(names)]


def are_plain(names: Sequence[str]) -> bool:
    """Return whether an engine of SQL can tell the columns apart by their names as they stand."""
    folded = [name.casefold() for name in names]
    odd = any(re.search(r"[.`\\]", name) or name.startswith(OWN) for name in folded)
    return not odd and len({*folded}) == len(folded)


def renamed_pandas(native: Any, names: Sequence[Any]) -> Any:
    """Rename the columns of a DataFrame of pandas."""
    return native.set_axis(list(names), axis=1)


def renamed_arrow(native: Any, names: Sequence[Any]) -> Any:
    """Rename the columns of a Table of PyArrow."""
    return native.rename_columns(list(names))


def renamed_duckdb(native: Any, names: Sequence[Any]) -> Any:
    """Rename the columns of a relation, also where two have one name."""
    quoted = ['"{}"'.format(name.replace('"', '""')) for name in names]
    return native.project(", ".join(f"#{place} as {name}" for place, name in enumerate(quoted, 1)))


def renamed_ibis(native: Any, names: Sequence[Any]) -> Any:
    """Rename the columns of an expression."""
    return native.rename(dict(zip(names, native.columns, strict=True)))


def renamed_spark(native: Any, names: Sequence[Any]) -> Any:
    """Rename the columns of a DataFrame of PySpark, also where two have one name."""
    return native.toDF(*names)
