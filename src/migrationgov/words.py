"""Nouns with an article or a number, and words in a row, for messages and pages."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def with_article(noun: str) -> str:
    """Return a noun with its article: "a state", "an organization"."""
    return f"{'an' if noun[0].lower() in 'aeio' else 'a'} {noun}"


def plural(noun: str) -> str:
    """Return the plural of a noun: "states", "parties", "processes", "lists of participants"."""
    head, of, rest = noun.partition(" of ")
    if head.endswith("y") and head[-2] not in "aeiou":
        head = f"{head[:-1]}ies"
    elif head.endswith("ss"):
        head = f"{head}es"
    elif not head.endswith("s"):
        head = f"{head}s"
    return f"{head}{of}{rest}"


def singular_or_plural(number: int, noun: str) -> str:
    """Return a noun as it stands after a number, which may be one."""
    return noun if number == 1 else plural(noun)


def count(number: int, noun: str, one: str = "", several: str = "") -> str:
    """
    Return a number with its noun, and with the words after it for one or for several.

    >>> count(1, "party", "is", "are"), count(2, "party", "is", "are"), count(0, "state")
    ('1 party is', '2 parties are', '0 states')
    """
    says = one if number == 1 else several
    return f"{number} {singular_or_plural(number, noun)}{' ' if says else ''}{says}"


def in_a_row(words: Iterable[str]) -> str:
    """Return words as a sentence has them: "a, b and c"; "" of none."""
    *first, last = ("", *words)
    others = ", ".join(first[1:])
    return f"{others} and {last}" if others else last
