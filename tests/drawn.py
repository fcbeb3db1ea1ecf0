"""What is on axes, for tests that compare it with the library's answers."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from migrationgov import plots

#: Every figure, with arguments that are quick to draw.
FIGURES: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "evidence": (plots.evidence_by_year, (["Bali Process", "IDM"],)),
    "growth": (plots.growth, ()),
    "timeline": (plots.state_timeline, ("KAZ",)),
    "institution": (plots.institution_timeline, ("Almaty Process",)),
    "roster": (plots.process_roster, ("5+5",)),
    "matrix": (plots.participation_matrix, (["KAZ", "AZE", "TUR", "MNG"],)),
    "network": (plots.coparticipation_network, (["KAZ", "TUR", "AFG", "RUS", "PAK"],)),
    "tiles": (plots.tile_map, ("2002-12-02",)),
    "map": (plots.world_map, ("1975-06-01",)),
}


def axes(width: float = 8, height: float = 6, **more: Any) -> Axes:
    """Return axes of a figure that is not one of pyplot's."""
    return Figure(figsize=(width, height), **more).add_subplot()


def patches(ax: Axes, start: str = "") -> dict[str, Patch]:
    """Return the patches whose ids have this start, by id."""
    found = [(str(each.get_gid()), each) for each in ax.patches if each.get_gid()]
    assert len(found) == len(dict(found)), "two patches have one id"
    return {key: each for key, each in found if key.startswith(start)}


def dotted(ax: Axes) -> set[tuple[int, int]]:
    """Return the places of the dots of a grid, as column and line."""
    return {(round(x), round(y)) for each in series(ax, "open") for x, y in each.get_offsets()}


def corners(patch: Any) -> tuple[float, float, float, float]:
    """Return the left, right, lower and upper end of a mark, in the values of the axes."""
    across, up = zip(*patch.get_xy(), strict=True)
    return min(across), max(across), min(up), max(up)


def lines(ax: Axes) -> list[Any]:
    """Return the lines, untyped: matplotlib types their data too widely for the tests."""
    return list(ax.lines)


def series(ax: Axes, start: str = "") -> list[Any]:
    """Return the collections (points, bands, ties) whose ids have this start."""
    return [each for each in ax.collections if str(each.get_gid() or "").startswith(start)]


def words(ax: Axes) -> str:
    """Return all text below the axes: the sentences and the legend."""
    legend = ax.get_legend()
    assert legend is not None
    texts = [legend.get_title(), *legend.get_texts()]
    return " ".join(" ".join(text.get_text() for text in texts).split())


def title(ax: Axes) -> str:
    """Return the title above the left edge."""
    return str(ax.get_title(loc="left"))
