"""What all figures share: the axes, the colours, the legend and the notes below the axes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import wrap
from typing import Any

from attrs import evolve, frozen

from migrationgov.errors import WrongTypeError, short_repr
from migrationgov.optional_imports import import_optional
from migrationgov.plots.signatures import Axes

# The palette of Okabe and Ito, which people with any colour vision can tell apart.
BLUE, ORANGE, GREEN, RED, PURPLE, SKY, YELLOW = (
    "#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#F0E442",
)  # fmt: skip
PALE_BLUE, WHITE, GREY, DARK_GREY = "#C6DFF2", "#F7F7F7", "#BFBFBF", "#6E6E6E"
BLACK, NEAR_BLACK = "#1A1A1A", "#262626"

_LINEAR_BELOW = 0.04045  # values of sRGB below it are linear
_DARK_BELOW = 0.2  # relative luminance; text on a darker ground is white
_READABLE = 3.0  # text of a lower contrast cannot be read
_LETTER_WIDTH, _SWATCH_WIDTH = 0.075, 0.6  # inches: of a letter in the legend, of a swatch


@frozen
class MarkStyle:
    """
    How one class of things is drawn.

    Attributes:
        label: Its name in the legend.
        letter: The letter in a cell or tile.
        face: The fill colour.
        hatch: The pattern over the fill, "" for none.
        edge: The colour of pattern and outline.
        height: The height of a bar, as a part of its lane.
        marker: The shape of a marker, in the words of matplotlib.
    """

    label: str
    letter: str
    face: str
    hatch: str = ""
    edge: str = BLACK
    height: float = 0.6
    marker: str = "o"


def module(name: str) -> Any:
    """Return a module that the extra ``plots`` installs, or say how to install it."""
    return import_optional(name, "plots")


def canvas(
    ax: Axes | None, width: float, height: float, frame: Sequence[float] | None = None
) -> Axes:
    """
    Return the axes to draw on: the given ones, or those of a new figure of that size in inches.

    *frame* reserves inches at the left, right, bottom and top, for a picture whose proportions
    are fixed; without it matplotlib computes the margins. A new figure belongs to pyplot, so that
    notebooks and `pyplot.show` display it; the current figure of pyplot does not change.
    """
    if ax is not None:
        if not isinstance(ax, module("matplotlib.axes").Axes):
            raise WrongTypeError(f"ax= takes the Axes of matplotlib, not {short_repr(ax)}")
        given: Axes = ax  # mypy does not know the class of a module imported by name
        return given
    pyplot = module("matplotlib.pyplot")
    current = pyplot.gcf().number if pyplot.get_fignums() else None
    figure = pyplot.figure(figsize=(width, height), layout=None if frame else "constrained")
    if current is not None:
        pyplot.figure(current)
    made: Axes = figure.add_subplot()
    if frame:
        left, right, bottom, top = frame
        inside = ((width - left - right) / width, (height - bottom - top) / height)
        made.set_position((left / width, bottom / height, *inside))
        made.set_anchor("N")
    return made


def half(colour: str) -> str:
    """Return the fill of a half-filled mark: two thirds of a colour, one third white."""
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{(2 * part + 255) // 3:02X}" for part in parts)


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


def text_colour(ax: Axes) -> Any:
    """Return the text colour of the settings, or black or white if it is not readable."""
    setting, behind = module("matplotlib").rcParams["text.color"], background(ax)
    return setting if contrast(setting, behind) >= _READABLE else letter_colour(behind, "black")


def letter_colour(face: Any, dark: str = BLACK) -> str:
    """Return the colour of letters on a fill."""
    return "white" if luminance(face) < _DARK_BELOW else dark


def shortened(name: str, longest: int = 44) -> str:
    """Return a name for a figure: cut if it is too long, and never read as a formula."""
    text = " ".join(name.split())
    if len(text) > longest:
        text = f"{text[: longest - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
    return text.replace("$", r"\$")


def adapted(ax: Axes, style: MarkStyle) -> MarkStyle:
    """Return a style for the background of the axes: hollow marks are dark on a dark one."""
    if luminance(background(ax)) >= _DARK_BELOW:
        return style
    if style.face == WHITE:
        return evolve(style, face=NEAR_BLACK, edge=SKY if style.edge == BLUE else style.edge)
    return evolve(style, face=GREY, edge=NEAR_BLACK) if style.face == BLACK else style


def add_patch(ax: Axes, patch: Any, style: MarkStyle, *, key: str, width: float = 0.6) -> None:
    """Add a patch in the style of its class; *key* becomes its id in a saved SVG."""
    gid = "".join(sign if sign.isalnum() else "-" for sign in key)
    patch.set(linewidth=width, gid=gid, **_colours(adapted(ax, style)))
    ax.add_patch(patch)


def add_box(
    ax: Axes,
    corner: tuple[float, float],
    size: tuple[float, float],
    style: MarkStyle,
    text: str,
    *,
    key: str,
    outline: float,
    pad: float,
    **font: Any,
) -> None:
    """Add a rectangle in the style of its class, with a text in the middle."""
    rectangle = module("matplotlib.patches").Rectangle(corner, *size)
    add_patch(ax, rectangle, style, key=key, width=outline)
    face = adapted(ax, style).face
    ground = {"boxstyle": f"round,pad={pad}", "facecolor": face, "edgecolor": "none"}
    ax.text(
        corner[0] + size[0] / 2, corner[1] + size[1] / 2, text, ha="center", va="center",
        clip_on=True, color=letter_colour(face), bbox=ground, **font,
    )  # fmt: skip


def legend_handles(ax: Axes, styles: Iterable[MarkStyle], *, letters: bool = True) -> list[Any]:
    """Return the handles of a legend, one for each class."""
    patch, handles = module("matplotlib.patches").Patch, []
    for style in (adapted(ax, each) for each in styles):
        label = f"{style.letter}  {style.label}" if style.letter and letters else style.label
        handles.append(patch(linewidth=0.6, label=label, **_colours(style)))
    return handles


def _colours(style: MarkStyle) -> dict[str, str | None]:
    return {"facecolor": style.face, "edgecolor": style.edge, "hatch": style.hatch or None}


def add_legend(ax: Axes, handles: list[Any], *sentences: str, drop: float = 6) -> None:
    """Put sentences and the legend below the axes, at a distance of *drop* points."""
    figure = ax.figure
    moved = module("matplotlib.transforms").ScaledTranslation(
        0, -drop / 72, figure.dpi_scale_trans
    )
    room = 0.92 * ax.bbox.width / figure.dpi
    letters = max(int(room / _LETTER_WIDTH), 20)
    lines = [line for each in sentences for line in wrap(each, letters)]
    longest = max((len(handle.get_label()) for handle in handles), default=1)
    made = ax.legend(
        handles=handles, loc="upper left", bbox_to_anchor=(0, 0), borderaxespad=0, borderpad=0,
        bbox_transform=ax.transAxes + moved, frameon=False, fontsize="small", handlelength=2.2,
        ncols=max(int(room / (longest * _LETTER_WIDTH + _SWATCH_WIDTH)), 1), handleheight=1.2,
        labelcolor=text_colour(ax), alignment="left", title="\n".join(lines).replace("$", r"\$"),
        title_fontproperties={"size": "small"},
    )  # fmt: skip
    made.get_title().set_color(text_colour(ax))


def add_title(ax: Axes, title: str) -> None:
    """Put a title above the left edge."""
    ax.set_title(shortened(title, 110), loc="left", color=text_colour(ax), fontsize="large")


def axis_position(day: str) -> float:
    """Return the position of a day (ISO 8601) on an axis of dates."""
    return float(module("matplotlib.dates").date2num(date.fromisoformat(day)))


def hide_frame(ax: Axes) -> None:
    """Remove the ticks and the frame."""
    ax.set(xticks=[], yticks=[])
    for spine in ax.spines.values():
        spine.set_visible(False)
