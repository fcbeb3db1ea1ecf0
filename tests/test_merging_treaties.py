"""Datasets with treaties, resolutions and lists in registers as one, and refused as one."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import migrationgov as mg
from migrationgov.validation import RULES, check
from migrationgov.vocabularies import OrganizationId, StateId
from miniature import (
    CITED,
    body,
    dataset,
    everything,
    listed_register,
    on_treaty,
    register,
    resolution,
    snapshot,
    treaty,
    treaty_register,
)
from strategies import transition
from test_merging import NEWS, NEWS_SOURCE, other

FULL = everything()


def told(record: Any) -> Any:
    """A record that the news give."""
    return attrs.evolve(record, citations=NEWS)


def problems(first: mg.Dataset, second: mg.Dataset) -> str:
    """The message of a merge that is refused, whatever is asked of conflicts."""
    with pytest.raises(mg.errors.MergeConflictError) as caught:
        mg.merge(first, second, on_conflict="disagreement")
    return str(caught.value)


def test_acts_on_a_treaty_are_added_in_order() -> None:
    """A new accession, and the effect of an old one."""
    acts = (
        on_treaty("AAA", "entered-into-force", "1970-05-01"),
        on_treaty("AAA", "denounced", "1999"),
    )
    added = other(registers=(treaty_register(*map(told, acts)),))
    merged = mg.merge(FULL, added)
    assert ["signed", "ratified", "entered-into-force", "denounced"] == [
        each.kind for each in mg.transitions("AAA", "Some Treaty", dataset=merged)
    ]
    assert () == check(merged, RULES)
    assert mg.Answer.NO is mg.is_member("AAA", "2005", "Some Treaty", dataset=merged)


def test_an_act_that_the_treaty_does_not_know_is_refused() -> None:
    """Nobody joins a treaty, or ratifies it twice."""
    joined = other(registers=(treaty_register(told(on_treaty("BBB", "joined", "1990"))),))
    assert "BBB: joined 1990 has no place among the transitions on record: acceded" in problems(
        FULL, joined
    )
    again = other(registers=(treaty_register(told(on_treaty("BBB", "ratified", "1990"))),))
    assert "BBB: ratified 1990 has no place" in problems(FULL, again)


def test_registers_of_two_kinds_are_refused() -> None:
    """With the file, and nothing of the second register."""
    wrong = treaty_register(told(on_treaty("BBB", "acceded", "1980")), kind="membership")
    message = problems(FULL, other(registers=(wrong,)))
    assert (
        "memberships/some-treaty.json: kind is membership in one dataset and treaty in the other;"
        " an institution has registers of one kind" in message
    )


def test_the_scope_of_the_larger_register_stays() -> None:
    """As do its days, which single facts do not move, whichever dataset is the first."""
    single = treaty_register(told(on_treaty("BBB", "denounced", "1999")), complete_for="named")
    merged = mg.merge(FULL, other(registers=(single,)))
    assert "all" == merged.register(single.institution).complete_for
    (whole,) = mg.merge(other(registers=(single,)), FULL).registers[2:]
    assert "all" == whole.complete_for
    assert whole == merged.register(single.institution)
    assert 5 == len(whole.transitions)


def test_an_exit_alone_has_a_place_where_entries_may_be_missing() -> None:
    """A register of the parties that it names need not begin with an entry."""
    group = OrganizationId("some-group")
    left = attrs.evolve(transition("AAA", "withdrew", "2015"), institution=group, citations=NEWS)
    added = mg.model.Register.of(group, mg.PartialDate("1975"), mg.PartialDate("2025"), (left,))
    merged = mg.merge(FULL, other(registers=(added,)))
    assert ["withdrew"] == [each.kind for each in mg.transitions("AAA", group, dataset=merged)]
    complete = dataset(registers=(register(),), organizations=(body("iom"),))
    alone = other(registers=(register(told(transition("AAA", "withdrew", "2015"))),))
    assert "AAA: withdrew 2015 has no place" in problems(complete, alone)


def test_lists_of_registers_are_not_lost() -> None:
    """A new list gets its place; of one list both sources are kept."""
    later = told(snapshot("2021-01-01", ("member", "stated", "AAA")))
    again = told(snapshot("2001-01-01", ("member", "stated", "AAA BBB")))
    added = listed_register(later, again, transitions=())
    merged = mg.merge(FULL, other(registers=(added,)))
    lists = merged.register(added.institution).lists
    assert ["2001-01-01", "2011-01-01", "2021-01-01"] == [str(each.as_of) for each in lists]
    assert ["a-source", "news"] == [each.source for each in lists[0].citations]
    assert ("AAA",) == mg.members_on("2021-01-01", "some-group", dataset=merged).certain.codes
    into_an_empty_one = mg.merge(
        dataset(
            organizations=(body("iom"), body("some-group")),
            registers=(register(transition("AAA", "joined", "1990")), listed_register(lists[1])),
        ),
        other(registers=(added,)),
    )
    assert 3 == len(into_an_empty_one.register(added.institution).lists)


def test_treaties_and_resolutions_are_added() -> None:
    """With their registers; names that are new are added to a known treaty."""
    second = other(
        treaties=(told(treaty(clauses=(), milestones=(), names=(mg.model.Name(text="T2"),))),),
        resolutions=(told(resolution(id="R/2")),),
    )
    merged = mg.merge(FULL, second)
    assert ["R/1", "R/2"] == [each.id for each in merged.resolutions]
    assert "some-treaty" == mg.find_treaty("T2", dataset=merged).id
    assert FULL.treaties[0].clauses == merged.treaties[0].clauses
    assert merged == mg.loads(mg.dumps(merged))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"depositary": "some-group"},
            "some-treaty: depositary is iom (a-source) in one dataset and some-group (news) in",
        ),
        (
            {"clauses": (mg.model.FinalClause(days=90, article="article 9 (2)", citations=NEWS),)},
            "treaties.json some-treaty article 9 (2): on the day of the deposit: months is 3",
        ),
        (
            {"clauses": (mg.model.FinalClause(days=90, citations=NEWS),)},
            "treaties.json some-treaty: has several final clauses; keep one",
        ),
        (
            {
                "milestones": (
                    mg.model.Milestone(
                        kind="in-force", date="1966", label="in force", citations=NEWS
                    ),
                )
            },
            "treaties.json some-treaty: has several milestones of the kind in-force; keep one",
        ),
    ],
)  # fmt: skip
def test_contradictions_about_a_treaty_are_refused(changes: dict[str, Any], message: str) -> None:
    """Another depositary, another clause, another day of entry into force."""
    second = other(treaties=(told(treaty(**{"clauses": (), "milestones": ()} | changes)),))
    found = problems(FULL, second)
    assert message.replace("on the day of the deposit", "3 months after the deposit") in found


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"date": "2000-06-02"},
            "R/1: date is 2000-06-01 (a-source) in one dataset and 2000-06-02 (news)",
        ),
        (
            {"votes": (mg.model.Votes(vote="yes", states=(StateId("AAA"), StateId("BBB"))),)},
            "R/1 2 yes: states is AAA, BBB in one dataset and AAA in the other",
        ),
        (
            {"votes": (mg.model.Votes(vote="no", states=(StateId("AAA"),)),)},
            "resolutions.json R/1: a state has one vote; there are two of AAA",
        ),
        (
            {"adopted": "without-vote", "votes": ()},
            "R/1: adopted is vote (a-source) in one dataset and without-vote (news) in the other",
        ),
    ],
)  # fmt: skip
def test_contradictions_about_votes_are_refused(changes: dict[str, Any], message: str) -> None:
    """Another day, another vote of one state, two votes of it, no vote at all."""
    assert message in problems(FULL, other(resolutions=(told(resolution(**changes)),)))


def test_merging_with_itself_changes_nothing() -> None:
    """Of everything, and of the dataset of the tests."""
    assert FULL == mg.merge(FULL, FULL)


def test_diff_names_what_changed_in_treaties_resolutions_and_registers() -> None:
    """A treaty by its id, a vote by its resolution, a register by its file."""
    later = treaty(note="Now with a note.")
    lists = (*listed_register().lists, snapshot("2021-01-01", ("member", "stated", "AAA")))
    registers = (
        FULL.registers[0],
        listed_register(*lists),
        treaty_register(*FULL.registers[2].transitions[1:], complete_for="named"),
    )
    votes = (mg.model.Votes(vote="yes", states=(StateId("AAA"), StateId("BBB"))),)
    new = dataset(
        treaties=(later,), resolutions=(resolution(votes=votes),), registers=registers,
        organizations=FULL.organizations, processes=FULL.processes, histories=FULL.histories,
        counts=FULL.counts, sources=(*FULL.sources, NEWS_SOURCE),
    )  # fmt: skip
    found = [str(each) for each in mg.diff(FULL, new)]
    assert "treaties.json: changed treaty some-treaty: note:  -> 'Now with a note.'" in [
        line.replace("note: '' ->", "note:  ->") for line in found
    ]
    assert "resolutions.json: changed resolution R/1: votes: 2 -> 1 records" in found
    assert any(line.startswith("memberships/some-group.json: added ") for line in found)
    changed = "memberships/some-treaty.json: changed register of some-treaty: complete_for: all"
    assert any(line.startswith(changed) for line in found)
    assert "memberships/some-treaty.json: removed transition AAA signed 1960-01-01" in "".join(
        found
    )
    assert () == mg.diff(FULL, FULL)
    assert CITED == FULL.treaties[0].citations
