"""What vocabularies, dates and answers are called in a sentence."""

from __future__ import annotations

import re

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.notebook.html import Html, element, inline, small
from migrationgov.vocabularies import ListKind, ProcessRole, Status

_PLURALS = {
    "chair": "In the chair",
    "co-chair": "In the chair together",
    "secretariat": "Secretariat",
    "support-unit": "Support unit",
}
_STATUSES = {Status.NONE: "neither member nor observer nor applicant"}
#: What a list of participants proves.
LIST_KINDS = {
    ListKind.STATED: "complete",
    ListKind.PARTIAL: "names some only",
    ListKind.ATTENDANCE: "who attended",
    ListKind.SUBSET: "a part of them",
    ListKind.GROUP: "a group of them",
}
_PLAIN = re.compile(r"-?\d{4}(-\d\d){0,2}|-?Y\d+")
_MARKS = re.compile("[?~%]")


def spaced(word: str) -> str:
    """Return a word of a vocabulary as one writes it in a sentence."""
    return word.replace("-", " ")


def those_with(word: str) -> str:
    """Return what those are called who have a status or a role, as a heading."""
    return _PLURALS.get(word, f"{spaced(word).capitalize()}s")


def one_with(word: str) -> str:
    """Return what one of them is called."""
    return "one" if word in _PLURALS else spaced(word)


def status_in_words(status: Status) -> str:
    """Return what it means to have a status."""
    return _STATUSES.get(status, spaced(status))


def role_in_words(role: ProcessRole) -> str:
    """Return a role as a heading of a row."""
    return spaced(role).capitalize()


def number_of(number: int, singular: str, plural: str = "") -> str:
    """Return a number with its noun."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def sure(answer: Answer) -> str:
    """Return how sure it is that somebody is on a roll: a word, never a colour."""
    return {Answer.YES: "certain", Answer.UNKNOWN: "possible", Answer.NO: "no"}[answer]


def on(when: PartialDate) -> str:
    """Return a date behind its preposition."""
    if when.day:
        return f"on {when}"
    return f"in {when}" if _PLAIN.fullmatch(when.text) else f"at {when} ({in_words(when)})"


def when(date: PartialDate | None, missing: str = "") -> Html:
    """Show a date as it is written, with words where it is more than a plain date."""
    if date is None:
        return inline(missing)
    said = in_words(date)
    text = element("span", str(date), look="unbroken")
    return inline(text, " ", small(f"({said})")) if said else text


def in_words(date: PartialDate) -> str:
    """Return in words what a date says; nothing where its text says it to anybody."""
    if _PLAIN.fullmatch(date.text):
        return ""
    plain = _MARKS.sub("", date.text)
    said = plain
    if plain.startswith("["):
        said = " or ".join(_choice(each) for each in plain[1:-1].split(","))
    elif "/" in plain:
        said = _interval(*plain.split("/"))
    elif "X" in plain:
        said = f"some day from {date.earliest} to {date.latest}"
    said = f"about {said}" if date.approximate else said
    return f"{said}, doubted" if date.uncertain else said


def _choice(part: str) -> str:
    first, dots, last = part.strip().partition("..")
    if not dots:
        return first
    if first and last:
        return f"one day from {first} to {last}"
    return f"on or before {last}" if last else f"on or after {first}"


def _interval(first: str, last: str) -> str:
    if first in ("", ".."):
        return f"up to {last}" if last not in ("", "..") else "at any time"
    return {"": f"from {first}, end unknown", "..": f"from {first} on"}.get(
        last, f"from {first} to {last}"
    )
