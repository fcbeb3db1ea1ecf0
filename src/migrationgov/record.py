"""How records look: one short line in a terminal, a table in a notebook.

This module lies at the bottom, so that every record can ask for its HTML; what writes the HTML
lies at the top (`display`) and is loaded by the first notebook cell that shows something.
"""

from __future__ import annotations

#: Signs of a line in a terminal; what is longer is cut, and shows that it is.
_LONGEST = 160


class Record:
    """A record that shows itself by its text: ``<State KAZ: Kazakhstan>``."""

    __slots__ = ()

    def __repr__(self) -> str:
        own = getattr(self, "id", "")
        return f"<{type(self).__name__}{' ' if own else ''}{own}: {cut(str(self))}>"

    def _repr_html_(self) -> str:
        return render_html(self)


def shorten(text: str, longest: int = _LONGEST) -> str:
    """Return a text on one line, cut behind a whole word where it is too long."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    kept, blank, _ = line[:longest].rpartition(" ")
    return f"{kept if blank else line[:longest]} ..."


def render_html(shown: object) -> str:
    """Return the HTML of a record or an answer."""
    from migrationgov.notebook import html_of  # noqa: PLC0415 -- only notebooks need it

    return html_of(shown)
