"""
The marks of role and grade, in figures as in the documentation (``docs/_static/marks.css``).

The shape tells the role, the filling the grade; colour repeats both. A certain role is a full
mark, a listed one is pale with its lower part full, a possible one hollow with a broken outline.
What is not known is a dot. Letters tell roles of one shape apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, pi, sin
from typing import Any

from attrs import frozen

from migrationgov.plots import style
from migrationgov.plots.labels import role_word
from migrationgov.plots.signatures import Axes
from migrationgov.vocabularies import Grade
from migrationgov.vocabularies import ProcessRole as Role

Points = Sequence[tuple[float, float]]

_LEVEL = 0.38  # the part of a listed mark that is full, from below
_DOT = 0.25  # the height of the dot in a mark of what is not known
_BROKEN = (0, (2.6, 1.6))  # the outline of what is possible: points of line and of gap
#: What is certainly not so, what no record settles, what is not so as far as is known in full, and
#: what did not exist.
NONE, UNKNOWN, IN_PART, ABSENT = "none", "unknown", "in part", "absent"
_GREY, _DOTTED = (NONE, IN_PART), (UNKNOWN, IN_PART)
#: The outline of each shape in a square from 0 to 1, from the bottom up.
SHAPES: dict[str, Points] = {
    "square": ((0, 0), (1, 0), (1, 1), (0, 1)),
    "octagon": ((0, .28), (.28, 0), (.72, 0), (1, .28), (1, .72), (.72, 1), (.28, 1), (0, .72)),
    "circle": [(0.5 + cos(n * pi / 20) / 2, 0.5 + sin(n * pi / 20) / 2) for n in range(40)],
    "hexagon": ((0, .5), (.25, 0), (.75, 0), (1, .5), (.75, 1), (.25, 1)),
    "shield": ((0, 1), (0, .4), (.3, 0), (.7, 0), (1, .4), (1, 1)),
    "slant": ((.25, 1), (0, 0), (.75, 0), (1, 1)),
}  # fmt: skip
#: For light and dark grounds: of each colour, the full mark, the pale one, and letters on it.
COLOURS = {
    False: {
        "member": ("#0b4a7d", "#d6e6f4", "#ffffff"),
        "observer": ("#9a4a00", "#fbe6d0", "#ffffff"),
        "participant": ("#4d5a2b", "#e4ead2", "#ffffff"),
        "office": ("#7a2757", "#f4dcea", "#ffffff"),
        NONE: ("#e6eaee", "#e6eaee", "#566370"),
        UNKNOWN: ("#75828f", "#ffffff", "#4a5867"),
    },
    True: {
        "member": ("#6db1ee", "#1c3d5a", "#06121d"),
        "observer": ("#f0a04b", "#4d3415", "#1b0f00"),
        "participant": ("#b7c784", "#3a4424", "#12160a"),
        "office": ("#e59bc8", "#4a2039", "#1d0613"),
        NONE: ("#262d35", "#262d35", "#a3b0bd"),
        UNKNOWN: ("#74859a", "#131416", "#a9b6c3"),
    },
}
#: Shape, colour and letter of each role. A status is drawn like the role of that name.
ROLES = {
    Role.MEMBER: ("square", "member", "M"),
    Role.PARTY: ("square", "member", "Y"),
    Role.ASSOCIATE: ("octagon", "member", "E"),
    Role.OBSERVER: ("circle", "observer", "O"),
    Role.SIGNATORY: ("circle", "observer", "I"),
    Role.PARTICIPANT: ("hexagon", "participant", "a"),
    Role.GUEST: ("hexagon", "participant", "G"),
    Role.APPLICANT: ("hexagon", "participant", "A"),
    Role.CHAIR: ("shield", "office", "C"),
    Role.CO_CHAIR: ("shield", "office", "K"),
    Role.SECRETARIAT: ("shield", "office", "S"),
    Role.SUPPORT_UNIT: ("shield", "office", "U"),
    Role.HOST: ("shield", "office", "H"),
    Role.ORGANIZER: ("shield", "office", "R"),
    Role.PARTNER: ("slant", "participant", "P"),
    Role.SUPPORTER: ("slant", "participant", "T"),
    Role.FUNDER: ("slant", "participant", "F"),
}
_GREY_AREA = {False: "#d3dae1", True: "#333d47"}  # darker than a tile: tiles have a gap
_HATCHES = {"octagon": "x", "circle": "o"}  # of areas, which have no shape


@frozen
class Mark:
    """
    How a role of one grade is drawn.

    Attributes:
        shape: A key of `SHAPES`.
        colour: A key of `COLOURS`.
        grade: A grade, "none" for what certainly is not so, or "unknown".
        label: Its name in the legend.
        letter: The letter in a cell.
    """

    shape: str
    colour: str
    grade: str
    label: str
    letter: str = ""


def mark_of(role: str, grade: str) -> Mark:
    """Return the mark of a role of a grade; a possible one has a question mark at its letter."""
    shape, colour, letter = ROLES[Role(role)]
    label = role_word(role) if grade == Grade.CERTAIN else f"{grade} {role_word(role)}"
    letter = f"{letter}?" if grade == Grade.POSSIBLE else letter
    return Mark(shape, colour, str(grade), label, letter)


def no_role(grade: str, label: str) -> Mark:
    """Return the mark of no role: grey if that is certain, a dot if no record settles it."""
    return Mark("square", NONE if grade in _GREY else UNKNOWN, grade, label)


def in_role_order(marks: Iterable[Mark]) -> list[Mark]:
    """Return marks, each once, in the order of the roles and grades."""
    letters = [letter for *_, letter in ROLES.values()]
    grades = list(map(str, Grade))
    return sorted(
        set(marks), key=lambda each: (letters.index(each.letter[0]), grades.index(each.grade))
    )


def one_for_each_role(marks: Iterable[Mark]) -> list[Mark]:
    """Return the full marks of the roles of marks, in the order of the roles."""
    letters = {each.letter[0] for each in marks}
    return [
        mark_of(role, Grade.CERTAIN) for role, (*_, letter) in ROLES.items() if letter in letters
    ]


def colours(ax: Axes, mark: Mark) -> tuple[str, str, str]:
    """Return the colours of a mark on axes: full, pale, and of letters on the full mark."""
    return COLOURS[style.is_dark(ax)][mark.colour]


def filling(ax: Axes, mark: Mark) -> dict[str, Any]:
    """Return the colours and the outline of a mark, in the words of matplotlib."""
    full, pale, _ = colours(ax, mark)
    faces = {Grade.CERTAIN: full, Grade.LISTED: pale, NONE: full, IN_PART: full}
    face = faces.get(mark.grade, "none")
    edge = full if mark.grade in list(Grade) else "none"
    line = _BROKEN if mark.grade == Grade.POSSIBLE else "-"
    return {"facecolor": face, "edgecolor": edge, "linestyle": line}


def area_filling(ax: Axes, mark: Mark) -> dict[str, Any]:
    """Return the filling of an area without a shape: patterns tell role and grade."""
    _, pale, _ = colours(ax, mark)
    made = {**filling(ax, mark), "hatch": _HATCHES.get(mark.shape)}
    if made["facecolor"] == "none":
        made["facecolor"] = style.background(ax)
    if mark.grade == Grade.CERTAIN:
        made["edgecolor"] = pale  # of the pattern, and between neighbours
        made["hatch"] = made["hatch"] and 2 * made["hatch"]
    elif mark.grade == Grade.LISTED:
        made["hatch"] = "/////" + (made["hatch"] or "")
    elif mark.grade != Grade.POSSIBLE:
        if mark.grade in _GREY:
            made["facecolor"] = _GREY_AREA[style.is_dark(ax)]
        made["edgecolor"] = COLOURS[style.is_dark(ax)][UNKNOWN][0]
        made["hatch"] = "." if mark.grade in _DOTTED else None
    return made


def text_on(ax: Axes, mark: Mark) -> Any:
    """Return the colour of a text on a mark."""
    half = mark.grade in (Grade.LISTED, Grade.POSSIBLE)
    return style.text_colour(ax) if half else colours(ax, mark)[2]


def outline(
    shape: str, corner: tuple[float, float], size: tuple[float, float], cap: float
) -> list[tuple[float, float]]:
    """
    Return the outline of a shape in a box from a corner; a negative height goes downwards.

    A shape that is wider than two caps is drawn out: its halves stay as wide as a cap.
    """
    (left, bottom), (width, height) = corner, size
    ends = 2 * min(cap, width / 2)
    return [
        (left + (x * ends if x <= 1 / 2 else width - (1 - x) * ends), bottom + y * height)
        for x, y in SHAPES[shape]
    ]


def dots(ax: Axes, places: Sequence[tuple[float, float]]) -> None:
    """Draw a dot at each place of which no record says anything."""
    if places:
        across, up = zip(*places, strict=True)
        ax.scatter(
            across, up, s=9, color=COLOURS[style.is_dark(ax)][UNKNOWN][0],
            linewidth=0, zorder=1.5, gid="open",
        )  # fmt: skip


def draw_mark(
    parent: Any,
    ax: Axes,
    mark: Mark,
    box: tuple[float, float, float, float],
    *,
    cap: float = 1e9,
    key: str = "",
    **more: Any,
) -> None:
    """Add a mark to axes or to the box of a legend; *box* is left, bottom, width and height."""
    patches = style.module("matplotlib.patches")
    left, bottom, width, height = box
    corners = outline(mark.shape, (left, bottom), (width, height), cap)
    made = patches.Polygon(corners, closed=True, **{"linewidth": 0.9, **filling(ax, mark), **more})
    made.set_gid(style.gid(key) or None)
    added = [made]
    if mark.grade == Grade.LISTED:
        level = patches.Rectangle((left, bottom), width, height * _LEVEL, **more)
        level.set(facecolor=made.get_edgecolor(), edgecolor="none")
        added.append(level)
    elif mark.grade in _DOTTED:
        middle = left + width / 2, bottom + height * _DOT
        dot = patches.Ellipse(middle, 0.2 * width, 0.2 * height, **more)
        dot.set(facecolor=COLOURS[style.is_dark(ax)][UNKNOWN][0], edgecolor="none")
        added.append(dot)
    for each in added:
        parent.add_artist(each) if parent is not ax else ax.add_patch(each)
    for each in added[1:]:
        each.set_clip_path(made)


class MarkInLegend:
    """Draws marks in a legend, as they are in the figure or as areas."""

    def __init__(self, ax: Axes, *, areas: bool = False, letters: bool = True) -> None:
        self.ax = ax
        self.areas = areas
        self.letters = letters

    def legend_artist(self, _legend: Any, mark: Mark, fontsize: float, box: Any) -> None:
        """Draw a mark in the box that the legend has for it."""
        if self.areas and mark.grade != UNKNOWN:
            filled = area_filling(self.ax, mark)
            filled["hatch"] = 2 * (filled["hatch"] or "")  # so that it fits into the box
            patches = style.module("matplotlib.patches")
            box.add_artist(
                patches.Rectangle((0, 0), box.width, box.height, linewidth=0.6, **filled)
            )
            return
        side = box.height * (1.15 if mark.grade != UNKNOWN else 2)
        left = (box.width - side) / 2
        draw_mark(box, self.ax, mark, (left, -0.07 * side, side, side))
        letter = mark.letter if self.letters else "ABC" if mark.grade == ABSENT else ""
        if letter:
            text = style.module("matplotlib.text").Text(
                box.width / 2, side * (middle_of_text(mark) - 0.07), letter, fontweight="bold",
                fontsize=fontsize * 0.72, ha="center", va="center_baseline",
                color=text_on(self.ax, mark),
            )  # fmt: skip
            box.add_artist(text)


def middle_of_text(mark: Mark) -> float:
    """Return the height of a text in a mark, as a part of it: above what is full, or the dot."""
    return (1 + _LEVEL) / 2 if mark.grade in (Grade.LISTED, *_DOTTED) else 1 / 2
