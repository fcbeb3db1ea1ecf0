"""The explorer for everybody: keyboard, screen reader, contrast, light and dark, from a folder."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browser.conftest import SITE

if TYPE_CHECKING:
    from browser.surfing import Surfer

pytestmark = pytest.mark.browser

VIEWS = ["explorer/index.html#date=1965", "explorer/index.html#state=MLT&date=2003",
         "explorer/index.html#institution=budapest-process", "explorer/index.html#date=nonsense",
         "index.html", "why-trust-it.html", "data/index.html",
         "explorer/index.html#institution=icrmw&date=2010",
         "data/processes/almaty-process.html", "data/treaties/icrmw.html",
         "data/states/kaz.html", "data/disagreements.html"]  # fmt: skip

LOW_CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_contrast_is_that_of_wcag_aa(surfer: Surfer, view: str, dark: bool) -> None:  # noqa: FBT001 -- a table
    """4.5 for text, 3 for large text and for the borders of what can be used."""
    surfer.look(dark=dark)
    surfer.open(view)
    surfer.run(
        "for (const each of document.querySelectorAll('#mg-answer details')) each.open = true"
    )
    surfer.settle()
    seen, low = surfer.run(LOW_CONTRAST)
    assert seen > 5
    assert [] == low


def test_the_reader_s_scheme_is_followed(surfer: Surfer) -> None:
    """Dark where the reader prefers it."""
    backgrounds = []
    for dark in (False, True):
        surfer.look(dark=dark)
        surfer.open("explorer/index.html")
        backgrounds.append(surfer.run("return getComputedStyle(document.body).backgroundColor"))
    assert backgrounds[0] != backgrounds[1]


@pytest.fixture
def page(surfer: Surfer) -> Surfer:
    """The explorer, opened anew on a question about everybody."""
    surfer.look()
    surfer.open("explorer/index.html#date=2002-12-02")
    return surfer


FOCUSED = """
const on = document.activeElement, style = getComputedStyle(on);
const id = on.id || on.tagName.toLowerCase() + (on.value ? "=" + on.value : "");
return {id, outline: style.outlineStyle, width: parseFloat(style.outlineWidth)};
"""


def test_everything_is_reached_and_seen_with_the_keyboard(page: Surfer) -> None:
    """In the order of the page, with a visible mark on what has the focus."""
    from selenium.webdriver.common.keys import Keys

    page.run("document.getElementById('mg-institution').focus()")
    met: list[dict[str, Any]] = []
    for _ in range(7):
        met.append(page.run(FOCUSED))
        page.press(Keys.TAB)
    ids = [each["id"].partition("=")[0] for each in met]
    form = ["mg-institution", "mg-state", "mg-date", "mg-slider", "mg-before", "mg-after"]
    assert [*form, "g"] == ids, "then one tile is the stop of the map"
    assert all(each["outline"] != "none" and each["width"] >= 1 for each in met[:6])
    assert "mg-cite" == page.run(FOCUSED)["id"]


def test_a_question_asked_with_keys_alone(page: Surfer) -> None:
    """Another date, a state by a Russian name, an institution by a word, a tile of the map."""
    from selenium.webdriver.common.keys import Keys

    page.run("const at = document.getElementById('mg-date'); at.focus(); at.select()")
    page.press("2002-12-01", Keys.ENTER)
    page.until("return location.hash", "#date=2002-12-01")
    summary = "return document.getElementById('mg-summary').textContent"
    assert "IOM had 93 member states, all certain." in page.run(summary)
    page.run("document.getElementById('mg-state').focus()")
    page.press("Мальта", Keys.ARROW_DOWN, Keys.ENTER)
    page.until("return new URLSearchParams(location.hash.slice(1)).get('state')", "MLT")
    page.run("document.getElementById('mg-institution').focus()")
    page.press("colombo", Keys.ENTER)
    page.until(
        "return new URLSearchParams(location.hash.slice(1)).get('institution')", "colombo-process"
    )
    page.run("document.querySelector('#mg-tiles [data-code=KAZ]').focus()")
    page.press(Keys.ARROW_RIGHT, Keys.ENTER)
    asked = "return new URLSearchParams(location.hash.slice(1)).get('state')"
    page.until(f"{asked} !== 'MLT'", expected=True)


def test_a_name_that_nothing_has_is_refused(page: Surfer) -> None:
    """With a sentence, and the question stays."""
    from selenium.webdriver.common.keys import Keys

    page.run("document.getElementById('mg-institution').focus()")
    page.press("qqq", Keys.ENTER)
    told = page.run("return document.getElementById('mg-find-error').textContent")
    assert told == "Nothing here has a name like “qqq”."
    assert "#date=2002-12-02" == page.run("return location.hash")


def test_what_a_screen_reader_is_told(page: Surfer) -> None:
    """Every control has a name, the answer is announced, lists say what they are lists of."""
    from selenium.webdriver.common.by import By

    page.open("explorer/index.html#state=KAZ&date=2002-12-01")
    names = {
        element.get_attribute("id") or element.get_attribute("value"): element.accessible_name
        for element in page.driver.find_elements(By.CSS_SELECTOR, "#mg-form :is(input, button)")
        if element.is_displayed()
    }
    assert "" not in names.values()
    expected = {
        "mg-date": "Date",
        "mg-institution": "Institution",
        "mg-slider": "Slide through time",
    }
    assert expected.items() <= names.items()
    roles = {
        each: page.driver.find_element(By.ID, each).aria_role
        for each in ("mg-institution", "mg-state", "mg-slider", "mg-institutions")
    }
    assert ["combobox", "combobox", "slider"] == list(roles.values())[:3]
    said = page.run("return document.getElementById('mg-slider').getAttribute('aria-valuetext')")
    assert "1 December 2002" == said
    tile = page.driver.find_element(By.CSS_SELECTOR, "#mg-tiles [data-code=KAZ]")
    assert "Kazakhstan: observer, certain" == tile.accessible_name
    live = page.run(
        "const at = document.getElementById('mg-summary'); return [at.role, at.ariaLive]"
    )
    assert ["status", "polite"] == live
    assert "alert" == page.run("return document.getElementById('mg-date-error').role")
    labels = "return document.querySelectorAll('#mg-answer :is(caption, [aria-label])').length"
    assert page.run(labels) > 3
    heads = (
        "return [...document.querySelectorAll('#mg-answer th')].every((th) => th.scope === 'col')"
    )
    assert page.run(heads)
    levels = "[...document.querySelectorAll('article :is(h1,h2,h3,h4)')].map((h) => +h.tagName[1])"
    order = page.run(f"return {levels}")
    assert all(b <= a + 1 for a, b in pairwise(order)), "no level is skipped"


def test_a_wrong_date_is_said_and_marked(page: Surfer) -> None:
    """At the field, by an alert."""
    page.open("explorer/index.html#date=02/12/2002")
    assert "true" == page.run("return document.getElementById('mg-date').ariaInvalid")
    said = page.run("return document.getElementById('mg-date-error').textContent")
    assert "Write 2002-12-02 (2 December) or 2002-02-12 (12 February)." in said


@pytest.mark.parametrize(
    "question",
    [
        "state=KAZ",
        "state=ATA",
        "state=SUHH",
        "institution=rcm",
        "institution=icrmw",
        "institution=g77",
    ],
)
def test_an_answer_leads_to_its_data_page(page: Surfer, question: str) -> None:
    """Which is there, and is about the state or the institution of the question."""
    page.open(f"explorer/index.html#{question}")
    link = "document.querySelector('#mg-answer :is(.mg-panel > p > a[href*=data], .mg-about > a)')"
    path = page.run(f"return {link}.pathname")
    assert (SITE / path.lstrip("/")).is_file()
    assert path.endswith(f"/{question.partition('=')[2].lower()}.html")


def test_the_way_back_leads_to_the_question_before(page: Surfer) -> None:
    """And a followed link puts the reader before the new answer."""
    page.run("document.querySelector('#mg-answer [data-party=KAZ] a').click()")
    heading = "return document.getElementById('mg-heading').textContent"
    page.until(heading, "Kazakhstan (KAZ) and IOM on 2 December 2002")
    page.until("return document.activeElement.id", "mg-heading")
    page.run("history.back()")
    page.until(heading, "IOM on 2 December 2002")


def test_the_next_change_is_a_change(page: Surfer) -> None:
    """From the day before five admissions to the day itself."""
    page.open("explorer/index.html#date=2002-12-01")
    page.run("document.getElementById('mg-after').click()")
    page.until("return location.hash", "#date=2002-12-02")
    page.open("explorer/index.html#state=MLT&date=2003")
    assert "2003-11-18" == page.run("return document.getElementById('mg-after').value")
    page.open("explorer/index.html#date=0001-01-01")
    assert page.run("return document.getElementById('mg-before').disabled")


def test_it_works_from_a_folder(surfer: Surfer) -> None:
    """Opened as a file, without any server."""
    surfer.look()
    surfer.open(f"file://{SITE.resolve()}/explorer/index.html#date=2002-12-02")
    shown = surfer.run("return document.getElementById('mg-summary').textContent")
    assert shown.startswith("On 2 December 2002, IOM had 98 member states, all certain.")
    assert [] == surfer.console()
