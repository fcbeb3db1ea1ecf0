"""The page "Where the record disagrees": every disagreement, by what it is about."""

from __future__ import annotations

from itertools import groupby

import migrationgov as mg
from migrationgov.words import count
from migrationgov_docs.disagreement_parts import add_each
from migrationgov_docs.html_page import Page
from migrationgov_docs.names import name_of, sort_key
from migrationgov_docs.register_sections import IOM

FILE = "disagreements.csv"


def disagreements_page(facts: mg.Dataset) -> str:
    """Return the page with every disagreement, by institution and subject."""
    page = Page(facts)
    page.title("Where the record disagrees")
    found = sorted(facts.disagreements, key=lambda each: _order(each, facts))
    undecided = sum(each.preferred is None for each in found)
    page.lead(
        f"{count(len(found), 'disagreement')} between sources, by institution: what each source"
        " gives, which value we use, and why. Each has an address of its own (the sign ¶)."
        f" Of {undecided} no value is used: there the answers of the library are “possible”, not"
        " “certain”, where it matters. What common references give stands beside the documents,"
        " as far as their licence allows."
    )
    page.paragraph(
        f'Download: <a href="../_static/downloads/{FILE}" download>all disagreements as CSV</a>.'
        ' In Python: <code>mg.disagreements()</code>, or <code>mg.disagreements("Malta")</code>.'
    )
    for context, its in groupby(found, key=lambda each: each.context):
        disagreements = list(its)
        name = name_of(context, facts)
        page.heading(2, name, f"about-{context}")
        page.paragraph(f"{count(len(disagreements), 'disagreement')}. See {page.link(context)}.")
        add_each(page, disagreements)
    return page.text()


def _order(each: mg.model.Disagreement, facts: mg.Dataset) -> tuple[object, ...]:
    """Return the place of a disagreement: IOM, organizations, treaties, processes; by name."""
    kind = (
        each.context != IOM,
        each.context in facts.process_ids,
        each.context in facts.treaty_ids,
    )
    subject = "" if each.subject == each.context else sort_key(name_of(each.subject, facts))
    return (*kind, sort_key(name_of(each.context, facts)), each.context, subject, each.field)
