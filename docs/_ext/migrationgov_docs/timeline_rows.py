"""What the timelines of pages draw: the statuses of each party in each institution."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import migrationgov as mg
from migrationgov.plots.intervals import intervals_of, joined
from migrationgov.plots.signatures import Interval
from migrationgov.timelines import timelines_of
from migrationgov.vocabularies import ProcessRole
from migrationgov_docs.marks import sort_of

#: What one is in an institution. Offices, chairs and what one does at a meeting are no status.
STATUSES = (
    ProcessRole.MEMBER, ProcessRole.ASSOCIATE, ProcessRole.OBSERVER, ProcessRole.APPLICANT,
    ProcessRole.PARTICIPANT, ProcessRole.PARTNER, ProcessRole.PARTY, ProcessRole.SIGNATORY,
)  # fmt: skip
_CHAIRS = (ProcessRole.CHAIR, ProcessRole.CO_CHAIR)
_ORDER = ("participant", "observer", "member")


@cache
def _all_of(party: str, institution: str, facts: mg.Dataset) -> tuple[Interval, ...]:
    """Return all intervals; the page of the state and that of the institution have the same."""
    return tuple(joined(intervals_of(party, institution, facts)))


def statuses_of(party: str, institution: str, facts: mg.Dataset) -> list[Interval]:
    """Return the intervals of statuses, those last that are drawn over others."""
    found = [each for each in _all_of(party, institution, facts) if each["role"] in STATUSES]
    return sorted(found, key=lambda each: (_ORDER.index(sort_of(each["role"])), each["first"]))


def drawn(intervals: Sequence[Interval]) -> list[Interval]:
    """Return intervals without those of a possible participant who is, or may be, more."""
    others = [each for each in intervals if sort_of(each["role"]) != "participant"]
    return [
        each
        for each in intervals
        if each in others
        or each["grade"] != "possible"
        or not any(o["first"] <= each["last"] and each["first"] <= o["last"] for o in others)
    ]


def chairs_of(institution: str, facts: mg.Dataset) -> list[tuple[str, Interval]]:
    """Return who chairs an institution, with the interval, by its first day."""
    found = [
        (party, each)
        for party in timelines_of(facts, institution).parties
        for each in _all_of(party, institution, facts)
        if each["role"] in _CHAIRS
    ]
    return sorted(found, key=lambda each: (each[1]["first"], each[0]))


def parties_of(institution: str, facts: mg.Dataset) -> dict[str, list[Interval]]:
    """Return the parties that have a status on some day, with their intervals."""
    found = {
        party: statuses_of(party, institution, facts)
        for party in timelines_of(facts, institution).parties
    }
    return {party: its for party, its in found.items() if its}
