"""Published numbers beside the register: equal, possible, explained, or open."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

import migrationgov as mg
from migrationgov.vocabularies import OrganizationId
from miniature import CITED, dataset, register
from strategies import transition

LAID = mg.reconcile("IOM")


def test_how_the_numbers_come_out() -> None:
    """None is open; each that is explained says how."""
    outcomes = Counter(each.outcome.value for each in LAID)
    assert {"equal": 58, "explained": 54, "possible": 48} == outcomes
    assert 160 == len(mg.counts("IOM"))
    for each in LAID:
        explained = each.outcome is mg.vocabularies.ReconciliationOutcome.EXPLAINED
        assert explained is (each.explanation is not None) is bool(each.reason)
        assert each.citations == each.claim.citations


@pytest.mark.parametrize(
    ("as_of", "value", "outcome", "explanation"),
    [
        ("[2002-01-01..2002-11-30]", 86, "explained", "stale"),
        ("[2002-01-01..2002-11-30]", 41, "explained", "stale"),
        ("2002-12-02", 98, "equal", None),
        ("2002-12-02", 33, "explained", "other-thing"),
        ("2002-12", 33, "possible", None),
        ("2018-11-27", 173, "explained", "ahead"),
        ("1991-01-01", 35, "explained", "lag"),
        ("2015-04", 162, "explained", "wrong-date"),
        ("2022-11-30", 175, "equal", None),
    ],
)
def test_the_contradictions(as_of: str, value: int, outcome: str, explanation: str | None) -> None:
    """As the sources resolve them: 86 and 41 are of 2001, 33 are states only."""
    found = [r for r in LAID if (str(r.claim.as_of), r.claim.value) == (as_of, value)]
    assert {(outcome, explanation)} == {(r.outcome.value, r.explanation) for r in found}


def test_numbers_in_a_page_header_are_of_the_page() -> None:
    """175 members above an article of 2013, and presence in 171 or over 100 countries."""
    frames = [r for r in LAID if any(c.source.endswith("-frame") for c in r.citations)]
    assert {"2024~"} == {str(r.claim.as_of) for r in frames}
    assert {(175, "equal"), (171, "explained"), (100, "explained")} == {
        (r.claim.value, r.outcome.value) for r in frames
    }
    presence = [
        r for r in LAID if r.claim.counted is mg.vocabularies.CountSubject.COUNTRIES_WITH_PRESENCE
    ]
    assert {None} == {r.least for r in presence} | {r.most for r in presence}
    assert {"boilerplate"} == {r.explanation for r in frames if r.claim.value != 175}


def test_numbers_by_date_and_by_thing() -> None:
    """A date is met where it shares a day; a thing that nobody counts is refused."""
    assert {86, 41, 91, 36} == {claim.value for claim in mg.counts("IOM", on="2002-11-30")} - {
        98,
        33,
    }
    on_the_day = mg.counts("IOM", on=date(2002, 12, 2), counted="member-states")
    assert {98, 91} == {claim.value for claim in on_the_day}, "91 is of about 2002"
    assert () == mg.counts("IOM", on="1940")
    for day, there in (("2002-11-30", False), ("2002-12-01", True), ("2002-12-31", True)):
        found = mg.counts("IOM", on=day, counted="observer-bodies")
        assert there is bool(found), "said of December 2002"
    assert not mg.counts("IOM", on="2003-01-01", counted="observer-bodies")
    with pytest.raises(
        mg.errors.UnknownTermError, match=r"'cats' is no count subject; there are member-s"
    ):
        mg.counts("IOM", counted="cats")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(
        mg.errors.UnknownTermError, match="no reconciliation outcome; there are equal, possible"
    ):
        mg.reconcile("IOM", outcome="fine")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(mg.errors.UnknownOrganizationError, match="no published number of 'unhcr'"):
        mg.counts("UNHCR")
    assert {"possible"} == {r.outcome for r in mg.reconcile("IOM", outcome="possible")}


def test_numbers_read_as_lines() -> None:
    """With what is meant, what the register has, and what comes of it."""
    lines = [str(each) for each in LAID]
    assert "iom, 2002-12-02: 98 member-states; register 98: equal" in lines
    assert "iom, 2002-12: over 50 observer-bodies; not in the register: explained" in "".join(
        lines
    )
    assert "iom, 1952-10-21: 9 observer-states; register 0 to ?: possible" in lines


def claim(value: int, **more: Any) -> mg.model.CountClaim:
    """A number of members of 1995."""
    made: dict[str, Any] = {
        "organization": OrganizationId("iom"), "as_of": "1995-01-01", "counted": "member-states",
        "value": value, "citations": CITED,
    }  # fmt: skip
    return mg.model.CountClaim(**(made | more))


@pytest.mark.parametrize(
    ("number", "more", "outcome"),
    [
        (2, {}, "equal"),
        (3, {}, "possible"),
        (4, {}, "open"),
        (1, {}, "open"),
        (4, {"explanation": "stale", "reason": "x"}, "explained"),
        (2, {"modifier": "at-least"}, "equal"),
        (2, {"modifier": "over"}, "open"),
        (2, {"modifier": "about"}, "possible"),
        (9, {"modifier": "about"}, "open"),
        (2, {"as_of": "1995?"}, "possible"),
        (2, {"as_of": "1995/.."}, "possible"),
        (1, {"modifier": "over"}, "equal"),
        (2, {"label": "members in the north"}, "open"),
        (7, {"counted": "offices"}, "open"),
        (0, {"counted": "observer-states"}, "equal"),
        (0, {"counted": "observers"}, "possible"),
    ],
)
def test_what_comes_of_a_number(number: int, more: dict[str, Any], outcome: str) -> None:
    """Two members in 1995, and from July a third that may be one already."""
    steps = (
        transition("AAA", "joined", "1990"),
        transition("BBB", "joined", "1990"),
        transition("CCC", "joined", "[1995-07-01..1996]"),
    )
    days = "1995-08-01" if outcome == "possible" and not more else "1995-01-01"
    counted = claim(number, **({"as_of": days} | more))
    lists = mg.model.CountList(organization=OrganizationId("iom"), counts=(counted,))
    facts = dataset(registers=(register(*steps),), counts=(lists,))
    (laid,) = mg.reconcile("iom", dataset=facts)
    assert outcome == laid.outcome


@pytest.mark.parametrize(
    ("value", "outcome"),
    [(88, "open"), (89, "open"), (90, "possible"), (98, "possible"), (108, "possible"),
     (109, "open"), (150, "open")],
)  # fmt: skip
def test_about_is_a_tenth_at_most(value: int, outcome: str) -> None:
    """98 members on the day: about 90 to about 108 may be meant."""
    (iom,) = mg.dataset().registers
    about = claim(value, as_of="2002-12-02", modifier="about")
    lists = mg.model.CountList(organization=OrganizationId("iom"), counts=(about,))
    (laid,) = mg.reconcile("iom", dataset=dataset(registers=(iom,), counts=(lists,)))
    assert outcome == laid.outcome


def test_without_a_register_nothing_can_be_laid_beside() -> None:
    """And a number of an organization that has none stays open."""
    lists = mg.model.CountList(organization=OrganizationId("iom"), counts=(claim(5),))
    facts = dataset(registers=(), counts=(lists,))
    (laid,) = mg.reconcile("iom", dataset=facts)
    assert (None, None, "open") == (laid.least, laid.most, laid.outcome)


def test_an_incomplete_register_leaves_room_upwards() -> None:
    """Whoever it does not name may be a member all the same."""
    lists = mg.model.CountList(organization=OrganizationId("iom"), counts=(claim(1), claim(5)))
    whole = dataset().registers[0]
    reach = whole.covered_from, whole.covered_until
    cut = mg.model.Register.of(whole.institution, *reach, whole.transitions, complete_for="none")
    facts = dataset(registers=(cut,), counts=(lists,))
    assert [(1, None, "possible")] * 2 == [
        (laid.least, laid.most, laid.outcome) for laid in mg.reconcile("iom", dataset=facts)
    ]


def test_an_explanation_comes_with_its_reason() -> None:
    """One without the other is refused."""
    for half in ({"explanation": "stale"}, {"reason": "because"}):
        with pytest.raises(
            mg.errors.WrongTypeError, match="an explanation and its reason, or neither"
        ):
            claim(5, **half)
