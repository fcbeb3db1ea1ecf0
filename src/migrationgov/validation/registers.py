"""Rules for registers: legal transitions, in order, after the founding of the institution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
from migrationgov.vocabularies import Status, TransitionKind


def _place(register: Register, party: str) -> str:
    return f"memberships/{register.institution}.json {party}"


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
    """Each transition may follow the transition before it; no party joins twice in a row."""
    for register, party, transitions in _by_party(facts):
        kinds = _kinds(party, transitions)
        try:
            statuses = fold(kinds)
        except IllegalTransitionError as error:
            yield _place(register, party), f"transition {error.place + 1}: {error}"
            continue
        for place in second_joinings(kinds, statuses):
            message = "joins as a member; only a member that was seated in 1951-54 may do so"
            yield _place(register, party), f"transition {place + 1}: {message}"


def second_joinings(kinds: Sequence[str], statuses: Sequence[Status]) -> Iterator[int]:
    """Yield the places at which a member joins that was not only seated before."""
    opened = ""
    for place, (before, kind) in enumerate(zip(statuses, kinds, strict=False)):
        again = kind == TransitionKind.JOINED and before is Status.MEMBER
        if again and opened != TransitionKind.SEATED:
            yield place
        if before is not Status.MEMBER or again:
            opened = kind


def transitions_are_in_order(facts: Dataset) -> Iterator[tuple[str, str]]:
    """No transition certainly happened before a transition above it."""
    for register, party, transitions in _by_party(facts):
        for place in places_out_of_order(transitions):
            what = f"transition {place + 1} ({transitions[place].date})"
            message = "certainly happened before a transition above it; move it up"
            yield _place(register, party), f"{what} {message}"


def places_out_of_order(transitions: Sequence[Transition]) -> Iterator[int]:
    """Yield the places of transitions that certainly happened before a transition above them."""
    dated = [DatedTransition(each.kind, each.date) for each in transitions]
    for place, later in enumerate(dated):
        if any(earlier.first > later.sure for earlier in dated[:place]):
            yield place


def transitions_follow_the_founding(facts: Dataset) -> Iterator[tuple[str, str]]:
    """No transition happened before `covered_from`; attending the founding conference may."""
    for register in facts.registers:
        begin = register.covered_from
        for number, transition in enumerate(register.transitions):
            attended = transition.kind is TransitionKind.ATTENDED  # the founding conference itself
            if transition.date.last_ordinal < begin.first_ordinal and not attended:
                file = f"memberships/{register.institution}.json"
                message = f"lies before covered_from {begin}; correct it, or move covered_from"
                yield str(Item(file, f"transitions[{number}]", transition)), message


def memberships_have_one_successor(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A succession names its predecessor, and no other party succeeds that predecessor."""
    for register in facts.registers:
        successors: dict[str, str] = {}
        for each in register.transitions:
            place, before = _place(register, each.party), each.predecessor
            if (each.kind is TransitionKind.SUCCEEDED) is not bool(before):
                message = "only a transition of the kind succeeded has a predecessor"
                yield place, f"{message}, and it needs one"
            elif before and successors.setdefault(before, each.party) != each.party:
                message = f"the membership of {before} passed to {successors[before]} before"
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
