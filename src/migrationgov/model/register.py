"""The register of an institution or treaty: the statuses of all parties, past and present."""

from __future__ import annotations

from migrationgov.record import HtmlDisplay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any, NoReturn, TypeVar

    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.model.participant_lists import ParticipantLists
    from migrationgov.model.process_outline import ListOutline
    from migrationgov.model.sources import Disagreement
    from migrationgov.model.transitions import Attestation, Transition
    from migrationgov.vocabularies import OrganizationId, TreatyId

    Dated = TypeVar("Dated", Transition, Attestation)
    #: party, whether it is an organization, kind, date, predecessor
    Outline = Iterable[tuple[str, bool, str, str, str]]
    #: party, whether it is an organization, status, date
    Attested = Iterable[tuple[str, bool, str, str]]
    Lists = Iterable[ListOutline]
    Contents = tuple[
        tuple[Transition, ...],
        tuple[Attestation, ...],
        tuple[Disagreement, ...],
        tuple[ParticipantLists, ...],
    ]


class Register(HtmlDisplay):
    """
    The transitions and other records of all parties of one institution.

    The records are built at their first use; queries about statuses need only the outline (party,
    kind, date).

    Attributes:
        institution: Id of the institution, or of the treaty.
        covered_from: The first day the register covers.
        covered_until: The last day it covers; later answers are extrapolations.
        checked_on: When the register was last checked for news; None where that is not recorded.
        observers_known_from: The date from which complete lists of observer states are known.
            Before it, a state without a record may have been an observer.
        kind: Whether its parties are members of an institution, or parties to a treaty.
        complete_for: For which parties the transitions are complete: "all", "named" or
            "none". A register filtered by source is complete for none.
        complete_until: The last day on which it names all that it should, where a later party is
            known to be missing: a published number, or a group that a treaty binds, has more.
            From the next day on, a party without a record may be one. Otherwise None.
    """

    __slots__ = (
        "_build",
        "_built",
        "_outline",
        "checked_on",
        "complete_for",
        "complete_until",
        "covered_from",
        "covered_until",
        "institution",
        "kind",
        "observers_known_from",
    )  # fmt: skip
    institution: OrganizationId | TreatyId
    covered_from: PartialDate
    covered_until: PartialDate
    observers_known_from: PartialDate
    checked_on: PartialDate | None
    kind: str
    complete_for: str
    complete_until: PartialDate | None
    _outline: Callable[[], tuple[Outline, Attested, Lists]]
    _build: Callable[[], Contents]
    _built: dict[str, Contents]

    def __init__(  # noqa: PLR0913 -- most are given by name
        self,
        institution: OrganizationId | TreatyId,
        covered_from: PartialDate,
        covered_until: PartialDate,
        observers_known_from: PartialDate | None = None,
        *,
        checked_on: PartialDate | None = None,
        kind: str = "membership",
        complete_for: str = "all",
        complete_until: PartialDate | None = None,
        outline: Callable[[], tuple[Outline, Attested, Lists]],
        build: Callable[[], Contents],
    ) -> None:
        put = object.__setattr__
        put(self, "institution", institution)
        put(self, "covered_from", covered_from)
        put(self, "covered_until", covered_until)
        put(self, "observers_known_from", observers_known_from or covered_from)
        put(self, "checked_on", checked_on)
        put(self, "kind", kind)
        put(self, "complete_for", complete_for)
        put(self, "complete_until", complete_until)
        put(self, "_outline", outline)
        put(self, "_build", build)
        put(self, "_built", {})

    @classmethod
    def of(  # noqa: PLR0913 -- most are given by name
        cls,
        institution: OrganizationId | TreatyId,
        covered_from: PartialDate,
        covered_until: PartialDate,
        transitions: tuple[Transition, ...],
        attestations: tuple[Attestation, ...] = (),
        disagreements: tuple[Disagreement, ...] = (),
        lists: tuple[ParticipantLists, ...] = (),
        *,
        observers_known_from: PartialDate | None = None,
        checked_on: PartialDate | None = None,
        kind: str = "membership",
        complete_for: str = "all",
        complete_until: PartialDate | None = None,
    ) -> Register:
        """Make a register from records."""
        from migrationgov.model.process_outline import lists_of  # noqa: PLC0415 -- not for IOM

        contents = transitions, attestations, disagreements, lists
        return cls(
            institution,
            covered_from,
            covered_until,
            observers_known_from,
            checked_on=checked_on,
            kind=kind,
            complete_for=complete_for,
            complete_until=complete_until,
            outline=lambda: (
                [
                    (t.party, bool(t.organization), t.kind, t.date.text, t.predecessor)
                    for t in transitions
                ],
                [(a.party, bool(a.organization), a.status, a.date.text) for a in attestations],
                lists_of(lists),
            ),
            build=lambda: contents,
        )

    def _contents(self) -> Contents:
        # setdefault is atomic: all threads get the records that were built first.
        return self._built.get("") or self._built.setdefault("", self._build())

    @property
    def transitions(self) -> tuple[Transition, ...]:
        """All transitions, by party, those of each party in order."""
        return self._contents()[0]

    @property
    def attestations(self) -> tuple[Attestation, ...]:
        """All attested statuses, by party and date."""
        return self._contents()[1]

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """All disagreements, by party."""
        return self._contents()[2]

    @property
    def lists(self) -> tuple[ParticipantLists, ...]:
        """All lists of members, by date."""
        return self._contents()[3]

    @property
    def complete(self) -> bool:
        """Whether a party without a transition certainly had no relation."""
        return self.complete_for == "all"

    def outline(self) -> Outline:
        """Return party, whether it is an organization, kind, date and predecessor of each step."""
        return self._outline()[0]

    def attested(self) -> Attested:
        """Return party, whether it is an organization, status and date of each attestation."""
        return self._outline()[1]

    def listed(self) -> Lists:
        """Return date, role, kind, total and entries of each list."""
        return self._outline()[2]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Register):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash((self.institution, self.covered_from, self.covered_until))

    def _key(self) -> tuple[object, ...]:
        dates = self.covered_from, self.covered_until, self.observers_known_from, self.checked_on
        scope = self.kind, self.complete_for, self.complete_until
        return (self.institution, *dates, *scope, *self._contents())

    def __reduce__(self) -> tuple[object, ...]:
        return _register, self._key()

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a Register cannot be changed ({name})")

    def __repr__(self) -> str:
        return f"<Register of {self.institution}, {self.covered_from} to {self.covered_until}>"


def _register(
    institution: OrganizationId | TreatyId,
    first: PartialDate,
    last: PartialDate,
    observers: PartialDate,
    checked_on: PartialDate | None,
    kind: str,
    complete_for: str,
    complete_until: PartialDate | None,
    *contents: Any,
) -> Register:
    """Make a register from the parts of a pickle."""
    more: dict[str, Any] = {
        "observers_known_from": observers,
        "checked_on": checked_on,
        "kind": kind,
        "complete_for": complete_for,
        "complete_until": complete_until,
    }
    return Register.of(institution, first, last, *contents, **more)


def by_party(records: Iterable[Dated]) -> Mapping[str, list[Dated]]:
    """Group records by party, in order; a succession is the last one of the predecessor."""
    groups: dict[str, list[Dated]] = {}
    listed = list(records)
    for each in listed:
        groups.setdefault(each.party, []).append(each)
    for each in listed:
        predecessor = getattr(each, "predecessor", "")
        if predecessor:
            groups.setdefault(predecessor, []).append(each)
    return groups
