"""Who takes part in what, and who with whom, as networks: GraphML, and networkx if it is there."""

from __future__ import annotations

import os
from collections import Counter
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from attrs import frozen

from migrationgov.datasets.files import path_of, write_text
from migrationgov.dates.partial_date import PartialDate, as_date
from migrationgov.errors import UnknownTermError, WrongTypeError, short_repr
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.optional_imports import import_optional
from migrationgov.queries.roster_builder import roster_of
from migrationgov.record import Record
from migrationgov.vocabularies import ProcessRole

if TYPE_CHECKING:
    import networkx as nx

_KINDS = ("participation", "co-membership")
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"


@frozen(kw_only=True, repr=False)
class Network(Record):
    """
    A network of states and processes on a date.

    Attributes:
        kind: "participation" (a state to each process it is in) or "co-membership" (two states,
            with the number of processes both are members of).
        on: The date, as text; "" for the latest evidence on each process.
        nodes: Id, kind of node and name, sorted.
        edges: The two ids and what is known of the edge, sorted.
    """

    kind: str
    on: str
    nodes: tuple[tuple[str, str, str], ...]
    edges: tuple[tuple[str, str, tuple[tuple[str, str | int], ...]], ...]

    def __str__(self) -> str:
        return f"{self.kind}: {len(self.nodes)} nodes, {len(self.edges)} edges"


def network(
    kind: str = "participation",
    *,
    on: date | PartialDate | str | None = None,
    dataset: Dataset | None = None,
) -> Network:
    """
    Return who takes part in what, or who with whom, as nodes and edges.

    Only certain participations count; those that are merely possible are no edges.

    Args:
        kind: "participation" or "co-membership".
        on: The date, as for `process_participants`.
        dataset: The facts; the bundled ones by default.

    Raises:
        UnknownTermError: If there is no such kind of network.

    >>> ("KAZ", "TUR") in {edge[:2] for edge in network("co-membership", on="2015-10-22").edges}
    True
    """
    if kind not in _KINDS:
        raise UnknownTermError(
            f"{short_repr(kind)} is no kind of network; there are {', '.join(_KINDS)}"
        )
    facts = resolve_dataset(dataset)
    when = None if on is None else as_date(on)
    roles = {process: list(roster_of(facts, process, when, None)) for process in facts.process_ids}
    members = {
        process: sorted(
            {
                p.participant
                for p in its
                if p.role is ProcessRole.MEMBER and facts.has_state(p.participant)
            }
        )
        for process, its in roles.items()
    }
    edges = _participation(roles) if kind == "participation" else _co_membership(members)
    used = sorted({name for edge in edges for name in edge[:2]})
    nodes = tuple((name, *_what(name, facts)) for name in used)
    return Network(
        kind=kind, on="" if when is None else str(when), nodes=nodes, edges=tuple(edges)
    )


def _participation(roles: dict[Any, list[Any]]) -> list[Any]:
    return sorted(
        (each.participant, str(process), (("role", each.role.value),))
        for process, its in roles.items()
        for each in its
    )


def _co_membership(members: dict[Any, list[str]]) -> list[Any]:
    shared = Counter(pair for its in members.values() for pair in combinations(its, 2))
    return [(*pair, (("processes", number),)) for pair, number in sorted(shared.items())]


def _what(name: str, facts: Dataset) -> tuple[str, str]:
    if facts.has_state(name):
        return "state", facts.state(name).name
    if facts.has_organization(name):
        return "organization", facts.organization(name).name
    return "process", next(p.name for p in facts.processes if p.id == name)


def write_graphml(given: Network, path: str | os.PathLike[str]) -> None:
    """
    Write a network as GraphML, for Gephi, igraph, Cytoscape and others.

    Raises:
        OSError: If it cannot be written.
        WrongTypeError: If something else than a network and a path is given.
    """
    if not isinstance(given, Network):
        raise WrongTypeError(f"give a Network, not {short_repr(given)}")
    root = ET.Element("graphml", xmlns=_GRAPHML)
    labels = sorted({key for edge in given.edges for key, _ in edge[2]})
    for key, of in (("kind", "node"), ("name", "node"), *((label, "edge") for label in labels)):
        kind = "int" if key == "processes" else "string"
        ET.SubElement(root, "key", {"id": key, "for": of, "attr.name": key, "attr.type": kind})
    graph = ET.SubElement(root, "graph", id=given.kind, edgedefault="undirected")
    for name, kind, label in given.nodes:
        _data(ET.SubElement(graph, "node", id=name), (("kind", kind), ("name", label)))
    for one, other, known in given.edges:
        _data(ET.SubElement(graph, "edge", source=one, target=other), known)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode", xml_declaration=False)
    write_text(path_of(path), f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n')


def _data(element: ET.Element, known: tuple[tuple[str, str | int], ...]) -> None:
    for key, value in known:
        ET.SubElement(element, "data", key=key).text = str(value)


def to_networkx(given: Network) -> nx.MultiGraph[str]:
    """
    Return a network as a networkx `MultiGraph`, with the same ids, kinds, names and labels.

    Raises:
        MissingExtraError: If networkx is not there; the message says how to get it.
    """
    graph: nx.MultiGraph[str] = import_optional("networkx", "networks").MultiGraph(
        kind=given.kind, on=given.on
    )
    for name, kind, label in given.nodes:
        graph.add_node(name, kind=kind, name=label)
    for one, other, known in given.edges:
        graph.add_edge(one, other, **dict(known))
    return graph
