"""The register of one institution: what is recorded about everybody's relation to it."""

from __future__ import annotations

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.status_timeline import SEAT_TRANSFERRED, Step, Timeline
from migrationgov.record import HtmlDisplay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any, NoReturn

    from migrationgov.model.sources import Disagreement
    from migrationgov.model.transitions import Attestation, Transition
    from migrationgov.vocabularies import OrganizationId

    #: party, is it a body, kind, date, predecessor
    Outline = Iterable[tuple[str, bool, str, str, str]]
    Contents = tuple[tuple[Transition, ...], tuple[Attestation, ...], tuple[Disagreement, ...]]


class Register(HtmlDisplay):
    """
    What is recorded about everybody's relation to one institution.

    The records are built when they are first asked for; questions about statuses need only the
    outline (who, what, when) and are answered from `timelines`.

    Attributes:
        institution: Id of the institution.
        covered_from: The first day the register covers.
        covered_until: The last day it covers; later answers are extrapolations.
        checked_on: When somebody last looked for news; None where that is not recorded.
        observers_known_from: The date from which complete lists of observer states are known.
            Before it, silence about a state does not mean that it was no observer.
        complete: Whether a state without a recorded step certainly had no relation. A register cut
            down to some of its sources is not complete, and its silence proves nothing.
    """

    __slots__ = (
        "_build", "_built", "_outline", "checked_on", "complete", "covered_from",
        "covered_until", "institution", "observers_known_from",
    )  # fmt: skip
    institution: OrganizationId
    covered_from: PartialDate
    covered_until: PartialDate
    observers_known_from: PartialDate
    checked_on: PartialDate | None
    complete: bool
    _outline: Callable[[], Outline]
    _build: Callable[[], Contents]
    _built: dict[str, Contents]

    def __init__(
        self,
        institution: OrganizationId,
        covered_from: PartialDate,
        covered_until: PartialDate,
        observers_known_from: PartialDate | None = None,
        *,
        checked_on: PartialDate | None = None,
        complete: bool = True,
        outline: Callable[[], Outline],
        build: Callable[[], Contents],
    ) -> None:
        put = object.__setattr__
        put(self, "institution", institution)
        put(self, "covered_from", covered_from)
        put(self, "covered_until", covered_until)
        put(self, "observers_known_from", observers_known_from or covered_from)
        put(self, "checked_on", checked_on)
        put(self, "complete", complete)
        put(self, "_outline", outline)
        put(self, "_build", build)
        put(self, "_built", {})

    @classmethod
    def of(
        cls,
        institution: OrganizationId,
        covered_from: PartialDate,
        covered_until: PartialDate,
        transitions: tuple[Transition, ...],
        attestations: tuple[Attestation, ...] = (),
        disagreements: tuple[Disagreement, ...] = (),
        *,
        observers_known_from: PartialDate | None = None,
        checked_on: PartialDate | None = None,
        complete: bool = True,
    ) -> Register:
        """Make one from records."""
        contents = transitions, attestations, disagreements
        return cls(
            institution,
            covered_from,
            covered_until,
            observers_known_from,
            checked_on=checked_on,
            complete=complete,
            outline=lambda: (
                (t.party, bool(t.organization), t.kind, t.date.text, t.predecessor)
                for t in transitions
            ),
            build=lambda: contents,
        )

    def _contents(self) -> Contents:
        # setdefault is atomic: whoever builds first, everybody gets the same records.
        return self._built.get("") or self._built.setdefault("", self._build())

    @property
    def transitions(self) -> tuple[Transition, ...]:
        """All steps, by party, each party's in order."""
        return self._contents()[0]

    @property
    def attestations(self) -> tuple[Attestation, ...]:
        """All attested statuses, by party and date."""
        return self._contents()[1]

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """All rival values, by party."""
        return self._contents()[2]

    def timelines(self) -> tuple[dict[str, Timeline], frozenset[str]]:
        """Return everybody's timeline by id, and the ids that are organizations, not states."""
        floor = self.covered_from.first_ordinal
        steps: dict[str, list[Step]] = {}
        organizations: set[str] = set()
        ceded: list[tuple[str, Step]] = []
        for party, is_organization, kind, date, predecessor in self._outline():
            if is_organization:
                organizations.add(party)
            when = PartialDate.parse(date)
            steps.setdefault(party, []).append(Step(kind, when, not_before=floor))
            if predecessor:
                ceded.append((predecessor, Step(SEAT_TRANSFERRED, when, not_before=floor)))
        for predecessor, step in ceded:  # ceding its seat is the last that a state does
            steps.setdefault(predecessor, []).append(step)
        return {party: Timeline(its) for party, its in steps.items()}, frozenset(organizations)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Register):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash((self.institution, self.covered_from, self.covered_until))

    def _key(self) -> tuple[object, ...]:
        dates = self.covered_from, self.covered_until, self.observers_known_from, self.checked_on
        return (self.institution, *dates, self.complete, *self._contents())

    def __reduce__(self) -> tuple[object, ...]:
        return _register, self._key()

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a Register cannot be changed ({name})")

    def __repr__(self) -> str:
        return f"<Register of {self.institution}, {self.covered_from} to {self.covered_until}>"


def _register(
    institution: OrganizationId,
    first: PartialDate,
    last: PartialDate,
    observers: PartialDate,
    checked_on: PartialDate | None,
    complete: bool,  # noqa: FBT001 -- the parts of a pickle have no names
    *contents: Any,
) -> Register:
    """Make a register from the parts of a pickle."""
    more: dict[str, Any] = {
        "observers_known_from": observers,
        "checked_on": checked_on,
        "complete": complete,
    }
    return Register.of(institution, first, last, *contents, **more)


def by_subject(transitions: Iterable[Transition]) -> Mapping[str, list[Transition]]:
    """Group transitions by party, in order; a successor's step ends its predecessor's."""
    groups: dict[str, list[Transition]] = {}
    steps = list(transitions)
    for step in steps:
        groups.setdefault(step.party, []).append(step)
    for step in steps:
        if step.predecessor:
            groups.setdefault(step.predecessor, []).append(step)
    return groups


def attested_by_subject(attestations: Iterable[Attestation]) -> Mapping[str, list[Attestation]]:
    """Group attestations by party."""
    groups: dict[str, list[Attestation]] = {}
    for each in attestations:
        groups.setdefault(each.party, []).append(each)
    return groups
