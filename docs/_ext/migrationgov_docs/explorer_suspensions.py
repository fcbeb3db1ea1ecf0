"""The suspensions of the explorer: on which days a member is, or may be, suspended."""

from __future__ import annotations

import warnings
from datetime import date
from itertools import groupby, pairwise

import migrationgov as mg
from migrationgov.timelines.gather import timelines_of
from migrationgov.vocabularies import TransitionKind

#: First day, last day (0: it lasts), and whether it is certain.
Run = list[int]

_LAST = date.max.toordinal()


def suspensions(facts: mg.Dataset) -> dict[str, dict[str, list[Run]]]:
    """Return the days of each suspension, by institution and party."""
    found: dict[str, dict[str, list[Run]]] = {}
    for register in facts.registers:
        met = (t for t in register.transitions if t.kind is TransitionKind.SUSPENDED)
        for party in sorted({each.party for each in met}):
            found.setdefault(register.institution, {})[party] = _runs(party, register, facts)
    return found


def _runs(party: str, register: mg.model.Register, facts: mg.Dataset) -> list[Run]:
    days = [*_days(party, register, facts), _LAST + 1]
    answers = [
        (_suspended(party, register.institution, day, facts), day, following - 1)
        for day, following in pairwise(days)
    ]
    runs = []
    for answer, group in groupby(answers, key=lambda each: each[0]):
        members = list(group)
        last = members[-1][2]
        if answer is not mg.Answer.NO:
            runs.append([members[0][1], last * (last < _LAST), int(answer is mg.Answer.YES)])
    return runs


def _days(party: str, register: mg.model.Register, facts: mg.Dataset) -> list[int]:
    """Return the days on which an answer may change: of the timeline, or just after a date."""
    found = set(timelines_of(facts, register.institution).line(party).days)
    for each in register.transitions:
        if party in (each.party, each.predecessor):
            bounds = each.date.first_ordinal, each.date.last_ordinal
            found |= {day + more for day in bounds for more in (0, 1, 2)}
    return sorted(day for day in found if 0 < day <= _LAST)


def _suspended(party: str, institution: str, day: int, facts: mg.Dataset) -> mg.Answer:
    with warnings.catch_warnings():  # the page itself tells until when the evidence lasts
        warnings.simplefilter("ignore")
        when = date.fromordinal(day)
        return mg.status_on(party, when, institution, dataset=facts).suspended
