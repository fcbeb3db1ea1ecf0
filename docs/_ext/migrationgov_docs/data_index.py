"""The first data page: links to all others, and every process with its latest lists."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.vocabularies.characteristics import Theme
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.downloads import DOWNLOADS
from migrationgov_docs.grades import numbers
from migrationgov_docs.html_page import Page, escape, prose
from migrationgov_docs.index_rows import (
    ORGANIZATION_COLUMNS,
    TREATY_COLUMNS,
    organization_rows,
    treaty_rows,
)
from migrationgov_docs.names import organizations_with_page
from migrationgov_docs.process_box import named_of

_INTRODUCTION = """\
Each build of the documentation writes these pages from the data of the library. They give what is
recorded, with the dates and every source; where sources disagree; and what is not known. They are
in the public domain (CC0-1.0), like the data. The <a href="../explorer/index.html">explorer</a>
answers for any date."""

_REGISTERS = """\
<em>Members</em>: the number of member states on the last day that the register covers, by grade.
<em>Others without a record</em>: whether they were certainly no members, or are unknown.
<em>Totals</em>: how many published numbers equal our count; the page of each has all, and <a
href="totals.html">Published numbers</a> the outcomes."""

_TREATIES = """\
<em>By effect</em>: states for which the treaty is in force on the last day of the register.
<em>By deposit</em>: states that have deposited an instrument, as depositaries count."""

_LEGEND = """\
<em>Members</em>: the number of member states on the day of the latest evidence, by grade.
<em>Certain</em>: the sources leave no doubt. <em>Listed</em>: the best reading, by the last record
carried forward. <em>Possible</em>: a record names the state, and the sources leave
it open. <em>Chair</em>: the party that chairs on that day, certainly or by the best reading; a
name in brackets is possible. <em>Known by name</em>: how many of the
published number of members the sources name."""

_ALSO = (
    ("states/index.html", "States and territories", "a page for each, with its timeline"),
    ("disagreements.html", "Where the record disagrees", "every disagreement between sources"),
    ("totals.html", "Published numbers", "each compared with our count"),
    (
        "evidence-quality.html",
        "What was looked at when",
        "second sources, and the rules of the data",
    ),
    ("votes.html", "Resolutions and votes", "how each state voted"),
)
_PROCESS_COLUMNS = [
    "process", "status", "members", "chair", "known by name",
]  # fmt: skip


def index_page(facts: mg.Dataset) -> str:
    """Return the page with links to all other data pages."""
    page = Page(facts)
    page.title("Data pages")
    page.paragraph(_INTRODUCTION)
    page.paragraph(f"The data are as of {when(facts.manifest.as_of)}.")
    page.items(f'<a href="{address}">{text}</a>: {what}' for address, text, what in _ALSO)
    organizations = organizations_with_page(facts)
    page.heading(2, "Processes")
    page.paragraph(_LEGEND)
    processes = [facts.process(each) for each in page.by_name(facts.process_ids)]
    page.table(_PROCESS_COLUMNS, [_row(page, process) for process in processes])
    page.heading(2, "Organizations and groups")
    page.paragraph(_REGISTERS)
    page.table(ORGANIZATION_COLUMNS, organization_rows(page, organizations))
    page.heading(2, "Treaties")
    page.paragraph(_TREATIES)
    page.table(TREATY_COLUMNS, treaty_rows(page))
    page.heading(2, "Themes")
    page.table(["theme", "processes"], _themes(page))
    _add_downloads(page)
    treaties = page.by_name(facts.treaty_ids)
    page.list_of_pages(
        (
            "states/index", "disagreements", "votes",
            *(f"processes/{each.id}" for each in processes),
            *(f"organizations/{each}" for each in organizations),
            *(f"treaties/{each}" for each in treaties),
        )
    )  # fmt: skip
    return page.text()


def _add_downloads(page: Page) -> None:
    page.heading(2, "Downloads")
    page.items(
        f'<a href="../_static/downloads/{name}" download>{name}</a>: {what}'
        for name, what in DOWNLOADS.items()
    )
    page.paragraph(
        "The page of each institution has its timelines as CSV. Answers of the library go into"
        ' pandas, Excel, CSV and bibliographies: see <a href="../exports.html">Exports</a>.'
    )


def _themes(page: Page) -> list[tuple[str, ...]]:
    """Return each theme with the processes that sources say deal with it."""
    found = {theme: mg.processes(theme=theme, dataset=page.facts) for theme in Theme}
    return [
        (escape(theme), page.links(each.id for each in its)) for theme, its in found.items() if its
    ]


def _row(page: Page, process: mg.model.ConsultativeProcess) -> tuple[str, ...]:
    roster = mg.process_participants(process, dataset=page.facts)
    members = mg.members_on(roster.on, process, dataset=page.facts)
    chairs = [page.link(code) for code in page.by_name(roster.chair.codes)]
    chairs += [f"({page.link(code)})" for code in roster.chair.possible.codes]
    return (
        page.link(process.id),
        prose(str(process.statuses[-1])) if process.statuses else "",
        f"{numbers(members)} on {when(roster.on)}",
        ", ".join(chairs),
        named_of(process, page),
    )
