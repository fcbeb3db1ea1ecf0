"""Which engine a table belongs to, and what its columns hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from attrs import frozen

from migrationgov.errors import UnknownTermError, WrongTypeError, short_repr
from migrationgov.frames.backends.arrow_backend import ArrowTable
from migrationgov.frames.backends.broadcast_tables import DuckDbTables, IbisTables, SparkTables
from migrationgov.frames.backends.dask_backend import DaskTable
from migrationgov.frames.backends.lazy_join import SqlTable
from migrationgov.frames.backends.pandas_backend import PandasTable
from migrationgov.frames.backends.polars_backend import PolarsTable
from migrationgov.frames.backends.protocol import Dates, Table
from migrationgov.optional_imports import import_optional

_ENGINES: dict[str, Callable[[Any, Any], Table]] = {
    "pandas": PandasTable,
    "polars": PolarsTable,
    "pyarrow": ArrowTable,
    "dask": DaskTable,
    "duckdb": lambda native, _: SqlTable(native, DuckDbTables(native)),
    "ibis": lambda native, module: SqlTable(native, IbisTables(module)),
    "pyspark": lambda native, _: SqlTable(native, SparkTables(native)),
}
_KNOWN = ", ".join(_ENGINES)
#: Where a column of Python objects, or whole numbers with holes, is a usual thing.
_OF_OBJECTS = ("pandas", "dask")
_OF_TEXT = ("String", "Categorical", "Enum")
#: Where two names of columns are one if they differ in case alone.
_FOLDING = ("duckdb", "ibis", "pyspark")


@frozen
class UserFrame:
    """
    A table somebody gave.

    Attributes:
        engine: Name of the engine.
        table: What looks answers up in it.
        schema: The type of each column, in order, in the words of narwhals.
        wrapper: The module of narwhals whose frame it came as, and shall go as; "" for none.
    """

    engine: str
    table: Table
    schema: dict[str, Any]
    wrapper: str

    def asked(self, what: Callable[[], Any]) -> Any:
        """
        Ask the engine for something.

        Raises:
            WrongTypeError: If it lacks an operation, which the message names.
        """
        try:
            return what()
        except NotImplementedError as lacking:
            raise WrongTypeError(f"{self.engine} lacks what this needs: {lacking}") from lacking

    def as_given(self, native: Any) -> Any:
        """Wrap a table of the engine as the one that was given."""
        return (
            import_optional(self.wrapper, "frames").from_native(native) if self.wrapper else native
        )

    def check_columns(self, given: Sequence[str], made: Iterable[str]) -> None:
        """
        Refuse columns that are not there, and new ones that already are.

        Raises:
            UnknownTermError: All of them, in one message.
        """
        missing = [short_repr(name) for name in given if name not in self.schema]
        fold = str.lower if self.engine in _FOLDING else str
        theirs = {fold(str(name)) for name in self.schema}
        taken = [short_repr(name) for name in made if fold(name) in theirs]
        said = []
        if missing:
            has = ", ".join(map(short_repr, self.schema)) or "none at all"
            said.append(
                f"the table has no column {' and no '.join(missing)}; it has {has}:"
                " say which ones hold the states and the dates"
            )
        if taken:
            said.append(
                f"the table already has a column {' and '.join(taken)};"
                " give the new one another name: columns={'another_name': 'iom_status'}"
            )
        if said:
            raise UnknownTermError("; ".join(said))

    def check_states(self, column: str) -> None:
        """
        Refuse a column that cannot hold states: a number is a code in more than one list.

        Raises:
            WrongTypeError: If it holds no text.
        """
        held = type(self.schema[column]).__name__
        if held in _OF_TEXT or (held == "Object" and self.engine in _OF_OBJECTS):
            return
        raise WrongTypeError(
            f"the column {short_repr(column)} holds {self.schema[column]}; states are given as text, by"
            " code or name, a UN M49 code as three digits ('398')"
        )

    def dates_in(self, column: str) -> Dates:
        """
        Tell what a column of dates holds.

        Raises:
            WrongTypeError: If it can hold no dates.
        """
        kind = self.schema[column]
        if type(kind).__name__ in ("Date", "Datetime") or self._has_a_zone(column):
            self._check_zone(column)
            return Dates.DAYS
        if kind.is_integer():
            return Dates.YEARS
        held = type(kind).__name__
        objects = held in ("Object", "Float32", "Float64") and self.engine in _OF_OBJECTS
        if objects or held in _OF_TEXT:
            return Dates.VALUES
        hint = "; turn years into whole numbers" if kind.is_float() else ""
        raise WrongTypeError(
            f"the column {short_repr(column)} holds {kind}; a column of dates holds dates, times,"
            f" whole numbers (years) or text in EDTF{hint}"
        )

    def _has_a_zone(self, column: str) -> bool:
        """Tell whether it is one of pandas with a zone that narwhals has no word for."""
        if self.engine not in _OF_OBJECTS:
            return False
        return getattr(self.table.native.dtypes[column], "tz", None) is not None

    def _check_zone(self, column: str) -> None:
        zone = getattr(self.schema[column], "time_zone", None)
        if self.engine == "ibis" and zone not in (None, "UTC"):
            raise WrongTypeError(
                f"the column {short_repr(column)} holds times in the zone {zone}, whose days Ibis"
                " reckons in UTC; turn them into days first"
            )


def opened(given: Any) -> UserFrame:
    """
    Find out what sort of table is given.

    Raises:
        MissingExtraError: If narwhals is not there.
        WrongTypeError: If it is no table, or one of an engine that is not known here.
    """
    nw = import_optional("narwhals.stable.v2", "frames")
    wrapper = _wrapper_of(given)
    native = import_optional(wrapper).to_native(given) if wrapper else given
    try:
        frame = nw.from_native(_told_by(native))
    except TypeError:
        kind = type(native)
        raise WrongTypeError(
            f"{kind.__module__}.{kind.__qualname__} is no table that is known here;"
            f" give one of {_KNOWN}"
        ) from None
    engine = "dask" if _is_of_dask(native) else frame.implementation.value
    if engine not in _ENGINES:
        raise WrongTypeError(f"tables of {engine} are not known here; give one of {_KNOWN}")
    table = _ENGINES[engine](native, nw.get_native_namespace(frame))
    return UserFrame(engine, table, dict(frame.collect_schema()), wrapper)


def _wrapper_of(given: Any) -> str:
    """Return the module of narwhals that a frame is of; "" if it is none of its frames."""
    plain = import_optional("narwhals", "frames")
    if not isinstance(given, plain.DataFrame | plain.LazyFrame):
        return ""
    module = type(given).__module__
    return module if module.startswith("narwhals.stable.") else "narwhals"


def _is_of_dask(native: Any) -> bool:
    return type(native).__module__.startswith("dask.") and hasattr(native, "map_partitions")


def _told_by(native: Any) -> Any:
    """Return what tells the columns: of a table of Dask, the empty one of pandas within."""
    return native._meta if _is_of_dask(native) else native  # noqa: SLF001 -- as its users do
