"""
Figures, drawn with matplotlib (``pip install migrationgov[plots]``).

Every figure has a sibling whose name ends in ``_table``: it returns what is drawn as plain
dictionaries, and needs no matplotlib. A figure is drawn on the axes it is given (``ax=``), or on
those of a new figure of pyplot, which notebooks and `pyplot.show` show; a figure that was the
current one stays it, and no setting of matplotlib is changed. What is certain and what is possible
differ in more than colour everywhere, and nothing that is unknown is drawn as "no".

A new figure is a module named after what it shows: a ``..._table`` that asks the queries, and the
figure, which draws the rows and nothing else. Looks stand in `roles` and `standings`, what all
figures share in `paint`. It gets its names here, a section in ``docs/figures.md``, two entries in
``docs/api.md`` and a line in ``FIGURES`` of ``tests/drawn.py``.
"""

from __future__ import annotations

from migrationgov.plots.member_growth import growth, growth_table
from migrationgov.plots.networks import coparticipation_network, coparticipation_network_table
from migrationgov.plots.participation_matrices import (
    participation_matrix,
    participation_matrix_table,
)
from migrationgov.plots.process_lists import process_roster, process_roster_table
from migrationgov.plots.state_timelines import state_timeline, state_timeline_table
from migrationgov.plots.tile_maps import tile_map, tile_map_table
from migrationgov.plots.world_maps import world_map, world_map_table

__all__ = [
    "coparticipation_network",
    "coparticipation_network_table",
    "growth",
    "growth_table",
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
