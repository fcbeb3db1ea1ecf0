"""Queries about the meetings of consultative processes."""

# pyright: reportUnnecessaryIsInstance=false
# (a value is checked when the program runs, whatever its annotation)
from __future__ import annotations

import migrationgov as mg
from migrationgov.errors import UnknownRecordError, WrongTypeError, did_you_mean, short_repr
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import day_range_between, may_lie_in
from migrationgov.lookup.name_resolution import process_id
from migrationgov.model.dataset import Dataset
from migrationgov.model.processes import Meeting
from migrationgov.results.record_list import RecordList
from migrationgov.vocabularies import MeetingLevel


def meetings_of(
    process: mg.typing.ProcessLike | None = None,
    *,
    level: mg.typing.MeetingLevelLike | None = None,
    between: tuple[mg.typing.DateLike, mg.typing.DateLike] | None = None,
    dataset: Dataset | None = None,
) -> RecordList[Meeting]:
    """
    List the meetings of a consultative process, or of all processes.

    Args:
        process: Id, name, acronym or record of the process; all processes by default.
        level: Only meetings of one level ("ministerial", "senior-officials", ...).
        between: Only meetings that took place, or may have taken place, between two dates: the
            first day of the first date and the last day of the second are included.
        dataset: The dataset to ask; the active one by default.

    Returns:
        `Meeting` records by the first possible day of their dates. A meeting whose date is only
        partly within *between*, or is uncertain, is in the list if it may lie within.

    Raises:
        UnknownProcessError: If there is no such process.
        UnknownTermError: If there is no such level.
        InvalidDateError: If a date is none, or the second date comes before the first.

    >>> [str(each.date) for each in meetings_of("Almaty Process", level="ministerial")]
    ['2013-06-05', '2025-04-24']
    >>> [each.id for each in meetings_of(between=("2015-10-01", "2015-10-31"), level="global")]
    ['gfmd-global-8', 'global-rcp-meeting-global-5']
    """
    facts = resolve_dataset(dataset)
    wanted = None if level is None else MeetingLevel.parse(level)
    days = None if between is None else day_range_between(*between)
    if process is None:
        found = sorted(
            (each for one in facts.processes for each in one.meetings),
            key=lambda each: (each.date.first_ordinal, each.id),
        )
    else:
        found = list(facts.process(process_id(process, facts)).meetings)
    meetings = (
        each
        for each in found
        if wanted in (None, each.level) and (days is None or may_lie_in(each.date, days))
    )
    return RecordList(meetings, Meeting, facts)


def find_meeting(meeting: mg.typing.MeetingLike, *, dataset: Dataset | None = None) -> Meeting:
    """
    Find a meeting by its id.

    Args:
        meeting: The id ("almaty-process-ministerial-2013"), as `Meeting.id` gives it; a
            `Meeting` finds the record of its id.
        dataset: The facts to ask; the active dataset by default.

    Raises:
        UnknownRecordError: If no meeting has the id; the message suggests similar ids.
        WrongTypeError: If *meeting* is neither text nor a `Meeting`.

    >>> str(find_meeting("gfmd-global-8").date)
    '2015-10-14/2015-10-16'
    """
    facts = resolve_dataset(dataset)
    wanted = meeting.id if isinstance(meeting, Meeting) else meeting
    if not isinstance(wanted, str):
        raise WrongTypeError(f"give a Meeting or its id, not {short_repr(meeting)}")
    known = facts.derived(
        "meetings by id", lambda d: {m.id: m for p in d.processes for m in p.meetings}
    )
    if wanted in known:
        return known[wanted]
    hint = did_you_mean(wanted, known) or "; meetings_of lists all meetings"
    raise UnknownRecordError(f"no meeting has the id {short_repr(wanted)}{hint}")
