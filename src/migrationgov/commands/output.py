"""A table as text: for people (a table, Markdown) or for programs (TSV, CSV, JSON)."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

from migrationgov.commands.tables import Cell, Table
from migrationgov.commands.words import short
from migrationgov.dates.partial_date import PartialDate
from migrationgov.vocabularies import Grade

_GAP = "  "
_NARROWEST = 12  # a column of a few letters is harder to read than a line that is too long
_BOLD = "1"
#: Certain is plain; the words "listed" and "possible" say the grade where there is no colour.
_COLOURS = {Grade.LISTED.value: "33", Grade.POSSIBLE.value: "35"}


# -- for people -----------------------------------------------------------------------------------


def as_table(table: Table, width: int = 0, *, is_coloured: bool = False) -> str:
    """
    Return a table with headings for a terminal.

    Args:
        table: The table.
        width: The width of the terminal; cells that are too long go over several lines. 0: any.
        is_coloured: Whether headings are bold, and grades have colours.
    """
    title = textwrap.fill(table.title, width) if width else table.title
    if not table.rows:
        return title
    headings, rows = _for_people(table)
    widths = _widths([headings, *rows], width)
    lines = _lines(headings, widths, lambda _: _BOLD if is_coloured else "")
    for row in rows:
        lines += _lines(row, widths, lambda cell: _COLOURS.get(cell, "") if is_coloured else "")
    return "\n".join([title, "", *lines] if title else lines)


def as_markdown(table: Table) -> str:
    """Return a table in Markdown, below its title."""
    headings, rows = _for_people(table._replace(is_grouped=False))
    lines = [headings, ["---"] * len(headings), *rows] if rows else []
    body = ["| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |" for line in lines]
    return "\n".join([table.title, "", *body] if table.title else body).rstrip()


def _for_people(table: Table) -> tuple[list[str], list[list[str]]]:
    """Return the headings and the cells that people get."""
    places = [place for place, column in enumerate(table.columns) if column.heading]
    rows = [[_words(row[place]) for place in places] for row in table.rows]
    if table.is_grouped:
        firsts = [row[0] for row in rows]
        for row, above in zip(rows[1:], firsts, strict=False):
            row[0] = "" if row[0] == above else row[0]
    return [table.columns[place].heading for place in places], rows


def _words(cell: Cell) -> str:
    return short(cell) if isinstance(cell, PartialDate) else " ".join(_plain(cell).split())


def _widths(lines: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the widths of the columns; the widest ones give way where the terminal is narrow."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    room = width - len(_GAP) * (len(widths) - 1)
    while width and sum(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _lines(cells: Sequence[str], widths: list[int], colour: Callable[[str], str]) -> list[str]:
    """Return the lines of a row: several where a cell is too long for its column."""
    wrapped = [
        textwrap.wrap(cell, width, break_on_hyphens=False)
        for cell, width in zip(cells, widths, strict=True)
    ]
    codes = [colour(cell) for cell in cells]
    made: list[str] = []
    for parts in zip_longest(*wrapped, fillvalue=""):
        padded = [part.ljust(width) for part, width in zip(parts, widths, strict=True)]
        padded[-1] = padded[-1].rstrip()
        coloured = [
            f"\x1b[{code}m{part}\x1b[0m" if code and part.strip() else part
            for part, code in zip(padded, codes, strict=True)
        ]
        made.append(_GAP.join(coloured).rstrip())
    return made


# -- for programs ---------------------------------------------------------------------------------


def as_tsv(table: Table, *, has_headings: bool = True) -> str:
    """Return a table as lines of cells with tabs between them, all columns."""
    keys = [[column.key for column in table.columns]] if has_headings else []
    rows: Iterable[Iterable[Cell]] = [*keys, *table.rows]
    return "\n".join("\t".join(" ".join(_plain(cell).split()) for cell in row) for row in rows)


def as_csv(table: Table, *, has_headings: bool = True) -> str:
    """Return a table as CSV, all columns."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if has_headings:
        writer.writerow(column.key for column in table.columns)
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return out.getvalue().rstrip("\n")


def as_json(table: Table, *, is_ascii: bool = False) -> str:
    """Return a table as JSON: a list with an object for each row, all columns."""
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, map(_value, row), strict=True)) for row in table.rows]
    return json.dumps(rows, ensure_ascii=is_ascii, indent=2)


def _value(cell: Cell) -> str | int | None:
    return str(cell) if isinstance(cell, str | PartialDate) else cell


def _plain(cell: Cell) -> str:
    return "" if cell is None else str(cell)
