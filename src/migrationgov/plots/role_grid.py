"""A grid with a cell for the roles of each party in each process, or on each list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from attrs import frozen

from migrationgov.plots import style
from migrationgov.plots.role_styles import in_role_order
from migrationgov.plots.signatures import Axes
from migrationgov.plots.style import MarkStyle

_SIDE = 0.9

#: The ground behind empty cells where no evidence says that the party has no role.
NO_EVIDENCE = MarkStyle("empty cell: not known", "", "none", "..", "#A6A6A6")
_NO_EVIDENCE = "Dotted ground: no complete list of members, so that an empty cell proves nothing."


@frozen
class Cell:
    """
    The roles in one cell.

    Attributes:
        column: Number of the column.
        line: Number of the line.
        key: Start of the ids of the patches.
        styles: The roles, each with its style.
    """

    column: int
    line: int
    key: str
    styles: list[tuple[str, MarkStyle]]


def draw_role_grid(
    ax: Axes,
    columns: Sequence[str],
    lines: Sequence[str],
    cells: Iterable[Cell],
    unproven: Mapping[int, Iterable[int]],
    if_empty: str,
) -> None:
    """
    Draw the grid and its legend.

    Args:
        ax: The axes.
        columns: Names above the columns.
        lines: Names at the left of the lines.
        cells: The cells that are not empty.
        unproven: For each column, the lines in which an empty cell proves nothing.
        if_empty: The sentence below a grid without cells.
    """
    _name_lines(ax, columns, lines)
    used: dict[MarkStyle, str] = {}
    for cell in cells:
        _draw_cell(ax, cell)
        used |= {mark: role for role, mark in cell.styles}
    for column, its in unproven.items():
        _dot(ax, column, sorted(its))
    dotted = [NO_EVIDENCE] if any(unproven.values()) else []
    sentences = [_NO_EVIDENCE if dotted else "", "" if used else if_empty]
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


def _draw_cell(ax: Axes, cell: Cell) -> None:
    """Draw a strip with a letter for each role of a cell; italic if the role is only possible."""
    width = _SIDE / len(cell.styles)
    size = 7 if len(cell.styles) < 3 else 5  # noqa: PLR2004 -- three letters need room
    for number, (_, mark) in enumerate(cell.styles):
        corner = (cell.column - _SIDE / 2 + number * width, cell.line - _SIDE / 2)
        strip = style.module("matplotlib.patches").Rectangle(corner, width, _SIDE)
        style.add_patch(ax, strip, mark, key=f"{cell.key}-{number}", width=1.1)
        face = style.adapted(ax, mark).face
        ax.text(
            corner[0] + width / 2, cell.line, mark.letter, ha="center", va="center", clip_on=True,
            color=style.letter_colour(face), fontsize=size,
            fontstyle="italic" if mark.letter.endswith("?") else "normal",
            bbox={"boxstyle": "round,pad=0.15", "facecolor": face, "edgecolor": "none"},
        )  # fmt: skip


def _dot(ax: Axes, column: int, lines: Sequence[int]) -> None:
    """Dot the ground of some lines of a column, with one patch for each unbroken run of lines."""
    for _, group in groupby(enumerate(lines), key=lambda each: each[1] - each[0]):
        run = [line for _, line in group]
        corner = (column - 0.5, run[0] - 0.5)
        ground = style.module("matplotlib.patches").Rectangle(corner, 1, len(run), zorder=0.5)
        style.add_patch(ax, ground, NO_EVIDENCE, key=f"open-{column}-{run[0]}", width=0)
