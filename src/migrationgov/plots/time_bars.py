"""Bars on an axis of days: a bar is a mark, drawn out from the first day to the last."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from migrationgov.plots import style
from migrationgov.plots.intervals import joined
from migrationgov.plots.marks import (
    Mark,
    MarkInLegend,
    draw_mark,
    in_role_order,
    mark_of,
    middle_of_text,
    text_on,
)
from migrationgov.plots.signatures import Axes, Interval

LANE_HEIGHT = 0.3  # inches
_HEIGHT = 0.62  # of a bar, as a part of its lane
_SHORT = 0.75  # a bar shorter than this part of its height gets a mark of its own
NOTE = (
    "Lower part full: listed, by the last record carried on. Hollow: only possible. An arrow: the"
    " evidence ends, and not the status. A gap in the line of a process proves nothing."
)


def draw_lanes(ax: Axes, rows: Sequence[tuple[str, Interval]], if_empty: str) -> None:
    """Draw a bar for each interval in its lane, in the order of the lanes, with the legend."""
    lanes = list(dict.fromkeys(lane for lane, _ in rows))
    _set_axes(ax, [row for _, row in rows], lanes)
    marks = in_role_order(mark_of(row["role"], row["grade"]) for _, row in rows)
    handler = MarkInLegend(ax, letters=any(each.letter[0] not in "MYOI" for each in marks))
    style.add_legend(ax, marks, NOTE if rows else if_empty, drop=24, drawer=handler)
    if rows:
        style.date_axis(ax)
    for lane, its in groupby(rows, key=itemgetter(0)):
        for row in joined(row for _, row in its):
            _draw_bar(ax, row, lanes.index(lane), letters=handler.letters)


def _set_axes(ax: Axes, rows: Sequence[Interval], lanes: Sequence[str]) -> None:
    ax.set_yticks(range(len(lanes)), [style.shortened(lane) for lane in lanes])
    ax.set_ylim(max(len(lanes), 1) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)
    ax.spines[["top", "right", "left"]].set_visible(False)
    if not rows:
        ax.set_xticks([])
        return
    first = style.axis_position(min(row["first"] for row in rows))
    last = style.axis_position(max(row["last"] for row in rows))
    margin = max((last - first) / 100, 1)
    ax.set_xlim(first - margin, last + margin)
    ax.grid(axis="x", alpha=0.25)
    ax.set_axisbelow(True)


def _draw_bar(ax: Axes, row: Interval, lane: int, *, letters: bool) -> None:
    start, end = style.axis_position(row["first"]), style.axis_position(row["last"]) + 1
    mark = mark_of(row["role"], row["grade"])
    side = _HEIGHT * style.aspect(ax)  # the width of a mark that is as wide as high
    short = end - start < _SHORT * side
    left, width = ((start + end - side) / 2, side) if short else (start, end - start)
    box = (left, lane + _HEIGHT / 2, width, -_HEIGHT)
    key = f"{row['of']}-{row['role']}-{row['first']}-{lane}"
    draw_mark(ax, ax, mark, box, cap=side / 2, key=key, zorder=3 if short else 2)
    if letters and (short or mark.shape == "shield"):
        _write(ax, mark, left + side / 2, lane)
    if row["lasts"]:
        ax.plot(
            end + side / 3, lane, marker=">", markersize=3.5, color=style.text_colour(ax),
            alpha=0.6, clip_on=False, gid="goes-on",
        )  # fmt: skip


def _write(ax: Axes, mark: Mark, middle: float, lane: int) -> None:
    ax.text(
        middle, lane + _HEIGHT * (1 / 2 - middle_of_text(mark)), mark.letter[0], fontsize=6,
        ha="center", va="center_baseline", fontweight="bold", color=text_on(ax, mark), zorder=4,
        clip_on=True,
    )  # fmt: skip
