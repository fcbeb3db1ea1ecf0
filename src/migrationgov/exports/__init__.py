"""
The data for programs that are not written in Python: tables, linked data, networks; and how good
the data are: what was looked at when, what has a second source, what was concluded by which rule.

Tables and linked data need the standard library only; `to_networkx` and `write_graphml` need
networkx (``pip install "migrationgov[networks]"``), `write_release` needs pyarrow
(``pip install "migrationgov[release]"``).
"""

from __future__ import annotations

from migrationgov.exports.csv_package import tables, write_tables
from migrationgov.exports.graph import Network, network, to_networkx, write_graphml
from migrationgov.exports.linked_data import json_ld
from migrationgov.exports.release import write_release
from migrationgov.queries.data_rules import data_rules
from migrationgov.queries.last_looks import last_looks
from migrationgov.queries.second_sources import second_sources

__all__ = [
    "Network",
    "data_rules",
    "json_ld",
    "last_looks",
    "network",
    "second_sources",
    "tables",
    "to_networkx",
    "write_graphml",
    "write_release",
    "write_tables",
]
