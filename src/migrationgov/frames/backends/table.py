"""A user's table on some engine, and the lookups that it is given."""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import Enum
from typing import Any

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
        states: The column of states; or two of them, for pairs of states.
        on: The column of dates.
        dates: What the column of dates holds.
        rows: For each column of states, the row of each distinct value.
        answers: The answer table.
        pairs: For pairs of states, the columns to add. The places of two values in the values of
            a column of the answer table are row and column of the cell; the last ones are empty.
    """

    states: tuple[str, ...]
    on: str
    dates: Dates
    rows: tuple[dict[str, int], ...]
    answers: AnswerTable
    pairs: tuple[AnswerColumn, ...] = ()

    @property
    def new_columns(self) -> tuple[AnswerColumn, ...]:
        """The columns to add."""
        return self.pairs or self.answers.columns

    @property
    def sizes(self) -> tuple[int, ...]:
        """For each column of the answer table, the number of places for a value, one is null."""
        return tuple(len(each.values) + 1 for each in self.answers.columns)


@frozen
class Stretches:
    """
    Stretches of days, years or dates of single values of a column of states.

    Attributes:
        values: The value of each stretch; several stretches may have one value.
        lows: The first day (ordinal) or year of each.
        highs: The last one.
        ends: Of a column of dates that holds text: the first and the last day of each text.
    """

    values: list[Any]
    lows: list[int]
    highs: list[int]
    ends: dict[Any, tuple[int, int]]


class Table(ABC):
    """A user's table on some engine (`module` is the library that it belongs to)."""

    def __init__(self, native: Any, module: Any) -> None:
        self.native = native
        self._module = module
        self._blank: set[str] = set()

    @abstractmethod
    def has_values(self, column: str) -> bool:
        """Return whether a column has a value."""

    def leave_blank(self, column: str) -> None:
        """Read a column as null from now on: one without a value may be of any type."""
        self._blank.add(column)

    @abstractmethod
    def distinct(self, column: str) -> list[Any]:
        """Return the distinct values of a column, without null."""

    @abstractmethod
    def bounds(self, column: str) -> tuple[int, int] | None:
        """Return the least and the greatest of whole numbers; None if there are none."""

    @abstractmethod
    def rows_after(self, on: str, dates: Dates, bound: Any) -> int:
        """
        Return how many rows have a date after the bound.

        The bound is a day or a year; for a column of values it is the list of the later values.
        """

    @abstractmethod
    def rows_within(self, state: str, on: str, dates: Dates, stretches: Stretches) -> list[int]:
        """Return how many rows have the value of each stretch, and a date within it."""

    @abstractmethod
    def attach(self, lookup: Lookup) -> Any:
        """Return the table with the new columns of a lookup."""
