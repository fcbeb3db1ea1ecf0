"""How many members and observers an organization or a process had."""

from __future__ import annotations
from typing import Any

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import UnknownOrganizationError, UnknownProcessError
from migrationgov.frames.column_specs import register_of
from migrationgov.frames.process_columns import covered
from migrationgov.lookup.name_resolution import process_id
from migrationgov.model.dataset import Dataset
from migrationgov.queries.memberships import members_on, observers_on
from migrationgov.queries.processes import process_participants
from migrationgov.queries.status_index import status_index
from migrationgov.results.party_lists import MemberList
from migrationgov.vocabularies import ProcessId

#: The columns of numbers.
NUMBERS = ("members_least", "members_most", "observers_least", "observers_most")


def found_body(name: str, facts: Dataset) -> str:
    """Return the id of an organization with a register, or of a process."""
    register = register_of(name, facts)
    if register:
        return str(register)
    try:
        return process_id(name, facts)
    except UnknownProcessError as miss:
        raise UnknownOrganizationError(
            f"{name!r} is no organization with a register"
            f" (there are {', '.join(facts.register_ids)}), and {miss}"
        ) from None


def numbers_on(body: str, on: PartialDate, facts: Dataset) -> dict[str, int | None]:
    """Return the least and the greatest number of members and observers among states."""
    first, last = _covered(body, facts)
    if on.first_ordinal < first or on.last_ordinal > last:
        return dict.fromkeys(NUMBERS)
    numbers: dict[str, int | None] = {}
    for name, roll in _rolls(body, on, facts).items():
        least = sum(facts.has_state(code) for code in roll.codes)
        possible = sum(facts.has_state(code) for code in roll.possible.codes)
        numbers[f"{name}_least"] = least
        numbers[f"{name}_most"] = least + possible if roll.complete else None
    return numbers


def _covered(body: str, facts: Dataset) -> tuple[int, int]:
    if body not in facts.register_ids:
        return covered(ProcessId(body), facts)
    here = status_index(facts, body)
    return here.first, here.last


def _rolls(body: str, on: PartialDate, facts: Dataset) -> dict[str, MemberList[Any]]:
    if body in facts.register_ids:
        return {
            "members": members_on(on, body, dataset=facts),
            "observers": observers_on(on, body, kind="state", dataset=facts),
        }
    roster = process_participants(body, on, dataset=facts)
    return {"members": roster.members, "observers": roster.observers}
