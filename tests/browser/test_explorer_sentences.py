"""The sentence of the explorer says itself what an answer rests on, and why it is in doubt."""

from __future__ import annotations

import re
import warnings
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

import migrationgov as mg
from browser.asking import ask, warned

if TYPE_CHECKING:
    from browser.surfing import Surfer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning"),
    pytest.mark.filterwarnings("ignore::migrationgov.errors.UnmatchedWarning"),
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


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("iom UZB 2018", "Not a member at any time in 2018. A member from 1 January 2019 on."),
        ("iom AUS 1980", "A member until 31 December 1973, a member from 24 May 1985 on."),
        ("iom ZAF 1992", "A member at least until 31 December 1974, a member from 25 November"),
        (
            "iom KAZ 2002",
            "Kazakhstan became a member of IOM on 2 December 2002, so not on all days",
        ),
        ("eu GBR 2020", "was a member of the European Union until 31 January 2020, so not on all"),
        ("iom DEU 1950", "Not a member at any time in 1950. A member from 13 October 1952 at the"),
        (
            "iom BEL 1955-01-01",
            "open from 30 November 1954 to 26 April 1955: before that it was a member",
        ),
        ("iom NIC 2026", "The sources leave it open from 1 January 2026 on: before that it was a"),
        ("bali-process NRU 2010", "after that it was listed as a member."),
    ],
)
def test_a_state_s_sentence_names_the_change_and_the_doubt(
    page: Surfer, question: str, said: str
) -> None:
    """When it joined or left within the time or near it, and which days the sources leave open."""
    institution, state, on = question.split()
    assert said in ask(page, institution=institution, state=state, date=on)["summary"]


def test_every_day_that_is_named_is_a_change_of_python(page: Surfer) -> None:
    """The day before and the day itself have the answers that the sentence gives them."""
    said = ask(page, state="KAZ", date="2002")["summary"]
    assert "on 2 December 2002" in said
    answers = [str(mg.is_member("KAZ", day)) for day in ("2002-12-01", "2002-12-02")]
    assert ["no", "yes"] == answers
    said = ask(page, state="BEL", date="1955-01-01")["summary"]
    assert "from 30 November 1954 to 26 April 1955" in said
    edges = ("1954-11-29", "1954-11-30", "1955-04-26", "1955-04-27")
    answers = [str(mg.is_member("BEL", day)) for day in edges]
    assert ["yes", "unknown", "unknown", "yes"] == answers


@pytest.mark.parametrize(
    ("question", "role", "said"),
    [
        (
            "bali-process 2019-01-01",
            "member",
            "Members 50 (45 states, 4 organizations, 1 possible)",
        ),
        ("iom 2002-12-02", "member", "Members 98"),
        ("iom 2002-12-02", "observer", "Observers 40 (29 states, 3 organizations, 8 possible)"),
    ],
)
def test_a_button_counts_as_the_sentence_does(
    page: Surfer, question: str, role: str, said: str
) -> None:
    """States as the sentence counts them, and beside them who else is in the list."""
    institution, on = question.split()
    ask(page, institution=institution, date=on)
    script = f"return document.querySelector('.mg-roles [data-role={role}]').textContent"
    assert said == page.run(script)


#: Each with a first day, and predecessors.
SUCCESSORS = [each for each in mg.dataset().states if each.start and each.predecessors]


@pytest.mark.parametrize("institution", ["un", "refugee-convention"])
@pytest.mark.parametrize("state", SUCCESSORS, ids=[each.id for each in SUCCESSORS])
def test_before_a_state_existed_its_predecessor_is_named(
    page: Surfer, state: mg.model.State, institution: str
) -> None:
    """Where Python warns, and with a name to follow; not on a day on which the state was there."""
    assert state.start
    assert state.start.earliest
    for on in ("1985", str(state.start.earliest - timedelta(1)), "2020"):
        asked = ask(page, institution=institution, state=state.id, date=on)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", mg.errors.UnmatchedWarning)
            mg.status_on(state.id, on, institution)
        told = [each for each in caught if each.category is mg.errors.UnmatchedWarning]
        named = "Its predecessor then was" in asked["warnings"]
        assert named is bool(told), (state.id, institution, on, asked["warnings"])


def test_the_predecessor_leads_to_its_own_answer(page: Surfer) -> None:
    """Russia in the United Nations in 1985: the Soviet Union was a member."""
    asked = ask(page, institution="un", state="RUS", date="1985")
    assert asked["warnings"].endswith(
        "Russian Federation did not exist before 16 December 1991. Its predecessor then was"
        " Union of Soviet Socialist Republics: member, certain."
    )
    link = page.run("return document.querySelector('#mg-warnings a').hash")
    assert link == "#institution=un&state=SUHH&date=1985"


SUSPENSIONS = sorted(
    {(each.institution, each.party) for each in mg.transitions(None, None, kind="suspended")}
)


@pytest.mark.parametrize(("institution", "party"), SUSPENSIONS)
def test_a_suspension_is_named_as_in_python(page: Surfer, institution: str, party: str) -> None:
    """Around each of its dates, and in years: certain, possible, or none."""
    words = {mg.Answer.YES: "certain", mg.Answer.UNKNOWN: "possible"}
    dates = [each.date for each in mg.transitions(party, institution)]
    days = {day for each in dates for day in (each.earliest, each.latest) if day}
    near = {(day + timedelta(more)).isoformat() for day in days for more in (0, 1)}
    for on in sorted(near | {str(day.year) for day in days}):
        asked = ask(page, institution=institution, state=party, date=on)
        expected = mg.status_on(party, on, institution).suspended
        told = re.search(rf" suspended(, {ASSUMED}[^:]+)?: (\w+)\.$", asked["summary"])
        assert words.get(expected) == (told and told[2]), (on, asked["summary"])
        outside = warned(lambda on=on: mg.status_on(party, on, institution))
        assert not told or bool(told[1]) is outside, (on, asked["summary"])
