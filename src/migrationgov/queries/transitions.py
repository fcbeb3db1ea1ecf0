"""The documented steps themselves, of one state, of one kind, or between two dates."""

from __future__ import annotations

from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import parse_date_argument
from migrationgov.lookup.name_resolution import party_id
from migrationgov.model.transitions import Transition
from migrationgov.queries.spells import steps_of, transitions_between
from migrationgov.queries.status_index import registers, warn_outside_register
from migrationgov.results.record_list import RecordList
from migrationgov.vocabularies import TransitionKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.states import State

    DateLike = date | PartialDate | str
    PartyLike = str | State | Organization
    OrganizationLike = str | Organization


def transitions(
    party: PartyLike | None = None,
    organization: OrganizationLike | None = None,
    *,
    kind: TransitionKind | str | None = None,
    between: tuple[DateLike, DateLike] | None = None,
    dataset: Dataset | None = None,
) -> RecordList[Transition]:
    """
    List documented transitions: applications, admissions, accessions, withdrawals.

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
        for each in (register.transitions if code is None else steps_of(register, code, facts))
    ]
    if between is not None:
        found = transitions_between(found, *between)
        for register in registers(organization, facts):
            for edge in between:
                warn_outside_register(parse_date_argument(edge)[0], register)
    return RecordList(each for each in found if wanted in (None, each.kind))
