"""Columns about a register: a state's status in an organization, and since when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import BEFORE_ALL, PartialDate
from migrationgov.frames.step_functions import (
    FIRST_DAY,
    LAST_DAY,
    StepFunction,
    Steps,
    Value,
    replaced,
    stepwise,
)
from migrationgov.model.dataset import Dataset
from migrationgov.model.status_timeline import Timeline
from migrationgov.queries.spells import spells
from migrationgov.queries.status_index import StatusIndex, founded_of, status_index
from migrationgov.queries.status_on import build_status
from migrationgov.results.status_on import StatusOn
from migrationgov.vocabularies import OrganizationId, Status

#: How yes, no and unknown are called in a table.
ANSWERS = {Answer.YES: "yes", Answer.NO: "no", Answer.UNKNOWN: "possible"}

_STATUSES = (Status.NONE, Status.APPLICANT, Status.OBSERVER, Status.MEMBER)


def status_column(institution: OrganizationId, facts: Dataset, *, assume: bool) -> StepFunction:
    """Make a column of statuses: member, observer, applicant, none, unknown."""

    def word(status: StatusOn) -> Value:
        return status.status.value if status.status else "unknown"

    steps = _steps(institution, facts, word, ("none", "unknown"), assume=assume)
    order = tuple(status.value for status in _STATUSES)
    return StepFunction(order=order, doubt="unknown", steps=steps)


def member_column(institution: OrganizationId, facts: Dataset, *, assume: bool) -> StepFunction:
    """Make a column that says who is a member: yes, no, possible."""

    def word(status: StatusOn) -> Value:
        return ANSWERS[status.member]

    steps = _steps(institution, facts, word, ("no", "possible"), assume=assume)
    return StepFunction(order=("no", "yes"), doubt="possible", steps=steps)


def since_column(institution: OrganizationId, facts: Dataset, *, assume: bool) -> StepFunction:
    """Make a column of dates, as EDTF text: the start of the spell of the certain status."""

    def start(status: StatusOn) -> Value:
        return _since(status, facts)

    return StepFunction(steps=_steps(institution, facts, start, (None, None), assume=assume))


def known_days_of_register(institution: OrganizationId, facts: Dataset) -> tuple[int, int, int]:
    """Return the day of the founding, and the first and last day that the register covers."""
    index, founded = status_index(facts, institution), founded_of(facts, institution)
    return founded.first_ordinal if founded else BEFORE_ALL, index.first, index.last


def _steps(
    institution: OrganizationId,
    facts: Dataset,
    value: Callable[[StatusOn], Value],
    limits: tuple[Value, Value],
    *,
    assume: bool,
) -> Callable[[str], Steps]:
    """
    Return what makes the steps of a state.

    Args:
        institution: The organization.
        facts: The dataset.
        value: Makes a value of the status on a day.
        limits: The value before the founding, and that on other days the register does not cover.
        assume: Whether the register is taken to go on beyond the days that it covers.
    """
    index = status_index(facts, institution)
    founded, first, last = known_days_of_register(institution, facts)
    before, uncovered = limits

    def value_on(state: str, day: int) -> Value:
        on = PartialDate.from_date(date.fromordinal(day))
        return value(build_status(index, state, on, ((day, day),), facts))

    def steps(state: str) -> Steps:
        made = stepwise({founded, *_days(index, state)}, lambda day: value_on(state, day))
        if not assume:
            made = replaced(made, uncovered, FIRST_DAY, first - 1)
            made = replaced(made, uncovered, last + 1, LAST_DAY)
        return replaced(made, before, FIRST_DAY, founded - 1)

    return cache(steps)


def _days(index: StatusIndex, state: str) -> set[int]:
    """Return the days on which what the register says of a state may change."""
    line = index.timelines.get(state, Timeline(()))
    days = {*line.days, index.register.observers_known_from.last_ordinal}
    return days | {
        step.sure for step in line.transitions
    }  # from here an incomplete register is certain


def _since(status: StatusOn, facts: Dataset) -> str | None:
    if status.status in (None, Status.NONE):
        return None
    day = status.on.first_ordinal
    starts = [
        spell.start
        for spell in spells(facts.register(status.institution), status.party, facts)
        if spell.status is status.status
        and spell.start.first_ordinal <= day
        and (spell.end is None or day <= spell.end.last_ordinal)
    ]
    return str(starts[0]) if len(starts) == 1 else None
