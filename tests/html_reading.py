"""Read HTML as a strict reader would: what is not well-formed or not accessible fails."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

_ALONE = {"br"}
_KNOWN = frozenset(
    ("a", "bdi", "br", "caption", "details", "div", "li", "ol", "p", "small", "span",
     "summary", "table", "tbody", "td", "th", "thead", "tr", "ul")
)  # fmt: skip
_ATTRIBUTES = frozenset(
    ("aria-label", "colspan", "dir", "href", "lang", "rel", "scope", "style", "title")
)


class Reading(HTMLParser):
    """
    One piece of HTML, read.

    Attributes:
        texts: The pieces of text, in order.
        links: The addresses linked to.
        headings: The texts of the headings of columns and rows, with their scope.
        captions: The texts of the captions.
        apart: Texts whose direction is their own.
        rows: The texts of the cells, row by row.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.links: list[str] = []
        self.captions: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self.apart: list[str] = []
        self.rows: list[list[str]] = []
        self.feed(html)
        self.close()
        assert [] == self.open, f"not closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Check an element where it opens."""
        given = {name: value or "" for name, value in attrs}
        assert tag in _KNOWN, tag
        assert set(given) <= _ATTRIBUTES, given
        check_style(given.get("style", ""))
        if tag == "th":
            assert given["scope"] in ("row", "col")
            self.headings.append((given["scope"], ""))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            assert self.open[-1][0] == "tr", "a cell stands in a row"
            self.rows[-1].append("")
        if tag == "caption":
            assert self.open[-1][0] == "table", "a caption comes first in its table"
            self.captions.append("")
        if tag in ("td", "th") and "colspan" not in given:
            assert "auto" == given["dir"]
        if tag == "a":
            assert given["href"].startswith(("https://", "http://"))
            assert "noopener" == given["rel"]
            self.links.append(given["href"])
        if tag not in _ALONE:
            self.open.append((tag, given))

    def handle_endtag(self, tag: str) -> None:
        """Check that it closes what was opened last."""
        assert self.open, f"{tag} was never opened"
        opened, _ = self.open.pop()
        assert tag == opened, f"{tag} closes {opened}"

    def handle_data(self, data: str) -> None:
        """Keep the text, and where it stands."""
        self.texts.append(data)
        tags = [tag for tag, _ in self.open]
        if "caption" in tags:
            self.captions[-1] += data
        if "th" in tags:
            scope, text = self.headings[-1]
            self.headings[-1] = scope, text + data
        if {"td", "th"} & set(tags):
            self.rows[-1][-1] += data
        if "bdi" in tags:
            self.apart.append(data)

    def handle_comment(self, data: str) -> None:
        """Refuse it."""
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        """Refuse it."""
        raise AssertionError(f"a declaration: {decl}")

    @property
    def text(self) -> str:
        """All the text."""
        return "".join(self.texts)


def check_style(style: str) -> None:
    """Refuse colours of one's own, and whatever loads something."""
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        assert not re.search(r"#|\brgb|\bhsl|url|expression|position", value), declaration
        assert "background" not in name, declaration
        if name == "color":
            assert "inherit" == value
        if "border" in name and "collapse" not in name:
            assert "currentColor" in value, declaration


def read(answer: Any) -> Reading:
    """Read the HTML of an answer or a record."""
    return Reading(answer._repr_html_())
