"""Made-up treaties, votes and groups for tests that bend them, and a dataset that has them all."""

from __future__ import annotations

from typing import Any

import migrationgov as mg
from migrationgov.model import FinalClause, Milestone, Register, Resolution, Transition, Treaty
from migrationgov.model.resolutions import Votes
from migrationgov.vocabularies import OrganizationId, StateId, TreatyId
from miniature import CITED, body, dataset, snapshot, state

PACT = TreatyId("pact")


def treaty(key: str = "pact", **more: Any) -> Treaty:
    """A treaty of 1990, in force since 1995-06-01; it binds a party 90 days after the deposit."""
    made = {
        "id": TreatyId(key), "name": f"Pact {key}", "title": f"The Pact {key}",
        "kind": "convention", "names": (name(f"Pact {key}"),), "citations": CITED,
        "depositary": OrganizationId("un"),
        "clauses": (FinalClause(days=90, article="article 9", citations=CITED),),
        "milestones": tuple(
            Milestone(kind=kind, date=when, label=kind, citations=CITED)
            for kind, when in (("adopted", "1990-03-01"), ("in-force", "1995-06-01"))
        ),
    }  # fmt: skip
    return Treaty(**(made | more))


def name(text: str, form: str = "short") -> mg.model.Name:
    """A name."""
    return mg.model.Name(text=text, form=form)


def act(party: str, kind: str, when: str, of: str = "pact", **more: Any) -> Transition:
    """An act of a state, or of an organization (in small letters), with one citation."""
    who = {"organization" if party.islower() else "state": party}
    made = {"institution": of, "kind": kind, "date": when, "citations": CITED, **who}
    return Transition(**(made | more))


def parties(*acts: Transition, of: str = "pact", **more: Any) -> Register:
    """The register of a treaty from 1990 to 2020."""
    made: dict[str, Any] = {"kind": "treaty", "complete_for": "all"} | more
    first, last = mg.PartialDate("1990-03-01"), mg.PartialDate("2020-12-31")
    return Register.of(TreatyId(of), first, last, acts, **made)


def members(of: str, *steps: Transition, **more: Any) -> Register:
    """The register of a group from 1980 to 2025."""
    first, last = mg.PartialDate("1980"), mg.PartialDate("2025-12-31")
    return Register.of(OrganizationId(of), first, last, steps, **more)


def voted(*votes: tuple[str, str], **more: Any) -> Resolution:
    """A resolution of the UN of 2018, from pairs of a vote and of states."""
    made: dict[str, Any] = {
        "id": "A/RES/1", "name": "Global Pact", "names": (name("Global Pact"),),
        "institution": OrganizationId("un"), "date": "2018-12-19",
        "adopted": "vote" if votes else "without-vote", "citations": CITED,
        "votes": tuple(
            Votes(vote=vote, states=tuple(map(StateId, codes.split()))) for vote, codes in votes
        ),
    }  # fmt: skip
    return Resolution(**(made | more))


ACTS = (
    act("AAA", "signed", "1991-01-01"), act("AAA", "ratified", "2000-01-10"),
    act("BBB", "acceded", "1993-05-05"), act("BBB", "denounced", "2001-06-30"),
    act("CCC", "succeeded", "1999-01-01"),
    act("DDD", "signed", "1992-02-02"),
    act("org", "approved", "1996-02-02"), act("org", "entered-into-force", "1996-05-02"),
)  # fmt: skip


def un(*states: str) -> Register:
    """The register of the UN."""
    return members("un", *(act(each, "joined", "1994", of="un") for each in states))


def treaty_facts(**parts: Any) -> mg.Dataset:
    """
    A sound dataset: the UN, a club, a treaty, another of which little is known, two resolutions.

    The states AAA to EEE exist; CCC began on 1992-07-01. The club has AAA, EEE joined in 2010.
    """
    club = tuple(
        act(code, "joined", when, of="club") for code, when in (("AAA", "1980"), ("EEE", "2010"))
    )
    made: dict[str, Any] = {
        "states": tuple(
            state(code, start="1992-07-01" if code == "CCC" else None, region="Africa")
            for code in ("AAA", "BBB", "CCC", "DDD", "EEE")
        ),
        "organizations": (body("club"), body("org"), body("un")),
        "treaties": (
            treaty(names=(name("Pact pact"), name("Twin Pact"), name("The Pact", "ambiguous"))),
            treaty(
                "regional-pact", kind="agreement", open_to=OrganizationId("club"), parent=PACT,
                clauses=(), names=(name("Regional Pact"), name("Twin Pact")),
            ),
        ),
        "registers": (
            members("club", *club), parties(*ACTS),
            parties(
                act("AAA", "acceded", "1996-01-01", of="regional-pact"), of="regional-pact",
                complete_for="named", lists=(snapshot("2010-01-01", ("party", "partial", "EEE")),),
            ),
            un("AAA", "BBB", "CCC", "DDD"),
        ),
        "processes": (),
        "resolutions": (
            voted(("yes", "AAA BBB"), ("no", "CCC")),
            voted(id="A/RES/2", name="Progress", names=(name("Progress"),), date="2010"),
        ),
    }  # fmt: skip
    return dataset(**(made | parts))
