"""The timelines of an institution as tables read them, within the days that its sources cover."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from datetime import date

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.errors import CoverageWarning
from migrationgov.lookup.day_ranges import caller_stack_level
from migrationgov.model.dataset import Dataset
from migrationgov.timelines.evidence import Evidence
from migrationgov.timelines.gather import timelines_since_founding
from migrationgov.timelines.process_evidence import first_event
from migrationgov.timelines.stretches import NONE, Stretch, Timeline, timeline
from migrationgov.words import count

_MOST_NAMED = 5


class CoveredLines:
    """
    The timelines of one institution.

    On days that no source covers nothing is certain, unless it is assumed that nothing changed. A
    reading goes on, and what was certain on the last day is listed from then on.

    Attributes:
        timelines: The timelines.
        evidence: The evidence of which they are made.
        parties: The parties that a record names.
        carried_on: The id of the institution, and the last day that its sources cover.
        assumed: The same, for columns of what is certain; None unless it is assumed.
    """

    def __init__(self, institution: str, facts: Dataset, *, assume: bool, clock: str = "") -> None:
        self.timelines = timelines_since_founding(facts, institution, clock)
        self.evidence = self.timelines.evidence
        self.parties = frozenset(self.timelines.parties)
        self._covered = covered_days(institution, facts)
        self.carried_on = institution, self._covered[1]
        self.assumed = self.carried_on if assume else None
        self._limited: dict[int, Timeline] = {}

    def line(self, party: str, role: str = "") -> Timeline:
        """Return the timeline of a party; parties with equal timelines share one."""
        role = role or self.timelines.belonging
        line = self.timelines.line(party, role)
        if self.assumed:
            return line
        found = self._limited.get(id(line))
        if found is None:
            statuses = frozenset({*self.timelines.statuses(role), NONE})
            found = self._limited[id(line)] = self._limit(line, statuses)
        return found

    def documented(self, status: str) -> int:
        """Return the first day on which a list, also carried back, names a state in a status."""
        index = self.timelines.index(status)
        days = (BEFORE_ALL, *index.days)
        return next((day for day in days if index.on(day, "state").codes), AFTER_ALL)

    def _limit(self, line: Timeline, statuses: frozenset[str]) -> Timeline:
        begin = self.evidence.exists_from
        first, last = self._covered

        def on(day: int) -> Stretch:
            found = line.on(day)
            if day < begin or first <= day <= last:
                return found
            return _uncovered(found, statuses, later=day > last)

        days = sorted({*line.days, begin, first, last + 1} - {BEFORE_ALL})
        return timeline(((day, on(day)) for day in days), on(BEFORE_ALL))


def warn_of_later_rows(rows: int, covered: Iterable[tuple[str, int]], undated: int = 0) -> None:
    """
    Warn once that rows are later than what is known; *covered* names the last days.

    Of these rows *undated* are in the year 9999, which stands for no date.
    """
    if not rows:
        return
    by_day = sorted({(day, what) for what, day in covered})
    known = [f"{what} ({date.fromordinal(day)})" for day, what in by_day[:_MOST_NAMED]]
    named = ", ".join([*known, *(["..."] if len(by_day) > _MOST_NAMED else [])])
    have = count(rows, "row", "has a date", "have dates")
    assumed = "the answers assume that nothing changed since"
    if undated:
        each = "1 of them" if undated == 1 else f"{undated} of them"
        about = f"{each} in the year 9999, which stands for no date: the answer is about any day"
        assumed = about if undated == rows else f"{assumed}, but {about}"
    warnings.warn(
        f"{have} after what is known of {named}; {assumed}",
        CoverageWarning,
        stacklevel=caller_stack_level(),
    )


def _uncovered(found: Stretch, statuses: frozenset[str], *, later: bool) -> Stretch:
    """Return what is left where anything may have changed; what was certain is listed later."""
    certain = next(iter(found.possible)) if later and len(found.possible) == 1 else None
    return Stretch(statuses, certain or found.listed, found.named, found.since, found.by)


def covered_lines(
    institution: str, facts: Dataset, *, assume: bool, clock: str = ""
) -> CoveredLines:
    """Return the timelines of an institution for tables; the dataset keeps them."""
    key = "covered lines", institution, assume, clock
    return facts.derived(
        key, lambda _: CoveredLines(institution, facts, assume=assume, clock=clock)
    )


def covered_days(institution: str, facts: Dataset) -> tuple[int, int]:
    """Return the first and the last day that the sources of an institution cover."""
    if institution in facts.register_ids:
        register = facts.register(institution)
        return register.covered_from.first_ordinal, register.covered_until.last_ordinal
    process = facts.process(institution)
    event = first_event(process)
    first = BEFORE_ALL if event is None else event.first_ordinal
    return first, process.covered_until.last_ordinal


def begin_of(here: Evidence, facts: Dataset) -> int:
    """Return the first day of an institution; of a process without a founding, of an event."""
    if here.exists_from or here.institution in facts.register_ids:
        return here.exists_from or here.covered[0]
    event = first_event(facts.process(here.institution))
    return AFTER_ALL if event is None else event.last_ordinal
