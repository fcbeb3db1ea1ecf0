"""Sources and citations, each listed once; a place in the list refers to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import migrationgov as mg


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
    def citations(self) -> list[list[Any]]:
        """The citations: place of the source, where in it, what it gives."""
        return [
            [self._sources[each.source], each.locator, each.given_text] for each in self._citations
        ]

    @property
    def sources(self) -> list[list[str]]:
        """The sources: title, publisher, symbol, date of publication, address."""
        known = [self._known[mg_id] for mg_id in self._known if mg_id in self._sources]
        known.sort(key=lambda source: self._sources[source.id])
        return [[s.title, s.publisher, s.symbol, str(s.published or ""), s.url] for s in known]
