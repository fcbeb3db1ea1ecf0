"""What holds for all facts, those of tomorrow included."""

from __future__ import annotations

import pytest

import migrationgov as mg

NUMBERS = mg.reconcile("IOM")

pytestmark = pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")


@pytest.mark.parametrize("process", mg.dataset().process_ids)
def test_no_partial_list_excludes_anybody(process: str) -> None:
    """Before and without a complete list, absence is unknown, for every process and role."""
    named_ids = {e.state for each in mg.find_process(process).participant_lists
                 for names in each.lists for e in names.entries}  # fmt: skip
    unnamed = next(each.id for each in mg.states() if each.id not in named_ids)
    for roster in (
        mg.process_participants(process),
        *(
            mg.process_participants(process, each.as_of)
            for each in mg.find_process(process).participant_lists
        ),
    ):
        for role in mg.vocabularies.ProcessRole:
            named = roster.role(role)
            if role not in roster.complete_roles:
                assert named.answer(unnamed) is not mg.Answer.NO
            assert not set(named.codes) & set(named.possible.codes)


@pytest.mark.parametrize("laid", NUMBERS, ids=lambda each: str(each.claim))
def test_an_explanation_stands_only_where_it_is_needed(laid: mg.results.Reconciliation) -> None:
    """A number that the register gives as well needs none."""
    if laid.outcome is mg.vocabularies.ReconciliationOutcome.EQUAL:
        assert laid.claim.explanation is None


@pytest.mark.parametrize("history", mg.dataset().histories, ids=lambda each: each.organization)
def test_nobody_is_both_certain_and_possible(history: mg.model.History) -> None:
    """And no two certain heads on one day, on the days around every date."""
    for year in range(1951, 2026):
        for day in (f"{year}-01-01", f"{year}-10-01", f"{year}-11-14"):
            held = mg.officeholders_on(history.organization, day)
            assert len(held) <= 1, day
            assert not set(held.certain) & set(held.possible)


def test_a_disagreement_has_rival_values_and_a_reason() -> None:
    """At least two values, none of them twice, and why one of them or none is used."""
    for each in mg.dataset().disagreements:
        assert len({claim.value for claim in each.claims}) == len(each.claims) >= 2, str(each)
        assert each.reason, str(each)


def test_every_number_is_equal_possible_or_explained() -> None:
    """No published number of members or observers is left open."""
    assert "open" not in {str(each.outcome) for each in NUMBERS}
