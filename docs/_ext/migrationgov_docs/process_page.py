"""The page of one consultative process."""

from __future__ import annotations

import migrationgov as mg
from migrationgov_docs import gaps
from migrationgov_docs.myst import Page, ask_explorer, escape, when
from migrationgov_docs.shared import add_gaps, add_milestones, add_names, add_rivals

_KINDS = {
    mg.vocabularies.ListKind.STATED: "complete list",
    mg.vocabularies.ListKind.PARTIAL: "part of the list",
    mg.vocabularies.ListKind.ATTENDANCE: "who attended",
    mg.vocabularies.ListKind.SUBSET: "some of them",
    mg.vocabularies.ListKind.GROUP: "a group",
}


def process_page(process: mg.model.ConsultativeProcess, facts: mg.Dataset) -> str:
    """Return the page of one process."""
    page = Page(f"process-{process.id}", facts)
    page.heading(1, process.name, f"process-{process.id}")
    _add_facts(page, process)
    _add_roster(page, process)
    _add_terms(page, process)
    _add_lists(page, process)
    add_milestones(page, process.milestones)
    _add_meetings(page, process)
    add_rivals(page, process.disagreements)
    add_gaps(page, gaps.of_process(process, page))
    add_names(page, process.names)
    return page.text()


def _add_facts(page: Page, process: mg.model.ConsultativeProcess) -> None:
    reports = [
        f"{each.status} as of {when(each.as_of)} {page.cite(each.citations)}"
        for each in process.statuses
    ]
    page.facts_table(
        [
            ("id", f"`{process.id}`"),
            ("kind", process.kind),
            ("region", escape(process.region)),
            ("status", "; ".join(reports)),
            ("followed", ", ".join(page.process(each) for each in process.predecessors)),
            ("followed by", ", ".join(page.process(each) for each in process.successors)),
            ("latest evidence", when(process.covered_until)),
            ("checked on", when(process.checked_on)),
            ("sources", page.cite(process.citations)),
            ("note", escape(process.note)),
        ]
    )
    page.paragraph(ask_explorer(f"process={process.id}"))


def _add_roster(page: Page, process: mg.model.ConsultativeProcess) -> None:
    roster = mg.process_participants(process, dataset=page.facts)
    page.heading(2, "Who takes part")
    rests = f"the complete list of {when(roster.as_of)}" if roster.as_of else "no complete list"
    page.paragraph(
        f"On {when(roster.on)}, the day of the latest evidence, by {rests} of members\\."
    )
    roles = dict.fromkeys(each.role for each in (*roster.certain, *roster.possible))
    rows = [_role(page, roster.role(role)) for role in roles]
    page.table(["role", "certain", "possible", "others", "sources"], rows)
    if not rows:
        page.paragraph("Nobody is named: who takes part is not known\\.")


def _role(page: Page, roll: mg.results.MemberList) -> tuple[str, ...]:
    certain, possible = (
        ", ".join(page.party(code) for code in side.codes) for side in (roll, roll.possible)
    )
    others = "no other state" if roll.complete else "not known"
    return roll.status.replace("-", " "), certain, possible, others, page.cite(roll.citations)


def _add_terms(page: Page, process: mg.model.ConsultativeProcess) -> None:
    if process.terms:
        page.heading(2, "Terms")
    rows = [
        (
            each.role.replace("-", " "),
            page.party(each.participant),
            when(each.start),
            when(each.end, "no end known"),
            "; ".join(_officer(page, one) for one in each.officers),
            escape(each.note),
            page.cite(each.citations),
        )
        for each in process.terms
    ]
    page.table(["role", "held by", "first day", "last day", "officers", "note", "sources"], rows)


def _officer(page: Page, one: mg.model.Officer) -> str:
    shown = ", ".join(when(each.date) for each in one.attested)
    dates = escape(one.term) if one.term else shown
    title = f", {escape(one.title)}" if one.title else ""
    return f"{escape(one.name)}{title} {dates} {page.cite(one.citations)}"


def _add_lists(page: Page, process: mg.model.ConsultativeProcess) -> None:
    rows = [
        _list(page, snapshot, names)
        for snapshot in process.participant_lists
        for names in snapshot.lists
    ]
    if rows:
        page.heading(2, "Lists, by date")
        page.paragraph(
            "Only a complete list says of a state that is not on it that it is not in\\."
        )
    columns = ["as of", "role", "what it is", "published", "read", "names", "note", "sources"]
    page.table(columns, rows)


def _list(
    page: Page, snapshot: mg.model.ParticipantLists, names: mg.model.RoleList
) -> tuple[str, ...]:
    who = [
        page.party(each.participant) + ("" if each.certain else " \\(doubted by the list\\)")
        for each in names.entries
    ]
    return (
        when(snapshot.as_of),
        names.role.replace("-", " "),
        _KINDS[names.kind],
        "" if names.total is None else str(names.total),
        str(len(who)),
        ", ".join(who),
        escape(snapshot.note),
        page.cite(snapshot.citations),
    )


def _add_meetings(page: Page, process: mg.model.ConsultativeProcess) -> None:
    if process.meetings:
        page.heading(2, "Meetings")
    rows = [
        (
            when(each.date),
            escape(each.title),
            each.level.replace("-", " "),
            escape(each.place),
            ", ".join(page.party(host) for host in each.hosts),
            escape(" ".join(part for part in (each.theme, each.note) if part)),
            page.cite(each.citations),
        )
        for each in process.meetings
    ]
    page.table(["date", "meeting", "level", "place", "hosts", "theme and note", "sources"], rows)
