"""The names and the numbered sources of one answer, for all views of that answer."""

from __future__ import annotations

from collections.abc import Iterable

from migrationgov.model.dataset import Dataset
from migrationgov.model.names import without_accents
from migrationgov.model.sources import Citation, Source
from migrationgov.notebook.html import Html, data, element, folded, inline, joined, link
from migrationgov.words import count

#: The most places that the list of sources names for one source, and the most sources in it.
_MOST_PLACES = 12
_MOST_SOURCES = 60


class Footnotes:
    """
    The names of parties and institutions, and the numbered sources, of one answer.

    An id that the dataset does not know stays as it is: nothing is guessed.
    """

    def __init__(self, facts: Dataset) -> None:
        self.facts = facts
        self._cited: dict[str, dict[Citation, None]] = {}

    def party(self, party: str) -> Html:
        """Return the name of a state, with its code, or of an organization or a process."""
        code = f" ({party})" if self.facts.has_state(party) else ""
        return inline(data(self._name(party)), code)

    def parties(self, parties: Iterable[str]) -> list[Html]:
        """Return several names, in alphabetical order."""
        return [self.party(each) for each in self.ordered(parties)]

    def ordered(self, parties: Iterable[str]) -> list[str]:
        """Return ids in the alphabetical order of their names."""
        # without accents, Côte d'Ivoire comes before Croatia
        return sorted(parties, key=lambda each: without_accents(self._name(each).casefold()))

    def institution(self, institution: str) -> Html:
        """Return the acronym of an organization, or its name where it has none; else the name."""
        if self.facts.has_organization(institution):
            return data(str(self.facts.organization(institution)))
        return data(self._name(institution))

    def _name(self, party: str) -> str:
        if self.facts.has_state(party):
            return self.facts.state(party).name
        if self.facts.has_organization(party):
            return self.facts.organization(party).name
        known = party in self.facts.process_ids or party in self.facts.treaty_ids
        return self.facts.institution(party).name if known else party

    def source(self, source: str) -> Source | None:
        """Return a source by its id; None where the dataset has no such source."""
        known = self.facts.derived(
            "sources by id", lambda facts: {str(each.id): each for each in facts.sources}
        )
        return known.get(source)

    def marks(self, citations: Iterable[Citation]) -> Html:
        """Return the numbers of the cited sources, each a link where the source has an address."""
        cited = list(citations)
        for each in cited:
            self._cited.setdefault(each.source, {})[each] = None
        return joined(map(self._mark, dict.fromkeys(each.source for each in cited)), " ")

    def _mark(self, source: str) -> Html:
        number = f"[{list(self._cited).index(source) + 1}]"
        known = self.source(source)
        if known is None:
            return inline(number)
        return link(known.url, number, label=f"{number} {known.title}")

    def source_list(self, *, places: bool = True) -> Html:
        """Return the list of all sources cited so far, hidden behind their number."""
        if not self._cited:
            return Html()
        first = list(self._cited.items())[:_MOST_SOURCES]
        items = [self._item(source, its if places else ()) for source, its in first]
        rest = len(self._cited) - len(first)
        more = element("p", f"and {rest} more; cite(...) gives all") if rest else Html()
        dataset = f"{self.facts.manifest.name}, data as of {self.facts.as_of}"
        summary = f"{count(len(self._cited), 'source')} ({dataset})"
        return folded(summary, element("ol", *items, look="list"), more)

    def _item(self, source: str, citations: Iterable[Citation]) -> Html:
        places = [place for place in map(citation_place, citations) if place]
        rest = len(places) - _MOST_PLACES
        more = f"and {count(rest, 'more place')}" if rest > 0 else ""
        where = joined((*places[:_MOST_PLACES], more), "; ")
        return element(
            "li", self.describe(source), ". There: " if where else "", where, dir="auto"
        )

    def describe(self, source: str) -> Html:
        """Return publisher, title, symbol, date and address of a source."""
        known = self.source(source)
        if known is None:
            return inline(source, " (not in this dataset)")
        date = f"published {known.published}" if known.published else "undated"
        parts = (data(known.publisher), data(known.title), data(known.symbol), date)
        return joined((*parts, link(known.url, known.url)), ". ")


def citation_place(citation: Citation) -> Html:
    """Return the place in the source, and what the source gives there where that differs."""
    gives = inline("gives “", data(citation.given_text), "”") if citation.differs else ""
    return joined((data(citation.locator), gives))
