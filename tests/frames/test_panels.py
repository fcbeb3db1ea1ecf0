"""Panels: who is in them, with which codes, and what they say; dyads; records as tables."""

from __future__ import annotations

import warnings
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from attrs import evolve

import migrationgov as mg
from engines import ENGINES, Engine, by_line
from migrationgov import exports, frames
from migrationgov.typing import Backend, PartialPeriod, PeriodEdge, StateSystem
from migrationgov.vocabularies import OrganizationId
from miniature import body, dataset
from oracle import expected
from strategies import transition

COUNTS = ["processes", "processes_min", "processes_max", "processes_undocumented"]
WORDS = {"yes": mg.Answer.YES, "no": mg.Answer.NO, "unknown": mg.Answer.UNKNOWN}


# -- panels of states ----------------------------------------------------------------------------


def test_a_panel_is_grouped_by_region() -> None:
    """The regions of the United Nations; Antarctica is in none."""
    made = frames.panel(["ATA", "KAZ", "DEU"], start=2002, end=2002, partial="last")
    assert made["region"].fillna("none").to_list() == ["none", "Europe", "Asia"]
    assert made["subregion"].fillna("none").to_list() == ["none", "Western Europe", "Central Asia"]


@pytest.mark.parametrize("partial", ["first", "last"])
def test_a_panel_says_what_the_queries_say(partial: PeriodEdge) -> None:
    """On the first or the last day of every year."""
    made = frames.panel(start=1950, end=2024, partial=partial, system="gw")
    for row in made.iloc[::97].to_dict("records"):
        day = date(row["year"], 1, 1) if partial == "first" else date(row["year"], 12, 31)
        assert row["iom_member"] == expected("iom_member", row["state"], day), row
        assert row["iom_status"] == expected("iom_status", row["state"], day), row


def test_all_days_and_any_day_bracket_the_others() -> None:
    """A member on all days is a member on the first day; a member on the first day, on any day."""
    kinds = {
        partial: frames.panel(start=1960, end=2020, partial=partial, states=mg.dataset().states,
                              system="register").set_index(["state", "year"])["iom_member"]
        for partial in ("all", "first", "last", "any")
    }  # fmt: skip
    strength = {"no": 0, "unknown": 1, "yes": 2}
    ranked = {kind: its.astype(object).map(strength) for kind, its in kinds.items()}
    for middle in ("first", "last"):
        low, high = (
            ranked[side].reindex(ranked[middle].index).dropna() for side in ("all", "any")
        )
        assert (ranked[middle].loc[low.index] >= low).all()
        assert (ranked[middle].loc[high.index] <= high).all()


@pytest.mark.parametrize("partial", ["any", "first", "last", "all"])
def test_numbers_of_processes_are_nested(partial: PartialPeriod) -> None:
    """Certain, listed, possible; the undocumented ones are as many for every state."""
    made = frames.panel(start=1980, end=2024, partial=partial, system="gw", columns=COUNTS)
    assert (made["processes_min"] <= made["processes"]).all()
    assert (made["processes"] <= made["processes_max"]).all()
    by_year = made[["year", "processes_undocumented"]].drop_duplicates()
    assert len(by_year) == made["year"].nunique()
    dark = made["processes"].isna()
    assert dark.any()
    assert (made["processes_max"].isna() == dark).all()
    assert (made.loc[dark, "processes_undocumented"] > 0).all()


@pytest.mark.filterwarnings("ignore::migrationgov.errors.UnmatchedWarning")  # former states
def test_a_year_is_never_more_certain_than_its_months() -> None:
    """Nor does it contradict one: role, grade, yes and no."""
    columns = ["bali-process", "bali-process_grade", "bali-process_member", "iom_member"]
    states = [state.id for state in mg.dataset().states]
    years = pd.DataFrame(
        {"state": states * 20, "date": sorted(list(range(2001, 2021)) * len(states))}
    )
    wide = frames.annotate(years, "state", columns=columns).astype(str)
    for month in ("01", "06", "11"):
        days = years.assign(date=years["date"].astype(str) + f"-{month}-30")
        fine = frames.annotate(days, "state", columns=columns).astype(str)
        for what in columns[0], *columns[2:]:
            assert (wide[what].isin(["unknown"]) | (wide[what] == fine[what])).all(), what
        certain = wide["bali-process_grade"] == "certain"
        assert (fine.loc[certain, "bali-process_grade"] == "certain").all()
        listed = wide["bali-process_grade"] == "listed"
        assert fine.loc[listed, "bali-process_grade"].isin(["certain", "listed"]).all()


