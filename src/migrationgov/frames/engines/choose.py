"""Which engine a table belongs to, and what its columns hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from attrs import frozen

from migrationgov.errors import UnknownTermError, WrongTypeError, shown
from migrationgov.extras import needs
from migrationgov.frames.engines.arrow import ArrowTable
from migrationgov.frames.engines.dask_like import DaskTable
from migrationgov.frames.engines.lookup import Dates, Table
from migrationgov.frames.engines.pandas_like import PandasTable
from migrationgov.frames.engines.polars_like import PolarsTable
from migrationgov.frames.engines.small import DuckDbTables, IbisTables, SparkTables
from migrationgov.frames.engines.sql_like import SqlTable

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


@frozen
class Opened:
    """
    A table somebody gave.

    Attributes:
        engine: Name of the engine.
        table: What looks answers up in it.
        schema: The type of each column, in order, in the words of narwhals.
        wrapped: Whether it came as a frame of narwhals and shall go as one.
    """

    engine: str
    table: Table
    schema: dict[str, Any]
    wrapped: bool

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
        nw = needs("narwhals.stable.v2", "frames")
        return nw.from_native(native) if self.wrapped else native

    def check_columns(self, given: Sequence[str], made: Iterable[str]) -> None:
        """
        Refuse columns that are not there, and new ones that already are.

        Raises:
            UnknownTermError: All of them, in one message.
        """
        missing = [shown(name) for name in given if name not in self.schema]
        taken = [shown(name) for name in made if name in self.schema]
        said = []
        if missing:
            has = ", ".join(map(shown, self.schema)) or "none at all"
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

    def dates_in(self, column: str) -> Dates:
        """
        Tell what a column of dates holds.

        Raises:
            WrongTypeError: If it can hold no dates.
        """
        kind = self.schema[column]
        if kind.is_temporal() and type(kind).__name__ in ("Date", "Datetime"):
            return Dates.DAYS
        if kind.is_integer():
            return Dates.YEARS
        held = type(kind).__name__
        objects = held in ("Object", "Float32", "Float64") and self.engine in _OF_OBJECTS
        if objects or held in ("String", "Categorical", "Enum"):
            return Dates.VALUES
        hint = "; turn years into whole numbers" if kind.is_float() else ""
        raise WrongTypeError(
            f"the column {shown(column)} holds {kind}; a column of dates holds dates, times,"
            f" whole numbers (years) or text in EDTF{hint}"
        )


def opened(given: Any) -> Opened:
    """
    Find out what sort of table is given.

    Raises:
        MissingExtraError: If narwhals is not there.
        WrongTypeError: If it is no table, or one of an engine that is not known here.
    """
    nw = needs("narwhals.stable.v2", "frames")
    wrapped = isinstance(given, nw.DataFrame | nw.LazyFrame)
    native = nw.to_native(given) if wrapped else given
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
    return Opened(engine, table, dict(frame.collect_schema()), wrapped)


def _is_of_dask(native: Any) -> bool:
    return type(native).__module__.startswith("dask.") and hasattr(native, "map_partitions")


def _told_by(native: Any) -> Any:
    """Return what tells the columns: of a table of Dask, the empty one of pandas within."""
    return native._meta if _is_of_dask(native) else native  # noqa: SLF001 -- as its users do
