"""The status of one state on one date, with what says so."""

from __future__ import annotations

from collections.abc import Iterable

from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.day_ranges import DayRange, day_ranges_of
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Citation, citations_in
from migrationgov.model.status_timeline import Timeline
from migrationgov.model.transitions import Attestation, Transition
from migrationgov.queries.spells import attested_of, steps_of
from migrationgov.queries.status_index import StatusIndex, standing, statuses_during
from migrationgov.results.status_on import StatusOn
from migrationgov.vocabularies import Status, TransitionKind

_OPEN = {
    TransitionKind.APPLIED,
    TransitionKind.APPLIED_AS_OBSERVER,
    TransitionKind.ADMITTED,
    TransitionKind.ACCEPTED,
    TransitionKind.NOTIFIED_WITHDRAWAL,
}
_SETTLES = {
    TransitionKind.SEATED,
    TransitionKind.JOINED,
    TransitionKind.SUCCEEDED,
    TransitionKind.WITHDREW,
    TransitionKind.LAPSED,
    TransitionKind.BECAME_OBSERVER,
}


def build_status(
    here: StatusIndex, party: str, on: PartialDate, days: tuple[DayRange, ...], facts: Dataset
) -> StatusOn:
    """Put together what a register says of one party on the days of a date."""
    line = here.timelines.get(party, Timeline(()))
    steps = steps_of(here.register, party, facts)
    possible = frozenset[Status]().union(*statuses_during(line, days))
    if not here.settled(here.timelines.get(party), days):
        possible = frozenset(Status)
    elif Status.NONE in possible and not _told_of(here, party, on, facts):
        possible |= {Status.OBSERVER}
    counts = [line.possible_counts(day) for stretch in days for day in stretch]
    least, most = min(c.start for c in counts), max(c.stop for c in counts) - 1
    return StatusOn(
        institution=here.register.institution,
        party=party,
        on=on,
        statuses=tuple(status for status in Status if status in possible),
        transitions=tuple(steps[_last_change(steps, least) : most + 1]),
        attestations=_shown_on(days, attested_of(here.register, party, facts)),
        pending=_pending(steps[:most]),
        dataset=facts,
    )


def cited_for(
    parties: Iterable[str], on: PartialDate, organization: str, status: str, facts: Dataset
) -> tuple[Citation, ...]:
    """
    Return the citations of what puts several parties on a roll on a date, each once.

    Steps that lie after the date are no part of it, nor is what shows another status.
    """
    here, days = standing(facts, organization), day_ranges_of(on)
    last = max(end for _, end in days)
    found: dict[Citation, None] = {}
    for party in parties:
        its = build_status(here, party, on, days, facts)
        steps = [step for step in its.transitions if step.date.first_ordinal <= last]
        shown = [each for each in its.attestations if each.status == status]
        found |= dict.fromkeys(citations_in((*steps, *shown)))
    return tuple(found)


def _told_of(here: StatusIndex, party: str, on: PartialDate, facts: Dataset) -> bool:
    """Tell whether the register would show it if this were an observer: see `observers_on`."""
    return here.lists_observers(on) if facts.has_state(party) else party in here.organizations


def _shown_on(days: tuple[DayRange, ...], attested: list[Attestation]) -> tuple[Attestation, ...]:
    """Return the attestations whose date may be one of the days."""
    return tuple(
        each
        for each in attested
        if any(
            each.date.first_ordinal <= last and first <= each.date.last_ordinal
            for first, last in days
        )
    )


def _last_change(steps: list[Transition], least: int) -> int:
    """Return the place of the last certain step that settled something, 0 where none did."""
    for place in range(least - 1, -1, -1):
        if steps[place].kind in _SETTLES:
            return place
    return 0


def _pending(steps: list[Transition]) -> tuple[Transition, ...]:
    """Return the open steps since the last settling one."""
    since: list[Transition] = []
    for step in steps:
        if step.kind in _SETTLES:
            since = []
        elif step.kind in _OPEN:
            since.append(step)
    return tuple(since)
