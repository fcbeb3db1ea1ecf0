"""Spells: the unbroken periods in which a party has one status in an institution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from attrs import evolve

import migrationgov as mg
from migrationgov.dates.partial_date import AFTER_ALL, PartialDate
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import DayRange, parse_date_argument
from migrationgov.lookup.name_resolution import party_id
from migrationgov.lookup.name_search import is_treaty
from migrationgov.lookup.swapped_arguments import id_of
from migrationgov.model.dataset import Dataset
from migrationgov.model.field_metadata import date_of
from migrationgov.model.participant_lists import ParticipantLists
from migrationgov.model.spells import Spell
from migrationgov.model.transitions import Transition
from migrationgov.queries.questions import party_of, timelines_named, warn_about_all
from migrationgov.queries.spell_ends import (
    end_between,
    end_of_reading,
    if_it_began,
    last_day,
    within_life,
)
from migrationgov.queries.states_before import warn_of_ties_before
from migrationgov.results.record_list import RecordList
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.records import record_of, transitions_of
from migrationgov.timelines.runs import Run, entry_within, runs_of_reading, runs_of_steps
from migrationgov.timelines.stretches import NONE, Stretch
from migrationgov.timelines.treaty_evidence import as_date
from migrationgov.vocabularies import StateId, Status


def memberships_of(
    party: mg.typing.PartyLike,
    institution: mg.typing.InstitutionLike | None = None,
    *,
    on: mg.typing.DateLike | None = None,
    status: mg.typing.StatusLike | None = Status.MEMBER,
    dataset: mg.Dataset | None = None,
) -> mg.results.RecordList[mg.model.Spell]:
    """
    List the spells of membership of a party, from the first to the last.

    A party that left and joined again has one spell for each membership. In a consultative process
    a spell rests on transitions where there are some, otherwise on lists: it starts with the first
    list that names the party (`first_listed`), which is not the date on which it joined, and lasts
    by the best reading of the evidence.

    Args:
        party: Code, name or record of the state or organization.
        institution: One institution; by default all organizations with a register, all treaties
            and all consultative processes.
        on: Only spells that may cover this date: of all certain and listed members, also where
            the first list is carried back to it, and of those whose dates leave it open.
        status: Another status ("observer", "signatory"), or None for spells of every status. By
            default members of organizations and processes, and parties to treaties, by effect.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        `Spell` records by institution and time, registers first, with citations.

    Raises:
        UnknownStateError: If there is no such state, or, without *institution*, for an
            organization with members that is no party anywhere.
        UnknownTermError: If there is no such status.

    Warns:
        CoverageWarning: If *on* lies outside the evidence on an institution; once for all.
        UnmatchedWarning: If a state did not exist on *on*, and a predecessor has ties there.

    >>> [(str(spell.start), str(spell.end)) for spell in memberships_of("AUS", "IOM")]
    [('[1951-12-05..1952-10-13]', '1973-12-31'), ('1985-05-24', 'None')]
    """
    facts = resolve_dataset(dataset)
    wanted = _wanted(status)
    ids = institutions(institution, facts)
    code = id_of(party_id, party, on, facts)
    if institution is None:
        code = party_of(code, facts, ids)
    found = [spell for each in ids for spell in spells(each, code, facts)]
    if on is not None:
        when, days = parse_date_argument(on)
        warn_about_all(ids, when, facts)
        ask = "memberships_of({}, ...)"
        warn_of_ties_before(code, when, days, facts, ask=ask, among=ids)
        found = [
            each
            for _, group in groupby(found, key=lambda each: each.institution)
            for each in covering(list(group), days, facts)
        ]
    return RecordList((each for each in found if each.status in wanted), Spell, facts)


def _wanted(status: str | None) -> tuple[Status, ...]:
    """Return the statuses that are asked for; the parties of a treaty are its members."""
    if status is None:
        return tuple(Status)
    wanted = Status.parse(status)
    return (Status.MEMBER, Status.PARTY) if wanted is Status.MEMBER else (wanted,)


def institutions(institution: mg.typing.InstitutionLike | None, facts: Dataset) -> tuple[str, ...]:
    """Return the id of one institution, or of all: organizations, treaties, then processes."""
    if institution is None:
        registers = sorted(facts.register_ids, key=lambda each: is_treaty(each, facts))
        return *registers, *facts.process_ids
    return (timelines_named(institution, facts).evidence.institution,)


def spells(institution: str, party: str, facts: Dataset) -> tuple[Spell, ...]:
    """Return the spells of a party in an institution, from the first to the last."""
    lines = timelines_of(facts, institution)
    if party not in lines.parties:
        return ()  # spares building the records of others
    made = _by_transitions if lines.has_entry(party) else _by_lists
    key = "spells", institution, party
    return facts.derived(key, lambda _: tuple(made(institution, party, facts)))


def _by_transitions(institution: str, party: str, facts: Dataset) -> Iterator[Spell]:
    """
    Yield the spells to which the transitions of a party of a register lead.

    A party that applies and joins on one day is not an applicant on any day, so there is no spell
    of that status.
    """
    lines = timelines_of(facts, institution)
    here = lines.evidence.steps[party]
    steps = transitions_of(facts, institution, party)
    for status, first, place in runs_of_steps(lines, party):
        dates = [as_date(each.date) for each in here[first:place]]
        ended = place <= len(here)
        found = last_day(steps[place - 1].kind, as_date(here[place - 1].date)) if ended else None
        end = within_life(found, party, institution, facts)
        if end is None or end.uncertain or dates[0].first_ordinal <= end.last_ordinal:
            end = end if end is None else if_it_began(end, here[first])
            made = _spell(party, status, steps[first:place], dates, end)
            yield evolve(made, closed_by=steps[place - 1]) if ended else made


def _spell(
    party: str,
    status: str,
    steps: list[Transition],
    dates: list[PartialDate],
    end: PartialDate | None,
) -> Spell:
    """Make a spell of the transitions that began it, lie within it and, if any, ended it."""
    first, last = steps[0], steps[-1]
    return Spell(
        institution=first.institution,
        party=party,
        status=Status(status),
        start=dates[0],
        end=end,
        steps=tuple(steps),
        since=dates[0],
        continues=first.predecessor or None,
        continued_by=StateId(last.state) if last.predecessor == party else None,
    )


def _by_lists(institution: str, party: str, facts: Dataset) -> Iterator[Spell]:
    """Yield the spells of a party by the best reading of the evidence on a process."""
    line = timelines_of(facts, institution).line(party)
    runs = runs_of_reading(line)
    for number, (status, run, days) in enumerate(runs):
        if status == NONE:
            continue
        keys = list(dict.fromkeys(each.by for each in run if each.by))
        records = [record_of(facts, institution, party, key) for key in keys]
        following = runs[number + 1].stretches[0].by if number + 1 < len(runs) else None
        ended = record_of(facts, institution, party, following) if following else None
        entered = entry_within(facts, institution, party, status, days)
        is_step = [key[0] == "step" for key in keys]
        yield Spell(
            institution=institution,
            party=party,
            status=Status(status),
            start=date_of(records[0]),
            end=within_life(
                end_between(records[-1], ended) if ended else None,
                party,
                institution,
                facts,
                listed_until=end_of_reading(run[-1], records[-1], party, institution, facts),
            ),
            closed_by=ended
            if isinstance(ended, Transition)
            else _exit_after(records[-1], status, runs[number + 1 :], institution, party, facts),
            steps=tuple(each for each, step in zip(records, is_step, strict=True) if step),
            records=tuple(each for each, step in zip(records, is_step, strict=True) if not step),
            first_listed=_first_list(records, entered),
            since=entered,
        )


def _first_list(records: Sequence[object], entered: PartialDate | None) -> PartialDate | None:
    """Return the date of the first list of a run, unless an entry certainly lies before it."""
    lists = (date_of(each) for each in records if isinstance(each, ParticipantLists))
    first = next(lists, None)
    if first and entered and entered.last_ordinal <= first.last_ordinal:
        return None
    return first


def _exit_after(
    last: object,
    status: str,
    following: Sequence[Run],
    institution: str,
    party: str,
    facts: Dataset,
) -> Transition | None:
    """Return the first exit on record from the last record of a run to the next of its status."""
    rules = timelines_of(facts, institution).evidence.rules
    first = date_of(last).first_ordinal
    until = next((run.days[0] for run in following if run.status == status), AFTER_ALL)
    for step in transitions_of(facts, institution, party):
        left = rules.status_after(Status(status), step.kind) not in (None, status)
        if left and first <= step.date.last_ordinal and step.date.first_ordinal <= until:
            return step
    return None


def covering(
    found: Sequence[Spell], days: tuple[DayRange, ...], facts: Dataset
) -> Iterator[Spell]:
    """Yield the spells of a party in an institution, given in order, that may cover a day."""
    met = timelines_of(facts, found[0].institution).line(found[0].party).during(days)
    for spell, start in zip_longest(found, (spell.start for spell in found[1:])):
        dated = any(
            spell.start.first_ordinal <= last and first <= _latest_end(spell, start)
            for first, last in days
        )
        if any(spell.status in each.possible for each in met) and (
            dated or any(_is_read_on(each, spell, facts) for each in met)
        ):
            yield spell


def _is_read_on(stretch: Stretch, spell: Spell, facts: Dataset) -> bool:
    """Return whether a record of a spell gives the best reading on a stretch, if carried back."""
    if stretch.by is None or stretch.listed != spell.status:
        return False
    record = record_of(facts, spell.institution, spell.party, stretch.by)
    return record in (*spell.steps, *spell.records)


def _latest_end(spell: Spell, following: PartialDate | None) -> int:
    """Return the last day that a spell may cover; the next spell starts after an uncertain end."""
    if spell.end and not spell.end.uncertain:
        return spell.end.last_ordinal
    return AFTER_ALL if following is None or following.uncertain else following.last_ordinal
