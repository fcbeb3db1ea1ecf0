"""The rows of the first data page: organizations and groups, and treaties."""

from __future__ import annotations

from collections.abc import Iterable

import migrationgov as mg
from migrationgov.vocabularies import Clock, ReconciliationOutcome
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.grades import numbers
from migrationgov_docs.html_page import Page
from migrationgov_docs.register_sections import last_day

ORGANIZATION_COLUMNS = [
    "organization or group", "kind", "members", "others without a record", "on", "totals",
]  # fmt: skip
TREATY_COLUMNS = [
    "treaty", "in force since", "parties by effect", "by deposit", "others without a record", "on",
    "totals",
]  # fmt: skip


def organization_rows(page: Page, organizations: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the rows of organizations and groups."""
    return [_organization(page, page.facts.organization(each)) for each in organizations]


def _organization(page: Page, its: mg.model.Organization) -> tuple[str, ...]:
    kind = its.kind.replace("-", " ")
    if not page.has_register(its.id):
        return page.link(its.id), kind, "", "", "", _totals(page, its.id)
    register = page.facts.register(its.id)
    last = last_day(register)
    members = mg.members_on(last, its.id, dataset=page.facts)
    return (
        page.link(its.id),
        kind,
        numbers(members),
        _others(register),
        when(last),
        _totals(page, its.id),
    )


def treaty_rows(page: Page) -> list[tuple[str, ...]]:
    """Return the rows of treaties, by name."""
    return [_treaty(page, page.facts.treaty(each)) for each in page.by_name(page.facts.treaty_ids)]


def _treaty(page: Page, its: mg.model.Treaty) -> tuple[str, ...]:
    name, since = page.link(its.id), when(its.in_force, "unknown")
    if not page.has_register(its.id):
        return name, since, "", "", "", "", _totals(page, its.id)
    register = page.facts.register(its.id)
    last = last_day(register)
    effect, deposit = (
        numbers(mg.parties_on(last, its.id, by=by, dataset=page.facts))
        for by in (Clock.EFFECT, Clock.DEPOSIT)
    )
    return name, since, effect, deposit, _others(register), when(last), _totals(page, its.id)


def _others(register: mg.model.Register) -> str:
    return "none" if register.complete else "unknown"


def _totals(page: Page, institution: str) -> str:
    """Return how many of the published numbers equal our count."""
    if institution not in {each.organization for each in page.facts.counts}:
        return ""
    compared = mg.reconcile(institution, dataset=page.facts)
    equal = sum(each.outcome is ReconciliationOutcome.EQUAL for each in compared)
    return f"{equal} of {len(compared)}"
