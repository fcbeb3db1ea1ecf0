"""Who met when: the meetings of the processes, and the totals their lists are published with."""

from __future__ import annotations

from difflib import get_close_matches

from attrs import frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import UnknownRecordError, WrongTypeError, short_repr
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import day_range_between
from migrationgov.lookup.name_resolution import process_id
from migrationgov.model.dataset import Dataset
from migrationgov.model.processes import ConsultativeProcess, Meeting
from migrationgov.model.sources import Citation
from migrationgov.record import Record
from migrationgov.results.record_list import RecordList
from migrationgov.vocabularies import ListKind, MeetingLevel, ProcessId, ProcessRole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    DateLike = date | PartialDate | str
    ProcessLike = str | ConsultativeProcess

_LONGEST = 100  # no id is longer, and comparing costs the square of the length


@frozen(kw_only=True, repr=False)
class PublishedTotal(Record):
    """
    A number of participants that a source publishes, beside the names that could be read.

    Attributes:
        process: Id of the process.
        role: The role it counts.
        as_of: The date of the list.
        kind: What the list proves.
        total: The number published.
        named: How many names could be read; 0 where there is a number only.
        citations: The source.
    """

    process: ProcessId
    role: ProcessRole
    as_of: PartialDate
    kind: ListKind
    total: int
    named: int
    citations: tuple[Citation, ...]

    @property
    def met(self) -> bool:
        """Whether as many names could be read as are counted."""
        return self.named == self.total

    def __str__(self) -> str:
        return f"{self.process} on {self.as_of}, {self.role}: {self.named} of {self.total} named"


def meetings_of(
    name: ProcessLike, *, level: MeetingLevel | str | None = None, dataset: Dataset | None = None
) -> RecordList[Meeting]:
    """
    List the meetings of a process.

    Args:
        name: Id, name, acronym or record of the process.
        level: Only meetings of one level ("ministerial", "senior-officials", ...).
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `Meeting` records by date (of an imprecise one its first possible day).

    Raises:
        UnknownProcessError: If there is no such process.
        UnknownTermError: If there is no such level.

    >>> [str(each.date) for each in meetings_of("Almaty Process", level="ministerial")]
    ['2013-06-05', '2025-04-24']
    """
    facts = resolve_dataset(dataset)
    process = facts.process(process_id(name, facts))
    wanted = None if level is None else MeetingLevel.parse(level)
    return RecordList(each for each in process.meetings if wanted in (None, each.level))


def meeting(meeting_id: str | Meeting, *, dataset: Dataset | None = None) -> Meeting:
    """
    Find a meeting by its id.

    Args:
        meeting_id: The id ("almaty-process-ministerial-2013"), as `Meeting.id` gives it; a
            `Meeting` finds the record of its id.
        dataset: The facts to ask; the bundled ones by default.

    Raises:
        UnknownRecordError: If no meeting has the id; the message suggests some that are close.
        WrongTypeError: If *meeting_id* is neither text nor a `Meeting`.

    >>> str(meeting("gfmd-global-8").date)
    '2015-10-14/2015-10-16'
    """
    facts = resolve_dataset(dataset)
    wanted = meeting_id.id if isinstance(meeting_id, Meeting) else meeting_id
    if not isinstance(wanted, str):
        raise WrongTypeError(f"give a Meeting or its id, not {short_repr(meeting_id)}")
    known = facts.derived(
        "meetings by id", lambda d: {m.id: m for p in d.processes for m in p.meetings}
    )
    if wanted in known:
        return known[wanted]
    close = get_close_matches(wanted[:_LONGEST], known, n=5)
    hint = (
        f"; did you mean {', '.join(close)}?" if close else "; meetings_of lists those there are"
    )
    raise UnknownRecordError(f"no meeting has the id {short_repr(wanted)}{hint}")


def meetings_between(
    start: DateLike,
    end: DateLike,
    name: ProcessLike | None = None,
    *,
    level: MeetingLevel | str | None = None,
    dataset: Dataset | None = None,
) -> RecordList[Meeting]:
    """
    List the meetings that were held, or may have been held, between two dates.

    Args:
        start: First day, included; of an imprecise date its first day.
        end: Last day, included; of an imprecise date its last day.
        name: Only those of one process; of all by default.
        level: As for `meetings_of`.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `Meeting` records by date, whatever the process. One whose date reaches beyond the two
        days, or is doubted, is among them if it may lie between.

    Raises:
        InvalidDateError: If a date is none, or *end* comes before *start*.
        UnknownProcessError: If there is no such process.
        UnknownTermError: If there is no such level.

    >>> [each.id for each in meetings_between("2015-10-01", "2015-10-31", level="global")]
    ['gfmd-global-8', 'global-rcp-meeting-global-5']
    """
    facts = resolve_dataset(dataset)
    low, high = day_range_between(start, end)
    whose = facts.process_ids if name is None else (process_id(name, facts),)
    its = (each for process in whose for each in meetings_of(process, level=level, dataset=facts))
    found = [
        each
        for each in its
        if each.date.uncertain
        or (each.date.first_ordinal <= high and low <= each.date.last_ordinal)
    ]
    return RecordList(sorted(found, key=lambda each: (each.date.first_ordinal, each.id)))


def published_totals(
    name: ProcessLike, *, dataset: Dataset | None = None
) -> RecordList[PublishedTotal]:
    """
    List the numbers of participants that sources publish, beside the names that could be read.

    Args:
        name: Id, name, acronym or record of the process.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `PublishedTotal` records by date.

    Raises:
        UnknownProcessError: If there is no such process.

    >>> [(each.named, each.total) for each in published_totals("Bali Process") if each.named > 4]
    [(44, 45)]
    """
    facts = resolve_dataset(dataset)
    process = facts.process(process_id(name, facts))
    return RecordList(
        PublishedTotal(
            process=process.id,
            role=names.role,
            as_of=snapshot.as_of,
            kind=names.kind,
            total=names.total,
            named=len(names.entries),
            citations=snapshot.citations,
        )
        for snapshot in process.participant_lists
        for names in snapshot.lists
        if names.total is not None
    )
