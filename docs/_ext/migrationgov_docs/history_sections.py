"""The sections on the history of an organization: offices, relations, sessions, works."""

from __future__ import annotations

from collections.abc import Sequence

import migrationgov as mg
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.html_page import Page, escape, prose
from migrationgov_docs.shared import add_milestones

DatedRecord = mg.model.Tenure | mg.model.Relation | mg.model.Headquarters | mg.model.Presence


def add_history(page: Page, history: mg.model.History) -> None:
    """Add all records about an organization, except those about its members."""
    add_milestones(page, history.milestones)
    people = [(f"{escape(t.person)}, {escape(t.title or t.office)}", t) for t in history.tenures]
    _add_periods(page, "Officeholders", people)
    _add_periods(page, "Relations", [(prose(each.label), each) for each in history.relations])
    headquarters = [
        (f"{escape(each.place)}, {page.link(each.state)}", each) for each in history.headquarters
    ]
    _add_periods(page, "Headquarters", headquarters)
    _add_sessions(page, history.sessions)
    _add_offices(page, history.field_offices)
    places = [(f"{page.link(p.state)} {escape(p.place)}", p) for p in history.presences]
    _add_periods(page, "Countries with a presence, according to sources", places)
    _add_works(page, history.works)
    _add_strategy(page, "Mandate, in our words", history.strategy)


def _add_periods(page: Page, title: str, records: Sequence[tuple[str, DatedRecord]]) -> None:
    if records:
        page.heading(2, title)
    columns = ["", "first day", "last day", "attested on", "how we know", "note", "sources"]
    page.table(columns, [(what, *_span(page, each)) for what, each in records])


def _span(page: Page, each: DatedRecord) -> tuple[str, ...]:
    attested = "; ".join(f"{when(one.date)} {page.cite(one.citations)}" for one in each.attested)
    undated = each.start is None and not each.attested
    cited = page.cite((*each.citations, *each.end_citations))
    start = when(each.start, "undated" if undated else "")
    end = when(each.end, "no end recorded" if each.start else "")
    return start, end, attested, each.basis, prose(each.note), cited


def _add_sessions(page: Page, sessions: tuple[mg.model.Session, ...]) -> None:
    if sessions:
        page.heading(2, "Sessions of the governing body")
    rows = [
        (
            when(each.date),
            escape(f"{each.body} {each.number}".strip()),
            each.kind,
            escape(each.place),
            escape("; ".join(each.documents)),
            prose(each.note),
            page.cite(each.citations),
        )
        for each in sessions
    ]
    page.table(["date", "session", "kind", "place", "documents", "note", "sources"], rows)


def _add_offices(page: Page, offices: tuple[mg.model.FieldOffice, ...]) -> None:
    for each in offices:
        page.heading(2, f"Office: {each}")
        names = [f"{escape(n.text)} {when(n.as_of)} {page.cite(n.citations)}" for n in each.names]
        page.facts_table(
            [
                ("names", "; ".join(names)),
                ("in", f"{escape(each.place)}, {page.link(each.state)}"),
                ("covers", ", ".join(page.link(state) for state in each.covers)),
                ("note", prose(each.note)),
                ("sources", page.cite(each.citations)),
            ]
        )
        _add_strategy(page, "", each.strategy)


def _add_works(page: Page, works: tuple[mg.model.Work, ...]) -> None:
    if works:
        page.heading(2, "Projects, activities and reports")
    rows = [
        (
            when(each.date, "undated"),
            each.kind,
            escape(each.title),
            prose(each.aim),
            ", ".join(page.link(state) for state in each.states) or escape(each.with_whom),
            prose(each.note),
            page.cite(each.citations),
        )
        for each in works
    ]
    page.table(["date", "kind", "title", "aim", "with", "note", "sources"], rows)


def _add_strategy(page: Page, title: str, points: tuple[mg.model.StrategyItem, ...]) -> None:
    if points and title:
        page.heading(2, title)
    rows = [(each.kind, prose(each.label), page.cite(each.citations)) for each in points]
    page.table(["kind", "point", "sources"], rows)
