"""What a command answers: rows with headings, and a sentence about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from migrationgov.dates.partial_date import PartialDate

#: People read a date in words, programs read EDTF.
Cell = str | int | PartialDate | None


class Column(NamedTuple):
    """
    A column of a table.

    Attributes:
        key: Its name for programs: the key in JSON, the first line of CSV.
        heading: Its name for people; without a heading only programs get the column.
    """

    key: str
    heading: str = ""


class Table(NamedTuple):
    """
    The answer of a command.

    Attributes:
        columns: The columns.
        rows: A row has a cell for each column.
        title: What the answer is about, and its short form.
        is_grouped: Whether a value of the first column is shown once for the rows that have it.
        is_failure: Whether the command ends with the exit code 1.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    title: str = ""
    is_grouped: bool = False
    is_failure: bool = False
