"""A register of which only some sources are heard.

A withdrawal may then be told without the joining before it, which it implies. (A membership may be
told without its end, which nothing implies: see `StatusIndex` for what is done about that.)
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.register import by_subject
from migrationgov.model.status_timeline import LEGAL, fold
from migrationgov.model.transitions import Transition
from migrationgov.vocabularies import Basis, StateId, Status, TransitionKind

Kind = TransitionKind
Steps = tuple[Transition, ...]

_OPENS = (Kind.SEATED, Kind.JOINED, Kind.SUCCEEDED)
_IMPLIED = "Not told by a source heard here; implied by the step that follows."


def with_implied_transitions(steps: Steps) -> Steps:
    """
    Return the steps with those put in that they imply.

    Whoever withdrew had joined, and whoever joins again had left: the date of what is put in lies
    anywhere between the steps around it.
    """
    made = {subject: _legal(its) for subject, its in _own(steps).items()}
    for step in steps:
        if step.predecessor and not _holds_a_seat(made.get(step.predecessor, [])):
            seat = _implied(step, Kind.JOINED, None, state=step.predecessor)
            made.setdefault(step.predecessor, []).append(seat)
    told = {subject: its for subject, its in made.items() if its}
    order = sorted(told, key=lambda subject: (bool(told[subject][0].body), subject))
    return tuple(step for subject in order for step in told[subject])


def _own(steps: Iterable[Transition]) -> dict[str, list[Transition]]:
    groups = by_subject(steps).items()
    return {subject: [step for step in its if step.subject == subject] for subject, its in groups}


def _holds_a_seat(steps: list[Transition]) -> bool:
    return fold(step.kind for step in steps)[-1] is Status.MEMBER


def _legal(steps: list[Transition]) -> list[Transition]:
    status, made = Status.NONE, list[Transition]()
    for step in steps:
        missing = _missing(status, step.kind, made)
        if missing is None:
            continue
        for kind in missing:
            made.append(_implied(step, kind, made[-1] if made else None))
        made.append(step)
        status = fold(each.kind for each in made)[-1]
    return made


def _missing(status: Status, kind: Kind, before: list[Transition]) -> tuple[Kind, ...] | None:
    """Return the steps that must have come in between; None where the step itself falls."""
    opened = [each.kind for each in before if each.kind in _OPENS]
    if kind is Kind.JOINED and status is Status.MEMBER and opened[-1] is not Kind.SEATED:
        return (Kind.WITHDREW,)
    if kind in LEGAL[status]:
        return ()
    if kind is Kind.LAPSED:  # what lapsed is not told, and may be an application only
        return None
    for one in (Kind.JOINED, Kind.BECAME_OBSERVER, Kind.WITHDREW, Kind.CEASED_OBSERVER):
        after = LEGAL[status].get(one)
        if after is not None and kind in LEGAL[after]:
            return (one,)
    first = Kind.LAPSED if status is Status.APPLICANT else Kind.WITHDREW
    return (first, *(_missing(Status.NONE, kind, []) or ()))


def _implied(
    step: Transition, kind: Kind, before: Transition | None, state: StateId | None = None
) -> Transition:
    first = before.date.earliest if before else None
    date = PartialDate.parse(f"[{first or ''}..{step.date.latest or '9999-12-31'}]")
    return evolve(
        step,
        state=step.state if state is None else state,
        kind=kind,
        date=date,
        predecessor=StateId(""),
        basis=Basis.DERIVED,
        note=_IMPLIED,
    )
