"""The number of members of an institution over time, by its timelines and as published."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import institution_id
from migrationgov.model.dataset import Dataset
from migrationgov.plots import style
from migrationgov.plots.growth_numbers import growth_table
from migrationgov.plots.labels import day_in_words, institution_label
from migrationgov.plots.marks import area_filling, colours, mark_of
from migrationgov.plots.signatures import Axes, MembersRow, PublishedRow
from migrationgov.timelines.gather import timelines_of
from migrationgov.typing import InstitutionLike
from migrationgov.vocabularies import Grade, Modifier, ReconciliationOutcome, Status
from migrationgov.words import count

_THIN = 50  # a fiftieth of the height is as thin as two lines

#: Shape, colour and words of published numbers, by how they compare with our count.
POINT_STYLES: dict[str, tuple[str, str, str]] = {
    ReconciliationOutcome.EQUAL: ("o", "#1a7f5a", "published number, equal to our count"),
    ReconciliationOutcome.POSSIBLE: ("D", "#e0a100", "published number, possible by our count"),
    ReconciliationOutcome.EXPLAINED: ("v", "#c8402f", "published number, differs: we know why"),
    ReconciliationOutcome.OPEN: ("X", "#c8402f", "published number, differs: reason not known"),
}


def growth(
    institution: InstitutionLike = "IOM",
    *,
    ax: Axes | None = None,
    dataset: Dataset | None = None,
) -> Axes:
    """
    Draw how many members an institution had, or parties a treaty, while the evidence lasts.

    The line is the number of certain and listed members. Where lists alone name members, it begins
    with the first long list, which names nine in ten of those it counts or more: a leap up to it
    would show when lists begin, not when states joined. Before it, squares give the number of
    states that records had named so far. Below it, what is certain is full and
    what is listed is striped, or pale where that is too thin; above it, a broken outline reaches
    up to the number with the possible members, and is missing where any number of states may be
    members. As long as no record speaks of any member there is no line. Points are published
    numbers, by how they compare with our count; a bar through a point spans its possible days. A
    number whose date is open at one side is not drawn, nor is any day that the evidence does not
    cover.

    Args:
        institution: Name, acronym, id or record of an organization with a register, of a
            treaty, of a group, or of a process.
        ax: The axes to draw on; by default those of a new figure.
        dataset: The facts; the active dataset by default.

    Returns:
        The axes, with what `growth_table` lists.

    >>> from matplotlib.figure import Figure
    >>> growth(ax=Figure().add_subplot()).get_title(loc="left")
    'IOM: 175 member states on 10 December 2025'
    """
    facts = resolve_dataset(dataset)
    code = institution_id(institution, facts)
    rows = growth_table(code, dataset=facts)
    made = style.canvas(ax, 11, 6)
    members = [row for row in rows if row["kind"] == "members"]
    of_treaty = timelines_of(facts, code).belonging == Status.PARTY
    noun = "parties, from their deposit" if of_treaty else "member states"
    handles = _draw_numbers(made, members, noun.partition(",")[0])
    handles += _draw_named(made, members, noun.partition(",")[0])
    handles += _draw_points(made, [row for row in rows if row["kind"] == "published"])
    made.set_ylim(0, max(made.get_ylim()[1], 1))
    made.yaxis.set_major_locator(style.module("matplotlib.ticker").MaxNLocator(integer=True))
    made.set_ylabel(noun, color=style.text_colour(made))
    made.grid(axis="y", alpha=0.25)
    made.set_axisbelow(True)
    made.spines[["top", "right"]].set_visible(False)
    style.add_title(made, f"{institution_label(code, facts)}: {_last_number(members[-1], noun)}")
    style.add_legend(made, handles, *_notes(members, noun.partition(",")[0]), drop=24)
    style.date_axis(made)
    return made


def _last_number(last: MembersRow, noun: str) -> str:
    """Return the last number in words."""
    if last["members"] is None:
        return "no record of its members"
    if last["named"] is not None:
        day = day_in_words(last["last"])
        return f"{last['named']} {noun} named by lists until {day}, none of them long"
    listed = last["members"] - last["least"]
    how = {0: "", last["members"]: " (listed)"}.get(listed, f" ({listed} of them listed)")
    words = count(last["members"], noun.partition(",")[0].replace("ies", "y").rstrip("s"))
    return f"{words}{how} on {day_in_words(last['last'])}"


def _notes(members: list[MembersRow], noun: str) -> Iterator[str]:
    first, until = day_in_words(members[0]["first"]), day_in_words(members[-1]["last"])
    yield f"The evidence covers {first} to {until}."
    if any(row["members"] is None for row in members):
        yield "Where there is no line and no square, no record speaks of the members yet."
    if any(row["named"] is not None for row in members):
        yield "Up to the first long list the number of members is not known: no line."
    open_ = [row for row in members if row["most"] is None]
    if open_:
        days = f"{day_in_words(open_[0]['first'])} and {day_in_words(open_[-1]['last'])}"
        yield f"Between {days} the records may leave out some {noun}: how many is not known."


def _draw_numbers(ax: Axes, rows: list[MembersRow], noun: str) -> list[Any]:
    """Draw certain, listed and possible members, one above the other, and the line."""
    days = [style.axis_position(row["first"]) for row in rows]
    days.append(style.axis_position(rows[-1]["last"]))
    known = [row["members"] is not None and row["named"] is None for row in rows]
    members = [row["members"] or 0 if drawn else 0 for row, drawn in zip(rows, known, strict=True)]
    least = [row["least"] if drawn else 0 for row, drawn in zip(rows, known, strict=True)]
    most = [row["most"] or 0 if drawn else 0 for row, drawn in zip(rows, known, strict=True)]
    most = [max(pair) for pair in zip(most, members, strict=True)]
    handles = [
        _draw_area(ax, days, [0] * len(rows), least, Grade.CERTAIN, f"certain {noun}"),
        _draw_area(ax, days, least, members, Grade.LISTED, f"listed {noun}"),
        _draw_area(ax, days, members, most, Grade.POSSIBLE, f"possible {noun}"),
    ]
    line = [
        number if drawn else float("nan") for number, drawn in zip(members, known, strict=True)
    ]
    colour = colours(ax, mark_of("member", Grade.CERTAIN))[0]
    ax.step(days, [*line, line[-1]], where="post", color=colour, linewidth=1.8, gid="members")
    margin = max((days[-1] - days[0]) / 100, 1)
    ax.set_xlim(days[0] - margin, days[-1] + margin)
    # a legend names what can be seen, and an area of a day or two cannot
    least_width = (days[-1] - days[0]) / 1000
    return [
        each
        for each in handles
        if any(path.get_extents().width > least_width for path in each.get_paths())
    ]


def _draw_named(ax: Axes, rows: list[MembersRow], noun: str) -> list[Any]:
    """Draw how many states are named so far, where the number changes, and the first long list."""
    early = [row for row in rows if row["named"]]
    if not early:
        return []
    firsts = [next(its) for _, its in groupby(early, key=lambda row: row["named"])]
    whole = next((row for row in rows if row["members"] and row["named"] is None), None)
    if whole:
        ax.annotate(
            "first long list", (style.axis_position(whole["first"]), whole["members"]), (0, 4),
            textcoords="offset points", ha="center", fontsize="x-small",
            color=style.text_colour(ax), gid="first-long-list",
            bbox={"boxstyle": "round,pad=0.1", "fc": style.background(ax), "ec": "none"},
        )  # fmt: skip
    colour = colours(ax, mark_of("member", Grade.CERTAIN))[0]
    days = [style.axis_position(row["first"]) for row in firsts]
    return [
        ax.scatter(
            days, [row["named"] or 0 for row in firsts], marker="s", s=30, facecolor="none",
            edgecolor=colour, linewidth=1.4, zorder=3, gid="named", label=f"{noun} named so far",
        )
    ]  # fmt: skip


def _draw_area(
    ax: Axes, days: list[float], below: list[int], above: list[int], grade: Grade, label: str
) -> Any:
    """Draw the area between two numbers as one polygon for each unbroken run of days."""
    found = groupby(range(len(below)), lambda place: below[place] < above[place])
    runs = [list(places) for differs, places in found if differs]
    outlines = []
    for run in runs:
        low, high = (
            [(days[place + side], numbers[place]) for place in run for side in (0, 1)]
            for numbers in (below, above)
        )
        outlines.append(low + high[::-1])
    width = 0.9 if grade is Grade.POSSIBLE else 0.2
    filled = area_filling(ax, mark_of("member", grade))
    thickest = max((above[place] - below[place] for run in runs for place in run), default=0)
    if grade is Grade.LISTED and thickest * _THIN < max(above):
        filled["hatch"] = None  # its stripes would look like a broken outline
        label = f"{label}, {thickest} at most"
    area = style.module("matplotlib.collections").PolyCollection(
        outlines, gid=f"area-{grade}", label=label, zorder=1.5, linewidth=width, **filled
    )
    ax.add_collection(area)
    return area


def _draw_points(ax: Axes, rows: list[PublishedRow]) -> list[Any]:
    """Draw the published numbers, one series for each outcome; return the series."""
    series = []
    for outcome in POINT_STYLES:
        its = [
            (style.axis_position(row["first"]), style.axis_position(row["last"]), row)
            for row in rows
            if row["outcome"] == outcome and row["first"] and row["last"]
        ]
        if its:
            series.append(_draw_series(ax, its, outcome))
    return series


def _draw_series(ax: Axes, its: list[tuple[float, float, PublishedRow]], outcome: str) -> Any:
    marker, colour, label = POINT_STYLES[outcome]
    middles = [(first + last) / 2 for first, last, _ in its]
    halves = [(last - first) / 2 for first, last, _ in its]
    values = [row["value"] for *_, row in its]
    for middle, (*_, row) in zip(middles, its, strict=True):
        if row["modifier"] != Modifier.EXACT:  # a point alone would look exact
            text = f"{row['modifier'].replace('-', ' ')} {row['value']}"
            ax.annotate(
                text, (middle, row["value"]), (0, -9), textcoords="offset points", va="top",
                ha="center", color=style.text_colour(ax), fontsize="x-small",
                bbox={"boxstyle": "round,pad=0.1", "fc": style.background(ax), "ec": "none"},
            )  # fmt: skip
    ax.errorbar(
        middles, values, xerr=halves, fmt="none", ecolor=colour, elinewidth=0.9, zorder=2.5
    )
    return ax.scatter(
        middles, values, marker=marker, s=26, facecolor=colour, linewidth=0.7, zorder=3,
        edgecolor=style.text_colour(ax), label=label, gid=f"published-{outcome}",
    )  # fmt: skip
