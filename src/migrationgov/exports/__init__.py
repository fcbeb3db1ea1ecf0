"""The data for everybody who does not write Python: tables, linked data, networks.

Nothing here is needed to answer a question. Tables and linked data need the standard library only;
`to_networkx` needs networkx (``pip install migrationgov[networks]``).
"""

from __future__ import annotations

from migrationgov.exports.csv_package import tables, write_tables
from migrationgov.exports.graph import Network, network, to_networkx, write_graphml
from migrationgov.exports.linked_data import json_ld

__all__ = [
    "Network",
    "json_ld",
    "network",
    "tables",
    "to_networkx",
    "write_graphml",
    "write_tables",
]
