"""What an engine is told, and what it must be able to do."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any, Protocol

from attrs import frozen

from migrationgov.frames.answer_table import AnswerTable, Output


class Dates(Enum):
    """What the column of dates holds."""

    DAYS = "days"
    YEARS = "years"
    VALUES = "values"


@frozen
class Lookup:
    """
    One lookup in a grid, small enough to travel to workers.

    Attributes:
        state: The column of states.
        on: The column of dates.
        dates: What that one holds.
        rows: The row of each distinct value of the column of states.
        grid: The answers.
    """

    state: str
    on: str
    dates: Dates
    rows: dict[str, int]
    grid: AnswerTable


@frozen
class Pair:
    """
    One lookup of what two values make together.

    Attributes:
        one: The column of the places of the one value.
        other: The column of the places of the other.
        size: How many values there are.
        output: What each two make; `size` cells for each value of the one.
    """

    one: str
    other: str
    size: int
    output: Output


class Table(Protocol):
    """A table of some engine."""

    @property
    def native(self) -> Any:
        """The table as the engine has it."""
        ...

    def distinct(self, column: str) -> list[Any]:
        """Return the distinct values of a column, without null."""
        ...

    def bounds(self, column: str) -> tuple[int, int] | None:
        """Return the least and the greatest of whole numbers; None if there are none."""
        ...

    def attach(self, lookup: Lookup) -> Any:
        """Return the table with the columns of the grid, each line's answers looked up."""
        ...

    def pair(self, pairs: Sequence[Pair]) -> Any:
        """Return the table with what pairs of its columns make, in the place of these."""
        ...
