"""Tables, lists of names, and what stands under them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from migrationgov.notebook.html import Html, element, joined

#: Rows of a table, and names of a list; the rest is counted.
MOST_ROWS = 60
MOST_NAMES = 250


def table(
    caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]], total: int = 0
) -> Html:
    """
    Make a table with a caption and a heading over each column; the first cell names its row.

    Columns in which every cell is empty are left out. *total* is the number of rows there are, if
    only the first are given.
    """
    if not rows:
        return _table(caption, element("tbody", _wide("none", 1)))
    used = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    head = element("tr", *(_head(columns[place]) for place in used), look="head")
    body = [_row([row[place] for place in used]) for row in rows]
    if total > len(rows):
        body.append(_wide(f"and {total - len(rows)} more", len(used)))
    return _table(caption, element("thead", head), element("tbody", *body))


def card(caption: str, pairs: Iterable[tuple[str, str]]) -> Html:
    """Make a table of what is known of one thing: a heading and a cell in each row."""
    rows = [
        element("tr", _head(heading, "row"), _cell(content), look="row")
        for heading, content in pairs
        if content
    ]
    return _table(caption, element("tbody", *rows)) if rows else page(caption)


def sides(caption: str, pairs: Iterable[tuple[str, Sequence[str]]]) -> Html:
    """Make a table of lists of names as wide as the page, each list under a word of its own."""
    rows = [
        element(
            "tr",
            _head(element("span", heading, look="unbroken"), "row"),
            element("td", names(items), look="widecell", dir="auto"),
            look="row",
        )
        for heading, items in pairs
    ]
    return _table(caption, element("tbody", *rows), look="wide")


def names(items: Sequence[str]) -> Html:
    """Make a list of names in as many columns as there is room for."""
    shown = [element("li", each, look="name") for each in items[:MOST_NAMES]]
    rest = len(items) - len(shown)
    more = [element("li", f"and {rest} more", look="name")] if rest > 0 else []
    return element("ul", *shown, *more, look="names") if items else Html()


def lines(items: Iterable[str]) -> Html:
    """Put pieces under each other."""
    return joined(items, Html("<br>"))


def note(*content: str) -> Html:
    """Say something under a table."""
    return element("p", *content, look="note")


def folded(summary: str, content: Html) -> Html:
    """Keep something one click away."""
    return element("details", element("summary", summary), content, look="note")


def page(*parts: str) -> Html:
    """Put the parts of one answer into one box, which scrolls where it is too wide."""
    return element("div", *parts, look="box", lang="en")


def _table(caption: str, *parts: Html, look: str = "table") -> Html:
    return element("table", element("caption", caption, look="caption"), *parts, look=look)


def _row(cells: Sequence[str]) -> Html:
    first, *others = cells
    return element("tr", _head(first, "row"), *(_cell(each) for each in others), look="row")


def _head(content: str, scope: str = "col") -> Html:
    return element("th", content, look=f"{scope}head", scope=scope, dir="auto")


def _cell(content: str) -> Html:
    return element("td", content, look="cell", dir="auto")


def _wide(content: str, columns: int) -> Html:
    return element("tr", element("td", content, look="cell", colspan=str(columns)))
