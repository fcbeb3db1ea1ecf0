"""What a reader of a status must know beside it: suspensions, and where sources disagree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.errors import InvalidDateError
from migrationgov.vocabularies import Status, TransitionKind
from migrationgov.words import with_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migrationgov.lookup.day_ranges import DayRange
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.sources import Disagreement
    from migrationgov.model.transitions import Transition
    from migrationgov.timelines.stretches import Stretch


def last_suspension(
    steps: Sequence[Transition], days: tuple[DayRange, ...], *, certain: bool
) -> PartialDate | None:
    """Return the date of the last suspension that certainly, or possibly, began by some days."""
    dates = [each.date for each in steps if each.kind is TransitionKind.SUSPENDED]
    if certain:
        dates = [d for d in dates if d.last_ordinal <= days[0][0] and not d.uncertain]
    began = [each for each in dates if each.first_ordinal <= days[-1][1]]
    return began[-1] if began else None


def open_beside(statuses: Sequence[Status], belonging: str, met: Sequence[Stretch]) -> str:
    """Return in words that a party is no member, and what is open; "" where that may be open."""
    if belonging in statuses or Status.NONE not in statuses:
        return ""
    return f"not a {belonging}{left_open(statuses, met)}"


def left_open(statuses: Sequence[Status], met: Sequence[Stretch]) -> str:
    """Return the end of a sentence: which statuses are open beside none; "" where none is."""
    others = [each for each in statuses if each is not Status.NONE]
    named = any(each.named.intersection(others) for each in met)
    known = "left open by the records" if named else "not recorded"
    return f"; whether {' or '.join(map(with_article, others))} is {known}" if others else ""


def disagreements_near(
    facts: Dataset, institution: str, party: str, days: tuple[DayRange, ...]
) -> list[Disagreement]:
    """
    Return the disagreements about a party in an institution whose rival dates lie around days.

    These are the days from the earliest to the latest of the dates that the sources give.
    """
    own: Any = facts.register if institution in facts.register_ids else facts.process
    found: list[Disagreement] = []
    for each in own(institution).disagreements:
        if each.subject != party:
            continue
        edges = [edge for claim in each.claims for edge in _edges_in(claim.value)]
        if edges and any(min(edges) <= end and start <= max(edges) for start, end in days):
            found.append(each)
    return found


def _edges_in(value: str) -> Iterator[int]:
    """Yield the first and the last day of the date that a claim begins with, where bounded."""
    try:
        when = PartialDate.parse(value.partition(",")[0].partition(" (")[0])
    except InvalidDateError:
        return  # "none", "an observer", a name
    edges = when.first_ordinal, when.last_ordinal
    yield from (each for each in edges if BEFORE_ALL < each < AFTER_ALL)


def disagreement_in_words(each: Disagreement, facts: Dataset) -> str:
    """Return the rival values of a disagreement about a party, and how to see their sources."""
    values = ", ".join(claim.value for claim in each.claims)
    known = facts.state if facts.has_state(each.subject) else facts.organization
    name = known(each.subject).name
    return f"sources disagree about {each.field!r}: {values}; see mg.disagreements({name!r})"
