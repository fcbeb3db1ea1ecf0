"""Which of two values a merge uses, in whichever order, and what it keeps of filtered datasets."""

from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest

import migrationgov as mg
from migrationgov.model.register_file import RegisterFile
from migrationgov.validation import RULES, check
from migrationgov.vocabularies import OrganizationId, SourceId
from miniature import body, dataset, history, process, register, state
from strategies import transition
from test_merging import NEWS, NEWS_SOURCE, lines, other, told

SEATS = tuple(state(code) for code in ("AAA", "BBB", "CCC"))


def by(record: Any, *ids: str) -> Any:
    """A record with other sources."""
    return attrs.evolve(
        record, citations=tuple(mg.model.Citation(source=SourceId(each)) for each in ids)
    )


def both_ways(one: mg.Dataset, second: mg.Dataset) -> mg.Dataset:
    """The merge, which is the same both ways; contradictions become disagreements."""
    found = mg.merge(one, second, on_conflict="disagreement")
    assert found == mg.merge(second, one, on_conflict="disagreement")
    assert () == check(found, RULES)
    return found


def ours(*steps: mg.model.Transition, **more: Any) -> mg.Dataset:
    """A dataset with a register of IOM."""
    return dataset(states=SEATS, registers=(register(*steps, **more),))


def test_the_better_basis_is_used() -> None:
    """What a source states, whichever source id is smaller."""
    concluded = transition("AAA", "joined", "1990-05-01", basis="derived", note="We say so.")
    found = both_ways(ours(concluded), told(("AAA", "joined", "1991-05-01")))
    assert ["AAA joined 1991-05-01: news "] == lines(found)
    (recorded,) = found.disagreements
    assert ("1991-05-01", ["1991-05-01", "1990-05-01"]) == (
        recorded.preferred, [claim.value for claim in recorded.claims],
    )  # fmt: skip
    assert "A source states the value that is used" in recorded.reason


def test_else_the_smaller_source_id_is_used() -> None:
    """Even if the dataset with it is the second; one source that gives both decides nothing."""
    late = by(transition("AAA", "joined", "1991-05-01"), "a-source")
    early = by(transition("AAA", "joined", "1990-05-01"), "news")
    found = both_ways(ours(late), other(registers=(register(early),)))
    assert ["AAA joined 1991-05-01: a-source "] == lines(found)
    assert "the source id a-source comes before news" in found.disagreements[0].reason
    again = both_ways(ours(late), ours(transition("AAA", "joined", "1990-05-01")))
    assert ["AAA joined 1990-05-01: a-source "] == lines(again)
    assert "the first as text is used" in again.disagreements[0].reason


def test_a_value_that_does_not_fit_the_others_is_not_used() -> None:
    """A state does not leave before it comes."""
    stay = (transition("AAA", "joined", "1990"), transition("AAA", "withdrew", "2000"))
    longer = other(registers=(register(*(attrs.evolve(each, citations=NEWS) for each in stay)),))
    found = both_ways(longer, ours(transition("AAA", "withdrew", "1985"), complete_for="named"))
    assert ["AAA joined 1990: news ", "AAA withdrew 2000: news "] == lines(found)
    assert "does not fit" in found.disagreements[0].reason


def test_a_second_entry_is_not_taken_for_the_first() -> None:
    """Transitions of one register stay in their order, however wide their dates are."""
    back = ("joined", "1990"), ("withdrew", "1995"), ("joined", "[1985..2005]")
    steps = tuple(transition("AAA", *each) for each in back)
    known = tuple(
        by(transition("AAA", *each), "news") for each in (("applied", "1989"), *back[:2])
    )
    found = both_ways(ours(*steps), other(registers=(register(*known),)))
    assert ["applied", "joined", "withdrew", "joined"] == [
        each.kind for each in mg.transitions("AAA", dataset=found)
    ]


@pytest.mark.parametrize(
    ("wide", "narrow", "agrees"),
    [
        ("[2002,2004]", "2004-05", True),
        ("[2002,2004]", "2003", False),
        ("[2002,2004]", "[2003..2004]", False),
        ("[2002,2004]", "[2002-05,2004-05]", True),
        ("[2002,2003]", "[2002-12..2003-01]", True),
        ("[..2001,2004]", "1990", True),
        ("[..2001,2004]", "2002", False),
        ("[2002..2004]", "[2002,2004]", True),
        ("[2002..2004]", "2003", True),
    ],
)
def test_a_date_within_another_is_in_its_days(wide: str, narrow: str, *, agrees: bool) -> None:
    """A set of two years does not have the year between; such dates contradict each other."""
    first, second = ours(transition("AAA", "joined", wide)), told(("AAA", "joined", narrow))
    found = both_ways(first, second)
    if agrees:
        assert [f"AAA joined {narrow}: news , a-source {wide}"] == lines(found)
        assert not found.disagreements
    else:
        assert [f"AAA joined {wide}: a-source "] == lines(found)
        (recorded,) = found.disagreements
        assert {wide, narrow} == {claim.value for claim in recorded.claims}
        with pytest.raises(mg.errors.MergeConflictError, match="joined is"):
            mg.merge(first, second)


