"""Rules for treaties and votes: each on a dataset that breaks it, and on one that fits."""

from __future__ import annotations

from typing import Any

import pytest

import migrationgov as mg
from migrationgov.validation import check
from migrationgov.vocabularies import OrganizationId, StateId, TreatyId
from miniature import CITED, body, snapshot, state
from miniature_treaties import ACTS, act, members, parties, treaty, treaty_facts, un, voted


def problems(**parts: Any) -> str:
    """The problems of a miniature dataset with other parts, as text."""
    return "\n".join(str(problem) for problem in check(treaty_facts(**parts)))


def only(*acts: mg.model.Transition, **more: Any) -> dict[str, Any]:
    """One treaty with these acts, and no votes."""
    return {
        "treaties": (treaty(),),
        "registers": (parties(*acts, **more), un("AAA")),
        "resolutions": (),
    }


def some(*treaties: mg.model.Treaty) -> dict[str, Any]:
    """Treaties, and a register without acts."""
    return {"treaties": treaties, "registers": (parties(),)}


def test_a_sound_dataset_has_no_problem() -> None:
    """Treaties, groups and votes."""
    assert "" == problems()


BROKEN: dict[str, tuple[dict[str, Any], str]] = {
    "a denunciation by a state that is no party": (
        only(act("AAA", "denounced", "2000")),
        "memberships/pact.json AAA: transition 1: 'denounced' cannot follow the status 'none'",
    ),
    "a denunciation by a signatory that goes on as a signatory": (
        only(act("AAA", "signed", "1991"), act("AAA", "signed", "1992")),
        "memberships/pact.json AAA: transition 2: 'signed' cannot follow the status 'signatory'",
    ),
    "two acts by which a state is bound": (
        only(act("AAA", "ratified", "1991"), act("AAA", "acceded", "1992")),
        "memberships/pact.json AAA: transition 2: 'acceded' cannot follow the status 'party'",
    ),
    "a party that continues a seat, too": (
        only(
            act("AAA", "acceded", "1996"),
            act("AAA", "continued", "2000", predecessor="BBB"),
            act("BBB", "acceded", "1993"),
        ),
        "memberships/pact.json AAA: transition 2: 'continued' cannot follow the status 'party'",
    ),
    "a seat that the predecessor did not have": (
        only(act("AAA", "continued", "2000", predecessor="BBB")),
        "memberships/pact.json BBB: transition 1: 'ceded' cannot follow the status 'none'",
    ),
    "a seat that two states continue": (
        only(
            act("AAA", "continued", "2000", predecessor="BBB"),
            act("BBB", "acceded", "1993"),
            act("CCC", "continued", "2000", predecessor="BBB"),
        ),
        "memberships/pact.json CCC: the membership of BBB passed to AAA before",
    ),
    "a succession that names a predecessor": (
        only(act("BBB", "acceded", "1993"), act("CCC", "succeeded", "1999", predecessor="BBB")),
        "memberships/pact.json CCC: only a transition of the kind continued has a predecessor",
    ),
    "a continued seat without predecessor": (
        only(act("AAA", "continued", "2000")),
        (
            "memberships/pact.json AAA: only a transition of the kind continued has a predecessor,"
            " and it needs one"
        ),
    ),
    "an entry as a member": (
        only(act("AAA", "joined", "2000")),
        "memberships/pact.json AAA: transition 1: 'joined' cannot follow the status 'none'",
    ),
    "an effect before the accession": (
        only(act("AAA", "acceded", "2000"), act("AAA", "entered-into-force", "1999")),
        "memberships/pact.json AAA: transition 2 (1999) certainly happened before a transition",
    ),
    "an act before the adoption": (
        only(act("AAA", "acceded", "1989")),
        "transitions[0] AAA acceded 1989: lies before covered_from 1990-03-01",
    ),
    "an accession before the state": (
        only(act("CCC", "acceded", "1991-01-01")),
        "transitions[0] CCC acceded 1991-01-01: CCC did not exist on 1991-01-01",
    ),
    "an act after the collection of evidence": (
        only(act("AAA", "acceded", "2026-01-01")),
        (
            "manifest.json as_of: 2025-12-31 lies before memberships/pact.json transitions[0] AAA"
            ' acceded 2026-01-01; set as_of to "2026-01-01" or later'
        ),
    ),
    "a treaty without a register": (
        {"treaties": (treaty(), treaty("x")), "registers": (parties(*ACTS), un("AAA"))},
        'treaties.json x: has no register of its parties; add memberships/x.json of kind "treaty"',
    ),
    "a register without its treaty": (
        {"treaties": (), "registers": (parties(*ACTS),), "resolutions": ()},
        "memberships/pact.json: is the register of parties to a treaty, which is not in treaties",
    ),
    "a register of members of a treaty": (
        {"registers": (parties(*ACTS, kind="membership"),), "treaties": (treaty(),)},
        "treaties.json pact: has no register of its parties",
    ),
    "a treaty that is open to a group without a register": (
        some(treaty(open_to=OrganizationId("org"))),
        "treaties.json pact: is open to members of 'org'; add memberships/org.json, or leave open",
    ),
    "a treaty that is open to no organization": (
        some(treaty(open_to=OrganizationId("nobody"))),
        "treaties[0].open_to pact: names 'nobody', which is not in organizations.json",
    ),
    "a depositary that is missing": (
        some(treaty(depositary=OrganizationId("nobody"))),
        "treaties[0].depositary pact: names 'nobody', which is not in organizations.json",
    ),
    "a protocol to a treaty that is missing": (
        some(treaty(parent=TreatyId("nothing"))),
        "treaties[0].parent pact: names 'nothing', which is not in treaties.json",
    ),
    "a treaty twice": (
        some(treaty(), treaty()),
        "treaties.json pact: 2 records have this id",
    ),
    "treaties out of order": (
        {"treaties": (treaty(), treaty("a"))},
        "treaties.json treaties[1] a: must stand before pact; sort by id",
    ),
    "a register with lists without its treaty": (
        {
            "treaties": (treaty(),),
            "registers": (
                parties(*ACTS),
                parties(of="x", lists=(snapshot("2000", ("party", "stated", "AAA")),)),
            ),
            "resolutions": (),
        },
        "memberships/x.json: is the register of parties to a treaty, which is not in treaties",
    ),
    "a list that the acts contradict": (
        only(
            act("AAA", "acceded", "2000-01-10"),
            lists=(snapshot("1999-01-01", ("party", "stated", "AAA")),),
        ),
        "the list of the role party names AAA; the transitions of AAA exclude this",
    ),
    "two final clauses": (
        some(treaty(clauses=treaty().clauses * 2)),
        "treaties.json pact: has several final clauses; keep one, and cite its sources",
    ),
    "two days of adoption": (
        some(treaty(milestones=treaty().milestones * 2)),
        "treaties.json pact: has several milestones of the kind adopted; keep one",
    ),
    "a vote by a state that was no member": (
        {"resolutions": (voted(("yes", "AAA EEE")),)},
        "resolutions.json A/RES/1 EEE: was no member of un on 2018-12-19 and cannot have voted",
    ),
    "a vote by a state that is missing": (
        {"resolutions": (voted(("yes", "ZZZ")),)},
        "names 'ZZZ', which is not in states.csv",
    ),
    "a resolution of an organization that is missing": (
        {"resolutions": (voted(("yes", "AAA"), institution=OrganizationId("nobody")),)},
        "resolutions[0].institution A/RES/1: names 'nobody', which is not in organizations.json",
    ),
    "a party on a list that is missing": (
        only(lists=(snapshot("2000", ("party", "stated", "ZZZ")),)),
        "names 'ZZZ', which is not in states.csv",
    ),
    "an organization among states": (
        only(act("AAA", "acceded", "1996", state=StateId("org"))),
        "names 'org', which is in organizations.json; only ids of states.csv can stand here",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_each_rule_reports_what_breaks_it(case: str) -> None:
    """The place and what would be right."""
    parts, said = BROKEN[case]
    assert said in problems(**parts)


SOUND: dict[str, dict[str, Any]] = {
    "an accession after a signature, as some depositaries have it": only(
        act("AAA", "signed", "1991"), act("AAA", "acceded", "1992")
    ),
    "a party by a list, later bound by no other act": only(
        act("AAA", "became-party", "[..1996]"), act("AAA", "denounced", "1999")
    ),
    "an accession on the first day of a state": only(act("CCC", "acceded", "1992-07-01")),
    "a new accession after a denunciation": only(
        act("AAA", "acceded", "1991"),
        act("AAA", "denounced", "1996"),
        act("AAA", "acceded", "2000"),
    ),
    "a denunciation where acts may be missing": only(
        act("AAA", "denounced", "2000"), complete_for="named"
    ),
    "a succession whose effect reaches back": only(
        act("CCC", "succeeded", "1999-01-01"), act("CCC", "entered-into-force", "1992-07-01")
    ),
    "a signature that is taken over": only(
        act("AAA", "succeeded-to-signature", "2000", predecessor="BBB"),
        act("BBB", "signed", "1993"),
    ),
    "acts and effects after what the register covers": only(
        act("AAA", "acceded", "2025-12-01"), act("AAA", "entered-into-force", "2026-03-01")
    ),
    "a notice before the denunciation": only(
        act("AAA", "acceded", "1991"),
        act("AAA", "notified-withdrawal", "1995"),
        act("AAA", "denounced", "1996"),
    ),
    "a vote in an organization without a register": {
        "resolutions": (voted(("yes", "EEE"), institution=OrganizationId("org")),)
    },
    "a vote of a member that may have left": {
        "registers": (
            members(
                "un",
                act("AAA", "joined", "1980", of="un"),
                act("AAA", "withdrew", "2018", of="un"),
            ),
            parties(*ACTS),
        ),
        "treaties": (treaty(),),
        "resolutions": (voted(("yes", "AAA")),),
    },
}


@pytest.mark.parametrize("case", SOUND)
def test_no_rule_reports_what_is_right(case: str) -> None:
    """Rules are no stricter than they say."""
    assert "" == problems(**SOUND[case])


def test_a_state_votes_once() -> None:
    """A record with two votes of a state, or with votes that were not taken, cannot be made."""
    with pytest.raises(mg.errors.WrongTypeError, match="a state has one vote; there are two of A"):
        voted(("yes", "AAA"), ("no", "AAA"))
    with pytest.raises(mg.errors.WrongTypeError, match="has votes if it was adopted by a vote"):
        voted(("yes", "AAA"), adopted="without-vote")


def test_clauses_and_records_say_what_they_are() -> None:
    """In words, for pages and messages."""
    clause = mg.model.FinalClause(months=3, first_of_month=True, citations=CITED)
    assert str(clause) == (
        "final clause: 3 months after the deposit, from the first day of the next month"
    )
    assert str(mg.model.FinalClause(citations=CITED)) == "final clause: on the day of the deposit"
    assert str(treaty()) == "Pact pact"
    assert (str(treaty().adopted), str(treaty().in_force)) == ("1990-03-01", "1995-06-01")
    bare = treaty(milestones=(), clauses=())
    assert (bare.adopted, bare.in_force, bare.final_clause) == (None, None, None)
    assert str(voted(("yes", "AAA"))) == "Global Pact (A/RES/1), 2018-12-19"
    assert str(voted(("yes", "AAA BBB")).votes[0]) == "2 yes"
    assert (state("AAA").name, body("un").name) == ("State AAA", "Body un")
