"""The status of one party on one date."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Citation
from migrationgov.model.transitions import Attestation, Transition
from migrationgov.record import Record
from migrationgov.results.plain_values import to_plain
from migrationgov.vocabularies import OrganizationId, Status, TransitionKind

#: What a party may be that has applied: an observer that applies stays an observer.
_APPLYING = {Status.APPLICANT, Status.OBSERVER}


@frozen(kw_only=True, repr=False)
class StatusOn(Record):
    """
    What status a state or organization may have on a date.

    Attributes:
        institution: Id of the institution.
        party: Id of the state or organization.
        on: The date asked about.
        statuses: The statuses it may have on some day of the date; one: certain.
        transitions: The steps that say so: from the last that has certainly happened to the first
            that has not.
        attestations: What sources show it as on the date or on some days of it.
        pending: Steps that may await their outcome on the date: an application, an admission not
            yet in effect, a notice of withdrawal.
    """

    institution: OrganizationId
    party: str
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
        return f"{self.party} in {self.institution} on {self.on}: {statuses}{doubt}"
