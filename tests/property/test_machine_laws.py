"""Laws of the machine: grades, wide dates, carrying, and agreement with the second machine."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from frozen_facts import frozen_dataset
from made_up_institutions import HIGH, LOW, PARTIES, described, edges_of, institutions
from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.timelines import timelines_of
from migrationgov.timelines.evidence import Evidence
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.stretches import grade_of
from second_machine import reading_on
from second_machine_records import own_days
from second_machine_roles import role_on

ROLES = ("member", "chair", "co-chair", "partner", "guest", "participant", "secretariat")
ASKED = (*PARTIES, "ZZZ")  # no record names the last
STATUSES = ("member", "observer", "applicant", "none")
FACTS = frozen_dataset()
INSTITUTIONS = (*FACTS.register_ids, *FACTS.process_ids)

Reading = tuple[frozenset[str], str | None]


def first_reading(timelines: InstitutionTimelines, party: str, role: str, day: int) -> Reading:
    """The reading of the machine: the possible statuses and the listed one."""
    met = timelines.line(party, role).on(day)
    return frozenset(map(str, met.possible)), None if met.listed is None else str(met.listed)


def second_reading(evidence: Evidence, party: str, role: str, day: int) -> Reading:
    """The reading of the second machine."""
    if role == "member":
        return reading_on(evidence, party, day)
    return role_on(evidence, party, role, day)


def differs(one: Reading, other: Reading) -> bool:
    """Whether two readings differ; the only possible status is always the listed one."""
    return one[0] != other[0] or (len(one[0]) > 1 and one[1] != other[1])


def mixed(evidence: Evidence, party: str) -> bool:
    """
    Whether lists meet transitions of a party that are no register.

    The hard cases and the laws have such evidence; the two machines are not compared about it, as
    the second one reads joint statuses that the rules do not settle.
    """
    return not evidence.register and bool(evidence.steps.get(party))


def days_of(timelines: InstitutionTimelines, party: str, role: str) -> list[int]:
    """Both sides of every edge, of the timeline and of the evidence."""
    turns = {day - n for day in timelines.line(party, role).days for n in (0, 1)}
    return sorted({*edges_of(timelines.evidence), *(day for day in turns if LOW <= day <= HIGH)})


def differences(timelines: InstitutionTimelines, party: str, role: str) -> list[str]:
    """The days on which the two machines differ about a party, in words."""
    found = []
    for day in days_of(timelines, party, role):
        first = first_reading(timelines, party, role, day)
        second = second_reading(timelines.evidence, party, role, day)
        if differs(first, second):
            when = date.fromordinal(day)
            found.append(
                f"{party} {role} {when}: {sorted(first[0])}, {first[1]}; second machine:"
                f" {sorted(second[0])}, {second[1]}"
            )
    return found


class TestSecondMachine:
    """A second machine, brute force and independent, agrees on both sides of every edge."""

    @given(institutions(), st.sampled_from(ASKED), st.sampled_from(ROLES))
    def test_agrees_on_made_up_institutions(
        self, evidence: Evidence, party: str, role: str
    ) -> None:
        """Any evidence, with any doubt in its dates."""
        assume(not mixed(evidence, party))
        found = differences(InstitutionTimelines(evidence), party, role)
        assert not found, f"{described(evidence)}\n" + "\n".join(found[:5])

    @pytest.mark.parametrize("institution", INSTITUTIONS)
    def test_agrees_on_every_state_and_organization(self, institution: str) -> None:
        """All parties and all roles of all institutions of the frozen facts."""
        timelines = timelines_of(FACTS, institution)
        evidence = timelines.evidence
        found = [
            each
            for party in sorted(_named(evidence))
            for role in _roles(evidence)
            for each in differences(timelines, party, role)
        ]
        assert not found, f"{len(found)} differences:\n" + "\n".join(found[:10])

    @pytest.mark.parametrize("institution", INSTITUTIONS)
    def test_agrees_on_parties_that_no_record_names(self, institution: str) -> None:
        """Such parties have one timeline if they are of one sort and exist on the same days."""
        timelines = timelines_of(FACTS, institution)
        evidence = timelines.evidence
        parties = [*(each.id for each in FACTS.states), *(each.id for each in FACTS.organizations)]
        known: dict[tuple[object, ...], list[frozenset[str]]] = {}
        for party in sorted({*map(str, parties)} - _named(evidence)):
            life = evidence.lives.get(party, (BEFORE_ALL, AFTER_ALL))
            sort = (life, FACTS.has_organization(party))
            line = timelines.line(party)
            sets = [frozenset(each.possible) for each in line.stretches]
            if sort not in known:
                known[sort] = sets
                for role in _roles(evidence):
                    assert not differences(timelines, party, role)
            assert sets == known[sort], party


def _roles(evidence: Evidence) -> list[str]:
    """The roles of which there is evidence; "member" stands for all statuses."""
    lists = {each.role for each in evidence.lists} - {"observer", "applicant"}
    return sorted({"member", *lists, *(each.role for each in evidence.terms)})


def _named(evidence: Evidence) -> set[str]:
    by_lists = {party for each in evidence.lists for party in each.parties}
    return {*by_lists, *evidence.steps, *(each.party for each in evidence.terms)}


class TestGrades:
    """Certain, listed and possible are nested."""

    @given(institutions(), st.sampled_from(ASKED), st.sampled_from(ROLES))
    def test_are_nested(self, evidence: Evidence, party: str, role: str) -> None:
        """Something is always possible, and only what is possible is listed."""
        line = InstitutionTimelines(evidence).line(party, role)
        for each in line.stretches:
            assert each.possible
            assert each.listed is None or each.listed in each.possible

    @given(institutions(), st.sampled_from(PARTIES))
    def test_of_a_filtered_dataset_are_never_more_certain(
        self, evidence: Evidence, party: str
    ) -> None:
        """What is possible by all evidence is possible by a part of the evidence, too."""
        whole = InstitutionTimelines(evidence)
        part = InstitutionTimelines(_without_some_lists(evidence), whole)
        for day in days_of(whole, party, "member"):
            assert whole.line(party).on(day).possible <= part.line(party).on(day).possible


def _without_some_lists(evidence: Evidence) -> Evidence:
    made: Evidence = object.__new__(Evidence)
    for name in Evidence.__slots__:
        setattr(made, name, getattr(evidence, name))
    made.lists = evidence.lists[::2]
    return made


class TestWideDates:
    """A wider date is never more certain than a day within, and never "no" where a day is not."""

    @given(institutions(), st.sampled_from(PARTIES), st.data())
    def test_fold_their_days(self, evidence: Evidence, party: str, data: st.DataObject) -> None:
        """The grade of a wide date is that of its days, read one by one by the second machine."""
        assume(not mixed(evidence, party))
        timelines = InstitutionTimelines(evidence)
        days = days_of(timelines, party, "member") or [1]
        first, last = sorted(data.draw(st.lists(st.sampled_from(days), min_size=2, max_size=2)))
        readings = [reading_on(evidence, party, day) for day in days if first <= day <= last]
        met = timelines.line(party).during(((first, last),))
        for status in STATUSES:
            assert _folded(readings, status) == grade_of(met, status), described(evidence)

    @given(institutions(), st.sampled_from(PARTIES), st.sampled_from(STATUSES), st.data())
    def test_do_not_contradict_finer_dates(
        self, evidence: Evidence, party: str, status: str, data: st.DataObject
    ) -> None:
        """What a wide date says, each of its days says, too."""
        timelines = InstitutionTimelines(evidence)
        days = days_of(timelines, party, "member") or [1]
        first, day, last = sorted(
            data.draw(st.lists(st.sampled_from(days), min_size=3, max_size=3))
        )
        wide = grade_of(timelines.line(party).during(((first, last),)), status)
        narrow = grade_of([timelines.line(party).on(day)], status)
        allowed = {"certain": {"certain"}, "listed": {"certain", "listed"}, "": {""}}
        assert narrow in allowed.get(wide, {narrow})


def _folded(readings: list[Reading], status: str) -> str:
    certain = [possible == {status} for possible, _ in readings]
    listed = [sure or said == status for sure, (_, said) in zip(certain, readings, strict=True)]
    if all(certain):
        return "certain"
    if all(listed):
        return "listed"
    return "possible" if any(status in possible for possible, _ in readings) else ""


class TestCarrying:
    """Carrying on or back never makes a presence certain."""

    @given(institutions(), st.sampled_from(PARTIES))
    def test_never_makes_a_presence_certain(self, evidence: Evidence, party: str) -> None:
        """Only the own days of a list, and days between complete lists, are certain."""
        if party in evidence.steps:
            return
        complete = [each.as_of for each in evidence.lists if each.complete]
        line = InstitutionTimelines(evidence).line(party)
        for day in edges_of(evidence):
            own = any(day in own_days(each.as_of) for each in evidence.lists)
            before = any(when.last_ordinal < day for when in complete)
            after = any(when.first_ordinal > day for when in complete)
            if not own and not (before and after):
                possible = line.on(day).possible
                assert len(possible) > 1 or "none" in possible, described(evidence)
