"""The merge of the transitions of two registers."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from migrationgov.datasets.merge.conflicts import Conflicts
from migrationgov.datasets.merge.records import all_items
from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.legal_transitions import IllegalTransitionError, rules_of
from migrationgov.model.sources import Citation, Claim
from migrationgov.model.transitions import Transition
from migrationgov.validation.registers import places_out_of_order, second_joinings
from migrationgov.vocabularies import Basis, RegisterKind, Status

Transitions = list[Transition]


def merge_transitions(
    first: Iterable[Transition],
    second: Iterable[Transition],
    place: str,
    conflicts: Conflicts,
    before: tuple[Status, ...] = (Status.NONE,),
    kind: str = RegisterKind.MEMBERSHIP,
) -> tuple[Transition, ...]:
    """
    Return the transitions of both, by party and in order.

    Args:
        first: The transitions that are kept.
        second: The transitions to add.
        place: The file, for messages.
        conflicts: The conflicts so far.
        before: The statuses that a party may have before its first transition.
        kind: The kind of register.
    """
    made: dict[str, Transitions] = {}
    for each in first:
        made.setdefault(each.party, []).append(each)
    for each in second:
        known = made.get(each.party, [])
        made[each.party] = _with(known, each, before, kind) or _refused(
            known, each, place, conflicts
        )
    found = (each for listed in made.values() for each in listed)
    return tuple(sorted(found, key=lambda each: (bool(each.organization), each.party)))


def _with(
    known: Transitions, new: Transition, before: tuple[Status, ...], kind: str
) -> Transitions | None:
    """Return the transitions of one party with a new one; None where it has no place."""
    for n, each in enumerate(known):
        one = _as_one(each, new) if each.kind is new.kind else None
        if one is not None:
            return [*known[:n], one, *known[n + 1 :]]
    at = sum(_comes_before(each, new) for each in known)
    longer = [*known[:at], new, *known[at:]]
    return longer if any(_is_legal(longer, status, kind) for status in before) else None


def _refused(known: Transitions, new: Transition, place: str, conflicts: Conflicts) -> Transitions:
    """Record or report a transition that has no place; return the transitions without it."""
    alike = [each for each in known if each.kind is new.kind]
    if not alike:
        kinds = ", ".join(each.kind for each in known) or "none"
        message = f"{new.kind} {new.date} has no place among the transitions on record: {kinds}"
        conflicts.refuse(place, f"{new.party}: {message}")
        return known
    old = min(alike, key=lambda each: abs(_middle(each.date) - _middle(new.date)))
    about = new.party, new.institution, new.kind.value
    conflicts.add(place, about, _claim(old), _claim(new))
    return known


def _claim(transition: Transition) -> Claim:
    return Claim(value=str(transition.date), citations=transition.citations)


def _as_one(old: Transition, new: Transition) -> Transition | None:
    """Return one transition, with the more exact date, for two of one event; else None."""
    if (old.predecessor, old.date) == (new.predecessor, new.date):
        both = all_items(old.citations, new.citations)
        return evolve(old, citations=both, note=old.note or new.note)
    if old.predecessor != new.predecessor or old.date.uncertain or new.date.uncertain:
        return None
    if _within(old.date, new.date):
        return evolve(old, citations=all_items(old.citations, _giving(new.citations, new.date)))
    if _within(new.date, old.date) and new.basis is Basis.STATED:
        both = all_items(new.citations, _giving(old.citations, old.date))
        # A note on the old date need not be true of the new one.
        return evolve(old, date=new.date, basis=new.basis, citations=both, note=new.note)
    return None


def _within(inner: PartialDate, outer: PartialDate) -> bool:
    return outer.first_ordinal <= inner.first_ordinal and inner.last_ordinal <= outer.last_ordinal


def _giving(citations: tuple[Citation, ...], date: PartialDate) -> tuple[Citation, ...]:
    """Return citations that state the date that they give, as another date is used."""
    return tuple(each if each.differs else evolve(each, gives=date) for each in citations)


def _comes_before(known: Transition, new: Transition) -> bool:
    first, last = known.date.first_ordinal, known.date.last_ordinal
    other_first, other_last = new.date.first_ordinal, new.date.last_ordinal
    return (first, last, other_last) <= (other_first, other_last, last)


def _is_legal(transitions: Transitions, before: Status, kind: str) -> bool:
    """Return whether the transitions may follow a status, in this order and by their dates."""
    kinds = [each.kind for each in transitions]
    try:
        statuses = rules_of(kind).fold(kinds, before)
    except IllegalTransitionError:
        return False
    return not [*second_joinings(kinds, statuses), *places_out_of_order(transitions)]


def _middle(date: PartialDate) -> int:
    return (date.first_ordinal + min(date.last_ordinal, 4 * 10**6)) // 2
