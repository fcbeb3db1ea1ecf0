"""The explorer reads dates as Python does, and refuses others with advice."""

from __future__ import annotations

import re
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

READ = "return arguments[0].map((text) => migrationgovDates.readDate(text)?.text ?? null)"
WRITTEN = [
    "2 December 2002", "December 2, 2002", "Dec 2002", "2 Dec. 2002", "2nd of December 2002",
    "December 2002", "MAY 2002", "2002 December 2", "sept 2002", "2002-12-02", "2002-12", "2002",
    "29 February 2004", "9999", "0001",
]  # fmt: skip
REFUSED = [
    "12/02/2002", "2002-13-02", "2002/12/02", "13/02/2002", "05.05.2002", "2002-1-5", "2002-02-30",
    "2002-13", "31 June 2002", "x May 2002", "2 December", "2 May 3 May 2002", "yesterday",
]  # fmt: skip


def test_written_dates_are_read_as_python_reads_them(page: Surfer) -> None:
    """With the month as a word, in any order, or in digits."""
    assert [str(mg.members_on(each).on) for each in WRITTEN] == page.run(READ, WRITTEN)


@pytest.mark.parametrize("text", REFUSED)
def test_what_python_refuses_is_refused(page: Surfer, text: str) -> None:
    """And where Python offers readings of three numbers, the explorer offers the same."""
    with pytest.raises(mg.errors.InvalidDateError) as refused:
        mg.members_on(text)
    told = ask(page, date=text)["error"]
    assert f"“{text}”" in told
    reading = r"\d{4}-\d\d-\d\d \(\d+ \w+\)"
    assert re.findall(reading, str(refused.value)) == re.findall(reading, told)
    assert "Write 2002-" in told


def test_the_address_holds_a_typed_date_in_digits(page: Surfer) -> None:
    """A reader types words; who cites the page gives digits."""
    from selenium.webdriver.common.keys import Keys

    ask(page, date="2010")
    page.run("const at = document.getElementById('mg-date'); at.focus(); at.select()")
    page.press("2 December 2002", Keys.ENTER)
    page.until("return location.hash", "#date=2002-12-02")
    assert "2002-12-02" == page.run("return document.getElementById('mg-date').value")


def test_an_address_may_hold_a_written_date(page: Surfer) -> None:
    """The answer is that of the day."""
    told = ask(page, date="2 December 2002")["summary"]
    assert told.startswith("On 2 December 2002, IOM had 98 member states")
