"""The first of the data pages: what there is, and every process with its latest lists."""

from __future__ import annotations

import migrationgov as mg
from migrationgov_docs.myst import Page, escape, when
from migrationgov_docs.state_pages import regions, slug

_INTRODUCTION = """\
These pages are written from the data of the library each time the documentation is built: what is
recorded, in the dates of the sources, with every source, where sources disagree, and what is not
known. They are public domain (CC0-1.0), as are the data; the [explorer](../explorer/index.md)
answers for any date."""

_LEGEND = """\
*Members* and *observers* are the states that are certain on the day of the latest evidence, by
the complete list of the date given; "+ n" are possible ones, and a dash means that no complete
list could be read. *Chair* is who is certainly in the chair on that day; a name in brackets is
possible. *Totals* are the published numbers of participants as "names read / number published",
the latest of each role."""


def index_page(facts: mg.Dataset) -> str:
    """Return the page that leads to all others."""
    page = Page("data", facts)
    page.heading(1, "Data pages")
    page.paragraph(_INTRODUCTION)
    page.paragraph(f"The data are as of {when(facts.manifest.as_of)}\\.")
    page.heading(2, "Organizations")
    page.items(page.organization(whose) for whose in with_page(facts))
    page.heading(2, "States and territories")
    page.items(
        f"[{escape(region)}](states/{slug(region)}.md): {len(states)}"
        for region, states in regions(facts).items()
    )
    page.heading(2, "Processes")
    page.paragraph(_LEGEND)
    columns = ["process", "status", "list of", "members", "observers", "chair", "totals"]
    page.table(columns, [_row(page, process) for process in facts.processes])
    paths = [f"organizations/{each}" for each in with_page(facts)]
    paths += [f"states/{slug(region)}" for region in regions(facts)]
    paths += [f"processes/{each}" for each in facts.process_ids]
    tree = "\n".join(["```{toctree}", ":hidden:", ":maxdepth: 1", "", *paths, "```"])
    return page.text() + "\n" + tree + "\n"


def with_page(facts: mg.Dataset) -> list[str]:
    """Return the organizations of which there is a history or a register."""
    return sorted({*facts.history_ids, *facts.register_ids})


def _row(page: Page, process: mg.model.ConsultativeProcess) -> tuple[str, ...]:
    roster = mg.process_participants(process, dataset=page.facts)
    chairs = [page.party(code) for code in roster.chair.codes]
    chairs += [f"\\({page.party(code)}\\)" for code in roster.chair.possible.codes]
    return (
        page.process(process.id),
        escape(str(process.statuses[-1])) if process.statuses else "",
        when(roster.as_of, "\\-"),
        _count(roster.members),
        _count(roster.observers),
        ", ".join(chairs),
        _totals(process, page.facts),
    )


def _count(roll: mg.results.MemberList) -> str:
    certain, possible = (
        sum(1 for party in side if isinstance(party, mg.model.State))
        for side in (roll, roll.possible)
    )
    if not certain and not possible and not roll.complete:
        return "\\-"
    return f"{certain} \\+ {possible}" if possible else str(certain)


def _totals(process: mg.model.ConsultativeProcess, facts: mg.Dataset) -> str:
    latest = {each.role: each for each in mg.published_totals(process, dataset=facts)}
    return "; ".join(
        f"{role}s {latest[role].named}/{latest[role].total} ({when(latest[role].as_of)})"
        for role in sorted(latest)
    )
