"""The warning where a question names a state before it existed, as tables warn, too."""

from __future__ import annotations

import warnings
from datetime import date

from migrationgov.errors import UnmatchedWarning
from migrationgov.lookup.day_ranges import caller_stack_level, stands_for_none
from migrationgov.lookup.predecessors import life_of, named, predecessors_on
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.stretches import NONE
from migrationgov.vocabularies import Status

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.lookup.day_ranges import DayRange
    from migrationgov.model.dataset import Dataset
    from migrationgov.timelines.institution import InstitutionTimelines
    from migrationgov.timelines.stretches import Stretch


def warn_before_start(
    party: str,
    when: PartialDate,
    days: tuple[DayRange, ...],
    lines: InstitutionTimelines,
    facts: Dataset,
    *,
    about: str = "",
) -> None:
    """Warn where records give a predecessor another status, of all or of one, before a start."""
    for first, last, others in _before(party, when, days, facts):
        own = _statuses(lines.line(party).during(((first, last),)), about)
        for each in others:
            met = lines.line(each).during(((first, last),))
            its = _statuses(met, about)
            if its and its != own:
                had = "had" if all(len(one.possible) == 1 for one in met) else "may have had"
                there = f"{had} the status {' or '.join(its)} in {lines.evidence.institution}"
                then = f"{named((each,), facts)} {there}; ask about {each!r} for its answer"
                _warn(party, when, then, facts)


def warn_of_ties_before(
    party: str,
    when: PartialDate,
    days: tuple[DayRange, ...],
    facts: Dataset,
    *,
    ask: str = "profile_of({}, ...)",
    among: Sequence[str] | None = None,
) -> None:
    """
    Warn where a state had a predecessor on days before it existed: that has ties, too.

    `ask` is the question to ask about the predecessor, with its place in it. With `among`, only a
    predecessor with a status in one of these institutions is named.
    """
    before = dict.fromkeys(
        each
        for first, last, others in _before(party, when, days, facts)
        for each in others
        if among is None or _has_tie(each, (first, last), among, facts)
    )
    if before:
        asked = ", ".join(ask.format(repr(each)) for each in before)
        _warn(party, when, f"{named(before, facts)} was there; ask {asked} for its ties", facts)


def _has_tie(party: str, days: DayRange, among: Sequence[str], facts: Dataset) -> bool:
    """Return whether records give a party a status in one of some institutions on days."""
    return any(
        _statuses(timelines_of(facts, each).line(party).during((days,)), "") for each in among
    )


def _before(
    party: str, when: PartialDate, days: tuple[DayRange, ...], facts: Dataset
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the days of a date before a state existed, with its predecessors; none of a doubt."""
    born = life_of(party, facts)[0]
    if days[0][0] >= born or when.uncertain or stands_for_none(when):
        return
    for first, last in days:
        yield from predecessors_on(party, first, min(last, born - 1), facts)


def _statuses(met: Sequence[Stretch], about: str) -> list[str]:
    """Return the statuses that records give a party on days: no bare possibility."""
    return [
        status.value
        for status in Status
        if about in ("", status) and any(_gives(each, status.value) for each in met)
    ]


def _gives(each: Stretch, status: str) -> bool:
    if status == NONE or status not in each.possible:
        return False
    return len(each.possible) == 1 or status in each.named


def _warn(party: str, when: PartialDate, then: str, facts: Dataset) -> None:
    born = date.fromordinal(life_of(party, facts)[0])
    warnings.warn(
        f"{facts.state(party).name} did not exist before {born}: on {when} the predecessor {then}",
        UnmatchedWarning,
        stacklevel=caller_stack_level(),
    )
