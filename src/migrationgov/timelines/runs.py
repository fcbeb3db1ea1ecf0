"""Runs: the days in a row on which a party has one status; and the entries that began them."""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import NamedTuple

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.model.field_metadata import date_of
from migrationgov.model.legal_transitions import AT_END_OF_DAY
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.records import ALL_DAYS, entries_of, record_of
from migrationgov.timelines.stretches import NONE, Stretch
from migrationgov.timelines.treaty_evidence import as_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.lookup.day_ranges import DayRange
    from migrationgov.model.dataset import Dataset
    from migrationgov.timelines.institution import InstitutionTimelines
    from migrationgov.timelines.stretches import Timeline


class Run(NamedTuple):
    """
    Stretches in a row with one status by the best reading.

    Attributes:
        status: The status; it may be none.
        stretches: The stretches, each with a record.
        days: From its first day to the day before the next run: records of these days are about
            it. The first run of a status takes all before it.
    """

    status: str
    stretches: list[Stretch]
    days: DayRange


def runs_of_reading(line: Timeline) -> list[Run]:
    """Return the runs of a timeline, from the first to the last."""
    read = [
        (each, first)
        for each, first in zip(line.stretches, (BEFORE_ALL, *line.days), strict=True)
        if each.listed is not None and each.by is not None
    ]
    groups = [(s, [*its]) for s, its in groupby(read, key=lambda each: str(each[0].listed))]
    ends = *(its[0][1] - 1 for _, its in groups[1:]), AFTER_ALL
    made: list[Run] = []
    for (status, its), last in zip(groups, ends, strict=False):  # there may be none
        again = any(each.status == status for each in made)
        days = its[0][1] if again else BEFORE_ALL, last
        made.append(Run(status, [each[0] for each in its], days))
    return made


def runs_of_steps(lines: InstitutionTimelines, party: str) -> Iterator[tuple[str, int, int]]:
    """
    Yield each status to which the transitions of a party of a register lead, with two places.

    The place of the transition that begins it, and that after the transition which ends it; where
    none does, it lies beyond them all.
    """
    rules, steps = lines.evidence.rules, lines.evidence.steps[party]
    statuses = rules.statuses_after([each.kind for each in steps])
    opened = 0
    for place in range(1, len(statuses) + 1):
        if place < len(statuses) and statuses[place] == statuses[opened]:
            continue
        if statuses[opened] != NONE:
            yield statuses[opened], max(opened - 1, 0), place
        opened = place


def entry_within(
    facts: Dataset, institution: str, party: str, status: str, days: DayRange
) -> PartialDate | None:
    """Return the date of the first entry into a status on days, or of the founding with it."""
    return next(iter(entries_of(facts, institution, party, status, days)), None)


class Begun(NamedTuple):
    """
    A spell of a status that has begun.

    Attributes:
        day: The first day on which it may have begun.
        entry: The date of the entry that began it; None where none is on record.
        until: The last day that it may cover.
    """

    day: int
    entry: PartialDate | None
    until: int


def entry_by(
    facts: Dataset, institution: str, party: str, status: str, days: DayRange
) -> PartialDate | None:
    """
    Return the date of the entry that began the last spell of a status by the end of days.

    None where that spell certainly ended before them: who may have come back has another entry.
    A new basis of a membership, such as a constitution that enters into force, is no new entry.
    """
    by_steps = timelines_of(facts, institution).has_entry(party)
    begun = _begun_by_steps if by_steps else _begun_by_reading
    first, last = days
    found = [each for each in begun(facts, institution, party, status) if each.day <= last]
    if not found or found[-1].until < first:
        return None
    entry = found[-1].entry
    return entry if entry is not None and entry.first_ordinal <= last else None


def _begun_by_steps(facts: Dataset, institution: str, party: str, status: str) -> Iterator[Begun]:
    """Yield the spells of a status to which the transitions of a party of a register lead."""
    lines = timelines_of(facts, institution)
    steps = lines.evidence.steps[party]
    for own, at, place in runs_of_steps(lines, party):
        if own == status:
            entry = as_date(steps[at].date)
            ended = steps[place - 1] if place <= len(steps) else None
            until = _last_day(as_date(ended.date), ended.kind) if ended else AFTER_ALL
            yield Begun(entry.first_ordinal, entry, until)


def _begun_by_reading(
    facts: Dataset, institution: str, party: str, status: str
) -> Iterator[Begun]:
    """Yield the spells of a status by the best reading; where it has none, one of all days."""
    runs = runs_of_reading(timelines_of(facts, institution).line(party))
    if all(each.status != status for each in runs):
        yield Begun(
            BEFORE_ALL, entry_within(facts, institution, party, status, ALL_DAYS), AFTER_ALL
        )
    for run, after in zip_longest(runs, runs[1:]):
        if run.status == status:
            entry = entry_within(facts, institution, party, status, run.days)
            key = after.stretches[0].by if after else None
            ended = record_of(facts, institution, party, key) if key else None
            until = _last_day(date_of(ended), getattr(ended, "kind", "")) if ended else AFTER_ALL
            yield Begun(run.days[0], entry, until)


def _last_day(ended: PartialDate, kind: str) -> int:
    """Return the last day that a spell may cover, by the date and the kind of what ended it."""
    if ended.uncertain:
        return AFTER_ALL
    return ended.last_ordinal - (kind not in AT_END_OF_DAY)