SPAN = "[1990-05-01..1991-05-01]"


def undecided(preferred: str) -> mg.model.Disagreement:
    """A disagreement about the start of AAA."""
    claims = tuple(
        mg.model.Claim(value=value, citations=(mg.model.Citation(source=SourceId("a-source")),))
        for value in ("1990-05-01", "1991-05-01")
    )
    return mg.model.Disagreement(
        subject="AAA", context="iom", field="joined", claims=claims, preferred=preferred,
        reason="Both are possible.",
    )  # fmt: skip


@pytest.mark.parametrize("date", ["1991-05-01", "1991", "1990-12"])
def test_a_preferred_span_is_not_replaced_by_a_date_within(date: str) -> None:
    """The disagreement on record says why it is used; the citation has the other date."""
    second = told(("AAA", "joined", date))
    joined = transition("AAA", "joined", SPAN if date != "1991" else "1990-05-01/1991-12-31")
    known = undecided(str(joined.date))
    found = both_ways(ours(joined, disagreements=(known,)), second)
    assert [f"AAA joined {joined.date}: a-source , news {date}"] == lines(found)
    assert (known,) == found.disagreements
    assert found == mg.merge(found, second, on_conflict="error")


def test_a_span_that_no_disagreement_prefers_is_replaced() -> None:
    """Be it that of another party, another fact or another date."""
    joined = transition("AAA", "joined", SPAN)
    wrong = (
        attrs.evolve(undecided(SPAN), subject="BBB"),
        attrs.evolve(undecided(SPAN), field="withdrew"),
        undecided("1990-05-01"),
    )
    first = ours(joined, transition("BBB", "joined", "1999"), disagreements=wrong)
    found = both_ways(first, told(("AAA", "joined", "1990-12")))
    assert f"AAA joined 1990-12: news , a-source {SPAN}" in lines(found)


def test_two_predecessors_of_one_day_are_rivals() -> None:
    """The claims name them, as the dates are equal."""
    before = [transition(code, "joined", "1960") for code in ("BBB", "CCC")]
    one, second = (
        by(transition("AAA", "succeeded", "1990", predecessor=code), source)
        for code, source in (("BBB", "a-source"), ("CCC", "news"))
    )
    found = both_ways(
        ours(one, *before), other(registers=(register(second, *before),), states=SEATS,
                                  sources=(*dataset().sources, NEWS_SOURCE)),
    )  # fmt: skip
    (recorded,) = found.disagreements
    assert ["1990, predecessor BBB", "1990, predecessor CCC"] == [
        claim.value for claim in recorded.claims
    ]


def test_a_preference_on_record_gives_way_to_the_value_in_use() -> None:
    """A disagreement says which value is used, with the reason for it."""
    claims = tuple(
        mg.model.Claim(value=value, citations=(mg.model.Citation(source=SourceId(source)),))
        for value, source in (("1990", "news"), ("1991", "a-source"))
    )  # fmt: skip
    known = mg.model.Disagreement(
        subject="AAA", context="iom", field="joined", claims=claims, preferred="1990", reason="So."
    )
    joined = by(transition("AAA", "joined", "1990"), "news")
    first = dataset(
        registers=(register(joined, disagreements=(known,)),),
        sources=(*dataset().sources, NEWS_SOURCE),
    )  # fmt: skip
    found = both_ways(first, dataset(registers=(register(transition("AAA", "joined", "1991")),)))
    (recorded,) = found.disagreements
    assert ("1991", {"1990", "1991"}) == (recorded.preferred, {c.value for c in recorded.claims})
    assert "So." != recorded.reason


