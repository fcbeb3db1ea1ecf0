"""One state over time: its status in organizations, its roles in processes, its chairs."""

from __future__ import annotations

from collections.abc import Iterable

from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import institution_id, party_id
from migrationgov.lookup.name_search import is_treaty
from migrationgov.lookup.one_or_many import one_or_many
from migrationgov.model.dataset import Dataset
from migrationgov.plots import style
from migrationgov.plots.intervals import intervals_of
from migrationgov.plots.labels import institution_label, party_label, process_label
from migrationgov.plots.signatures import Axes, Interval, TimelineRow
from migrationgov.plots.time_bars import LANE_HEIGHT, draw_lanes
from migrationgov.timelines.claims import STATUSES
from migrationgov.timelines.terms import ROTATING
from migrationgov.typing import InstitutionLike, PartyLike
from migrationgov.vocabularies import MIXED_ROLES, ProcessRole

_LANES = ("", "chair", "office", "meetings")
_OWN_LANE = (*STATUSES, ProcessRole.PARTY, ProcessRole.SIGNATORY, ProcessRole.PARTNER)


def state_timeline_table(
    state: PartyLike,
    *,
    institutions: InstitutionLike | Iterable[InstitutionLike] | None = None,
    dataset: Dataset | None = None,
) -> list[TimelineRow]:
    """
    List the intervals that `state_timeline` draws; same arguments.

    Returns:
        One dictionary per interval, organizations first, then treaties, then processes, by name
        (or the institutions in the order given), each by lane and day. It has `of` (the id of
        the institution), `label`, `lane`, `role` (or status), `grade`, `may_be` (the possible
        statuses), `first` and `last` day, both included, no day after the end of what the evidence
        covers, and `lasts`: whether the evidence ends with it, and not the status.

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


def _ids(
    institutions: InstitutionLike | Iterable[InstitutionLike] | None, facts: Dataset
) -> list[str]:
    """Return the ids of the given institutions, or of all: of each kind by name."""
    if institutions is not None:
        return [institution_id(each, facts) for each in one_or_many(institutions)]
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
    institutions: InstitutionLike | Iterable[InstitutionLike] | None = None,
    ax: Axes | None = None,
    dataset: Dataset | None = None,
) -> Axes:
    """
    Draw a state's status in organizations and treaties, its roles in processes and its chairs.

    Members and parties have square bars, observers and signatories round ones, offices a shield.
    What is certain is full, what is listed is pale with its lower part full, what is only possible
    is hollow. Where no record speaks for a role, nothing is drawn. An arrow says that the evidence
    ends, and not the status. A gap in the line of an organization with a complete register is
    certain; a gap in the line of a process proves nothing.

    Args:
        state: Code, name or record of a state or an organization.
        institutions: The institutions to draw, in order; all by default.
        ax: The axes to draw on; by default those of a new figure, as high as needed.
        dataset: The facts; the active dataset by default.

    Returns:
        The axes, with one bar for the rows of `state_timeline_table` that follow one another
        with one role and grade.

    >>> from matplotlib.figure import Figure
    >>> two = ["IOM", "Almaty Process"]
    >>> ax = state_timeline("KAZ", institutions=two, ax=Figure().add_subplot())
    >>> [text.get_text() for text in ax.get_yticklabels()][:3]
    ['IOM', 'Almaty Process', 'Almaty Process: chair']
    """
    facts = resolve_dataset(dataset)
    rows = state_timeline_table(state, institutions=institutions, dataset=facts)
    lanes = {row["lane"] for row in rows}
    made = style.canvas(ax, 11, 1.9 + LANE_HEIGHT * max(len(lanes), 2))
    name = party_label(party_id(state, facts), facts)
    style.add_title(made, f"{name}: organizations, treaties and processes")
    draw_lanes(made, [(row["lane"], row) for row in rows], "The data have no record of it.")
    return made
