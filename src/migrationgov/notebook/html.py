"""HTML by construction: what is not marked as HTML is text, and is escaped.

Colours are never named, so everything is as dark or light as the page it stands in. Styles stand
on the elements, because notebooks and their exports drop style sheets.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_FAINT = "border-bottom-color:color-mix(in srgb,currentColor 25%,transparent)"
#: JupyterLab fixes the layout of tables, and sets them smaller than the text around them.
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
    "row": f"border-bottom:1px solid currentColor;{_FAINT}",
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
_WEB = ("https://", "http://")


class Html(str):
    """Text that is HTML already; any other text is escaped where it is put in."""

    __slots__ = ()


def inline(*content: str) -> Html:
    """Put pieces beside each other: `Html` as it is, text escaped."""
    return Html("".join(each if isinstance(each, Html) else escape(each) for each in content))


def joined(pieces: Iterable[str], between: str = ", ") -> Html:
    """Put pieces beside each other with a text between them."""
    parts = [part for each in pieces if each for part in (between, each)]
    return inline(*parts[1:])


def element(name: str, *content: str, look: str = "", **attributes: str) -> Html:
    """Make an element; a trailing underline of an attribute's name is dropped (`class_`)."""
    if look:
        attributes["style"] = _STYLES[look]
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return Html(f"<{name}{given}>{inline(*content)}</{name}>")


def data(text: str, lang: str = "") -> Html:
    """Set a text from the data apart, so that one written right to left disturbs no other."""
    return element("bdi", text, lang=lang) if text else Html()


def small(*content: str) -> Html:
    """Make what explains smaller than what it explains."""
    return element("small", *content)


def link(url: str, *content: str, label: str = "") -> Html:
    """Link to a page of the web; an address of another sort is no link."""
    if not url.startswith(_WEB):
        return inline(*content)
    named = {"title": label, "aria_label": label}
    return element("a", *content, look="link", href=url, rel="noopener", **named)
