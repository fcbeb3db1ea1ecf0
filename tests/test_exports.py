"""Tables, linked data and networks, as other programs read them."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import frictionless
import networkx as nx
import pytest
import rdflib

import migrationgov as mg
from migrationgov import exports
from migrationgov.model.fact_ids import fact_id
from migrationgov.typing import NetworkKind
from miniature import CITED, dataset, everything, resolution, treaty

ORG = rdflib.Namespace("http://www.w3.org/ns/org#")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
BASE = "https://migrationgov.invalid/id/"
MG = rdflib.Namespace("https://migrationgov.invalid/terms#")
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
FULL = everything()


# -- tables --------------------------------------------------------------------------------------


@pytest.mark.parametrize("facts", [FULL, mg.dataset()], ids=["miniature", "frozen"])
def test_the_data_package_is_valid(facts: mg.Dataset, tmp_path: Path) -> None:
    """Frictionless finds no error in types, keys and references, and no file is left out."""
    package = exports.write_tables(tmp_path / "tables", dataset=facts)
    report = frictionless.validate(str(package))
    assert report.valid, report.flatten(["title", "message"])[:5]
    names = {resource["name"] for resource in json.loads(package.read_text())["resources"]}
    files = {file.stem for file in package.parent.glob("*.csv")}
    assert names == files == set(exports.tables(facts))


def test_the_tables_agree_with_the_queries() -> None:
    """Transitions, spells, participations and their sources agree."""
    made = exports.tables()
    facts = mg.dataset()
    (register,) = facts.registers
    assert len(register.transitions) == len(made["transitions"])
    australia = [
        row for row in made["spells"] if (row["party"], row["status"]) == ("AUS", "member")
    ]
    assert [str(spell.end) for spell in mg.memberships_of("AUS", "IOM")] == [
        str(r["end"]) for r in australia
    ]
    almaty = {
        row["state"]
        for row in made["participations"]
        if (row["of"], row["as_of"], row["role"]) == ("almaty-process", "2015-10-22", "member")
    }
    assert set(mg.process_participants("Almaty Process", on="2015-10-22").members.codes) == almaty
    admitted = next(
        row["id"]
        for row in made["transitions"]
        if (row["state"], row["kind"]) == ("KAZ", "admitted")
    )
    cited = {row["source"] for row in made["citations"] if row["record"] == admitted}
    assert {"irin-2002-kazakhstan-member", "iom-mc-2097-rev1"} == cited


def test_every_row_of_every_table_has_its_own_id() -> None:
    """Every citation names a record and a source that exist."""
    made = exports.tables()
    sources = {row["id"] for row in made["sources"]}
    ids: dict[str, set[str]] = {}
    for name, rows in made.items():
        if name != "citations":
            ids[name] = {str(row["id"]) for row in rows}
            assert len(rows) == len(ids[name]), name
            assert bool(rows) == len({tuple(row) for row in rows}), name
    for row in made["citations"]:
        assert row["record"] in ids[str(row["table"])]
        assert row["source"] in sources


def test_cells_are_plain(tmp_path: Path) -> None:
    """Booleans have small letters, lists have blanks, unknown values are empty."""
    exports.write_tables(tmp_path)
    with (tmp_path / "participations.csv").open(encoding="utf-8", newline="") as file:
        assert {"true", "false"} == {row["certain"] for row in csv.DictReader(file)}
    text = (tmp_path / "states.csv").read_text(encoding="utf-8")
    assert "None" not in text
    assert "Türkiye" in text


def test_transitions_of_processes_are_in_the_tables() -> None:
    """Beside those of registers, with groups, founders and rotations."""
    made = exports.tables(FULL)
    own = [row for row in made["transitions"] if row["institution"] in ("iom", "a-process")]
    assert [("iom", "joined")] * 2 + [("a-process", "withdrew"), ("a-process", "joined")] == [
        (row["institution"], row["kind"]) for row in own
    ]
    assert [["iom"], ["iom"]] == [
        row["groups"] for row in made["participations"] if row["of"] == "a-process"
    ]
    assert [(["AAA"], ["iom"])] == [
        (row["states"], row["organizations"])
        for row in made["milestones"]
        if row["of"] == "a-process"
    ]
    assert [("chair", 12)] == [(row["role"], row["months"]) for row in made["rotations"]]


def test_treaties_are_in_the_tables() -> None:
    """With the final clause, the milestones, the names and the register of each."""
    made = exports.tables(FULL)
    assert ["some-treaty", "iom"] == [made["treaties"][0][key] for key in ("id", "depositary")]
    assert [(3, False)] == [
        (row["months"], row["first_of_month"]) for row in made["final_clauses"]
    ]
    assert {"adopted", "in-force"} == {
        row["kind"] for row in made["milestones"] if row["of"] == "some-treaty"
    }
    assert {"Some Treaty", "ST"} == {
        row["text"] for row in made["names"] if row["of"] == "some-treaty"
    }
    assert [("membership", "all"), ("membership", "named"), ("treaty", "all")] == [
        (row["kind"], row["complete_for"]) for row in made["registers"]
    ]


def test_votes_are_in_the_tables() -> None:
    """A vote has the sources of its list, or of the resolution."""
    own = (mg.model.Citation(source=CITED[0].source, locator="page 2"),)
    no = mg.model.Votes(vote="no", states=("BBB",), citations=own)  # type: ignore[arg-type]  # ids
    yes = mg.model.Votes(vote="yes", states=("AAA",))  # type: ignore[arg-type]  # an id
    made = exports.tables(dataset(resolutions=(resolution(votes=(yes, no)),)))
    assert [("AAA", "yes"), ("BBB", "no")] == [(r["state"], r["vote"]) for r in made["votes"]]
    assert ["page 1", "page 2"] == [
        row["locator"] for row in made["citations"] if row["table"] == "votes"
    ]


def test_parties_that_lists_name_are_in_the_tables() -> None:
    """As participations, and with the spells that `memberships_of` gives."""
    made = exports.tables(FULL)
    assert [("2001-01-01", "AAA"), ("2001-01-01", "BBB"), ("2011-01-01", "AAA")] == [
        (row["as_of"], row["state"]) for row in made["participations"] if row["of"] == "some-group"
    ]
    for institution in ("some-group", "some-treaty"):
        for party in ("AAA", "BBB"):
            own = {"institution": institution, "party": party}
            spells = mg.memberships_of(party, institution, status=None, dataset=FULL)
            assert [(str(each.status), str(each.start)) for each in spells] == [
                (row["status"], row["start"])
                for row in made["spells"]
                if own.items() <= row.items()
            ]


def test_a_first_list_is_no_entry_in_the_tables() -> None:
    """Where no entry is on record, `since` is empty and the start is that of the first list."""
    rows = [row for row in exports.tables(FULL)["spells"] if row["institution"] == "some-group"]
    assert rows
    assert all(row["since"] is None and row["first_listed"] == row["start"] for row in rows)
    by_step = next(row for row in exports.tables()["spells"] if row["id"] == "iom-AUS-1")
    assert (by_step["start"], None) == (by_step["since"], by_step["first_listed"])
    graph = json.loads(exports.json_ld(dataset=FULL))["@graph"]
    during = [each["during"] for each in graph if "organization/some-group/spell" in each["@id"]]
    assert {frozenset(each) & {"mg:start", "mg:firstListed"} for each in during} == {
        frozenset({"mg:firstListed"})
    }


# -- linked data ---------------------------------------------------------------------------------

_RDFLIB_WARNS = pytest.mark.filterwarnings("ignore:.*deprecated, use Dataset:DeprecationWarning")


@_RDFLIB_WARNS
def test_the_linked_data_are_read_by_rdflib() -> None:
    """Every spell and term is a membership with member, organization and sources."""
    graph = rdflib.Graph().parse(data=exports.json_ld(), format="json-ld")
    memberships = set(graph.subjects(rdflib.RDF.type, ORG.Membership))
    spells = len(exports.tables()["spells"])
    terms = sum(len(process.terms) for process in mg.dataset().processes)
    assert spells + terms == len(memberships)
    for each in memberships:
        assert list(graph.objects(each, ORG.member))
        assert list(graph.objects(each, ORG.organization))
        assert list(graph.objects(each, PROV.wasDerivedFrom))
    named = set(graph.subjects(rdflib.URIRef("https://schema.org/name")))
    assert set(graph.objects(None, ORG.member)) <= named
    assert set(graph.objects(None, PROV.wasDerivedFrom)) <= named


@_RDFLIB_WARNS
def test_small_linked_data() -> None:
    """Each spell is a membership; a treaty is an institution of its own."""
    graph = rdflib.Graph().parse(data=exports.json_ld(dataset=FULL), format="json-ld")
    found = set(graph.subjects(rdflib.RDF.type, ORG.Membership))
    assert len(exports.tables(FULL)["spells"]) == len(found)
    treaty = rdflib.URIRef(f"{BASE}treaty/some-treaty")
    assert 4 == len(set(graph.subjects(ORG.organization, treaty)))
    assert [rdflib.URIRef(f"{BASE}organization/iom")] == list(graph.objects(treaty, MG.depositary))


@_RDFLIB_WARNS
def test_votes_in_linked_data() -> None:
    """A resolution names the states by vote, and a treaty without a depositary has none."""
    facts = dataset(resolutions=(resolution(),), treaties=(treaty(depositary=""),))
    graph = rdflib.Graph().parse(data=exports.json_ld(dataset=facts), format="json-ld")
    adopted = rdflib.URIRef(f"{BASE}resolution/R/1")
    assert [rdflib.URIRef(f"{BASE}state/AAA")] == list(graph.objects(adopted, MG.yes))
    assert [rdflib.URIRef(f"{BASE}state/BBB")] == list(graph.objects(adopted, MG.abstain))
    assert [] == list(graph.subject_objects(MG.depositary))


# -- networks ------------------------------------------------------------------------------------


def test_networks_of_other_institutions() -> None:
    """Treaties, groups and processes together; by default the processes alone."""
    given = ["Some Treaty", "some-group", "a-process", "iom", "iom"]
    made = exports.network(on="2005", institutions=given, dataset=FULL)
    edges = {(one, other, dict(more)["role"]) for one, other, more in made.edges}
    assert ("AAA", "some-treaty", "party") in edges
    assert ("iom", "some-treaty", "signatory") in edges
    assert ("BBB", "some-group", "member") in edges
    kinds = {code: kind for code, kind, _ in made.nodes}
    assert ("treaty", "process") == (kinds["some-treaty"], kinds["a-process"])
    for when in ("1995", None):
        pairs = exports.network("co-membership", on=when, institutions=given, dataset=FULL)
        (edge,) = pairs.edges
        assert ("AAA", "BBB") == edge[:2]
        expected = sum(
            {"AAA", "BBB"} <= set(mg.members_on(when or "2025-12-31", each, dataset=FULL).codes)
            for each in given[:-1]
        )
        if when:
            assert expected == dict(edge[2])["institutions"]
    assert exports.network(institutions="iom", dataset=FULL) == exports.network(
        institutions=["iom"], dataset=FULL
    )
    with pytest.raises(mg.errors.UnknownOrganizationError):
        exports.network(institutions=["nonsense"], dataset=FULL)


@pytest.mark.parametrize("kind", ["participation", "co-membership"])
def test_networks_are_read_by_networkx(kind: NetworkKind, tmp_path: Path) -> None:
    """The graph in the file is that of `to_networkx`, with an id for each edge."""
    made = exports.network(kind, on="2015-10-22")
    exports.write_graphml(made, tmp_path / "net.graphml")
    read = nx.read_graphml(tmp_path / "net.graphml", force_multigraph=True)
    direct = exports.to_networkx(made)
    assert sorted(map(str, read.nodes(data=True))) == sorted(map(str, direct.nodes(data=True)))
    assert sorted(map(str, read.edges(data=True))) == sorted(map(str, direct.edges(data=True)))
    root = ET.parse(tmp_path / "net.graphml").getroot()  # noqa: S314 -- our own file
    ids = [each.get("id") for each in root.iter(f"{GRAPHML}edge")]
    assert len(made.edges) == len(ids) == len(set(ids)) > 1


def test_edges_agree_with_the_queries() -> None:
    """Edges are certain participations, or the number of processes that two states share."""
    pairs = {
        edge[:2]: dict(edge[2])["processes"] for edge in exports.network("co-membership").edges
    }
    assert int(pairs["KAZ", "TUR"]) >= 2
    roles = {(one, other) for one, other, _ in exports.network(on="2015-10-22").edges}
    assert ("KAZ", "almaty-process") in roles
    assert ("UZB", "almaty-process") not in roles
    kinds = {node[1] for node in exports.network().nodes}
    assert {"state", "organization", "process"} == kinds
    wrong: Any = "friendship"
    with pytest.raises(mg.errors.UnknownTermError, match=r"may be .participation., .co-member"):
        exports.network(wrong)


def test_without_networkx_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Both functions that need networkx raise the error."""
    monkeypatch.setitem(sys.modules, "networkx", None)
    message = r'^this needs networkx: pip install "migrationgov\[networks\]"$'
    made = exports.network("co-membership")
    with pytest.raises(mg.errors.MissingExtraError, match=message):
        exports.to_networkx(made)
    with pytest.raises(mg.errors.MissingExtraError, match=message):
        exports.write_graphml(made, tmp_path / "x.graphml")


def test_wrong_networks_and_paths_are_errors(tmp_path: Path) -> None:
    """The message says what to give."""
    wrong: Any = 5
    with pytest.raises(mg.errors.WrongTypeError, match="give a Network, not 5"):
        exports.write_graphml(wrong, tmp_path / "x.graphml")
    with pytest.raises(mg.errors.WrongTypeError, match="give a path as text or Path, not 5"):
        exports.write_tables(wrong)
    with pytest.raises(mg.errors.WrongTypeError, match="give a path as text or Path, not 5"):
        exports.write_graphml(exports.network("participation"), wrong)


def test_the_sources_of_an_end_are_cited() -> None:
    """They are cited beside the sources of the start."""
    made = exports.tables()
    ended = {each["id"] for each in made["tenures"] if each["of"] == "iom" and each["end"]}
    whole = [t for h in mg.dataset().histories for t in h.tenures if t.end_citations]
    cited = {(each["record"], each["source"]) for each in made["citations"]}
    assert ended
    assert whole
    for history_ in mg.dataset().histories:
        for tenure in history_.tenures:
            for citation in tenure.end_citations:
                assert (fact_id(mg.dataset(), tenure), citation.source) in cited
