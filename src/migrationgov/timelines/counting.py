"""Which records count on a date for one party."""

from __future__ import annotations

from migrationgov.timelines.applications import Applications
from migrationgov.timelines.rules import YES, counting, read
from migrationgov.timelines.terms import ROTATING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from migrationgov.timelines.claims import Claim
    from migrationgov.timelines.institution import InstitutionTimelines
    from migrationgov.timelines.stretches import DayRanges, RecordKey


class CountingRecord:
    """
    One record that counts on a date.

    Attributes:
        key: The record.
        says: What it says of each status, for the side on which it counts: yes and no, as bits.
        later: Whether it is later than the date.
        lists: The status that it lists; None if it lists none.
    """

    __slots__ = ("key", "later", "lists", "says")

    def __init__(
        self, key: RecordKey, says: Mapping[str, int], lists: str | None, *, later: bool
    ) -> None:
        self.key = key
        self.says = says
        self.lists = lists
        self.later = later


def counting_records(
    lines: InstitutionTimelines, party: str, role: str, ranges: DayRanges
) -> list[CountingRecord]:
    """Return the records that count on some day of a date for the statuses of a party."""
    if lines.has_entry(party, role):
        return list(_of_register(lines, party, ranges))
    found = list(_of_terms(lines, party, role, ranges))
    if role not in ROTATING:
        found += _of_lists(lines, party, role, ranges)
    return list({each.key: each for each in reversed(found)}.values())[::-1]


def naming(found: list[CountingRecord], status: str) -> list[RecordKey]:
    """Return the records that say yes of a status, or perhaps; without any, all of them."""
    named = [each.key for each in found if each.says.get(status, 0) & YES]
    return named or [each.key for each in found]


def _of_register(
    lines: InstitutionTimelines, party: str, ranges: DayRanges
) -> Iterator[CountingRecord]:
    """Yield the transitions from the last that settled the status to the first that may come."""
    here = lines.evidence
    applications: Applications = lines.applications(party)
    counts = applications.counts(ranges)
    statuses = lines.register_entry(party).statuses_by_place()
    for place in range(applications.last_settled(counts[0]), len(here.steps[party])):
        if place > counts[-1]:
            return
        status = statuses.get(place)
        yield CountingRecord(
            ("step", place), {status: YES} if status else {}, status, later=place >= counts[-1]
        )


def _of_terms(
    lines: InstitutionTimelines, party: str, role: str, ranges: DayRanges
) -> Iterator[CountingRecord]:
    for span in lines.terms_of(role).of(party):
        if any(span.first <= last and first <= span.last for first, last in ranges):
            later = span.since > ranges[-1][1]
            yield CountingRecord(span.key, {role: YES}, role, later=later)


def _of_lists(
    lines: InstitutionTimelines, party: str, role: str, ranges: DayRanges
) -> list[CountingRecord]:
    weighing = lines.weighing(party, role)
    days = {first for first, _ in ranges}
    days |= {day for first, last in ranges for day in weighing.edges() if first < day <= last}
    found: dict[RecordKey, tuple[int, CountingRecord]] = {}
    for day in sorted(days):
        for claim, later in _claims_on(day, weighing.claims, weighing.roles):
            says = claim.before if later else claim.after
            made = CountingRecord(claim.key, says, claim.lists, later=later)
            found.setdefault(claim.key, (claim.speaks[0], made))
        by = read(weighing.claims, day, lines.evidence.founded).by
        for claim in weighing.claims:
            if claim.key == by:
                later = claim.speaks[0] > day
                made = CountingRecord(claim.key, claim.after, claim.lists, later=later)
                found.setdefault(claim.key, (claim.speaks[0], made))
    return [made for _, made in sorted(found.values(), key=lambda each: each[0])]


def _claims_on(
    day: int, claims: list[Claim], roles: tuple[str, ...]
) -> Iterator[tuple[Claim, bool]]:
    for status in roles:
        before, after = counting(status, day, claims)
        yield from ((each, False) for each in before)
        yield from ((each, True) for each in after)
