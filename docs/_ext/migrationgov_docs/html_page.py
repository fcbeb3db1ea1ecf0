"""
One page: its title in Markdown, and its content in HTML, with the sources numbered at its end.

All text from the data passes through `escape`, so that no name, title or note can become markup.
The content is HTML because thousands of cells are: Sphinx takes it as it is, in a hundredth of the
time that it takes to parse tables, and a cell can name its column where a row becomes a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape as html_escape

import migrationgov as mg
from migrationgov_docs.dates_in_words import in_words
from migrationgov_docs.names import link_of, name_of, sort_key
from migrationgov_docs.source_labels import known_sources, source_entry, source_label

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_NOT_IN_ADDRESS = re.compile(r"[\s<>\\]")
_NOT_IN_INDEX = re.compile(r"[`,;:!{}<>|\\]|\s")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_EDTF = (
    '<p class="mg-edtf"><label><input type="checkbox"> Show each date as it is recorded, too'
    " (EDTF)</label></p>"
)
_SECTION = 2  # the level of heading in the list of sections
#: A fence that no line of the content can end: each begins with a tag.
_FENCE = "`````"
#: A table of so many columns becomes blocks on a wider screen, too.
_MANY = 6
#: More sources than these are folded in a cell.
_SOME = 8


def escape(text: str) -> str:
    """Return text on one line as HTML that shows it as it is."""
    return html_escape(" ".join(text.split())).replace("`", "&#96;")


def markdown(text: str) -> str:
    """Return text on one line that Markdown leaves as it is, with every ASCII sign escaped."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def prose(text: str) -> str:
    """Return a text of the data as HTML, with its dates as people write them."""
    return escape(in_words(text))


def outside(text: str, address: str) -> str:
    """Return a link to another site; plain text where the address is not a web address."""
    if not address.startswith(("https://", "http://")) or _NOT_IN_ADDRESS.search(address):
        return escape(text)
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def ask_explorer(question: str) -> str:
    """Return a link from a page two folders down to an answer of the explorer."""
    address = f"../../explorer/index.html#{escape(question)}"
    return f'<a href="{address}">See any date in the explorer</a>.'


def anchor(text: str) -> str:
    """Return the anchor of a heading, in small letters and digits."""
    return _NOT_IN_ID.sub("-", text.lower()).strip("-") or "section"


