"""What an engine is told, and what it must be able to do."""

from __future__ import annotations

from enum import Enum
from typing import Any, Protocol

from attrs import frozen

from migrationgov.frames.grid import Grid


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
    grid: Grid


class Table(Protocol):
    """A table of some engine."""

    def distinct(self, column: str) -> list[Any]:
        """Return the distinct values of a column, without null."""

    def bounds(self, column: str) -> tuple[int, int] | None:
        """Return the least and the greatest of whole numbers; None if there are none."""

    def attach(self, lookup: Lookup) -> Any:
        """Return the table with the columns of the grid, each line's answers looked up."""
