"""The status or role of one party in an institution on a date."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.day_ranges import day_ranges_of
from migrationgov.model.dataset import Dataset
from migrationgov.model.field_metadata import date_of
from migrationgov.model.sources import Citation
from migrationgov.record import Record
from migrationgov.results.readings import (
    Reading,
    clause_behind,
    reading_of,
    records_behind,
)
from migrationgov.results.record_list import RecordList
from migrationgov.timelines.gather import timelines_on
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.records import first_listed
from migrationgov.timelines.runs import entry_by
from migrationgov.vocabularies import Grade, ProcessId, ProcessRole


@frozen(kw_only=True, repr=False)
class Participation(Record):
    """
    The status or role of one party in an institution on a date, and the evidence behind it.

    Attributes:
        institution: Id of the process or organization.
        participant: Id of the state or organization.
        role: The status or role.
        grade: Certain, listed or possible.
        on: The date of the query.
    """

    institution: str
    participant: str
    role: ProcessRole
    grade: Grade
    on: PartialDate
    _dataset: Dataset = field(alias="dataset", eq=False)

    @property
    def process(self) -> ProcessId:
        """The id of the institution, of a process."""
        return ProcessId(self.institution)

    @property
    def certain(self) -> bool:
        """Whether it is certain."""
        return self.grade is Grade.CERTAIN

    @property
    def answer(self) -> Answer:
        """`Answer.YES` if it is certain, else `Answer.UNKNOWN`."""
        return Answer.YES if self.certain else Answer.UNKNOWN

    @property
    def reading(self) -> Reading | None:
        """The record behind the best reading; None where the role is only possible."""
        line = self._timelines.line(self.participant, self.role.value)
        last = line.during(day_ranges_of(self.on))[-1]
        return reading_of(
            last, self.role, self.participant, self.institution, self.on, self._dataset
        )

    @property
    def _timelines(self) -> InstitutionTimelines:
        return timelines_on(self._dataset, self.institution, day_ranges_of(self.on))

    @property
    def _records(self) -> list[Any]:
        role, facts = self.role.value, self._dataset
        return records_behind(self._timelines, self.participant, role, self.on, facts)

    @property
    def as_of(self) -> tuple[str, ...]:
        """The dates of the lists, or the periods of the terms, behind the answer."""
        return tuple(
            dict.fromkeys(str(getattr(r, "period", None) or date_of(r)) for r in self._records)
        )

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The sources of the records behind the answer, each once."""
        clause = clause_behind(self._timelines, self.participant, self.on, self._dataset)
        found = (*(c for each in self._records for c in each.citations), *clause)
        return tuple(dict.fromkeys(found))

    @property
    def first_listed(self) -> PartialDate | None:
        """
        The date of the first list that names the party so; it may have joined before.

        None where a dated entry lies before that list, and for a chair, who has a term.
        """
        return first_listed(self._dataset, self.institution, self.participant, self.role.value)

    @property
    def since(self) -> PartialDate | None:
        """
        The date of the entry that began the last spell by the date, as `memberships_of` gives it.

        It may be the founding of which the entry was a part. None where no entry is on record, and
        where that spell certainly ended before the date: who may have come back came another day.
        """
        days, facts = day_ranges_of(self.on)[-1], self._dataset
        return entry_by(facts, self.institution, self.participant, self.role.value, days)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values, with the date, the id and the age of the evidence."""
        reading = self.reading
        return {
            "institution": self.institution,
            "participant": self.participant,
            "role": self.role.value,
            "grade": self.grade.value,
            "on": str(self.on),
            "evidence": str(reading.date) if reading else None,
            "evidence_id": reading.id if reading else None,
            "evidence_age_days": reading.age if reading else None,
            "as_of": list(self.as_of),
        }

    def __str__(self) -> str:
        doubt = "" if self.certain else f" ({self.grade}{self._evidence_in_words()})"
        of = "to" if self.role is ProcessRole.PARTY else "of"
        return f"{self.participant}: {self.role} {of} {self.institution}{doubt}"

    def _evidence_in_words(self) -> str:
        reading = self.reading
        return f", {reading.date}" if reading else ""


@frozen(kw_only=True, repr=False)
class SharedProcess(Record):
    """
    A process in which two states or organizations both take part.

    Attributes:
        process: Id of the process.
        first: Roles of the first party.
        second: Roles of the second party.
    """

    process: ProcessId
    first: RecordList[Participation]
    second: RecordList[Participation]

    @property
    def grade(self) -> Grade:
        """The lower one of the best grades of both parties, in any role."""
        grades = list(Grade)
        sides = (self.first, self.second)
        return grades[max(min(grades.index(each.grade) for each in side) for side in sides)]

    @property
    def answer(self) -> Answer:
        """Whether both certainly take part, in any role."""
        return Answer.YES if self.grade is Grade.CERTAIN else Answer.UNKNOWN

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations for both parties, each once."""
        return tuple(dict.fromkeys((*self.first.citations, *self.second.citations)))

    def __str__(self) -> str:
        return self.process if self.grade is Grade.CERTAIN else f"{self.process} ({self.grade})"
