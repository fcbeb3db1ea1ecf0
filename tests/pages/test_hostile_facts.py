"""Pages of made-up facts whose names look like markup, are long, or read from right to left."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from markdown_it import MarkdownIt

import migrationgov as mg
from migrationgov.vocabularies import ProcessId, SourceId, StateId
from migrationgov_docs.explorer import everything, script
from migrationgov_docs.html_page import escape
from migrationgov_docs.pages import all_pages
from miniature import (
    CITED,
    body,
    counted,
    dataset,
    full_process,
    history,
    process,
    register,
    snapshot,
    state,
)
from page_reading import html_of, read, title_of
from strategies import transition

NAMES = [
    "</script><script>alert(1)</script>", "| a | {raw} html `x` |", "[x](javascript:alert(1))",
    "x" * 60, "\u062c\u0645\u0647\u0648\u0631\u064a\u0629 \u0645\u0635\u0631",
    "\u4e2d\u534e\u4eba\u6c11\u5171\u548c\u56fd", "# Heading", "1. $item$ *b* _i_ <b>b</b> &lt;",
]  # fmt: skip


def facts_named(name: str) -> mg.Dataset:
    """A dataset in which everything goes by one name."""
    named: dict[str, Any] = {"name": name, "names": (mg.model.Name(text=name),), "note": name}
    term = mg.model.Term(
        process=ProcessId("a-process"), state=StateId("AAA"), start="2001", note=name,
        citations=CITED,
        officers=(mg.model.Officer(name=name, title=name, term=name, citations=CITED),),
    )  # fmt: skip
    source = mg.model.Source(
        id=SourceId("a-source"), title=name, publisher=name, kind="press", url="https://x.org"
    )
    steps = register(transition("AAA", "joined", "1990-05-01"))
    return dataset(
        states=(state("AAA", region=name, **named), state("BBB", **named)),
        organizations=(body("iom", **named),),
        sources=(source,),
        registers=(steps,),
        processes=(
            process(
                snapshot("2001-01-01", ("member", "stated", "AAA BBB")), terms=(term,), **named
            ),
        ),
        histories=(history(),),
        counts=(counted(),),
    )


KNOWN = {
    "p", "label", "input", "nav", "ul", "ol", "li", "a", "div", "aside", "article", "h2", "h3",
    "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "time", "small", "span", "em",
    "strong", "b", "code", "details", "summary", "svg", "g", "rect", "path", "line", "text",
    "title",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stays_a_name_on_every_page(name: str) -> None:
    """No markup of its own making, in no column and in no heading."""
    pages = all_pages(facts_named(name))
    shown = " ".join(name.split())
    for path, text in pages.items():
        if path.endswith(".md"):
            its = read(text)
            assert its.tags <= KNOWN, (path, its.tags - KNOWN)
            assert not [each for each in its.links if each.startswith("javascript:")]
            outside = text.replace(html_of(text), "")
            rendered = MarkdownIt("commonmark").enable("front_matter", ignoreInvalid=True)
            assert "<script" not in rendered.render(outside.partition("---\nhide-toc")[2])
    assert escape(name) in pages["processes/a-process.md"]
    assert escape(name) in pages["organizations/iom.md"]
    assert shown == title_of(pages["states/aaa.md"])


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stays_a_name_in_the_explorer_s_facts(name: str) -> None:
    """As a value, whatever is in it."""
    facts = facts_named(name)
    assert name == everything(facts)["parties"]["AAA"][0]
    quoted = script(facts).partition("JSON.parse('")[2].partition("');\n")[0]
    unquoted = re.sub(r"\\(.)", r"\1", quoted)  # as a browser reads the text
    assert name == json.loads(unquoted)["parties"]["BBB"][0]


def test_entries_and_groups_are_in_the_explorer_s_facts() -> None:
    """Under the party, as in a register; a group has a name."""
    facts = everything(dataset(processes=(full_process(),)))
    written = facts["institutions"]["a-process"]
    ((withdrew, *_),) = written["transitions"]["AAA"]
    assert "withdrew" == withdrew
    assert ["iom"] == written["lists"][0][4][0][4:]
    assert "Body iom" == facts["parties"]["iom"][0]


def test_no_page_asks_the_bundled_facts() -> None:
    """The pages of a dataset are about nobody else."""
    text = "".join(all_pages(dataset()).values())
    assert "Kazakhstan" not in text
    assert "International Organization for Migration" not in text


def test_a_process_of_which_nothing_is_known() -> None:
    """Says so: no list, nobody named, no status."""
    empty = process(milestones=())
    page = all_pages(dataset(processes=(empty,)))["processes/a-process.md"]
    for said in (
        "No source names a participant",
        "no list of participants",
        "Whether it is active",
    ):
        assert said in page
    facts = everything(dataset(processes=(empty,)))
    (group,) = facts["groups"]["a-process"]
    assert ({}, None) == (group[1], facts["institutions"]["a-process"]["from"])
