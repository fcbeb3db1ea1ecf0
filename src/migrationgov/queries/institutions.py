"""Catalogues of the organizations, groups and treaties, with filters."""

from __future__ import annotations

from collections.abc import Sequence

import migrationgov as mg
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import parse_date_argument
from migrationgov.lookup.name_resolution import party_id
from migrationgov.lookup.name_search import is_treaty
from migrationgov.model.names import folded
from migrationgov.model.organizations import Organization
from migrationgov.model.treaties import Treaty
from migrationgov.queries.questions import joined_by
from migrationgov.queries.states_before import warn_of_ties_before
from migrationgov.results.party_lists import Catalogue, PartyList
from migrationgov.results.record_list import RecordList
from migrationgov.vocabularies import OrganizationKind, TreatyKind


def organizations(
    *, kind: mg.typing.OrganizationKindLike | None = None, dataset: mg.Dataset | None = None
) -> PartyList[Organization]:
    """
    List the organizations of the dataset, with and without a register of members.

    Args:
        kind: Only organizations of one kind ("united-nations", "regional", ...).
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        A `PartyList`, sorted by id.

    Raises:
        UnknownTermError: If there is no such kind; the message lists all.

    >>> organizations(kind="sovereign-entity").codes
    ('order-of-malta',)
    """
    facts = resolve_dataset(dataset)
    wanted = None if kind is None else OrganizationKind.parse(kind)
    found = (each.id for each in facts.organizations if wanted in (None, each.kind))
    return Catalogue(tuple(sorted(found)), facts)


def groups(
    *,
    member: mg.typing.PartyLike | None = None,
    on: mg.typing.DateLike | None = None,
    dataset: mg.Dataset | None = None,
) -> PartyList[Organization]:
    """
    List the organizations and groups whose members are on record, as *group* of `states` takes.

    Args:
        member: Only those of which a state or organization is a member, certain or listed.
        on: The date of *member*, as for `members_on`; without it, the last day that the evidence
            on each group covers, or of the state, if it has ended. A group of which the state is
            only a possible member is left out: `status_on` says for each what is known.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        A `PartyList`, sorted by id.

    Raises:
        UnknownStateError: If there is no such state.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: Once, if the evidence on some of the groups does not cover the date.
        UnmatchedWarning: If the state did not exist on *on*, and a predecessor was in some.

    >>> [each for each in groups(member="Ghana", on="2015").codes if each.startswith("e")]
    ['ecowas']
    """
    facts = resolve_dataset(dataset)
    ids = [each for each in facts.register_ids if not is_treaty(each, facts)]
    if member is not None:
        among, ids = ids, joined_by(member, ids, on, facts)
        _warn_before(member, on, among, facts, "groups(member={}, ...)")
    return Catalogue(tuple(ids), facts)


def treaties(
    *,
    kind: mg.typing.TreatyKindLike | None = None,
    party: mg.typing.PartyLike | None = None,
    on: mg.typing.DateLike | None = None,
    dataset: mg.Dataset | None = None,
) -> RecordList[Treaty]:
    """
    List the treaties of the dataset, all or those that meet every filter.

    Args:
        kind: "convention", "protocol" or "agreement".
        party: Only treaties that bind a state or organization, certainly or by the best reading.
        on: The date of *party*, as for `members_on`; without it, the last day that the evidence on
            each treaty covers, or of the state, if it has ended. A treaty to which the state is
            only a possible party is left out: `status_on` says for each what is known.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        `Treaty` records by name.

    Raises:
        UnknownTermError: If there is no such kind.
        UnknownStateError: If there is no such state.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: As for `groups`.
        UnmatchedWarning: As for `groups`.

    >>> [each.id for each in treaties(kind="protocol")][-1]
    'trafficking-protocol'
    """
    facts = resolve_dataset(dataset)
    wanted = None if kind is None else TreatyKind.parse(kind)
    found = [each for each in facts.treaties if wanted in (None, each.kind)]
    if party is not None:
        among = [each.id for each in found]
        joined = joined_by(party, among, on, facts)
        found = [each for each in found if each.id in joined]
        _warn_before(party, on, among, facts, "treaties(party={}, ...)")
    return RecordList(sorted(found, key=lambda each: folded(each.name)), Treaty, facts)


def _warn_before(
    party: mg.typing.PartyLike,
    on: mg.typing.DateLike | None,
    among: Sequence[str],
    facts: mg.Dataset,
    ask: str,
) -> None:
    """Warn where a state did not exist on the date, and a predecessor had a status somewhere."""
    if on is not None:
        when, days = parse_date_argument(on)
        warn_of_ties_before(party_id(party, facts), when, days, facts, ask=ask, among=among)
