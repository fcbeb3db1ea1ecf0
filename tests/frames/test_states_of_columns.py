"""What the values of a column of states mean: missing values, codes of systems, former states."""

from __future__ import annotations

import re
import warnings
from datetime import date
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from attrs import evolve

import migrationgov as mg
from engines import ENGINES, Engine, by_line
from migrationgov import frames
from migrationgov.vocabularies import StateId

everywhere = pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
UNMATCHED = mg.errors.UnmatchedWarning


def _asked(
    engine: Engine, countries: list[Any], dates: list[Any], **asked: Any
) -> tuple[list[str | None], list[str]]:
    """Return the answers on membership in IOM, in order, and the warnings."""
    lines = {"line": range(len(countries)), "country": countries, "date": dates}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UNMATCHED)
        made = frames.annotate(engine.make(pa.table(lines)), columns="iom_member", **asked)
    assert {each.filename for each in caught} <= {__file__}
    answers = [row["iom_member"] for row in by_line(engine.read(made))]
    return answers, [str(each.message) for each in caught]


# -- missing values ------------------------------------------------------------------------------


@everywhere
@pytest.mark.parametrize(
    ("others", "word", "answer", "warning"),
    [
        (
            ["Afghanistan"],
            "NA",
            None,
            "'NA' is read as missing: the answers are null",
        ),
        (["AFG"], "NA", None, "'NA' is read as missing"),
        (["Afghanistan"], " NA ", None, "' NA ' is read as missing"),
        (["AF"], "NA", "yes", "'NA' is read as Namibia, because other values are codes of two"),
        (["AF", "Kenya"], "NA", "yes", "'NA' is read as Namibia"),
        (["Afghanistan"], "NAM", "yes", ""),
        (["AF"], "N/A", None, "'N/A' is read as missing: the answers are null"),
        (["Afghanistan"], "-", None, "'-' is read as missing"),
        (["Afghanistan"], ".", None, "'.' is read as missing"),
        (["Afghanistan"], "NaN", None, "'NaN' is read as missing"),
        (["Afghanistan"], "null", None, "'null' is read as missing"),
        (["Afghanistan"], "", None, "'' is read as missing"),
    ],
)
def test_words_for_missing_values(
    engine: Engine, others: list[str], word: str, answer: str | None, warning: str
) -> None:
    """R writes NA for a missing value, and few readers turn it into one."""
    answers, warned = _asked(engine, [*others, word], [2015] * (len(others) + 1))
    assert answers == [*["yes"] * len(others), answer]
    assert [warning in each for each in warned] == ([True] if warning else [])


def test_na_alone_may_be_either() -> None:
    """Refused, or decided by the caller; in small letters it is a word."""
    table = pd.DataFrame({"country": ["NA"], "date": 2015})
    with pytest.raises(mg.errors.UnknownStateError, match="may be Namibia or a missing value"):
        frames.annotate(table)
    assert list(frames.annotate(table, system="iso2")["iom_member"]) == ["yes"]
    assert list(frames.annotate(table, names={"NA": "NAM"})["iom_member"]) == ["yes"]
    assert frames.annotate(table, names={"NA": None})["iom_member"].isna().all()
    with pytest.warns(UNMATCHED, match="'na' is read as missing"):
        frames.annotate(table.assign(country="na"))


# -- lower case, decisions -----------------------------------------------------------------------


@everywhere
@pytest.mark.parametrize(
    ("values", "answers"),
    [
        (["kaz", "tjk"], ["yes", "yes"]),
        (["kz", "Tj", " AF "], ["yes", "yes", "yes"]),
        (["KAZ ", " TJK"], ["yes", "yes"]),
        (["kaz"], None),
        (["kaz", "Tajikistan"], None),
        (["no", "yes"], None),
        (["and", "kz"], None),
        (["are", "kaz", "foo"], None),
    ],
)
def test_small_letters_are_codes_only_among_codes(
    engine: Engine, values: list[str], answers: list[str] | None
) -> None:
    """A lone "no" is a word, not Norway."""
    dates = [2015] * len(values)
    if answers is None:
        with pytest.raises(mg.errors.UnknownStateError):
            _asked(engine, values, dates)
    else:
        assert _asked(engine, values, dates) == (answers, [])


@everywhere
def test_the_caller_decides_what_a_name_means(engine: Engine) -> None:
    """A state, or a missing value; no warning, as the caller knows."""
    names: dict[Any, str | None] = {"Congo": "COG", "Stateless": None}
    answers, warned = _asked(engine, ["Congo", "Stateless", "KAZ"], [2015] * 3, names=names)
    assert (answers, warned) == (["yes", None, "yes"], [])
    with pytest.raises(mg.errors.UnknownStateError, match="'Nowhere'"):
        _asked(engine, ["Congo"], [2015], names={"Congo": "Nowhere"})


# -- systems -------------------------------------------------------------------------------------


