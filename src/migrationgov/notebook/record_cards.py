"""Cards and tables of records: `html_of` makes the HTML of every kind of record and answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch
from itertools import groupby
from typing import Any

from migrationgov.exports.graph import Network
from migrationgov.lookup.active_dataset import dataset
from migrationgov.model.sources import Disagreement
from migrationgov.notebook import html
from migrationgov.notebook.columns import columns_of, heading_of, noun_of, parts_of
from migrationgov.notebook.field_formatters import format_field
from migrationgov.notebook.footnotes import Footnotes
from migrationgov.notebook.phrases import spaced
from migrationgov.results.record_list import RecordList
from migrationgov.words import count

#: What a heading names; no column repeats it.
_IN_HEADINGS = ("party", "institution", "organization")
#: Columns whose value stands in the caption where all rows share it.
_SHARED = (*_IN_HEADINGS, "participant", "process", "subject", "context", "role", "status")


@singledispatch
def html_of(record: Any) -> str:
    """
    Return the HTML of an answer or a record, as a part of a page that stands alone.

    A record is a card of its fields; the records in it are tables, each one click away.
    """
    footnotes = Footnotes(dataset())
    names = columns_of(record, in_table=False)
    rows = [(heading_of(name), format_field(name, record, footnotes)) for name in names]
    heading = html.data(getattr(record, "name", "")) or noun_of(record).capitalize()
    parts = [
        html.folded(count(len(its), noun_of(its[0])), *tables_of(its, footnotes))
        for its in parts_of(record).values()
    ]
    return html.page(html.card(heading, rows), *parts, footnotes.source_list())


@html_of.register(RecordList)
def _(records: RecordList[Any]) -> str:
    footnotes = Footnotes(dataset())
    tables = tables_of(records, footnotes) or [html.table("no records", [("none",)])]
    return html.page(*tables, footnotes.source_list())


@html_of.register
def _(record: Disagreement) -> str:
    footnotes = Footnotes(dataset())
    about = footnotes.party(record.subject)
    if record.subject != record.context:
        about = html.joined((about, footnotes.institution(record.context)), " in ")
    heading = html.inline(about, f", {spaced(record.field)}: the sources disagree")
    used = ["yes" if each.value == record.preferred else "no" for each in record.claims]
    claims = table_of(record.claims, footnotes, heading, ("Used", used))
    choice = html.inline("Used: ", html.data(record.preferred or "none, the question is open"))
    other = ", which no source gives alone" if record.preferred and "yes" not in used else ""
    reason = html.note(choice, other, ". Why: ", html.data(record.reason))
    return html.page(claims, reason, footnotes.source_list(places=False))


@html_of.register
def _(network: Network) -> str:
    kinds = [kind for _, kind, _ in network.nodes]
    counts = ", ".join(count(kinds.count(kind), kind) for kind in dict.fromkeys(kinds))
    rows = [
        ("On", network.on or "the day of the latest evidence on each process"),
        ("Nodes", f"{len(network.nodes)} ({counts or 'none'})"),
        ("Edges", f"{len(network.edges)} (certain and listed participations)"),
    ]
    return html.page(html.card(f"Network: {network.kind}", rows))


def tables_of(records: Iterable[Any], footnotes: Footnotes) -> list[html.Html]:
    """Make a table for each kind of record, in the order in which the kinds come."""
    return [table_of(list(its), footnotes) for _, its in groupby(records, key=type)]


def table_of(
    records: Sequence[Any],
    footnotes: Footnotes,
    heading: str = "",
    extra: tuple[str, Sequence[str]] = ("", ()),
) -> html.Html:
    """
    Make a table of records of one kind, with an *extra* first column where there is one.

    The caption is the *heading*; else it has their number, and the values that they share.
    """
    columns = columns_of(records[0], in_table=True)
    shared = {}
    for name in _IN_HEADINGS if heading else _SHARED if len(records) > 1 else ():
        values = {format_field(name, each, footnotes) for each in records if name in columns}
        if len(values) == 1:
            shared[name] = values.pop()
            columns.remove(name)
    number = count(len(records), noun_of(records[0]))
    caption = heading or html.joined((number, html.joined(dict.fromkeys(shared.values()))), ": ")
    title, first_cells = extra
    rows = [
        [first, *(format_field(name, each, footnotes) for name in columns)]
        for first, each in zip(
            first_cells or [""] * len(records), records[: html.MOST_ROWS], strict=False
        )
    ]
    headings = [title, *map(heading_of, columns)]
    return html.table(caption, rows, headings, total=len(records))
