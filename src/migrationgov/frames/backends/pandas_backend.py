"""Tables of pandas: codes of the states and of the dates, then one gather for each column."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from migrationgov.frames.answer_table import NULL, Output
from migrationgov.frames.backends.protocol import Dates, Lookup, Pair
from migrationgov.optional_imports import import_optional

#: 1970-01-01, as `date.toordinal` counts.
EPOCH = 719163

#: What stands for a missing day (numpy's own), and for a missing year (there is no year 0).
_NO_DAY, _NO_YEAR = -(2**63), 0

#: Lines looked up at a time: what is in between stays in the caches of the processor.
_BLOCK = 250_000


class PandasTable:
    """A DataFrame of pandas (`pd` is the module it comes from)."""

    def __init__(self, native: Any, pd: Any) -> None:
        self.native = native
        self._pd = pd
        self._coded = cache(self._factorized)

    def _factorized(self, column: str) -> tuple[Any, list[Any]]:
        its = self.native[column]
        codes, values = its.factorize()
        if any(getattr(value, "tzinfo", None) for value in values):
            # one instant is two civil days in two zones, and pandas takes it for one value
            codes, values = its.map(_civil, na_action="ignore").factorize()
        return codes, list(values)

    def distinct(self, column: str) -> list[Any]:
        """Return the distinct values of a column, without null."""
        return self._coded(column)[1]

    def bounds(self, column: str) -> tuple[int, int] | None:
        """Return the least and the greatest of whole numbers; None if there are none."""
        numbers = self.native[column].dropna()
        return (int(numbers.min()), int(numbers.max())) if len(numbers) else None

    def attach(self, lookup: Lookup) -> Any:
        """Return the table with the columns of the grid, on the same index."""
        np = import_optional("numpy")
        rows, columns = self._rows(lookup, np), self._columns(lookup, np)
        width, outputs = lookup.grid.width, lookup.grid.outputs
        cells = [np.frombuffer(each.cells, dtype=np.int16) for each in outputs]
        found = [np.empty(len(self.native), np.int16) for _ in outputs]
        for start in range(0, len(self.native), _BLOCK):
            block = slice(start, start + _BLOCK)
            places = rows(block) * width + columns(block)
            for cell, out in zip(cells, found, strict=True):
                np.take(cell, places, out=out[block])
        pairs = zip(outputs, found, strict=True)
        made = {output.name: self._column(output, codes, np) for output, codes in pairs}
        return self.native.assign(**made)

    def pair(self, pairs: Sequence[Pair]) -> Any:
        """Return the table with what pairs of its columns make, in the place of these."""
        np = import_optional("numpy")
        made, used = {}, []
        for each in pairs:
            one, other = (
                self.native[side].to_numpy(dtype="int64", na_value=NULL)
                for side in (each.one, each.other)
            )
            cells = np.append(np.frombuffer(each.output.cells, dtype=np.int16), NULL)
            known = (one != NULL) & (other != NULL)
            codes = cells[np.where(known, one * each.size + other, -1)]
            made[each.output.name] = self._column(each.output, codes, np)
            used += [each.one, each.other]
        return self.native.drop(columns=used).assign(**made)

    def _rows(self, lookup: Lookup, np: Any) -> Any:
        """Return what tells the rows of a block of lines."""
        codes, values = self._coded(lookup.state)
        nowhere = lookup.grid.nowhere
        places = [lookup.rows.get(value, nowhere) for value in values]
        table = np.array([*places, nowhere], np.int32)  # a missing one has the code -1: the last
        return lambda block: table[codes[block]]

    def _columns(self, lookup: Lookup, np: Any) -> Any:
        """Return what tells the columns of a block of lines."""
        never, axis = lookup.grid.never, lookup.grid.axis
        if lookup.dates is Dates.DAYS:
            days, (start, places) = self._days(lookup.on), axis.day_places()
            table = np.array([*places, never], np.int32)
            return _clipped(days, start - EPOCH, table, _NO_DAY)
        if lookup.dates is Dates.YEARS:
            years = np.arange(never + 1, dtype=np.int32)
            return _clipped(self._years(lookup.on), axis.first_year, years, _NO_YEAR)
        codes, values = self._coded(lookup.on)
        table = np.array([*(axis.places.get(value, never) for value in values), never], np.int32)
        return lambda block: table[codes[block]]

    def _days(self, column: str) -> Any:
        """Return days since 1970; that of a time with a zone is its civil day."""
        its = self.native[column]
        if str(its.dtype).startswith("date32"):  # of Arrow
            its = its.astype("timestamp[s][pyarrow]")
        if its.dt.tz is not None:
            its = its.dt.tz_localize(None)
        return its.astype("datetime64[s]").to_numpy().astype("datetime64[D]").view("int64")

    def _years(self, column: str) -> Any:
        its = self.native[column]
        if not its.hasnans:
            return its.to_numpy(dtype="int64")
        return its.to_numpy(dtype="int64", na_value=_NO_YEAR)

    def _column(self, output: Output, codes: Any, np: Any) -> Any:
        if output.counts:
            missing = codes == NULL
            numbers = np.array([*output.values, 0], np.int16)[codes]
            return self._pd.arrays.IntegerArray(numbers, missing)
        dtype = self._pd.CategoricalDtype(list(output.values))
        found = self._pd.Categorical.from_codes(codes, dtype=dtype)
        if output.labels:
            return found
        return self._pd.Series(found, index=self.native.index).astype("str")


def _civil(value: Any) -> Any:
    """Return the civil day of a time with a zone, anything else as it is."""
    return value.date() if getattr(value, "tzinfo", None) else value


def _clipped(numbers: Any, start: int, table: Any, missing: int) -> Any:
    """
    Return what looks blocks of numbers up in a table that begins at a number.

    Those outside are looked up at its ends; its last place is for missing ones.
    """
    last = len(table) - 2

    def places(block: slice) -> Any:
        its = numbers[block]
        found = table[(its - start).clip(0, last)]
        found[its == missing] = table[-1]
        return found

    return places
