"""Tables of Polars, eager and lazy: one native expression, which also runs where it streams."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from migrationgov.frames.answer_table import NULL, Output
from migrationgov.frames.backends.pandas_backend import EPOCH
from migrationgov.frames.backends.protocol import Dates, Lookup, Pair


class PolarsTable:
    """A DataFrame or LazyFrame of Polars (`pl` is the module it comes from)."""

    def __init__(self, native: Any, pl: Any) -> None:
        self.native = native
        self._pl = pl

    def _asked(self, *expressions: Any) -> Any:
        return self.native.lazy().select(*expressions).collect(engine="streaming")

    def distinct(self, column: str) -> list[Any]:
        """Return the distinct values of a column, without null."""
        its = self._pl.col(column)
        found: list[Any] = self._asked(its.cast(self._pl.String).drop_nulls().unique())[
            column
        ].to_list()
        return found

    def bounds(self, column: str) -> tuple[int, int] | None:
        """Return the least and the greatest of whole numbers; None if there are none."""
        its = self._pl.col(column)
        least, most = self._asked(its.min().alias("least"), its.max().alias("most")).row(0)
        return None if least is None else (least, most)

    def attach(self, lookup: Lookup) -> Any:
        """Return the table with the columns of the grid."""
        pl, grid = self._pl, lookup.grid
        texts = list(lookup.rows)
        row = self._looked_up(self._code(lookup.state, texts), list(lookup.rows.values()))
        place = row * grid.width + self._column_of(lookup)
        return self.native.with_columns(
            pl.lit(self._values(output)).gather(place).alias(output.name)
            for output in grid.outputs
        )

    def pair(self, pairs: Sequence[Pair]) -> Any:
        """Return the table with what pairs of its columns make, in the place of these."""
        pl = self._pl
        made = [
            pl.lit(self._values(each.output))
            .gather(pl.col(each.one).cast(pl.Int32) * each.size + pl.col(each.other))
            .alias(each.output.name)
            for each in pairs
        ]
        used = [side for each in pairs for side in (each.one, each.other)]
        return self.native.with_columns(made).drop(used)

    def _code(self, column: str, texts: list[str]) -> Any:
        """Return the place of each text in a list; null for what is not in it."""
        known = self._pl.Enum(texts)
        its = self._pl.col(column).cast(self._pl.String).cast(known, strict=False)
        return its.to_physical().cast(self._pl.Int32)

    def _looked_up(self, code: Any, places: list[int]) -> Any:
        """Return what stands in a list at each place; null for null."""
        pl = self._pl
        return pl.lit(pl.Series([*places, None], dtype=pl.Int32)).gather(code)

    def _column_of(self, lookup: Lookup) -> Any:
        pl, axis = self._pl, lookup.grid.axis
        its = pl.col(lookup.on)
        if lookup.dates is Dates.YEARS:
            ends = axis.first_year, axis.first_year + lookup.grid.never - 1
            return its.cast(pl.Int64).clip(*ends).cast(pl.Int32) - axis.first_year
        if lookup.dates is Dates.VALUES:
            code = self._code(lookup.on, list(axis.places))
            return self._looked_up(code, list(axis.places.values()))
        start, places = axis.day_places()
        days = its.dt.date().to_physical() + (EPOCH - start)
        return self._looked_up(days.clip(0, len(places) - 1), places)

    def _values(self, output: Output) -> Any:
        """Return the value of every cell."""
        pl = self._pl
        kind = pl.Enum(output.values) if output.labels else pl.String
        dtype = pl.Int16 if output.counts else kind
        values = pl.Series([*output.values, None], dtype=dtype)
        cells = pl.Series(output.cells, dtype=pl.Int32)
        return values.gather(cells.replace(NULL, len(output.values)))
