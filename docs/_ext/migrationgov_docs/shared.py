"""Parts that several kinds of pages have: names, milestones, disagreements, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import migrationgov as mg
from migrationgov.notebook.phrases import spaced
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.html_page import Page, escape, prose


def names_in(name: str, names: Iterable[mg.model.Name]) -> list[str]:
    """Return the names of a record, for the search."""
    return [name, *(each.text for each in names)]


def add_names(page: Page, names: Sequence[mg.model.Name]) -> None:
    """Add the names of a record, with language, form and dates."""
    rows = [
        (
            escape(n.text),
            escape(n.lang),
            n.form,
            when(n.start),
            when(n.end),
            page.cite(n.citations),
        )
        for n in names
    ]
    page.heading(2, "Names")
    page.table(["name", "language", "form", "from", "until", "sources"], rows)


def add_milestones(page: Page, milestones: Iterable[mg.model.Milestone]) -> None:
    """Add the milestones, by date."""

    def by(each: mg.model.Milestone) -> str:
        return ", ".join(page.link(code) for code in (*each.states, *each.organizations))

    rows = [
        (when(each.date), each.kind, prose(each.label), by(each), page.cite(each.citations))
        for each in milestones
    ]
    if rows:
        page.heading(2, "Milestones")
        page.table(["date", "kind", "what", "founders or signatories", "sources"], rows)


def add_transitions(page: Page, records: Iterable[mg.model.Transition], about: str) -> None:
    """Add transitions; *about* is the side that is not the subject of the page."""
    rows = [
        (
            page.link(getattr(each, about)),
            spaced(each.kind) + _predecessor(page, each),
            when(each.date),
            each.basis,
            prose(each.note),
            page.cite(each.citations),
        )
        for each in records
    ]
    head = "state or organization" if about == "party" else about
    page.table([head, "transition", "date", "how we know", "note", "sources"], rows)


def _predecessor(page: Page, record: mg.model.Transition) -> str:
    return f" (predecessor: {page.link(record.predecessor)})" if record.predecessor else ""


def add_gaps(page: Page, gaps: Sequence[str]) -> None:
    """Add the sentences on what is not known."""
    if gaps:
        page.heading(2, "What we do not know")
        page.items(gaps)
