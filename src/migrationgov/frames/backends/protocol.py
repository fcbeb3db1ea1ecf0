"""What every engine must be able to do, and the lookups that it is given."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any, Protocol

from attrs import frozen

from migrationgov.frames.answer_table import AnswerColumn, AnswerTable


class Dates(Enum):
    """What a column of dates holds."""

    DAYS = "days"
    YEARS = "years"
    VALUES = "values"


@frozen
class Lookup:
    """
    One lookup in an answer table; it is small enough to be sent to workers.

    Attributes:
        state: The column of states.
        on: The column of dates.
        dates: What the column of dates holds.
        rows: The row of each distinct value of the column of states.
        answers: The answer table.
    """

    state: str
    on: str
    dates: Dates
    rows: dict[str, int]
    answers: AnswerTable


@frozen
class Pair:
    """
    One lookup of the answer for two values.

    Attributes:
        a: The column of the places of the first value.
        b: The column of the places of the second value.
        size: How many values there are.
        column: The answer for each two values; `size` cells for each first value.
    """

    a: str
    b: str
    size: int
    column: AnswerColumn


class Table(Protocol):
    """A user's table on some engine."""

    @property
    def native(self) -> Any:
        """The table as the engine has it."""

    def distinct(self, column: str) -> list[Any]:
        """Return the distinct values of a column, without null."""

    def bounds(self, column: str) -> tuple[int, int] | None:
        """Return the least and the greatest of whole numbers; None if there are none."""

    def attach(self, lookup: Lookup) -> Any:
        """Return the table with one new column for each column of the answer table."""

    def pair(self, pairs: Sequence[Pair]) -> Any:
        """Return the table with the answers for pairs of its columns, in place of these."""
