"""
What the transitions of one party say of its statuses.

The transitions of a party happened in the order of the record, whatever their dates leave open.
Each bounds the dates of the others; a doubted date bounds none, and is bounded only by transitions
that give a status. Where no register is complete, an entry says that the party did not have
the status before it, and of other statuses nothing; an exit alone says that the party was a member
before it. There, a doubted transition does not bound what is certain.
"""

from __future__ import annotations

from itertools import accumulate

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.model.legal_transitions import AT_END_OF_DAY
from migrationgov.timelines.claims import ASSOCIATE, MEMBER, OBSERVER, Claim, says
from migrationgov.timelines.rules import NO
from migrationgov.timelines.stretches import NONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from migrationgov.model.legal_transitions import StatusRules
    from migrationgov.timelines.evidence import Step


def least_from(days: list[int]) -> list[int]:
    """Return the earliest of some days from each place on; these are in order."""
    return list(accumulate(reversed(days), min))[::-1]


def step_days(steps: Sequence[Step], floor: int, rules: StatusRules) -> list[tuple[int, int, int]]:
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
    all_lasts = [*least_from(lasts), AFTER_ALL]
    given = [each.kind in rules.giving for each in steps]
    giving = (last if is_given else AFTER_ALL for last, is_given in zip(lasts, given, strict=True))
    giving_lasts = [*least_from([*giving]), AFTER_ALL]
    days: list[tuple[int, int, int]] = []
    for place, step in enumerate(steps):
        first = max(floor, step.date.first_ordinal + delays[place])
        floor = floor if step.date.uncertain else first
        later = giving_lasts if step.date.uncertain else all_lasts
        last = min(lasts[place], later[place + 1])
        days.append((first, last, max(first, min(last, ends[place]))))
    return days


def step_claims(steps: Sequence[Step], rules: StatusRules) -> list[Claim]:
    """Return the claims of the transitions of one party of a process that give a status."""
    statuses = rules.statuses_after([each.kind for each in steps])
    claims: list[Claim] = []
    for place, (first, last, speaks) in enumerate(step_days(steps, BEFORE_ALL, rules)):
        former, status = statuses[place], statuses[place + 1]
        if not tells(steps[place].kind, former, status, rules):
            continue
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
                bounds=not steps[place].date.uncertain,
            )
        )
    return claims


def tells(kind: str, former: str, status: str, rules: StatusRules) -> bool:
    """Return whether a transition tells a status: an application of an observer tells none."""
    alone = rules.status_after(NONE, kind)
    return kind in rules.giving and (former != status or alone in (None, status))


def _says(former: str, status: str) -> tuple[dict[str, int], dict[str, int]]:
    """Return what a transition says where other transitions may be missing from the record."""
    exclusive = (MEMBER, OBSERVER, ASSOCIATE)
    if status == NONE:  # an exit
        return says(former, exclusive), {former: NO}
    before = {status: NO} if former == NONE else says(former, exclusive)
    return before, says(status, exclusive)
