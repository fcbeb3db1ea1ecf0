"""Tables of engines that speak SQL (DuckDB, Ibis, PySpark): left joins on small tables.

Every small table has one row for each key, so that lines can neither multiply nor vanish: the
state leads to a row, the date to a column, both together to the answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from migrationgov.extras import needs
from migrationgov.frames.engines.lookup import Dates, Lookup, Pair
from migrationgov.frames.engines.small import Small, SmallTables
from migrationgov.frames.grid import NULL, Output

#: Names of the columns in between; a table of somebody else's has none of them.
_KEY, _ROW, _COLUMN, _CELL = (f"migrationgov {what}" for what in ("key", "row", "column", "cell"))


class SqlTable:
    """A table that is only asked, never held."""

    def __init__(self, native: Any, small: SmallTables) -> None:
        self._nw = needs("narwhals.stable.v2", "frames")
        self.native = native
        self._frame = self._nw.from_native(native)
        self._small = small

    def distinct(self, column: str) -> list[Any]:
        """Return the distinct values of a column, without null."""
        its = self._frame.select(self._text(column).alias(column))
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
        nw, grid = self._nw, lookup.grid
        rows = {value: row * grid.width for value, row in lookup.rows.items()}
        its = self._joined(self._frame, self._text(lookup.state), rows, _ROW)
        its = self._with_column(its, lookup)
        cell = nw.col(_ROW) + nw.col(_COLUMN)
        its = self._join(its, cell, self._cells(grid.outputs))
        return its.drop(_ROW, _COLUMN).to_native()

    def pair(self, pairs: Sequence[Pair]) -> Any:
        """Return the table with what pairs of its columns make, in the place of these."""
        nw, its = self._nw, self._frame
        for each in pairs:
            key = nw.col(each.one) * each.size + nw.col(each.other)
            its = self._join(its, key, self._cells([each.output])).drop(each.one, each.other)
        return its.to_native()

    def _text(self, column: str) -> Any:
        return self._nw.col(column).cast(self._nw.String)

    def _with_column(self, its: Any, lookup: Lookup) -> Any:
        """Add the column of the grid that the date of each line leads to."""
        nw, axis = self._nw, lookup.grid.axis
        on = nw.col(lookup.on)
        if lookup.dates is Dates.VALUES:
            return self._joined(its, self._text(lookup.on), axis.places, _COLUMN)
        if lookup.dates is Dates.YEARS:
            ends = axis.first_year, axis.first_year + lookup.grid.never - 1
            return its.with_columns((on.clip(*ends) - axis.first_year).alias(_COLUMN))
        start, places = axis.day_places()
        keys = [_number(date.fromordinal(day)) for day in range(start, start + len(places))]
        number = on.dt.year() * 10_000 + on.dt.month() * 100 + on.dt.day()
        key = number.clip(keys[0], keys[-1])
        by_day = dict(zip(keys, places, strict=True))
        return self._joined(its, key, by_day, _COLUMN, texts=False)

    def _joined(
        self, its: Any, key: Any, places: dict[Any, int], name: str, *, texts: bool = True
    ) -> Any:
        """Add the place that the key of each line leads to; null where it leads nowhere."""
        columns = {_KEY: list(places), name: list(places.values())}
        return self._join(its, key, Small(columns, texts={_KEY} if texts else set()))

    def _join(self, its: Any, key: Any, small: Small) -> Any:
        """Join a table whose first column is the key, each key once."""
        right = self._nw.from_native(self._small.table(small))
        left = its.with_columns(key.alias(_CELL))
        return left.join(right, left_on=_CELL, right_on=_KEY, how="left").drop(_CELL)

    @staticmethod
    def _cells(outputs: Sequence[Output]) -> Small:
        """Return the answers of all cells that have one, by the number of the cell."""
        filled = [
            cell
            for cell in range(len(outputs[0].cells))
            if any(output.cells[cell] != NULL for output in outputs)
        ]
        columns: dict[str, list[Any]] = {_KEY: filled}
        for output in outputs:
            columns[output.name] = [output.cells[cell] for cell in filled]
        labels = {o.name: [str(v) for v in o.values] for o in outputs if not o.counts}
        for output in outputs:
            if output.counts:
                values = [*output.values, None]
                columns[output.name] = [values[code] for code in columns[output.name]]
        return Small(columns, labels=labels)


def _number(day: date) -> int:
    """Return a day as a number that engines can make of its parts: 20021202."""
    return day.year * 10_000 + day.month * 100 + day.day
