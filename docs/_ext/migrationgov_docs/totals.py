"""Published numbers compared with our counts, for the page "Why trust it"."""

from __future__ import annotations

from collections import Counter

import migrationgov as mg
from migrationgov.model.sources import citations_in
from migrationgov.notebook.phrases import spaced
from migrationgov.vocabularies import ReconciliationOutcome
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.html_page import Page
from migrationgov_docs.names import name_of
from migrationgov_docs.register_sections import TOTALS, total

_MEANING = {
    ReconciliationOutcome.EQUAL: "on some day of its date exactly this number is certain, and no"
    " more are possible",
    ReconciliationOutcome.POSSIBLE: "the number is within our range",
    ReconciliationOutcome.EXPLAINED: "the number differs, for a known reason",
    ReconciliationOutcome.OPEN: "the number differs, and no source explains why",
}


def totals_page(facts: mg.Dataset) -> str:
    """Return the page with all published numbers, each compared with our count."""
    page = Page(facts)
    page.title("Published numbers")
    page.paragraph(
        "How many numbers of members, parties, observers or participants sources publish, and how"
        " they compare with our count for their date. The page of each institution has all of"
        " them, with sources and the reason of each difference."
        ' <a href="../why-trust-it.html">Why trust it</a> explains the comparison.'
    )
    page.heading(2, "Outcomes")
    page.table(["outcome", "meaning"], [*_MEANING.items()])
    named = page.by_name(each.organization for each in facts.counts)
    institutions = sorted(named, key=lambda each: each in facts.treaty_ids)
    page.table(
        ["institution", "transitions", "lists", *_MEANING],
        [_summary(page, each) for each in institutions],
    )
    for institution in institutions:
        if not _has_page(institution, facts):
            page.heading(2, f"About {name_of(institution, facts)}")
            _add_numbers(page, institution)
    _add_processes(page)
    return page.text()


def _has_page(institution: str, facts: mg.Dataset) -> bool:
    return institution in {*facts.register_ids, *facts.history_ids, *facts.treaty_ids}


def _summary(page: Page, institution: str) -> tuple[str, ...]:
    """Return the row of an institution: its records, and how many numbers have each outcome."""
    found = Counter(each.outcome for each in mg.reconcile(institution, dataset=page.facts))
    steps = lists = ""
    if institution in page.facts.register_ids:
        register = page.facts.register(institution)
        steps, lists = str(len(register.transitions)), str(len(register.lists) or "")
    outcomes = (str(found[outcome] or "") for outcome in _MEANING)
    return page.link(institution), steps, lists, *outcomes


def _add_numbers(page: Page, institution: str) -> None:
    compared = mg.reconcile(institution, dataset=page.facts)
    page.table(TOTALS, [total(page, each) for each in compared])


def _add_processes(page: Page) -> None:
    page.heading(2, "About processes")
    totals = [
        each
        for process in page.facts.process_ids
        for each in mg.published_totals(process, dataset=page.facts)
    ]
    met = sum(each.met for each in totals)
    page.paragraph(
        f"{len(totals)} lists have a published number. Of {met} lists we know as many names as"
        " that number. A list with fewer names gives nothing about parties that it does not"
        " name."
    )
    rows = [
        (
            page.link(each.process),
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
    """Return the counts that "Why trust it" includes, as a table in HTML."""
    page = Page(facts)
    parts = (
        facts.states, facts.organizations, facts.processes, facts.histories, facts.counts,
        facts.treaties, facts.resolutions,
        *((r.transitions, r.attestations, r.disagreements, r.lists) for r in facts.registers),
    )  # fmt: skip
    compared = [
        each for one in facts.counts for each in mg.reconcile(one.organization, dataset=facts)
    ]
    outcomes = Counter(each.outcome for each in compared)
    totals = [
        each for one in facts.process_ids for each in mg.published_totals(one, dataset=facts)
    ]
    page.table(
        ["what", "number"],
        [
            ("sources", f"{len(facts.sources):,}"),
            ("citations", f"{sum(len(list(citations_in(part))) for part in parts):,}"),
            ("facts on which sources disagree", f"{len(facts.disagreements)}"),
            ("published numbers about organizations and treaties", f"{len(compared)}"),
            *(
                (f"… {outcome}: {meaning}", f"{outcomes[outcome]}")
                for outcome, meaning in _MEANING.items()
            ),
            ("published numbers of participants in processes", f"{len(totals)}"),
            ("… with as many names known", f"{sum(each.met for each in totals)}"),
        ],
    )
    return page.content()
