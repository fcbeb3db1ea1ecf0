"""States tied by the processes of which both are members."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from migrationgov.dates.partial_date import as_date
from migrationgov.errors import WrongTypeError, short_repr
from migrationgov.exports.graph import rosters_on, shared_processes
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import party_id
from migrationgov.lookup.one_or_many import one_or_many
from migrationgov.model.dataset import Dataset
from migrationgov.plots import style
from migrationgov.plots.labels import date_for_title
from migrationgov.plots.signatures import Axes, TieRow
from migrationgov.queries.questions import warn_after_evidence
from migrationgov.typing import DateLike, PartyLike
from migrationgov.words import count

#: Marker and colour of each UN region.
REGION_MARKERS = {
    "Africa": ("o", "#1a7f5a"),
    "Americas": ("s", "#0b4a7d"),
    "Asia": ("D", "#f3c15f"),
    "Europe": ("h", "#9fd3f5"),
    "Oceania": ("p", "#e3b5d3"),
}
_NO_REGION = ("8", "#7a2757")
_DASHED = (0, (3, 2))  # as matplotlib writes it: 3 points of line, 2 of gap
_NODE = 400  # the size of a state, in square points
_MOST_TIES = 2000  # of more the lines cover each other: found by looking at the figures
_ROUNDS, _PULL, _PULL_TO_CENTRE = 300, 3, 13  # of the layout: found by looking at the figures


def coparticipation_network_table(
    states: PartyLike | Iterable[PartyLike] | None = None,
    *,
    at_least: int = 1,
    on: DateLike | None = None,
    dataset: Dataset | None = None,
) -> list[TieRow]:
    """
    List the ties that `coparticipation_network` draws, and those that it leaves out to be legible.

    Args:
        states: Only ties among these states; all states by default.
        at_least: Only ties of at least this number of shared processes; by default all ties.
        on: A date as for `process_participants`; by default the day of the latest evidence on each
            process.
        dataset: The facts; the active dataset by default.

    Returns:
        One dictionary per pair of states, by their ids, with `first`, `second`, `processes` (the
        ids of those of which both are certain or listed members, sorted), `shared`, the number of
        them, and `certain`, the number of those of which both are certain members.

    >>> (tie,) = coparticipation_network_table(["KAZ", "TUR"], on="2015-10-22")
    >>> tie["processes"], tie["certain"]
    (['almaty-process', 'budapest-process', 'prague-process'], 2)
    """
    ties = _all_ties(states, on, resolve_dataset(dataset))
    least = _checked(at_least)
    return [tie for tie in ties if tie["shared"] >= least]


def _checked(at_least: int) -> int:
    if type(at_least) is not int or at_least < 1:
        raise WrongTypeError(
            f"at_least= takes a number of processes from 1 on, not {short_repr(at_least)}"
        )
    return at_least


def _legible(ties: list[TieRow]) -> int:
    """Return how many processes a tie must have, so that the picture is legible."""
    numbers = sorted((tie["shared"] for tie in ties), reverse=True)
    return numbers[_MOST_TIES] + 1 if len(numbers) > _MOST_TIES else 1


def _all_ties(
    states: PartyLike | Iterable[PartyLike] | None, on: DateLike | None, facts: Dataset
) -> list[TieRow]:
    """Return the ties of all pairs of states that share a process, by their ids."""
    asked = None if states is None else {party_id(each, facts) for each in one_or_many(states)}
    when = None if on is None else as_date(on)
    rosters = rosters_on(when, facts)
    if when is not None:
        warn_after_evidence(when, (each.process for each in rosters if len(each)), facts)
    return [
        {
            "first": one, "second": other, "processes": list(its), "shared": len(its),
            "certain": sum(its.values()),
        }
        for (one, other), its in shared_processes(rosters, facts, asked)
    ]  # fmt: skip


def coparticipation_network(
    states: PartyLike | Iterable[PartyLike] | None = None,
    *,
    at_least: int | None = None,
    on: DateLike | None = None,
    ax: Axes | None = None,
    dataset: Dataset | None = None,
) -> Axes:
    """
    Draw which states are members of the same processes: the more they share, the wider the tie.

    Certain and listed membership counts: a missing tie does not prove that two states share no
    process. A dashed tie rests on listed membership in each of the processes. States without a tie
    are left out. States that share more are drawn closer together, but distances are no quantity.
    The layout depends on nothing but the ties.

    Args:
        states: Only ties among these states; all states by default.
        at_least: Only ties of at least this number of shared processes; by default the smallest
            number that leaves 2,000 ties or fewer, because more are a black ball: 3 for all states
            of today, 1 for a few states. The title says how many states that leaves out.
        on: A date as for `process_participants`; by default the day of the latest evidence on each
            process.
        ax: The axes to draw on; by default those of a new figure.
        dataset: The facts; the active dataset by default.

    Returns:
        The axes, with one line per row of `coparticipation_network_table` with the same number in
        `at_least`, in its order, and one marker and code per state that has a tie.

    >>> from matplotlib.figure import Figure
    >>> ax = coparticipation_network(["KAZ", "KGZ", "TJK"], ax=Figure().add_subplot())
    >>> ax.get_title(loc="left")
    'Members of the same processes, by the latest evidence: 3 states'
    """
    facts = resolve_dataset(dataset)
    every = _all_ties(states, on, facts)
    least = _legible(every) if at_least is None else _checked(at_least)
    ties = [tie for tie in every if tie["shared"] >= least]
    made = style.canvas(ax, 11, 10.4)
    tied = map(facts.state, _tied(ties))
    found = sorted(tied, key=lambda each: (each.region, each.subregion, each.id))
    regions = {str(state.id): state.region for state in found}
    places = layout(list(regions), ties)
    tie_handles = _draw_ties(made, ties, places)
    handles = _draw_states(made, places, regions) + tie_handles
    style.hide_frame(made)
    made.set_aspect("equal")
    made.margins(0.04)
    when = ", by the latest evidence" if on is None else date_for_title(on)
    what = f"Members of {f'at least {least} of ' if least > 1 else ''}the same processes{when}"
    fewer = len(_tied(every)) - len(places)
    without = f" ({fewer} that share fewer left out)" if fewer else ""
    style.add_title(made, f"{what}: {count(len(places), 'state')}{without}")
    left_out = f"Ties of fewer than {least} processes are left out." if least > 1 else ""
    note = f"Certain and listed membership counts: a missing tie proves nothing. {left_out}"
    style.add_legend(made, handles, note)
    return made


def _tied(ties: list[TieRow]) -> set[str]:
    return {code for tie in ties for code in (tie["first"], tie["second"])}


def layout(codes: list[str], ties: list[TieRow]) -> dict[str, tuple[float, float]]:
    """
    Return a place for each state: tied states near each other, no two on one place.

    The forces start from a circle in the order of the states. Ties of a state with many ties are
    weaker, so that such states do not crowd together. A node in the centre, tied to all others,
    keeps groups without a common tie from drifting apart.
    """
    nx = style.module("networkx")
    graph, centre = nx.Graph(), ""
    graph.add_nodes_from(codes)
    graph.add_weighted_edges_from((tie["first"], tie["second"], tie["shared"]) for tie in ties)
    total = dict(graph.degree(weight="weight"))
    for one, other, edge in graph.edges(data=True):
        edge["weight"] *= _PULL / (total[one] * total[other]) ** 0.5
    start = nx.circular_layout(graph)
    number = max(len(codes), 1)
    graph.add_weighted_edges_from((centre, code, _PULL_TO_CENTRE / number**0.5) for code in codes)
    places = nx.spring_layout(
        graph, k=1.6 / number**0.5, pos={**start, centre: (0, 0)}, fixed=[centre] if codes else [],
        iterations=_ROUNDS, seed=0,
    )  # fmt: skip
    return {code: (float(places[code][0]), float(places[code][1])) for code in codes}


def _draw_ties(ax: Axes, ties: list[TieRow], places: dict[str, tuple[float, float]]) -> list[Any]:
    """Draw all ties as one collection; return handles for the widths."""
    faint = min(0.6, max(0.1, 60 / (len(ties) or 1)))
    lines = style.module("matplotlib.collections").LineCollection(
        [(places[tie["first"]], places[tie["second"]]) for tie in ties],
        linewidths=[_width(tie["shared"]) for tie in ties],
        linestyles=["-" if tie["certain"] else _DASHED for tie in ties],
        colors=[style.text_colour(ax)], alpha=faint, zorder=1, gid="ties",
    )  # fmt: skip
    ax.add_collection(lines)
    numbers = sorted({tie["shared"] for tie in ties})
    listed = sorted({numbers[0], numbers[len(numbers) // 2], numbers[-1]}) if numbers else []
    line, colour = style.module("matplotlib.lines").Line2D, style.text_colour(ax)
    handles = [
        line([], [], color=colour, linewidth=_width(n), label=f"{n} shared") for n in listed
    ]
    if not all(tie["certain"] for tie in ties):
        label = "listed in each"
        handles.append(line([], [], color=colour, linestyle=_DASHED, linewidth=1, label=label))
    return handles


def _width(shared: int) -> float:
    return 0.3 + 0.25 * shared  # points


def _draw_states(
    ax: Axes, places: dict[str, tuple[float, float]], regions: dict[str, str]
) -> list[Any]:
    """Draw the states with their codes, one series per region; return handles."""
    handles = []
    line = style.module("matplotlib.lines").Line2D
    for region in sorted(set(regions.values())):
        marker, colour = REGION_MARKERS.get(region, _NO_REGION)
        its = [code for code in places if regions[code] == region]
        xs, ys = zip(*(places[code] for code in its), strict=True)
        ax.scatter(
            xs, ys, marker=marker, s=_NODE, facecolor=colour, edgecolor=[style.background(ax)],
            linewidth=1, zorder=2, gid=f"region-{region}",
        )  # fmt: skip
        name = region or "no region"
        handles.append(
            line([], [], color=colour, marker=marker, markersize=9, linestyle="", label=name)
        )
        for code in its:
            ax.annotate(
                style.shortened(code), places[code], ha="center", va="center_baseline",
                fontsize=7.5, fontweight="bold", color=style.letter_colour(colour), zorder=3,
            )  # fmt: skip
    return handles
