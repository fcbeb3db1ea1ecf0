"""The sections on the history of an organization: offices, relations, sessions, works."""

from __future__ import annotations

from collections.abc import Sequence

import migrationgov as mg
from migrationgov_docs.myst import Page, escape, when
from migrationgov_docs.shared import add_milestones

DatedRecord = mg.model.Tenure | mg.model.Relation | mg.model.Headquarters | mg.model.Presence


def add_history(page: Page, history: mg.model.History) -> None:
    """Add all that is recorded of an organization besides who belongs to it."""
    add_milestones(page, history.milestones)
    people = [(f"{escape(t.person)}, {escape(t.title or t.office)}", t) for t in history.tenures]
    _add_lasting(page, "Who held which office", people)
    _add_lasting(page, "Relations", [(escape(each.label), each) for each in history.relations])
    seats = [
        (f"{escape(each.place)}, {page.party(each.state)}", each) for each in history.headquarters
    ]
    _add_lasting(page, "Seat", seats)
    _add_sessions(page, history.sessions)
    _add_offices(page, history.field_offices)
    places = [(f"{page.party(p.state)} {escape(p.place)}", p) for p in history.presences]
    _add_lasting(page, "Said to be present in", places)
    _add_works(page, history.works)
    _add_strategy(page, "Mandate, as labels of ours", history.strategy)


def _add_lasting(page: Page, title: str, told: Sequence[tuple[str, DatedRecord]]) -> None:
    if told:
        page.heading(2, title)
    columns = ["", "first day", "last day", "shown on", "how we know", "note", "sources"]
    page.table(columns, [(what, *_span(page, each)) for what, each in told])


def _span(page: Page, each: DatedRecord) -> tuple[str, ...]:
    shown = "; ".join(f"{when(one.date)} {page.cite(one.citations)}" for one in each.attested)
    undated = each.start is None and not each.attested
    cited = page.cite((*each.citations, *each.end_citations))
    start = when(each.start, "undated" if undated else "")
    end = when(each.end, "no end known" if each.start else "")
    return start, end, shown, each.basis, escape(each.note), cited


def _add_sessions(page: Page, sessions: tuple[mg.model.Session, ...]) -> None:
    if sessions:
        page.heading(2, "Sessions that were read about")
    rows = [
        (
            when(each.date),
            escape(f"{each.body} {each.number}".strip()),
            each.kind,
            escape(each.place),
            escape("; ".join(each.documents)),
            escape(each.note),
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
                ("in", f"{escape(each.place)}, {page.party(each.state)}"),
                ("covers", ", ".join(page.party(state) for state in each.covers)),
                ("note", escape(each.note)),
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
            escape(each.aim),
            ", ".join(page.party(state) for state in each.states) or escape(each.with_whom),
            escape(each.note),
            page.cite(each.citations),
        )
        for each in works
    ]
    page.table(["date", "kind", "title", "aim", "with", "note", "sources"], rows)


def _add_strategy(page: Page, title: str, points: tuple[mg.model.StrategyItem, ...]) -> None:
    if points and title:
        page.heading(2, title)
    rows = [(each.kind, escape(each.label), page.cite(each.citations)) for each in points]
    page.table(["kind", "point", "sources"], rows)
