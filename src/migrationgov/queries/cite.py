"""The sources behind an answer as text, for footnotes and reference managers."""

# pyright: reportUnnecessaryIsInstance=false
# (a value is checked when the program runs, whatever its annotation)
from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable

import migrationgov as mg
from migrationgov.control_characters import escaped_controls
from migrationgov.errors import check_word
from migrationgov.model.dataset import Dataset
from migrationgov.model.manifest import Manifest
from migrationgov.model.sources import Source
from migrationgov.queries.citation_styles import bibtex_entry, csl_item, text_line
from migrationgov.queries.provenance import facts_of, sources_of
from migrationgov.queries.source_ids import Evidence
from migrationgov.vocabularies import SourceId, SourceKind


def cite(
    evidence: Evidence,
    style: mg.typing.CitationStyle = "text",
    *,
    release: bool = False,
    dataset: Dataset | None = None,
) -> str:
    """
    Return the sources behind a record, an answer, a table or a dataset as text.

    Each source is there once, in the order in which the records cite the sources. Of a dataset
    these are all its sources; ``cite([], release=True)`` cites the dataset itself, in one entry.

    Args:
        evidence: As for `sources_of`: a record, an answer, ids of sources, several of these, a
            table with a column of sources, or a dataset.
        style: "text" (one line each), "bibtex", or "csl-json" (the form that Zotero, pandoc and
            citeproc read). A date that a style cannot write is left out, or is there as text.
        release: Whether to name the release of the data, too, after the sources.
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
    >>> print(cite(officeholders_on("IOM", "2015"), release=True).splitlines()[-1])
    The migrationgov authors. migrationgov, as of 2025-12-12, CC0-1.0. published 2025-12-12
    >>> print(cite([], release=True))
    The migrationgov authors. migrationgov, as of 2025-12-12, CC0-1.0. published 2025-12-12
    """
    check_word("style", style, _STYLES)
    found = sources_of(evidence, dataset=dataset)
    if release:
        found = (*found, _release_of(facts_of(evidence, dataset).manifest))
    return _STYLES[style](found)


def _release_of(its: Manifest) -> Source:
    """Return a release as a source: its name, with the day up to which it has evidence."""
    key = f"{its.name} {its.version}"
    return Source(
        id=SourceId(re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")),
        title=str(its),
        publisher=its.authors,
        published=its.as_of,
        kind=SourceKind.DATASET,
    )


def _csl_json(sources: Iterable[Source]) -> str:
    text = json.dumps(list(map(csl_item, sources)), ensure_ascii=False, indent=2)
    return escaped_controls(text)


_STYLES: dict[str, Callable[[Iterable[Source]], str]] = {
    "text": lambda sources: "\n".join(map(text_line, sources)),
    "bibtex": lambda sources: "\n\n".join(map(bibtex_entry, sources)),
    "csl-json": _csl_json,
}
