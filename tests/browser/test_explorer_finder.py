"""Type to find: what is typed is taken where it can mean one choice only, and stays where not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import migrationgov as mg

if TYPE_CHECKING:
    from browser.surfing import Surfer

pytestmark = pytest.mark.browser

FINDER = """
const field = document.getElementById(arguments[0]);
const box = document.getElementById(field.getAttribute("aria-controls"));
return {value: field.value, invalid: field.getAttribute("aria-invalid"), open: !box.hidden,
  options: [...box.querySelectorAll("[role=option]")].map((each) => each.dataset.id),
  told: document.getElementById("mg-find-error").textContent, address: location.hash};
"""


@pytest.fixture
def page(surfer: Surfer) -> Surfer:
    """The explorer, opened anew on a question about everybody."""
    surfer.look()
    surfer.open("explorer/index.html#date=2002-12-02")
    return surfer


def typed(page: Surfer, field: str, *keys: str) -> dict[str, Any]:
    """Type into an emptied field and return what it shows then."""
    page.run(f"const at = document.getElementById('{field}'); at.focus(); at.select()")
    page.press(*keys)
    page.settle()
    return shown(page, field)


def shown(page: Surfer, field: str) -> dict[str, Any]:
    """Return the state of a field, of its list and of its live line."""
    found: dict[str, Any] = page.run(FINDER, field)
    return found


def key(name: str) -> str:
    """Return what Selenium sends for a key."""
    from selenium.webdriver.common.keys import Keys

    return str(getattr(Keys, name))


@pytest.mark.parametrize("pressed", ["TAB", "ENTER"])
@pytest.mark.parametrize("name", ["Korea", "Congo", "Virgin Islands"])
def test_a_name_of_two_states_is_neither(page: Surfer, name: str, pressed: str) -> None:
    """The text stays, the list opens, a live line counts them, and the question is the old one."""
    with pytest.raises(mg.errors.MigrationGovError):
        mg.find_state(name)
    found = typed(page, "mg-state", name, key(pressed))
    assert found["told"].startswith(f"“{name}” may be 2 states: choose one (")
    assert (name, "true", True) == (found["value"], found["invalid"], found["open"])
    assert 2 == len(found["options"])
    assert "#date=2002-12-02" == found["address"]


@pytest.mark.parametrize(
    ("field", "name"),
    [("mg-institution", "Convention"), ("mg-institution", "Refugee"), ("mg-state", "Saint"),
     ("mg-institution", "migration dialogue"), ("mg-state", "United"), ("mg-state", "Kong")],
)  # fmt: skip
def test_a_name_of_many_is_none_of_them(page: Surfer, field: str, name: str) -> None:
    """The same for institutions, and for a word that many names have."""
    found = typed(page, field, name, key("TAB"))
    assert name == found["value"]
    assert ": choose one" in found["told"]
    assert found["open"]
    assert "#date=2002-12-02" == found["address"]


@pytest.mark.parametrize(
    ("name", "code"),
    [("Niger", "NER"), ("kaz", "KAZ"), ("Kazakh", "KAZ"), ("Guinea", "GIN"), ("Турция", "TUR")],
)
def test_a_name_that_one_state_has_is_taken(page: Surfer, name: str, code: str) -> None:
    """An exact spelling, though it is in other names too, and a single match."""
    typed(page, "mg-state", name, key("TAB"))
    page.until("return location.hash", f"#state={code}&date=2002-12-02")
    assert "" == shown(page, "mg-state")["told"]


def test_what_is_not_decided_waits(page: Surfer) -> None:
    """Through another date; then it is chosen in the list, with the keys."""
    typed(page, "mg-state", "Korea", key("TAB"))
    assert "mg-date" == page.run("return document.activeElement.id"), "the focus went on"
    page.press("2010", key("ENTER"))
    page.until("return location.hash", "#date=2010")
    found = shown(page, "mg-state")
    assert ("Korea", True) == (found["value"], found["open"])
    page.run("document.getElementById('mg-state').focus()")
    page.press(key("ARROW_DOWN"), key("ARROW_DOWN"), key("ENTER"))
    page.until("return location.hash", f"#state={found['options'][1]}&date=2010")
    after = shown(page, "mg-state")
    assert ("", False, "false") == (after["told"], after["open"], after["invalid"])


def test_another_choice_ends_what_is_not_decided(page: Surfer) -> None:
    """A tile of the map: its state stands in the field then, and the list is closed."""
    typed(page, "mg-state", "Korea", key("TAB"))
    page.run("document.querySelector('#mg-tiles [data-code=KAZ]').focus()")
    page.press(key("ENTER"))
    page.until("return location.hash", "#state=KAZ&date=2002-12-02")
    found = shown(page, "mg-state")
    assert ("Kazakhstan", "", False) == (found["value"], found["told"], found["open"])
