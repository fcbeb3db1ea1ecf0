"""Facts that last: offices, relations, headquarters, presences, the rotation of a role."""

from __future__ import annotations

from attrs import field, frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.converters import optional_date, to_date
from migrationgov.model.field_metadata import KEY, REMARK, STATED_DATE_KEY, list_of, meta
from migrationgov.model.periods import Period
from migrationgov.model.sources import Citation
from migrationgov.model.validators import (
    end_needs_start,
    end_not_before_start,
    is_nonempty_str,
    is_positive_int,
    is_str,
    tuple_of,
)
from migrationgov.record import Record
from migrationgov.vocabularies import (
    Basis,
    Office,
    OrganizationId,
    ProcessRole,
    RelationKind,
    StateId,
)


@frozen(kw_only=True, repr=False)
class DatedAttestation(Record):
    """A date on which sources show a fact, without its start."""

    date: PartialDate = field(converter=to_date, metadata=meta(key=True, match=True, date=True))
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def __str__(self) -> str:
        return str(self.date)


@frozen(kw_only=True, repr=False)
class DatedRecord(Record):
    """
    A fact about an organization that is true from one date to another, or on single dates only.

    A *term* has a start: it is certain from the latest possible start to the earliest possible
    end, and possible a little longer on both sides. An *attestation* is a date on which a source
    shows the fact, and starts no term: between two attestations the fact is possible, before and
    after them nothing is known. Without a start and attestations it is certain on no day.

    Attributes:
        organization: Id of the organization.
        start: First day; None where no source gives it.
        end: Last day, **included**; None while it lasts, or where there is no start.
        attested: Dates on which sources show it.
        basis: Whether a source gives the start or we concluded it; `note` explains a conclusion.
        note: What a reader should know.
        citations: The sources of the record and of its start.
        end_citations: The sources of its end, where they are others; `note` explains a conclusion.
    """

    organization: OrganizationId = field(validator=is_nonempty_str)
    start: PartialDate | None = field(
        default=None, converter=optional_date, metadata=STATED_DATE_KEY
    )
    end: PartialDate | None = field(
        default=None, converter=optional_date, validator=[end_needs_start, end_not_before_start]
    )
    attested: tuple[DatedAttestation, ...] = list_of(DatedAttestation)
    basis: Basis = field(default=Basis.STATED, converter=Basis, metadata=REMARK)
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))
    end_citations: tuple[Citation, ...] = list_of(Citation)

    @property
    def period(self) -> Period | None:
        """From the first to the last day, both included; None where no start is known."""
        return None if self.start is None else Period(self.start, self.end)

    def _when(self) -> str:
        if self.period is not None:
            return str(self.period)
        shown = ", ".join(str(each) for each in self.attested)
        return f"attested {shown}" if shown else "undated"


@frozen(kw_only=True, repr=False)
class Tenure(DatedRecord):
    """
    A person in an office of an organization.

    Attributes:
        office: The office.
        person: Name of the person.
        title: Title of the office in the time of this person.
        nationality: Id of the state that the person comes from; "" where no source gives it.
        unit: Id of the field office; "" for an office of the whole organization.
    """

    office: Office = field(converter=Office, metadata=KEY)
    person: str = field(validator=is_nonempty_str, metadata=KEY)
    title: str = field(default="", validator=is_str)
    nationality: StateId = field(default=StateId(""), validator=is_str)
    unit: str = field(
        default="", validator=is_str, metadata=meta(key=True, within="field_offices")
    )

    def __str__(self) -> str:
        return f"{self.person}, {self.title or self.office}, {self._when()}"


@frozen(kw_only=True, repr=False)
class Relation(DatedRecord):
    """
    A relation of one organization to another.

    Attributes:
        to: Id of the other organization.
        kind: What kind of relation it is.
        label: The relation in words.
    """

    to: OrganizationId = field(validator=is_nonempty_str, metadata=KEY)
    kind: RelationKind = field(converter=RelationKind, metadata=KEY)
    label: str = field(validator=is_nonempty_str)

    def __str__(self) -> str:
        return f"{self.label}, {self._when()}"


@frozen(kw_only=True, repr=False)
class Headquarters(DatedRecord):
    """
    The place of the headquarters of an organization.

    Attributes:
        place: The city.
        state: Id of the state.
    """

    place: str = field(validator=is_nonempty_str, metadata=KEY)
    state: StateId = field(validator=is_nonempty_str, metadata=meta(key=True))

    def __str__(self) -> str:
        return f"{self.place}, {self.state}, {self._when()}"


@frozen(kw_only=True, repr=False)
class Presence(DatedRecord):
    """
    The presence of an organization in a state: neither membership nor coverage by a field office.

    Attributes:
        state: Id of the state.
        place: City of its office; "" where no source gives it.
    """

    state: StateId = field(validator=is_nonempty_str, metadata=KEY)
    place: str = field(default="", validator=is_str, metadata=meta(key=True))

    def __str__(self) -> str:
        return f"{self.organization} in {self.place or self.state}, {self._when()}"


@frozen(kw_only=True, repr=False)
class Rotation(Record):
    """
    How long a party has a role in a process by its rules, above all the chair.

    Attributes:
        months: The length of a term, in months.
        role: The role, the chair by default.
        as_of: The date for which the sources give the rule; None where they give no date.
        note: What a reader should know.
        citations: The sources.
    """

    months: int = field(validator=is_positive_int, metadata=meta(stated=True))
    role: ProcessRole = field(default=ProcessRole.CHAIR, converter=ProcessRole, metadata=KEY)
    as_of: PartialDate | None = field(
        default=None, converter=optional_date, metadata=meta(key=True, date=True)
    )
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def __str__(self) -> str:
        when = f", as of {self.as_of}" if self.as_of else ""
        return f"{self.role} for {self.months} months{when}"
