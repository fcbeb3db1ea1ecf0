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
