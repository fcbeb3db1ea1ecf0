"""What is known about each process, year by year: the grades of the statuses of states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, date

from migrationgov.errors import WrongTypeError, short_repr
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import process_id
from migrationgov.model.dataset import Dataset
from migrationgov.plots import style
from migrationgov.plots.labels import process_label
from migrationgov.plots.signatures import Axes, EvidenceRow
from migrationgov.plots.style import MarkStyle
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.stretches import Stretch
from migrationgov.typing import ProcessLike
from migrationgov.vocabularies import Grade, ProcessId

_LANE_HEIGHT = 0.3  # inches
_SHARE = 0.86  # of a lane; the rest is the gap
_UNKNOWN = "unknown"
#: The style of each grade, from the bottom of a lane to its top.
EVIDENCE_STYLES = {
    Grade.CERTAIN.value: MarkStyle("certain", "", style.BLUE, "", "#00324F"),
    Grade.LISTED.value: MarkStyle("listed", "", style.half(style.BLUE), "////", "#00324F"),
    Grade.POSSIBLE.value: MarkStyle("possible", "", style.WHITE, "/", style.BLUE),
    _UNKNOWN: MarkStyle("unknown", "", "#D9D9D9", "xxx", style.DARK_GREY),
}


def evidence_by_year_table(
    processes: Iterable[ProcessLike] | None = None,
    *,
    start: int = 2000,
    end: int | None = None,
    dataset: Dataset | None = None,
) -> list[EvidenceRow]:
    """
    List what `evidence_by_year` draws; same arguments.

    Returns:
        One dictionary per process and year in which it existed at the end of the year, with
        `process`, `label`, `year`, the number of `states` that any record of the process names,
        and of how many of them the status (member, observer, none) is `certain`, `listed`, only
        `possible`, or `unknown`: no reading, and no record makes the state a member or observer.

    >>> row = evidence_by_year_table(["Almaty Process"], start=2020, end=2020)[0]
    >>> row["states"], row["certain"], row["listed"]
    (13, 11, 2)
    """
    for name, year in (("start", start), ("end", end)):
        if year is not None and (type(year) is not int or not 0 < year < MAXYEAR):
            raise WrongTypeError(f"{name}= takes a year, not {short_repr(year)}")
    facts = resolve_dataset(dataset)
    given = facts.process_ids if processes is None else processes
    last = facts.manifest.as_of.first_ordinal if end is None else date(end, 12, 31).toordinal()
    years = range(start, date.fromordinal(last + 1).year)  # the last day may end a year
    rows = [
        row
        for each in dict.fromkeys(process_id(each, facts) for each in given)
        for row in _rows(each, years, facts)
    ]
    return sorted(rows, key=lambda row: (row["label"].casefold(), row["year"]))


def _rows(process: ProcessId, years: Iterable[int], facts: Dataset) -> Iterator[EvidenceRow]:
    lines = timelines_of(facts, process)
    begun = max(lines.evidence.exists_from, lines.evidence.covered[0])
    for year in years:
        day = date(year, 12, 31).toordinal()
        if begun <= day <= lines.evidence.ends[0]:
            grades = Counter(_grades_on(lines, day))
            yield {
                "process": process,
                "label": process_label(facts.process(process)),
                "year": year,
                "states": grades.total(),
                "certain": grades[Grade.CERTAIN.value],
                "listed": grades[Grade.LISTED.value],
                "possible": grades[Grade.POSSIBLE.value],
                "unknown": grades[_UNKNOWN],
            }


def _grades_on(lines: InstitutionTimelines, day: int) -> Iterator[str]:
    """Yield the grade of the status of each state that a record names as a party."""
    for party in lines.parties:
        if not lines.is_organization(party) and lines.names(party, lines.belonging):
            yield _grade(lines.line(party).on(day))


def _grade(stretch: Stretch) -> str:
    if len(stretch.possible) == 1:
        return Grade.CERTAIN.value
    if stretch.listed is not None:
        return Grade.LISTED.value
    return Grade.POSSIBLE.value if stretch.named & stretch.possible else _UNKNOWN


def evidence_by_year(
    processes: Iterable[ProcessLike] | None = None,
    *,
    start: int = 2000,
    end: int | None = None,
    ax: Axes | None = None,
    dataset: Dataset | None = None,
) -> Axes:
    """
    Draw how much is known about the members of each process, year by year.

    Each line is a process. A bar of a year divides the states that any record of the process names
    by the grade of their status at the end of the year: certain, listed, possible, unknown. A
    process of which no record names a state is unknown. A year without a bar lies before the
    founding or after the end. A series of members is useful where the bars are filled.

    Args:
        processes: Ids, names or records; by default all.
        start: The first year.
        end: The last year; by default the last one that the data cover.
        ax: The axes to draw on; by default those of a new figure, as high as needed.
        dataset: The facts; the bundled ones by default.

    Returns:
        The axes, with a box for each number in `evidence_by_year_table` that is not 0, and for
        each year of a process of which no record names a state.

    >>> from matplotlib.figure import Figure
    >>> evidence_by_year(["Almaty Process"], ax=Figure().add_subplot()).get_title(loc="left")
    'What is known about the status of states, by process and year'
    """
    rows = evidence_by_year_table(processes, start=start, end=end, dataset=dataset)
    lanes = {row["process"]: row["label"] for row in rows}
    places = {process: place for place, process in enumerate(lanes)}
    made = style.canvas(ax, 11, 1.9 + _LANE_HEIGHT * max(len(lanes), 2))
    style.add_title(made, "What is known about the status of states, by process and year")
    for row in rows:
        _draw_year(made, row, places[row["process"]])
    made.set_yticks(range(len(lanes)), [style.shortened(lane) for lane in lanes.values()])
    made.set_ylim(max(len(lanes), 1) - 0.4, -0.6)
    made.tick_params(axis="y", length=0)
    made.spines[["top", "right", "left"]].set_visible(False)
    years = [row["year"] for row in rows] or [start]
    made.set_xlim(min(years) - 0.6, max(years) + 0.6)
    made.xaxis.set_major_locator(style.module("matplotlib.ticker").MaxNLocator(integer=True))
    note = (
        "Of the states that any record of the process names, at the end of each year. Unknown: no"
        " record names a state. No bar: the process did not exist."
    )
    handles = style.legend_handles(made, EVIDENCE_STYLES.values())
    style.add_legend(made, handles, note, drop=24)
    return made


def _draw_year(ax: Axes, row: EvidenceRow, lane: int) -> None:
    """Draw the bar of a year: a box for each grade, as high as its share."""
    numbers = (row["certain"], row["listed"], row["possible"], row["unknown"] or not row["states"])
    bottom = lane + _SHARE / 2
    for (grade, mark), number in zip(EVIDENCE_STYLES.items(), numbers, strict=True):
        if number:
            height = _SHARE * number / max(row["states"], 1)
            bottom -= height
            box = style.module("matplotlib.patches").Rectangle(
                (row["year"] - _SHARE / 2, bottom), _SHARE, height
            )
            key = f"{row['process']}-{row['year']}-{grade}"
            style.add_patch(ax, box, mark, key=key, width=0.3)
