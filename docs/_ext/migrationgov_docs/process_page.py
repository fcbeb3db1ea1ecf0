"""The page of one consultative process: a fact sheet, then its records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import migrationgov as mg
from migrationgov.notebook.phrases import spaced
from migrationgov.vocabularies import ProcessRole
from migrationgov.words import count, plural
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.disagreement_parts import add_disagreements
from migrationgov_docs.grades import evidence_of, numbers_of
from migrationgov_docs.html_page import Page, ask_explorer, escape, prose
from migrationgov_docs.institution_sheet import add_sheet, party_list
from migrationgov_docs.names import name_of
from migrationgov_docs.process_box import about_of, box_of, lead_of
from migrationgov_docs.process_gaps import of_process
from migrationgov_docs.process_timeline import process_timeline
from migrationgov_docs.register_sections import add_lists
from migrationgov_docs.shared import (
    add_gaps,
    add_milestones,
    add_names,
    add_transitions,
    names_in,
)

_OTHER_STATUS = {"member": ProcessRole.OBSERVER, "observer": ProcessRole.MEMBER}
_MANY = 12  # more rows than these are folded


def process_page(process: mg.model.ConsultativeProcess, facts: mg.Dataset) -> str:
    """Return the page of one process."""
    page = Page(facts, folders=1)
    page.title(name_of(process.id, facts), names_in(process.name, process.names))
    page.lead(lead_of(process, page))
    add_sheet(page, process.id, box_of(process, page), process_timeline(process, page))
    page.paragraph(ask_explorer(f"institution={process.id}"))
    _add_roster(page, process)
    page.heading(2, "What it is about")
    page.facts_table(about_of(process, page))
    _add_transitions(page, process)
    _add_terms(page, process)
    add_lists(page, process.participant_lists, "Lists of participants")
    add_milestones(page, process.milestones)
    _add_meetings(page, process)
    add_disagreements(page, process.disagreements)
    add_gaps(page, of_process(process, page))
    add_names(page, process.names)
    return page.text()


def _add_transitions(page: Page, process: mg.model.ConsultativeProcess) -> None:
    if process.transitions:
        page.heading(2, "Entries and exits")
    add_transitions(page, process.transitions, "party")


def _add_roster(page: Page, process: mg.model.ConsultativeProcess) -> None:
    roster = mg.process_participants(process, dataset=page.facts)
    page.heading(2, "Who takes part")
    page.paragraph(f"On {when(roster.on)}, the day of the latest evidence, by role.")
    named = [(each, _possible(each, roster)) for each in map(roster.role, roster.roles)]
    found = [(each, possible) for each, possible in named if each.codes or possible]
    for each, possible in found:
        _add_role(page, each, possible)
    if not found:
        page.paragraph("No source names a participant.")


def _possible(members: mg.results.MemberList[Any], roster: mg.results.Roster) -> list[str]:
    """Return the possible parties without those that have the other status for all we know."""
    other = _OTHER_STATUS.get(str(members.status))
    elsewhere = set(roster.role(other).codes) if other else set[str]()
    return [code for code in members.possible.codes if code not in elsewhere]


def _add_role(page: Page, members: mg.results.MemberList[Any], possible: list[str]) -> None:
    """Add the parties in a role, each with the mark of its grade, and the evidence for them."""
    role = str(members.status)
    certain, listed = members.certain.codes, members.listed.codes
    sides = len(certain), len(listed), len(possible)
    numbers = numbers_of(*sides, complete=members.complete)
    kinds = _kinds(page, (*certain, *listed))
    page.heading(3, f"{plural(spaced(role)).capitalize()}: {numbers}{kinds}", f"role-{role}")
    page.html(party_list(page, role, {"certain": certain, "listed": listed, "possible": possible}))
    others = "no other state" if members.complete else "unknown"
    found = evidence_of(members)
    evidence = f"Evidence: {found}. " if found else ""
    sources = page.marks(members.citations)
    page.paragraph(f"{evidence}Others: {others}. {sources}", "mg-evidence")


def _kinds(page: Page, codes: Sequence[str]) -> str:
    """Return how many parties are states and how many organizations, if there are both."""
    states = sum(page.facts.has_state(each) for each in codes)
    others = len(codes) - states
    both = f" ({count(states, 'state')} and {count(others, 'organization')})"
    return both if states and others else ""


def _add_terms(page: Page, process: mg.model.ConsultativeProcess) -> None:
    if process.terms:
        page.heading(2, "Terms")
    rows = [
        (
            page.link(each.participant),
            spaced(each.role),
            when(each.start),
            when(each.end, "no end recorded"),
            "; ".join(_officer(page, officer) for officer in each.officers),
            prose(each.note),
            page.cite(each.citations),
        )
        for each in process.terms
    ]
    page.table(["holder", "role", "first day", "last day", "persons", "note", "sources"], rows)


def _officer(page: Page, officer: mg.model.Officer) -> str:
    attested = ", ".join(when(each.date) for each in officer.attested)
    dates = prose(officer.term) if officer.term else attested
    title = f", {escape(officer.title)}" if officer.title else ""
    return f"{escape(officer.name)}{title} {dates} {page.marks(officer.citations)}"


def _add_meetings(page: Page, process: mg.model.ConsultativeProcess) -> None:
    if process.meetings:
        page.heading(2, "Meetings")
    begin = page.place
    rows = [
        (
            when(each.date),
            escape(each.title),
            spaced(each.level),
            ", ".join(page.link(host) for host in each.hosts),
            escape(each.place),
            prose(" ".join(part for part in (each.theme, each.note) if part)),
            page.cite(each.citations),
        )
        for each in process.meetings
    ]
    page.table(["date", "meeting", "level", "hosts", "place", "theme and note", "sources"], rows)
    if len(rows) > _MANY:
        page.folded(f"{count(len(rows), 'meeting')}, with hosts and sources", begin)