@pytest.mark.parametrize(("system", "key"), [("cow", "cow"), ("gw", "gw"), ("register", "state")])
@pytest.mark.parametrize("partial", ["any", "first", "last", "all"])
def test_no_unit_comes_twice_in_a_year(
    system: StateSystem, key: str, partial: PartialPeriod
) -> None:
    """A panel that is merged by code and year never multiplies lines."""
    made = frames.panel(start=1945, end=2015, system=system, partial=partial, columns=[])
    assert not made[[key, "year"]].duplicated().any()
    assert made[key].notna().all()


def test_who_is_in_a_system_when() -> None:
    """By the dates of the list, and by which days decide."""

    def years(state: str, partial: PartialPeriod, system: StateSystem = "cow") -> list[int]:
        made = frames.panel([state], start=1985, end=2010, system=system, partial=partial,
                            columns=[])  # fmt: skip
        return list(made["year"])

    assert years("KAZ", "any")[0] == 1991
    assert years("KAZ", "first")[0] == 1992
    assert years("KAZ", "last")[0] == 1991
    assert years("KAZ", "all")[0] == 1992
    assert years("DDDE", "any")[-1] == 1990
    assert years("DDDE", "last")[-1] == 1989
    assert years("ABW", "any") == []


def test_members_of_the_united_nations() -> None:
    """From the admission on, and again after a return; without a register there is an error."""
    steps = ("joined", "1950-05-01"), ("withdrew", "1952-03-01"), ("joined", "1955-01-01")
    known = mg.model.Register.of(
        OrganizationId("un"),
        mg.PartialDate("1945-10-24"),
        mg.PartialDate("2025"),
        tuple(
            evolve(transition("AAA", kind, when), institution=OrganizationId("un"))
            for kind, when in steps
        ),
    )
    facts = dataset(organizations=(body("iom"), body("un")), registers=(known,))
    made = frames.panel(start=1949, end=1956, system="un", columns=[], dataset=facts)
    assert list(made["year"]) == [1950, 1951, 1952, 1955, 1956]
    assert set(made["state"]) == {"AAA"}
    with pytest.raises(mg.errors.UnknownOrganizationError, match="no register of members of 'un'"):
        frames.panel(start=1949, end=1956, system="un", columns=[], dataset=dataset())


def test_two_codes_of_one_state_and_two_states_of_one_code() -> None:
    """Germany is 260 and 255 in 1990; Serbia and its predecessors take turns at 345."""
    germany = frames.panel(["DEU"], start=1990, end=1990, system="cow", columns=[])
    assert list(germany["cow"]) == [255, 260]
    serbia = frames.panel(["YUCS", "CSXX", "SRB"], start=2002, end=2007, system="cow", columns=[])
    assert list(serbia.sort_values("year")["state"]) == ["YUCS", *["CSXX"] * 3, "SRB", "SRB"]
    assert set(serbia["cow"]) == {345}
    register = frames.panel(["DEU"], start=1989, end=1992, columns=[])
    assert register[["cow", "gw"]].to_dict("list") == {
        "cow": [260, 255, 255, 255], "gw": [260, 260, 260, 260],
    }  # fmt: skip


def test_the_states_of_the_register() -> None:
    """All states that a transition, a list or a term names, and no others."""
    made = frames.panel(start=2015, end=2015, columns=[])
    named = set(made["state"])
    assert {"KAZ", "AUS", "HKG"} <= named
    assert named < {state.id for state in mg.dataset().states}
    members = mg.members_on("2015-12-31").codes
    assert set(members) <= named


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
def test_months_and_days_on_every_backend(backend: Backend) -> None:
    """December 2002 in Kazakhstan."""
    months: Any = frames.panel(
        "KAZ", start="2002-11", end=date(2003, 1, 15), by="month", partial="last", backend=backend
    )
    days: Any = frames.panel(
        mg.find_state("KAZ"), start="2002-12-01", end="2002-12-03", by="day", backend=backend
    )
    one = pa.table(months) if backend != "pandas" else pa.Table.from_pandas(months)
    two = pa.table(days) if backend != "pandas" else pa.Table.from_pandas(days)
    assert one["month"].to_pylist() == ["2002-11", "2002-12", "2003-01"]
    assert one["iom_member"].to_pylist() == ["no", "yes", "yes"]
    assert two["iom_member"].to_pylist() == ["no", "yes", "yes"]
    assert str(two["date"][0].as_py())[:10] == "2002-12-01"


