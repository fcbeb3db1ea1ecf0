"""Every page of the documentation, wide and narrow, light and dark; its search and its links."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from browser.conftest import SITE

if TYPE_CHECKING:
    from browser.surfing import Surfer

pytestmark = pytest.mark.browser

PAGES = sorted(file.relative_to(SITE).as_posix() for file in SITE.rglob("*.html"))
#: Of the pages of states, which are alike, every tenth is looked at.
_STATES = [page for page in PAGES if page.startswith("data/states/")]
LOOKED_AT = [page for page in PAGES if page not in _STATES or _STATES.index(page) % 10 == 0]

#: What reaches beyond the window. A table or a block of code may, in a box of its own; the column
#: of text scrolls on narrow windows, which would hide that something is too wide for it.
TOO_WIDE = """
const found = document.documentElement.scrollWidth > innerWidth ? ["page"] : [];
const boxed = (each) => {
  for (let box = each.parentElement; box && !box.matches(".content"); box = box.parentElement)
    if (getComputedStyle(box).overflowX !== "visible") return true;
  return false;
};
for (const each of document.querySelectorAll("#furo-main-content *")) {
  const {right, width} = each.getBoundingClientRect();
  if (width > 1 && right > innerWidth + 1 && each.checkVisibility() && !boxed(each))
    found.push(`${each.tagName}.${each.className} ${each.textContent.slice(0, 30)}`);
}
return found.slice(0, 5);
"""


@pytest.mark.parametrize("page", LOOKED_AT)
def test_a_page_fits_and_says_nothing_to_the_console(surfer: Surfer, page: str) -> None:
    """At 1280 pixels, on a phone, and at 400 % zoom."""
    from browser.surfing import DESKTOP, PHONE, ZOOMED

    surfer.look(DESKTOP)
    surfer.open(page)
    for size in (DESKTOP, PHONE, ZOOMED):
        surfer.look(size)
        assert [] == surfer.run(TOO_WIDE), size
    assert [] == surfer.console()
    assert surfer.run("return document.title")


QUESTIONS = ["", "#date=1965", "#state=FRA&date=1955-01-01", "#state=MLT", "#state=order-of-malta",
             "#institution=almaty-process&date=2015-10-22", "#institution=budapest-process",
             "#institution=tripoli-process", "#institution=refugee-convention&date=1990",
             "#institution=acp-group", "#institution=untoc", "#state=NGA&date=2020",
             "#date=nonsense"]  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_fits(surfer: Surfer, question: str) -> None:
    """With everything unfolded, on a phone and at 400 % zoom."""
    from browser.surfing import PHONE, ZOOMED

    surfer.look(PHONE)
    surfer.open(f"explorer/index.html{question}")
    surfer.run(
        "for (const each of document.querySelectorAll('#mg-answer details')) each.open = true"
    )
    surfer.settle()
    for size in (PHONE, ZOOMED):
        surfer.look(size)
        assert [] == surfer.run(TOO_WIDE), size
    assert [] == surfer.console()


def test_the_facts_of_the_explorer_are_small_enough(site: str) -> None:
    """One file of at most 1,200,000 bytes, which a browser loads at once."""
    del site
    assert (SITE / "_static" / "explorer" / "facts.js").stat().st_size < 1_200_000


@pytest.mark.parametrize(
    ("words", "page"),
    [("Kazakhstan", "data/states/kaz.html"), ("Almaty", "data/processes/almaty-process.html"),
     ("members_on", "api.html"), ("withdrawal", "concepts.html"),
     ("Statelessness", "data/treaties/statelessness-1961.html")],
)  # fmt: skip
def test_the_search_finds(surfer: Surfer, words: str, page: str) -> None:
    """Without a server behind it."""
    assert f"/{page}" in surfer.search(words)
    assert [] == surfer.console()


# -- links ---------------------------------------------------------------------------------------


class _Links(HTMLParser):
    """The ids of a page, and what it links to or loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what is an id and what is a link."""
        its = dict(attrs)
        self.ids |= {its["id"] or ""} if "id" in its else set()
        self.links += [its[key] or "" for key in ("href", "src") if key in its]
        del tag


@pytest.fixture(scope="module")
def parsed(site: str) -> dict[str, _Links]:
    """Every page with its ids and links."""
    del site  # it is only asked whether the documentation is built
    return {page: _Links((SITE / page).read_text(encoding="utf-8")) for page in PAGES}


def leads(page: str, link: str, parsed: dict[str, _Links]) -> bool:
    """Tell whether a link on a page leads to a file, and to a place on it."""
    there, root = urlsplit(link), SITE.resolve()
    path = (root / page).parent / unquote(there.path) if there.path else root / page
    target = path.resolve()
    if not target.is_relative_to(root) or not target.is_file():
        return False
    name, place = target.relative_to(root).as_posix(), unquote(there.fragment)
    asked = name == "explorer/index.html"
    return asked or not place or name not in parsed or place in parsed[name].ids


def test_every_link_within_the_site_leads_somewhere(parsed: dict[str, _Links]) -> None:
    """To a file that is there, and to a place on it; the explorer reads what is behind "#"."""
    broken = [
        (page, link)
        for page, its in parsed.items()
        for link in its.links
        if not (urlsplit(link).scheme or urlsplit(link).netloc or leads(page, link, parsed))
    ]
    assert [] == broken


def test_links_out_are_of_the_web(
    parsed: dict[str, _Links], monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are listed by `tools/list_links.py`, not followed: tests ask no other machine."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "tools"))
    from list_links import links

    out = {link for its in parsed.values() for link in its.links if urlsplit(link).scheme}
    assert out == set(links(SITE))
    assert len(out) > 400


def test_nothing_is_loaded_from_elsewhere(parsed: dict[str, _Links]) -> None:
    """No font, script or style from another machine."""
    for page in PAGES:
        text = (SITE / page).read_text(encoding="utf-8")
        for tag in ('<script src="http', '<link rel="stylesheet" href="http', '<img src="http'):
            assert tag not in text, page
    assert len(parsed) == len(PAGES)


#: The blocks of code of a page, and those that have to be moved sideways to be read.
CUT_CODE = """
const blocks = [...document.querySelectorAll("article div.highlight pre")];
const cut = blocks.filter((each) => each.scrollWidth > each.clientWidth + 1);
return [blocks.length, cut.map((each) => each.textContent.slice(0, 60)),
  document.documentElement.scrollWidth];
"""


@pytest.mark.parametrize("width", [1280, 1600])
@pytest.mark.parametrize(
    "page", ["quickstart", "cookbook", "concepts", "exports", "command-line", "how-to/use-sql"]
)
def test_no_line_of_code_is_cut(surfer: Surfer, page: str, width: int) -> None:
    """It may use the room beside the text, and what is longer is folded."""
    surfer.look((width, 900))
    surfer.open(f"{page}.html")
    number, cut, wide = surfer.run(CUT_CODE)
    assert number > 5
    assert [] == cut
    assert wide <= width
