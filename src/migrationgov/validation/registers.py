"""Rules for registers: legal transitions, in order, after the founding of the institution."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from migrationgov.model.dataset import Dataset
from migrationgov.model.register import Register, by_party
from migrationgov.model.status_timeline import (
    SEAT_TRANSFERRED,
    DatedTransition,
    IllegalTransitionError,
    Timeline,
    fold,
)
from migrationgov.model.transitions import Transition
from migrationgov.validation.items import Item
from migrationgov.vocabularies import Basis, Status, TransitionKind


def _place(register: Register, party: str) -> str:
    return f"memberships/{register.institution}.json {party}"


def _item(register: Register, number: int, transition: Transition) -> str:
    return str(Item(_place(register, "").rstrip(), f"transitions[{number}]", transition))


def _by_party(facts: Dataset) -> Iterator[tuple[Register, str, list[Transition]]]:
    for register in facts.registers:
        for party, transitions in by_party(register.transitions).items():
            yield register, party, transitions


def _kinds(party: str, transitions: list[Transition]) -> list[str]:
    return [
        SEAT_TRANSFERRED if transition.predecessor == party else transition.kind
        for transition in transitions
    ]


def transitions_are_legal(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Every transition may follow the transition before; no party joins twice without leaving."""
    for register, party, transitions in _by_party(facts):
        kinds = _kinds(party, transitions)
        try:
            statuses = fold(kinds)
        except IllegalTransitionError as error:
            yield _place(register, party), f"transition {error.place + 1}: {error}"
            continue
        for place, kind in enumerate(kinds):
            joins_again = kind == TransitionKind.JOINED and statuses[place] is Status.MEMBER
            if joins_again and _opening(kinds, statuses, place) != TransitionKind.SEATED:
                message = (
                    "joins as a member; only a member of the Committee of 1951-54 may join again"
                )
                yield _place(register, party), f"transition {place + 1}: {message}"


def _opening(kinds: list[str], statuses: list[Status], place: int) -> str:
    """Return the kind of the transition that opened the membership before a place."""
    while statuses[place - 1] is Status.MEMBER:
        place -= 1
    return kinds[place - 1]


def transitions_are_in_order(facts: Dataset) -> Iterator[tuple[str, str]]:
    """No transition certainly happened before a transition above it."""
    for register, party, transitions in _by_party(facts):
        dated = [DatedTransition(each.kind, each.date) for each in transitions]
        for number, (transition, later) in enumerate(zip(transitions, dated, strict=True)):
            for earlier in dated[:number]:
                if earlier.first > later.sure:
                    place = f"transition {number + 1} ({transition.date})"
                    message = "certainly happened before a transition above it; move it up"
                    yield _place(register, party), f"{place} {message}"


def transitions_follow_the_founding(facts: Dataset) -> Iterator[tuple[str, str]]:
    """No transition happened before `covered_from`; attending the founding conference may."""
    for register in facts.registers:
        begin = register.covered_from
        for number, transition in enumerate(register.transitions):
            attended = transition.kind is TransitionKind.ATTENDED  # the founding conference itself
            if transition.date.last_ordinal < begin.first_ordinal and not attended:
                message = (
                    f"lies before covered_from {begin}; correct the date, or move covered_from"
                )
                yield _item(register, number, transition), message


def conclusions_are_explained(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A transition that is a conclusion explains it in its note."""
    for register in facts.registers:
        for transition in register.transitions:
            if transition.basis is Basis.DERIVED and not transition.note:
                yield (
                    _place(register, transition.party),
                    f"derived {transition.kind}: explain the conclusion in a note",
                )


def memberships_pass_on_once(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A succession names its predecessor, and each membership passes to one successor."""
    for register in facts.registers:
        heirs: dict[str, str] = {}
        for each in register.transitions:
            place, predecessor = _place(register, each.party), each.predecessor
            if (each.kind is TransitionKind.SUCCEEDED) is not bool(predecessor):
                message = "only a transition of the kind succeeded has a predecessor"
                yield place, f"{message}, and it needs one"
            elif predecessor and heirs.setdefault(predecessor, each.party) != each.party:
                message = f"the membership of {predecessor} passed to {heirs[predecessor]} before"
                yield place, f"{message}; a membership has one successor"


def attestations_fit_transitions(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A party may have had the status that a source attests on a day of the date of the source."""
    for register in facts.registers:
        if not register.complete:  # the transitions of the party may be missing
            continue
        try:
            lines = register.timelines()[0]
        except IllegalTransitionError:  # reported by `transitions_are_legal`
            continue
        for attested in register.attestations:
            sets = lines.get(attested.party, Timeline(())).during(
                attested.date.first_ordinal, attested.date.last_ordinal
            )
            if not any(attested.status in each for each in sets):
                status = f"is attested as {attested.status} on {attested.date}"
                message = f"{status}; the transitions exclude it"
                yield _place(register, attested.party), message


def parties_are_sorted(facts: Dataset) -> Iterator[tuple[str, str]]:
    """States come first, then organizations, each by id, with the transitions of each together."""
    for register in facts.registers:
        for number, (before, after) in enumerate(pairwise(register.transitions), 1):
            if (not before.state, before.party) > (not after.state, after.party):
                message = (
                    f"must stand before {before.party}; sort by id, organizations after states"
                )
                yield _item(register, number, after), message
