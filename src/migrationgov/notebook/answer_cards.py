"""What held on a date: statuses, names and heads, a date, a bare answer."""

from __future__ import annotations

from typing import Any

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.transitions import Transition
from migrationgov.notebook.coverage import outside_history, outside_register
from migrationgov.notebook.footnotes import Footnotes
from migrationgov.notebook.html import Html, data, element, inline
from migrationgov.notebook.html_tables import note, page
from migrationgov.notebook.phrases import on, status_in_words, when
from migrationgov.notebook.record_tables import grid
from migrationgov.results.dated_answer import AsOf
from migrationgov.results.status_on import StatusOn

_SAID = {
    Answer.YES: "yes",
    Answer.NO: "no",
    Answer.UNKNOWN: "unknown: the days asked about differ, or the sources leave it open",
}


def answer(shown: Answer) -> Html:
    """Show a bare answer."""
    return element("span", _SAID[shown])


def date(shown: PartialDate) -> Html:
    """Show a date as it is written, and in words."""
    return element("span", when(shown))


def status(shown: StatusOn) -> Html:
    """Show in words what status it may have, and the steps that say so."""
    sheet = Footnotes(shown.dataset)
    heading = inline(
        sheet.who(shown.subject),
        " and ",
        data(sheet.short(shown.organization)),
        f" {on(shown.on)}: {_statuses(shown)}",
    )
    parts = [_steps(shown, sheet, heading)] if shown.transitions else [note(heading)]
    parts += [grid(shown.attestations, sheet)] if shown.attestations else []
    parts += [note(each) for each in _notes(shown)]
    return page(*parts, sheet.sources())


def _statuses(shown: StatusOn) -> str:
    words = [status_in_words(each) for each in shown.statuses]
    return f"certainly {words[0]}" if shown.status else f"possibly {', possibly '.join(words)}"


def _steps(shown: StatusOn, sheet: Footnotes, heading: Html) -> Html:
    by_then = [_by_then(step, shown.on) for step in shown.transitions]
    return grid(shown.transitions, sheet, ("By then", by_then), heading)


def _by_then(step: Transition, asked: PartialDate) -> str:
    last = asked.latest
    if last is None:
        return "the date asked about has no end"
    words = {Answer.YES: "had happened", Answer.NO: "was still to come"}
    return words.get(step.date.happened_by(last), "may have happened")


def _notes(shown: StatusOn) -> list[Html]:
    pending = [f"{step.kind} {step.date}" for step in shown.pending]
    awaited = f"May still have been pending then: {'; '.join(pending)}." if pending else ""
    silent = "" if shown.transitions or shown.attestations else "No step or list names it."
    beyond = outside_register(shown.organization, shown.on, shown.dataset)
    return [inline(each) for each in (awaited, silent, *beyond) if each]


def held(shown: AsOf[Any]) -> Html:
    """Show what held on a date, what is certain before what is possible."""
    sheet = Footnotes(shown.dataset)
    heading = inline(
        f"{shown.what[:1].upper()}{shown.what[1:]} of ",
        data(sheet.short(shown.organization)),
        f" {on(shown.on)}: {len(shown.certain)} certain, {len(shown.possible)} possible",
    )
    beyond = map(note, outside_history(shown.organization, shown.on, shown.dataset))
    its = [("certain", each) for each in shown.certain]
    its += [("possible", each) for each in shown.possible]
    if not its:
        silence = "No source read tells; that is not to say that there was none."
        return page(note(heading), note(silence), *beyond)
    sure, found = zip(*its, strict=True)
    return page(grid(found, sheet, ("Answer", sure), heading), *beyond, sheet.sources())
