"""A grid with a cell for the roles of each party in each process, or on each list."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

from migrationgov.plots import style
from migrationgov.plots.role_styles import in_role_order
from migrationgov.plots.signatures import Axes
from migrationgov.plots.style import MarkStyle

_SIDE = 0.9

Column = TypeVar("Column")

#: The ground behind empty cells where no evidence says that the party has no role.
NO_EVIDENCE = MarkStyle("empty cell: not known", "", "none", "..", "#A6A6A6")
_NO_EVIDENCE = "Dotted ground: no complete list of members, so that an empty cell proves nothing."


def draw_role_grid(
    ax: Axes,
    columns: Mapping[Column, str],
    lines: Mapping[str, str],
    cells: Mapping[tuple[str, Column], Sequence[tuple[str, MarkStyle]]],
    unproven: Collection[tuple[str, Column]],
    if_empty: str,
    listed: str = "",
) -> None:
    """
    Draw the grid and its legend, from the names of columns and lines by id.

    A cell is the ids of its line and column; no role in an *unproven* cell proves nothing.
    """
    _name_lines(ax, list(columns.values()), list(lines.values()))
    used: dict[MarkStyle, str] = {}
    for line, code in enumerate(lines):
        for number, column in enumerate(columns):
            roles = cells.get((code, column), ())
            _draw_cell(ax, number, line, f"{code}-{column}", [mark for _, mark in roles])
            used |= {mark: role for role, mark in roles}
    for number, column in enumerate(columns):
        its = [line for line, code in enumerate(lines) if (code, column) in unproven]
        _dot(ax, number, its)
    dotted = [NO_EVIDENCE] if unproven else []
    sentences = [listed, _NO_EVIDENCE if dotted else "", "" if used else if_empty]
    handles = style.legend_handles(ax, [*in_role_order(used), *dotted])
    style.add_legend(ax, handles, *sentences)


def _name_lines(ax: Axes, columns: Sequence[str], lines: Sequence[str]) -> None:
    ax.set_xticks(
        range(len(columns)), [style.shortened(name, 34) for name in columns], rotation=90
    )
    ax.set_yticks(range(len(lines)), [style.shortened(name, 40) for name in lines])
    ax.set(xlim=(-0.5, max(len(columns), 1) - 0.5), ylim=(max(len(lines), 1) - 0.5, -0.5))
    ax.xaxis.tick_top()
    ax.tick_params(length=0, labelsize="small", colors=style.text_colour(ax))
    for spine in ax.spines.values():
        spine.set_visible(False)


def _draw_cell(ax: Axes, column: int, line: int, key: str, marks: Sequence[MarkStyle]) -> None:
    """Draw a strip with a letter for each role of a cell; italic if the role is in doubt."""
    size = 7 if len(marks) < 3 else 5  # noqa: PLR2004 -- three letters need room
    for number, mark in enumerate(marks):
        width = _SIDE / len(marks)
        corner = (column - _SIDE / 2 + number * width, line - _SIDE / 2)
        slant = "italic" if mark.letter.endswith("?") else "normal"
        style.add_box(
            ax, corner, (width, _SIDE), mark, mark.letter, key=f"{key}-{number}", outline=1.1,
            pad=0.15, fontsize=size, fontstyle=slant,
        )  # fmt: skip


def _dot(ax: Axes, column: int, lines: Sequence[int]) -> None:
    """Dot the ground of some lines of a column, with one patch for each unbroken run of lines."""
    for _, group in groupby(enumerate(lines), key=lambda each: each[1] - each[0]):
        run = [line for _, line in group]
        corner = (column - 0.5, run[0] - 0.5)
        ground = style.module("matplotlib.patches").Rectangle(corner, 1, len(run), zorder=0.5)
        style.add_patch(ax, ground, NO_EVIDENCE, key=f"open-{column}-{run[0]}", width=0)
