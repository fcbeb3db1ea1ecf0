"""
Answers and tables with geometry, as GeoPandas takes them.

GeoPandas is large, and no test needs it: most tests take a stand-in that keeps what it is given.
The last ones take GeoPandas itself, where it is installed.
"""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import pandas as pd
import polars as pl
import pytest

import migrationgov as mg
from migrationgov import frames, geo
from migrationgov.plots.world_maps import world


class Shape(tuple[Any, ...]):
    """A stand-in of a shape: its kind, and what it was made of."""

    __slots__ = ()
    is_valid = True
    area = 1

    def buffer(self, _: int) -> Shape:
        """The shape, mended."""
        return Shape(("mended", *self))


def shape(kind: str) -> Any:
    """What makes shapes of a kind."""
    return lambda *parts: Shape((kind, *parts))


@pytest.fixture
def standins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand-ins of GeoPandas and Shapely."""
    kinds = ("Point", "Polygon", "MultiPolygon", "box")
    shapely = SimpleNamespace(**{kind: shape(kind) for kind in kinds})

    def series(values: list[Any], index: Any, crs: str | None) -> pd.Series:
        made = pd.Series(values, index=index, dtype=object)
        made.attrs["crs"] = crs
        return made

    def frame(table: pd.DataFrame, geometry: pd.Series) -> pd.DataFrame:
        made = table.assign(geometry=geometry)
        made.attrs["crs"] = geometry.attrs["crs"]
        return made

    geopandas = SimpleNamespace(GeoSeries=series, GeoDataFrame=frame)
    monkeypatch.setitem(sys.modules, "geopandas", geopandas)
    monkeypatch.setitem(sys.modules, "shapely", shapely)
    geo._area.cache_clear()
    geo._tile.cache_clear()


def by_state(table: Any, column: str = "id") -> dict[str, Any]:
    """The geometry of each state."""
    return dict(zip(table[column], table["geometry"], strict=True))


@pytest.mark.usefixtures("standins")
def test_a_member_list_has_outlines() -> None:
    """In longitude and latitude; Tuvalu's is a point, and Kazakhstan's lies where it lies."""
    made = geo.with_geometry(mg.members_on("2002-12-02"))
    assert made.attrs["crs"] == "EPSG:4326"
    kind, (outline, *islands) = by_state(made)["KAZ"]
    assert (kind, islands) == ("MultiPolygon", [])
    places = outline[1]
    assert places[0] == places[-1], "a ring is closed"
    assert {46 < x < 88 and 40 < y < 56 for x, y in places} == {True}
    small = geo.with_geometry(pd.DataFrame({"country": ["Tuvalu"]}))
    assert by_state(small, "country")["Tuvalu"] == ("Point", [179.2, -8.5])


@pytest.mark.usefixtures("standins")
def test_a_hole_stays_a_hole() -> None:
    """Lesotho's in South Africa."""
    made = geo.with_geometry(pd.DataFrame({"state": ["ZAF"]}))
    _, (polygon,) = by_state(made, "state")["ZAF"][:2]
    kind, _, (hole,) = polygon
    assert kind == "Polygon"
    assert {27 <= x <= 30 and -31 <= y <= -28 for x, y in hole} == {True}


@pytest.mark.usefixtures("standins")
def test_an_outline_that_crosses_itself_is_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    """As simplified outlines may."""
    monkeypatch.setattr(Shape, "is_valid", False)
    assert by_state(geo.with_geometry(pd.DataFrame({"id": ["KAZ"]})))["KAZ"][0] == "mended"


