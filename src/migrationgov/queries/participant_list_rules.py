"""
The rules for lists of participants: whether a party has a role in a process on a day.

A list has one role, and states or organizations; only a list with one of the `MIXED_ROLES` has
both. For a role and a day, the *complete* lists before and after the day decide. The list of a
single meeting is not one of them.

* On the day of a complete list, each party on it is certain, and no other party has the role.
* Between two complete lists, a party on both is certain, and a party on one is possible.
* After the last complete list, that list remains valid; its date is in the answer (`as_of`).
* Before the first complete list, each party on it is possible.
* A list with fewer names than its source counts leaves open which other parties have the role.
* A chair rotates: on other days than that of the list it is possible at most.

A list with an imprecise date may lie before or after the day, and before or after another list.
Each list that may be the last before the day, or the first after it, counts, and a role is certain
only if all of them give it. A name on a partial, attendance, subset or group list, or on the list
of a meeting, is certain on the days of that list; absence from such a list proves nothing. A party
on such a list that is not of a meeting stays possible until the next complete list. If such a list
counts more than the complete list before it, that list is not complete any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.lookup.day_ranges import DayRange
from migrationgov.model.processes import (
    ConsultativeProcess,
    ListedParticipant,
    ParticipantLists,
    RoleList,
    Term,
)
from migrationgov.vocabularies import MIXED_ROLES, ListKind, ProcessRole

#: Roles that last from one list to the next. The other roles belong to a meeting or a day.
LASTING = frozenset({ProcessRole.MEMBER, ProcessRole.OBSERVER, ProcessRole.PARTNER}) | MIXED_ROLES

#: Roles that rotate: a party that has such a role on one day may not have it on the next.
ROTATING = frozenset({ProcessRole.CHAIR, ProcessRole.CO_CHAIR})


@frozen
class DatedList:
    """A list for one role, with the first and the last day that its date may be."""

    lists: ParticipantLists
    names: RoleList
    first: int
    last: int

    @property
    def closed(self) -> bool:
        """Whether no other party has the role: the source does not count more than it names."""
        return self.names.total is None or self.names.total <= len(self.names.entries)

    @property
    def standing(self) -> bool:
        """Whether the list is complete and stays valid after its day, unlike that of a meeting."""
        stated = self.names.kind is ListKind.STATED and self.names.role in LASTING
        return stated and not self.lists.meeting

    @property
    def lingers(self) -> bool:
        """Whether it is a partial list of the process itself, whose parties stay possible."""
        lasts = self.names.role in LASTING and self.names.role not in ROTATING
        of_process = self.names.kind is not ListKind.ATTENDANCE and not self.lists.meeting
        return lasts and of_process and not self.standing

    def entry(self, participant: str) -> ListedParticipant | None:
        """Return the entry of a party on the list; None where it has none."""
        entries = self.names.entries
        return next((each for each in entries if each.participant == participant), None)

    def says(self, participant: str) -> Answer:
        """Return whether a party has the role; unknown where the list leaves it open."""
        entry = self.entry(participant)
        if entry is None:
            return Answer.NO if self.closed else Answer.UNKNOWN
        return Answer.YES if entry.certain else Answer.UNKNOWN


@frozen
class Finding:
    """Whether a party has a role on a day, and the lists that give it."""

    answer: Answer
    evidence: tuple[DatedList, ...]


def lists_of(
    process: ConsultativeProcess, role: ProcessRole, *, organizations: bool = False
) -> tuple[list[DatedList], list[DatedList]]:
    """
    Return the complete lists for a role that stay valid, and all other lists.

    They are the lists of states, or those of organizations. A list with one of the `MIXED_ROLES`
    counts as a list of states.
    """
    dated = [
        _dated(lists, names, process.covered_until)
        for lists in process.participant_lists
        for names in lists.lists
        if names.role is role
        and (names.of_organizations and role not in MIXED_ROLES) is organizations
    ]
    dated.sort(key=lambda each: (each.first, each.last))
    stated = [each for each in dated if each.standing]
    return stated, [each for each in dated if not each.standing]


def _dated(lists: ParticipantLists, names: RoleList, latest_evidence: PartialDate) -> DatedList:
    """Return a list with its days; "about" a date does not mean after the latest evidence."""
    as_of = lists.as_of
    if as_of.uncertain and names.kind is ListKind.STATED:  # it may be any day
        return DatedList(lists, names, BEFORE_ALL, AFTER_ALL)
    first, last = as_of.first_ordinal, as_of.last_ordinal
    return DatedList(lists, names, first, max(first, min(last, latest_evidence.last_ordinal)))


def find(participant: str, day: int, stated: list[DatedList], others: list[DatedList]) -> Finding:
    """Return whether a party has the role of the lists on a day, with the evidence."""
    answer, evidence = _by_stated(participant, day, stated)
    named = [e for e in others if e.first <= day <= e.last and e.entry(participant)]
    if answer is Answer.YES:
        return Finding(answer, evidence)
    if not named:
        since = [e for e in incomplete_since(day, stated, others) if e.entry(participant)]
        return Finding(Answer.UNKNOWN if since else answer, (*evidence, *since))
    contradicted = any(each.first == day == each.last for each in stated)
    certain = any(_is_certain(each, participant) for each in named) and not contradicted
    return Finding(Answer.YES if certain else Answer.UNKNOWN, (*evidence, *named))


def incomplete_since(
    day: int, stated: list[DatedList], others: list[DatedList]
) -> list[DatedList]:
    """Return the partial lists that may be later than the complete list that is valid on a day."""
    if any(each.first == day == each.last for each in stated):
        return []
    newest = max((each.first for each in stated if each.last <= day), default=BEFORE_ALL)
    return [each for each in others if each.lingers and each.first <= day and each.last >= newest]


def _is_certain(each: DatedList, participant: str) -> bool:
    """Return whether a party is certain on all days of a list: one day, or those of a meeting."""
    as_of = each.lists.as_of
    extent = as_of.precision == "interval" or each.first == each.last
    return extent and not as_of.uncertain and each.says(participant) is Answer.YES


def _by_stated(
    participant: str, day: int, stated: list[DatedList]
) -> tuple[Answer, tuple[DatedList, ...]]:
    on_the_day = [each for each in stated if each.first == day == each.last]
    if on_the_day:
        answers = [each.says(participant) for each in on_the_day]
        agreed = answers[0] if len(set(answers)) == 1 else Answer.UNKNOWN
        return agreed, tuple(on_the_day)
    return _between(participant, before(day, stated), after(day, stated))


def before(day: int, stated: list[DatedList]) -> list[DatedList | None]:
    """Return the lists that may be the last on or before a day; None: there may be no list."""
    early = [each for each in stated if each.first <= day]
    certain = [each for each in early if each.last <= day]
    newest = max((each.first for each in certain), default=BEFORE_ALL)
    found: list[DatedList | None] = [each for each in early if each.last >= newest]
    return found if certain else [None, *found]


def after(day: int, stated: list[DatedList]) -> list[DatedList]:
    """Return the lists that may be the first after a day."""
    late = [each for each in stated if each.last > day]
    oldest = min((each.last for each in late if each.first > day), default=AFTER_ALL)
    return [each for each in late if each.first <= oldest]


def stands(day: int, stated: list[DatedList], others: list[DatedList]) -> bool:
    """Return whether a complete list is valid on a day, and no later source counts more."""
    valid = before(day, stated)
    counted = max(
        (each.names.total or 0 for each in incomplete_since(day, stated, others)), default=0
    )
    return bool(valid) and all(
        each and each.closed and counted <= len(each.names.entries) for each in valid
    )


def _between(
    participant: str, earlier: list[DatedList | None], later: list[DatedList]
) -> tuple[Answer, tuple[DatedList, ...]]:
    evidence = tuple(dict.fromkeys(each for each in (*earlier, *later) if each))
    answers = {each.says(participant) for each in evidence}
    if answers <= {Answer.NO}:
        return Answer.NO, evidence
    agreed = answers == {Answer.YES} and None not in earlier
    rotates = evidence[0].names.role in ROTATING
    return Answer.YES if agreed and not rotates else Answer.UNKNOWN, evidence


def critical_days(
    days: tuple[DayRange, ...], lists: Iterable[DatedList], terms: Iterable[Term] = ()
) -> tuple[int, ...]:
    """Return the days on which an answer may differ from that of the day before, within ranges."""
    edges = {day for each in lists for day in (each.first, each.last, each.last + 1)}
    for term in terms:
        edges |= _edges(term.start) | (_edges(term.end) if term.end else set())
    inside = {day for first, last in days for day in edges if first <= day <= last}
    return tuple(sorted(inside | {day for ends in days for day in ends}))


def _edges(when: PartialDate) -> set[int]:
    return {day for side in (when.first_ordinal, when.last_ordinal) for day in (side, side + 1)}


def term_on(term: Term, day: int) -> Answer:
    """Return whether a term covers a day."""
    if day <= BEFORE_ALL or day > date.max.toordinal():
        day = min(max(day, date.min.toordinal()), date.max.toordinal())
    return term.period.contains(date.fromordinal(day))


def participants(lists: Iterable[DatedList]) -> tuple[str, ...]:
    """Return the ids of all parties on the lists, sorted."""
    return tuple(sorted({e.participant for each in lists for e in each.names.entries}))
