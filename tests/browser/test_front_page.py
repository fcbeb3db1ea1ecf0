"""The front page: one day by slider, keys and clicks; narrow, without scripts, from a folder."""

from __future__ import annotations

import calendar
from datetime import date
from typing import TYPE_CHECKING

import pytest

import migrationgov as mg
from browser.conftest import SITE

if TYPE_CHECKING:
    from browser.surfing import Surfer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning"),
]

COUNT = "return Number(document.getElementById('mg-front-count').textContent)"
REST = "return document.getElementById('mg-front-rest').textContent"
DAY = "return document.getElementById('mg-front-day').textContent"
SLIDE = """
const slider = document.getElementById("mg-front-month");
slider.value = arguments[0];
slider.dispatchEvent(new Event("input"));
"""
TILE = "const tile = document.querySelector(`[data-code=${arguments[0]}]`);"
NAME = f"{TILE} return tile.getAttribute('aria-label')"


@pytest.fixture
def page(surfer: Surfer) -> Surfer:
    """The front page, opened anew."""
    surfer.look()
    surfer.open("index.html")
    return surfer


def month_end(month: int) -> date:
    """Return the last day of a month of the slider, which counts from January 1951."""
    year, number = 1951 + month // 12, month % 12 + 1
    return date(year, number, calendar.monthrange(year, number)[1])


@pytest.mark.parametrize("month", [*range(11, 899, 37), 623])
def test_the_slider_gives_the_number_of_the_library(page: Surfer, month: int) -> None:
    """With the possible members by name, and the status of a tile."""
    day = month_end(month)
    page.run(SLIDE, month)
    members = mg.members_on(day)
    assert len(members.codes) == page.run(COUNT)
    possible = page.run(REST)
    for code in members.possible.codes:
        assert mg.dataset().state(code).name in possible
    if not members.possible.codes:
        assert "and no further possible member" == possible
    assert page.run(DAY).endswith(str(day.year))
    status = page.run(NAME, "USA")
    assert ("USA" in members.codes) == status.endswith((": member, certain", ": member, listed"))


def test_the_number_says_what_it_assumes_after_the_evidence(page: Surfer) -> None:
    """Today, and not on days which the evidence covers."""
    hidden = "return document.getElementById('mg-front-if').hidden"
    assert page.run(hidden) is False
    for _ in range(3):  # an exit on record may lie after the last day of the evidence
        page.run("document.getElementById('mg-front-before').click()")
    assert page.run(hidden) is True


def test_today_is_the_first_answer(page: Surfer) -> None:
    """The number without a script is that with it, and nothing is said to the console."""
    written = (SITE / "index.html").read_text(encoding="utf-8")
    assert f'<b id="mg-front-count">{page.run(COUNT)}</b>' in written
    assert 'class="mg-tiles"' in written
    assert [] == page.console()


def test_the_slider_and_the_map_work_with_keys(page: Surfer) -> None:
    """Arrows of the slider go by month; the map is one stop, arrows move, Enter chooses."""
    from selenium.webdriver.common.keys import Keys

    page.run("document.getElementById('mg-front-month').focus()")
    page.press(Keys.HOME)
    page.until(DAY, "31 December 1951")
    page.press(Keys.ARROW_RIGHT)
    page.until(DAY, "31 January 1952")
    page.press(Keys.END)
    at = "return document.activeElement.id || document.activeElement.dataset.code || ''"
    met = []
    for _ in range(4):
        page.press(Keys.TAB)
        met.append(page.run(at))
    assert ["mg-front-before", "mg-front-play"] == met[:2], "no next change from today"
    assert [3, False] == [len(met[2]), len(met[3]) == 3], "the map is one stop"
    page.run(f"{TILE} tile.focus()", "ISL")
    page.press(Keys.ARROW_DOWN)
    assert "IRL" == page.run(at)
    page.press(Keys.ARROW_RIGHT, Keys.ENTER)
    assert "GBR" == page.run(at)
    link = page.run("return document.querySelector('#mg-front-chosen a').getAttribute('href')")
    assert link.startswith("explorer/index.html#state=GBR&date=")


def test_changes_are_steps(page: Surfer) -> None:
    """From the end of November 2002 to the day on which five states joined, and back."""
    page.run(SLIDE, 622)
    page.until(COUNT, 93)
    page.run("document.getElementById('mg-front-after').click()")
    page.until(DAY, "2 December 2002")
    page.until(COUNT, 98)
    page.run("document.getElementById('mg-front-before').click()")
    page.until(COUNT, 93)


