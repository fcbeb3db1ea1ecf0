"""The roster of a process: the answer of `process_participants`."""

from __future__ import annotations

from functools import cached_property

import migrationgov as mg
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.day_ranges import day_ranges_of
from migrationgov.lookup.name_resolution import party_id
from migrationgov.record import Exportable, shorten
from migrationgov.results.member_list import MemberList
from migrationgov.timelines.claims import stated_days
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.list_claims import carried
from migrationgov.vocabularies import Grade, ProcessId, ProcessRole
from migrationgov.words import singular_or_plural

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, NoReturn

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.sources import Citation
    from migrationgov.model.states import State
    from migrationgov.results.participation import Participation
    from migrationgov.results.record_list import RecordList


class Roster(Exportable):
    """
    The participants of a process on a date, by role: the answer of `process_participants`.

    `len`, iteration and ``in`` are about certain and listed participations; `certain`, `listed`
    and `possible` have those of one grade. Each role is a `MemberList` of its own:
    ``roster.members.codes``, ``roster.members.possible``.

    Attributes:
        process: Id of the process.
        on: The date of the query, or the day of the latest evidence.
        roles: The roles of the query.
        dataset: The dataset of the query.
    """

    process: ProcessId
    on: PartialDate
    roles: tuple[ProcessRole, ...]
    dataset: Dataset
    _lists: dict[ProcessRole, MemberList[State | Organization]]

    def __init__(
        self, process: ProcessId, on: PartialDate, roles: tuple[ProcessRole, ...], dataset: Dataset
    ) -> None:
        put = object.__setattr__
        put(self, "process", process)
        put(self, "on", on)
        put(self, "roles", roles)
        put(self, "dataset", dataset)
        put(self, "_lists", {})

    def role(self, role: mg.typing.RoleLike) -> MemberList[State | Organization]:
        """Return the list of the parties in one role."""
        wanted = ProcessRole.parse(role)
        found = self._lists.get(wanted)
        if found is None:
            timelines, days = timelines_of(self.dataset, self.process), day_ranges_of(self.on)
            graded = timelines.index(wanted.value).during(days, None)
            made: MemberList[State | Organization] = MemberList(
                graded, wanted.value, None, self.on, self.dataset, timelines
            )
            found = self._lists[wanted] = made
        return found

    @cached_property
    def certain(self) -> RecordList[Participation]:
        """The certain participations, by role and participant."""
        return self._of_grade(Grade.CERTAIN)

    @cached_property
    def listed(self) -> RecordList[Participation]:
        """The participations by the best reading of the evidence, by role and participant."""
        return self._of_grade(Grade.LISTED)

    @cached_property
    def possible(self) -> RecordList[Participation]:
        """The other participations that a record makes possible, by role and participant."""
        return self._of_grade(Grade.POSSIBLE)

    def _of_grade(self, grade: Grade) -> RecordList[Participation]:
        from migrationgov.results.participation import Participation  # noqa: PLC0415 -- needs attrs
        from migrationgov.results.record_list import RecordList  # noqa: PLC0415 -- needs attrs

        found = (
            self._participation(code, role, grade)
            for role in self.roles
            for code in getattr(self.role(role), grade.value).codes
        )
        return RecordList(found, Participation, self.dataset)

    def _participation(self, code: str, role: ProcessRole, grade: Grade) -> Participation:
        from migrationgov.results.participation import Participation  # noqa: PLC0415 -- needs attrs

        return Participation(
            institution=self.process,
            participant=code,
            role=role,
            grade=grade,
            on=self.on,
            dataset=self.dataset,
        )

    @cached_property
    def complete_roles(self) -> frozenset[ProcessRole]:
        """The roles of which the absence of a state from the roster means "no"."""
        return frozenset(role for role in ProcessRole if self.role(role).complete)

    @property
    def complete(self) -> bool:
        """Whether a state that is on no list of members certainly is not a member."""
        return self.members.complete

    @property
    def as_of(self) -> PartialDate | None:
        """The date of the latest complete list on or before the date of the query, if any."""
        role = self.roles[0].value if len(self.roles) == 1 else ProcessRole.MEMBER.value
        last = max(end for _, end in day_ranges_of(self.on))
        lists = timelines_of(self.dataset, self.process).evidence.lists
        found = [
            each.as_of
            for each in lists
            if each.role == role
            and each.complete
            and carried(each)
            and not each.organizations
            and stated_days(each.as_of)[0] <= last
        ]
        return max(found, key=stated_days, default=None)

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
        every = (*self.certain, *self.listed, *self.possible)
        return tuple(dict.fromkeys(c for each in every for c in each.citations))

    def __len__(self) -> int:
        return sum(len(self.role(role)) for role in self.roles)

    def __iter__(self) -> Iterator[Participation]:
        both = (*self.certain, *self.listed)
        return iter(sorted(both, key=lambda each: (self.roles.index(each.role), each.participant)))

    def __contains__(self, party: str | State | Organization) -> bool:
        wanted = party_id(party, self.dataset)
        return any(wanted in self.role(role).codes for role in self.roles)

    def _key(self) -> tuple[object, ...]:
        return self.process, self.on, tuple(self.role(role) for role in self.roles)

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Roster) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a Roster cannot be changed ({name})")

    def __reduce__(self) -> tuple[object, ...]:
        return Roster, (self.process, self.on, self.roles, self.dataset)

    def __repr__(self) -> str:
        return f"<Roster of {self.process} on {self.on}: {shorten(self.counts_in_words())}>"

    def counts_in_words(self) -> str:
        """Return how many roles there are of each grade, and what is known of the members."""
        every = (self.certain, self.listed, self.possible)
        words = [f"{len(each)} {each[0].grade}" for each in every if each]
        if words:
            roles = singular_or_plural(sum(map(len, every)), "role")
            members = f"; members: {self.members.counts_in_words()}" if len(self.roles) > 1 else ""
            return f"{', '.join(words)} {roles}{members}"
        here = timelines_of(self.dataset, self.process).evidence
        return "before its founding" if self.on.last_ordinal < here.exists_from else "none named"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a dictionary for each participation, certain ones first."""
        return [each.to_dict() for each in (*self.certain, *self.listed, *self.possible)]
