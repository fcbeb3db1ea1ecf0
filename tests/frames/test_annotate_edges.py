"""Tables as people have them: odd columns, names taken, nothing in them, mistakes."""

from __future__ import annotations

import importlib
import subprocess
import sys
import warnings
from datetime import UTC, date, datetime
from itertools import product
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import ibis
import narwhals.stable.v2 as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import migrationgov as mg
from engines import ENGINES, Engine, by_line
from migrationgov import Answer, frames
from migrationgov.frames.backends.lazy_table import to_spark
from migrationgov.typing import PartialPeriod, SourceKindWord
from miniature import body, dataset, register
from oracle import expected as by_oracle
from strategies import transition

everywhere = pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
LINES = {
    "line": [0, 1, 2],
    "country": ["KAZ", "Australia", None],
    "date": [date(2002, 12, 2), date(1974, 1, 1), date(2000, 1, 1)],
}


def _answers(engine: Engine, table: pa.Table, **asked: Any) -> list[dict[str, Any]]:
    return by_line(engine.read(frames.annotate(engine.make(table), **asked)))


# -- what comes back -----------------------------------------------------------------------------


@everywhere
def test_the_table_comes_back_as_what_it_was(engine: Engine) -> None:
    """The same type, the old columns first; the given one has not changed."""
    given = engine.make(pa.table(LINES))
    made = frames.annotate(given, columns=["iom_member", "processes"])
    assert type(made) is type(given)
    columns = list(nw.from_native(made).collect_schema()) if engine.name != "dask" else list(made)
    assert columns == ["line", "country", "date", "iom_member", "processes"]
    before = nw.from_native(given).collect_schema() if engine.name != "dask" else list(given)
    assert list(before) == ["line", "country", "date"]


@everywhere
def test_an_empty_table_stays_empty_and_gets_its_columns(engine: Engine) -> None:
    """Also where the types must come from nothing."""
    empty = pa.table(LINES).slice(0, 0)
    if engine.name == "dask":
        with_none = engine.make(pa.table(LINES)).query("line > 5")
        assert list(frames.annotate(with_none).compute()["iom_status"]) == []
    else:
        assert _answers(engine, empty) == []


def test_labels_are_categories_and_numbers_may_be_missing() -> None:
    """On the engines that know of such types."""
    asked = ["iom_status", "iom_member", "processes"]
    labels = ["member", "observer", "associate", "applicant", "none", "unknown"]
    table = pa.table(LINES)
    of_pandas = frames.annotate(table.to_pandas(), columns=asked)
    assert list(of_pandas["iom_status"].cat.categories) == labels
    assert str(of_pandas["processes"].dtype) == "Int16"
    of_polars = frames.annotate(pl.DataFrame(LINES), columns=asked)
    assert of_polars.schema["iom_status"] == pl.Enum(labels)
    assert of_polars.schema["processes"] == pl.Int16
    of_arrow = frames.annotate(table, columns=asked)
    assert pa.types.is_dictionary(of_arrow.schema.field("iom_status").type)
    assert of_arrow.schema.field("processes").type == pa.int16()


def test_the_index_of_pandas_is_kept() -> None:
    """Whatever it holds, twice the same too."""
    given = pd.DataFrame(LINES, index=pd.Index(["x", "y", "x"], name="who"))
    made = frames.annotate(given)
    assert made.index.equals(given.index)
    assert made.index.name == "who"


def test_a_frame_of_narwhals_comes_back_as_one() -> None:
    """Lazy or not."""
    eager = frames.annotate(nw.from_native(pl.DataFrame(LINES)))
    lazy = frames.annotate(nw.from_native(pl.DataFrame(LINES).lazy()))
    assert isinstance(eager, nw.DataFrame)
    assert isinstance(lazy, nw.LazyFrame)
    assert eager["iom_member"].to_list() == ["yes", "no", None]


# -- columns as people have them -----------------------------------------------------------------


def test_text_in_any_form() -> None:
    """Categories, dictionaries in chunks, views, Python objects."""
    country = ["KAZ", "Australia", "KAZ", None]
    when = ["2002-12-02", "1974-01-01", "2002-12-01", "2000-01-01"]
    expected = ["yes", "no", "no", None]
    plain = pd.DataFrame({"country": country, "date": when})
    for kind in ("category", "object", "string"):
        its = plain.astype({"country": kind, "date": kind})
        found = frames.annotate(its)["iom_member"].astype(object)
        assert list(found.where(found.notna(), None)) == expected
    for dtype in (pl.Categorical, pl.Enum(["KAZ", "Australia"]), pl.String):
        of_polars = pl.DataFrame({"country": country, "date": when}).cast({"country": dtype})
        assert frames.annotate(of_polars)["iom_member"].to_list() == expected
    pieces = [pa.array(country[:2]).dictionary_encode(), pa.array(country[2:]).dictionary_encode()]
    encoded = pa.chunked_array(pieces)
    views = pa.array(country, pa.string_view())
    for column in (encoded, views, pa.array(country, pa.large_string())):
        made = frames.annotate(pa.table({"country": column, "date": when}))
        assert made["iom_member"].to_pylist() == expected


