"""The number of members of an institution over time, by its timelines and as published."""

from __future__ import annotations

from functools import partial
from typing import Any

from attrs import frozen

from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import institution_id
from migrationgov.model.dataset import Dataset
from migrationgov.plots import style
from migrationgov.plots.intervals import days_to_draw, unchanged
from migrationgov.plots.labels import day_in_words, institution_label
from migrationgov.plots.signatures import Axes, GrowthRow, MembersRow, PublishedRow
from migrationgov.plots.style import GREEN, ORANGE, PURPLE, RED
from migrationgov.queries.published_counts import Reconciliation, reconcile
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.index import StatusIndex
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.typing import InstitutionLike
from migrationgov.vocabularies import (
    Clock,
    CountSubject,
    Explanation,
    Modifier,
    ReconciliationOutcome,
    Status,
)


@frozen
class PointStyle:
    """How one sort of published number is drawn: shape, colour, and label in the legend."""

    marker: str
    colour: str
    label: str


#: The style for each outcome or, where a number differs and the reason is known, each reason.
POINT_STYLES: dict[str, PointStyle] = {
    ReconciliationOutcome.EQUAL: PointStyle("o", GREEN, "published: equal to the register"),
    ReconciliationOutcome.POSSIBLE: PointStyle("D", ORANGE, "published: possible by the register"),
    ReconciliationOutcome.OPEN: PointStyle("X", RED, "published: differs, reason not known"),
    Explanation.STALE: PointStyle("v", RED, "published: differs, out of date"),
    Explanation.LAG: PointStyle("<", RED, "published: differs, lags behind"),
    Explanation.AHEAD: PointStyle(">", RED, "published: differs, ahead of its date"),
    Explanation.WRONG_DATE: PointStyle("s", RED, "published: differs, of another date"),
    Explanation.BOILERPLATE: PointStyle("P", PURPLE, "published: differs, copied each year"),
    Explanation.OTHER_THING: PointStyle("*", PURPLE, "published: differs, counts something else"),
    Explanation.PART: PointStyle("h", PURPLE, "published: differs, counts a part"),
    Explanation.NOT_REGISTERED: PointStyle("p", PURPLE, "published: differs, not in the register"),
    Explanation.DOUBT: PointStyle("^", ORANGE, "published: differs, the register is in doubt"),
}


def growth_table(
    institution: InstitutionLike = "IOM", *, dataset: Dataset | None = None
) -> list[GrowthRow]:
    """
    List what `growth` draws: the member states day by day, and their published numbers.

    Of a treaty it counts the parties as depositaries do: states and organizations, from the
    deposit.

    Returns:
        First a dictionary for each interval of days with the same numbers, in order. Its `kind` is
        "members"; it has `first` and `last` day, both included, the number of `members` (certain
        and listed), of certain members (`least`), and with the possible members (`most`; None if
        states that no record names may be members, too). Then one for each published number of
        member states of an organization, by date, of the kind "published", with `as_of`, its
        `first` and `last` possible day (None where open), `value`, `modifier`, `outcome`,
        `explanation` and `mark`, the word for its marker. Published numbers of a part of the
        members are left out.

    >>> next(row["members"] for row in growth_table() if row["first"] == "2002-12-02")
    98
    >>> [(row["members"], row["least"]) for row in growth_table("Bali Process")][-1]
    (45, 0)
    """
    facts = resolve_dataset(dataset)
    code = institution_id(institution, facts)
    lines = timelines_of(facts, code)
    counted = CountSubject.MEMBER_STATES
    if lines.belonging == Status.PARTY:  # as depositaries count
        lines, counted = timelines_of(facts, code, Clock.DEPOSIT), CountSubject.PARTIES
    rows: list[GrowthRow] = [*_members_rows(lines, facts)]
    if code in facts.ids("counts"):
        rows += [
            _published_row(each)
            for each in reconcile(code, dataset=facts)
            if each.claim.counted is counted and not each.claim.label
        ]
    return rows


def _members_rows(lines: InstitutionTimelines, facts: Dataset) -> list[MembersRow]:
    """Return the numbers by interval, for the days that the evidence covers."""
    index = lines.index(lines.belonging)
    kind = None if lines.belonging == Status.PARTY else "state"
    days = days_to_draw(lines, index.days, facts)
    found = unchanged(partial(_numbers, index, kind), days, index.days)
    return [
        {
            "kind": "members", "first": first, "last": last, "members": members, "least": least,
            "most": most,
        }
        for first, last, (members, least, most) in found
    ]  # fmt: skip


def _numbers(index: StatusIndex, kind: str | None, day: int) -> tuple[int, int, int | None]:
    """Return how many are members: certain and listed, certain, with the possible ones."""
    its = index.on(day, kind)
    members = len(its.codes)
    return members, len(its.certain), members + len(its.possible) if its.complete else None


def _published_row(found: Reconciliation) -> PublishedRow:
    claim, why = found.claim, found.explanation
    first, last = claim.as_of.earliest, claim.as_of.latest
    return {
        "kind": "published",
        "as_of": str(claim.as_of),
        "first": first.isoformat() if first else None,
        "last": last.isoformat() if last else None,
        "value": claim.value,
        "modifier": claim.modifier.value,
        "outcome": found.outcome.value,
        "explanation": why.value if why else None,
        "mark": (why or found.outcome).value,
    }


