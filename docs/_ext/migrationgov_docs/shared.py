"""Pieces that several sorts of pages have: names, milestones, rival values, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import migrationgov as mg
from migrationgov_docs.myst import Page, escape, when


def add_names(page: Page, names: Sequence[mg.model.Name]) -> None:
    """Add the names something goes by, with language, form and dates."""
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
    """Add what happened when."""
    rows = [
        (when(each.date), each.kind, escape(each.label), page.cite(each.citations))
        for each in milestones
    ]
    if rows:
        page.heading(2, "What happened when")
        page.table(["date", "kind", "what", "sources"], rows)


def add_rivals(page: Page, rivals: Iterable[mg.model.Disagreement], level: int = 2) -> None:
    """Add rival values side by side, each with its sources, and why one of them is used."""
    its = list(rivals)
    if its:
        page.heading(level, "Where sources disagree")
    for each in its:
        used = f"used: {escape(each.preferred)}" if each.preferred else "none is used"
        about = escape(each.field.replace("-", " "))
        if each.subject != each.context:
            about += f" of {subject(each.subject, page)}"
        page.paragraph(f"**{about}**; {used}\\. {escape(each.reason)}")
        values = [escape(claim.value) for claim in each.claims]
        cited = [page.cite(claim.citations) for claim in each.claims]
        page.table(values, [cited])


def subject(whose: str, page: Page) -> str:
    """Return the name of a state, body or process, with a link where it has a page."""
    return page.process(whose) if whose in page.facts.process_ids else page.party(whose)


def add_gaps(page: Page, gaps: Sequence[str], level: int = 2) -> None:
    """Add what is not known."""
    if gaps:
        page.heading(level, "What we do not know")
        page.items(gaps)