def test_days_in_any_form() -> None:
    """Times of any unit, objects of Python, Arrow's; with a zone the civil day counts."""
    late = datetime(2002, 12, 1, 20, 30, tzinfo=UTC).astimezone(ZoneInfo("Asia/Almaty"))
    assert late.date() == date(2002, 12, 2)
    given = pd.DataFrame(
        {"country": ["KAZ", "KAZ"], "date": pd.to_datetime(pd.Series([late, None]))}
    )
    made = frames.annotate(given)["iom_member"].astype(object)
    assert made.iloc[0] == "yes"
    assert pd.isna(made.iloc[1])
    on_arrow = given.convert_dtypes(dtype_backend="pyarrow")
    assert frames.annotate(on_arrow)["iom_member"].iloc[0] == "yes"
    for unit in ("s", "ms", "us", "ns"):
        its = given.assign(
            date=pd.to_datetime(pd.Series(["2002-12-01T23:59", None])).astype(
                np.dtype(f"M8[{unit}]")
            )
        )
        assert frames.annotate(its)["iom_member"].astype(object)[0] == "no"
    objects = pd.DataFrame({"country": ["KAZ", "KAZ"], "date": [date(2002, 12, 2), None]})
    assert frames.annotate(objects)["iom_member"].to_list()[0] == "yes"
    table = pa.table(
        {"country": ["KAZ"], "date": pa.array([late], pa.timestamp("us", "Asia/Almaty"))}
    )
    assert frames.annotate(table)["iom_member"].to_pylist() == ["yes"]
    assert frames.annotate(pl.DataFrame(table))["iom_member"].to_list() == ["yes"]


def test_years_with_holes_that_pandas_made_floats() -> None:
    """2002.0 is a year; 2002.5 is none."""
    given = pd.DataFrame({"country": ["KAZ", "KAZ", "KAZ"], "date": [2002, None, 2003]})
    assert str(given["date"].dtype) == "float64"
    made = frames.annotate(given)["iom_member"].astype(object).to_list()
    assert (made[0], made[2]) == ("unknown", "yes")
    assert pd.isna(made[1])
    with pytest.raises(
        mg.errors.InvalidDateError, match=r"in the column 'date' 1 value is not a date: 2002\.5"
    ):
        frames.annotate(given.assign(date=2002.5))


@everywhere
def test_the_rule_for_periods_can_be_another(engine: Engine) -> None:
    """Kazakhstan joined on 2 December 2002, an observer until then."""
    year = pa.table({"line": [0], "country": ["KAZ"], "date": [2002]})
    expected = {
        None: ("unknown", "unknown"), "first": ("no", "observer"), "last": ("yes", "member"),
        "any": ("yes", "member"), "all": ("no", "observer"),
    }  # fmt: skip
    for partial, (member, status) in expected.items():
        row = _answers(engine, year, partial=partial)[0]
        assert (row["iom_member"], row["iom_status"]) == (member, status), partial


def test_after_the_latest_evidence_nothing_is_certain_unless_assumed() -> None:
    """The register ends in 2025."""
    later = pd.DataFrame({"country": ["KAZ", "AUT"], "date": ["2031-01-01", "2031"]})
    certain = ["iom_status", "iom_member", "iom_status_since", "almaty-process_member"]
    plain = frames.annotate(later, columns=certain)
    assert list(plain["iom_status"]) == ["unknown", "unknown"]
    assert list(plain["iom_member"]) == ["unknown", "unknown"]
    assert plain["iom_status_since"].isna().all()
    assert list(plain["almaty-process_member"]) == ["unknown", "unknown"]
    with pytest.warns(mg.errors.CoverageWarning, match=r"2 rows .* known of iom \(2025-12-10\)"):
        assumed = frames.annotate(later, columns=["iom_status", "iom_member"], outside="assume")
    assert list(assumed["iom_member"]) == ["yes", "yes"]


