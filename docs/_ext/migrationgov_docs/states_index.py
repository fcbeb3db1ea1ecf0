"""The page that leads to the page of each state."""

from __future__ import annotations

import migrationgov as mg
from migrationgov_docs.html_page import Page, escape
from migrationgov_docs.state_pages import regions, slug


def states_page(facts: mg.Dataset) -> str:
    """Return the list of all states and territories, by region and name."""
    page = Page(facts, folders=1)
    page.title("States and territories")
    page.lead(
        "The page of each state has a timeline over all institutions, what it is a member of or a"
        " party to, since when and at which grade, its transitions with their sources, and what"
        " sources disagree about. A state missing from an incomplete list may still be a member:"
        " see the page of the institution."
    )
    for region, states in regions(facts).items():
        page.heading(2, region, f"region-{slug(region)}")
        items = "\n".join(
            f'<li>{page.link(each.id)} <span class="mg-code">{escape(each.id)}</span></li>'
            for each in states
        )
        page.html(f'<ul class="mg-parties">\n{items}\n</ul>')
    return page.text()
