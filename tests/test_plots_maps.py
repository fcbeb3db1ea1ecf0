"""Tiles and maps: they draw what the register answers."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from matplotlib.colors import to_rgba
from matplotlib.path import Path as Outline

import migrationgov as mg
from drawn import axes, corners, patches, title, words
from migrationgov import plots
from migrationgov.plots.intervals import roles_on_record
from migrationgov.plots.marks import area_filling, filling
from migrationgov.plots.status_classes import STATUS_MARKS
from migrationgov.plots.tile_maps import COLUMNS, ROWS, TILES
from migrationgov.plots.world_maps import projected, rings, world
from migrationgov.timelines.gather import timelines_of
from miniature import dataset, register, state
from strategies import transition

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))
import simplify_map

DAYS = ["1951-12-05", "1960", "1975-06-01", "1993-06-01", "2001-12-31", "2002-12-02", "2025-12-10"]


def classes(on: str, **more: Any) -> dict[str, str]:
    """Return the class of each state on a day, from the table of the map."""
    return {row["id"]: row["class"] for row in plots.world_map_table(on, **more)}


# -- classes -------------------------------------------------------------------------------------


@pytest.mark.parametrize("on", DAYS)
def test_classes_agree_with_the_member_lists(on: str) -> None:
    """They agree for members and observers of all grades, state by state."""
    compare_with_the_lists(on, "IOM")


@pytest.mark.parametrize("process", ["Bali Process", "Almaty Process", "Budapest Process"])
@pytest.mark.parametrize("on", ["2008", "2013-06-05", "2019"])
def test_a_process_has_a_map_too(process: str, on: str) -> None:
    """The classes are those of its lists of members and observers."""
    compare_with_the_lists(on, process)


def compare_with_the_lists(on: str, institution: str) -> None:
    """Compare the class of each state with the lists of members and of observers."""
    found = {row["id"]: row["class"] for row in plots.tile_map_table(on, institution)}
    members = mg.members_on(on, institution)
    observers = mg.observers_on(on, institution, kind="state")
    of = {
        word: {code for code, its in found.items() if its == word} for word in set(found.values())
    }
    assert set(members.certain.codes) == of.get("member", set())
    assert set(members.listed.codes) == of.get("listed member", set())
    assert set(observers.certain.codes) == of.get("observer", set())
    assert set(observers.listed.codes) == of.get("listed observer", set())
    maybe = on_record(members.possible.codes, institution, "member") - set(observers.codes)
    assert maybe == of.get("possible member", set())
    others = on_record(observers.possible.codes, institution, "observer")
    others -= set(members.codes) | maybe
    assert others == of.get("possible observer", set())
    silent = set(members.possible.codes) - maybe - others - set(observers.codes)
    assert silent <= of.get("unknown", set()) | of.get("possible observer", set())
    for code in of.get("neither", set()):
        assert members.answer(code) is observers.answer(code) is mg.Answer.NO
    for code in of.get("no member", set()):
        assert members.answer(code) is mg.Answer.NO
        assert observers.answer(code) is mg.Answer.UNKNOWN
    for code in of.get("unknown", set()):
        assert members.answer(code) is mg.Answer.UNKNOWN


def on_record(codes: Iterable[str], institution: str, status: str) -> set[str]:
    """Return the states that a transition or a list names in a status: no silence is drawn."""
    named = {step.party for step in mg.transitions(None, institution)}
    dated = [] if institution == "IOM" else mg.find_process(institution).participant_lists
    lists = [names for each in dated for names in each.lists if names.role == status]
    named |= {entry.participant for names in lists for entry in names.entries}
    return {code for code in codes if code in named}


def test_no_status_is_drawn_out_of_silence() -> None:
    """No record names Nigeria as an observer of IOM, so no figure shows it as a possible one."""
    assert classes("1975")["NGA"] == "no member"
    rows = plots.state_timeline_table("NGA", institutions=["IOM"])
    assert {row["role"] for row in rows} == {"member"}
    lines = timelines_of(mg.dataset(), "almaty-process")
    attended = mg.members_on("2012", "Almaty Process").possible.codes
    assert {"CHN", "RUS"} <= set(attended)  # they came to a meeting
    assert roles_on_record("CHN", lines) == set()
    assert classes("2012", institution="Almaty Process")["CHN"] == "unknown"


@pytest.mark.filterwarnings("ignore::migrationgov.errors.UnmatchedWarning")  # all states, any day
@pytest.mark.parametrize("on", DAYS)
def test_statuses_are_those_of_status_on(on: str) -> None:
    """They are all possible statuses of the state."""
    for row in plots.world_map_table(on):
        if mg.dataset().has_state(row["id"]):
            assert [s.value for s in mg.status_on(row["id"], on).statuses] == row["statuses"]


def test_a_successor_never_has_its_predecessors_status() -> None:
    """In 1975 the successors of the Soviet Union and Yugoslavia are no states yet."""
    found = classes("1975-06-01")
    for code in ("KAZ", "UKR", "RUS", "SRB", "HRV", "EST"):
        assert found[code] == "no state"
    assert found["YUCS"] == "possible observer"
    assert "SUHH" not in found  # has no status to show
    assert found["DEU"] == "member"
    text = words(plots.world_map("1975-06-01", ax=axes()))
    assert "Not on a map of today: Yugoslavia (possible observer)." in text


def test_before_the_organization_existed_no_state_has_a_status() -> None:
    """The answer is certain, so that there is no warning and no sentence about coverage."""
    rows = plots.tile_map_table("1940-01-01")
    assert {row["class"] for row in rows} == {"neither", "no state", "no record"}
    ax = plots.tile_map("1940-01-01", ax=axes())
    assert title(ax) == "IOM on 1 January 1940: no known members or observers"
    assert "The evidence ends" not in words(ax)


def test_a_sentence_names_the_day_on_which_the_evidence_ends() -> None:
    """It is there if a day of the date is later."""
    ends = (
        "The evidence ends on 10 December 2025: the figure assumes that nothing has changed since."
    )
    with pytest.warns(mg.errors.CoverageWarning):
        assert ends in words(plots.world_map("2025-12", ax=axes()))
    assert "The evidence ends" not in words(plots.world_map("2002", ax=axes()))


def test_after_the_evidence_ends_nothing_changes() -> None:
    """A figure of a later day is that of the last day, with a warning."""
    with pytest.warns(mg.errors.CoverageWarning, match="nothing changed since"):
        assert classes("2025-12-20") == classes("2025-12-10")


def test_a_listed_status_has_the_day_of_its_evidence() -> None:
    """The row has the day; a sentence below the figure has the years; others have none."""
    rows = plots.tile_map_table("2018-08", "Bali Process")
    members = mg.members_on("2018-08", "Bali Process")
    (thailand,) = [row for row in rows if row["id"] == "THA"]
    reading = members.reading("THA")
    assert reading is not None
    assert thailand["class"] == "listed member"
    assert thailand["evidence"] == str(date(2018, 8, 31) - timedelta(reading.age))
    assert all(bool(row["evidence"]) == row["class"].startswith("listed") for row in rows)
    ax = plots.world_map("2018-08", "Bali Process", ax=axes())
    assert "Listed: the best reading of the evidence, which is of" in words(ax)
    assert title(ax).startswith("Bali Process, August 2018: 45 listed members")


def test_in_a_filtered_dataset_absence_is_not_certain() -> None:
    """A dataset with the press alone has no state of the class "neither"."""
    press = mg.restricted_to(mg.dataset(), kinds=["press"])
    found = classes("2003-01-01", dataset=press)
    assert found["KAZ"] == "member"
    assert found["NZL"] in ("unknown", "possible observer", "listed member")
    assert "neither" not in found.values()


def test_an_uncertain_date_makes_nothing_certain() -> None:
    """It may be any day, so that no class is certain."""
    found = {row["class"] for row in plots.tile_map_table("2002?")}
    assert not {"member", "observer", "neither"} & found


def test_one_warning_and_a_title_for_any_date() -> None:
    """A figure warns once, like a query; its title names the day or the year."""
    with pytest.warns(mg.errors.CoverageWarning) as caught:
        ax = plots.tile_map("2025", ax=axes())
    assert len(caught) == 1
    assert title(ax).startswith("IOM, 2025: 175 members")
    assert title(plots.world_map("2002", ax=axes())).startswith("IOM, 2002: 91 members")


# -- tiles ---------------------------------------------------------------------------------------


def test_every_state_that_can_be_a_member_has_a_tile() -> None:
    """Tiles exist for all independent states and for all states in the register."""
    (iom,) = mg.dataset().registers
    known = {step.state for step in iom.transitions if step.state}
    wanted = {s.id for s in mg.dataset().states if s.standing == "independent" or s.id in known}
    assert {code for code in wanted if not mg.dataset().state(code).end} <= set(TILES)
    assert {"PSE", "XKX", "NIU", "COK"} <= set(TILES)
    assert all(mg.dataset().has_state(code) for code in TILES)
    assert len(set(TILES.values())) == len(TILES)
    assert max(TILES.values()) <= (COLUMNS - 1, ROWS - 1)


def test_tiles_are_roughly_at_the_place_of_the_states() -> None:
    """Well-known neighbours have the right order."""
    (kaz, row), (kgz, below) = TILES["KAZ"], TILES["KGZ"]
    assert row < below
    assert TILES["USA"][0] < TILES["PRT"][0] < kaz < TILES["JPN"][0]
    assert TILES["NOR"][1] < TILES["ITA"][1] < TILES["TUN"][1] < TILES["ZAF"][1]
    assert abs(kaz - kgz) <= 2


@pytest.mark.parametrize("on", ["1975-06-01", "2002-12-02"])
def test_every_state_has_a_tile_with_its_class(on: str) -> None:
    """Place, shape, filling and code are those of the row."""
    ax = plots.tile_map(on, ax=axes())
    rows, drawn = plots.tile_map_table(on), patches(ax, "tile-")
    assert {f"tile-{row['id']}" for row in rows} == set(drawn)
    assert {text.get_text() for text in ax.texts} == {row["id"] for row in rows}
    for row in rows:
        mark, tile = STATUS_MARKS[row["class"]], drawn[f"tile-{row['id']}"]
        left, right, top, bottom = corners(tile)
        assert ((left + right) / 2, (top + bottom) / 2) == pytest.approx(
            (row["column"] + 0.5, row["row"] + 0.5)
        )
        assert tile.get_facecolor() == to_rgba(filling(ax, mark)["facecolor"])
        assert (len(tile.get_xy()) > 10) is (mark.shape == "circle")  # type: ignore[attr-defined]  # of this kind of patch
    used = [mark for name, mark in STATUS_MARKS.items() if name in {row["class"] for row in rows}]
    legend = ax.get_legend()
    assert legend is not None
    keys = list(dict.fromkeys(mark.label for mark in used))
    assert keys == [text.get_text() for text in legend.get_texts()]


def test_former_states_are_below_the_others() -> None:
    """Those with a status have a tile, and a sentence names them."""
    ax = plots.tile_map("2002-12-02", ax=axes())
    (row,) = [row for row in plots.tile_map_table("2002-12-02") if row["id"] == "YUCS"]
    assert row["class"] == "member"
    assert row["row"] > ROWS - 1
    assert "without a place on the grid: Yugoslavia." in words(ax)
    assert "grid" not in words(plots.tile_map("2025-12-10", ax=axes()))


def test_made_up_states_have_tiles() -> None:
    """Their tiles are in rows of ten, whatever the names are."""
    codes = [f"A{number:02}" for number in range(12)]
    facts = dataset(
        states=tuple(state(code, name=f"${code} 国家") for code in codes),
        registers=(register(*(transition(code, "joined", "1990-05-01") for code in codes)),),
        processes=(),
    )
    rows = plots.tile_map_table("2000-01-01", dataset=facts)
    places = [(row["column"], row["row"]) for row in rows]
    assert places == [(n % 10, ROWS + 0.5 + n // 10) for n in range(12)]
    ax = plots.tile_map("2000-01-01", ax=axes(), dataset=facts)
    assert title(ax) == "Body iom on 1 January 2000: 12 members"
    assert "A00" in {text.get_text() for text in ax.texts}


def test_no_state_at_all() -> None:
    """The title of an empty grid says that no state is known."""
    facts = dataset(states=(), registers=(register(),), processes=())
    for figure in (plots.tile_map, plots.world_map):
        ax = figure("2000-01-01", ax=axes(), dataset=facts)
        assert title(ax).endswith("no known members or observers")


# -- the map -------------------------------------------------------------------------------------


def test_every_state_is_on_the_map() -> None:
    """Each is an area, a circle or both; all other areas are named here."""
    rows = {row["id"]: row for row in plots.world_map_table("2025-12-10")}
    for each in mg.dataset().states:
        if each.standing == "independent":
            assert rows[each.id]["drawn"], each.id
    others = {code for code in rows if not mg.dataset().has_state(code)}
    assert others == {"Somaliland", "N. Cyprus", "Siachen Glacier"}
    assert all(rows[code]["class"] == "no record" for code in others)


@pytest.mark.parametrize(
    ("code", "longitude", "latitude"),
    [
        ("KAZ", 71.4, 51.2), ("KGZ", 74.6, 42.9), ("AUS", 149.1, -35.3), ("BRA", -47.9, -15.8),
        ("KEN", 36.8, -1.3), ("CAN", -106.7, 52.1), ("IND", 77.2, 28.6), ("ZAF", 26.2, -29.1),
        ("LSO", 28.2, -29.5), ("NOR", 10.0, 61.5), ("MNG", 103.8, 46.9), ("NZL", 175.6, -38.7),
        ("RUS", 37.6, 55.8), ("RUS", -174.0, 66.5), ("XKX", 20.9, 42.6), ("SSD", 30.0, 7.5),
        ("FJI", 177.9, -17.8), ("TWN", 121.0, 23.8), ("GRL", -42.0, 72.0),
    ],
)  # fmt: skip
def test_places_are_in_their_states(code: str, longitude: float, latitude: float) -> None:
    """They are in no other state, even near holes and the date line."""
    here = projected(longitude, latitude)
    holders = [
        area
        for area, polygons in world()["areas"].items()
        if sum(Outline(ring).contains_point(here) for ring in rings(polygons)) % 2
    ]
    assert holders == [code]


def test_the_projection_is_equal_earth() -> None:
    """Its edges are 2.7066 at the equator and 1.3173 at the pole (Savric et al. 2018)."""
    assert projected(0, 0) == (0, 0)
    assert projected(180, 0) == pytest.approx((2.70663, 0), abs=1e-4)
    assert projected(0, 90) == pytest.approx((0, 1.31735), abs=1e-4)


@pytest.mark.parametrize("on", ["1975-06-01", "2002-12-02"])
def test_areas_and_circles_agree_with_the_table(on: str) -> None:
    """Each has the style of its class, and none is drawn twice."""
    ax, rows = plots.world_map(on, ax=axes()), plots.world_map_table(on)
    areas, circles = patches(ax, "area-"), patches(ax, "circle-")
    assert len(areas) == sum("area" in row["drawn"] for row in rows)
    assert len(circles) == sum("circle" in row["drawn"] for row in rows)
    for row in rows:
        its = area_filling(ax, STATUS_MARKS[row["class"]])
        for kind, found in (("area", areas), ("circle", circles)):
            if kind in row["drawn"] and len(row["id"]) == 3:
                drawn = found[f"{kind}-{row['id']}"]
                assert drawn.get_facecolor() == to_rgba(its["facecolor"])
                assert drawn.get_hatch() == its["hatch"]
                above = kind == "circle" or STATUS_MARKS[row["class"]].grade == "possible"
                assert (drawn.get_zorder() > 1) is above  # not under the outline of a neighbour
    assert patches(ax)["circle-MLT"].center == projected(*world()["points"]["MLT"])  # type: ignore[attr-defined]  # of this kind of patch


def test_the_tool_names_areas_by_m49() -> None:
    """The code of a current state gives that state; an area without code keeps its name."""
    for each in mg.dataset().states:
        if each.m49 and not each.end:
            named = {"id": each.m49, "properties": {"name": "whatever"}}
            assert simplify_map._owner(named) == each.id
    assert simplify_map._owner({"properties": {"name": "Kosovo"}}) == "XKX"
    assert simplify_map._owner({"properties": {"name": "Somaliland"}}) == "Somaliland"


def square(x: int, y: int, side: int) -> list[list[int]]:
    """Return a square as the steps of an arc, with an extra point on its first side."""
    half = side // 2
    return [[x, y], [half, 0], [side - half, 0], [0, side], [-side, 0], [0, -side]]


def test_the_tool_simplifies_cuts_and_packs() -> None:
    """A square loses the extra point; an area across the date line is cut in two."""
    shape = {"type": "Polygon"}
    made = simplify_map.world(
        {
            "transform": {"scale": [1, 1], "translate": [0, 0]},
            "arcs": [
                square(10, 10, 10),
                [[175, 0], [-350, 0], [0, 10], [350, 0], [0, -10]],
                [[-175, 20], [350, 0], [0, 10], [-350, 0], [0, -10]],
            ],
            "objects": {
                "countries": {
                    "geometries": [
                        shape | {"id": "398", "arcs": [[0]], "properties": {"name": "a"}},
                        shape | {"id": "242", "arcs": [[1]], "properties": {"name": "b"}},
                        {
                            "type": "MultiPolygon", "id": "643", "arcs": [[[2]]],
                            "properties": {"name": "c"},
                        },
                        shape | {"id": "010", "arcs": [[0]], "properties": {"name": "d"}},
                    ]
                }
            },
        }
    )  # fmt: skip
    assert set(made["areas"]) == {"KAZ", "FJI", "RUS"}
    first = made["arcs"][made["areas"]["KAZ"][0][0][0]]
    assert first == [100, 100, 100, 0, 0, 100, -100, 0, 0, -100]
    for code in ("FJI", "RUS"):
        ends = []
        for ((arc,),) in made["areas"][code]:
            steps = made["arcs"][arc]
            xs = [
                sum(steps[0 : place + 1 : 2]) * made["step"] for place in range(0, len(steps), 2)
            ]
            ends.append((min(xs), max(xs)))
        assert sorted(ends) == [(-180, -175), (175, 180)]
    assert set(made["points"]) == {"TUV"}
