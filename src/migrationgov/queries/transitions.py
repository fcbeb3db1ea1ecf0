"""The query about transitions: of a party, in an institution, between two dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import migrationgov as mg
from migrationgov.dates.partial_date import AFTER_ALL, PartialDate
from migrationgov.errors import UnknownTermError, WrongTypeError, short_repr
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import (
    day_range_between,
    parse_date_argument,
    stated_ranges_of,
)
from migrationgov.lookup.name_resolution import party_id
from migrationgov.lookup.one_or_many import one_or_many
from migrationgov.model.transitions import Transition
from migrationgov.queries.questions import no_party, warn_about
from migrationgov.queries.spells import institutions
from migrationgov.results.record_list import RecordList
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.records import all_transitions, transitions_of
from migrationgov.vocabularies import TransitionKind


def transitions(
    party: mg.typing.PartyLike | None = None,
    institution: mg.typing.InstitutionLike | None = None,
    *,
    kind: mg.typing.TransitionLike | Iterable[mg.typing.TransitionLike] | None = None,
    between: tuple[mg.typing.DateLike, mg.typing.DateLike] | None = None,
    dataset: mg.Dataset | None = None,
) -> mg.results.RecordList[mg.model.Transition]:
    """
    List transitions: applications, admissions, accessions, withdrawals.

    Args:
        party: Only those of one state or organization; all by default.
        institution: Only those in one organization or process; all by default.
        kind: Only those of one kind ("joined", "admitted", ...), or of several: a party that left
            "withdrew", or its membership "lapsed".
        between: Only those that happened, or may have happened, between two dates: the first day
            of the first date and the last day of the second are included.
        dataset: The dataset to ask; the active one by default.

    Returns:
        `Transition` records by institution and party, each party's in order; with *between* by
        earliest and latest possible day.

    Raises:
        UnknownStateError, UnknownOrganizationError, UnknownTermError: For what is not known; also,
            without *institution*, for an organization with members that has no transitions itself.
        InvalidDateError: If a date is none, or the second date comes before the first.

    Warns:
        CoverageWarning: If a date of *between* lies outside what a register covers.

    >>> [(each.kind.value, str(each.date)) for each in transitions("KAZ", "IOM")][1:]
    [('applied', '[..2002-11-22]'), ('admitted', '2002-12-02'), ('joined', '2002-12-02')]
    >>> in_2002 = transitions(None, "IOM", between=("2002-12-01", "2002-12-31"), kind="joined")
    >>> [each.party for each in in_2002]
    ['KAZ', 'KHM', 'NGA', 'RWA', 'ZWE']
    """
    facts = resolve_dataset(dataset)
    wanted = tuple(TransitionKind) if kind is None else _kinds(kind)
    code = None if party is None else party_id(party, facts)
    ids = institutions(institution, facts)
    found = [
        each
        for one in ids
        for each in (
            all_transitions(facts, one) if code is None else transitions_of(facts, one, code)
        )
    ]
    if code in facts.register_ids and institution is None and not found:
        raise no_party(str(code), facts)
    if between is not None:
        edges = _edges(between)
        found = transitions_between(found, *edges)
        for one in ids:
            if one in facts.register_ids:
                for edge in edges:
                    warn_about(timelines_of(facts, one), parse_date_argument(edge)[0], facts)
    return RecordList((each for each in found if each.kind in wanted), Transition, facts)


def _kinds(given: Any) -> list[TransitionKind]:
    """Return one kind or several; the refusal names all words that are no kind."""
    kinds, refused = list[TransitionKind](), list[UnknownTermError]()
    for each in one_or_many(given):
        try:
            kinds.append(TransitionKind.parse(each))
        except UnknownTermError as refusal:
            refused.append(refusal)
    if refused:
        reasons = "; ".join(each.reason for each in refused)
        raise UnknownTermError(reasons, refused[0].accepted)
    return kinds


def _edges(between: Any) -> tuple[Any, Any]:
    try:
        start, end = between
    except (TypeError, ValueError):
        raise WrongTypeError(
            f"between is {short_repr(between)}; it takes two dates:"
            " between=('2002', '2002') for one year"
        ) from None
    return start, end


def transitions_between(steps: list[Transition], start: object, end: object) -> list[Transition]:
    """Return the transitions that may lie between two dates, of each party given in order."""
    low, high = day_range_between(start, end)
    found = [
        step
        for step, until in zip(steps, _latest_days(steps), strict=True)
        if _may_come_by(step.date, low, min(high, until))
    ]
    return sorted(found, key=_by_time)


def _may_come_by(when: PartialDate, low: int, high: int) -> bool:
    """
    Return whether a transition may lie in some days, where a doubted date may be any later day.

    That of a meeting may be any day (`may_lie_in`). Transitions of a party keep their order, so
    that a doubted one is bounded by the next, and by its own first day.
    """
    if when.uncertain:
        return max(when.first_ordinal, low) <= high
    return any(max(first, low) <= min(last, high) for first, last in stated_ranges_of(when))


def _latest_days(steps: list[Transition]) -> list[int]:
    """Return the last possible day of each transition; an uncertain date is not after the next."""
    following: dict[tuple[str, str], int] = {}
    days: list[int] = []
    for step in reversed(steps):
        party = step.institution, step.party
        own = AFTER_ALL if step.date.uncertain else step.date.last_ordinal
        following[party] = min(own, following.get(party, AFTER_ALL))
        days.append(following[party])
    return days[::-1]


def _by_time(step: Transition) -> tuple[date, date, str]:
    return step.date.earliest or date.min, step.date.latest or date.max, step.party
