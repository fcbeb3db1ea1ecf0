"""Tracks of consultative processes: a state's role in one, and the number it takes part in.

To take part means here to be a member or an observer: roles that last, and that lists tell apart.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, partial, reduce
from operator import and_, or_

from attrs import frozen
from typing import Any

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.frames.register_columns import ANSWERS
from migrationgov.frames.step_functions import (
    FIRST_DAY,
    LAST_DAY,
    History,
    StepFunction,
    Value,
    cut,
    stepwise,
)
from migrationgov.lookup.day_ranges import DayRange
from migrationgov.model.dataset import Dataset
from migrationgov.queries.participant_list_rules import critical_days, lists_of
from migrationgov.queries.roster_builder import life, opening, roster_of
from migrationgov.results.party_lists import MemberList
from migrationgov.vocabularies import ProcessId, ProcessRole

_SEATS = (ProcessRole.MEMBER, ProcessRole.OBSERVER)


def role_track(process: ProcessId, facts: Dataset, *, assume: bool) -> StepFunction:
    """Make a column of seats: member, observer, none (certainly neither), unknown."""
    rolls = [_rolls(process, role, facts) for role in _SEATS]
    days = [day for each in rolls for day in each.days]

    def on(state: str, day: int) -> Value:
        for role, each in zip(_SEATS, rolls, strict=True):
            answer = each.on(day).answer(facts.state(state))
            if answer is not Answer.NO:
                return role.value if answer is Answer.YES else "unknown"
        return "none"

    told = _limited(days, on, process, facts, "unknown", assume=assume)
    return StepFunction(order=("none", "observer", "member"), doubt="unknown", of=told)


def answer_track(
    process: ProcessId, role: ProcessRole, facts: Dataset, *, assume: bool
) -> StepFunction:
    """Make a column that tells who has one role: yes, no, possible."""
    rolls = _rolls(process, role, facts)

    def on(state: str, day: int) -> Value:
        return ANSWERS[rolls.on(day).answer(facts.state(state))]

    told = _limited(rolls.days, on, process, facts, "possible", assume=assume)
    return StepFunction(order=("no", "yes"), doubt="possible", of=told)


def shared_track(facts: Dataset, *, possible: bool, assume: bool) -> StepFunction:
    """
    Make a column of sets of processes, each process one bit of a number.

    Of several days: those a state is in on every one of them, or possibly on some.
    """
    heard = (Answer.YES, Answer.UNKNOWN) if possible else (Answer.YES,)
    seats = all_seats(facts, assume=assume)

    def on(state: str, day: int) -> int:
        return sum(1 << place for place, its in enumerate(seats) if its.on(state, day) in heard)

    @cache
    def told(state: str) -> History:
        days = {day for its in seats for day in its.of(state)[0]}
        return stepwise(days, lambda day: on(state, day))

    mix = partial(reduce, or_ if possible else and_)
    return StepFunction(counts=True, mix=mix, of=told)


def count_track(facts: Dataset, *, possible: bool, assume: bool) -> StepFunction:
    """Make a column of numbers: the processes a state takes part in."""
    sets = shared_track(facts, possible=possible, assume=assume)

    @cache
    def told(state: str) -> History:
        days, values = sets.of(state)
        return days, [_size(value) for value in values]

    def throughout(state: str, stretches: Iterable[DayRange]) -> Value:
        return _size(sets.during(state, stretches, None))

    return StepFunction(counts=True, of=told, throughout=throughout)


def _size(processes: Value) -> int:
    return processes.bit_count() if isinstance(processes, int) else 0


@frozen(eq=False)
class ParticipationIndex:
    """
    Who takes part in one process, day by day, as far as its sources name somebody.

    Attributes:
        process: Id of the process.
        of: By the id of a state, the days of change and "yes", "no" or "unknown".
    """

    process: ProcessId
    of: Callable[[str], History]

    def on(self, state: str, day: int) -> Answer:
        """Tell whether a state takes part; unknown for one that a source makes possible."""
        days, values = self.of(state)
        return Answer(values[bisect_right(days, day)])


@frozen(eq=False)
class _Rolls:
    """Who has a role in a process, from each day on which that may change."""

    days: tuple[int, ...]
    rolls: tuple[MemberList[Any], ...]

    def on(self, day: int) -> MemberList[Any]:
        return self.rolls[bisect_right(self.days, day) - 1]


def all_seats(facts: Dataset, *, assume: bool) -> tuple[ParticipationIndex, ...]:
    """Return who takes part in every process; made once per dataset."""
    key = "seats", assume
    return facts.derived(
        key, lambda _: tuple(_seats(each, facts, assume=assume) for each in facts.process_ids)
    )


def _seats(process: ProcessId, facts: Dataset, *, assume: bool) -> ParticipationIndex:
    rolls = [_rolls(process, role, facts) for role in _SEATS]
    first, last = covered(process, facts)

    def on(state: str, day: int) -> Value:
        now = [each.on(day) for each in rolls]
        sure = any(state in roll.codes for roll in now) and (assume or first <= day <= last)
        named = any(state in (*roll.codes, *roll.possible.codes) for roll in now)
        return str((Answer.YES if sure else Answer.UNKNOWN if named else Answer.NO).value)

    edges = {first, last + 1}.union(*(each.days for each in rolls))
    return ParticipationIndex(
        process, cache(lambda state: stepwise(edges, lambda d: on(state, d)))
    )


def _rolls(process: ProcessId, role: ProcessRole, facts: Dataset) -> _Rolls:
    """Return who has a role when; made once per dataset."""
    return facts.derived(("rolls", process, role), lambda _: _made(process, role, facts))


def _made(process: ProcessId, role: ProcessRole, facts: Dataset) -> _Rolls:
    record = facts.process(process)
    stated, others = lists_of(record, role)
    began, ended = life(record)
    terms = [each for each in record.terms if each.role is role]
    inside = critical_days(((FIRST_DAY, LAST_DAY),), [*stated, *others], terms)
    edges = {*inside, began, ended + 1}
    days = tuple(sorted(day for day in edges if FIRST_DAY <= day <= LAST_DAY))
    dates = (PartialDate.from_date(date.fromordinal(day)) for day in days)
    return _Rolls(days, tuple(roster_of(facts, process, on, role).role(role) for on in dates))


def _limited(
    days: Iterable[int],
    on: Callable[[str, int], Value],
    process: ProcessId,
    facts: Dataset,
    beyond: Value,
    *,
    assume: bool,
) -> Callable[[str], History]:
    """Say "unknown" on the days on which nothing is known of the process, unless assumed."""
    first, last = covered(process, facts)

    def told(state: str) -> History:
        its = stepwise(days, lambda day: on(state, day))
        return its if assume else cut(its, first, last, beyond)

    return cache(told)


def covered(process: ProcessId, facts: Dataset) -> tuple[int, int]:
    """Return the first and the last day on which the process is known."""
    record = facts.process(process)
    began = opening(record, facts)
    return (
        max(began.first_ordinal, FIRST_DAY) if began else FIRST_DAY,
        min(record.covered_until.last_ordinal, LAST_DAY),
    )
