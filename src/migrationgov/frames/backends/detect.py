"""Which engine a user's table belongs to, and what its columns hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import isnan
from typing import Any

from attrs import frozen

from migrationgov.errors import UnknownTermError, WrongTypeError, short_repr
from migrationgov.frames.backends.arrow_table import ArrowTable
from migrationgov.frames.backends.dask_table import DaskTable
from migrationgov.frames.backends.lazy_table import LazyTable, to_duckdb, to_ibis, to_spark
from migrationgov.frames.backends.named_table import (
    NamedTable,
    Rename,
    are_plain,
    engine_errors,
    numbered_names,
    renamed_arrow,
    renamed_duckdb,
    renamed_ibis,
    renamed_pandas,
    renamed_spark,
    root_module,
)
from migrationgov.frames.backends.pandas_table import PandasTable
from migrationgov.frames.backends.polars_table import PolarsTable
from migrationgov.frames.backends.table import Dates, Lookup, Table
from migrationgov.optional_imports import import_optional

_ENGINES: dict[str, Callable[[Any, Any], Table]] = {
    "pandas": PandasTable,
    "polars": PolarsTable,
    "pyarrow": ArrowTable,
    "dask": DaskTable,
    "duckdb": lambda native, _: LazyTable(native, to_duckdb),
    "ibis": lambda native, _: LazyTable(native, to_ibis),
    "pyspark": lambda native, _: LazyTable(native, to_spark),
}
#: How columns get other names, where two may have one, or where SQL cannot read every name.
_RENAMED: dict[str, Rename] = {
    "pandas": renamed_pandas,
    "pyarrow": renamed_arrow,
    "duckdb": renamed_duckdb,
    "ibis": renamed_ibis,
    "pyspark": renamed_spark,
}
#: Engines whose tables often hold Python objects, or fractions in place of years.
_PANDAS_LIKE = ("pandas", "dask")
#: Engines that speak SQL, on which two columns cannot have names that differ in case alone.
_OF_SQL = ("duckdb", "ibis", "pyspark")


@frozen
class UserTable:
    """
    The table that a call was given, and the type of each column, as narwhals names it.

    Two columns may have one of the names that are `doubled`. The wrapper is the module of narwhals
    that the table was wrapped by; "" for none.
    """

    engine: str
    table: Table
    schema: dict[str, Any]
    doubled: frozenset[Any]
    wrapper: str

    def attach(self, lookup: Lookup) -> Any:
        """Return the table with the new columns of a lookup, wrapped as the given one was."""
        native = self.table.attach(lookup)
        return import_optional(self.wrapper).from_native(native) if self.wrapper else native

    def check_columns(self, old: Sequence[str], new: Iterable[str]) -> None:
        """Refuse all old columns that are not there, and new columns that are there already."""
        _check_names(old)
        problems = []
        missing = [short_repr(name) for name in old if name not in self.schema]
        if missing:
            has = ", ".join(map(short_repr, self.schema)) or "none at all"
            problems.append(
                f"the table has no column {' and no '.join(missing)}; it has {has}:"
                " say which columns hold the states and the dates, with state= (of two states a="
                " and b=) and on="
            )
        twice = [short_repr(name) for name in dict.fromkeys(old) if name in self.doubled]
        if twice:
            problems.append(
                f"the table has more than one column {' and '.join(twice)}; give each another name"
            )
        unusable = [short_repr(n) for n in self.schema if self.engine == "ibis" and not _in_sql(n)]
        if unusable:
            problems.append(
                f"SQL cannot read a column {' and '.join(unusable)}; give each another name"
            )
        fold = str.lower if self.engine in _OF_SQL else str
        names = {fold(str(name)) for name in self.schema}
        taken = [short_repr(name) for name in new if fold(name) in names]
        if taken:
            problems.append(
                f"the table already has a column {' and '.join(taken)};"
                " give the new one another name: columns={'another_name': 'iom_status'}"
            )
        if problems:
            raise UnknownTermError("; ".join(problems))

    def check_states(self, column: str, *, numeric: bool) -> None:
        """Refuse a column that cannot hold states: a number is a code only of a system."""
        if self._holds_text(column) or self._is_blank(column):
            return
        numbers = self.holds_numbers(column)
        if numeric and numbers:
            return
        hint = (
            ": a number is a code in several systems; say which with system='m49', 'cow' or 'gw'"
            if numbers
            else ", and states are given by code or name, as text"
        )
        raise WrongTypeError(f"the column {short_repr(column)} holds {self._kind(column)}{hint}")

    def dates_in(self, column: str) -> Dates:
        """Return what a column of dates holds; refuse a column that cannot hold dates."""
        nw, kind = import_optional("narwhals.stable.v2"), self.schema[column]
        # narwhals has no name for some zones
        has_zone = self.engine in _PANDAS_LIKE and hasattr(self.table.native.dtypes[column], "tz")
        # narwhals has no name for days as Arrow counts them in milliseconds, or for periods
        native = self._kind(column)
        if kind in (nw.Date, nw.Datetime) or has_zone or native.startswith("date64"):
            self._check_zone(column)
            return Dates.DAYS
        if kind.is_integer():
            return Dates.YEARS
        values = self._holds_text(column) or self.holds_numbers(column)
        if values or native.startswith("period[") or self._is_blank(column):
            return Dates.VALUES
        raise WrongTypeError(
            f"the column {short_repr(column)} holds {native}; a column of dates holds dates,"
            " times, periods, numbers (years) or text"
        )

    def holds_numbers(self, column: str) -> bool:
        """Return whether a column holds numbers."""
        return bool(self.schema[column].is_numeric())

    def _kind(self, column: str) -> str:
        """Return the type of a column, as its own library names it where narwhals does not."""
        kind = str(self.schema[column])
        if kind != "Unknown" or self.engine not in (*_PANDAS_LIKE, "pyarrow"):
            return kind
        native = self.table.native
        arrow = self.engine == "pyarrow"
        return str(native.schema.field(column).type if arrow else native.dtypes[column])

    def _is_blank(self, column: str) -> bool:
        """Return whether a column has no value, of whatever type; then it is read as null."""
        numbers = self.schema[column].is_float()
        blank = not self.table.has_values(column) or (
            numbers and all(map(isnan, map(float, self.table.distinct(column))))
        )
        if blank:
            self.table.leave_blank(column)
        return blank

    def _holds_text(self, column: str) -> bool:
        """Return whether a column holds text, or Python objects that may be text."""
        nw, kind = import_optional("narwhals.stable.v2"), self.schema[column]
        objects = kind == nw.Object and self.engine in _PANDAS_LIKE
        return objects or kind in (nw.String, nw.Categorical, nw.Enum)

    def _check_zone(self, column: str) -> None:
        zone = getattr(self.schema[column], "time_zone", None)
        if self.engine == "ibis" and zone not in (None, "UTC"):
            raise WrongTypeError(
                f"the column {short_repr(column)} holds times in the zone {zone}, and Ibis takes"
                " their days in UTC; turn them into days first"
            )


def detect(given: Any) -> UserTable:
    """Find out which kind of table is given; refuse what is not a table of a known engine."""
    nw = import_optional("narwhals.stable.v2", "frames")
    hint = f"give a table of {', '.join(_ENGINES)}"
    plain, wrapper = import_optional("narwhals"), ""
    if isinstance(given, plain.DataFrame | plain.LazyFrame):
        module = type(given).__module__
        wrapper = module if module.startswith("narwhals.stable.") else "narwhals"
    native = import_optional(wrapper).to_native(given) if wrapper else given
    of_dask = type(native).__module__.startswith("dask.") and hasattr(native, "map_partitions")
    # narwhals warns about Dask; the empty table of pandas inside has the same columns
    shown = native._meta if of_dask else native  # noqa: SLF001 -- it has no public name
    names, rename = _names_of(shown)
    try:
        frame = nw.from_native(rename(shown, numbered_names(names)) if rename else shown)
    except TypeError:
        kind = type(native)
        raise WrongTypeError(
            f"{kind.__module__}.{kind.__qualname__} is not a supported table; {hint}"
        ) from None
    engine = "dask" if of_dask else frame.implementation.value
    if engine not in _ENGINES:
        raise WrongTypeError(f"tables of {engine} are not supported; {hint}")
    kinds = _kinds_of(frame, engine)
    names = names if rename else list(kinds)
    by_number = rename if engine in _OF_SQL else None
    table = _ENGINES[engine](
        nw.to_native(frame) if by_number else native, nw.get_native_namespace(frame)
    )
    named = NamedTable(table, engine, names, by_number)
    doubled = frozenset(name for name, times in Counter(names).items() if times > 1)
    schema = dict(zip(names, kinds.values(), strict=True))
    return UserTable(engine, named, schema, doubled, wrapper)


def _names_of(native: Any) -> tuple[list[Any], Rename | None]:
    """Return the names of columns that cannot stand as they are, and how to give them others."""
    library = root_module(native)
    if library not in _RENAMED:
        return [], None
    # what is no table may have no columns
    names = list(getattr(native, "column_names" if library == "pyarrow" else "columns", ()))
    plain = are_plain(names) if library in _OF_SQL else len({*names}) == len(names)
    return ([], None) if plain else (names, _RENAMED[library])


def _kinds_of(frame: Any, engine: str) -> dict[str, Any]:
    """Return the type of each column, as narwhals names it."""
    try:
        with engine_errors(engine, "all"):
            return dict(frame.collect_schema())
    except ValueError as error:
        raise WrongTypeError(
            f"the types of the columns of this {engine} table cannot be read: {error}"
        ) from error


def _in_sql(name: str) -> bool:
    """Return whether a name can be one in SQL."""
    return bool(name) and "\0" not in name


def _check_names(names: Iterable[Any]) -> None:
    """Refuse what cannot be the name of one column."""
    for name in names:
        try:
            hash(name)
        except TypeError:
            raise WrongTypeError(
                f"{short_repr(name)} ({type(name).__name__}) is not the name of a column; give"
                " one name, such as state='country', on='date'"
            ) from None
