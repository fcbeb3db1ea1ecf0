"""Dates in words, for people who do not read EDTF."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from migrationgov.dates.partial_date import PartialDate

_MARKS = re.compile("[?~%]")
# Month names are English, whatever the locale is.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def words_of(date: PartialDate, plain: Callable[[str], str] = str) -> str:
    """Return a date in words; *plain* writes each plain date (2002, 2002-12, 2002-12-02)."""
    text = _MARKS.sub("", date.text)
    if text.startswith("["):
        words = " or ".join(_choice(each, plain) for each in text[1:-1].split(","))
    elif "/" in text:
        first, last = text.split("/")
        words = _interval(first, last, plain)
    elif "X" in text:
        words = f"some day from {plain(str(date.earliest))} to {plain(str(date.latest))}"
    else:
        words = plain(text)
    words = f"about {words}" if date.approximate else words
    return f"{words}, uncertain" if date.uncertain else words


def written_out(text: str) -> str:
    """Return a plain date as people write it: "2 December 2002", "December 2002", "2002"."""
    year, *rest = text.split("-") if text[0] not in "-Y" else [text]
    if not rest:
        return year
    month = f"{_MONTHS[int(rest[0]) - 1]} {year}"
    return f"{int(rest[1])} {month}" if len(rest) > 1 else month


def _choice(part: str, plain: Callable[[str], str]) -> str:
    first, dots, last = part.strip().partition("..")
    if not dots:
        return plain(first)
    if first and last:
        return f"one day from {plain(first)} to {plain(last)}"
    return f"on or before {plain(last)}" if last else f"on or after {plain(first)}"


def _interval(first: str, last: str, plain: Callable[[str], str]) -> str:
    if first in ("", ".."):
        return f"up to {plain(last)}"
    start = plain(first)
    ends = {"": f"from {start}, end unknown", "..": f"from {start} on"}
    return ends.get(last) or f"from {start} to {plain(last)}"
