"""Columns of dates as people have them: numbers, periods, times, and columns of nothing."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import migrationgov as mg
from engines import ENGINES, Engine, by_line, dates_table, members_of
from migrationgov import frames
from migrationgov.errors import (
    CoverageWarning,
    InvalidDateError,
    UnknownTermError,
    UnmatchedWarning,
    WrongTypeError,
)
from migrationgov.lookup.bundled import bundled_dataset

pytestmark = pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
everywhere = pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
_PLAIN = "write 2002, 2002-12 or 2002-12-02"


# -- numbers, periods, days ----------------------------------------------------------------------


@everywhere
def test_years_that_cannot_be(engine: Engine) -> None:
    """No before the founding, unknown in the year 9999; numbers mean what they mean in calls."""
    years = [3, 99, 1900, 2002, 2014, 9999]
    answers = ["no", "no", "no", "unknown", "yes", "unknown"]
    assert [mg.is_member("KAZ", year).value for year in years] == answers
    assert members_of(engine, dates_table(years)) == answers
    assert members_of(engine, dates_table([float(year) for year in years])) == answers
    days = [date(year, 12, 31) for year in years]
    answers[3] = "yes"
    assert [mg.is_member("KAZ", day).value for day in days] == answers
    assert members_of(engine, dates_table(days)) == answers
    listed = frames.annotate(engine.make(dates_table(days)), columns=["iom", "almaty-process"])
    last = by_line(engine.read(listed))[-1]
    assert (last["iom"], last["almaty-process"]) == ("unknown", "unknown")


@pytest.mark.parametrize("on", [date(9999, 12, 31), "9999-01-01", "9999-12", 9999])
@pytest.mark.parametrize("institution", ["IOM", "Almaty Process"])
def test_a_list_of_the_year_9999_is_that_of_any_day(on: Any, institution: str) -> None:
    """Nobody is left out who was a member on some day, as under a doubted date."""
    with pytest.warns(CoverageWarning, match="the year 9999 stands for no date"):
        found = mg.members_on(on, institution, kind=None)
    any_day = mg.members_on("2015?", institution, kind=None)
    assert found.possible.codes
    for grade in ("certain", "listed", "possible"):
        assert getattr(any_day, grade) == getattr(found, grade), grade
    assert any_day.complete == found.complete


def test_the_year_9999_is_any_day() -> None:
    """The warning says so, and no rule for periods makes it a day of its own."""
    with pytest.warns(CoverageWarning, match="the year 9999 stands for no date in many files"):
        assert mg.is_member("KAZ", "9999-12-31") is mg.Answer.UNKNOWN
    for dates in ([9999], ["9999"], [date(9999, 12, 31)]):
        for partial in ("first", "last", "any", "all"):
            assert members_of(ENGINES[0], dates_table(dates), partial=partial) == ["unknown"]


@everywhere
def test_years_as_fractions_with_a_hole(engine: Engine) -> None:
    """Read where they are whole; a fraction is refused, a missing number is null."""
    assert members_of(engine, dates_table([2002.0, None, 2003.0])) == ["unknown", None, "yes"]
    with pytest.raises(InvalidDateError, match=r"2002\.5 \(float\) is not a date"):
        members_of(engine, dates_table([2002.5]))
    assert members_of(engine, dates_table([2003.0, float("nan")], pa.float32())) == ["yes", None]


@everywhere
def test_numbers_that_are_not_years_are_named_with_what_they_mean(engine: Engine) -> None:
    """Serial numbers of a spreadsheet, days without hyphens."""
    with pytest.raises(InvalidDateError) as refused:
        members_of(engine, dates_table([37592, 20021202, -9, 2014]))
    assert str(refused.value) == (
        "in the column 'date' 3 values are not dates: -9 is not a year from 1 to 9999;"
        " 20021202 is not a year from 1 to 9999; write 2002-12-02 for 2 December 2002;"
        " 37592 is not a year from 1 to 9999; as a serial number of Excel it is the day"
        " 2002-12-02; write 2002-12-02 if that is meant;"
        f' {_PLAIN}; or leave them empty with invalid_dates="null"'
    )


@everywhere
@pytest.mark.parametrize(
    "dates", [["n.d.", "2014", None, "03/04/2014"], [-9, 2014, None, 37592]], ids=str
)
def test_dates_can_be_left_empty(engine: Engine, dates: list[Any]) -> None:
    """With one warning that names them; the other rows have their answers."""
    with pytest.warns(
        UnmatchedWarning, match="2 values are not dates.*answers are null"
    ) as warned:
        found = members_of(engine, dates_table(dates), invalid_dates="null")
    assert found == [None, "yes", None, None]
    own = [each for each in warned if each.category is UnmatchedWarning]
    assert [each.filename for each in own] == [members_of.__code__.co_filename]  # its caller


def test_states_and_dates_can_be_left_empty_together() -> None:
    """Also about pairs of states; the word of the argument is checked."""
    given = pd.DataFrame(
        {"a": ["KAZ", "Nowhere", "KAZ"], "b": "TUR", "date": ["2015", "2015", "n.d."]}
    )
    with pytest.warns(UnmatchedWarning) as warned:
        made = frames.annotate_dyads(
            given, "a", "b", columns="iom_joint", unmatched="null", invalid_dates="null"
        )
    assert made["iom_joint"].isna().to_list() == [False, True, True]
    assert len(warned) == 2
    with pytest.raises(UnknownTermError, match="invalid_dates is 'drop'; it may be 'raise'"):
        frames.annotate(given, state="a", invalid_dates="drop")  # type: ignore[arg-type]  # on purpose


@pytest.mark.parametrize("frequency", ["Y", "Q", "M", "W", "D", "h"])
def test_periods_of_pandas(frequency: str) -> None:
    """As a column and as objects, and what they are in calls."""
    for day, expected in (("2002-12-01", "no"), ("2014-05-04", "yes")):
        period = pd.Period(day, frequency)
        answer = mg.is_member("KAZ", period).value  # type: ignore[arg-type]  # no type names pandas
        assert answer == (
            expected
            if period.end_time < pd.Timestamp("2002-12-02")
            or period.start_time > pd.Timestamp("2002-12-02")
            else "unknown"
        )
        for kind in (f"period[{frequency}]", object):
            given = pd.DataFrame(
                {"country": ["KAZ"] * 2, "date": pd.Series([period, None], dtype=kind)}
            )
            found = frames.annotate(given, columns="iom_member")["iom_member"].astype(object)
            assert found[0] == answer
            assert pd.isna(found[1])


def test_days_in_milliseconds() -> None:
    """Arrow's date64, in its own table and in those that take its types."""
    table = dates_table([date(2002, 12, 1), date(2002, 12, 2), None], pa.date64())
    for made in (
        frames.annotate(table).to_pandas(),
        frames.annotate(table.to_pandas(types_mapper=pd.ArrowDtype)),
        frames.annotate(pl.DataFrame(table)).to_pandas(),
        frames.annotate(duckdb.connect().from_arrow(table)).to_df().sort_values("line"),
    ):
        assert made["iom_member"].astype(object).to_list()[:2] == ["no", "yes"]
        assert pd.isna(made["iom_member"].iloc[2])


