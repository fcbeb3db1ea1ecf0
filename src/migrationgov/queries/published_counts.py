"""Queries about published numbers: each compared with the number in the register."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

import migrationgov as mg
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import day_ranges_of, parse_date_argument
from migrationgov.lookup.name_resolution import organization_id, treaty_id
from migrationgov.lookup.name_search import is_treaty, organizations_named, treaties_named
from migrationgov.lookup.record_kinds import is_treaty_record
from migrationgov.lookup.swapped_arguments import id_of
from migrationgov.model.dataset import Dataset
from migrationgov.model.legal_transitions import SEAT_TRANSFERRED
from migrationgov.model.published_counts import CountClaim
from migrationgov.model.sources import Citation
from migrationgov.record import Record
from migrationgov.results.record_list import RecordList
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.vocabularies import (
    Clock,
    CountSubject,
    Explanation,
    Modifier,
    OrganizationId,
    ReconciliationOutcome,
    Status,
    TreatyId,
)

#: The statuses that the register can count; it has no other numbers.
_STATUS = {
    CountSubject.MEMBER_STATES: Status.MEMBER,
    CountSubject.OBSERVER_STATES: Status.OBSERVER,
    CountSubject.OBSERVERS: Status.OBSERVER,
    CountSubject.PARTIES: Status.PARTY,
}
_OF_STATES = (CountSubject.MEMBER_STATES, CountSubject.OBSERVER_STATES)
_SIGNATURES = ("signed", "succeeded-to-signature")

#: Numbers of certain and of certain and possible parties on a day; None: no upper limit is known.
Tally = tuple[int, int | None]


@frozen(kw_only=True, repr=False)
class Reconciliation(Record):
    """
    A published number, compared with the number in the register on its date.

    Attributes:
        claim: The published number.
        least: The smallest number of certain parties on any day of its date; None where the
            register does not have what the claim counts, or the claim counts a part of it.
        most: The largest number of certain and possible parties on any day; None where no such
            number is known, because complete lists begin later or have states only.
        outcome: "equal": on some day of the date as many parties are certain, and no others are
            possible. A number with "over" or "at least" is equal if more, or no fewer, are
            certain; a number with "about", or with an uncertain or open date, is never equal.
            Else "explained": the claim gives the reason of the difference. Else "possible": it
            lies between the certain parties and all possible parties of some day. Else "open":
            it differs, and no reason is known.
    """

    claim: CountClaim
    least: int | None
    most: int | None
    outcome: ReconciliationOutcome

    @property
    def explanation(self) -> Explanation | None:
        """The reason of the difference as a word; None without a difference or a reason."""
        return self.claim.explanation if self.outcome is ReconciliationOutcome.EXPLAINED else None

    @property
    def reason(self) -> str:
        """The reason of the difference in a sentence."""
        return self.claim.reason if self.outcome is ReconciliationOutcome.EXPLAINED else ""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the claim."""
        return self.claim.citations

    def __str__(self) -> str:
        outcome = f"{self.outcome} ({self.explanation})" if self.explanation else self.outcome
        if self.least is None:
            return f"{self.claim}; not in the register: {outcome}"
        most = "?" if self.most is None else self.most
        span = f"{self.least}" if self.least == self.most else f"{self.least} to {most}"
        return f"{self.claim}; register {span}: {outcome}"


def counts(
    organization: mg.typing.OrganizationLike | mg.typing.TreatyLike,
    *,
    on: mg.typing.DateLike | None = None,
    counted: mg.typing.CountSubjectLike | None = None,
    dataset: Dataset | None = None,
) -> RecordList[CountClaim]:
    """
    List the numbers that sources publish about an organization or a treaty.

    Args:
        organization: Name, acronym, id or record of the organization or treaty.
        on: Only numbers whose date may lie on a day of this date; as for `members_on`.
        counted: Only numbers of one subject ("member-states", "observer-states", ...).
        dataset: The facts to ask; the active dataset by default.

    Returns:
        `CountClaim` records by date. `reconcile` compares them with the register.

    Raises:
        UnknownOrganizationError: If there is no such institution, or no number about it.
        UnknownTermError: If there is no such subject; the message lists all.
        InvalidDateError: If *on* is not a date.

    >>> found = counts("IOM", on="2002-12-02", counted="member-states")
    >>> [(str(claim.as_of), claim.value) for claim in found if claim.as_of.day]
    [('2002-12-02', 98)]
    """
    facts = resolve_dataset(dataset)
    wanted = None if counted is None else CountSubject.parse(counted)
    code = id_of(_counted_id, organization, on, facts)
    days = None if on is None else parse_date_argument(on)[1]
    its = facts.counts_of(code)
    found = (
        each
        for each in its
        if wanted in (None, each.counted)
        and (
            days is None
            or any(a <= d and c <= b for a, b in days for c, d in day_ranges_of(each.as_of))
        )
    )
    return RecordList(found, CountClaim, facts)


