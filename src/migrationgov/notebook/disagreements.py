"""Rival values side by side."""

from __future__ import annotations

from migrationgov.lookup.active_dataset import dataset
from migrationgov.model.sources import Citation, Claim, Disagreement
from migrationgov.notebook import evidence
from migrationgov.notebook.footnotes import Footnotes
from migrationgov.notebook.html import Html, data, inline, joined
from migrationgov.notebook.html_tables import lines, note, page, table


def disagreement(shown: Disagreement) -> Html:
    """Show each rival value in a column of its own, the one we use named in words, and why."""
    sheet = Footnotes(dataset())
    heading = inline(evidence.about(sheet, shown), f", {shown.field}: the sources disagree")
    used = [claim.value == shown.preferred for claim in shown.claims]
    columns = ("Value", *(data(claim.value) for claim in shown.claims))
    rows = [
        ("Used here", *("yes" if each else "no" for each in used)),
        ("Said by", *(_said_by(claim, sheet) for claim in shown.claims)),
    ]
    return page(
        table(heading, columns, rows), note(_choice(shown, any(used))), sheet.sources(places=False)
    )


def _said_by(claim: Claim, sheet: Footnotes) -> Html:
    return lines(_told(each, sheet) for each in claim.citations)


def _told(citation: Citation, sheet: Footnotes) -> Html:
    source = sheet.source(citation.source)
    gives = inline("gives “", data(citation.given_text), "”") if citation.differs else ""
    name = data(citation.source if source is None else source.title)
    told = joined((name, data(citation.locator), gives))
    return inline(sheet.marks([citation]), " ", told)


def _choice(shown: Disagreement, one_is_used: bool) -> Html:  # noqa: FBT001 -- a sentence's choice
    if not shown.preferred:
        return inline("None is used: it is open. ", data(shown.reason))
    if one_is_used:
        return inline("Used: ", data(shown.preferred), ". Why: ", data(shown.reason))
    return inline(
        "Used: ",
        data(shown.preferred),
        ", which is none of these alone. Why: ",
        data(shown.reason),
    )
