"""One state over time: its status in organizations, its roles in processes, its chairs."""

from __future__ import annotations

from datetime import date

from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import party_id
from migrationgov.model.dataset import Dataset
from migrationgov.plots import style
from migrationgov.plots.intervals import membership_intervals, process_intervals
from migrationgov.plots.labels import party_label, process_label
from migrationgov.plots.role_styles import in_role_order, role_style
from migrationgov.plots.signatures import Axes, Interval, TimelineRow
from migrationgov.queries.participant_list_rules import LASTING, ROTATING
from migrationgov.typing import PartyLike
from migrationgov.vocabularies import MIXED_ROLES, ProcessRole

_LANE_HEIGHT = 0.34  # inches
_SHORT = 120  # an interval shorter than this part of the width of the axes needs a marker
_LANES = ("", "chair", "office", "meetings")


def state_timeline_table(state: PartyLike, *, dataset: Dataset | None = None) -> list[TimelineRow]:
    """
    List the intervals that `state_timeline` draws; same arguments.

    A role in a process, and a status that is only possible, begin no earlier than the state itself
    may have begun, and end no later than it may have ended.

    Returns:
        One dictionary per interval, organizations first, then processes by name, each by role and
        day. It has `kind` ("membership" or "process"), `of` (the id), `label`, `lane`, `role` (or
        status), `certain`, `may_be` (the possible statuses), `first` and `last` day, both
        included, no day after the end of what the data cover.

    >>> rows = state_timeline_table("KAZ")
    >>> [(row["role"], row["certain"], row["first"]) for row in rows if row["of"] == "iom"][-1]
    ('member', True, '2002-12-02')
    """
    facts = resolve_dataset(dataset)
    party = party_id(state, facts)
    found: list[Interval] = []
    for institution in facts.register_ids:
        found += membership_intervals(party, institution, facts)
    for process in sorted(facts.processes, key=lambda each: process_label(each).casefold()):
        rows = process_intervals(party, process, facts)
        found += sorted(rows, key=lambda row: _LANES.index(_lane(row)))
    begun, ended = _existence(party, facts)
    made: list[TimelineRow] = []
    for row in found:
        lane = _lane(row)
        title = f"{row['label']}: {lane}" if lane else row["label"]
        first, last = row["first"], row["last"]
        if not row["certain"] or row["kind"] == "process":
            # of a certain status there is a transition, which proves that the state existed
            first, last = max(first, begun), min(last, ended)
        if first <= last:
            made.append({**row, "lane": title, "first": first, "last": last})
    return made


def _lane(row: Interval) -> str:
    """Return the lane of an organization or process in which an interval is drawn."""
    if row["kind"] == "membership":
        return ""
    role = ProcessRole(row["role"])
    if role in MIXED_ROLES:
        return "chair" if role in ROTATING else "office"
    return "" if role in LASTING else "meetings"


def _existence(party: str, facts: Dataset) -> tuple[str, str]:
    """Return the first and the last day on which a state may have existed; any for others."""
    period = facts.state(party).period if facts.has_state(party) else None
    born = period.start.earliest if period and period.start else None
    died = period.end.latest if period and period.end else None
    return (born or date.min).isoformat(), (died or date.max).isoformat()


def state_timeline(
    state: PartyLike, *, ax: Axes | None = None, dataset: Dataset | None = None
) -> Axes:
    """
    Draw a state's status in organizations, its roles in processes and its chairs, day by day.

    What is certain is filled. What is only possible is hollow and hatched: a date is imprecise, or
    the lists before and after do not agree. Member and observer differ in colour, pattern and
    height. Short intervals have a marker. Nothing is drawn after the last day that the data cover.
    A gap in the line of an organization with a complete register is certain; a gap in the line of
    a process proves nothing.

    Args:
        state: Code, name or record of a state or an organization.
        ax: The axes to draw on; by default those of a new figure, as high as needed.
        dataset: The facts; the bundled ones by default.

    Returns:
        The axes, with one bar per row of `state_timeline_table`.

    >>> from matplotlib.figure import Figure
    >>> ax = state_timeline("KAZ", ax=Figure().add_subplot())
    >>> [text.get_text() for text in ax.get_yticklabels()][:3]
    ['IOM', 'Almaty Process', 'Almaty Process: chair']
    """
    facts = resolve_dataset(dataset)
    rows = state_timeline_table(state, dataset=facts)
    lanes = list(dict.fromkeys(row["lane"] for row in rows))
    made = style.canvas(ax, 11, 1.9 + _LANE_HEIGHT * max(len(lanes), 2))
    name = party_label(party_id(state, facts), facts)
    style.add_title(made, f"{name}: organizations and processes")
    _set_axes(made, rows, lanes)
    for row in rows:
        _draw_bar(made, row, lanes.index(row["lane"]))
    certain_first = sorted(rows, key=lambda row: not row["certain"])
    used = {role_style(row["role"], certain=row["certain"]): row["role"] for row in certain_first}
    handles = style.legend_handles(made, in_role_order(used), letters=False)
    note = (
        "Hatched: only possible. A line ends where the evidence ends, which does not mean that the"
        " role ended; a gap in the line of a process proves nothing."
    )
    empty = "The data have no record of it in any organization or process."
    style.add_legend(made, handles, note if rows else empty, drop=24)
    return made


def _set_axes(ax: Axes, rows: list[TimelineRow], lanes: list[str]) -> None:
    ax.set_yticks(range(len(lanes)), [style.shortened(lane) for lane in lanes])
    ax.set_ylim(max(len(lanes), 1) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)
    ax.spines[["top", "right", "left"]].set_visible(False)
    if not rows:
        ax.set_xticks([])
        return
    first = style.axis_position(min(row["first"] for row in rows))
    last = style.axis_position(max(row["last"] for row in rows))
    margin = max((last - first) / 100, 1)
    ax.set_xlim(first - margin, last + margin)
    ax.xaxis_date()
    ax.grid(axis="x", alpha=0.25)


def _draw_bar(ax: Axes, row: TimelineRow, lane: int) -> None:
    start, end = style.axis_position(row["first"]), style.axis_position(row["last"]) + 1
    mark = role_style(row["role"], certain=row["certain"])
    corner = (start, lane - mark.height / 2)
    bar = style.module("matplotlib.patches").Rectangle(corner, end - start, mark.height)
    bar.set_linestyle("-" if row["certain"] else "--")
    style.add_patch(ax, bar, mark, key=f"{row['of']}-{row['role']}-{row['first']}")
    low, high = ax.get_xlim()
    if (end - start) * _SHORT < high - low:
        ax.plot(
            (start + end) / 2, lane, marker=mark.marker, markersize=8, linestyle="", zorder=3,
            markerfacecolor=mark.face if row["certain"] else "none",
            markeredgecolor=style.text_colour(ax), markeredgewidth=0.7,
        )  # fmt: skip
