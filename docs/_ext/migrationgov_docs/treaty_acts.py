"""The acts of each party to a treaty: signature, consent with its deposit, effect, end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import migrationgov as mg
from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.model.legal_transitions import BINDING
from migrationgov.notebook.phrases import spaced
from migrationgov.timelines import timelines_of
from migrationgov.timelines.records import transitions_of
from migrationgov.timelines.treaty_evidence import as_date
from migrationgov.vocabularies import Basis, Clock, TransitionKind
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.html_page import Page, prose

if TYPE_CHECKING:
    from migrationgov.timelines.evidence import Step

_EFFECT = TransitionKind.ENTERED_INTO_FORCE
_SIGNATURES = (TransitionKind.SIGNED, TransitionKind.SUCCEEDED_TO_SIGNATURE)
_ENDS = (TransitionKind.DENOUNCED, TransitionKind.LAPSED)
_COLUMNS = [
    "state or organization", "signed", "consent, by its deposit", "in force for it", "other acts",
    "last day", "note",
]  # fmt: skip
_LEGEND = """\
<em>In force for it</em>: as a source gives it or, marked <em>derived</em>, as it follows from the
deposit, the final clause and the day on which the treaty itself entered into force."""

Row = dict[str, list[str]]


def add_acts(page: Page, register: mg.model.Register) -> None:
    """Add the acts of each party, with the sources of each."""
    lines = timelines_of(page.facts, register.institution, Clock.EFFECT)
    if not lines.evidence.steps:
        return
    page.heading(2, "Acts, by party")
    page.paragraph(_LEGEND)
    parties = page.by_name(lines.evidence.steps)
    page.table(
        _COLUMNS,
        [
            (page.link(party), *("; ".join(row.get(column, ())) for column in _COLUMNS[1:]))
            for party in parties
            for row in _rows(page, register.institution, party, lines.evidence.steps[party])
        ],
    )


def _rows(page: Page, treaty: str, party: str, steps: Sequence[Step]) -> Iterator[Row]:
    """Yield a row for each time that a party was bound, or signed and was not bound."""
    row: Row = {}
    records = transitions_of(page.facts, treaty, party)
    for record, step in zip(records, steps, strict=True):
        if "last day" in row and not _ends(record, party):
            yield row
            row = {}
        _add(row, page, record, step, party)
    yield row


def _ends(record: mg.model.Transition, party: str) -> bool:
    return record.kind in _ENDS or record.predecessor == party


def _add(row: Row, page: Page, record: mg.model.Transition, step: Step, party: str) -> None:
    """Add one act to the row of its party."""
    column, words = _act(page, record, party)
    basis = " derived" if record.basis is Basis.DERIVED else ""
    dated = f"{words}{when(record.date)}{basis} {page.brief(record.citations)}".strip()
    row.setdefault(column, []).append(dated)
    if record.kind in BINDING and step.kind == _EFFECT:
        row.setdefault("in force for it", []).append(_derived(step))
    if record.note:
        row.setdefault("note", []).append(prose(record.note))


def _act(page: Page, record: mg.model.Transition, party: str) -> tuple[str, str]:
    """Return the column of an act, and what stands before its date."""
    kind = record.kind
    if record.predecessor == party:
        return "last day", f"continued by {page.link(record.party)} "
    if record.predecessor:
        return "consent, by its deposit", f"continued {page.link(record.predecessor)} "
    if kind is _EFFECT:
        return "in force for it", ""
    if kind in _SIGNATURES:
        return "signed", "" if kind is TransitionKind.SIGNED else f"{spaced(kind)} "
    if kind in _ENDS:
        return "last day", f"{spaced(kind)} "
    return "consent, by its deposit" if kind in BINDING else "other acts", f"{spaced(kind)} "


def _derived(step: Step) -> str:
    """Return the day or days of an effect that no source gives."""
    first, last = step.date.first_ordinal, step.date.last_ordinal
    if first <= BEFORE_ALL and last >= AFTER_ALL:
        return "unknown"
    return f"{when(as_date(step.date))} derived"