def test_nobody_and_never() -> None:
    """An empty panel has its columns."""
    made = frames.panel([], start=2000, end=2001)
    assert len(made) == 0
    assert list(made)[-3:] == ["year", "iom_status", "iom_member"]
    assert len(frames.dyad_panel(["KAZ"], start=2000, end=2000)) == 0
    assert len(frames.institution_panel([], start=2000, end=2000)) == 0


def test_the_last_year_there_is() -> None:
    """Stepping stops where the calendar does."""
    made = frames.panel("KAZ", start=9998, end=9999, columns=[])
    assert list(made["year"]) == [9998, 9999]


def test_bad_words() -> None:
    """Each names the value and what it may be."""
    good: dict[str, Any] = {"states": "KAZ", "start": 2000, "end": 2001}
    for wrong, error, message in (
        (
            {"by": "week"},
            mg.errors.UnknownTermError,
            "by is 'week'; it may be 'year', 'month', 'day'",
        ),
        ({"partial": None}, mg.errors.UnknownTermError, "partial is None"),
        ({"system": "iso"}, mg.errors.UnknownTermError, "system is 'iso'; it may be 'cow', 'gw'"),
        ({"backend": "excel"}, mg.errors.UnknownTermError, "backend is 'excel'"),
        ({"start": 2005}, mg.errors.InvalidDateError, "2005 to 2001 ends before it begins"),
        ({"start": "../2000"}, mg.errors.InvalidDateError, "no beginning or no end"),
        ({"start": 20000101}, mg.errors.InvalidDateError, "20000101 is not a year"),
        ({"states": ["KAZ", "Nowhere"]}, mg.errors.UnknownStateError, "Nowhere"),
    ):
        with pytest.raises(error, match=message):
            frames.panel(**(good | wrong))


# -- institutions ---------------------------------------------------------------------------------


def test_numbers_of_members_meet_the_member_lists() -> None:
    """On the last day of every year."""
    made = frames.institution_panel(start=1952, end=2024, partial="last").set_index("year")
    for year, row in made.iterrows():
        members = mg.members_on(date(int(str(year)), 12, 31))
        assert row["members"] == len(members)
        assert row["members_max"] == len(members) + len(members.possible)
        assert row["members_min"] <= row["members"]
    assert made.loc[2005, "observers_max"] >= made.loc[2005, "observers"]


@pytest.mark.filterwarnings("ignore::migrationgov.errors.UnmatchedWarning")  # former states
def test_numbers_of_processes_go_on_with_one_warning() -> None:
    """Null before a list speaks of the members; after the last, what it names."""
    with pytest.warns(mg.errors.CoverageWarning, match="30 rows have dates after") as warned:
        made = frames.institution_panel(
            ["Almaty Process", "IOM"], start=2012, end=2040, partial="first", backend="polars"
        )
    assert len(warned) == 1
    assert warned[0].filename == __file__
    rows = {(row["institution"], row["year"]): row for row in made.to_dicts()}
    assert rows["iom", 2040]["members"] == len(_listed("iom", "2040-01-01"))
    assert rows["almaty-process", 2016]["members"] == len(_listed("almaty-process", "2016-01-01"))
    assert rows["almaty-process", 2040]["members"] == len(_listed("almaty-process", "2040-01-01"))
    assert rows["almaty-process", 2012]["members"] is None
    year = frames.institution_panel(["IOM"], start=2002, end=2002)
    assert year.iloc[0].to_dict()["members_min"] == len(mg.members_on("2002"))
    with pytest.raises(
        mg.errors.UnknownOrganizationError, match="no institution has the name 'Nobody'"
    ):
        frames.institution_panel(["Nobody"], start=2000, end=2000)
    with pytest.raises(mg.errors.UnknownTermError, match="partial is 'any'"):
        frames.institution_panel(start=2000, end=2000, partial="any")  # type: ignore[arg-type]  # on purpose


