"""How a source is named: briefly where it is cited, and in full at the end of a page."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

import migrationgov as mg
from migrationgov_docs.dates_in_words import date_words

_YEAR = re.compile(r"\d{4}")
_REMARK = re.compile(r" \(.*")
_LONG = 33  # a longer publisher is cut
_WEB = ("https://", "http://")
_NOT_IN_ADDRESS = re.compile(r"[\s<>\\]")


@lru_cache(maxsize=2)
def known_sources(facts: mg.Dataset) -> dict[str, mg.model.Source]:
    """Return the sources of a dataset by their id."""
    return {source.id: source for source in facts.sources}


def source_label(source: mg.model.Source) -> str:
    """Return publisher and year: "IOM 2024"."""
    year = _YEAR.search(str(source.published or ""))
    who = _REMARK.sub("", source.publisher) or source.title
    if len(who) > _LONG:
        first = re.split(r", | and | / ", who)[0]
        who = first if len(first) <= _LONG else f"{first[:_LONG].rpartition(' ')[0]} …"
    return f"{' '.join(who.split())} {year[0] if year else 'undated'}"


def source_entry(source: mg.model.Source) -> str:
    """Return publisher, title with its address, symbol, kind and date, as HTML."""
    title = escape(" ".join(source.title.split()))
    if source.url.startswith(_WEB) and not _NOT_IN_ADDRESS.search(source.url):
        title = f'<a href="{escape(source.url)}">{title}</a>'
    by = f"{escape(' '.join(source.publisher.split()))}. " if source.publisher else ""
    symbol = f"{source.symbol}. " if source.symbol else ""
    copy = source.archived if source.archived != source.url else ""
    dated = date_words(source.published) if source.published else "undated"
    about = escape(f"{symbol}{source.kind.replace('-', ' ')}, {dated}")
    about += f", read {date_words(source.read_on)}" if source.read_on else ""
    if copy.startswith(_WEB) and not _NOT_IN_ADDRESS.search(copy):
        about += f', <a href="{escape(copy)}">archived copy</a>'
    return f"{by}{title}. {about}".replace("`", "&#96;")