@everywhere
def test_after_the_latest_evidence_readings_go_on_with_one_warning(engine: Engine) -> None:
    """It counts the rows, and names what they are later than."""
    days = [date(2025, 4, 24), date(2025, 4, 25), date(2031, 1, 1), None]
    table = pa.table({"line": range(4), "country": ["KAZ"] * 4, "date": pa.array(days)})
    columns = ["almaty-process", "almaty-process_grade", "almaty-process_evidence"]
    with pytest.warns(mg.errors.CoverageWarning) as warned:
        rows = _answers(engine, table, columns=columns)
    assert len(warned) == 1
    assert str(warned[0].message) == (
        "2 rows have dates after what is known of almaty-process (2025-04-24);"
        " the answers assume that nothing changed since"
    )
    assert warned[0].filename == __file__
    assert [row["almaty-process"] for row in rows] == ["member"] * 3 + [None]
    assert [row["almaty-process_grade"] for row in rows] == ["listed"] * 3 + [None]
    assert len({row["almaty-process_evidence"] for row in rows[:3]}) == 1


def test_years_after_the_latest_evidence_are_counted_by_the_days_that_decide() -> None:
    """The register of IOM ends on 10 December 2025, within a year."""
    cases: list[tuple[list[Any], PartialPeriod | None, int]] = [
        ([2024, 2025, 2026], None, 2), ([2024, 2025, 2026], "first", 1),
        (["2025", "2025-12-10", "2026?"], "any", 2), (["2025", "2026"], "first", 1),
    ]  # fmt: skip
    for dates, partial, later in cases:
        given = pd.DataFrame({"country": ["KAZ"] * len(dates), "date": dates})
        with pytest.warns(mg.errors.CoverageWarning, match=f"^{later} row"):
            frames.annotate(given, columns="iom", partial=partial)


def test_a_warning_names_the_first_last_days() -> None:
    """Five of them."""
    given = pd.DataFrame({"country": ["KAZ"], "date": ["2040"]})
    processes = mg.dataset().process_ids[:7]
    with pytest.warns(
        mg.errors.CoverageWarning, match=r"1 row has a date .*\), \.\.\.;"
    ) as warned:
        frames.annotate(given, columns=processes)
    assert str(warned[0].message).count("(20") == 5


@everywhere
@pytest.mark.parametrize("outside", ["unknown", "assume"])
def test_before_an_institution_began_the_answer_is_no(engine: Engine, outside: str) -> None:
    """IOM was founded on 5 December 1951; the Almaty Process, conceived in 2010, in 2011."""
    table = pa.table(
        {"line": range(4), "country": ["FRA", "KAZ"] * 2, "date": [1950, 1948, 1900, 2010]}
    )
    columns = [
        "iom_status",
        "iom_member",
        "iom_status_since",
        "almaty-process",
        "almaty-process_chair",
    ]
    rows = _answers(engine, table, columns=columns, outside=outside)
    for row in rows[:3]:
        assert (row["iom_status"], row["iom_member"], row["iom_status_since"]) == (
            "none",
            "no",
            None,
        )
    for row in rows:
        assert (row["almaty-process"], row["almaty-process_chair"]) == ("none", "no")


def test_the_day_of_the_founding_is_the_first_that_is_not_no() -> None:
    """The day before, the day, and the year that has both."""
    table = pd.DataFrame({"country": "BEL", "date": ["1951-12-04", "1951-12-05", "1951"]})
    assert list(frames.annotate(table)["iom_member"]) == ["no", "unknown", "unknown"]


def test_columns_can_have_other_names() -> None:
    """And an organization, a process, a role can be written as people write it."""
    asked = {"a": "iom", "b": "Almaty Process", "c": "OIM_member", "d": "Almaty Process_chair"}
    made = frames.annotate(
        pd.DataFrame({"country": ["KAZ"], "date": ["2015-10-22"]}), columns=asked
    )
    assert made.iloc[0].to_dict() == {
        "country": "KAZ", "date": "2015-10-22",
        "a": "member", "b": "member", "c": "yes", "d": "yes",
    }  # fmt: skip


@pytest.mark.filterwarnings("ignore::migrationgov.errors.UnmatchedWarning")  # former states
def test_what_some_sources_alone_tell() -> None:
    """A register that is not complete says no only of those whose steps it knows."""
    facts = mg.as_known_on(mg.dataset(), "1996-12-31")
    asked = [
        (state.id, day) for state in facts.states[::3] for day in ("1974-06-01", "1992-05-05")
    ]
    columns = ["iom_member", "iom_status"]
    made = frames.annotate(
        pd.DataFrame(asked, columns=["country", "date"]), columns=columns, dataset=facts
    )
    words = {"yes": mg.Answer.YES, "no": mg.Answer.NO, "unknown": mg.Answer.UNKNOWN}
    for (state, day), member, status in zip(
        asked, made["iom_member"], made["iom_status"], strict=True
    ):
        assert mg.is_member(state, day, dataset=facts) is words[member], (state, day)
        certain = mg.status_on(state, day, dataset=facts).status
        assert (certain.value if certain else "unknown") == status, (state, day)
    assert set(made["iom_member"]) == set(words)