def _listed(institution: str, day: str) -> list[str]:
    """Return the states whose role is member by a table of states."""
    states = [state.id for state in mg.dataset().states]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
        table = frames.annotate(
            pd.DataFrame({"country": states, "date": day}), columns=institution
        )
    return list(table.loc[table[institution] == "member", "country"])


# -- pairs ---------------------------------------------------------------------------------------

PAIRS = list(combinations(["KAZ", "TUR", "AFG", "USA", "MEX", "IDN"], 2))
DATES = ["2015-10-22", "2013-06-05", "2002-12-01", "2002-12-02", "1990-01-01", "1970-01-01"]


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_pairs_share_what_both_have(engine: Engine) -> None:
    """Joint membership, and the processes that both certainly, by a list, or possibly are in."""
    lines = [(one, other, day) for one, other in PAIRS for day in DATES]
    table = pa.table(
        {
            "line": range(len(lines) + 1),
            "state1": [*(line[0] for line in lines), None],
            "state2": [*(line[1] for line in lines), "KAZ"],
            "date": pa.array(
                [*(date.fromisoformat(line[2]) for line in lines), date(2015, 1, 1)], pa.date32()
            ),
        }
    )
    given = engine.make(table)
    found = by_line(engine.read(frames.annotate_dyads(given, outside="assume")))
    assert len(found) == len(lines) + 1
    assert all(found[-1][name] is None for name in ("iom_joint", "shared_processes"))
    for row, (one, other, day) in zip(found, lines, strict=False):
        joint = mg.is_member(one, day) & mg.is_member(other, day)
        assert WORDS[row["iom_joint"]] is joint
        if expected("processes", one, day) is None:  # no list speaks of any process
            assert row["shared_processes"] is row["shared_process_list"] is None
            continue
        assert row["shared_processes_min"] == len(_both(one, other, day, ("certain",)))
        possible = _both(one, other, day, ("certain", "listed", "possible"))
        assert row["shared_processes_max"] == len(possible)
        listed = _both(one, other, day, ("certain", "listed"))
        assert row["shared_processes"] == len(listed)
        assert row["shared_process_list"] == ";".join(sorted(listed)), (one, other, day)


def _both(one: str, other: str, day: str, grades: tuple[str, ...]) -> set[str]:
    found = [_takes_part(state, day) for state in (one, other)]
    return {each for each in found[0] if found[0][each] in grades and found[1].get(each) in grades}


@cache  # every engine is asked about the same pairs
def _takes_part(state: str, day: str) -> dict[str, str]:
    """Return the grade of the role of a state in each process in which it may take part."""
    return {
        process: grade
        for process in mg.dataset().process_ids
        for role in [expected(process, state, day, assume=True)]
        for grade in [expected(f"{process}_grade", state, day, assume=True)]
        if role in ("member", "observer") or (role == "unknown" and grade == "possible")
    }


def test_pairs_outside_what_is_known() -> None:
    """Nothing is certain there; readings go on."""
    later = pd.DataFrame({"state1": ["KAZ"], "state2": ["TUR"], "date": [2035]})
    with pytest.warns(mg.errors.CoverageWarning, match="1 row has a date after"):
        row = frames.annotate_dyads(later).iloc[0]
    assert (row["iom_joint"], row["shared_processes_min"]) == ("unknown", 0)
    assert row["shared_process_list"] == "almaty-process;budapest-process;prague-process"
    assert row["shared_processes"] == 3


def test_a_panel_of_pairs() -> None:
    """Undirected by default; each pair once."""
    states = ["KAZ", "TUR", "KGZ"]
    once = frames.dyad_panel(states, start=2014, end=2015, system="cow")
    twice = frames.dyad_panel(states, start=2014, end=2015, system="cow", directed=True)
    assert (len(once), len(twice)) == (6, 12)
    assert list(once)[:7] == ["state1", "cow1", "gw1", "state2", "cow2", "gw2", "year"]
    assert not once[["cow1", "cow2", "year"]].duplicated().any()
    germany = frames.dyad_panel(["DEU", "FRA"], start=1990, end=1990, system="cow", columns=[])
    assert list(germany["cow1"]) == [255, 260]


