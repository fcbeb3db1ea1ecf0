"""Transitions and attestations: the records of the status of a party in an institution."""

from __future__ import annotations

from attrs import field, frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.converters import to_date
from migrationgov.model.field_metadata import KEY, REMARK, STATED_DATE_KEY
from migrationgov.model.sources import Citation
from migrationgov.model.validators import is_nonempty_str, is_one_party, is_str, tuple_of
from migrationgov.record import Record
from migrationgov.vocabularies import (
    Basis,
    OrganizationId,
    ProcessId,
    StateId,
    Status,
    TransitionKind,
    TreatyId,
)


@frozen(kw_only=True, repr=False)
class Transition(Record):
    """
    One dated step of a state or an organization towards an institution.

    Attributes:
        institution: Id of the institution: an organization, a treaty or a consultative process.
        state: Id of the state; "" if the party is an organization.
        organization: Id of the organization; "" if the party is a state.
        kind: What happened.
        date: When it happened, as exactly as the sources give it. An entry into a status counts
            from its day on; an exit (withdrew, lapsed, ceased-observer) takes effect at the end of
            its day.
        basis: Whether a source gives it or we concluded it; `note` explains a conclusion.
        predecessor: For `succeeded`: the state whose membership it continues.
        note: What a reader should know.
        citations: The sources, first those that give the value we use.
    """

    institution: OrganizationId | ProcessId | TreatyId = field(validator=is_nonempty_str)
    state: StateId = field(default=StateId(""), validator=is_str, metadata=KEY)
    organization: OrganizationId = field(
        default=OrganizationId(""), validator=is_one_party, metadata=KEY
    )
    kind: TransitionKind = field(converter=TransitionKind, metadata=KEY)
    date: PartialDate = field(converter=to_date, metadata=STATED_DATE_KEY)
    basis: Basis = field(default=Basis.STATED, converter=Basis, metadata=REMARK)
    predecessor: StateId = field(default=StateId(""), validator=is_str)
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    @property
    def party(self) -> str:
        """The id of the state or the organization."""
        return self.state or self.organization

    def __str__(self) -> str:
        return f"{self.party} {self.kind} {self.date} ({self.institution})"


@frozen(kw_only=True, repr=False)
class Attestation(Record):
    """
    A date on which a source names a party in a status, without a start.

    It starts and ends no spell; it supports the register, or is compared with it.

    Attributes:
        institution: Id of the institution.
        state: Id of the state; "" if the party is an organization.
        organization: Id of the organization; "" if the party is a state.
        status: The status.
        date: The date, as exactly as the source gives it.
        note: What a reader should know.
        citations: The sources.
    """

    institution: OrganizationId = field(validator=is_nonempty_str)
    state: StateId = field(default=StateId(""), validator=is_str, metadata=KEY)
    organization: OrganizationId = field(
        default=OrganizationId(""), validator=is_one_party, metadata=KEY
    )
    status: Status = field(converter=Status, metadata=KEY)
    date: PartialDate = field(converter=to_date, metadata=STATED_DATE_KEY)
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    @property
    def party(self) -> str:
        """The id of the state or the organization."""
        return self.state or self.organization

    def __str__(self) -> str:
        return f"{self.party} shown as {self.status} {self.date} ({self.institution})"
