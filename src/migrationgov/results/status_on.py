"""The answer of `status_on`: the status of one party in an institution on a date."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import DayRange, day_ranges_of
from migrationgov.model.dataset import Dataset
from migrationgov.model.legal_transitions import BINDING
from migrationgov.model.sources import Citation, Disagreement
from migrationgov.model.transitions import Attestation, Transition
from migrationgov.record import Record
from migrationgov.results.party_lists import evidence_to
from migrationgov.results.plain_values import to_plain
from migrationgov.results.readings import (
    Reading,
    clause_behind,
    is_event,
    meets,
    reading_of,
    records_behind,
)
from migrationgov.results.record_list import RecordList
from migrationgov.results.status_notes import (
    disagreement_in_words,
    disagreements_near,
    last_suspension,
    open_beside,
)
from migrationgov.timelines.applications import APPLICATION
from migrationgov.timelines.gather import timelines_on
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.records import attestations_of, transitions_of
from migrationgov.timelines.stretches import Stretch, grade_of
from migrationgov.timelines.suspensions import suspended
from migrationgov.vocabularies import Clock, Grade, Status, TransitionKind

#: After these transitions an instrument has no effect any more; another state continues the seat.
_ENDS = (TransitionKind.DENOUNCED, TransitionKind.LAPSED, TransitionKind.CONTINUED)


@frozen(kw_only=True, repr=False)
class StatusOn(Record):
    """
    The statuses that a state or organization may have on a date: the answer of `status_on`.

    Attributes:
        institution: Id of the institution.
        party: Id of the state or organization.
        on: The date of the query.
        statuses: The statuses that the party may have on some day of the date. If there is only
            one, it is certain.
        listed: The status by the best reading of the evidence on every day of the date; None where
            the evidence gives no reading, or different ones.
        clock: For a treaty: whether a party is one by effect or by deposit; None for others.
    """

    institution: str
    party: str
    on: PartialDate
    statuses: tuple[Status, ...]
    listed: Status | None
    clock: Clock | None = None
    _dataset: Dataset | None = field(default=None, eq=False, alias="dataset")

    @property
    def dataset(self) -> Dataset:
        """The dataset of the query."""
        return resolve_dataset(self._dataset)

    @property
    def status(self) -> Status | None:
        """The status if it is certain, else None."""
        return self.statuses[0] if len(self.statuses) == 1 else None

    @property
    def grade(self) -> Grade | None:
        """Certain, or listed; None where nothing is listed."""
        if self.status is not None:
            return Grade.CERTAIN
        return None if self.listed is None else Grade.LISTED

    @property
    def member(self) -> Answer:
        """Whether the party certainly is a member."""
        return self._has(Status.MEMBER)

    @property
    def observer(self) -> Answer:
        """Whether the party certainly is an observer."""
        return self._has(Status.OBSERVER)

    @property
    def is_party(self) -> Answer:
        """Whether the party certainly is party to the treaty."""
        return self._has(Status.PARTY)

    @property
    def bound_since(self) -> PartialDate | None:
        """
        When a party deposited the instrument that is not yet in effect for it; else None.

        Between deposit and effect a state stays what it was: signatory, or none.
        """
        if self.clock is None or self.listed is Status.PARTY or self.status is Status.PARTY:
            return None
        last = max(end for _, end in self.days)
        steps = transitions_of(self.dataset, self.institution, self.party)
        acts = (each for each in steps if each.kind in (*BINDING, *_ENDS))
        before = [each for each in acts if each.date.last_ordinal <= last]
        return before[-1].date if before and before[-1].kind in BINDING else None

    @property
    def applicant(self) -> Answer:
        """Whether an application is pending, whatever the status is meanwhile."""
        line = self._timelines.line(self.party, APPLICATION)
        grade = grade_of(line.during(self.days), APPLICATION)
        if grade == Grade.CERTAIN:
            return Answer.YES
        return Answer.UNKNOWN if grade else Answer.NO

    @property
    def transitions(self) -> tuple[Transition, ...]:
        """The transitions from the last that certainly happened to the first that did not."""
        steps = transitions_of(self.dataset, self.institution, self.party)
        applications = self._timelines.applications(self.party)
        counts = applications.counts(self.days)
        return tuple(steps[applications.last_settled(counts[0]) : counts[-1] + 1])

    @property
    def pending(self) -> tuple[Transition, ...]:
        """
        Transitions that may await their outcome on the date.

        They are applications, admissions that are not yet in effect, and notices of withdrawal.
        """
        steps = transitions_of(self.dataset, self.institution, self.party)
        applications = self._timelines.applications(self.party)
        return tuple(steps[place] for place in applications.awaiting(self.days))

    @property
    def attestations(self) -> tuple[Attestation, ...]:
        """The statuses that sources state for the date or for some of its days."""
        its = attestations_of(self.dataset, self.institution, self.party)
        return tuple(each for each in its if meets(each, self.days))

    @property
    def disagreements(self) -> RecordList[Disagreement]:
        """The disagreements about the party here whose rival dates lie around the date."""
        found = disagreements_near(self.dataset, self.institution, self.party, self.days)
        return RecordList(found, Disagreement, self.dataset)

    @property
    def notes(self) -> tuple[str, ...]:
        """A suspension, and each disagreement of the sources, which a reader must know, too."""
        return (
            *self._suspension(),
            *(disagreement_in_words(each, self.dataset) for each in self.disagreements),
        )

    @property
    def suspended(self) -> Answer:
        """
        Whether the party is suspended on every day of the date; a suspended member is a member.

        Unknown where it differs from day to day, on the day of the resumption, where a date leaves
        the day open, and where the membership is not certain.
        """
        lines = self._timelines
        met = suspended(self.party, lines.evidence, self.days)
        if lines.whole is not None:
            met |= suspended(self.party, lines.whole.evidence, self.days)
        if True not in met or self.status is Status.NONE:
            return Answer.NO
        return Answer.UNKNOWN if False in met or self.status is None else Answer.YES

    @property
    def suspended_since(self) -> PartialDate | None:
        """When the party was suspended, where `suspended` is yes; else None."""
        return self._last_suspension(certain=True) if self.suspended is Answer.YES else None

    def _suspension(self) -> tuple[str, ...]:
        """Return a suspension in words: a certain or a possible one."""
        if self.suspended is Answer.NO:
            return ()
        sure = self.suspended is Answer.YES
        since = self._last_suspension(certain=sure)
        when = "" if since is None else f" since {since}"
        return (f"suspended{when}" if sure else f"possibly suspended{when}",)

    def _last_suspension(self, *, certain: bool) -> PartialDate | None:
        steps = transitions_of(self.dataset, self.institution, self.party)
        return last_suspension(steps, self.days, certain=certain)

    @property
    def reading(self) -> Reading | None:
        """The record behind the best reading; None without one."""
        last = self._stretches()[-1]
        return reading_of(last, self.listed, self.party, self.institution, self.on, self.dataset)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the records behind the statuses, or of a list without it, each once."""
        facts = self.dataset
        records: list[Any] = [*self.transitions, *self.attestations]
        for status in self.statuses:
            records += records_behind(self._timelines, self.party, status.value, self.on, facts)
        if (reading := self.reading) is not None:  # of a party that is none: the list without it
            records.append(reading.record)
        clause = clause_behind(self._timelines, self.party, self.on, facts)
        found = (*(c for each in records for c in each.citations), *clause)
        return tuple(dict.fromkeys(found))

    @property
    def days(self) -> tuple[DayRange, ...]:
        """The first and the last day of each range of days that the date means, as ordinals."""
        return day_ranges_of(self.on)

    @property
    def _timelines(self) -> InstitutionTimelines:
        return timelines_on(self.dataset, self.institution, self.days, self.clock or "")

    def _stretches(self) -> list[Stretch]:
        return self._timelines.line(self.party).during(self.days)

    def _has(self, status: Status) -> Answer:
        if self.status is status:
            return Answer.YES
        return Answer.UNKNOWN if status in self.statuses else Answer.NO

    def __contains__(self, status: Status | str) -> bool:
        return Status.parse(status) in self.statuses

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one plain dictionary per transition."""
        return [to_plain(step) for step in self.transitions]

    @property
    def reason(self) -> str:
        """Why the status is certain, only listed, or unknown, in words."""
        if self.status is not None:
            waits = f", deposited on {self.bound_since}, not in effect" if self.bound_since else ""
            return f"certain: the records leave only {self.status}{waits}"
        if self.listed is not None:
            return self._why_listed()
        if beside := self._open_beside:
            return beside
        if len({each.possible for each in self._stretches()}) > 1:
            return "unknown: it differs from day to day, or a date leaves the day open"
        if not any(each.named for each in self._stretches()):
            return "unknown: no record names the party, and none that is complete leaves it out"
        return "unknown: the records leave " + " or ".join(self.statuses)

    def _why_listed(self) -> str:
        reading = self.reading
        status = "not listed" if self.listed is Status.NONE else f"listed as {self.listed}"
        if reading is not None and reading.age < 0:
            return f"{status} by a later record, carried back: {reading}"
        by = ": it" if reading is not None and is_event(reading.record) else " by the"
        return f"{status}{by} {reading}; no complete list or transition confirms it afterwards"

    @property
    def _open_beside(self) -> str:
        """That the party is no member, and what else is open, in words; "" where it may be one."""
        if self.status is not None or self.listed not in (None, Status.NONE):
            return ""
        return open_beside(self.statuses, self._timelines.belonging, self._stretches())

    def __str__(self) -> str:
        beside = self._open_beside
        statuses = beside or " or ".join(self.statuses)
        notes = evidence_to(self._timelines, self.on, self.dataset)
        notes += [] if self.status or self.reason == beside else [self.reason]
        notes += self.notes
        doubt = f" ({'; '.join(notes)})" if notes else ""
        return f"{self.party} in {self.institution} on {self.on}: {statuses}{doubt}"
