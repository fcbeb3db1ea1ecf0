"""
A second machine for timelines, for tests only: it reads the rules word by word, one day at a time.

It shares nothing with `migrationgov.timelines` but the types of the evidence, so that a mistake
in one of the two machines is a difference between them. It is plain and slow on purpose. This file
has the set of statuses (rules 1 to 5); `second_machine_records` has the records,
`second_machine_listed` the best reading, and `second_machine_roles` all other roles.
"""

from __future__ import annotations

from functools import lru_cache

from migrationgov.dates.partial_date import AFTER_ALL
from migrationgov.timelines.evidence import Evidence
from second_machine_doubts import is_doubted, statuses_in_worlds
from second_machine_listed import listed
from second_machine_records import (
    EXCLUSIVE,
    NO,
    OPEN,
    YES,
    Counted,
    counted,
    counts_more,
    is_organization,
    is_status_list,
    moves_of,
    own_days,
    sayings_of_lists,
    sayings_of_moves,
    says_of,
    speaks_of_sort,
)


@lru_cache(maxsize=4096)
def _named(evidence: Evidence, party: str, status: str) -> bool:
    """Whether some record names a party in a status."""
    moves = moves_of(evidence, party)
    by_move = any(status in {move.leaves, move.enters} for move in moves)
    lists = filter(is_status_list, evidence.lists)
    return by_move or any(party in each.parties and each.role == status for each in lists)


@lru_cache(maxsize=4096)
def _attended(evidence: Evidence, party: str) -> bool:
    """Whether attendance, or a list of participants, lets a party be a member or an observer."""
    return any(
        party in each.parties
        and each.role in (*EXCLUSIVE, "participant")
        and not is_status_list(each)
        for each in evidence.lists
    )


def _values(evidence: Evidence, party: str, status: str, day: int) -> Counted:
    """Return the values of member, observer, associate or applicant on a day."""
    moves = moves_of(evidence, party)
    held = bool(moves) and evidence.register
    if held and evidence.with_gaps and moves[0].last > day and status in EXCLUSIVE:
        return Counted(OPEN, open=True, has=True)
    named = _named(evidence, party, status)
    may_be = named or (_attended(evidence, party) and status in EXCLUSIVE)
    if not may_be:
        return _by_nobody(evidence, party, status, day)
    alone = sayings_of_moves(evidence, party, status)
    by_lists = sayings_of_lists(evidence, party, status)
    if held:  # the transitions of a register are complete: lists speak of other parties
        by_lists = []
    sayings = alone + by_lists
    return counted(sayings, day, sides_open=not held, may_be=True)


def _is_open_by_number(evidence: Evidence, party: str, status: str, day: int) -> bool:
    """Whether a list counts more than it names, so that any other party may have the status."""
    if evidence.closed or (evidence.register and moves_of(evidence, party)):
        return False
    lists = [each for each in evidence.lists if is_status_list(each) and each.role == status]
    of_the_day = any(
        day in own_days(each.as_of) and says_of(evidence, each, party, status) is not None
        for each in filter(is_status_list, evidence.lists)
    )
    if of_the_day:
        lists = [each for each in lists if day in own_days(each.as_of)]
    return counts_more(evidence, lists, party, day)


def _by_nobody(evidence: Evidence, party: str, status: str, day: int) -> Counted:
    """Return the values of a status in which no record names the party (rule 3)."""
    moves = moves_of(evidence, party)
    lists = [each for each in evidence.lists if is_status_list(each) and each.role == status]
    lists = [each for each in lists if speaks_of_sort(evidence, each, party)]
    complete = [each for each in lists if each.complete]
    elsewhere = any(_named(evidence, party, each) for each in EXCLUSIVE)
    none = bool(evidence.closed or moves or elsewhere or complete or status not in EXCLUSIVE)
    return Counted(NO if none else OPEN, open=not none, has=True)


def _possible(evidence: Evidence, party: str, day: int) -> frozenset[str]:
    if is_doubted(evidence, party):
        gap = evidence.with_gaps and moves_of(evidence, party)[0].last > day
        return statuses_in_worlds(evidence, party, day) | ({*EXCLUSIVE, "none"} if gap else set())
    found = {
        status: _values(evidence, party, status, day)
        for status in (*EXCLUSIVE, "applicant", "associate")
    }
    certain = frozenset(status for status, each in found.items() if each.values == YES)
    if certain:  # statuses exclude each other, though a list names the party with doubt in another
        return certain
    for status in EXCLUSIVE:
        if _is_open_by_number(evidence, party, status, day):
            values = found[status].values | YES
            found[status] = found[status]._replace(values=values, open=True)
    possible = {status for status, each in found.items() if True in each.values}
    opened = any(each.open for each in found.values())
    has = possible and not opened and all(each.has for each in found.values())
    if not has and all(False in each.values for each in found.values()):
        possible.add("none")
    return frozenset(possible)


def _added(evidence: Evidence, party: str, day: int) -> frozenset[str]:
    """Return the statuses that a register would not name, where it has "none"."""
    if not evidence.register:
        return frozenset()
    known = evidence.known if evidence.closed else {}
    if is_organization(evidence, party):
        later = {status for status, days in known.items() if day > days[1]}
        return frozenset(later if _has_record(evidence, party) else later | {"observer"})
    last = evidence.lives.get(party, (0, AFTER_ALL))[1]
    if (
        party in evidence.former
        and last < evidence.covered[1]
        and not _has_record(evidence, party)
    ):
        return frozenset(known)
    return frozenset(status for status, days in known.items() if not days[0] <= day <= days[1])


@lru_cache(maxsize=4096)
def _has_record(evidence: Evidence, party: str) -> bool:
    lists = any(party in each.parties for each in evidence.lists if each.role in EXCLUSIVE)
    return lists or bool(moves_of(evidence, party))


@lru_cache(maxsize=4096)
def first_record(evidence: Evidence, party: str, roles: tuple[str, ...]) -> int:
    """Return the first day of the records of a party that are certainly before its start."""
    start = evidence.lives[party][0]
    moves = moves_of(evidence, party) if roles == EXCLUSIVE else ()
    days = [(move.first, move.last) for move in moves]
    lists = [each for each in evidence.lists if each.role in roles]
    lists = [each for each in lists if roles != EXCLUSIVE or is_status_list(each)]
    whens = [each.as_of for each in lists if party in each.parties]
    whens += [
        each.start for each in evidence.terms if (each.party, (each.role,)) == (party, roles)
    ]
    days += [(when.first_ordinal, when.last_ordinal) for when in whens if not when.uncertain]
    return min([start, *(first for first, last in days if last < start)])


def exists(evidence: Evidence, party: str, day: int, roles: tuple[str, ...] = EXCLUSIVE) -> bool:
    """Whether the institution and the party exist on a day, or may exist."""
    if day < evidence.exists_from or day > evidence.ends[1]:
        return False
    if party not in evidence.lives:
        return True
    return first_record(evidence, party, roles) <= day <= evidence.lives[party][1]


def reading_on(evidence: Evidence, party: str, day: int) -> tuple[frozenset[str], str | None]:
    """Return the statuses that a party may have on a day, and the listed one."""
    if not exists(evidence, party, day):
        return frozenset({"none"}), "none"
    found = _possible(evidence, party, day)
    reading = listed(evidence, party, day)
    if found & {"none", "signatory"}:
        found |= _added(evidence, party, day)
    if day > evidence.ends[0]:
        found |= {"none"}
    return found, reading if reading in found else None
