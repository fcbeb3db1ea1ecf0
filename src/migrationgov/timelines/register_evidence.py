"""From the register of an organization to the evidence on it."""

from __future__ import annotations

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.legal_transitions import SEAT_TRANSFERRED
from migrationgov.timelines.claims import MEMBER, OBSERVER, STATUSES
from migrationgov.timelines.evidence import Evidence, PartyList, Step
from migrationgov.vocabularies import OrganizationId

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.model.dataset import Dataset


def evidence_of_register(facts: Dataset, institution: str) -> Evidence:
    """Return the evidence of the register of an organization."""
    register = facts.register(OrganizationId(institution))
    steps: dict[str, list[Step]] = {}
    organizations: set[str] = set()
    ceded: list[tuple[str, Step]] = []
    for party, is_organization, kind, date, predecessor in register.outline():
        if is_organization:
            organizations.add(party)
        when = PartialDate.parse(date)
        steps.setdefault(party, []).append(Step(kind, when))
        if predecessor:
            ceded.append((predecessor, Step(SEAT_TRANSFERRED, when)))
    for predecessor, step in ceded:  # a succession is the last one of the predecessor
        steps.setdefault(predecessor, []).append(step)
    lists: list[PartyList] = []
    for place, (party, is_organization, status, date) in enumerate(register.attested()):
        if is_organization:
            organizations.add(party)
        if status in (MEMBER, OBSERVER):
            lists.append(_attestation(party, status, date, place))
    first = register.covered_from.first_ordinal
    known_from: dict[str, int] = dict.fromkeys(STATUSES, first)
    known_from[OBSERVER] = max(first, register.observers_known_from.last_ordinal)
    return Evidence(
        institution,
        steps=steps,
        lists=lists,
        register=True,
        closed=register.complete,
        known_from=known_from,
        exists_from=first,
        founded=register.covered_from.last_ordinal,
        covered=(first, register.covered_until.last_ordinal),
        organizations=frozenset(organizations),
        is_organization=facts.has_organization,
    )


def _attestation(party: str, status: str, date: str, place: int) -> PartyList:
    """Return a date on which a source names a party in a status, as a list of this party alone."""
    return PartyList(
        as_of=PartialDate.parse(date),
        role=status,
        kind="partial",
        parties=frozenset({party}),
        organizations=None,
        place=place,
    )


def founded_of(facts: Dataset, institution: str) -> PartialDate | None:
    """Return when an organization was founded; None where that is not known for certain."""
    if not facts.has_organization(institution):
        return None
    founded = facts.organization(institution).founded
    return None if founded is None or founded.uncertain else founded
