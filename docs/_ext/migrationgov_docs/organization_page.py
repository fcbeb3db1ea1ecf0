"""The page of one organization: its history, and its register where it has one."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.timelines import timelines_of
from migrationgov_docs import gaps
from migrationgov_docs.grades import numbers
from migrationgov_docs.history_sections import add_history
from migrationgov_docs.myst import Page, ask_explorer, escape, when
from migrationgov_docs.shared import add_disagreements, add_gaps, add_names


def organization_page(organization: str, facts: mg.Dataset) -> str:
    """Return the page of one organization."""
    its = mg.find_organization(organization, dataset=facts)
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
    page.heading(2, "Members and observers")
    last = register.covered_until
    members = mg.members_on(last, register.institution, dataset=page.facts)
    observers = mg.observers_on(last, register.institution, dataset=page.facts)
    checked = register.checked_on
    page.paragraph(
        f"The register covers {when(register.covered_from)} to {when(last)}\\. On its last day"
        f" the member states are {numbers(members)}, and the observers {numbers(observers)}\\. The"
        " section of each state has its transitions and their sources\\."
        + (f" The register was last checked on {when(checked)}\\." if checked else "")
        + f" {ask_explorer(_question(register))}"
    )
    rows = [
        _spell(page, each)
        for who in _by_name(register, page.facts)
        for each in mg.memberships_of(who, register.institution, status=None, dataset=page.facts)
    ]
    page.table(["state or organization", "status", "first day", "last day"], rows)


def _question(register: mg.model.Register) -> str:
    """Return the question about the last day of a register; without an institution it is IOM."""
    date = f"date={register.covered_until}"
    iom = register.institution == "iom"
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
    return page.party(each.party), each.status, when(each.start), when(each.end, "no end recorded")
