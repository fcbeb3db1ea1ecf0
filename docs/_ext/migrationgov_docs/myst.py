"""One page in MyST: text is escaped, sources are numbered in order and listed at the end.

All text from the data passes through `escape`, so that no name, title or note can become markup.
Dates stand as code, exactly as they are written in the data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import migrationgov as mg

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_TARGET = re.compile(r"\]\([^)]*\)")
_LONG = 40
_NOT_IN_ADDRESS = re.compile(r"[\s<>\\]")


def escape(text: str) -> str:
    """Return text on one line that MyST leaves as it is, with every ASCII sign escaped."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def when(date: mg.PartialDate | None, otherwise: str = "") -> str:
    """Return a date as it is written in the data."""
    return f"`{date}`" if date else otherwise


def outside(text: str, address: str) -> str:
    """Return a link to another site; plain text where the address is not a web address."""
    if not address.startswith(("https://", "http://")) or _NOT_IN_ADDRESS.search(address):
        return escape(text)
    return f"[{escape(text)}](<{address}>)"


def names_of(page: Page, parties: Iterable[str]) -> str:
    """Return the names of parties, each with a link where it has a page."""
    return ", ".join(page.party(each) for each in parties)


def ask_explorer(question: str) -> str:
    """Return a link from a page two folders down to an answer of the explorer."""
    return f'<a href="../../explorer/index.html#{question}">See any date in the explorer</a>.'


class Page:
    """The lines of one page, and the sources it cites."""

    def __init__(self, name: str, facts: mg.Dataset) -> None:
        self.name = name
        self.facts = facts
        self._lines: list[str] = []
        self._cited: dict[str, int] = {}

    # -- content ---------------------------------------------------------------------------------

    def heading(self, level: int, text: str, label: str = "") -> None:
        """Begin a section; a label is what other pages link to."""
        if label:
            self._lines += [f"({label})=", ""]
        self._lines += [f"{'#' * level} {escape(text)}", ""]

    def paragraph(self, text: str) -> None:
        """Add a paragraph that is MyST already."""
        if text:
            self._lines += [text, ""]

    def items(self, texts: Iterable[str]) -> None:
        """Add a list, each item MyST already."""
        self._lines += [*(f"* {text}" for text in texts), ""]

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Add a table of cells that are MyST already; empty columns are left out."""
        cells = [list(row) for row in rows]
        kept = [place for place in range(len(columns)) if any(row[place] for row in cells)]
        if kept:
            self._lines += [_row([columns[place] for place in kept]), _row(["---"] * len(kept))]
            self._lines += [_row([_cell(row[place]) for place in kept]) for row in cells]
            self._lines.append("")

    def facts_table(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Add a table of single facts, one in each row; unknown facts are left out."""
        self.table(["fact", "value"], [pair for pair in pairs if pair[1]])

    # -- references -------------------------------------------------------------------------------

    def cite(self, citations: Iterable[mg.model.Citation]) -> str:
        """Return the numbers of the sources, with the place in each and the value that differs."""
        return "; ".join(dict.fromkeys(self._one(each) for each in citations))

    def marks(self, citations: Iterable[mg.model.Citation]) -> str:
        """Return the numbers of the sources alone, each once."""
        return "".join(dict.fromkeys(self._link(each) for each in citations))

    def brief(self, citations: Iterable[mg.model.Citation]) -> str:
        """Return the numbers of the sources, and the values that differ."""
        cited = list(citations)
        rivals = [f" gives “{escape(each.given_text)}”" if each.differs else "" for each in cited]
        found = (f"{self._link(c)}{r}" for c, r in zip(cited, rivals, strict=True))
        return " ".join(dict.fromkeys(found))

    def _link(self, citation: mg.model.Citation) -> str:
        number = self._cited.setdefault(citation.source, len(self._cited) + 1)
        return f"[\\[{number}\\]](#{self.name}-source-{number})"

    def _one(self, citation: mg.model.Citation) -> str:
        gives = f"gives “{citation.given_text}”" if citation.differs else ""
        rest = ", ".join(part for part in (citation.locator, gives) if part)
        link = self._link(citation)
        return f"{link} {escape(rest)}" if rest else link

    def party(self, who: str) -> str:
        """Return the name of a state or an organization; a state links to its section."""
        if self.facts.has_state(who):
            return f"[{escape(self.facts.state(who).name)}](#state-{who.lower()})"
        return self.organization(who)

    def organization(self, who: str) -> str:
        """Return the name of an organization, with a link where it has a page."""
        name = escape(self.facts.organization(who).name)
        linked = who in self.facts.history_ids or self.has_register(who)
        return f"[{name}](#organization-{who})" if linked else name

    def institution(self, who: str) -> str:
        """Return the name of an organization, a treaty or a process, with a link to its page."""
        if who in self.facts.process_ids:
            return self.process(who)
        return self.treaty(who) if who in self.facts.treaty_ids else self.organization(who)

    def has_register(self, institution: str) -> bool:
        """Return whether an organization or a treaty has a register."""
        return institution in self.facts.register_ids

    def treaty(self, treaty: str) -> str:
        """Return the name of a treaty, with a link to its page."""
        return f"[{escape(self.facts.treaty(treaty).name)}](#treaty-{treaty})"

    def process(self, process: str) -> str:
        """Return the name of a process, with a link to its page."""
        name = self.facts.process(process).name
        return f"[{escape(name)}](#process-{process})"

    def text(self) -> str:
        """Return the page, with the sources it cites at the end."""
        known: dict[str, mg.model.Source] = {source.id: source for source in self.facts.sources}
        lines = list(self._lines)
        if self._cited:
            lines += ["## Sources", ""]
        lines += [self._source(number, known[each]) for each, number in self._cited.items()]
        return "\n".join(lines).rstrip() + "\n"

    def _source(self, number: int, source: mg.model.Source) -> str:
        symbol = f"{source.symbol}. " if source.symbol else ""
        about = f"{symbol}{source.kind.replace('-', ' ')}, {source.published or 'undated'}"
        title = outside(source.title, source.url)
        by = f"{escape(source.publisher)}\\. " if source.publisher else ""
        return f"{number}. []{{#{self.name}-source-{number}}}{by}{title}\\. {escape(about)}"


def _cell(text: str) -> str:
    """Return the content of a cell; a long text gets room in a narrow table."""
    seen = _TARGET.sub("", text).replace("\\", "")
    return f"[{text}]{{.mg-long}}" if len(seen) > _LONG else text


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
