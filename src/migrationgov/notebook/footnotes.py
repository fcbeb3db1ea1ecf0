"""What the tables of one answer share: names that are looked up, sources that are numbered."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import combining, normalize

from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Citation, Source
from migrationgov.notebook.html import Html, data, element, inline, joined, link
from migrationgov.notebook.html_tables import folded
from migrationgov.notebook.phrases import number_of

#: Places in one source that are named in the list of sources; the rest is counted.
_MOST_PLACES = 12
#: Sources that are listed under a table.
_MOST_SOURCES = 60


class Footnotes:
    """
    The names and sources of one answer.

    An id that the dataset does not know is shown as it is: nothing is guessed.
    """

    def __init__(self, facts: Dataset) -> None:
        self.facts = facts
        self._cited: dict[str, list[Citation]] = {}

    def who(self, party: str) -> Html:
        """Return the name of a state, an organization or a process, and the code of a state."""
        if self.facts.has_state(party):
            return inline(data(self.facts.state(party).name), f" ({party})")
        return data(self.name(party))

    def name(self, party: str) -> str:
        """Return the name alone."""
        if self.facts.has_organization(party):
            return self.facts.organization(party).name
        return self.short(party)

    def short(self, party: str) -> str:
        """Return the letters or the name of an organization, the name of a process, or the id."""
        if self.facts.has_organization(party):
            return str(self.facts.organization(party))
        if party in self.facts.process_ids:
            return self.facts.process(party).name  # type: ignore[arg-type]  # it is one of them
        return self.facts.state(party).name if self.facts.has_state(party) else party

    def people(self, parties: Iterable[str]) -> list[Html]:
        """Return several names, in the order of the alphabet."""
        return [self.who(each) for each in sorted(parties, key=self._place)]

    def _place(self, party: str) -> str:
        """Return by what a name is sorted: Côte d'Ivoire before Croatia."""
        spread = normalize("NFKD", self.name(party).casefold())
        return "".join(sign for sign in spread if not combining(sign))

    def source(self, source: str) -> Source | None:
        """Return a source by its id; None where the dataset has no such source."""
        return self._sources().get(source)

    def _sources(self) -> dict[str, Source]:
        return self.facts.derived(
            "sources by id", lambda facts: {str(each.id): each for each in facts.sources}
        )

    def marks(self, citations: Iterable[Citation]) -> Html:
        """Return the numbers of the sources cited, each a link to it where it has an address."""
        return joined((self._mark(each) for each in self._once(citations)), " ")

    def _once(self, citations: Iterable[Citation]) -> list[str]:
        """Keep the citations for the list of sources; return the sources, each once."""
        found = list(citations)
        for each in found:
            its = self._cited.setdefault(each.source, [])
            if each not in its:
                its.append(each)
        return list(dict.fromkeys(each.source for each in found))

    def _mark(self, source: str) -> Html:
        number = list(self._cited).index(source) + 1
        its = self.source(source)
        if its is None:
            return inline(f"[{number}]")
        return link(its.url, f"[{number}]", label=f"[{number}] {its.title}")

    def sources(self, *, places: bool = True) -> Html:
        """Return the list of the sources cited so far, one click away."""
        if not self._cited:
            return Html()
        shown = list(self._cited.items())[:_MOST_SOURCES]
        items = [self._listed(source, its if places else []) for source, its in shown]
        rest = len(self._cited) - len(shown)
        more = element("p", f"and {rest} more; cite(...) gives all") if rest else Html()
        listed = inline(element("ol", *items, look="list"), more)
        as_of = f"as in {self.facts.manifest.name}, {self.facts.as_of}"
        return folded(f"{number_of(len(self._cited), 'source')}, {as_of}", listed)

    def _listed(self, source: str, its: list[Citation]) -> Html:
        told = [place for place in map(_place, its) if place]
        rest = len(told) - _MOST_PLACES
        told = told[:_MOST_PLACES] + ([inline(f"and {rest} places more")] if rest > 0 else [])
        where = inline(". There: ", joined(told, "; ")) if told else ""
        return element("li", described(self.source(source), source), where, dir="auto")


def described(source: Source | None, own_id: str) -> Html:
    """Return publisher, title, symbol, date and address of a source."""
    if source is None:
        return inline(own_id, " (not in the dataset at hand)")
    date = f"published {source.published}" if source.published else "undated"
    address = link(source.url, source.url)
    parts = (data(source.publisher), data(source.title), data(source.symbol), date, address)
    return joined(parts, ". ")


def _place(citation: Citation) -> Html:
    """Return where in the source it stands, and what that literally gives."""
    gives = inline("gives “", data(citation.given_text), "”") if citation.differs else ""
    return joined((data(citation.locator), gives))