def test_words_about_pairs() -> None:
    """What can be asked is named."""
    table = pd.DataFrame({"state1": ["KAZ"], "state2": ["TUR"], "date": [2015]})
    for asked in ("iom_status", "joint", "almaty-process_joint"):
        with pytest.raises(
            mg.errors.UnknownTermError, match="no column about two states is called"
        ):
            frames.annotate_dyads(table, columns=asked)
    with pytest.raises(mg.errors.UnknownTermError, match="no column 'b'; it has 'state1'"):
        frames.annotate_dyads(table, b="b")
    named = frames.annotate_dyads(table, columns={"together": "IOM_joint"})
    assert named["together"][0] == "yes"


# -- records -------------------------------------------------------------------------------------


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("name", sorted(exports.tables()))
def test_every_table_of_records(name: str, backend: Backend, tmp_path: Path) -> None:
    """As many lines as records, typed, and written by its engine."""
    made = frames.records_table(name, backend=backend)
    records = exports.tables()[name]
    assert len(made) == len(records)
    if not records:
        return
    its = pl.DataFrame(made) if backend != "pandas" else pl.from_pandas(made)
    assert its["id" if "id" in its else "record"].to_list() == [
        record.get("id", record.get("record")) for record in records
    ]
    its.write_parquet(tmp_path / "x.parquet")
    its.write_csv(tmp_path / "x.csv")
    assert len(pl.read_parquet(tmp_path / "x.parquet")) == len(records)


def test_tables_have_types_and_sources() -> None:
    """Days are days, numbers numbers, and every step has a source that is there."""
    steps = frames.transitions_table(backend="polars")
    assert steps.schema["date_earliest"] == pl.Date
    joined = steps.filter(pl.col("id") == "iom/KAZ/joined/1").to_dicts()[0]
    assert joined["date_latest"] == date(2002, 12, 2)
    known = set(frames.sources_table(backend="polars")["id"])
    cited = {each for text in steps["sources"] for each in text.split("; ")}
    assert cited <= known
    spells = frames.spells_table(backend="polars")
    assert spells.filter(pl.col("end").is_null())["end_latest"].null_count() > 0
    assert frames.meetings_table(backend="polars").schema["hosts"] == pl.String
    assert str(frames.participations_table()["certain"].dtype) == "boolean"
    assert str(frames.records_table("counts")["value"].dtype) == "Int64"


def test_a_table_that_is_not_there() -> None:
    """Says which are."""
    with pytest.raises(
        mg.errors.UnknownTermError, match="no table is called 'steps'; there are sources"
    ):
        frames.records_table("steps")
    empty = mg.Dataset.of(mg.dataset().manifest)
    assert len(frames.records_table("meetings", dataset=empty)) == 0


def test_a_backend_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is named."""
    import sys

    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(mg.errors.MissingExtraError, match="this needs polars"):
        frames.spells_table(backend="polars")


def test_types_do_not_depend_on_what_is_there() -> None:
    """A panel without codes has a column of whole numbers all the same."""
    for made in (
        frames.panel(["PSE", "HKG"], start=2000, end=2001, backend="polars"),
        frames.panel([], start=2000, end=2001, backend="polars"),
    ):
        assert {made.schema[name] for name in ("cow", "gw", "year")} == {pl.Int64}
    counted = frames.institution_panel([], start=2000, end=2001, backend="polars")
    assert list(counted.columns)[:3] == ["institution", "year", "members"]
    early = mg.as_known_on(mg.dataset(), "1960-01-01")
    spells = frames.spells_table(backend="polars", dataset=early)
    assert spells.schema["end_earliest"] == pl.Date


def test_years_as_numpy_has_them_and_months_of_long_ago() -> None:
    """And the last month of the calendar."""
    years = pd.Series([2000, 2001])
    assert len(frames.panel("KAZ", start=years.min(), end=years.max(), columns=[])) == 2
    old = frames.panel("KAZ", start="0999-12", end="1000-01", by="month", columns="iom_member")
    assert list(old["month"]) == []
    held = frames.panel("FRA", start="9999-11", end="9999-12", by="month", columns="iom_member")
    assert list(held["month"]) == ["9999-11", "9999-12"]
    one = frames.institution_panel("IOM", start=2002, end=2002)
    assert one["institution"].to_list() == ["iom"]


def test_before_the_founding_an_organization_has_no_members() -> None:
    """Zero, as the member lists are empty, not unknown."""
    year = frames.institution_panel(["IOM"], start=1950, end=1950)
    assert [0] == year["members_max"].to_list()
