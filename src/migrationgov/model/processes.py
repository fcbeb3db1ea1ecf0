"""Consultative processes: their lists of participants, terms, meetings and events."""

from __future__ import annotations

from attrs import field, frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.characteristics import Characteristic
from migrationgov.model.converters import optional_date, to_date
from migrationgov.model.events import Milestone, StatusReport
from migrationgov.model.field_metadata import (
    KEY,
    REMARK,
    STATED_DATE,
    STATED_DATE_KEY,
    list_of,
    meta,
)
from migrationgov.model.names import Name
from migrationgov.model.participant_lists import ParticipantLists
from migrationgov.model.periods import Period
from migrationgov.model.sources import Citation, Disagreement
from migrationgov.model.tenures import DatedAttestation, Rotation
from migrationgov.model.transitions import Transition
from migrationgov.model.validators import (
    end_not_before_start,
    is_nonempty_str,
    is_nonnegative_int,
    is_one_party,
    is_str,
    is_tuple_of_str,
    tuple_of,
)
from migrationgov.record import Record
from migrationgov.vocabularies import (
    Basis,
    MeetingLevel,
    OrganizationId,
    ProcessId,
    ProcessKind,
    ProcessRole,
    StateId,
)
from migrationgov.vocabularies.characteristics import CharacteristicKind, Region, Theme


@frozen(kw_only=True, repr=False)
class Officer(Record):
    """
    A person who had a role for a state, with the dates on which sources show it.

    A term has a start and an end; an attestation is a single date and starts no term.
    """

    name: str = field(validator=is_nonempty_str, metadata=KEY)
    title: str = field(default="", validator=is_str)
    attested: tuple[DatedAttestation, ...] = list_of(DatedAttestation)
    term: str = field(default="", validator=is_str)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def __str__(self) -> str:
        return f"{self.name}, {self.title}" if self.title else self.name


@frozen(kw_only=True, repr=False)
class Term(Record):
    """
    A role that a party had from one date to another, above all the chair.

    Attributes:
        process: Id of the process.
        role: The role, the chair by default.
        state: Id of the state that had the role; "" if an organization had it.
        organization: Id of the organization that had the role; "" if a state had it.
        start: First day.
        end: Last day, **included**; None while it lasts. An unknown end is an open date:
            `[2013-06-05..]`.
        number: Its place in the order of such terms; 0 where it has none.
        officers: Persons who had the role for the state.
        note: What a reader should know, above all where sources differ.
        citations: The sources.
    """

    process: ProcessId = field(validator=is_nonempty_str)
    role: ProcessRole = field(default=ProcessRole.CHAIR, converter=ProcessRole, metadata=KEY)
    number: int = field(default=0, validator=is_nonnegative_int, metadata=REMARK)
    state: StateId = field(default=StateId(""), validator=is_str, metadata=KEY)
    organization: OrganizationId = field(
        default=OrganizationId(""), validator=is_one_party, metadata=KEY
    )
    start: PartialDate = field(converter=to_date, metadata=STATED_DATE_KEY)
    end: PartialDate | None = field(
        default=None, converter=optional_date, validator=end_not_before_start
    )
    officers: tuple[Officer, ...] = list_of(Officer)
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    @property
    def participant(self) -> str:
        """The id of the state or organization."""
        return self.state or self.organization

    @property
    def period(self) -> Period:
        """From the first to the last day, both included."""
        return Period(self.start, self.end)

    def __str__(self) -> str:
        return f"{self.process}: {self.participant} {self.role}, {self.period}"


