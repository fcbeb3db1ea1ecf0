"""The sentence of the explorer says itself what an answer rests on, and why it is in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import migrationgov as mg
from browser.asking import ask

if TYPE_CHECKING:
    from browser.surfing import Surfer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning"),
]

INSTITUTIONS = (*mg.dataset().register_ids, *mg.dataset().process_ids)
ASSUMED = "if nothing changed since "


@pytest.mark.parametrize("institution", INSTITUTIONS)
def test_after_the_evidence_the_sentence_has_a_condition(page: Surfer, institution: str) -> None:
    """That of all members, and that of one state; on the last day of the evidence neither has."""
    assert ASSUMED in ask(page, institution=institution, date="2035")["summary"]
    assert ASSUMED not in ask(page, institution=institution)["summary"]
    one = ask(page, institution=institution, date="2035", state="KAZ")["summary"]
    assert ASSUMED in one or one.endswith(": unknown.")


def test_the_condition_names_the_end_of_the_evidence(page: Surfer) -> None:
    """Beside the number, not below it."""
    found = ask(page, date="2030")["summary"]
    begun = "In 2030, if nothing changed since 10 December 2025, IOM has 174 member states"
    assert found.startswith(begun)
    found = ask(page, date="2030", state="KAZ")["summary"]
    assert "all through 2030, if nothing changed since 10 December 2025: certain." in found


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2015-12-31", "had 16 member states (all listed, 1 of them by a list of about 2018)"),
        (
            "2016-01-01",
            "45 member states (all listed, 30 of them by later lists, most by that of about",
        ),
        ("2019-01-01", "had 45 member states (all listed, 29 of them by a list of about 2020)"),
        ("2024", "had 45 member states (all listed), and 1 more possible."),
    ],
)
def test_a_number_names_the_later_list_it_rests_on(page: Surfer, on: str, said: str) -> None:
    """The Bali Process from 2016: what is carried back is said beside the number."""
    assert said in ask(page, institution="bali-process", date=on)["summary"]


def test_a_state_names_the_later_list_it_rests_on(page: Surfer) -> None:
    """Nauru by a list four years later; Bangladesh by one before."""
    told = ask(page, institution="bali-process", state="NRU", date="2016-01-01")["summary"]
    assert told.endswith("on 1 January 2016 by a list of about 2020: listed.")
    told = ask(page, institution="bali-process", state="BGD", date="2016-01-01")["summary"]
    assert told.endswith("on 1 January 2016 by the best reading: listed.")
