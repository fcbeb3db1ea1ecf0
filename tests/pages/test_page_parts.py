"""The parts of a data page: escaped texts, dates in words, tables, sources, names in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import migrationgov as mg
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.html_page import Page, escape, markdown, outside, prose
from migrationgov_docs.marks import glyph, legend
from migrationgov_docs.names import name_of, sort_key
from migrationgov_docs.source_labels import source_label
from page_reading import html_of, read, text_of, title_of

FACTS = mg.dataset()
_MARKDOWN = MarkdownIt("commonmark").enable("table")

# -- escaped -------------------------------------------------------------------------------------


@given(st.text(st.characters(exclude_categories=["C"]), max_size=60).filter(str.strip))
def test_no_text_becomes_markup(text: str) -> None:
    """A name, a title or a note is shown as it is written, with its blanks made one."""
    assert " ".join(text.split()) == text_of(escape(text))
    (paragraph,) = [each for each in _MARKDOWN.parse(markdown(text)) if each.type == "inline"]
    assert paragraph.children is not None
    assert " ".join(text.split()) == "".join(each.content for each in paragraph.children)
    assert {"text", "text_special"} >= {each.type for each in paragraph.children}


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "a & b", "&amp;", '"quoted"', "`````", "````` \n`````", "]]>",
     "</h1>", "\u0645\u0631\u062d\u0628\u0627", "\u4e2d\u534e\u4eba\u6c11\u5171\u548c\u56fd",
     "x" * 300],
)  # fmt: skip
def test_what_looks_like_markup_is_text(text: str) -> None:
    """In a paragraph, in a cell of a table, and where it would end the content."""
    page = Page(FACTS)
    page.title(text)
    page.paragraph(escape(text))
    page.table(["a", "b"], [("x", escape(text))])
    shown = " ".join(text.split())
    assert [[["a", "b"], ["x", shown]]] == read(page.text()).tables
    assert "script" not in read(page.text()).tags
    assert f"<p>{escape(text)}</p>" in html_of(page.text())
    assert shown == title_of(page.text())


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "",
        "ftp://x",
        "https://x/ y",
        "https://x/>",
        "https://x/\\",
        "data:x",
    ],
)
def test_only_addresses_of_the_web_are_links(address: str) -> None:
    """Whatever else stands there is shown without being one."""
    assert "<a" not in outside("title", address)


def test_a_link_keeps_its_address() -> None:
    """Brackets and all."""
    address = "https://x.org/a_(b)?c=d&e"
    assert f'<a href="{address.replace("&", "&amp;")}">a]</a>' == outside("a]", address)


@pytest.mark.parametrize(
    ("recorded", "words"),
    [("2013-06-05", "5 June 2013"), ("2002-12", "December 2002"), ("2024~", "about 2024"),
     ("[2016-10..2016-11]", "between October 2016 and November 2016"),
     ("2002-02-26/2002-02-28", "26 to 28 February 2002"),
     ("2018-09-27/2018-10-02", "27 September to 2 October 2018"),
     ("2018-12-30/2019-01-02", "30 December 2018 to 2 January 2019"),
     ("2025-12-31?", "31 December 2025, uncertain"),
     ("[..2002-11-22]", "on or before 22 November 2002"),
     ("2013-06-04/..", "from 4 June 2013 on"),
     ("[1951-12-05,1952]", "5 December 1951 or 1952")],
)  # fmt: skip
def test_dates_are_in_words_and_recorded_in_the_title(recorded: str, words: str) -> None:
    """A year alone says all; whatever else was recorded can be looked up."""
    assert f'<time title="{recorded}">{words}</time>' == when(mg.PartialDate(recorded))


def test_what_is_no_date_stays() -> None:
    """A year, no date at all, and numbers that look like one."""
    assert "<time>2002</time>" == when(mg.PartialDate("2002"))
    assert "no end recorded" == when(None, "no end recorded")
    assert "session 2002-13-02, A/RES/2002-12 of 2 May 2002" == prose(
        "session 2002-13-02, A/RES/2002-12 of 2002-05-02"
    )


# -- tables, sources, names ----------------------------------------------------------------------


def test_columns_without_content_are_left_out() -> None:
    """And a table without rows is none."""
    page = Page(FACTS)
    page.title("x")
    page.table(["a", "b"], [("1", ""), ("2", "")])
    page.table(["c"], [])
    assert [[["a"], ["1"], ["2"]]] == read(page.text()).tables


def test_a_cell_names_its_column_for_a_row_that_becomes_a_block() -> None:
    """A table of many columns becomes blocks on wider screens, too."""
    page = Page(FACTS)
    page.table([*"abcdef"], [[*"123456"], [*"123456"]])
    page.table(["a", "b"], [("1", "2")])
    assert 2 == page.content().count('<td data-head="F"><div>6</div></td>')
    assert 1 == page.content().count('<div class="mg-table mg-wide">')


def test_sources_are_numbered_where_they_are_first_cited() -> None:
    """And told once, with all that tells them apart; a citation has publisher and year."""
    page = Page(FACTS)
    page.title("x")
    (joined,) = mg.transitions("KAZ", "IOM", kind="joined")
    known = {source.id: source for source in FACTS.sources}
    cited = page.cite(joined.citations)
    first = source_label(known[joined.citations[0].source])
    assert cited.startswith('<a href="#source-1"')
    assert "Swiss Federal Chancellery 2021" == first
    assert text_of(cited).startswith(f"{first} [1] ")
    assert page.cite(joined.citations[1:2]).startswith('<a href="#source-2"')
    assert len(mg.sources_of(joined)) == page.text().count('<li id="source-')
    for source in mg.sources_of(joined):
        assert escape(source.title) in page.text()


def test_very_many_sources_of_a_cell_are_folded() -> None:
    """The first are to be seen, and all are there."""
    page = Page(FACTS)
    page.title("x")
    cited = tuple(mg.transitions("KAZ")[0].citations)
    assert page.cite(cited) == page.cite_some(cited)
    steps = FACTS.registers[0].transitions[:40]
    many = tuple(dict.fromkeys(c for each in steps for c in each.citations))
    text = page.cite_some(many)
    more = f"and {text.count('#source-') - 4} more"
    assert f"<summary>{more}</summary>" in text
    seen = text_of(text.replace(more, "")).replace(";", "").split()
    assert text_of(page.cite(many)).replace(";", "").split() == seen


def test_names_are_sorted_as_people_sort_them() -> None:
    """Without accents, case, signs, and "The" in front; states before organizations."""
    names = ["Zambia", "The Gambia", "Côte d'Ivoire", "Åland Islands", "Croatia", "Costa Rica",
             "Georgia", "Congo", "Türkiye", "Tuvalu", "Guinea-Bissau", "Guinea"]  # fmt: skip
    assert [
        "Åland Islands", "Congo", "Costa Rica", "Côte d'Ivoire", "Croatia", "The Gambia",
        "Georgia", "Guinea", "Guinea-Bissau", "Türkiye", "Tuvalu", "Zambia",
    ] == sorted(names, key=sort_key)  # fmt: skip
    page = Page(FACTS, folders=1)
    assert ["CIV", "TUR", "iom"] == page.by_name(["iom", "TUR", "CIV", "TUR"])
    assert "Côte d&#x27;Ivoire" in page.links(["CIV"])


def test_short_names() -> None:
    """A long name gives way to the acronym; a name that is short enough does not."""
    assert "IOM" == name_of("iom", FACTS)
    assert "European Union" == name_of("eu", FACTS)
    assert "Colombo Process" == name_of("colombo-process", FACTS)
    assert all(len(name_of(each, FACTS)) <= 45 for each in FACTS.process_ids)


def test_a_source_is_named_by_publisher_and_year() -> None:
    """A long publisher is cut at a comma or a word; without a date it is undated."""

    def named(publisher: str, published: str | None = "2020-05") -> str:
        source = mg.model.Source(
            id=mg.vocabularies.SourceId("x"), title="A title", publisher=publisher, kind="press",
            published=published and mg.PartialDate(published),
        )  # fmt: skip
        return source_label(source)

    assert "IOM 2020" == named("IOM")
    assert "UNHCR 2020" == named("UNHCR (Geneva)")
    assert "United Nations 2020" == named("United Nations, Treaty Section of Legal Affairs")
    assert "A very long name of an agency of … 2020" == named(
        "A very long name of an agency of whom"
    )
    assert "A title undated" == named("", None)


def test_the_legend_has_each_mark_once() -> None:
    """Members first, by grade; the shape of a role, the filling of a grade."""
    used = [("observer", "listed"), ("member", "possible"), ("member", "certain")] * 2
    assert ["member, certain", "member, possible", "observer, listed"] == [
        text_of(each) for each in legend(used).split("</li>")[:-1]
    ]
    assert "" == legend([])
    assert 'data-role="member"' in glyph("party", "certain")
    assert 'data-role="participant"' in glyph("funder", "listed")


def test_make_docs_says_how_long_it_takes_and_where_to_look() -> None:
    """Before the build and after it, with the seconds that it took."""
    makefile = (Path(__file__).parents[2] / "Makefile").read_text(encoding="utf-8")
    before = makefile.partition("\ndocs-begin:")[2].partition("\n\n")[0]
    after = makefile.partition("\ndocs: ")[2].partition("\n\n")[0]
    assert "minute" in before
    assert "seconds" in after
    assert all("docs/_build/html/index.html" in each for each in (before, after))
    assert "docs: docs-begin" in makefile
    assert "-j auto" in after
