"""The transitions that follow from others, for a register of which only some sources count.

A source may give a withdrawal without the joining before it, which the withdrawal implies. (It may
give a membership without its end, which nothing implies: `stretches.joined` sees to that.)
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.legal_transitions import rules_of
from migrationgov.model.register import by_party
from migrationgov.model.transitions import Transition
from migrationgov.vocabularies import Basis, RegisterKind, StateId, Status, TransitionKind

Kind = TransitionKind
Transitions = tuple[Transition, ...]

_OPENS = (Kind.SEATED, Kind.JOINED, Kind.SUCCEEDED)
#: The entries and exits that another transition may imply, by the kind of register; first the
#: entry of a party that belongs.
_IMPLIED = {
    RegisterKind.MEMBERSHIP: (
        Kind.JOINED,
        Kind.BECAME_OBSERVER,
        Kind.WITHDREW,
        Kind.CEASED_OBSERVER,
    ),
    RegisterKind.TREATY: (Kind.ENTERED_INTO_FORCE, Kind.DENOUNCED),
}
_NOTE = "Not given by a chosen source; implied by the transition after it."


def with_implied_transitions(
    transitions: Transitions, kind: RegisterKind = RegisterKind.MEMBERSHIP
) -> Transitions:
    """
    Return the transitions of a kind of register with those that they imply.

    A party that withdrew had joined, and a party that joins again had left. The date of an implied
    transition lies anywhere between the transitions around it.
    """
    made = {party: _legal(known, kind) for party, known in _own(transitions).items()}
    for each in transitions:
        if each.predecessor and not _is_seated(made.get(each.predecessor, []), kind):
            seat = _implied(each, _seat(each, kind), None, state=each.predecessor)
            made.setdefault(each.predecessor, []).append(seat)
    found = (each for listed in made.values() for each in listed)
    return tuple(sorted(found, key=lambda each: (bool(each.organization), each.party)))


def _own(transitions: Iterable[Transition]) -> dict[str, list[Transition]]:
    groups = by_party(transitions).items()
    return {party: [each for each in listed if each.party == party] for party, listed in groups}


def _is_seated(transitions: list[Transition], kind: RegisterKind) -> bool:
    rules = rules_of(kind)
    return rules.fold(each.kind for each in transitions)[-1] in rules.seated


def _seat(continued: Transition, kind: RegisterKind) -> Kind:
    """Return the entry of a predecessor whose membership or signature another state continues."""
    if continued.kind is Kind.SUCCEEDED_TO_SIGNATURE:
        return Kind.SIGNED
    return _IMPLIED[kind][0]


def _legal(transitions: list[Transition], register: RegisterKind) -> list[Transition]:
    status, made = Status.NONE, list[Transition]()
    for each in transitions:
        missing = _missing(status, each.kind, made, register)
        if missing is None:
            continue
        for kind in missing:
            made.append(_implied(each, kind, made[-1] if made else None))
        made.append(each)
        status = rules_of(register).fold(known.kind for known in made)[-1]
    return made


def _missing(
    status: Status, kind: Kind, before: list[Transition], register: RegisterKind
) -> tuple[Kind, ...] | None:
    """Return the kinds of transition that came in between; None where this one is left out."""
    legal = rules_of(register).legal
    opened = [each.kind for each in before if each.kind in _OPENS]
    if kind is Kind.JOINED and status is Status.MEMBER and opened[-1] is not Kind.SEATED:
        return (Kind.WITHDREW,)
    if kind in legal[status]:
        return ()
    if kind is Kind.LAPSED:  # what lapsed is not known, and may be an application only
        return None
    for one in _IMPLIED[register]:
        after = legal[status].get(one)
        if after is not None and kind in legal[after]:
            return (one,)
    first = Kind.LAPSED if status is Status.APPLICANT else Kind.WITHDREW
    return (first, *(_missing(Status.NONE, kind, [], register) or ()))


def _implied(
    following: Transition, kind: Kind, before: Transition | None, state: StateId | None = None
) -> Transition:
    first = before.date.earliest if before else None
    date = PartialDate.parse(f"[{first or ''}..{following.date.latest or '9999-12-31'}]")
    return evolve(
        following,
        state=following.state if state is None else state,
        kind=kind,
        date=date,
        predecessor=StateId(""),
        basis=Basis.DERIVED,
        note=_NOTE,
    )
