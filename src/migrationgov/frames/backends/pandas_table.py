"""Tables of pandas."""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import frozen

from migrationgov.errors import short_repr
from migrationgov.frames.answer_table import NULL, AnswerColumn
from migrationgov.frames.backends.arrow_table import arrow_days
from migrationgov.frames.backends.eager_table import MISSING, EagerTable


class PandasTable(EagerTable):
    """A DataFrame of pandas."""

    def has_values(self, column: str) -> bool:
        """Return whether a column has a value."""
        return bool(self.native[column].notna().any())

    def bounds(self, column: str) -> tuple[int, int] | None:
        """Return the least and the greatest of whole numbers; None if there are none."""
        series = self.native[column]
        least, most = series.min(), series.max()
        return None if self._module.isna(least) else (int(least), int(most))

    def _encode(self, column: str) -> tuple[Any, list[Any]]:
        series = self.native[column]
        try:
            codes, values = series.factorize()
        except (TypeError, NotImplementedError):  # lists and dicts have no hash
            known = self._module.Series(map(_with_hash, series), dtype=object)
            codes, values = known.factorize()
        if any(getattr(value, "tzinfo", None) for value in values):
            # one instant is two civil days in two zones, and pandas takes it for one value
            codes, values = series.map(_civil_day, na_action="ignore").factorize()
        return codes, list(values)

    def _integers(self, column: str) -> Any:
        series = self.native[column]
        if not series.hasnans:
            return series.to_numpy(dtype="int64")
        return series.astype("Int64").to_numpy(dtype="int64", na_value=MISSING)

    def _days(self, column: str) -> Any:
        series = self.native[column]
        if hasattr(series.dtype, "pyarrow_dtype"):
            return arrow_days(series.array.__arrow_array__())
        if series.dt.tz is not None:
            series = series.dt.tz_localize(None)
        return series.astype("datetime64[s]").to_numpy().astype("datetime64[D]").view("int64")

    def _column(self, column: AnswerColumn, places: Any) -> Any:
        pd = self._module
        if column.counts:
            numbers = self._np.array([*column.values, 0], "int16")[places]
            return pd.arrays.IntegerArray(numbers, places == NULL)
        if column.labels:
            return pd.Categorical.from_codes(places, list(column.values))
        texts = pd.Series(list(column.values), dtype="str").array
        return texts.take(places, allow_fill=True)

    def _with(self, new: dict[str, Any]) -> Any:
        levels = self.native.columns.nlevels
        if levels == 1:
            return self.native.assign(**new)
        made = self.native.copy(deep=False)
        for name, values in new.items():
            made[(name, *[""] * (levels - 1))] = values
        return made


@frozen
class _Unhashable:
    """Stands for a value of a table that cannot be a key; an error shows it as the value."""

    shown: str

    def __repr__(self) -> str:
        return self.shown


@cache
def _unhashable(kind: str) -> type[_Unhashable]:
    return type(kind, (_Unhashable,), {})


def _with_hash(value: Any) -> Any:
    try:
        hash(value)
    except TypeError:
        return _unhashable(type(value).__name__)(short_repr(value))
    return value


def _civil_day(value: Any) -> Any:
    """Return the civil day of a time with a zone, anything else as it is."""
    return value.date() if getattr(value, "tzinfo", None) else value
