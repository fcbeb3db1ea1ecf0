"""The collections that answers come in: frozen, sorted, hashable, and readable in a notebook."""

from __future__ import annotations

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import UnknownOrganizationError, UnknownStateError
from migrationgov.lookup.name_resolution import is_record_of, organization_id, state_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from typing import Any, overload

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.sources import Citation
    from migrationgov.model.states import State


class PartyList:
    """
    States (or bodies), sorted by code: iterate for the records, `codes` for their ids.

    ``x in parties`` takes a code, a name or a record, and raises `UnknownStateError` for a name
    that nobody has, rather than answer False.
    """

    __slots__ = ("_codes", "_dataset")

    def __init__(self, codes: tuple[str, ...], dataset: Dataset) -> None:
        self._codes = codes
        self._dataset = dataset

    @property
    def codes(self) -> tuple[str, ...]:
        """The ids, sorted."""
        return self._codes

    @property
    def dataset(self) -> Dataset:
        """The facts that were asked."""
        return self._dataset

    def __len__(self) -> int:
        return len(self._codes)

    def __iter__(self) -> Iterator[State | Organization]:
        return (_record(code, self._dataset) for code in self._codes)

    if TYPE_CHECKING:  # typing costs a third of a start, and `overload` is for checkers alone

        @overload
        def __getitem__(self, place: int) -> State | Organization: ...
        @overload
        def __getitem__(self, place: slice) -> PartyList: ...
        def __getitem__(self, place: Any) -> Any: ...

    else:

        def __getitem__(self, place: Any) -> Any:
            if isinstance(place, slice):  # of a roll too: part of a roll is no answer
                return PartyList(self._codes[place], self._dataset)
            return _record(self._codes[place], self._dataset)

    def __contains__(self, party: str | State | Organization) -> bool:
        if type(party) is str and party in self._codes:
            return True
        return party_id(party, self._dataset) in self._codes

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (*self._key(), self._dataset)

    def _key(self) -> tuple[Any, ...]:
        return (self._codes,)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {_some(self._codes)}>"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one plain dictionary per party: id, name, iso2, m49, and what kind it is."""
        return [_row(party) for party in self]

    def _repr_html_(self) -> str:
        from migrationgov.record import render_html  # noqa: PLC0415 -- only notebooks need it

        return render_html(self)


class Completeness:
    """
    What a roll is of, and of whom it is sure that they are not on it; shared by many rolls.

    Attributes:
        of: Id of the organization or process.
        word: The status or role.
        complete: Whether a state that is not on the roll certainly has not the status.
        known_bodies: The bodies of which the same holds; None if of all, as far as of states.
        settled: Those of whom it holds although the roll is not complete.
    """

    __slots__ = ("complete", "known_bodies", "of", "settled", "word")

    def __init__(
        self,
        of: str,
        word: str,
        *,
        complete: bool = True,
        known_bodies: frozenset[str] | None = None,
        settled: frozenset[str] = frozenset(),
    ) -> None:
        self.of = of
        self.word = word
        self.complete = complete
        self.known_bodies = known_bodies
        self.settled = settled

    def key(self) -> tuple[Any, ...]:
        """Return all of it, to compare it by."""
        return self.of, self.word, self.complete, self.known_bodies, self.settled


