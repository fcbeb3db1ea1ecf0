"""What is known about each institution, year by year: the grades of the statuses of states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, date

from attrs import evolve

from migrationgov.errors import WrongTypeError, short_repr
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import institution_id
from migrationgov.lookup.one_or_many import one_or_many
from migrationgov.model.dataset import Dataset
from migrationgov.plots import style
from migrationgov.plots.intervals import roles_on_record
from migrationgov.plots.labels import institution_label
from migrationgov.plots.marks import (
    UNKNOWN,
    MarkInLegend,
    area_filling,
    dots,
    mark_of,
    no_role,
)
from migrationgov.plots.signatures import Axes, EvidenceRow
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.stretches import Stretch
from migrationgov.typing import InstitutionLike
from migrationgov.vocabularies import Grade

_LANE_HEIGHT = 0.3  # inches
_SHARE = 0.86  # of a lane; the rest is the gap
_UNDOCUMENTED = "undocumented"
#: The mark of each part of a bar, from the bottom up.
EVIDENCE_MARKS = {
    **{str(grade): evolve(mark_of("member", grade), label=str(grade)) for grade in Grade},
    _UNDOCUMENTED: no_role(UNKNOWN, "undocumented: no record of its members"),
}


def evidence_by_year_table(
    institutions: InstitutionLike | Iterable[InstitutionLike] | None = None,
    *,
    start: int = 2000,
    end: int | None = None,
    dataset: Dataset | None = None,
) -> list[EvidenceRow]:
    """
    List what `evidence_by_year` draws; same arguments.

    Returns:
        One dictionary per institution and year in which it existed at the end of the year, with
        `institution`, `label`, `year`, the number of `states` that any record of it names, and of
        how many of them the status (member, observer, none; party, signatory, none) is `certain`,
        `listed`, only `possible`, or `undocumented`: no reading, and no record names it in one.

    >>> row = evidence_by_year_table(["Almaty Process"], start=2020, end=2020)[0]
    >>> row["states"], row["certain"], row["listed"]
    (13, 11, 2)
    """
    for name, year in (("start", start), ("end", end)):
        if year is not None and (type(year) is not int or not 0 < year < MAXYEAR):
            raise WrongTypeError(f"{name}= takes a year, not {short_repr(year)}")
    facts = resolve_dataset(dataset)
    given = facts.process_ids if institutions is None else one_or_many(institutions)
    last = facts.manifest.as_of.first_ordinal if end is None else date(end, 12, 31).toordinal()
    years = range(start, date.fromordinal(last + 1).year)  # the last day may end a year
    rows = [
        row
        for each in dict.fromkeys(institution_id(each, facts) for each in given)
        for row in _rows(each, years, facts)
    ]
    return sorted(rows, key=lambda row: (row["label"].casefold(), row["year"]))


def _rows(institution: str, years: Iterable[int], facts: Dataset) -> Iterator[EvidenceRow]:
    lines = timelines_of(facts, institution)
    begun = max(lines.evidence.exists_from, lines.evidence.covered[0])
    for year in years:
        day = date(year, 12, 31).toordinal()
        if begun <= day <= lines.evidence.ends[0]:
            grades = Counter(_grades_on(lines, day))
            yield {
                "institution": institution,
                "label": institution_label(institution, facts),
                "year": year,
                "states": grades.total(),
                "certain": grades[Grade.CERTAIN.value],
                "listed": grades[Grade.LISTED.value],
                "possible": grades[Grade.POSSIBLE.value],
                "undocumented": grades[_UNDOCUMENTED],
            }


def _grades_on(lines: InstitutionTimelines, day: int) -> Iterator[str]:
    """Yield the grade of the status of each state that a record names as a party."""
    for party in lines.parties:
        if not lines.is_organization(party) and lines.names(party, lines.belonging):
            yield _grade(lines.line(party).on(day), roles_on_record(party, lines))


def _grade(stretch: Stretch, on_record: set[str]) -> str:
    if len(stretch.possible) == 1:
        return Grade.CERTAIN.value
    if stretch.listed is not None:
        return Grade.LISTED.value
    spoken = stretch.named & stretch.possible & on_record
    return Grade.POSSIBLE.value if spoken else _UNDOCUMENTED


def evidence_by_year(
    institutions: InstitutionLike | Iterable[InstitutionLike] | None = None,
    *,
    start: int = 2000,
    end: int | None = None,
    ax: Axes | None = None,
    dataset: Dataset | None = None,
) -> Axes:
    """
    Draw how much is known about the members of each institution, year by year.

    Each line is an institution. A cell of a year divides the states that any record of it names by
    the grade of their status at the end of the year: certain (full), listed (striped), possible
    (hollow), undocumented (nothing). A dot means that no record speaks of any state. A year
    without a cell lies before the founding or after the end. A series of members is useful where
    the cells are full or striped.

    Args:
        institutions: Names, acronyms, ids or records of organizations, treaties, groups or
            processes; by default all processes.
        start: The first year.
        end: The last year; by default the last one that the data cover.
        ax: The axes to draw on; by default those of a new figure, as high as needed.
        dataset: The facts; the active dataset by default.

    Returns:
        The axes, with a box for each number of certain, listed and possible states in
        `evidence_by_year_table` that is not 0, and a dot for each year without any.

    >>> from matplotlib.figure import Figure
    >>> evidence_by_year(["Almaty Process"], ax=Figure().add_subplot()).get_title(loc="left")
    'What is known about the members, by institution and year'
    """
    rows = evidence_by_year_table(institutions, start=start, end=end, dataset=dataset)
    lanes = {row["institution"]: row["label"] for row in rows}
    places = {institution: place for place, institution in enumerate(lanes)}
    made = style.canvas(ax, 11, 1.7 + _LANE_HEIGHT * max(len(lanes), 2))
    style.add_title(made, "What is known about the members, by institution and year")
    made.set_yticks(range(len(lanes)), [style.shortened(lane) for lane in lanes.values()])
    made.set_ylim(max(len(lanes), 1) - 0.4, -0.6)
    made.tick_params(axis="y", length=0)
    made.spines[["top", "right", "left"]].set_visible(False)
    years = [row["year"] for row in rows] or [start]
    made.set_xlim(min(years) - 0.6, max(years) + 0.6)
    made.xaxis.set_major_locator(style.module("matplotlib.ticker").MaxNLocator(integer=True))
    for row in rows:
        _draw_year(made, row, places[row["institution"]])
    dark = [row for row in rows if row["undocumented"] == row["states"]]
    dots(made, [(row["year"], places[row["institution"]]) for row in dark])
    note = (
        "Of the states that any record of the institution names, at the end of each year. No cell:"
        " it did not exist."
    )
    handler = MarkInLegend(made, areas=True)
    style.add_legend(made, list(EVIDENCE_MARKS.values()), note, drop=24, drawer=handler)
    return made


def _draw_year(ax: Axes, row: EvidenceRow, lane: int) -> None:
    """Draw the cell of a year: a box for each grade, as high as its share."""
    numbers = {"certain": row["certain"], "listed": row["listed"], "possible": row["possible"]}
    left, bottom = row["year"] - _SHARE / 2, lane + _SHARE / 2
    key = f"{row['institution']}-{row['year']}"
    for grade, number in numbers.items():
        height = _SHARE * number / max(row["states"], 1)
        if number:
            box = style.module("matplotlib.patches").Rectangle(
                (left, bottom - height), _SHARE, height, linewidth=0.5,
                gid=style.gid(f"{key}-{grade}"), **area_filling(ax, EVIDENCE_MARKS[grade]),
            )  # fmt: skip
            ax.add_patch(box)
        bottom -= height
