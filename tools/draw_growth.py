"""
Draw the figure of the README, the growth of IOM: ``python tools/draw_growth.py``.

`plots.growth` draws the same with matplotlib, in some 2,600 lines that all change with one fact.
This one is written for review: its axes stand still until they are full, one step or one point is
one line, and a new fact changes a handful of lines. It has colours for light and dark pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from migrationgov import plots
from migrationgov.plots.signatures import GrowthRow, MembersRow, PublishedRow

FILE = Path(__file__).parent.parent / "docs" / "_static" / "growth.svg"
_FIRST_YEAR = 1950
_DECADE = 10
_SCORE = 50  # the axis of members ends at a multiple of this
_LEFT, _TOP, _RIGHT, _BOTTOM = 46, 44, 866, 356  # the axes, in pixels
_WIDTH, _HEIGHT = 880, 440
_MONTH = 31  # days: the date of a number that is wider is drawn as a bar

_STYLE = """
  <style>
    svg { background: #fff; --ink: #1f2328; --faint: #d1d9e0; --blue: #0969da; --green: #1a7f37;
      --orange: #bc4c00; --red: #cf222e; font: 13px sans-serif; }
    @media (prefers-color-scheme: dark) { svg { background: #0d1117; --ink: #e6edf3;
      --faint: #3d444d; --blue: #58a6ff; --green: #56d364; --orange: #f0883e; --red: #ff7b72; } }
    text { fill: var(--ink); } .title { font-size: 16px; } .right { text-anchor: end; }
    .middle { text-anchor: middle; } .grid { stroke: var(--faint); } .frame { fill: none; }
    .members { fill: none; stroke: var(--blue); stroke-width: 2; }
    .certain { fill: none; stroke: var(--ink); stroke-dasharray: 1 3; }
    .band { fill: url(#hatch); stroke: none; } #hatch path { stroke: var(--blue); }
    .equal { fill: var(--green); stroke: var(--green); }
    .possible { fill: var(--orange); stroke: var(--orange); }
    .off { fill: none; stroke: var(--red); stroke-width: 1.4; }
  </style>
  <defs>
    <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse">
      <path d="M0 5L5 0"/>
    </pattern>
    <circle id="equal" r="3.4"/>
    <path id="possible" d="M0-4.6L4.6 0L0 4.6L-4.6 0Z"/>
    <path id="off" d="M0-4L4 3.4H-4Z"/>
  </defs>"""
_LEGEND = (
    ("equal", "published: equal to the register"),
    ("possible", "published: possible by the register"),
    ("off", "published: differs, explained in the data"),
)


def drawn() -> str:
    """Return the text of the figure for the data of today."""
    rows = plots.growth_table()
    axes = Axes(rows)
    return "\n".join((_head(rows), _STYLE.lstrip("\n"), *axes.lines(rows), "</svg>", ""))


def _head(rows: list[GrowthRow]) -> str:
    last = [row for row in rows if row["kind"] == "members"][-1]
    day = date.fromisoformat(last["last"])
    grades = "certain" if last["members"] == last["least"] else "certain and listed"
    title = f"IOM: {last['members']} {grades} member states on {day.day} {day:%B %Y}"
    box = f'width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img">\n'
        f'  <title>{title}</title>\n  <text class="title" x="{_LEFT}" y="26">{title}</text>'
    )


class Axes:
    """The axes of the figure: where a day and a number stand."""

    def __init__(self, rows: list[GrowthRow]) -> None:
        most = max(
            (row["most"] or 0) if row["kind"] == "members" else row["value"] for row in rows
        )
        self.most = -(-most // _SCORE) * _SCORE
        last = max(row["last"] for row in rows if row["kind"] == "members")
        self.last_year = (int(last[:4]) // _DECADE + 1) * _DECADE
        self.first_day = date(_FIRST_YEAR, 1, 1).toordinal()
        self.days = date(self.last_year, 1, 1).toordinal() - self.first_day

    def x(self, day: float) -> str:
        """Return where a day stands, given as an ordinal number."""
        return f"{_LEFT + (day - self.first_day) / self.days * (_RIGHT - _LEFT):.1f}"

    def y(self, number: int) -> str:
        """Return where a number of members stands."""
        return f"{_BOTTOM - number / self.most * (_BOTTOM - _TOP):.1f}"

    def lines(self, rows: list[GrowthRow]) -> Iterator[str]:
        """Yield the figure line by line: grid, band, lines, points, legend."""
        members = [row for row in rows if row["kind"] == "members"]
        yield from self._grid()
        yield from self._band(members)
        least = [(row["first"], row["least"]) for row in members]
        yield from self._line("certain", least, members[-1]["last"])
        numbers = [(row["first"], row["members"] or 0) for row in members]
        yield from self._line("members", numbers, members[-1]["last"])
        for row in rows:
            if row["kind"] == "published":
                yield from self._point(row)
        yield from _legend()

    def _grid(self) -> Iterator[str]:
        for number in range(0, self.most + 1, _SCORE):
            y = self.y(number)
            yield f'  <path class="grid" d="M{_LEFT} {y}H{_RIGHT}"/>'
            yield f'  <text class="right" x="{_LEFT - 6}" y="{float(y) + 4:.1f}">{number}</text>'
        for year in range(_FIRST_YEAR, self.last_year + 1, _DECADE):
            x = self.x(date(year, 1, 1).toordinal())
            yield f'  <text class="middle" x="{x}" y="{_BOTTOM + 18}">{year}</text>'

    def _band(self, members: list[MembersRow]) -> Iterator[str]:
        """Yield a bar for each stretch of days with possible members."""
        for row in members:
            if row["most"] is None or row["most"] == row["members"]:
                continue
            start, end = _ordinal(row["first"]), _ordinal(row["last"]) + 1
            corners = f"M{self.x(start)} {self.y(row['members'] or 0)}H{self.x(end)}"
            yield f'  <path class="band" d="{corners}V{self.y(row["most"])}H{self.x(start)}Z"/>'

    def _line(self, kind: str, numbers: list[tuple[str, int]], last: str) -> Iterator[str]:
        """Yield a line of text for each change of the number, on its day."""
        yield f'  <path class="{kind}" d="'
        before = None
        for day, number in numbers:
            x, y = self.x(_ordinal(day)), self.y(number)
            if number != before:
                yield f"    M{x} {y}" if before is None else f"    H{x}V{y}"
            before = number
        yield f"    H{self.x(_ordinal(last))}"
        yield '"/>'

    def _point(self, row: PublishedRow) -> Iterator[str]:
        """Yield a published number: a bar over its possible days, and its mark."""
        if row["first"] is None or row["last"] is None:
            return  # it has no place on the axis
        first, last = _ordinal(row["first"]), _ordinal(row["last"])
        kind = row["outcome"] if row["outcome"] in ("equal", "possible") else "off"
        y = self.y(row["value"])
        bar = f'<path class="{kind}" d="M{self.x(first)} {y}H{self.x(last)}"/>'
        mark = f'<use class="{kind}" href="#{kind}" x="{self.x((first + last) / 2)}" y="{y}"/>'
        said = f"<title>{row['as_of']}: {row['value']}</title>"
        yield f"  <g>{said}{bar if last - first > _MONTH else ''}{mark}</g>"


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _legend() -> Iterable[str]:
    y = _BOTTOM + 46
    yield f'  <path class="members" d="M{_LEFT} {y - 4}h26"/>'
    yield f'  <path class="certain" d="M{_LEFT} {y - 9}h26"/>'
    yield f'  <text x="{_LEFT + 34}" y="{y}">certain and listed members</text>'
    yield f'  <path class="band" d="M{_LEFT} {y + 12}h26v14h-26z"/>'
    yield f'  <text x="{_LEFT + 34}" y="{y + 24}">possible members, in addition</text>'
    for place, (kind, words) in enumerate(_LEGEND):
        x, row = (262, 540)[place // 2], y + 24 * (place % 2)
        yield f'  <use class="{kind}" href="#{kind}" x="{x}" y="{row - 4}"/>'
        yield f'  <text x="{x + 12}" y="{row}">{words}</text>'


def main() -> None:
    """Draw the file anew."""
    FILE.write_text(drawn(), encoding="utf-8")


if __name__ == "__main__":
    main()
