"""
A timeline as inline SVG: a line of names at the left, and a bar for each interval at the right.

Positions are in percent, so that the figure fits any screen without a script.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import Factory, define

from migrationgov.plots.labels import day_in_words
from migrationgov.plots.signatures import Interval
from migrationgov_docs.html_page import escape
from migrationgov_docs.marks import legend, sort_of

_LINE, _HEAD = 16, 18  # pixels
_STEPS = (1, 2, 5, 10, 20, 50)
_TICKS = 7
_EDGE = 3  # percent
_LAST = 96  # percent: a number at the right of it would be cut off
_START = ' class="mg-first"'  # the number of a year at the left edge
#: Height and corners of a bar of each sort: the shape tells the role.
_SHAPES = {"member": (11, 0.0), "observer": (9, 4.5), "participant": (5, 1.0)}
_LEVEL = 0.42  # the lower part of a bar, full if the role is listed


@define
class Line:
    """
    One line of a timeline.

    Attributes:
        label: Its name, as HTML.
        name: Its name, for the titles of its bars.
        intervals: What is drawn.
        points: Days with a mark: first day, shape, title.
        names: A name for each interval, of a line of chairs.
    """

    label: str
    name: str
    intervals: Sequence[Interval] = ()
    points: Sequence[tuple[str, str, str]] = ()
    names: Sequence[str] = Factory(list)


def timeline(lines: Sequence[Line], about: str) -> str:
    """Return the figure with its legend; "" if nothing is to be drawn."""
    days = [each[key] for line in lines for each in line.intervals for key in ("first", "last")]
    days += [point[0] for line in lines for point in line.points]
    if not days:
        return ""
    scale = Scale(min(days), max(days))
    height = _HEAD + _LINE * len(lines)
    drawn = "\n".join(
        text for place, line in enumerate(lines) for text in _drawn(line, place, scale)
    )
    names = "\n".join(f"<li>{line.label}</li>" for line in lines)
    used = [
        (each["role"], each["grade"])
        for line in lines
        for each in line.intervals
        if not line.names
    ]
    return (
        f'{legend(used)}\n<div class="mg-timeline">\n<ul>\n{names}\n</ul>\n'
        f'<svg role="img" aria-label="{escape(about)}" width="100%" height="{height}">\n'
        f"{scale.grid(height)}\n{drawn}\n</svg>\n</div>"
    )


class Scale:
    """The days of a figure, from left to right."""

    def __init__(self, first: str, last: str) -> None:
        self._first = date.fromisoformat(f"{first[:4]}-01-01").toordinal()
        self._years = int(first[:4]), int(last[:4]) + 1
        days = max(date.fromisoformat(last).toordinal() - self._first, 365)
        self._days = days * 1.02  # room for an arrow

    def at(self, day: str, *, after: int = 0) -> float:
        """Return the place of the beginning of a day, or of a day after it, in percent."""
        number = date.fromisoformat(day).toordinal() + after
        return round((number - self._first) / self._days * 100, 2)

    def grid(self, height: int) -> str:
        """Return the lines of years, with their numbers."""
        begun, until = self._years
        step = next((s for s in _STEPS if (until - begun) / s <= _TICKS), _STEPS[-1])
        years = (year for year in range(begun, until) if year % step == 0)
        places = {year: self.at(f"{year:04}-01-01") for year in years}
        return "\n".join(
            f'<line class="mg-grid" x1="{x}%" x2="{x}%" y1="{_HEAD - 4}"'
            f' y2="{height}"/><text x="{x}%" y="10"{_START if x < _EDGE else ""}>{year}</text>'
            for year, x in places.items()
            if x < _LAST
        )


def _drawn(line: Line, place: int, scale: Scale) -> Iterable[str]:
    middle = _HEAD + _LINE * place + _LINE / 2
    names = line.names or [line.name] * len(line.intervals)
    for each, name in zip(line.intervals, names, strict=True):
        bar = _bar(each, name, middle, scale)
        yield f'<g class="mg-chairs">{bar}</g>' if line.names else bar
    for day, look, title in line.points:
        yield (
            f'<svg x="{scale.at(day)}%" y="{middle:g}" class="mg-point mg-{look}">'
            f'<title>{escape(title)}</title><path d="{_POINTS[look]}"/></svg>'
        )


_POINTS = {
    "complete": "M-4-4h8L0 4z",
    "partial": "M-4-4h8L0 4z",
    "meeting": "M0-3.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 1 1 0-7z",
    "ministerial": "M0-3.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 1 1 0-7z",
}


def _bar(each: Interval, name: str, middle: float, scale: Scale) -> str:
    sort = sort_of(each["role"])
    height, corner = _SHAPES[sort]
    left = scale.at(each["first"])
    width = max(round(scale.at(each["last"], after=1) - left, 2), 0.3)
    top, level = middle - height / 2, height * _LEVEL
    round_ = f' rx="{corner:g}"' if corner else ""
    lower = (
        f'<rect class="mg-level" x="{left}%" width="{width}%" y="{top + height - level:g}"'
        f' height="{level:g}"{round_}/>'
        if each["grade"] == "listed"
        else ""
    )
    days = f"{day_in_words(each['first'])} to {day_in_words(each['last'])}"
    return (
        f'<g class="mg-mark" data-role="{sort}" data-grade="{each["grade"]}">'
        f"<title>{escape(name)}: {each['role']}, {each['grade']}, {days}</title>"
        f'<rect class="mg-shape" x="{left}%" width="{width}%" y="{top:g}" height="{height}"'
        f"{round_}/>{lower}{_goes_on(each, left + width, middle)}</g>"
    )


def _goes_on(each: Interval, end: float, middle: float) -> str:
    """Return an arrow where the evidence ends, and not the status."""
    if not each["lasts"]:
        return ""
    return f'<svg x="{end:g}%" y="{middle:g}" class="mg-goes-on"><path d="M2-3l4 3-4 3z"/></svg>'
