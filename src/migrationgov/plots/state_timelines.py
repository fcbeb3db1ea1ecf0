"""One state over time: its status in organizations, its roles in processes, its chairs."""

from __future__ import annotations

from collections.abc import Iterable

from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import institution_id, party_id
from migrationgov.lookup.name_search import is_treaty
from migrationgov.model.dataset import Dataset
from migrationgov.plots import style
from migrationgov.plots.intervals import intervals_of
from migrationgov.plots.labels import institution_label, party_label, process_label
from migrationgov.plots.role_styles import in_role_order, role_style
from migrationgov.plots.signatures import Axes, Interval, TimelineRow
from migrationgov.timelines.claims import STATUSES
from migrationgov.timelines.terms import ROTATING
from migrationgov.typing import InstitutionLike, PartyLike
from migrationgov.vocabularies import MIXED_ROLES, Grade, ProcessRole

_LANE_HEIGHT = 0.34  # inches
_SHORT = 120  # an interval shorter than this part of the width of the axes needs a marker
_LANES = ("", "chair", "office", "meetings")
_OWN_LANE = (*STATUSES, ProcessRole.PARTY, ProcessRole.SIGNATORY, ProcessRole.PARTNER)


def state_timeline_table(
    state: PartyLike,
    *,
    institutions: Iterable[InstitutionLike] | None = None,
    dataset: Dataset | None = None,
) -> list[TimelineRow]:
    """
    List the intervals that `state_timeline` draws; same arguments.

    Returns:
        One dictionary per interval, organizations first, then treaties, then processes, by name
        (or the institutions in the order given), each by lane and day. It has `of` (the id of
        the institution), `label`, `lane`, `role` (or status), `grade`, `may_be` (the possible
        statuses), `first` and `last` day, both included, no day after the end of what the evidence
        covers.

    >>> rows = state_timeline_table("KAZ")
    >>> [(row["role"], row["grade"], row["first"]) for row in rows if row["of"] == "iom"][-1]
    ('member', 'certain', '2002-12-02')
    """
    facts = resolve_dataset(dataset)
    party = party_id(state, facts)
    made: list[TimelineRow] = []
    for institution in _ids(institutions, facts):
        rows = list(intervals_of(party, institution, facts))
        for row in sorted(rows, key=lambda row: _LANES.index(_lane(row))):
            lane = _lane(row)
            made.append({**row, "lane": f"{row['label']}: {lane}" if lane else row["label"]})
    return made


def _ids(institutions: Iterable[InstitutionLike] | None, facts: Dataset) -> list[str]:
    """Return the ids of the given institutions, or of all: of each kind by name."""
    if institutions is not None:
        return [institution_id(each, facts) for each in institutions]
    names = {each: institution_label(each, facts).casefold() for each in facts.register_ids}
    registers = sorted(names, key=lambda each: (is_treaty(each, facts), names[each]))
    processes = sorted(facts.processes, key=lambda each: process_label(each).casefold())
    return [*registers, *(each.id for each in processes)]


def _lane(row: Interval) -> str:
    """Return the lane of an institution in which an interval is drawn."""
    role = ProcessRole(row["role"])
    if role in MIXED_ROLES:
        return "chair" if role in ROTATING else "office"
    return "" if role in _OWN_LANE else "meetings"


def state_timeline(
    state: PartyLike,
    *,
    institutions: Iterable[InstitutionLike] | None = None,
    ax: Axes | None = None,
    dataset: Dataset | None = None,
) -> Axes:
    """
    Draw a state's status in organizations and treaties, its roles in processes and its chairs.

    What is certain is filled. What is listed, by the last record carried forward, is half filled
    and hatched. What is only possible is hollow. Member and observer differ in colour, pattern and
    height. Short intervals have a marker. Nothing is drawn after the last day that the evidence
    covers. A gap in the line of an organization with a complete register is certain; a gap in the
    line of a process proves nothing.

    Args:
        state: Code, name or record of a state or an organization.
        institutions: The institutions to draw, in order; all by default.
        ax: The axes to draw on; by default those of a new figure, as high as needed.
        dataset: The facts; the bundled ones by default.

    Returns:
        The axes, with one bar per row of `state_timeline_table`.

    >>> from matplotlib.figure import Figure
    >>> two = ["IOM", "Almaty Process"]
    >>> ax = state_timeline("KAZ", institutions=two, ax=Figure().add_subplot())
    >>> [text.get_text() for text in ax.get_yticklabels()][:3]
    ['IOM', 'Almaty Process', 'Almaty Process: chair']
    """
    facts = resolve_dataset(dataset)
    rows = state_timeline_table(state, institutions=institutions, dataset=facts)
    lanes = list(dict.fromkeys(row["lane"] for row in rows))
    made = style.canvas(ax, 11, 1.9 + _LANE_HEIGHT * max(len(lanes), 2))
    name = party_label(party_id(state, facts), facts)
    style.add_title(made, f"{name}: organizations, treaties and processes")
    _set_axes(made, rows, lanes)
    for row in rows:
        _draw_bar(made, row, lanes.index(row["lane"]))
    by_grade = sorted(rows, key=lambda row: row["grade"])
    used = {role_style(row["role"], row["grade"]): row["role"] for row in by_grade}
    handles = style.legend_handles(made, in_role_order(used), letters=False)
    note = (
        "Listed: by the last record, carried forward; hollow: only possible. A line ends where the"
        " evidence ends, which does not mean that the role ended; a gap in the line of a process"
        " proves nothing."
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
    mark, possible = role_style(row["role"], row["grade"]), row["grade"] == Grade.POSSIBLE
    corner = (start, lane - mark.height / 2)
    bar = style.module("matplotlib.patches").Rectangle(corner, end - start, mark.height)
    bar.set_linestyle("--" if possible else "-")
    style.add_patch(ax, bar, mark, key=f"{row['of']}-{row['role']}-{row['first']}")
    low, high = ax.get_xlim()
    if (end - start) * _SHORT < high - low:
        ax.plot(
            (start + end) / 2, lane, marker=mark.marker, markersize=8, linestyle="", zorder=3,
            markerfacecolor="none" if possible else mark.face,
            markeredgecolor=style.text_colour(ax), markeredgewidth=0.7,
        )  # fmt: skip
