"""Sources of treaties and resolutions, and questions that treaties do not answer."""

from __future__ import annotations

from typing import Any

import pytest

import migrationgov as mg
from migrationgov.model.sources import Claim, Disagreement
from miniature import CITED, dataset, everything, on_treaty, resolution, treaty, treaty_register

FULL = everything()
TREATY = "Some Treaty"


@pytest.mark.parametrize(
    "evidence",
    [
        FULL.treaties[0],
        FULL.treaties[0].clauses[0],
        FULL.resolutions[0],
        mg.parties_on("1985", TREATY, dataset=FULL),
        mg.status_on("AAA", "1970-03-01", TREATY, dataset=FULL),
        mg.memberships_of("AAA", TREATY, dataset=FULL),
        mg.transitions(None, TREATY, dataset=FULL),
    ],
    ids=["treaty", "clause", "resolution", "parties", "status", "spells", "acts"],
)
@pytest.mark.parametrize("style", ["text", "bibtex", "csl-json"])
def test_records_and_answers_of_treaties_are_cited(evidence: Any, style: Any) -> None:
    """In every style, by the sources of the records and of the records in them."""
    assert ("a-source",) == tuple(each.id for each in mg.sources_of(evidence, dataset=FULL))
    assert "A source" in mg.cite(evidence, style, dataset=FULL)


def test_disagreements_about_a_treaty_and_in_it() -> None:
    """By the treaty as the subject, or as the institution of the facts."""
    claims = tuple(Claim(value=value, citations=CITED) for value in ("1960", "1961"))
    more: dict[str, Any] = {"claims": claims, "preferred": "1960", "reason": "x"}
    own = Disagreement(subject="some-treaty", context="some-treaty", field="adopted", **more)
    act = Disagreement(subject="AAA", context="some-treaty", field="signed", **more)
    made = treaty_register(on_treaty("AAA", "signed", "1960"), disagreements=(act, own))
    facts = dataset(treaties=(treaty(),), registers=(made,))
    for given in (TREATY, facts.treaties[0]):
        assert (own,) == tuple(mg.disagreements(given, dataset=facts))
        assert (act, own) == tuple(mg.disagreements(institution=given, dataset=facts))
    assert (act,) == tuple(mg.disagreements("AAA", institution=TREATY, dataset=facts))
    assert () == tuple(mg.disagreements("BBB", institution=TREATY, dataset=facts))


def test_transitions_of_a_treaty_are_acts() -> None:
    """By treaty, by kind, and between two dates."""
    kinds = [each.kind for each in mg.transitions(None, TREATY, dataset=FULL)]
    assert ["signed", "ratified", "acceded", "signed"] == kinds
    (found,) = mg.transitions(None, TREATY, between=("1965", "1975"), dataset=FULL)
    assert ("AAA", "ratified") == (found.party, found.kind)
    assert 2 == len(mg.transitions(None, TREATY, kind="signed", dataset=FULL))


@pytest.mark.parametrize(
    "question",
    [
        "history_of", "heads_of", "sessions_of", "field_offices_of", "meetings_of",
        "process_participants", "chairs_of", "name_on", "officeholders_on", "headquarters_on",
        "chair_on",
    ],
)  # fmt: skip
def test_questions_about_organizations_and_processes_refuse_treaties(question: str) -> None:
    """The error says what the name is, and what finds it."""
    dates = ("2000",) if question.endswith("_on") else ()
    ask = getattr(mg, question)
    with mg.using(FULL):
        with pytest.raises(
            mg.errors.UnknownRecordError, match="'Some Treaty' is a treaty"
        ) as found:
            ask(TREATY, *dates)
        assert "find_treaty finds it" in str(found.value)
        with pytest.raises(mg.errors.WrongTypeError, match="give a code, a name or"):
            ask(FULL.treaties[0], *dates)


def test_a_resolution_says_how_a_state_voted() -> None:
    """In one line; whom no list names did not vote."""
    found = FULL.resolutions[0]
    assert ("yes", None) == (found.vote_of("AAA"), found.vote_of("CCC"))
    assert "Some Decision (R/1), 2000-06-01" == str(found)
    with pytest.raises(mg.errors.WrongTypeError, match="has 0 lists of votes"):
        resolution(votes=())
