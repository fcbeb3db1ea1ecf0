"""Rules for transitions: legal, in order, after the founding, in agreement with lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.model.dataset import Dataset
from migrationgov.model.legal_transitions import (
    AT_END_OF_DAY,
    SEAT_TRANSFERRED,
    IllegalTransitionError,
    rules_of,
)
from migrationgov.model.register import Register, by_party
from migrationgov.model.transitions import Transition
from migrationgov.timelines.gather import timelines_of
from migrationgov.validation.items import Item
from migrationgov.vocabularies import RegisterKind, Scope, Status, TransitionKind

#: The kind of transition by which a state continues the seat of another one.
_CONTINUES = {
    RegisterKind.MEMBERSHIP: TransitionKind.SUCCEEDED,
    RegisterKind.TREATY: TransitionKind.CONTINUED,
}


def _place(register: Register, party: str) -> str:
    return f"memberships/{register.institution}.json {party}"


def _files(
    facts: Dataset,
) -> Iterator[tuple[str, tuple[Transition, ...], tuple[Status, ...], str]]:
    """Yield the transitions of each file, the statuses possible before them, and the kind."""
    for register in facts.registers:
        file, any_status = f"memberships/{register.institution}.json", _any_status(register.kind)
        before = (Status.NONE,) if register.complete_for == Scope.ALL else any_status
        yield file, register.transitions, before, register.kind
    for process in facts.processes:  # its first entry may not be on record
        file = f"processes/{process.id}.json"
        yield (
            file,
            process.transitions,
            _any_status(RegisterKind.MEMBERSHIP),
            RegisterKind.MEMBERSHIP,
        )


def _any_status(kind: str) -> tuple[Status, ...]:
    return tuple(rules_of(kind).legal)


def _kinds(party: str, transitions: list[Transition]) -> list[str]:
    return [
        SEAT_TRANSFERRED if transition.predecessor == party else transition.kind
        for transition in transitions
    ]


def transitions_are_legal(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Each transition may follow the transition before it; no party joins twice in a row."""
    for file, listed, before, kind in _files(facts):
        for party, transitions in by_party(listed).items():
            kinds = _kinds(party, transitions)
            found = [_illegal(kinds, status, kind) for status in before]
            if all(found):
                for place, message in max(found):  # from the status that explains the most
                    yield f"{file} {party}", f"transition {place + 1}: {message}"


def _illegal(kinds: Sequence[str], before: Status, kind: str) -> list[tuple[int, str]]:
    """Return the place and the message of each transition that is illegal after a status."""
    try:
        statuses = rules_of(kind).fold(kinds, before)
    except IllegalTransitionError as error:
        return [(error.place, str(error))]
    message = "joins as a member; only a member that was seated in 1951-54 may do so"
    return [(place, message) for place in second_joinings(kinds, statuses)]


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
    for file, listed, *_ in _files(facts):
        for party, transitions in by_party(listed).items():
            for place in places_out_of_order(transitions):
                what = f"transition {place + 1} ({transitions[place].date})"
                message = "certainly happened before a transition above it; move it up"
                yield f"{file} {party}", f"{what} {message}"


def places_out_of_order(transitions: Sequence[Transition]) -> Iterator[int]:
    """
    Yield the places of transitions that certainly happened before a transition above them.

    The effect of a succession to a treaty may reach back to the start of the state.
    """
    above = but_successions = BEFORE_ALL  # the latest first day of the transitions above
    for place, each in enumerate(transitions):
        reaches_back = each.kind is TransitionKind.ENTERED_INTO_FORCE
        if (but_successions if reaches_back else above) > _last(each):
            yield place
        above = max(above, _first(each))
        if each.kind is not TransitionKind.SUCCEEDED:
            but_successions = max(but_successions, _first(each))


def _first(step: Transition) -> int:
    """Return the first day on which a transition may have its effect."""
    return step.date.first_ordinal + (step.kind in AT_END_OF_DAY)


def _last(step: Transition) -> int:
    """Return the day on which a transition has had its effect at the latest."""
    if step.date.uncertain:
        return AFTER_ALL
    return step.date.last_ordinal + (step.kind in AT_END_OF_DAY)


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
    for file, listed, _, kind in _files(facts):
        successors: dict[str, str] = {}
        for each in listed:
            place, before = f"{file} {each.party}", each.predecessor
            continues = _CONTINUES[RegisterKind(kind)]
            may_continue = each.kind is TransitionKind.SUCCEEDED_TO_SIGNATURE
            if (each.kind is continues) is not bool(before) and not may_continue:
                message = f"only a transition of the kind {continues} has a predecessor"
                yield place, f"{message}, and it needs one"
            elif before and successors.setdefault(before, each.party) != each.party:
                message = f"the membership of {before} passed to {successors[before]} before"
                yield place, f"{message}; a membership has one successor"


def attestations_fit_transitions(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A party may have had the status that a source attests on a day of the date of the source."""
    for register in facts.registers:
        if not (register.complete and register.attestations):  # transitions may be missing
            continue
        lines = timelines_of(facts, register.institution)
        for attested in register.attestations:
            days = ((attested.date.first_ordinal, attested.date.last_ordinal),)
            met = lines.line(attested.party).during(days)
            if not any(attested.status in each.possible for each in met):
                status = f"is attested as {attested.status} on {attested.date}"
                message = f"{status}; the transitions exclude it"
                yield _place(register, attested.party), message


def lists_agree_with_transitions(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A list that contradicts the transitions of a party needs a disagreement record."""
    known = {*facts.treaty_ids, *(each.id for each in facts.organizations)}
    of_registers = (each for each in facts.registers if each.lists and each.institution in known)
    holders: list[tuple[str, str, str, Any]] = [
        (each.institution, "memberships", "lists", each) for each in of_registers
    ]
    holders += [(each.id, "processes", "participant_lists", each) for each in facts.processes]
    for institution, folder, name, holder in holders:
        recorded = {(each.subject, each.field) for each in holder.disagreements}
        lines = timelines_of(facts, institution)
        for party in sorted(lines.evidence.steps):
            for each in lines.lists_about(party).contradicting(party, lines.evidence):
                field = f"{each.role} on {each.as_of}"
                if (party, field) not in recorded:
                    what = "names" if party in each.parties else "leaves out"
                    message = f"the list of the role {each.role} {what} {party}; the transitions"
                    place = f"{folder}/{institution}.json {name} {each.as_of}"
                    record = f"record the disagreement as {field!r} of {party}"
                    yield place, f"{message} of {party} exclude this; {record}"
