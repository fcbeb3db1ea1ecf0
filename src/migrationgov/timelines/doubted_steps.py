"""
What the transitions of one party lead to where some of them are doubted (`?`).

A doubted transition may come later than its date, or never. So each counts as happened and as not
happened, until a transition follows that leads to one status either way. "attended" leads to none.
An application leads from observer to observer, and from none to applicant. They settle nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeVar

    from migrationgov.timelines.evidence import Step

    State = TypeVar("State")


def doubts(steps: Sequence[Step]) -> tuple[bool, ...]:
    """Return of each transition whether it is doubted; () if none is."""
    found = tuple([each.date.uncertain for each in steps])
    return found if True in found else ()


def reached(
    days: Sequence[tuple[int, int, int]],
    doubted: Sequence[bool],
    on: tuple[int, int],
    before: State,
    after: Callable[[State, int], State | None],
) -> set[State]:
    """
    Return what the transitions may have led to on some day of two.

    Args:
        days: The first and the last day of each transition.
        doubted: Whether each is doubted.
        on: The first and the last day.
        before: What was before the first transition.
        after: Returns what a transition, by its place, leads to; None where it cannot follow.
    """
    both = list(zip(days, doubted, strict=True))
    least = max((n for n, (day, doubt) in enumerate(both, 1) if day[1] <= on[0] and not doubt),
                default=0)  # fmt: skip
    states = {before}
    found = set() if least else {before}
    for place, (day, doubt) in enumerate(both):
        if day[0] > on[1] and place >= least:
            if doubt:
                continue
            break
        following = {each for state in states if (each := after(state, place)) is not None}
        states = states | following if doubt else following
        found |= states if place + 1 >= least else set()
    return found