@pytest.mark.usefixtures("standins")
def test_what_is_left_of_an_islet_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A ring of three places is no area; where all are so small, the state is a point."""
    islet = {"step": 0.1, "arcs": [[0, 0, 1, 1, -1, -1]], "points": {"KAZ": [1, 2]}}
    for areas, expected in (({"KAZ": [[[0]]]}, ("Point", [1, 2])), ({}, ("Point", [1, 2]))):
        monkeypatch.setattr(geo, "world", lambda areas=areas: islet | {"areas": areas})
        geo._area.cache_clear()
        assert by_state(geo.with_geometry(pd.DataFrame({"id": ["KAZ"]})))["KAZ"] == expected


@pytest.mark.usefixtures("standins")
def test_a_panel_has_the_outline_of_each_row() -> None:
    """A state that is on no map of today has none, nor has a missing state."""
    panel = frames.panel(["KAZ", "CSK"], start=1992, end=1992, backend="polars")
    made = geo.with_geometry(panel)
    assert [each is None for each in made["geometry"]] == [True, False]
    assert geo.with_geometry(pd.DataFrame({"id": [None, "KAZ"]}))["geometry"][0] is None


@pytest.mark.usefixtures("standins")
def test_tiles_are_squares_with_north_above() -> None:
    """Kazakhstan lies north of Uzbekistan; a former state has no tile."""
    table = pl.DataFrame({"who": ["KAZ", "Uzbekistan", "YUG"]})
    made = geo.with_geometry(table, "who", shape="tile")
    assert made.attrs["crs"] is None
    north, south, none = made["geometry"]
    assert none is None
    assert north[2] > south[2]
    assert (north[3] - north[1], north[4] - north[2]) == (1, 1)


@pytest.mark.usefixtures("standins")
def test_values_that_are_no_states() -> None:
    """They are named, or have no geometry."""
    table = pd.DataFrame({"state": ["KAZ", "Atlantis"]})
    with pytest.raises(mg.errors.UnknownStateError, match="Atlantis"):
        geo.with_geometry(table)
    with pytest.warns(mg.errors.UnmatchedWarning):
        made = geo.with_geometry(table, unmatched="null")
    assert [each is None for each in made["geometry"]] == [False, True]


@pytest.mark.usefixtures("standins")
def test_what_has_no_states_is_refused() -> None:
    """With what there is."""
    table = pd.DataFrame({"year": [1990]})
    with pytest.raises(mg.errors.UnknownTermError, match="no column of states; there are year"):
        geo.with_geometry(table)
    with pytest.raises(mg.errors.UnknownTermError, match="no column 'nation'; there are year"):
        geo.with_geometry(table, "nation")
    with pytest.raises(mg.errors.UnknownTermError, match="'geometry' already"):
        geo.with_geometry(pd.DataFrame({"id": ["KAZ"], "geometry": [1]}))
    with pytest.raises(mg.errors.UnknownTermError, match="'area', 'tile'"):
        geo.with_geometry(table, shape="globe")  # type: ignore[arg-type]
    with pytest.raises(mg.errors.WrongTypeError, match="give an answer, or a table of pandas"):
        geo.with_geometry("KAZ")


def test_without_geopandas_a_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra."""
    monkeypatch.setitem(sys.modules, "geopandas", None)
    with pytest.raises(mg.errors.MissingExtraError, match=r'pip install "migrationgov\[geo\]"'):
        geo.with_geometry(mg.members_on("2002-12-02"))


# -- GeoPandas itself -----------------------------------------------------------------------------


@pytest.fixture
def geopandas() -> Any:
    """GeoPandas; a test without it is skipped, and says so."""
    found = pytest.importorskip("geopandas", reason="GeoPandas is not installed")
    geo._area.cache_clear()
    geo._tile.cache_clear()
    return found


def test_geopandas_can_measure_every_outline(geopandas: Any) -> None:
    """All are valid; areas keep their sizes in a projection that does."""
    codes = [each.id for each in mg.dataset().states]
    made = geo.with_geometry(pd.DataFrame({"id": codes}))
    assert isinstance(made, geopandas.GeoDataFrame)
    assert made.geometry.dropna().is_valid.all()
    drawn = set(made.loc[made.geometry.notna(), "id"])
    assert drawn == set(codes) & {*world()["areas"], *world()["points"]}
    sizes = dict(zip(codes, made.to_crs("ESRI:54035").area / 1e12, strict=True))
    assert sizes["KAZ"] == pytest.approx(2.72, rel=0.03)  # millions of square kilometres
    assert sizes["RUS"] == pytest.approx(17.0, rel=0.03)
    assert sizes["TUV"] == 0


def test_geopandas_draws_a_member_list(geopandas: Any) -> None:
    """By grade; and the tiles touch, but do not overlap."""
    made = geo.with_geometry(mg.members_on("2002-12-02"))
    assert isinstance(made, geopandas.GeoDataFrame)
    assert made.crs.to_epsg() == 4326
    assert made.plot("grade") is not None
    tiles = geo.with_geometry(mg.members_on("2002-12-02"), shape="tile")
    assert tiles.geometry.dropna().union_all().area == len(tiles.geometry.dropna())
