"""How many members and observers an organization or a process had."""

from __future__ import annotations

from typing import Any

from migrationgov.dates.partial_date import PartialDate
from migrationgov.frames.process_columns import known_days_of_process
from migrationgov.frames.register_columns import known_days_of_register
from migrationgov.model.dataset import Dataset
from migrationgov.queries.memberships import members_on, observers_on
from migrationgov.queries.processes import process_participants
from migrationgov.results.party_lists import MemberList
from migrationgov.vocabularies import OrganizationId, ProcessId

#: The columns of numbers.
NUMBERS = ("members_least", "members_most", "observers_least", "observers_most")


def numbers_on(institution: str, on: PartialDate, facts: Dataset) -> dict[str, int | None]:
    """Return the least and the greatest number of members and observers among states."""
    is_register = institution in facts.register_ids
    if is_register:
        founded, first, last = known_days_of_register(OrganizationId(institution), facts)
    else:
        founded, first, last = known_days_of_process(ProcessId(institution), facts)
    if on.last_ordinal < founded:
        return dict.fromkeys(NUMBERS, 0)
    if max(on.first_ordinal, founded) < first or on.last_ordinal > last:
        return dict.fromkeys(NUMBERS)
    if is_register:
        members: MemberList[Any] = members_on(on, institution, dataset=facts)
        observers: MemberList[Any] = observers_on(on, institution, kind="state", dataset=facts)
    else:
        roster = process_participants(institution, on, dataset=facts)
        members, observers = roster.members, roster.observers
    return _bounds("members", members, facts) | _bounds("observers", observers, facts)


def _bounds(name: str, listed: MemberList[Any], facts: Dataset) -> dict[str, int | None]:
    least = sum(facts.has_state(code) for code in listed.codes)
    possible = sum(facts.has_state(code) for code in listed.possible.codes)
    most = least + possible if listed.complete else None
    return {f"{name}_least": least, f"{name}_most": most}
