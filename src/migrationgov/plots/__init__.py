"""
Figures, drawn with matplotlib and networkx (``pip install "migrationgov[plots]"``).

Each figure has a table: a function whose name ends in ``_table``, with the same arguments except
those of the drawing. It returns what is drawn as plain dictionaries, and needs neither package. A
figure is drawn on the axes given (``ax=``), or on those of a new figure of pyplot, which
notebooks and `pyplot.show` display; the current figure of pyplot and the settings of matplotlib
stay as they are. Axes that are given become smaller, so that title, labels and legend are in their
place of the figure. The marks are those of the documentation: the shape tells the role, the
filling the grade, and colour repeats both. Where no record speaks, nothing is drawn, or a dot.

All raise what the queries raise: `UnknownStateError`, `UnknownOrganizationError` or
`UnknownProcessError` for a name that is not recognised, `InvalidDateError` for a date; and they
warn with `CoverageWarning` for a date that the data do not cover. Without matplotlib or networkx
the figures raise `MissingExtraError`.

A new figure is a module named after what it draws: a ``..._table`` that reads the queries or the
timelines, and the figure, which draws the rows and nothing else. The types of rows are in
`signatures`, the marks in `marks`, what all figures share in `style`.
Give it its names here, a section in ``docs/figures.md``, two entries in ``docs/api.md`` and a line
in ``FIGURES`` of ``tests/drawn.py``.
"""

from __future__ import annotations

from migrationgov.plots.evidence_by_year import evidence_by_year, evidence_by_year_table
from migrationgov.plots.growth_numbers import growth_table
from migrationgov.plots.institution_timelines import (
    institution_timeline,
    institution_timeline_table,
)
from migrationgov.plots.member_growth import growth
from migrationgov.plots.networks import coparticipation_network, coparticipation_network_table
from migrationgov.plots.participation_matrices import (
    participation_matrix,
    participation_matrix_table,
)
from migrationgov.plots.process_rosters import process_roster, process_roster_table
from migrationgov.plots.state_timelines import state_timeline, state_timeline_table
from migrationgov.plots.tile_maps import tile_map, tile_map_table
from migrationgov.plots.world_maps import world_map, world_map_table

__all__ = [
    "coparticipation_network",
    "coparticipation_network_table",
    "evidence_by_year",
    "evidence_by_year_table",
    "growth",
    "growth_table",
    "institution_timeline",
    "institution_timeline_table",
    "participation_matrix",
    "participation_matrix_table",
    "process_roster",
    "process_roster_table",
    "state_timeline",
    "state_timeline_table",
    "tile_map",
    "tile_map_table",
    "world_map",
    "world_map_table",
]
