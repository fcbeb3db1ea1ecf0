"""Where a date lies beyond the sources: whoever reads a page has not seen the warning."""

from __future__ import annotations

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.dataset import Dataset


def outside(
    asked: PartialDate, until: PartialDate, since: PartialDate | None = None
) -> tuple[str, ...]:
    """Say that a date lies, even in part, before or after what is covered; nothing if inside."""
    told = []
    if since is not None and asked.first_ordinal < since.first_ordinal:
        told.append(f"Before anything is recorded, which begins on {since}.")
    if asked.last_ordinal > until.last_ordinal:
        told.append(
            f"Beyond the evidence, which ends on {until}: as if nothing had changed since."
        )
    return tuple(told)


def outside_register(organization: str, asked: PartialDate, facts: Dataset) -> tuple[str, ...]:
    """Say it of a register; of anything else that has a roll, nothing."""
    its = next((each for each in facts.registers if each.organization == organization), None)
    return () if its is None else outside(asked, its.covered_until, its.covered_from)


def outside_history(organization: str, asked: PartialDate, facts: Dataset) -> tuple[str, ...]:
    """Say it of what else is recorded about an organization; without that, of the dataset."""
    its = next((each for each in facts.histories if each.organization == organization), None)
    until = facts.manifest.as_of if its is None else its.covered_until
    founded = next((o.founded for o in facts.organizations if o.id == organization), None)
    return outside(asked, until, founded)
