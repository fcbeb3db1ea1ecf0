"""
Whether a member may be suspended on some days.

A suspension begins on its day. It lasts until the resumption, on whose day it may last or be over,
or until the membership ends. A doubted transition counts as happened and as not happened.
"""

from __future__ import annotations

from migrationgov.dates.partial_date import AFTER_ALL
from migrationgov.timelines.doubted_steps import doubts, reached
from migrationgov.timelines.transition_claims import step_days
from migrationgov.vocabularies import TransitionKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.timelines.evidence import Evidence
    from migrationgov.timelines.stretches import DayRanges

#: After these a suspension is over, or there is nothing to suspend.
_OVER = (
    TransitionKind.RESUMED, TransitionKind.JOINED, TransitionKind.SUCCEEDED,
    TransitionKind.WITHDREW, TransitionKind.LAPSED,
)  # fmt: skip


def suspended(party: str, here: Evidence, ranges: DayRanges) -> set[bool]:
    """Return what a party may be on some day of the ranges: suspended, not, or both."""
    steps = here.steps.get(party, ())
    kinds = [each.kind for each in steps]
    if TransitionKind.SUSPENDED not in kinds:
        return {False}
    days = [
        (first, min(last + (kind == TransitionKind.RESUMED), AFTER_ALL), speaks)
        for kind, (first, last, speaks) in zip(
            kinds, step_days(steps, here.exists_from, here.rules), strict=True
        )
    ]
    doubted = doubts(steps) or [False] * len(steps)

    def after(state: bool, place: int) -> bool:  # noqa: FBT001 -- what `reached` asks for
        return kinds[place] == TransitionKind.SUSPENDED or (state and kinds[place] not in _OVER)

    return {
        found
        for each in ranges
        for found in reached(days, doubted, each, before=False, after=after)
    }
