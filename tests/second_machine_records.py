"""What each record says of a status, and which count on a day, for the second machine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.model.legal_transitions import AT_END_OF_DAY, MEMBERSHIP
from migrationgov.timelines.evidence import Evidence, PartyList
from migrationgov.vocabularies import Status, TransitionKind

YES, NO = frozenset({True}), frozenset({False})
OPEN = YES | NO
EXCLUSIVE = ("member", "observer")
ENTRIES = {
    "seated": "member",
    "joined": "member",
    "succeeded": "member",
    "became-observer": "observer",
}
EXITS = {
    "withdrew": "member",
    "lapsed": "member",
    "ceded": "member",
    "ceased-observer": "observer",
}
#: Transitions that do not tell which status a party has.
SILENT = frozenset(
    {
        "accepted", "suspended", "resumed", "applied-as-observer", "approved-at-home",
        "rejected-at-home", "attended", "other",
    }
)  # fmt: skip
#: Roles in which a party is named for the days of a list alone.
OF_ITS_DAYS = ("guest", "host", "organizer", "supporter", "funder", "applicant")


class Move(NamedTuple):
    """
    One transition that tells the status of a party, with its dates put in order.

    Attributes:
        leaves: The status before it.
        enters: The status after it.
        first: The first day that may have the new status.
        last: The first day that certainly has it.
        speaks: The day from which it lists the new status; `?` is left aside here.
    """

    leaves: str
    enters: str
    first: int
    last: int
    speaks: int


class Saying(NamedTuple):
    """
    What one record says of one status of one party.

    Attributes:
        first: The first day that the record may be of.
        last: The last day that the record may be of.
        until: What it says of the days before it; None where it says nothing.
        since: What it says of its day and the days after it; None where it says nothing.
        bounds: Whether it is a complete list or a transition.
        order: Its place among the transitions of the party; None for a list.
        own: The days of a list.
        has: Whether it says before, and after it, that the party has some status. Lists do not:
            each status is read alone, and two lists of one day that differ leave "none" open.
    """

    first: int
    last: int
    until: frozenset[bool] | None
    since: frozenset[bool] | None
    bounds: bool
    order: int | None = None
    own: range = range(0)
    has: tuple[bool, bool] = (False, False)


class Counted(NamedTuple):
    """The values that count on a day, whether a side is open, and whether "none" is excluded."""

    values: frozenset[bool]
    open: bool
    has: bool


@lru_cache(maxsize=4096)
def own_days(when: PartialDate) -> range:
    """Return the days of a list: a day, or each day of an interval; other dates have none."""
    if when.uncertain or when.approximate or when.earliest is None or when.latest is None:
        return range(0)
    if when.precision not in {"day", "interval"}:
        return range(0)
    return range(when.first_ordinal, when.last_ordinal + 1)


@lru_cache(maxsize=4096)
def as_stated(when: PartialDate) -> PartialDate:
    """Return a date without its marks of doubt."""
    return PartialDate.parse("".join(sign for sign in when.text if sign not in "?~%"))


def stated_last(when: PartialDate) -> int:
    """Return the last day of a date without its marks of doubt."""
    return as_stated(when).last_ordinal


@lru_cache(maxsize=4096)
def stated_day(when: PartialDate) -> int | None:
    """Return the day from which a list of this date speaks; None if it never does."""
    stated = as_stated(when)
    if stated.latest is None:
        return None
    if stated.text.startswith("["):
        return stated.last_ordinal
    return None if stated.earliest is None else stated.first_ordinal


@lru_cache(maxsize=4096)
def speaks_from(each: PartyList) -> int | None:
    """Return the day from which a list speaks; founders are listed from the latest day."""
    if each.kind == "founders":
        return None if each.as_of.latest is None else each.as_of.last_ordinal
    return stated_day(each.as_of)


# --- transitions ---------------------------------------------------------------------------------


def _statuses(evidence: Evidence, party: str) -> list[tuple[str, str]]:
    """Return the status before and after each transition of a party."""
    status, pairs = "none", []
    for step in evidence.steps.get(party, ()):
        if not evidence.register:
            enters = ENTRIES.get(step.kind) or ("none" if step.kind in EXITS else status)
            leaves = EXITS.get(step.kind, status)
        else:
            leaves = status
            legal = MEMBERSHIP.legal[Status(status)]
            ceded = step.kind == "ceded"
            enters = "none" if ceded else str(legal[TransitionKind(step.kind)])
        pairs.append((leaves, enters))
        status = enters
    return pairs


def _lasts(
    ends: Sequence[int], tells: Sequence[bool], doubted: Sequence[bool]
) -> list[tuple[int, int]]:
    """
    Return the latest day of each transition, and the day from which it is listed.

    A transition is no later than any that follows it. One with `?` may be later than its date,
    until one follows that tells the status, even the same one: transitions happened in order.
    It bounds no other.
    """
    found: dict[int, tuple[int, int]] = {}
    for place in reversed(range(len(ends))):
        later = [n for n in found if not doubted[n] and (tells[n] or not doubted[place])]
        bounds = [found[n][0] for n in later]
        last = min([AFTER_ALL if doubted[place] else ends[place], *bounds])
        found[place] = last, min([ends[place], *bounds])
    return [found[place] for place in range(len(ends))]


@lru_cache(maxsize=4096)
def moves_of(evidence: Evidence, party: str) -> tuple[Move, ...]:
    """Return the transitions that tell the status of a party, even one that it has already."""
    steps = evidence.steps.get(party, ())
    pairs = _statuses(evidence, party)
    delays = [1 if step.kind in AT_END_OF_DAY else 0 for step in steps]
    firsts = [step.date.first_ordinal + n for step, n in zip(steps, delays, strict=True)]
    ends = [
        min(step.date.last_ordinal + delay, AFTER_ALL)
        for step, delay in zip(steps, delays, strict=True)
    ]
    tells = [step.kind not in SILENT for step in steps]
    doubted = [step.date.uncertain for step in steps]
    lasts = _lasts(ends, tells, doubted)
    floors = [
        max([first, *(firsts[other] for other in range(n) if not doubted[other])])
        for n, first in enumerate(firsts)
    ]
    return tuple(Move(*pairs[n], floors[n], *lasts[n]) for n in range(len(steps)) if tells[n])


@lru_cache(maxsize=4096)
def sayings_of_moves(evidence: Evidence, party: str, status: str) -> list[Saying]:
    """Return what the transitions of a party say of a status."""
    found = []
    for order, move in enumerate(moves_of(evidence, party)):
        until: frozenset[bool] | None = YES if move.leaves == status else NO
        since: frozenset[bool] | None = YES if move.enters == status else NO
        if not evidence.register and status not in {move.leaves, move.enters}:
            # An entry says nothing of other statuses before it, an exit nothing after it.
            until = None if move.leaves == "none" else NO
            since = None if move.enters == "none" else NO
        elif not evidence.register and move.enters == status and move.leaves != "none":
            until = NO
        has = (move.leaves != "none", move.enters != "none")
        found.append(
            Saying(move.first, move.last, until, since, bounds=True, order=order, has=has)
        )
    return found


# --- lists ---------------------------------------------------------------------------------------


def is_organization(evidence: Evidence, party: str) -> bool:
    """Whether a party is an organization, not a state."""
    return party in evidence.organizations or evidence.is_organization(party)


def speaks_of_sort(evidence: Evidence, each: PartyList, party: str) -> bool:
    """Whether a list speaks of parties of this sort: of states, or of organizations."""
    return each.organizations is None or each.organizations == is_organization(evidence, party)


def is_of_its_days(each: PartyList) -> bool:
    """Whether a list is never carried on: of a meeting, or of some participants."""
    some = each.role == "participant" and each.kind in {"partial", "subset"}
    return each.kind == "attendance" or each.role in OF_ITS_DAYS or some


def is_status_list(each: PartyList) -> bool:
    """Whether a list says of its parties that they are members, or observers."""
    return each.role in EXCLUSIVE and each.kind != "attendance"


def says_of(
    evidence: Evidence, each: PartyList, party: str, status: str
) -> frozenset[bool] | None:
    """Return what a list says of a status, or another role, of a party; None for nothing."""
    if party in each.parties:
        if party in each.doubted:
            return OPEN if each.role == status else None
        return YES if each.role == status else NO
    leaves_out = each.complete and each.role == status and speaks_of_sort(evidence, each, party)
    return NO if leaves_out and not _begins_later(evidence, each, party) else None


def _begins_later(evidence: Evidence, each: PartyList, party: str) -> bool:
    """Whether a state began after a list, which then says nothing of it."""
    if each.as_of.uncertain or party not in evidence.lives:
        return False
    start = evidence.lives[party][0]
    return start > each.as_of.last_ordinal and start > evidence.exists_from


def _possible_days(when: PartialDate) -> tuple[int, int]:
    """Return the first and the last day that a list may be of; one with `?` may be of any day."""
    return (BEFORE_ALL, AFTER_ALL) if when.uncertain else (when.first_ordinal, when.last_ordinal)


def saying_of_list(each: PartyList, value: frozenset[bool], *, carried: bool = True) -> Saying:
    """Return what a list says as a record with its days."""
    when = each.as_of
    first, last = _possible_days(when)
    own = range(0) if each.kind == "founders" and first != last else own_days(when)
    return Saying(first, last, value, value, bounds=each.complete and carried, own=own)


def _days_to_try(each: PartyList, moves: Iterable[Move]) -> list[int]:
    """Return days of a list's date, one of each stretch in which the transitions are alike."""
    edges = {day for move in moves for day in (move.first, move.last)}
    days: set[int] = set()
    for first, last in each.as_of.spans:
        low = BEFORE_ALL if first is None else first.toordinal()
        high = AFTER_ALL if last is None else last.toordinal()
        days |= {low, *(edge for edge in edges if low <= edge <= high)}
    return sorted(days)


