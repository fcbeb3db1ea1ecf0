"""The steps of two registers as one: same, less exact, more exact, new, or conflicts."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from migrationgov.datasets.merge.conflicts import Conflicts
from migrationgov.datasets.merge.records import all_items
from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.sources import Citation, Claim
from migrationgov.model.status_timeline import IllegalStepError, Step, fold
from migrationgov.model.transitions import Transition
from migrationgov.vocabularies import Basis, Status, TransitionKind

Steps = list[Transition]


def merge_transitions(
    ours: Iterable[Transition], theirs: Iterable[Transition], place: str, conflicts: Conflicts
) -> tuple[Transition, ...]:
    """Return the steps of both, by party and in order."""
    made: dict[str, Steps] = {}
    for step in ours:
        made.setdefault(step.party, []).append(step)
    for step in theirs:
        made[step.party] = _with(made.get(step.party, []), step, place, conflicts)
    kept = [its for its in made.values() if its]
    kept.sort(key=lambda its: (bool(its[0].organization), its[0].party))
    return tuple(step for its in kept for step in its)


def _with(steps: Steps, new: Transition, place: str, conflicts: Conflicts) -> Steps:
    """Return the steps of one party with one more heard."""
    same = [n for n, step in enumerate(steps) if step.kind is new.kind]
    for n in same:
        one = _as_one(steps[n], new)
        if one is not None:
            return [*steps[:n], one, *steps[n + 1 :]]
    at = sum(_comes_before(step, new) for step in steps)
    longer = [*steps[:at], new, *steps[at:]]
    if _legal(longer):
        return longer
    if not same:
        kinds = ", ".join(step.kind for step in steps) or "nothing"
        said = f"{new.kind} {new.date} fits nowhere among the steps told: {kinds}"
        conflicts.refuse(place, f"{new.party}: {said}")
        return steps
    nearest = min(same, key=lambda n: abs(_middle(steps[n].date) - _middle(new.date)))
    old = steps[nearest]
    about = new.party, new.institution, new.kind.value
    conflicts.add(place, about, _claim(old), _claim(new))
    return steps


def _claim(step: Transition) -> Claim:
    return Claim(value=str(step.date), citations=step.citations)


def _as_one(old: Transition, new: Transition) -> Transition | None:
    """Return one step for two that tell the same one, with the more exact date; else None."""
    if (old.predecessor, old.date) == (new.predecessor, new.date):
        both = all_items(old.citations, new.citations)
        return evolve(old, citations=both, note=old.note or new.note)
    if old.predecessor != new.predecessor or old.date.uncertain or new.date.uncertain:
        return None
    if _within(old.date, new.date):
        return evolve(old, citations=all_items(old.citations, _giving(new.citations, new.date)))
    if _within(new.date, old.date) and new.basis is Basis.STATED:
        both = all_items(new.citations, _giving(old.citations, old.date))
        # What was noted of the old date need not be true of the new one.
        return evolve(old, date=new.date, basis=new.basis, citations=both, note=new.note)
    return None


def _within(inner: PartialDate, outer: PartialDate) -> bool:
    return outer.first_ordinal <= inner.first_ordinal and inner.last_ordinal <= outer.last_ordinal


def _giving(citations: tuple[Citation, ...], date: PartialDate) -> tuple[Citation, ...]:
    """Return citations that say which date they give, since another one is used."""
    return tuple(each if each.differs else evolve(each, gives=date) for each in citations)


def _comes_before(step: Transition, new: Transition) -> bool:
    ends = (date.last_ordinal for date in (step.date, new.date))
    first, last = step.date.first_ordinal, new.date.first_ordinal
    return (first, *ends) <= (last, *reversed([step.date.last_ordinal, new.date.last_ordinal]))


def _legal(steps: Steps) -> bool:
    """Tell whether the steps may follow each other, in this order and by their dates."""
    try:
        statuses = fold(step.kind for step in steps)
    except IllegalStepError:
        return False
    opened: TransitionKind | None = None
    for before, step in zip(statuses, steps, strict=False):
        again = step.kind is TransitionKind.JOINED and before is Status.MEMBER
        if again and opened is not TransitionKind.SEATED:
            return False
        if before is not Status.MEMBER or again:
            opened = step.kind
    dated = [Step(step.kind, step.date) for step in steps]
    return all(
        earlier.first <= later.sure
        for place, later in enumerate(dated)
        for earlier in dated[:place]
    )


def _middle(date: PartialDate) -> int:
    return (date.first_ordinal + min(date.last_ordinal, 4 * 10**6)) // 2