def reconcile(
    organization: mg.typing.OrganizationLike | mg.typing.TreatyLike,
    *,
    outcome: mg.typing.OutcomeLike | None = None,
    dataset: Dataset | None = None,
) -> RecordList[Reconciliation]:
    """
    Compare each published number about an organization or a treaty with the register.

    Parties to a treaty are counted as depositaries count them: from the deposit, organizations
    included. Signatories are all that ever signed.

    Args:
        organization: Name, acronym, id or record of the organization or treaty.
        outcome: Only numbers with one outcome ("equal", "possible", "explained", "open").
        dataset: The facts to ask; the active dataset by default.

    Returns:
        `Reconciliation` records by date, each with the numbers in the register, the outcome and
        the reason of a difference.

    Raises:
        UnknownOrganizationError: If there is no such institution, or no number about it.
        UnknownTermError: If there is no such outcome.

    >>> explained = reconcile("IOM", outcome="explained")
    >>> [(r.least, r.most, r.explanation.value) for r in explained if r.claim.value == 86]
    [(91, 93, 'stale')]
    """
    facts = resolve_dataset(dataset)
    wanted = None if outcome is None else ReconciliationOutcome.parse(outcome)
    code = _counted_id(organization, facts)
    lines = None
    if code in facts.register_ids:
        lines = timelines_of(facts, code, Clock.DEPOSIT if is_treaty(code, facts) else "")
    compared = (_reconciliation(claim, lines) for claim in facts.counts_of(code))
    found = (each for each in compared if wanted in (None, each.outcome))
    return RecordList(found, Reconciliation, facts)


def _counted_id(
    name: mg.typing.OrganizationLike | mg.typing.TreatyLike, facts: Dataset
) -> OrganizationId | TreatyId:
    """Return the id of an organization, with or without a register, or of a treaty."""
    if is_treaty_record(name) or (
        isinstance(name, str)
        and not organizations_named(name, facts)
        and treaties_named(name, facts)
    ):
        return treaty_id(name, facts)
    return organization_id(name, facts)


def _reconciliation(claim: CountClaim, lines: InstitutionTimelines | None) -> Reconciliation:
    counts_a_part = bool(claim.label)  # of what the register counts
    tallies = [] if lines is None or counts_a_part else list(_tallies(claim, lines))
    known = lines is None or not lines.evidence.with_gaps  # an explanation needs all sources
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
    """Return whether the date of a number has two ends; an uncertain date may be any day."""
    return None not in (as_of.earliest, as_of.latest) and not as_of.uncertain


def _fits(claim: CountClaim, least: int, most: int | None) -> bool:
    over = claim.modifier is Modifier.OVER
    low, high = claim.value + over, claim.value
    if claim.modifier is Modifier.ABOUT:  # a tenth more or less is still "about"
        low, high = claim.value - claim.value // 10, claim.value + claim.value // 10
    floor = over or claim.modifier is Modifier.AT_LEAST
    return (floor or least <= high) and (most is None or low <= most)


def _equal(claim: CountClaim, least: int, most: int | None) -> bool:
    if claim.modifier is Modifier.ABOUT:
        return False
    if claim.modifier in (Modifier.OVER, Modifier.AT_LEAST):
        return least >= claim.value + (claim.modifier is Modifier.OVER)
    return least == most == claim.value


def _tallies(claim: CountClaim, lines: InstitutionTimelines) -> Iterator[Tally]:
    """Yield the numbers in the register from one change to the next, on the days of a claim."""
    if claim.counted is CountSubject.SIGNATORIES:
        yield from _signatures(claim, lines)
        return
    status = _STATUS.get(claim.counted)
    if status is None or status not in lines.evidence.rules.statuses:
        return
    kind = "state" if claim.counted in _OF_STATES else None
    index = lines.index(status.value)
    for first, last in day_ranges_of(claim.as_of):
        for day in (first, *(day for day in index.days if first < day <= last)):
            found = index.on(day, kind)
            # no list of organizations that are observers is complete
            known = found.complete and claim.counted is not CountSubject.OBSERVERS
            yield len(found.certain), len(found.codes) + len(found.possible) if known else None


def _signatures(claim: CountClaim, lines: InstitutionTimelines) -> Iterator[Tally]:
    """Yield how many parties certainly and possibly had signed by the days of a claim."""
    own = [
        [each for each in steps if each.kind in (*_SIGNATURES, SEAT_TRANSFERRED)]
        for steps in lines.evidence.steps.values()
    ]
    own = [its for its in own if its and its[0].kind in _SIGNATURES]
    signed = [its[0].date for its in own]
    taken = [its[0].date for its in own if its[0].kind == "succeeded-to-signature"]
    # a state that continues the seat of another one may have its signature: one, not two
    passed_on = [its[-1].date for its in own if len(its) > 1 and its[-1].date in taken]
    changes = {each.first_ordinal for each in (*signed, *passed_on)}
    for first, last in day_ranges_of(claim.as_of):
        for day in (first, *sorted(each for each in changes if first < each <= last)):
            gone = sum(each.first_ordinal <= day for each in passed_on)
            most = sum(each.first_ordinal <= day for each in signed) - gone
            least = sum(each.last_ordinal <= day and not each.uncertain for each in signed) - gone
            yield least, most if lines.evidence.closed else None
