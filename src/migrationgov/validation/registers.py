"""Rules for transitions: legal, in order, after the founding, in agreement with lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.dataset import Dataset
from migrationgov.model.processes import RoleList
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
from migrationgov.vocabularies import ListKind, ProcessRole, Status, TransitionKind


def _place(register: Register, party: str) -> str:
    return f"memberships/{register.institution}.json {party}"


def _files(
    facts: Dataset,
) -> Iterator[tuple[str, tuple[Transition, ...], tuple[Status, ...]]]:
    """Yield the transitions of each file, and the statuses that a party may have before them."""
    for register in facts.registers:
        yield f"memberships/{register.institution}.json", register.transitions, (Status.NONE,)
    for process in facts.processes:  # its first entry may not be on record
        yield f"processes/{process.id}.json", process.transitions, tuple(Status)


def _kinds(party: str, transitions: list[Transition]) -> list[str]:
    return [
        SEAT_TRANSFERRED if transition.predecessor == party else transition.kind
        for transition in transitions
    ]


def transitions_are_legal(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Each transition may follow the transition before it; no party joins twice in a row."""
    for file, listed, before in _files(facts):
        for party, transitions in by_party(listed).items():
            kinds = _kinds(party, transitions)
            found = [_illegal(kinds, status) for status in before]
            if all(found):
                for place, message in max(found):  # from the status that explains the most
                    yield f"{file} {party}", f"transition {place + 1}: {message}"


def _illegal(kinds: Sequence[str], before: Status) -> list[tuple[int, str]]:
    """Return the place and the message of each transition that is illegal after a status."""
    try:
        statuses = fold(kinds, before)
    except IllegalTransitionError as error:
        return [(error.place, str(error))]
    message = "joins as a member; only a member that was seated in 1951-54 may do so"
    return [(place, message) for place in second_joinings(kinds, statuses)]


def _statuses_before(party: str, transitions: list[Transition]) -> list[Status]:
    """Return the statuses that a party may have before transitions that are not a register."""
    kinds = _kinds(party, transitions)
    return [status for status in Status if not _illegal(kinds, status)]


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
    for file, listed, _ in _files(facts):
        for party, transitions in by_party(listed).items():
            for place in places_out_of_order(transitions):
                what = f"transition {place + 1} ({transitions[place].date})"
                message = "certainly happened before a transition above it; move it up"
                yield f"{file} {party}", f"{what} {message}"


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
    for file, listed, _ in _files(facts):
        successors: dict[str, str] = {}
        for each in listed:
            place, before = f"{file} {each.party}", each.predecessor
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


#: For each role of which transitions speak, the status.
_STATUSES = {ProcessRole.MEMBER: Status.MEMBER, ProcessRole.OBSERVER: Status.OBSERVER}


def lists_agree_with_transitions(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A list that contradicts the transitions of a party needs a disagreement record."""
    for process in facts.processes:
        recorded = {(each.subject, each.field) for each in process.disagreements}
        for party, transitions in by_party(process.transitions).items():
            for lists in process.participant_lists:
                possible = _possible_statuses(party, transitions, lists.as_of)
                for names in lists.lists:
                    field = f"{names.role} on {lists.as_of}"
                    wrong = _contradiction(party, names, possible, transitions)
                    if wrong and (party, field) not in recorded:
                        message = f"{wrong} {party}; the transitions of {party} exclude this"
                        place = f"processes/{process.id}.json participant_lists {lists.as_of}"
                        yield place, f"{message}; record the disagreement as {field!r} of {party}"


def _possible_statuses(
    party: str, transitions: list[Transition], date: PartialDate
) -> frozenset[Status]:
    """Return the statuses of a party on the days of a date; all where the date is not certain."""
    if date.uncertain or date.earliest is None or date.latest is None:
        return frozenset(Status)
    dated = [DatedTransition(each.kind, each.date) for each in transitions]
    days = date.first_ordinal, date.last_ordinal
    lines = [Timeline(dated, status) for status in _statuses_before(party, transitions)]
    found = _union(each for line in lines for each in line.during(*days)) or frozenset(Status)
    opened = transitions[0].kind is TransitionKind.BECAME_OBSERVER and days[0] < dated[0].sure
    return found | {Status.MEMBER} if opened else found  # it may have been a member before


def _union(sets: Iterable[frozenset[Status]]) -> frozenset[Status]:
    return frozenset().union(*sets)


def _contradiction(
    party: str,
    names: RoleList,
    possible: frozenset[Status],
    transitions: list[Transition],
) -> str:
    """Return how a list contradicts the statuses that transitions leave; "" where it does not."""
    status = _STATUSES.get(names.role)
    if status is None:
        return ""
    if any(each.participant == party and each.certain for each in names.entries):
        return "" if status in possible else f"the list of the role {names.role} names"
    complete = names.kind is ListKind.STATED and (names.total or 0) <= len(names.entries)
    same_sort = names.of_organizations is bool(transitions[0].organization)
    if complete and same_sort and possible == {status}:
        return f"the complete list of the role {names.role} leaves out"
    return ""
