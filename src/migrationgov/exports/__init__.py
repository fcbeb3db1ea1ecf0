"""
The data for programs that are not written in Python: tables, linked data, networks.

Tables and linked data need the standard library only; `to_networkx` and `write_graphml` need
networkx (``pip install "migrationgov[networks]"``), `write_release` needs pyarrow
(``pip install "migrationgov[release]"``).
"""

from __future__ import annotations

from migrationgov.exports.csv_package import tables, write_tables
from migrationgov.exports.graph import Network, network, to_networkx, write_graphml
from migrationgov.exports.linked_data import json_ld
from migrationgov.exports.release import write_release

__all__ = [
    "Network",
    "json_ld",
    "network",
    "tables",
    "to_networkx",
    "write_graphml",
    "write_release",
    "write_tables",
]
