"""Lists of participants: whom a source names in which role, as of a date."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, field, frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import WrongTypeError
from migrationgov.model.converters import to_date
from migrationgov.model.field_metadata import KEY, REMARK, meta
from migrationgov.model.sources import Citation
from migrationgov.model.validators import (
    is_bool,
    is_nonnegative_int,
    is_one_party,
    is_str,
    is_tuple_of_str,
    tuple_of,
)
from migrationgov.record import Record
from migrationgov.vocabularies import (
    MIXED_ROLES,
    ListKind,
    OrganizationId,
    ProcessRole,
    StateId,
)


@frozen(kw_only=True, repr=False)
class ListedParticipant(Record):
    """
    One participant on a list.

    Attributes:
        state: Id of the state; "" if the participant is an organization.
        organization: Id of the organization; "" if the participant is a state.
        certain: False where the list itself doubts it ("to be confirmed").
        note: What a reader should know.
    """

    state: StateId = field(default=StateId(""), validator=is_str, metadata=KEY)
    organization: OrganizationId = field(
        default=OrganizationId(""), validator=is_one_party, metadata=KEY
    )
    certain: bool = field(default=True, validator=is_bool)
    note: str = field(default="", validator=is_str, metadata=REMARK)

    @property
    def participant(self) -> str:
        """The id of the state or organization."""
        return self.state or self.organization

    def __str__(self) -> str:
        return self.participant if self.certain else f"{self.participant} (doubted)"


def _of_one_sort(record: Any, _: Attribute[Any], entries: tuple[ListedParticipant, ...]) -> None:
    if record.role not in MIXED_ROLES and len({bool(entry.organization) for entry in entries}) > 1:
        named = ", ".join(entry.participant for entry in entries)
        raise WrongTypeError(f"a RoleList names states or organizations, not both: {named}")


@frozen(kw_only=True, repr=False)
class RoleList(Record):
    """
    The participants that one source lists in one role: states, or organizations.

    A list of states says nothing about organizations, and a list of organizations nothing about
    states. Only a list of chairs, secretariats or support units may name both.

    Attributes:
        role: The role.
        kind: What the list proves; only a stated list is complete.
        entries: The participants: states only or organizations only, except for chairs,
            secretariats and support units.
        total: The number that the source itself publishes for the role, where it does. A stated
            list with fewer names says nothing about the parties that it does not name.
        groups: Ids of the groups that the source names in place of their members. The entries
            have the members of the group on the date of the list, by its register: such an entry
            is derived. An entry is doubted for a state that was a member on some days only.
    """

    role: ProcessRole = field(converter=ProcessRole, metadata=KEY)
    kind: ListKind = field(converter=ListKind, metadata=KEY)
    entries: tuple[ListedParticipant, ...] = field(
        validator=[tuple_of(ListedParticipant, at_least=0), _of_one_sort]
    )
    total: int | None = field(default=None, validator=is_nonnegative_int)
    groups: tuple[OrganizationId, ...] = field(default=(), validator=is_tuple_of_str)

    def __str__(self) -> str:
        of = "" if self.total is None else f" of {self.total}"
        return f"{self.role}, {self.kind}: {len(self.entries)}{of} named"


@frozen(kw_only=True, repr=False)
class ParticipantLists(Record):
    """
    The lists of participants that one source gives, as of a date.

    Attributes:
        as_of: The date of the lists.
        lists: One list for each role.
        citations: The source, and other sources that give the same lists.
        meeting: Id of the meeting whose participants they name; "" for lists of the process
            itself.
        note: What a reader should know.
    """

    as_of: PartialDate = field(
        converter=to_date, metadata=meta(key=True, match=True, date=True, stated=True)
    )
    meeting: str = field(default="", validator=is_str, metadata=meta(key=True, within="meetings"))
    lists: tuple[RoleList, ...] = field(validator=tuple_of(RoleList), metadata=meta(key=True))
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def __str__(self) -> str:
        return f"{self.as_of}: {'; '.join(str(each) for each in self.lists)}"