def growth(
    institution: InstitutionLike = "IOM",
    *,
    ax: Axes | None = None,
    dataset: Dataset | None = None,
) -> Axes:
    """
    Draw how many members an institution had, or parties a treaty, while the evidence lasts.

    The line is the number of certain and listed members; a dotted line is that of certain members
    alone, where it differs. The band above reaches up to the number with the possible members, and
    is missing where any number of states may be members. Points are published numbers, by how they
    compare with the register. A bar through a point spans its possible days; a number whose date
    is open at one side is not drawn. Nothing is drawn for days that the evidence does not cover.

    Args:
        institution: Name, acronym, id or record of an organization with a register, of a
            treaty, or of a process.
        ax: The axes to draw on; by default those of a new figure.
        dataset: The facts; the bundled ones by default.

    Returns:
        The axes, with what `growth_table` lists.

    >>> from matplotlib.figure import Figure
    >>> growth(ax=Figure().add_subplot()).get_title(loc="left")
    'IOM: 175 certain member states on 10 December 2025'
    """
    facts = resolve_dataset(dataset)
    code = institution_id(institution, facts)
    rows = growth_table(code, dataset=facts)
    made = style.canvas(ax, 11, 6.4)
    members = [row for row in rows if row["kind"] == "members"]
    noun = _noun(code, facts)
    handles = _draw_numbers(made, members, noun)
    handles += _draw_points(made, [row for row in rows if row["kind"] == "published"])
    made.xaxis_date()
    made.set_ylim(bottom=0)
    made.margins(x=0.01)
    made.set_ylabel(noun, color=style.text_colour(made))
    made.grid(axis="y", alpha=0.25)
    made.spines[["top", "right"]].set_visible(False)
    last, until = members[-1], day_in_words(members[-1]["last"])
    grades = "certain" if last["members"] == last["least"] else "certain and listed"
    name = institution_label(code, facts)
    style.add_title(made, f"{name}: {last['members']} {grades} {noun} on {until}")
    covered = f"The evidence covers {day_in_words(members[0]['first'])} to {until}."
    if any(row["most"] is None for row in members):
        covered += " Where the band is missing, there may be any number of further members."
    style.add_legend(made, handles, covered, drop=24)
    return made


def _noun(institution: str, facts: Dataset) -> str:
    """Return what is counted, in words."""
    of_treaty = timelines_of(facts, institution).belonging == Status.PARTY
    return "parties by deposit" if of_treaty else "member states"


def _draw_numbers(ax: Axes, members: list[MembersRow], noun: str) -> list[Any]:
    """Draw the members as a line, the certain ones dotted, the possible ones as a band."""
    rows = [*members, members[-1]]
    days = [style.axis_position(row["first"]) for row in members]
    days.append(style.axis_position(members[-1]["last"]))
    numbers, least = [row["members"] for row in rows], [row["least"] for row in rows]
    grades = "certain" if numbers == least else "certain and listed"
    handles: list[Any] = ax.step(
        days, numbers, where="post", color=style.BLUE, linewidth=1.8, label=f"{grades} {noun}",
        gid="members",
    )  # fmt: skip
    if numbers != least:
        handles += ax.step(
            days, least, where="post", color=style.text_colour(ax), linewidth=0.9, linestyle=":",
            label=f"certain {noun}", gid="certain",
        )  # fmt: skip
    known = [row["most"] is not None for row in rows]
    if any(known):
        most = [row["members"] if row["most"] is None else row["most"] for row in rows]
        band = ax.fill_between(
            days, numbers, most, where=known, step="post", facecolor=style.PALE_BLUE,
            edgecolor=style.BLUE, hatch="////", linewidth=0.3, gid="band",
            label=f"possible {noun}, in addition",
        )  # fmt: skip
        handles.append(band)
    return handles


def _draw_points(ax: Axes, rows: list[PublishedRow]) -> list[Any]:
    """Draw the published numbers, one series for each style; return the series."""
    series = []
    for word, point in POINT_STYLES.items():
        its = [
            (style.axis_position(row["first"]), style.axis_position(row["last"]), row)
            for row in rows
            if row["mark"] == word and row["first"] and row["last"]
        ]
        if its:
            series.append(_draw_series(ax, its, point, f"published-{word}"))
    return series


def _draw_series(
    ax: Axes, its: list[tuple[float, float, PublishedRow]], point: PointStyle, gid: str
) -> Any:
    middles = [(first + last) / 2 for first, last, _ in its]
    halves = [(last - first) / 2 for first, last, _ in its]
    values = [row["value"] for *_, row in its]
    for middle, (*_, row) in zip(middles, its, strict=True):
        if row["modifier"] != Modifier.EXACT:  # a point alone would look exact
            text = f" {row['modifier'].replace('-', ' ')} {row['value']}"
            colour = style.text_colour(ax)
            ax.annotate(text, (middle, row["value"]), color=colour, fontsize="x-small", va="top")
    ax.errorbar(
        middles, values, xerr=halves, fmt="none", ecolor=point.colour, elinewidth=0.8, alpha=0.6,
        zorder=2.5,
    )  # fmt: skip
    return ax.scatter(
        middles, values, marker=point.marker, s=26, facecolor=point.colour, linewidth=0.5,
        edgecolor=style.text_colour(ax), zorder=3, label=point.label, gid=gid,
    )  # fmt: skip
