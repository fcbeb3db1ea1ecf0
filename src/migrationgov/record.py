"""The base class of all records: one short line in a terminal, HTML in a notebook.

This module imports nothing of the package, so that every record can inherit from it.
`migrationgov/__init__.py` registers the renderer of HTML; the first notebook cell that displays a
record loads it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Renderer = Callable[[object], str]

#: The longest line in a terminal, in signs; a longer text is cut and ends with "...".
_LONGEST = 160


class HtmlDisplay:
    """Anything that a notebook displays as HTML."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        return render_html(self)


class Record(HtmlDisplay):
    """A record whose repr is its type, id and text: ``<State KAZ: Kazakhstan>``."""

    __slots__ = ()

    def __repr__(self) -> str:
        own = getattr(self, "id", "")
        return f"<{type(self).__name__}{' ' if own else ''}{own}: {shorten(str(self))}>"


def shorten(text: str, longest: int = _LONGEST) -> str:
    """Return a text on one line, cut after a whole word where it is too long."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    kept, blank, _ = line[:longest].rpartition(" ")
    return f"{kept if blank else line[:longest]} ..."


_load_renderer: Callable[[], Renderer] | None = None


def register_html_renderer(load: Callable[[], Renderer]) -> None:
    """Register the function that imports and returns the renderer of HTML."""
    global _load_renderer  # noqa: PLW0603 -- one renderer for the process, set once
    _load_renderer = load


def render_html(record: object) -> str | None:
    """Return the HTML of a record or an answer; None, for its text, without a renderer."""
    return None if _load_renderer is None else _load_renderer()(record)