@everywhere
@pytest.mark.parametrize(
    ("system", "codes", "years", "answers"),
    [
        ("cow", [705, 345, 345, 345], [2015, 2002, 2005, 2015], ["yes"] * 4),
        ("cow", ["705", "640"], [2015, 1990], ["yes", "no"]),
        ("gw", [260, 340], [1980, 2015], ["yes", "yes"]),
        ("m49", [398, 4, 736], [2015, 2015, 2005], ["yes", "yes", "yes"]),
        ("iso3", ["kaz", " SCG "], [2015, 2004], ["yes", "yes"]),
        ("iso2", ["NA", "CS"], [2015, 2004], ["yes", "yes"]),
        ("cow-letters", ["AUS", "SLV", "SWZ"], [1996] * 3, ["yes", "no", "yes"]),
        ("gw-letters", ["AUS", "SLV", "SWZ"], [1996] * 3, ["yes", "no", "yes"]),
    ],
)
def test_codes_of_a_system(
    engine: Engine, system: str, codes: list[Any], years: list[int], answers: list[str]
) -> None:
    """A code means the state that had it on the date; 345 was three states in turn."""
    assert _asked(engine, codes, years, system=system) == (answers, [])
    days = [date(year, 6, 30) for year in years]
    assert _asked(engine, codes, days, system=system)[0] == answers


@everywhere
@pytest.mark.parametrize("kind", ["years", "days", "texts"])
def test_a_code_that_is_not_valid_on_the_date(engine: Engine, kind: str) -> None:
    """260 was the Federal Republic to 1990, 255 is Germany from then on: refused, or null."""
    dates: Any = {
        "years": [1980, 1999, 1980, 2000],
        "days": [date(1980, 1, 1), date(1999, 12, 31), date(1980, 1, 1), None],
        "texts": ["1980-05", "1999", "[1970..1980]", "199X"],
    }[kind]
    codes = [260, 260, 255, 255]
    with pytest.raises(mg.errors.UnknownStateError) as caught:
        _asked(engine, codes, dates, system="cow")
    assert str(caught.value) == (
        "in the column 'country' 2 values mean no state on the date:\n"
        "  255 in 1 row: the Correlates of War number is valid for"
        " DEU from 1816-01-01 to 1945-05-08; DEU from 1990-10-03\n"
        "  260 in 1 row: the Correlates of War number is valid for"
        " DEU from 1955-05-05 to 1990-10-02\n"
        'or leave them empty with unmatched="null"'
    )
    answers, (warning,) = _asked(engine, codes, dates, system="cow", unmatched="null")
    assert answers[:3] == ["yes", None, None]
    assert warning.endswith("their answers are null")


def test_numbers_with_holes_that_pandas_made_floats() -> None:
    """And missing values and errors among codes of a system."""
    table = pd.DataFrame({"country": [705.0, None], "date": 2015})
    assert frames.annotate(table, system="cow")["iom_member"][0] == "yes"
    with pytest.raises(mg.errors.WrongTypeError, match="holds Float64: a number is a code in"):
        frames.annotate(table)
    words = pd.DataFrame({"country": ["705", "NA"], "date": 2015})
    with pytest.warns(UNMATCHED, match="'NA' is read as missing"):
        frames.annotate(words, system="cow")
    pairs = pd.DataFrame({"state1": [705], "state2": [640], "date": [2015]})
    made = frames.annotate_dyads(pairs, columns="iom_joint", system="cow")
    assert list(made["iom_joint"]) == ["yes"]


@pytest.mark.parametrize(
    ("codes", "asked", "hints"),
    [
        (["AUS", "SLV", "SWZ", "GFR"], {}, ["the codes look like those of system='cow-letters'"]),
        (["GFR", "ZZZ", "QQX"], {}, ["most codes of the column are not in ISO 3166"]),
        (["KAZ", "ZZZ", "TJK"], {}, ["no state has the name 'ZZZ'"]),
        (["KAZ", "TJK"], {"system": "iso2"}, ["look like those of system='iso3'\n"]),
        (["KAZ", "TJK", 705], {"system": "iso3"}, ["ISO 3166-1 code of three letters 705"]),
        ([817, 705], {"system": "cow"}, ["that of the Republic of Vietnam, which is not in"]),
        ([999.5], {"system": "cow"}, ["no state has the Correlates of War number 999.5"]),
        (
            ["705", "704"],
            {},
            ["705 is a code in several systems: SVN of 'm49', KAZ of 'cow', KAZ of 'gw'"],
        ),
        (["2", "20"], {}, ["the codes look like those of", "system='cow'"]),
    ],
)
def test_errors_say_which_system_the_codes_look_like(
    codes: list[Any], asked: Any, hints: list[str]
) -> None:
    """So that no one reads codes of one system as those of another."""
    table = pd.DataFrame({"country": pd.Series(codes, dtype=object), "date": 1996})
    with pytest.raises(mg.errors.UnknownStateError) as caught:
        frames.annotate(table, **asked)
    assert all(hint in str(caught.value) for hint in hints), str(caught.value)


def test_numbers_as_text_that_only_m49_has() -> None:
    """004 is written so in M49 alone, and 398 is a number of no other list."""
    for codes in (["004", "705"], ["398"]):
        made = frames.annotate(pd.DataFrame({"country": codes, "date": 2015}))
        assert list(made["iom_member"]) == ["yes"] * len(codes)


