"""The page of one organization or group: a fact sheet, its register, and its history."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.timelines import timelines_of
from migrationgov.vocabularies import OrganizationId, ProcessRole, TransitionKind
from migrationgov.words import count
from migrationgov_docs import gaps
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.disagreement_parts import add_disagreements
from migrationgov_docs.grades import numbers
from migrationgov_docs.history_sections import add_history
from migrationgov_docs.html_page import Page, ask_explorer, escape, prose
from migrationgov_docs.institution_sheet import add_sheet
from migrationgov_docs.names import full_name_of, name_of
from migrationgov_docs.register_sections import (
    IOM,
    add_attestations,
    add_lists,
    add_statuses,
    add_totals,
    coverage,
    last_day,
    start_of,
)
from migrationgov_docs.shared import add_gaps, add_names, add_transitions, names_in


def organization_page(organization: OrganizationId, facts: mg.Dataset) -> str:
    """Return the page of one organization."""
    its = facts.organization(organization)
    page = Page(facts, folders=1)
    page.title(name_of(organization, facts), names_in(its.name, its.names))
    register = facts.register(its.id) if its.id in facts.register_ids else None
    page.lead(_lead(page, its, register))
    missing = []
    if register is None:
        page.facts_table(_box(page, its, None))
        page.paragraph(prose(its.note))
    else:
        add_sheet(page, its.id, _box(page, its, register), growth=True)
        page.paragraph(ask_explorer(_question(register)))
        page.paragraph(prose(its.note))
        _add_register(page, register)
        missing += gaps.of_register(register, page)
    if its.id in facts.history_ids:
        history = facts.history(its.id)
        add_history(page, history)
        missing += gaps.of_history(history, page)
    add_totals(page, its.id)
    add_disagreements(page, mg.disagreements(its, dataset=facts))
    add_gaps(page, missing)
    add_names(page, its.names)
    return page.text()


def _lead(page: Page, its: mg.model.Organization, register: mg.model.Register | None) -> str:
    """Return what an organization is, since when, and how many members it has."""
    name, kind = full_name_of(its.id, page.facts), its.kind.replace("-", " ")
    founded = f", founded {when(its.founded)}" if its.founded else ""
    members = f" Members: {_members(page, register)}." if register else ""
    return f"{escape(name)}: {escape(kind)}{founded}.{members}"


def _members(page: Page, register: mg.model.Register) -> str:
    """Return the number of member states on the last day of the register, by grade."""
    last = last_day(register)
    found = mg.members_on(last, register.institution, dataset=page.facts)
    return f"{numbers(found)} on {when(last)}"


def _box(
    page: Page, its: mg.model.Organization, register: mg.model.Register | None
) -> list[tuple[str, str]]:
    return [
        ("full name", escape(full_name_of(its.id, page.facts))),
        ("acronym", escape(its.acronym)),
        ("kind", escape(its.kind.replace("-", " "))),
        ("founded", when(its.founded)),
        ("member states", _members(page, register) if register else ""),
        ("register until", when(register.covered_until) if register else ""),
        ("checked on", when(register.checked_on) if register else ""),
        ("sources", page.marks(its.citations)),
        ("id", f"<code>{escape(its.id)}</code>"),
    ]


def _add_register(page: Page, register: mg.model.Register) -> None:
    page.heading(2, "Members, associates and observers")
    page.paragraph(coverage(register))
    if register.observers_known_from.latest is None:
        page.paragraph("Observers are not recorded: unknown, except where a source names one.")
    page.paragraph(f"On {when(last_day(register))}, its last day:")
    add_statuses(page, register, _statuses(register))
    rows = [
        _spell(page, each)
        for who in page.by_name(timelines_of(page.facts, register.institution).parties)
        for each in mg.memberships_of(who, register.institution, status=None, dataset=page.facts)
    ]
    page.table(["state or organization", "status", "first day", "last day", "sources"], rows)
    if register.transitions:
        page.heading(2, "Transitions")
        begin = page.place
        add_transitions(page, register.transitions, "party")
        page.folded(
            f"{count(len(register.transitions), 'transition')}, with notes and sources", begin
        )
    add_attestations(page, register)
    add_lists(page, register.lists)


def _statuses(register: mg.model.Register) -> list[tuple[str, str]]:
    """Return the statuses of the table; few institutions have associates."""
    kinds = {each.kind for each in register.transitions}
    roles = {names.role for lists in register.lists for names in lists.lists}
    associates = TransitionKind.BECAME_ASSOCIATE in kinds or ProcessRole.ASSOCIATE in roles
    return [("member", ""), *([("associate", "")] if associates else []), ("observer", "")]


def _question(register: mg.model.Register) -> str:
    """Return the question about the last day of a register; without an institution it is IOM."""
    date = f"date={register.covered_until}"
    iom = register.institution == IOM
    return date if iom else f"institution={register.institution}&{date}"


def _spell(page: Page, each: mg.model.Spell) -> tuple[str, ...]:
    start, end = start_of(each), when(each.end, "no end recorded")
    return page.link(each.party), each.status, start, end, page.cite_some(each.citations)
