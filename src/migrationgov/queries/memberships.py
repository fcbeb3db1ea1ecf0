"""Queries about membership: members and observers on a date, and the status of a party."""

from __future__ import annotations

from datetime import date

import migrationgov as mg
from migrationgov.dates.answer import Answer
from migrationgov.errors import check_word
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import day_ranges_of, parse_date_argument
from migrationgov.lookup.name_resolution import party_id
from migrationgov.queries.status_index import status_index, statuses_during
from migrationgov.results.completeness import Completeness
from migrationgov.results.party_lists import MemberList
from migrationgov.vocabularies import Status

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal, overload

    from migrationgov.model.sources import Citation
    from migrationgov.queries.status_index import StatusIndex

_IOM = "IOM"
_MEMBER, _OBSERVER = Status.MEMBER.value, Status.OBSERVER.value
_MEMBER_ONLY = frozenset({Status.MEMBER})


def _member_list(
    on: mg.typing.DateLike, index: StatusIndex, status: str, facts: mg.Dataset
) -> MemberList[Any]:
    if type(on) is date:
        day = on.toordinal()
        if index.complete and index.first <= day <= index.last:
            certain, possible = index.parties_on(day, status)
            return MemberList(certain, possible, index.scopes[status], on, facts, _citations)
    when, days = parse_date_argument(on)
    index.warn_outside_coverage(when)
    if when.day:
        certain, possible = index.parties_on(days[0][0], status)
    else:
        certain, possible = index.parties_during(days, status)
    scope = index.completeness(days, status)
    return MemberList(certain, possible, scope, when, facts, _citations)


def _citations(members: MemberList[Any]) -> tuple[Citation, ...]:
    """Return the citations of the transitions that put the parties on a list."""
    from migrationgov.queries.status_on import cited_for  # noqa: PLC0415 -- builds records

    parties = (*members.codes, *members.possible.codes)
    return cited_for(parties, members.on, members.institution, members.status, members.dataset)


def members_on(
    on: mg.typing.DateLike,
    organization: mg.typing.OrganizationLike = _IOM,
    *,
    dataset: mg.Dataset | None = None,
) -> mg.results.MemberList[mg.model.State]:
    """
    List the members of an organization on a date.

    A membership begins on the day on which it takes effect. A withdrawal takes effect at the end
    of its day. A vote of the Council alone does not make a member. Governments on the provisional
    Committee of 1951-54 count as members of IOM under its first name.

    Args:
        on: A `datetime.date`, a `datetime` (its civil date), EDTF text, a `PartialDate`, or a
            date in words. A month or a year ("2002") means every day in it: a state is a certain
            member if it is a member on all these days, a possible member if on some of them, or
            if that is not clear.
        organization: Name, acronym, id or record of the organization.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        A `MemberList`, sorted by code: the certain members, and in `possible` the possible ones.

    Raises:
        InvalidDateError: If *on* is not a date.
        UnknownOrganizationError: If there is no such organization, or no register of its members.

    Warns:
        CoverageWarning: If the register does not cover *on*. Before the founding the answer is a
            plain "no" without a warning.

    >>> members = members_on("2002-12-02")
    >>> len(members), "KAZ" in members, "KAZ" in members_on("2002-12-01")
    (98, True, False)
    """
    facts = resolve_dataset(dataset)
    return _member_list(on, status_index(facts, organization), _MEMBER, facts)


if TYPE_CHECKING:  # a query loads `typing` for checkers alone

    @overload
    def observers_on(
        on: mg.typing.DateLike,
        organization: mg.typing.OrganizationLike = ...,
        *,
        kind: Literal["state"],
        dataset: mg.Dataset | None = ...,
    ) -> mg.results.MemberList[mg.model.State]: ...
    @overload
    def observers_on(
        on: mg.typing.DateLike,
        organization: mg.typing.OrganizationLike = ...,
        *,
        kind: Literal["organization"],
        dataset: mg.Dataset | None = ...,
    ) -> mg.results.MemberList[mg.model.Organization]: ...
    @overload
    def observers_on(
        on: mg.typing.DateLike,
        organization: mg.typing.OrganizationLike = ...,
        *,
        kind: None = ...,
        dataset: mg.Dataset | None = ...,
    ) -> mg.results.MemberList[mg.model.State | mg.model.Organization]: ...


