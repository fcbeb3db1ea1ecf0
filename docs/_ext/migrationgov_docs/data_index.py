"""The first data page: links to all others, and every process with its latest lists."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.vocabularies import OrganizationId
from migrationgov.vocabularies.characteristics import Theme
from migrationgov_docs.grades import evidence_of, numbers
from migrationgov_docs.index_rows import (
    ORGANIZATION_COLUMNS,
    TREATY_COLUMNS,
    organization_rows,
    treaty_rows,
)
from migrationgov_docs.myst import Page, escape, when
from migrationgov_docs.state_pages import regions, slug

_INTRODUCTION = """\
Each build of the documentation writes these pages from the data of the library. They give what is
recorded, with the dates and every source; where sources disagree; and what is not known. They are
in the public domain (CC0-1.0), like the data. The [explorer](../explorer/index.md) answers for any
date."""

_REGISTERS = """\
*Members*: the number of member states on the last day that the register covers, by grade. *Others
without a record*: whether they were certainly no members, or are unknown. *Totals*: how many
published numbers equal our count; the page of each has all, and [Published numbers](totals.md) the
outcomes."""

_TREATIES = """\
*By effect*: states for which the treaty is in force on the last day that the register covers.
*By deposit*: states that have deposited an instrument, as depositaries count."""

_LEGEND = """\
*Members* and *observers*: the number of states on the day of the latest evidence, by grade.
*Certain*: the sources leave no doubt. *Listed*: the best reading, by the records under *evidence*.
*Possible*: a record names the state, and the sources leave it open. *Chair*: the party that chairs
on that day, certainly or by the best reading; a name in brackets is possible. *Totals*: the latest
published number of participants in each role, as "names known / number published"."""


def index_page(facts: mg.Dataset) -> str:
    """Return the page with links to all other data pages."""
    page = Page("data", facts)
    page.heading(1, "Data pages")
    page.paragraph(_INTRODUCTION)
    page.paragraph(f"The data are as of {when(facts.manifest.as_of)}\\.")
    page.heading(2, "Organizations and groups")
    page.paragraph(_REGISTERS)
    page.table(ORGANIZATION_COLUMNS, organization_rows(page, with_page(facts)))
    page.heading(2, "Treaties")
    page.paragraph(_TREATIES)
    page.table(TREATY_COLUMNS, treaty_rows(page))
    page.heading(2, "Resolutions and votes")
    page.paragraph("[Resolutions and votes](votes.md): how each state voted\\.")
    page.heading(2, "States and territories")
    page.items(
        f"[{escape(region)}](states/{slug(region)}.md): {len(states)}"
        for region, states in regions(facts).items()
    )
    page.heading(2, "Processes")
    page.paragraph(_LEGEND)
    columns = ["process", "status", "on", "members", "evidence", "observers", "chair", "totals"]
    processes = mg.processes(dataset=facts)
    page.table(columns, [_row(page, process) for process in processes])
    page.heading(2, "Themes")
    page.table(["theme", "processes"], _themes(page))
    paths = [f"organizations/{each}" for each in with_page(facts)]
    paths += [f"treaties/{each}" for each in facts.treaty_ids]
    paths += ["votes"]
    paths += [f"states/{slug(region)}" for region in regions(facts)]
    paths += [f"processes/{each.id}" for each in processes]
    tree = "\n".join(["```{toctree}", ":hidden:", ":maxdepth: 1", "", *paths, "```"])
    return page.text() + "\n" + tree + "\n"


def with_page(facts: mg.Dataset) -> list[OrganizationId]:
    """Return the organizations that have a history or a register."""
    return sorted({*facts.history_ids, *facts.register_ids} - {*facts.treaty_ids})


def _themes(page: Page) -> list[tuple[str, ...]]:
    """Return each theme with the processes that sources say deal with it."""
    found = {theme: mg.processes(theme=theme, dataset=page.facts) for theme in Theme}
    return [
        (escape(theme), ", ".join(page.process(each.id) for each in its))
        for theme, its in found.items()
        if its
    ]


def _row(page: Page, process: mg.model.ConsultativeProcess) -> tuple[str, ...]:
    roster = mg.process_participants(process, dataset=page.facts)
    members = mg.members_on(roster.on, process, dataset=page.facts)
    observers = mg.observers_on(roster.on, process, kind="state", dataset=page.facts)
    chairs = [page.party(code) for code in roster.chair.codes]
    chairs += [f"\\({page.party(code)}\\)" for code in roster.chair.possible.codes]
    return (
        page.process(process.id),
        escape(str(process.statuses[-1])) if process.statuses else "",
        when(roster.on),
        numbers(members),
        evidence_of(members),
        numbers(observers),
        ", ".join(chairs),
        _totals(process, page.facts),
    )


def _totals(process: mg.model.ConsultativeProcess, facts: mg.Dataset) -> str:
    latest = {each.role: each for each in mg.published_totals(process, dataset=facts)}
    return "; ".join(
        f"{role}s {latest[role].named}/{latest[role].total} ({when(latest[role].as_of)})"
        for role in sorted(latest)
    )
