"""The status of one state on one date, with what says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import DayRange, day_ranges_of
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Citation, citations_in
from migrationgov.model.status_timeline import Timeline
from migrationgov.model.transitions import Attestation, Transition
from migrationgov.queries.spells import attested_of, steps_of
from migrationgov.queries.status_index import StatusIndex, standing, statuses_during
from migrationgov.record import Record
from migrationgov.results.plain_values import to_plain
from migrationgov.vocabularies import OrganizationId, Status, TransitionKind

_OPEN = {
    TransitionKind.APPLIED,
    TransitionKind.APPLIED_AS_OBSERVER,
    TransitionKind.ADMITTED,
    TransitionKind.ACCEPTED,
    TransitionKind.NOTIFIED_WITHDRAWAL,
}
#: What somebody may be who has applied: an observer that applies stays one.
_APPLYING = {Status.APPLICANT, Status.OBSERVER}
_SETTLES = {
    TransitionKind.SEATED,
    TransitionKind.JOINED,
    TransitionKind.SUCCEEDED,
    TransitionKind.WITHDREW,
    TransitionKind.LAPSED,
    TransitionKind.BECAME_OBSERVER,
}


@frozen(kw_only=True, repr=False)
class StatusOn(Record):
    """
    What status a state or body may have on a date.

    Attributes:
        organization: Id of the organization.
        subject: Id of the state or body.
        on: The date asked about.
        statuses: The statuses it may have on some day of the date; one: certain.
        transitions: The steps that say so: from the last that has certainly happened to the first
            that has not.
        attestations: What sources show it as on the date or on some days of it.
        pending: Steps that may await their outcome on the date: an application, an admission not
            yet in effect, a notice of withdrawal.
    """

    organization: OrganizationId
    subject: str
    on: PartialDate
    statuses: tuple[Status, ...]
    transitions: tuple[Transition, ...]
    attestations: tuple[Attestation, ...]
    pending: tuple[Transition, ...]
    _dataset: Dataset | None = field(default=None, eq=False)

    @property
    def dataset(self) -> Dataset:
        """The facts that were asked."""
        return resolve_dataset(self._dataset)

    @property
    def status(self) -> Status | None:
        """The status, where it is certain; else None."""
        return self.statuses[0] if len(self.statuses) == 1 else None

    @property
    def member(self) -> Answer:
        """Whether it is a member."""
        return self._has(Status.MEMBER)

    @property
    def observer(self) -> Answer:
        """Whether it is an observer."""
        return self._has(Status.OBSERVER)

    @property
    def applicant(self) -> Answer:
        """Whether an application of it may be pending, whatever its status is meanwhile."""
        if self._has(Status.APPLICANT) is Answer.YES:
            return Answer.YES
        applied = [step for step in self.pending if step.kind is TransitionKind.APPLIED]
        if not applied:
            return self._has(Status.APPLICANT)
        last = self.on.earliest
        happened = last is not None and applied[-1].date.happened_by(last) is Answer.YES
        settled = self.status is not None or set(self.statuses) <= _APPLYING
        return Answer.YES if happened and settled else Answer.UNKNOWN

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the transitions and attestations that say so, each once."""
        told = [each.citations for each in self.transitions]
        told += [each.citations for each in self.attestations]
        return tuple(dict.fromkeys(citation for each in told for citation in each))

    def _has(self, status: Status) -> Answer:
        if self.status is status:
            return Answer.YES
        return Answer.UNKNOWN if status in self.statuses else Answer.NO

    def __contains__(self, status: Status | str) -> bool:
        return Status.parse(status) in self.statuses

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one plain dictionary per transition that says so."""
        return [to_plain(step) for step in self.transitions]

    def __str__(self) -> str:
        doubt = "" if self.status else " (possible)"
        statuses = " or ".join(self.statuses)
        return f"{self.subject} in {self.organization} on {self.on}: {statuses}{doubt}"


def build_status(
    here: StatusIndex, subject: str, on: PartialDate, days: tuple[DayRange, ...], facts: Dataset
) -> StatusOn:
    """Put together what a register says of one subject on the days of a date."""
    line = here.timelines.get(subject, Timeline(()))
    steps = steps_of(here.register, subject, facts)
    possible = frozenset[Status]().union(*statuses_during(line, days))
    if not here.settled(here.timelines.get(subject), days):
        possible = frozenset(Status)
    elif Status.NONE in possible and not _told_of(here, subject, on, facts):
        possible |= {Status.OBSERVER}
    counts = [line.possible_counts(day) for stretch in days for day in stretch]
    least, most = min(c.start for c in counts), max(c.stop for c in counts) - 1
    return StatusOn(
        organization=here.register.organization,
        subject=subject,
        on=on,
        statuses=tuple(status for status in Status if status in possible),
        transitions=tuple(steps[_last_change(steps, least) : most + 1]),
        attestations=_shown_on(days, attested_of(here.register, subject, facts)),
        pending=_pending(steps[:most]),
        dataset=facts,
    )


def cited_for(
    subjects: Iterable[str], on: PartialDate, organization: str, status: str, facts: Dataset
) -> tuple[Citation, ...]:
    """
    Return the citations of what puts several subjects on a roll on a date, each once.

    Steps that lie after the date are no part of it, nor is what shows another status.
    """
    here, days = standing(facts, organization), day_ranges_of(on)
    last = max(end for _, end in days)
    found: dict[Citation, None] = {}
    for subject in subjects:
        its = build_status(here, subject, on, days, facts)
        steps = [step for step in its.transitions if step.date.first_ordinal <= last]
        shown = [each for each in its.attestations if each.status == status]
        found |= dict.fromkeys(citations_in((*steps, *shown)))
    return tuple(found)


def _told_of(here: StatusIndex, subject: str, on: PartialDate, facts: Dataset) -> bool:
    """Tell whether the register would show it if this were an observer: see `observers_on`."""
    return here.lists_observers(on) if facts.has_state(subject) else subject in here.bodies


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
