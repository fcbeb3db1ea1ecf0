"""The button beside an example copies what a reader types, and no result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from browser.surfing import Surfer

pytestmark = pytest.mark.browser

#: The clipboard is not readable without a question to the user; what goes to it is.
LISTEN = (
    "document.addEventListener('copy', () => { window.copied = document.activeElement.value })"
)


IN_2002 = 'mg.transitions(institution="IOM", kind="joined", between=("2002", "2002"))'
YEAR = """year = mg.members_on("2002")
"KAZ" in year, "KAZ" in year.possible
mg.members_on("2 December 2002") == members"""


@pytest.mark.parametrize(
    ("page", "place", "copied"), [("cookbook.html", 1, IN_2002), ("quickstart.html", 2, YEAR)]
)
def test_a_button_copies_the_code_alone(
    surfer: Surfer, page: str, place: int, copied: str
) -> None:
    """Without prompts and results, by the keyboard as by the mouse."""
    from selenium.webdriver.common.keys import Keys

    surfer.look()
    surfer.open(page)
    surfer.until("return document.querySelectorAll('button.copybtn').length > 3", expected=True)
    surfer.run(LISTEN)
    button = surfer.run("return document.querySelectorAll('button.copybtn')[arguments[0]]", place)
    surfer.run("arguments[0].scrollIntoView({block: 'center'})", button)
    button.send_keys(Keys.ENTER)
    surfer.settle()
    assert copied == surfer.run("return window.copied").strip()
    surfer.run("arguments[0].focus()", button)
    assert surfer.run("return arguments[0].matches(':focus-visible')", button)
