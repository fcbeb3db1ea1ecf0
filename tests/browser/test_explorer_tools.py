"""What the explorer gives to take away, and its comparisons: read beside Python's answers."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest

import migrationgov as mg
from browser.asking import ask

if TYPE_CHECKING:
    from browser.surfing import Surfer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning"),
]

#: The parts of the page, made anew from the facts.
MAKE = """
const facts = migrationgovFacts, lookup = migrationgovLookup(facts);
const words = migrationgovWords(facts, lookup), parts = migrationgovParts(facts);
const records = migrationgovRecords(facts, lookup, parts, words);
const views = migrationgovViews(facts, lookup, parts, words, records);
const tools = migrationgovTools(facts, lookup, parts, words);
const {search} = migrationgovFinder(facts, parts);
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            {"date": "2002-12-02"},
            "On 2 December 2002, IOM had 98 member states, all certain. 29 observer states, and 8",
        ),
        ({"state": "UZB", "date": "2018"}, "Not a member at any time in 2018."),
        ({"date": "1950"}, "In 1950, IOM did not exist yet."),
        ({"state": "KAZ", "date": "2015"}, "Kazakhstan was a member of IOM all through 2015"),
    ],
)
def test_the_answer_is_a_sentence(page: Surfer, question: dict[str, str], expected: str) -> None:
    """With the numbers, the grades and the time."""
    assert ask(page, **question)["summary"].startswith(expected)


@pytest.mark.parametrize("institution", ["iom", "almaty-process", "icrmw", "g77", "rcm"])
@pytest.mark.parametrize("on", ["1955-06-01", "1993-12-30", "2003-07-01", "2014-01-01"])
def test_the_curve_counts_as_python_does(page: Surfer, institution: str, on: str) -> None:
    """Certain, listed and possible states with the role that makes one belong."""
    script = f"""{MAKE}
    const found = views.growthOf(arguments[0]).findLast(([day]) => day <= arguments[1]);
    return found ? found.slice(1) : [0, 0, 0];
    """
    if institution in mg.dataset().treaty_ids:
        found: Any = mg.parties_on(on, institution)
    elif institution in mg.dataset().process_ids:
        found = mg.process_participants(institution, on=on).role("member")
    else:
        found = mg.members_on(on, institution)
    sides = (found.certain, found.listed, found.possible)
    states = [sum(map(mg.dataset().has_state, side.codes)) for side in sides]
    assert states == page.run(script, institution, on)


def test_no_curve_before_the_first_long_list(page: Surfer) -> None:
    """The Bali Process began in 2002; a list of about 2020 is the first that names nearly all."""
    ask(page, institution="bali-process", date="2005-01-01")
    curve = page.run(f"{MAKE} return views.curveOf('bali-process');")
    assert curve[0] == ["2002-02-26"]
    assert curve[1][0] == "2019-01-01"
    assert curve[-1][0] == "2024-05-03", "the last day of the evidence"
    name = "return document.querySelector('#mg-growth svg').getAttribute('aria-label')"
    assert page.run(name).endswith("On 2005-01-01: not known, no long list yet")
    dot = "return getComputedStyle(document.querySelector('.mg-point')).display"
    assert page.run(dot) == "none"


@pytest.mark.parametrize(
    ("typed", "first"),
    [("Турция", "TUR"), ("turkey", "TUR"), ("Cote d'Ivoire", "CIV"), ("KAZ", "KAZ"), ("qqq", "")],
)
def test_a_state_is_found_in_any_spelling(page: Surfer, typed: str, first: str) -> None:
    """By names of other languages and of the past, and by codes."""
    script = f"""{MAKE}
    const all = Object.entries(facts.parties).map(([id, [name]]) => ({{id, name}}));
    return search(all, arguments[0])[0]?.id ?? "";
    """
    assert first == page.run(script, typed)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("IOM", "iom"),
        ("ICEM", "iom"),
        ("Colombo", "colombo-process"),
        ("1951", "refugee-convention"),
    ],
)
def test_an_institution_is_found_by_short_and_old_names(
    page: Surfer, typed: str, first: str
) -> None:
    """Typed over the name in the field after a click; Enter chooses the first suggestion."""
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    ask(page, institution="g77", date="2010")
    field = page.driver.find_element(By.ID, "mg-institution")
    ActionChains(page.driver).click(field).send_keys(typed, Keys.ENTER).perform()
    asked = "return new URLSearchParams(location.hash.slice(1)).get('institution') ?? 'iom'"
    page.until(asked, first)


