"""Published numbers, and what the register makes of them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

import migrationgov as mg
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import day_ranges_of, parse_date_argument
from migrationgov.lookup.name_resolution import organization_id, process_id
from migrationgov.model.dataset import Dataset
from migrationgov.model.published_counts import CountClaim
from migrationgov.model.sources import Citation
from migrationgov.queries.status_index import StatusIndex, status_index
from migrationgov.record import Record
from migrationgov.results.record_list import RecordList
from migrationgov.vocabularies import (
    CountSubject,
    Explanation,
    ListKind,
    Modifier,
    ProcessId,
    ProcessRole,
    ReconciliationOutcome,
    Status,
)

#: What the register can be counted for; of anything else it holds nothing.
_STATUS = {
    CountSubject.MEMBER_STATES: Status.MEMBER,
    CountSubject.OBSERVER_STATES: Status.OBSERVER,
    CountSubject.OBSERVERS: Status.OBSERVER,
}

#: Numbers of certain and of possible ones on a day; None where nobody can tell how many more.
Tally = tuple[int, int | None]


@frozen(kw_only=True, repr=False)
class Reconciliation(Record):
    """
    A published number beside what the register derives for its date.

    Attributes:
        claim: The published number.
        least: The smallest number of certain ones on any day of its date; None where the register
            does not hold what is counted, or where a part of it is counted.
        most: The largest number of certain and possible ones on any day; None where that is not
            known, because complete lists begin later or are of states only.
        outcome: "equal": on some day of the date exactly that many are certain and no more are
            possible (a floor: more, or no fewer, are certain; a rough number is never equal, and
            one of a doubted or open date neither). Else "explained": the claim says
            why it is off. Else "possible": it lies between the certain ones and all possible ones
            of some day. Else "open": it is off, and nothing read explains it.
    """

    claim: CountClaim
    least: int | None
    most: int | None
    outcome: ReconciliationOutcome

    @property
    def explanation(self) -> Explanation | None:
        """Why it is off, as a word; None where it is not, or where that is open."""
        return self.claim.explanation if self.outcome is ReconciliationOutcome.EXPLAINED else None

    @property
    def reason(self) -> str:
        """The same in a sentence."""
        return self.claim.reason if self.outcome is ReconciliationOutcome.EXPLAINED else ""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Who published the number."""
        return self.claim.citations

    def __str__(self) -> str:
        told = f"{self.outcome} ({self.explanation})" if self.explanation else self.outcome
        if self.least is None:
            return f"{self.claim}; not in the register: {told}"
        most = "?" if self.most is None else self.most
        span = f"{self.least}" if self.least == self.most else f"{self.least} to {most}"
        return f"{self.claim}; register {span}: {told}"


def counts(
    organization: mg.typing.OrganizationLike,
    *,
    on: mg.typing.DateLike | None = None,
    counted: mg.typing.CountSubjectLike | None = None,
    dataset: Dataset | None = None,
) -> RecordList[CountClaim]:
    """
    List the numbers that were published about an organization.

    Args:
        organization: Name, acronym, id or record of the organization.
        on: Only numbers for a date that may be, or share a day with, this one; as for
            `members_on`.
        counted: Only numbers of one thing ("member-states", "observer-states", ...).
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `CountClaim` records by date. They are claims: `reconcile` lays them beside the register.

    Raises:
        UnknownOrganizationError: If there is no such organization, or no number about it.
        UnknownTermError: If there is no such counted thing; the error lists those that are.
        InvalidDateError: If *on* is not a date.

    >>> found = counts("IOM", on="2002-12-02", counted="member-states")
    >>> [(str(claim.as_of), claim.value) for claim in found if claim.as_of.day]
    [('2002-12-02', 98)]
    """
    facts = resolve_dataset(dataset)
    wanted = None if counted is None else CountSubject.parse(counted)
    days = None if on is None else parse_date_argument(on)[1]
    its = facts.counts_of(organization_id(organization, facts))
    return RecordList(
        each
        for each in its
        if wanted in (None, each.counted)
        and (
            days is None
            or any(a <= d and c <= b for a, b in days for c, d in day_ranges_of(each.as_of))
        )
    )


def reconcile(
    organization: mg.typing.OrganizationLike,
    *,
    outcome: mg.typing.OutcomeLike | None = None,
    dataset: Dataset | None = None,
) -> RecordList[Reconciliation]:
    """
    Lay every published number about an organization beside what the register derives.

    Args:
        organization: Name, acronym, id or record of the organization.
        outcome: Only those with one outcome ("equal", "possible", "explained", "open").
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `Reconciliation` records by date, each with the numbers the register gives, the outcome
        and, where the number is off, why.

    Raises:
        UnknownOrganizationError: If there is no such organization, or no number about it.
        UnknownTermError: If there is no such outcome.

    >>> explained = reconcile("IOM", outcome="explained")
    >>> [(r.least, r.most, r.explanation.value) for r in explained if r.claim.value == 86]
    [(91, 93, 'stale')]
    """
    facts = resolve_dataset(dataset)
    wanted = None if outcome is None else ReconciliationOutcome.parse(outcome)
    whose = organization_id(organization, facts)
    here = status_index(facts, whose) if whose in facts.register_ids else None
    laid = (_laid(claim, here) for claim in counts(whose, dataset=facts))
    return RecordList(each for each in laid if wanted in (None, each.outcome))


