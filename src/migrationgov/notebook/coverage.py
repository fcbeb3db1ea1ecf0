"""Notes on dates beyond the evidence, for readers of a page, who have not seen the warning."""

from __future__ import annotations

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.dataset import Dataset


def coverage_notes(
    on: PartialDate, until: PartialDate, since: PartialDate | None = None
) -> list[str]:
    """Return a note for each end of the evidence that the date, even in part, lies beyond."""
    notes = []
    if since is not None and on.first_ordinal < since.first_ordinal:
        notes.append(f"The records begin on {since}.")
    if on.last_ordinal > until.last_ordinal:
        notes.append(
            f"The evidence ends on {until}: the answer assumes that nothing has changed since."
        )
    return notes


def register_notes(institution: str, on: PartialDate, facts: Dataset) -> list[str]:
    """Return the notes for the register of an institution; none where it has no register."""
    for register in facts.registers:
        if register.institution == institution:
            return coverage_notes(on, register.covered_until, register.covered_from)
    return []


def history_notes(organization: str, on: PartialDate, facts: Dataset) -> list[str]:
    """Return the notes for the history of an organization; without one, for the dataset."""
    histories = (each for each in facts.histories if each.organization == organization)
    until = next((each.covered_until for each in histories), facts.manifest.as_of)
    founded = next((each.founded for each in facts.organizations if each.id == organization), None)
    return coverage_notes(on, until, founded)
