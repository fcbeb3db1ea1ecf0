"""A miniature dataset of made-up facts, for tests that bend it."""

from __future__ import annotations

from typing import Any

import attrs

import migrationgov as mg
from migrationgov.model import Headquarters, Milestone, Session, Tenure
from migrationgov.vocabularies import (
    MilestoneKind,
    OrganizationId,
    OrganizationKind,
    ProcessId,
    SourceId,
    StateId,
    TreatyId,
)
from strategies import transition

CITED = (mg.model.Citation(source=SourceId("a-source"), locator="page 1"),)


def state(code: str, **more: Any) -> mg.model.State:
    """A state with one name."""
    made = {
        "id": code, "name": f"State {code}", "iso2": code[:2], "iso3": code, "m49": "",
        "names": (mg.model.Name(text=f"State {code}"),), "citations": CITED,
    }  # fmt: skip
    return mg.model.State(**(made | more))


def body(key: str, **more: Any) -> mg.model.Organization:
    """An organization with one name."""
    made = {
        "id": key, "name": f"Body {key}", "kind": OrganizationKind.INTERGOVERNMENTAL,
        "names": (mg.model.Name(text=f"Body {key}"),), "citations": CITED,
    }  # fmt: skip
    return mg.model.Organization(**(made | more))


def snapshot(as_of: str, *lists: tuple[str, str, str], **more: Any) -> mg.model.ParticipantLists:
    """A snapshot from triples of role, kind and codes; a code with `?` is not certain."""
    made = tuple(
        mg.model.RoleList(
            role=mg.vocabularies.ProcessRole(role),
            kind=mg.vocabularies.ListKind(kind),
            entries=tuple(
                mg.model.ListedParticipant(
                    state=StateId(code.rstrip("?")), certain=not code.endswith("?")
                )
                for code in codes.split()
            ),
        )
        for role, kind, codes in lists
    )
    return mg.model.ParticipantLists(
        as_of=mg.PartialDate(as_of), lists=made, citations=CITED, **more
    )


def process(
    *participant_lists: mg.model.ParticipantLists, **more: Any
) -> mg.model.ConsultativeProcess:
    """A process that was launched in 2000."""
    made = {
        "id": "a-process", "name": "A Process", "kind": mg.vocabularies.ProcessKind.REGIONAL,
        "names": (mg.model.Name(text="A Process"),), "covered_until": "2025", "citations": CITED,
        "milestones": (
            Milestone(kind=MilestoneKind.LAUNCHED, date="2000", label="x", citations=CITED),
        ),
        "participant_lists": participant_lists,
    }  # fmt: skip
    return mg.model.ConsultativeProcess(**(made | more))


def full_process(**more: Any) -> mg.model.ConsultativeProcess:
    """A process with an entry and an exit on record, a rotation, a group and a founder."""
    listed = snapshot("2001-01-01", ("member", "stated", "AAA BBB"))
    groups = (OrganizationId("iom"),)
    written_out = attrs.evolve(listed, lists=(attrs.evolve(listed.lists[0], groups=groups),))
    founded = Milestone(
        kind=MilestoneKind.LAUNCHED, date="2000", label="x", states=(StateId("AAA"),),
        organizations=groups, citations=CITED,
    )  # fmt: skip
    rotation = mg.model.Rotation(months=12, as_of="2001", citations=CITED)
    steps = in_process("AAA", "withdrew", "2013"), in_process("BBB", "joined", "2000")
    made = {"milestones": (founded,), "rotations": (rotation,), "transitions": steps}
    return process(written_out, **(made | more))


def in_process(state: str, kind: str, when: str) -> mg.model.Transition:
    """A transition of a state in the process."""
    return attrs.evolve(transition(state, kind, when), institution=ProcessId("a-process"))


def history(**more: Any) -> mg.model.History:
    """A history of IOM with one of everything."""
    iom = OrganizationId("iom")
    shared: dict[str, Any] = {"organization": iom, "citations": CITED}
    shown = mg.model.DatedAttestation(date="1991-02-03", citations=CITED)
    made: dict[str, Any] = {
        "organization": iom,
        "covered_until": "2025",
        "milestones": (
            Milestone(kind="established", date="1951-12-05", label="founded", citations=CITED),
            Milestone(kind="elected", date="1990-05-02", label="P elected", citations=CITED),
        ),
        "tenures": (
            Tenure(
                office="head", person="P", start="1990", end="1995", attested=(shown,),
                end_citations=CITED, **shared,
            ),
            Tenure(office="coordinator", person="Q", unit="o", attested=(shown,), **shared),
        ),
        "relations": (
            mg.model.Relation(to=iom, kind="outside", label="outside", start="1951", **shared),
        ),
        "headquarters": (Headquarters(place="G", state=StateId("AAA"), start="1951", **shared),),
        "sessions": (
            Session(id="s-1", body="B", number="1", date="1990-05-01/1990-05-03", **shared),
        ),
        "field_offices": (
            mg.model.FieldOffice(
                id="o", names=(mg.model.AttestedName(text="O", as_of="1991", citations=CITED),),
                state=StateId("AAA"), covers=(StateId("BBB"),),
                strategy=(mg.model.StrategyItem(kind="vision", label="good", citations=CITED),),
                **shared,
            ),
        ),
        "presences": (mg.model.Presence(state=StateId("AAA"), **shared),),
        "strategy": (mg.model.StrategyItem(kind="mandate", label="help", citations=CITED),),
        "works": (
            mg.model.Work(
                id="w", kind="project", title="W", date="1991", unit="o", states=(StateId("AAA"),),
                funders=(iom,), process=ProcessId("a-process"), **shared,
            ),
            mg.model.Work(id="x", kind="report", title="X", part_of="w", **shared),
        ),
    }  # fmt: skip
    return mg.model.History(**(made | more))


