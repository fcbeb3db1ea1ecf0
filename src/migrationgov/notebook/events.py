"""Cells about the life of an organization: who held which office, where it sits, what it does."""

from __future__ import annotations

from typing import Any

from migrationgov.notebook.footnotes import Footnotes
from migrationgov.notebook.html import Html, data, inline, joined, small
from migrationgov.notebook.html_tables import lines
from migrationgov.notebook.phrases import role_in_words, spaced, when


def person(_: Footnotes, record: Any) -> str:
    """Who held an office."""
    return data(record.person)


def office(_: Footnotes, record: Any) -> str:
    """Which office it was."""
    return data(record.title or spaced(record.office))


def seat(sheet: Footnotes, record: Any) -> str:
    """The place and the state it lies in."""
    return joined((data(record.place), sheet.who(record.state)))


def session(_: Footnotes, record: Any) -> str:
    """The body that met, and which of its sessions it was."""
    number = f" {record.number}" if record.number else ""
    return inline(data(f"{record.body}{number}"), f" ({spaced(record.kind)})")


def documents(_: Footnotes, record: Any) -> str:
    """The symbols of the documents of a session."""
    return joined(data(each) for each in record.documents)


def office_name(_: Footnotes, record: Any) -> str:
    """The names of a field office."""
    return lines(inline(data(each.text), _dated(each)) for each in record.names)


def _dated(its: Any) -> Html:
    return Html() if its.as_of is None else small(" (", when(its.as_of), ")")


def covers(sheet: Footnotes, record: Any) -> str:
    """The states an office covers; that is no membership."""
    return joined(sheet.people(record.covers))


def strategy(_: Footnotes, record: Any) -> str:
    """What a point of a strategy names, and its place there."""
    return f"{role_in_words(record.kind)} {record.number or ''}".strip()


def work(_: Footnotes, record: Any) -> str:
    """What sort of work it was."""
    return spaced(record.kind)


def states(sheet: Footnotes, record: Any) -> str:
    """The states a work was done with, and who else."""
    return joined((*sheet.people(record.states), data(record.with_whom)))
