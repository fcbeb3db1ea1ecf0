"""The merge of the transitions of two registers."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from migrationgov.datasets.merge.conflicts import Conflicts
from migrationgov.datasets.merge.order import in_order, reason
from migrationgov.datasets.merge.records import all_items
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.day_ranges import DayRange, stated_ranges_of
from migrationgov.model.legal_transitions import IllegalTransitionError, rules_of
from migrationgov.model.sources import Claim, Disagreement
from migrationgov.model.transitions import Transition
from migrationgov.validation.registers import places_out_of_order, second_joinings
from migrationgov.vocabularies import RegisterKind, Status

Transitions = list[Transition]
#: Transitions, and the place after the one that was added last.
Placed = tuple[Transitions, int]

_FITS = "The other value does not fit the other transitions on record."


@frozen
class Rules:
    """
    What the transitions of a merged register have to agree with.

    Attributes:
        before: The statuses that a party may have before its first transition.
        disagreements: The disagreements on record, each with the date that is used.
        kind: The kind of register.
    """

    before: tuple[Status, ...]
    disagreements: tuple[Disagreement, ...] = ()
    kind: str = RegisterKind.MEMBERSHIP

    def fit(self, transitions: Transitions) -> bool:
        """Return whether transitions of one party are legal in this order and by their dates."""
        return any(_may_follow(status, transitions, self.kind) for status in self.before)

    def prefer(self, one: Transition) -> bool:
        """Return whether a recorded disagreement has the date of a transition as its value."""
        about = one.party, one.kind.value, str(one.date)
        return any(
            (each.subject, each.field, each.preferred) == about for each in self.disagreements
        )


def merge_transitions(
    one: Iterable[Transition],
    other: Iterable[Transition],
    place: str,
    conflicts: Conflicts,
    rules: Rules,
) -> tuple[Transition, ...]:
    """
    Return the transitions of both, by party and in order.

    Args:
        one: The transitions of one register.
        other: The transitions of the other.
        place: The file, for messages.
        conflicts: The conflicts so far.
        rules: What the transitions have to agree with.
    """
    groups = _own(one), _own(other)
    found: Transitions = []
    for party in sorted({*groups[0], *groups[1]}):
        first, second = (group.get(party, ()) for group in groups)
        found += _of_party(first, second, place, conflicts, rules)
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
    rules: Rules,
) -> Transitions:
    """Return the transitions of a party in both registers, those of each in their order."""
    both = [list(each) for each in in_order(one, other)]
    if one == other:
        return both[0]
    known = next(filter(rules.fit, both), [])
    for added in (each for each in both if each is not known):
        at = 0
        for each in added:
            placed = _with(known, each, at, rules)
            known, at = placed or _refused(known, each, at, place, conflicts, rules)
    return known


def _with(known: Transitions, new: Transition, at: int, rules: Rules) -> Placed | None:
    """Return transitions with a new one, not before a place; None where it has no place."""
    for n, each in enumerate(known[at:], at):
        one = _as_one(each, new, rules) if each.kind is new.kind else None
        if one is not None:
            return [*known[:n], one, *known[n + 1 :]], n + 1
    later = (n for n, each in enumerate(known[at:], at) if not _comes_before(each, new))
    n = next(later, len(known))
    longer = [*known[:n], new, *known[n:]]
    return (longer, n + 1) if rules.fit(longer) else None


def _refused(
    known: Transitions, new: Transition, at: int, place: str, conflicts: Conflicts, rules: Rules
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
    if used is new and not rules.fit(longer):
        longer, used, rival, why = known, old, new, _FITS
    about = new.party, new.institution, new.kind.value
    conflicts.add(place, about, [_claim(used, rival), _claim(rival, used)], why)
    return longer, at


def _claim(one: Transition, other: Transition) -> Claim:
    """Return the date that is claimed; of two equal dates the predecessors differ."""
    seat = f", predecessor {one.predecessor or 'none'}" if one.date == other.date else ""
    return Claim(value=f"{one.date}{seat}", citations=one.citations)


def _as_one(one: Transition, other: Transition, rules: Rules) -> Transition | None:
    """
    Return one transition, with the more exact date, for two of one event; else None.

    A date that a disagreement on record prefers stays: sources differ about a more exact date.
    """
    first, second = in_order(one, other)
    if first.predecessor != second.predecessor:
        return None
    if first.date == second.date:
        both = all_items(first.citations, second.citations)
        return evolve(first, citations=both, note=first.note or second.note)
    if first.date.uncertain or second.date.uncertain:
        return None
    for exact, rough in ((first, second), (second, first)):
        if _within(exact.date, rough.date):
            preferred = rules.prefer(rough)
            return _with_date_of(rough, exact) if preferred else _with_date_of(exact, rough)
    return None


def _with_date_of(used: Transition, other: Transition) -> Transition:
    # A note on the other date need not be true of the date in use.
    given = tuple(
        each if each.differs else evolve(each, gives=other.date) for each in other.citations
    )
    return evolve(used, citations=tuple(dict.fromkeys((*used.citations, *given))))


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


def _may_follow(before: Status, transitions: Transitions, kind: str) -> bool:
    kinds = [each.kind for each in transitions]
    try:
        statuses = rules_of(kind).fold(kinds, before)
    except IllegalTransitionError:
        return False
    return not [*second_joinings(kinds, statuses), *places_out_of_order(transitions)]


def _middle(date: PartialDate) -> int:
    return (date.first_ordinal + min(date.last_ordinal, 4 * 10**6)) // 2