class Page:
    """The lines of one page, and the sources it cites."""

    def __init__(self, facts: mg.Dataset, folders: int = 0, *, listed: bool = True) -> None:
        """Begin a page that is some folders below the first data page, and in the list or not."""
        self.facts = facts
        self._listed = listed
        self.root = "../" * folders
        self._title: list[str] = []
        self._after: list[str] = []
        self._lead = ""
        self._lines: list[str] = []
        self._sections: list[tuple[str, str]] = []
        self._cited: dict[str, int] = {}

    # -- content ---------------------------------------------------------------------------------

    def title(self, text: str, other_names: Iterable[str] = ()) -> None:
        """Set the title, and the other names by which the search finds the page."""
        names = (" ".join(_NOT_IN_INDEX.sub(" ", each).split()) for each in other_names)
        entries = ", ".join(f"! {each}" for each in dict.fromkeys(names) if each)
        index = [f"```{{index}} {entries}", "```", ""] if entries else []
        self._title = [*index, f"# {markdown(text)}", ""]  # so that the title gets the anchor

    def heading(self, level: int, text: str, label: str = "") -> None:
        """Begin a section; a label is what other pages link to."""
        label = label or self._free(anchor(text))
        if level == _SECTION:
            self._sections.append((label, text))
        link = f'<a class="headerlink" href="#{label}" title="Link to this heading">¶</a>'
        self.html(f'<h{level} id="{label}">{escape(text)}{link}</h{level}>')

    def _free(self, label: str) -> str:
        taken = {each for each, _ in self._sections}
        return label if label not in taken else f"{label}-{len(taken)}"

    def html(self, text: str) -> None:
        """Add a piece of HTML."""
        if text:
            self._lines.append(text)

    def paragraph(self, text: str, look: str = "") -> None:
        """Add a paragraph that is HTML already."""
        if text:
            self.html(f'<p class="{look}">{text}</p>' if look else f"<p>{text}</p>")

    def lead(self, text: str) -> None:
        """Set the sentences that come first, before the list of sections; HTML already."""
        self._lead = f'<p class="mg-lead">{text}</p>'

    def items(self, texts: Iterable[str]) -> None:
        """Add a list, each item HTML already."""
        items = "\n".join(f"<li>{text}</li>" for text in texts)
        self.html(f"<ul>\n{items}\n</ul>" if items else "")

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Add a table of cells that are HTML already; empty columns are left out."""
        cells = [list(row) for row in rows]
        kept = [place for place in range(len(columns)) if any(row[place] for row in cells)]
        if kept:
            heads = [escape(columns[place]) for place in kept]
            body = (_row([row[place] for place in kept], heads) for row in cells)
            self.html(_table(heads, body, len(kept)))

    def facts_table(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Add a list of single facts; unknown facts are left out."""
        found = [f"<dt>{escape(name)}</dt>\n<dd>{value}</dd>" for name, value in pairs if value]
        self.html('<dl class="mg-facts simple">\n' + "\n".join(found) + "\n</dl>" if found else "")

    def folded(self, summary: str, begin: int) -> None:
        """Fold all that was added since a place (see `place`) under a summary."""
        content = self._lines[begin:]
        del self._lines[begin:]
        if content:
            self._lines += [f"<details>\n<summary>{summary}</summary>", *content, "</details>"]

    @property
    def place(self) -> int:
        """How many pieces the page has."""
        return len(self._lines)

    def list_of_pages(self, paths: Iterable[str]) -> None:
        """Add the pages that the list at the left has below this one."""
        self._after = ["", "```{toctree}", ":hidden:", ":maxdepth: 1", "", *paths, "```"]

    # -- references -------------------------------------------------------------------------------

    def cite(self, citations: Iterable[mg.model.Citation]) -> str:
        """Return the sources, with the place in each and the value that differs."""
        return "; ".join(dict.fromkeys(self._one(each) for each in citations))

    def cite_some(self, citations: Iterable[mg.model.Citation]) -> str:
        """Return sources as `cite` does; of very many, all but the first are folded."""
        found = list(dict.fromkeys(self._one(each) for each in citations))
        if len(found) <= _SOME:
            return "; ".join(found)
        first, rest = found[: _SOME // 2], found[_SOME // 2 :]
        return (
            f"{'; '.join(first)}; <details><summary>and {len(rest)} more</summary>"
            f"{'; '.join(rest)}</details>"
        )

    def marks(self, citations: Iterable[mg.model.Citation]) -> str:
        """Return the sources alone, each once, in brackets."""
        found = "; ".join(dict.fromkeys(self._link(each, titled=True) for each in citations))
        return f'<span class="mg-src">({found})</span>' if found else ""

    def brief(self, citations: Iterable[mg.model.Citation]) -> str:
        """Return the sources, and the values that differ, in brackets."""
        cited = list(citations)
        rivals = [f" gives “{prose(each.given_text)}”" if each.differs else "" for each in cited]
        found = (f"{self._link(c)}{r}" for c, r in zip(cited, rivals, strict=True))
        text = "; ".join(dict.fromkeys(found))
        return f'<span class="mg-src">({text})</span>' if text else ""

    def _link(self, citation: mg.model.Citation, *, titled: bool = False) -> str:
        number = self._cited.setdefault(citation.source, len(self._cited) + 1)
        label = source_label(known_sources(self.facts)[citation.source])
        place = f' title="{escape(citation.locator)}"' if citation.locator and titled else ""
        return f'<a href="#source-{number}"{place}>{escape(label)} [{number}]</a>'

    def _one(self, citation: mg.model.Citation) -> str:
        gives = f"gives “{in_words(citation.given_text)}”" if citation.differs else ""
        rest = ", ".join(part for part in (citation.locator, gives) if part)
        link = self._link(citation)
        return f"{link} <small>{escape(rest)}</small>" if rest else link

    def link(self, who: str) -> str:
        """Return the short name of a state or an institution, with a link where it has a page."""
        name, address = escape(name_of(who, self.facts)), link_of(who, self.facts)
        return f'<a href="{self.root}{address}">{name}</a>' if address else name

    def links(self, parties: Iterable[str]) -> str:
        """Return the names of parties as people sort them, states first, each with its link."""
        return ", ".join(self.link(each) for each in self.by_name(parties))

    def by_name(self, parties: Iterable[str]) -> list[str]:
        """Return parties by name, states first."""
        return sorted(
            dict.fromkeys(parties),
            key=lambda each: (
                not self.facts.has_state(each), sort_key(name_of(each, self.facts)), each,
            ),
        )  # fmt: skip

    def has_register(self, institution: str) -> bool:
        """Return whether an organization or a treaty has a register."""
        return institution in self.facts.register_ids

    def content(self) -> str:
        """Return the content without title and sources."""
        return "\n".join(self._lines) + "\n"

    def text(self) -> str:
        """Return the page, with the sources it cites at the end."""
        if self._cited:
            self.heading(2, "Sources")
            known = known_sources(self.facts)
            items = (
                f'<li id="source-{number}">{source_entry(known[each])}</li>'
                for each, number in self._cited.items()
            )
            self.html('<ol class="mg-sources">\n' + "\n".join(items) + "\n</ol>")
        dated = any("<time title" in line for line in (self._lead, *self._lines))
        body = [self._lead, self._contents(), _EDTF if dated else "", *self._lines]
        fenced = [f"{_FENCE}{{raw}} html", *(line for line in body if line), _FENCE]
        front = ["---", "hide-toc: true", *([] if self._listed else ["orphan: true"]), "---"]
        return "\n".join([*front, *self._title, *fenced, *self._after]) + "\n"

    def _contents(self) -> str:
        """Return the links to the sections, where there are several."""
        items = "\n".join(
            f'<li><a href="#{label}">{escape(text)}</a></li>' for label, text in self._sections
        )
        several = len(self._sections) > 1
        return (
            f'<nav aria-label="On this page">\n<ul class="mg-contents">\n{items}\n</ul>\n</nav>'
            if several
            else ""
        )


def _row(cells: Sequence[str], heads: Sequence[str]) -> str:
    """Return a row; each cell but the first names its column, for where a row becomes a block."""
    rest = zip(cells[1:], heads[1:], strict=True)
    named = (
        f'<td data-head="{head[:1].upper()}{head[1:]}"><div>{cell}</div></td>'
        for cell, head in rest
    )
    return "\n".join(['<tr><th scope="row">', cells[0], "</th>", *named, "</tr>"])


def _table(heads: Sequence[str], rows: Iterable[str], columns: int) -> str:
    head = "\n".join(f'<th scope="col">{each}</th>' for each in heads)
    wide = " mg-wide" if columns >= _MANY else ""
    return (
        f'<div class="mg-table{wide}"><table>\n<thead><tr>\n{head}\n</tr></thead>\n<tbody>\n'
        + "\n".join(rows)
        + "\n</tbody></table></div>"
    )
