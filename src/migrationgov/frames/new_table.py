"""New tables of pandas, Polars or PyArrow, with typed columns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from migrationgov.errors import check_word
from migrationgov.optional_imports import import_optional
from migrationgov.typing import Backend


def new_table(
    columns: dict[str, list[Any]], backend: str, kinds: Mapping[str, type] | None = None
) -> Any:
    """
    Make a table of lists.

    The type of a column is in *kinds*, or it is that of the first value that is not None: text,
    whole numbers, yes and no, days. Whole numbers stay whole where values are missing.

    Raises:
        UnknownTermError: If there is no such backend.
        MissingExtraError: If narwhals or the backend is not installed.
    """
    check_word("backend", backend, get_args(Backend))
    nw = import_optional("narwhals.stable.v2", "frames")
    import_optional(backend)
    types = {name: (kinds or {}).get(name) or _type_of(values) for name, values in columns.items()}
    if backend == "pandas":
        return _new_pandas_table(columns, types)
    dtypes = {bool: nw.Boolean, int: nw.Int64, date: nw.Date, str: nw.String}
    schema = {name: dtypes[kind] for name, kind in types.items()}
    return nw.from_dict(columns, schema, backend=backend).to_native()


def _type_of(values: list[Any]) -> type:
    return next((type(value) for value in values if value is not None), str)


def _new_pandas_table(columns: dict[str, list[Any]], types: dict[str, type]) -> Any:
    """Make a table of pandas: days are times at midnight, whole numbers may be missing."""
    pd = import_optional("pandas")
    dtypes = {bool: "boolean", int: "Int64", date: "datetime64[s]", str: "str"}
    return pd.DataFrame(
        {name: pd.Series(values, dtype=dtypes[types[name]]) for name, values in columns.items()}
    )
