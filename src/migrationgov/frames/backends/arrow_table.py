"""Tables of PyArrow, and the arrays that other engines take."""

from __future__ import annotations

from typing import Any

from migrationgov.frames.answer_table import NULL, AnswerColumn
from migrationgov.frames.backends.eager_table import MISSING, EagerTable
from migrationgov.optional_imports import import_optional


class ArrowTable(EagerTable):
    """A Table of PyArrow."""

    def has_values(self, column: str) -> bool:
        """Return whether a column has a value."""
        found = self.native[column]
        return bool(found.null_count < len(found))

    def bounds(self, column: str) -> tuple[int, int] | None:
        """Return the least and the greatest of whole numbers; None if there are none."""
        ends = self._module.compute.min_max(self.native[column]).as_py()
        return None if ends["min"] is None else (ends["min"], ends["max"])

    def _encode(self, column: str) -> tuple[Any, list[Any]]:
        pa, found = self._module, self.native[column]
        if column in self._blank:
            found = pa.chunked_array([pa.nulls(len(found), pa.string())])
        plain = found if found.type == pa.string() else found.cast(pa.large_string())
        codes = plain.dictionary_encode().combine_chunks()
        whole = codes.chunk(0) if hasattr(codes, "chunk") else codes
        return _numpy(whole.indices, -1), whole.dictionary.to_pylist()

    def _integers(self, column: str) -> Any:
        return _numpy(self.native[column].cast(self._module.int64()), MISSING)

    def _days(self, column: str) -> Any:
        return arrow_days(self.native[column])

    def _column(self, column: AnswerColumn, places: Any) -> Any:
        return arrow_column(column, self._module.array(places, mask=places == NULL))

    def _with(self, new: dict[str, Any]) -> Any:
        made = self.native
        for name, values in new.items():
            made = made.append_column(name, values)
        return made


def arrow_days(found: Any) -> Any:
    """Return days since 1970 of a column of Arrow."""
    pa = import_optional("pyarrow")
    if pa.types.is_timestamp(found.type) and found.type.tz is not None:
        found = pa.compute.local_timestamp(found)
    days = found.cast(pa.date32(), safe=False).cast(pa.int32())
    return _numpy(days.cast(pa.int64()), MISSING)


def _numpy(numbers: Any, missing: int) -> Any:
    return numbers.fill_null(missing).to_numpy()


def arrow_column(column: AnswerColumn, places: Any) -> Any:
    """Return an array of Arrow, of the places of its values: labels as a dictionary."""
    pa = import_optional("pyarrow")
    if column.counts:
        return pa.array(column.values, pa.int16()).take(places)
    values = pa.array(column.values, pa.string())
    return pa.DictionaryArray.from_arrays(places, values) if column.labels else values.take(places)
