"""The page of one consultative process."""

from __future__ import annotations

from typing import Any

import migrationgov as mg
from migrationgov.notebook.phrases import spaced
from migrationgov.vocabularies import ProcessRole
from migrationgov_docs.grades import evidence_of, numbers_of
from migrationgov_docs.myst import Page, ask_explorer, escape, when
from migrationgov_docs.process_box import box_of
from migrationgov_docs.process_gaps import of_process
from migrationgov_docs.register_sections import add_lists
from migrationgov_docs.shared import (
    add_disagreements,
    add_gaps,
    add_milestones,
    add_names,
    add_transitions,
)

_OTHER_STATUS = {"member": ProcessRole.OBSERVER, "observer": ProcessRole.MEMBER}


def process_page(process: mg.model.ConsultativeProcess, facts: mg.Dataset) -> str:
    """Return the page of one process."""
    page = Page(f"process-{process.id}", facts)
    page.heading(1, process.name, f"process-{process.id}")
    _add_facts(page, process)
    _add_roster(page, process)
    _add_transitions(page, process)
    _add_terms(page, process)
    add_lists(page, process.participant_lists, "Lists of participants, by date")
    add_milestones(page, process.milestones)
    _add_meetings(page, process)
    add_disagreements(page, process.disagreements)
    add_gaps(page, of_process(process, page))
    add_names(page, process.names)
    return page.text()


def _add_facts(page: Page, process: mg.model.ConsultativeProcess) -> None:
    page.facts_table(box_of(process, page))
    page.paragraph(ask_explorer(f"institution={process.id}"))


def _add_transitions(page: Page, process: mg.model.ConsultativeProcess) -> None:
    if process.transitions:
        page.heading(2, "Entries and exits")
    add_transitions(page, process.transitions, "party")


def _add_roster(page: Page, process: mg.model.ConsultativeProcess) -> None:
    roster = mg.process_participants(process, dataset=page.facts)
    page.heading(2, "Participants")
    members = mg.members_on(roster.on, process, dataset=page.facts)
    page.paragraph(
        f"On {when(roster.on)}, the day of the latest evidence, by role\\. Member states:"
        f" {escape(members.counts_in_words())}\\."
    )
    named = [(each, _possible(each, roster)) for each in map(roster.role, roster.roles)]
    rows = [_role(page, each, possible) for each, possible in named if each.codes or possible]
    page.table(["role", "evidence", "certain", "listed", "possible", "others", "sources"], rows)
    if not rows:
        page.paragraph("No source names a participant\\.")


def _possible(members: mg.results.MemberList[Any], roster: mg.results.Roster) -> list[str]:
    """Return the possible parties without those that have the other status for all we know."""
    other = _OTHER_STATUS.get(str(members.status))
    elsewhere = set(roster.role(other).codes) if other else set[str]()
    return [code for code in members.possible.codes if code not in elsewhere]


def _role(page: Page, members: mg.results.MemberList[Any], possible: list[str]) -> tuple[str, ...]:
    sides = (members.certain.codes, members.listed.codes, possible)
    certain, listed, open_ = (", ".join(page.party(code) for code in side) for side in sides)
    others = "no other state" if members.complete else "unknown"
    role = f"{spaced(members.status)}: {numbers_of(*map(len, sides), complete=members.complete)}"
    found = evidence_of(members)
    return role, found, certain, listed, open_, others, page.cite(members.citations)


def _add_terms(page: Page, process: mg.model.ConsultativeProcess) -> None:
    if process.terms:
        page.heading(2, "Terms")
    rows = [
        (
            spaced(each.role),
            page.party(each.participant),
            when(each.start),
            when(each.end, "no end recorded"),
            "; ".join(_officer(page, officer) for officer in each.officers),
            escape(each.note),
            page.cite(each.citations),
        )
        for each in process.terms
    ]
    page.table(["role", "holder", "first day", "last day", "persons", "note", "sources"], rows)


def _officer(page: Page, officer: mg.model.Officer) -> str:
    attested = ", ".join(when(each.date) for each in officer.attested)
    dates = escape(officer.term) if officer.term else attested
    title = f", {escape(officer.title)}" if officer.title else ""
    return f"{escape(officer.name)}{title} {dates} {page.cite(officer.citations)}"


def _add_meetings(page: Page, process: mg.model.ConsultativeProcess) -> None:
    if process.meetings:
        page.heading(2, "Meetings")
    rows = [
        (
            when(each.date),
            escape(each.title),
            spaced(each.level),
            escape(each.place),
            ", ".join(page.party(host) for host in each.hosts),
            escape(" ".join(part for part in (each.theme, each.note) if part)),
            page.cite(each.citations),
        )
        for each in process.meetings
    ]
    page.table(["date", "meeting", "level", "place", "hosts", "theme and note", "sources"], rows)
