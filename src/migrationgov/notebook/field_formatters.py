"""
The content of a cell: `format_field` formats a field of a record, by the type of its value.

A new type of value needs at most a function here; without one, a cell has the text of the value
and the numbers of its sources.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, singledispatch
from inspect import get_annotations
from typing import Any

from attrs import fields_dict, has

from migrationgov import model
from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.notebook import phrases
from migrationgov.notebook.footnotes import Footnotes, citation_place
from migrationgov.notebook.html import WEB, Html, data, element, inline, joined, link
from migrationgov.notebook.phrases import LIST_KINDS, SCOPES, age_in_words, format_date, spaced
from migrationgov.results.participation import Participation
from migrationgov.results.readings import Reading, kind_of
from migrationgov.vocabularies import Basis, ListKind, Vocabulary
from migrationgov.words import count

_BREAK = Html("<br>")
#: The most values in a cell; of more, it has the number.
_MOST_ITEMS = 40
#: What a cell has where a field has no value.
_MISSING = {
    "date": "undated", "preferred": "none: the question is open", "statuses": "no source tells",
}  # fmt: skip


def format_field(name: str, record: Any, footnotes: Footnotes) -> Html:
    """Return the content of a cell for a field, a property or a computed column of a record."""
    if name in COMPUTED:
        return COMPUTED[name](record, footnotes)
    value: Any = getattr(record, name)
    if name == "citations":
        return footnotes.marks((*value, *getattr(record, "end_citations", ())))
    if name == "note" and getattr(record, "basis", None) is Basis.DERIVED:
        return joined(("derived, not stated by a source", data(value)), ": ")
    if name == "text":
        return data(value, getattr(record, "lang", ""))
    kind: Any = type(record)
    field = fields_dict(kind).get(name) if has(kind) else None
    if value is None or (field is not None and value in ("", (), 0) and value == field.default):
        lasts = name == "end" and record.start
        return inline("no end recorded" if lasts else _MISSING.get(name, ""))
    return _format_known(name, _annotations(kind).get(name, ""), value, footnotes)


def _given_by(claim: model.Claim, footnotes: Footnotes) -> Html:
    """Return the sources of a claim, each with its title and the place in it."""
    sources = []
    for each in claim.citations:
        source = footnotes.source(each.source)
        place = joined((data(source.title if source else ""), citation_place(each)))
        sources.append(joined((footnotes.marks((each,)), place), " "))
    return joined(sources, _BREAK)


def _spell_start(spell: model.Spell, _: Footnotes) -> Html:
    """Return the date of the entry, or the first list, which is no entry."""
    return inline("" if spell.since else "on a list by ", format_date(spell.start))


#: Columns that are neither fields nor properties, each with the function that makes its cell.
COMPUTED: dict[str, Callable[[Any, Footnotes], Html]] = {
    "age": lambda record, _: inline(age_in_words(record.age)),
    "complete_for": lambda record, _: inline(SCOPES[record.complete_for]),
    "claim_as_of": lambda record, _: format_date(record.claim.as_of),
    "difference": lambda record, _: inline(phrases.difference(record)),
    "field": lambda record, _: data(spaced(record.field)),
    "given_by": _given_by,
    "number_of_states": lambda record, _: inline(str(len(record.states))),
    "our_count": lambda record, _: inline(phrases.our_count(record)),
    "published_number": lambda record, _: phrases.published_number(record),
    "spell_start": _spell_start,
    "what": lambda record, _: inline(spaced(kind_of(record.record))),
}


@cache
def _annotations(kind: type) -> dict[str, str]:
    """Return the annotations of a class as text; the type of an id is `str` at run time."""
    bases = map(get_annotations, reversed(kind.__mro__))
    return {name: str(text) for base in bases for name, text in base.items()}


def _format_known(name: str, annotation: str, value: Any, footnotes: Footnotes) -> Html:
    """Return the names for the ids of others, the title for a source; else the value."""
    ids = (value,) if isinstance(value, str) else value
    if name == "id":
        return format_value(value, footnotes)
    if name in ("participant", "party", "subject") or "StateId" in annotation:
        return joined(footnotes.parties(ids))
    if (
        name in ("context", "institution")
        or "OrganizationId" in annotation
        or "ProcessId" in annotation
        or "TreatyId" in annotation
    ):
        return joined(map(footnotes.institution, ids))
    return (
        footnotes.describe(value) if "SourceId" in annotation else format_value(value, footnotes)
    )


@singledispatch
def format_value(value: Any, footnotes: Footnotes) -> Html:
    """Return a value as HTML: without a function for its type, its text and its sources."""
    return joined((data(str(value)), footnotes.marks(getattr(value, "citations", ()))), " ")


@format_value.register(tuple)
def _(value: tuple[Any, ...], footnotes: Footnotes) -> Html:
    if len(value) > _MOST_ITEMS:
        return inline(f"{len(value)}")
    items = [format_value(each, footnotes) for each in dict.fromkeys(value)]
    return joined(items) if all(isinstance(each, str) for each in value) else joined(items, _BREAK)


@format_value.register
def _(value: str, _: Footnotes) -> Html:
    return link(value, data(value)) if value.startswith(WEB) else data(value)


format_value.register(Answer, lambda value, _: inline(value.value))
format_value.register(bool, lambda value, _: inline("yes" if value else "no"))
format_value.register(model.CountClaim, lambda value, _: phrases.published_number(value))
format_value.register(ListKind, lambda value, _: inline(LIST_KINDS[value]))
format_value.register(PartialDate, lambda value, _: format_date(value))
format_value.register(Vocabulary, lambda value, _: inline(spaced(value)))


@format_value.register
def _(value: model.Claim, footnotes: Footnotes) -> Html:
    return joined((data(value.value), footnotes.marks(value.citations)), " ")


@format_value.register
def _(value: model.DatedAttestation, footnotes: Footnotes) -> Html:
    return joined((format_date(value.date), footnotes.marks(value.citations)), " ")


@format_value.register
def _(value: model.Name, _: Footnotes) -> Html:
    start, end = value.start or "no start recorded", value.end or "no end recorded"
    dates = f", {start} to {end}" if value.start or value.end else ""
    about = element("small", f" ({value.lang}, {spaced(value.form)}{dates})")
    return inline(data(value.text, value.lang), about)


@format_value.register
def _(value: model.Officer, _: Footnotes) -> Html:
    days = ", ".join(str(each) for each in value.attested)
    when = value.term or (f"attested {days}" if days else "")
    about = joined((data(value.title), data(when)))
    return inline(data(value.name), element("small", " (", about, ")") if about else "")


@format_value.register
def _(value: Participation, _: Footnotes) -> Html:
    return inline(f"{spaced(value.role)} ({value.grade})")


@format_value.register
def _(value: Reading, _: Footnotes) -> Html:
    return inline(f"{value}, {age_in_words(value.age)}")


@format_value.register
def _(value: model.RoleList, _: Footnotes) -> Html:
    total = "" if value.total is None else f" of {value.total} counted"
    names = count(len(value.entries), "name")
    return inline(f"{spaced(value.role)}: {names}{total} ({LIST_KINDS[value.kind]})")


@format_value.register
def _(value: model.Transition, footnotes: Footnotes) -> Html:
    doubt = "(it may not have happened)" if value.date.uncertain else ""
    return joined((spaced(value.kind), doubt, footnotes.marks(value.citations)), " ")
