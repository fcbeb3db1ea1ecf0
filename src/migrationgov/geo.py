"""
Tables with geometry, for GeoPandas (``pip install "migrationgov[geo]"``).

The outlines are those of the figures: the bundled map of the world, and the tile map.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, get_args

from migrationgov.errors import UnknownTermError, WrongTypeError, check_word, short_repr
from migrationgov.frames.state_matching import Matching, match_states
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.optional_imports import import_optional
from migrationgov.plots.tile_maps import TILES
from migrationgov.plots.world_maps import Ring, line, world
from migrationgov.typing import MapShape, Unmatched

#: The names of a column of states, the first that a table has, where the call names none.
_STATES = ("state", "party", "id", "country")
_LONGITUDE_AND_LATITUDE = "EPSG:4326"
_CLOSED = 4  # a ring has so many places at least; a smaller one is left of a simplified islet


def with_geometry(
    what: Any,
    state: str | None = None,
    *,
    shape: MapShape = "area",
    unmatched: Unmatched = "raise",
    dataset: Dataset | None = None,
) -> Any:
    """
    Return an answer or a table as a GeoDataFrame, with the outline of the state of each row.

    A state has its outline of today, whatever the date of the row. A state that the map has no
    area for, because it is too small, has a point. A state that is not on a map of today, such as
    Czechoslovakia, has no geometry.

    Args:
        what: An answer with states (a member list, a roster), a panel, or any table of pandas,
            Polars or PyArrow with a column of states. It is not changed.
        state: The column of states: codes or names, as for `find_state`. By default the first of
            ``state``, ``party``, ``id`` and ``country`` that is there.
        shape: "area" for outlines in longitude and latitude (EPSG:4326, from Natural Earth, in
            steps of a tenth of a degree); "tile" for a square per state, in columns and rows
            without a system of coordinates.
        unmatched: As for `annotate`: "raise", or "null" for no geometry where a value is no state.
        dataset: The facts; the active dataset by default.

    Returns:
        A GeoDataFrame with the columns of the table and ``geometry``.

    Raises:
        MissingExtraError: If geopandas is not installed.
        WrongTypeError: If *what* is neither an answer nor a table.
        UnknownTermError: If there is no column of states, or ``geometry`` is there already.
        UnknownStateError: If values are not states; the message names each.

    >>> from migrationgov import members_on
    >>> members = with_geometry(members_on("2002-12-02"))  # doctest: +SKIP
    >>> members.set_index("id").geometry["KAZ"].geom_type  # doctest: +SKIP
    'MultiPolygon'
    """
    geopandas = import_optional("geopandas", "geo")
    facts = resolve_dataset(dataset)
    check_word("shape", shape, get_args(MapShape))
    table = _table(what)
    values = table[_column(table, state)]
    asked = Matching(unmatched)
    found = match_states(values.dropna().unique(), str(values.name), asked, facts)
    draw, crs = (_tile, None) if shape == "tile" else (_area, _LONGITUDE_AND_LATITUDE)
    drawn = {value: draw(code) for value, ((_, _, code),) in found.items()}
    geometry = geopandas.GeoSeries(
        [drawn.get(value) for value in values], index=table.index, crs=crs
    )
    return geopandas.GeoDataFrame(table, geometry=geometry)


def _table(what: Any) -> Any:
    """Return an answer or a table as a table of pandas."""
    if hasattr(what, "to_frame") and hasattr(what, "cite"):
        return what.to_frame()
    narwhals = import_optional("narwhals.stable.v2", "geo")
    try:
        return narwhals.from_native(what, eager_only=True).to_pandas()
    except TypeError:
        raise WrongTypeError(
            f"give an answer, or a table of pandas, Polars or PyArrow, not {short_repr(what)}"
        ) from None


def _column(table: Any, asked: str | None) -> str:
    """Return the name of the column of states."""
    names = [str(each) for each in table.columns]
    if "geometry" in names:
        raise UnknownTermError("the table has a column 'geometry' already; rename it")
    found = next((each for each in ([asked] if asked else _STATES) if each in names), None)
    if found is None:
        missing = f"column {short_repr(asked)}" if asked else "column of states"
        raise UnknownTermError(f"the table has no {missing}; there are {', '.join(names)}")
    return found


@cache
def _area(code: str) -> Any:
    """Return the outline of a state in degrees, the point of a small one, or None."""
    shapes = import_optional("shapely", "geo")
    closed = (
        shapes.Polygon(outer, [each for each in holes if len(each) >= _CLOSED])
        for outer, *holes in _rings(world()["areas"].get(code, ()))
        if len(outer) >= _CLOSED
    )
    polygons = [each for each in closed if each.area]
    if not polygons:
        point = world()["points"].get(code)
        return None if point is None else shapes.Point(point)
    made = shapes.MultiPolygon(polygons)
    return made if made.is_valid else made.buffer(0)  # simplified outlines may cross themselves


def _rings(polygons: Sequence[Sequence[Sequence[int]]]) -> list[list[Ring]]:
    """Return the rings of each polygon, the outer one first, as longitudes and latitudes."""
    return [
        [[place for arc in ring for place in line(arc)] for ring in polygon]
        for polygon in polygons
    ]


@cache
def _tile(code: str) -> Any:
    """Return the tile of a state, with north above; None for a state without one."""
    if code not in TILES:
        return None
    column, row = TILES[code]
    return import_optional("shapely", "geo").box(column, -row - 1, column + 1, -row)