@pytest.mark.filterwarnings("ignore::migrationgov.errors.UnmatchedWarning")  # former states
@pytest.mark.parametrize("kind", ["press", "official-page"])
def test_a_filtered_dataset_is_never_more_certain(kind: SourceKindWord) -> None:
    """What is certain in its tables is certain in those of the whole dataset, too."""
    facts = mg.restricted_to(mg.dataset(), kinds=[kind])
    columns = [f"{process}_member" for process in facts.process_ids]
    columns += [f"{register}_status" for register in facts.register_ids]
    asked = product([state.id for state in facts.states], ["1974-06-01", "2003", "2016-01-01"])
    given = pd.DataFrame(asked, columns=["country", "date"])
    less, whole = (
        frames.annotate(given, columns=columns, dataset=each).astype(str)
        for each in (facts, mg.dataset())
    )
    assert ((less == "unknown") | (less == whole)).all(axis=None)


# -- mistakes ------------------------------------------------------------------------------------


@everywhere
def test_names_that_are_not_recognised(engine: Engine) -> None:
    """An error that lists each once with suggestions; or null, with one warning."""
    odd = pa.table(
        {
            "line": [0, 1, 2, 3],
            "country": ["Kazakhstann", "Congo", "Kazakhstann", "KAZ"],
            "date": [2003, 2003, 2003, 2003],
        }
    )
    with pytest.raises(mg.errors.UnknownStateError) as caught:
        frames.annotate(engine.make(odd))
    message = str(caught.value)
    assert "in the column 'country' 2 values are not states:" in message
    assert message.count("'Kazakhstann'") == 1
    assert "did you mean KAZ (Kazakhstan)" in message
    assert "COD" in message
    assert 'unmatched="null"' in message
    with pytest.warns(mg.errors.UnmatchedWarning, match="2 values are not states") as warned:
        found = _answers(engine, odd, unmatched="null")
    assert [row["iom_member"] for row in found] == [None, None, None, "yes"]
    assert len([each for each in warned if each.category is mg.errors.UnmatchedWarning]) == 1
    assert warned[0].filename == __file__


def test_many_unknown_names_are_counted_not_all_listed() -> None:
    """Twenty of them."""
    its = pd.DataFrame({"country": [f"Nowhere {n}" for n in range(50)], "date": 2000})
    with pytest.raises(mg.errors.UnknownStateError, match="50 values are not states") as caught:
        frames.annotate(its)
    assert "and 30 more" in str(caught.value)


@everywhere
def test_columns_that_are_missing_or_taken(engine: Engine) -> None:
    """All in one message."""
    given = engine.make(pa.table({**LINES, "iom_member": ["", "", ""]}))
    with pytest.raises(mg.errors.UnknownTermError) as caught:
        frames.annotate(given, state="iso", on="when")
    message = str(caught.value)
    assert (
        "no column 'iso' and no 'when'; it has 'line', 'country', 'date', 'iom_member'" in message
    )
    assert "already has a column 'iom_member'" in message
    assert "columns={'another_name': 'iom_status'}" in message


@everywhere
def test_text_that_is_no_date(engine: Engine) -> None:
    """Each is named, with why."""
    odd = pa.table(
        {"line": [0, 1], "country": ["KAZ", "KAZ"], "date": ["02/12/2002", "last summer"]}
    )
    with pytest.raises(mg.errors.InvalidDateError) as caught:
        frames.annotate(engine.make(odd))
    message = str(caught.value)
    assert "in the column 'date' 2 values are not dates" in message
    assert "'02/12/2002' is not a date" in message
    assert "'last summer' is not a date" in message


@everywhere
def test_numbers_that_are_no_years(engine: Engine) -> None:
    """A day written together is not the year twenty million."""
    odd = pa.table({"line": [0], "country": ["KAZ"], "date": [20021202]})
    with pytest.raises(mg.errors.InvalidDateError, match="20021202 is not a year"):
        frames.annotate(engine.make(odd))


def test_more_bad_dates_than_one_reads() -> None:
    """Five are named."""
    its = pd.DataFrame({"country": ["KAZ"] * 9, "date": [f"in {n}" for n in range(9)]})
    with pytest.raises(mg.errors.InvalidDateError, match=r"9 values are not dates.*; and 4 more"):
        frames.annotate(its)


