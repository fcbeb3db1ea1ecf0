"""Datasets cut down to some of their sources, and what changed between two."""

from __future__ import annotations

import json
import pickle
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import migrationgov as mg
from migrationgov.datasets.codec import plain_part, read_part
from migrationgov.datasets.source_filter.dates import date_given, span_given
from migrationgov.datasets.source_filter.implied_transitions import with_implied_transitions
from migrationgov.model.dataset import Dataset
from migrationgov.model.legal_transitions import MEMBERSHIP
from migrationgov.model.sources import citations_in
from migrationgov.validation import check
from migrationgov.vocabularies import OrganizationId, ProcessId, SourceId, StateId
from miniature import (
    CITED,
    body,
    dataset,
    full_process,
    history,
    in_process,
    process,
    register,
    snapshot,
)
from strategies import transition

WHOLE = mg.dataset()
SEEDS = (
    "irin-2002-kazakhstan-bid", "irin-2002-kazakhstan-member", "iom-kazakhstan-page",
    "iom-almaty-conference-2013", "iom-kazakhstan-rcp-2015",
)  # fmt: skip
THEN = mg.as_known_on(WHOLE, "2002-11-30")

pytestmark = [
    pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning"),
    pytest.mark.filterwarnings("ignore::migrationgov.errors.UnmatchedWarning"),  # Serbia in 1995
]

#: What the rules say of a dataset cut down without anything being wrong with it. A source may
#: date a state by its predecessor, and on an earlier day a meeting of today was only announced.
EXPECTED = (
    "is not cited by any record", "certainly happened before a transition above it",
    "did not exist on",
    "lies after covered_until", "manifest.json as_of",
)  # fmt: skip


def problems(facts: mg.Dataset) -> list[str]:
    """What is wrong with a dataset, as lines."""
    said = [str(problem) for problem in check(facts)]
    return [line for line in said if not any(each in line for each in EXPECTED)]


# -- what one could have known on a day ----------------------------------------------------------


def test_before_the_session_kazakhstan_is_an_applicant() -> None:
    """On 30 November 2002, and not on the days after the news of 3 December."""
    status = mg.status_on("KAZ", "2002-11-30", dataset=THEN)
    assert (mg.Answer.YES, mg.Answer.NO) == (status.applicant, status.member)
    after = mg.as_known_on(WHOLE, "2002-12-03")
    assert mg.is_member("KAZ", "2002-12-03", dataset=after) is mg.Answer.YES
    assert ["applied"] == [step.kind for step in mg.transitions("KAZ", dataset=THEN)]


def test_a_later_check_is_not_known_yet() -> None:
    """When somebody last looked is known from that day on."""
    source = mg.model.Source(
        id=SourceId("a-source"),
        title="T",
        kind=mg.vocabularies.SourceKind.PRESS,
        published="1990-06",
    )
    facts = dataset(
        sources=(source,),
        registers=(register(transition("AAA", "joined", "1990-05-01"), checked_on="2025-12-12"),),
        processes=(process(covered_until="2020", checked_on="2025-12-12"),),
    )
    for day, checked in (("2025-12-11", "None"), ("2025-12-12", "2025-12-12")):
        then = mg.as_known_on(facts, day)
        files: tuple[Any, ...] = (*then.registers, *then.processes)
        assert {checked} == {str(each.checked_on) for each in files}


def test_86_is_a_number_one_could_have_read() -> None:
    """And 98 is none."""
    values = {claim.value for claim in mg.counts("IOM", dataset=THEN)}
    assert {86, 41} <= values
    assert not values & {98, 93, 175}


def test_who_is_not_on_a_roll_is_unknown_then() -> None:
    """Few sources say little; silence is no absence any more."""
    roll = mg.members_on("2002-11-30", dataset=THEN)
    assert not roll.complete
    assert roll.answer("JPN") is mg.Answer.UNKNOWN
    assert mg.is_member("JPN", "2002-11-30", dataset=THEN) is mg.Answer.UNKNOWN
    statuses = set(mg.status_on("JPN", "2002-11-30", dataset=THEN).statuses)
    assert {"none", "member", "observer"} <= statuses
    observers = mg.observers_on("2002-11-30", dataset=THEN)
    assert observers.answer("amnesty-international") is mg.Answer.UNKNOWN
    assert observers.answer("FJI") is mg.Answer.UNKNOWN


