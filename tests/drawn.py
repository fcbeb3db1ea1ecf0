"""What lies on axes, for tests that compare it with the library's answers."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from migrationgov import plots

#: Every figure, with arguments that are quick to draw.
FIGURES: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "growth": (plots.growth, ()),
    "timeline": (plots.state_timeline, ("KAZ",)),
    "roster": (plots.process_roster, ("5+5",)),
    "matrix": (plots.participation_matrix, (["KAZ", "AZE", "TUR", "MNG"],)),
    "network": (plots.coparticipation_network, (["KAZ", "TUR", "AFG", "RUS", "PAK"],)),
    "tiles": (plots.tile_map, ("2002-12-02",)),
    "map": (plots.world_map, ("1975-06-01",)),
}


def axes(width: float = 8, height: float = 6, **more: Any) -> Axes:
    """Axes of a figure that pyplot knows nothing of."""
    return Figure(figsize=(width, height), **more).add_subplot()


def patches(ax: Axes, start: str = "") -> dict[str, Patch]:
    """The patches by their ids, those that begin so."""
    found = [(str(each.get_gid()), each) for each in ax.patches if each.get_gid()]
    assert len(found) == len(dict(found)), "an id is given twice"
    return {key: each for key, each in found if key.startswith(start)}


def lines(ax: Axes) -> list[Any]:
    """The lines; what matplotlib says of their data is no type to work with."""
    return list(ax.lines)


def series(ax: Axes, start: str = "") -> list[Any]:
    """The collections (points, bands, ties) whose ids begin so."""
    return [each for each in ax.collections if str(each.get_gid() or "").startswith(start)]


def words(ax: Axes) -> str:
    """All that is written under the axes: the sentences and the key."""
    legend = ax.get_legend()
    assert legend is not None
    texts = [legend.get_title(), *legend.get_texts()]
    return " ".join(" ".join(text.get_text() for text in texts).split())


def title(ax: Axes) -> str:
    """The title over the left edge."""
    return str(ax.get_title(loc="left"))
