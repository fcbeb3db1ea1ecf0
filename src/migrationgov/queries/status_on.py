"""The builder of `StatusOn`: the statuses of a party on a date, with the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.day_ranges import DayRange, day_ranges_of
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Citation, citations_in
from migrationgov.model.status_timeline import Timeline
from migrationgov.model.transitions import Attestation, Transition
from migrationgov.queries.spells import attestations_of, transitions_of
from migrationgov.queries.status_index import StatusIndex, status_index, statuses_during
from migrationgov.results.status_on import StatusOn
from migrationgov.vocabularies import Status, TransitionKind

#: The statuses of a party with a pending application: an observer that applies stays an observer.
_APPLYING = frozenset({Status.APPLICANT, Status.OBSERVER})
_APPLICANT = frozenset({Status.APPLICANT})
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
    index: StatusIndex, party: str, on: PartialDate, days: tuple[DayRange, ...], facts: Dataset
) -> StatusOn:
    """Return what a register has about a party on the days of a date."""
    steps = transitions_of(index.register, party, facts)
    possible = _possible_statuses(index, party, on, days, facts)
    counts = _possible_counts(index.timelines.get(party, Timeline(())), days)
    full = None  # the answer of the dataset from which this dataset was filtered
    if facts.whole is not None:
        full_index = status_index(facts.whole, index.register.institution)
        full = build_status(full_index, party, on, days, facts.whole)
    open_steps = [_pending(steps[:count]) for count in counts]
    return StatusOn(
        institution=index.register.institution,
        party=party,
        on=on,
        statuses=tuple(status for status in Status if status in possible),
        applicant=_applicant(possible, open_steps, full),
        transitions=tuple(steps[_last_change(steps, counts[0]) : counts[-1] + 1]),
        attestations=_attested_on(days, attestations_of(index.register, party, facts)),
        pending=tuple(dict.fromkeys(step for each in open_steps for step in each)),
        dataset=facts,
    )


def _possible_statuses(
    index: StatusIndex, party: str, on: PartialDate, days: tuple[DayRange, ...], facts: Dataset
) -> frozenset[Status]:
    line = index.timelines.get(party)
    if not index.settled(line, days):
        return frozenset(Status)
    possible = frozenset[Status]().union(*statuses_during(line or Timeline(()), days))
    if Status.NONE in possible and not _observers_are_known(index, party, on, days, facts):
        possible |= {Status.OBSERVER}
    return possible


def _observers_are_known(
    index: StatusIndex, party: str, on: PartialDate, days: tuple[DayRange, ...], facts: Dataset
) -> bool:
    """Whether the register would name the party if it were an observer: see `observers_on`."""
    if facts.has_state(party):
        return index.lists_observers(on)
    return party in index.organizations or index.precedes_founding(days)


def _possible_counts(line: Timeline, days: tuple[DayRange, ...]) -> Sequence[int]:
    """Return how many transitions may have happened by some day of the days, in order."""
    counts = [
        range(line.possible_counts(first).start, line.possible_counts(last).stop)
        for first, last in days
    ]
    return counts[0] if len(counts) == 1 else sorted({one for each in counts for one in each})


def _applicant(
    possible: frozenset[Status], open_steps: list[tuple[Transition, ...]], full: StatusOn | None
) -> Answer:
    """
    Return whether an application is pending: on all days, on none, or on some or perhaps.

    An observer that applies remains an observer, so the status alone does not show it. A filtered
    dataset must not be more certain than the full one.
    """
    applied = [any(step.kind is TransitionKind.APPLIED for step in each) for each in open_steps]
    if possible == _APPLICANT or (possible <= _APPLYING and all(applied)):
        answer = Answer.YES
    elif possible.isdisjoint(_APPLICANT) and not any(applied):
        answer = Answer.NO
    else:
        answer = Answer.UNKNOWN
    return answer if full is None or full.applicant is answer else Answer.UNKNOWN


def cited_for(
    parties: Iterable[str], on: PartialDate, organization: str, status: str, facts: Dataset
) -> tuple[Citation, ...]:
    """
    Return the citations that put several parties on a list on a date, each once.

    Transitions after the date are left out, and so are attestations of another status.
    """
    index, days = status_index(facts, organization), day_ranges_of(on)
    last = max(end for _, end in days)
    found: dict[Citation, None] = {}
    for party in parties:
        answer = build_status(index, party, on, days, facts)
        steps = [step for step in answer.transitions if step.date.first_ordinal <= last]
        attested = [each for each in answer.attestations if each.status == status]
        found |= dict.fromkeys(citations_in((*steps, *attested)))
    return tuple(found)


def _attested_on(
    days: tuple[DayRange, ...], attested: list[Attestation]
) -> tuple[Attestation, ...]:
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
    """Return the place of the last certain transition that settled an application; 0 if none."""
    settling = (n for n in range(least - 1, -1, -1) if steps[n].kind in _SETTLES)
    return next(settling, 0)


def _pending(steps: list[Transition]) -> tuple[Transition, ...]:
    """Return the transitions that still await an outcome."""
    since: list[Transition] = []
    for step in steps:
        if step.kind in _SETTLES:
            since = []
        elif step.kind in _OPEN:
            since.append(step)
    return tuple(since)
