"""Rules for the histories of organizations and for published numbers."""

from __future__ import annotations

from collections.abc import Iterator

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.model.dataset import Dataset
from migrationgov.model.organization_history import History
from migrationgov.model.tenures import DatedRecord
from migrationgov.validation.contents import out_of_order
from migrationgov.vocabularies import Basis


def _place(history: History, what: str) -> str:
    return f"histories/{history.organization}.json {what}"


def histories_are_in_order(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Milestones, sessions and published numbers stand by the first day they may be of."""
    for history in facts.histories:
        yield from out_of_order(_place(history, "milestones"), history.milestones)
        yield from out_of_order(_place(history, "sessions"), history.sessions)
    for each in facts.counts:
        yield from out_of_order(f"counts/{each.organization}.json counts", each.counts)


def parts_of_histories_resolve(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A unit or a project that a record names is there."""
    for history in facts.histories:
        known: dict[str, set[str]] = {
            "office": {each.id for each in history.field_offices},
            "work": {each.id for each in history.works},
        }
        named = [(each.person, "office", each.unit) for each in history.tenures]
        for work in history.works:
            named += [(work.id, "office", work.unit), (work.id, "work", work.part_of)]
        for who, sort, name in named:
            if name and name not in known[sort]:
                yield _place(history, who), f"names the {sort} {name!r}, which is not there"


def _lasting(history: History) -> tuple[DatedRecord, ...]:
    return (*history.tenures, *history.relations, *history.headquarters, *history.presences)


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
