"""Runs: the days in a row on which a party has one status; and the entries that began them."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.records import ALL_DAYS, entries_of
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


def entry_by(
    facts: Dataset, institution: str, party: str, status: str, day: int
) -> PartialDate | None:
    """
    Return the date of the entry that began the last spell of a status by a day.

    A new basis of a membership, such as a constitution that enters into force, is no new entry.
    """
    lines = timelines_of(facts, institution)
    if lines.has_entry(party):
        found = _start_of_steps(lines, party, status, day)
    else:
        runs = [each.days for each in runs_of_reading(lines.line(party)) if each.status == status]
        days = next((each for each in reversed(runs) if each[0] <= day), ALL_DAYS)
        found = entry_within(facts, institution, party, status, days)
    return found if found is not None and found.first_ordinal <= day else None


def _start_of_steps(
    lines: InstitutionTimelines, party: str, status: str, day: int
) -> PartialDate | None:
    """Return the date of the transition that began the last run of a status by a day."""
    steps = lines.evidence.steps[party]
    dates = (
        as_date(steps[at].date) for own, at, _ in runs_of_steps(lines, party) if own == status
    )
    return next((x for x in reversed([*dates]) if x.first_ordinal <= day), None)
