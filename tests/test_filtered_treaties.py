"""Treaties, resolutions and lists of registers in datasets that are filtered by their sources."""

from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import migrationgov as mg
from migrationgov.datasets.source_filter.implied_transitions import with_implied_transitions
from migrationgov.validation import check
from migrationgov.validation.registers import transitions_are_legal
from migrationgov.vocabularies import RegisterKind, SourceId, StateId
from miniature import (
    body,
    dataset,
    listed_register,
    on_treaty,
    register,
    resolution,
    snapshot,
    state,
    treaty,
    treaty_register,
)
from strategies import transition

pytestmark = pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")

SOURCES = tuple("abcdef")
STATES = ("AAA", "BBB", "CCC")


def by(record: Any, *sources: str, **more: Any) -> Any:
    """A record that some sources give."""
    cited = tuple(mg.model.Citation(source=SourceId(each)) for each in sources)
    return attrs.evolve(record, citations=cited, **more)


def facts(**parts: Any) -> mg.Dataset:
    """A treaty, a group and a resolution of which each fact has a source of its own."""
    acts = (
        by(on_treaty("AAA", "signed", "1960-01-01"), "a"),
        by(on_treaty("AAA", "ratified", "1970-01-31"), "b"),
        by(on_treaty("AAA", "denounced", "1980"), "c"),
        by(on_treaty("AAA", "acceded", "1990"), "d"),
        by(on_treaty("BBB", "acceded", "1980-02"), "e"),
        by(on_treaty("BBB", "entered-into-force", "1980-07-01"), "f"),
        by(on_treaty("CCC", "continued", "1992", predecessor="BBB"), "b"),
    )
    lists = (
        by(snapshot("1985-01-01", ("member", "stated", "AAA BBB")), "a"),
        by(snapshot("1995-01-01", ("member", "partial", "CCC")), "c", "d"),
        by(snapshot("2005-01-01", ("member", "stated", "AAA CCC")), "e"),
    )
    whole = treaty()
    milestones = tuple(by(each, "c") for each in whole.milestones)
    clause = by(whole.clauses[0], "d")
    press = mg.vocabularies.SourceKind.PRESS
    dated = tuple(
        mg.model.Source(id=SourceId(each), title=each, kind=press, published=str(1965 + 10 * n))
        for n, each in enumerate(SOURCES)
    )
    made = {
        "states": tuple(by(state(code), "a") for code in STATES),
        "organizations": (by(body("iom"), "a"), by(body("some-group"), "a")),
        "sources": dated, "processes": (),
        "treaties": (by(whole, "a", milestones=milestones, clauses=(clause,)),),
        "resolutions": (by(resolution(), "a"),),
        "registers": (
            register(*(by(transition(code, "joined", "1960"), "a") for code in STATES)),
            listed_register(*lists, transitions=()), treaty_register(*acts),
        ),
    }  # fmt: skip
    return dataset(**(made | parts))


WHOLE = facts()
SOME = st.sets(st.sampled_from(SOURCES), min_size=1).map(sorted)
DAYS = st.dates(date(1959, 1, 1), date(2010, 1, 1))


def test_the_made_up_facts_are_sound() -> None:
    """No rule finds anything in them."""
    assert [] == [str(each) for each in check(WHOLE)]


@settings(max_examples=150, deadline=None)
@given(
    SOME, DAYS, st.sampled_from(["some-treaty", "some-group"]), st.sampled_from(["", "deposit"])
)
def test_a_filtered_dataset_is_never_more_certain(
    sources: list[str], day: date, institution: str, by_clock: str
) -> None:
    """Whatever the whole leaves possible stays possible, by each clock."""
    clock: Any = "deposit" if by_clock and institution == "some-treaty" else None
    less = mg.restricted_to(WHOLE, sources=sources)
    for code in STATES:
        whole = mg.status_on(code, day, institution, by=clock, dataset=WHOLE)
        part = mg.status_on(code, day, institution, by=clock, dataset=less)
        assert set(whole.statuses) <= set(part.statuses)
    lists = [mg.members_on(day, institution, by=clock, dataset=each) for each in (less, WHOLE)]
    assert set(lists[0].certain.codes) <= set(lists[1].certain.codes)


@settings(max_examples=60, deadline=None)
@given(SOME)
def test_what_is_left_of_a_treaty_is_legal(sources: list[str]) -> None:
    """A party that acceded again had left, and the dataset can be written and read."""
    less = mg.restricted_to(WHOLE, sources=sources)
    assert [] == list(transitions_are_legal(less))
    assert less.registers == mg.loads(mg.dumps(less)).registers


@pytest.mark.parametrize(
    ("acts", "made"),
    [
        ([("AAA", "denounced")], ["entered-into-force", "denounced"]),
        ([("AAA", "ratified"), ("AAA", "acceded")], ["ratified", "denounced", "acceded"]),
        ([("AAA", "signed"), ("AAA", "succeeded")], ["signed", "denounced", "succeeded"]),
        ([("AAA", "signed"), ("AAA", "lapsed")], ["signed", "lapsed"]),
        ([("AAA", "lapsed")], []),
        ([("AAA", "notified-withdrawal")], ["entered-into-force", "notified-withdrawal"]),
    ],
)
def test_acts_imply_acts(acts: list[tuple[str, str]], made: list[str]) -> None:
    """What a treaty needs for an act that a source gives alone."""
    given_acts = tuple(on_treaty(code, kind, f"19{n}0") for n, (code, kind) in enumerate(acts, 6))
    found = with_implied_transitions(given_acts, RegisterKind.TREATY)
    assert made == [each.kind for each in found]