def test_the_table_has_a_row_for_each_role(page: Surfer) -> None:
    """Those that Python lists, with evidence and sources."""
    script = f"""{MAKE}
    const on = lookup.readDate(arguments[1]);
    return tools.csv(views.readings(arguments[0], on, on));
    """
    rows = list(csv.DictReader(io.StringIO(page.run(script, "iom", "2002-12-02"))))
    members = {row["party"] for row in rows if row["role"] == "member"}
    assert set(mg.members_on("2002-12-02").certain.codes) == members
    assert all(row["sources"] for row in rows if row["role"] == "member")
    assert ["iom", "2002-12-02"] == [rows[0]["institution"], rows[0]["date"]]


@pytest.mark.parametrize(
    "question",
    [
        {"date": "2002-12-02"},
        {"institution": "g77"},
        {"institution": "icrmw", "date": "2010"},
        {"institution": "almaty-process"},
        {"state": "KAZ", "date": "2015"},
        {"state": "KAZ", "institution": "almaty-process", "date": "2015"},
        {"state": "KAZ", "and": "TUR", "date": "2015"},
        {"date": "2002-12-02", "with": "2010"},
    ],
)
def test_the_lines_of_python_run(page: Surfer, question: dict[str, str]) -> None:
    """Each as it is shown."""
    ask(page, **question)
    lines = page.run("return document.querySelector('#mg-python code').textContent").splitlines()
    assert ["import migrationgov as mg", ""] == lines[:2]
    for line in lines[2:]:
        assert eval(line, {"mg": mg}) is not None  # noqa: S307 -- what the page shows


def test_the_citation_names_question_address_and_sources(page: Surfer) -> None:
    """With the version of the library and the date of the facts."""
    ask(page, state="KAZ", date="2015")
    script = f"""{MAKE}
    const on = lookup.readDate("2015");
    const question = {{institution: "iom", state: "KAZ", date: "2015"}};
    return tools.citation(question, views.readings("iom", on, on));
    """
    told = page.run(script)
    assert f"migrationgov {mg.__version__}, facts as of {mg.dataset().as_of}" in told
    assert "Kazakhstan in IOM, 2015" in told
    assert "#state=KAZ&date=2015" in told
    assert "Sources:\n- " in told


def test_two_dates_are_compared(page: Surfer) -> None:
    """Who joined, who left, and for whom the evidence alone changed."""
    ask(page, **{"date": "1960-01-01", "with": "2010-01-01"})
    script = """
    return [...document.querySelectorAll("#mg-two-dates [data-sort]")].map((part) =>
      [part.dataset.sort,
       [...part.querySelectorAll("[data-party]")].map((each) => each.dataset.party)]);
    """
    found = dict(page.run(script))
    before, after = mg.members_on("1960-01-01"), mg.members_on("2010-01-01")
    sides = (before.certain, before.listed, before.possible)
    earlier = {code for side in sides for code in side.codes}
    later = {*after.certain.codes, *after.listed.codes}
    assert later - earlier == set(found["joined"])
    assert set(found["evidence"]) == (set(before.possible.codes) & later)


def test_two_states_are_compared(page: Surfer) -> None:
    """The institutions that both are in, and since when."""
    ask(page, **{"state": "KAZ", "and": "KGZ", "date": "2015-06-01"})
    script = """
    return [...document.querySelectorAll("#mg-two-states tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent.trim()));
    """
    rows = {row[0]: row[1:] for row in page.run(script)}
    iom = rows["International Organization for Migration"]
    assert ["member, certain", "member, certain", "2002-12-02"] == iom
    shared = mg.shared_processes("KAZ", "KGZ", on="2015-06-01")
    assert {mg.dataset().process(each.process).name for each in shared} <= set(rows)


def test_a_role_is_chosen(page: Surfer) -> None:
    """The address holds it, and the list has nobody else."""
    ask(page, date="2002-12-02")
    page.run("document.querySelector('.mg-roles [data-role=observer]').click()")
    page.until("return location.hash", "#date=2002-12-02&role=observer")
    script = """
    return [...document.querySelectorAll(".mg-region [data-roles]")].map((e) => e.dataset.roles);
    """
    page.settle()
    assert all("observer" in each for each in page.run(script))


def test_the_slider_moves_the_answer(page: Surfer) -> None:
    """Sentence and date follow at once; the address holds the date when it stops."""
    ask(page, date="2002-12-01")
    page.run("""
      const slider = document.getElementById("mg-slider");
      slider.value = Number(slider.value) + 1;
      slider.dispatchEvent(new Event("input"));
    """)
    page.until(
        "return document.getElementById('mg-heading').textContent", "IOM on 2 December 2002"
    )
    page.run("document.getElementById('mg-slider').dispatchEvent(new Event('change'))")
    page.until("return location.hash", "#date=2002-12-02")
