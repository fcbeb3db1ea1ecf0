"""Tables made from nothing: typed columns, on the engine that is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from migrationgov.errors import UnknownTermError, short_repr
from migrationgov.optional_imports import import_optional

_BACKENDS = ("pandas", "polars", "pyarrow")


def build(
    columns: dict[str, list[Any]], backend: str, kinds: Mapping[str, type] | None = None
) -> Any:
    """
    Make a table of lists.

    The type of a column is the one it is given or that of its first value that is not None: text,
    whole numbers, yes and no, days. Whole numbers with holes stay whole.

    Raises:
        UnknownTermError: If there is no such backend.
        MissingExtraError: If narwhals or the backend is not there.
    """
    if backend not in _BACKENDS:
        raise UnknownTermError(
            f"backend is {short_repr(backend)}; it may be {', '.join(_BACKENDS)}"
        )
    nw = import_optional("narwhals.stable.v2", "frames")
    import_optional(backend)
    given = kinds or {}
    types = {bool: nw.Boolean, int: nw.Int64, date: nw.Date, str: nw.String}
    schema = {name: types[given.get(name) or _kind(values)] for name, values in columns.items()}
    if backend == "pandas":
        return _of_pandas(columns, schema, nw)
    return nw.from_dict(columns, schema, backend=backend).to_native()


def _kind(values: list[Any]) -> type:
    return next((type(value) for value in values if value is not None), str)


def _of_pandas(columns: dict[str, list[Any]], schema: dict[str, Any], nw: Any) -> Any:
    """Make one of pandas: its days are times at midnight, its whole numbers may be missing."""
    pd = import_optional("pandas")
    dtypes = {nw.Boolean: "boolean", nw.Int64: "Int64", nw.Date: "datetime64[s]", nw.String: "str"}
    return pd.DataFrame(
        {name: pd.Series(values, dtype=dtypes[schema[name]]) for name, values in columns.items()}
    )
