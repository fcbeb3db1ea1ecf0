"""The lines of a process above those of its participants: its lists, its meetings, its chairs."""

from __future__ import annotations

from datetime import date

import migrationgov as mg
from migrationgov.notebook.phrases import LIST_KINDS, spaced
from migrationgov.vocabularies import ListKind
from migrationgov_docs.dates_in_words import date_words
from migrationgov_docs.html_page import Page
from migrationgov_docs.names import name_of
from migrationgov_docs.timeline_figure import Line
from migrationgov_docs.timeline_rows import STATUSES, chairs_of

Point = tuple[str, str, str]


def process_timeline(process: mg.model.ConsultativeProcess, page: Page) -> list[Line]:
    """Return the lines that there is something for."""
    found = [
        Line('<a href="#lists-of-participants">Lists</a>', "Lists", points=_lists(process)),
        Line('<a href="#meetings">Meetings</a>', "Meetings", points=_meetings(process)),
        _chairs(process, page),
    ]
    return [each for each in found if each.points or each.intervals]


def _chairs(process: mg.model.ConsultativeProcess, page: Page) -> Line:
    chairs = chairs_of(process.id, page.facts)
    label = '<a href="#terms">Chair</a>' if process.terms else "Chair"
    names = [name_of(party, page.facts) for party, _ in chairs]
    return Line(label, "Chair", [each for _, each in chairs], names=names)


def _lists(process: mg.model.ConsultativeProcess) -> list[Point]:
    return [
        (
            day,
            "complete" if names.kind is ListKind.STATED else "partial",
            f"{date_words(lists.as_of)}: {spaced(names.role)}, {LIST_KINDS[names.kind]}",
        )
        for lists in process.participant_lists
        for names in lists.lists
        if names.role in STATUSES
        for day in _first_day(lists.as_of)
    ]


def _meetings(process: mg.model.ConsultativeProcess) -> list[Point]:
    return [
        (
            day,
            "ministerial" if each.level == "ministerial" else "meeting",
            f"{date_words(each.date)}: {each.title}",
        )
        for each in process.meetings
        for day in _first_day(each.date)
    ]


def _first_day(when: mg.PartialDate) -> list[str]:
    """Return the first day of a date; a date that is open at its start has none."""
    return [date.isoformat(when.earliest)] if when.earliest else []
