"""Which engine a user's table belongs to, and what its columns hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from attrs import frozen

from migrationgov.errors import UnknownTermError, WrongTypeError, short_repr
from migrationgov.frames.backends.dask_table import DaskTable
from migrationgov.frames.backends.eager_tables import ArrowTable, PandasTable
from migrationgov.frames.backends.lazy_table import LazyTable, to_duckdb, to_ibis, to_spark
from migrationgov.frames.backends.polars_table import PolarsTable
from migrationgov.frames.backends.table import Dates, Table
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
#: Engines whose tables often hold Python objects, or fractions in place of years.
_PANDAS_LIKE = ("pandas", "dask")
#: Engines on which two columns cannot have names that differ in case alone.
_IGNORE_CASE = ("duckdb", "ibis", "pyspark")


@frozen
class UserTable:
    """
    The table that a call was given.

    Attributes:
        engine: Name of the engine.
        table: The table, with the lookups of the engine.
        schema: The type of each column, in order, as narwhals names it.
        wrapper: The module of narwhals that the table was wrapped by; "" for none.
    """

    engine: str
    table: Table
    schema: dict[str, Any]
    wrapper: str

    def run(self, work: Callable[[], Any]) -> Any:
        """
        Let the engine do some work, and wrap the table that results as the given one was.

        Raises:
            WrongTypeError: If the engine lacks an operation; the message names it.
        """
        try:
            native = work()
        except NotImplementedError as error:
            raise WrongTypeError(f"{self.engine} lacks what this needs: {error}") from error
        return import_optional(self.wrapper).from_native(native) if self.wrapper else native

    def check_columns(self, old: Sequence[str], new: Iterable[str]) -> None:
        """
        Refuse old columns that are not there, and new columns that are there already.

        Raises:
            UnknownTermError: The message names all of them.
        """
        problems = []
        missing = [short_repr(name) for name in old if name not in self.schema]
        if missing:
            has = ", ".join(map(short_repr, self.schema)) or "none at all"
            problems.append(
                f"the table has no column {' and no '.join(missing)}; it has {has}:"
                " say which columns hold the states and the dates"
            )
        fold = str.lower if self.engine in _IGNORE_CASE else str
        names = {fold(str(name)) for name in self.schema}
        taken = [short_repr(name) for name in new if fold(name) in names]
        if taken:
            problems.append(
                f"the table already has a column {' and '.join(taken)};"
                " give the new one another name: columns={'another_name': 'iom_status'}"
            )
        if problems:
            raise UnknownTermError("; ".join(problems))

    def check_states(self, column: str) -> None:
        """
        Refuse a column that cannot hold states: one number is a code in several lists.

        Raises:
            WrongTypeError: If it holds no text.
        """
        if not self._holds_text(column):
            raise WrongTypeError(
                f"the column {short_repr(column)} holds {self.schema[column]}; states are given"
                " as text, by code or name, a UN M49 code as three digits ('398')"
            )

    def dates_in(self, column: str) -> Dates:
        """
        Return what a column of dates holds.

        Raises:
            WrongTypeError: If it cannot hold dates.
        """
        nw, kind = import_optional("narwhals.stable.v2"), self.schema[column]
        if kind in (nw.Date, nw.Datetime) or self._has_unnamed_zone(column):
            self._check_zone(column)
            return Dates.DAYS
        if kind.is_integer():
            return Dates.YEARS
        if self._holds_text(column) or (kind.is_float() and self.engine in _PANDAS_LIKE):
            return Dates.VALUES
        hint = "; turn years into whole numbers" if kind.is_float() else ""
        raise WrongTypeError(
            f"the column {short_repr(column)} holds {kind}; a column of dates holds dates, times,"
            f" whole numbers (years) or text in EDTF{hint}"
        )

    def _holds_text(self, column: str) -> bool:
        """Return whether a column holds text, or Python objects that may be text."""
        nw, kind = import_optional("narwhals.stable.v2"), self.schema[column]
        objects = kind == nw.Object and self.engine in _PANDAS_LIKE
        return objects or kind in (nw.String, nw.Categorical, nw.Enum)

    def _has_unnamed_zone(self, column: str) -> bool:
        """Return whether a column holds times in a zone for which narwhals has no name."""
        pandas_like = self.engine in _PANDAS_LIKE
        return pandas_like and hasattr(self.table.native.dtypes[column], "tz")

    def _check_zone(self, column: str) -> None:
        zone = getattr(self.schema[column], "time_zone", None)
        if self.engine == "ibis" and zone not in (None, "UTC"):
            raise WrongTypeError(
                f"the column {short_repr(column)} holds times in the zone {zone}, and Ibis takes"
                " their days in UTC; turn them into days first"
            )


def detect(given: Any) -> UserTable:
    """
    Find out which kind of table is given.

    Raises:
        MissingExtraError: If narwhals is not installed.
        WrongTypeError: If it is not a table, or its engine is not supported.
    """
    nw = import_optional("narwhals.stable.v2", "frames")
    wrapper = _wrapper_of(given)
    native = import_optional(wrapper).to_native(given) if wrapper else given
    of_dask = type(native).__module__.startswith("dask.") and hasattr(native, "map_partitions")
    try:
        # narwhals warns about Dask; the empty table of pandas inside has the same columns
        frame = nw.from_native(native._meta if of_dask else native)  # noqa: SLF001 -- as its users do
    except TypeError:
        kind = type(native)
        raise _refusal(f"{kind.__module__}.{kind.__qualname__} is not a supported table") from None
    engine = "dask" if of_dask else frame.implementation.value
    if engine not in _ENGINES:
        raise _refusal(f"tables of {engine} are not supported")
    table = _ENGINES[engine](native, nw.get_native_namespace(frame))
    return UserTable(engine, table, dict(frame.collect_schema()), wrapper)


def _refusal(problem: str) -> WrongTypeError:
    return WrongTypeError(f"{problem}; give a table of {', '.join(_ENGINES)}")


def _wrapper_of(given: Any) -> str:
    """Return the module of narwhals that a table is wrapped by; "" for none."""
    plain = import_optional("narwhals", "frames")
    if not isinstance(given, plain.DataFrame | plain.LazyFrame):
        return ""
    module = type(given).__module__
    return module if module.startswith("narwhals.stable.") else "narwhals"
