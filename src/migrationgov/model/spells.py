"""Spells: unbroken periods in which a party has one status."""

from __future__ import annotations

from attrs import frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.periods import Period
from migrationgov.model.sources import Citation
from migrationgov.model.transitions import Transition
from migrationgov.record import Record
from migrationgov.vocabularies import OrganizationId, ProcessId, StateId, Status


@frozen(kw_only=True, repr=False)
class Spell(Record):
    """
    An unbroken period in which a party has one status, made from its transitions.

    Attributes:
        institution: Id of the institution.
        party: Id of the state or organization.
        status: The status.
        start: The date of the transition that starts it.
        end: The date of the transition that ends it, **included**; None while it lasts.
        steps: All transitions from its start to its end.
        continues: Id of the state whose membership it continues; None without one.
        continued_by: Id of the state that continues the membership; None without one.
    """

    institution: OrganizationId | ProcessId
    party: str
    status: Status
    start: PartialDate
    steps: tuple[Transition, ...]
    end: PartialDate | None = None
    continues: StateId | None = None
    continued_by: StateId | None = None

    @property
    def period(self) -> Period:
        """From the first to the last day, both included."""
        return Period(self.start, self.end)

    @property
    def opened_by(self) -> Transition:
        """The transition that starts it."""
        return self.steps[0]

    @property
    def closed_by(self) -> Transition | None:
        """The transition that ends it; None while it lasts."""
        return self.steps[-1] if self.end is not None else None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of all its transitions, each once."""
        return tuple(dict.fromkeys(c for step in self.steps for c in step.citations))

    def __str__(self) -> str:
        return f"{self.party} {self.status} of {self.institution}, {self.period}"
