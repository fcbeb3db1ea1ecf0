"""The flat table of an answer as a file: CSV, and a workbook of Excel."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from io import BytesIO
from typing import Any
from unicodedata import category

from migrationgov.datasets.text_files import path_of, write_bytes, write_text
from migrationgov.errors import MissingExtraError
from migrationgov.exports.answer_rows import typed_columns
from migrationgov.exports.columns import Cell
from migrationgov.exports.csv_package import csv_text, is_formula
from migrationgov.optional_imports import import_optional

_NO_TEXT = ("Cc", "Cs")  # control characters and halves of signs
_FIRST_YEAR = 1900  # the calendar of Excel begins then
_DAY_FORMAT = "yyyy-mm-dd"


def write_csv(
    answer: Any, path: str | os.PathLike[str] | None = None, *, escape_formulas: bool = False
) -> str | None:
    """Return the table of an answer as CSV text, or write it into a file."""
    columns, _ = typed_columns(answer)
    lines = zip(*columns.values(), strict=True)
    rows = [dict(zip(columns, line, strict=True)) for line in lines]
    text = csv_text(rows, list(columns), escape_formulas=escape_formulas)
    if path is None:
        return text
    write_text(path_of(path), text)
    return None


def write_excel(answer: Any, path: str | os.PathLike[str]) -> None:
    """Write the table of an answer as a workbook, with the library that is there."""
    library = next((each for each in _WRITERS if find_spec(each) is not None), None)
    if library is None:
        raise MissingExtraError(
            'this needs XlsxWriter or openpyxl: pip install "migrationgov[excel]"',
            name="xlsxwriter",
        )
    file = path_of(path)
    book = BytesIO()  # so that a file that cannot be written is the same error with both
    _WRITERS[library](typed_columns(answer)[0], book)
    write_bytes(file, book.getvalue())


def _with_xlsxwriter(columns: dict[str, list[Cell]], file: BytesIO) -> None:
    library = import_optional("xlsxwriter")
    with library.Workbook(file, {"default_date_format": _DAY_FORMAT}) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        quoted = book.add_format({"quote_prefix": True})  # text also after somebody edits it
        for row, column, value in _cells(columns):
            if isinstance(value, str):  # as text, also where it begins as a formula does
                sheet.write_string(row, column, value, quoted if is_formula(value) else None)
            else:
                sheet.write(row, column, value)


def _with_openpyxl(columns: dict[str, list[Cell]], file: BytesIO) -> None:
    book = import_optional("openpyxl").Workbook()
    sheet = book.active
    sheet.freeze_panes = "A2"
    for row, column, value in _cells(columns):
        made = sheet.cell(row + 1, column + 1, value)
        if isinstance(value, str):
            made.data_type = "s"  # text, also where it begins as a formula does
            made.quotePrefix = is_formula(value)  # and after somebody edits it
        elif isinstance(value, date):
            made.number_format = _DAY_FORMAT
    book.save(file)


def _cells(columns: dict[str, list[Cell]]) -> Iterator[tuple[int, int, Cell]]:
    """Yield row, column and value of each cell that has a value, the names first."""
    for place, (name, values) in enumerate(columns.items()):
        yield 0, place, name
        for row, value in enumerate(values, 1):
            if value is not None:
                yield row, place, _in_workbook(value)


def _in_workbook(value: Cell) -> Cell:
    """Return a value that a workbook can have: no early days, no control characters."""
    if isinstance(value, date) and value.year < _FIRST_YEAR:
        return value.isoformat()
    if isinstance(value, str):
        return "".join(sign for sign in value if sign in "\n\t" or category(sign) not in _NO_TEXT)
    return value


_WRITERS = {"xlsxwriter": _with_xlsxwriter, "openpyxl": _with_openpyxl}
