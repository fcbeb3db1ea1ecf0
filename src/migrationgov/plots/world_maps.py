"""A map of the world: each state filled by its status in an institution."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
from math import asin, cos, radians, sin, sqrt
from typing import Any

from migrationgov.dates.partial_date import as_date
from migrationgov.model.dataset import Dataset
from migrationgov.plots import style
from migrationgov.plots.marks import area_filling
from migrationgov.plots.signatures import AreaRow, Axes
from migrationgov.plots.status_classes import STATUS_MARKS, WITH_STATUS, add_map_text, status_rows
from migrationgov.typing import DateLike, InstitutionLike
from migrationgov.vocabularies import Grade

Ring = list[tuple[float, float]]

# The Equal Earth projection (Savric, Patterson, Jenny 2018): areas keep their sizes.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_LATITUDES = range(-58, 85)  # of the ground; without Antarctica
_BOUNDARIES = (
    "Boundaries are those of Natural Earth, as they are in fact today, whatever the date; they"
    " endorse no claim. A territory is drawn by its own record, or as having none. Circles are"
    " states too small to be seen."
)


@cache
def world() -> dict[str, Any]:
    """Return the bundled map: arcs on a grid, areas made of them, and points."""
    file = files("migrationgov.plots") / "world.json"  # also in a zip archive
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Return the position of a place on the map."""
    slant = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square = slant * slant
    sixth = square**3
    stretch = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    across = 2 / sqrt(3) * radians(longitude) * cos(slant) / stretch
    return across, slant * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


def rings(polygons: Sequence[Sequence[Sequence[int]]]) -> list[Ring]:
    """Return the outlines of an area, each closed, as positions on the map."""
    outlines = (ring for polygon in polygons for ring in polygon)
    return [[position for arc in ring for position in _projected(arc)] for ring in outlines]


@cache
def line(arc: int) -> Ring:
    """Return an arc as longitudes and latitudes; a negative number is an arc in reverse."""
    if arc < 0:
        return line(~arc)[::-1]
    steps, step = world()["arcs"][arc], world()["step"]
    xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
    return [(round(x * step, 1), round(y * step, 1)) for x, y in zip(xs, ys, strict=True)]


@cache
def _projected(arc: int) -> Ring:
    """Return an arc as positions on the map."""
    return [projected(*place) for place in line(arc)]


def world_map_table(
    on: DateLike, institution: InstitutionLike = "IOM", *, dataset: Dataset | None = None
) -> list[AreaRow]:
    """
    List the areas of `world_map` with their classes; same arguments.

    Returns:
        One dictionary per state or territory that is drawn, or that has a status and cannot be. It
        has `id`, `name`, `on`, `class`, `statuses` and `evidence` as in `tile_map_table`, and
        `drawn`: "area", "circle", "area and circle", or "" for a state that is not on a map of
        today. Areas of the map without a record in the data come last, with the map's name as id
        and "no record".

    >>> rows = {row["id"]: row for row in world_map_table("2002-12-02")}
    >>> rows["TUV"]["drawn"], rows["KAZ"]["class"], rows["Somaliland"]["class"]
    ('circle', 'member', 'no record')
    """
    areas, points = world()["areas"], world()["points"]
    made: list[AreaRow] = []
    for row in status_rows(on, institution, dataset):
        circle = row["id"] in points and row["class"] not in ("no record", "no state")
        if row["id"] in areas:
            made.append({**row, "drawn": "area and circle" if circle else "area"})
        elif circle or row["class"] in WITH_STATUS:
            made.append({**row, "drawn": "circle" if circle else ""})
    when = str(as_date(on))
    return made + [
        {
            "id": x,
            "name": x,
            "on": when,
            "class": "no record",
            "statuses": [],
            "evidence": None,
            "drawn": "area",
        }
        for x in sorted(set(areas) - {row["id"] for row in made})
    ]


def world_map(
    on: DateLike,
    institution: InstitutionLike = "IOM",
    *,
    ax: Axes | None = None,
    dataset: Dataset | None = None,
) -> Axes:
    """
    Draw a map of the world by the status of each state in an institution on a date.

    The boundaries are those of today (Natural Earth 1:50m, simplified), on every date; contested
    land goes with the state that controls it, as Natural Earth draws it. An area whose state did
    not exist yet is drawn as such, never with the status of its predecessor; a former state with a
    status on the date is named below the map. A territory is drawn by its own record, or as having
    none, not by that of the state to which it belongs; where the map has no area for it
    (Guadeloupe), it goes with that state. Antarctica is left out.

    Args:
        on: A date as for `tile_map`.
        institution: Name, acronym, id or record of an organization with a register, of a
            treaty, or of a process.
        ax: The axes to draw on; by default those of a new figure.
        dataset: The facts; the active dataset by default.

    Returns:
        The axes, with a patch per area and per circle of `world_map_table`.

    >>> from matplotlib.figure import Figure
    >>> world_map("2002-12-02", ax=Figure().add_subplot()).get_title(loc="left")
    'IOM on 2 December 2002: 98 members, 29 observers and 8 possible observers'
    """
    rows = world_map_table(on, institution, dataset=dataset)
    made = style.canvas(ax, 13, 7.1)
    _draw_sea(made)
    for row in (each for each in rows if "area" in each["drawn"]):
        _draw_area(made, row)
    for row in (each for each in rows if "circle" in each["drawn"]):
        _draw_circle(made, row)
    made.set(xlim=(-2.72, 2.72), ylim=(-1.03, 1.31), aspect="equal", anchor="NW")
    off = [row for row in rows if not row["drawn"]]
    names = ", ".join(f"{row['name']} ({STATUS_MARKS[row['class']].label})" for row in off)
    missing = f"Not on a map of today: {names}." if off else ""
    add_map_text(made, rows, on, institution, dataset, _BOUNDARIES, missing, areas=True)
    return made


def _draw_sea(ax: Axes) -> None:
    """Draw the ground of the map, so that hollow areas stand out from it."""
    east = [projected(180, latitude) for latitude in _LATITUDES]
    edge = east + [(-across, up) for across, up in reversed(east)]
    colour = "#1d2228" if style.is_dark(ax) else "#eef2f6"
    sea = style.module("matplotlib.patches").Polygon(edge, closed=True, color=colour, zorder=0.5)
    ax.add_patch(sea)


def _draw_area(ax: Axes, row: AreaRow) -> None:
    path = style.module("matplotlib.path").Path
    outlines = [path(ring, closed=True) for ring in rings(world()["areas"][row["id"]])]
    area = style.module("matplotlib.patches").PathPatch(path.make_compound_path(*outlines))
    _add(ax, area, row, f"area-{row['id']}", 0.4)


def _draw_circle(ax: Axes, row: AreaRow) -> None:
    middle = projected(*world()["points"][row["id"]])
    circle = style.module("matplotlib.patches").Circle(middle, 0.017, zorder=1.4)
    _add(ax, circle, row, f"circle-{row['id']}", 0.7)


def _add(ax: Axes, patch: Any, row: AreaRow, key: str, width: float) -> None:
    mark = STATUS_MARKS[row["class"]]
    patch.set(linewidth=width, gid=style.gid(key), **area_filling(ax, mark))
    if mark.grade == Grade.POSSIBLE:  # its broken outline is above those of its neighbours
        patch.set(linewidth=2 * width, zorder=max(patch.get_zorder(), 1.2))
    ax.add_patch(patch)
