"""How many members and observers an organization or a process had."""

from __future__ import annotations

from typing import Any

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import UnknownOrganizationError, UnknownProcessError
from migrationgov.frames.column_specs import register_of
from migrationgov.frames.process_columns import known_days_of_process
from migrationgov.frames.register_columns import known_days_of_register
from migrationgov.lookup.name_resolution import process_id
from migrationgov.model.dataset import Dataset
from migrationgov.queries.memberships import members_on, observers_on
from migrationgov.queries.processes import process_participants
from migrationgov.results.party_lists import MemberList
from migrationgov.vocabularies import OrganizationId, ProcessId

#: The columns of numbers.
NUMBERS = ("members_least", "members_most", "observers_least", "observers_most")


def find_institution(name: str, facts: Dataset) -> str:
    """Return the id of an organization with a register, or of a process."""
    register = register_of(name, facts)
    if register:
        return str(register)
    try:
        return process_id(name, facts)
    except UnknownProcessError as miss:
        raise UnknownOrganizationError(
            f"{name!r} is not an organization with a register"
            f" (there are {', '.join(facts.register_ids)}), and {miss}"
        ) from None


def numbers_on(institution: str, on: PartialDate, facts: Dataset) -> dict[str, int | None]:
    """Return the least and the greatest number of members and observers among states."""
    founded, first, last = _known_days(institution, facts)
    if on.last_ordinal < founded:
        return dict.fromkeys(NUMBERS, 0)
    if max(on.first_ordinal, founded) < first or on.last_ordinal > last:
        return dict.fromkeys(NUMBERS)
    numbers: dict[str, int | None] = {}
    for name, members in _member_lists(institution, on, facts).items():
        least = sum(facts.has_state(code) for code in members.codes)
        possible = sum(facts.has_state(code) for code in members.possible.codes)
        numbers[f"{name}_least"] = least
        numbers[f"{name}_most"] = least + possible if members.complete else None
    return numbers


def _known_days(institution: str, facts: Dataset) -> tuple[int, int, int]:
    """Return the day of the founding, and the first and last day that the sources cover."""
    if institution in facts.register_ids:
        return known_days_of_register(OrganizationId(institution), facts)
    return known_days_of_process(ProcessId(institution), facts)


def _member_lists(institution: str, on: PartialDate, facts: Dataset) -> dict[str, MemberList[Any]]:
    if institution in facts.register_ids:
        return {
            "members": members_on(on, institution, dataset=facts),
            "observers": observers_on(on, institution, kind="state", dataset=facts),
        }
    roster = process_participants(institution, on, dataset=facts)
    return {"members": roster.members, "observers": roster.observers}
