"""What a reader of a status must know beside it: on which date of it sources disagree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.errors import InvalidDateError

if TYPE_CHECKING:
    from migrationgov.lookup.day_ranges import DayRange
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.sources import Disagreement


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
