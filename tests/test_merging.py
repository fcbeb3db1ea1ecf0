"""Two datasets as one: the same, the less and the more exact, the new, and rivals."""

from __future__ import annotations

from typing import Any
from unittest.mock import Mock

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import migrationgov as mg
from migrationgov.datasets.merge.conflicts import Conflicts, ConflictsInFile
from migrationgov.datasets.merge.records import merge_lists, merge_records
from migrationgov.validation import RULES, check
from migrationgov.vocabularies import OrganizationId, ProcessId, SourceId, StateId, Status
from miniature import (
    CITED,
    body,
    counted,
    dataset,
    everything,
    full_process,
    history,
    in_process,
    process,
    register,
    snapshot,
    state,
)
from strategies import date_texts, transition

NEWS = (mg.model.Citation(source=SourceId("news")),)
NEWS_SOURCE = mg.model.Source(
    id=SourceId("news"), title="News", kind=mg.vocabularies.SourceKind.PRESS
)


def other(**parts: Any) -> mg.Dataset:
    """A dataset that holds only what is given, and its source."""
    manifest = mg.model.Manifest(name="other", as_of="2026-06-01", licence="x")
    return mg.Dataset.of(manifest, **({"sources": (NEWS_SOURCE,)} | parts))


def told(*steps: tuple[str, str, str], **more: Any) -> mg.Dataset:
    """A dataset with steps that the news tell."""
    made = (attrs.evolve(transition(*step), citations=NEWS) for step in steps)
    return other(registers=(register(*made, **more),))


def lines(facts: mg.Dataset) -> list[str]:
    """The steps of a dataset, with who says so."""
    return [
        f"{s.party} {s.kind} {s.date}: "
        + ", ".join(f"{c.source} {c.given_text}" for c in s.citations)
        for s in mg.transitions(dataset=facts)
    ]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([("AAA", "joined", "1990-05-01")], ["AAA joined 1990-05-01: a-source , news "]),
        ([("AAA", "joined", "1990")], ["AAA joined 1990-05-01: a-source , news 1990"]),
        (
            [("AAA", "withdrew", "1999-12-31")],
            ["AAA joined 1990-05-01: a-source ", "AAA withdrew 1999-12-31: news "],
        ),
        (
            [("AAA", "withdrew", "1999-12-31"), ("AAA", "joined", "2005")],
            [
                "AAA joined 1990-05-01: a-source ",
                "AAA withdrew 1999-12-31: news ",
                "AAA joined 2005: news ",
            ],
        ),
        (
            [("AAA", "applied", "1989")],
            ["AAA applied 1989: news ", "AAA joined 1990-05-01: a-source "],
        ),
        (
            [("BBB", "joined", "1991")],
            ["AAA joined 1990-05-01: a-source ", "BBB joined 1991: news "],
        ),
    ],
)  # fmt: skip
def test_steps(steps: list[tuple[str, str, str]], expected: list[str]) -> None:
    """The same gains a source, the less exact is kept as given, the new finds its place."""
    merged = mg.merge(dataset(), told(*steps))
    assert expected == lines(merged)
    assert () == check(merged, RULES)


def test_a_more_exact_date_is_used() -> None:
    """And the old one kept as what its source gives."""
    rough = dataset(registers=(register(transition("AAA", "joined", "1990")),))
    assert ["AAA joined 1990-05-01: news , a-source 1990"] == lines(
        mg.merge(rough, told(("AAA", "joined", "1990-05-01")))
    )


