"""Columns about a register: a state's status in an organization, and since when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, partial

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import BEFORE_ALL, PartialDate
from migrationgov.frames.step_functions import (
    KnownDays,
    StepFunction,
    Steps,
    Value,
    limited,
    stepwise,
)
from migrationgov.model.dataset import Dataset
from migrationgov.model.status_timeline import Timeline
from migrationgov.queries.spells import spells
from migrationgov.queries.status_index import founded_of, status_index
from migrationgov.queries.status_on import build_status
from migrationgov.results.status_on import StatusOn
from migrationgov.vocabularies import OrganizationId, Status

#: How yes, no and unknown are called in a table.
ANSWERS = {Answer.YES: "yes", Answer.NO: "no", Answer.UNKNOWN: "possible"}


def status_column(institution: OrganizationId, facts: Dataset, *, assume: bool) -> StepFunction:
    """Make a column of statuses: member, observer, applicant, none, unknown."""
    steps = _steps(
        institution,
        facts,
        lambda found: found.status.value if found.status else "unknown",
        ("none", "unknown"),
        assume=assume,
    )
    order = ("none", "applicant", "observer", "member")
    return StepFunction(order=order, doubt="unknown", steps=steps)


def member_column(institution: OrganizationId, facts: Dataset, *, assume: bool) -> StepFunction:
    """Make a column that says who is a member: yes, no, possible."""
    limits = "no", "possible"
    steps = _steps(institution, facts, lambda on: ANSWERS[on.member], limits, assume=assume)
    return StepFunction(order=("no", "yes"), doubt="possible", steps=steps)


def since_column(institution: OrganizationId, facts: Dataset, *, assume: bool) -> StepFunction:
    """Make a column of dates, as EDTF text: the start of the spell of the certain status."""
    start = partial(_since, facts=facts)
    return StepFunction(steps=_steps(institution, facts, start, (None, None), assume=assume))


def known_days_of_register(institution: OrganizationId, facts: Dataset) -> KnownDays:
    """Return the day of the founding, and the first and last day that the register covers."""
    index, founded = status_index(facts, institution), founded_of(facts, institution)
    # as the index, which answers from its first day on, whatever the founding is
    begin = min(founded.first_ordinal, index.first) if founded else BEFORE_ALL
    return begin, index.first, index.last


def _steps(
    institution: OrganizationId,
    facts: Dataset,
    value: Callable[[StatusOn], Value],
    limits: tuple[Value, Value],
    *,
    assume: bool,
) -> Callable[[str], Steps]:
    """
    Return what makes the steps of a state, of a value that is made of the status on a day.

    The limits are the value before the founding, and that on other days not covered.
    """
    index = status_index(facts, institution)
    known = known_days_of_register(institution, facts)

    def value_on(state: str, day: int) -> Value:
        on = PartialDate.from_date(date.fromordinal(day))
        return value(build_status(index, state, on, ((day, day),), facts))

    def steps(state: str) -> Steps:
        line = index.timelines.get(state, Timeline(()))
        # from its sure day on, a transition is certain in an incomplete register
        sure = (transition.sure for transition in line.transitions)
        observers_known = index.register.observers_known_from.last_ordinal
        days = {known[0], observers_known, *line.days, *sure}
        made = stepwise(days, lambda day: value_on(state, day))
        return limited(made, known, *limits, assume=assume)

    return cache(steps)


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
