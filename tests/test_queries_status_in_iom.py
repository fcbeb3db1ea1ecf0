"""The status of a state in IOM, in words."""

from __future__ import annotations

import pytest

import migrationgov as mg
from migrationgov.queries.status_in_iom import status_in_iom
from migrationgov.vocabularies import OrganizationId
from miniature import dataset, listed_register

FACTS = mg.dataset()


@pytest.mark.parametrize(("code", "on", "words"), [
    ("GBR", None, "member of IOM since 2001-06-07, applicant, member and observer before"),
    ("MYS", None, "observer of IOM since a day between 1957-08-31 and 2023-12-31"),
    ("SLE", None, "member of IOM since [2001-06-07,2001-11-07]"),
    ("CSXX", None, "member of IOM from 2003-02-04 to 2006-06-04"),
    ("NIC", "2022", "member of IOM since 1967-11-13"),
    ("NIC", None, "member of IOM from 1967-11-13 to 2025-12-31?"),
    ("SYR", None, "not a member of IOM (no record of IOM names it)"),
    ("AUS", "1975", ("not a member of IOM; its last membership ended: 1973-12-31; whether an"
     " observer is not recorded")),
    ("DDDE", None, ("not a member of IOM (no record of IOM names it); whether an observer"
     " is not recorded")),
    ("VEN", "1960", "status in IOM not known (the sources leave none or observer or member)"),
])  # fmt: skip
def test_the_status_of_a_state_in_iom(code: str, on: str | None, words: str) -> None:
    """On the last day of the evidence or of the state, or on a date; a range is a range."""
    assert words == status_in_iom(FACTS.state(code), on, FACTS, str)


def test_a_status_in_iom_that_is_carried_back_has_no_start() -> None:
    """The first list that names the state is later than the date."""
    group = listed_register()
    own = mg.model.Register.of(
        OrganizationId("iom"), group.covered_from, group.covered_until, (),
        lists=group.lists, complete_for="named",
    )  # fmt: skip
    facts = dataset(registers=(own,))
    words = status_in_iom(facts.state("AAA"), "1999", facts, str)
    assert "listed as member of IOM (the sources leave none or member)" == words
