"""Queries about membership: members and observers on a date, and the status of a party."""

from __future__ import annotations

from datetime import date

import migrationgov as mg
from migrationgov.dates.answer import Answer
from migrationgov.errors import UnknownTermError, check_word
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import party_id
from migrationgov.lookup.swapped_arguments import id_of
from migrationgov.queries.questions import ask, timelines_named
from migrationgov.queries.states_before import warn_before_start
from migrationgov.results.member_list import MemberList
from migrationgov.timelines.stretches import grade_of
from migrationgov.vocabularies import Grade, Status

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal, overload

    from migrationgov.timelines.stretches import Stretch

_IOM = "IOM"
_OBSERVER = Status.OBSERVER.value
_KINDS = ("state", "organization", None)


def member_list(
    on: mg.typing.DateLike,
    institution: mg.typing.InstitutionLike,
    status: str,
    kind: str | None,
    region: str | None,
    facts: mg.Dataset,
    by: str | None = None,
) -> MemberList[Any]:
    """Return the parties with a status on a date; without a status those that belong."""
    check_word("kind", kind, _KINDS)
    lines = timelines_named(institution, facts, by, on)
    status = status or lines.belonging
    if type(on) is date and region is None:
        day = on.toordinal()
        first, last = lines.evidence.covered
        if first <= day <= last:
            return MemberList(lines.index(status).on(day, kind), status, kind, on, facts, lines)
    when, days, lines = ask(on, institution, facts, by)
    index = lines.index(status)
    first, last = days[0]
    one_day = first == last and len(days) == 1  # the year 9999 is written as a day, and means any
    graded = index.on(first, kind) if one_day else index.during(days, kind)
    if region is not None:
        graded = graded.only(_states_in(region, facts))
    return MemberList(graded, status, kind, when, facts, lines)


def _states_in(region: str, facts: mg.Dataset) -> frozenset[str]:
    """Return the ids of the states in a region or subregion; refuse a word that is none."""
    words = {word for each in facts.states for word in (each.region, each.subregion)} - {""}
    check_word("region", region, sorted(words))
    return frozenset(each.id for each in facts.states if region in (each.region, each.subregion))


if TYPE_CHECKING:  # a query loads `typing` for checkers alone

    @overload
    def members_on(
        on: mg.typing.DateLike,
        institution: mg.typing.InstitutionLike = ...,
        *,
        kind: Literal["state"] = ...,
        region: str | None = ...,
        by: mg.typing.ClockLike | None = ...,
        dataset: mg.Dataset | None = ...,
    ) -> mg.results.MemberList[mg.model.State]: ...
    @overload
    def members_on(
        on: mg.typing.DateLike,
        institution: mg.typing.InstitutionLike = ...,
        *,
        kind: Literal["organization"],
        region: str | None = ...,
        by: mg.typing.ClockLike | None = ...,
        dataset: mg.Dataset | None = ...,
    ) -> mg.results.MemberList[mg.model.Organization]: ...
    @overload
    def members_on(
        on: mg.typing.DateLike,
        institution: mg.typing.InstitutionLike = ...,
        *,
        kind: None,
        region: str | None = ...,
        by: mg.typing.ClockLike | None = ...,
        dataset: mg.Dataset | None = ...,
    ) -> mg.results.MemberList[mg.model.State | mg.model.Organization]: ...


def members_on(
    on: mg.typing.DateLike,
    institution: mg.typing.InstitutionLike = _IOM,
    *,
    kind: mg.typing.PartyKind | None = "state",
    region: str | None = None,
    by: mg.typing.ClockLike | None = None,
    dataset: mg.Dataset | None = None,
) -> mg.results.MemberList[mg.model.State | mg.model.Organization]:
    """
    List the members of an institution on a date.

    A membership begins on the day on which it takes effect. A withdrawal takes effect at the end
    of its day. A vote of the Council alone does not make a member. Governments on the provisional
    Committee of 1951-54 count as members of IOM under its first name.

    Of a consultative process there are lists of participants, rarely dates of entry. A state is
    *certain* where complete lists before and after the date name it, *listed* where it is a member
    by the best reading of the evidence, and *possible* where a record names it and no evidence
    excludes it. See "Certain, listed, possible" in
    the concepts.

    The members of a treaty are its parties: those for which it is in force on the date.
    `parties_on` asks for them, too.

    Args:
        on: A `datetime.date`, a `datetime` (its civil date; also as text), a year as a number,
            EDTF text, a `PartialDate`, or a date in words ("2 December 2002", "circa 1994"). The
            year 9999 stands for a missing date, which may be any day. A month or a year ("2002")
            means every day in it: a state is a certain member if it is certain on all these days,
            listed if it is certain or listed on all, possible if it may be a member on some.
        institution: Name, acronym, id or record of an organization that has a register, of a
            treaty, or of a consultative process.
        kind: "state" for states only, "organization" for organizations only, None for both.
        region: Only states of a region or subregion of the United Nations ("Africa").
        by: For a treaty: "effect" counts whom it binds, "deposit" every party that has
            deposited its instrument, as depositaries count.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        A `MemberList`, sorted by code. `len`, iteration and `codes` are about certain and listed
        members; `certain`, `listed` and `possible` have those of one grade.

    Raises:
        InvalidDateError: If *on* is not a date.
        UnknownOrganizationError: If there is no such institution, or no register of its members.
        UnknownTermError: If *kind* or *by* is another word, or there is no such region; or if *by*
            is given for an institution that is no treaty.

    Warns:
        CoverageWarning: If the evidence does not cover *on*. Before the founding the answer is a
            plain "no" without a warning.

    >>> members = members_on("2002-12-02")
    >>> len(members), "KAZ" in members, "KAZ" in members_on("2002-12-01")
    (98, True, False)
    >>> bali = members_on("2018-08", "Bali Process")
    >>> len(bali), len(bali.certain), bali.grade("Thailand").value
    (45, 0, 'listed')
    """
    facts = resolve_dataset(dataset)
    return member_list(on, institution, "", kind, region, facts, by)