def test_a_source_counts_from_the_day_it_was_published() -> None:
    """The day before, the day, the day after; a month or a doubted year not before its end."""
    for day, there in (("2003-03-26", False), ("2003-03-27", True), ("2003-03-28", True)):
        ids = {source.id for source in mg.as_known_on(WHOLE, day).sources}
        assert there is ("irin-2003-mckinley" in ids), day
    assert "un-a-51-232" in {s.id for s in mg.as_known_on(WHOLE, date(1996, 11, 12)).sources}
    about_1997 = {s.id for s in mg.as_known_on(WHOLE, "1998-12-30").sources}
    assert "usgm-1997" not in about_1997
    assert "usgm-1997" in {s.id for s in mg.as_known_on(WHOLE, "1998-12-31").sources}


def test_an_undated_source_does_not_count_unless_asked_for() -> None:
    """Nobody can say that it was there."""
    undated = {source.id for source in WHOLE.sources if source.published is None}
    names = {
        c.source for each in (*WHOLE.states, *WHOLE.organizations) for c in citations_in(each)
    }
    assert not undated - names & {source.id for source in THEN.sources}
    asked = mg.as_known_on(WHOLE, "2002-11-30", undated=True)
    assert undated <= {source.id for source in asked.sources}


def test_days_on_which_nothing_was_known_are_refused() -> None:
    """With the first source; and dates that have no last day."""
    with pytest.raises(
        mg.errors.InvalidDateError, match="no source was published by 1950; the first is"
    ):
        mg.as_known_on(WHOLE, "1950")
    with pytest.raises(mg.errors.InvalidDateError, match="none has a date"):
        mg.as_known_on(dataset(), "2000")
    with pytest.raises(mg.errors.WrongTypeError, match="undated= is True or False, not 'x'"):
        mg.as_known_on(WHOLE, "2002", undated="x")  # type: ignore[arg-type]  # on purpose
    for open_date in ("2002?", "2002~", "2002/..", "[2002..]"):
        with pytest.raises(mg.errors.InvalidDateError, match="has no last day that is certain"):
            mg.as_known_on(WHOLE, open_date)
    with pytest.raises(mg.errors.InvalidDateError, match="02/12/2002"):
        mg.as_known_on(WHOLE, "02/12/2002")


def test_it_says_what_it_is() -> None:
    """By name, date and coverage."""
    assert "<Dataset 'migrationgov, as known on 2002-11-30', as of 2002-11-30>" == repr(THEN)
    assert "2002-11-30" == str(THEN.register("iom").covered_until)
    later = mg.as_known_on(WHOLE, "2030")
    assert WHOLE.as_of == later.as_of
    with pytest.warns(mg.errors.CoverageWarning, match="until|nothing changed since"):
        mg.members_on("2002-12-02", dataset=THEN)


def test_terms_of_which_the_end_was_not_known() -> None:
    """McKinley lasts in 2002. In 2020 nobody had read when Carlin left: it was some day."""
    in_2002 = mg.officeholders_on("IOM", "2002-11-30", dataset=THEN)
    assert ["Brunson McKinley"] == [each.person for each in in_2002]
    assert in_2002.certain[0].end is None
    (carlin,) = mg.officeholders_on(
        "IOM", "1985", dataset=mg.as_known_on(WHOLE, "2020-01-01")
    ).possible
    assert ("James L. Carlin", "[1979-01-01..]", ()) == (
        carlin.person, str(carlin.end), carlin.end_citations,
    )  # fmt: skip


# -- what some sources alone tell ----------------------------------------------------------------


