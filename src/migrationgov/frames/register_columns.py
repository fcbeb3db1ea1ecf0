"""Tracks of a register: a state's status in an organization, and since when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.frames.step_functions import History, StepFunction, Value, cut, stepwise
from migrationgov.model.dataset import Dataset
from migrationgov.model.status_timeline import Timeline
from migrationgov.queries.spells import spells
from migrationgov.queries.status_index import StatusIndex, status_index
from migrationgov.queries.status_on import build_status
from migrationgov.results.status_on import StatusOn
from migrationgov.vocabularies import OrganizationId, Status

#: How yes, no and unknown are called in a table.
ANSWERS = {Answer.YES: "yes", Answer.NO: "no", Answer.UNKNOWN: "possible"}

_STATUSES = (Status.NONE, Status.APPLICANT, Status.OBSERVER, Status.MEMBER)


def status_track(whose: OrganizationId, facts: Dataset, *, assume: bool) -> StepFunction:
    """Make a column of statuses: member, observer, applicant, none, unknown."""
    told = _told(whose, facts, lambda its: its.status.value if its.status else "unknown")
    order = tuple(status.value for status in _STATUSES)
    limited = _limited(told, whose, facts, "unknown", assume=assume)
    return StepFunction(order=order, doubt="unknown", of=limited)


def member_track(whose: OrganizationId, facts: Dataset, *, assume: bool) -> StepFunction:
    """Make a column that tells who is a member: yes, no, possible."""
    told = _told(whose, facts, lambda its: ANSWERS[its.member])
    limited = _limited(told, whose, facts, "possible", assume=assume)
    return StepFunction(order=("no", "yes"), doubt="possible", of=limited)


def since_track(whose: OrganizationId, facts: Dataset, *, assume: bool) -> StepFunction:
    """Make a column of dates, as EDTF text: the start of the spell of the certain status."""
    told = _told(whose, facts, lambda its: _since(its, whose, facts))
    return StepFunction(of=_limited(told, whose, facts, None, assume=assume))


def _told(
    whose: OrganizationId, facts: Dataset, value: Callable[[StatusOn], Value]
) -> Callable[[str], History]:
    here = status_index(facts, whose)

    def on(state: str, day: int) -> Value:
        when = PartialDate.from_date(date.fromordinal(day))
        return value(build_status(here, state, when, ((day, day),), facts))

    return cache(lambda state: stepwise(_days(here, state), lambda day: on(state, day)))


def _days(here: StatusIndex, state: str) -> set[int]:
    """Return the days on which what the register says of a state may change."""
    line = here.timelines.get(state, Timeline(()))
    days = {*line.days, here.register.observers_known_from.last_ordinal}
    return days | {step.sure for step in line.steps}  # an incomplete register is sure from here on


def _limited(
    told: Callable[[str], History], whose: OrganizationId, facts: Dataset, beyond: Value, *,
    assume: bool,
) -> Callable[[str], History]:  # fmt: skip
    """Say "unknown" on the days that the register does not cover, unless they are assumed."""
    here = status_index(facts, whose)
    if assume:
        return told
    return cache(lambda state: cut(told(state), here.first, here.last, beyond))


def _since(its: StatusOn, whose: OrganizationId, facts: Dataset) -> str | None:
    if its.status in (None, Status.NONE):
        return None
    day = its.on.first_ordinal
    holding = [
        spell
        for spell in spells(facts.register(whose), its.party, facts)
        if spell.status is its.status
        and spell.start.first_ordinal <= day
        and (spell.end is None or day <= spell.end.last_ordinal)
    ]
    return str(holding[0].start) if len(holding) == 1 else None
