"""The end of a spell, as exact and as certain as the evidence on it."""

from __future__ import annotations

from datetime import date, timedelta

from migrationgov.dates.partial_date import AFTER_ALL, PartialDate
from migrationgov.model.dataset import Dataset
from migrationgov.model.field_metadata import date_of
from migrationgov.model.legal_transitions import AT_END_OF_DAY
from migrationgov.model.transitions import Transition
from migrationgov.timelines.evidence import Step
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.stretches import Stretch
from migrationgov.timelines.treaty_evidence import as_date, follows_from_clause


def end_between(last: object, following: object) -> PartialDate:
    """Return the end of a spell by lists: between two records; doubted if one of them is."""
    if isinstance(following, Transition):
        return last_day(following.kind, following.date)
    listed, without = date_of(last), day_before(date_of(following))
    return _between(listed.earliest, without.latest, doubted=listed.uncertain or without.uncertain)


def end_of_reading(
    last: Stretch, record: object, party: str, institution: str, facts: Dataset
) -> date | None:
    """
    Return the last day on which the evidence lists a party; None if it lists it to the end.

    It is not before the record that is the evidence, which may be carried back.
    """
    line = timelines_of(facts, institution).line(party)
    place = line.stretches.index(last)
    if place == len(line.days):
        return None
    return date.fromordinal(max(line.days[place] - 1, date_of(record).first_ordinal))


def within_life(
    end: PartialDate | None,
    party: str,
    institution: str,
    facts: Dataset,
    *,
    listed_until: date | None = None,
) -> PartialDate | None:
    """
    Return the end of a spell, which is not after that of its institution or state.

    Where evidence stops to list the party on a day, without an end on record, it lies between
    this day and that end.
    """
    over = _end_of_life(party, institution, facts)
    recorded = end is not None and (over is None or end.first_ordinal <= over.last_ordinal)
    if end is None or not recorded:
        if over is None or listed_until is None:
            return over if listed_until is None else _between(listed_until, None)
        return _between(min(filter(None, (listed_until, over.earliest))), over.latest)
    if over is not None and not end.uncertain and end.last_ordinal > over.last_ordinal:
        return _between(end.earliest, over.latest)
    return end


def if_it_began(end: PartialDate, began: Step) -> PartialDate:
    """
    Return the end of a spell; as open as its start, where the spell may never have begun.

    An effect that follows from the final clause does not come, where its party ended before it.
    """
    if follows_from_clause(began) and began.date.last_ordinal > end.last_ordinal:
        return _between(as_date(began.date).earliest, end.latest, doubted=end.uncertain)
    return end


def _end_of_life(party: str, institution: str, facts: Dataset) -> PartialDate | None:
    """Return when the institution or the state ended, whichever first; None while both last."""
    over = timelines_of(facts, institution).evidence.ends
    state = facts.state(party).end if facts.has_state(party) else None
    if AFTER_ALL in over:
        return state
    first, last = map(date.fromordinal, over)
    if state is None:
        return _between(first, last)
    return _between(
        min(filter(None, (first, state.earliest))), min(filter(None, (last, state.latest)))
    )


def last_day(kind: str, date: PartialDate) -> PartialDate:
    """Return the last day of the status that a transition ended."""
    return date if kind in AT_END_OF_DAY else day_before(date)


def day_before(when: PartialDate) -> PartialDate:
    """Return the date that is one day earlier and as exact."""
    first, last = (
        None if edge is None else edge - timedelta(days=1) for edge in (when.earliest, when.latest)
    )
    return _between(first, last, doubted=when.uncertain)


def _between(first: date | None, last: date | None, *, doubted: bool = False) -> PartialDate:
    """Return the date from a first to a last day; None where it is open."""
    if first is not None and first == last and not doubted:
        return PartialDate.from_date(first)
    if doubted:
        return PartialDate.parse("/".join(f"{edge}?" if edge else ".." for edge in (first, last)))
    return PartialDate.parse(f"[{first or ''}..{last or ''}]")