@lru_cache(maxsize=4096)
def contradicts(evidence: Evidence, each: PartyList, party: str) -> bool:
    """Whether the transitions of a party exclude what a list says on every day of its date."""
    moves = moves_of(evidence, party)
    value = says_of(evidence, each, party, each.role)
    if not moves or not is_status_list(each) or value is None or value == OPEN:
        return False
    if evidence.register:
        return True
    alone = sayings_of_moves(evidence, party, each.role)
    sets = [
        counted(alone, day, sides_open=False, may_be=True).values
        for day in _days_to_try(each, moves)
    ]
    return not any(values & value for values in sets)


@lru_cache(maxsize=4096)
def sayings_of_lists(evidence: Evidence, party: str, status: str) -> list[Saying]:
    """Return what the lists of members and of observers say of a status of a party."""
    found = []
    for each in filter(is_status_list, evidence.lists):
        value = says_of(evidence, each, party, status)
        if value is None:
            continue
        if contradicts(evidence, each, party):
            value = OPEN
        found.append(saying_of_list(each, value))
    return found


# --- what counts on a day ------------------------------------------------------------------------


def _surely_later(one: Saying, other: Saying) -> bool:
    """Whether a record is certainly later than another."""
    if one.order is not None and other.order is not None:
        return one.order > other.order
    # A transition comes at the start of its day, so a list of this day is later.
    same = one.order is None and other.order is not None
    return one.first > other.last or (same and one.first == other.last)


