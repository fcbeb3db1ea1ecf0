"""Tables of Polars, eager and lazy: one native expression, which also runs where it streams."""

from __future__ import annotations

from typing import Any

from migrationgov.frames.answer_table import NULL, AnswerColumn
from migrationgov.frames.backends.eager_table import EPOCH
from migrationgov.frames.backends.table import Dates, Lookup, Stretches, Table
from migrationgov.frames.date_axis import NO_DATE

#: The place of each row in the answer table.
_PLACE = "migrationgov place"


class PolarsTable(Table):
    """A DataFrame or LazyFrame of Polars."""

    def has_values(self, column: str) -> bool:
        """Return whether a column has a value."""
        return bool(self._collect(self._module.col(column).is_not_null().any()).item())

    def distinct(self, column: str) -> list[Any]:
        """Return the distinct values of a column, without null."""
        values = self._collect(self._text(column).drop_nulls().unique())
        found: list[Any] = values[column].to_list()
        return found

    def bounds(self, column: str) -> tuple[int, int] | None:
        """Return the least and the greatest of whole numbers; None if there are none."""
        numbers = self._module.col(column)
        least, most = self._collect(numbers.min().alias("0"), numbers.max().alias("1")).row(0)
        return None if least is None else (least, most)

    def rows_after(self, on: str, dates: Dates, bound: Any) -> int:
        """Return how many rows have a date after the bound."""
        column = self._module.col(on)
        if dates is Dates.VALUES:
            later = self._text(on).is_in(list(map(str, bound)))
        else:
            later = (column.dt.date() if dates is Dates.DAYS else column) > bound
        return int(self._collect(later.sum()).item())

    def rows_within(self, state: str, on: str, dates: Dates, stretches: Stretches) -> list[int]:
        """Return how many rows have the value of each stretch, and a date within it."""
        pl = self._module
        small = pl.LazyFrame(
            {
                _PLACE: range(len(stretches.values)),
                "state": list(map(str, stretches.values)),
                "low": stretches.lows,
                "high": stretches.highs,
            }
        )
        first, last = self._ends_of(on, dates, stretches)
        rows = self.native.lazy().select(
            self._text(state).alias("state"), first.alias("first"), last.alias("last")
        )
        within = (pl.col("first") >= pl.col("low")) & (pl.col("last") <= pl.col("high"))
        counted = rows.join(small, on="state").filter(within).group_by(_PLACE).len()
        counts = dict(counted.collect(engine="streaming").iter_rows())
        return [counts.get(number, 0) for number in range(len(stretches.values))]

    def _ends_of(self, on: str, dates: Dates, stretches: Stretches) -> tuple[Any, Any]:
        """Return the first and the last day, or the year, of each row."""
        column = self._module.col(on)
        if dates is Dates.VALUES:
            ends = {str(value): each for value, each in stretches.ends.items()}
            firsts = {text: first for text, (first, _) in ends.items()}
            lasts = {text: last for text, (_, last) in ends.items()}
            return self._places_of(on, firsts), self._places_of(on, lasts)
        days = column.dt.date().to_physical() + EPOCH
        return (days, days) if dates is Dates.DAYS else (column, column)

    def attach(self, lookup: Lookup) -> Any:
        """Return the table with the new columns of a lookup."""
        width, column = lookup.answers.width, self._column_of(lookup)
        places = [
            self._places_of(state, rows) * width + column
            for state, rows in zip(lookup.states, lookup.rows, strict=True)
        ]
        if len(lookup.new_columns) == 1:
            return self.native.with_columns(self._new_columns(lookup, places))
        # columns of their own: else every new column would calculate the places again
        names = [self._free(f"{_PLACE} {side}") for side, _ in enumerate(places)]
        frame = self.native.with_columns(
            [place.alias(name) for place, name in zip(places, names, strict=True)]
        )
        kept = [self._module.col(name) for name in names]
        return frame.with_columns(self._new_columns(lookup, kept)).drop(names)

    def _free(self, name: str) -> str:
        """Return a name that no column of the user has."""
        there = self.native.collect_schema()
        while name in there:
            name += "_"
        return name

    def _new_columns(self, lookup: Lookup, places: list[Any]) -> list[Any]:
        columns = lookup.answers.columns
        if not lookup.pairs:
            return [self._at(places[0], each) for each in columns]
        made = []
        for each, of_one, size in zip(lookup.pairs, columns, lookup.sizes, strict=True):
            a, b = (self._code_at(place, of_one) for place in places)
            made.append(self._at(a * size + b, each))
        return made

    def _collect(self, *expressions: Any) -> Any:
        return self.native.lazy().select(*expressions).collect(engine="streaming")

    def _text(self, column: str) -> Any:
        pl = self._module
        if column in self._blank:
            nothing = pl.lit(None, pl.String)  # a literal alone would be one row
            return pl.when(pl.col(column).is_null()).then(nothing).alias(column)
        return pl.col(column).cast(pl.String)

    def _places_of(self, column: str, places: dict[Any, int]) -> Any:
        """Return the place of each text; null for text that has none."""
        pl = self._module
        codes = self._text(column).cast(pl.Enum(list(places)), strict=False).to_physical()
        return self._from_list(codes.cast(pl.Int32), list(places.values()))

    def _from_list(self, code: Any, places: list[int]) -> Any:
        """Return the place at each code of a list; null for null."""
        pl = self._module
        return pl.lit(pl.Series([*places, None], dtype=pl.Int32)).gather(code)

    def _column_of(self, lookup: Lookup) -> Any:
        pl, axis = self._module, lookup.answers.axis
        if lookup.dates is Dates.VALUES:
            return self._places_of(lookup.on, axis.places)
        on = pl.col(lookup.on)
        if lookup.dates is Dates.YEARS:
            year = on.cast(pl.Int64)
            column = year.clip(axis.first_year, axis.last_year).cast(pl.Int32) - axis.first_year
            return pl.when(year >= NO_DATE.year).then(axis.no_date).otherwise(column)
        start, places = axis.day_places()
        day = on.dt.date().to_physical()
        column = self._from_list((day + (EPOCH - start)).clip(0, len(places) - 1), places)
        no_date = day >= NO_DATE.toordinal() - EPOCH
        return pl.when(no_date).then(axis.no_date).otherwise(column)

    def _code_at(self, place: Any, column: AnswerColumn) -> Any:
        """Return the content of the cell at each place; null for null."""
        codes = self._module.Series(column.cells, dtype=self._module.Int32).replace(NULL, None)
        return self._module.lit(codes).gather(place)

    def _at(self, place: Any, column: AnswerColumn) -> Any:
        """Return a new column: the value of the cell at each place."""
        pl = self._module
        kind = pl.Enum(column.values) if column.labels else pl.String
        values = pl.Series([*column.values, None], dtype=pl.Int16 if column.counts else kind)
        cells = pl.Series(column.cells, dtype=pl.Int32).replace(NULL, len(column.values))
        return pl.lit(values.gather(cells)).gather(place).alias(column.name)
