"""A grid with a cell for the roles of each party in each process, or on each list."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from migrationgov.plots import style
from migrationgov.plots.marks import (
    UNKNOWN,
    Mark,
    MarkInLegend,
    dots,
    draw_mark,
    middle_of_text,
    no_role,
    one_for_each_role,
    text_on,
)
from migrationgov.plots.signatures import Axes

_SIDE = 0.84
_NARROW = 3  # letters of so many roles in a cell are smaller

Column = TypeVar("Column")

#: A cell in which no role proves nothing.
NO_RECORD = no_role(UNKNOWN, "no record: an empty cell proves nothing")


def draw_role_grid(
    ax: Axes,
    columns: Mapping[Column, str],
    lines: Mapping[str, str],
    cells: Mapping[tuple[str, Column], Sequence[Mark]],
    unproven: Collection[tuple[str, Column]],
    if_empty: str,
    *sentences: str,
) -> None:
    """
    Draw the grid and its legend, from the names of columns and lines by id.

    A cell is the ids of its line and column; no role in an *unproven* cell proves nothing. The
    legend has a role once: how a grade fills its mark is for the *sentences* to say.
    """
    _name_lines(ax, list(columns.values()), list(lines.values()))
    places = [
        (number, line, cells.get((code, column), ()), f"{code}-{column}", (code, column))
        for line, code in enumerate(lines)
        for number, column in enumerate(columns)
    ]
    used = {mark for _, _, marks, *_ in places for mark in marks}
    dotted = [(x, y) for x, y, marks, _, cell in places if not marks and cell in unproven]
    handles = [*one_for_each_role(used), *([NO_RECORD] if dotted else [])]
    told = [*sentences, "" if used else if_empty]
    style.add_legend(ax, handles, *told, drawer=MarkInLegend(ax))
    dots(ax, dotted)
    for number, line, marks, key, _ in places:
        _draw_cell(ax, number, line, key, marks)


def _name_lines(ax: Axes, columns: Sequence[str], lines: Sequence[str]) -> None:
    ax.set_xticks(
        range(len(columns)), [style.shortened(name, 34) for name in columns], rotation=90
    )
    ax.set_yticks(range(len(lines)), [style.shortened(name, 40) for name in lines])
    ax.set(xlim=(-0.5, max(len(columns), 1) - 0.5), ylim=(max(len(lines), 1) - 0.5, -0.5))
    ax.xaxis.tick_top()
    ax.tick_params(length=0, labelsize="small", colors=style.text_colour(ax))
    ax.hlines(
        [line + 0.5 for line in range(len(lines))], -0.5, max(len(columns), 1) - 0.5,
        color=style.text_colour(ax), alpha=0.12, linewidth=0.5, zorder=0.5, gid="grid",
    )  # fmt: skip
    for spine in ax.spines.values():
        spine.set_visible(False)


def _draw_cell(ax: Axes, column: int, line: int, key: str, marks: Sequence[Mark]) -> None:
    """Draw a mark with a letter for each role of a cell, side by side."""
    size = 6.5 if len(marks) < _NARROW else 5
    width, height = min(_SIDE / max(len(marks), 1), _SIDE * style.aspect(ax)), -_SIDE
    for number, mark in enumerate(marks):
        left = column + (number - len(marks) / 2) * width
        box = (left, line + _SIDE / 2, width, height)
        draw_mark(ax, ax, mark, box, key=f"{key}-{number}")
        ax.text(
            left + width / 2, line + _SIDE / 2 + middle_of_text(mark) * height, mark.letter,
            ha="center", va="center_baseline", fontsize=size, fontweight="bold", clip_on=True,
            color=text_on(ax, mark),
        )  # fmt: skip
