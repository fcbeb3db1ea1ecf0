"""Dates as people write them; the date as it is recorded, in EDTF, is the title of the element."""

from __future__ import annotations

import re
from html import escape

import migrationgov as mg
from migrationgov.notebook.phrases import date_in_words
from migrationgov.plots.labels import day_in_words

_DATE = re.compile(r"(?<![\d/-])(\d{4}-\d\d(?:-\d\d)?)(?![\d-])")
_BETWEEN = re.compile(r"\[([\d-]+)\.\.([\d-]+)\]")
_SINCE = re.compile(r"\[(\d[\d-]*)\.\.\]")
_UNTIL = re.compile(r"\[\.\.(\d[\d-]*)\]")
_SPAN = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")
_SPANS = re.compile(r"(?<![\d/-])(\d{4}(?:-\d\d){0,2})/(\d{4}-\d\d(?:-\d\d)?)(?![\d-])")
_ABOUT = re.compile(r"(?<![\d-])(\d{4}(?:-\d\d){0,2})~")
_YEAR = len("2002")


def in_words(text: str) -> str:
    """Return a text with its dates as people write them."""
    text = _BETWEEN.sub(r"between \1 and \2", text)
    text = _SINCE.sub(r"\1 or later", text)
    text = _UNTIL.sub(r"\1 or earlier", text)
    text = _SPAN.sub(lambda found: _span(*found.groups()), text)
    text = _SPANS.sub(r"\1 to \2", text)
    text = _ABOUT.sub(r"about \1", text)
    return _DATE.sub(lambda found: _words(found[1]), text)


def _words(text: str) -> str:
    """Return a day or a month in words; a text that is no date stays as it is."""
    month = len(text) == len("2002-12")
    try:
        words = day_in_words(f"{text}-01" if month else text)
    except mg.errors.InvalidDateError:
        return text
    return words.partition(" ")[2] if month else words


def date_words(date: mg.PartialDate) -> str:
    """Return a date in words: "2 December 2002", "between October 2016 and November 2016"."""
    recorded = str(date)
    if _BETWEEN.fullmatch(recorded):
        return in_words(recorded)
    if span := _SPAN.fullmatch(recorded):
        return _span(*span.groups())
    return in_words(date_in_words(date) or recorded)


def _span(first: str, last: str) -> str:
    """Return days in a row in words: "26 to 28 February 2002"."""
    words = _words(first)
    if first[:7] == last[:7]:
        return f"{words.partition(' ')[0]} to {_words(last)}"
    if first[:4] == last[:4]:
        return f"{words.rpartition(' ')[0]} to {_words(last)}"
    return f"{words} to {_words(last)}"


def when(date: mg.PartialDate | None, otherwise: str = "") -> str:
    """Return a date as HTML: in words, and as it is recorded where that says more."""
    if date is None:
        return otherwise
    words, recorded = escape(date_words(date)), str(date)
    title = "" if len(recorded) == _YEAR else f' title="{escape(recorded)}"'
    return f"<time{title}>{words}</time>"
