"""Resolutions and how states voted on them; a vote is no membership."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, field, frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import WrongTypeError
from migrationgov.model.converters import to_date
from migrationgov.model.field_metadata import KEY, REMARK, STATED_DATE, list_of
from migrationgov.model.names import Name
from migrationgov.model.sources import Citation
from migrationgov.model.validators import is_nonempty_str, is_str, is_tuple_of_str, tuple_of
from migrationgov.record import Record
from migrationgov.vocabularies import Adoption, OrganizationId, StateId, Vote
from migrationgov.words import count


@frozen(kw_only=True, repr=False)
class Votes(Record):
    """
    The states that voted in one way.

    Attributes:
        vote: How they voted.
        states: Ids of the states, sorted.
        citations: The sources; without any those of the resolution.
    """

    vote: Vote = field(converter=Vote, metadata=KEY)
    states: tuple[StateId, ...] = field(validator=is_tuple_of_str)
    citations: tuple[Citation, ...] = list_of(Citation)

    def __str__(self) -> str:
        return f"{len(self.states)} {self.vote}"


def _votes_fit(record: Any, _: Attribute[Any], votes: tuple[Votes, ...]) -> None:
    if bool(votes) is not (record.adopted is Adoption.VOTE):
        raise WrongTypeError(
            f"a Resolution has votes if it was adopted by a vote, and only then; this one was"
            f" adopted {record.adopted!r} and has {count(len(votes), 'list of votes')}"
        )
    states = [state for each in votes for state in each.states]
    twice = sorted({state for state in states if states.count(state) > 1})
    if twice:
        raise WrongTypeError(f"a state has one vote; there are two of {', '.join(twice)}")


@frozen(kw_only=True, repr=False)
class Resolution(Record):
    """
    A resolution or declaration that an organization adopted.

    Attributes:
        id: Its symbol ("A/RES/73/195").
        name: What it adopted, by its usual name.
        names: All names it has.
        institution: Id of the organization that adopted it.
        date: The day of its adoption.
        adopted: Whether there was a vote.
        votes: The states that voted yes, no, or abstained. Whom no list names was absent, or had
            no vote.
        note: What a reader should know.
        citations: The sources.
    """

    id: str = field(validator=is_nonempty_str, metadata=KEY)
    name: str = field(validator=is_nonempty_str)
    names: tuple[Name, ...] = field(validator=tuple_of(Name))
    institution: OrganizationId = field(validator=is_nonempty_str)
    date: PartialDate = field(converter=to_date, metadata=STATED_DATE)
    adopted: Adoption = field(converter=Adoption)
    votes: tuple[Votes, ...] = field(
        default=(), validator=[tuple_of(Votes, at_least=0), _votes_fit]
    )
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def vote_of(self, state: str) -> Vote | None:
        """Return how a state voted, by its id; None if it did not vote."""
        return next((each.vote for each in self.votes if state in each.states), None)

    def __str__(self) -> str:
        return f"{self.name} ({self.id}), {self.date}"
