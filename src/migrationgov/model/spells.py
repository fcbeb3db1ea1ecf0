"""Spells: unbroken periods in which a party has one status."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.periods import Period
from migrationgov.model.sources import Citation
from migrationgov.model.transitions import Transition
from migrationgov.record import Record
from migrationgov.vocabularies import StateId, Status


@frozen(kw_only=True, repr=False)
class Spell(Record):
    """
    An unbroken period in which a party has one status, by its transitions or by lists.

    Attributes:
        institution: Id of the institution.
        party: Id of the state or organization.
        status: The status.
        start: The date of the transition that starts it; by lists the date of the first list, and
            the party may have had the status before it.
        end: The date of the transition that ends it, **included**; None while it lasts. By lists
            it lies between the last list that names the party and the first that does not, and
            where an exit has no day, from the last day on which evidence lists the party.
        steps: All transitions from its start to its end.
        records: The lists that name the party, where there are no transitions.
        first_listed: The date of the first list of this spell that names it; None without one, and
            where a dated entry lies before it.
        since: The date of the entry on record; None without one.
        closed_by: The transition that ends it; None while it lasts, and where lists alone, or the
            end of its state or institution, show that it ended.
        continues: Id of the state whose membership it continues; None without one.
        continued_by: Id of the state that continues the membership; None without one.
    """

    institution: str
    party: str
    status: Status
    start: PartialDate
    steps: tuple[Transition, ...] = ()
    records: tuple[Any, ...] = ()
    end: PartialDate | None = None
    first_listed: PartialDate | None = None
    since: PartialDate | None = None
    closed_by: Transition | None = None
    continues: StateId | None = None
    continued_by: StateId | None = None

    @property
    def period(self) -> Period:
        """From the first to the last day, both included."""
        return Period(self.start, self.end)

    @property
    def opened_by(self) -> Transition | None:
        """The transition that starts it; None where lists alone name the party."""
        return self.steps[0] if self.steps else None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of all its transitions and lists, and of its end, each once."""
        evidence = *self.steps, *self.records, *filter(None, [self.closed_by])
        return tuple(dict.fromkeys(c for each in evidence for c in each.citations))

    def __str__(self) -> str:
        of = "to" if self.status is Status.PARTY else "of"
        by = "" if self.since else "on a list by "
        return f"{self.party} {self.status} {of} {self.institution}, {by}{self.period}"
