"""
Columns about consultative processes: the role of a state, and how many processes it is in.

To take part means here to be a member or an observer: these roles last, and lists name them apart.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, partial, reduce
from operator import and_, or_
from typing import Any

from attrs import evolve

from migrationgov.dates.partial_date import BEFORE_ALL, PartialDate
from migrationgov.frames.register_columns import ANSWERS
from migrationgov.frames.step_functions import (
    FIRST_DAY,
    LAST_DAY,
    KnownDays,
    StepFunction,
    Steps,
    Value,
    combined,
    limited,
    stepwise,
)
from migrationgov.model.dataset import Dataset
from migrationgov.queries.participant_list_rules import critical_days, lists_of
from migrationgov.queries.process_founding import founding_of
from migrationgov.queries.roster_builder import life, roster_of
from migrationgov.results.party_lists import MemberList
from migrationgov.vocabularies import ProcessId, ProcessRole

_ROLES = (ProcessRole.MEMBER, ProcessRole.OBSERVER)


def role_column(process: ProcessId, facts: Dataset, *, assume: bool) -> StepFunction:
    """Make a column of roles: member, observer, none (certainly neither), unknown."""
    columns = [answer_column(process, role, facts, assume=assume) for role in _ROLES]

    def role_of(answers: list[Value]) -> Value:
        for role, answer in zip(_ROLES, answers, strict=True):
            if answer != "no":
                return role.value if answer == "yes" else "unknown"
        return "none"

    return StepFunction(
        order=("none", "observer", "member"),
        doubt="unknown",
        steps=cache(lambda state: combined([each.steps(state) for each in columns], role_of)),
    )


def answer_column(
    process: ProcessId, role: ProcessRole, facts: Dataset, *, assume: bool
) -> StepFunction:
    """Make a column that says who has one role: yes, no, possible."""
    known = known_days_of_process(process, facts)

    def steps(state: str) -> Steps:
        lists, record = _lists(process, role, facts), facts.state(state)
        made = stepwise(lists, lambda day: ANSWERS[lists[day].answer(record)])
        return limited(made, known, "no", "possible", assume=assume)

    return StepFunction(order=("no", "yes"), doubt="possible", steps=cache(steps))


def shared_column(facts: Dataset, *, possible: bool, assume: bool) -> StepFunction:
    """
    Make a column of sets of processes; each process is one bit of a number.

    For a period: the processes that a state is in on every day, or possibly on some day.
    """
    counted = ("yes", "possible") if possible else ("yes",)
    parts = [_participation(process, facts, assume=assume) for process in facts.process_ids]

    def bits(answers: list[Value]) -> Value:
        return sum(1 << place for place, answer in enumerate(answers) if answer in counted)

    return StepFunction(
        counts=True,
        combine=partial(reduce, or_ if possible else and_),
        steps=cache(lambda state: combined([steps(state) for steps in parts], bits)),
    )


def count_column(facts: Dataset, *, possible: bool, assume: bool) -> StepFunction:
    """Make a column of numbers: in how many processes a state is."""
    sets = shared_column(facts, possible=possible, assume=assume)
    return evolve(sets, cell=lambda bits: bits.bit_count() if isinstance(bits, int) else None)


def _participation(process: ProcessId, facts: Dataset, *, assume: bool) -> Callable[[str], Steps]:
    """Return what makes the steps of a state: whether a source names it in the process."""
    steps = cache(partial(_named, process, facts=facts, assume=assume))
    return facts.derived(("participation", process, assume), lambda _: steps)


def _named(process: ProcessId, state: str, *, facts: Dataset, assume: bool) -> Steps:
    """Return the answers yes, possible or no; no is also the answer for whom no source names."""
    *_, last = known_days_of_process(process, facts)
    strongest: Steps = ((), ["yes"]) if assume else ([last + 1], ["yes", "possible"])
    by_role = [_lists(process, role, facts) for role in _ROLES]
    parts = [stepwise(lists, partial(_naming, lists, state)) for lists in by_role]

    def join(answers: list[Value]) -> Value:
        *named, strongest_answer = answers
        if "yes" in named:
            return strongest_answer
        return "possible" if "possible" in named else "no"

    return combined([*parts, strongest], join)


def _naming(lists: dict[int, MemberList[Any]], state: str, day: int) -> Value:
    if state in lists[day].codes:
        return "yes"
    return "possible" if state in lists[day].possible.codes else "no"


def _lists(process: ProcessId, role: ProcessRole, facts: Dataset) -> dict[int, MemberList[Any]]:
    """Return who has a role, by the days on which that may change; the dataset keeps it."""
    return facts.derived(("lists by day", process, role), partial(_make_lists, process, role))


def _make_lists(
    process: ProcessId, role: ProcessRole, facts: Dataset
) -> dict[int, MemberList[Any]]:
    record = facts.process(process)
    stated, others = lists_of(record, role)
    began, ended = life(record)
    founded, *_ = known_days_of_process(process, facts)
    terms = [each for each in record.terms if each.role is role]
    inside = critical_days(((FIRST_DAY, LAST_DAY),), [*stated, *others], terms)
    days = (day for day in {*inside, founded, began, ended + 1} if FIRST_DAY <= day <= LAST_DAY)
    dates = {day: PartialDate.from_date(date.fromordinal(day)) for day in days}
    return {day: roster_of(facts, process, on, role).role(role) for day, on in dates.items()}


def known_days_of_process(process: ProcessId, facts: Dataset) -> KnownDays:
    """Return the day of the founding, and the first and last day that the sources cover."""
    record = facts.process(process)
    founded = founding_of(record, facts)
    first, _ = life(record)
    begin = founded.first_ordinal if founded else BEFORE_ALL
    return begin, first, record.covered_until.last_ordinal
