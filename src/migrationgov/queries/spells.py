"""The query about spells of membership, and the transitions of which spells are made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import zip_longest

import migrationgov as mg
from migrationgov.dates.partial_date import AFTER_ALL, PartialDate
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import DayRange, day_range_between, parse_date_argument
from migrationgov.lookup.name_resolution import party_id
from migrationgov.model.dataset import Dataset
from migrationgov.model.register import Register, by_party
from migrationgov.model.spells import Spell
from migrationgov.model.status_timeline import AT_END_OF_DAY, SEAT_TRANSFERRED, Timeline, fold
from migrationgov.model.transitions import Attestation, Transition
from migrationgov.queries.status_index import registers, status_index, statuses_during
from migrationgov.results.record_list import RecordList
from migrationgov.vocabularies import Status


def memberships_of(
    party: mg.typing.PartyLike,
    organization: mg.typing.OrganizationLike | None = None,
    *,
    on: mg.typing.DateLike | None = None,
    status: mg.typing.StatusLike | None = Status.MEMBER,
    dataset: mg.Dataset | None = None,
) -> mg.results.RecordList[mg.model.Spell]:
    """
    List the spells of membership of a party, from the first to the last.

    A party that left and joined again has one spell for each membership.

    Args:
        party: Code, name or record of the state or organization.
        organization: One organization; by default all organizations with a register.
        on: Only spells that may cover this date.
        status: Another status ("observer"), or None for spells of every status.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        `Spell` records by organization and time, with citations for start and end.

    Raises:
        UnknownStateError: If there is no such state.
        UnknownTermError: If there is no such status.

    Warns:
        CoverageWarning: If *on* lies outside what a register covers.

    >>> [(str(spell.start), str(spell.end)) for spell in memberships_of("AUS")]
    [('[1951-12-05..1952-10-13]', '1973-12-31'), ('1985-05-24', 'None')]
    """
    facts = resolve_dataset(dataset)
    code = party_id(party, facts)
    wanted = None if status is None else Status.parse(status)
    when, days = (None, ()) if on is None else parse_date_argument(on)
    found: list[Spell] = []
    for register in registers(organization, facts):
        of_party = list(spells(register, code, facts))
        if when is not None:
            index = status_index(facts, register.institution)
            index.warn_outside_coverage(when)
            met = statuses_during(index.timelines.get(code, Timeline(())), days)
            possible = frozenset[Status]().union(*met)
            of_party = [each for each in covering(of_party, days) if each.status in possible]
        found += [each for each in of_party if wanted in (None, each.status)]
    return RecordList(found)


def transitions_of(register: Register, party: str, facts: Dataset) -> list[Transition]:
    """Return the transitions of a party in order; the succession of its successor comes last."""
    key = "transitions", register.institution
    return facts.derived(key, lambda _: by_party(register.transitions)).get(party, [])


def attestations_of(register: Register, party: str, facts: Dataset) -> list[Attestation]:
    """Return the attestations of the status of a party, by date."""
    key = "attestations", register.institution
    return facts.derived(key, lambda _: by_party(register.attestations)).get(party, [])


def spells(register: Register, party: str, facts: Dataset) -> Iterator[Spell]:
    """
    Yield the spells of a party in a register, from the first to the last.

    A party that applies and joins on one day is not an applicant on any day, so there is no spell
    of that status.
    """
    steps = transitions_of(register, party, facts)
    statuses = fold(SEAT_TRANSFERRED if step.predecessor == party else step.kind for step in steps)
    opened = 0
    for place in range(1, len(statuses) + 1):
        ended = place < len(statuses)
        if ended and statuses[place] == statuses[opened]:
            continue
        if statuses[opened] is not Status.NONE:
            spell = _spell(party, statuses[opened], steps[opened - 1 : place], ended=ended)
            end = spell.end
            if end is None or end.uncertain or spell.start.first_ordinal <= end.last_ordinal:
                yield spell
        opened = place


def _spell(party: str, status: Status, steps: list[Transition], *, ended: bool) -> Spell:
    """Make a spell of the transitions that began it, lie within it and, if any, ended it."""
    first, last = steps[0], steps[-1]
    return Spell(
        institution=first.institution,
        party=party,
        status=status,
        start=first.date,
        end=_last_day(last) if ended else None,
        steps=tuple(steps),
        continues=first.predecessor or None,
        continued_by=last.state if last.predecessor == party else None,
    )


def _last_day(step: Transition) -> PartialDate:
    """Return the last day of the status that a transition ended."""
    if step.kind in AT_END_OF_DAY:
        return step.date
    return day_before(step.date)


def day_before(when: PartialDate) -> PartialDate:
    """Return the date that is one day earlier and as exact."""
    if when.day:
        return PartialDate.from_date(when.day - timedelta(days=1))
    first, last = (
        "" if edge is None else (edge - timedelta(days=1)).isoformat()
        for edge in (when.earliest, when.latest)
    )
    if not when.uncertain:
        return PartialDate.parse(f"[{first}..{last}]")
    return PartialDate.parse("/".join(f"{edge}?" if edge else ".." for edge in (first, last)))


def covering(found: Sequence[Spell], days: tuple[DayRange, ...]) -> list[Spell]:
    """Return the spells of a party, given in order, that may cover one of the days."""
    return [
        spell
        for spell, start in zip_longest(found, (spell.start for spell in found[1:]))
        if any(
            spell.start.first_ordinal <= last and first <= _latest_end(spell, start)
            for first, last in days
        )
    ]


def _latest_end(spell: Spell, following: PartialDate | None) -> int:
    """Return the last day that a spell may cover; the next spell starts after an uncertain end."""
    if spell.end and not spell.end.uncertain:
        return spell.end.last_ordinal
    return AFTER_ALL if following is None or following.uncertain else following.last_ordinal


def transitions_between(steps: list[Transition], start: object, end: object) -> list[Transition]:
    """Return the transitions that may lie between two dates, of each party given in order."""
    low, high = day_range_between(start, end)
    found = [
        step
        for step, until in zip(steps, _latest_days(steps), strict=True)
        if step.date.first_ordinal <= high and until >= low
    ]
    return sorted(found, key=_by_time)


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
