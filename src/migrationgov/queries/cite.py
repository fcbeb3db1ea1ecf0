"""The sources behind an answer as text, for footnotes and reference managers."""

# pyright: reportUnnecessaryIsInstance=false
# (a value is checked when the program runs, whatever its annotation)
from __future__ import annotations

import json
from collections.abc import Callable, Iterable

import migrationgov as mg
from migrationgov.control_characters import escaped_controls
from migrationgov.errors import check_word
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Source
from migrationgov.queries.citation_styles import bibtex_entry, csl_item, text_line
from migrationgov.queries.provenance import sources_of
from migrationgov.queries.source_ids import Evidence


def cite(
    evidence: Evidence,
    style: mg.typing.CitationStyle = "text",
    *,
    dataset: Dataset | None = None,
) -> str:
    """
    Return the sources behind a record, an answer, a table or a dataset as text.

    Each source is there once, in the order in which the records cite the sources.

    Args:
        evidence: As for `sources_of`: a record, an answer, ids of sources, several of these, a
            table with a column of sources, or a dataset.
        style: "text" (one line each), "bibtex", or "csl-json" (the form that Zotero, pandoc and
            citeproc read). A date that a style cannot write is left out, or is there as text.
        dataset: The facts to ask; by default those of the answer where it knows them, or the
            active ones.

    Returns:
        The text; without sources an empty text, and an empty list in CSL-JSON.

    Raises:
        UnknownTermError: If there is no such style.
        WrongTypeError: If *evidence* has no citations, or is a table without a column of sources.
        UnknownRecordError: If a source is not in the dataset.

    >>> from migrationgov import officeholders_on
    >>> print(cite(officeholders_on("IOM", "2015")).splitlines()[0])
    IOM. Ambassadeur William Lacy Swing. undated. https://www.iom.int/fr/ambassadeur-william-lacy-swing
    """
    check_word("style", style, _STYLES)
    return _STYLES[style](sources_of(evidence, dataset=dataset))


def _csl_json(sources: Iterable[Source]) -> str:
    text = json.dumps(list(map(csl_item, sources)), ensure_ascii=False, indent=2)
    return escaped_controls(text)


_STYLES: dict[str, Callable[[Iterable[Source]], str]] = {
    "text": lambda sources: "\n".join(map(text_line, sources)),
    "bibtex": lambda sources: "\n\n".join(map(bibtex_entry, sources)),
    "csl-json": _csl_json,
}
