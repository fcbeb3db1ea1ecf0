"""HTML by construction: text that is not marked as HTML is escaped.

No colour has a name here, so a page in dark mode stays dark. Styles are attributes of the
elements, because notebooks and their exports drop style sheets.
"""

from __future__ import annotations

from collections.abc import Iterable
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
    "cell": _CELL,
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


def lines(pieces: Iterable[str]) -> Html:
    """Put pieces under each other."""
    return joined(pieces, Html("<br>"))


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


def small(*content: str) -> Html:
    """Make an explanation smaller than the text that it explains."""
    return element("small", *content)


def link(url: str, *content: str, label: str = "") -> Html:
    """Link to a web page; any other kind of address gives the content without a link."""
    if not url.startswith(WEB):
        return inline(*content)
    named = {"title": label, "aria_label": label}
    return element("a", *content, look="link", href=url, rel="noopener", **named)
