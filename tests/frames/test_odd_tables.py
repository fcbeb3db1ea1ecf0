"""Odd tables: each is answered as one question would be, or refused with an error of ours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import dask.dataframe as dd
import duckdb
import ibis
import narwhals.stable.v2 as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import migrationgov as mg
from engines import ENGINES, Engine, by_line, dates_table
from migrationgov import frames
from migrationgov.errors import (
    InvalidDateError,
    MigrationGovError,
    UnknownStateError,
    UnknownTermError,
    UnmatchedWarning,
    WrongTypeError,
)
from migrationgov.frames.backends.named_table import engine_errors, renamed_spark
from migrationgov.typing import CodeSystem

pytestmark = pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
everywhere = pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
_DAY = date(2014, 1, 1)


def _lines(engine: Engine, made: Any) -> list[dict[str, Any]]:
    return by_line(engine.read(made))


def _answers(engine: Engine, table: pa.Table, **asked: Any) -> list[str | None]:
    """Return the answers alone: Python cannot read every day that an engine has."""
    made = frames.annotate(engine.make(table), columns="iom_member", **asked)
    narrow = (
        made[["line", "iom_member"]]
        if engine.name == "dask"
        else nw.from_native(made).select("line", "iom_member").to_native()
    )
    return [row["iom_member"] for row in by_line(engine.read(narrow))]


def _states_table(states: list[Any], kind: Any = None) -> pa.Table:
    lines = range(len(states))
    dates = [2014] * len(states)
    return pa.table({"line": lines, "country": pa.array(states, kind), "date": dates})


# -- names of columns ----------------------------------------------------------------------------

_NAMES = {
    "dots": "a.b", "quotes": "a \"b\" 'c' `d`; --", "spaces": " \n\t", "marks": "%s {} $1 \\",
    "very long": "a" * 3000, "of ours": "migrationgov key", "in capitals": "MigrationGov State",
    "of a place": "migrationgov place 0",
}  # fmt: skip


@everywhere
@pytest.mark.parametrize("name", _NAMES.values(), ids=list(_NAMES))
def test_any_name_stands(engine: Engine, name: str) -> None:
    """Of the column of states, of a new column, of one that is about something else."""
    there = pa.table({"line": [0], "country": ["KAZ"], "date": ["2014"], name: [7]})
    made = frames.annotate(engine.make(there), columns=["iom_member", "iom"])
    row = {"line": 0, "country": "KAZ", "date": "2014", name: 7}
    assert _lines(engine, made) == [{**row, "iom_member": "yes", "iom": "member"}]
    asked = pa.table({"line": [0], name: ["KAZ"], "date": [_DAY]})
    row = _lines(engine, frames.annotate(engine.make(asked), state=name))[0]
    assert (row[name], row["iom_member"]) == ("KAZ", "yes")
    new = frames.annotate(engine.make(dates_table([2014])), columns={name: "iom_member"})
    assert _lines(engine, new)[0][name] == "yes"


_TWICE = {
    "pandas": lambda rows, names: pd.DataFrame(rows, columns=names),
    "dask": lambda rows, names: dd.from_pandas(  # type: ignore[no-untyped-call]  # it has no types
        pd.DataFrame(rows, columns=names), npartitions=1
    ),
    "pyarrow": lambda rows, names: pa.Table.from_arrays(
        [pa.array(column) for column in zip(*rows, strict=True)], names=names
    ),
    "duckdb": lambda rows, names: duckdb.connect().sql(
        "select {}".format(
            ", ".join(f"{value!r} as {name}" for value, name in zip(rows[0], names, strict=True))
        )
    ),
}


@pytest.mark.parametrize("make", _TWICE.values(), ids=list(_TWICE))
def test_two_columns_with_one_name(make: Callable[..., Any]) -> None:
    """They stand where they are about something else; asked for, they are refused."""
    engine = {"DuckDBPyRelation": "duckdb", "Table": "pyarrow"}
    given = make([["KAZ", 2014, 1, 2]], ["country", "date", "x", "x"])
    made = frames.annotate(given, columns="iom_member")
    assert type(made) is type(given)
    if engine.get(type(made).__name__) == "duckdb":
        assert made.fetchall() == [("KAZ", 2014, 1, 2, "yes")]
    names = list(made.column_names if isinstance(made, pa.Table) else made.columns)
    assert names == ["country", "date", "x", "x", "iom_member"]
    for twice in ("country", "date"):
        doubled = make([["KAZ", 2014, "KAZ"]], ["country", "date", twice])
        with pytest.raises(UnknownTermError, match=f"more than one column '{twice}'; give each"):
            frames.annotate(doubled)


@pytest.mark.parametrize(
    ("state", "on"),
    [(0, 1), (("a", "b"), ("c", "d")), (1.5, 2.5), (_DAY, True), (b"a", b"b")],
    ids=["numbers", "pairs", "fractions", "days", "bytes"],
)
def test_names_that_are_not_text(state: Any, on: Any) -> None:
    """Pandas has them; also levels, and names of no kind beside."""
    columns = pd.Index([state, on, "x"], dtype=object, tupleize_cols=False)
    given = pd.DataFrame([["KAZ", 2014, None]], columns=columns)
    made = frames.annotate(given, state=state, on=on, columns="iom_member")
    assert list(made.columns) == [state, on, "x", "iom_member"]
    assert list(made["iom_member"]) == ["yes"]
    with pytest.raises(UnknownTermError, match="no column 'country' and no 'date'; it has"):
        frames.annotate(given)


def test_levels_of_columns() -> None:
    """A column of two levels is named by both."""
    levels = pd.MultiIndex.from_tuples([("a", "b"), ("c", "d")])
    given = pd.DataFrame([["KAZ", 2014]], columns=levels)
    names: dict[str, Any] = {"state": ("a", "b"), "on": ("c", "d")}
    made = frames.annotate(given, columns=["iom_member", "iom"], **names)
    assert made.iloc[0].to_list() == ["KAZ", 2014, "yes", "member"]
    new: Any = list(made.columns)[2:]
    assert new == [("iom_member", ""), ("iom", "")]


@everywhere
def test_what_is_no_name_of_a_column(engine: Engine) -> None:
    """A list, a column itself, a name with a NUL."""
    given = engine.make(dates_table([2014]))
    for odd in (["country"], {"country": 1}, pd.Series(["KAZ"])):
        with pytest.raises(WrongTypeError, match=r"is not the name of a column; give one name"):
            frames.annotate(given, state=odd)  # type: ignore[arg-type]  # on purpose
    for missing in (None, 0, b"country"):
        with pytest.raises(UnknownTermError, match="the table has no column"):
            frames.annotate(given, state=missing)  # type: ignore[arg-type]  # on purpose
    with pytest.raises(WrongTypeError, match=r"'a\\x00' has a NUL"):
        frames.annotate(given, columns={"a\0": "iom"})


def test_names_that_sql_does_not_have() -> None:
    """DuckDB names them itself; in Ibis they are refused."""
    for odd in ("", "a\0b"):
        table = pa.table({"country": ["KAZ"], "date": [2014], odd: [1]})
        with pytest.raises(UnknownTermError, match="SQL cannot read a column '"):
            frames.annotate(ibis.memtable(table))


def test_spark_renames_by_place() -> None:
    """Two columns of one name cannot be told apart by name."""
    renamed: list[str] = []
    spark: Any = SimpleNamespace(toDF=lambda *names: renamed.extend(names))
    renamed_spark(spark, ["x", "x", "a.b"])
    assert renamed == ["x", "x", "a.b"]


# -- columns without a value ---------------------------------------------------------------------

_TYPES = [
    pa.null(), pa.bool_(), pa.float64(), pa.string(), pa.binary(), pa.timestamp("us", "UTC"),
    pa.time64("us"), pa.duration("us"), pa.list_(pa.string()), pa.struct({"a": pa.string()}),
]  # fmt: skip


@everywhere
@pytest.mark.parametrize("kind", _TYPES, ids=str)
def test_a_column_without_a_value_may_be_of_any_type(engine: Engine, kind: pa.DataType) -> None:
    """Its answers are null, also where there is no row at all."""
    for rows in (0, 3):
        nothing, lines = pa.nulls(rows, kind), pa.array(range(rows), pa.int64())
        years = pa.array([2014] * rows, pa.int64())
        states = pa.table({"line": lines, "country": nothing, "date": years})
        assert _answers(engine, states) == [None] * rows
        some = pa.array(["KAZ"] * rows, pa.string())
        dates = pa.table({"line": lines, "country": some, "date": nothing})
        assert _answers(engine, dates) == [None] * rows


@everywhere
def test_pairs_without_a_value(engine: Engine) -> None:
    """Of the two states and of the date at once."""
    nothing = pa.nulls(2, pa.struct({"a": pa.string()}))
    pairs = pa.table({"state1": nothing, "state2": nothing, "date": nothing})
    made = frames.annotate_dyads(engine.make(pairs))
    assert [row["iom_joint"] for row in engine.read(made)] == [None, None]


# -- values --------------------------------------------------------------------------------------

_EXTREME_DATES: list[tuple[Any, Any, Any]] = [
    (pa.date32(), 2**30, "unknown"), (pa.date32(), -(2**30), "no"),
    (pa.date32(), 2**31 - 1, "unknown"), (pa.decimal128(10, 2), Decimal(2014), "yes"),
    (pa.timestamp("s"), 2**38, "unknown"), (pa.timestamp("s"), -(2**38), "no"),
    (pa.timestamp("us"), 2**62, "unknown"), (pa.timestamp("ns"), -(2**62), "no"),
    (pa.date64(), 1, "no"), (pa.uint8(), 250, "no"),
    (pa.uint64(), 2**63 + 5, "9223372036854775813 is not a year"),
    (pa.int64(), 2**63 - 1, "9223372036854775807 is not a year"),
    (pa.int64(), -(2**63), "-9223372036854775808 is not a year"),
    (pa.float64(), float("inf"), "inf .* is not a date"), (pa.float64(), 1e300, "is not a year"),
    (pa.bool_(), True, "holds Boolean"),
    (pa.time64("us"), time(1), "holds|is not a date"), (pa.duration("us"), timedelta(1), "holds"),
    (pa.list_(pa.string()), ["2014"], "holds|is not a date"),
    (pa.struct({"a": pa.string()}), {"a": "2014"}, "holds|is not a date"),
]  # fmt: skip


@everywhere
@pytest.mark.parametrize(("kind", "value", "expected"), _EXTREME_DATES, ids=str)
def test_dates_of_any_type(engine: Engine, kind: pa.DataType, value: Any, expected: str) -> None:
    """Far beyond the calendar they are as the nearest day, or any day; others are refused."""
    table = dates_table([value], kind)
    if expected in ("yes", "no", "unknown"):
        assert _answers(engine, table) == [expected]
    else:
        with pytest.raises(
            MigrationGovError, match=f"the column 'date'.*({expected})|needs: .*the column 'date'"
        ):
            _answers(engine, table)


_ODD_TEXTS = [
    "", "\0", "KAZ\0", "\x1b[31mKAZ", "\u202eKAZ", "a\nb", "\u200b", "=cmd", "x" * 100_000, "\t"
]  # fmt: skip


@everywhere
@pytest.mark.parametrize("text", _ODD_TEXTS, ids=lambda text: repr(text[:6]))
def test_any_text_is_null_or_refused(engine: Engine, text: str) -> None:
    """The message has no control character of the text, and is short."""
    for table, left_out in (
        (_states_table([text, "KAZ"]), {"unmatched": "null"}),
        (dates_table([text, "2014"]), {"invalid_dates": "null"}),
    ):
        with pytest.warns(UnmatchedWarning):
            assert _answers(engine, table, **left_out) == [None, "yes"]
        try:
            _answers(engine, table)
        except (UnknownStateError, InvalidDateError) as refused:
            message = str(refused).replace("\n", "")
            assert message.isprintable(), message
            assert len(message) < 600, message
        except UnmatchedWarning:  # the empty text is a missing state
            assert not text.strip()


class _Broken:
    """What can neither be shown nor compared."""

    def __repr__(self) -> str:
        raise RuntimeError

    __hash__ = None  # type: ignore[assignment]  # on purpose


_OBJECTS = [
    b"KAZ", True, 1.5, Decimal("2014.5"), Decimal("Infinity"), 10**5000, float("inf"), 1j, [1],
    {"a": 1}, {1}, (1, 2), np.array([1, 2]), np.timedelta64(1, "D"), np.datetime64("20000-01-01"),
    pd.Interval(1, 2), pd.Timedelta(1), pd.Period(year=20000, freq="Y"), time(1), object(),
    range(3), "\ud800", mg.find_state("KAZ"), Decimal("sNaN"), _Broken(),
]  # fmt: skip


def _objects(*values: Any) -> Any:
    """Return a column of Python objects, lists among them."""
    column = np.empty(len(values), object)
    for place, value in enumerate(values):
        column[place] = value
    return pd.Series(column, dtype=object)


@pytest.mark.parametrize(
    "value", _OBJECTS, ids=[f"{type(v).__name__} {place}" for place, v in enumerate(_OBJECTS)]
)
def test_objects_that_are_neither_state_nor_date(value: Any) -> None:
    """Each is named with its type, beside others, and can be left empty."""
    kind = type(value).__name__
    given = pd.DataFrame({"country": _objects(value, "KAZ", None), "date": 2014})
    wrong = UnknownStateError if kind == "str" else WrongTypeError
    with pytest.raises(wrong, match=r"the column 'country' 1 value is not a state:\n"):
        frames.annotate(given)
    systems: tuple[tuple[CodeSystem | None, Any], ...] = ((None, "KAZ"), ("cow", 705))
    for system, code in systems:
        codes = pd.DataFrame({"country": _objects(value, code, None), "date": 2014})
        with pytest.warns(UnmatchedWarning):
            made = frames.annotate(codes, columns="iom", system=system, unmatched="null")
        assert made["iom"].astype(object).to_list()[1] in ("member", "none")
        assert made["iom"].isna().to_list() == [True, False, True]
    dates = pd.DataFrame({"country": "KAZ", "date": _objects(value, "2014", None)})
    with pytest.raises(InvalidDateError, match="the column 'date' 1 value is not a date: "):
        frames.annotate(dates)
    with pytest.warns(UnmatchedWarning):
        left = frames.annotate(dates, columns="iom_member", invalid_dates="null")["iom_member"]
    assert left.isna().to_list() == [True, False, True]


def test_a_column_of_mixed_things_is_refused_at_once() -> None:
    """All its values in one message: unknown names, numbers, lists."""
    given = pd.DataFrame({"country": _objects("Nowhere", 398, [1], [1], "KAZ"), "date": 2014})
    with pytest.raises(UnknownStateError) as refused:
        frames.annotate(given)
    message = str(refused.value)
    assert "3 values are not states:" in message
    for part in (
        "no state has the name 'Nowhere'",
        "398 (int) is not text",
        "[1] (list) is not text",
    ):
        assert part in message
    assert "states are given by code or name, as text, or by the numbers of a system" in message


@pytest.mark.parametrize("kind", [pa.decimal128(10, 2), pa.float64(), pa.int64()], ids=str)
@everywhere
def test_codes_that_are_numbers_of_any_type(engine: Engine, kind: pa.DataType) -> None:
    """398 and 398.00 are Kazakhstan in M49."""
    table = _states_table([398, None], kind)
    assert _answers(engine, table, system="m49") == ["yes", None]


def test_dates_of_other_types_mean_in_calls_what_they_mean_in_tables() -> None:
    """Decimal numbers are years; the first year has four digits; others are refused."""
    assert mg.is_member("KAZ", Decimal(2014)) is mg.Answer.YES  # type: ignore[arg-type]  # untyped
    periods: list[Any] = [pd.Period("0001", "Y"), pd.Period("0001-02", "M")]
    assert [mg.is_member("KAZ", period) for period in periods] == [mg.Answer.NO] * 2
    for missing in (Decimal("NaN"), Decimal("sNaN")):
        with pytest.raises(InvalidDateError, match="nan is a missing date"):
            mg.is_member("KAZ", missing)  # type: ignore[arg-type]  # on purpose
    late: Any = pd.Period(year=20000, freq="Y")
    with pytest.raises(InvalidDateError, match="is not in the years 1 to 9999"):
        mg.is_member("KAZ", late)


# -- arrays, indexes, categories -----------------------------------------------------------------


def test_arrays_that_cannot_be_written_to() -> None:
    """As views of files are."""
    years, states = np.array([2014]), np.array(["KAZ"], object)
    for array in (years, states):
        array.flags.writeable = False
    given = pd.DataFrame({"country": states, "date": years}, copy=False)
    assert list(frames.annotate(given)["iom_member"]) == ["yes"]


def test_categories_that_no_row_has() -> None:
    """They are not asked about; of two rows with one index each has its answer."""
    states = pd.Categorical(["KAZ", "AUS"], ["Nowhere", "AUS", "KAZ"])
    given = pd.DataFrame({"country": states, "date": ["2014", "2014"]}, index=[0, 0])
    assert list(frames.annotate(given)["iom_member"]) == ["yes", "yes"]
    encoded = pa.DictionaryArray.from_arrays(pa.array([1, 0]), ["Nowhere", "KAZ"]).slice(0, 1)
    table = pa.table({"country": encoded, "date": ["2014"]})
    assert frames.annotate(table)["iom_member"].to_pylist() == ["yes"]


# -- what an engine refuses ----------------------------------------------------------------------


def test_what_an_engine_refuses_names_the_column() -> None:
    """Text that is not UTF-8, a calculation that fails, types that are too wide."""
    latin = pa.Array.from_buffers(
        pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\1\0\0\0"), pa.py_buffer(b"\xff")]
    )
    failing = pl.LazyFrame({"country": ["KAZ"], "date": ["x"]}).cast({"date": pl.Int64})
    of_duckdb = duckdb.sql(
        "select 'KAZ' as country, cast(x as int) as date from (values ('x')) t(x)"
    )
    for table, message in (
        (pa.table({"country": latin, "date": [2014]}), "pyarrow cannot read the column 'country'"),
        (failing, "polars cannot read the column 'date'"),
        (of_duckdb, "duckdb cannot read the column 'date'"),
    ):
        with pytest.raises(WrongTypeError, match=message) as refused:
            frames.annotate(table)
        assert refused.value.__cause__
    wide = pa.table({"country": ["KAZ"], "date": [2014], "x": pa.nulls(1, pa.decimal256(60, 2))})
    with pytest.raises(WrongTypeError, match="types of the columns of this ibis table cannot"):
        frames.annotate(ibis.memtable(wide))


@pytest.mark.parametrize("error", [OSError("disk"), MemoryError(), duckdb.IOException("disk")])
def test_what_is_not_about_values_is_passed_on(error: Exception) -> None:
    """A disk, a memory, a mistake of ours."""
    with pytest.raises(type(error)), engine_errors("duckdb", "date"):
        raise error
