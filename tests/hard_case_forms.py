"""The form of the hard cases: a made-up institution, questions about it, and their answers."""

from __future__ import annotations

from typing import Any, NamedTuple

from made_up_treaties import MadeUpTreaty
from migrationgov import PartialDate
from migrationgov.timelines.evidence import Evidence, PartyList, Step


class Question(NamedTuple):
    """
    A question about a party, with its answer.

    Attributes:
        party: The party.
        on: The date, in EDTF.
        answer: Each status that is not excluded, with its grade.
        role: The role that is asked; "member" asks for the status, "effect" and "deposit" for the
            status by one clock of a treaty.
    """

    party: str
    on: str
    answer: str
    role: str = "member"


class Case(NamedTuple):
    """
    A hard case.

    Attributes:
        name: What is hard.
        words: The evidence, in words.
        evidence: The evidence; of a treaty all that is on record.
        questions: What is asked, and the answers.
    """

    name: str
    words: str
    evidence: Evidence | MadeUpTreaty
    questions: tuple[Question, ...]


def list_of(
    as_of: str, parties: str, role: str = "member", kind: str = "stated", **more: Any
) -> Any:
    names = frozenset(parties.split())
    return PartyList(as_of=PartialDate(as_of), role=role, kind=kind, parties=names, **more)


def acts(**dated: str) -> list[tuple[str, PartialDate]]:
    """Return kinds of transitions with their dates; a kind has "_" for each "-"."""
    return [(kind.replace("_", "-"), PartialDate(when)) for kind, when in dated.items()]


def steps(**dated: str) -> dict[str, list[Step]]:
    """Return the transitions of the state AAA."""
    return {"AAA": [Step(kind, when) for kind, when in acts(**dated)]}


def day(text: str) -> int:
    return PartialDate(text).first_ordinal
