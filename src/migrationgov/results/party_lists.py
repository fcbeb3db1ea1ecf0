"""Lists of states or organizations, for answers and catalogues."""

from __future__ import annotations

from types import GenericAlias

from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.name_resolution import party_id
from migrationgov.record import Exportable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from typing import Any, Generic, TypeVar, overload

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.sources import Citation
    from migrationgov.model.states import State
    from migrationgov.timelines.institution import InstitutionTimelines


if TYPE_CHECKING:
    Day = PartialDate | date
    Party_co = TypeVar("Party_co", bound=State | Organization, covariant=True)

    class _OfParties(Exportable, Generic[Party_co]):
        __slots__ = ()

else:
    Party_co = object  # importing typing would cost a third of a start

    class _OfParties(Exportable):
        __slots__ = ()
        __class_getitem__ = classmethod(GenericAlias)


class PartyList(_OfParties[Party_co]):
    """
    States or organizations, sorted by code: iterate for the records, `codes` for their ids.

    ``x in parties`` takes a code, a name or a record. It raises `UnknownStateError` for an
    unknown name; it does not answer False. ``a & b``, ``a | b`` and ``a - b`` of two lists are
    the parties on both, on either, and on the first alone: certain and listed ones. ``a - b``
    warns of its parties that may be on the second list, too, and ``a - b`` and ``a & b`` of the
    possible ones that they leave out. A catalogue has the sources of its records; a part of a
    member list cites nothing.
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
        return (party_record(code, self._dataset) for code in self._codes)

    if TYPE_CHECKING:  # typing costs a third of a start, and `overload` is for checkers alone

        @overload
        def __getitem__(self, place: int) -> Party_co: ...
        @overload
        def __getitem__(self, place: slice) -> PartyList[Party_co]: ...
        def __getitem__(self, place: int | slice) -> Party_co | PartyList[Party_co]: ...

    else:

        def __getitem__(self, place: Any) -> Any:
            if isinstance(place, slice):  # part of a member list is no complete answer
                return _part(self._codes[place], self)
            return party_record(self._codes[place], self._dataset)

    def __contains__(self, party: str | State | Organization) -> bool:
        if type(party) is str and party in self._codes:
            return True
        return party_id(party, self._dataset) in self._codes

    def __and__(self, other: PartyList[Any]) -> PartyList[Party_co]:
        both = self._joined(set[str].__and__, other)
        if both is not NotImplemented:
            from migrationgov.results.open_parties import (  # noqa: PLC0415 -- for a warning
                warn_of_intersection,
            )

            warn_of_intersection(self, other)
        return both

    def __or__(self, other: PartyList[Any]) -> PartyList[Any]:
        return self._joined(set[str].__or__, other)

    def __sub__(self, other: PartyList[Any]) -> PartyList[Party_co]:
        left = self._joined(set[str].__sub__, other)
        if left is not NotImplemented:
            from migrationgov.results.open_parties import (  # noqa: PLC0415 -- for a warning
                warn_of_difference,
            )

            warn_of_difference(left.codes, self, other)
        return left

    def possible_codes(self) -> tuple[str, ...]:
        """Return the ids of the parties that are only possible: none, without grades."""
        return ()

    def may_have(self, code: str) -> bool:  # noqa: ARG002 -- for lists with grades
        """Return whether a party that is not on the list may belong on it all the same."""
        return False

    def _joined(
        self, join: Callable[[set[str], set[str]], set[str]], other: PartyList[Any]
    ) -> PartyList[Any]:
        """Return the parties that are left of two lists."""
        if not isinstance(other, PartyList):  # pyright: ignore[reportUnnecessaryIsInstance]  # any value may come
            return NotImplemented
        return _part(tuple(sorted(join(set(self._codes), set(other.codes)))), self, other)

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (*self._key(), self._dataset)

    def _key(self) -> tuple[Any, ...]:
        return (self._codes,)

    def __repr__(self) -> str:
        return f"<PartyList: {_some(self._codes)}>"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one plain dictionary per party: id, name, iso2, m49, and what kind it is."""
        return [party_row(party) for party in self]


class Catalogue(PartyList[Party_co]):
    """The states or organizations of a dataset, with what their records cite."""

    __slots__ = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the records of all parties, each once."""
        from migrationgov.model.sources import citations_in  # noqa: PLC0415 -- builds records

        return tuple(dict.fromkeys(each for party in self for each in citations_in(party)))


def _part(codes: tuple[str, ...], *lists: PartyList[Any]) -> PartyList[Any]:
    """Return some parties of lists: of catalogues a catalogue."""
    facts, are_catalogues = lists[0].dataset, all(type(each) is Catalogue for each in lists)
    made: PartyList[Any] = Catalogue(codes, facts) if are_catalogues else PartyList(codes, facts)
    return made


def party_record(code: str, facts: Dataset) -> Any:
    """Return the state or organization with an id."""
    return facts.state(code) if facts.has_state(code) else facts.organization(code)


def party_row(party: State | Organization) -> dict[str, Any]:
    """Return what a party is, as plain values."""
    iso2, m49 = getattr(party, "iso2", ""), getattr(party, "m49", "")
    kind = type(party).__name__.lower()
    return {"id": party.id, "name": party.name, "iso2": iso2, "m49": m49, "party_kind": kind}


def evidence_to(timelines: InstitutionTimelines, on: PartialDate, facts: Dataset) -> list[str]:
    """Return until when the evidence of an institution reaches, if a date lies after that."""
    here = timelines.evidence
    if on.last_ordinal <= here.covered[1]:
        return []
    own: Any = facts.register if here.institution in facts.register_ids else facts.process
    return [f"evidence to {own(here.institution).covered_until}"]


def _some(codes: tuple[str, ...], most: int = 8) -> str:
    shown = ", ".join(codes[:most])
    return f"{shown}, ... ({len(codes)})" if len(codes) > most else shown or "none"