if TYPE_CHECKING:  # a query loads `typing` for checkers alone

    @overload
    def observers_on(
        on: mg.typing.DateLike,
        institution: mg.typing.InstitutionLike = ...,
        *,
        kind: Literal["state"],
        region: str | None = ...,
        dataset: mg.Dataset | None = ...,
    ) -> mg.results.MemberList[mg.model.State]: ...
    @overload
    def observers_on(
        on: mg.typing.DateLike,
        institution: mg.typing.InstitutionLike = ...,
        *,
        kind: Literal["organization"],
        region: str | None = ...,
        dataset: mg.Dataset | None = ...,
    ) -> mg.results.MemberList[mg.model.Organization]: ...
    @overload
    def observers_on(
        on: mg.typing.DateLike,
        institution: mg.typing.InstitutionLike = ...,
        *,
        kind: None = ...,
        region: str | None = ...,
        dataset: mg.Dataset | None = ...,
    ) -> mg.results.MemberList[mg.model.State | mg.model.Organization]: ...


def observers_on(
    on: mg.typing.DateLike,
    institution: mg.typing.InstitutionLike = _IOM,
    *,
    kind: mg.typing.PartyKind | None = None,
    region: str | None = None,
    dataset: mg.Dataset | None = None,
) -> mg.results.MemberList[mg.model.State | mg.model.Organization]:
    """
    List the observers of an institution on a date, states and organizations.

    Of most observer states of IOM only a first list is known, so they are possible observers long
    before they are certain observers. Before the first complete lists (`observers_known_from` of
    the register) the list of states is not complete. The list of organizations is never complete:
    an organization is recorded only where a source names it. `MemberList.answer` gives unknown for
    a party that the list may lack.

    Args:
        on: As for `members_on`.
        institution: As for `members_on`.
        kind: "state" for states only, "organization" for organizations only, None for both.
        region: As for `members_on`.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        A `MemberList`, sorted by code, as for `members_on`.

    Raises:
        UnknownTermError: If *kind* is another word, or the institution is a treaty: it has
            signatories (`parties_on`); otherwise as for `members_on`.

    Warns:
        CoverageWarning: As for `members_on`.

    >>> [state.name for state in observers_on("2002-12-02", kind="organization")]
    ['Amnesty International', 'Human Rights Watch', 'Sovereign Military Order of Malta']
    """
    facts = resolve_dataset(dataset)
    lines = timelines_named(institution, facts, on=on)
    if lines.belonging == Status.PARTY:
        raise UnknownTermError(
            f"a treaty has no observers; parties_on(..., status='signatory') has the signatories"
            f" of {lines.evidence.institution}"
        )
    return member_list(on, institution, _OBSERVER, kind, region, facts)


def is_member(
    party: mg.typing.PartyLike,
    on: mg.typing.DateLike,
    institution: mg.typing.InstitutionLike = _IOM,
    *,
    grade: mg.typing.GradeLike = Grade.CERTAIN,
    by: mg.typing.ClockLike | None = None,
    dataset: mg.Dataset | None = None,
) -> mg.Answer:
    """
    Return whether a party is a member of an institution, or party to a treaty, on a date.

    Args:
        party: Code, name or record of the state or organization.
        on: As for `members_on`. For a month or a year, yes means on every day, no on none.
        institution: As for `members_on`.
        grade: "certain": yes and no are certain. "listed": yes and no by the best reading of the
            evidence. "possible": yes unless the evidence excludes it.
        by: As for `members_on`.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        `Answer.YES`, `Answer.NO`, or `Answer.UNKNOWN` if the evidence of this grade does not
        settle it. `status_on` and `why` say why.

    Raises:
        UnknownStateError: If there is no such state.
        UnknownTermError: If there is no such grade; otherwise as for `members_on`.

    Warns:
        CoverageWarning: As for `members_on`.
        UnmatchedWarning: If the state did not exist on a day of the date, and its predecessor had
            another status; the message names the predecessor. The answer is that of the state.

    >>> is_member("Kazakhstan", "2002-12-01")
    <Answer.NO: 'no'>
    >>> is_member("Thailand", "2020-01-01", "Bali Process", grade="listed")
    <Answer.YES: 'yes'>
    """
    facts = resolve_dataset(dataset)
    wanted = Grade.parse(grade)
    code = id_of(party_id, party, on, facts)
    when, days, lines = ask(on, institution, facts, by)
    warn_before_start(code, when, days, lines, facts, about=lines.belonging)
    return _membership(lines.line(code).during(days), wanted, lines.belonging)


def _membership(met: list[Stretch], wanted: Grade, status: str) -> Answer:
    """Return whether a party has a status on days, by evidence of a grade or of a better one."""
    found = grade_of(met, status)
    if not found:
        return Answer.NO
    if wanted is Grade.POSSIBLE or found in (Grade.CERTAIN, wanted):
        return Answer.YES
    other = (each.listed not in (None, status) or status not in each.possible for each in met)
    return Answer.NO if wanted is Grade.LISTED and all(other) else Answer.UNKNOWN