def test_the_five_seed_documents_alone() -> None:
    """Two processes, the steps they tell, with the dates they give."""
    five = mg.restricted_to(WHOLE, sources=SEEDS)
    assert ("almaty-process", "global-rcp-meeting") == five.process_ids
    steps = {(s.party, s.kind.value): str(s.date) for s in mg.transitions(dataset=five)}
    assert "1994" == steps["TJK", "joined"]
    assert "2000" == steps["KGZ", "joined"]
    assert "2002-12-02" == steps["KAZ", "joined"]
    roster = mg.process_participants("Almaty Process", "2015-10-22", dataset=five)
    assert (7, 2) == (len(roster.members), len(roster.observers))
    assert {source.id for source in mg.sources_of(roster, dataset=five)} <= set(SEEDS)
    with pytest.raises(mg.errors.UnknownProcessError, match="do not name 'bali-process'"):
        mg.find_process("Bali Process", dataset=five)
    assert [] == problems(five)


def test_all_sources_tell_all() -> None:
    """Nothing is lost where nothing is left out."""
    same = mg.restricted_to(WHOLE, sources=WHOLE.sources)
    for part in (
        "states",
        "organizations",
        "sources",
        "registers",
        "processes",
        "histories",
        "counts",
    ):
        assert getattr(WHOLE, part) == getattr(same, part), part
    (change,) = mg.diff(WHOLE, same)
    assert ("manifest.json", ("name",)) == (change.place, change.fields)
    assert str(change).startswith("manifest.json: changed manifest migrationgov, from ")


def test_kinds_and_sources_together() -> None:
    """A source must be among the sources and of one of the kinds."""
    both = mg.restricted_to(WHOLE, sources=SEEDS, kinds=["press"])
    one = mg.restricted_to(WHOLE, sources=SEEDS[:2])
    assert both.registers == one.registers
    assert mg.restricted_to(WHOLE, kinds=mg.vocabularies.SourceKind.PRESS).registers
    assert (
        mg.restricted_to(WHOLE, kinds="press").registers
        == mg.restricted_to(WHOLE, kinds=["press"]).registers
    )
    assert mg.restricted_to(WHOLE, sources=SEEDS[0]).registers


def test_what_cannot_be_restricted_to_is_refused() -> None:
    """All unknown sources at once, with those that are close."""
    with pytest.raises(
        mg.errors.UnknownRecordError, match=r"'iren-2003-mckinley' \(did you mean irin-2003"
    ):
        mg.restricted_to(WHOLE, sources=["iren-2003-mckinley", "qqqq"])
    with pytest.raises(mg.errors.UnknownRecordError, match="'qqqq'"):
        mg.restricted_to(WHOLE, sources=["iren-2003-mckinley", "qqqq"])
    with pytest.raises(
        mg.errors.UnknownTermError, match="no source kind; there are official-document"
    ):
        mg.restricted_to(WHOLE, kinds=["gossip"])  # type: ignore[list-item]  # on purpose
    with pytest.raises(mg.errors.WrongTypeError, match="sources=, kinds= or both"):
        mg.restricted_to(
            WHOLE,
        )
    with pytest.raises(mg.errors.WrongTypeError, match="not as 7, None"):
        mg.restricted_to(WHOLE, sources=[7, None])  # type: ignore[list-item]  # on purpose
    with pytest.raises(mg.errors.WrongTypeError, match="give a list, not 7"):
        mg.restricted_to(WHOLE, kinds=7)  # type: ignore[arg-type]  # on purpose


# -- laws ----------------------------------------------------------------------------------------

SOME_SOURCES = st.one_of(
    st.sets(st.sampled_from([source.id for source in WHOLE.sources]), min_size=1, max_size=120),
    st.sets(st.sampled_from(list(mg.vocabularies.SourceKind)), min_size=1),
)
DAYS = st.dates(min_value=date(1955, 1, 1), max_value=date(2025, 12, 31))


def some(chosen: Any) -> mg.Dataset:
    """The facts that some sources, or some kinds of source, tell."""
    kinds = all(isinstance(each, mg.vocabularies.SourceKind) for each in chosen)
    return (
        mg.restricted_to(WHOLE, kinds=chosen) if kinds else mg.restricted_to(WHOLE, sources=chosen)
    )


