"""The data pages in a browser: nothing is cut, what is first is found first, dates on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import migrationgov as mg

if TYPE_CHECKING:
    from browser.surfing import Surfer

pytestmark = pytest.mark.browser

#: One page or more of each kind, among them those with the longest tables.
PAGES = [
    "index", "disagreements", "totals", "votes", "states/index", "states/kaz", "states/fra",
    "states/suhh", "states/ata", "processes/almaty-process", "processes/bali-process",
    "processes/rabat-process", "processes/gfmd", "organizations/iom", "organizations/unhcr",
    "organizations/unhcr-excom", "organizations/un", "organizations/g77", "treaties/untoc",
    "treaties/icrmw", "treaties/oau-refugee",
]  # fmt: skip
SIZES = [(390, 844), (1280, 900), (1600, 1000)]

#: What of the tables, and of the other parts with sources, is cut off or would have to be moved
#: sideways; with how many were seen.
CUT = """
for (const each of document.querySelectorAll("details")) each.open = true;
const wide = innerWidth, found = [];
const sorts = "table, dl, ul.mg-claims, ul.mg-parties, ol, .mg-timeline";
const boxes = [...document.querySelectorAll(`article :is(${sorts})`)];
for (const box of boxes) {
  const room = box.closest("article").getBoundingClientRect();
  for (const each of [box, ...box.querySelectorAll("td, td > div, th, dd, li, a, time, small")]) {
    if (each.closest(".mg-timeline") && each !== box || !each.checkVisibility()) continue;
    const head = each.closest("thead");  // where rows are blocks, it is to be read aloud only
    if (head && getComputedStyle(head).clipPath !== "none") continue;
    for (const {left, right, width} of each.getClientRects())
      if (width > 1 && (right > Math.min(room.right, wide) + 1 || left < room.left - 1))
        found.push(`${each.tagName} ${Math.round(right)} ${each.textContent.trim().slice(0, 40)}`);
  }
}
const {scrollWidth} = document.documentElement;
if (scrollWidth > wide) found.push(`page ${scrollWidth}`);
return [boxes.length, found.slice(0, 5)];
"""

#: The words of tables that are broken in the middle: a column is too narrow for them.
BROKEN = """
for (const each of document.querySelectorAll("details")) each.open = true;
const found = [];
const range = document.createRange();
for (const cell of document.querySelectorAll("article :is(td time, th time, thead th)")) {
  const text = cell.firstChild;
  if (text?.nodeType !== Node.TEXT_NODE || !cell.checkVisibility()) continue;
  for (const {0: word, index} of text.data.matchAll(/[A-Za-z0-9]+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    if (new Set([...range.getClientRects()].map((each) => Math.round(each.top))).size > 1)
      found.push(`${word} of ${text.data}`);
  }
}
return found.slice(0, 5);
"""


@pytest.mark.parametrize("page", PAGES)
def test_no_table_is_cut(surfer: Surfer, page: str) -> None:
    """On a phone, a laptop and a desktop: each source can be read without moving sideways."""
    for size in SIZES:
        surfer.look(size)
        surfer.open(f"data/{page}.html")
        boxes, cut = surfer.run(CUT)
        assert boxes
        assert [] == cut, size
        assert [] == surfer.run(BROKEN), size
    assert [] == surfer.console()


@pytest.mark.parametrize(
    ("words", "first"),
    [("Colombo", "processes/colombo-process"), ("Colombo Process", "processes/colombo-process"),
     ("Regional Consultative Process on Overseas Employment", "processes/colombo-process"),
     ("Bali", "processes/bali-process"), ("Almaty", "processes/almaty-process"),
     ("GFMD", "processes/gfmd"), ("Rabat", "processes/rabat-process"),
     ("IOM", "organizations/iom"),
     ("International Organization for Migration", "organizations/iom"),
     ("ECOWAS", "organizations/ecowas"), ("Kazakhstan", "states/kaz"), ("Turkey", "states/tur"),
     ("Cote d'Ivoire", "states/civ"), ("Ivory Coast", "states/civ"),
     ("1951 Refugee Convention", "treaties/refugee-convention"),
     ("Where the record disagrees", "disagreements")],
)  # fmt: skip
def test_the_search_finds_first(surfer: Surfer, words: str, first: str) -> None:
    """A state or an institution, by its short name and by its others."""
    assert f"/data/{first}.html" == surfer.search(words)[0]


def test_dates_are_shown_as_recorded_on_demand(surfer: Surfer) -> None:
    """With a check box, so that a phone and a keyboard can ask for it, too."""
    surfer.look()
    surfer.open("data/processes/almaty-process.html")
    after = (
        "return [...document.querySelectorAll('article time[title]')]"
        ".map((each) => [each.title, getComputedStyle(each, '::after').content])"
    )
    assert {"none"} == {shown for _, shown in surfer.run(after)}
    surfer.run("document.querySelector('.mg-edtf input').click()")
    assert all(title in shown for title, shown in surfer.run(after))
    assert ["2013-06-05", "2024~"] == sorted(
        {title for title, _ in surfer.run(after)} & {"2013-06-05", "2024~"}
    )


#: Type into a field, and read how many of its items are left, which headings, and what it says.
TYPE = """
const [words, items] = arguments;
const field = document.querySelector(".mg-filter input");
field.value = words;
field.dispatchEvent(new Event("input"));
const all = (found) => [...document.querySelectorAll(found)];
const shown = (found) => all(found).filter((each) => each.checkVisibility());
return [shown(items).length, shown("article h2[id^=about-]").map((each) => each.id),
        field.closest("label").querySelector("output").textContent];
"""


def test_disagreements_are_kept_by_words(surfer: Surfer) -> None:
    """In any order and without accents; an institution without any of them is left out."""
    surfer.look()
    surfer.open("data/disagreements.html")
    every, _, text = surfer.run(TYPE, "", ".mg-doubt")
    assert (len(mg.dataset().disagreements), "") == (every, text)
    kept, headings, text = surfer.run(TYPE, "iom TURKIYE", ".mg-doubt")
    assert 0 < kept < every
    assert "about-iom" in headings
    assert f"{kept} of {every}" == text
    assert [0, []] == surfer.run(TYPE, "no such words", ".mg-doubt")[:2]


def test_rows_of_a_long_table_are_kept_by_words(surfer: Surfer) -> None:
    """The first such table of IOM has its members; a short table has no field."""
    surfer.open("data/organizations/iom.html")
    kept, _, text = surfer.run(TYPE, "cote ivoire", ".mg-filter + .mg-table tbody > tr")
    assert text.startswith(("1 of ", "2 of "))
    assert kept
    assert surfer.run("return document.querySelectorAll('.mg-filter').length") < surfer.run(
        "return document.querySelectorAll('.mg-table').length"
    )


@pytest.mark.parametrize("page", ["states/kaz", "processes/bali-process", "treaties/icrmw"])
@pytest.mark.parametrize("size", SIZES)
def test_a_bar_stands_beside_its_name(surfer: Surfer, page: str, size: tuple[int, int]) -> None:
    """The name in the title of a bar is that of its line, and the bar is within the figure."""
    surfer.look(size)
    surfer.open(f"data/{page}.html")
    surfer.run("for (const each of document.querySelectorAll('details')) each.open = true")
    wrong = surfer.run("""
        const names = [...document.querySelectorAll(".mg-timeline li")];
        const box = document.querySelector(".mg-timeline > svg").getBoundingClientRect();
        const found = [];
        for (const bar of document.querySelectorAll(".mg-timeline .mg-mark")) {
          const shape = bar.querySelector(".mg-shape").getBoundingClientRect();
          const middle = shape.top + shape.height / 2;
          const own = names.find((each) => {
            const {top, bottom} = each.getBoundingClientRect();
            return top <= middle && middle <= bottom;
          });
          const title = bar.querySelector("title").textContent;
          const chair = bar.closest(".mg-chairs") !== null;
          const text = chair ? "Chair" : title.split(": ")[0];
          const within = shape.left >= box.left - 1 && shape.right <= box.right + 1;
          if (own?.textContent !== text || !within)
            found.push([title, own?.textContent]);
        }
        return found.slice(0, 5);""")
    assert [] == wrong


def test_a_printed_page_has_what_is_folded(surfer: Surfer) -> None:
    """The lists and meetings of a long page are on paper, too, and the controls are not."""
    surfer.look()
    surfer.open("data/processes/almaty-process.html")
    surfer.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    seen = surfer.run("""
        const heights = [...document.querySelectorAll("details .mg-table")]
          .map((each) => each.getBoundingClientRect().height);
        return [heights, document.querySelector(".mg-edtf").checkVisibility()];""")
    surfer.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "screen"})
    assert len(seen[0]) > 1
    assert min(seen[0]) > 100
    assert seen[1] is False


def test_a_disagreement_has_an_address_of_its_own(surfer: Surfer) -> None:
    """It is shown in the window, and marked."""
    surfer.look()
    surfer.open("data/disagreements.html")
    anchors = surfer.run("return [...document.querySelectorAll('.mg-doubt')].map((e) => e.id)")
    assert len(set(anchors)) == len(anchors) > 300
    surfer.open(f"data/disagreements.html#{anchors[-1]}")
    seen = (
        "const {top} = document.querySelector('.mg-doubt:target').getBoundingClientRect();"
        "return top >= -1 && top < innerHeight"
    )
    surfer.until(seen, expected=True)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("kaz", "Kazakhstan: member of IOM since 2 December 2002, observer before."),
        ("fra", "France: member of IOM since 27 May 1992, member and observer before."),
        ("deu", "Germany: member of IOM since a day between 5 December 1951 and 13 October 1952."),
        ("nic", "Nicaragua: member of IOM from 13 November 1967 to 31 December 2025, uncertain."),
        ("sau", "Saudi Arabia: observer of IOM since on or before 2010."),
        ("brn", "Brunei Darussalam: not a member of IOM (no record of IOM names it)."),
        (
            "cshh",
            "Czechoslovakia: not a member of IOM (no record of IOM names it); whether an",
        ),
    ],
)
def test_a_state_page_begins_with_its_status_in_iom(surfer: Surfer, state: str, said: str) -> None:
    """In the first sentence, as the command line says it, with what is in doubt."""
    surfer.open(f"data/states/{state}.html")
    told = surfer.run("return document.querySelector('p.mg-lead').textContent")
    assert told.startswith(said)