@frozen(kw_only=True, repr=False)
class Meeting(Record):
    """
    One meeting in the life of a process.

    Attributes:
        id: Short name, unique in the dataset.
        process: Id of the process.
        level: The level of the meeting.
        title: Its title.
        date: When it took place.
        number: Its number in the series, as text ("2", "7?"); "" where it has none.
        place: City and country, as far as known.
        theme: Its theme, in the words of the source.
        hosts: Ids of the states that were hosts.
        basis: Whether a source gives its date or we concluded it.
        note: What a reader should know.
        citations: The sources.
    """

    id: str = field(validator=is_nonempty_str, metadata=KEY)
    process: ProcessId = field(validator=is_nonempty_str)
    level: MeetingLevel = field(converter=MeetingLevel)
    title: str = field(validator=is_nonempty_str)
    date: PartialDate = field(converter=to_date, metadata=STATED_DATE)
    number: str = field(default="", validator=is_str, metadata=REMARK)
    place: str = field(default="", validator=is_str)
    theme: str = field(default="", validator=is_str)
    hosts: tuple[StateId, ...] = field(default=(), validator=is_tuple_of_str)
    basis: Basis = field(default=Basis.STATED, converter=Basis, metadata=REMARK)
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def __str__(self) -> str:
        hosts = f", hosted by {' and '.join(self.hosts)}" if self.hosts else ""
        return f"{self.process}: {self.title}, {self.date}{hosts}"


@frozen(kw_only=True, repr=False)
class ConsultativeProcess(Record):
    """
    A regional, interregional or global inter-state consultation on migration.

    Attributes:
        id: Short name in lower case, unique in the dataset.
        name: The short English name: its title, by which catalogues are sorted.
        kind: Whether it is regional, interregional or global.
        names: All names and acronyms it has or had.
        characteristics: Its themes, regions, aim, structure and more. A region never decides which
            states belong to it.
        milestones: Its events, from the idea to the end, by date.
        statuses: What sources report about whether it is active, by date.
        predecessors: Ids of the processes it followed.
        successors: Ids of the processes that followed it.
        transitions: Entries and exits on record, by party, those of each party in order.
        participant_lists: The lists of its participants, by date.
        terms: Roles that a party had from one date to another, by date: the chairs above all.
        rotations: How long a party has a role by the rules of the process.
        meetings: Its meetings, by date.
        disagreements: Rival values.
        covered_until: The date of the latest evidence.
        checked_on: When the file was last checked for news; None where that is not recorded.
        note: What a reader should know.
        citations: The sources of name and kind.
    """

    id: ProcessId = field(validator=is_nonempty_str, metadata=KEY)
    name: str = field(validator=is_nonempty_str)
    kind: ProcessKind = field(converter=ProcessKind)
    names: tuple[Name, ...] = field(validator=tuple_of(Name))
    characteristics: tuple[Characteristic, ...] = list_of(Characteristic)
    milestones: tuple[Milestone, ...] = field(
        validator=tuple_of(Milestone, at_least=0), metadata=meta(order="date")
    )
    statuses: tuple[StatusReport, ...] = list_of(StatusReport, order="date")
    predecessors: tuple[ProcessId, ...] = field(
        default=(), validator=is_tuple_of_str, metadata=meta(merged="all")
    )
    successors: tuple[ProcessId, ...] = field(
        default=(), validator=is_tuple_of_str, metadata=meta(merged="all")
    )
    transitions: tuple[Transition, ...] = list_of(Transition, owner="institution", order="party")
    participant_lists: tuple[ParticipantLists, ...] = list_of(ParticipantLists, order="date")
    terms: tuple[Term, ...] = list_of(Term, owner="process", order="date")
    rotations: tuple[Rotation, ...] = list_of(Rotation)
    meetings: tuple[Meeting, ...] = list_of(Meeting, owner="process", order="date")
    disagreements: tuple[Disagreement, ...] = list_of(Disagreement, owner="context")
    covered_until: PartialDate = field(converter=to_date, metadata=meta(merged="later"))
    checked_on: PartialDate | None = field(
        default=None, converter=optional_date, metadata=meta(merged="later")
    )
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    @property
    def themes(self) -> tuple[Theme, ...]:
        """Its themes, in the order of the record."""
        return tuple(map(Theme, self.values(CharacteristicKind.THEME)))

    @property
    def regions(self) -> tuple[Region, ...]:
        """Its regions, in the order of the record."""
        return tuple(map(Region, self.values(CharacteristicKind.REGION)))

    def values(self, kind: CharacteristicKind) -> tuple[str, ...]:
        """Return the values of its characteristics of one kind ("aim", "website", ...)."""
        return tuple(each.value for each in self.characteristics if each.kind == kind)

    def __str__(self) -> str:
        return self.name
