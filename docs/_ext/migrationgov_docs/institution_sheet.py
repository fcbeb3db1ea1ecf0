"""The top of the page of an institution: its timeline beside the facts in brief."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from migrationgov.plots.signatures import Interval
from migrationgov.words import count
from migrationgov_docs.growth_figure import growth_figure
from migrationgov_docs.html_page import Page, escape
from migrationgov_docs.marks import glyph
from migrationgov_docs.names import name_of
from migrationgov_docs.timeline_figure import Line, timeline
from migrationgov_docs.timeline_rows import drawn, parties_of

_MANY = 80  # a timeline of more parties is folded
_FACTS_PLACE = "downloads"
_NOTE = (
    "Full: certain. Part full: listed, by the last record carried forward. Dashed: possible. An"
    " arrow: the evidence ends, and not the role. What is possible beside another status is not"
    " drawn."
)
_GROWTH = (
    "The number of states, certain and listed, day by day. The band reaches up to those that are"
    " possible."
)
#: The status of a line decides where it stands.
_ORDER = (
    "member", "party", "associate", "signatory", "observer", "applicant", "partner", "participant",
)  # fmt: skip


def add_sheet(
    page: Page,
    institution: str,
    box: Iterable[tuple[str, str]],
    above: Sequence[Line] = (),
    *,
    growth: bool = False,
) -> None:
    """Add growth and timeline of an institution, with lines above it, and a box of facts."""
    page.html('<div class="mg-sheet">\n<div class="mg-lines">')
    page.heading(2, "Timeline")
    if growth:
        page.html(growth_figure(institution, page.facts))
        page.paragraph(_GROWTH, "mg-evidence")
    begin = page.place
    lines = party_lines(page, institution)
    name = name_of(institution, page.facts)
    figure = timeline([*above, *lines], f"Who belonged to {name}, day by day")
    page.html(figure)
    if not figure:
        page.paragraph("No source names a party on a date.")
    else:
        page.paragraph(f"{_NOTE} {_download(page, institution)}", "mg-evidence")
    if len(lines) > _MANY:
        page.folded(f"Show the timeline of {count(len(lines), 'party')}", begin)
    page.html('</div>\n<aside class="mg-box" aria-label="Facts in brief">')
    page.facts_table(box)
    page.html("</aside>\n</div>")


def _download(page: Page, institution: str) -> str:
    address = f"{page.root}../_static/{_FACTS_PLACE}/{institution}.csv"
    return f'<a href="{address}" download>Download these lines as CSV</a>.'


def party_lines(page: Page, institution: str) -> list[Line]:
    """Return a line for each party, by its last status and its name."""
    found = parties_of(institution, page.facts)
    by_name = page.by_name(found)
    ordered = sorted(by_name, key=lambda party: min(map(_rank, found[party])))
    return [
        Line(page.link(party), name_of(party, page.facts), drawn(found[party]))
        for party in ordered
    ]


def _rank(each: Interval) -> tuple[int, bool, int]:
    """Return what decides about the place of a line: its last status, if it is not in doubt."""
    last = -date.fromisoformat(each["last"]).year
    return last, each["grade"] == "possible", _ORDER.index(each["role"])


def party_list(page: Page, role: str, sides: Mapping[str, Iterable[str]]) -> str:
    """Return the parties of each grade by name, each with its mark, as a list in columns."""
    grades = {code: grade for grade, codes in sides.items() for code in codes}
    items = "\n".join(
        f"<li>{glyph(role, grades[code])} {page.link(code)}"
        f'<span class="mg-grade">, {escape(grades[code])}</span></li>'
        for code in page.by_name(grades)
    )
    return f'<ul class="mg-parties">\n{items}\n</ul>' if items else ""
