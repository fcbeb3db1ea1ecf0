"""The page of one organization or group: its history, and its register where it has one."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.timelines import timelines_of
from migrationgov.vocabularies import OrganizationId, ProcessRole, TransitionKind
from migrationgov_docs import gaps
from migrationgov_docs.history_sections import add_history
from migrationgov_docs.myst import Page, ask_explorer, escape, when
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
from migrationgov_docs.shared import add_disagreements, add_gaps, add_names, add_transitions


def organization_page(organization: OrganizationId, facts: mg.Dataset) -> str:
    """Return the page of one organization."""
    its = facts.organization(organization)
    page = Page(f"organization-{organization}", facts)
    page.heading(1, its.name, f"organization-{organization}")
    _add_facts(page, its)
    missing = []
    if its.id in facts.register_ids:
        register = facts.register(its.id)
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


def _add_facts(page: Page, its: mg.model.Organization) -> None:
    page.facts_table(
        [
            ("id", f"`{its.id}`"),
            ("kind", its.kind.replace("-", " ")),
            ("founded", when(its.founded)),
            ("note", escape(its.note)),
            ("sources", page.cite(its.citations)),
        ]
    )


def _add_register(page: Page, register: mg.model.Register) -> None:
    page.heading(2, "Members, associates and observers")
    page.paragraph(coverage(register))
    if register.observers_known_from.latest is None:
        page.paragraph("Observers are not recorded: unknown, except where a source names one\\.")
    page.paragraph(f"On {when(last_day(register))}, its last day:")
    add_statuses(page, register, _statuses(register))
    page.paragraph(ask_explorer(_question(register)))
    rows = [
        _spell(page, each)
        for who in _by_name(register, page.facts)
        for each in mg.memberships_of(who, register.institution, status=None, dataset=page.facts)
    ]
    page.table(["state or organization", "status", "first day", "last day"], rows)
    if register.institution == IOM:
        page.paragraph("The section of each state has its transitions and their sources\\.")
    elif register.transitions:
        page.heading(2, "Transitions")
        add_transitions(page, register.transitions, "party")
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


def _by_name(register: mg.model.Register, facts: mg.Dataset) -> list[str]:
    """Return the states in the register, by name, and then the organizations."""
    lines = timelines_of(facts, register.institution)
    organizations = lines.evidence.organizations
    names = {
        party: (facts.organization if party in organizations else facts.state)(party).name
        for party in lines.parties
    }
    return sorted(lines.parties, key=lambda party: (party in organizations, names[party]))


def _spell(page: Page, each: mg.model.Spell) -> tuple[str, ...]:
    start, end = start_of(each), when(each.end, "no end recorded")
    return page.party(each.party), each.status, start, end
