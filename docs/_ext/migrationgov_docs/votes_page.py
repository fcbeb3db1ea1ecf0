"""The page of resolutions, with and without a recorded vote."""

from __future__ import annotations

import re

import migrationgov as mg
from migrationgov.vocabularies import Adoption
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.disagreement_parts import add_each
from migrationgov_docs.html_page import Page, escape, prose

_INTRODUCTION = """\
Resolutions and declarations on migration and refugees, with the vote of each state where there was
a vote. A vote is no membership and makes no state a party. Whom no list names was absent, or had
no vote."""


def votes_page(facts: mg.Dataset) -> str:
    """Return the page with all resolutions."""
    page = Page(facts)
    page.title("Resolutions and votes")
    page.paragraph(_INTRODUCTION)
    for resolution in mg.resolutions(dataset=facts):
        _add_resolution(page, resolution)
    return page.text()


def _add_resolution(page: Page, its: mg.model.Resolution) -> None:
    page.heading(2, its.name, label_of(its))
    names = [each.text for each in its.names]
    page.facts_table(
        [
            ("symbol", escape(its.id)),
            ("adopted by", page.link(its.institution)),
            ("on", when(its.date)),
            ("how", _how(its)),
            ("other names", escape("; ".join(names))),
            ("note", prose(its.note)),
            ("sources", page.cite(its.citations)),
        ]
    )
    rows = [
        (each.vote, str(len(each.states)), page.links(each.states), page.cite(each.citations))
        for each in its.votes
    ]
    page.table(["vote", "number", "states", "sources"], rows)
    if its.institution in page.facts.register_ids:
        rivals = mg.disagreements(institution=its.institution, dataset=page.facts)
        add_each(page, (each for each in rivals if its.id in each.field.split()))


def label_of(its: mg.model.Resolution) -> str:
    """Return the label to which other pages link."""
    return "resolution-" + re.sub(r"[^a-z0-9]+", "-", its.id.lower()).strip("-")


def _how(its: mg.model.Resolution) -> str:
    if its.adopted is Adoption.WITHOUT_VOTE:
        return "without a vote"
    return "by a vote: " + ", ".join(f"{len(each.states)} {each.vote}" for each in its.votes)
