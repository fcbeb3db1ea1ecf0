"""The marks of role and grade as SVG: the shape tells the role, the filling the grade."""

from __future__ import annotations

from collections.abc import Iterable

#: Outline of each sort of role, as in `tiles.js`.
SHAPES = {
    "member": "M.4.4h9.2v9.2H.4z",
    "observer": "M5 .2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 1 1 0-9.6z",
    "participant": "M.1 5 2.5.5h5L9.9 5 7.5 9.5h-5z",
}
#: The lower part of each, which is full if the role is listed.
LEVELS = {
    "member": "M.4 6.2h9.2v3.4H.4z",
    "observer": "M.36 6.2h9.28a4.8 4.8 0 0 1-9.28 0z",
    "participant": "M.74 6.2h8.52L7.5 9.5h-5z",
}
_SORTS = {
    "member": "member", "party": "member", "observer": "observer", "signatory": "observer",
    "applicant": "observer", "associate": "observer",
}  # fmt: skip
_GRADES = ("certain", "listed", "possible")


def sort_of(role: str) -> str:
    """Return the sort of a role, which has a shape and a colour."""
    return _SORTS.get(role, "participant")


def glyph(role: str, grade: str) -> str:
    """Return the mark of a role and its grade, for a legend or a list; a text stands beside it."""
    sort = sort_of(role)
    return (
        f'<svg class="mg-mark mg-glyph" data-role="{sort}" data-grade="{grade}"'
        f' viewBox="0 0 10 10" aria-hidden="true"><path class="mg-shape" d="{SHAPES[sort]}"/>'
        f'<path class="mg-level" d="{LEVELS[sort]}"/></svg>'
    )


def legend(used: Iterable[tuple[str, str]]) -> str:
    """Return the legend of marks: each role with each of its grades."""
    found = sorted(set(used), key=_place)
    items = "\n".join(f"<li>{glyph(*each)} {', '.join(each)}</li>" for each in found)
    return f'<ul class="mg-legend">\n{items}\n</ul>' if items else ""


def _place(used: tuple[str, str]) -> tuple[int, str, int]:
    role, grade = used
    return list(SHAPES).index(sort_of(role)), role, _GRADES.index(grade)
