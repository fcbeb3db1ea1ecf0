"""
What the transitions of one party say of its statuses.

The transitions of a party happened in the order of the record, whatever their dates leave open.
Each bounds the dates of the others; a doubted date is bounded only by transitions that give a
status. Where no register is complete, an entry says that the party did not have the status before
it, and of other statuses nothing; an exit alone says that the party was a member before it.
"""

from __future__ import annotations

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.model.legal_transitions import AT_END_OF_DAY, SEAT_TRANSFERRED, status_after
from migrationgov.timelines.claims import MEMBER, OBSERVER, Claim, says
from migrationgov.timelines.rules import NO
from migrationgov.timelines.stretches import NONE
from migrationgov.vocabularies import TransitionKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from migrationgov.timelines.evidence import Step

#: The kinds of transition that say which status a party has; the others say nothing.
_GIVING = frozenset(
    {
        SEAT_TRANSFERRED,
        TransitionKind.APPLIED.value,
        TransitionKind.ADMITTED.value,
        TransitionKind.SEATED.value,
        TransitionKind.JOINED.value,
        TransitionKind.SUCCEEDED.value,
        TransitionKind.BECAME_OBSERVER.value,
        TransitionKind.CEASED_OBSERVER.value,
        TransitionKind.NOTIFIED_WITHDRAWAL.value,
        TransitionKind.WITHDREW.value,
        TransitionKind.LAPSED.value,
    }
)


def statuses_after(kinds: Sequence[str]) -> list[str]:
    """Return the status before the first transition and after each; a lone exit presumes one."""
    found: list[str] = [NONE]
    for kind in kinds:
        following = status_after(found[-1], kind)
        if following is None and found[-1] == NONE:
            found[-1] = MEMBER if status_after(MEMBER, kind) else OBSERVER
            following = status_after(found[-1], kind)
        found.append(following or status_after(NONE, kind) or NONE)
    return found


def step_days(steps: Sequence[Step], floor: int) -> list[tuple[int, int, int]]:
    """
    Return the first and the last day of each transition, and the day from which it speaks.

    It speaks from the latest day of its date, what `~` adds included; `?` is left aside there.
    """
    delays = [1 if each.kind in AT_END_OF_DAY else 0 for each in steps]
    ends = [
        min(each.date.last_ordinal + delay, AFTER_ALL)
        for each, delay in zip(steps, delays, strict=True)
    ]
    lasts = [
        AFTER_ALL if each.date.uncertain else end for each, end in zip(steps, ends, strict=True)
    ]
    days: list[tuple[int, int, int]] = []
    for place, step in enumerate(steps):
        floor = max(floor, step.date.first_ordinal + delays[place])
        later = (
            lasts[other]
            for other in range(place + 1, len(steps))
            if not step.date.uncertain or steps[other].kind in _GIVING
        )
        last = min(lasts[place], min(later, default=AFTER_ALL))
        days.append((floor, last, max(floor, min(last, ends[place]))))
    return days


def gives_status(kind: str) -> bool:
    """Return whether a transition of a kind says which status a party has."""
    return kind in _GIVING


def step_claims(steps: Sequence[Step]) -> list[Claim]:
    """Return the claims of the transitions of one party of a process that give a status."""
    statuses = statuses_after([each.kind for each in steps])
    claims: list[Claim] = []
    for place, (first, last, speaks) in enumerate(step_days(steps, BEFORE_ALL)):
        if not gives_status(steps[place].kind):
            continue
        former, status = statuses[place], statuses[place + 1]
        before, following = _says(former, status)
        claims.append(
            Claim(
                first,
                last,
                before=before,
                after=following,
                speaks=(speaks, speaks),
                lists=status,
                key=("step", place),
                order=place,
            )
        )
    return claims


def _says(former: str, status: str) -> tuple[dict[str, int], dict[str, int]]:
    """Return what a transition says where other transitions may be missing from the record."""
    exclusive = (MEMBER, OBSERVER)
    if status == NONE:  # an exit
        return says(former, exclusive), {former: NO}
    before = {status: NO} if former == NONE else says(former, exclusive)
    return before, says(status, exclusive)
