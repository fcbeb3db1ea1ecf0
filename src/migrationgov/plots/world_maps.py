"""The world as a map, each state filled by how it stands towards an organization."""

from __future__ import annotations

import json
import os
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, Any

from migrationgov.plots.labels import name_of, on_in_words, tally
from migrationgov.plots.status_classes import LOOKS, NO_RECORD, NO_STATE, coverage_told, standings
from migrationgov.plots.style import bare, canvas, explain, heading, module, patch, swatches
from migrationgov.plots.tile_maps import SHOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from migrationgov.model.dataset import Dataset
    from migrationgov.plots.status_classes import DateLike, OrganizationLike

    Ring = list[tuple[float, float]]

_WORLD = os.path.join(os.path.dirname(__file__), "world.json")  # noqa: PTH118, PTH120 -- as in bundle.py
# The Equal Earth projection (Savric, Patterson, Jenny 2018): areas keep their sizes.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_BOUNDARIES = (
    "Boundaries are those of Natural Earth, as they are in fact today, whatever the date; they"
    " endorse no claim. A territory is drawn by its own record, or as having none. Circles are"
    " states too small to be seen."
)
_EMPTY = (NO_RECORD, NO_STATE)


@cache
def world() -> dict[str, Any]:
    """Return the bundled map: arcs on a grid, areas made of them, and points."""
    with open(_WORLD, encoding="utf-8") as file:  # noqa: PTH123 -- as in bundle.py
        found: dict[str, Any] = json.load(file)
    return found


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Return where a place lies on the map."""
    slant = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square = slant * slant
    sixth = square**3
    stretch = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    across = 2 / sqrt(3) * radians(longitude) * cos(slant) / stretch
    return across, slant * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


def rings(polygons: Sequence[Sequence[Sequence[int]]]) -> list[Ring]:
    """Return the outlines of an area, each closed, as places on the map."""
    return [
        [place for arc in ring for place in _line(arc)] for polygon in polygons for ring in polygon
    ]


@cache
def _line(arc: int) -> Ring:
    """Return an arc as places on the map; a negative number is one walked backwards."""
    if arc < 0:
        return _line(~arc)[::-1]
    steps, step = world()["arcs"][arc], world()["step"]
    x = y = 0
    line = []
    for across, up in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + across, y + up
        line.append(projected(x * step, y * step))
    return line


def world_map_table(
    on: DateLike, organization: OrganizationLike = "IOM", *, dataset: Dataset | None = None
) -> list[dict[str, Any]]:
    """
    List the areas of `world_map` with the classes they are drawn in.

    Args:
        on: As for `tile_map`.
        organization: As for `tile_map`.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        One dictionary per state or territory that is drawn, or has a status and cannot be. It
        holds `id`, `name`, `on`, `class` and `statuses` as in `tile_map_table`, and `drawn`:
        "area", "circle", "area and circle", or "" for a state that is not on a map of today. Areas
        of the map that are no record of the data come last, with the map's name as id and class
        "no record".

    Raises:
        InvalidDateError: If *on* is not a date; otherwise as for `tile_map`.

    >>> rows = {row["id"]: row for row in world_map_table("2002-12-02")}
    >>> rows["TUV"]["drawn"], rows["KAZ"]["class"], rows["Somaliland"]["class"]
    ('circle', 'member', 'no record')
    """
    areas, points = world()["areas"], world()["points"]
    known = standings(on, organization, dataset)
    rows = [each | {"drawn": _drawn(each, areas, points)} for each in known]
    others = sorted(set(areas) - {each["id"] for each in known})
    empty = {"on": str(known[0]["on"]) if known else "", "class": NO_RECORD, "statuses": []}
    return [each for each in rows if each["drawn"] or each["class"] in SHOWN] + [
        {"id": name, "name": name, **empty, "drawn": "area"} for name in others
    ]


def _drawn(row: dict[str, Any], areas: dict[str, Any], points: dict[str, Any]) -> str:
    circle = row["id"] in points and row["class"] not in _EMPTY
    parts = ["area"] * (row["id"] in areas) + ["circle"] * circle
    return " and ".join(parts)


def world_map(
    on: DateLike,
    organization: OrganizationLike = "IOM",
    *,
    ax: Axes | None = None,
    dataset: Dataset | None = None,
) -> Axes:
    """
    Draw a map of the world by how each state stands towards an organization on a date.

    The boundaries are those of today (Natural Earth 1:50m, simplified), on every date; contested
    land goes with whoever holds it, as Natural Earth draws it. An area whose state did not exist
    yet is drawn as such, never with the status of the one before it; a former state with a status
    on the date is named under the map. A territory is drawn by its own record, or as having none,
    not by that of the state it belongs to; where the map itself has no area for it (Guadeloupe),
    it goes with that state. Antarctica is left out.

    Args:
        on: A date as for `tile_map`.
        organization: Name, acronym, id or record of the organization.
        ax: Where to draw; a new figure of pyplot by default.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        The axes, with a patch per area and per circle of `world_map_table`.

    Raises:
        InvalidDateError: If *on* is not a date; otherwise as for `tile_map`.
        MissingExtraError: If matplotlib is not there.

    Warns:
        CoverageWarning: If *on* lies outside what the register covers.

    >>> from matplotlib.figure import Figure
    >>> world_map("2002-12-02", ax=Figure().add_subplot()).get_title(loc="left")
    'IOM on 2 December 2002: 98 members, 29 observers and 8 possible observers'
    """
    rows = world_map_table(on, organization, dataset=dataset)
    made = canvas(ax, 13, 7.5, frame=(0.1, 0.1, 1.3, 0.4))
    for row in (each for each in rows if "area" in each["drawn"]):
        _area(made, row)
    for row in (each for each in rows if "circle" in each["drawn"]):
        _circle(made, row)
    made.set(xlim=(-2.75, 2.75), ylim=(-1.12, 1.33), aspect="equal")
    bare(made)
    heading(made, f"{name_of(organization, dataset)}{on_in_words(on)}: {tally(rows)}")
    used = {row["class"] for row in rows if row["drawn"]}
    looks = [look for name, look in LOOKS.items() if name in used]
    off = [f"{row['name']} ({LOOKS[row['class']].label})" for row in rows if not row["drawn"]]
    told = f"Not on a map of today: {', '.join(off)}." if off else ""
    bounds = coverage_told(on, organization, dataset)
    explain(made, swatches(made, looks, letters=False), bounds, _BOUNDARIES, told)
    return made


def _area(ax: Axes, row: dict[str, Any]) -> None:
    path = module("matplotlib.path").Path
    outlines = [path(ring, closed=True) for ring in rings(world()["areas"][row["id"]])]
    shape = module("matplotlib.patches").PathPatch(path.make_compound_path(*outlines))
    patch(ax, shape, LOOKS[row["class"]], key=f"area-{row['id']}", width=0.35)


def _circle(ax: Axes, row: dict[str, Any]) -> None:
    middle = projected(*world()["points"][row["id"]])
    round_ = module("matplotlib.patches").Circle(middle, 0.017)
    patch(ax, round_, LOOKS[row["class"]], key=f"circle-{row['id']}", width=0.7)