@everywhere
def test_columns_that_hold_no_dates(engine: Engine) -> None:
    """Yes and no; fractions that are whole numbers are years."""
    odd = pa.table({"line": [0], "country": ["KAZ"], "date": [True]})
    with pytest.raises(mg.errors.WrongTypeError, match="the column 'date' holds Boolean"):
        frames.annotate(engine.make(odd))


def test_columns_of_mixed_things() -> None:
    """What has a meaning is read, what has none is named."""
    mixed = pd.DataFrame({"country": ["KAZ", "KAZ"], "date": [2003, "2002-12-02"]})
    assert list(frames.annotate(mixed)["iom_member"]) == ["yes", "yes"]
    with pytest.raises(mg.errors.InvalidDateError, match=r"\(bool\) is not a date"):
        frames.annotate(mixed.assign(date=pd.Series([True, "2002"], dtype=object)))
    with pytest.raises(
        mg.errors.WrongTypeError,
        match=r"in the column 'country' 1 value is not a state:\n  398 \(int\) is not text\n",
    ):
        frames.annotate(mixed.assign(country=pd.Series([398, "KAZ"], dtype=object)))


def test_what_is_no_table() -> None:
    """The message says which are."""
    for given in ([1], None, "KAZ", object()):
        with pytest.raises(
            mg.errors.WrongTypeError, match="pandas, polars, pyarrow, dask, duckdb"
        ):
            frames.annotate(given)


