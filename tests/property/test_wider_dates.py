"""A wider date is never more certain than a day within it: every field of every answer."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import migrationgov as mg
from frozen_facts import frozen_dataset
from made_up_facts import facts_of_all_kinds
from migrationgov.frames.column_specs import columns_of
from migrationgov.lookup.bundled import bundled_dataset
from migrationgov.lookup.day_ranges import day_ranges_of
from migrationgov.timelines import timelines_of
from migrationgov.vocabularies import (
    Clock,
    Office,
    OrganizationId,
    ProcessId,
    ProcessRole,
    RegisterKind,
    StateId,
)
from miniature import CITED, dataset, history, process, state
from strategies import date_texts

FACTS = frozen_dataset()
PRESS = mg.restricted_to(FACTS, kinds=["press", "official-page"])
CHOSEN = pytest.mark.parametrize(
    "facts", [FACTS, PRESS, bundled_dataset()], ids=["26.1", "filtered", "today"]
)
DATES = date_texts.map(mg.PartialDate.parse)
LOW, HIGH = date(1940, 1, 1).toordinal(), date(2060, 12, 31).toordinal()
ANSWERS = ("member", "observer", "is_party", "applicant")

#: What a wider date may say where a day within it says this: as much, or less.
NO_MORE: dict[object, set[object]] = {
    mg.Answer.YES: {mg.Answer.YES, mg.Answer.UNKNOWN},
    mg.Answer.NO: {mg.Answer.NO, mg.Answer.UNKNOWN},
    mg.Answer.UNKNOWN: {mg.Answer.UNKNOWN},
    "certain": {"certain", "listed", "possible"},
    "listed": {"listed", "possible"},
    "possible": {"possible"},
    None: {"possible", None},
}


@cache
def parties(institution: str, facts: mg.Dataset) -> tuple[str, ...]:
    """Whom the records of an institution name, and a state that they do not name."""
    named = timelines_of(facts, institution).parties
    other = next(each.id for each in facts.states if each.id not in named)
    return (*named, other)


@st.composite
def dates_with_a_day(draw: st.DrawFn) -> tuple[mg.PartialDate, date]:
    """A date of any form, and a day of it."""
    on = draw(DATES)
    ranges = [(max(first, LOW), min(last, HIGH)) for first, last in day_ranges_of(on)]
    ranges = [each for each in ranges if each[0] <= each[1]]
    assume(ranges)
    first, last = draw(st.sampled_from(ranges))
    return on, date.fromordinal(draw(st.integers(first, last)))


def compared(wide: dict[str, Any], narrow: dict[str, Any]) -> Iterator[str]:
    """Yield the fields in which a wide date says more than a day."""
    for field, said in wide.items():
        if said not in NO_MORE[narrow[field]]:
            yield f"{field}: {said}, on the day {narrow[field]}"


def grade(answer: Any, party: str) -> str | None:
    """The grade of a party on a list."""
    found = answer.grade(party)
    return None if found is None else str(found)


def clocks(institution: str, facts: mg.Dataset) -> tuple[Clock | None, ...]:
    """The clocks of an institution."""
    register = institution in facts.register_ids and facts.register(institution)
    return tuple(Clock) if register and register.kind == RegisterKind.TREATY else (None,)


def of_institution(
    institution: str, party: str, on: Any, by: Clock | None, facts: mg.Dataset
) -> dict[str, Any]:
    """Return every field about a party in an institution that has three values, or grades."""
    status = mg.status_on(party, on, institution, by=by, dataset=facts)
    members = mg.members_on(on, institution, kind=None, by=by, dataset=facts)
    fields: dict[str, Any] = {
        **{each: getattr(status, each) for each in ANSWERS},
        **{f"{each} member": mg.is_member(party, on, institution, by=by, grade=each, dataset=facts)
           for each in ("certain", "listed")},
        "members": members.answer(party),
        "grade as a member": grade(members, party),
    }  # fmt: skip
    if by is None:
        observers = mg.observers_on(on, institution, dataset=facts)
        fields["observers"] = observers.answer(party)
        fields["grade as an observer"] = grade(observers, party)
    else:
        signed = mg.parties_on(on, institution, status="signatory", by=by, dataset=facts)
        fields["signatories"] = signed.answer(party)
        fields["grade as a signatory"] = grade(signed, party)
    return fields


def of_process(process: str, party: str, on: Any, facts: mg.Dataset) -> dict[str, Any]:
    """Return every such field about a party in each role of a process, and the chair."""
    roster = mg.process_participants(process, on, dataset=facts)
    fields: dict[str, Any] = {}
    for role in ProcessRole:
        fields[role] = roster.role(role).answer(party)
        fields[f"grade as {role}"] = grade(roster.role(role), party)
    fields["chair_on"] = mg.chair_on(process, on, dataset=facts).answer(party)
    return fields


def of_histories(on: Any, facts: mg.Dataset) -> dict[str, Any]:
    """Return the grade of each name, holder of an office, relation and headquarters of IOM."""
    answers: list[Any] = [
        mg.officeholders_on("iom", on, office=each, dataset=facts) for each in Office
    ]
    answers += [mg.headquarters_on("iom", on, dataset=facts), mg.name_on("iom", on, dataset=facts)]
    history = facts.history("iom")
    related = {each.to for each in history.relations}
    answers += [mg.relations_on("iom", on, to=each, dataset=facts) for each in sorted(related)]
    fields: dict[str, Any] = {}
    for each in (*history.tenures, *history.headquarters, *history.relations):
        fields[str(each)] = None
    for name in facts.organization("iom").names:
        fields[str(name)] = None
    for answer in answers:
        fields |= {str(each): "possible" for each in answer.possible}
        fields |= {str(each): "certain" for each in answer.certain}
    return fields


NUMBERS = [f"{of}{end}" for of in ("processes", "institutions") for end in ("", "_min", "_max")]


def words(institution: str, facts: mg.Dataset) -> tuple[str, ...]:
    """The columns of an institution, by the second part of their names."""
    if institution in facts.process_ids:
        return ("status", "grade", "left_censored", "member", "observer", "chair", "partner")
    here = timelines_of(facts, institution).evidence
    since = ("status_since",) if here.register else ()
    roles = here.rules.statuses if here.register else ("member", "observer")
    return ("status", "grade", "left_censored", *since, *roles)


def compared_columns(wide: dict[str, Any], narrow: dict[str, Any]) -> Iterator[str]:
    """Yield the columns in which a wide date says more than a day; null says nothing."""
    for column, said in wide.items():
        of_day = narrow[column]
        if column.endswith("_grade"):
            more = said not in NO_MORE[None if of_day == "unknown" else of_day] | {"unknown"}
        elif column.endswith("_left_censored"):
            more = said == "no" and of_day not in ("no", None)
        elif column in NUMBERS and said is not None:
            more = of_day is None or (said < of_day if column.endswith("_max") else said > of_day)
        else:
            more = said not in (of_day, "unknown", None)
        if more:
            yield f"{column}: {said}, on the day {of_day}"


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
        warnings.simplefilter("ignore", mg.errors.UnmatchedWarning)
        yield


@CHOSEN
class TestAWiderDate:
    """What a wide date says, each of its days says, too, and of no other value."""

    @given(asked=dates_with_a_day(), data=st.data())
    def test_says_no_more_of_an_institution(
        self, facts: mg.Dataset, asked: tuple[mg.PartialDate, date], data: st.DataObject
    ) -> None:
        """Statuses, answers and grades, of members, observers, parties and signatories."""
        ids = (*facts.register_ids, *facts.process_ids)
        institution = data.draw(st.sampled_from(ids))
        party = data.draw(st.sampled_from(parties(institution, facts)))
        by = data.draw(st.sampled_from(clocks(institution, facts)))
        wide, narrow = (of_institution(institution, party, on, by, facts) for on in asked)
        assert not list(compared(wide, narrow))

    @given(asked=dates_with_a_day(), data=st.data())
    def test_says_no_more_of_a_process(
        self, facts: mg.Dataset, asked: tuple[mg.PartialDate, date], data: st.DataObject
    ) -> None:
        """Each role, and the chair."""
        process = data.draw(st.sampled_from(facts.process_ids))
        party = data.draw(st.sampled_from(parties(process, facts)))
        wide, narrow = (of_process(process, party, on, facts) for on in asked)
        assert not list(compared(wide, narrow))

    @given(asked=dates_with_a_day())
    def test_says_no_more_of_an_organization(
        self, facts: mg.Dataset, asked: tuple[mg.PartialDate, date]
    ) -> None:
        """Its names, offices, headquarters and relations."""
        wide, narrow = (of_histories(on, facts) for on in asked)
        assert not list(compared(wide, narrow))

    @given(asked=dates_with_a_day(), data=st.data())
    def test_says_no_more_in_a_table(
        self, facts: mg.Dataset, asked: tuple[mg.PartialDate, date], data: st.DataObject
    ) -> None:
        """Each column of `annotate`, the bounds of the numbers included."""
        institution = data.draw(st.sampled_from((*facts.register_ids, *facts.process_ids)))
        named = [each for each in parties(institution, facts) if facts.has_state(each)]
        party = data.draw(st.sampled_from(named))
        names = [institution, *(f"{institution}_{word}" for word in words(institution, facts))]
        columns = columns_of([*names, *NUMBERS], facts, outside="unknown")
        on, day = asked
        rows: list[dict[str, Any]] = [{}, {}]
        for each in columns:
            steps, periods = each.steps(party), [(day_ranges_of(on), None)]
            rows[1][each.name], rows[0][each.name] = each.row(steps, [day.toordinal()], periods)
        assert not list(compared_columns(*rows))


class TestOfMadeUpFacts:
    """The same of facts with any doubt in any date."""

    @given(facts=facts_of_all_kinds(), asked=dates_with_a_day())
    def test_says_no_more(self, facts: mg.Dataset, asked: tuple[mg.PartialDate, date]) -> None:
        """A register, a process with chairs and co-chairs, a history."""
        found = [of_histories(on, facts) for on in asked]
        for party in ("AAA", "BBB"):
            of_both = [of_institution("iom", party, on, None, facts) for on in asked]
            of_all = [of_process("a-process", party, on, facts) for on in asked]
            for wide, narrow in (found, of_both, of_all):
                assert not list(compared(wide, narrow))


class TestExamples:
    """What the laws found, with the right values."""

    def test_a_year_of_chairs_has_no_co_chairs(self) -> None:
        """Two states follow each other in the chair, and a third is a co-chair all year."""
        spans = [("AAA", "chair", "01", "06"), ("BBB", "chair", "07", "12")]
        terms = [
            mg.model.Term(
                process=ProcessId("a-process"), state=StateId(state), role=ProcessRole(role),
                start=f"2010-{first}-01", end=f"2010-{last}-28", citations=CITED,
            )
            for state, role, first, last in (*spans, ("CCC", "co-chair", "01", "12"))
        ]  # fmt: skip
        states = tuple(state(each) for each in ("AAA", "BBB", "CCC"))
        facts = dataset(states=states, processes=(process(terms=tuple(terms)),))
        answers = [mg.chair_on("A Process", on, dataset=facts) for on in ("2010", "2010-03-01")]
        assert ["chair", "chair"] == [each.status for each in answers]
        assert ["unknown", "no"] == [each.answer("CCC").value for each in answers]
        without = dataset(states=states, processes=(process(terms=tuple(terms[2:])),))
        assert ("CCC",) == mg.chair_on("A Process", "2010-03", dataset=without).codes

    def test_a_month_with_a_day_before_the_start_is_possible(self) -> None:
        """A source shows the head in office before the recorded start."""
        shown = (mg.model.DatedAttestation(date="2000-12-10", citations=CITED),)
        head = mg.model.Tenure(
            organization=OrganizationId("iom"), office="head", person="P", start="2001-01-01",
            attested=shown, citations=CITED,
        )  # fmt: skip
        facts = dataset(histories=(history(tenures=(head,)),))
        assert 1 == len(mg.officeholders_on("IOM", "2000-12-10", dataset=facts))
        assert 1 == len(mg.officeholders_on("IOM", "2000-12", dataset=facts).possible)

    def test_a_year_with_a_spell_that_may_be_older_is_in_doubt(self) -> None:
        """A member since the founding leaves in 1980, and joins again in the same decade."""
        (column,) = columns_of(["iom_left_censored"], FACTS, outside="unknown")
        decades = [(day_ranges_of(mg.PartialDate(text)), None) for text in ("195X/197X", "198X")]
        day = date(1952, 10, 13).toordinal()
        assert ["founding", "founding", "no"] == column.row(column.steps("AUS"), [day], decades)
