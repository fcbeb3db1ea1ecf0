"""The record behind the best reading of the evidence."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.day_ranges import DayRange, day_ranges_of
from migrationgov.model.dataset import Dataset
from migrationgov.model.events import Milestone
from migrationgov.model.fact_ids import fact_id
from migrationgov.model.field_metadata import date_of
from migrationgov.model.participant_lists import ParticipantLists
from migrationgov.model.processes import Term
from migrationgov.model.sources import Citation
from migrationgov.model.transitions import Transition
from migrationgov.record import Record
from migrationgov.timelines.counting import counting_records, naming
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.records import attestations_of, record_of
from migrationgov.timelines.stretches import Stretch
from migrationgov.timelines.treaty_evidence import follows_from_clause


@frozen(kw_only=True, repr=False)
class Reading(Record):
    """
    The record behind the best reading on a date: the evidence, how old it is, and its sources.

    Attributes:
        record: The record: a transition, lists of participants, a term, a milestone.
        age: The days from the evidence to the last day of the date; negative where the evidence is
            later and carried back.
    """

    record: Any
    age: int
    _dataset: Dataset = field(alias="dataset", eq=False)

    @property
    def date(self) -> PartialDate:
        """The date of the record; of a term its start."""
        found: PartialDate = date_of(self.record)
        return found

    @property
    def kind(self) -> str:
        """What the record is, in a word."""
        return kind_of(self.record)

    @property
    def id(self) -> str:
        """The id of the record among the facts of the dataset."""
        return fact_id(self._dataset, self.record)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The sources of the record."""
        found: tuple[Citation, ...] = self.record.citations
        return found

    def __str__(self) -> str:
        return record_in_words(self.record)


def record_in_words(record: Any) -> str:
    """Return what a record is and its date: "list of 2020~", "withdrew on 1984-11-12"."""
    when = date_of(record)
    if is_event(record):
        at = "on" if when.first_ordinal == when.last_ordinal else "in"
        return f"{kind_of(record).replace('-', ' ')} {at} {when}"
    return f"{kind_of(record)} of {when}"


def is_event(record: Any) -> bool:
    """Return whether a record is one step of a party or of an institution, no list or term."""
    return isinstance(record, Transition | Milestone)


def kind_of(record: Any) -> str:
    """Return what a record of the evidence is, in a word."""
    if isinstance(record, ParticipantLists):
        return "list"
    return "term" if isinstance(record, Term) else str(getattr(record, "kind", "attestation"))


def records_behind(
    timelines: InstitutionTimelines, party: str, status: str, on: PartialDate, facts: Dataset
) -> list[Any]:
    """Return the records behind the status of a party on a date, not those of later days."""
    days = day_ranges_of(on)
    last = max(end for _, end in days)
    institution = timelines.evidence.institution
    keys = naming(counting_records(timelines, party, status, days), status)
    found = [record_of(facts, institution, party, key) for key in keys]
    found = [each for each in found if date_of(each).first_ordinal <= last] or found
    attested = attestations_of(facts, institution, party)
    return [*found, *(each for each in attested if each.status == status and meets(each, days))]


def clause_behind(
    timelines: InstitutionTimelines, party: str, on: PartialDate, facts: Dataset
) -> tuple[Citation, ...]:
    """Return the sources of the final clause from which the effect on a party follows, if any."""
    here = timelines.evidence
    last = max(end for _, end in day_ranges_of(on))
    effects = filter(follows_from_clause, here.steps.get(party, ()))
    follows = any(each.date.first_ordinal <= last for each in effects)
    clause = facts.treaty(here.institution).final_clause if follows else None
    return clause.citations if clause else ()


def meets(record: Any, days: tuple[DayRange, ...]) -> bool:
    """Return whether the date of a record may be one of the days."""
    first, last = date_of(record).first_ordinal, date_of(record).last_ordinal
    return any(first <= end and start <= last for start, end in days)


def reading_of(
    stretch: Stretch,
    status: str | None,
    party: str,
    institution: str,
    on: PartialDate,
    facts: Dataset,
) -> Reading | None:
    """Return the record behind the status that a stretch lists; None where it lists another."""
    if stretch.by is None or stretch.listed != status:
        return None
    record = record_of(facts, institution, party, stretch.by)
    return Reading(record=record, age=on.last_ordinal - stretch.since, dataset=facts)
