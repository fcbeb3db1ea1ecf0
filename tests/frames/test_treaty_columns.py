"""Columns and figures about treaties, groups known by lists, and all institutions together."""

from __future__ import annotations

import pandas as pd
import pytest
from matplotlib.figure import Figure

import migrationgov as mg
from migrationgov import frames, plots
from miniature import everything, on_treaty, treaty_register

FACTS = everything()
TREATY = "some-treaty"


def annotated(state: str, on: str, *columns: str) -> list[object]:
    """The new cells of a table of one row."""
    table = pd.DataFrame({"country": [state], "date": [on]})
    made = frames.annotate(table, columns=list(columns), dataset=FACTS, outside="assume")
    return [None if pd.isna(made[each][0]) else made[each][0] for each in columns]


@pytest.mark.parametrize(
    ("state", "on", "expected"),
    [
        ("AAA", "1959-12-31", ["none", "certain", "no", "no", None]),
        ("AAA", "1969", ["signatory", "certain", "no", "yes", "1960-01-01"]),
        ("AAA", "1970-04-29", ["signatory", "certain", "no", "yes", "1960-01-01"]),
        ("AAA", "1970-04-30", ["party", "certain", "yes", "no", "1970-04-30"]),
        ("BBB", "1980", ["unknown", "possible", "unknown", "no", None]),
        ("BBB", "1982", ["party", "certain", "yes", "no", "[1980-04-01..1981-03-31]"]),
    ],
)
def test_the_status_of_a_state_in_a_treaty(state: str, on: str, expected: list[object]) -> None:
    """By effect; the day from which it is bound follows from the final clause."""
    endings = "", "_grade", "_party", "_signatory", "_status_since"
    columns = [f"{TREATY}{each}" for each in endings]
    assert annotated(state, on, *columns) == expected


def test_a_treaty_is_named_in_a_column_as_people_name_it() -> None:
    """By any of its names, and its labels are the statuses of a treaty."""
    table = pd.DataFrame({"country": ["AAA"], "date": ["1969"]})
    made = frames.annotate(table, columns=["Some Treaty", "ST_status"], dataset=FACTS)
    labels = ["party", "signatory", "none", "unknown"]
    assert list(made["Some Treaty"].cat.categories) == labels
    assert list(made["ST_status"]) == ["signatory"]


@pytest.mark.parametrize(
    ("state", "on", "least", "number", "most"),
    [("AAA", "1959", 0, 0, 0), ("AAA", "1991", 2, 2, 3), ("AAA", "2011-06-01", 3, 4, 4)],
)
def test_to_how_many_institutions_a_state_belongs(
    state: str, on: str, least: int, number: int, most: int
) -> None:
    """As a member of IOM and the process, as party to a treaty; in the group it is listed."""
    columns = "institutions_min", "institutions", "institutions_max"
    low, listed, high = annotated(state, on, *columns)
    assert (low, listed) == (least, number)
    assert high == most


def test_pairs_share_institutions() -> None:
    """Both belong, certainly or by the best reading; and whether both are party to one treaty."""
    asked = ["shared_institutions", f"{TREATY}_joint", "shared_processes"]
    pairs = frames.dyad_panel(
        ["AAA", "BBB"], start=1979, end=1992, columns=asked, dataset=FACTS, outside="assume"
    )
    by_year = {row["year"]: row for row in pairs.to_dict("records")}
    assert by_year[1979][f"{TREATY}_joint"] == "no"
    assert by_year[1980][f"{TREATY}_joint"] == "unknown"
    assert by_year[1982][f"{TREATY}_joint"] == "yes"
    assert by_year[1982]["shared_institutions"] >= 1
    assert by_year[1992]["shared_institutions"] > by_year[1982]["shared_institutions"]


def test_a_panel_of_a_treaty_counts_parties_and_signatories() -> None:
    """In the columns of members and observers."""
    made = frames.institution_panel([TREATY], start=1958, end=1972, partial="last", dataset=FACTS)
    numbers = made.set_index("year")[["members", "observers"]]
    assert list(numbers.loc[1959]) == [0, 0]
    assert list(numbers.loc[1969]) == [0, 1]
    assert list(numbers.loc[1970]) == [1, 0]


# -- figures --------------------------------------------------------------------------------------


def words(ax: plots.signatures.Axes) -> str:
    """All text of a figure."""
    legend = ax.get_legend()
    assert legend is not None
    shown = [text.get_text() for text in legend.get_texts()]
    return " ".join([ax.get_title(loc="left"), ax.get_ylabel(), *shown])


def test_the_growth_of_a_treaty_is_that_of_its_depositary() -> None:
    """Parties by deposit, states and organizations."""
    rows = plots.growth_table(TREATY, dataset=FACTS)
    assert next(row["first"] for row in rows if row["kind"] == "members" and row["members"]) == (
        "1970-01-31"
    )
    text = words(plots.growth(TREATY, ax=Figure().add_subplot(), dataset=FACTS))
    assert "Some Treaty: 2 parties on 31 December 2025 parties, from their deposit certain" in text
    assert "member" not in text


@pytest.mark.parametrize(
    ("on", "said"),
    [("1969", "1 signatory"), ("1982", "2 parties"), ("1959", "no known members or observers")],
)
def test_a_map_of_a_treaty(on: str, said: str) -> None:
    """Its classes are those of a treaty, and the legend says so."""
    rows = plots.tile_map_table(on, TREATY, dataset=FACTS)
    assert {row["class"] for row in rows} <= {"party", "signatory", "neither", "possible party"}
    text = words(plots.tile_map(on, TREATY, ax=Figure().add_subplot(), dataset=FACTS))
    assert said in text or on == "1959"
    assert "neither member nor observer" not in text


def of_kenya(complete_for: str) -> mg.Dataset:
    """Facts of a treaty to which Norway alone acceded, with all states of today."""
    acts = (on_treaty("NOR", "acceded", "1970"),)
    return mg.Dataset.of(
        FACTS.manifest, states=mg.dataset().states, organizations=FACTS.organizations,
        sources=FACTS.sources, treaties=FACTS.treaties,
        registers=(treaty_register(*acts, complete_for=complete_for),),
    )  # fmt: skip


def test_a_state_that_did_not_sign_is_neither_party_nor_signatory() -> None:
    """So the legend of a complete register says."""
    ax = plots.tile_map("1990", TREATY, ax=Figure().add_subplot(), dataset=of_kenya("all"))
    assert "neither party nor signatory" in words(ax)


def test_a_state_that_may_have_signed_is_not_known_on_the_map() -> None:
    """A register of the named states alone leaves the others open."""
    facts = of_kenya("named")
    rows = {row["id"]: row for row in plots.tile_map_table("1990", TREATY, dataset=facts)}
    assert rows["KEN"]["class"] == "unknown"
    status = mg.status_on("KEN", "1990", TREATY, dataset=facts)
    assert set(status.statuses) == {"none", "signatory", "party"}


def test_the_timeline_of_a_state_in_chosen_institutions() -> None:
    """In the order given, with lanes of their own for party and signatory."""
    rows = plots.state_timeline_table("AAA", institutions=["ST", "iom"], dataset=FACTS)
    assert [row["of"] for row in rows] == [TREATY, TREATY, "iom"]
    assert [row["role"] for row in rows] == ["signatory", "party", "member"]
    assert {row["lane"] for row in rows if row["of"] == TREATY} == {"Some Treaty"}
    everywhere = plots.state_timeline_table("AAA", dataset=FACTS)
    assert next(each["of"] for each in everywhere) == "iom"
