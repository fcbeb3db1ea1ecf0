"""
Which transition may follow which, and the status that it leads to.

Statuses, transitions and what they lead to belong to a kind of register: that of the members of an
institution, or that of the parties to a treaty. A treaty has two clocks: who has deposited an
instrument is a party as depositaries count, and is bound when the treaty is in force for it.
"""

from __future__ import annotations

from migrationgov.vocabularies import Clock, RegisterKind, Status, TransitionKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Table = Mapping[Status, Mapping[TransitionKind, Status]]

Kind = TransitionKind

#: The kinds of transition that leave every status as it is.
_KEEPS = (
    Kind.APPLIED_AS_OBSERVER,
    Kind.APPROVED_AT_HOME,
    Kind.REJECTED_AT_HOME,
    Kind.ATTENDED,
    Kind.OTHER,
)

#: Which transition of a member leads from which status to which. One that is missing for a status
#: is illegal there. An observer that applies stays an observer until it is admitted, and an
#: admitted state is no member before its membership takes effect: `StatusOn.pending` gives both. A
#: state on the provisional Committee (1951-54) is a member, and stays one when it joins formally.
_OF_MEMBERS: Table = {
    Status.NONE: {
        Kind.APPLIED: Status.APPLICANT,
        Kind.ADMITTED: Status.APPLICANT,
        Kind.ACCEPTED: Status.NONE,
        Kind.SEATED: Status.MEMBER,
        Kind.JOINED: Status.MEMBER,
        Kind.SUCCEEDED: Status.MEMBER,
        Kind.BECAME_ASSOCIATE: Status.ASSOCIATE,
        Kind.BECAME_OBSERVER: Status.OBSERVER,
        **dict.fromkeys(_KEEPS, Status.NONE),
    },
    Status.APPLICANT: {
        Kind.ADMITTED: Status.APPLICANT,
        Kind.ACCEPTED: Status.APPLICANT,
        Kind.JOINED: Status.MEMBER,
        Kind.BECAME_ASSOCIATE: Status.ASSOCIATE,
        Kind.BECAME_OBSERVER: Status.OBSERVER,
        Kind.LAPSED: Status.NONE,
        **dict.fromkeys(_KEEPS, Status.APPLICANT),
    },
    Status.ASSOCIATE: {
        Kind.APPLIED: Status.ASSOCIATE,
        Kind.ADMITTED: Status.ASSOCIATE,
        Kind.JOINED: Status.MEMBER,
        Kind.SUSPENDED: Status.ASSOCIATE,
        Kind.RESUMED: Status.ASSOCIATE,
        Kind.NOTIFIED_WITHDRAWAL: Status.ASSOCIATE,
        Kind.WITHDREW: Status.NONE,
        Kind.LAPSED: Status.NONE,
        **dict.fromkeys(_KEEPS, Status.ASSOCIATE),
    },
    Status.OBSERVER: {
        Kind.APPLIED: Status.OBSERVER,
        Kind.ADMITTED: Status.OBSERVER,
        Kind.ACCEPTED: Status.OBSERVER,
        Kind.JOINED: Status.MEMBER,
        Kind.BECAME_ASSOCIATE: Status.ASSOCIATE,
        Kind.CEASED_OBSERVER: Status.NONE,
        **dict.fromkeys(_KEEPS, Status.OBSERVER),
    },
    Status.MEMBER: {
        Kind.ACCEPTED: Status.MEMBER,
        Kind.JOINED: Status.MEMBER,
        Kind.NOTIFIED_WITHDRAWAL: Status.MEMBER,
        Kind.SUSPENDED: Status.MEMBER,
        Kind.RESUMED: Status.MEMBER,
        Kind.BECAME_ASSOCIATE: Status.ASSOCIATE,
        Kind.WITHDREW: Status.NONE,
        Kind.LAPSED: Status.NONE,
        **dict.fromkeys(_KEEPS, Status.MEMBER),
    },
}

#: The acts by which a party consents to be bound.
BINDING = (
    Kind.DEFINITIVELY_SIGNED,
    Kind.RATIFIED,
    Kind.ACCEPTED,
    Kind.APPROVED,
    Kind.ACCEDED,
    Kind.SUCCEEDED,
    Kind.BECAME_PARTY,
)
_SIGNATURES = (Kind.SIGNED, Kind.SUCCEEDED_TO_SIGNATURE)
#: Acts of a state that has not signed; "became-party" stands for an act that no source names.
_WITHOUT_SIGNATURE = (Kind.DEFINITIVELY_SIGNED, Kind.SUCCEEDED)