def counted(**more: Any) -> mg.model.CountList:
    """Two published numbers of IOM."""
    iom = OrganizationId("iom")
    claims = tuple(
        mg.model.CountClaim(
            organization=iom, as_of=when, counted="member-states", value=value, citations=CITED
        )
        for when, value in (("1990-06-01", 1), ("1991", 2))
    )
    return mg.model.CountList(**({"organization": iom, "counts": claims} | more))


def dataset(**parts: Any) -> mg.Dataset:
    """A sound dataset: two states, one body with a register, one process, one source."""
    made: dict[str, Any] = {
        "states": (state("AAA"), state("BBB")),
        "organizations": (body("iom"),),
        "sources": (
            mg.model.Source(
                id=SourceId("a-source"), title="A source", kind=mg.vocabularies.SourceKind.PRESS
            ),
        ),
        "registers": (register(transition("AAA", "joined", "1990-05-01")),),
        "processes": (process(snapshot("2001-01-01", ("member", "stated", "AAA BBB"))),),
    } | parts
    manifest = mg.model.Manifest(name="miniature", as_of="2025-12-31", licence="CC0-1.0")
    return mg.Dataset.of(manifest, **made)


def everything() -> mg.Dataset:
    """A sound dataset with a record of each kind."""
    steps = transition("AAA", "joined", "1990-05-01"), transition("BBB", "joined", "1991")
    return dataset(
        histories=(history(),), counts=(counted(),), processes=(full_process(),),
        organizations=(body("iom"), body("some-group", kind=OrganizationKind.GROUP)),
        treaties=(treaty(),), resolutions=(resolution(),),
        registers=(register(*steps), listed_register(), treaty_register()),
    )  # fmt: skip


TREATY = TreatyId("some-treaty")


def treaty(**more: Any) -> mg.model.Treaty:
    """A treaty that is in force for a party three months after the deposit."""
    stones = (("adopted", "1960-01-01", "adopted"), ("in-force", "1965-01-01", "in force"))
    made = {
        "id": TREATY, "name": "Some Treaty", "title": "A Treaty on Something",
        "kind": "convention", "depositary": OrganizationId("iom"), "citations": CITED,
        "names": (mg.model.Name(text="Some Treaty"), mg.model.Name(text="ST", form="acronym")),
        "milestones": tuple(
            Milestone(kind=kind, date=when, label=label, citations=CITED)
            for kind, when, label in stones
        ),
        "clauses": (mg.model.FinalClause(months=3, article="article 9 (2)", citations=CITED),),
    }  # fmt: skip
    return mg.model.Treaty(**(made | more))


def on_treaty(party: str, kind: str, when: str, **more: Any) -> mg.model.Transition:
    """An act of a state, or of IOM, on the treaty."""
    organization = OrganizationId(party if party == "iom" else "")
    made = attrs.evolve(transition("AAA", kind, when, **more), institution=TREATY)
    return attrs.evolve(
        made, state=StateId("" if organization else party), organization=organization
    )


def treaty_register(*steps: mg.model.Transition, **more: Any) -> mg.model.Register:
    """The register of a treaty: one state signed and ratified, one acceded, IOM signed."""
    made = steps or (
        on_treaty("AAA", "signed", "1960-01-01"), on_treaty("AAA", "ratified", "1970-01-31"),
        on_treaty("BBB", "acceded", "1980"), on_treaty("iom", "signed", "1961"),
    )  # fmt: skip
    first, last = mg.PartialDate("1960-01-01"), mg.PartialDate("2025-12-31")
    return mg.model.Register.of(TREATY, first, last, made, **({"kind": "treaty"} | more))


def resolution(**more: Any) -> mg.model.Resolution:
    """A resolution on which two states voted."""
    votes = (("yes", "AAA"), ("abstain", "BBB"))
    made = {
        "id": "R/1", "name": "Some Decision", "names": (mg.model.Name(text="Some Decision"),),
        "institution": OrganizationId("iom"), "date": "2000-06-01", "adopted": "vote",
        "votes": tuple(mg.model.Votes(vote=vote, states=(StateId(code),)) for vote, code in votes),
        "citations": CITED,
    }  # fmt: skip
    return mg.model.Resolution(**(made | more))


def listed_register(
    *lists: mg.model.ParticipantLists, complete_for: str = "named", **more: Any
) -> mg.model.Register:
    """The register of a group of which sources give lists; one exit is on record."""
    group = OrganizationId("some-group")
    made = lists or (
        snapshot("2001-01-01", ("member", "stated", "AAA BBB")),
        snapshot("2011-01-01", ("member", "stated", "AAA")),
    )
    left = attrs.evolve(transition("BBB", "withdrew", "2010"), institution=group)
    first, last = mg.PartialDate("1975"), mg.PartialDate("2025-12-31")
    given = {"transitions": (left,), "lists": made, "complete_for": complete_for}
    return mg.model.Register.of(group, first, last, **(given | more))


def register(
    *steps: mg.model.Transition,
    attestations: tuple[mg.model.Attestation, ...] = (),
    disagreements: tuple[mg.model.Disagreement, ...] = (),
    until: str = "2025-12-31",
    checked_on: str | None = None,
    complete_for: str = "all",
) -> mg.model.Register:
    """A register of IOM from 1951 to 2025."""
    first, last = mg.PartialDate("1951-12-05"), mg.PartialDate(until)
    return mg.model.Register.of(
        OrganizationId("iom"), first, last, steps, attestations, disagreements,
        checked_on=mg.PartialDate(checked_on) if checked_on else None, complete_for=complete_for,
    )  # fmt: skip