class MemberList(PartyList):
    """
    Who certainly has a status on a date, and who may have it.

    `len`, iteration, `codes` and ``in`` are about the certain ones; `possible` holds those for
    whom the sources leave it open; `answer` gives yes, no or unknown for anybody.
    """

    __slots__ = ("_as_of", "_cited", "_possible", "_scope")

    def __init__(  # made by the queries alone, from the parts of an answer
        self,
        codes: tuple[str, ...],
        possible: tuple[str, ...],
        scope: Completeness,
        as_of: PartialDate | date,
        dataset: Dataset,
        cited: tuple[Citation, ...] | None = None,
    ) -> None:
        self._codes = codes
        self._possible = possible
        self._scope = scope
        self._as_of = as_of
        self._dataset = dataset
        self._cited = cited

    @property
    def complete(self) -> bool:
        """Whether a state that is not on the roll certainly has not the status."""
        return self._scope.complete

    @property
    def of(self) -> str:
        """The id of the organization or process."""
        return self._scope.of

    @property
    def word(self) -> str:
        """The status or role."""
        return self._scope.word

    @property
    def as_of(self) -> PartialDate:
        """The date the roll is for."""
        on = self._as_of
        return on if isinstance(on, PartialDate) else PartialDate.from_date(on)

    @property
    def possible(self) -> PartyList:
        """Those who may have the status, without being certain to."""
        return PartyList(self._possible, self._dataset)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations behind everybody on it, certain and possible, each once."""
        if self._cited is None:
            from migrationgov.queries.status_on import cited_for  # noqa: PLC0415 -- builds records

            about = self.as_of, self.of, self.word, self._dataset
            self._cited = cited_for((*self._codes, *self._possible), *about)
        return self._cited

    def answer(self, party: str | State | Organization) -> Answer:
        """
        Tell whether somebody is on the roll.

        Unknown for a possible one; for any other state where the roll is not complete and no step
        tells that it has another status; and for any other body of which no source tells when it
        came on the roll, if ever.
        """
        code = party_id(party, self._dataset)
        if code in self._codes:
            return Answer.YES
        return (
            Answer.NO if code not in self._possible and self._closed_to(code) else Answer.UNKNOWN
        )

    @property
    def complete_for_bodies(self) -> bool:
        """Whether a body that is not on the roll certainly has not the status, as states have."""
        return self.complete and self._scope.known_bodies is None

    @property
    def settled(self) -> frozenset[str]:
        """Ids that certainly are not on it, by their steps, although it is not complete."""
        return self._scope.settled

    def _closed_to(self, code: str) -> bool:
        """Tell whether somebody who is not on the roll certainly has not the status."""
        if code in self._scope.settled:
            return True
        bodies = self._scope.known_bodies
        if bodies is None or self._dataset.has_state(code):
            return self.complete
        return code in bodies

    def _key(self) -> tuple[Any, ...]:
        return self._codes, self._possible, self._scope.key(), self.as_of

    def __reduce__(self) -> tuple[object, ...]:
        parts = self._codes, self._possible, self._scope, self.as_of, self._dataset, self._cited
        return MemberList, parts

    def __repr__(self) -> str:
        maybe = f", {len(self._possible)} possible" if self._possible else ""
        maybe += "" if self.complete else ", not complete"
        return (
            f"<MemberList: {self.word} of {self.of} on {self.as_of}: {len(self)} certain{maybe}>"
        )

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one plain dictionary per party; `certain` tells certain and possible apart."""
        return [{**_row(party), "certain": True} for party in self] + [
            {**_row(party), "certain": False} for party in self.possible
        ]


def party_id(party: str | State | Organization, facts: Dataset) -> str:
    """Return the id of a state or, where no state goes by the name, of an organization."""
    if is_record_of(party, "Organization"):
        return organization_id(party, facts)  # type: ignore[arg-type]
    if is_record_of(party, "State"):
        return state_id(party, facts)  # type: ignore[arg-type]  # a State by now
    if isinstance(party, str) and party.islower() and facts.has_organization(party):
        return party  # an id is nobody's name
    try:
        return state_id(party, facts)  # type: ignore[arg-type]
    except UnknownStateError as no_state:
        try:
            return organization_id(party, facts)  # type: ignore[arg-type]
        except UnknownOrganizationError:
            raise no_state from None


def _record(code: str, facts: Dataset) -> State | Organization:
    return facts.state(code) if facts.has_state(code) else facts.organization(code)


def _row(party: State | Organization) -> dict[str, Any]:
    kind = type(party).__name__.lower()
    iso2, m49 = getattr(party, "iso2", ""), getattr(party, "m49", "")
    return {"id": party.id, "name": party.name, "iso2": iso2, "m49": m49, "kind": kind}


def _some(codes: tuple[str, ...], most: int = 8) -> str:
    shown = ", ".join(codes[:most])
    return f"{shown}, ... ({len(codes)})" if len(codes) > most else shown or "nobody"
