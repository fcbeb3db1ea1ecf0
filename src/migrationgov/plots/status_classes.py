"""How every state stands towards an organization on a day: the classes of the maps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from migrationgov.dates.answer import Answer
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import parse_date_argument
from migrationgov.lookup.name_resolution import organization_id
from migrationgov.model.periods import Period
from migrationgov.model.status_timeline import Timeline
from migrationgov.plots.labels import day_in_words
from migrationgov.plots.style import (
    BLUE,
    DARK_GREY,
    GREY,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
    WHITE,
    MarkStyle,
)
from migrationgov.queries.status_index import (
    StatusIndex,
    status_index,
    statuses_during,
)
from migrationgov.vocabularies import Status

if TYPE_CHECKING:
    from datetime import date

    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.states import State

    DateLike = date | PartialDate | str
    OrganizationLike = str | Organization

MEMBER, MAYBE_MEMBER, OBSERVER, MAYBE_OBSERVER = (
    "member", "possible member", "observer", "possible observer",
)  # fmt: skip
NEITHER, UNLISTED, UNKNOWN, NO_STATE, NO_RECORD = (
    "neither", "no member", "unknown", "no state", "no record",
)  # fmt: skip

#: The classes, each with a fill, a pattern and a letter of its own.
LOOKS = {
    MEMBER: MarkStyle("member", "M", BLUE, "", "#00324F"),
    MAYBE_MEMBER: MarkStyle("possible member", "M?", PALE_BLUE, "////", BLUE),
    OBSERVER: MarkStyle("observer", "O", ORANGE, "...", "#5C3F00"),
    MAYBE_OBSERVER: MarkStyle("possible observer", "O?", PALE_ORANGE, "\\\\\\\\", "#A87400"),
    NEITHER: MarkStyle("neither member nor observer", "\N{EN DASH}", "#E6E6E6", "", DARK_GREY),
    UNLISTED: MarkStyle(
        "not a member; whether an observer is not known", "?", WHITE, "..", "#9A9A9A"
    ),
    UNKNOWN: MarkStyle("not known", "??", "#D9D9D9", "xxx", DARK_GREY),
    NO_STATE: MarkStyle("no state of its own yet, or no longer", "", "#EDEDED", "---", GREY),
    NO_RECORD: MarkStyle("territory without a record of its own", "", "#E3E3E3", "||", GREY),
}
_SURE = {MEMBER: MAYBE_MEMBER, OBSERVER: MAYBE_OBSERVER}


def standings(
    on: DateLike, organization: OrganizationLike, dataset: Dataset | None
) -> list[dict[str, Any]]:
    """
    Return every state with the class it is in on a date, by id; warn where that is not covered.

    Before the register begins nobody's status is known. After it ends nothing is certain: a
    member is a possible member, and whoever was neither is not known.
    """
    facts = resolve_dataset(dataset)
    here, (when, days) = (
        status_index(facts, organization_id(organization, facts)),
        parse_date_argument(on),
    )
    here.warn_outside_coverage(when)
    covered = here.first <= when.first_ordinal and when.last_ordinal <= here.last
    rows = []
    for state in facts.states:
        line = here.timelines.get(state.id)
        told = frozenset[Status]().union(*statuses_during(line or Timeline(()), days))
        sure = covered and here.settled(line, days)
        found = _class(state, told, when, here, sure=sure)
        listed = Status.NONE not in told or here.lists_observers(when)
        open_to = told if listed else told | {Status.OBSERVER}
        rows.append(_row(state, found, open_to if sure else frozenset(Status), when))
    return rows


def coverage_told(on: DateLike, organization: OrganizationLike, dataset: Dataset | None) -> str:
    """Say that a date is not covered, where it is not."""
    facts = resolve_dataset(dataset)
    here, when = (
        status_index(facts, organization_id(organization, facts)),
        parse_date_argument(on)[0],
    )
    if here.first <= when.first_ordinal and when.last_ordinal <= here.last:
        return ""
    register = here.register
    days = " to ".join(
        day_in_words(day) for day in (register.covered_from, register.covered_until)
    )
    return f"The register covers {days}: outside of it nothing is certain."


def _class(
    state: State, told: frozenset[Status], when: PartialDate, here: StatusIndex, *, sure: bool
) -> str:
    for status, certain in ((Status.MEMBER, MEMBER), (Status.OBSERVER, OBSERVER)):
        if status in told:
            return certain if told == {status} and sure else _SURE[certain]
    if _exists(state, when) is Answer.NO:
        return NO_STATE
    if state.id not in here.timelines and not _can_join(state):
        return NO_RECORD
    if not sure:
        return UNKNOWN
    return NEITHER if here.lists_observers(when) else UNLISTED


def _exists(state: State, when: PartialDate) -> Answer:
    """Tell whether a state is there on some day of a date."""
    return state.period.overlaps(Period(when, when))


def _can_join(state: State) -> bool:
    """Tell whether it is, or was, a state: territories join as a part of one, if at all."""
    return state.standing in ("independent", "former state", "")


def _row(state: State, found: str, told: frozenset[Status], when: PartialDate) -> dict[str, Any]:
    return {
        "id": state.id,
        "name": state.name,
        "on": str(when),
        "class": found,
        "statuses": [status.value for status in Status if status in told],
    }
