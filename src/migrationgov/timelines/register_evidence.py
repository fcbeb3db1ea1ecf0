"""From the register of an organization to the evidence on it."""

from __future__ import annotations

from migrationgov.dates.partial_date import PartialDate
from migrationgov.timelines.claims import APPLICANT, MEMBER, OBSERVER
from migrationgov.timelines.evidence import Evidence, PartyList
from migrationgov.timelines.register_steps import RegisterSteps, known_until, lists_of
from migrationgov.vocabularies import RegisterKind, Scope

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.register import Register


def evidence_of_register(facts: Dataset, institution: str) -> Evidence:
    """Return the evidence of the register of an organization."""
    register = facts.register(institution)
    steps = RegisterSteps(register)
    lists = _lists(register, steps.organizations)
    first = register.covered_from.first_ordinal
    observers = register.observers_known_from.last_ordinal
    last = known_until(register)
    return Evidence(
        institution,
        steps=steps.with_ceded(steps.own),
        lists=lists,
        register=register.complete or not any(each.complete for each in lists),
        with_gaps=register.complete_for == Scope.NONE,
        closed=register.complete,
        known={
            MEMBER: (first, last),
            OBSERVER: (max(first, observers), last),
            APPLICANT: (first, last),
        },
        exists_from=first,
        founded=register.covered_from.last_ordinal,
        covered=(first, register.covered_until.last_ordinal),
        organizations=frozenset(steps.organizations),
        is_organization=facts.has_organization,
        lives=facts.state_lives,  # the members of a complete register need none
    )


def _lists(register: Register, organizations: set[str]) -> list[PartyList]:
    """Return the attestations and the lists of a register; note the organizations they name."""
    attested = list(register.attested())
    organizations |= {party for party, is_organization, *_ in attested if is_organization}
    found = [
        _attestation(party, status, date, place)
        for place, (party, _, status, date) in enumerate(attested)
        if status in (MEMBER, OBSERVER)
    ]
    return found + lists_of(register, organizations, len(attested))


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
    """Return when an organization was founded, or a treaty adopted; None where not for certain."""
    register = facts.register(institution)
    if register.kind == RegisterKind.TREATY:  # the register of a treaty begins with it
        return register.covered_from
    if not facts.has_organization(institution):
        return None
    founded = facts.organization(institution).founded
    return None if founded is None or founded.uncertain else founded