def test_a_click_on_the_curve_chooses_a_day(page: Surfer) -> None:
    """At its left end that of the founding."""
    page.run("""
      const svg = document.querySelector("#mg-front-growth svg");
      const {left, top} = svg.getBoundingClientRect();
      svg.dispatchEvent(new MouseEvent("click", {clientX: left + 5, clientY: top + 40}));
    """)
    page.until(DAY, "5 December 1951")
    label = "return document.querySelector('#mg-front-growth svg').getAttribute('aria-label')"
    assert "On 1951-12-05: 0 certain" in page.run(label)


def test_the_film_begins_in_1951(page: Surfer) -> None:
    """And a second press stops it."""
    pressed = "return document.getElementById('mg-front-play').ariaPressed"
    page.run("document.getElementById('mg-front-play').click()")
    page.until(pressed, "true")
    assert page.run(DAY).startswith("31 December 19")
    page.run("document.getElementById('mg-front-play').click()")
    assert "false" == page.run(pressed)


def test_disagreements_are_turned(page: Surfer) -> None:
    """One at a time, in a circle."""
    shown = "return [...document.querySelectorAll('.mg-doubt')].filter((e) => !e.hidden).length"
    place = "return document.getElementById('mg-doubt-place').textContent"
    assert 1 == page.run(shown)
    first = page.run(place)
    page.run("document.getElementById('mg-doubt-before').click()")
    assert "12 of 12" == page.run(place)
    page.run("document.getElementById('mg-doubt-next').click()")
    assert first == page.run(place) == "1 of 12"


@pytest.mark.parametrize("width", [390, 1280, 1600])
def test_nothing_is_wider_than_the_window(surfer: Surfer, width: int) -> None:
    """And no right column takes room from the map."""
    surfer.look((width, 900))
    surfer.open("index.html")
    surfer.run(SLIDE, 11)  # many possible members
    assert surfer.run("return document.documentElement.scrollWidth <= innerWidth")
    size = "return document.getElementById('mg-front').getBoundingClientRect().width"
    assert surfer.run(size) > 0.66 * width
    letters = (
        "return parseFloat(getComputedStyle(document.querySelector('.mg-growth text')).fontSize)"
    )
    assert surfer.run(letters) >= 12


TILE_CONTRAST = """
const light = (text) => text.match(/[\\d.]+/g).slice(0, 3).map((v) => v / 255)
  .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
const page = getComputedStyle(document.body).backgroundColor;
const fill = (each) => getComputedStyle(each).fill;
return [...document.querySelectorAll(".mg-tiles .mg-mark")].map((tile) => {
  const ground = fill(tile.querySelector(".mg-shape"));
  const behind = /rgb\\(/.test(ground) ? ground : page;
  const pair = [fill(tile.querySelector("text")), behind].map(light);
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
}).filter((ratio) => ratio < 4.5).length;
"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("month", [60, 560, 898])
def test_the_codes_on_tiles_can_be_read(surfer: Surfer, month: int, dark: bool) -> None:  # noqa: FBT001 -- a table
    """Contrast of at least 4.5 on every filling."""
    surfer.look(dark=dark)
    surfer.open("index.html")
    surfer.run(SLIDE, month)
    surfer.settle()
    assert 0 == surfer.run(TILE_CONTRAST)


def test_without_scripts_it_is_a_readable_page(surfer: Surfer) -> None:
    """Number, map and disagreements are there; what needs a script is not."""
    surfer.look()
    surfer.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        surfer.open("index.html")
        find = surfer.driver.find_elements
        assert 1 == len(find("css selector", "#mg-front-tiles svg"))
        doubts = find("css selector", ".mg-doubt")
        assert all(each.is_displayed() for each in doubts)
        assert 12 == len(doubts)
        assert not find("id", "mg-front-month")[0].is_displayed()
    finally:
        surfer.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_it_works_from_a_folder(surfer: Surfer) -> None:
    """Opened as a file, without any server."""
    surfer.look()
    surfer.open(f"file://{SITE.resolve()}/index.html")
    surfer.run(SLIDE, 623)
    surfer.until(COUNT, 98)
    assert [] == surfer.console()
