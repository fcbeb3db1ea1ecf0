"""Rules for the histories of organizations and for published numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.model.dataset import Dataset
from migrationgov.model.organization_history import History
from migrationgov.model.tenures import DatedRecord
from migrationgov.vocabularies import Basis


def _place(history: History, what: str) -> str:
    return f"histories/{history.organization}.json {what}"


def _first(when: PartialDate) -> date:
    return when.earliest or date.min


def histories_are_in_order(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Milestones, sessions and published numbers stand by the first day they may be of."""
    for history in facts.histories:
        dated = {
            "milestones": [each.date for each in history.milestones],
            "sessions": [each.date for each in history.sessions],
        }
        for what, dates in dated.items():
            yield from _out_of_order(_place(history, what), dates)
    for each in facts.counts:
        dates = [claim.as_of for claim in each.counts]
        yield from _out_of_order(f"counts/{each.organization}.json", dates)


def _out_of_order(place: str, dates: list[PartialDate]) -> Iterator[tuple[str, str]]:
    for before, after in pairwise(dates):
        if _first(before) > _first(after):
            yield place, f"{after} stands after {before}; sort by date"


def parts_of_histories_resolve(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A unit, a project or a process that a record names is there."""
    for history in facts.histories:
        known: dict[str, set[str]] = {
            "office": {each.id for each in history.offices},
            "work": {each.id for each in history.works},
            "process": set(facts.process_ids),
        }
        named = [(each.person, "office", each.unit) for each in history.tenures]
        for work in history.works:
            named += [(work.id, "office", work.unit), (work.id, "work", work.part_of)]
            named += [(work.id, "process", work.process)]
        for who, sort, name in named:
            if name and name not in known[sort]:
                yield _place(history, who), f"names the {sort} {name!r}, which is not there"


def _lasting(history: History) -> tuple[DatedRecord, ...]:
    return (*history.tenures, *history.relations, *history.seats, *history.presences)


def conclusions_on_histories_are_explained(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Whatever we concluded says how."""
    for history in facts.histories:
        for each in _lasting(history):
            if each.basis is Basis.DERIVED and not each.note:
                yield _place(history, str(each)), "is derived without a reason in its note"


def attested_dates_lie_in_the_term(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A term that has a start covers every date on which a source shows it."""
    for history in facts.histories:
        for each in _lasting(history):
            last = AFTER_ALL if each.end is None else each.end.last_ordinal
            first = BEFORE_ALL if each.start is None else each.start.first_ordinal
            for shown in each.attested:
                early = shown.date.last_ordinal < first
                if early or shown.date.first_ordinal > last:
                    yield _place(history, str(each)), f"attested on {shown}, outside the term"
