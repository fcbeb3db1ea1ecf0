"""When a consultative process exists, and what sources report of its status."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from operator import itemgetter

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.errors import CoverageWarning
from migrationgov.lookup.day_ranges import caller_stack_level, day_ranges_of
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.timelines.claims import stated_days
from migrationgov.timelines.rules import carried_back_from, carried_until
from migrationgov.vocabularies import MilestoneKind, ProcessStatus
from migrationgov.words import count

_FOUNDINGS = (MilestoneKind.ESTABLISHED, MilestoneKind.LAUNCHED)


def _first_day(process: ConsultativeProcess) -> int:
    """Return the first day on which a process may exist: of its founding, else of its evidence."""
    foundings = [each.date for each in process.milestones if each.kind in _FOUNDINGS]
    others = [
        *(each.date for each in process.milestones),
        *(each.date for each in process.meetings),
        *(each.as_of for each in process.participant_lists),
        *(each.as_of for each in process.statuses),
    ]
    return min((each.first_ordinal for each in foundings or others), default=BEFORE_ALL)


def lasts(process: ConsultativeProcess, when: PartialDate) -> bool:
    """Return whether a process may exist on some day of a date."""
    ends = [each.date for each in process.milestones if each.kind is MilestoneKind.ENDED]
    days = day_ranges_of(when)  # a doubted date may be any day
    return _first_day(process) <= days[-1][1] and all(
        each.uncertain or each.last_ordinal >= days[0][0] for each in ends
    )


def status_of_process(process: ConsultativeProcess, day: int) -> ProcessStatus | None:
    """Return the status of a process on a day, by its end and its reports; None before it."""
    if day < _first_day(process):
        return None
    ends = [each.date for each in process.milestones if each.kind is MilestoneKind.ENDED]
    if any(each.last_ordinal <= day and not each.uncertain for each in ends):
        return ProcessStatus.ENDED
    dated = ((stated_days(each.as_of)[0], each.status) for each in process.statuses)
    reports = sorted(dated, key=itemgetter(0))
    earlier = [report for report in reports if report[0] <= day]
    if earlier:
        stated, status = earlier[-1]
        later = [other for _, other in reports[len(earlier) :]]
        changed = bool(later) and later[0] is not status
        return ProcessStatus.UNKNOWN if changed and day > carried_until(stated) else status
    first, status = reports[0] if reports else (AFTER_ALL, ProcessStatus.UNKNOWN)
    is_known = status is ProcessStatus.ACTIVE and carried_back_from(first) <= day
    return status if is_known else ProcessStatus.UNKNOWN


def warn_of_unknown_statuses(processes: Iterable[ConsultativeProcess], when: PartialDate) -> None:
    """Warn once of the processes of which no source reports the status on a date."""
    statuses = [status_of_process(each, when.last_ordinal) for each in processes]
    unknown = statuses.count(ProcessStatus.UNKNOWN)
    if unknown:
        warnings.warn(
            f"{count(unknown, 'process', 'is', 'are')} left out, as no source reports the status"
            f" on {when}; processes(status='unknown', on={str(when)!r}) lists them",
            CoverageWarning,
            stacklevel=caller_stack_level(),
        )
