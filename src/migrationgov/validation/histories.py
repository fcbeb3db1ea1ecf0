"""Rules for the histories of organizations and for published numbers."""

from __future__ import annotations

from collections.abc import Iterator

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.model.dataset import Dataset
from migrationgov.model.organization_history import History
from migrationgov.model.tenures import DatedRecord
from migrationgov.validation.items import out_of_order
from migrationgov.vocabularies import Basis


def _place(history: History, what: str) -> str:
    return f"histories/{history.organization}.json {what}"


def history_lists_are_sorted(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Milestones, sessions and published numbers are in the order of their first possible days."""
    for history in facts.histories:
        yield from out_of_order(_place(history, "milestones"), history.milestones)
        yield from out_of_order(_place(history, "sessions"), history.sessions)
    for each in facts.counts:
        yield from out_of_order(f"counts/{each.organization}.json counts", each.counts)


def _dated_records(history: History) -> tuple[DatedRecord, ...]:
    return (*history.tenures, *history.relations, *history.headquarters, *history.presences)


def conclusions_on_histories_are_explained(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A record that is a conclusion explains it in its note."""
    for history in facts.histories:
        for each in _dated_records(history):
            if each.basis is Basis.DERIVED and not each.note:
                yield _place(history, str(each)), "is derived; explain the conclusion in its note"


def attested_dates_lie_in_the_period(facts: Dataset) -> Iterator[tuple[str, str]]:
    """The dates on which sources attest a record lie between its start and its end."""
    for history in facts.histories:
        for each in _dated_records(history):
            last = AFTER_ALL if each.end is None else each.end.last_ordinal
            first = BEFORE_ALL if each.start is None else each.start.first_ordinal
            for attested in each.attested:
                early = attested.date.last_ordinal < first
                if early or attested.date.first_ordinal > last:
                    yield (
                        _place(history, str(each)),
                        f"attested on {attested.date}, outside its start and end",
                    )
