"""The history of an organization: its sessions, field offices, strategy and works."""

from __future__ import annotations

from attrs import field, frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.converters import optional_date, to_date
from migrationgov.model.events import Milestone
from migrationgov.model.field_metadata import KEY, REMARK, STATED_DATE, list_of, meta
from migrationgov.model.sources import Citation, Disagreement
from migrationgov.model.tenures import Headquarters, Presence, Relation, Tenure
from migrationgov.model.validators import (
    is_nonempty_str,
    is_nonnegative_int,
    is_str,
    is_tuple_of_str,
    tuple_of,
)
from migrationgov.record import Record
from migrationgov.vocabularies import (
    OrganizationId,
    ProcessId,
    SessionKind,
    StateId,
    StrategyKind,
    WorkKind,
)


@frozen(kw_only=True, repr=False)
class Session(Record):
    """
    One session of the governing body of an organization.

    Its decisions are not here: `decisions_of` finds the transitions and events of its days.

    Attributes:
        id: Short name, unique in the dataset.
        organization: Id of the organization.
        body: Name of the governing body.
        number: Its number in the series, as text; "" where it has none.
        kind: Whether it belongs to the regular series.
        date: When it took place.
        place: The place; "" where no source gives it.
        documents: Symbols of its documents.
        note: What a reader should know.
        citations: The sources.
    """

    id: str = field(validator=is_nonempty_str, metadata=KEY)
    organization: OrganizationId = field(validator=is_nonempty_str)
    body: str = field(validator=is_nonempty_str)
    number: str = field(default="", validator=is_str, metadata=REMARK)
    kind: SessionKind = field(default=SessionKind.REGULAR, converter=SessionKind)
    date: PartialDate = field(converter=to_date, metadata=STATED_DATE)
    place: str = field(default="", validator=is_str)
    documents: tuple[str, ...] = field(default=(), validator=is_tuple_of_str)
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def __str__(self) -> str:
        number = f" {self.number}" if self.number else ""
        kind = " (special)" if self.kind is SessionKind.SPECIAL else ""
        return f"{self.body}{number}{kind}, {self.date}"


@frozen(kw_only=True, repr=False)
class AttestedName(Record):
    """
    A name that a source gives to a field office.

    Attributes:
        text: The name.
        as_of: The date of the source; None where it is undated.
        citations: The sources.
    """

    text: str = field(validator=is_nonempty_str, metadata=KEY)
    as_of: PartialDate | None = field(
        default=None, converter=optional_date, metadata=meta(key=True, match=True, date=True)
    )
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def __str__(self) -> str:
        return f"{self.text}, {self.as_of or 'undated'}"


@frozen(kw_only=True, repr=False)
class StrategyItem(Record):
    """
    One point of a strategy, as a short label.

    Attributes:
        kind: What it names.
        number: Its place in the list of the source; 0 where it is not in a list.
        label: The point, in our words.
        as_of: The date of the source; None where it is undated.
        citations: The sources.
    """

    kind: StrategyKind = field(converter=StrategyKind, metadata=KEY)
    number: int = field(default=0, validator=is_nonnegative_int, metadata=KEY)
    label: str = field(validator=is_nonempty_str, metadata=KEY)
    as_of: PartialDate | None = field(
        default=None, converter=optional_date, metadata=meta(date=True)
    )
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def __str__(self) -> str:
        return f"{self.kind} {self.number}: {self.label}" if self.number else self.label


@frozen(kw_only=True, repr=False)
class FieldOffice(Record):
    """
    An office of an organization in the field.

    Attributes:
        id: Short name, unique in the dataset.
        organization: Id of the organization.
        names: Its names in the sources.
        state: Id of the state in which it is.
        place: The city.
        covers: Ids of the states that it coordinates or serves; coverage is not membership.
        strategy: Its functions, objectives and challenges, as short labels.
        note: What a reader should know.
        citations: The sources.
    """

    id: str = field(validator=is_nonempty_str, metadata=KEY)
    organization: OrganizationId = field(validator=is_nonempty_str)
    names: tuple[AttestedName, ...] = field(validator=tuple_of(AttestedName))
    state: StateId = field(validator=is_nonempty_str)
    place: str = field(default="", validator=is_str)
    covers: tuple[StateId, ...] = field(default=(), validator=is_tuple_of_str)
    strategy: tuple[StrategyItem, ...] = list_of(StrategyItem)
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def points(self, kind: StrategyKind | str) -> tuple[StrategyItem, ...]:
        """Return the points of its strategy that are of one kind ("objective", ...)."""
        wanted = StrategyKind.parse(kind)
        return tuple(each for each in self.strategy if each.kind is wanted)

    def __str__(self) -> str:
        return f"{self.names[0].text} ({self.place or self.state})"