def test_a_rival_is_refused_or_recorded() -> None:
    """As asked; the value of the smaller source id is used."""
    rival = told(("AAA", "joined", "1991-05-01"))
    with pytest.raises(mg.errors.MergeConflictError) as caught:
        mg.merge(dataset(), rival)
    message = (
        "memberships/iom.json: AAA: joined is 1990-05-01 (a-source) in one dataset and 1991-05-01"
        " (news) in the other"
    )
    assert message in str(caught.value)
    merged = mg.merge(dataset(), rival, on_conflict="disagreement")
    (found,) = mg.disagreements("AAA", dataset=merged)
    assert ("1990-05-01", ["1990-05-01", "1991-05-01"]) == (
        found.preferred, [claim.value for claim in found.claims],
    )  # fmt: skip
    assert "the source id a-source comes before news" in found.reason
    assert ["AAA joined 1990-05-01: a-source "] == lines(merged)
    again = mg.merge(merged, rival, on_conflict="disagreement")
    assert mg.disagreements(dataset=merged) == mg.disagreements(dataset=again)


def test_a_rival_is_laid_beside_the_nearest() -> None:
    """Of two joinings the one of the same time, whichever comes first."""
    steps = (("AAA", "joined", "1960"), ("AAA", "withdrew", "1970"), ("AAA", "joined", "1990"))
    ours = dataset(registers=(register(*(transition(*step) for step in steps)),))
    for year, nearest in (("1991", "1990"), ("1961", "1960"), ("1974", "1960"), ("1977", "1990")):
        rival = told(("AAA", "joined", year))
        try:
            merged = mg.merge(ours, rival, on_conflict="disagreement")
        except mg.errors.MergeConflictError:
            raise AssertionError(year) from None
        (found,) = mg.disagreements("AAA", dataset=merged) or (None,)
        if found is not None:
            assert nearest == found.preferred, year
        else:  # it fits between the withdrawal and the return only as a step that is told twice
            assert year in {str(step.date) for step in mg.transitions(dataset=merged)}


def test_what_fits_nowhere_is_refused_either_way() -> None:
    """A withdrawal of nobody; with whatever else is wrong."""
    wrong = told(("BBB", "withdrew", "1991"), ("AAA", "joined", "1995"))
    with pytest.raises(mg.errors.MergeConflictError) as caught:
        mg.merge(dataset(), wrong, on_conflict="error")
    assert "2 problems" in str(caught.value), "that the news are cited by nothing is no cause"
    assert "BBB: withdrew 1991 has no place among the transitions on record: none" in str(
        caught.value
    )


def test_who_somebody_is_cannot_be_left_open() -> None:
    """States, organizations, sources: two values for one id are an error."""
    for parts, said in (
        (
            {"states": (state("AAA", name="Another"),)},
            "AAA: name is Another (a-source) in one dataset and State AAA (a-source) in the other",
        ),
        ({"organizations": (body("iom", acronym="X"),)}, None),
        ({"organizations": (body("iom", kind="regional"),)}, "organizations.json iom: kind is"),
        (
            {"sources": (mg.model.Source(id=SourceId("a-source"), title="T", kind="press"),)},
            "sources.json a-source: title is A source in one dataset and T in the other",
        ),
    ):  # fmt: skip
        added = other(**{"sources": (), **parts})
        if said is None:
            assert "X" == mg.merge(dataset(), added).organizations[0].acronym
            continue
        with pytest.raises(mg.errors.MergeConflictError) as caught:
            mg.merge(dataset(), added, on_conflict="disagreement")
        assert said in str(caught.value)


def test_names_and_sources_are_joined() -> None:
    """A state gains a name, and its record a source."""
    more = state("AAA", names=(mg.model.Name(text="Aaa"),), citations=NEWS)
    (found, _) = mg.merge(dataset(), other(states=(more,))).states
    assert ["Aaa", "State AAA"] == [name.text for name in found.names]
    assert ["a-source", "news"] == [each.source for each in found.citations]


