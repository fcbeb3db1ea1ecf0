"""The spells of membership of a party, made from its transitions; transitions between dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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


def steps_of(register: Register, party: str, facts: Dataset) -> list[Transition]:
    """Return the steps of one party in one register, in order; its successor's comes last."""
    key = "steps", register.institution
    return facts.derived(key, lambda _: by_party(register.transitions)).get(party, [])


def attested_of(register: Register, party: str, facts: Dataset) -> list[Attestation]:
    """Return what sources show one party as, by date."""
    key = "attested", register.institution
    return facts.derived(key, lambda _: by_party(register.attestations)).get(party, [])


def spells(register: Register, party: str, facts: Dataset) -> Iterator[Spell]:
    """
    Yield the spells of one party in one register, from the first to the last.

    Whoever applies and joins on one day was an applicant on none: that is no spell.
    """
    steps = steps_of(register, party, facts)
    statuses = fold(SEAT_TRANSFERRED if step.predecessor == party else step.kind for step in steps)
    opened = 0
    for place in range(1, len(statuses) + 1):
        ended = place < len(statuses)
        if ended and statuses[place] == statuses[opened]:
            continue
        if statuses[opened] is not Status.NONE:
            its = _spell(party, statuses[opened], steps[opened - 1 : place], ended=ended)
            if its.end is None or _has_a_day(its.start, its.end):
                yield its
        opened = place


def _has_a_day(start: PartialDate, end: PartialDate) -> bool:
    return end.uncertain or start.first_ordinal <= end.last_ordinal


def _spell(party: str, status: Status, steps: list[Transition], *, ended: bool) -> Spell:
    """Make a spell of the step that opened it, those within and the one that ended it, if any."""
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
    """Return the last day of the status that a step ended."""
    if step.kind in AT_END_OF_DAY:
        return step.date
    return day_before(step.date)


def day_before(when: PartialDate) -> PartialDate:
    """Return the date one day earlier, with the same doubt."""
    if when.day:
        return PartialDate.from_date(when.day - timedelta(days=1))
    first, last = (_shifted(edge) for edge in (when.earliest, when.latest))
    mark = "?" if when.uncertain else ""
    if mark:
        return PartialDate.parse(
            f"{first}{mark if first else '..'}/{last}{mark if last else '..'}"
        )
    return PartialDate.parse(f"[{first}..{last}]")


def _shifted(edge: date | None) -> str:
    return "" if edge is None else (edge - timedelta(days=1)).isoformat()


def covering(its: Sequence[Spell], days: tuple[DayRange, ...]) -> list[Spell]:
    """Return those of somebody's spells, given in order, that may cover a day of the stretches."""
    return [
        spell
        for spell, start in zip_longest(its, (spell.start for spell in its[1:]))
        if any(
            spell.start.first_ordinal <= last and first <= _latest_end(spell, start)
            for first, last in days
        )
    ]


def _latest_end(spell: Spell, following: PartialDate | None) -> int:
    """Return the last day a spell may cover: a doubted end is no later than the next start."""
    if spell.end and not spell.end.uncertain:
        return spell.end.last_ordinal
    return AFTER_ALL if following is None or following.uncertain else following.last_ordinal


def transitions_between(
    steps: Iterable[Transition], start: object, end: object
) -> list[Transition]:
    """Return the steps that may lie between two dates; each party's are given in order."""
    low, high = day_range_between(start, end)
    its = list(steps)
    latest = _latest_days(its)
    found = [
        step
        for step, until in zip(its, latest, strict=True)
        if step.date.first_ordinal <= high and until >= low
    ]
    return sorted(found, key=_by_time)


def _latest_days(steps: list[Transition]) -> list[int]:
    """Return the last day each step may be of: a doubted date is no later than the next step."""
    following: dict[tuple[str, str], int] = {}
    days: list[int] = []
    for step in reversed(steps):
        whose = step.institution, step.party
        own = AFTER_ALL if step.date.uncertain else step.date.last_ordinal
        following[whose] = min(own, following.get(whose, AFTER_ALL))
        days.append(following[whose])
    return days[::-1]


def _by_time(step: Transition) -> tuple[date, date, str]:
    return step.date.earliest or date.min, step.date.latest or date.max, step.party
