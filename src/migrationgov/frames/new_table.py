"""New tables of pandas, Polars or PyArrow, with typed columns."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from migrationgov.errors import check_word
from migrationgov.optional_imports import import_optional
from migrationgov.typing import Backend


def new_table(columns: dict[str, list[Any]], backend: str, kinds: dict[str, type]) -> Any:
    """
    Make a table of lists.

    The type of a column is in *kinds*, or it is that of the first value that is not None: text,
    whole numbers, other numbers, yes and no, days. Whole numbers stay whole where values are
    missing.
    """
    check_word("backend", backend, get_args(Backend))
    nw = import_optional("narwhals.stable.v2", "frames")
    library = import_optional(backend)
    types = {
        name: next((type(value) for value in values if value is not None), str)
        for name, values in columns.items()
    } | kinds
    if backend == "pandas":  # days are times at midnight, whole numbers may be missing
        types_of_pandas = {
            bool: "boolean", int: "Int64", float: "float64", date: "datetime64[s]", str: "str",
        }  # fmt: skip
        return library.DataFrame(
            {
                name: library.Series(values, dtype=types_of_pandas[types[name]])
                for name, values in columns.items()
            }
        )
    dtypes = {bool: nw.Boolean, int: nw.Int64, float: nw.Float64, date: nw.Date, str: nw.String}
    schema = {name: dtypes[types[name]] for name in columns}
    return nw.from_dict(columns, schema, backend=backend).to_native()
