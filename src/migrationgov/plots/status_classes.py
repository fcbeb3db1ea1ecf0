"""The classes of the maps: the status of each state in an organization on a date."""

from __future__ import annotations

from collections.abc import Sequence

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import DayRange, parse_date_argument
from migrationgov.lookup.name_resolution import organization_id
from migrationgov.model.dataset import Dataset
from migrationgov.model.periods import Period
from migrationgov.model.states import State
from migrationgov.model.status_timeline import Timeline
from migrationgov.plots import labels, style
from migrationgov.plots.signatures import Axes, StatusClass, StatusRow
from migrationgov.plots.style import DARK_GREY, GREY, MarkStyle
from migrationgov.queries.status_index import StatusIndex, status_index, statuses_during
from migrationgov.typing import DateLike, OrganizationLike
from migrationgov.vocabularies import Status

#: The style of each class, with a fill, a pattern and a letter of its own.
STATUS_STYLES: dict[StatusClass, MarkStyle] = {
    "member": MarkStyle("member", "M", style.BLUE, "", "#00324F"),
    "possible member": MarkStyle("possible member", "M?", style.PALE_BLUE, "////", style.BLUE),
    "observer": MarkStyle("observer", "O", style.ORANGE, "...", "#5C3F00"),
    "possible observer": MarkStyle(
        "possible observer", "O?", style.PALE_ORANGE, "\\\\\\\\", "#A87400"
    ),
    "neither": MarkStyle("neither member nor observer", "\N{EN DASH}", "#E6E6E6", "", DARK_GREY),
    "no member": MarkStyle(
        "not a member; not known whether an observer", "?", style.WHITE, "..", "#9A9A9A"
    ),
    "unknown": MarkStyle("not known", "??", "#D9D9D9", "xxx", DARK_GREY),
    "no state": MarkStyle("no state of its own yet, or no longer", "", "#EDEDED", "---", GREY),
    "no record": MarkStyle("territory without a record of its own", "", "#E3E3E3", "||", GREY),
}
#: The classes of states that have, or may have, a status.
WITH_STATUS = ("member", "possible member", "observer", "possible observer")


def status_rows(
    on: DateLike, organization: OrganizationLike, dataset: Dataset | None
) -> list[StatusRow]:
    """
    Return every state with its class on a date, by id; warn if the register does not cover it.

    Before the organization existed no state has a status. After the register ends nothing is
    certain: a member is a possible member, and the status of all others is not known.
    """
    facts = resolve_dataset(dataset)
    index = status_index(facts, organization_id(organization, facts))
    when, days = parse_date_argument(on)
    index.warn_outside_coverage(when)
    rows: list[StatusRow] = []
    for state in facts.states:
        line = index.timelines.get(state.id)
        statuses = frozenset[Status]().union(*statuses_during(line or Timeline(()), days))
        known = _answers(index, when, days) and index.settled(line, days)
        found = _class(state, statuses, when, index, known=known)
        if not known:
            statuses = frozenset(Status)
        elif Status.NONE in statuses and not index.lists_observers(when):
            statuses |= {Status.OBSERVER}
        words = [status.value for status in Status if status in statuses]
        rows.append(
            {
                "id": state.id,
                "name": state.name,
                "on": str(when),
                "class": found,
                "statuses": words,
            }
        )
    return rows


def _answers(index: StatusIndex, when: PartialDate, days: tuple[DayRange, ...]) -> bool:
    """Whether the register covers a date, or the organization did not exist yet."""
    covered = index.first <= when.first_ordinal and when.last_ordinal <= index.last
    return covered or index.precedes_founding(days)


def _class(
    state: State,
    statuses: frozenset[Status],
    when: PartialDate,
    index: StatusIndex,
    *,
    known: bool,
) -> StatusClass:
    certain = known and len(statuses) == 1
    if Status.MEMBER in statuses:
        return "member" if certain else "possible member"
    if Status.OBSERVER in statuses:
        return "observer" if certain else "possible observer"
    if state.period.overlaps(Period(when, when)) is Answer.NO:
        return "no state"
    # territories join as a part of a state, if at all
    may_join = state.standing in ("independent", "former state", "")
    if state.id not in index.timelines and not may_join:
        return "no record"
    if not known:
        return "unknown"
    return "neither" if index.lists_observers(when) else "no member"


def add_map_text(
    ax: Axes,
    rows: Sequence[StatusRow],
    on: DateLike,
    organization: OrganizationLike,
    dataset: Dataset | None,
    *sentences: str,
    letters: bool = True,
) -> None:
    """Add the title, the legend of the classes in the rows, and sentences below the map."""
    facts = resolve_dataset(dataset)
    style.hide_frame(ax)
    name, when = labels.organization_label(organization, facts), labels.date_for_title(on)
    style.add_title(ax, f"{name}{when}: {labels.members_in_words(row['class'] for row in rows)}")
    drawn = {row["class"] for row in rows if row.get("drawn", True)}
    styles = [mark for word, mark in STATUS_STYLES.items() if word in drawn]
    handles = style.legend_handles(ax, styles, letters=letters)
    style.add_legend(ax, handles, _coverage_note(on, organization, facts), *sentences)


def _coverage_note(on: DateLike, organization: OrganizationLike, facts: Dataset) -> str:
    """Return a sentence for a date that the register does not cover, "" for any other."""
    index = status_index(facts, organization_id(organization, facts))
    if _answers(index, *parse_date_argument(on)):
        return ""
    both = (index.register.covered_from, index.register.covered_until)
    days = " to ".join(map(labels.day_in_words, both))
    return f"The register covers {days}: outside these days nothing is certain."