def test_days_beyond_the_calendar_are_no_day_or_before_all() -> None:
    """Arrow and DuckDB have days after the year 9999, and DuckDB has days that are infinite."""
    table = pa.table({"country": ["KAZ"], "date": pa.array([2**30], pa.date32())})
    assert frames.annotate(table)["iom_member"].to_pylist() == ["unknown"]
    for day, answer in (("12000-01-01", "unknown"), ("infinity", "unknown"), ("-infinity", "no")):
        for kind in ("date", "timestamp", "timestamptz"):
            relation: Any = duckdb.sql(f"select 'KAZ' as country, '{day}'::{kind} as date")
            made = frames.annotate(relation, columns="iom_member")
            assert made.select("iom_member").fetchall() == [(answer,)]


@pytest.mark.parametrize("which", ["country", "date"])
def test_columns_without_a_value(which: str) -> None:
    """Whatever type each library gives them: their answers are null."""
    lines: dict[str, Any] = {"country": ["KAZ"], "date": [2014], which: [None]}
    table = pa.table(lines)
    assert frames.annotate(table)["iom_member"].to_pylist() == [None]
    assert frames.annotate(pl.DataFrame(lines))["iom_member"].to_list() == [None]
    texts = ("null" if value is None else repr(value) for (value,) in lines.values())
    sql = "select {} as country, {} as date".format(*texts)
    relation: Any = duckdb.sql(sql)
    assert frames.annotate(relation, columns="iom").select("iom").fetchall() == [(None,)]
    for frame in (
        pd.DataFrame(lines),
        pd.DataFrame({**lines, which: [float("nan")]}),
        table.to_pandas(types_mapper=pd.ArrowDtype),
    ):
        assert frames.annotate(frame)["iom_member"].isna().all()


