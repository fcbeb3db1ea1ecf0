"""The documented steps themselves, of one state, of one kind, or between two dates."""

from __future__ import annotations

from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import parse_date_argument
from migrationgov.lookup.name_resolution import party_id
from migrationgov.model.transitions import Transition
from migrationgov.queries.spells import between, steps_of
from migrationgov.queries.status_index import registers, warn_outside_register
from migrationgov.results.record_list import RecordList
from migrationgov.vocabularies import TransitionKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.states import State

    DateLike = date | PartialDate | str
    PartyLike = str | State | Organization
    OrganizationLike = str | Organization


def transitions(
    state: PartyLike | None = None,
    organization: OrganizationLike | None = None,
    *,
    kind: TransitionKind | str | None = None,
    dataset: Dataset | None = None,
) -> RecordList[Transition]:
    """
    List documented steps.

    Args:
        state: Only those of one state (or body); all by default.
        organization: Only those towards one organization; all by default.
        kind: Only those of one kind ("joined", "admitted", "withdrew", ...).
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `Transition` records by organization and subject, each subject's in order.

    Raises:
        UnknownStateError, UnknownOrganizationError, UnknownTermError: For what is not known.

    >>> [(step.kind.value, str(step.date)) for step in transitions("KAZ", "IOM")][1:]
    [('applied', '[..2002-11-22]'), ('admitted', '2002-12-02'), ('joined', '2002-12-02')]
    """
    facts = resolve_dataset(dataset)
    subject = None if state is None else party_id(state, facts)
    wanted = None if kind is None else TransitionKind.parse(kind)
    steps = (
        register.transitions if subject is None else steps_of(register, subject, facts)
        for register in registers(organization, facts)
    )
    return RecordList(step for its in steps for step in its if wanted in (None, step.kind))


def transitions_between(
    start: DateLike,
    end: DateLike,
    organization: OrganizationLike | None = None,
    *,
    kind: TransitionKind | str | None = None,
    dataset: Dataset | None = None,
) -> RecordList[Transition]:
    """
    List the steps that happened, or may have happened, between two dates.

    Args:
        start: First day, included; of an imprecise date its first day.
        end: Last day, included; of an imprecise date its last day.
        organization: As for `transitions`.
        kind: As for `transitions`.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `Transition` records by earliest and latest possible day. A step whose date reaches beyond
        the two days is among them if it may lie between.

    Raises:
        InvalidDateError: If a date is none, or *end* comes before *start*.

    Warns:
        CoverageWarning: If a date lies outside what a register covers.

    >>> [s.subject for s in transitions_between("2002-12-01", "2002-12-31", kind="joined")]
    ['KAZ', 'KHM', 'NGA', 'RWA', 'ZWE']
    """
    facts = resolve_dataset(dataset)
    wanted = None if kind is None else TransitionKind.parse(kind)
    found = between(transitions(None, organization, dataset=facts), start, end)
    for register in registers(organization, facts):
        for edge in (start, end):
            warn_outside_register(parse_date_argument(edge)[0], register)
    return RecordList(step for step in found if wanted in (None, step.kind))
