"""The numbers of members over time that `growth` draws, and those that were published."""

from __future__ import annotations

from functools import partial

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import institution_id
from migrationgov.model.dataset import Dataset
from migrationgov.plots.intervals import days_to_draw, unchanged
from migrationgov.plots.signatures import GrowthRow, MembersRow, PublishedRow
from migrationgov.queries.published_counts import Reconciliation, reconcile
from migrationgov.timelines.claims import stated_days
from migrationgov.timelines.evidence import PartyList
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.index import StatusIndex
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.typing import InstitutionLike
from migrationgov.vocabularies import Clock, CountSubject, Status

#: A list is long if it names so many in ten of those that it counts.
_LONG = 9


def growth_table(
    institution: InstitutionLike = "IOM", *, dataset: Dataset | None = None
) -> list[GrowthRow]:
    """
    List what `growth` draws: the member states day by day, and their published numbers.

    Of a treaty it counts the parties as depositaries do: states and organizations, from the
    deposit.

    Returns:
        First a dictionary for each interval of days with the same numbers, in order. Its `kind` is
        "members"; it has `first` and `last` day, both included, the number of `members` (certain
        and listed; None as long as no record speaks of any member), of certain members (`least`),
        and with the possible members (`most`; None if states that no record names may be members,
        too). Where lists alone make members, `named` is the number of members that a record on or
        before the day names, as long as no list names nine in ten of all members; then, and for
        registers, it is None. Then one for each published number of member states of an
        organization, by date, of the kind "published", with `as_of`, its `first` and `last`
        possible day (None where open),
        `value`, `modifier`, `outcome` and `explanation`. Published numbers of a part of the
        members are left out.

    >>> next(row["members"] for row in growth_table() if row["first"] == "2002-12-02")
    98
    >>> [(row["members"], row["least"]) for row in growth_table("Bali Process")][-1]
    (45, 0)
    """
    facts = resolve_dataset(dataset)
    code = institution_id(institution, facts)
    lines = timelines_of(facts, code)
    counted = CountSubject.MEMBER_STATES
    if lines.belonging == Status.PARTY:  # as depositaries count
        lines, counted = timelines_of(facts, code, Clock.DEPOSIT), CountSubject.PARTIES
    rows: list[GrowthRow] = [*_members_rows(lines, facts)]
    if code in facts.ids("counts"):
        rows += [
            _published_row(each)
            for each in reconcile(code, dataset=facts)
            if each.claim.counted is counted and not each.claim.label
        ]
    return rows


def _members_rows(lines: InstitutionTimelines, facts: Dataset) -> list[MembersRow]:
    """Return the numbers by interval, for the days that the evidence covers."""
    index, whole = lines.index(lines.belonging), whole_from(lines)
    kind = None if lines.belonging == Status.PARTY else "state"
    days = days_to_draw(lines, index.days, facts)
    changes = {*index.days, whole, *_days_of_evidence(lines, whole)}
    found = unchanged(partial(_numbers, lines, index, kind, whole), days, changes)
    speaks = lines.evidence.closed  # a complete register speaks of all from its first day on
    rows: list[MembersRow] = []
    for first, last, (members, named, least, most) in found:
        speaks = speaks or members > 0
        rows.append(
            {
                "kind": "members", "first": first, "last": last, "least": least, "most": most,
                "members": members if speaks else None, "named": named if speaks else None,
            }
        )  # fmt: skip
    return rows


def _numbers(
    lines: InstitutionTimelines, index: StatusIndex, kind: str | None, whole: int, day: int
) -> tuple[int, int | None, int, int | None]:
    """Return how many are members, named so far, certain members, and with the possible ones."""
    its = index.on(day, kind)
    members = len(its.codes)
    named = sum(lines.line(each).on(day).since <= day for each in its.codes)
    most = members + len(its.possible) if its.complete else None
    return members, named if day < whole else None, len(its.certain), most


def whole_from(lines: InstitutionTimelines) -> int:
    """Return the day from which lists give the number of all members, not of a part."""
    here = lines.evidence
    if here.closed or here.register:
        return BEFORE_ALL
    long = (stated_days(each.as_of)[0] for each in here.lists if _is_long(each, lines.belonging))
    return min(long, default=AFTER_ALL)


def _is_long(each: PartyList, role: str) -> bool:
    """Return whether a list names nearly all members that are states."""
    if each.role != role or each.organizations:
        return False
    counts = each.total or (len(each.parties) if each.complete else 0)
    return counts > 0 and 10 * len(each.parties) >= _LONG * counts


def _days_of_evidence(lines: InstitutionTimelines, until: int) -> set[int]:
    """Return the days before a day on which a record begins to speak of a party, or ceases."""
    if until == BEFORE_ALL:
        return set()
    made = [lines.line(party) for party in lines.parties]
    spoken = {stretch.since for line in made for stretch in line.stretches}
    return {day for day in spoken.union(*(line.days for line in made)) if day < until}


def _published_row(found: Reconciliation) -> PublishedRow:
    claim, why = found.claim, found.explanation
    first, last = claim.as_of.earliest, claim.as_of.latest
    return {
        "kind": "published",
        "as_of": str(claim.as_of),
        "first": first.isoformat() if first else None,
        "last": last.isoformat() if last else None,
        "value": claim.value,
        "modifier": claim.modifier.value,
        "outcome": found.outcome.value,
        "explanation": why.value if why else None,
    }
