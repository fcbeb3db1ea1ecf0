"""How many members an organization had, by the register and by what was published."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import frozen

from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import organization_id
from migrationgov.plots.intervals import span
from migrationgov.plots.labels import day_in_words, name_of
from migrationgov.plots.style import (
    BLUE,
    GREEN,
    ORANGE,
    PALE_BLUE,
    PURPLE,
    RED,
    canvas,
    explain,
    heading,
    ink,
    place,
)
from migrationgov.queries.published_counts import reconcile
from migrationgov.queries.status_index import status_index
from migrationgov.vocabularies import CountSubject, Explanation, Modifier, ReconciliationOutcome

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.queries.published_counts import Reconciliation
    from migrationgov.queries.status_index import StatusIndex

    OrganizationLike = str | Organization


@frozen
class Mark:
    """The marker of one sort of published number: shape, colour and words."""

    shape: str
    colour: str
    words: str


#: One shape per outcome or, where a number is off and it is known why, per explanation.
MARKS: dict[str, Mark] = {
    ReconciliationOutcome.EQUAL: Mark("o", GREEN, "published, as the register has it"),
    ReconciliationOutcome.POSSIBLE: Mark("D", ORANGE, "published, possible by the register"),
    ReconciliationOutcome.OPEN: Mark("X", RED, "published, off: open why"),
    Explanation.STALE: Mark("v", RED, "published, off: stale"),
    Explanation.LAG: Mark("<", RED, "published, off: lags behind"),
    Explanation.AHEAD: Mark(">", RED, "published, off: ahead of its day"),
    Explanation.WRONG_DATE: Mark("s", RED, "published, off: of another date"),
    Explanation.BOILERPLATE: Mark("P", PURPLE, "published, off: copied from year to year"),
    Explanation.OTHER_THING: Mark("*", PURPLE, "published, off: counts something else"),
    Explanation.PART: Mark("h", PURPLE, "published, off: counts a part"),
    Explanation.NOT_REGISTERED: Mark("p", PURPLE, "published, off: not in the register"),
    Explanation.DOUBT: Mark("^", ORANGE, "published, off: the register is in doubt"),
}


def growth_table(
    organization: OrganizationLike = "IOM", *, dataset: Dataset | None = None
) -> list[dict[str, Any]]:
    """
    List what `growth` draws: the member states day by day, and the published numbers of them.

    Args:
        organization: Name, acronym, id or record of the organization.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        First a dictionary for each stretch of days with the same numbers, in order. Its `kind` is
        "register"; it holds `first` and `last` day, both included, the number of `certain` members
        and of certain and possible ones (`most`; None where the register is not complete). Then
        one for each published number of member states, by date, of the kind "published", with
        `as_of`, `first` and `last` day it may be of (None where open), `value`, `modifier`,
        `outcome`, `explanation` and `mark`, the word its marker stands for. Numbers of a part of
        the members are left out.

    Raises:
        UnknownOrganizationError: If there is no such organization, or no register of it.

    >>> rows = growth_table()
    >>> next(row["certain"] for row in rows if row["first"] == "2002-12-02")
    98
    """
    facts = resolve_dataset(dataset)
    whose = organization_id(organization, facts)
    counted = any(each.organization == whose for each in facts.counts)
    laid = reconcile(whose, dataset=facts) if counted else ()
    published = [
        _published(each)
        for each in laid
        if each.claim.counted is CountSubject.MEMBER_STATES and not each.claim.label
    ]
    return [*_stretches(status_index(facts, whose), facts), *published]


def _stretches(here: StatusIndex, facts: Dataset) -> list[dict[str, Any]]:
    """Return the numbers stretch by stretch, for the days that the register covers."""
    begun, until = span(here.first, here.last, here.days, facts)
    starts = [begun, *(day for day in here.days if begun < day <= until)]
    rows: list[dict[str, Any]] = []
    for first, following in zip(starts, [*starts[1:], until + 1], strict=True):
        certain, possible = (
            here.kept(e, organizations=False) for e in here.parties_on(first, "member")
        )
        numbers = {
            "certain": len(certain),
            "most": len(certain) + len(possible) if here.complete else None,
        }
        last = date.fromordinal(following - 1).isoformat()
        if rows and numbers.items() <= rows[-1].items():
            rows[-1]["last"] = last
        else:
            start = date.fromordinal(first).isoformat()
            rows.append({"kind": "register", "first": start, "last": last, **numbers})
    return rows


def _published(laid: Reconciliation) -> dict[str, Any]:
    claim, why = laid.claim, laid.explanation
    edges = [
        edge.isoformat() if edge else None for edge in (claim.as_of.earliest, claim.as_of.latest)
    ]
    return {
        "kind": "published",
        "as_of": str(claim.as_of),
        "first": edges[0],
        "last": edges[1],
        "value": claim.value,
        "modifier": claim.modifier.value,
        "outcome": laid.outcome.value,
        "explanation": why.value if why else None,
        "mark": (why or laid.outcome).value,
    }


def growth(
    organization: OrganizationLike = "IOM",
    *,
    ax: Axes | None = None,
    dataset: Dataset | None = None,
) -> Axes:
    """
    Draw how many members an organization had, from the first to the last day of its register.

    The line is the number of certain members. The band over it reaches up to those who may be
    members as well. Points are numbers that somebody published, by what becomes of them beside the
    register; a bar through a point spans the days it may be of, and a number whose date is open at
    one side is not drawn. Nothing is drawn for days that the register does not cover.

    Args:
        organization: Name, acronym, id or record of the organization.
        ax: Where to draw; a new figure of pyplot by default.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        The axes; what is drawn is what `growth_table` lists.

    Raises:
        UnknownOrganizationError: If there is no such organization, or no register of it.
        MissingExtraError: If matplotlib is not there.

    >>> from matplotlib.figure import Figure
    >>> growth(ax=Figure().add_subplot()).get_title(loc="left")
    'IOM: 175 member states for certain on 10 December 2025'
    """
    rows = growth_table(organization, dataset=dataset)
    made = canvas(ax, 11, 6.4)
    register = [row for row in rows if row["kind"] == "register"]
    handles = [*_band(made, register), *_points(made, rows)]
    last = register[-1]
    made.xaxis_date()
    made.set_ylim(bottom=0)
    made.margins(x=0.01)
    made.set_ylabel("member states", color=ink(made))
    made.grid(axis="y", alpha=0.25)
    made.spines[["top", "right"]].set_visible(False)
    until = day_in_words(last["last"])
    whose = name_of(organization, dataset)
    heading(made, f"{whose}: {last['certain']} member states for certain on {until}")
    told = f"The register covers {day_in_words(register[0]['first'])} to {until}."
    part = "" if last["most"] is not None else "It is not complete: there may be any number more."
    explain(made, handles, f"{told} {part}", drop=24)
    return made


def _band(ax: Axes, register: list[dict[str, Any]]) -> list[Any]:
    """Draw the certain number as a line and what may be as a band; return their handles."""
    days = [place(row["first"]) for row in register]
    days.append(place(register[-1]["last"]))
    certain = [row["certain"] for row in register]
    certain.append(certain[-1])
    line = ax.step(
        days,
        certain,
        where="post",
        color=BLUE,
        linewidth=1.8,
        label="certain members",
        gid="certain",
    )
    most = [row["most"] for row in register if row["most"] is not None]
    if not most:
        return line
    band = ax.fill_between(
        days, certain, [*most, most[-1]], step="post", facecolor=PALE_BLUE, edgecolor=BLUE,
        hatch="////", linewidth=0.3, label="possible members on top", gid="band",
    )  # fmt: skip
    return [*line, band]


def _points(ax: Axes, rows: list[dict[str, Any]]) -> list[Any]:
    """Draw the published numbers that have a date, one series for each mark."""
    handles = []
    for word, mark in MARKS.items():
        its = [row for row in rows if row.get("mark") == word and row["first"] and row["last"]]
        if its:
            handles.append(_series(ax, its, word, mark))
    return handles


def _series(ax: Axes, its: list[dict[str, Any]], word: str, mark: Mark) -> Any:
    spans = [[place(row[edge]) for edge in ("first", "last")] for row in its]
    middles = [(first + last) / 2 for first, last in spans]
    halves = [(last - first) / 2 for first, last in spans]
    values = [row["value"] for row in its]
    bars: dict[str, Any] = {"ecolor": mark.colour, "elinewidth": 0.8, "alpha": 0.6, "zorder": 2.5}
    for row, middle in zip(its, middles, strict=True):
        if row["modifier"] != Modifier.EXACT:  # a point alone would say too much
            said = f" {row['modifier'].replace('-', ' ')} {row['value']}"
            ax.annotate(said, (middle, row["value"]), color=ink(ax), fontsize="x-small", va="top")
    ax.errorbar(middles, values, xerr=halves, fmt="none", **bars)
    return ax.scatter(
        middles, values, marker=mark.shape, s=26,
        facecolor=mark.colour, edgecolor=ink(ax), linewidth=0.5, zorder=3, label=mark.words,
        gid=f"published-{word}",
    )  # fmt: skip
