"""Cells about states, organizations, processes and sources as such."""

from __future__ import annotations

from typing import Any

from migrationgov.model.sources import Citation
from migrationgov.notebook.footnotes import Footnotes, described
from migrationgov.notebook.html import Html, data, inline, small
from migrationgov.notebook.html_tables import lines
from migrationgov.notebook.phrases import spaced, when


def own_id(_: Footnotes, record: Any) -> str:
    """Its id."""
    return data(record.id)


def name(_: Footnotes, record: Any) -> str:
    """Its English name."""
    return data(record.name, "en")


def other_names(_: Footnotes, record: Any) -> str:
    """All other names it goes by or went by, each in its language, with its dates."""
    others = (each for each in record.names if each.text != record.name)
    return lines(_name(each) for each in dict.fromkeys(others))


def _name(its: Any) -> Html:
    dates = "" if its.start is None and its.end is None else f", {_span(its)}"
    return inline(data(its.text, its.lang), small(f" ({its.lang}, {spaced(its.form)}{dates})"))


def _span(its: Any) -> str:
    return f"{its.start or 'start not told'} to {its.end or 'no end told'}"


def iso2(_: Footnotes, record: Any) -> str:
    """Its two letters."""
    return data(record.iso2)


def m49(_: Footnotes, record: Any) -> str:
    """Its three digits."""
    return data(record.m49)


def region(_: Footnotes, record: Any) -> str:
    """The region it is labelled with."""
    return data(getattr(record, "subregion", "") or record.region)


def acronym(_: Footnotes, record: Any) -> str:
    """Its letters."""
    return data(record.acronym)


def kind(_: Footnotes, record: Any) -> str:
    """What sort of thing it is."""
    return spaced(record.kind)


def founded(_: Footnotes, record: Any) -> str:
    """When it was founded."""
    return when(record.founded)


def last_status(_: Footnotes, record: Any) -> str:
    """What the latest report says on whether a process is active."""
    if not record.statuses:
        return "no source read tells"
    last = record.statuses[-1]
    return inline(f"{spaced(last.status)}, as of ", when(last.as_of))


def covered_until(_: Footnotes, record: Any) -> str:
    """The date of the latest evidence."""
    return when(record.covered_until)


def checked_on(_: Footnotes, record: Any) -> str:
    """When somebody last looked for news."""
    return when(record.checked_on)


def linked(sheet: Footnotes, record: Any) -> str:
    """What it followed, and what followed it."""
    told = [("followed", each) for each in record.predecessors]
    told += [("followed by", each) for each in record.successors]
    return lines(inline(f"{word} ", sheet.who(whose)) for word, whose in told)


def source(_: Footnotes, record: Any) -> str:
    """A source, as one names it under a text."""
    return described(record, record.id)


def cited(sheet: Footnotes, record: Citation) -> str:
    """The source of a citation."""
    return described(sheet.source(record.source), record.source)


def place_in(_: Footnotes, record: Citation) -> str:
    """Where in the source it stands."""
    return data(record.locator)


def gives(_: Footnotes, record: Citation) -> str:
    """What the source literally gives, where that differs."""
    return data(record.gives)
