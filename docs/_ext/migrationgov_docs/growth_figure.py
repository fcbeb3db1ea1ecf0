"""The number of members or parties of an institution, day by day, as inline SVG."""

from __future__ import annotations

from datetime import date

import migrationgov as mg
from migrationgov.plots.intervals import days_to_draw
from migrationgov.plots.labels import day_in_words
from migrationgov.timelines import timelines_of
from migrationgov_docs.html_page import escape
from migrationgov_docs.names import name_of
from migrationgov_docs.timeline_figure import Scale

_HIGH, _WIDE, _HEAD = 110, 1000, 18
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_LINES = 4  # at most, with a number each

Counts = list[tuple[str, int, int]]


def counts_of(institution: str, facts: mg.Dataset) -> Counts:
    """Return the days of change, each with the certain and listed states, and the possible too."""
    lines = timelines_of(facts, institution)
    index = lines.index(lines.belonging)
    first, last = days_to_draw(lines, index.days, facts)
    days = sorted({first, last, *(day for day in index.days if first < day < last)})
    found = ((day, index.on(day, "state")) for day in days)
    return [
        (date.fromordinal(day).isoformat(), len(its.codes), len(its.codes) + len(its.possible))
        for day, its in found
    ]


def growth_figure(institution: str, facts: mg.Dataset) -> str:
    """Return the curve of certain and listed states, with a band up to the possible ones."""
    counts = counts_of(institution, facts)
    most = max((each[2] for each in counts), default=0)
    if not most or not counts[1:]:  # one day makes no curve
        return ""
    scale = Scale(counts[0][0], counts[-1][0])
    line = _path([(scale.at(day), number) for day, number, _ in counts], most)
    upper = [(scale.at(day), number) for day, _, number in counts]
    lower = [(scale.at(day), number) for day, number, _ in counts]
    band = f"{_path(upper, most)}{_path(lower[::-1], most, back=True)}z"
    name = name_of(institution, facts)
    words = f"{counts[-1][1]} on {day_in_words(counts[-1][0])}"
    label = f"{name}: number of states, certain and listed; {words}"
    return (
        f'<svg class="mg-curve" role="img" aria-label="{escape(label)}" width="100%"'
        f' height="{_HEAD + _HIGH}">\n{_grid(most)}\n{scale.grid(_HEAD + _HIGH)}\n'
        f'<svg y="{_HEAD}" width="100%" height="{_HIGH}" viewBox="0 0 {_WIDE} {_HIGH}"'
        f' preserveAspectRatio="none"><path class="mg-band" d="{band}"/>'
        f'<path class="mg-line" d="{line}"/></svg>\n</svg>'
    )


def _path(points: list[tuple[float, int]], most: int, *, back: bool = False) -> str:
    """Return steps from point to point: a number lasts until the next day."""
    at = [(round(x * _WIDE / 100, 1), round(_HIGH * (1 - y / most), 1)) for x, y in points]
    first = f"{'L' if back else 'M'}{at[0][0]:g} {at[0][1]:g}"
    return first + "".join(f"V{y:g}H{x:g}" if back else f"H{x:g}V{y:g}" for x, y in at[1:])


def _grid(most: int) -> str:
    step = next((each for each in _STEPS if most / each <= _LINES), _STEPS[-1])
    heights = {n: round(_HEAD + _HIGH * (1 - n / most), 1) for n in range(step, most + 1, step)}
    return "\n".join(
        f'<line class="mg-grid" x1="0" x2="100%" y1="{y:g}" y2="{y:g}"/>'
        f'<text class="mg-number" x="2" y="{y - 3:g}">{number}</text>'
        for number, y in heights.items()
    )
