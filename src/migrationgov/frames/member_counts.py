"""How many members and observers an organization or a process had."""

from __future__ import annotations

from migrationgov.dates.partial_date import PartialDate
from migrationgov.frames.coverage import covered_lines
from migrationgov.lookup.day_ranges import day_ranges_of
from migrationgov.model.dataset import Dataset
from migrationgov.timelines.index import Graded

#: The columns of numbers.
NUMBERS = tuple(
    f"{name}{ending}" for name in ("members", "observers") for ending in ("", "_min", "_max")
)


def numbers_on(institution: str, on: PartialDate, facts: Dataset) -> dict[str, int | None]:
    """Return the numbers of states that are members or observers: listed, least and greatest."""
    lines, days = covered_lines(institution, facts, assume=True), day_ranges_of(on)
    numbers: list[int | None] = []
    for status in lines.evidence.rules.statuses[:2]:
        found = lines.timelines.index(status).during(days, "state")
        numbers += _numbers(found, documented=lines.documented(status) <= days[0][0])
    return dict(zip(NUMBERS, numbers, strict=True))


def _numbers(found: Graded, *, documented: bool) -> tuple[int | None, int | None, int | None]:
    """Return three numbers; None where no list speaks yet, and absence is not certain."""
    if not documented and (found.possible or not found.complete):
        return None, None, None
    return len(found.codes), len(found.certain), len(found.codes) + len(found.possible)