def test_what_the_other_does_not_tell_stays() -> None:
    """An acronym that only the first dataset has; an attestation that only the other has."""
    ours = dataset(organizations=(body("iom", acronym="I"),))
    shown = mg.model.Attestation(
        institution=OrganizationId("iom"), state=StateId("AAA"), status=Status.MEMBER,
        date=mg.PartialDate("1995"), citations=NEWS,
    )  # fmt: skip
    theirs = other(organizations=(body("iom"),), registers=(register(attestations=(shown,)),))
    merged = mg.merge(ours, theirs)
    assert "I" == merged.organizations[0].acronym
    assert (shown,) == merged.registers[0].attestations
    assert "AAA shown as member 1995 (iom)" == str(shown)


def test_references_are_held_against_the_whole() -> None:
    """A step of a state that neither has."""
    with pytest.raises(
        mg.errors.MergeConflictError, match=r"names 'CCC', which is not in states.csv"
    ):
        mg.merge(dataset(), told(("CCC", "joined", "1991")))


def test_coverage_reaches_as_far_as_the_larger_register() -> None:
    """Of two of one size, that with more days; the title page has the later date."""
    late = told(("BBB", "joined", "2026-01-05"), until="2026-06-01")
    merged = mg.merge(dataset(), late)
    (found,) = merged.registers
    assert ("1951-12-05", "2026-06-01", True) == (
        str(found.covered_from), str(found.covered_until), found.complete,
    )  # fmt: skip
    assert ("miniature, with other", "2026-06-01") == (merged.manifest.name, merged.as_of)


@pytest.mark.parametrize("scope", ["all", "named", "none"])
@pytest.mark.parametrize(
    ("opens", "until"), [("1951-12-05", "2030"), ("1940", "2025"), ("2026", "2030")]
)
def test_a_single_fact_moves_no_coverage(opens: str, until: str, scope: str) -> None:
    """It says nothing about other parties on these days, nor that the register was checked."""
    made = attrs.evolve(transition("BBB", "joined", "2026-05"), citations=NEWS)
    theirs = mg.model.Register.of(
        OrganizationId("iom"), mg.PartialDate(opens), mg.PartialDate(until), (made,),
        complete_for=scope, checked_on=mg.PartialDate("2030"),
    )  # fmt: skip
    both = transition("AAA", "applied", "1989"), transition("AAA", "joined", "1990")
    ours = dataset(registers=(register(*both, transition("BBB", "applied", "1991")),))
    (found,) = mg.merge(ours, other(registers=(theirs,))).registers
    assert ("1951-12-05 to 2025-12-31", "all", None) == (
        f"{found.covered_from} to {found.covered_until}", found.complete_for, found.checked_on,
    )  # fmt: skip
    assert 4 == len(found.transitions)


@pytest.mark.parametrize(
    ("steps", "until", "covered"),
    [
        ([("AAA", "joined", "1990"), ("BBB", "joined", "2026-05")], "2030", "2030, named"),
        ([("AAA", "joined", "1990")], "2030", "2030, named"),
        ([("AAA", "joined", "1990")], "2025-12-31", "2025-12-31, named"),
        ([("AAA", "joined", "1990")], "2024", "2025-12-31, all"),
        ([], "2030", "2025-12-31, all"),
    ],
)
def test_a_whole_register_with_later_facts_decides(
    steps: list[tuple[str, str, str]], until: str, covered: str
) -> None:
    """It names more parties, or covers more days; else it is the less complete one."""
    ours = dataset(registers=(register(transition("AAA", "joined", "1990")),))
    theirs = other(
        registers=(register(*(transition(*s) for s in steps), until=until, complete_for="named"),),
        sources=dataset().sources,
    )
    (found,) = mg.merge(ours, theirs).registers
    assert covered == f"{found.covered_until}, {found.complete_for}"


def test_many_facts_about_one_party_do_not_decide() -> None:
    """A register of two parties says more about a third than five facts about one do."""
    two = register(transition("AAA", "joined", "1990"), transition("BBB", "joined", "1991"),
                   complete_for="named")  # fmt: skip
    kinds = "applied", "admitted", "joined", "withdrew", "joined"
    five = told(*(("AAA", kind, f"{year}") for year, kind in enumerate(kinds, 1988)))
    (found,) = mg.merge(dataset(registers=(two,)), five, on_conflict="disagreement").registers
    assert "named" == found.complete_for


