"""The query about transitions: of a party, towards an organization, between two dates."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import parse_date_argument
from migrationgov.lookup.name_resolution import party_id
from migrationgov.queries.spells import transitions_between, transitions_of
from migrationgov.queries.status_index import registers, status_index
from migrationgov.results.record_list import RecordList
from migrationgov.vocabularies import TransitionKind


def transitions(
    party: mg.typing.PartyLike | None = None,
    organization: mg.typing.OrganizationLike | None = None,
    *,
    kind: mg.typing.TransitionLike | None = None,
    between: tuple[mg.typing.DateLike, mg.typing.DateLike] | None = None,
    dataset: mg.Dataset | None = None,
) -> mg.results.RecordList[mg.model.Transition]:
    """
    List transitions: applications, admissions, accessions, withdrawals.

    Args:
        party: Only those of one state or organization; all by default.
        organization: Only those towards one organization; all by default.
        kind: Only those of one kind ("joined", "admitted", "withdrew", ...).
        between: Only those that happened, or may have happened, between two dates: the first day
            of the first date and the last day of the second are included.
        dataset: The dataset to ask; the active one by default.

    Returns:
        `Transition` records by organization and party, each party's in order; with *between* by
        earliest and latest possible day.

    Raises:
        UnknownStateError, UnknownOrganizationError, UnknownTermError: For what is not known.
        InvalidDateError: If a date is none, or the second date comes before the first.

    Warns:
        CoverageWarning: If a date of *between* lies outside what a register covers.

    >>> [(each.kind.value, str(each.date)) for each in transitions("KAZ", "IOM")][1:]
    [('applied', '[..2002-11-22]'), ('admitted', '2002-12-02'), ('joined', '2002-12-02')]
    >>> [each.party for each in transitions(between=("2002-12-01", "2002-12-31"), kind="joined")]
    ['KAZ', 'KHM', 'NGA', 'RWA', 'ZWE']
    """
    facts = resolve_dataset(dataset)
    wanted = None if kind is None else TransitionKind.parse(kind)
    code = None if party is None else party_id(party, facts)
    found = [
        each
        for register in registers(organization, facts)
        for each in (
            register.transitions if code is None else transitions_of(register, code, facts)
        )
    ]
    if between is not None:
        found = transitions_between(found, *between)
        for register in registers(organization, facts):
            for edge in between:
                index = status_index(facts, register.institution)
                index.warn_outside_coverage(parse_date_argument(edge)[0])
    return RecordList(each for each in found if wanted in (None, each.kind))
