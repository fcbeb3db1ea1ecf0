"""Published numbers of participants in processes, each compared with the names and our count."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

import migrationgov as mg
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import day_ranges_of
from migrationgov.lookup.name_resolution import process_id
from migrationgov.model.dataset import Dataset
from migrationgov.model.participant_lists import ParticipantLists, RoleList
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.model.sources import Citation
from migrationgov.record import Record
from migrationgov.results.record_list import RecordList
from migrationgov.timelines.gather import timelines_of
from migrationgov.vocabularies import (
    ListKind,
    ProcessId,
    ProcessRole,
    ReconciliationOutcome,
)

#: The roles whose participants we count by the best reading, from one list to the next.
_COUNTED = (ProcessRole.MEMBER, ProcessRole.OBSERVER)
_PRESENT = "The source counts who was present at a meeting, and names {} of them."
_WITHIN = "The source counts a group within the process, and names {} of its members."


@frozen(kw_only=True, repr=False)
class PublishedTotal(Record):
    """
    A published number of participants, compared with the names on the list, and with our count.

    Attributes:
        process: Id of the process.
        role: The role of the participants.
        as_of: The date of the list.
        kind: The kind of the list.
        total: The published number.
        named: The number of names on the list; 0 where a source gives a number only.
        listed: The smallest and the largest number of certain and listed parties with the role on
            a day of the date; None for a role that depends on a meeting.
        outcome: "equal": the list has as many names, or we count as many on a day of its date.
            Else "explained": a disagreement is recorded, or the number is of those who were
            present at a meeting, or of a group within the process. Else "possible": we count
            fewer, and others are possible. Else "open": no reason is known.
        reason: The reason of the difference in a sentence; "" without a difference or a reason.
        citations: The citations of the list.
    """

    process: ProcessId
    role: ProcessRole
    as_of: PartialDate
    kind: ListKind
    total: int
    named: int
    listed: tuple[int, int] | None
    outcome: ReconciliationOutcome
    reason: str
    citations: tuple[Citation, ...]

    @property
    def met(self) -> bool:
        """Whether the list has as many names as the source counts."""
        return self.named == self.total

    def __str__(self) -> str:
        words = f"{self.process} on {self.as_of}, {self.role}: {self.named} of {self.total} named"
        if self.met or self.listed is None:
            return words if self.met else f"{words}: {self.outcome}"
        span = " to ".join(map(str, dict.fromkeys(self.listed)))
        return f"{words}, {span} listed: {self.outcome}"


def published_totals(
    name: mg.typing.ProcessLike,
    *,
    outcome: mg.typing.OutcomeLike | None = None,
    dataset: Dataset | None = None,
) -> RecordList[PublishedTotal]:
    """
    Compare each published number of participants of a process with the names, and with our count.

    Args:
        name: Id, name, acronym or record of the process.
        outcome: Only numbers with one outcome ("equal", "possible", "explained", "open").
        dataset: The facts to ask; the active dataset by default.

    Returns:
        `PublishedTotal` records by date.

    Raises:
        UnknownProcessError: If there is no such process.
        UnknownTermError: If there is no such outcome.

    >>> [(each.named, each.total) for each in published_totals("Bali Process") if each.named > 4]
    [(44, 45)]
    """
    facts = resolve_dataset(dataset)
    wanted = None if outcome is None else ReconciliationOutcome.parse(outcome)
    process = facts.process(process_id(name, facts))
    compared = (
        _compared(process, lists, names, names.total, facts)
        for lists in process.participant_lists
        for names in lists.lists
        if names.total is not None
    )
    found = (each for each in compared if wanted in (None, each.outcome))
    return RecordList(found, PublishedTotal, facts)


def _compared(
    process: ConsultativeProcess,
    lists: ParticipantLists,
    names: RoleList,
    total: int,
    facts: Dataset,
) -> PublishedTotal:
    named = len(names.entries)
    counted = names.role in _COUNTED and not lists.meeting and names.kind is not ListKind.SUBSET
    tallies = list(_tallies(process, lists.as_of, names, facts)) if counted else []
    outcome, reason = _outcome(process, lists, names, total, tallies)
    numbers = [listed for listed, _ in tallies]
    return PublishedTotal(
        process=process.id,
        role=names.role,
        as_of=lists.as_of,
        kind=names.kind,
        total=total,
        named=named,
        listed=(min(numbers), max(numbers)) if numbers else None,
        outcome=outcome,
        reason=reason,
        citations=lists.citations,
    )


def _tallies(
    process: ConsultativeProcess, as_of: PartialDate, names: RoleList, facts: Dataset
) -> Iterator[tuple[int, int]]:
    """Yield how many parties are listed, and may be, from one change to the next on a date."""
    kind = "organization" if any(each.organization for each in names.entries) else "state"
    index = timelines_of(facts, process.id).index(names.role.value)
    for first, last in day_ranges_of(as_of):
        for day in (first, *(day for day in index.days if first < day <= last)):
            found = index.on(day, kind)
            yield len(found.codes), len(found.codes) + len(found.possible)


def _outcome(
    process: ConsultativeProcess,
    lists: ParticipantLists,
    names: RoleList,
    total: int,
    tallies: list[tuple[int, int]],
) -> tuple[ReconciliationOutcome, str]:
    named = len(names.entries)
    if named == total or any(listed == total for listed, _ in tallies):
        return ReconciliationOutcome.EQUAL, ""
    field = f"number of {names.role}s on {lists.as_of}"
    rivals = [each.reason for each in process.disagreements if each.field == field]
    if rivals:
        return ReconciliationOutcome.EXPLAINED, rivals[0]
    if not tallies:
        words = _WITHIN if names.kind is ListKind.SUBSET else _PRESENT
        return ReconciliationOutcome.EXPLAINED, words.format(named or "none")
    if any(listed < total <= most for listed, most in tallies):
        return ReconciliationOutcome.POSSIBLE, ""
    return ReconciliationOutcome.OPEN, ""
