"""One state, organization, process, register or dataset at a glance."""

from __future__ import annotations

from typing import Any

from migrationgov.exports.graph import Network
from migrationgov.lookup.active_dataset import dataset
from migrationgov.model.dataset import Dataset
from migrationgov.model.organization_history import History
from migrationgov.model.organizations import Organization
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.model.register import Register
from migrationgov.model.spells import Spell
from migrationgov.model.states import State
from migrationgov.notebook import cells, profiles
from migrationgov.notebook.columns import Cell
from migrationgov.notebook.footnotes import Footnotes
from migrationgov.notebook.html import Html, data, inline
from migrationgov.notebook.html_tables import card, folded, page
from migrationgov.notebook.phrases import number_of, when
from migrationgov.notebook.record_tables import grids

_NAMED: dict[str, Cell] = {"Other names": profiles.other_names, "Id": profiles.own_id}
_TOLD: dict[str, Cell] = {"Note": cells.note, "Sources": cells.sources}
_STATE: dict[str, Cell] = {
    **_NAMED,
    "ISO 3166-1 alpha-2": profiles.iso2,
    "M49": profiles.m49,
    "Region": profiles.region,
    "From": cells.start,
    "To": cells.end,
    "Other states": profiles.linked,
    **_TOLD,
}
_ORGANIZATION: dict[str, Cell] = {
    **_NAMED,
    "Kind": profiles.kind,
    "Founded": profiles.founded,
    **_TOLD,
}
_PROCESS: dict[str, Cell] = {
    **_NAMED,
    "Kind": profiles.kind,
    "Region": profiles.region,
    "Status as reported": profiles.last_status,
    "Evidence until": profiles.covered_until,
    "Checked on": profiles.checked_on,
    "Other processes": profiles.linked,
    **_TOLD,
}
#: What a history or a process holds, and what one of it is called.
_LISTS = {
    "milestones": "milestone", "statuses": "report on whether it is active",
    "participant_lists": "list of participants", "terms": "term", "meetings": "meeting",
    "tenures": "office held", "relations": "relation", "headquarters": "seat", "sessions": "session",
    "field_offices": "field office", "presences": "presence", "strategy": "point of a strategy",
    "works": "work", "disagreements": "disagreement",
}  # fmt: skip


def state(shown: State) -> Html:
    """Show what a state is called, its codes, and since when it exists."""
    return _profile(data(shown.name), _STATE, shown)


def organization(shown: Organization) -> Html:
    """Show what an organization is and was called, its kind and its founding."""
    return _profile(data(shown.name), _ORGANIZATION, shown)


def _profile(heading: Html, columns: dict[str, Cell], shown: Any, *more: Html) -> Html:
    sheet = Footnotes(dataset())
    pairs = [(name, cell(sheet, shown)) for name, cell in columns.items()]
    return page(card(heading, pairs), *more, sheet.sources())


def process(shown: ConsultativeProcess) -> Html:
    """Show what a process is; its milestones, terms and meetings are one click away."""
    sheet = Footnotes(dataset())
    pairs = [(name, cell(sheet, shown)) for name, cell in _PROCESS.items()]
    return page(card(data(shown.name), pairs), *_parts(shown, sheet), sheet.sources())


def history(shown: History) -> Html:
    """Show what is recorded about an organization, kind by kind, one click away each."""
    sheet = Footnotes(dataset())
    heading = inline("History of ", data(sheet.short(shown.organization)))
    pairs = [
        ("Evidence until", when(shown.covered_until)),
        ("Checked on", profiles.checked_on(sheet, shown)),
    ]
    return page(card(heading, pairs), *_parts(shown, sheet), sheet.sources())


def _parts(shown: Any, sheet: Footnotes) -> list[Html]:
    found = ((word, getattr(shown, name, ())) for name, word in _LISTS.items())
    return [
        folded(_how_many(len(its), word), inline(*grids(its, sheet))) for word, its in found if its
    ]


def _how_many(number: int, word: str) -> str:
    head, of, rest = word.partition(" o")
    return number_of(number, word, f"{head}s{of}{rest}" if of else "")


def register(shown: Register) -> Html:
    """Show what a register covers, and what its silence means."""
    sheet = Footnotes(dataset())
    silence = (
        "certainly had no relation; of observers, from the date above on"
        if shown.complete
        else "may have had any"
    )
    pairs = [
        ("Covered", f"{shown.covered_from} to {shown.covered_until}"),
        ("Checked on", profiles.checked_on(sheet, shown)),
        ("Complete lists of observer states", inline("from ", when(shown.observers_known_from))),
        ("A state without a step", silence),
        ("Steps", f"{len(shown.transitions)}"),
        ("Attested statuses", f"{len(shown.attestations)}"),
        ("Disagreements", f"{len(shown.disagreements)}"),
    ]
    return page(card(inline("Register of ", data(sheet.short(shown.institution))), pairs))


def facts(shown: Dataset) -> Html:
    """Show what a dataset is, as of when, on which terms, and how much is in it."""
    its = shown.manifest
    pairs = [
        ("As of", when(its.as_of)),
        ("Licence", data(its.licence)),
        ("States and territories", f"{len(shown.states)}"),
        ("Organizations", f"{len(shown.organizations)}"),
        ("Registers of members", ", ".join(shown.register_ids)),
        ("Consultative processes", f"{len(shown.process_ids)}"),
        ("Sources", f"{len(shown.sources)}"),
        ("Note", data(its.note)),
    ]
    return page(card(inline("Dataset ", data(its.name)), pairs))


def spell(shown: Spell) -> Html:
    """Show an unbroken period with one status, and the steps it is made of."""
    sheet = Footnotes(dataset())
    heading = inline(
        sheet.who(shown.party), f", {shown.status} of ", data(sheet.short(shown.institution))
    )
    pairs = [
        ("From", cells.opened(sheet, shown)),
        ("To", cells.closed(sheet, shown)),
        ("Seat", cells.seat_taken(sheet, shown)),
    ]
    return page(card(heading, pairs), *grids(shown.steps, sheet), sheet.sources())


def network(shown: Network) -> Html:
    """Show how large a network is, and of what."""
    kinds = [kind for _, kind, _ in shown.nodes]
    counted = [f"{kinds.count(kind)} of kind {kind}" for kind in dict.fromkeys(kinds)]
    pairs = [
        ("On", shown.on or "the day of the latest evidence on each process"),
        ("Nodes", f"{len(shown.nodes)}: {', '.join(counted)}" if counted else "none"),
        ("Edges", f"{len(shown.edges)}; certain participations only"),
    ]
    return page(card(f"Network: {shown.kind}", pairs))
