"""The answer of `members_on` and `parties_on`: the parties with a status on a date, by grade."""

from __future__ import annotations

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.day_ranges import day_ranges_of
from migrationgov.lookup.name_resolution import party_id
from migrationgov.results.party_lists import (
    Party_co,
    PartyList,
    evidence_to,
    party_record,
    party_row,
)
from migrationgov.timelines.stretches import grade_of
from migrationgov.vocabularies import Grade
from migrationgov.words import count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.sources import Citation
    from migrationgov.model.states import State
    from migrationgov.results.readings import Reading
    from migrationgov.timelines.index import Graded
    from migrationgov.timelines.institution import InstitutionTimelines

    Day = PartialDate | date


class MemberList(PartyList[Party_co]):
    """
    The parties that have a status or a role on a date: the answer of `members_on`.

    `len`, iteration, `codes` and ``in`` are about the certain and the listed parties. `certain`,
    `listed` and `possible` have those of one grade; `answer` and `grade` are about any party.
    """

    __slots__ = ("_graded", "_kind", "_on", "_status", "_timelines")

    def __init__(  # made by the queries alone, from the parts of an answer
        self,
        graded: Graded,
        status: str,
        kind: str | None,
        on: Day,
        dataset: Dataset,
        timelines: InstitutionTimelines,
    ) -> None:
        self._codes = graded.codes
        self._graded = graded
        self._status = status
        self._kind = kind
        self._on = on
        self._dataset = dataset
        self._timelines = timelines

    @property
    def institution(self) -> str:
        """The id of the organization or process."""
        return self._timelines.evidence.institution

    @property
    def status(self) -> str:
        """The status or role."""
        return self._status

    @property
    def on(self) -> PartialDate:
        """The date of the query."""
        return self._on if isinstance(self._on, PartialDate) else PartialDate.from_date(self._on)

    @property
    def clock(self) -> str | None:
        """What makes a party of a treaty, "effect" or "deposit"; None if it is no treaty."""
        return self._timelines.clock or None

    @property
    def kind(self) -> str | None:
        """The kind of party that is listed ("state", "organization"); None for both."""
        return self._kind

    @property
    def certain(self) -> PartyList[Party_co]:
        """The parties that certainly have the status."""
        return PartyList(self._graded.certain, self._dataset)

    @property
    def listed(self) -> PartyList[Party_co]:
        """The parties that have the status by the best reading of the evidence, not certainly."""
        certain = frozenset(self._graded.certain)
        return PartyList(tuple(c for c in self._codes if c not in certain), self._dataset)

    @property
    def possible(self) -> PartyList[Party_co]:
        """The other parties that a record names and that may have the status."""
        return PartyList(self._graded.possible, self._dataset)

    @property
    def complete(self) -> bool:
        """Whether a state that is on none of the three lists certainly lacks the status."""
        return self._graded.complete

    @property
    def complete_for_organizations(self) -> bool:
        """Whether an organization that is on none of the lists certainly lacks the status."""
        return self._every("organization").complete

    @property
    def is_whole(self) -> bool:
        """Whether it has every party of its kind, not those of a region alone."""
        every = self._every(self._kind)
        lists = self._graded.codes, self._graded.possible
        return lists == (every.codes, every.possible)

    def _every(self, kind: str | None) -> Graded:
        """Return all parties of a kind that have the status."""
        return self._timelines.index(self._status).during(day_ranges_of(self.on), kind)

    def possible_codes(self) -> tuple[str, ...]:
        """Return the ids of the parties that are only possible."""
        return self._graded.possible

    def may_have(self, code: str) -> bool:
        """Return whether a party that is not on the list may have the status all the same."""
        among = self._graded.among
        if among is not None and code not in among:
            return False
        kind = "state" if self._dataset.has_state(code) else "organization"
        return self._kind in (None, kind) and bool(self._grade_of(code))

    def answer(self, party: str | State | Organization) -> Answer:
        """Return whether a party certainly has the status; unknown if it is only listed."""
        grade = self._grade_of(party_id(party, self._dataset))
        if grade == Grade.CERTAIN:
            return Answer.YES
        return Answer.UNKNOWN if grade else Answer.NO

    def _grade_of(self, code: str) -> str:
        line = self._timelines.line(code, self._status)
        return grade_of(line.during(day_ranges_of(self.on)), self._status)

    def grade(self, party: str | State | Organization) -> Grade | None:
        """Return the grade of a party; None if it is on none of the lists."""
        code = party_id(party, self._dataset)
        if code in self._graded.certain:
            return Grade.CERTAIN
        if code in self._codes:
            return Grade.LISTED
        return Grade.POSSIBLE if code in self._graded.possible else None

    def reading(self, party: str | State | Organization) -> Reading | None:
        """Return the record behind the best reading about a party; None without one."""
        from migrationgov.results.readings import reading_of  # noqa: PLC0415 -- builds records

        code = party_id(party, self._dataset)
        stretch = self._timelines.line(code, self._status).during(day_ranges_of(self.on))[-1]
        return reading_of(stretch, self._status, code, self.institution, self.on, self._dataset)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the records behind all parties on the lists, each once."""
        parties = (*self._codes, *self._graded.possible)
        return tuple(dict.fromkeys(c for code in parties for c in self._citations_of(code)))

    def citations_of(self, party: str | State | Organization) -> tuple[Citation, ...]:
        """Return the citations of the records behind the status of one party, each once."""
        return self._citations_of(party_id(party, self._dataset))

    def _citations_of(self, code: str) -> tuple[Citation, ...]:
        from migrationgov.results.readings import (  # noqa: PLC0415 -- builds records
            clause_behind,
            records_behind,
        )

        records = records_behind(self._timelines, code, self._status, self.on, self._dataset)
        clause = clause_behind(self._timelines, code, self.on, self._dataset)
        found = (*(c for each in records for c in each.citations), *clause)
        return tuple(dict.fromkeys(found))

    def _key(self) -> tuple[Any, ...]:
        graded = self._graded
        return (
            self.institution, self.clock, self._status, self._kind, self.on, graded.codes,
            graded.certain, graded.possible, graded.complete, graded.among,
        )  # fmt: skip

    def __reduce__(self) -> tuple[object, ...]:
        asked = self.institution, self._timelines.clock, self._status, self._kind, self.on
        return _again, (self._graded, *asked, self._dataset)

    def __repr__(self) -> str:
        of = "to" if self.status == "party" else "of"
        what = f"{self.status} {of} {self.institution} on {self.on}"
        return f"<MemberList: {what}: {self.counts_in_words()}>"

    def counts_in_words(self) -> str:
        """Return how many parties there are of each grade, and of when the evidence is."""
        numbers = (("certain", self.certain), ("listed", self.listed), ("possible", self.possible))
        words = [f"{len(each)} {grade}" for grade, each in numbers if len(each)] or ["none"]
        years = self._years_of_evidence()
        if years:
            words.append(f"evidence of {years}")
        words += evidence_to(self._timelines, self.on, self._dataset)
        if not self.complete:
            words.append("not complete")
        elif self._kind is None and not self.complete_for_organizations:
            words.append("complete for states alone")
        return ", ".join([*words, *self._left_out()])

    def _years_of_evidence(self) -> str:
        """Return the years from which the evidence behind the listed parties is."""
        from datetime import date  # noqa: PLC0415 -- for a display

        days = day_ranges_of(self.on)
        lines = (self._timelines.line(code, self._status) for code in self.listed.codes)
        years = sorted({date.fromordinal(line.during(days)[-1].since).year for line in lines})
        return " to ".join(dict.fromkeys(map(str, (years[0], years[-1])))) if years else ""

    def _left_out(self) -> list[str]:
        """Return how many parties of the other kind have the status."""
        other = {"state": "organization", "organization": "state"}.get(self._kind or "")
        if other is None:
            return []
        number = len(self._every(other).codes)
        return [f"besides {count(number, other)}"] if number else []

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a dictionary for each party: what it is, its grade, the evidence behind it."""
        return [self._graded_row(code) for code in (*self._codes, *self._graded.possible)]

    def _graded_row(self, code: str) -> dict[str, Any]:
        reading = self.reading(code)
        return {
            **party_row(party_record(code, self._dataset)),
            "grade": str(self.grade(code)),
            "evidence": str(reading.date) if reading else None,
            "evidence_id": reading.id if reading else None,
            "evidence_age_days": reading.age if reading else None,
        }


def _again(
    graded: Graded, institution: str, clock: str, status: str, *rest: Any
) -> MemberList[Any]:
    """Make a member list again, from the parts of a pickle."""
    from migrationgov.timelines.gather import timelines_on  # noqa: PLC0415 -- for pickles

    kind, on, facts = rest
    timelines = timelines_on(facts, institution, day_ranges_of(on), clock)
    return MemberList(graded, status, kind, on, facts, timelines)
