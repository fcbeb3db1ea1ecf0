"""The styles of `cite`: a source as a line of text, a BibTeX entry or an item of CSL-JSON."""

from __future__ import annotations

import re
from typing import Any

from migrationgov.control_characters import without_controls
from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.sources import Source
from migrationgov.vocabularies import SourceKind

#: Characters with a meaning in LaTeX, and how to write them as text.
_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts a brace behind a backslash
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}

#: The plain dates that biblatex reads: EDTF of level 0 and the marks of level 1.
_BIBLATEX = re.compile(r"\d{4}(-\d\d){0,2}[?~%]?(/(\d{4}(-\d\d){0,2}[?~%]?)?)?")

#: A single year, month or day, certain or not.
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)")

_CSL_TYPES = {
    SourceKind.OFFICIAL_DOCUMENT: "report",
    SourceKind.OFFICIAL_PAGE: "webpage",
    SourceKind.PRESS: "article-newspaper",
    SourceKind.SECONDARY: "document",
    SourceKind.DATASET: "dataset",
}


def text_line(source: Source) -> str:
    """Return publisher, title, symbol, date and address in one line."""
    date = f"published {source.published}" if source.published else "undated"
    parts = [source.publisher, source.title, source.symbol, date, source.url]
    return ". ".join(_line(part).rstrip(".") for part in parts if part)


def bibtex_entry(source: Source) -> str:
    """Return an entry for BibTeX and biblatex, keyed by the id of the source."""
    kind = "techreport" if source.symbol else "misc"
    fields = {
        "author": _braced(source.publisher),
        "title": _braced(source.title),
        "institution" if source.symbol else "publisher": _braced(source.publisher),
        "number": _braced(source.symbol),
        **_years(source.published),
        "url": f"{{{_address(source.url)}}}" if source.url else "",
        "urldate": _biblatex(source.read_on),
        "note": "" if source.published else _braced("undated"),
    }
    lines = [f"  {name} = {value}," for name, value in fields.items() if value]
    key = re.sub(r"[^\w:.+-]", "_", source.id)
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])


def _braced(text: str) -> str:
    """Return text in double braces, in which capitals and commas stay."""
    plain = "".join(_LATEX.get(sign, sign) for sign in _line(text))
    return f"{{{{{plain}}}}}" if plain else ""


def _line(text: str) -> str:
    return " ".join(without_controls(text).split())


def _address(url: str) -> str:
    """Return an address without the characters that would end a field."""
    url = "".join(without_controls(url).split())
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _years(date: PartialDate | None) -> dict[str, str]:
    if date is None:
        return {}
    plain, first, last = _PLAIN.fullmatch(str(date)), date.earliest, date.latest
    one = first is not None and last is not None and first.year == last.year
    year = plain[1] if plain else f"{first.year}" if one and first else ""
    return {"year": f"{{{year}}}" if year else "", "date": _biblatex(date)}


def _biblatex(date: PartialDate | None) -> str:
    """Return a date in braces, if it is one that biblatex reads."""
    return f"{{{date}}}" if date and _BIBLATEX.fullmatch(str(date)) else ""


def csl_item(source: Source) -> dict[str, Any]:
    """Return an item of CSL-JSON."""
    press = source.kind is SourceKind.PRESS
    publisher = [{"literal": source.publisher}] if source.publisher else []
    item = {
        "id": source.id,
        "type": _CSL_TYPES[source.kind],
        "title": source.title,
        "author": [] if press else publisher,
        "container-title" if press else "publisher": source.publisher,
        "number": source.symbol,
        "issued": _issued(source.published),
        "URL": source.url,
        "accessed": _issued(source.read_on),
    }
    return {name: value for name, value in item.items() if value}


def _issued(date: PartialDate | None) -> dict[str, Any]:
    """Return a date as CSL has it; as text where it is no single year, month or day."""
    if date is None:
        return {}
    plain = _PLAIN.fullmatch(str(date))
    if plain is None:
        return {"literal": str(date)}
    parts = [int(part) for part in plain.groups()[:3] if part]
    return {"date-parts": [parts]} | ({"circa": True} if plain[4] else {})
