"""
The register beside tables of your own, on the engine they are on.

Needs the extra ``frames`` (narwhals): ``pip install migrationgov[frames]``. No engine is imported
here; tables of pandas, Polars, PyArrow, DuckDB, Ibis, Dask and PySpark are taken as they are.
"""

from migrationgov.frames.annotate import annotate

__all__ = ["annotate"]