def observers_on(
    on: mg.typing.DateLike,
    organization: mg.typing.OrganizationLike = _IOM,
    *,
    kind: mg.typing.ObserverKind | None = None,
    dataset: mg.Dataset | None = None,
) -> mg.results.MemberList[mg.model.State | mg.model.Organization]:
    """
    List the observers of an organization on a date, states and organizations.

    Of most observer states only a first list is known, so they are possible observers long before
    they are certain observers. Before the first complete lists (`observers_known_from` of the
    register) the list of states is not complete. The list of organizations is never complete: an
    organization is recorded only where a source names it. `MemberList.answer` gives unknown for a
    party that the list may lack.

    Args:
        on: As for `members_on`.
        organization: As for `members_on`.
        kind: "state" for states only, "organization" for organizations only, None for both.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        A `MemberList`, sorted by code.

    Raises:
        UnknownTermError: If *kind* is another word; otherwise as for `members_on`.

    Warns:
        CoverageWarning: If the register does not cover *on*. Before the founding the answer is a
            plain "no" without a warning.

    >>> [state.name for state in observers_on("2002-12-02", kind="organization")]
    ['Amnesty International', 'Human Rights Watch', 'Sovereign Military Order of Malta']
    """
    check_word("kind", kind, ("state", "organization", None))
    facts = resolve_dataset(dataset)
    index = status_index(facts, organization)
    observers = _member_list(on, index, _OBSERVER, facts)
    when = observers.on
    if when.last_ordinal < index.first and index.precedes_founding(day_ranges_of(when)):
        return observers
    certain, possible = observers.codes, observers.possible.codes
    if kind is not None:
        certain, possible = (
            index.kept(codes, organizations=kind == "organization")
            for codes in (certain, possible)
        )
    scope = Completeness(
        index.register.institution,
        _OBSERVER,
        complete=kind != "organization" and index.lists_observers(when),
        known_organizations=index.organizations
        if kind != "state" and index.complete
        else frozenset(),
        settled=observers.settled,
    )
    return MemberList(certain, possible, scope, when, facts, _citations)


def is_member(
    party: mg.typing.PartyLike,
    on: mg.typing.DateLike,
    organization: mg.typing.OrganizationLike = _IOM,
    *,
    dataset: mg.Dataset | None = None,
) -> mg.Answer:
    """
    Return whether a party is a member of an organization on a date.

    Args:
        party: Code, name or record of the state or organization.
        on: As for `members_on`. For a month or a year, yes means on every day, no on none.
        organization: As for `members_on`.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        `Answer.YES`, `Answer.NO`, or `Answer.UNKNOWN` if the sources do not settle it.

    Raises:
        UnknownStateError: If there is no such state; otherwise as for `members_on`.

    Warns:
        CoverageWarning: If the register does not cover *on*. Before the founding the answer is a
            plain "no" without a warning.

    >>> is_member("Kazakhstan", "2002-12-01")
    <Answer.NO: 'no'>
    """
    facts = resolve_dataset(dataset)
    index = status_index(facts, organization)
    line = index.timelines.get(party_id(party, facts))
    when, days = parse_date_argument(on)
    index.warn_outside_coverage(when)
    without = Answer.NO if index.settled(line, days) else Answer.UNKNOWN
    if line is None:
        return without
    sets = statuses_during(line, days)
    if all(each == _MEMBER_ONLY for each in sets):
        return Answer.YES
    return Answer.UNKNOWN if any(Status.MEMBER in each for each in sets) else without


def status_on(
    party: mg.typing.PartyLike,
    on: mg.typing.DateLike,
    organization: mg.typing.OrganizationLike = _IOM,
    *,
    dataset: mg.Dataset | None = None,
) -> mg.results.StatusOn:
    """
    Return the statuses that a party may have on a date, with the evidence.

    Args:
        party: Code, name or record of a state or organization.
        on: As for `members_on`.
        organization: As for `members_on`.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        A `StatusOn`: the set of possible statuses (one: certain), what is pending, and the
        transitions just before and just after.

    Raises:
        UnknownStateError: If there is no such state; otherwise as for `members_on`.

    Warns:
        CoverageWarning: If the register does not cover *on*. Before the founding the answer is a
            plain "no" without a warning.

    >>> tajikistan = status_on("TJK", "1994-06-01")
    >>> [status.value for status in tajikistan.statuses], tajikistan.member
    (['none', 'observer'], <Answer.NO: 'no'>)
    """
    from migrationgov.queries.status_on import build_status  # noqa: PLC0415 -- builds records

    facts = resolve_dataset(dataset)
    index = status_index(facts, organization)
    when, days = parse_date_argument(on)
    index.warn_outside_coverage(when)
    return build_status(index, party_id(party, facts), when, days, facts)
