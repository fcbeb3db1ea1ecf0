"""
The facts of a process in brief: a sentence, the box beside its timeline, and what it is about.

They name the sources only; the places in them are titles of these, or in the records below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import migrationgov as mg
from migrationgov.notebook.phrases import spaced
from migrationgov.timelines.process_evidence import founding_of
from migrationgov.vocabularies import CharacteristicKind, MilestoneKind, NameForm, ProcessRole
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
    founded = founding_of(process)
    since = f", founded {when(founded)}" if founded else ""
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
    """Return how many of the published number of members are known by name, on the latest date."""
    totals = [
        each
        for each in mg.published_totals(process, dataset=page.facts)
        if each.role is ProcessRole.MEMBER and each.named
    ]
    if not totals:
        return ""
    best = max(totals, key=lambda each: (each.total > _FEW, each.as_of.last_ordinal))
    sources = f" {page.marks(best.citations)}" if cited else ""
    return f"{best.named} of {best.total} members named {_on(best.as_of)}{sources}"


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
        return f"{who} ({grade} on {when(process.covered_until)})"
    chairs = [each for each in process.terms if each.role in _CHAIRS]
    if not chairs:
        return ""
    last = chairs[-1]
    known = f"{page.link(last.participant)}, {when(last.start)} to {when(last.end)}"
    return f"unknown on {when(process.covered_until)}; the last one known is {known}"


def _since(process: mg.model.ConsultativeProcess, chair: str) -> str:
    """Return since when a party chairs, by its last term."""
    terms = [t for t in process.terms if t.role in _CHAIRS and t.participant == chair]
    return f" since {when(terms[-1].start)}" if terms else ""


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
