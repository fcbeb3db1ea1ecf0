"""Pages of treaties, of groups and of resolutions, and how other pages link to them."""

from __future__ import annotations

import re

import attrs

import migrationgov as mg
from migrationgov_docs.explorer import everything as explorer_facts
from migrationgov_docs.pages import all_pages
from miniature import (
    CITED,
    TREATY,
    body,
    dataset,
    everything,
    listed_register,
    on_treaty,
    treaty,
    treaty_register,
)
from page_reading import facts_of, html_of, read, rows_of, section, text_of, title_of

PAGES = all_pages(everything())
PAGE = PAGES["treaties/some-treaty.md"]


def page_of(*acts: mg.model.Transition, **more: object) -> str:
    """The page of a treaty with some acts."""
    facts = dataset(treaties=(treaty(),), registers=(treaty_register(*acts, **more),))
    return all_pages(facts)["treaties/some-treaty.md"]


def acts_of(page: str, party: str) -> list[list[str]]:
    """The cells about the acts of a party, row by row."""
    (table,) = (each for each in read(page).tables if "consent, by its deposit" in each[0])
    return [row[1:] for row in table if row[0] == party]


def test_a_treaty_page_says_what_the_treaty_is() -> None:
    """Title, dates, depositary and final clause, each with its sources."""
    found = facts_of(PAGE)
    assert "Some Treaty" == title_of(PAGE)
    assert "A Treaty on Something" == found["title"]
    assert re.fullmatch(r"1 January 1960 \(.* \[1\]\)", found["adopted"])
    assert found["in force since"].startswith("1 January 1965 (")
    assert "Body iom" == found["depositary"]
    assert "../organizations/iom.html" in read(PAGE).links
    assert "all states" == found["open to"]
    assert found["in force for a party"].startswith("article 9 (2): 3 months after the deposit")


def test_parties_are_counted_by_both_clocks() -> None:
    """Whom it binds on the last day, who has deposited, and who has signed only."""
    assert [["party, by effect", "2 certain", "none"]] == rows_of(PAGE, "party, by effect")
    assert [["1 certain"]] == [row[2:] for row in rows_of(PAGE, "signatory, by deposit", "none")]
    waiting = page_of(on_treaty("AAA", "ratified", "2025-12-01"))
    assert rows_of(waiting, "party, by effect", "none", "none")
    assert rows_of(waiting, "party, by deposit", "1 certain", "none")
    assert "Deposited, and not yet bound: State AAA." in text_of(html_of(waiting))


def test_each_party_has_its_acts_with_deposit_and_effect() -> None:
    """An effect that follows from the final clause is marked; one that a source gives is cited."""
    (signed, deposit, effect, *_) = acts_of(PAGE, "State AAA")[0]
    assert signed.startswith("1 January 1960 (")
    assert deposit.startswith("ratified 31 January 1970 (")
    assert "30 April 1970 derived" == effect
    stated = page_of(
        on_treaty("AAA", "acceded", "1970-01-31"),
        on_treaty("AAA", "entered-into-force", "1970-05-05"),
    )
    effect = acts_of(stated, "State AAA")[0][1]
    assert effect.startswith("5 May 1970 (")
    assert "derived" not in effect


def test_a_party_that_left_and_came_back_has_two_rows() -> None:
    """The first row ends with the last day on which it was bound."""
    page = page_of(
        on_treaty("AAA", "acceded", "1970-01-31"),
        on_treaty("AAA", "denounced", "1980-01-31"),
        on_treaty("AAA", "acceded", "1990-01-31"),
    )
    first, second = acts_of(page, "State AAA")
    assert any("denounced 31 January 1980" in cell for cell in first)
    assert not any("denounced" in cell for cell in second)


def test_a_continued_status_stands_with_both_states() -> None:
    """It ends for the predecessor on the day on which the successor continues it."""
    continued = on_treaty("BBB", "continued", "1991-12-26")
    continued = attrs.evolve(continued, predecessor=mg.vocabularies.StateId("AAA"))
    page = page_of(on_treaty("AAA", "ratified", "1970-01-31"), continued)
    text = text_of(html_of(page))
    assert "continued by State BBB 26 December 1991" in text
    assert "continued State AAA 26 December 1991" in text


def test_what_is_not_known_about_a_treaty() -> None:
    """No final clause, no day of entry into force, a register that names some parties only."""
    vague = treaty(clauses=(), milestones=(), depositary="", note="")
    facts = dataset(treaties=(vague,), registers=(treaty_register(complete_for="named"),))
    told = all_pages(facts)["treaties/some-treaty.md"].partition("What we do not know")[2]
    assert "When it was adopted" in told
    assert "no source that was read gives the day" in told
    assert "no final clause is recorded" in told
    assert "Which other states are party to it" in told
    assert "By effect: Possible, not certain, as party" in told
    assert "no final clause" not in PAGE


def test_a_treaty_without_a_register_has_a_page() -> None:
    """It says so."""
    page = all_pages(dataset(treaties=(treaty(),)))["treaties/some-treaty.md"]
    assert "no register of them is recorded" in page


def test_published_totals_stand_on_the_page_of_the_treaty() -> None:
    """Each with our count, the outcome and the reason of a difference."""
    claims = tuple(
        mg.model.CountClaim(
            organization=TREATY, as_of="1990", counted="parties", value=value, citations=CITED,
            explanation=why, reason="old" if why else "",
        )
        for value, why in ((2, None), (1, "stale"))
    )  # fmt: skip
    counts = mg.model.CountList(organization=TREATY, counts=claims)
    facts = dataset(treaties=(treaty(),), registers=(treaty_register(),), counts=(counts,))
    pages = all_pages(facts)
    page = pages["treaties/some-treaty.md"]
    assert rows_of(page, "1990", "2", "parties", "2", "equal", "")
    assert rows_of(page, "1990", "1", "parties", "2", "explained", "old")
    (row,) = rows_of(pages["totals.md"], "Some Treaty")
    assert ["4", "1"] == [cell for cell in row[1:3] if cell]
    assert any("1 of 2" in row for row in rows_of(pages["index.md"], "Some Treaty"))