@pytest.mark.parametrize(
    ("kind", "scope", "expected"),
    [
        ("stated", "all", "2030, named"),
        ("stated", "none", "2030, none"),
        ("attendance", "none", "2025-12-31, named"),
    ],
)
def test_a_long_list_makes_no_register_more_complete(kind: str, scope: str, expected: str) -> None:
    """It names more parties, but has no transitions that may be complete."""
    ours = dataset(
        registers=(register(transition("AAA", "joined", "1990"), complete_for="named"),),
        states=tuple(map(state, ("AAA", "BBB", "CCC"))),
    )
    listed = attrs.evolve(snapshot("2020", ("member", kind, "AAA BBB CCC")), citations=NEWS)
    (found,) = mg.merge(ours, listing(listed, until="2030", scope=scope)).registers
    assert expected == f"{found.covered_until}, {found.complete_for}"


@pytest.mark.parametrize(("scope", "merged"), [("all", "named"), ("none", "none")])
def test_a_single_fact_decides_less_than_a_list(scope: str, merged: str) -> None:
    """A register may have lists only; the fact does not move its days, nor complete it."""
    listed = attrs.evolve(snapshot("2020", ("member", "stated", "AAA BBB CCC")), citations=NEWS)
    ours = dataset(
        registers=(register(transition("AAA", "joined", "1990"), complete_for=scope),),
        states=tuple(map(state, ("AAA", "BBB", "CCC"))),
    )
    (found,) = mg.merge(ours, listing(listed, until="2020", scope="named")).registers
    assert f"2020, {merged}" == f"{found.covered_until}, {found.complete_for}"


def listing(made: mg.model.ParticipantLists, until: str, scope: str) -> mg.Dataset:
    """A dataset with a register of one list."""
    theirs = mg.model.Register.of(
        OrganizationId("iom"), mg.PartialDate("1951-12-05"), mg.PartialDate(until), (), (), (),
        (made,), complete_for=scope,
    )  # fmt: skip
    return other(registers=(theirs,))


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        (None, None, None), ("2025", None, "2025"), (None, "2025-06", "2025-06"),
        ("2025-07", "2025-06", "2025-07"), ("2025-06", "2025-07", "2025-07"),
    ],
)  # fmt: skip
def test_the_later_check_counts(ours: str | None, theirs: str | None, merged: str | None) -> None:
    """In registers, processes and histories alike; a file without one says nothing."""
    parts = [
        {
            "registers": (register(checked_on=checked),),
            "processes": (process(covered_until="2024", checked_on=checked),),
            "histories": (history(covered_until="2024", checked_on=checked),),
        }
        for checked in (ours, theirs)
    ]
    found = mg.merge(dataset(**parts[0]), dataset(**parts[1]))
    files: tuple[Any, ...] = (*found.registers, *found.processes, *found.histories)
    for each in files:
        assert merged == (each.checked_on and str(each.checked_on))


def test_processes() -> None:
    """Lists, terms and meetings are added in order; the same list gains a source."""
    listed = snapshot("2001-01-01", ("member", "stated", "AAA BBB"))
    later = snapshot("2003-01-01", ("member", "stated", "AAA"))
    earlier = snapshot("2000-01-01", ("member", "stated", "AAA"))
    news = tuple(attrs.evolve(each, citations=NEWS) for each in (later, listed, earlier))
    term = mg.model.Term(
        process=ProcessId("a-process"), state=StateId("BBB"), start="2002", citations=NEWS
    )
    added = process(*news, terms=(term,), citations=NEWS, predecessors=("x",), milestones=())
    (found,) = mg.merge(dataset(), other(processes=(added,))).processes
    assert ["2000-01-01", "2001-01-01", "2003-01-01"] == [
        str(s.as_of) for s in found.participant_lists
    ]
    assert ["a-source", "news"] == [each.source for each in found.participant_lists[1].citations]
    assert (term,) == found.terms
    assert ("x",) == found.predecessors
    fresh = process(id="b-process", citations=NEWS)
    assert 2 == len(mg.merge(dataset(), other(processes=(fresh,))).processes)


