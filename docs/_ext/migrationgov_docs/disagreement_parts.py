"""A disagreement between sources as a part of a page: each value with its sources, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable

import migrationgov as mg
from migrationgov.notebook.phrases import spaced
from migrationgov_docs.html_page import Page, anchor, escape, prose
from migrationgov_docs.names import name_of

_QUESTIONS = {"joined": "When did {} join {}?", "withdrew": "When did {} leave {}?"}
_CODE = re.compile(r"[A-Z]{3}")


def add_disagreements(page: Page, records: Iterable[mg.model.Disagreement]) -> None:
    """Add the section on what sources disagree about."""
    disagreements = list(records)
    if disagreements:
        page.heading(2, "Where sources disagree")
    add_each(page, disagreements)


def add_each(page: Page, disagreements: Iterable[mg.model.Disagreement]) -> None:
    """Add disagreements, each with an anchor of its own; equal ones are numbered."""
    taken: dict[str, int] = {}
    for each in disagreements:
        label = anchor_of(each)
        taken[label] = taken.get(label, 0) + 1
        again = f"-{taken[label]}" if taken[label] > 1 else ""
        _add(page, each, f"{label}{again}")


def anchor_of(each: mg.model.Disagreement) -> str:
    """Return the anchor of a disagreement: its subject, its institution and its field."""
    about = each.context if each.subject == each.context else f"{each.subject}-{each.context}"
    return anchor(f"disagreement-{about}-{each.field}")


def question(each: mg.model.Disagreement, facts: mg.Dataset) -> str:
    """Return what a disagreement is about: "When did France join IOM?"."""
    institution = name_of(each.context, facts)
    field = _named(spaced(each.field), facts)
    if each.subject == each.context:
        return f"{institution}: {field}"
    name = name_of(each.subject, facts)
    if each.field in _QUESTIONS:
        return _QUESTIONS[each.field].format(name, institution)
    return f"{name}, {institution}: {field}"


def _named(field: str, facts: mg.Dataset) -> str:
    """Return the name of a field, with states by their names."""
    return _CODE.sub(
        lambda code: facts.state(code[0]).name if facts.has_state(code[0]) else code[0], field
    )


def _add(page: Page, each: mg.model.Disagreement, label: str) -> None:
    page.html(f'<article class="mg-doubt" id="{label}">')
    link = f'<a class="headerlink" href="#{label}" title="Link to this disagreement">¶</a>'
    page.html(f"<h3>{prose(question(each, page.facts))}{link}</h3>")
    claims = "\n".join(_claim(page, claim, each.preferred or "") for claim in each.claims)
    page.html(f'<ul class="mg-claims">\n{claims}\n</ul>')
    used = f"We use: {prose(each.preferred)}." if each.preferred else "We use no single value."
    page.paragraph(f"<strong>{used}</strong> {prose(each.reason)}")
    page.html("</article>")


def _claim(page: Page, claim: mg.model.Claim, preferred: str) -> str:
    look = ' class="mg-used"' if claim.value == preferred else ""
    value, recorded = prose(claim.value), escape(claim.value)
    title = f' title="{recorded}"' if recorded != value else ""
    sources = page.cite(claim.citations)
    return f'<li{look}><p class="mg-value"><time{title}>{value}</time></p>\n{sources}</li>'