@settings(max_examples=25)
@given(SOME_SOURCES, st.lists(DAYS, min_size=1, max_size=6))
def test_fewer_sources_are_never_surer(chosen: Any, days: list[date]) -> None:
    """Nobody is certain, and nobody certainly absent, whom the whole does not say so of."""
    few = some(chosen)
    if not few.register_ids:
        return
    for day in days:
        for ask in (mg.members_on, mg.observers_on):
            told, whole = ask(day, dataset=few), ask(day)
            assert set(told.certain.codes) <= set(whole.certain.codes), day
        for state in ("KAZ", "AUS", "BRA", "SRB", "CSXX", "YUCS", "NZL", "JPN"):
            said, known = (mg.is_member(state, day, dataset=d) for d in (few, WHOLE))
            assert said in (known, mg.Answer.UNKNOWN), (state, day)


@settings(max_examples=10)
@given(SOME_SOURCES)
def test_only_what_the_sources_say_is_left(chosen: Any) -> None:
    """No fact cites another source, and no rule is broken."""
    few = some(chosen)
    kept = {source.id for source in WHOLE.sources if source.id in chosen or source.kind in chosen}
    for part in (*few.registers, *few.processes, *few.histories, *few.counts):
        lists = (
            (part.transitions, part.attestations, part.disagreements)
            if isinstance(part, mg.model.Register)
            else (part,)
        )
        assert {c.source for each in lists for c in citations_in(each)} <= kept
    assert [] == problems(few)


@settings(max_examples=15)
@given(DAYS, DAYS)
def test_later_one_knows_more(one: date, other: date) -> None:
    """The sources of an earlier day are among those of a later one."""
    early, late = (
        {source.id for source in mg.as_known_on(WHOLE, day).sources}
        for day in sorted((one, other))
    )
    assert early <= late


def test_every_part_of_a_cut_down_dataset_can_be_written_and_pickled() -> None:
    """It is a dataset like any other."""
    few = mg.restricted_to(WHOLE, sources=SEEDS)
    assert few == pickle.loads(pickle.dumps(few))
    held = few.register("iom")
    again = pickle.loads(pickle.dumps(held))
    assert held == again
    assert mg.members_on("1960", dataset=Dataset.of(few.manifest, registers=(again,))).codes == ()
    written = read_part("memberships/iom", plain_part("memberships/iom", held), "iom.json")
    assert held == written
    assert not written.complete


def test_transitions_of_a_process_are_filtered() -> None:
    """Each stays with its sources, and an exit implies no entry of an invented date."""
    (cited,) = CITED
    news = attrs.evolve(cited, source=SourceId("news"), gives="2014")
    both = attrs.evolve(in_process("AAA", "withdrew", "2013"), citations=(cited, news))
    facts = dataset(
        processes=(full_process(transitions=(both, in_process("BBB", "joined", "2000"))),),
        sources=tuple(
            mg.model.Source(id=SourceId(each), title="T", kind="press")
            for each in ("a-source", "news")
        ),
    )
    (process,) = mg.restricted_to(facts, sources="news").processes
    assert ["AAA withdrew 2014 (a-process)"] == [str(each) for each in process.transitions]
    assert ((), ()) == (process.rotations, process.milestones)


def test_a_register_that_begins_later_is_not_known_yet() -> None:
    """On a day before an institution existed nothing is known of it, and no date is impossible."""
    old = mg.model.Source(id=SourceId("a-source"), title="T", kind="press", published="1940")
    then = mg.as_known_on(dataset(sources=(old,)), "1950")
    assert () == then.register_ids
    assert ("iom",) == mg.as_known_on(dataset(sources=(old,)), "1952").register_ids


