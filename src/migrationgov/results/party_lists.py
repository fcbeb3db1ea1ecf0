"""Answers that list parties: some parties, or all with a status in an institution on a date."""

from __future__ import annotations

from types import GenericAlias

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.name_resolution import party_id
from migrationgov.record import HtmlDisplay
from migrationgov.results.completeness import Completeness

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from typing import Any, Generic, TypeVar, overload

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.sources import Citation
    from migrationgov.model.states import State


if TYPE_CHECKING:
    Party_co = TypeVar("Party_co", bound=State | Organization, covariant=True)

    class _OfParties(HtmlDisplay, Generic[Party_co]):
        __slots__ = ()

else:
    Party_co = object  # importing typing would cost a third of a start

    class _OfParties(HtmlDisplay):
        __slots__ = ()
        __class_getitem__ = classmethod(GenericAlias)


class PartyList(_OfParties[Party_co]):
    """
    States or organizations, sorted by code: iterate for the records, `codes` for their ids.

    ``x in parties`` takes a code, a name or a record. It raises `UnknownStateError` for an
    unknown name; it does not answer False.
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
        """The dataset of the query."""
        return self._dataset

    def __len__(self) -> int:
        return len(self._codes)

    def __iter__(self) -> Iterator[Party_co]:
        return (_record(code, self._dataset) for code in self._codes)

    if TYPE_CHECKING:  # typing costs a third of a start, and `overload` is for checkers alone

        @overload
        def __getitem__(self, place: int) -> Party_co: ...
        @overload
        def __getitem__(self, place: slice) -> PartyList[Party_co]: ...
        def __getitem__(self, place: int | slice) -> Party_co | PartyList[Party_co]: ...

    else:

        def __getitem__(self, place: Any) -> Any:
            if isinstance(place, slice):  # part of a member list is no complete answer
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


class MemberList(PartyList[Party_co]):
    """
    The parties that have a status or a role on a date: the answer of `members_on`.

    `len`, iteration, `codes` and ``in`` are about parties that certainly have it. `possible` holds
    the parties that may have it. `answer` gives yes, no or unknown for any party.
    """

    __slots__ = ("_cited", "_on", "_possible", "_scope")

    def __init__(  # made by the queries alone, from the parts of an answer
        self,
        codes: tuple[str, ...],
        possible: tuple[str, ...],
        scope: Completeness,
        on: PartialDate | date,
        dataset: Dataset,
        citations: tuple[Citation, ...] | Callable[[MemberList[Any]], tuple[Citation, ...]],
    ) -> None:
        self._codes = codes
        self._possible = possible
        self._scope = scope
        self._on = on
        self._dataset = dataset
        self._cited = citations

    @property
    def complete(self) -> bool:
        """Whether a state that is not on the list certainly does not have the status."""
        return self._scope.complete

    @property
    def institution(self) -> str:
        """The id of the organization or process."""
        return self._scope.institution

    @property
    def status(self) -> str:
        """The status or role."""
        return self._scope.status

    @property
    def on(self) -> PartialDate:
        """The date of the query."""
        return self._on if isinstance(self._on, PartialDate) else PartialDate.from_date(self._on)

    @property
    def possible(self) -> PartyList[Party_co]:
        """The parties that may have the status, but not certainly."""
        return PartyList(self._possible, self._dataset)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations for all certain and possible parties, each once."""
        if callable(self._cited):
            self._cited = self._cited(self)
        return self._cited

    def answer(self, party: str | State | Organization) -> Answer:
        """
        Return whether a party has the status.

        Unknown if the party only possibly has it, or if the list is not complete for such parties
        and no transition settles the status of this one.
        """
        code = party_id(party, self._dataset)
        if code in self._codes:
            return Answer.YES
        absent = code not in self._possible and self._absence_means_no(code)
        return Answer.NO if absent else Answer.UNKNOWN

    @property
    def complete_for_organizations(self) -> bool:
        """Whether an organization that is not on the list certainly does not have the status."""
        return self.complete and self._scope.known_organizations is None

    @property
    def settled(self) -> frozenset[str]:
        """The parties for which absence means "no" although the list is not complete."""
        return self._scope.settled

    def _absence_means_no(self, code: str) -> bool:
        if code in self._scope.settled:
            return True
        organizations = self._scope.known_organizations
        if organizations is None or self._dataset.has_state(code):
            return self.complete
        return code in organizations

    def _key(self) -> tuple[Any, ...]:
        return self._codes, self._possible, self._scope.key(), self.on

    def __reduce__(self) -> tuple[object, ...]:
        parts = self._codes, self._possible, self._scope, self.on, self._dataset, self._cited
        return MemberList, parts

    def __repr__(self) -> str:
        possible = f", {len(self._possible)} possible" if self._possible else ""
        partial = "" if self.complete else ", not complete"
        what = f"{self.status} of {self.institution} on {self.on}"
        return f"<MemberList: {what}: {len(self)} certain{possible}{partial}>"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one plain dictionary per party; `certain` is True for the certain parties."""
        return [{**_row(party), "certain": True} for party in self] + [
            {**_row(party), "certain": False} for party in self.possible
        ]


def _record(code: str, facts: Dataset) -> Any:
    """Return the state or organization with an id."""
    return facts.state(code) if facts.has_state(code) else facts.organization(code)


def _row(party: State | Organization) -> dict[str, Any]:
    kind = type(party).__name__.lower()
    iso2, m49 = getattr(party, "iso2", ""), getattr(party, "m49", "")
    return {"id": party.id, "name": party.name, "iso2": iso2, "m49": m49, "kind": kind}


def _some(codes: tuple[str, ...], most: int = 8) -> str:
    shown = ", ".join(codes[:most])
    return f"{shown}, ... ({len(codes)})" if len(codes) > most else shown or "none"
