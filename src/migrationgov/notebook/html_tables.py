"""Tables, cards, lists of names and notes, for all views of answers and records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from migrationgov.notebook.html import Html, element

#: The most rows of a table, and names of a list; a last row or name counts the rest.
MOST_ROWS = 60
MOST_NAMES = 250


def table(
    caption: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    total: int = 0,
    look: str = "table",
) -> Html:
    """
    Make a table with a caption and a heading over each column; the first cell names its row.

    A column whose cells are all empty is left out. *total* is the number of all rows, where
    *rows* has only the first of them.
    """
    rows = rows or [("none",)]
    used = [place for place in range(len(rows[0])) if any(row[place] for row in rows)]
    head = [_heading(columns[place], "col") for place in used] if columns else []
    cell_look = "widecell" if look == "wide" else "cell"
    body = [_row([row[place] for place in used], cell_look) for row in rows]
    if total > len(rows):
        more = element("td", f"and {total - len(rows)} more", look="cell", colspan=f"{len(used)}")
        body.append(element("tr", more))
    parts = [element("thead", element("tr", *head, look="head"))] if head else []
    parts.append(element("tbody", *body))
    return element("table", element("caption", caption, look="caption"), *parts, look=look)


def card(caption: str, pairs: Iterable[tuple[str, str]]) -> Html:
    """Make a table about one thing: a heading and a cell in each row; empty cells are left out."""
    rows = [pair for pair in pairs if pair[1]]
    return table(caption, (), rows) if rows else page(caption)


def name_lists(caption: str, pairs: Iterable[tuple[str, Sequence[str]]]) -> Html:
    """Make a table as wide as the page: in each row a heading and a list of names."""
    rows = [(element("span", heading, look="unbroken"), names(items)) for heading, items in pairs]
    return table(caption, (), rows, look="wide")


def names(items: Sequence[str]) -> Html:
    """Make a list of names in as many columns as there is room for."""
    rest = len(items) - MOST_NAMES
    shown = [*items[:MOST_NAMES], f"and {rest} more"] if rest > 0 else items
    return element("ul", *(element("li", each, look="name") for each in shown), look="names")


def note(*content: str) -> Html:
    """Make a paragraph under a table."""
    return element("p", *content, look="note")


def folded(summary: str, *content: str) -> Html:
    """Hide content behind a summary; one click opens it."""
    return element("details", element("summary", summary), *content, look="note")


def page(*parts: str) -> Html:
    """Put the parts of one answer into a box, which scrolls where it is too wide."""
    return element("div", *parts, look="box", lang="en")


def _row(cells: Sequence[str], look: str) -> Html:
    first, *others = cells
    rest = (element("td", each, look=look, dir="auto") for each in others)
    return element("tr", _heading(first, "row"), *rest, look="row")


def _heading(content: str, scope: str) -> Html:
    return element("th", content, look=f"{scope}head", scope=scope, dir="auto")
