"""HTML by construction, for all views: text that is not marked as HTML is escaped.

No colour has a name here, so a page in dark mode stays dark. Styles are attributes of the
elements, because notebooks and their exports drop style sheets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

#: JupyterLab fixes the layout of tables, and makes them smaller than the text around them.
_TABLE = (
    "border-collapse:collapse;table-layout:auto;font-size:inherit;margin:0 0 .5em;"
    "overflow-wrap:break-word"
)
_CELL = "text-align:left;vertical-align:top;padding:.25em .6em;min-width:3em;max-width:36em"
_STYLES = {
    "box": "overflow-x:auto;max-width:100%",
    "table": f"{_TABLE};min-width:min(100%,34em)",
    "wide": f"{_TABLE};width:100%",
    "caption": "text-align:left;font-weight:600;padding:.2em .5em;caption-side:top;color:inherit;"
    "max-width:60em",
    "row": "border-bottom:1px solid currentColor;"
    "border-bottom-color:color-mix(in srgb,currentColor 25%,transparent)",
    "head": "border-bottom:2px solid currentColor",
    "tablecell": _CELL,
    "rowhead": f"{_CELL};font-weight:inherit",
    "colhead": f"{_CELL};font-weight:600",
    "widecell": f"{_CELL};max-width:none;width:100%",
    "link": "color:inherit;text-decoration:underline",
    "unbroken": "white-space:nowrap",
    "note": "margin:.2em .6em;max-width:60em",
    "list": "margin:0;padding-left:1.6em",
    "names": "columns:15em;column-gap:1.5em;margin:.2em 0 0;padding:0;list-style:none",
    "name": "break-inside:avoid;margin:0",
}
#: Addresses that may become links; any other stays text.
WEB = ("https://", "http://")
#: The most rows of a table, and names of a list; a last row or name counts the rest.
MOST_ROWS = 60
_MOST_NAMES = 250


class Html(str):
    """Text that is HTML already; `inline` and `element` escape any other text."""

    __slots__ = ()


def inline(*content: str) -> Html:
    """Put pieces beside each other: `Html` unchanged, text escaped."""
    return Html("".join(each if isinstance(each, Html) else escape(each) for each in content))


def joined(pieces: Iterable[str], between: str = ", ") -> Html:
    """Put the pieces that are not empty beside each other, with a text between them."""
    parts = [part for each in pieces if each for part in (between, each)]
    return inline(*parts[1:])


def element(name: str, *content: str, look: str = "", **attributes: str) -> Html:
    """Make an element; *look* is the name of its style."""
    if look:
        attributes["style"] = _STYLES[look]
    given = "".join(
        f' {key.replace("_", "-")}="{escape(value)}"' for key, value in attributes.items() if value
    )
    return Html(f"<{name}{given}>{inline(*content)}</{name}>")


def data(text: str, lang: str = "") -> Html:
    """Isolate the direction of a text from the data, so that it disturbs no other text."""
    return element("bdi", text, lang=lang) if text else Html()


def link(url: str, *content: str, label: str = "") -> Html:
    """Link to a web page; any other kind of address gives the content without a link."""
    if not url.startswith(WEB):
        return inline(*content)
    named = {"title": label, "aria_label": label}
    return element("a", *content, look="link", href=url, rel="noopener", **named)


def table(
    caption: str,
    rows: Sequence[Sequence[str]],
    columns: Sequence[str] = (),
    *,
    total: int = 0,
    look: str = "table",
) -> Html:
    """
    Make a table with a caption and a heading over each column; the first cell names its row.

    A column whose cells are all empty is left out. *total* is the number of all rows, where
    *rows* has only the first of them.
    """
    used = [place for place in range(len(rows[0])) if any(row[place] for row in rows)]
    head = [_heading(columns[place], "col") for place in used] if columns else []
    body = [_row([row[place] for place in used], f"{look}cell") for row in rows]
    if total > len(rows):
        rest = f"and {total - len(rows)} more"
        more = element("td", rest, look="tablecell", colspan=f"{len(used)}")
        body.append(element("tr", more))
    parts = [element("thead", element("tr", *head, look="head"))] if head else []
    parts.append(element("tbody", *body))
    return element("table", element("caption", caption, look="caption"), *parts, look=look)


def _row(cells: Sequence[str], look: str) -> Html:
    first, *others = cells
    rest = (element("td", each, look=look, dir="auto") for each in others)
    return element("tr", _heading(first, "row"), *rest, look="row")


def _heading(content: str, scope: str) -> Html:
    return element("th", content, look=f"{scope}head", scope=scope, dir="auto")


def card(caption: str, pairs: Iterable[tuple[str, str]]) -> Html:
    """Make a table about one thing: a heading and a cell in each row; empty cells are left out."""
    rows = [pair for pair in pairs if pair[1]]
    return table(caption, rows) if rows else page(caption)


def name_lists(caption: str, pairs: Iterable[tuple[str, Sequence[str]]]) -> Html:
    """Make a table as wide as the page: in each row a heading and a list of names."""
    rows = [(element("span", heading, look="unbroken"), _names(items)) for heading, items in pairs]
    return table(caption, rows, look="wide")


def _names(items: Sequence[str]) -> Html:
    """Make a list of names in as many columns as there is room for."""
    rest = len(items) - _MOST_NAMES
    first = [*items[:_MOST_NAMES], f"and {rest} more"] if rest > 0 else items
    return element("ul", *(element("li", each, look="name") for each in first), look="names")


def note(*content: str) -> Html:
    """Make a paragraph under a table."""
    return element("p", *content, look="note")


def folded(summary: str, *content: str) -> Html:
    """Hide content behind a summary; one click opens it."""
    return element("details", element("summary", summary), *content, look="note")


def page(*parts: str) -> Html:
    """Put the parts of one answer into a box, which scrolls where it is too wide."""
    return element("div", *parts, look="box", lang="en")
