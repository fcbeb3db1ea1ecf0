"""From when a process exists, and warnings about dates that no evidence on it covers."""

from __future__ import annotations

from collections.abc import Iterable

from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.day_ranges import DayRange, warn_outside_coverage
from migrationgov.model.dataset import Dataset
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.vocabularies import MilestoneKind, ProcessId

#: Milestones from which a process exists; a process that was only conceived does not exist yet.
_FOUNDINGS = (MilestoneKind.ESTABLISHED, MilestoneKind.LAUNCHED)


def opening(process: ConsultativeProcess, facts: Dataset) -> PartialDate | None:
    """Return the date of the first event of a process; None where no event is known."""
    return facts.derived(("opening", process.id), lambda _: first_event(process))


def first_event(process: ConsultativeProcess) -> PartialDate | None:
    """Return the date of the first milestone, meeting or list of a process, if there is one."""
    milestones = [each.date for each in process.milestones]
    return _earliest(*milestones, *_days_of_meetings_and_lists(process))


def _days_of_meetings_and_lists(process: ConsultativeProcess) -> list[PartialDate]:
    days = [each.date for each in process.meetings]
    return days + [each.as_of for each in process.participant_lists]


def _earliest(*dates: PartialDate) -> PartialDate | None:
    return min(dates, key=lambda each: each.first_ordinal, default=None)


def precedes_founding(
    process: ConsultativeProcess, days: tuple[DayRange, ...], facts: Dataset
) -> bool:
    """Whether a process certainly did not exist on the days, so that no party had a role."""
    founded = founding_of(process, facts)
    return founded is not None and all(last < founded.first_ordinal for _, last in days)


def founding_of(process: ConsultativeProcess, facts: Dataset) -> PartialDate | None:
    """
    Return the date from which a process exists; None where its founding is not known for certain.

    An event before the founding counts, too, but a process that was only conceived does not exist.
    A filtered dataset must not be more certain than the full one: the earlier founding counts.
    """
    founded = _founding(process)
    if facts.whole is None or founded is None:
        return founded
    full = founding_of(facts.whole.process(process.id), facts.whole)
    return None if full is None else _earliest(founded, full)


def _founding(process: ConsultativeProcess) -> PartialDate | None:
    foundings = [each.date for each in process.milestones if each.kind in _FOUNDINGS]
    if all(each.uncertain for each in foundings):
        return None
    milestones = [e.date for e in process.milestones if e.kind is not MilestoneKind.CONCEIVED]
    starts = [each.start for each in process.terms if each.start.earliest is not None]
    first = _earliest(*milestones, *starts, *_days_of_meetings_and_lists(process))
    return None if first is None or first.uncertain else first


def warn_outside_process(on: PartialDate, process: ConsultativeProcess, facts: Dataset) -> None:
    """Warn where a process existed, or may have existed, on a date that no evidence covers."""
    first, until = opening(process, facts), process.covered_until
    early = first is not None and on.first_ordinal < first.first_ordinal
    if not early and on.last_ordinal <= until.last_ordinal:
        return  # spares the rest for nearly all queries
    founded = founding_of(process, facts) if early else None
    warn_outside_coverage(on, f"the {process.name}", first, until, founded=founded)


def warn_after_evidence(when: PartialDate, found: Iterable[ProcessId], facts: Dataset) -> None:
    """Warn once, about the given process whose evidence ends first, or about all processes."""
    asked = [facts.process(each) for each in sorted(set(found))]
    if asked:
        first = min(asked, key=lambda each: each.covered_until.last_ordinal)
        warn_outside_coverage(when, f"the {first.name}", None, first.covered_until)
    elif facts.processes:
        ends = (each.covered_until for each in facts.processes)
        warn_outside_coverage(
            when, "any process", None, max(ends, key=lambda end: end.last_ordinal)
        )