# -- steps that imply others ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kinds", "legal"),
    [
        ("withdrew", "joined withdrew"),
        ("joined joined", "joined withdrew joined"),
        ("seated joined", "seated joined"),
        ("seated joined joined", "seated joined withdrew joined"),
        ("ceased-observer", "became-observer ceased-observer"),
        ("joined became-observer", "joined withdrew became-observer"),
        ("joined ceased-observer", "joined withdrew became-observer ceased-observer"),
        ("applied seated", "applied lapsed seated"),
        ("became-observer seated", "became-observer ceased-observer seated"),
        ("lapsed", ""),
        ("lapsed joined", "joined"),
        ("joined applied", "joined withdrew applied"),
        ("suspended", "joined suspended"),
        ("resumed suspended joined", "joined resumed suspended withdrew joined"),
        ("notified-withdrawal withdrew", "joined notified-withdrawal withdrew"),
    ],
)
def test_what_steps_imply(kinds: str, legal: str) -> None:
    """Whoever withdrew had joined; whoever joins again had left; what lapsed may be anything."""
    steps = [
        transition("AAA", kind, f"19{50 + place}") for place, kind in enumerate(kinds.split())
    ]
    made = with_implied_transitions(tuple(steps))
    assert legal.split() == [step.kind for step in made]
    MEMBERSHIP.fold(step.kind for step in made)
    for step in made:
        assert (step in steps) is (step.basis is mg.vocabularies.Basis.STATED)
        assert step in steps or "implied by" in step.note


def test_a_seat_taken_over_was_held() -> None:
    """The predecessor had joined, on some day before."""
    heir = attrs.evolve(transition("BBB", "succeeded", "1992-04-27"), predecessor=StateId("AAA"))
    made = with_implied_transitions((heir,))
    assert [("AAA", "joined"), ("BBB", "succeeded")] == [(s.party, s.kind) for s in made]
    assert "[..1992-04-27]" == str(made[0].date)
    both = with_implied_transitions((transition("AAA", "joined", "1960"), heir))
    assert 2 == len(both)
    left = transition("AAA", "joined", "1960"), transition("AAA", "withdrew", "1970")
    kinds = [step.kind for step in with_implied_transitions((*left, heir)) if step.party == "AAA"]
    assert ["joined", "withdrew", "joined"] == kinds, "it had come back, or had no seat to leave"


def test_what_is_implied_lies_between_its_neighbours() -> None:
    """From the first day of the step before to the last of the step after."""
    years = ("joined", "1950"), ("withdrew", "1955"), ("joined", "1960"), ("joined", "1970-05")
    made = with_implied_transitions(tuple(transition("AAA", kind, year) for kind, year in years))
    assert ["1950", "1955", "1960", "[1960-01-01..1970-05-31]", "1970-05"] == [
        str(step.date) for step in made
    ]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2013-06/2016-11", ("2013-06", "2016-11")),
        ("2022/..", ("2022", None)),
        ("../2022", (None, "2022")),
        ("2022", None),
        ("Asanbayev", None),
    ],
)
def test_ends_that_sources_give(text: str, span: tuple[str | None, str | None] | None) -> None:
    """An interval gives the start and the end of a term; a date and a name give neither."""
    (citation,) = cited("a-source", text)
    found = span_given(citation)
    assert span == (None if found is None else tuple(each and str(each) for each in found))


def test_only_a_date_dates_what_a_source_says() -> None:
    """A quote, a number and a name give no date."""
    given = [date_given(*cited("a-source", each)) for each in ("1994", 16, "Asanbayev", None)]
    assert [mg.PartialDate("1994"), None, None, None] == given
    assert date_given(mg.model.Citation(source=SourceId("a"), quote="5 June")) is None


def cited(source: str, gives: str | int | None = None) -> tuple[mg.model.Citation, ...]:
    """One citation."""
    return (mg.model.Citation(source=SourceId(source), gives=gives),)


def two_sources(**more: Any) -> mg.Dataset:
    """A dataset with a second source, b-source, beside a-source."""
    sources = tuple(
        mg.model.Source(
            id=SourceId(key), title=key, kind=mg.vocabularies.SourceKind.PRESS, published=when
        )
        for key, when in (("a-source", "2000-05-01"), ("b-source", "2001-05-01"))
    )
    return dataset(**({"sources": sources} | more))


