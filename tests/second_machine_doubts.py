"""
The part of the second machine that answers about doubted (`?`) transitions of a register.

It tries every world: each doubted transition happened, or did not, and of the others so many that
their dates allow it. A world in which a transition cannot follow is none.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from migrationgov.dates.partial_date import AFTER_ALL
from migrationgov.model.legal_transitions import AT_END_OF_DAY, MEMBERSHIP
from migrationgov.timelines.evidence import Evidence
from migrationgov.vocabularies import Status, TransitionKind
from second_machine_records import SILENT


class Event(NamedTuple):
    """A transition that may tell a status: its kind, the days it may be of, whether it is sure."""

    kind: str
    first: int
    last: int
    sure: bool


def events_of(evidence: Evidence, party: str) -> list[Event]:
    """Return the transitions of a party of a register, bounded by those that surely happened."""
    steps = evidence.steps.get(party, ())
    delays = [step.kind in AT_END_OF_DAY for step in steps]
    firsts = [step.date.first_ordinal + late for step, late in zip(steps, delays, strict=True)]
    lasts = [min(step.date.last_ordinal + late, AFTER_ALL)
             for step, late in zip(steps, delays, strict=True)]  # fmt: skip
    sure = [not step.date.uncertain for step in steps]
    found = []
    for n, step in enumerate(steps):
        before = [firsts[other] for other in range(n) if sure[other]]
        after = [lasts[other] for other in range(n, len(steps)) if sure[other]]
        if step.kind not in SILENT:
            event = Event(
                step.kind, max([firsts[n], *before]), min(after, default=AFTER_ALL), sure[n]
            )
            found.append(event)
    return found


def is_doubted(evidence: Evidence, party: str) -> bool:
    """Whether any transition of a party of a register is doubted."""
    return evidence.register and not all(event.sure for event in events_of(evidence, party))


def statuses_in_worlds(evidence: Evidence, party: str, day: int) -> frozenset[str]:
    """Return the statuses that a party has in some world."""
    events = events_of(evidence, party)
    must = max(
        (n for n, each in enumerate(events, 1) if each.sure and each.last <= day), default=0
    )
    found = set()
    for count in range(must, len(events) + 1):
        happened = events[:count]
        late = [each for each in happened[must:] if each.first > day]
        if any(each.sure for each in late):
            break
        free = [each for each in happened if not each.sure]
        for number in range(len(free) + 1):
            for without in combinations(free, number):
                if all(any(each is other for other in without) for each in late):
                    kept = [e for e in happened if not any(e is other for other in without)]
                    found |= _status_after(kept)
    return frozenset(found)


def _status_after(events: list[Event]) -> set[str]:
    """Return the status after some transitions; nothing where one of them cannot follow."""
    status = Status.NONE
    for event in events:
        if event.kind == "ceded":
            if status is not Status.MEMBER:
                return set()
            status = Status.NONE
            continue
        following = MEMBERSHIP.legal[status].get(TransitionKind(event.kind))
        if following is None:
            return set()
        status = following
    return {str(status)}