def _may_be_last(saying: Saying, bounds: list[Saying], day: int) -> bool:
    between = (each for each in bounds if each.last <= day and _surely_later(each, saying))
    return saying.first <= day and not any(between)


def _may_be_next(saying: Saying, bounds: list[Saying], day: int) -> bool:
    between = (each for each in bounds if each.first > day and _surely_later(saying, each))
    return saying.last > day and not any(between)


def _may_be_between(saying: Saying, bounds: list[Saying], day: int) -> bool:
    older = any(each.last <= day and _surely_later(each, saying) for each in bounds)
    newer = any(each.first > day and _surely_later(saying, each) for each in bounds)
    return not older and not newer


def counted(sayings: list[Saying], day: int, *, sides_open: bool, may_be: bool) -> Counted:
    """Return the values of one status that count on a day, by rules 1 and 2."""
    of_the_day = [each for each in sayings if each.order is None and day in each.own]
    bounds = [each for each in sayings if each.bounds]
    pairs: list[tuple[frozenset[bool] | None, bool]] = []
    for each in bounds:
        if of_the_day and each.order is None:
            continue
        if _may_be_last(each, bounds, day):
            pairs.append((each.since, each.has[1]))
        if _may_be_next(each, bounds, day):
            pairs.append((each.until, each.has[0]))
    partial = [each for each in sayings if not each.bounds and _may_be_between(each, bounds, day)]
    pairs += [(each.since, each.has[1]) for each in of_the_day or partial]
    closed = any(each.last <= day for each in bounds) and any(each.first > day for each in bounds)
    silent = any(value is None for value, _ in pairs)
    is_open = (sides_open and not closed and not of_the_day) or (silent and not of_the_day)
    values = frozenset[bool]().union(*(value for value, _ in pairs if value is not None))
    values |= (OPEN if may_be else NO) if is_open or not values else frozenset()
    return Counted(values, is_open, all(has for _, has in pairs))


def counts_more(evidence: Evidence, lists: list[PartyList], party: str, day: int) -> bool:
    """Whether a list that counts more than it names takes the "no" of a party away (rule 4)."""
    lists = [each for each in lists if speaks_of_sort(evidence, each, party)]
    complete = [each for each in lists if each.complete]
    for each in lists:
        start = stated_day(each.as_of)
        if each.total <= len(each.parties) or party in each.parties or start is None:
            continue
        spoken = [(stated_day(one.as_of), one) for one in complete]
        before = [(at, one) for at, one in spoken if at is not None and at <= start]
        last = max((pair[0] for pair in before), default=None)
        numbers = [len(one.parties) for at, one in before if at == last]
        first, end = _possible_days(each.as_of)
        if not numbers or each.total <= max(numbers) or first > day:
            continue
        if not any(
            end < one.as_of.first_ordinal
            and one.as_of.last_ordinal <= day
            and not one.as_of.uncertain
            for one in complete
        ):
            return True
    return False