def test_terms_and_meetings_of_some_sources() -> None:
    """A term has the ends that are given; a list loses a meeting that is not told of."""
    both = (*cited("a-source"), *cited("b-source", "1999/.."))
    term = mg.model.Term(
        process=ProcessId("a-process"), number=1, state=StateId("AAA"), start="1999-06-01",
        end="2000-06-01", citations=both,
    )  # fmt: skip
    other = attrs.evolve(term, number=2, start="2000", end="2001", citations=cited("a-source"))
    soon = (*cited("a-source"), *cited("b-source", "soon"))
    gone = attrs.evolve(term, number=3, start="2001", end=None, citations=soon)
    met = mg.model.Meeting(
        id="m", process=ProcessId("a-process"), level="experts", title="M", date="2000",
        citations=cited("a-source"),
    )  # fmt: skip
    listed = attrs.evolve(
        snapshot("2000-01-01", ("member", "stated", "AAA")),
        meeting="m",
        citations=cited("b-source"),
    )
    made = process(
        listed, terms=(term, other, gone), meetings=(met,), milestones=(),
        citations=cited("a-source"),
    )  # fmt: skip
    facts = two_sources(processes=(made,), registers=())
    (left,) = mg.restricted_to(facts, sources=["b-source"]).processes
    assert [("1999", "[1999-01-01..]", 0)] == [
        (str(each.start), str(each.end), each.number) for each in left.terms
    ]
    assert ("", "b-source") == (left.participant_lists[0].meeting, left.citations[0].source)
    (others,) = mg.restricted_to(facts, sources=["a-source"]).processes
    assert ((), 3) == (others.participant_lists, len(others.terms))
    assert "2000-05-01" == str(others.covered_until)


def test_disagreements_of_some_sources() -> None:
    """Two rivals are needed; without its source a value is not preferred."""
    claims = tuple(
        mg.model.Claim(value=value, citations=cited(source))
        for value, source in (("1", "a-source"), ("2", "b-source"), ("3", "b-source"))
    )
    rival = mg.model.Disagreement(
        subject="AAA", context="iom", field="x", claims=claims, preferred="1", reason="because"
    )
    steps = transition("AAA", "joined", "1990-05-01"), transition("BBB", "joined", "1990-05-01")
    steps = steps[0], attrs.evolve(steps[1], citations=cited("b-source"))
    facts = two_sources(registers=(register(*steps, disagreements=(rival,)),))
    (left,) = mg.restricted_to(facts, sources=["b-source"]).disagreements
    assert (None, 2) == (left.preferred, len(left.claims))
    assert "not among the chosen sources" in left.reason
    assert () == mg.restricted_to(facts, sources=["a-source"]).disagreements
    kept = attrs.evolve(rival, preferred="2")
    facts = two_sources(registers=(register(*steps, disagreements=(kept,)),))
    assert "2" == mg.restricted_to(facts, sources=["b-source"]).disagreements[0].preferred


def test_histories_of_some_sources() -> None:
    """An office goes with its names, and what names it forgets it."""
    named = mg.model.AttestedName(text="O", citations=cited("a-source"))
    office = mg.model.FieldOffice(
        id="o", organization=OrganizationId("iom"), names=(named,), state=StateId("AAA"),
        covers=(StateId("BBB"),), citations=cited("b-source"),
    )  # fmt: skip
    tenure = mg.model.Tenure(
        organization=OrganizationId("iom"), office="head", person="P", unit="o", start="1999",
        basis="derived", note="x", citations=(*cited("a-source"), *cited("b-source")),
        attested=(mg.model.DatedAttestation(date="2000-01-01", citations=cited("a-source")),),
    )  # fmt: skip
    quiet = attrs.evolve(tenure, person="Q", start="../1999", end="2000", basis="stated")
    made = mg.model.History(
        organization=OrganizationId("iom"), covered_until="2002", tenures=(tenure, quiet),
        field_offices=(office,),
    )  # fmt: skip
    facts = two_sources(histories=(made,), registers=(), processes=())
    (early,) = mg.restricted_to(facts, sources=["a-source"]).histories
    assert ((), "o") == (early.field_offices[0].covers, early.tenures[0].unit)
    assert (None, 1) == (early.tenures[0].start, len(early.tenures[0].attested))
    (late,) = mg.restricted_to(facts, sources=["b-source"]).histories
    assert ((), "", ()) == (late.field_offices, late.tenures[0].unit, late.tenures[0].attested)
    other = two_sources(histories=(made,))
    assert () == mg.restricted_to(other, sources=[]).histories


# -- what changed --------------------------------------------------------------------------------