def test_a_basis_alone_is_no_contradiction() -> None:
    """The better basis is used, and both sources are kept."""
    (head, *_) = history().tenures
    stated = attrs.evolve(head, attested=(), end=None, end_citations=())
    concluded = attrs.evolve(stated, basis="derived", note="We say so.", citations=NEWS)
    theirs = mg.model.History(
        organization=OrganizationId("iom"), covered_until="2026", tenures=(concluded,)
    )
    found = both_ways(
        dataset(histories=(history(tenures=(stated,)),)), other(histories=(theirs,))
    )  # fmt: skip
    (kept,) = found.histories[0].tenures
    assert ("stated", ["a-source", "news"]) == (kept.basis, [c.source for c in kept.citations])


def test_an_end_keeps_its_own_sources() -> None:
    """A source that gives no end does not become one of the end."""
    (head, *_) = history().tenures
    ended = attrs.evolve(head, attested=(), end="1995", end_citations=())
    theirs = mg.model.History(
        organization=OrganizationId("iom"), covered_until="2026",
        tenures=(attrs.evolve(ended, end=None, citations=NEWS),),
    )  # fmt: skip
    found = both_ways(dataset(histories=(history(tenures=(ended,)),)), other(histories=(theirs,)))
    (kept,) = found.histories[0].tenures
    assert ["a-source"] == [each.source for each in kept.end_citations]
    assert ["a-source", "news"] == [each.source for each in kept.citations]


def test_names_of_two_dates_without_sources_are_refused() -> None:
    """A claim needs a source, so that they cannot be recorded as a disagreement."""
    one, second = (
        dataset(processes=(process(names=(mg.model.Name(text="A Process", start=start),)),))
        for start in ("2001", "2002")
    )
    with pytest.raises(
        mg.errors.MergeConflictError, match="start is 2001 in one dataset and 2002"
    ):
        mg.merge(one, second, on_conflict="disagreement")


def test_all_that_a_register_says_of_itself_is_of_one_register() -> None:
    """Of the larger one, whether it says more or less; the days of both are not joined."""
    steps = [transition("AAA", "joined", "1990"), transition("BBB", "joined", "1991")]
    whole = attrs.evolve(
        RegisterFile.of(register(*steps, until="2025")),
        observers_known_from="1993", complete_until="2020",
    ).register()  # fmt: skip
    single = attrs.evolve(
        RegisterFile.of(register(steps[0], until="2030")), covered_from="1940", checked_on="2030"
    ).register()
    (found,) = both_ways(
        dataset(registers=(whole,)), other(registers=(single,), sources=dataset().sources)
    ).registers
    assert found == whole


def test_the_title_page_names_both_datasets() -> None:
    """With the later date, both licences and both notes, however often they are merged."""
    first = dataset()
    second = other(sources=())
    assert "miniature, with other" == both_ways(first, second).manifest.name
    manifest = both_ways(both_ways(first, second), second).manifest
    assert ("miniature, with other", "2026-06-01", "CC0-1.0 AND x") == (
        manifest.name, str(manifest.as_of), manifest.licence,
    )  # fmt: skip


def test_a_release_with_other_facts_is_no_release() -> None:
    """Citations and metadata must not name it as one; two copies of a release are one."""
    page = attrs.evolve(dataset().manifest, release="26.1")
    released = mg.Dataset.of(page, states=SEATS, sources=dataset().sources)
    fewer = mg.Dataset.of(page, states=SEATS[:1], sources=dataset().sources)
    assert "26.1" == both_ways(released, fewer).manifest.release
    more = mg.Dataset.of(page, states=(*SEATS[:1], state("ZZZ")), sources=dataset().sources)
    assert "" == both_ways(released, more).manifest.release, "under the same name"
    assert "" == both_ways(released, dataset()).manifest.release
    assert "" == both_ways(released, other(sources=())).manifest.release


def test_a_merge_with_a_filtered_dataset_has_a_whole() -> None:
    """It is never more certain than the whole with the same facts of one's own."""
    steps = (
        transition("AAA", "joined", "1990-05-01"),
        by(transition("AAA", "withdrew", "1999-12-31"), "news"),
    )
    whole = dataset(registers=(register(*steps),), sources=(*dataset().sources, NEWS_SOURCE))
    cut = mg.restricted_to(whole, sources=["a-source"])
    own = dataset(registers=(), processes=(), states=(), organizations=(body("iom"), body("own")))
    found = both_ways(cut, own)
    assert mg.merge(whole, own) == found.whole
    assert mg.Answer.UNKNOWN is mg.is_member("AAA", "2010", dataset=found)
    assert mg.Answer.YES is mg.is_member("AAA", "1995", dataset=found)
    again = pickle.loads(pickle.dumps(found))
    assert found == again
    assert again.whole == found.whole
    assert both_ways(found, whole).whole == found.whole
