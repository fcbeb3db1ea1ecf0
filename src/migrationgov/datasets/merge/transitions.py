"""The merge of the transitions of two registers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from attrs import evolve

from migrationgov.datasets.merge.conflicts import Conflicts
from migrationgov.datasets.merge.order import in_order, reason
from migrationgov.datasets.merge.records import all_items
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.day_ranges import DayRange, stated_ranges_of
from migrationgov.model.legal_transitions import IllegalTransitionError, rules_of
from migrationgov.model.sources import Claim
from migrationgov.model.transitions import Transition
from migrationgov.validation.registers import places_out_of_order, second_joinings
from migrationgov.vocabularies import RegisterKind, Status

Transitions = list[Transition]
#: Whether transitions of one party are legal in their order.
Fits = Callable[[Transitions], bool]
#: Transitions, and the place after the one that was added last.
Placed = tuple[Transitions, int]

_FITS = "The other value does not fit the other transitions on record."


def merge_transitions(
    one: Iterable[Transition],
    other: Iterable[Transition],
    place: str,
    conflicts: Conflicts,
    before: tuple[Status, ...] = (Status.NONE,),
    kind: str = RegisterKind.MEMBERSHIP,
) -> tuple[Transition, ...]:
    """
    Return the transitions of both, by party and in order.

    Args:
        one: The transitions of one register.
        other: The transitions of the other.
        place: The file, for messages.
        conflicts: The conflicts so far.
        before: The statuses that a party may have before its first transition.
        kind: The kind of register.
    """
    groups = _own(one), _own(other)
    fits = partial(_is_legal, before=before, kind=kind)
    found: Transitions = []
    for party in sorted({*groups[0], *groups[1]}):
        first, second = (group.get(party, ()) for group in groups)
        found += _of_party(first, second, place, conflicts, fits)
    return tuple(sorted(found, key=lambda each: (bool(each.organization), each.party)))


def _own(transitions: Iterable[Transition]) -> dict[str, tuple[Transition, ...]]:
    made: dict[str, Transitions] = {}
    for each in transitions:
        made.setdefault(each.party, []).append(each)
    return {party: tuple(listed) for party, listed in made.items()}


def _of_party(
    one: tuple[Transition, ...],
    other: tuple[Transition, ...],
    place: str,
    conflicts: Conflicts,
    fits: Fits,
) -> Transitions:
    """Return the transitions of a party in both registers, those of each in their order."""
    both = [list(each) for each in in_order(one, other)]
    if one == other:
        return both[0]
    known = next(filter(fits, both), [])
    for added in (each for each in both if each is not known):
        at = 0
        for each in added:
            placed = _with(known, each, at, fits)
            known, at = placed or _refused(known, each, at, place, conflicts, fits)
    return known


def _with(known: Transitions, new: Transition, at: int, fits: Fits) -> Placed | None:
    """Return transitions with a new one, not before a place; None where it has no place."""
    for n, each in enumerate(known[at:], at):
        one = _as_one(each, new) if each.kind is new.kind else None
        if one is not None:
            return [*known[:n], one, *known[n + 1 :]], n + 1
    later = (n for n, each in enumerate(known[at:], at) if not _comes_before(each, new))
    n = next(later, len(known))
    longer = [*known[:n], new, *known[n:]]
    return (longer, n + 1) if fits(longer) else None


def _refused(
    known: Transitions, new: Transition, at: int, place: str, conflicts: Conflicts, fits: Fits
) -> Placed:
    """Record or report a transition that has no place beside the nearest one of its kind."""
    alike = [n for n, each in enumerate(known) if each.kind is new.kind]
    if not alike:
        kinds = ", ".join(each.kind for each in known) or "none"
        message = f"{new.kind} {new.date} has no place among the transitions on record: {kinds}"
        conflicts.refuse(place, f"{new.party}: {message}")
        return known, at
    n = min(alike, key=lambda n: abs(_middle(known[n].date) - _middle(new.date)))
    old = known[n]
    used, rival = in_order(old, new)
    longer = [*known[:n], used, *known[n + 1 :]]
    why = reason(used, rival)
    if used is new and not fits(longer):
        longer, used, rival, why = known, old, new, _FITS
    about = new.party, new.institution, new.kind.value
    conflicts.add(place, about, [_claim(used, rival), _claim(rival, used)], why)
    return longer, at


def _claim(one: Transition, other: Transition) -> Claim:
    """Return the date that is claimed; of two equal dates the predecessors differ."""
    seat = f", predecessor {one.predecessor or 'none'}" if one.date == other.date else ""
    return Claim(value=f"{one.date}{seat}", citations=one.citations)


def _as_one(one: Transition, other: Transition) -> Transition | None:
    """Return one transition, with the more exact date, for two of one event; else None."""
    first, second = in_order(one, other)
    if first.predecessor != second.predecessor:
        return None
    if first.date == second.date:
        both = all_items(first.citations, second.citations)
        return evolve(first, citations=both, note=first.note or second.note)
    if first.date.uncertain or second.date.uncertain:
        return None
    if _within(first.date, second.date):
        return _with_rough_date(first, second)
    return _with_rough_date(second, first) if _within(second.date, first.date) else None


def _with_rough_date(exact: Transition, rough: Transition) -> Transition:
    # A note on the rough date need not be true of the exact one.
    given = tuple(
        each if each.differs else evolve(each, gives=rough.date) for each in rough.citations
    )
    return evolve(exact, citations=tuple(dict.fromkeys((*exact.citations, *given))))


def _within(inner: PartialDate, outer: PartialDate) -> bool:
    """Return whether one date allows each day of another: 2003 is not in "[2002,2004]"."""
    allowed = stated_ranges_of(outer)
    return all(_allows(allowed, first, last) for first, last in stated_ranges_of(inner))


def _allows(ranges: Iterable[DayRange], first: int, last: int) -> bool:
    for start, end in ranges:
        if start <= first <= end:
            first = end + 1
    return last < first


def _comes_before(known: Transition, new: Transition) -> bool:
    first, last = known.date.first_ordinal, known.date.last_ordinal
    other_first, other_last = new.date.first_ordinal, new.date.last_ordinal
    return (first, last, other_last) <= (other_first, other_last, last)


def _is_legal(transitions: Transitions, before: Iterable[Status], kind: str) -> bool:
    """Return whether the transitions may follow a status, in this order and by their dates."""
    return any(_may_follow(status, transitions, kind) for status in before)


def _may_follow(before: Status, transitions: Transitions, kind: str) -> bool:
    kinds = [each.kind for each in transitions]
    try:
        statuses = rules_of(kind).fold(kinds, before)
    except IllegalTransitionError:
        return False
    return not [*second_joinings(kinds, statuses), *places_out_of_order(transitions)]


def _middle(date: PartialDate) -> int:
    return (date.first_ordinal + min(date.last_ordinal, 4 * 10**6)) // 2