def test_tables_without_a_row() -> None:
    """With the types that each library gives to nothing."""
    nothing: dict[str, list[Any]] = {"country": [], "date": []}
    for table in (pd.DataFrame(nothing), pl.DataFrame(nothing), pa.table(nothing)):
        assert len(frames.annotate(table)["iom_member"]) == 0


def test_columns_of_other_types_are_named_as_their_library_does() -> None:
    """Nothing alien comes out of a column that holds no dates."""
    encoded = pa.RunEndEncodedArray.from_arrays([1], ["2014"])
    for table, held in (
        (pa.table({"country": ["KAZ"], "date": encoded}), "run_end_encoded"),
        (pa.table({"country": ["KAZ"], "date": [["2014"]]}), "List"),
        (pl.DataFrame({"country": ["KAZ"], "date": [["2014"]]}), "List"),
        (pd.DataFrame({"country": ["KAZ"], "date": [2014j]}), "complex128"),
    ):
        with pytest.raises(WrongTypeError, match=f"the column 'date' holds {held}.*numbers"):
            frames.annotate(table)


def test_times_with_a_zone_have_the_day_of_their_zone() -> None:
    """As text and as times."""
    late = datetime(2002, 12, 1, 20, tzinfo=UTC)
    given = pd.DataFrame({"country": "KAZ", "date": pd.to_datetime([late])})
    in_almaty = given.assign(date=given["date"].dt.tz_convert("Asia/Almaty"))
    for frame, answer in ((given, "no"), (in_almaty, "yes")):
        as_text = frame.assign(date=frame["date"].map(lambda time: time.isoformat()))
        for each in (frame, as_text):
            assert frames.annotate(each)["iom_member"].to_list() == [answer]


def test_many_texts_that_are_not_dates_are_refused_soon() -> None:
    """Five are named, each as it stands."""
    texts = [f"row {number} of the report" for number in range(4_000)]
    with pytest.raises(InvalidDateError, match=r"4000 values are not dates: 'row 0 .*3995 more"):
        frames.annotate(pd.DataFrame({"country": "KAZ", "date": texts}))


@everywhere
@pytest.mark.parametrize(
    "dates", [[9999, 2030], ["9999-12-31", "2030"], [date(9999, 5, 1), date(2030, 1, 1)]]
)
def test_the_warning_tells_rows_without_a_date_from_late_ones(
    engine: Engine, dates: list[Any]
) -> None:
    """Of the year 9999 the answer is about any day; it assumes nothing."""
    late = "2 rows have dates after .*nothing changed since, but 1 of them in the year 9999"
    alone = (
        r"1 row has a date after what is known of iom \(2025-12-10\); 1 of them in the year 9999"
    )
    for given, said in ((dates, late), (dates[:1], alone)):
        with pytest.warns(CoverageWarning, match=said):
            members_of(engine, dates_table(given))


def test_suggested_columns_exist() -> None:
    """A treaty has parties; no register of lists alone has days of entry."""
    facts = bundled_dataset()
    for wrong in (
        "refugee-convention_member",
        "untoc_member",
        "oic_status_sinc",
        "g77_status_since",
        "iom_membre",
    ):
        with pytest.raises(UnknownTermError, match="did you mean") as refused:
            frames.annotate(dates_table([2015]), columns=wrong, dataset=facts)
        for name in re.findall(r"did you mean (.*?)\?", str(refused.value))[0].split(", "):
            frames.annotate(dates_table([2015]), columns=name.removeprefix("or "), dataset=facts)
