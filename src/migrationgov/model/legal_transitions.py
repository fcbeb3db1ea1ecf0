"""Which transition may follow which, and the status that it leads to."""

from __future__ import annotations

from migrationgov.vocabularies import Status, TransitionKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Kind = TransitionKind

#: The kinds of transition that leave every status as it is.
_KEEPS = (
    Kind.APPLIED_AS_OBSERVER,
    Kind.APPROVED_AT_HOME,
    Kind.REJECTED_AT_HOME,
    Kind.ATTENDED,
    Kind.OTHER,
)

#: Which transition leads from which status to which. A transition that is missing for a status is
#: illegal there. An observer that applies stays an observer until it is admitted, and an admitted
#: state is no member before its membership takes effect: `StatusOn.pending` gives both. A state on
#: the provisional Committee (1951-54) is a member, and stays one when it joins formally.
LEGAL: Mapping[Status, Mapping[TransitionKind, Status]] = {
    Status.NONE: {
        Kind.APPLIED: Status.APPLICANT,
        Kind.ADMITTED: Status.APPLICANT,
        Kind.ACCEPTED: Status.NONE,
        Kind.SEATED: Status.MEMBER,
        Kind.JOINED: Status.MEMBER,
        Kind.SUCCEEDED: Status.MEMBER,
        Kind.BECAME_OBSERVER: Status.OBSERVER,
        **dict.fromkeys(_KEEPS, Status.NONE),
    },
    Status.APPLICANT: {
        Kind.ADMITTED: Status.APPLICANT,
        Kind.ACCEPTED: Status.APPLICANT,
        Kind.JOINED: Status.MEMBER,
        Kind.BECAME_OBSERVER: Status.OBSERVER,
        Kind.LAPSED: Status.NONE,
        **dict.fromkeys(_KEEPS, Status.APPLICANT),
    },
    Status.OBSERVER: {
        Kind.APPLIED: Status.OBSERVER,
        Kind.ADMITTED: Status.OBSERVER,
        Kind.ACCEPTED: Status.OBSERVER,
        Kind.JOINED: Status.MEMBER,
        Kind.CEASED_OBSERVER: Status.NONE,
        **dict.fromkeys(_KEEPS, Status.OBSERVER),
    },
    Status.MEMBER: {
        Kind.ACCEPTED: Status.MEMBER,
        Kind.JOINED: Status.MEMBER,
        Kind.NOTIFIED_WITHDRAWAL: Status.MEMBER,
        Kind.SUSPENDED: Status.MEMBER,
        Kind.RESUMED: Status.MEMBER,
        Kind.WITHDREW: Status.NONE,
        Kind.LAPSED: Status.NONE,
        **dict.fromkeys(_KEEPS, Status.MEMBER),
    },
}

#: `LEGAL` by words as text, which are found faster.
_FOLLOWING: Mapping[str, Mapping[str, Status]] = {
    status.value: {kind.value: to for kind, to in kinds.items()} for status, kinds in LEGAL.items()
}

#: Transitions that take effect at the end of their day: on this day the status before remains.
AT_END_OF_DAY = frozenset({Kind.WITHDREW, Kind.LAPSED, Kind.CEASED_OBSERVER})

#: The kind of the last transition of a predecessor, whose membership another state continues.
SEAT_TRANSFERRED = "ceded"


class IllegalTransitionError(ValueError):
    """A transition that `LEGAL` does not have for the status before it."""

    def __init__(self, status: Status, kind: str, place: int) -> None:
        super().__init__(f"'{kind}' cannot follow the status '{status}'")
        self.status, self.kind, self.place = status, kind, place


def status_after(status: str, kind: str) -> Status | None:
    """Return the status a transition leads to; None where the transition is illegal."""
    if kind == SEAT_TRANSFERRED:
        return Status.NONE if status == Status.MEMBER else None
    return _FOLLOWING[status].get(kind)


def fold(kinds: Iterable[str], status: Status = Status.NONE) -> list[Status]:
    """Return the status before the first transition and after each transition."""
    statuses = [status]
    for place, kind in enumerate(kinds):
        following = status_after(status, kind)
        if following is None:
            raise IllegalTransitionError(status, kind, place)
        status = following
        statuses.append(status)
    return statuses