@pytest.mark.parametrize(
    ("kind", "implied"),
    [("continued", "entered-into-force"), ("succeeded-to-signature", "signed")],
)
def test_a_seat_that_is_continued_was_one(kind: str, implied: str) -> None:
    """A party, or a signatory; a predecessor on record needs nothing."""
    act = on_treaty("BBB", kind, "1992", predecessor="AAA")
    first, second = with_implied_transitions((act,), RegisterKind.TREATY)
    assert ("AAA", implied, "derived") == (first.state, first.kind, first.basis)
    assert act == second
    both = (on_treaty("AAA", "signed", "1960"), act)
    assert both == with_implied_transitions(both, RegisterKind.TREATY)


def test_an_exit_alone_makes_a_spell_with_an_open_start() -> None:
    """The party was bound before it; since when, the source does not say."""
    less = mg.restricted_to(WHOLE, sources=["c"])
    (spell,) = mg.memberships_of("AAA", "Some Treaty", dataset=less)
    assert ("[..1980-12-31]", "1980") == (str(spell.start), str(spell.end))


def test_a_treaty_keeps_what_the_sources_give() -> None:
    """Its day and clause go with their sources; the treaty stays, to be asked about."""
    less = mg.restricted_to(WHOLE, sources=["c"])
    (kept,) = less.treaties
    assert ("1965-01-01", None) == (str(kept.in_force), kept.final_clause)
    assert "none" == less.register(kept.id).complete_for
    answer = mg.parties_on("1975", "Some Treaty", dataset=less)
    assert not answer.complete
    assert mg.Answer.UNKNOWN is answer.answer("CCC")


def test_a_treaty_that_was_adopted_later_is_not_known_yet() -> None:
    """Neither by its name nor in the list of treaties, and nor are numbers about it."""
    claim = mg.model.CountClaim(
        organization="some-treaty", as_of="1970", counted="parties", value=1,  # type: ignore[arg-type]  # words are read
        citations=(mg.model.Citation(source=SourceId("a")),),
    )  # fmt: skip
    early = attrs.evolve(WHOLE.sources[0], published="1955")
    numbers = mg.model.CountList(organization="some-treaty", counts=(claim,))  # type: ignore[arg-type]  # an id
    whole = facts(sources=(early, *WHOLE.sources[1:]), counts=(numbers,))
    then = mg.as_known_on(whole, "1959-12-31")
    assert ((), ()) == (then.treaty_ids, then.counts)
    with pytest.raises(mg.errors.UnknownTreatyError, match="no treaty has the name 'Some Treaty'"):
        mg.parties_on("1970", "Some Treaty", dataset=then)
    assert ("some-treaty",) == mg.as_known_on(whole, "1960-12-31").treaty_ids
    assert 1 == len(mg.restricted_to(whole, sources=["a"]).treaties)


def test_a_source_that_announces_does_not_end_the_cover_before_it_begins() -> None:
    """The register is covered on its first day at least."""
    early = attrs.evolve(WHOLE.sources[0], published="1950")
    less = mg.restricted_to(facts(sources=(early, *WHOLE.sources[1:])), sources=["a"])
    kept = less.register("some-treaty")
    assert kept.covered_from == kept.covered_until


def test_a_resolution_stays_with_all_its_votes_or_goes() -> None:
    """Else a state of a list that is lost would not have voted."""
    yes = mg.model.Votes(vote="yes", states=(StateId("AAA"),))
    no = by(mg.model.Votes(vote="no", states=(StateId("BBB"),)), "b", "c")
    cited = (
        mg.model.Citation(source=SourceId("a")),
        mg.model.Citation(source=SourceId("d"), gives="2000-06-02"),
    )
    whole = facts(resolutions=(resolution(votes=(yes, no), citations=cited),))
    left = {
        sources: [
            (str(each.date), [len(votes.citations) for votes in each.votes])
            for each in mg.restricted_to(whole, sources=list(sources)).resolutions
        ]
        for sources in ("abcd", "ab", "db", "a", "bc")
    }
    day = "2000-06-01"
    assert {
        "abcd": [(day, [0, 2])], "ab": [(day, [0, 1])], "db": [("2000-06-02", [0, 1])],
        "a": [], "bc": [],
    } == left  # fmt: skip


def test_a_resolution_without_a_vote_stays() -> None:
    """With its sources."""
    whole = facts(resolutions=(by(resolution(adopted="without-vote", votes=()), "a", "b"),))
    (kept,) = mg.restricted_to(whole, sources=["b"]).resolutions
    assert ("b",) == tuple(each.source for each in kept.citations)


def test_lists_of_a_register_go_with_their_sources() -> None:
    """What they name is possible still, and a dataset that is pickled filters again."""
    less = mg.restricted_to(WHOLE, sources=["d", "e"])
    lists = less.register("some-group").lists
    assert ["1995-01-01", "2005-01-01"] == [str(each.as_of) for each in lists]
    assert "BBB" not in mg.members_on("1985-01-01", "some-group", dataset=less).certain.codes
    assert less.registers == pickle.loads(pickle.dumps(less)).registers


@pytest.mark.parametrize("clock", ["effect", "deposit"])
def test_member_lists_come_back_from_pickles_by_their_clock(clock: Any) -> None:
    """And with the region that was asked for."""
    answer = mg.parties_on("1970-03-01", "Some Treaty", by=clock, dataset=WHOLE)
    again = pickle.loads(pickle.dumps(answer))
    assert (answer, clock) == (again, again.clock)
    assert answer.answer("AAA") is again.answer("AAA")
    assert mg.members_on("1970", dataset=WHOLE).clock is None
    named = facts(states=(by(state("AAA", region="Asia"), "a"), *WHOLE.states[1:]))
    asia = mg.members_on("1970", region="Asia", dataset=named)
    assert ("AAA",) == pickle.loads(pickle.dumps(asia)).codes