def test_rivals_in_processes() -> None:
    """Another kind, another end of the same term: recorded, with both values."""
    term = mg.model.Term(
        process=ProcessId("a-process"), state=StateId("AAA"), start="2002", end="2003",
        citations=CITED,
    )  # fmt: skip
    ours = dataset(processes=(process(terms=(term,)),))
    theirs = attrs.evolve(term, end="2004", citations=NEWS)
    added = other(processes=(process(kind="global", terms=(theirs,), citations=NEWS),))
    with pytest.raises(mg.errors.MergeConflictError, match="2 problems"):
        mg.merge(ours, added)
    (found,) = mg.merge(ours, added, on_conflict="disagreement").processes
    assert {"end of the term AAA", "kind"} == {each.field for each in found.disagreements}
    assert "2003" == str(found.terms[0].end)


def test_the_sources_of_a_rival_are_not_sources_of_ours() -> None:
    """They do not say what it says."""
    term = mg.model.Term(
        process=ProcessId("a-process"), state=StateId("AAA"), start="2002", end="2003",
        citations=CITED,
    )  # fmt: skip
    ours = dataset(processes=(process(terms=(term,)),))
    rival = attrs.evolve(term, end="2004", citations=NEWS)
    added = other(processes=(process(terms=(rival,)),))
    (found,) = mg.merge(ours, added, on_conflict="disagreement").processes
    assert ["a-source"] == [each.source for each in found.terms[0].citations]
    ((mine, its),) = [each.claims for each in found.disagreements]
    assert ("2003", "a-source") == (mine.value, mine.citations[0].source)
    assert ("2004", "news") == (its.value, its.citations[0].source)


def test_somebody_leaves() -> None:
    """The end of what was open is told by the new source alone."""
    *_, last = history().tenures
    made_by: tuple[dict[str, Any], ...] = ({"citations": NEWS}, {"end_citations": NEWS})
    for given_by in made_by:
        open_one = attrs.evolve(last, person="R", start="1996", end=None, attested=())
        ours = dataset(histories=(history(tenures=(open_one,)),))
        left = attrs.evolve(open_one, end="1999-06-30", **given_by)
        theirs = mg.model.History(
            organization=OrganizationId("iom"), covered_until="2026", tenures=(left,)
        )
        (found,) = mg.merge(ours, other(histories=(theirs,))).histories
        assert "1999-06-30" == str(found.tenures[0].end)
        assert ["news"] == [each.source for each in found.tenures[0].end_citations]


@pytest.mark.parametrize("start", ["1996", "1996-03-01", "1996~"])
def test_one_start_told_in_two_ways_is_a_rival(start: str) -> None:
    """Side by side they would let one person hold an office twice."""
    (head, *_) = history().tenures
    one = attrs.evolve(head, person="R", start="1996-03", end=None, attested=())
    ours = dataset(histories=(history(tenures=(one,)),))
    theirs = mg.model.History(
        organization=OrganizationId("iom"), covered_until="2026",
        tenures=(attrs.evolve(one, start=start, citations=NEWS),),
    )  # fmt: skip
    with pytest.raises(
        mg.errors.MergeConflictError, match=f"start of the tenure is 1996-03 .* {start}"
    ):
        mg.merge(ours, other(histories=(theirs,)))
    (found,) = mg.merge(ours, other(histories=(theirs,)), on_conflict="disagreement").histories
    assert ["1996-03"] == [str(each.start) for each in found.tenures]
    assert ["start of the tenure"] == [each.field for each in found.disagreements]


