"""The explorer about organizations, groups and treaties: its answers are those of Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import migrationgov as mg
from browser.asking import GRADES, ask, graded, label_of, shown, warned

if TYPE_CHECKING:
    from browser.surfing import Surfer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning"),
]


OTHERS = sorted({*mg.dataset().register_ids} - {*mg.dataset().treaty_ids, "iom"})


@pytest.mark.parametrize("organization", OTHERS)
@pytest.mark.parametrize("on", ["1950", "1967-08-08", "1991-07", "2004-05-01", "2020"])
def test_members_of_other_organizations(page: Surfer, organization: str, on: str) -> None:
    """Each register answers as that of IOM does."""
    answer = ask(page, institution=organization, date=on)
    assert graded(mg.members_on(on, organization), "state") == shown(answer, "Members")
    assert warned(lambda: mg.members_on(on, organization)) is bool(answer["warned"])


@pytest.mark.parametrize("treaty", mg.dataset().treaty_ids)
@pytest.mark.parametrize(
    "on", ["1951", "1954-04-21", "1967-10-04", "1990-06", "2004", "2020-12-31"]
)
def test_parties_and_signatories_of_treaties(page: Surfer, treaty: str, on: str) -> None:
    """By effect: those for which the treaty is in force on the date."""
    answer = ask(page, institution=treaty, date=on)
    for status in ("party", "signatory"):
        for kind in ("state", "organization"):
            found = mg.parties_on(on, treaty, status=status, kind=kind)
            label, expected = label_of(status, kind), graded(found, kind)
            if label in answer["lists"] or any(expected[grade] for grade in GRADES):
                assert expected == shown(answer, label), label
    assert warned(lambda: mg.parties_on(on, treaty)) is bool(answer["warned"])


def test_the_1951_convention_on_a_date(page: Surfer) -> None:
    """The day before it entered into force, that day, and a party with its records."""
    before = ask(page, institution="refugee-convention", date="1954-04-21")
    signed = len(mg.parties_on("1954-04-21", "1951 Convention", status="signatory"))
    assert "none on record" in before["lists"]["Parties"]["heading"]
    assert f"{signed} signatories" in before["summary"]
    first = ask(page, institution="refugee-convention", date="1954-04-22")
    found = mg.parties_on("1954-04-22", "1951 Convention")
    number = f"had {len(found)} parties (all certain), and {len(found.possible)} more possible."
    assert number in first["summary"]
    assert "in force since 1954-04-22" in first["all"]
    assert {"NOR", "DEU"} <= set(first["lists"]["Parties"]["certain"])
    told = ask(page, institution="refugee-convention", state="NOR", date="1954-04-22")["all"]
    assert "ratified 1953-03-23" in told
    link = "return document.querySelector('#mg-answer > p.mg-about > a').pathname"
    assert page.run(link).endswith("/data/treaties/refugee-convention.html")


def test_institutions_are_sorted_in_the_list(page: Surfer) -> None:
    """IOM, then organizations and groups, treaties and processes."""
    page.run("document.getElementById('mg-institution').click()")
    script = """
    return [...document.querySelectorAll("#mg-institutions [role=option]")]
      .map((option) => option.dataset.id);
    """
    ids = page.run(script)
    assert ids[0] == "iom"
    assert set(OTHERS) == set(ids[1 : len(OTHERS) + 1])
    treaties = len(mg.dataset().treaty_ids)
    assert set(mg.dataset().treaty_ids) == set(ids[len(OTHERS) + 1 : len(OTHERS) + 1 + treaties])
    assert set(mg.dataset().process_ids) == set(ids[-len(mg.dataset().process_ids) :])


def test_a_state_has_its_treaties_and_organizations(page: Surfer) -> None:
    """In tables of their own, each with the status on the date."""
    told = ask(page, state="NGA", date="2020-06-01")["all"]
    assert "Other organizations and groups on 1 June 2020" in told
    assert "Treaties, by effect on 1 June 2020" in told
    treaty = mg.find_treaty("1951 Convention").name
    script = """
    return [...document.querySelectorAll("#mg-answer tr")]
      .find((row) => row.textContent.startsWith(arguments[0])).children[1].textContent;
    """
    assert "party" == page.run(script, treaty)
