"""A few disagreements between sources for the front page, with what each source gives."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import migrationgov as mg
from migrationgov.words import count
from migrationgov_docs.dates_in_words import in_words
from migrationgov_docs.disagreement_parts import question
from migrationgov_docs.register_sections import IOM

_FEW = 12
_CLAIMS = 3
_WEB = ("https://", "http://")


def chosen(facts: mg.Dataset) -> list[mg.model.Disagreement]:
    """
    Return the disagreements of the page.

    Those with three values or more come first: of states in IOM, of IOM, of processes, of others;
    among these, those with most values. Of each institution but IOM there is one.
    """
    found: list[mg.model.Disagreement] = []
    for each in sorted(facts.disagreements, key=lambda each: _rank(each, facts)):
        if each.context == IOM or all(each.context != other.context for other in found):
            found.append(each)
    return found[:_FEW]


def _rank(each: mg.model.Disagreement, facts: mg.Dataset) -> tuple[object, ...]:
    many = len(each.claims) >= _CLAIMS
    of_state = facts.has_state(each.subject)
    process = each.context in facts.process_ids
    about = (each.context == IOM) * 2 + (each.context == IOM and of_state) + process
    return (not many, -about, -len(each.claims), each.context, each.subject, each.field)


def disagreements_part(facts: mg.Dataset) -> str:
    """Return the disagreements; a script shows one at a time, and without it all are there."""
    found = chosen(facts)
    items = "".join(_article(each, facts) for each in found)
    steps = (
        '<p class="mg-buttons" id="mg-doubt-steps" hidden>'
        '<button type="button" id="mg-doubt-before">Before</button>'
        '<button type="button" id="mg-doubt-next">Next</button>'
        '<span id="mg-doubt-place" role="status"></span></p>'
    )
    number = count(len(facts.disagreements), "disagreement")
    rest = f'{len(found)} of <a href="data/disagreements.html">{number} on record</a>.'
    return f'<div id="mg-doubts">{items}</div>{steps}<p class="mg-front-note">{rest}</p>\n'


def _article(each: mg.model.Disagreement, facts: mg.Dataset) -> str:
    claims = "".join(_claim(claim, each.preferred or "", facts) for claim in each.claims)
    used = f"We use: {in_words(each.preferred)}." if each.preferred else "We use no single value."
    return (
        f'<article class="mg-doubt"><h3>{escape(in_words(question(each, facts)))}</h3>'
        f'<ul class="mg-claims">{claims}</ul>'
        f"<p><strong>{escape(used)}</strong> {escape(in_words(each.reason))}</p></article>"
    )


def _claim(claim: mg.model.Claim, preferred: str, facts: mg.Dataset) -> str:
    look = ' class="mg-used"' if claim.value == preferred else ""
    sources = "".join(f"<li>{each}</li>" for each in _sources(claim.citations, facts))
    value = escape(in_words(claim.value))
    return f'<li{look}><p class="mg-value">{value}</p><ul>{sources}</ul></li>'


def _sources(citations: Iterable[mg.model.Citation], facts: mg.Dataset) -> Iterable[str]:
    """Return each source with its publisher, a link, its date, and the place in it."""
    known = {source.id: source for source in facts.sources}
    for each in citations:
        source = known[each.source]
        title = escape(source.title)
        if source.url.startswith(_WEB):
            title = f'<a href="{escape(source.url)}">{title}</a>'
        when = in_words(str(source.published)) if source.published else "undated"
        by = f"{escape(source.publisher)}: " if source.publisher else ""
        place = f" <small>{escape(each.locator)}</small>" if each.locator else ""
        yield f"{by}{title}, {escape(when)}.{place}"