def test_an_engine_that_only_narwhals_supports(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named."""
    given = nw.from_native(pl.DataFrame(LINES))
    monkeypatch.setattr(
        nw.DataFrame, "implementation", property(lambda _: SimpleNamespace(value="modin"))
    )
    with pytest.raises(mg.errors.WrongTypeError, match="tables of modin are not supported"):
        frames.annotate(given)


def test_an_engine_that_lacks_an_operation(monkeypatch: pytest.MonkeyPatch) -> None:
    """Engine and operation are named."""

    def lacking(*_: Any, **__: Any) -> None:
        raise NotImplementedError("`join` is not there")

    monkeypatch.setattr(nw.LazyFrame, "join", lacking)
    given = duckdb.connect().from_arrow(pa.table(LINES))
    with pytest.raises(
        mg.errors.WrongTypeError, match="duckdb lacks what this needs: `join` is not"
    ):
        frames.annotate(given)


def test_words_that_mean_nothing() -> None:
    """Each with what it may be."""
    table = pd.DataFrame(LINES)
    for asked, message in (
        ({"columns": "iom_membr"}, "no column is called 'iom_membr' .*did you mean iom_member"),
        ({"columns": ["x_y", "zz"]}, "'x_y'.*'zz'.*there are iom, almaty"),
        ({"columns": "almaty-process_boss"}, "almaty-process_boss"),
        ({"columns": ["iom", "iom"]}, "two new columns have one name: iom"),
        ({"unmatched": "drop"}, "unmatched is 'drop'"),
        ({"outside": "guess"}, "outside is 'guess'"),
        ({"partial": "some"}, "partial is 'some'"),
    ):
        with pytest.raises(mg.errors.UnknownTermError, match=message):
            frames.annotate(table, **asked)
    with pytest.raises(mg.errors.WrongTypeError, match="columns are named by text, not by 5"):
        frames.annotate(table, columns=[5])  # type: ignore[list-item]  # on purpose


def test_without_narwhals_one_line_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything else."""
    monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(mg.errors.MissingExtraError) as caught:
        frames.annotate(pd.DataFrame(LINES))
    assert str(caught.value) == 'this needs narwhals: pip install "migrationgov[frames]"'


# -- the small tables of engines that speak SQL --------------------------------------------------


def test_small_tables_of_spark() -> None:
    """Tables of Arrow with plain types, to be broadcast."""
    given: list[pa.Table] = []

    class Frame:
        def hint(self, how: str) -> str:
            return how

    def create(table: pa.Table) -> Frame:
        given.append(table)
        return Frame()

    native = SimpleNamespace(sparkSession=SimpleNamespace(createDataFrame=create))
    small = pa.table(
        {"key": pa.array([1, 2], pa.int32()), "x": pa.array(["b", None]).dictionary_encode()}
    )
    assert to_spark(native, small) == "broadcast"
    assert given[0].to_pylist() == [{"key": 1, "x": "b"}, {"key": 2, "x": None}]
    assert given[0].schema.field("x").type == pa.string()


def test_names_with_quotes_reach_sql_unharmed() -> None:
    """As data, never as a statement."""
    nasty = "x'; drop table t; --"
    table = pa.table({"line": [0, 1], "country": [nasty, "KAZ"], "date": [2003, 2003]})
    for engine in ENGINES:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", mg.errors.UnmatchedWarning)
            found = _answers(engine, table, unmatched="null")
        assert [row["iom_member"] for row in found] == [None, "yes"]
    quoted = pa.table({"line": [0], "country": ["Côte d'Ivoire"], 'the "date"': ["2003"]})
    for engine in ENGINES:
        row = _answers(engine, quoted, on='the "date"')[0]
        assert row["iom_member"] == "yes", engine.name


def test_no_engine_is_loaded_but_the_one_that_is_used() -> None:
    """A table of Polars brings no pandas; none brings DuckDB."""
    code = (
        "import sys, polars as pl; from migrationgov import frames;"
        "frames.annotate(pl.DataFrame({'country': ['KAZ'], 'date': ['2003']}));"
        "print([m for m in ('pandas', 'pyarrow', 'duckdb', 'dask', 'pyspark', 'ibis')"
        " if m in sys.modules])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# -- what a review found -------------------------------------------------------------------------


@everywhere
def test_numbers_are_no_states(engine: Engine) -> None:
    """703 is Kyrgyzstan in one list and Slovakia in another, so it is neither here."""
    table = pa.table({"line": [0], "country": [703], "date": [2003]})
    with pytest.raises(
        mg.errors.WrongTypeError,
        match=r"the column 'country' holds Int64: .* system='m49', 'cow' or 'gw'",
    ):
        frames.annotate(engine.make(table))
    pairs = pa.table({"state1": ["KAZ"], "state2": [703], "date": [2003]})
    with pytest.raises(mg.errors.WrongTypeError, match="the column 'state2' holds Int64"):
        frames.annotate_dyads(engine.make(pairs))


def test_one_instant_is_two_days_in_two_zones() -> None:
    """Objects of Python, each with a zone of its own."""
    one = datetime(2002, 12, 1, 23, tzinfo=ZoneInfo("America/New_York"))
    other = one.astimezone(UTC)
    assert one == other
    given = pd.DataFrame({"country": ["KAZ"] * 3})
    for times, expected in (
        ([one, other, None], ["no", "yes"]),
        ([other, one, None], ["yes", "no"]),
    ):
        found = frames.annotate(given.assign(date=pd.Series(times, dtype=object)))["iom_member"]
        assert found.to_list()[:2] == expected


@pytest.mark.parametrize("zone", ["America/New_York", "Etc/GMT+5", "Asia/Almaty", "UTC"])
def test_zones_of_any_name(zone: str) -> None:
    """Also those that narwhals has no word for."""
    times = pd.to_datetime(["2002-12-02T03:00"]).tz_localize("UTC").tz_convert(zone)
    expected = "yes" if times[0].date() == date(2002, 12, 2) else "no"
    given = pd.DataFrame({"country": ["KAZ"], "date": times})
    assert frames.annotate(given)["iom_member"].to_list() == [expected]


def test_ibis_takes_days_in_utc_and_refuses_other_zones() -> None:
    """An error is better than the day of another place."""
    late = datetime(2002, 12, 2, 3, tzinfo=UTC)
    for zone, refused in (("UTC", False), ("America/New_York", True)):
        table = pa.table({"country": ["KAZ"], "date": pa.array([late], pa.timestamp("us", zone))})
        if refused:
            with pytest.raises(mg.errors.WrongTypeError, match="Ibis takes their days in UTC"):
                frames.annotate(ibis.memtable(table))
        else:
            made = frames.annotate(ibis.memtable(table)).to_pyarrow()
            assert made["iom_member"].to_pylist() == ["yes"]


@everywhere
def test_a_date_in_doubt_is_one_day_under_any_rule(engine: Engine) -> None:
    """The last of the days it may be is not the last day of a period."""
    doubted = ["2010?", "[2001-01-01,2003-01-01]", "2001~", "[..2003-01-01]", "200X", "2002"]
    table = pa.table({"line": range(6), "country": ["KAZ"] * 6, "date": doubted})
    for partial in ("first", "last", "any", "all"):
        rows = _answers(engine, table, partial=partial, outside="assume")
        assert {row["iom_member"] for row in rows[:5]} == {"unknown"}, partial
        assert rows[5]["iom_member"] == {"first": "no", "all": "no"}.get(partial, "yes")


@pytest.mark.parametrize("asked", ["2005/2012", "201X", "2013", "2000/2020"])
def test_processes_of_a_period_are_those_of_all_its_days(asked: str) -> None:
    """Not the number of any one day: who is in one first and in another later is in two."""
    states = ["ARM", "KAZ", "TUR", "USA", "MEX", "IDN", "DEU", "CHL"]
    given = pd.DataFrame({"country": states, "date": asked})
    columns = ["processes", "processes_min", "processes_max", "processes_undocumented"]
    made = frames.annotate(given, columns=columns)
    for row in made.astype(object).where(made.notna(), None).to_dict("records"):
        for what in columns:
            assert row[what] == by_oracle(what, row["country"], asked), (what, row)


def test_numbers_are_null_where_no_list_speaks_of_any_process() -> None:
    """Not 0: in the year 2000 no list named the members of any of fifteen processes."""
    given = pd.DataFrame({"country": ["DEU"] * 3, "date": ["1980", "2000", "2001"]})
    columns = ["processes", "processes_min", "processes_max", "processes_undocumented"]
    made = frames.annotate(given, columns=columns)
    assert made["processes"].isna().to_list() == [False, True, False]
    assert made["processes_max"].isna().to_list() == [False, True, False]
    existing = [by_oracle("processes_undocumented", "DEU", day) for day in given["date"]]
    assert made["processes_undocumented"].to_list() == existing
    assert existing[0] == 0
    rules: list[tuple[PartialPeriod, bool]] = [("any", False), ("all", True)]
    for partial, is_null in rules:
        both = frames.annotate(given.assign(date="2000/2001"), columns=columns, partial=partial)
        assert both["processes"].isna().all() == is_null


def test_grades_and_evidence_of_periods() -> None:
    """With "any" the best grade of the days of the role, with "all" the worst."""
    days = pd.date_range("2013-01-01", "2015-12-31").strftime("%Y-%m-%d")
    columns = ["almaty-process", "almaty-process_grade", "almaty-process_evidence"]
    daily = frames.annotate(pd.DataFrame({"country": "KAZ", "date": days}), columns=columns)
    wide = pd.DataFrame({"country": ["KAZ"], "date": ["2013/2015"]})
    by_rule = {
        partial: frames.annotate(wide, columns=columns, partial=partial).iloc[0]
        for partial in ("any", "all", "first", "last")
    }
    grades = set(daily.loc[daily["almaty-process"] == "member", "almaty-process_grade"])
    assert grades == {"certain", "listed"}
    assert by_rule["any"]["almaty-process_grade"] == "certain"
    assert by_rule["last"]["almaty-process_grade"] == daily["almaty-process_grade"].iloc[-1]
    last = daily["almaty-process_evidence"].iloc[-1]
    assert by_rule["any"]["almaty-process_evidence"] == last
    assert by_rule["first"]["almaty-process"] == daily["almaty-process"].iloc[0]


def test_names_of_columns_may_have_underscores_or_hyphens() -> None:
    """Also of roles of two words; an organization has no role of a process."""
    given = pd.DataFrame({"country": ["KAZ"], "date": ["2015-10-22"]})
    columns = ["almaty_process", "almaty_process_co_chair", "almaty-process_co-chair", "iom_grade"]
    row = frames.annotate(given, columns=columns).iloc[0]
    assert row["almaty_process"] == "member"
    assert row["almaty_process_co_chair"] == row["almaty-process_co-chair"]
    assert row["iom_grade"] == "certain"
    for missing in ("iom_chair", "almaty-process_status_since", "almaty-process_member_since"):
        with pytest.raises(mg.errors.UnknownTermError, match=missing):
            frames.annotate(given, columns=missing)


def test_a_table_of_the_users_own_may_be_called_as_it_likes() -> None:
    """The names of temporary columns and tables cannot be names of the user's."""
    connection = duckdb.connect()
    connection.execute("create table ours(x int); create table theirs(x int)")
    made = frames.annotate(connection.sql("select 'KAZ' as country, date '2003-01-01' as date"))
    assert made.fetchall()[0][3] == "yes"


def test_names_that_differ_in_case_alone_are_one_on_engines_of_sql() -> None:
    """Two columns with one name could not be distinguished."""
    relation = duckdb.connect().sql("select 'KAZ' as country, 2003 as date, 5 as IOM_STATUS")
    with pytest.raises(mg.errors.UnknownTermError, match="already has a column 'iom_status'"):
        frames.annotate(relation)
    of_pandas = pd.DataFrame({"country": ["KAZ"], "date": [2003], "IOM_STATUS": [5]})
    assert "iom_status" in frames.annotate(of_pandas)


def test_frames_of_every_narwhals() -> None:
    """The plain one, and each of the stable ones, come back as themselves."""
    for name in ("narwhals", "narwhals.stable.v1", "narwhals.stable.v2"):
        module = importlib.import_module(name)
        made = frames.annotate(module.from_native(pl.DataFrame(LINES)))
        assert type(made).__module__ == type(module.from_native(pl.DataFrame(LINES))).__module__
        assert made["iom_member"].to_list() == ["yes", "no", None]


@pytest.mark.parametrize("partial", ["any", "all", "first", "last"])
def test_since_belongs_to_the_status_of_the_period(partial: PartialPeriod) -> None:
    """Where a panel says that a state was a member in a year, the date is that of the member."""
    columns = ["iom_status", "iom_status_since", "iom_member", "iom_member_since"]
    table = frames.panel(
        ["KAZ", "AUS", "VEN"], start=1970, end=2004, columns=columns, partial=partial
    )
    for row in table.to_dict("records"):
        member = row["iom_member"] == "yes"
        assert member == isinstance(row["iom_member_since"], str), row
        assert (row["iom_status"] in {"member", "observer"}) == isinstance(
            row["iom_status_since"], str
        ), row
        if member:
            assert row["iom_member_since"] == row["iom_status_since"], row
    (entry,) = table[(table["state"] == "KAZ") & (table["year"] == 2002)].to_dict("records")
    joined = "2002-12-02" if partial in ("any", "last") else "[1991-12-16..1999]"
    assert entry["iom_status_since"] == joined


def test_the_last_of_two_spells_in_a_year_gives_the_date() -> None:
    """With the rule "any"; a date that means the whole year has none."""
    steps = (
        transition("AAA", "joined", "1990-01-01"),
        transition("AAA", "withdrew", "2000-03-31"),
        transition("AAA", "joined", "2000-09-01"),
    )
    facts = dataset(registers=(register(*steps),))
    table = frames.panel(["AAA"], start=2000, end=2000, columns="iom_member_since", dataset=facts)
    assert ["2000-09-01"] == table["iom_member_since"].to_list()


def test_since_says_of_which_status() -> None:
    """An observer has a start as an observer, and none as a member."""
    table = pd.DataFrame({"country": ["KAZ", "KAZ", "KAZ"], "date": ["2002-12-01", 2010, 2002]})
    columns = ["iom_status_since", "iom_member_since", "iom_observer_since"]
    made = frames.annotate(table, columns=columns).astype(object)
    rows = made[columns].where(made[columns].notna(), None).to_numpy().tolist()
    observer = "[1991-12-16..1999]"
    assert rows == [[observer, None, observer], ["2002-12-02", "2002-12-02", None], [None] * 3]
    with pytest.raises(mg.errors.UnknownTermError, match=r"did you mean .*iom_status_since"):
        frames.annotate(table, columns="iom_since")


def test_dates_come_as_text_that_can_be_compared() -> None:
    """They are no closed list of labels."""
    given = pl.DataFrame(LINES)
    made = frames.annotate(given, columns="iom_status_since").filter(
        pl.col("iom_status_since") > "2000-01-01"
    )
    assert made["line"].to_list() == [0]
    of_pandas = frames.annotate(given.to_pandas(), columns="iom_status_since")
    assert (of_pandas["iom_status_since"] > "2000-01-01").to_list() == [True, False, False]
    assert pa.types.is_string(
        frames.annotate(given.to_arrow()).schema.field("iom_status_since").type
    )


def test_an_organization_founded_after_its_first_transition_answers_like_its_index() -> None:
    """The register begins in 1951; a founding that was recorded too late excludes no member."""
    facts = dataset(organizations=(body("iom", founded="1995"),))
    table = pd.DataFrame({"country": ["AAA"], "date": ["1992-01-01"]})
    made = frames.annotate(table, columns="iom_member", dataset=facts)
    assert ["yes"] == made["iom_member"].to_list()
    assert Answer.YES is mg.is_member("AAA", "1992-01-01", dataset=facts)


def test_an_ambiguous_name_is_explained_by_its_neighbours() -> None:
    """Beside "DR Congo" the other Congo is probably meant; alone, or beside both, nobody knows."""
    for others, rest in (
        (["DR Congo"], " ('DR Congo' is COD in the same column, so it is probably COG)"),
        (["Congo, Rep."], " ('Congo, Rep.' is COG in the same column, so it is probably COD)"),
        (["Kazakhstan"], ""),
        (["DR Congo", "Congo, Rep."], ""),
    ):
        rows = pd.DataFrame({"country": ["Congo", *others], "date": [2010] * (1 + len(others))})
        with pytest.raises(mg.errors.UnknownStateError) as refused:
            frames.annotate(rows)
        assert f"COG (Congo); say which{rest}\n" in str(refused.value)
