"""The first and the last day of each state that has not existed always."""

from __future__ import annotations

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrationgov.model.states import State

    Lives = dict[str, tuple[int, int]]


def lives_of(states: Iterable[State]) -> Lives:
    """Return the first and the last day of states."""
    return _lives((each.id, each.start, each.end) for each in states)


def lives_of_rows(rows: Iterable[dict[str, str]]) -> Lives:
    """Return the first and the last day of states from their rows, without their records."""
    return _lives((row["id"], _date(row.get("start")), _date(row.get("end"))) for row in rows)


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _lives(dated: Iterable[tuple[str, PartialDate | None, PartialDate | None]]) -> Lives:
    """Return the days; a doubted date limits nothing."""
    return {
        state: (
            BEFORE_ALL if start is None or start.uncertain else start.first_ordinal,
            AFTER_ALL if end is None or end.uncertain else end.last_ordinal,
        )
        for state, start, end in dated
        if start or end
    }
