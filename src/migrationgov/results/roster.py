"""Answers about processes: one participation, a shared process, the roster of a process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

import migrationgov as mg
from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.name_resolution import party_id
from migrationgov.model.dataset import Dataset
from migrationgov.model.organizations import Organization
from migrationgov.model.sources import Citation
from migrationgov.model.states import State
from migrationgov.record import Record
from migrationgov.results.completeness import Completeness
from migrationgov.results.party_lists import MemberList
from migrationgov.results.plain_values import to_plain
from migrationgov.results.record_list import RecordList
from migrationgov.vocabularies import MIXED_ROLES, ProcessId, ProcessRole


@frozen(kw_only=True, repr=False)
class Participation(Record):
    """
    The role of one party in a process on a date.

    Attributes:
        process: Id of the process.
        participant: Id of the state or organization.
        role: The role.
        answer: `Answer.YES` if it is certain, `Answer.UNKNOWN` if it is possible.
        as_of: The dates of the lists, or the period of the term, behind the answer.
        citations: The sources of those lists or of the term.
    """

    process: ProcessId
    participant: str
    role: ProcessRole
    answer: Answer
    as_of: tuple[str, ...]
    citations: tuple[Citation, ...]

    @property
    def certain(self) -> bool:
        """Whether it is certain."""
        return self.answer is Answer.YES

    def __str__(self) -> str:
        doubt = "" if self.certain else " (possible)"
        return f"{self.participant}: {self.role} of {self.process}{doubt}"


@frozen(kw_only=True, repr=False)
class SharedProcess(Record):
    """
    A process in which two states or organizations both take part.

    Attributes:
        process: Id of the process.
        first: Roles of the first party.
        second: Roles of the second party.
    """

    process: ProcessId
    first: RecordList[Participation]
    second: RecordList[Participation]

    @property
    def answer(self) -> Answer:
        """Whether both certainly take part, in any role."""
        certain = (any(each.certain for each in side) for side in (self.first, self.second))
        return Answer.YES if all(certain) else Answer.UNKNOWN

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations for both parties, each once."""
        return tuple(dict.fromkeys((*self.first.citations, *self.second.citations)))

    def __str__(self) -> str:
        doubt = "" if self.answer is Answer.YES else " (possible)"
        return f"{self.process}{doubt}"


@frozen(kw_only=True, eq=False, repr=False)
class Roster(Record):
    """
    The participants of a process on a date, by role: the answer of `process_participants`.

    `len`, iteration and ``in`` are about certain participations; `possible` holds the others.
    Each role is a `MemberList` of its own: ``roster.members.codes``, ``roster.members.possible``.

    Attributes:
        process: Id of the process.
        on: The date of the query, or the day of the latest evidence.
        as_of: The date of the latest complete list behind the answer; None if there is none.
        complete_roles: The roles for which complete ("stated") lists of states, or a certain
            chair, decide on the date. For other roles, absence from the roster proves nothing.
            Before the founding of the process: all roles, for organizations, too.
        certain: The certain participations, by role and participant.
        possible: The possible participations, by role and participant.
    """

    process: ProcessId
    on: PartialDate
    as_of: PartialDate | None
    complete_roles: frozenset[ProcessRole]
    certain: RecordList[Participation]
    possible: RecordList[Participation]
    _dataset: Dataset = field(alias="dataset")

    @property
    def dataset(self) -> Dataset:
        """The dataset of the query."""
        return self._dataset

    def role(self, role: mg.typing.RoleLike) -> MemberList[State | Organization]:
        """Return the list of the parties in one role."""
        wanted = ProcessRole.parse(role)
        certain, possible = (
            tuple(each.participant for each in side if each.role is wanted)
            for side in (self.certain, self.possible)
        )
        for_organizations = wanted in MIXED_ROLES or len(self.complete_roles) == len(ProcessRole)
        scope = Completeness(
            self.process,
            wanted.value,
            complete=wanted in self.complete_roles,
            known_organizations=None if for_organizations else frozenset(),
        )
        in_role = RecordList(p for p in (*self.certain, *self.possible) if p.role is wanted)
        return MemberList(certain, possible, scope, self.on, self._dataset, in_role.citations)

    @property
    def complete(self) -> bool:
        """Whether a state that is not among the members certainly is not a member."""
        return ProcessRole.MEMBER in self.complete_roles

    @property
    def members(self) -> MemberList[State | Organization]:
        """The members."""
        return self.role(ProcessRole.MEMBER)

    @property
    def observers(self) -> MemberList[State | Organization]:
        """The observers."""
        return self.role(ProcessRole.OBSERVER)

    @property
    def participants(self) -> MemberList[State | Organization]:
        """The parties that attended, or are named, without a role."""
        return self.role(ProcessRole.PARTICIPANT)

    @property
    def chair(self) -> MemberList[State | Organization]:
        """The chair."""
        return self.role(ProcessRole.CHAIR)

    @property
    def support(self) -> MemberList[State | Organization]:
        """The host of the support unit."""
        return self.role(ProcessRole.SUPPORT_UNIT)

    @property
    def secretariat(self) -> MemberList[State | Organization]:
        """The secretariat."""
        return self.role(ProcessRole.SECRETARIAT)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations for all participations, each once."""
        return tuple(dict.fromkeys((*self.certain.citations, *self.possible.citations)))

    def __len__(self) -> int:
        return len(self.certain)

    def __iter__(self) -> Iterator[Participation]:
        return iter(self.certain)

    def __contains__(self, party: str | State | Organization) -> bool:
        wanted = party_id(party, self._dataset)
        return any(each.participant == wanted for each in self.certain)

    def _key(self) -> tuple[object, ...]:
        return self.process, self.on, self.as_of, self.complete_roles, self.certain, self.possible

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Roster) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def _without_list(self) -> str:
        # without a list absence means "no" in every role only where the process did not exist
        unborn = self.complete_roles == frozenset(ProcessRole)
        return "before its founding" if unborn else "no complete list"

    def __repr__(self) -> str:
        evidence = f"list of {self.as_of}" if self.as_of else self._without_list()
        possible = f", {len(self.possible)} possible" if self.possible else ""
        return (
            f"<Roster of {self.process} on {self.on}, {evidence}: {len(self)} certain{possible}>"
        )

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one plain dictionary per participation, certain ones first."""
        return [to_plain(each) for each in (*self.certain, *self.possible)]