def _of_a_treaty(bound: Status | None) -> Table:
    """Return the table of a treaty; an act makes a party, or leaves the status as it is (None)."""
    signed = {
        kind: bound or Status.SIGNATORY for kind in BINDING if kind not in _WITHOUT_SIGNATURE
    }
    effect = {Kind.ENTERED_INTO_FORCE: Status.PARTY, Kind.CONTINUED: Status.PARTY}
    leaving = {Kind.DENOUNCED: Status.NONE, Kind.LAPSED: Status.NONE}
    return {
        Status.NONE: {
            **dict.fromkeys(_SIGNATURES, Status.SIGNATORY),
            **dict.fromkeys(BINDING, bound or Status.NONE),
            **effect,
            Kind.OTHER: Status.NONE,
        },
        Status.SIGNATORY: {**signed, **effect, **leaving, Kind.OTHER: Status.SIGNATORY},
        Status.PARTY: {
            Kind.ENTERED_INTO_FORCE: Status.PARTY,
            Kind.NOTIFIED_WITHDRAWAL: Status.PARTY,
            **leaving,
            Kind.OTHER: Status.PARTY,
        },
    }


#: Transitions that take effect at the end of their day: on this day the status before remains.
AT_END_OF_DAY = frozenset({Kind.WITHDREW, Kind.LAPSED, Kind.CEASED_OBSERVER, Kind.DENOUNCED})

#: The kind of the last transition of a predecessor, whose membership another state continues.
SEAT_TRANSFERRED = "ceded"


class StatusRules:
    """
    The statuses that parties may have in an institution, and what transitions lead to.

    Attributes:
        statuses: The statuses, from the strongest to the weakest; of these a party has one, or
            none. The first is that of a party that belongs.
        legal: Which transition leads from which status to which.
        giving: The kinds of transition that say which status a party has; others say nothing.
        seated: The statuses that another state may continue.
    """

    __slots__ = ("_following", "giving", "legal", "seated", "statuses")

    def __init__(
        self,
        statuses: tuple[Status, ...],
        legal: Table,
        *,
        keeping: Iterable[str],
        seated: tuple[Status, ...],
    ) -> None:
        self.statuses = tuple(each.value for each in statuses)
        self.seated = seated
        self.legal = legal
        #: By words as text, which are found faster.
        self._following = {
            status.value: {kind.value: to for kind, to in kinds.items()}
            for status, kinds in legal.items()
        }
        kinds = {kind for kinds in self._following.values() for kind in kinds}
        self.giving = frozenset(kinds - set(keeping) | {SEAT_TRANSFERRED})

    @property
    def belonging(self) -> str:
        """The status of a party that belongs to the institution: member, or party."""
        return self.statuses[0]

    def status_after(self, status: str, kind: str) -> Status | None:
        """Return the status a transition leads to; None where the transition is illegal."""
        if kind == SEAT_TRANSFERRED:
            return Status.NONE if status in self.seated else None
        return self._following[status].get(kind)

    def statuses_after(self, kinds: Iterable[str]) -> list[str]:
        """Return the status before the first transition and after each; an exit presumes one."""
        found: list[str] = [Status.NONE.value]
        for kind in kinds:
            following = self.status_after(found[-1], kind)
            if following is None and found[-1] == Status.NONE:
                found[-1] = self._presumed(kind)
                following = self.status_after(found[-1], kind)
            fresh = following or self.status_after(Status.NONE, kind) or Status.NONE
            found.append(fresh.value)
        return found

    def _presumed(self, kind: str) -> str:
        """Return the status that a party had before a transition that ends or keeps one."""
        fitting = (each for each in self.statuses if self.status_after(each, kind))
        return next(fitting, self.belonging)

    def fold(self, kinds: Iterable[str], status: Status = Status.NONE) -> list[Status]:
        """Return the status before the first transition and after each transition."""
        statuses = [status]
        for place, kind in enumerate(kinds):
            following = self.status_after(status, kind)
            if following is None:
                raise IllegalTransitionError(status, kind, place)
            status = following
            statuses.append(status)
        return statuses


class IllegalTransitionError(ValueError):
    """A transition that the rules do not have for the status before it."""

    def __init__(self, status: Status, kind: str, place: int) -> None:
        super().__init__(f"'{kind}' cannot follow the status '{status}'")
        self.status, self.kind, self.place = status, kind, place


#: The rules for members of an institution.
MEMBERSHIP = StatusRules(
    (Status.MEMBER, Status.OBSERVER, Status.ASSOCIATE, Status.APPLICANT),
    _OF_MEMBERS,
    keeping=(*_KEEPS, Kind.ACCEPTED, Kind.SUSPENDED, Kind.RESUMED),
    seated=(Status.MEMBER,),
)
_TREATY_STATUSES = (Status.PARTY, Status.SIGNATORY)
#: The rules for parties to a treaty, by each clock.
TREATY = {
    Clock.DEPOSIT: StatusRules(
        _TREATY_STATUSES,
        _of_a_treaty(Status.PARTY),
        keeping=(Kind.OTHER,),
        seated=_TREATY_STATUSES,
    ),
    Clock.EFFECT: StatusRules(
        _TREATY_STATUSES,
        _of_a_treaty(None),
        keeping=(*BINDING, Kind.OTHER),
        seated=_TREATY_STATUSES,
    ),
}


def rules_of(kind: str, clock: str = Clock.DEPOSIT) -> StatusRules:
    """Return the rules of a kind of register; of a treaty those of one clock."""
    return TREATY[Clock(clock)] if kind == RegisterKind.TREATY else MEMBERSHIP
