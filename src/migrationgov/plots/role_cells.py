"""Cells of a grid, each with the roles of somebody in something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from migrationgov.plots.role_styles import PARTS, part_look
from migrationgov.plots.style import (
    DARK_GREY,
    WHITE,
    MarkStyle,
    fitted,
    ink,
    label,
    module,
    on_fill,
    patch,
    swatches,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes

_SIDE = 0.9

#: What lies behind an empty cell where nothing proves that it is empty.
UNPROVEN = MarkStyle("empty cell: not known", "", "none", "..", "#A6A6A6")


def cell_look(role: str, *, certain: bool, filled: bool = True) -> MarkStyle:
    """Return the look of a role in a cell; hollow where it rests on an incomplete list."""
    look = part_look(role, certain=certain)
    if filled or not certain:
        return look
    edge = look.face if look.face not in (WHITE, "#1A1A1A") else DARK_GREY
    return evolve(look, face=WHITE, hatch="", edge=edge, label=f"{look.label}, incomplete list")


def cell(ax: Axes, column: int, row: int, looks: Sequence[MarkStyle], key: str) -> None:
    """Draw one cell: a strip for each role in it, with its letter; italic where only possible."""
    width = _SIDE / len(looks)
    left = column - _SIDE / 2
    for place, look in enumerate(fitted(ax, each) for each in looks):
        corner = (left + place * width, row - _SIDE / 2)
        strip = module("matplotlib.patches").Rectangle(corner, width, _SIDE)
        patch(ax, strip, look, key=f"{key}-{place}", width=1.1)
        ax.text(
            corner[0] + width / 2, row, look.letter, ha="center", va="center", clip_on=True,
            color=on_fill(look.face), fontsize=7 if len(looks) < 3 else 5,  # noqa: PLR2004 -- three letters need room
            fontstyle="italic" if look.letter.endswith("?") else "normal",
            bbox={"boxstyle": "round,pad=0.15", "facecolor": look.face, "edgecolor": "none"},
        )  # fmt: skip


def shade(ax: Axes, column: int, lines: Sequence[int], key: str) -> None:
    """Mark the lines (one next to the other) of a column whose empty cells prove nothing."""
    corner = (column - 0.5, min(lines) - 0.5)
    behind = module("matplotlib.patches").Rectangle(corner, 1, len(lines), zorder=0.5)
    patch(ax, behind, UNPROVEN, key=key, width=0)


def grid(ax: Axes, columns: Sequence[str], rows: Sequence[str]) -> None:
    """Set up the axes of a grid: names at the left, names on top."""
    ax.set_xticks(range(len(columns)), [label(name, 34) for name in columns], rotation=90)
    ax.set_yticks(range(len(rows)), [label(name, 40) for name in rows])
    ax.set(xlim=(-0.5, max(len(columns), 1) - 0.5), ylim=(max(len(rows), 1) - 0.5, -0.5))
    ax.xaxis.tick_top()
    ax.tick_params(length=0, labelsize="small", colors=ink(ax))
    for spine in ax.spines.values():
        spine.set_visible(False)


def in_order(looks: Iterable[tuple[str, MarkStyle]]) -> list[MarkStyle]:
    """Return the looks of roles, each once, in the order of the roles."""
    order = list(PARTS)
    return list(dict.fromkeys(look for _, look in sorted(looks, key=lambda e: order.index(e[0]))))


def key_of(ax: Axes, looks: Iterable[tuple[str, MarkStyle]], *, shaded: bool) -> list[Any]:
    """Return the handles of a legend: the roles in their order, and what dotted ground means."""
    return swatches(ax, [*in_order(looks), *([UNPROVEN] if shaded else [])])
