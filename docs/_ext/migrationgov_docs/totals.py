"""Published numbers compared with our counts, for the page "Why trust it"."""

from __future__ import annotations

from collections import Counter

import migrationgov as mg
from migrationgov.model.sources import citations_in
from migrationgov.notebook.phrases import spaced
from migrationgov.vocabularies import ReconciliationOutcome
from migrationgov_docs.myst import Page, escape, when

_MEANING = {
    ReconciliationOutcome.EQUAL: "on some day of its date exactly this number is certain, and no"
    " more are possible",
    ReconciliationOutcome.POSSIBLE: "the number is within our range",
    ReconciliationOutcome.EXPLAINED: "the number differs, for a known reason",
    ReconciliationOutcome.OPEN: "the number differs, and no source explains why",
}


def totals_page(facts: mg.Dataset) -> str:
    """Return the page with all published numbers, each compared with our count."""
    page = Page("totals", facts)
    page.heading(1, "Published numbers")
    page.paragraph(
        "Every number of members, observers or participants that a source publishes, compared"
        " with our count for its date\\. [Why trust it](../why-trust-it.md) explains the"
        " comparison\\."
    )
    for organization in sorted({each.organization for each in facts.counts}):
        _add_organization(page, organization)
    _add_processes(page)
    return page.text()


def _add_organization(page: Page, organization: str) -> None:
    compared = mg.reconcile(organization, dataset=page.facts)
    page.heading(2, f"About {mg.find_organization(organization, dataset=page.facts)}")
    page.table(["outcome", "numbers", "meaning"], _outcomes(compared))
    page.table(["as of", "published", "of what", "our count", "outcome", "why", "sources"],
               [_number(page, each) for each in compared])  # fmt: skip


def _outcomes(compared: mg.results.RecordList[mg.results.Reconciliation]) -> list[tuple[str, ...]]:
    found = Counter(each.outcome for each in compared)
    return [(outcome, str(found[outcome]), meaning) for outcome, meaning in _MEANING.items()]


def _number(page: Page, each: mg.results.Reconciliation) -> tuple[str, ...]:
    claim = each.claim
    meant = "" if claim.modifier is mg.vocabularies.Modifier.EXACT else f"{claim.modifier} "
    most = "?" if each.most is None else str(each.most)
    span = str(each.least) if each.least == each.most else f"{each.least} to {most}"
    return (
        when(claim.as_of),
        f"{meant}{claim.value}",
        escape(claim.label or spaced(claim.counted)),
        "not counted" if each.least is None else span,
        each.outcome,
        escape(each.reason),
        page.cite(claim.citations),
    )


def _add_processes(page: Page) -> None:
    page.heading(2, "About processes")
    totals = [
        each
        for process in page.facts.process_ids
        for each in mg.published_totals(process, dataset=page.facts)
    ]
    met = sum(each.met for each in totals)
    page.paragraph(
        f"{len(totals)} lists have a published number\\. Of {met} lists we know as many names as"
        " that number\\. A list with fewer names gives nothing about parties that it does not"
        " name\\."
    )
    rows = [
        (
            page.process(each.process),
            when(each.as_of),
            spaced(each.role),
            str(each.total),
            str(each.named),
            "yes" if each.met else "no",
            page.cite(each.citations),
        )
        for each in totals
    ]
    page.table(
        ["process", "as of", "role", "published", "names known", "complete", "sources"], rows
    )


def summary(facts: mg.Dataset) -> str:
    """Return the counts that "Why trust it" includes, as a table."""
    page = Page("summary", facts)
    parts = (
        facts.states, facts.organizations, facts.processes, facts.histories, facts.counts,
        *((r.transitions, r.attestations, r.disagreements) for r in facts.registers),
    )  # fmt: skip
    compared = [
        each for one in facts.counts for each in mg.reconcile(one.organization, dataset=facts)
    ]
    outcomes = Counter(each.outcome for each in compared)
    totals = [
        each for one in facts.process_ids for each in mg.published_totals(one, dataset=facts)
    ]
    page.facts_table(
        [
            ("sources", f"{len(facts.sources):,}"),
            ("citations", f"{sum(len(list(citations_in(part))) for part in parts):,}"),
            ("facts on which sources disagree", f"{len(facts.disagreements)}"),
            ("published numbers about organizations", f"{len(compared)}"),
            *(
                (f"… {outcome}: {meaning}", f"{outcomes[outcome]}")
                for outcome, meaning in _MEANING.items()
            ),
            ("published numbers of participants in processes", f"{len(totals)}"),
            ("… with as many names known", f"{sum(each.met for each in totals)}"),
        ]
    )
    return page.text()