def test_other_pages_link_to_the_treaty() -> None:
    """The index with numbers, the pages of states with the days on which it bound them."""
    index = PAGES["index.md"]
    assert rows_of(index, "Some Treaty", "1 January 1965", "2 certain", "2 certain")
    assert "\ntreaties/some-treaty\n" in index
    assert "\nvotes\n" in index
    page = PAGES["states/aaa.md"]
    signed, party = (row[1:4] for row in rows_of(page, "Some Treaty") if ", certain" in row[1])
    assert ["signatory, certain", "1 January 1960"] == signed[:2]
    assert ["party, certain", "30 April 1970", "no end recorded"] == party
    assert "../treaties/some-treaty.html" in read(page).links
    assert "organizations/some-treaty.md" not in PAGES


def test_disagreements_about_a_treaty_are_on_its_page() -> None:
    """And on the page of the state, and on that of all disagreements."""
    rival = mg.model.Disagreement(
        subject="AAA", context=TREATY, field="ratified date", reason="one is older",
        claims=tuple(mg.model.Claim(value=v, citations=CITED) for v in ("1970-01-31", "1971")),
        preferred="1970-01-31",
    )  # fmt: skip
    plain = treaty_register()
    facts = dataset(
        treaties=(treaty(),),
        registers=(
            mg.model.Register.of(
                TREATY, plain.covered_from, plain.covered_until,
                plain.transitions, (), (rival,), kind="treaty",
            ),
        ),
    )  # fmt: skip
    pages = all_pages(facts)
    for path in ("treaties/some-treaty.md", "states/aaa.md", "disagreements.md"):
        assert "disagreement-aaa-some-treaty-ratified-date" in read(pages[path]).ids, path
        text = text_of(html_of(pages[path]))
        assert "State AAA, Some Treaty: ratified date" in text
        assert "We use: 31 January 1970. one is older" in text
    assert "disagreement-" not in pages["states/bbb.md"]


# -- groups that are known by lists ---------------------------------------------------------------


def test_a_group_has_its_lists_and_says_whom_it_is_complete_for() -> None:
    """A spell that rests on lists starts with the first record, not with an entry."""
    page = PAGES["organizations/some-group.md"]
    assert "complete for the parties that its transitions name; of others there are lists" in page
    assert section(page, "Lists, by date")
    assert rows_of(page, "1 January 2001", "member", "complete", "2")
    assert rows_of(page, "State AAA", "member", "1 January 2001 (first record)")
    assert section(page, "Transitions")
    assert "Which parties without a transition were members" in page


def test_associates_and_unrecorded_observers() -> None:
    """A row for associates where there are some; observers that are not recorded are unknown."""
    assert not rows_of(PAGES["organizations/some-group.md"], "associate")
    group = listed_register()
    (left,) = group.transitions
    kind = mg.vocabularies.TransitionKind.BECAME_ASSOCIATE
    steps = (attrs.evolve(left, kind=kind), left)
    register = mg.model.Register.of(
        group.institution, group.covered_from, group.covered_until, steps,
        observers_known_from=mg.PartialDate("[1975..]"),
    )  # fmt: skip
    facts = dataset(organizations=(body("iom"), body("some-group")), registers=(register,))
    page = all_pages(facts)["organizations/some-group.md"]
    assert rows_of(page, "associate", "none", "none")
    assert "Observers are not recorded" in page
    assert rows_of(page, "observer", "unknown", "unknown")


# -- resolutions ----------------------------------------------------------------------------------


def test_votes_have_a_page() -> None:
    """How each state voted, and which organization adopted the resolution."""
    page = PAGES["votes.md"]
    assert "resolution-r-1" in read(page).ids
    found = facts_of(page)
    assert "Body iom" == found["adopted by"]
    assert "by a vote: 1 yes, 1 abstain" == found["how"]
    assert rows_of(page, "abstain", "1", "State BBB")
    assert "Resolutions and votes" in all_pages(dataset())["votes.md"]


# -- the explorer ---------------------------------------------------------------------------------


def test_the_explorer_has_treaties_by_effect() -> None:
    """With the statuses of a treaty, its page, and no records but those behind the answers."""
    facts = explorer_facts(everything())
    written = facts["institutions"]["some-treaty"]
    assert ("convention", "in force since 1965-01-01") == (written["kind"], written["status"])
    assert "treaties/some-treaty.html" == written["page"]
    assert "transitions" not in written
    (group,) = facts["groups"]["some-treaty"]
    assert "none party signatory" == group[0]
    (line,) = (int(line) for line, parties in group[1].items() if "AAA" in parties.split())
    days = [facts["days"][place] for place in facts["lines"][line][1::2]]
    effect = mg.PartialDate("1970-04-30").first_ordinal
    assert effect in days
    texts = {text for text, _ in facts["records"]}
    assert "ratified 1970-01-31" in texts


def test_the_explorer_has_groups_known_by_lists() -> None:
    """Members by the lists, associates where the rules have them."""
    facts = explorer_facts(everything())
    assert "organizations/some-group.html" == facts["institutions"]["some-group"]["page"]
    statuses = facts["groups"]["some-group"][0][0].split()
    assert ["none", "member", "observer"] == statuses[:3]
    assert "associate" in statuses
