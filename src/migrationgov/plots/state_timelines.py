"""One state through time: its status in organizations, its parts in processes, its chairs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import party_id
from migrationgov.plots.intervals import of_membership, of_process
from migrationgov.plots.labels import party_label
from migrationgov.plots.role_styles import PARTS, part_look
from migrationgov.plots.style import (
    canvas,
    explain,
    heading,
    ink,
    label,
    module,
    patch,
    place,
    swatches,
)
from migrationgov.queries.participant_list_rules import LASTING, ROTATING
from migrationgov.vocabularies import MIXED_ROLES, ProcessRole

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.states import State

    PartyLike = str | State | Organization

_LANE = 0.34  # inches
_SHORT = 120  # of the width of the axes: a stretch shorter than one part in so many needs a marker


def state_timeline_table(
    state: PartyLike, *, dataset: Dataset | None = None
) -> list[dict[str, Any]]:
    """
    List what `state_timeline` draws: who was what, from which day to which.

    A part in a process, and a status that is only possible, begin no earlier than the state itself
    may have begun, and end no later than it may have ended.

    Args:
        state: Code, name or record of a state or body.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        One dictionary per stretch of days, organizations first, then processes by name, each by
        role and day. It holds `kind` ("membership" or "process"), `of` (the id), `label`, `lane`,
        `role` (or status), `certain`, `may_be` (what it may have been), `first` and `last` day,
        both included, none of them after what the data cover.

    Raises:
        UnknownStateError: If there is no such state.

    >>> rows = state_timeline_table("KAZ")
    >>> [(row["role"], row["certain"], row["first"]) for row in rows if row["of"] == "iom"][-1]
    ('member', True, '2002-12-02')
    """
    facts = resolve_dataset(dataset)
    subject = party_id(state, facts)
    found = [row for whose in facts.register_ids for row in of_membership(subject, whose, facts)]
    parts = [list(of_process(subject, process, facts)) for process in facts.processes]
    by_name = sorted(filter(None, parts), key=lambda rows: rows[0]["label"].casefold())
    for rows in by_name:
        found += sorted(rows, key=lambda row: _LANES.index(_lane(row)))
    clipped = (_within_life(row, subject, facts) for row in found)
    return [{**row, "lane": _title(row)} for row in clipped if row["first"] <= row["last"]]


_LANES = ("", "chair", "office", "meetings")


def _lane(row: dict[str, Any]) -> str:
    """Return which of the lanes of an organization or process a stretch is drawn in."""
    if row["kind"] == "membership":
        return ""
    role = ProcessRole(row["role"])
    if role in MIXED_ROLES:
        return "chair" if role in ROTATING else "office"
    return "" if role in LASTING else "meetings"


def _title(row: dict[str, Any]) -> str:
    lane = _lane(row)
    return f"{row['label']}: {lane}" if lane else str(row["label"])


def _within_life(row: dict[str, Any], subject: str, facts: Dataset) -> dict[str, Any]:
    """Return a stretch without the days on which a state was not there for sure."""
    by_step = row["certain"] and row["kind"] == "membership"
    if by_step or not facts.has_state(subject):
        return row
    life = facts.state(subject).period
    born = life.start.earliest if life.start else None
    died = life.end.latest if life.end else None
    first = max(row["first"], (born or date.min).isoformat())
    return row | {"first": first, "last": min(row["last"], (died or date.max).isoformat())}


def state_timeline(
    state: PartyLike, *, ax: Axes | None = None, dataset: Dataset | None = None
) -> Axes:
    """
    Draw a state's status in organizations, its parts in processes and its chairs, day by day.

    What is certain is filled; what is only possible, because a date is imprecise or only a list
    before or after tells, is hollow and hatched. Member and observer differ in colour, pattern and
    height. Stretches of few days have a marker on them. Nothing is drawn after the last day that
    the data cover. A gap in the line of an organization whose register is complete is certain; one
    in the line of a process proves nothing.

    Args:
        state: Code, name or record of a state, or of a body.
        ax: Where to draw; a new figure of pyplot by default, as high as it has lanes.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        The axes, with one bar per row of `state_timeline_table`.

    Raises:
        UnknownStateError: If there is no such state.
        MissingExtraError: If matplotlib is not there.

    >>> from matplotlib.figure import Figure
    >>> ax = state_timeline("KAZ", ax=Figure().add_subplot())
    >>> [text.get_text() for text in ax.get_yticklabels()][:3]
    ['IOM', 'Almaty Process', 'Almaty Process: chair']
    """
    facts = resolve_dataset(dataset)
    rows = state_timeline_table(state, dataset=facts)
    lanes = list(dict.fromkeys(row["lane"] for row in rows))
    made = canvas(ax, 11, 1.9 + _LANE * max(len(lanes), 2))
    heading(made, f"{party_label(party_id(state, facts), facts)}: organizations and processes")
    _scale(made, rows, lanes)
    for row in rows:
        _bar(made, row, lanes.index(row["lane"]))
    used = sorted({(row["role"], not row["certain"]) for row in rows}, key=_legend_order)
    looks = [part_look(role, certain=not doubted) for role, doubted in used]
    told = (
        "Hatched: possible only. A line ends where the evidence ends, which does not mean that the"
        " part did; a gap in the line of a process proves nothing."
        if rows
        else "The data hold no record of it in any organization or process."
    )
    explain(made, swatches(made, looks, letters=False), told, drop=24)
    return made


def _legend_order(used: tuple[str, bool]) -> tuple[int, bool]:
    return list(PARTS).index(used[0]), used[1]


def _scale(ax: Axes, rows: list[dict[str, Any]], lanes: list[str]) -> None:
    ax.set_yticks(range(len(lanes)), [label(lane) for lane in lanes])
    ax.set_ylim(max(len(lanes), 1) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)
    ax.spines[["top", "right", "left"]].set_visible(False)
    if rows:
        first, last = min(row["first"] for row in rows), max(row["last"] for row in rows)
        margin = max((place(last) - place(first)) / 100, 1)
        ax.set_xlim(place(first) - margin, place(last) + margin)
        ax.xaxis_date()
        ax.grid(axis="x", alpha=0.25)
    else:
        ax.set_xticks([])


def _bar(ax: Axes, row: dict[str, Any], lane: int) -> None:
    start, end = place(row["first"]), place(row["last"]) + 1  # the last day is included
    part, look = PARTS[row["role"]], part_look(row["role"], certain=row["certain"])
    patches = module("matplotlib.patches")
    bar = patches.Rectangle((start, lane - part.height / 2), end - start, part.height)
    patch(ax, bar, look, key=f"{row['of']}-{row['role']}-{row['first']}")
    bar.set_linestyle("-" if row["certain"] else "--")
    low, high = ax.get_xlim()
    if (end - start) * _SHORT < high - low:
        face = look.face if row["certain"] else "none"
        ax.plot(
            (start + end) / 2, lane, marker=part.marker, markersize=8, markerfacecolor=face,
            markeredgecolor=ink(ax), markeredgewidth=0.7, linestyle="", zorder=3,
        )  # fmt: skip
