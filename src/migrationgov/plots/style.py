"""What all figures share: axes to draw on, colours, legends and notes."""

from __future__ import annotations

from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from migrationgov.errors import WrongTypeError, short_repr
from migrationgov.optional_imports import import_optional

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes

_EXTRA = "plots"

# The palette of Okabe and Ito, which people with any colour vision tell apart.
BLUE, ORANGE, GREEN, RED, PURPLE, SKY, YELLOW = (
    "#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#F0E442",
)  # fmt: skip
PALE_BLUE, PALE_ORANGE, WHITE, GREY, DARK_GREY = (
    "#C6DFF2", "#FBE3B0", "#F7F7F7", "#BFBFBF", "#6E6E6E",
)  # fmt: skip
BLACK, NIGHT = "#1A1A1A", "#262626"

_TOE = 0.04045  # of sRGB: below it a value is linear
_DARK_BELOW = 0.2  # of relative luminance: text on it is white
_READABLE = 3.0  # contrast below which text is not read
_LONGEST_LABEL = 44
_LETTER, _SWATCH = 0.075, 0.6  # inches: a letter of a key, and all else in a column of it


@frozen
class MarkStyle:
    """
    How one class of things is drawn.

    Attributes:
        label: What it is, in words.
        letter: What stands in a cell.
        face: The colour it is filled with.
        hatch: The pattern over it, "" for none.
        edge: The colour of pattern and outline.
    """

    label: str
    letter: str
    face: str
    hatch: str = ""
    edge: str = BLACK


def module(name: str) -> Any:
    """Return a module of matplotlib (or numpy, which comes with it), or say how to get it."""
    return import_optional(name, _EXTRA)


def canvas(
    ax: Axes | None, width: float, height: float, frame: Sequence[float] | None = None
) -> Axes:
    """
    Return the axes to draw on: those given, or new ones of a figure of that size in inches.

    *frame* keeps inches free at the left, right, bottom and top, for a picture whose proportions
    are fixed; without it matplotlib makes room for what there is. The new figure is one of
    pyplot's, so that notebooks and `pyplot.show` show it; a figure that was current stays so.
    """
    if ax is not None:
        if not isinstance(ax, module("matplotlib.axes").Axes):
            raise WrongTypeError(f"ax= takes the Axes of matplotlib, not {short_repr(ax)}")
        given: Axes = ax  # mypy knows no Axes of a module asked for by name
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


def luminance(colour: Any) -> float:
    """Return how light a colour is, from 0 (black) to 1 (white), as WCAG defines it."""
    parts = module("matplotlib.colors").to_rgb(colour)
    linear = [v / 12.92 if v <= _TOE else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])


def contrast(one: Any, other: Any) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def paper(ax: Axes) -> tuple[float, float, float]:
    """Return the colour behind the axes: theirs, or the figure's, or white if both are clear."""
    colors = module("matplotlib.colors")
    for behind in (ax, ax.figure):
        red, green, blue, opaque = colors.to_rgba(behind.get_facecolor())
        if opaque > 0:
            return red, green, blue
    return 1.0, 1.0, 1.0


def ink(ax: Axes) -> Any:
    """Return the caller's text colour, or black or white where it could not be read."""
    wanted, behind = module("matplotlib").rcParams["text.color"], paper(ax)
    if contrast(wanted, behind) >= _READABLE:
        return wanted
    return "white" if luminance(behind) < _DARK_BELOW else "black"


def on_fill(face: Any) -> str:
    """Return the colour for letters on a filled cell."""
    return "white" if luminance(face) < _DARK_BELOW else BLACK


def label(name: str, longest: int = _LONGEST_LABEL) -> str:
    """Return a name for a figure: cut where it is endless, and never read as a formula."""
    text = " ".join(name.split())
    if len(text) > longest:
        text = f"{text[: longest - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
    return text.replace("$", r"\$")


def fitted(ax: Axes, look: MarkStyle) -> MarkStyle:
    """Return a look for the ground it is drawn on: hollow is dark on dark ground."""
    if luminance(paper(ax)) >= _DARK_BELOW:
        return look
    if look.face == WHITE:
        return evolve(look, face=NIGHT, edge=SKY if look.edge == BLUE else look.edge)
    return evolve(look, face=GREY, edge=NIGHT) if look.face == BLACK else look


def patch(ax: Axes, outline: Any, look: MarkStyle, *, key: str, width: float = 0.6) -> None:
    """Add a patch with the look of its class; `key`, its id in a saved SVG, says what it is."""
    look = fitted(ax, look)
    name = "".join(sign if sign.isalnum() else "-" for sign in key)
    outline.set(
        facecolor=look.face,
        edgecolor=look.edge,
        hatch=look.hatch or None,
        linewidth=width,
        gid=name,
    )
    ax.add_patch(outline)


def swatches(ax: Axes, looks: Iterable[MarkStyle], *, letters: bool = True) -> list[Any]:
    """Return a handle for a legend for each class."""
    patches = module("matplotlib.patches")
    return [
        patches.Patch(
            facecolor=look.face, edgecolor=look.edge, hatch=look.hatch or None, linewidth=0.6,
            label=f"{look.letter}  {look.label}" if look.letter and letters else look.label,
        )
        for look in (fitted(ax, each) for each in looks)
    ]  # fmt: skip


def explain(ax: Axes, handles: list[Any], *sentences: str, drop: float = 6) -> None:
    """Put what a reader must know under the axes, *drop* points below: sentences, then a key."""
    figure = ax.figure
    moved = module("matplotlib.transforms").ScaledTranslation(
        0, -drop / 72, figure.dpi_scale_trans
    )
    room = 0.92 * ax.bbox.width / figure.dpi
    lines = [line for each in sentences for line in wrap(each, max(int(room / _LETTER), 20))]
    longest = max((len(handle.get_label()) for handle in handles), default=1)
    made = ax.legend(
        handles=handles, loc="upper left", bbox_to_anchor=(0, 0), borderaxespad=0, borderpad=0,
        bbox_transform=ax.transAxes + moved, frameon=False, fontsize="small", handlelength=2.2,
        ncols=max(int(room / (longest * _LETTER + _SWATCH)), 1), handleheight=1.2,
        labelcolor=ink(ax), alignment="left", title="\n".join(lines).replace("$", r"\$"),
        title_fontproperties={"size": "small"},
    )  # fmt: skip
    made.get_title().set_color(ink(ax))


def place(day: str) -> float:
    """Return where a day (ISO 8601) lies on an axis of dates."""
    return float(module("matplotlib.dates").date2num(date.fromisoformat(day)))


def heading(ax: Axes, title: str) -> None:
    """Put a title over the left edge."""
    ax.set_title(label(title, 110), loc="left", color=ink(ax), fontsize="large")


def bare(ax: Axes) -> None:
    """Take away ticks and frame."""
    ax.set(xticks=[], yticks=[])
    for spine in ax.spines.values():
        spine.set_visible(False)