def _laid(claim: CountClaim, here: StatusIndex | None) -> Reconciliation:
    narrower = bool(claim.label)  # than what the register counts
    tallies = [] if here is None or narrower else list(_tallies(claim, here))
    known = here is None or here.complete  # what explains it rests on all sources
    tops = [most for _, most in tallies]
    return Reconciliation(
        claim=claim,
        least=min((least for least, _ in tallies), default=None),
        most=None if None in tops else max((top for top in tops if top is not None), default=None),
        outcome=_outcome(claim, tallies, explained=known and claim.explanation is not None),
    )


def _outcome(claim: CountClaim, tallies: list[Tally], *, explained: bool) -> ReconciliationOutcome:
    if _is_dated(claim.as_of) and any(_equal(claim, *tally) for tally in tallies):
        return ReconciliationOutcome.EQUAL
    if explained:
        return ReconciliationOutcome.EXPLAINED
    return (
        ReconciliationOutcome.POSSIBLE
        if any(_fits(claim, *each) for each in tallies)
        else ReconciliationOutcome.OPEN
    )


def _is_dated(as_of: PartialDate) -> bool:
    """Tell whether a number is of a time that ends: of a doubted date it may be of any day."""
    return None not in (as_of.earliest, as_of.latest) and not as_of.uncertain


def _fits(claim: CountClaim, least: int, most: int | None) -> bool:
    over = claim.modifier is Modifier.OVER
    low, high = claim.value + over, claim.value
    if claim.modifier is Modifier.ABOUT:  # a tenth off is still about
        low, high = claim.value - claim.value // 10, claim.value + claim.value // 10
    floor = over or claim.modifier is Modifier.AT_LEAST
    return (floor or least <= high) and (most is None or low <= most)


def _equal(claim: CountClaim, least: int, most: int | None) -> bool:
    if claim.modifier is Modifier.ABOUT:
        return False
    if claim.modifier in (Modifier.OVER, Modifier.AT_LEAST):
        return least >= claim.value + (claim.modifier is Modifier.OVER)
    return least == most == claim.value


def _tallies(claim: CountClaim, here: StatusIndex) -> Iterator[Tally]:
    """Yield how many the register counts on the days of a claim, stretch by stretch."""
    status = _STATUS.get(claim.counted)
    if status is None:
        return
    for first, last in day_ranges_of(claim.as_of):
        for day in (first, *(day for day in here.days if first < day <= last)):
            certain, possible = here.parties_on(day, status.value)
            if claim.counted is not CountSubject.OBSERVERS:
                certain, possible = (
                    here.kept(each, organizations=False) for each in (certain, possible)
                )
            yield len(certain), _most(len(certain) + len(possible), claim, day, here)


def _most(number: int, claim: CountClaim, day: int, here: StatusIndex) -> int | None:
    if not here.complete:
        return None
    if claim.counted is CountSubject.MEMBER_STATES:
        return number
    known_from = here.register.observers_known_from.last_ordinal
    complete = claim.counted is CountSubject.OBSERVER_STATES and day >= known_from
    return number if complete else None


@frozen(kw_only=True, repr=False)
class PublishedTotal(Record):
    """
    A number of participants that a source publishes, beside the names that could be read.

    Attributes:
        process: Id of the process.
        role: The role it counts.
        as_of: The date of the list.
        kind: What the list proves.
        total: The number published.
        named: How many names could be read; 0 where there is a number only.
        citations: The source.
    """

    process: ProcessId
    role: ProcessRole
    as_of: PartialDate
    kind: ListKind
    total: int
    named: int
    citations: tuple[Citation, ...]

    @property
    def met(self) -> bool:
        """Whether as many names could be read as are counted."""
        return self.named == self.total

    def __str__(self) -> str:
        return f"{self.process} on {self.as_of}, {self.role}: {self.named} of {self.total} named"


def published_totals(
    name: mg.typing.ProcessLike, *, dataset: Dataset | None = None
) -> RecordList[PublishedTotal]:
    """
    List the numbers of participants that sources publish, beside the names that could be read.

    Args:
        name: Id, name, acronym or record of the process.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `PublishedTotal` records by date.

    Raises:
        UnknownProcessError: If there is no such process.

    >>> [(each.named, each.total) for each in published_totals("Bali Process") if each.named > 4]
    [(44, 45)]
    """
    facts = resolve_dataset(dataset)
    process = facts.process(process_id(name, facts))
    return RecordList(
        PublishedTotal(
            process=process.id,
            role=names.role,
            as_of=snapshot.as_of,
            kind=names.kind,
            total=names.total,
            named=len(names.entries),
            citations=snapshot.citations,
        )
        for snapshot in process.participant_lists
        for names in snapshot.lists
        if names.total is not None
    )
