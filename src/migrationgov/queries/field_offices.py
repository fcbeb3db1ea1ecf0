"""The query about the field offices of an organization."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import state_id
from migrationgov.model.dataset import Dataset
from migrationgov.model.organization_history import FieldOffice
from migrationgov.queries.organization_history import history_of
from migrationgov.results.record_list import RecordList


def field_offices_of(
    organization: mg.typing.OrganizationLike,
    *,
    state: mg.typing.StateLike | None = None,
    dataset: Dataset | None = None,
) -> RecordList[FieldOffice]:
    """
    List the field offices of an organization that the sources describe.

    A state that an office covers need not be a member, nor have an office. The list is not
    complete.

    Args:
        organization: Name, acronym, id or record of the organization.
        state: Only offices that are in this state or cover it.
        dataset: The facts to ask; the active dataset by default.

    Returns:
        `FieldOffice` records by id.

    Raises:
        UnknownOrganizationError: If there is no such organization, or no history of it.
        UnknownStateError: If there is no such state.

    >>> [office.covers for office in field_offices_of("IOM", state="Uzbekistan")]
    [('KAZ', 'KGZ', 'TJK', 'TKM', 'UZB')]
    """
    facts = resolve_dataset(dataset)
    where = None if state is None else state_id(state, facts)
    offices = history_of(organization, dataset=facts).field_offices
    found = (each for each in offices if where in (None, each.state, *each.covers))
    return RecordList(found, FieldOffice, facts)
