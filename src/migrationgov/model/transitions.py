"""Who stood where towards an organization: steps, what lists show, and unbroken spells."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, field, frozen

from migrationgov.errors import WrongTypeError
from migrationgov.model.converters import to_date
from migrationgov.model.periods import Period
from migrationgov.model.sources import Citation
from migrationgov.model.validators import is_nonempty_str, is_str, tuple_of
from migrationgov.optional_date.partial_date import PartialDate
from migrationgov.record import Record
from migrationgov.vocabularies import Basis, OrganizationId, StateId, Status, TransitionKind


def _one_subject(record: Any, _: Attribute[Any], body: str) -> None:
    if bool(record.state) == bool(body):
        raise WrongTypeError(
            f"{type(record).__name__} is about a state or about a body, not about"
            f" {'both' if body else 'neither'} (state={record.state!r}, body={body!r})"
        )


@frozen(kw_only=True, repr=False)
class Transition(Record):
    """
    One documented step of a state's or a body's relation to an organization.

    Attributes:
        organization: Id of the organization.
        state: Id of the state; "" if it is about a body.
        body: Id of the organization that observes; "" if it is about a state.
        kind: What happened.
        date: When, as exact as the sources. A step *into* a status counts from its day on; one
            *out of* it (withdrew, lapsed, ceased-observer) takes effect at the end of its day.
        basis: Whether a source says so or we concluded it; a conclusion explains itself in `note`.
        predecessor: For `succeeded`: the state whose seat it is.
        note: What a reader should know.
        citations: The sources, the one whose value we use first.
    """

    organization: OrganizationId = field(validator=is_nonempty_str)
    state: StateId = field(default=StateId(""), validator=is_str)
    body: OrganizationId = field(default=OrganizationId(""), validator=_one_subject)
    kind: TransitionKind = field(converter=TransitionKind)
    date: PartialDate = field(converter=to_date)
    basis: Basis = field(default=Basis.STATED, converter=Basis)
    predecessor: StateId = field(default=StateId(""), validator=is_str)
    note: str = field(default="", validator=is_str)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    @property
    def subject(self) -> str:
        """The id of the state or the body."""
        return self.state or self.body

    def __str__(self) -> str:
        return f"{self.subject} {self.kind} {self.date} ({self.organization})"


@frozen(kw_only=True, repr=False)
class Attestation(Record):
    """
    A source that shows somebody in a status at a time, without saying since when.

    It opens and closes nothing; it supports the register, or is checked against it.
    """

    organization: OrganizationId = field(validator=is_nonempty_str)
    state: StateId = field(default=StateId(""), validator=is_str)
    body: OrganizationId = field(default=OrganizationId(""), validator=_one_subject)
    status: Status = field(converter=Status)
    date: PartialDate = field(converter=to_date)
    note: str = field(default="", validator=is_str)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    @property
    def subject(self) -> str:
        """The id of the state or the body."""
        return self.state or self.body

    def __str__(self) -> str:
        return f"{self.subject} shown as {self.status} {self.date} ({self.organization})"


@frozen(kw_only=True, repr=False)
class Spell(Record):
    """
    An unbroken period with one status, made by folding transitions.

    Attributes:
        organization: Id of the organization.
        subject: Id of the state or body.
        status: The status that held.
        start: The date of the step that opened it.
        end: The date of the step that closed it, **included**; None while it lasts.
        steps: All steps from the opening to the closing one.
        continues: Id of the state whose seat it took over, None if it opened a seat of its own.
        continued_by: Id of the state that took the seat over, None if none did.
    """

    organization: OrganizationId
    subject: str
    status: Status
    start: PartialDate
    steps: tuple[Transition, ...]
    end: PartialDate | None = None
    continues: StateId | None = None
    continued_by: StateId | None = None

    @property
    def period(self) -> Period:
        """From the first to the last day, both included."""
        return Period(self.start, self.end)

    @property
    def opened_by(self) -> Transition:
        """The step that began it."""
        return self.steps[0]

    @property
    def closed_by(self) -> Transition | None:
        """The step that ended it; None while it lasts."""
        return self.steps[-1] if self.end is not None else None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of all its steps, each once."""
        return tuple(dict.fromkeys(c for step in self.steps for c in step.citations))

    def __str__(self) -> str:
        return f"{self.subject} {self.status} of {self.organization}, {self.period}"