def test_undated_and_later_ones_are_new() -> None:
    """Another term of the same person; one without a start."""
    (head, *_) = history().tenures
    one = attrs.evolve(head, person="R", start="1996", end="1998", attested=())
    again = attrs.evolve(one, start="2000", end=None, citations=NEWS)
    undated = attrs.evolve(one, start=None, end=None, citations=NEWS)
    ours = dataset(histories=(history(tenures=(one,)),))
    theirs = mg.model.History(
        organization=OrganizationId("iom"), covered_until="2026", tenures=(again, undated)
    )
    (found,) = mg.merge(ours, other(histories=(theirs,))).histories
    assert ["2000", "None", "1996"] == [str(each.start) for each in found.tenures]


def test_two_statuses_of_one_day_are_rivals() -> None:
    """A process is not active and dormant at once."""
    active = mg.model.StatusReport(status="active", as_of="2005-01-01", citations=CITED)
    dormant = mg.model.StatusReport(status="dormant", as_of="2005-01-01", citations=NEWS)
    ours = dataset(processes=(process(statuses=(active,)),))
    theirs = other(processes=(process(statuses=(dormant,)),))
    with pytest.raises(
        mg.errors.MergeConflictError, match=r"active \(a-source\) in one .* dormant \(news\)"
    ):
        mg.merge(ours, theirs)


def test_notes_belong_to_their_date() -> None:
    """A note is taken where there is none; that of a less exact date goes with it."""

    def noted(date: str, note: str) -> mg.model.Transition:
        return attrs.evolve(transition("AAA", "joined", date), note=note)

    for our_date, our_note, expected in (
        ("1990-05-01", "", "theirs"), ("1990-05-01", "ours", "ours"),
        ("1990-05", "", "theirs"), ("1990-05", "true of May", "theirs"),
    ):  # fmt: skip
        ours = dataset(registers=(register(noted(our_date, our_note)),))
        its = attrs.evolve(noted("1990-05-01", "theirs"), citations=NEWS)
        (step,) = mg.transitions(dataset=mg.merge(ours, other(registers=(register(its),))))
        assert expected == step.note


def test_two_of_our_own_that_are_alike_are_both_kept() -> None:
    """What the first dataset holds is never lost, not even what its checks would find."""
    name = mg.model.Name(text="A", lang="en", citations=CITED)
    conflicts = ConflictsInFile(Conflicts(record=True), "states.json")
    assert (name, name) == merge_lists((name, name), (), conflicts)


def test_an_answer_of_no_is_an_answer() -> None:
    """False against true is a rival, on either side."""
    small = mg.model.SystemCode(number=1, abbreviation="A", start="1990", microstate=True)
    large = attrs.evolve(small, microstate=False)
    for ours, theirs in ((small, large), (large, small)):
        conflicts = Mock()
        assert large == merge_records(ours, theirs, conflicts)
        conflicts.add.assert_called_once_with(large, small, "microstate")


def test_histories_and_numbers() -> None:
    """The same tenure gains a source; a new number finds its place."""
    ours = dataset(histories=(history(),), counts=(counted(),))
    (head, *_) = history().tenures
    new = attrs.evolve(head, person="R", start="1996", end=None, attested=(), citations=NEWS)
    same = attrs.evolve(head, citations=NEWS, attested=())
    number = attrs.evolve(counted().counts[0], as_of="1989", citations=NEWS)
    theirs = other(
        histories=(mg.model.History(organization=OrganizationId("iom"), covered_until="2026",
                              tenures=(same, new)),),
        counts=(counted(counts=(number,)),),
    )  # fmt: skip
    merged = mg.merge(ours, theirs)
    (found,) = merged.histories
    assert ["P", "Q", "R"] == [each.person for each in found.tenures]
    assert ["a-source", "news"] == [each.source for each in found.tenures[0].citations]
    assert ["1989", "1990-06-01", "1991"] == [str(c.as_of) for c in merged.counts[0].counts]


