"""Records of whatever kind: a table for many, a card for one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from migrationgov.lookup.active_dataset import dataset
from migrationgov.notebook.columns import ABOUT, Cell, kind_of
from migrationgov.notebook.footnotes import Footnotes
from migrationgov.notebook.html import Html, joined
from migrationgov.notebook.html_tables import MOST_ROWS, card, page, table
from migrationgov.notebook.phrases import number_of
from migrationgov.results.record_list import RecordList


def records(shown: RecordList[Any]) -> Html:
    """Show several records, those of one kind in one table, with the list of their sources."""
    sheet = Footnotes(dataset())
    parts = [grid(list(its), sheet) for _, its in groupby(shown, key=type)]
    return page(*(parts or [table("no records", ("",), ())]), sheet.sources())


def record(shown: Any) -> Html:
    """Show one record: a heading and a cell for each thing told about it."""
    sheet = Footnotes(dataset())
    singular, _, columns = kind_of(shown)
    pairs = [(heading, cell(sheet, shown)) for heading, cell in columns.items()]
    return page(card(singular.capitalize(), pairs), sheet.sources())


def grid(
    its: Sequence[Any],
    sheet: Footnotes,
    first: tuple[str, Sequence[str]] | None = None,
    heading: str = "",
) -> Html:
    """
    Make a table of records of one kind.

    What all of them are about stands in the caption, not in every row. *first* is a column of
    one's own before the others.
    """
    singular, plural, columns = kind_of(its[0])
    cells = {
        name: [cell(sheet, each) for each in its[:MOST_ROWS]] for name, cell in columns.items()
    }
    alone = len(its) == 1 and not heading
    shared = (
        [] if alone else [each for each in ABOUT if _one_for_all(columns.get(each), its, sheet)]
    )
    told = joined([cells.pop(name)[0] for name in shared], ", ")
    if first is not None:
        cells = {first[0]: list(first[1][:MOST_ROWS]), **cells}
    caption = heading or joined((number_of(len(its), singular, plural), told), ": ")
    rows = list(zip(*cells.values(), strict=True))
    return table(caption, list(cells), rows, total=len(its))


def _one_for_all(cell: Cell | None, its: Sequence[Any], sheet: Footnotes) -> bool:
    """Tell whether all records say the same there, those that are cut off included."""
    return cell is not None and all(cell(sheet, each) == cell(sheet, its[0]) for each in its)


def grids(its: Iterable[Any], sheet: Footnotes) -> list[Html]:
    """Make a table for each kind of record, in the order in which they come."""
    return [grid(list(group), sheet) for _, group in groupby(its, key=type)]
