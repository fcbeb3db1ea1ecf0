"""
The fact box of a process: the table at the top of its page.

It has the numbers of the sources only; the places in them are further down, or in the data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import migrationgov as mg
from migrationgov.notebook.phrases import spaced
from migrationgov.vocabularies import CharacteristicKind, MilestoneKind, NameForm, ProcessRole
from migrationgov_docs.grades import evidence_of, numbers
from migrationgov_docs.myst import Page, escape, outside, when

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
    CharacteristicKind.WEBSITE: "website",
}
_FOUNDINGS = (MilestoneKind.ESTABLISHED, MilestoneKind.LAUNCHED, MilestoneKind.DECLARATION)
_CHAIRS = (ProcessRole.CHAIR, ProcessRole.CO_CHAIR)
_OFFICES = (ProcessRole.SECRETARIAT, ProcessRole.SUPPORT_UNIT)

Facts = Iterator[tuple[str, str]]


def box_of(process: mg.model.ConsultativeProcess, page: Page) -> Facts:
    """Yield the facts of a process, each with its sources; unknown ones are empty."""
    yield "id", f"`{process.id}`"
    yield "official name", _joined(_names(process, NameForm.OFFICIAL))
    yield "acronym", _joined(_names(process, NameForm.ACRONYM))
    yield "kind", process.kind
    yield "status", "; ".join(_reports(page, process))
    yield "founding", _milestones(page, process, _FOUNDINGS)
    yield "chair", _chair(page, process)
    yield "rotation", "; ".join(_rotation(page, each) for each in process.rotations)
    yield "secretariat", _offices(page, process)
    for kind, heading in _CHARACTERISTICS.items():
        its = [each for each in process.characteristics if each.kind is kind]
        yield heading, "; ".join(_characteristic(page, each) for each in its)
    yield "instruments adopted", _milestones(page, process, (MilestoneKind.ADOPTED,))
    yield "followed", ", ".join(page.process(each) for each in process.predecessors)
    yield "followed by", ", ".join(page.process(each) for each in process.successors)
    yield "latest evidence", when(process.covered_until)
    yield "checked on", when(process.checked_on)
    yield "sources", page.marks(process.citations)
    yield "note", escape(process.note)


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
        f"{escape(each.label)}, {when(each.date)} {page.marks(each.citations)}" for each in its
    )


def _chair(page: Page, process: mg.model.ConsultativeProcess) -> str:
    """Return the chair on the day of the latest evidence, or else the last one that is known."""
    now = mg.chair_on(process, process.covered_until, dataset=page.facts)
    if now.codes:
        who = ", ".join(map(page.party, now.codes))
        return f"{who}: {numbers(now)} on {when(process.covered_until)}, {evidence_of(now)}"
    chairs = [each for each in process.terms if each.role in _CHAIRS]
    if not chairs:
        return ""
    last = chairs[-1]
    known = f"{page.party(last.participant)}, {when(last.start)} to {when(last.end)}"
    return f"unknown on {when(process.covered_until)}; the last one known is {known}"


def _rotation(page: Page, record: mg.model.Rotation) -> str:
    return f"{escape(str(record))}\\. {escape(record.note)} {page.marks(record.citations)}"


def _offices(page: Page, process: mg.model.ConsultativeProcess) -> str:
    """Return the secretariat and the support unit on the day of the latest evidence."""
    roster = mg.process_participants(process, dataset=page.facts)
    found = [roster.role(role) for role in _OFFICES]
    return "; ".join(
        f"{', '.join(map(page.party, its.codes))} \\({spaced(its.status)}\\)"
        f" {page.marks(its.citations)}"
        for its in found
        if its.codes
    )


def _characteristic(page: Page, record: mg.model.Characteristic) -> str:
    website = record.kind is CharacteristicKind.WEBSITE
    value = outside(record.value, record.value) if website else escape(record.value)
    note = f" \\({escape(record.note)}\\)" if record.note else ""
    return f"{value}{note} {page.marks(record.citations)}"
