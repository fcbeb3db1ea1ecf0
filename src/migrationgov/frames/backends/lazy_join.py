"""Tables of engines that speak SQL (DuckDB, Ibis, PySpark): left joins on small tables.

Every small table has one row for each key, so that lines can neither multiply nor vanish. State
and year lead to what held when the year began, and to what held after each change within it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from migrationgov.frames.answer_table import NULL, Output
from migrationgov.frames.backends.broadcast_tables import BroadcastTable, BroadcastTables
from migrationgov.frames.backends.protocol import Dates, Lookup, Pair
from migrationgov.frames.backends.state_year_table import Names, by_column, by_year, years_of
from migrationgov.optional_imports import import_optional

#: Names of the columns in between; a table of somebody else's has none of them.
_KEY = "migrationgov key"
_NAMES = Names("migrationgov state", "migrationgov column")


class SqlTable:
    """A table that is only asked, never held."""

    def __init__(self, native: Any, small: BroadcastTables) -> None:
        self._nw = import_optional("narwhals.stable.v2", "frames")
        self.native = native
        self._frame = self._nw.from_native(native)
        self._small = small

    def distinct(self, column: str) -> list[Any]:
        """Return the distinct values of a column, without null."""
        its = self._frame.select(self._nw.col(column).cast(self._nw.String))
        counted = its.group_by(column).agg(self._nw.len().alias(_KEY))  # `unique` sorts on DuckDB
        found = counted.collect("pyarrow")[column].to_list()
        return [value for value in found if value is not None]

    def bounds(self, column: str) -> tuple[int, int] | None:
        """Return the least and the greatest of whole numbers; None if there are none."""
        its = self._nw.col(column)
        ends = self._frame.select(least=its.min(), most=its.max()).collect("pyarrow")
        least, most = ends["least"].item(), ends["most"].item()
        return None if least is None else (least, most)

    def attach(self, lookup: Lookup) -> Any:
        """Return the table with the columns of the grid."""
        its = self._frame.with_columns(self._text(lookup.state).alias(_NAMES.state))
        its = self._with_column(its, lookup)
        make = by_year if lookup.dates is Dates.DAYS else by_column
        small, changes = make(lookup, _NAMES)
        its = self._join(its, small, [_NAMES.state, _NAMES.column])
        return its.select(
            *self._frame.collect_schema(), *self._answers(lookup, changes)
        ).to_native()

    def _answers(self, lookup: Lookup, changes: int) -> Iterator[Any]:
        """Yield each column to be: what holds after the last change that is not after the day."""
        nw = self._nw
        on = nw.col(lookup.on).cast(nw.Date) if changes else None
        for output in lookup.grid.outputs:
            found = nw.col(_NAMES.label(output.name, 0))
            for change in range(1, changes + 1):
                later = nw.col(_NAMES.label(output.name, change))
                happened = on >= nw.col(_NAMES.day(change))
                found = nw.when(happened).then(later).otherwise(found)
            yield found.alias(output.name)

    def pair(self, pairs: Sequence[Pair]) -> Any:
        """Return the table with what pairs of its columns make, in the place of these."""
        nw, its = self._nw, self._frame
        for each in pairs:
            key = nw.col(each.one) * each.size + nw.col(each.other)
            its = self._join(its.with_columns(key.alias(_KEY)), _paired(each), [_KEY])
            its = its.drop(_KEY, each.one, each.other)
        return its.to_native()

    def _text(self, column: str) -> Any:
        return self._nw.col(column).cast(self._nw.String)

    def _with_column(self, its: Any, lookup: Lookup) -> Any:
        """Add what the date of each line leads to: a year, or a column of the grid."""
        nw, axis = self._nw, lookup.grid.axis
        on = nw.col(lookup.on)
        if lookup.dates is Dates.DAYS:
            year = on.dt.year().clip(*years_of(lookup.grid))
            return its.with_columns(year.cast(nw.Int32).alias(_NAMES.column))
        if lookup.dates is Dates.YEARS:
            ends = axis.first_year, axis.first_year + lookup.grid.never - 1
            place = on.clip(*ends).cast(nw.Int32) - axis.first_year
            return its.with_columns(place.alias(_NAMES.column))
        texts = BroadcastTable(
            {_KEY: list(axis.places), _NAMES.column: list(axis.places.values())},
            {_KEY: "string", _NAMES.column: "int"},
        )
        its = its.with_columns(self._text(lookup.on).alias(_KEY))
        return self._join(its, texts, [_KEY]).drop(_KEY)

    def _join(self, its: Any, small: BroadcastTable, keys: list[str]) -> Any:
        """Join a small table that has every key once."""
        right = self._nw.from_native(self._small.table(small))
        return its.join(right, on=keys, how="left")


def _kind(output: Output) -> str:
    return "int" if output.counts else "label" if output.labels else "string"


def _paired(pair: Pair) -> BroadcastTable:
    """Return what every two values make, by the number of the pair."""
    output = pair.output
    made: list[Any] = [None if place == NULL else place for place in output.cells]
    if output.counts:
        made = [None if place is None else output.values[place] for place in made]
    return BroadcastTable(
        {_KEY: list(range(len(made))), output.name: made},
        {_KEY: "int", output.name: _kind(output)},
        {} if output.counts else {output.name: output.values},
    )
