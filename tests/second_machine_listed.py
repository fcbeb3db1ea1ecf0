"""The best reading of the second machine: what the last record that speaks says (rules 6 to 9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.timelines.evidence import Evidence, PartyList
from second_machine_records import (
    NO,
    OPEN,
    YES,
    Move,
    contradicts,
    is_status_list,
    moves_of,
    says_of,
    speaks_from,
)


class Speech(NamedTuple):
    """
    What the lists of one day say of a party, read together.

    Attributes:
        names: The roles in which they name it.
        leaves_out: The roles of complete lists that leave it out.
    """

    names: frozenset[str]
    leaves_out: frozenset[str]

    @property
    def differs(self) -> bool:
        """Whether two of the lists contradict each other."""
        return len(self.names) > 1 or bool(self.names & self.leaves_out)

    @property
    def role(self) -> str | None:
        """The role that the lists give, if they agree on one."""
        return None if self.differs or not self.names else next(iter(self.names))


def speeches(evidence: Evidence, lists: Iterable[PartyList], party: str) -> dict[int, Speech]:
    """Return what lists say of a party, by the day from which they speak."""
    found: dict[int, Speech] = {}
    for each in lists:
        day = speaks_from(each)
        value = says_of(evidence, each, party, each.role)
        if day is None or value is None or value == OPEN or contradicts(evidence, each, party):
            continue
        old = found.get(day, Speech(frozenset(), frozenset()))
        role = frozenset({each.role})
        found[day] = Speech(
            old.names | (role if value == YES else frozenset()),
            old.leaves_out | (role if value == NO else frozenset()),
        )
    return found


def _after_lists(reading: str | None, speech: Speech, step: Move | None) -> str | None:
    """Return the reading after the lists of one day; a transition of the day comes first."""
    if step is not None and (speech.role in {None, step.leaves} or step.enters != "none"):
        return reading
    if speech.differs:
        return reading
    if speech.role is not None:
        return speech.role
    return "none" if reading is None or reading in speech.leaves_out else reading


def early(evidence: Evidence, lists: Iterable[PartyList], party: str, day: int) -> str | None:
    """Return the role of a list that speaks later, but whose date leaves the day open."""
    found: dict[int, set[str]] = {}
    for each in lists:
        start = speaks_from(each)
        names = says_of(evidence, each, party, each.role) == YES
        # A date with `?` leaves any day open, so no days before it are its own.
        if each.kind == "founders" or each.as_of.uncertain or contradicts(evidence, each, party):
            continue
        speaks = AFTER_ALL if start is None else start
        if names and BEFORE_ALL < each.as_of.first_ordinal <= day < speaks:
            found.setdefault(speaks, set()).add(each.role)
    roles = found[min(found)] if found else set()
    return roles.pop() if len(roles) == 1 else None


def four_years_before(day: int) -> int:
    """Return the day of the calendar four years before a day."""
    return (date.fromordinal(day) - relativedelta(years=4)).toordinal()


def four_years_after(day: int) -> int:
    """Return the day of the calendar four years after a day."""
    return (date.fromordinal(day) + relativedelta(years=4)).toordinal()


def absence_ends(evidence: Evidence, said: dict[int, Speech], day: int, next_move: int) -> bool:
    """Whether an absence is too old to be read, as the next record is a list with the party."""
    since = max(at for at in said if at <= day and not said[at].differs)
    later = [at for at in said if at > day]
    if not later or min(later) >= next_move or said[min(later)].role is None:
        return False
    return day > four_years_after(since)


def carried_back(evidence: Evidence, said: dict[int, Speech], day: int) -> str | None:
    """Return the role of the first list after a day, at most four years before it (rule 7)."""
    later = [at for at in said if at > day]
    if not later or day < evidence.founded:
        return None
    at = min(later)
    return said[at].role if day >= four_years_before(at) else None


def listed(evidence: Evidence, party: str, day: int) -> str | None:
    lists = list(filter(is_status_list, evidence.lists))
    said, moves = speeches(evidence, lists, party), moves_of(evidence, party)
    windows = any(move.first <= day < move.speaks for move in moves)
    since = [at for at in said if at <= day]
    if windows:
        return None
    spoken = [move for move in moves if move.speaks <= day]
    if not since and not spoken:
        return _before_all(evidence, party, day, said)
    reading: str | None = None
    for at in sorted({*since, *(move.speaks for move in spoken)}):
        steps = [move for move in spoken if move.speaks == at]
        if steps:  # of all that have spoken the last in order counts, though another speaks later
            reading = [move for move in spoken if move.speaks <= at][-1].enters
        if at in said:
            reading = _after_lists(reading, said[at], steps[-1] if steps else None)
    by_list = since and all(move.speaks <= max(since) for move in spoken)
    next_move = min((move.speaks for move in moves if move.speaks > day), default=AFTER_ALL)
    if reading == "none" and by_list and absence_ends(evidence, said, day, next_move):
        return carried_back(evidence, said, day)
    return reading


def _before_all(evidence: Evidence, party: str, day: int, said: dict[int, Speech]) -> str | None:
    """Return the reading of a day on or before which nothing speaks of the party."""
    lists = list(filter(is_status_list, evidence.lists))
    moves = moves_of(evidence, party)
    entry_follows = bool(moves) and moves[0].leaves == "none"
    step_is_next = any(move.speaks <= at for at in sorted(said)[:1] for move in moves)
    if found := early(evidence, lists, party, day):
        return found
    return None if entry_follows or step_is_next else carried_back(evidence, said, day)
