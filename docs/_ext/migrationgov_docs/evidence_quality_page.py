"""The page "What was looked at when": last looks, second sources, and the rules of the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from dateutil.relativedelta import relativedelta

import migrationgov as mg
from migrationgov import exports
from migrationgov.notebook.phrases import spaced
from migrationgov.queries.data_rules import rule_of
from migrationgov.validation.items import records_by_table
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.html_page import Page, escape, outside, prose
from migrationgov_docs.names import name_of, sort_key

_SOURCE = "source"
_SOME = 5  # a reasoning that fewer facts share is on the page of its institution only
_FILES = """\
When each register, process and history was last checked for news, with or without a result, the
oldest first, and the day from which that was a year ago. <code>migrationgov stale</code> lists
what is older on any day, in Python <code>exports.last_looks("2027-12-31")</code>."""
_SECOND = """\
Facts with sources of their own, by table. Sources of one publisher confirm each other little, so
the share counts facts with sources of two publishers or more. An office or a national site of an
institution counts as the institution, a copy of Wikipedia as Wikipedia. Who copied from whom is
not known: the numbers are upper bounds. <em>Both give the value</em>: without the sources that
give another value, or a less exact one."""
_RULES = """\
Facts that no source gives as they stand, by the rule by which they were concluded. The note of
each gives the reasoning, and its sources what it rests on. How evidence is carried from one day to
another is no rule of the data: see <a href="../concepts.html">Concepts</a>."""


def evidence_quality_page(facts: mg.Dataset) -> str:
    """Return the page on when what was looked at, second sources, and the rules of the data."""
    page = Page(facts)
    page.title("What was looked at when")
    page.lead(
        "How old the evidence is, how often a second publisher confirms it, and what was concluded"
        f" from it by which rule. The data are as of {when(facts.manifest.as_of)}."
    )
    looks = exports.last_looks(facts.manifest.as_of, dataset=facts)
    _add_files(page, [each for each in looks if each.kind != _SOURCE])
    _add_sources(page, [each for each in looks if each.kind == _SOURCE])
    _add_second_sources(page)
    _add_rules(page)
    return page.text()


# -- looks ----------------------------------------------------------------------------------------


def _add_files(page: Page, looks: list[mg.results.LastLook]) -> None:
    page.heading(2, "Registers, processes and histories")
    page.paragraph(_FILES)
    looks.sort(key=lambda each: _order(each, page.facts))
    rows = [
        (
            page.link(each.id),
            each.kind,
            when(each.looked_on) if each.recorded else "not recorded",
            _a_year_later(each.looked_on) if each.recorded else "",
        )
        for each in looks
    ]
    page.table(["institution", "kind", "checked on", "a year old from"], rows)


def _order(look: mg.results.LastLook, facts: mg.Dataset) -> tuple[object, ...]:
    last = look.looked_on.last_ordinal if look.recorded and look.looked_on else 0
    return last, sort_key(name_of(look.id, facts)), look.kind


def _a_year_later(date: mg.PartialDate | None) -> str:
    """Return the first day on which a look is certainly a year old."""
    last = None if date is None else date.latest
    return "" if last is None else when(mg.PartialDate.from_date(last + relativedelta(years=1)))


def _add_sources(page: Page, looks: list[mg.results.LastLook]) -> None:
    page.heading(2, "Sources")
    read = Counter(each.looked_on for each in looks if each.recorded)
    rows = [(when(date), str(number)) for date, number in read.items()]
    unknown = len(looks) - sum(read.values())
    page.table(["read", "sources"], [*rows, ("not recorded", str(unknown))])
    archived = [each for each in page.facts.sources if each.archived]
    page.paragraph(
        f"Sources read in a copy that does not change: {len(archived)}. It is a capture of a web"
        " archive, or a file in a public repository at one commit, whose name is a checksum of its"
        " content. Of the others neither a copy nor a checksum is on record."
    )
    begin = page.place
    page.items(f"{outside(each.title, each.archived)}, {escape(each.id)}" for each in archived)
    page.folded("The copies", begin)


# -- second sources and rules ---------------------------------------------------------------------


def _add_second_sources(page: Page) -> None:
    page.heading(2, "Facts with a second source")
    page.paragraph(_SECOND)
    shares = exports.second_sources(dataset=page.facts)
    rows = [
        (
            spaced(each.table), f"{each.facts:,}", f"{each.two_documents:,}",
            f"{each.two_publishers:,}", f"{each.two_agree:,}", f"{each.share:.0%}",
        )
        for each in shares
    ]  # fmt: skip
    page.table(
        ["table", "facts", "two sources", "two publishers", "both give the value", "share"], rows
    )


def _add_rules(page: Page) -> None:
    page.heading(2, "Rules of the data")
    page.paragraph(_RULES)
    found = exports.data_rules(dataset=page.facts)
    rows = [
        (escape(rule), escape(meaning), ", ".join(f"{e.facts:,} {spaced(e.table)}" for e in its))
        for (rule, meaning), its in groupby(found, key=lambda each: (each.rule, each.meaning))
    ]
    page.table(["rule", "what it concludes", "facts"], rows)
    shared = [pair for pair in Counter(_reasonings(page.facts)).most_common() if pair[1] >= _SOME]
    begin = page.place
    page.table(
        ["rule", "reasoning", "facts"],
        [(escape(rule), prose(note), str(number)) for (rule, note), number in shared],
    )
    page.folded(f"Reasonings that {_SOME} facts or more share", begin)


def _reasonings(facts: mg.Dataset) -> Iterator[tuple[str, str]]:
    """Yield the rule and the note of each fact that was concluded and has a note."""
    for _, record in records_by_table(facts):
        if rule_of(record) and getattr(record, "note", ""):
            yield rule_of(record), record.note
