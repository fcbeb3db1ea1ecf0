"""Sources and citations, each listed once; a place in the list refers to it.

A text that several of them have (a publisher, a paragraph) is written once, too: they give its
number in `phrases` in its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import migrationgov as mg
from migrationgov_docs.pools import trimmed

_LONG = 6  # a shorter text takes no more room than its number


class References:
    """The sources and citations found so far, each with its place."""

    def __init__(self, facts: mg.Dataset) -> None:
        self._known = {source.id: source for source in facts.sources}
        self._sources: dict[str, int] = {}
        self._citations: dict[mg.model.Citation, int] = {}

    def places(self, citations: Iterable[mg.model.Citation]) -> list[int]:
        """Return the places of citations, in their order, each once."""
        return list(dict.fromkeys(self._place(each) for each in citations))

    def _place(self, citation: mg.model.Citation) -> int:
        self._sources.setdefault(citation.source, len(self._sources))
        return self._citations.setdefault(citation, len(self._citations))

    @property
    def values(self) -> dict[str, list[Any]]:
        """The citations, the sources, and the phrases that they share."""
        citations, sources = self._citation_rows(), self._source_rows()
        numbers = Counter(row[1] for row in (*citations, *sources) if len(row) > 1)
        shared = [text for text, number in numbers.items() if number > 1 and len(text) > _LONG]
        places = {text: place for place, text in enumerate(shared)}
        for row in (*citations, *sources):
            row[1:2] = [places.get(text, text) for text in row[1:2]]
        return {"citations": citations, "sources": sources, "phrases": shared}

    def _citation_rows(self) -> list[list[Any]]:
        """Return for each citation the place of the source, where in it, what it gives."""
        return [
            [self._sources[each.source], *trimmed([each.locator, each.given_text])]
            for each in self._citations
        ]

    def _source_rows(self) -> list[list[Any]]:
        """Return for each source title, publisher, symbol, date of publication, address."""
        known = [self._known[mg_id] for mg_id in self._known if mg_id in self._sources]
        known.sort(key=lambda source: self._sources[source.id])
        return [[s.title, s.publisher, s.symbol, str(s.published or ""), s.url] for s in known]
