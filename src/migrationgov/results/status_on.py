"""The answer of `status_on`: the status of one party on one date."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Citation, citations_in
from migrationgov.model.transitions import Attestation, Transition
from migrationgov.record import Record
from migrationgov.results.plain_values import to_plain
from migrationgov.vocabularies import OrganizationId, Status


@frozen(kw_only=True, repr=False)
class StatusOn(Record):
    """
    The statuses that a state or organization may have on a date: the answer of `status_on`.

    Attributes:
        institution: Id of the institution.
        party: Id of the state or organization.
        on: The date of the query.
        statuses: The statuses that the party may have on some day of the date. If there is only
            one, it is certain.
        applicant: Whether an application is pending, whatever the status is meanwhile.
        transitions: The evidence: from the last transition that has certainly happened to the
            first that has not.
        attestations: The statuses that sources state for the date or for some of its days.
        pending: Transitions that may await their outcome on the date: an application, an admission
            not yet in effect, a notice of withdrawal.
    """

    institution: OrganizationId
    party: str
    on: PartialDate
    statuses: tuple[Status, ...]
    applicant: Answer
    transitions: tuple[Transition, ...]
    attestations: tuple[Attestation, ...]
    pending: tuple[Transition, ...]
    _dataset: Dataset | None = field(default=None, eq=False, alias="dataset")

    @property
    def dataset(self) -> Dataset:
        """The dataset of the query."""
        return resolve_dataset(self._dataset)

    @property
    def status(self) -> Status | None:
        """The status if it is certain, else None."""
        return self.statuses[0] if len(self.statuses) == 1 else None

    @property
    def member(self) -> Answer:
        """Whether the party is a member."""
        return self._has(Status.MEMBER)

    @property
    def observer(self) -> Answer:
        """Whether the party is an observer."""
        return self._has(Status.OBSERVER)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the transitions and attestations, each once."""
        evidence = (*self.transitions, *self.attestations)
        return tuple(dict.fromkeys(citations_in(evidence)))

    def _has(self, status: Status) -> Answer:
        if self.status is status:
            return Answer.YES
        return Answer.UNKNOWN if status in self.statuses else Answer.NO

    def __contains__(self, status: Status | str) -> bool:
        return Status.parse(status) in self.statuses

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one plain dictionary per transition."""
        return [to_plain(step) for step in self.transitions]

    def __str__(self) -> str:
        doubt = "" if self.status else " (possible)"
        statuses = " or ".join(self.statuses)
        return f"{self.party} in {self.institution} on {self.on}: {statuses}{doubt}"
