"""Rules for dates: what a file covers, when a state existed, when a record is attested."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.model.dataset import Dataset
from migrationgov.model.field_metadata import date_of
from migrationgov.model.states import State
from migrationgov.model.tenures import DatedRecord
from migrationgov.model.transitions import Transition
from migrationgov.validation.items import Item, heads, items, nested
from migrationgov.vocabularies import TransitionKind

_PLAIN = re.compile(r"\d{4}(-\d\d){0,2}")
_STATES = ("state", "states", "hosts")


def records_lie_within_coverage(facts: Dataset) -> Iterator[tuple[str, str]]:
    """
    No record is dated after the `covered_until` of its file.

    Acts on a treaty may be: its register has those that are known after the day up to which it is
    complete, and the effect of an act may lie ahead.
    """
    reach = {
        file: head.covered_until
        for file, head in heads(facts).items()
        if hasattr(head, "covered_until")
    }
    for item in items(facts):
        until = None if _is_of_treaty(item, facts) else reach.get(item.file)
        late = None if until is None else _latest_after(until, _dates(item.record))
        if late is not None:
            message = f'set covered_until to "{_value(late)}" or later in this file'
            yield str(item), f"lies after covered_until {until}; {message}"


def records_lie_before_as_of(facts: Dataset) -> Iterator[tuple[str, str]]:
    """No record is dated after `as_of`, the day on which the collection of evidence ended."""
    as_of = facts.manifest.as_of
    dated = (item for item in items(facts) if "/" in item.file)  # not the codes of states
    dated = (item for item in dated if not _is_effect(item.record))  # it may lie ahead
    late = [(date, item) for item in dated for date in _dates(item.record)]
    late = [each for each in late if _is_after(each[0], as_of)]
    if late:
        date, item = max(late, key=lambda each: each[0].first_ordinal)
        message = f'set as_of to "{_value(date)}" or later in manifest.json'
        yield "manifest.json as_of", f"{as_of} lies before {item}; {message}"


def coverage_is_consistent(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A file is covered and checked until `as_of` at most, and covered until it was checked."""
    as_of = facts.manifest.as_of
    for file, head in heads(facts).items():
        until: PartialDate | None = getattr(head, "covered_until", None)
        checked: PartialDate | None = getattr(head, "checked_on", None)
        for name, date in (("covered_until", until), ("checked_on", checked)):
            if date is not None and _is_after(date, as_of):
                message = f'set as_of to "{_value(date)}" or later there'
                yield (
                    f"{file} {name}",
                    f"{date} lies after as_of {as_of} of manifest.json; {message}",
                )
        if until is not None and checked is not None and _is_after(until, checked):
            message = f'set checked_on to "{_value(until)}" or later, or leave it out'
            yield f"{file} checked_on", f"{checked} lies before covered_until {until}; {message}"


def sources_were_read_in_time(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A source was read after it was published, and before the collection of evidence ended."""
    as_of = facts.manifest.as_of
    for each in facts.sources:
        place, read_on = f"sources.json {each.id} read_on", each.read_on
        if read_on is None:
            continue
        if _is_after(read_on, as_of):
            message = f'set as_of to "{_value(read_on)}" or later there'
            yield place, f"{read_on} lies after as_of {as_of} of manifest.json; {message}"
        if each.published is not None and _is_after(each.published, read_on):
            yield place, f"{read_on} lies before {each.published}, when it was published"


def states_existed(facts: Dataset) -> Iterator[tuple[str, str]]:
    """
    A record names a state only on days on which it existed under its id.

    A transition before the start of a state stands, if its note says why; and so does the effect
    of an act on a treaty, which may reach back.
    """
    states: dict[str, State] = {each.id: each for each in facts.states if each.start or each.end}
    for item in items(facts):
        dates = list(_dates(item.record)) if "/" in item.file else []
        if not dates or _is_effect(item.record):
            continue
        explained = isinstance(item.record, Transition) and item.record.note
        for path, record in nested(item.record):
            for code in _certain_states(record):
                message = _outside(states.get(code), dates[0], early=not explained)
                if message:
                    yield str(Item(item.file, f"{item.path}{path}", item.record)), message


def attested_dates_lie_in_the_period(facts: Dataset) -> Iterator[tuple[str, str]]:
    """The dates on which sources attest a record lie between its start and its end."""
    for item in items(facts):
        record = item.record
        if not isinstance(record, DatedRecord):
            continue
        last = AFTER_ALL if record.end is None else record.end.last_ordinal
        first = BEFORE_ALL if record.start is None else record.start.first_ordinal
        for attested in record.attested:
            if attested.date.last_ordinal < first or attested.date.first_ordinal > last:
                message = "outside its start and end; correct the date, or the start or end"
                yield str(item), f"is attested on {attested.date}, {message}"


def _certain_states(record: Any) -> Iterator[str]:
    """Yield the states that a record names without doubt."""
    if getattr(record, "certain", True):
        for name in _STATES:
            value = getattr(record, name, ())
            yield from (value,) if isinstance(value, str) else value


def _is_of_treaty(item: Item, facts: Dataset) -> bool:
    """Return whether a record is an act on a treaty."""
    own = getattr(item.record, "institution", "")
    return isinstance(item.record, Transition) and own in facts.treaty_ids


def _is_effect(record: Any) -> bool:
    return getattr(record, "kind", "") == TransitionKind.ENTERED_INTO_FORCE


def _outside(state: State | None, date: PartialDate, *, early: bool) -> str:
    """Return what is wrong and what to do if a state did not exist on a date; "" if it did."""
    if state is None or date.uncertain:
        return ""
    late = state.end is not None and date.first_ordinal > state.end.last_ordinal
    begun = state.start is None or date.last_ordinal >= state.start.first_ordinal
    early = early and not begun
    if not (early or late):
        return ""
    when = f"it began on {state.start}" if early else f"it ended on {state.end}"
    others = state.predecessors if early else state.successors
    instead = f", or name the state of that day ({', '.join(others)})" if others else ""
    doubt = f", or mark the date as doubtful ({date}?) and say why in a note"
    return f"{state.id} did not exist on {date}: {when}; correct the date{instead}{doubt}"


def _dates(record: Any) -> Iterator[PartialDate]:
    """Yield the dates of a record, and of the attestations and officers in it."""
    for _, each in nested(record):
        date = date_of(each)
        if date is not None:
            yield date


def _latest_after(until: PartialDate, dates: Iterable[PartialDate]) -> PartialDate | None:
    late = (date for date in dates if _is_after(date, until))
    return max(late, key=lambda date: date.first_ordinal, default=None)


def _is_after(date: PartialDate, other: PartialDate) -> bool:
    """Return whether a date lies after another; a date with "?" is only announced, and may."""
    return date.first_ordinal > other.last_ordinal and not date.uncertain


def _value(date: PartialDate) -> str:
    """Return a date as a file may have it as `covered_until`."""
    return str(date) if _PLAIN.fullmatch(str(date)) else str(date.earliest)