# -- states that did not exist -------------------------------------------------------------------


@everywhere
@pytest.mark.parametrize("kind", ["years", "days", "texts"])
def test_a_state_before_it_existed(engine: Engine, kind: str) -> None:
    """Yugoslavia was there, then Serbia and Montenegro: a warning names them."""
    states = ["Serbia", "Montenegro", "Serbia", "KAZ", "Serbia"]
    years = [2004, 2004, 2002, 1985, 2015]
    dates: Any = {
        "years": years,
        "days": [date(year, 1, 1) for year in years],
        "texts": list(map(str, years)),
    }[kind]
    answers, (warning,) = _asked(engine, states, dates)
    assert answers == ["no", "no", "no", "no", "yes"]
    assert warning == (
        "in the column 'country' 2 values name states that did not exist on the date:\n"
        "  'Montenegro' in 1 row: before 2006-06-03 the predecessor was"
        " CSXX (Serbia and Montenegro)\n"
        "  'Serbia' in 1 row: before 2006-06-05 the predecessor was YUCS (Yugoslavia)\n"
        "  'Serbia' in 1 row: before 2006-06-05 the predecessor was"
        " CSXX (Serbia and Montenegro)\n"
        "the answers are those of the state named;"
        ' successors="follow" gives those of its predecessor'
    )
    answers, warned = _asked(engine, states, dates, successors="follow")
    assert (answers, warned) == (["yes", "yes", "yes", "no", "yes"], [])


def test_the_day_that_decides_is_asked() -> None:
    """Montenegro began in June 2006: on the first day of that year it did not exist."""
    for year in (2006, "2006"):
        table = pd.DataFrame({"country": ["Montenegro"], "date": [year]})
        with pytest.warns(UNMATCHED, match="1 value names a state"):
            frames.annotate(table, partial="first", columns="iom_member")
        for partial in ("last", "any", "all", None):
            frames.annotate(table, partial=partial, columns="iom_member")


def test_a_state_after_it_ended() -> None:
    """Its successors are named, never followed."""
    table = pd.DataFrame({"country": ["Czechoslovakia"], "date": ["1995"]})
    for successors in ("warn", "follow"):
        with pytest.warns(UNMATCHED, match=r"after 1992-12-31 followed CZE \(Czechia\), SVK"):
            made = frames.annotate(table, successors=successors)
        assert list(made["iom_member"]) == ["no"]


def test_two_predecessors_are_not_followed() -> None:
    """The warning names both."""
    facts = mg.dataset()
    two = (StateId("CSXX"), StateId("ITA"))
    states = [
        evolve(each, predecessors=two) if each.id == "MNE" else each for each in facts.states
    ]
    parts = ("manifest", "organizations", "sources", "registers", "processes", "histories")
    changed = mg.Dataset.of(states=states, **{part: getattr(facts, part) for part in parts})
    table = pd.DataFrame({"country": ["MNE"], "date": ["2004"]})
    with pytest.warns(UNMATCHED, match=r"was CSXX \(Serbia and Montenegro\), ITA \(Italy\)"):
        made = frames.annotate(table, successors="follow", dataset=changed)
    assert list(made["iom_member"]) == ["no"]


def test_more_states_than_one_reads() -> None:
    """Twenty of them, and a number."""
    states = [each.id for each in mg.dataset().states if each.predecessors or each.successors]
    years = [1990] * len(states) + [2015] * len(states)
    table = pd.DataFrame({"country": states * 2, "date": years})
    with pytest.warns(UNMATCHED, match=r"\n  and \d+ more\n"):
        frames.annotate(table, columns=["iom", "iom_evidence"])


# -- tables without values, and many unknown values ----------------------------------------------


@pytest.mark.parametrize(
    "empty",
    [
        pd.DataFrame({"country": [], "date": []}),
        pl.DataFrame({"country": [], "date": []}),
        pl.DataFrame({"country": [None], "date": [None]}),
        pa.table({"country": [], "date": []}),
        pd.DataFrame({"country": [None], "date": [2004]}),
        pa.table({"country": [None], "date": [2004]}),
        duckdb.sql("select null as country, null as date where false"),
    ],
)
def test_tables_without_values(empty: Any) -> None:
    """A filter that leaves nothing does not break what follows."""
    made = frames.annotate(empty, columns="iom_member")
    column = made["iom_member"].fetchall() if hasattr(made, "fetchall") else made["iom_member"]
    assert not [each for each in column if str(each) in ("yes", "no", "unknown")]


def test_suggestions_are_sought_for_the_values_that_are_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each costs milliseconds, and a column of free text has thousands."""
    sought = []

    def unresolved(ids: Any, name: str, kind: str, facts: Any) -> Exception:
        sought.append((ids, kind, facts))
        return mg.errors.UnknownStateError(f"no {name}")

    monkeypatch.setattr("migrationgov.frames.state_matching.unresolved", unresolved)
    table = pd.DataFrame({"country": [f"text {number}" for number in range(4000)], "date": 2004})
    with pytest.raises(mg.errors.UnknownStateError, match=re.escape("4000 values are not states")):
        frames.annotate(table)
    assert len(sought) == 20
