"""What all figures share: the axes, the colours, the legend and the notes below the axes."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from datetime import date
from textwrap import wrap
from typing import Any, cast

from migrationgov.errors import WrongTypeError, short_repr
from migrationgov.optional_imports import import_optional
from migrationgov.plots.signatures import Axes

_LINEAR_BELOW = 0.04045  # values of sRGB below it are linear
_DARK_BELOW = 0.2  # relative luminance; text on a darker ground is white
_READABLE = 3.0  # text of a lower contrast cannot be read
_LETTER_WIDTH, _SWATCH_WIDTH = 0.079, 0.6  # inches: of a letter in the legend, of a swatch
_LETTER, _DATE_WIDTH = 0.62, 0.5  # of a letter in a title, in its size; of a date, in inches
_EDGE = 0.012  # free part of a figure at each side
_LEAST = 0.3  # the part of its place that axes keep, however large the legend is


def module(name: str) -> Any:
    """Return a module that the extra ``plots`` installs, or say how to install it."""
    return import_optional(name, "plots")


def canvas(ax: Axes | None, width: float, height: float) -> Axes:
    """
    Return the axes to draw on: the given ones, or those of a new figure of that size in inches.

    A new figure belongs to pyplot, so that notebooks and `pyplot.show` display it; the current
    figure of pyplot does not change.
    """
    if ax is not None:
        if not isinstance(ax, module("matplotlib.axes").Axes):
            raise WrongTypeError(f"ax= takes the Axes of matplotlib, not {short_repr(ax)}")
        given: Axes = ax  # mypy does not know the class of a module imported by name
        return given
    pyplot = module("matplotlib.pyplot")
    current = pyplot.gcf().number if pyplot.get_fignums() else None
    figure = pyplot.figure(figsize=(width, height), layout="none")
    if current is not None:
        pyplot.figure(current)
    made: Axes = figure.add_subplot()
    made.set_position((0, 0, 1, 1))
    return made


def luminance(colour: Any) -> float:
    """Return how light a colour is, from 0 (black) to 1 (white), as WCAG defines it."""
    parts = module("matplotlib.colors").to_rgb(colour)
    linear = [v / 12.92 if v <= _LINEAR_BELOW else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])


def contrast(one: Any, other: Any) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def background(ax: Axes) -> tuple[float, float, float]:
    """Return the colour behind the axes: of the axes, else of the figure, else white."""
    colors = module("matplotlib.colors")
    for behind in (ax, ax.figure):
        red, green, blue, opaque = colors.to_rgba(behind.get_facecolor())
        if opaque > 0:
            return red, green, blue
    return 1.0, 1.0, 1.0


def is_dark(ax: Axes) -> bool:
    """Return whether the background of the axes is dark."""
    return luminance(background(ax)) < _DARK_BELOW


def text_colour(ax: Axes) -> Any:
    """Return the text colour of the settings, or black or white if it is not readable."""
    setting, behind = module("matplotlib").rcParams["text.color"], background(ax)
    return setting if contrast(setting, behind) >= _READABLE else letter_colour(behind)


def letter_colour(face: Any) -> str:
    """Return the colour of letters on a fill: black or white."""
    return "white" if luminance(face) < _DARK_BELOW else "black"


def shortened(name: str, longest: int = 44) -> str:
    """Return a name for a figure: cut if it is too long, and never read as a formula."""
    text = " ".join(name.split())
    if len(text) > longest:
        text = f"{text[: longest - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
    return text.replace("$", r"\$")


def gid(key: str) -> str:
    """Return the id of a part in a saved SVG, which has no blanks."""
    return "".join(sign if sign.isalnum() else "-" for sign in key)


def add_legend(
    ax: Axes,
    handles: Sequence[Any],
    *sentences: str,
    drop: float = 6,
    drawer: Any = None,
) -> None:
    """
    Put sentences and the legend below the axes, at a distance of *drop* points, and make room.

    A handle is an artist, or anything with a `label` that the *drawer* draws.
    """
    figure = ax.figure
    _make_room(ax)
    transforms = module("matplotlib.transforms")
    moved = transforms.ScaledTranslation(0, -drop / 72, figure.dpi_scale_trans)
    labels = [each.get_label() if hasattr(each, "get_label") else each.label for each in handles]
    left, _, right, _ = _place(ax)
    room = (right - left) * figure.bbox.width / figure.dpi
    letters = max(int(room / _LETTER_WIDTH), 20)
    lines = [line for each in sentences for line in wrap(each, letters)]
    longest = max(map(len, labels), default=1)
    made = ax.legend(
        handles=handles, labels=labels or None, loc="upper left", bbox_to_anchor=(left, 0),
        bbox_transform=transforms.blended_transform_factory(
            figure.transSubfigure, ax.transAxes + moved
        ),
        borderaxespad=0, borderpad=0, frameon=False, fontsize="small", handlelength=2.2,
        ncols=max(int(room / (longest * _LETTER_WIDTH + _SWATCH_WIDTH)), 1), handleheight=1.2,
        labelcolor=text_colour(ax), alignment="left", title="\n".join(lines).replace("$", r"\$"),
        title_fontproperties={"size": "small"},
        handler_map={type(each): drawer for each in handles} if drawer else None,
    )  # fmt: skip
    made.get_title().set_color(text_colour(ax))
    _make_room(ax)


def _align_title(ax: Axes, left: float) -> None:
    """Put the title above the left edge of the legend, where labels leave little room for it."""
    box = ax.get_position()
    for title in (each for each in ax.get_children() if each.get_gid() == "title"):
        cast("Any", title).set_x((left - box.x0) / box.width)


def aspect(ax: Axes) -> float:
    """Return the width on the horizontal axis that is as long as 1 on the vertical one."""
    (left, right), (low, high) = ax.get_xlim(), ax.get_ylim()
    return float(ax.bbox.height / abs(high - low) / (ax.bbox.width / abs(right - left)))


def _make_room(ax: Axes) -> None:
    """Make axes smaller, so that all around them is in their place of the figure."""
    if ax.get_subplotspec() is None or ax.figure.get_layout_engine() is not None:
        return  # the place of the axes is free, or the layout makes room itself
    left, bottom, right, top = _place(ax)
    for _ in range(2):  # axes of a fixed proportion need a second time
        _align_title(ax, left)
        with warnings.catch_warnings():  # a letter that the font lacks: `savefig` says so
            warnings.simplefilter("ignore", UserWarning)
            around = ax.get_tightbbox()
        if around is None:  # the axes are hidden
            return
        around = around.transformed(ax.figure.transSubfigure.inverted())
        box = ax.get_position()
        x0, y0 = box.x0 + max(left - around.x0, 0), box.y0 + max(bottom - around.y0, 0)
        x1, y1 = box.x1 - max(around.x1 - right, 0), box.y1 - max(around.y1 - top, 0)
        width = max(x1 - x0, min(box.width, _LEAST * (right - left)))
        height = max(y1 - y0, min(box.height, _LEAST * (top - bottom)))
        ax.set_position((x0, y0, width, height))
        ax.set_in_layout(True)  # so that the figure can still be saved tightly
    _align_title(ax, left)


def _place(ax: Axes) -> tuple[float, float, float, float]:
    """Return the place of axes in their figure, as parts of it: left, bottom, right, top."""
    spec, figure = ax.get_subplotspec(), cast("Any", ax.figure)  # a figure, or a part of one
    if spec is None:
        box = ax.get_position()
        return box.x0, box.y0, box.x1, box.y1
    whole = spec.get_topmost_subplotspec()
    bottoms, tops, lefts, rights = whole.get_gridspec().get_grid_positions(figure)
    columns, rows = whole.colspan, whole.rowspan

    def between(ends: Any, starts: Any, place: int) -> float:
        return float(ends[place - 1] + starts[place]) / 2

    return (
        between(rights, lefts, columns.start) if columns.start else _EDGE,
        between(bottoms, tops, rows.stop) if rows.stop < len(tops) else _EDGE,
        between(rights, lefts, columns.stop) if columns.stop < len(lefts) else 1 - _EDGE,
        between(bottoms, tops, rows.start) if rows.start else 1 - _EDGE,
    )


def add_title(ax: Axes, title: str) -> None:
    """Put a title above the left edge, in smaller letters where it is long."""
    text = shortened(title, 110)
    left, _, right, _ = _place(ax)
    room = (right - left) * ax.figure.bbox.width / ax.figure.dpi * 72  # points
    if ax.figure.get_layout_engine() is not None:  # the title begins at the left of the axes
        room *= 0.7
    size = min(1.2 * module("matplotlib").rcParams["font.size"], room / len(text) / _LETTER)
    size = max(size, 6)
    ax.set_title(text, loc="left", color=text_colour(ax), fontsize=size, gid="title")


def date_axis(ax: Axes) -> None:
    """Make the horizontal axis one of dates, with as many of them as there is room for."""
    dates = module("matplotlib.dates")
    most = max(int(ax.bbox.width / ax.figure.dpi / _DATE_WIDTH), 2)
    locator = dates.AutoDateLocator(minticks=min(most, 4), maxticks=most)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(dates.AutoDateFormatter(locator))


def axis_position(day: str) -> float:
    """Return the position of a day (ISO 8601) on an axis of dates."""
    return float(module("matplotlib.dates").date2num(date.fromisoformat(day)))


def hide_frame(ax: Axes) -> None:
    """Remove the ticks and the frame."""
    ax.set(xticks=[], yticks=[])
    for spine in ax.spines.values():
        spine.set_visible(False)
