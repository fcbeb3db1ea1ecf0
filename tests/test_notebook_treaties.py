"""Treaties, resolutions and registers in a notebook."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import migrationgov as mg
from html_reading import read
from miniature import CITED, everything, on_treaty, resolution, treaty, treaty_register
from test_notebook_html import (
    test_every_answer_is_short_in_a_terminal as short_in_a_terminal,
)
from test_notebook_html import (
    test_every_answer_is_well_formed_and_accessible as well_formed,
)

FULL = everything()
RESOLUTION = resolution()
ANSWERS: dict[str, Any] = {
    "treaty": FULL.treaties[0],
    "treaties": mg.results.RecordList(FULL.treaties),
    "clause": FULL.treaties[0].clauses[0],
    "resolution": RESOLUTION,
    "resolutions": mg.resolutions(dataset=FULL),
    "votes": RESOLUTION.votes[0],
    "parties": mg.parties_on("1985", "Some Treaty", kind=None, dataset=FULL),
    "signatories": mg.parties_on("1965", "Some Treaty", status="signatory", dataset=FULL),
    "status": mg.status_on("AAA", "1970-03-01", "Some Treaty", dataset=FULL),
    "why": mg.why("AAA", "1970-03-01", "Some Treaty", dataset=FULL),
    "spells": mg.memberships_of("AAA", "Some Treaty", status=None, dataset=FULL),
    "register of a treaty": FULL.registers[2],
    "register with lists": FULL.registers[1],
    "dataset": FULL,
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_answers_about_treaties_are_as_others(answer: Any) -> None:
    """Well-formed, accessible, and short in a terminal."""
    well_formed(answer)
    short_in_a_terminal(answer)


def test_a_member_list_of_a_treaty_says_what_makes_a_party() -> None:
    """In force, or a deposit; other institutions have no such note."""
    with mg.using(FULL):
        page = read(ANSWERS["parties"])
        assert ["Parties to Some Treaty in 1985: 2 certain"] == page.captions
        assert "Parties: those for which the treaty is in force on the date." in page.text
        deposit = read(mg.parties_on("1970-03-01", "Some Treaty", by="deposit"))
        assert "Parties: those that have deposited an instrument" in deposit.text
        assert "Signatories of Some Treaty in 1965: 1 certain" in read(ANSWERS["signatories"]).text
        assert "Parties:" not in read(mg.members_on("2000", "iom")).text
        assert "Parties:" not in read(mg.members_on("2000", "a-process")).text


def test_a_status_between_deposit_and_effect() -> None:
    """The deposit is in a note, with doubt where the status is not certain."""
    page = read(ANSWERS["status"])
    assert "AAA" in page.text
    assert "Deposited on 1970-01-31; not yet in force for this party." in page.text
    facts = attrs_replaced(clauses=())
    doubted = read(mg.status_on("AAA", "1970-03-01", "Some Treaty", dataset=facts))
    assert "Deposited on 1970-01-31; perhaps not yet in force for this party." in doubted.text
    bound = read(mg.status_on("AAA", "1980", "Some Treaty", dataset=FULL))
    assert "Deposited" not in bound.text


def attrs_replaced(**changes: Any) -> mg.Dataset:
    """The dataset with another record of the treaty, without a first effect on record."""
    return mg.Dataset.of(
        FULL.manifest, states=FULL.states, organizations=FULL.organizations, sources=FULL.sources,
        treaties=(attrs.evolve(FULL.treaties[0], **changes),), registers=FULL.registers[2:],
    )  # fmt: skip


def test_tables_of_treaties_and_resolutions_are_short() -> None:
    """One row each, with the days and the clause, or the votes."""
    parts = [treaty(parent="some-treaty", id="a-protocol", name="P", open_to="iom"), treaty()]
    with mg.using(FULL):
        page = read(mg.results.RecordList(parts))
        assert ["Protocol to", "Open to members of", "In force for a party"] == [
            name for name in ("Protocol to", "Open to members of", "In force for a party")
            if ("col", name) in page.headings
        ]  # fmt: skip
        row = page.rows[1]
        assert ["P", "convention", "1960-01-01", "1965-01-01"] == row[:4]
        assert "article 9 (2): 3 months after the deposit" in row[4]
        assert "Some Treaty" in row
        votes = read(ANSWERS["resolutions"])
        assert any("1 yes" in cell and "1 abstain" in cell for row in votes.rows for cell in row)


def test_cards_of_a_treaty_a_resolution_and_a_register() -> None:
    """Milestones, clauses, votes and lists are one click away."""
    with mg.using(FULL):
        page = read(ANSWERS["treaty"])
        assert {"2 milestones", "1 final clause"} <= set(page.texts)
        votes = read(ANSWERS["resolution"])
        assert "2 lists of votes" in votes.texts
        assert ["yes", "1", "State AAA (AAA)"] in [row[:3] for row in votes.rows]
        assert "2 lists of participants" in read(ANSWERS["register with lists"]).texts
        assert ["Kind", "treaty"] in read(ANSWERS["register of a treaty"]).rows
        assert {"1 treaty", "1 resolution"} <= set(read(FULL).texts)


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ("all", "all parties: a state without a record had no status"),
        ("named", "the parties that it names; of others it says nothing"),
        ("none", "no party: transitions may be missing"),
    ],
)
def test_a_register_says_for_whom_it_is_complete(scope: str, words: str) -> None:
    """In words."""
    made = treaty_register(on_treaty("AAA", "acceded", "1980"), complete_for=scope)
    assert ["Complete for", words] in read(made).rows


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        ({"months": 3, "first_of_month": True, "article": "article 87"},
         "article 87: 3 months after the deposit, from the first day of the next month"),
        ({"days": 90}, "final clause: 90 days after the deposit"),
        ({"months": 1, "days": 1}, "final clause: 1 month and 1 day after the deposit"),
        ({}, "final clause: on the day of the deposit"),
    ],
)  # fmt: skip
def test_a_final_clause_in_words(clause: dict[str, Any], text: str) -> None:
    """The time from the deposit to the effect."""
    assert text == str(mg.model.FinalClause(citations=CITED, **clause))