def test_what_one_learnt_in_december_2002() -> None:
    """Five admissions, three new observers, new numbers."""
    learnt = mg.diff(THEN, mg.as_known_on(WHOLE, "2002-12-03"))
    added = {
        (change.after.party, change.after.kind.value)
        for change in learnt
        if change.kind is mg.vocabularies.ChangeKind.ADDED
        and isinstance(change.after, mg.model.Transition)
    }
    assert {("KAZ", "joined"), ("BDI", "became-observer"), ("TJK", "joined")} <= added
    assert "counts/iom.json: added count claim iom, 2002-12-02: 98 member-states" in map(
        str, learnt
    )
    assert {c.source for c in learnt.citations} >= {"irin-2002-kazakhstan-member"}


def test_a_new_date_is_one_change() -> None:
    """Not a removal and an addition; with the fields that differ."""
    before = dataset()
    step = transition("AAA", "joined", "1991-05-01")
    more = (*step.citations, mg.model.Citation(source=SourceId("a-source"), locator="page 2"))
    after = dataset(registers=(register(attrs.evolve(step, citations=more)),))
    (change,) = mg.diff(before, after)
    assert (mg.vocabularies.ChangeKind.CHANGED, ("date", "citations")) == (
        change.kind,
        change.fields,
    )
    assert str(change).endswith("date: 1990-05-01 -> 1991-05-01; +a-source")
    assert 2 == len(change.citations)
    (back,) = mg.diff(after, before)
    assert str(back).endswith("-a-source")


def test_changes_of_whole_files_and_their_lists() -> None:
    """The head of a file; a list in a record; a second record that is the same."""
    before = dataset(histories=(history(),))
    office = attrs.evolve(history().field_offices[0], covers=())
    after = dataset(histories=(history(covered_until="2026", field_offices=(office,)),))
    first, second = map(str, mg.diff(before, after))
    assert "histories/iom.json: changed history of iom: covered_until: 2025 -> 2026" == first
    assert "histories/iom.json: changed field office o: covers: 1 -> 0 records" == second
    item = history().strategy[0]
    (twice,) = mg.diff(before, dataset(histories=(history(strategy=(item, item)),)))
    assert mg.vocabularies.ChangeKind.ADDED is twice.kind
    wider = register(transition("AAA", "joined", "1990-05-01"), until="2026")
    (reach,) = mg.diff(dataset(), dataset(registers=(wider,)))
    assert str(reach).endswith("changed register of iom: covered_until: 2025-12-31 -> 2026")


def test_added_and_removed_records() -> None:
    """Each with its place; none is paired with another's."""
    before, after = dataset(), dataset(registers=(register(transition("BBB", "joined", "1990")),))
    gone = {(c.kind.value, c.place, c.fields) for c in mg.diff(before, after)}
    place = "memberships/iom.json"
    assert {("added", place, ()), ("removed", place, ())} == gone
    nothing = mg.diff(before, dataset(processes=(), registers=()))
    assert {"removed"} == {change.kind for change in nothing}
    assert ["memberships/iom.json: removed register of iom"] == [
        str(change) for change in nothing if not change.citations
    ]
    assert all(json.dumps(row) for row in nothing.to_dicts())


def test_the_same_dataset_has_not_changed() -> None:
    """None stands for the bundled one; anything else is refused."""
    assert () == mg.diff(WHOLE, WHOLE) == mg.diff(None, None)
    with pytest.raises(mg.errors.WrongTypeError, match="takes a Dataset, not 7"):
        mg.diff(7, WHOLE)  # type: ignore[arg-type]  # on purpose


def test_changes_read_as_lines() -> None:
    """Texts in quotes, dates without."""
    before = two_sources()
    assert "founded, 1951-12-05" == str(history().milestones[0])
    first, second = before.sources
    renamed = attrs.evolve(first, title="Another title", published="2000-05-02")
    (change,) = mg.diff(before, two_sources(sources=(renamed, second)))
    assert (
        "sources.json: changed source a-source:"
        " title: 'a-source' -> 'Another title'; published: 2000-05-01 -> 2000-05-02"
    ) == str(change)
    assert ["a-source"] == [source.id for source in mg.sources_of(change, dataset=before)]