@frozen(kw_only=True, repr=False)
class Work(Record):
    """
    A project, an activity or a report of an organization.

    Attributes:
        id: Short name, unique in the dataset.
        organization: Id of the organization.
        kind: Whether it is a project, an activity or a report.
        title: Its title, or its subject where it has no title.
        date: The date on which a source shows it; None where no source gives one.
        aim: Its purpose, in our words.
        part_of: Id of the project that it belongs to.
        process: Id of the consultative process that it supports.
        unit: Id of the field office that did it.
        place: The place.
        states: Ids of the states that took part, where sources name them.
        with_whom: Other participants, where sources give no names.
        funders: Ids of the organizations that paid for it.
        note: What a reader should know.
        citations: The sources.
    """

    id: str = field(validator=is_nonempty_str, metadata=KEY)
    organization: OrganizationId = field(validator=is_nonempty_str)
    kind: WorkKind = field(converter=WorkKind)
    title: str = field(validator=is_nonempty_str)
    date: PartialDate | None = field(default=None, converter=optional_date, metadata=STATED_DATE)
    aim: str = field(default="", validator=is_str)
    part_of: str = field(default="", validator=is_str, metadata=meta(within="works"))
    process: ProcessId = field(default=ProcessId(""), validator=is_str)
    unit: str = field(default="", validator=is_str, metadata=meta(within="field_offices"))
    place: str = field(default="", validator=is_str)
    states: tuple[StateId, ...] = field(default=(), validator=is_tuple_of_str)
    with_whom: str = field(default="", validator=is_str)
    funders: tuple[OrganizationId, ...] = field(default=(), validator=is_tuple_of_str)
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def __str__(self) -> str:
        return f"{self.kind}: {self.title}, {self.date or 'undated'}"


@frozen(kw_only=True, repr=False)
class History(Record):
    """
    The records about an organization other than its members: events, offices, sessions, works.

    Attributes:
        organization: Id of the organization.
        covered_until: The date of the latest evidence.
        checked_on: When the file was last checked for news; None where that is not recorded.
        milestones: Its events: founding, names, constitution, elections, agreements.
        tenures: Which person had which office.
        relations: Its relations to other organizations.
        headquarters: The places of its headquarters.
        sessions: Sessions of its governing body, by date.
        field_offices: Its offices in the field, as far as sources describe them.
        presences: States in which sources report its presence.
        strategy: Its mandate, as short labels.
        works: Projects, activities and reports.
        disagreements: Rival values.
    """

    organization: OrganizationId = field(validator=is_nonempty_str, metadata=KEY)
    covered_until: PartialDate = field(converter=to_date, metadata=meta(merged="later"))
    checked_on: PartialDate | None = field(
        default=None, converter=optional_date, metadata=meta(merged="later")
    )
    milestones: tuple[Milestone, ...] = list_of(Milestone, order="date")
    tenures: tuple[Tenure, ...] = list_of(Tenure, owner="organization")
    relations: tuple[Relation, ...] = list_of(Relation, owner="organization")
    headquarters: tuple[Headquarters, ...] = list_of(Headquarters, owner="organization")
    sessions: tuple[Session, ...] = list_of(Session, owner="organization", order="date")
    field_offices: tuple[FieldOffice, ...] = list_of(FieldOffice, owner="organization", order="id")
    presences: tuple[Presence, ...] = list_of(Presence, owner="organization")
    strategy: tuple[StrategyItem, ...] = list_of(StrategyItem)
    works: tuple[Work, ...] = list_of(Work, owner="organization")
    disagreements: tuple[Disagreement, ...] = list_of(Disagreement, owner="context")

    def __str__(self) -> str:
        return f"history of {self.organization}, until {self.covered_until}"
