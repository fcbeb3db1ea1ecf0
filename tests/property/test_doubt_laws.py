"""Laws of doubt: what is doubted, silent, incomplete, or of other days never makes certain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import migrationgov as mg
from made_up_institutions import (
    ORGANIZATIONS,
    PARTIES,
    described,
    edges_of,
    institutions,
    lone_steps,
    registered_steps,
)
from migrationgov.dates.partial_date import AFTER_ALL
from migrationgov.model.legal_transitions import MEMBERSHIP
from migrationgov.timelines.applications import APPLICATION
from migrationgov.timelines.evidence import Evidence, Step
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.vocabularies import OrganizationId, ProcessId, ProcessRole, StateId
from miniature import CITED, dataset, history, process, register, snapshot
from strategies import transition

#: Where the terms are, and whose.
IN_PROCESS: dict[str, Any] = {"process": ProcessId("a-process"), "state": StateId("AAA")}


def changed(evidence: Evidence, **values: Any) -> Evidence:
    """Evidence with other values."""
    made: Evidence = object.__new__(Evidence)
    for name in Evidence.__slots__:
        setattr(made, name, getattr(evidence, name))
    for name, value in values.items():
        setattr(made, name, value)
    return made


def steps_of(steps: Sequence[Step], *, register: bool) -> Evidence:
    """The evidence of the transitions of one party."""
    return Evidence("x", steps={"AAA": steps}, register=register, closed=register, exists_from=1)


def named(steps: Sequence[Step]) -> set[str]:
    """The statuses that transitions name; empty where they cannot follow each other."""
    found = ["none"]
    for each in steps:
        following = MEMBERSHIP.status_after(found[-1], each.kind)
        if following is None:
            return set()
        found.append(str(following))
    return set(found)


def assert_no_surer(less: Evidence, more: Evidence, party: str, roles: Sequence[str]) -> None:
    """Of each day the first evidence leaves all statuses that the second leaves."""
    for role in roles:
        open_line, line = (InstitutionTimelines(each).line(party, role) for each in (less, more))
        for day in edges_of(more):
            left = open_line.on(day).possible
            assert line.on(day).possible <= left, (
                f"{role} {date.fromordinal(day)}: {sorted(left)}\n{described(less)}"
            )


class TestDoubtedTransitions:
    """A doubted (`?`) transition makes nothing certain, whatever follows it."""

    @pytest.mark.parametrize("register", [True, False])
    @given(data=st.data())
    def test_leave_what_is_left_without_them(self, data: st.DataObject, *, register: bool) -> None:
        """It may never have happened, unless what follows could not follow without it."""
        steps = data.draw(registered_steps() if register else lone_steps())
        roles = ("member", APPLICATION) if register else ("member",)
        with_all = steps_of(steps, register=register)
        for place in (place for place, each in enumerate(steps) if each.date.uncertain):
            rest = [*steps[:place], *steps[place + 1 :]]
            known = named(rest) - {"none"}
            if known and (register or named(steps) <= named(rest)):  # both name the same statuses
                without = steps_of(rest, register=register)
                assert_no_surer(with_all, without, "AAA", roles)

    @pytest.mark.parametrize("date", ["1990?", "1990%", "1990-05-05?"])
    @pytest.mark.parametrize(
        ("before", "doubted", "after", "statuses", "applicant"),
        [
            ((), "joined", "attended", "none member", "no"),
            ((), "joined", "accepted", "none member", "no"),
            ((), "joined", "notified-withdrawal", "member", "no"),
            ((), "became-observer", "other", "none observer", "no"),
            ((), "became-observer", "applied", "applicant observer", "yes"),
            ((), "became-observer", "admitted", "applicant observer", "unknown"),
            (("became-observer",), "ceased-observer", "applied", "applicant observer", "yes"),
            (("joined",), "withdrew", "attended", "none member", "no"),
            (("joined",), "withdrew", "joined", "member", "no"),
            (("applied",), "joined", "attended", "applicant member", "unknown"),
            (("applied",), "lapsed", "rejected-at-home", "none applicant", "unknown"),
        ],
    )
    def test_are_settled_by_a_status_alone(
        self, before: tuple[str, ...], doubted: str, after: str, statuses: str, applicant: str,
        date: str,
    ) -> None:  # fmt: skip
        """Of what "after" on 2000-01-01 leaves in 2010."""
        steps = [*((each, "1980") for each in before), (doubted, date), (after, "2000-01-01")]
        facts = dataset(registers=(register(*(transition("AAA", *each) for each in steps)),))
        found = mg.status_on("AAA", "2010", dataset=facts)
        assert set(statuses.split()) == set(found.statuses)
        assert applicant == found.applicant.value
        awaits = applicant != "no" or after in ("accepted", "notified-withdrawal")
        assert awaits == bool(found.pending)

    def test_bound_no_other(self) -> None:
        """A joining of about 2001 may be of 2000, though a doubted visit of 2001 is before it."""
        steps = transition("AAA", "other", "2001-02%"), transition("AAA", "joined", "2001~")
        facts = dataset(registers=(register(*steps),))
        assert "unknown" == mg.is_member("AAA", "2000-06-01", dataset=facts).value


class TestSilentTransitions:
    """A transition that tells no status settles none."""

    @given(registered_steps(), st.sampled_from(["attended", "accepted", "other"]))
    def test_change_nothing(self, steps: list[Step], kind: str) -> None:
        """But for open dates: the transitions of a party happened in order."""
        assume(steps and all(each.date.last_ordinal < AFTER_ALL for each in steps))
        last = date(2030, 1, 1)
        visited = [*steps, Step(kind, mg.PartialDate.from_date(last))]
        before, after = (steps_of(each, register=True) for each in (steps, visited))
        assert_no_surer(after, before, "AAA", ("member",))
        assert_no_surer(before, after, "AAA", ("member",))

    @pytest.mark.parametrize("kind", ["attended", "rejected-at-home", "accepted", "other"])
    @pytest.mark.parametrize("complete_for", ["named", "none"])
    def test_alone_leave_all_open(self, kind: str, complete_for: str) -> None:
        """In a register that is not complete for everybody."""
        facts = dataset(
            registers=(register(transition("AAA", kind, "2000"), complete_for=complete_for),)
        )
        for on in ("1990", "2010"):
            assert "unknown" == mg.is_member("AAA", on, dataset=facts).value
            assert "unknown" == mg.observers_on(on, dataset=facts).answer("AAA").value


class TestIncompleteEvidence:
    """A register that is less complete is less certain."""

    @given(institutions(), st.sampled_from(PARTIES))
    def test_is_never_more_certain(self, evidence: Evidence, party: str) -> None:
        """Complete for everybody, then for whom it names, then with gaps."""
        assume(evidence.register)
        whole = changed(evidence, closed=True, with_gaps=False, known={}, former=frozenset())
        of_named = changed(whole, closed=False)
        with_gaps = changed(of_named, with_gaps=True)
        assert_no_surer(of_named, whole, party, ("member",))
        assert_no_surer(with_gaps, of_named, party, ("member", APPLICATION))

    @given(institutions(), st.sampled_from(PARTIES), st.integers(726000, 736000))
    def test_names_all_from_a_later_day_on(self, evidence: Evidence, party: str, day: int) -> None:
        """Of observers of IOM before 1993 not everybody is on record."""
        evidence = changed(evidence, register=True, closed=True, with_gaps=False)
        first, last = evidence.known.get("observer", (1, 3_000_000))
        known = {**evidence.known, "observer": (first, last)}
        later = {**known, "observer": (max(first, day), last)}
        assert_no_surer(
            changed(evidence, known=later), changed(evidence, known=known), party, ("member",)
        )


class TestTerms:
    """A term speaks of its own days alone."""

    @given(institutions(), st.sampled_from(PARTIES))
    def test_leave_other_days_as_open_as_lists(self, evidence: Evidence, party: str) -> None:
        """Of a role that does not rotate lists speak on all days that its terms leave."""
        assume(party not in ORGANIZATIONS)
        without = InstitutionTimelines(changed(evidence, terms=()))
        timelines = InstitutionTimelines(evidence)
        spans = timelines.terms_of("secretariat").of(party)
        for day in edges_of(evidence):
            if not any(each.first <= day <= each.last for each in spans):
                left = timelines.line(party, "secretariat").on(day).possible
                by_lists = without.line(party, "secretariat").on(day).possible
                assert by_lists <= left, f"{date.fromordinal(day)}\n{described(evidence)}"

    @pytest.mark.parametrize("role", ["member", "observer", "partner", "secretariat"])
    def test_of_earlier_days_do_not_contradict_a_list(self, role: mg.typing.RoleLike) -> None:
        """A list of 2010 names a state whose term ended in 2005."""
        term = mg.model.Term(
            **IN_PROCESS, role=role, start="2000-01-01", end="2005-12-31", citations=CITED
        )
        listed = snapshot("2010-01-01", (ProcessRole.parse(role).value, "stated", "AAA"))
        facts = dataset(processes=(process(listed, terms=(term,)),))
        roster = mg.process_participants("A Process", "2010-01-01", dataset=facts)
        assert "yes" == roster.role(role).answer("AAA").value

    @pytest.mark.parametrize(
        ("start", "end"),
        [
            ("2018-01-01", "2018?"),
            ("2018-01-01", "2019-05-01?"),
            ("2018-01-01", "2019%"),
            ("2018?", "2019-05-01"),
        ],
    )
    def test_with_a_doubted_date_are_certain_on_no_day(self, start: str, end: str) -> None:
        """The chair of a process and the head of an organization alike."""
        span: dict[str, Any] = {"start": start, "end": end, "citations": CITED}
        iom = OrganizationId("iom")
        term = mg.model.Term(role="chair", **IN_PROCESS, **span)
        head = mg.model.Tenure(office="head", person="P", organization=iom, **span)
        facts = dataset(processes=(process(terms=(term,)),), histories=(history(tenures=(head,)),))
        for day in ("2018-01-01", "2018-06-01", "2019-05-01", "2020-01-01"):
            assert () == mg.chair_on("A Process", day, dataset=facts).certain.codes
            assert not mg.officeholders_on("IOM", day, dataset=facts).certain
        assert mg.chair_on("A Process", "2018-06-01", dataset=facts).grade("AAA") is not None
        assert 1 == len(mg.officeholders_on("IOM", "2018-06-01", dataset=facts).possible)
