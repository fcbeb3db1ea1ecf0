"""Read a data page as a browser does: its title, tables, texts, links and anchors."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

_FENCE = re.compile(r"^`````\{raw\} html\n(.*?)\n`````$", re.DOTALL | re.MULTILINE)
_SECTION = re.compile(r'<h2 id="([^"]*)">(.*?)<a class="headerlink".*?</h2>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_VOID = {"br", "input"}


def html_of(page: str) -> str:
    """Return the content of a page, which is one piece of HTML."""
    (found,) = _FENCE.finditer(page)
    return found[1]


def title_of(page: str) -> str:
    """Return the title of a page, without the signs that keep it from being markup."""
    (found,) = re.findall(r"^# (.*)$", page, re.MULTILINE)
    return re.sub(r"\\(.)", r"\1", found)


def text_of(html: str) -> str:
    """Return what a reader sees of a piece of HTML, on one line."""
    return " ".join(unescape(_TAG.sub("", html)).split())


def section(page: str, heading: str) -> str:
    """Return the HTML of a section, by its heading."""
    html = html_of(page)
    found = [each for each in _SECTION.finditer(html) if text_of(each[2]) == heading]
    if not found:
        return ""
    begin = found[0].end()
    return html[begin:].partition("<h2 id=")[0]


class Reading(HTMLParser):
    """
    A piece of HTML, read; whatever is opened must be closed in order.

    Attributes:
        tables: The texts of the cells of each table, row by row, the heading first.
        links: The addresses linked to.
        ids: The anchors.
        tags: The names of all elements.
        titles: The titles of dates.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.titles: list[str] = []
        self._open: list[str] = []
        self._cell: list[str] | None = None
        self.feed(html)
        self.close()
        assert [] == self._open, f"not closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element where it opens."""
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.links += [given["href"]] if "href" in given else []
        self.ids += [given["id"]] if "id" in given else []
        self.titles += [given["title"]] if tag == "time" and "title" in given else []
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self._cell = []
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element without content."""
        self.tags.add(tag)
        del attrs

    def handle_endtag(self, tag: str) -> None:
        """Take the end of an element."""
        assert self._open.pop() == tag
        if tag in ("td", "th") and self._cell is not None:
            self.tables[-1][-1].append(" ".join("".join(self._cell).split()))
            self._cell = None

    def handle_data(self, data: str) -> None:
        """Take a text."""
        if self._cell is not None:
            self._cell.append(data)


def read(page: str) -> Reading:
    """Read the content of a page."""
    return Reading(html_of(page))


def rows_of(page: str, *start: str) -> list[list[str]]:
    """Return the rows of all tables that begin with some cells."""
    return [
        row for table in read(page).tables for row in table if tuple(row[: len(start)]) == start
    ]


def facts_of(page: str) -> dict[str, str]:
    """Return the single facts of a page, by name."""
    found = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", html_of(page), re.DOTALL)
    return {text_of(name): text_of(value) for name, value in found}
