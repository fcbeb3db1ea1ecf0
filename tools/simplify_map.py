"""Write the map of the world that the figures draw: Natural Earth 1:50m, with far fewer points.

Natural Earth is in the public domain; the npm package ``world-atlas`` (2.0.2) packs its countries
as TopoJSON. Fetch and unpack it, then ``python tools/simplify_map.py countries-50m.json``. Shared
boundaries stay shared, because each line between two junctions (an arc) is simplified once. An
area is named by the id of our state with the same M49 code; one that has none by its own name.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from itertools import accumulate, pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

import migrationgov as mg

WORLD = Path(__file__).parent.parent / "src/migrationgov/plots/world.json"
_STEP = 0.1  # degrees: the grid that points are moved to
_LEAST_BEND = 0.12  # square degrees at the equator: a point that bends its line less is left out
_LEAST_ISLAND = 0.25  # square degrees: a smaller one is left out
_LEAST_AREA = 0.05  # square degrees: what has no larger part is a point and nothing else
_POINT_BELOW = 0.33  # square degrees, some 4,000 square kilometres: smaller is a point, too
_HALF = 180  # degrees
_OURS = 3  # letters of a code
_LEFT_OUT = {"ATA", "Indian Ocean Ter."}  # a third of the picture; two specks with one name
_BY_NAME = {"Kosovo": "XKX"}  # has no M49 code
#: Natural Earth 1:50m leaves Tuvalu out; this is Funafuti.
_MISSING = {"TUV": [179.2, -8.5]}

Point = tuple[float, float]
Ring = list[int]


def world(topology: dict[str, Any]) -> dict[str, Any]:
    """Return the simplified map of a topology."""
    lines = [_positions(arc, topology["transform"]) for arc in topology["arcs"]]
    areas: dict[str, list[list[Ring]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        areas.setdefault(_owner(geometry), []).extend(_polygons(geometry))
    points, kept = dict(_MISSING), {}
    for owner in sorted(set(areas) - _LEFT_OUT):
        largest = max(areas[owner], key=lambda polygon: _size(polygon[0], lines))
        least = min(_LEAST_ISLAND, max(_LEAST_AREA, _size(largest[0], lines)))
        polygons = [each for each in areas[owner] if _size(each[0], lines) >= least]
        if polygons:
            kept[owner] = [_without_specks(each, lines) for each in polygons]
        if _size(largest[0], lines) < _POINT_BELOW and len(owner) == _OURS:
            points[owner] = _middle(largest[0], lines)
    return _packed(kept, dict(sorted(points.items())), lines)


def _positions(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    xs, ys = (list(accumulate(step[axis] for step in arc)) for axis in (0, 1))
    return [(x * sx + tx, y * sy + ty) for x, y in zip(xs, ys, strict=True)]


def _owner(geometry: dict[str, Any]) -> str:
    by_code = {state.m49: state.id for state in mg.dataset().states if state.m49 and not state.end}
    name = str(geometry["properties"]["name"])
    return by_code.get(geometry.get("id", ""), _BY_NAME.get(name, name))


def _polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]


def _line(arc: int, lines: list[list[Point]]) -> list[Point]:
    return lines[arc] if arc >= 0 else lines[~arc][::-1]


def _around(ring: Ring, lines: list[list[Point]]) -> list[Point]:
    return [point for arc in ring for point in _line(arc, lines)[:-1]]


def _size(ring: Ring, lines: list[list[Point]]) -> float:
    """Return how large a ring is, in square degrees as they are at the equator."""
    around = _around(ring, lines)
    shrunk = cos(radians(around[0][1]))
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*around, around[0]]))
    return abs(twice) / 2 * shrunk


def _middle(ring: Ring, lines: list[list[Point]]) -> list[float]:
    around = _around(ring, lines)
    return [round(sum(each[axis] for each in around) / len(around), 1) for axis in (0, 1)]


def _without_specks(polygon: list[Ring], lines: list[list[Point]]) -> list[Ring]:
    outer, *holes = polygon
    return [outer, *(hole for hole in holes if _size(hole, lines) >= _LEAST_ISLAND)]


def _packed(
    areas: dict[str, list[list[Ring]]], points: dict[str, list[float]], lines: list[list[Point]]
) -> dict[str, Any]:
    """Keep the arcs that are used, number them anew, and write each as steps on the grid."""
    arcs: dict[tuple[Point, ...], int] = {}
    simple: dict[int, list[Point]] = {}
    packed: dict[str, list[list[Ring]]] = {}
    for owner, polygons in areas.items():
        packed[owner] = []
        for polygon in polygons:
            for arc in {arc if arc >= 0 else ~arc for ring in polygon for arc in ring}:
                simple[arc] = simple.get(arc) or _simplified(lines[arc])
            packed[owner] += _numbered(polygon, simple, arcs)
    return {
        "source": "Natural Earth 1:50m (public domain), through world-atlas 2.0.2",
        "step": _STEP,
        "arcs": [_steps(arc) for arc in arcs],
        "areas": packed,
        "points": points,
    }


def _numbered(
    polygon: list[Ring], simple: dict[int, list[Point]], arcs: dict[tuple[Point, ...], int]
) -> list[list[Ring]]:
    """Return a polygon with the new numbers of its arcs; cut where it spans the date line."""
    outer = [place for arc in polygon[0] for place in _walked(arc, simple)]
    if any(abs(a[0] - b[0]) > _HALF for a, b in pairwise(outer)):
        return [[[_number(tuple(half), arcs)]] for half in _halves(outer)]
    return [[[_signed(arc, simple, arcs) for arc in ring] for ring in polygon]]


def _signed(arc: int, simple: dict[int, list[Point]], arcs: dict[tuple[Point, ...], int]) -> int:
    """Return the new number of an arc; negative, as before, where it is walked backwards."""
    number = _number(tuple(simple[arc if arc >= 0 else ~arc]), arcs)
    return number if arc >= 0 else ~number


def _number(arc: tuple[Point, ...], arcs: dict[tuple[Point, ...], int]) -> int:
    return arcs.setdefault(arc, len(arcs))


def _walked(arc: int, simple: dict[int, list[Point]]) -> list[Point]:
    return simple[arc] if arc >= 0 else simple[~arc][::-1]


def _halves(ring: list[Point]) -> list[list[Point]]:
    """Cut a ring that spans the date line into what lies west and what lies east of it."""
    unrolled = [ring[0]]
    for x, y in ring[1:]:
        turns = round((unrolled[-1][0] - x) / (2 * _HALF))
        unrolled.append((x + turns * 2 * _HALF, y))
    edge = _HALF if max(x for x, _ in unrolled) > _HALF else -_HALF
    lower, upper = _cut(unrolled, edge, 1), _cut(unrolled, edge, -1)
    moved = ((lower, 0 if edge > 0 else 2 * _HALF), (upper, -2 * _HALF if edge > 0 else 0))
    return [[(x + shift, y) for x, y in half] for half, shift in moved if half]


def _cut(ring: list[Point], edge: float, side: int) -> list[Point]:
    """Keep the part of a ring on one side of a meridian (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for (ax, ay), (bx, by) in pairwise(ring):
        if (edge - ax) * side >= 0:
            kept.append((ax, ay))
        if (edge - ax) * (edge - bx) < 0:
            kept.append((edge, ay + (by - ay) * (edge - ax) / (bx - ax)))
    return [*kept, *kept[:1]]


def _simplified(line: list[Point]) -> list[Point]:
    """Leave out, one by one, the point that bends the line least (Visvalingam)."""
    kept = list(line)
    least = 4 if line[0] == line[-1] else 2
    while len(kept) > least:
        bends = [_bend(*kept[place - 1 : place + 2]) for place in range(1, len(kept) - 1)]
        smallest = min(bends)
        if smallest >= _LEAST_BEND:
            break
        del kept[bends.index(smallest) + 1]
    return kept


def _bend(one: Point, middle: Point, other: Point) -> float:
    (ax, ay), (bx, by), (cx, cy) = one, middle, other
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2 * cos(radians(by))


def _steps(line: Iterable[Point]) -> list[int]:
    """Return a line as its first place and the steps from each place to the next."""
    grid = [(round(x / _STEP), round(y / _STEP)) for x, y in line]
    moves = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(grid)]
    return [number for pair in (grid[0], *(m for m in moves if m != (0, 0))) for number in pair]


if __name__ == "__main__":
    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    WORLD.write_text(json.dumps(world(given), separators=(",", ":")) + "\n", encoding="utf-8")
