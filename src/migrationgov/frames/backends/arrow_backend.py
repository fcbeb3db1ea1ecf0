"""Tables of PyArrow: dictionary codes, then `take`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from migrationgov.frames.answer_table import NULL, Output
from migrationgov.frames.backends.pandas_backend import EPOCH
from migrationgov.frames.backends.protocol import Dates, Lookup, Pair


class ArrowTable:
    """A Table of PyArrow (`pa` is the module it comes from)."""

    def __init__(self, native: Any, pa: Any) -> None:
        self.native = native
        self._pa = pa
        self._coded: dict[str, Any] = {}

    def _encoded(self, column: str) -> Any:
        """Return a column of text as codes into one dictionary, in one piece."""
        if column not in self._coded:
            pa, its = self._pa, self.native[column]
            plain = its.cast(pa.large_string()) if its.type != pa.string() else its
            codes = plain.dictionary_encode().combine_chunks()
            self._coded[column] = codes.chunk(0) if hasattr(codes, "chunk") else codes
        return self._coded[column]

    def distinct(self, column: str) -> list[Any]:
        """Return the distinct values of a column, without null."""
        found: list[Any] = self._encoded(column).dictionary.to_pylist()
        return found

    def bounds(self, column: str) -> tuple[int, int] | None:
        """Return the least and the greatest of whole numbers; None if there are none."""
        ends = self._pa.compute.min_max(self.native[column]).as_py()
        return None if ends["min"] is None else (ends["min"], ends["max"])

    def attach(self, lookup: Lookup) -> Any:
        """Return the table with the columns of the grid."""
        pc, grid = self._pa.compute, lookup.grid
        row = self._looked_up(lookup.state, lookup.rows)
        width = self._number(grid.width)
        place = pc.add(pc.multiply(row, width), self._column_of(lookup))
        made = self.native
        for output in grid.outputs:
            made = made.append_column(output.name, pc.take(self._values(output), place))
        return made

    def pair(self, pairs: Sequence[Pair]) -> Any:
        """Return the table with what pairs of its columns make, in the place of these."""
        pc, made = self._pa.compute, self.native
        for each in pairs:
            one, other = (made[side].cast(self._pa.int32()) for side in (each.one, each.other))
            place = pc.add(pc.multiply(one, self._number(each.size)), other)
            made = made.append_column(each.output.name, pc.take(self._values(each.output), place))
            made = made.drop_columns([each.one, each.other])
        return made

    def _number(self, value: int) -> Any:
        return self._pa.scalar(value, self._pa.int32())

    def _looked_up(self, column: str, places: dict[Any, int]) -> Any:
        """Return the place of each text of a column; null where there is none."""
        coded = self._encoded(column)
        found = [places.get(value) for value in coded.dictionary.to_pylist()]
        return self._pa.compute.take(self._pa.array(found, self._pa.int32()), coded.indices)

    def _column_of(self, lookup: Lookup) -> Any:
        pa, axis = self._pa, lookup.grid.axis
        if lookup.dates is Dates.VALUES:
            return self._looked_up(lookup.on, axis.places)
        if lookup.dates is Dates.YEARS:
            years = self.native[lookup.on]
            return self._clipped(years, axis.first_year, lookup.grid.never)
        start, places = axis.day_places()
        days = self._clipped(self._days(lookup.on), start - EPOCH, len(places))
        return pa.compute.take(pa.array(places, pa.int32()), days)

    def _days(self, column: str) -> Any:
        """Return days since 1970; that of a time with a zone is its civil day."""
        pa, its = self._pa, self.native[column]
        if pa.types.is_timestamp(its.type) and its.type.tz is not None:
            its = pa.compute.local_timestamp(its)
        return its.cast(pa.date32(), safe=False).cast(pa.int32())

    def _clipped(self, numbers: Any, first: int, size: int) -> Any:
        """Return how far each number is from the first, no less than 0 and less than a size."""
        pa = self._pa
        pc = pa.compute
        wide = numbers.cast(pa.int64())
        ends = pa.scalar(first, pa.int64()), pa.scalar(first + size - 1, pa.int64())
        inside = pc.min_element_wise(
            pc.max_element_wise(wide, ends[0], skip_nulls=False), ends[1], skip_nulls=False
        )
        return pc.subtract(inside, ends[0]).cast(pa.int32())

    def _values(self, output: Output) -> Any:
        """Return the value of every cell: labels as a dictionary, numbers as they are."""
        pa = self._pa
        cells = pa.array([None if cell == NULL else cell for cell in output.cells], pa.int16())
        if not output.labels:
            kind = pa.int16() if output.counts else pa.string()
            return pa.compute.take(pa.array(output.values, kind), cells)
        return pa.DictionaryArray.from_arrays(cells, pa.array(output.values, pa.string()))
