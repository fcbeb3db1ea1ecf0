"""Events in the life of a process or an organization, and reports on whether it is active."""

from __future__ import annotations

from attrs import field, frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.converters import to_date
from migrationgov.model.field_metadata import KEY, STATED_DATE_KEY, meta
from migrationgov.model.sources import Citation
from migrationgov.model.validators import is_nonempty_str, is_tuple_of_str, tuple_of
from migrationgov.record import Record
from migrationgov.vocabularies import MilestoneKind, OrganizationId, ProcessStatus, StateId


@frozen(kw_only=True, repr=False)
class Milestone(Record):
    """
    One event in the life of a process or an organization; there is no single "start".

    Attributes:
        kind: What kind of event it is.
        date: When.
        label: What happened, in our words.
        states: Ids of the states that founded the process, or signed its founding declaration,
            where a source names them.
        organizations: Ids of the organizations that did so.
        citations: The sources.
    """

    kind: MilestoneKind = field(converter=MilestoneKind, metadata=KEY)
    date: PartialDate = field(converter=to_date, metadata=STATED_DATE_KEY)
    label: str = field(validator=is_nonempty_str, metadata=meta(match=True))
    states: tuple[StateId, ...] = field(default=(), validator=is_tuple_of_str)
    organizations: tuple[OrganizationId, ...] = field(default=(), validator=is_tuple_of_str)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def __str__(self) -> str:
        return f"{self.label}, {self.date}"


@frozen(kw_only=True, repr=False)
class StatusReport(Record):
    """A report of a source on whether a process is active; it says nothing about later days."""

    status: ProcessStatus = field(converter=ProcessStatus, metadata=meta(match=True))
    as_of: PartialDate = field(converter=to_date, metadata=STATED_DATE_KEY)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def __str__(self) -> str:
        return f"{self.status} as of {self.as_of}"
