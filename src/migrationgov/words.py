"""Nouns with their article, and words in a row, for the sentences of messages and pages."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def with_article(noun: str) -> str:
    """Return a noun with its article: "a state", "an organization"."""
    return f"{'an' if noun[0].lower() in 'aeio' else 'a'} {noun}"


def in_a_row(words: Iterable[str]) -> str:
    """Return words as a sentence has them: "a, b and c"; "" of none."""
    *first, last = ("", *words)
    others = ", ".join(first[1:])
    return f"{others} and {last}" if others else last
