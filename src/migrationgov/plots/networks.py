"""Who meets whom: states tied by the processes that both are certainly members of."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import WrongTypeError, short_repr
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import parse_date_argument
from migrationgov.lookup.name_resolution import party_id
from migrationgov.plots.force_layout import layout
from migrationgov.plots.labels import counted, on_in_words
from migrationgov.plots.style import (
    BLUE,
    GREEN,
    ORANGE,
    PURPLE,
    RED,
    SKY,
    bare,
    canvas,
    explain,
    heading,
    ink,
    module,
    on_fill,
    paper,
)
from migrationgov.queries.roster_builder import roster_of, warn_after_evidence
from migrationgov.vocabularies import ProcessRole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from matplotlib.axes import Axes

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.states import State

    DateLike = date | PartialDate | str
    PartyLike = str | State | Organization
    Place = tuple[float, float]

#: Marker and colour of each UN region.
REGIONS = {
    "Africa": ("o", GREEN),
    "Americas": ("s", BLUE),
    "Asia": ("D", ORANGE),
    "Europe": ("h", SKY),
    "Oceania": ("p", PURPLE),
}
_ELSEWHERE = ("8", RED)
_THIN, _WIDER = 0.25, 0.55  # points: of one shared process, and of each further one


def coparticipation_network_table(
    states: Iterable[PartyLike] | None = None,
    *,
    at_least: int = 1,
    on: DateLike | None = None,
    dataset: Dataset | None = None,
) -> list[dict[str, Any]]:
    """
    List the ties that `coparticipation_network` draws.

    Args:
        states: As for `coparticipation_network`.
        at_least: As for `coparticipation_network`.
        on: As for `coparticipation_network`.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        One dictionary per pair of states, by their ids, with `one`, `other`, `processes` (the ids
        of those that both are certainly members of, sorted) and `shared`, how many.

    Raises:
        UnknownStateError: If there is no such state; otherwise as for `coparticipation_network`.

    >>> (tie,) = coparticipation_network_table(["KAZ", "TUR"], on="2015-10-22")
    >>> tie["processes"]
    ['almaty-process', 'budapest-process']
    """
    if type(at_least) is not int or at_least < 1:
        raise WrongTypeError(
            f"at_least= takes a number of processes from 1 on, not {short_repr(at_least)}"
        )
    facts = resolve_dataset(dataset)
    wanted = None if states is None else {party_id(each, facts) for each in states}
    shared: dict[tuple[str, str], list[str]] = {}
    for process, members in _members(on, facts).items():
        kept = (code for code in members if wanted is None or code in wanted)
        for pair in combinations(sorted(kept), 2):
            shared.setdefault(pair, []).append(process)
    return [
        {"one": one, "other": other, "processes": its, "shared": len(its)}
        for (one, other), its in sorted(shared.items())
        if len(its) >= at_least
    ]


def _members(on: DateLike | None, facts: Dataset) -> dict[str, list[str]]:
    """Return the states that certainly are members, by process; warn as for a matrix."""
    when = None if on is None else parse_date_argument(on)[0]
    rosters = [roster_of(facts, each, when, ProcessRole.MEMBER) for each in facts.process_ids]
    if when is not None:
        warn_after_evidence(when, (each.process for each in rosters if len(each)), facts)
    return {
        each.process: [code for code in each.members.codes if facts.has_state(code)]
        for each in rosters
    }


def coparticipation_network(
    states: Iterable[PartyLike] | None = None,
    *,
    at_least: int = 1,
    on: DateLike | None = None,
    ax: Axes | None = None,
    dataset: Dataset | None = None,
) -> Axes:
    """
    Draw which states are members of the same processes: the wider a tie, the more they share.

    Only certain membership counts, as the figure says: a missing tie does not prove that two
    states share nothing. States without a tie are left out. The layout draws states together that
    share more; it is the same whenever the data are, and distances in it are no quantity.

    Args:
        states: Only ties among these; all states by default.
        at_least: Only ties of at least so many shared processes.
        on: A date as for `process_participants`; by default the day of the latest evidence on each
            process.
        ax: Where to draw; a new figure of pyplot by default.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        The axes, with one line per row of `coparticipation_network_table`, in its order, and one
        marker and code per state that has a tie.

    Raises:
        UnknownStateError: If there is no such state.
        WrongTypeError: If *at_least* is no number from 1 on.
        InvalidDateError: If *on* is not a date.
        MissingExtraError: If matplotlib is not there.

    Warns:
        CoverageWarning: If *on* lies after the latest evidence on any of the processes.

    >>> from matplotlib.figure import Figure
    >>> ax = coparticipation_network(["KAZ", "KGZ", "TJK"], ax=Figure().add_subplot())
    >>> ax.get_title(loc="left")
    'Certain members of the same processes, by the latest evidence: 3 states'
    """
    facts = resolve_dataset(dataset)
    ties = coparticipation_network_table(states, at_least=at_least, on=on, dataset=facts)
    made = canvas(ax, 11, 10.4)
    nodes = sorted(
        {code for tie in ties for code in (tie["one"], tie["other"])}, key=_by_region(facts)
    )
    places = dict(zip(nodes, layout(nodes, ties), strict=True))
    widths = _ties(made, ties, places)
    handles = [*_nodes(made, places, facts), *widths]
    bare(made)
    made.set_aspect("equal")
    made.margins(0.04)
    when = ", by the latest evidence" if on is None else on_in_words(on)
    heading(made, f"Certain members of the same processes{when}: {counted(len(nodes), 'state')}")
    kept = f" Ties of fewer than {at_least} are left out." if at_least > 1 else ""
    told = f"Only certain membership counts: a missing tie is no proof of none shared.{kept}"
    explain(made, handles, told)
    return made


def _by_region(facts: Dataset) -> Any:
    return lambda code: (facts.state(code).region, facts.state(code).subregion, code)


def _ties(ax: Axes, ties: list[dict[str, Any]], places: dict[str, Place]) -> list[Any]:
    """Draw all ties as one collection; return handles for the widths."""
    lines = [(places[tie["one"]], places[tie["other"]]) for tie in ties]
    widths = [_width(tie["shared"]) for tie in ties]
    faint = min(0.6, max(0.07, 25 / (len(ties) or 1)))
    drawn = module("matplotlib.collections").LineCollection(
        lines, linewidths=widths, colors=[ink(ax)], alpha=faint, zorder=1, gid="ties"
    )
    ax.add_collection(drawn)
    line = module("matplotlib.lines").Line2D
    several = sorted({tie["shared"] for tie in ties})
    kept = sorted({several[0], several[len(several) // 2], several[-1]}) if several else []
    return [line([], [], color=ink(ax), linewidth=_width(n), label=f"{n} shared") for n in kept]


def _width(shared: int) -> float:
    return _THIN + _WIDER * shared


def _nodes(ax: Axes, places: dict[str, Place], facts: Dataset) -> list[Any]:
    """Draw the states with their codes, a series per region; return the series."""
    regions = {code: facts.state(code).region for code in places}
    series = []
    for region in sorted(set(regions.values())):
        shape, colour = REGIONS.get(region, _ELSEWHERE)
        its = [code for code in places if regions[code] == region]
        xs, ys = ([places[code][axis] for code in its] for axis in (0, 1))
        series.append(
            ax.scatter(
                xs, ys, marker=shape, s=250, facecolor=colour, edgecolor=[paper(ax)],
                linewidth=0.8, zorder=2, label=region or "no region", gid=f"region-{region}",
            )
        )  # fmt: skip
        for code in its:
            ax.annotate(
                code.replace("$", r"\$"), places[code], ha="center", va="center", fontsize=6,
                color=on_fill(colour), zorder=3,
            )  # fmt: skip
    return series
