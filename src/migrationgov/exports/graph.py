"""Who takes part in what, and with whom, as a network: for networkx, and as GraphML."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable
from itertools import combinations
from typing import TYPE_CHECKING, Any

from attrs import frozen

from migrationgov.datasets.text_files import path_of, write_text
from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import WrongTypeError, check_word, short_repr
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import date_argument, day_ranges_of
from migrationgov.lookup.name_resolution import institution_id, process_id
from migrationgov.lookup.one_or_many import one_or_many
from migrationgov.model.dataset import Dataset
from migrationgov.optional_imports import import_optional
from migrationgov.queries.rosters import LASTING, latest_evidence
from migrationgov.record import Record
from migrationgov.results.member_list import MemberList
from migrationgov.results.roster import Roster
from migrationgov.timelines.gather import timelines_of, timelines_on
from migrationgov.typing import DateLike, InstitutionLike, NetworkKind, ProcessLike
from migrationgov.vocabularies import Grade, ProcessRole
from migrationgov.words import count

if TYPE_CHECKING:
    import networkx as nx

    MultiGraph = nx.MultiGraph[str]
else:
    MultiGraph = Any  # so that `typing.get_type_hints` works without networkx

Node = tuple[str, str, str]
Edge = tuple[str, str, tuple[tuple[str, str | int], ...]]


@frozen(kw_only=True, repr=False)
class Network(Record):
    """
    A network of states, organizations, treaties and processes on a date.

    Attributes:
        kind: "participation" (a party to each institution in which it takes part) or
            "co-membership" (two states, with the number of institutions of which both are
            members).
        on: The date, as text; "" for the latest evidence on each institution.
        nodes: Id, kind of node and name, sorted.
        edges: The two ids and the attributes of the edge, sorted.
    """

    kind: NetworkKind
    on: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def __str__(self) -> str:
        return f"{self.kind}: {count(len(self.nodes), 'node')}, {count(len(self.edges), 'edge')}"


def network(
    kind: NetworkKind = "participation",
    *,
    on: DateLike | None = None,
    institutions: InstitutionLike | Iterable[InstitutionLike] | None = None,
    dataset: Dataset | None = None,
) -> Network:
    """
    Return the network of participations or of co-memberships, as nodes and edges.

    Certain and listed participations are edges. An edge has the `role` and the `grade` of the
    participation, or beside the number of shared `processes` how many of these are certain
    (`processes_min`). If *institutions* are given, these are `institutions` and
    `institutions_min`. The members of a treaty are its parties, by effect.

    Args:
        kind: "participation" or "co-membership".
        on: The date, as for `process_participants`.
        institutions: Organizations with registers, treaties and processes; by default all
            processes.
        dataset: The facts; the active dataset by default.

    Raises:
        UnknownTermError: If there is no such kind of network.
        UnknownOrganizationError: If there is no such institution.

    >>> ("KAZ", "TUR") in {edge[:2] for edge in network("co-membership", on="2015-10-22").edges}
    True
    >>> [node[0] for node in network(on="2003", institutions=["IOM"]).nodes][:3]
    ['AFG', 'AGO', 'ALB']
    """
    kinds = {"participation": _participation, "co-membership": _co_membership}
    check_word("kind", kind, kinds)
    facts = resolve_dataset(dataset)
    when = None if on is None else date_argument(on)
    what = "processes" if institutions is None else "institutions"
    given = facts.process_ids if institutions is None else _ids(institutions, facts)
    edges = kinds[kind](given, when, what, facts)
    ids = sorted({each for edge in edges for each in edge[:2]})
    nodes = tuple(_node(each, facts) for each in ids)
    return Network(kind=kind, on=str(when or ""), nodes=nodes, edges=tuple(edges))


def _ids(
    institutions: InstitutionLike | Iterable[InstitutionLike], facts: Dataset
) -> tuple[str, ...]:
    given = one_or_many(institutions)
    return tuple(dict.fromkeys(institution_id(each, facts) for each in given))


def _participation(
    given: Iterable[str], when: PartialDate | None, _what: str, facts: Dataset
) -> list[Edge]:
    edges: list[Edge] = []
    for institution in given:
        for parties in _parties(institution, when, facts):
            certain = frozenset(parties.certain.codes)
            for code in parties.codes:
                grade = Grade.CERTAIN if code in certain else Grade.LISTED
                about = ("role", parties.status), ("grade", grade.value)
                edges.append((code, institution, about))
    return sorted(edges)


def _co_membership(
    given: Iterable[str], when: PartialDate | None, what: str, facts: Dataset
) -> list[Edge]:
    members = ((each, _parties(each, when, facts)[0]) for each in given)
    return [
        (one, other, ((what, len(its)), (f"{what}_min", sum(its.values()))))
        for (one, other), its in _shared(members, facts)
    ]


def _parties(institution: str, when: PartialDate | None, facts: Dataset) -> list[MemberList[Any]]:
    """Return the parties of an institution in each role or status; first those that belong."""
    if institution in facts.process_ids:
        (roster,) = rosters_on(when, facts, [institution])
        return [roster.role(each) for each in roster.roles]
    on = when or latest_evidence(timelines_of(facts, institution))
    days = day_ranges_of(on)
    lines = timelines_on(facts, institution, days)
    return [
        MemberList(lines.index(status).during(days, None), status, None, on, facts, lines)
        for status in lines.evidence.rules.statuses
    ]


def rosters_on(
    when: PartialDate | None, facts: Dataset, processes: Iterable[ProcessLike] | None = None
) -> list[Roster]:
    """Return the rosters of some processes, or of all, on a date or by the latest evidence."""
    given = facts.process_ids if processes is None else processes
    ids = dict.fromkeys(process_id(each, facts) for each in given)
    roles = LASTING if when is None else tuple(ProcessRole)
    return [
        Roster(
            process=each,
            on=when or latest_evidence(timelines_of(facts, each)),
            roles=roles,
            dataset=facts,
        )
        for each in ids
    ]


def shared_processes(
    rosters: Iterable[Roster], facts: Dataset, states: Container[str] | None = None
) -> list[tuple[tuple[str, str], dict[str, bool]]]:
    """
    Return the pairs of states, each with the processes of which both are members.

    A process has True if both are certain members, False if one of them is a listed one.
    """
    return _shared(((each.process, each.members) for each in rosters), facts, states)


def _shared(
    members: Iterable[tuple[str, MemberList[Any]]],
    facts: Dataset,
    states: Container[str] | None = None,
) -> list[tuple[tuple[str, str], dict[str, bool]]]:
    """Return the pairs of states, each with the institutions to which both belong."""
    shared: dict[tuple[str, str], dict[str, bool]] = {}
    for institution, its in members:
        codes = filter(facts.has_state, its.codes)
        certain = frozenset(its.certain.codes)
        for pair in combinations(sorted(c for c in codes if states is None or c in states), 2):
            shared.setdefault(pair, {})[institution] = certain.issuperset(pair)
    return sorted(shared.items())


def _node(code: str, facts: Dataset) -> Node:
    if facts.has_state(code):
        return code, "state", facts.state(code).name
    if facts.has_organization(code):
        return code, "organization", facts.organization(code).name
    kind = "process" if code in facts.process_ids else "treaty"
    return code, kind, facts.institution(code).name


def to_networkx(given: Network) -> MultiGraph:
    """
    Return a network as a networkx `MultiGraph`, with the same ids, kinds, names and attributes.

    Raises:
        MissingExtraError: If networkx is not installed.
        WrongTypeError: If *given* is not a `Network`.
    """
    if not isinstance(given, Network):
        raise WrongTypeError(f"give a Network, not {short_repr(given)}")
    library = import_optional("networkx", "networks")
    graph: MultiGraph = library.MultiGraph(kind=given.kind, on=given.on)
    for code, kind, name in given.nodes:
        graph.add_node(code, kind=kind, name=name)
    for number, (one, other, attributes) in enumerate(given.edges):
        # GraphML asks for an id for each edge that no other edge has
        graph.add_edge(one, other, key=number, **dict(attributes))
    return graph


def write_graphml(given: Network, path: str | os.PathLike[str]) -> None:
    """
    Write a network as GraphML, for Gephi, igraph, Cytoscape and others.

    Raises:
        OSError: If the file cannot be written.
        MissingExtraError: If networkx is not installed.
        WrongTypeError: If *given* is not a `Network`, or *path* is not a path.
    """
    graph = to_networkx(given)
    lines = import_optional("networkx", "networks").generate_graphml(graph)
    write_text(path_of(path), "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *lines, ""]))
