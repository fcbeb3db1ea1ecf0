"""The same lines as a table of each engine, and back: what the tests of all engines share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import dask
import dask.dataframe as dd
import duckdb
import ibis
import pandas as pd
import polars as pl
import pyarrow as pa
from attrs import frozen

from migrationgov import frames

# Dask works in the thread of the test, which asks the frozen facts.
dask.config.set(scheduler="synchronous")

Rows = list[dict[str, Any]]


@frozen
class Engine:
    """How to make a table of lines, and how to get the lines of a table."""

    name: str
    make: Callable[[pa.Table], Any]
    read: Callable[[Any], Rows]


def _of_pandas(frame: Any) -> Rows:
    plain = frame.astype(object)
    return list(plain.where(frame.notna(), None).to_dict("records"))


def _to_pandas(table: pa.Table) -> Any:
    whole = {pa.int32(): pd.Int32Dtype(), pa.int64(): pd.Int64Dtype()}
    return table.to_pandas(date_as_object=False, types_mapper=whole.get)


def _to_duckdb(table: pa.Table) -> Any:
    return duckdb.connect().from_arrow(table)


def _to_dask(table: pa.Table) -> Any:
    made: Any = dd
    return made.from_pandas(_to_pandas(table), npartitions=2)


ENGINES = [
    Engine("pandas", _to_pandas, _of_pandas),
    Engine("pandas on arrow", lambda t: t.to_pandas(types_mapper=pd.ArrowDtype), _of_pandas),
    Engine("polars", pl.from_arrow, lambda frame: list(frame.to_dicts())),
    Engine(
        "polars, lazy",
        lambda table: pl.DataFrame(pl.from_arrow(table)).lazy(),
        lambda frame: list(frame.collect(engine="streaming").to_dicts()),
    ),
    Engine("pyarrow", lambda table: table, lambda table: list(table.to_pylist())),
    Engine("duckdb", _to_duckdb, lambda its: list(its.to_arrow_table().to_pylist())),
    Engine("ibis", ibis.memtable, lambda its: list(its.to_pyarrow().to_pylist())),
    Engine(
        "dask", _to_dask, lambda its: _of_pandas(its.compute())
    ),
]  # fmt: skip
#: Those that keep the order of lines.
ORDERED = ["pandas", "pandas on arrow", "polars", "polars, lazy", "pyarrow", "dask"]


def by_line(rows: Rows) -> Rows:
    """Return lines in the order of their number."""
    return sorted(rows, key=lambda row: int(row["line"]))


def dates_table(dates: list[Any], kind: Any = None) -> pa.Table:
    """Return a table with a line about Kazakhstan for each date."""
    lines = range(len(dates))
    return pa.table(
        {"line": lines, "country": ["KAZ"] * len(dates), "date": pa.array(dates, kind)}
    )


def members_of(engine: Engine, table: pa.Table, **asked: Any) -> list[str | None]:
    """Return whether the state of each line was a member, as other queries assume it."""
    made = frames.annotate(engine.make(table), columns="iom_member", outside="assume", **asked)
    return [row["iom_member"] for row in by_line(engine.read(made))]
