"""The life of a consultative process: what happened to it, and whether it is still active."""

from __future__ import annotations

from attrs import field, frozen

from migrationgov.looks import Looks
from migrationgov.model.dates import PartialDate
from migrationgov.model.guards import a_date, records, some_text
from migrationgov.model.sources import Citation
from migrationgov.model.vocab import MilestoneKind, ProcessStatus


@frozen(kw_only=True, repr=False)
class Milestone(Looks):
    """One event in the life of a process; there is no single "start"."""

    kind: MilestoneKind = field(converter=MilestoneKind)
    date: PartialDate = field(converter=a_date)
    label: str = field(validator=some_text)
    citations: tuple[Citation, ...] = field(validator=records(Citation))

    def __str__(self) -> str:
        return f"{self.label}, {self.date}"


@frozen(kw_only=True, repr=False)
class StatusReport(Looks):
    """What a source reports on whether a process is active; it says nothing of later days."""

    status: ProcessStatus = field(converter=ProcessStatus)
    as_of: PartialDate = field(converter=a_date)
    citations: tuple[Citation, ...] = field(validator=records(Citation))

    def __str__(self) -> str:
        return f"{self.status} as of {self.as_of}"
