"""
The facts of a process in brief: a sentence, the box beside its timeline, and what it is about.

They name the sources only; the places in them are titles of these, or in the records below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import migrationgov as mg
from migrationgov.notebook.phrases import spaced
from migrationgov.vocabularies import (
    CharacteristicKind,
    ListKind,
    MilestoneKind,
    NameForm,
    ProcessRole,
)
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.html_page import Page, escape, outside, prose
from migrationgov_docs.names import full_name_of

#: What each kind of characteristic is called in the box, in this order.
_CHARACTERISTICS = {
    CharacteristicKind.REGION: "regions",
    CharacteristicKind.THEME: "themes",
    CharacteristicKind.AIM: "aim",
    CharacteristicKind.STRUCTURE: "structure",
    CharacteristicKind.WORKING_GROUP: "working groups",
    CharacteristicKind.CHAIR_RULE: "rule of the chair",
    CharacteristicKind.LEGAL_NATURE: "legal nature",
    CharacteristicKind.FUNDING: "funding",
}
_FOUNDINGS = (MilestoneKind.ESTABLISHED, MilestoneKind.LAUNCHED)
_CHAIRS = (ProcessRole.CHAIR, ProcessRole.CO_CHAIR)
#: A published number up to this one counts organizations, or managers alone.
_FEW = 4
_OFFICES = (ProcessRole.SECRETARIAT, ProcessRole.SUPPORT_UNIT)

Facts = Iterator[tuple[str, str]]


def lead_of(process: mg.model.ConsultativeProcess, page: Page) -> str:
    """Return what a process is, since when, who chairs it and how many members it has."""
    official = _names(process, NameForm.OFFICIAL)
    name = official[0] if official else full_name_of(process.id, page.facts)
    foundings = [each for each in process.milestones if each.kind in _FOUNDINGS]
    first = min(foundings, key=lambda each: _FOUNDINGS.index(each.kind), default=None)
    since = f", founded {when(first.date)}" if first else ""
    chair, members = _chair(page, process), named_of(process, page)
    sentences = (
        f"{escape(name)}: {process.kind} consultative process{since}.",
        f"Chair: {chair}." if chair else "",
        f"{members}." if members else "",
    )
    return " ".join(filter(None, sentences))


def box_of(process: mg.model.ConsultativeProcess, page: Page) -> Facts:
    """Yield the facts of a process, each with its sources; unknown ones are empty."""
    yield "official name", _joined(_names(process, NameForm.OFFICIAL))
    yield "acronym", _joined(_names(process, NameForm.ACRONYM))
    yield "kind", process.kind
    yield "founded", _milestones(page, process, _FOUNDINGS)
    yield "status", "; ".join(_reports(page, process))
    yield "chair", _chair(page, process)
    yield "members", named_of(process, page, cited=True)
    yield "secretariat", _offices(page, process)
    yield "website", _characteristics(page, process, CharacteristicKind.WEBSITE)
    yield "latest evidence", when(process.covered_until)
    yield "checked on", when(process.checked_on)
    yield "id", f"<code>{escape(process.id)}</code>"


def about_of(process: mg.model.ConsultativeProcess, page: Page) -> Facts:
    """Yield what a process is about and how it works, each with its sources."""
    for kind, heading in _CHARACTERISTICS.items():
        yield heading, _characteristics(page, process, kind)
    yield "rotation", "; ".join(_rotation(page, each) for each in process.rotations)
    yield "instruments adopted", _milestones(page, process, (MilestoneKind.ADOPTED,))
    yield "followed", ", ".join(page.link(each) for each in process.predecessors)
    yield "followed by", ", ".join(page.link(each) for each in process.successors)
    yield "note", prose(process.note)
    yield "sources", page.marks(process.citations)


def named_of(process: mg.model.ConsultativeProcess, page: Page, *, cited: bool = False) -> str:
    """Return how many members are known by name, and of how many where a source counts them."""
    counted = _latest_total(process, page.facts)
    listed = _latest_list(process)
    if listed and (counted is None or listed[0].as_of.last_ordinal > counted.as_of.last_ordinal):
        lists, number = listed
        words, on, cites = f"{number}", lists.as_of, lists.citations
    elif counted:
        words, on, cites = f"{counted.named} of {counted.total}", counted.as_of, counted.citations
    else:
        return ""
    sources = f" {page.marks(cites)}" if cited else ""
    return f"{words} members named {_on(on)}{sources}"


def _latest_total(
    process: mg.model.ConsultativeProcess, facts: mg.Dataset
) -> mg.results.PublishedTotal | None:
    """Return the latest published number of members of whom some are known by name."""
    totals = [
        each
        for each in mg.published_totals(process, dataset=facts)
        if each.role is ProcessRole.MEMBER and each.named
    ]
    return max(totals, key=lambda each: (each.total > _FEW, each.as_of.last_ordinal), default=None)


def _latest_list(
    process: mg.model.ConsultativeProcess,
) -> tuple[mg.model.ParticipantLists, int] | None:
    """Return the latest complete list of members, with the number of names."""
    found = [
        (lists, len(names.entries))
        for lists in process.participant_lists
        for names in lists.lists
        if names.role is ProcessRole.MEMBER
        and names.kind is ListKind.STATED
        and len(names.entries) > _FEW
    ]
    return max(found, key=lambda each: each[0].as_of.last_ordinal, default=None)


def _on(date: mg.PartialDate) -> str:
    """Return a date with its preposition: "on 2 May 2020", "in 2020", "about 2020"."""
    plain = str(date).replace("-", "").isdecimal()
    word = "on " if date.day and plain else "in " if plain else ""
    return f"{word}{when(date)}"


def _characteristics(
    page: Page, process: mg.model.ConsultativeProcess, kind: CharacteristicKind
) -> str:
    its = [each for each in process.characteristics if each.kind is kind]
    return "; ".join(_characteristic(page, each) for each in its)


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(escape(text) for text in texts)


def _names(process: mg.model.ConsultativeProcess, form: NameForm) -> list[str]:
    return [each.text for each in process.names if each.form is form and each.lang == "en"]


def _reports(page: Page, process: mg.model.ConsultativeProcess) -> Iterator[str]:
    for each in process.statuses:
        yield f"{each.status} as of {when(each.as_of)} {page.marks(each.citations)}"


def _milestones(
    page: Page, process: mg.model.ConsultativeProcess, kinds: tuple[MilestoneKind, ...]
) -> str:
    its = [each for each in process.milestones if each.kind in kinds]
    return "; ".join(
        f"{prose(each.label)}, {when(each.date)} {page.marks(each.citations)}" for each in its
    )


def _chair(page: Page, process: mg.model.ConsultativeProcess) -> str:
    """Return the chair on the day of the latest evidence, or else the last one that is known."""
    now = mg.chair_on(process, process.covered_until, dataset=page.facts)
    if now.codes:
        who = ", ".join(f"{page.link(code)}{_since(process, code)}" for code in now.codes)
        grade = "certain" if now.certain.codes == now.codes else "listed"
        return f"{who} ({grade} {_on(process.covered_until)})"
    chairs = [each for each in process.terms if each.role in _CHAIRS]
    if not chairs:
        return ""
    last = chairs[-1]
    known = f"{page.link(last.participant)}, {when(last.start)} to {when(last.end)}"
    return f"unknown on {when(process.covered_until)}; the last one known is {known}"


def _since(process: mg.model.ConsultativeProcess, chair: str) -> str:
    """Return since when a party chairs, by its last term."""
    terms = [t for t in process.terms if t.role in _CHAIRS and t.participant == chair]
    if not terms:
        return ""
    start = when(terms[-1].start)
    return f" since a day {start}" if ">between " in start else f" since {start}"


def _rotation(page: Page, record: mg.model.Rotation) -> str:
    return f"{escape(str(record))}. {prose(record.note)} {page.marks(record.citations)}"


def _offices(page: Page, process: mg.model.ConsultativeProcess) -> str:
    """Return the secretariat and the support unit on the day of the latest evidence."""
    roster = mg.process_participants(process, dataset=page.facts)
    found = [roster.role(role) for role in _OFFICES]
    return "; ".join(
        f"{', '.join(map(page.link, its.codes))} ({spaced(its.status)})"
        f" {page.marks(its.citations)}"
        for its in found
        if its.codes
    )


def _characteristic(page: Page, record: mg.model.Characteristic) -> str:
    website = record.kind is CharacteristicKind.WEBSITE
    value = outside(record.value, record.value) if website else prose(record.value)
    note = f" ({prose(record.note)})" if record.note else ""
    return f"{value}{note} {page.marks(record.citations)}"
