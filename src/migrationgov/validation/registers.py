"""Rules for registers: legal steps, in order, within the life of the organization."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from migrationgov.model.dataset import Dataset
from migrationgov.model.register import Register, by_subject
from migrationgov.model.status_timeline import (
    SEAT_TRANSFERRED,
    IllegalStepError,
    Step,
    Timeline,
    fold,
)
from migrationgov.model.transitions import Transition
from migrationgov.validation.contents import Item
from migrationgov.vocabularies import Basis, Status, TransitionKind


def _place(register: Register, subject: str) -> str:
    return f"memberships/{register.institution}.json {subject}"


def _item(register: Register, number: int, step: Transition) -> str:
    return str(Item(_place(register, "").rstrip(), f"transitions[{number}]", step))


def _steps(facts: Dataset) -> Iterator[tuple[Register, str, list[Transition]]]:
    for register in facts.registers:
        for subject, steps in by_subject(register.transitions).items():
            yield register, subject, steps


def _kinds(subject: str, steps: list[Transition]) -> list[str]:
    return [SEAT_TRANSFERRED if step.predecessor == subject else step.kind for step in steps]


def steps_are_legal(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Every step may follow the one before; nobody joins twice without having left."""
    for register, subject, steps in _steps(facts):
        kinds = _kinds(subject, steps)
        try:
            statuses = fold(kinds)
        except IllegalStepError as error:
            yield _place(register, subject), f"step {error.place + 1}: {error}"
            continue
        for place, kind in enumerate(kinds):
            joins_again = kind == TransitionKind.JOINED and statuses[place] is Status.MEMBER
            if joins_again and _opening(kinds, statuses, place) != TransitionKind.SEATED:
                said = "joined, though a member: only a seat of 1951-54 may turn into membership"
                yield _place(register, subject), f"step {place + 1}: {said}"


def _opening(kinds: list[str], statuses: list[Status], place: int) -> str:
    """Return the step that opened the membership that holds before a place."""
    while statuses[place - 1] is Status.MEMBER:
        place -= 1
    return kinds[place - 1]


def steps_are_in_order(facts: Dataset) -> Iterator[tuple[str, str]]:
    """No step must have happened before one that stands before it can have."""
    for register, subject, steps in _steps(facts):
        dated = [Step(step.kind, step.date) for step in steps]
        for place, step in enumerate(dated):
            for earlier in dated[:place]:
                if earlier.first > step.sure:
                    said = (
                        f"step {place + 1} ({steps[place].date}) must come before an earlier one"
                    )
                    yield _place(register, subject), said


def steps_follow_the_founding(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Nothing happened before the register begins, but for the founding conference itself."""
    for register in facts.registers:
        begin = register.covered_from
        for number, step in enumerate(register.transitions):
            attended = step.kind is TransitionKind.ATTENDED  # the founding conference itself
            if step.date.last_ordinal < begin.first_ordinal and not attended:
                said = f"lies before covered_from {begin}; correct the date, or move covered_from"
                yield _item(register, number, step), said


def conclusions_are_explained(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Whatever we concluded says how."""
    for register in facts.registers:
        for step in register.transitions:
            if step.basis is Basis.DERIVED and not step.note:
                yield _place(register, step.party), f"derived {step.kind} without a reason"


def seats_pass_on_once(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A succession names its predecessor, and each seat passes to one successor."""
    for register in facts.registers:
        heirs: dict[str, str] = {}
        for step in register.transitions:
            if (step.kind is TransitionKind.SUCCEEDED) is not bool(step.predecessor):
                said = "a succession, and nothing else, names a predecessor"
                yield _place(register, step.party), said
            elif step.predecessor and heirs.setdefault(step.predecessor, step.party) != step.party:
                said = (
                    f"the seat of {step.predecessor} passed to {heirs[step.predecessor]} already"
                )
                yield _place(register, step.party), said


def attestations_fit(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Whoever a source shows in a status may have had it on some day of the source's date."""
    for register in facts.registers:
        if not register.complete:  # a status may be shown whose steps are not told
            continue
        try:
            lines = register.timelines()[0]
        except IllegalStepError:  # reported by `steps_are_legal`
            continue
        for shown in register.attestations:
            sets = lines.get(shown.party, Timeline(())).during(
                shown.date.first_ordinal, shown.date.last_ordinal
            )
            if not any(shown.status in each for each in sets):
                said = f"attested as {shown.status} on {shown.date}, which the steps exclude"
                yield _place(register, shown.party), said


def subjects_are_sorted(facts: Dataset) -> Iterator[tuple[str, str]]:
    """States by code, then bodies by id, each subject's steps together."""
    for register in facts.registers:
        for number, (before, after) in enumerate(pairwise(register.transitions), 1):
            if (not before.state, before.party) > (not after.state, after.party):
                said = f"must stand before {before.party}; sort by id, bodies after states"
                yield _item(register, number, after), said
