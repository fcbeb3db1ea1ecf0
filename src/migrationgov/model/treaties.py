"""Treaties: what they are called, when they were adopted, and when they bind a party."""

from __future__ import annotations

from attrs import field, frozen

from migrationgov.model.events import Milestone
from migrationgov.model.field_metadata import KEY, REMARK, list_of
from migrationgov.model.names import Name
from migrationgov.model.sources import Citation
from migrationgov.model.validators import (
    is_bool,
    is_nonempty_str,
    is_nonnegative_int,
    is_str,
    tuple_of,
)
from migrationgov.record import Record
from migrationgov.vocabularies import Basis, MilestoneKind, OrganizationId, TreatyId, TreatyKind
from migrationgov.words import count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.dates.partial_date import PartialDate


@frozen(kw_only=True, repr=False)
class FinalClause(Record):
    """
    The clause of a treaty that says when it enters into force for a party.

    The treaty enters into force for a party after the deposit of its instrument, and not before
    the treaty itself is in force.

    Attributes:
        months: Months after the deposit, counted first.
        days: Days after the deposit; "on the thirtieth day after" is 30.
        first_of_month: Whether it is the first day of the month that follows this time.
        article: The article ("article 22 (2)"); "" where it was not read.
        basis: Whether a source gives it or we concluded it; `note` explains a conclusion.
        note: What a reader should know.
        citations: The sources.
    """

    months: int = field(default=0, validator=is_nonnegative_int)
    days: int = field(default=0, validator=is_nonnegative_int)
    first_of_month: bool = field(default=False, validator=is_bool)
    article: str = field(default="", validator=is_str, metadata=KEY)
    basis: Basis = field(default=Basis.STATED, converter=Basis, metadata=REMARK)
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def __str__(self) -> str:
        spans = ((self.months, "month"), (self.days, "day"))
        words = " and ".join(count(n, unit) for n, unit in spans if n)
        time = f"{words} after the deposit" if words else "on the day of the deposit"
        first = ", from the first day of the next month" if self.first_of_month else ""
        return f"{self.article or 'final clause'}: {time}{first}"


@frozen(kw_only=True, repr=False)
class Treaty(Record):
    """
    A treaty on migration, refugees or what goes with them.

    Who is party to it is in its register. Whatever no source gives is left empty.

    Attributes:
        id: Short name in lower case, unique in the dataset.
        name: The short name, by which it is listed.
        title: The official title.
        kind: Convention, protocol or agreement.
        names: All names it has, with language and form.
        parent: Id of the treaty to which it is a protocol; "" for others.
        depositary: Id of the organization with which instruments are deposited; "" where a state
            is the depositary, or where it is not recorded.
        open_to: Id of the organization to whose members it is open; "" where it is open to all.
        milestones: When it was adopted, opened for signature, and entered into force.
        clauses: When it enters into force for a party: one clause, or none where none is recorded.
        note: What a reader should know.
        citations: The sources.
    """

    id: TreatyId = field(validator=is_nonempty_str, metadata=KEY)
    name: str = field(validator=is_nonempty_str)
    title: str = field(validator=is_nonempty_str)
    kind: TreatyKind = field(converter=TreatyKind)
    names: tuple[Name, ...] = field(validator=tuple_of(Name))
    parent: TreatyId = field(default=TreatyId(""), validator=is_str)
    depositary: OrganizationId = field(default=OrganizationId(""), validator=is_str)
    open_to: OrganizationId = field(default=OrganizationId(""), validator=is_str)
    milestones: tuple[Milestone, ...] = list_of(Milestone)
    clauses: tuple[FinalClause, ...] = list_of(FinalClause)
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    @property
    def adopted(self) -> PartialDate | None:
        """The day of its adoption; None where no source gives it."""
        return self._date_of(MilestoneKind.ADOPTED)

    @property
    def in_force(self) -> PartialDate | None:
        """The day of its own entry into force; None where no source gives it."""
        return self._date_of(MilestoneKind.IN_FORCE)

    @property
    def final_clause(self) -> FinalClause | None:
        """The clause on its entry into force for a party; None where none is recorded."""
        return self.clauses[0] if self.clauses else None

    def _date_of(self, kind: MilestoneKind) -> PartialDate | None:
        return next((each.date for each in self.milestones if each.kind is kind), None)

    def __str__(self) -> str:
        return self.name