def test_merging_with_itself_changes_nothing() -> None:
    """Nor does merging the same one again."""
    facts = mg.dataset()
    assert facts == mg.merge(facts, facts)
    once = mg.merge(dataset(), told(("AAA", "joined", "1990")))
    assert once == mg.merge(once, told(("AAA", "joined", "1990")))
    assert "miniature, with other" == once.manifest.name


def test_only_datasets_are_merged() -> None:
    """And conflicts are settled in one of two ways."""
    with pytest.raises(mg.errors.WrongTypeError, match="give a Dataset, not None"):
        mg.merge(dataset(), None)  # type: ignore[arg-type]  # on purpose
    with pytest.raises(mg.errors.UnknownTermError, match="it may be 'error', 'disagreement'"):
        mg.merge(dataset(), other(), on_conflict="ours")  # type: ignore[arg-type]  # on purpose


@settings(max_examples=150)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["AAA", "BBB"]),
            st.sampled_from(["applied", "joined", "withdrew", "became-observer", "lapsed"]),
            date_texts,
        ),
        max_size=4,
    )
)
def test_a_merge_is_whole_or_not_at_all(steps: list[tuple[str, str, str]]) -> None:
    """Whatever is merged: a dataset in which every rule holds, or an error; ours is as it was."""
    ours = dataset()
    before = lines(ours)
    try:
        merged = mg.merge(ours, told(*steps), on_conflict="disagreement")
    except mg.errors.MergeConflictError as error:
        assert error.problems
    else:
        assert () == check(merged, RULES)
        kept = {line.partition(":")[0] for line in before}
        assert kept <= {line.partition(":")[0] for line in lines(merged)} or any(
            "joined" in line for line in lines(merged)
        )
    assert before == lines(ours)


def with_exits(*transitions: mg.model.Transition) -> mg.Dataset:
    """The process with other transitions, which the news give."""
    cited = tuple(attrs.evolve(each, citations=NEWS) for each in transitions)
    return other(processes=(full_process(transitions=cited),))


def merged_exits(*transitions: mg.model.Transition) -> list[str]:
    """The transitions of the process after a merge, each with its sources."""
    merged = mg.merge(everything(), with_exits(*transitions))
    assert () == check(merged, RULES)
    (process,) = merged.processes
    return [f"{t}: {' '.join(c.source for c in t.citations)}" for t in process.transitions]


def test_transitions_of_a_process_are_merged() -> None:
    """A more exact date replaces the other, and an exit without an entry has its place."""
    exits = in_process("AAA", "withdrew", "2013-05-01"), in_process("BBB", "withdrew", "2020")
    assert [
        "AAA withdrew 2013-05-01 (a-process): news a-source",
        "BBB joined 2000 (a-process): a-source",
        "BBB withdrew 2020 (a-process): news",
    ] == merged_exits(*exits)


def test_a_transition_of_a_process_without_a_place_is_a_conflict() -> None:
    """A second exit of another year contradicts the first."""
    twice = with_exits(in_process("AAA", "withdrew", "2010"))
    with pytest.raises(
        mg.errors.MergeConflictError,
        match=r"AAA: withdrew is 2013 \(a-source\) in one dataset and 2010 \(news\)",
    ):
        mg.merge(everything(), twice)
    merged = mg.merge(everything(), twice, on_conflict="disagreement")
    (recorded,) = merged.disagreements
    assert ("AAA", "a-process", "withdrew") == (
        recorded.subject, recorded.context, recorded.field,
    )  # fmt: skip


def test_rotations_that_contradict_each_other_are_a_conflict() -> None:
    """One rule of one date has one number of months."""
    rotation = mg.model.Rotation(months=24, as_of="2001", citations=NEWS)
    second = other(processes=(full_process(rotations=(rotation,)),))
    with pytest.raises(
        mg.errors.MergeConflictError, match=r"months of the rotation is 12 \(a-source\) in one"
    ):
        mg.merge(everything(), second)
