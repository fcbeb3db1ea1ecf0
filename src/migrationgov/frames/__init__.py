"""
Tables: columns for tables of your own, panels, and the records as tables.

Needs the extra ``frames`` (narwhals): ``pip install "migrationgov[frames]"``. Tables may be of
pandas, Polars, PyArrow, DuckDB, Ibis, Dask and PySpark; an engine is imported only when a table of
it is given or asked for.
"""

from migrationgov.frames.annotate import annotate
from migrationgov.frames.dyads import annotate_dyads
from migrationgov.frames.panels import dyad_panel, institution_panel, panel
from migrationgov.frames.record_tables import (
    meetings_table,
    participations_table,
    records_table,
    sources_table,
    spells_table,
    transitions_table,
)
from migrationgov.frames.survival import survival_table

__all__ = [
    "annotate",
    "annotate_dyads",
    "dyad_panel",
    "institution_panel",
    "meetings_table",
    "panel",
    "participations_table",
    "records_table",
    "sources_table",
    "spells_table",
    "survival_table",
    "transitions_table",
]
