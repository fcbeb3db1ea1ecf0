"""The first and the last day of each state that has not existed always."""

from __future__ import annotations

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrationgov.model.states import State

    Lives = dict[str, tuple[int, int]]
    #: A state, its standing, and its first and last day as far as they are recorded.
    Outline = tuple[str, str, PartialDate | None, PartialDate | None]


def outlines_of(states: Iterable[State]) -> list[Outline]:
    """Return the outlines of states."""
    return [(each.id, each.standing, each.start, each.end) for each in states]


def outlines_of_rows(rows: Iterable[dict[str, str]]) -> list[Outline]:
    """Return the outlines of states from their rows, without their records."""
    return [
        (row["id"], row["standing"], _date(row.get("start")), _date(row.get("end")))
        for row in rows
    ]


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def lives_of(states: Iterable[Outline]) -> Lives:
    """Return the days of states; a doubted date limits nothing."""
    return {
        state: (
            BEFORE_ALL if start is None or start.uncertain else start.first_ordinal,
            AFTER_ALL if end is None or end.uncertain else end.last_ordinal,
        )
        for state, _, start, end in states
        if start or end
    }


def former_states(states: Iterable[Outline]) -> frozenset[str]:
    """Return the states that ended, without what was a part of another state."""
    return frozenset(
        state for state, standing, _, end in states if end and " part of " not in standing
    )
