"""The file of a register: a register with its records as tuples."""

from __future__ import annotations

from attrs import Attribute, field, fields, frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import InvalidDateError
from migrationgov.model.converters import optional_date, to_date
from migrationgov.model.field_metadata import KEY, list_of
from migrationgov.model.participant_lists import ParticipantLists
from migrationgov.model.register import Register
from migrationgov.model.sources import Disagreement
from migrationgov.model.transitions import Attestation, Transition
from migrationgov.model.validators import is_nonempty_str
from migrationgov.record import Record
from migrationgov.vocabularies import OrganizationId, RegisterKind, Scope, TreatyId


def _not_before_start(file: RegisterFile, _: Attribute[PartialDate], until: PartialDate) -> None:
    if until.last_ordinal < file.covered_from.first_ordinal:
        raise InvalidDateError(f"covered_until {until} is before covered_from {file.covered_from}")


@frozen(kw_only=True, repr=False)
class RegisterFile(Record):
    """
    The content of a file in memberships/, for readers and writers of files.

    Attributes:
        institution: Id of the institution, or of the treaty.
        covered_from: The first day the register covers.
        covered_until: The last day it covers.
        checked_on: When the file was last checked for news; None where that is not recorded.
        observers_known_from: The date of the first complete list of observer states; without one,
            the first day covered.
        kind: Whether its parties are members of an institution, or parties to a treaty.
        complete_for: For which parties the transitions are complete.
        complete_until: The last day on which no party is known to be missing; None where there is
            no such day.
        transitions: All transitions, by party, those of each party in order.
        attestations: All attested statuses.
        lists: Lists of members that sources give, by date.
        disagreements: All rival values.
    """

    institution: OrganizationId | TreatyId = field(validator=is_nonempty_str, metadata=KEY)
    covered_from: PartialDate = field(converter=to_date)
    covered_until: PartialDate = field(converter=to_date, validator=_not_before_start)
    checked_on: PartialDate | None = field(default=None, converter=optional_date)
    observers_known_from: PartialDate | None = field(default=None, converter=optional_date)
    kind: RegisterKind = field(default=RegisterKind.MEMBERSHIP, converter=RegisterKind)
    complete_for: Scope = field(default=Scope.ALL, converter=Scope)
    complete_until: PartialDate | None = field(default=None, converter=optional_date)
    transitions: tuple[Transition, ...] = list_of(Transition, owner="institution", order="party")
    attestations: tuple[Attestation, ...] = list_of(
        Attestation, owner="institution", order="party"
    )
    lists: tuple[ParticipantLists, ...] = list_of(ParticipantLists, order="date")
    disagreements: tuple[Disagreement, ...] = list_of(
        Disagreement, owner="context", order="subject"
    )

    def __str__(self) -> str:
        return f"register of {self.institution}, {self.covered_from} to {self.covered_until}"

    @classmethod
    def of(cls, register: Register) -> RegisterFile:
        """Return the file of a register."""
        return cls(**{each.name: getattr(register, each.name) for each in fields(cls)})

    def register(self) -> Register:
        """Return the register of this file."""
        return Register.of(**{each.name: getattr(self, each.name) for each in fields(type(self))})
