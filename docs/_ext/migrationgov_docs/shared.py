"""Parts that several kinds of pages have: names, milestones, disagreements, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import migrationgov as mg
from migrationgov.notebook.phrases import spaced
from migrationgov_docs.myst import Page, escape, when


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
        return ", ".join(page.party(code) for code in (*each.states, *each.organizations))

    rows = [
        (when(each.date), each.kind, escape(each.label), by(each), page.cite(each.citations))
        for each in milestones
    ]
    if rows:
        page.heading(2, "Milestones")
        page.table(["date", "kind", "what", "founders or signatories", "sources"], rows)


def add_transitions(page: Page, records: Iterable[mg.model.Transition], about: str) -> None:
    """Add transitions; *about* is the side that is not the subject of the page."""
    rows = [
        (
            subject(getattr(each, about), page),
            spaced(each.kind) + _predecessor(page, each),
            when(each.date),
            each.basis,
            escape(each.note),
            page.cite(each.citations),
        )
        for each in records
    ]
    head = "state or organization" if about == "party" else about
    page.table([head, "transition", "date", "how we know", "note", "sources"], rows)


def _predecessor(page: Page, record: mg.model.Transition) -> str:
    return f" (predecessor: {page.party(record.predecessor)})" if record.predecessor else ""


def add_disagreements(
    page: Page, records: Iterable[mg.model.Disagreement], level: int = 2
) -> None:
    """Add the values that sources give, each with its sources, and why one of them is used."""
    disagreements = list(records)
    if disagreements:
        page.heading(level, "Where sources disagree")
    for each in disagreements:
        used = f"used: {escape(each.preferred)}" if each.preferred else "none is used"
        about = escape(spaced(each.field))
        if each.subject != each.context:
            about += f" of {subject(each.subject, page)}"
        page.paragraph(f"**{about}**; {used}\\. {escape(each.reason)}")
        values = [escape(claim.value) for claim in each.claims]
        cited = [page.cite(claim.citations) for claim in each.claims]
        page.table(values, [cited])


def subject(party: str, page: Page) -> str:
    """Return the name of a state or of an institution, with a link to its page."""
    return page.party(party) if page.facts.has_state(party) else page.institution(party)


def add_gaps(page: Page, gaps: Sequence[str], level: int = 2) -> None:
    """Add the sentences on what is not known."""
    if gaps:
        page.heading(level, "What we do not know")
        page.items(gaps)
