"""The page of one organization: its history, and its register where it has one."""

from __future__ import annotations

import migrationgov as mg
from migrationgov_docs import gaps
from migrationgov_docs.history_sections import add_history
from migrationgov_docs.myst import Page, ask_explorer, escape, when
from migrationgov_docs.shared import add_gaps, add_names, add_rivals


def organization_page(whose: str, facts: mg.Dataset) -> str:
    """Return the page of one organization."""
    its = mg.find_organization(whose, dataset=facts)
    page = Page(f"organization-{whose}", facts)
    page.heading(1, its.name, f"organization-{whose}")
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
    add_rivals(page, mg.disagreements(its, dataset=facts))
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
    page.heading(2, "Who belonged to it")
    last = register.covered_until
    members = mg.members_on(last, register.institution, dataset=page.facts)
    observers = mg.observers_on(last, register.institution, dataset=page.facts)
    checked = register.checked_on
    page.paragraph(
        f"The register reaches from {when(register.covered_from)} to {when(last)}, when"
        f" {len(members)} states are certain members and {len(observers)} states and bodies"
        " certain observers\\. The steps and sources stand with each state\\."
        + (f" It was last checked on {when(checked)}\\." if checked else "")
        + f" {ask_explorer(f'date={last}')}"
    )
    rows = [
        _spell(page, each)
        for who in _by_name(register, page.facts)
        for each in mg.memberships_of(who, register.institution, status=None, dataset=page.facts)
    ]
    page.table(["state or body", "status", "first day", "last day"], rows)


def _by_name(register: mg.model.Register, facts: mg.Dataset) -> list[str]:
    """Return the states that the register knows by name, and then the bodies."""
    lines, bodies = register.timelines()
    names = {
        who: (facts.organization if who in bodies else facts.state)(who).name for who in lines
    }
    return sorted(lines, key=lambda who: (who in bodies, names[who]))


def _spell(page: Page, each: mg.model.Spell) -> tuple[str, ...]:
    return page.party(each.party), each.status, when(each.start), when(each.end, "no end known")
