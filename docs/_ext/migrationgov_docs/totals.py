"""How published numbers are met, counted from the data for "Why trust it"."""

from __future__ import annotations

from collections import Counter

import migrationgov as mg
from migrationgov.model.sources import citations_in
from migrationgov_docs.myst import Page, escape, when

_MEANING = {
    mg.vocabularies.ReconciliationOutcome.EQUAL: "exactly that many are certain on some day of its date, no others possible",
    mg.vocabularies.ReconciliationOutcome.POSSIBLE: "the register leaves room for it",
    mg.vocabularies.ReconciliationOutcome.EXPLAINED: "it is off, and the claim itself says why",
    mg.vocabularies.ReconciliationOutcome.OPEN: "it is off, and nothing read explains it",
}


def totals_page(facts: mg.Dataset) -> str:
    """Return the page with all published numbers and what becomes of them."""
    page = Page("totals", facts)
    page.heading(1, "Published numbers")
    page.paragraph(
        "Every number of members, observers or participants that a source publishes, beside what"
        " the data give for its day\\. Written from the data; what it means stands in"
        " [Why trust it](../why-trust-it.md)\\."
    )
    for whose in sorted({each.organization for each in facts.counts}):
        _add_organization(page, whose)
    _add_processes(page)
    return page.text()


def _add_organization(page: Page, whose: str) -> None:
    laid = mg.reconcile(whose, dataset=page.facts)
    page.heading(2, f"About {mg.find_organization(whose, dataset=page.facts)}")
    page.table(["outcome", "numbers", "meaning"], _outcomes(laid))
    page.table(["as of", "published", "of what", "register", "outcome", "why", "sources"],
               [_number(page, each) for each in laid])  # fmt: skip


def _outcomes(laid: mg.results.RecordList[mg.results.Reconciliation]) -> list[tuple[str, ...]]:
    found = Counter(each.outcome for each in laid)
    return [(outcome, str(found[outcome]), meaning) for outcome, meaning in _MEANING.items()]


def _number(page: Page, each: mg.results.Reconciliation) -> tuple[str, ...]:
    claim = each.claim
    meant = "" if claim.modifier is mg.vocabularies.Modifier.EXACT else f"{claim.modifier} "
    most = "?" if each.most is None else str(each.most)
    span = str(each.least) if each.least == each.most else f"{each.least} to {most}"
    return (
        when(claim.as_of),
        f"{meant}{claim.value}",
        escape(claim.label or claim.counted.replace("-", " ")),
        "not held" if each.least is None else span,
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
        f"{len(totals)} lists are published with a number; of {met} as many names could be read as"
        " are counted\\. A list that is not met says nothing of those it does not name\\."
    )
    rows = [
        (
            page.process(each.process),
            when(each.as_of),
            each.role.replace("-", " "),
            str(each.total),
            str(each.named),
            "met" if each.met else "not met",
            page.cite(each.citations),
        )
        for each in totals
    ]
    page.table(["process", "as of", "role", "published", "names read", "", "sources"], rows)


def summary(facts: mg.Dataset) -> str:
    """Return the counts that "Why trust it" includes, as a table."""
    page = Page("summary", facts)
    parts = (
        facts.states, facts.organizations, facts.processes, facts.histories, facts.counts,
        *((r.transitions, r.attestations, r.disagreements) for r in facts.registers),
    )  # fmt: skip
    laid = [each for one in facts.counts for each in mg.reconcile(one.organization, dataset=facts)]
    outcomes = Counter(each.outcome for each in laid)
    totals = [
        each for one in facts.process_ids for each in mg.published_totals(one, dataset=facts)
    ]
    page.facts_table(
        [
            ("sources", f"{len(facts.sources):,}"),
            ("citations", f"{sum(len(list(citations_in(part))) for part in parts):,}"),
            ("facts on which sources disagree", f"{len(facts.disagreements)}"),
            ("published numbers about organizations", f"{len(laid)}"),
            *(
                (f"… {outcome}: {meaning}", f"{outcomes[outcome]}")
                for outcome, meaning in _MEANING.items()
            ),
            ("published numbers of participants in processes", f"{len(totals)}"),
            ("… met by the names read", f"{sum(each.met for each in totals)}"),
        ]
    )
    return page.text()
