"""The views of answers about a date: a status, names and office holders, a date, yes or no."""

from __future__ import annotations

from typing import Any

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.transitions import Transition
from migrationgov.notebook.coverage import history_notes, register_notes
from migrationgov.notebook.footnotes import Footnotes
from migrationgov.notebook.html import element, inline
from migrationgov.notebook.html_tables import note, page
from migrationgov.notebook.phrases import format_date, on_date
from migrationgov.notebook.record_cards import html_of, table_of
from migrationgov.results.dated_answer import AsOf
from migrationgov.results.status_on import StatusOn

_UNKNOWN = "unknown: the sources do not settle it, or the days of the date differ"


@html_of.register
def _(answer: Answer) -> str:
    return element("span", _UNKNOWN if answer is Answer.UNKNOWN else answer.value)


html_of.register(PartialDate, lambda date: element("span", format_date(date)))


@html_of.register
def _(answer: StatusOn) -> str:
    footnotes = Footnotes(answer.dataset)
    who = inline(footnotes.party(answer.party), " and ", footnotes.institution(answer.institution))
    heading = inline(who, f" {on_date(answer.on)}: {_status(answer)}")
    parts = [note(heading)]
    if answer.transitions:
        happened = [_happened(each, answer.on) for each in answer.transitions]
        column = ("By this date" if answer.on.day else "By the end of this date", happened)
        parts = [table_of(answer.transitions, footnotes, heading, column)]
    if answer.attestations:
        parts.append(table_of(answer.attestations, footnotes))
    return page(*parts, *map(note, _notes(answer)), footnotes.source_list())


def _status(answer: StatusOn) -> str:
    if answer.status:
        return f"{answer.status} (certain)"
    return f"status unknown, possible: {' or '.join(answer.statuses)}"


def _happened(transition: Transition, on: PartialDate) -> str:
    last = on.latest
    if last is None:
        return "the date has no end"
    words = {Answer.YES: "already happened", Answer.NO: "not yet", Answer.UNKNOWN: "uncertain"}
    return words[transition.date.happened_by(last)]


def _notes(answer: StatusOn) -> list[str]:
    notes = register_notes(answer.institution, answer.on, answer.dataset)
    if not answer.transitions and not answer.attestations:
        notes.insert(0, "No transition and no list names this party.")
    if answer.pending:
        pending = "; ".join(f"{each.kind} {each.date}" for each in answer.pending)
        notes.insert(0, f"Possibly still pending on this date: {pending}.")
    return notes


@html_of.register(AsOf)
def _(answer: AsOf[Any]) -> str:
    footnotes = Footnotes(answer.dataset)
    what = inline(f"{answer.what.capitalize()} of ", footnotes.institution(answer.organization))
    counts = f"{len(answer.certain)} certain, {len(answer.possible)} possible"
    heading = inline(what, f" {on_date(answer.on)}: {counts}")
    notes = history_notes(answer.organization, answer.on, answer.dataset)
    records = (*answer.certain, *answer.possible)
    if not records:
        notes.insert(0, "No source tells. This does not mean that there was none.")
        return page(note(heading), *map(note, notes))
    grades = ["certain"] * len(answer.certain) + ["possible"] * len(answer.possible)
    found = table_of(records, footnotes, heading, ("Answer", grades))
    return page(found, *map(note, notes), footnotes.source_list())