# -- the same rule for processes, and one answer in every form -----------------------------------

CUT = {
    "press": mg.restricted_to(WHOLE, kinds=["press"]),
    "pages": mg.restricted_to(WHOLE, kinds=["official-page"]),
    "documents": mg.restricted_to(WHOLE, kinds=["official-document"]),
    "2015": mg.as_known_on(WHOLE, "2015-06-30"),
    "2021": mg.as_known_on(WHOLE, "2021-06-30"),
}


@pytest.mark.parametrize("name", CUT)
def test_processes_of_fewer_sources_are_never_surer(name: str) -> None:
    """Whoever is certain is so by all sources; whoever all sources name is nowhere denied."""
    few = CUT[name]
    for whose in few.process_ids:
        for year in range(1995, 2026, 5):
            told, whole = (
                mg.process_participants(whose, f"{year}-07-01", dataset=facts)
                for facts in (few, WHOLE)
            )
            for role in (
                mg.vocabularies.ProcessRole.MEMBER,
                mg.vocabularies.ProcessRole.OBSERVER,
                mg.vocabularies.ProcessRole.CHAIR,
            ):
                ours, theirs = told.role(role), whole.role(role)
                assert set(ours.certain.codes) <= set(theirs.certain.codes), (whose, year, role)
                named = {*theirs.codes, *theirs.possible.codes}
                assert not {each for each in named if ours.answer(each) is mg.Answer.NO}


@pytest.mark.parametrize("name", CUT)
def test_one_answer_in_every_form(name: str) -> None:
    """`is_member`, the roll and the status say the same, and nothing the whole contradicts."""
    few = CUT[name]
    for year in range(1960, 2026, 5):
        day = f"{year}-06-15"
        roll = mg.members_on(day, dataset=few)
        for state in ("ESP", "GBR", "KAZ", "AUS", "BRA", "JPN"):
            status = mg.status_on(state, day, dataset=few)
            said = mg.is_member(state, day, dataset=few)
            assert said is roll.answer(state) is status.member, (state, day)
            assert status.observer in (mg.status_on(state, day).observer, mg.Answer.UNKNOWN)


@pytest.mark.parametrize("name", CUT)
def test_offices_of_fewer_sources_are_never_surer(name: str) -> None:
    """Nor names, nor the relation to the United Nations."""
    for ask in (mg.officeholders_on, mg.name_on, mg.relations_on, mg.headquarters_on):
        for year in range(1952, 2026, 4):
            few, whole = (
                {str(each).partition(",")[0] for each in ask("IOM", f"{year}-06-15", dataset=d)}
                for d in (CUT[name], WHOLE)
            )
            assert few <= whole, (ask.__name__, year)


def test_a_name_of_the_future_is_not_known() -> None:
    """In 1960 nobody had read of an International Organization for Migration."""
    then = mg.as_known_on(WHOLE, "1960-12-31")
    assert mg.name_on("IOM", "1990", dataset=then).only is None
    assert "iom" == mg.find_organization("IOM", dataset=then).id


def test_a_name_that_is_cited_and_not_dated() -> None:
    """Loses its source and stays to be found by."""
    named = mg.model.Name(text="Other", citations=cited("b-source"))
    facts = two_sources(organizations=(body("iom", names=(mg.model.Name(text="Body"), named)),))
    (left,) = mg.restricted_to(facts, sources=["a-source"]).organizations
    assert [("Body", ()), ("Other", ())] == [(n.text, n.citations) for n in left.names]


def test_nothing_is_told_of_a_body_that_no_source_names() -> None:
    """The register is there and empty; a process is said to be untold."""
    nothing = mg.restricted_to(WHOLE, kinds=[])
    assert mg.is_member("KAZ", "2003", dataset=nothing) is mg.Answer.UNKNOWN
    assert () == nothing.process_ids
    with pytest.raises(mg.errors.UnknownRecordError, match="did you mean") as caught:
        mg.restricted_to(WHOLE, sources=[f"irin-2003-mckinle{n}" for n in range(9)])
    assert "and 4 more" in str(caught.value)
