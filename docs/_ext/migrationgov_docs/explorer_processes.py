"""The facts of the explorer about processes: which party has which role, between which days."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import migrationgov as mg
from migrationgov.queries.process_founding import opening, precedes_founding
from migrationgov_docs.references import References

_LAST = date.max.toordinal()

#: The answer for a party and a role ("y" or "u"), and the place of its evidence.
Answered = tuple[str, int]


def process_answers(
    process: mg.model.ConsultativeProcess, facts: mg.Dataset, refs: References
) -> dict[str, Any]:
    """Return the facts of one process."""
    opened = opening(process, facts)
    stretches = _Stretches(process, facts, refs)
    return {
        "name": process.name,
        "kind": process.kind,
        "region": process.region,
        "status": str(process.statuses[-1]) if process.statuses else "",
        "from": [str(opened), opened.first_ordinal] if opened else None,
        # then there is no warning before it
        "founded": precedes_founding(process, ((1, 1),), facts),
        "until": [str(process.covered_until), process.covered_until.last_ordinal],
        "latest": min(process.covered_until.last_ordinal, _LAST),
        "days": stretches.days,
        "asOf": stretches.as_of,
        "roles": stretches.roles,
        "evidence": stretches.evidence,
        "named": sorted(stretches.named),
        "terms": [_term(each, refs) for each in process.terms],
        "lists": [_lists(each, refs) for each in process.participant_lists],
    }


class _Stretches:
    """The rosters of all stretches of days, as runs of equal answers."""

    def __init__(
        self, process: mg.model.ConsultativeProcess, facts: mg.Dataset, refs: References
    ) -> None:
        self._refs = refs
        self._evidence: dict[tuple[tuple[str, ...], tuple[int, ...]], int] = {}
        opened = opening(process, facts)
        rosters = [(day, _roster(process, day, facts)) for day in _critical(process, opened)]
        answers = [(day, self._answers(roster)) for day, roster in rosters]
        kept = [answers[0], *(b for a, b in pairwise(answers) if a[1] != b[1])]
        self.days = [day for day, _ in kept[1:]]
        self.as_of = _runs([each["as_of"] for _, each in kept])
        self.named = {
            party for _, each in kept for holders in each["parties"].values() for party in holders
        }
        self.roles = {
            role: self._role(role, [each for _, each in kept])
            for role in mg.vocabularies.ProcessRole
        }
        self.roles = {role: found for role, found in self.roles.items() if found["parties"]}
        self.evidence = [[list(dates), list(cited)] for dates, cited in self._evidence]

    def _answers(self, roster: mg.results.Roster) -> dict[str, Any]:
        parties: dict[str, dict[str, Answered]] = {}
        for each in (*roster.certain, *roster.possible):
            cited = tuple(self._refs.places(each.citations))
            place = self._evidence.setdefault((each.as_of, cited), len(self._evidence))
            answer = "y" if each.certain else "u"
            parties.setdefault(each.role, {})[each.participant] = answer, place
        as_of = str(roster.as_of) if roster.as_of else ""
        return {"as_of": as_of, "complete": roster.complete_roles, "parties": parties}

    @staticmethod
    def _role(role: str, answers: list[dict[str, Any]]) -> dict[str, Any]:
        found = [each["parties"].get(role, {}) for each in answers]
        complete = _runs([int(role in each["complete"]) for each in answers])
        parties = {
            party: _runs([each.get(party, 0) for each in found])
            for party in sorted(set().union(*found))
        }
        return {"complete": complete, "parties": parties}


def _runs(values: list[Any]) -> list[Any]:
    """Return the values with the place where each begins, without repeats: [0, a, 3, b]."""
    changed = [place for place in range(1, len(values)) if values[place] != values[place - 1]]
    return [part for place in (0, *changed) for part in (place, values[place])]


def _critical(process: mg.model.ConsultativeProcess, opened: mg.PartialDate | None) -> list[int]:
    """Return the first day, and the days on which an answer may change."""
    days = {day for date in _dates(process, opened) for day in _edges(date)}
    return [1, *sorted(day for day in days if 1 < day <= _LAST)]


def _edges(date: mg.PartialDate) -> set[int]:
    return {day for edge in (date.first_ordinal, date.last_ordinal) for day in (edge, edge + 1)}


def _dates(
    process: mg.model.ConsultativeProcess, opened: mg.PartialDate | None
) -> Iterator[mg.PartialDate]:
    """Yield the dates that an answer depends on: of lists, terms, the founding and the end."""
    yield from (opened,) if opened else ()
    yield process.covered_until
    yield from (each.as_of for each in process.participant_lists)
    yield from (each.date for each in process.milestones)
    yield from (each.date for each in process.meetings)
    for term in process.terms:
        yield from (when for when in (term.start, term.end) if when)


def _roster(
    process: mg.model.ConsultativeProcess, day: int, facts: mg.Dataset
) -> mg.results.Roster:
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", mg.errors.CoverageWarning
        )  # the page has a warning of its own
        return mg.process_participants(process, on=date.fromordinal(day), dataset=facts)


def _term(each: mg.model.Term, refs: References) -> list[Any]:
    end = str(each.end) if each.end else ""
    cited = refs.places(each.citations)
    return [each.role, each.participant, str(each.start), end, each.note, cited]


def _lists(each: mg.model.ParticipantLists, refs: References) -> list[Any]:
    lists = [[names.role, names.kind, names.total, _entries(names)] for names in each.lists]
    return [str(each.as_of), each.meeting, each.note, refs.places(each.citations), lists]


def _entries(names: mg.model.RoleList) -> str:
    return " ".join(
        each.participant if each.certain else f"{each.participant}?" for each in names.entries
    )
