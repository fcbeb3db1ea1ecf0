"""The predecessors of a state on the days before it existed."""

from __future__ import annotations

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migrationgov.model.dataset import Dataset

    #: Days, and the states that were predecessors on them.
    Before = tuple[int, int, tuple[str, ...]]

_ALWAYS = BEFORE_ALL, AFTER_ALL


def life_of(state: str, facts: Dataset) -> tuple[int, int]:
    """Return the first and the last day of a state."""
    return facts.state_lives().get(state, _ALWAYS)


def predecessors_on(state: str, first: int, last: int, facts: Dataset) -> Iterator[Before]:
    """Yield the predecessors of a state on the days before it existed, from first to last."""
    before = [each for each in facts.state(state).predecessors if facts.has_state(each)]
    lives = [life_of(each, facts) for each in before]
    edges = {day for born, gone in lives for day in (born, gone + 1) if first < day <= last}
    starts = sorted({first, *edges}) if first <= last else []
    for begin, end in zip(starts, [*(day - 1 for day in starts[1:]), last], strict=False):
        pairs = zip(before, lives, strict=True)
        there = tuple(each for each, (born, gone) in pairs if born <= begin <= gone)
        if not there and len(before) == 1 and lives[0][0] < life_of(state, facts)[0]:
            yield from predecessors_on(before[0], begin, end, facts)
        else:
            yield begin, end, there


def named(states: Iterable[str], facts: Dataset) -> str:
    """Return states by id and name, for a message."""
    return ", ".join(
        f"{each} ({facts.state(each).name})" if facts.has_state(each) else each for each in states
    )
