"""One cell: what a reader is told about one side of a record."""

from __future__ import annotations

from typing import Any

from migrationgov.model.sources import citations_in
from migrationgov.notebook.footnotes import Footnotes
from migrationgov.notebook.html import Html, data, inline, joined, small
from migrationgov.notebook.html_tables import lines
from migrationgov.notebook.phrases import LIST_KINDS, number_of, role_in_words, spaced, sure, when
from migrationgov.vocabularies import Basis


def text(_: Footnotes, record: Any) -> str:
    """The record as it reads in a terminal."""
    return data(str(record))


def sources(sheet: Footnotes, record: Any) -> str:
    """The numbers of its sources."""
    own = getattr(record, "citations", None)
    return sheet.marks(citations_in(record) if own is None else own)


def subject(sheet: Footnotes, record: Any) -> str:
    """The state or body it is about."""
    own = getattr(record, "subject", "") or getattr(record, "participant", "")
    return sheet.who(own)


def organization(sheet: Footnotes, record: Any) -> str:
    """The organization it is about."""
    return data(sheet.short(record.organization))


def process(sheet: Footnotes, record: Any) -> str:
    """The process it is about."""
    return data(sheet.short(record.process))


def date(_: Footnotes, record: Any) -> str:
    """Its date, as written and in words."""
    return when(record.date, "undated")


def as_of(_: Footnotes, record: Any) -> str:
    """The date it is for."""
    return when(record.as_of, "undated")


def start(_: Footnotes, record: Any) -> str:
    """Its first day."""
    return when(record.start)


def end(_: Footnotes, record: Any) -> str:
    """Its last day; a beginning without one has none in the sources."""
    return when(record.end, "no end told" if record.start else "")


def shown(_: Footnotes, record: Any) -> str:
    """The days on which sources show it."""
    return joined(when(each.date) for each in record.attested)


def note(_: Footnotes, record: Any) -> str:
    """What a reader should know, and whether we concluded it."""
    derived = getattr(record, "basis", None) is Basis.DERIVED
    told = data(record.note)
    if derived:
        return inline("concluded, not stated: ", told) if told else "concluded, not stated"
    return told


def step(sheet: Footnotes, record: Any) -> str:
    """What happened, and whose seat was taken over."""
    whose = inline(" to the seat of ", sheet.who(record.predecessor)) if record.predecessor else ""
    return inline(spaced(record.kind), whose)


def status(_: Footnotes, record: Any) -> str:
    """The status."""
    return spaced(record.status)


def opened(sheet: Footnotes, record: Any) -> str:
    """The first day of a spell, what began it, and who says so."""
    return _edge(sheet, record.start, record.opened_by)


def closed(sheet: Footnotes, record: Any) -> str:
    """The last day of a spell, what ended it, and who says so."""
    last = record.closed_by
    if last is None:
        return "no end told"
    return _edge(sheet, record.end, last)


def _edge(sheet: Footnotes, date: Any, step: Any) -> Html:
    doubt = " (it may not have happened) " if date.uncertain else " "
    return inline(when(date), f", {spaced(step.kind)}{doubt}", sheet.marks(step.citations))


def seat_taken(sheet: Footnotes, record: Any) -> str:
    """Whose seat it continues, and who continues it."""
    told = (("seat of", record.continues), ("passed to", record.continued_by))
    return joined(inline(f"{word} ", sheet.who(whose)) for word, whose in told if whose)


def role(_: Footnotes, record: Any) -> str:
    """The role."""
    return role_in_words(record.role)


def answer(_: Footnotes, record: Any) -> str:
    """Whether it is certain or possible."""
    return sure(record.answer)


def lists(_: Footnotes, record: Any) -> str:
    """The dates of the lists, or the terms, that tell."""
    return joined(data(each) for each in record.as_of)


def one(_: Footnotes, record: Any) -> str:
    """The roles of the one."""
    return _roles(record.one)


def other(_: Footnotes, record: Any) -> str:
    """The roles of the other."""
    return _roles(record.other)


def _roles(its: Any) -> Html:
    return joined(f"{spaced(each.role)} ({sure(each.answer)})" for each in its)


def list_kind(_: Footnotes, record: Any) -> str:
    """What a list proves."""
    return LIST_KINDS[record.kind]


def officers(_: Footnotes, record: Any) -> str:
    """The persons who held a role for a state."""
    return joined(_officer(each) for each in record.officers)


def _officer(person: Any) -> Html:
    days = ", ".join(str(each) for each in person.attested)
    when_shown = person.term or (f"shown {days}" if days else "")
    told = joined((data(person.title), data(when_shown)))
    return inline(data(person.name), small(" (", told, ")") if told else "")


def title(_: Footnotes, record: Any) -> str:
    """What it was called, and its theme."""
    theme = getattr(record, "theme", "") or getattr(record, "aim", "")
    return inline(data(record.title), Html("<br>") if theme else "", small(data(theme)))


def level(_: Footnotes, record: Any) -> str:
    """At which level a meeting was held."""
    return spaced(record.level)


def place(_: Footnotes, record: Any) -> str:
    """Where."""
    return data(record.place)


def role_lists(_: Footnotes, record: Any) -> str:
    """The lists of a day: role, what each proves, how many names."""
    return lines(_role_list(each) for each in record.lists)


def _role_list(its: Any) -> Html:
    of = "" if its.total is None else f" of {its.total} counted"
    names = number_of(len(its.entries), "name")
    return inline(f"{role_in_words(its.role)}: {names}{of} ({LIST_KINDS[its.kind]})")


def label(_: Footnotes, record: Any) -> str:
    """What happened, or how it stood, in our words."""
    return data(record.label)


def written(_: Footnotes, record: Any) -> str:
    """A name in its own language."""
    return data(record.text, record.lang)


def lang(_: Footnotes, record: Any) -> str:
    """The language of a name."""
    return data(record.lang)


def form(_: Footnotes, record: Any) -> str:
    """What sort of name it is."""
    return spaced(record.form)
