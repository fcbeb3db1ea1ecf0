"""Who takes part in a process on a date: the reasoning over dated lists.

A list speaks of one role, and of states or of bodies; only a list of an office (`MIXED_ROLES`) speaks
of both. For a role and a day, the *stated* lists before and after decide, those of a single
meeting left out:

* on the very day of a stated list: those on it, certainly, and nobody else;
* between two stated lists: certain who is on both, possible who is on one;
* after the last one: its list stands, marked with its date (`as_of`);
* before the first one: possible who is on it;
* a list with fewer names than its source counts says nothing about those it does not name;
* the chair goes round: on any other day than the list's it is possible at most.

A list whose date is imprecise may lie before or after the day, and before or after another list:
every one that may be the last before the day, or the first after it, is heard, and only what all
of them say is certain. Names on partial, attendance, subset and group lists, and on those of a
meeting, are certain on the list's own days; absence from them proves nothing at all. Whoever such
a list names, if it is not of a meeting, stays possible until the next complete list; and one that
counts more than the complete list before it shows that this one no longer is.
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

#: Roles that last from one list to the next. The others are those of a meeting or a moment.
LASTING = frozenset({ProcessRole.MEMBER, ProcessRole.OBSERVER, ProcessRole.PARTNER}) | MIXED_ROLES

#: Roles that go round: whoever held it on one day may not hold it on the next.
ROTATING = frozenset({ProcessRole.CHAIR, ProcessRole.CO_CHAIR})


@frozen
class Dated:
    """One list for one role, with the first and last day its date may be."""

    snapshot: ParticipantLists
    names: RoleList
    first: int
    last: int

    @property
    def closed(self) -> bool:
        """Whether nobody else is on it; who counts more than it names leaves some out."""
        return self.names.total is None or self.names.total <= len(self.names.entries)

    @property
    def standing(self) -> bool:
        """Whether the list is complete and outlasts its day; one of a meeting does not."""
        stated = self.names.kind is ListKind.STATED and self.names.role in LASTING
        return stated and not self.snapshot.meeting

    @property
    def lingers(self) -> bool:
        """Whether it is of the process itself and not of a day: its names do not vanish."""
        lasts = self.names.role in LASTING and self.names.role not in ROTATING
        of_process = self.names.kind is not ListKind.ATTENDANCE and not self.snapshot.meeting
        return lasts and of_process and not self.standing

    def entry(self, participant: str) -> ListedParticipant | None:
        """Return the participant's entry on the list, if it is there."""
        for entry in self.names.entries:
            if entry.participant == participant:
                return entry
        return None

    def says(self, participant: str) -> Answer:
        """Tell whether the participant is on the list; unknown where the list leaves it open."""
        entry = self.entry(participant)
        if entry is None:
            return Answer.NO if self.closed else Answer.UNKNOWN
        return Answer.YES if entry.certain else Answer.UNKNOWN


@frozen
class Finding:
    """Whether somebody has a role on a day, and the lists that tell."""

    answer: Answer
    evidence: tuple[Dated, ...]


def lists_of(
    process: ConsultativeProcess, role: ProcessRole, *, bodies: bool = False
) -> tuple[list[Dated], list[Dated]]:
    """Return the complete, lasting lists for a role, and all others.

    Those of states, or of bodies; an office has but one sort of list, which counts as of states.
    """
    dated = [
        _dated(snapshot, names, process.covered_until)
        for snapshot in process.participant_lists
        for names in snapshot.lists
        if names.role is role and (names.of_bodies and role not in MIXED_ROLES) is bodies
    ]
    dated.sort(key=lambda each: (each.first, each.last))
    stated = [each for each in dated if each.standing]
    return stated, [each for each in dated if not each.standing]


def _dated(snapshot: ParticipantLists, names: RoleList, latest_evidence: PartialDate) -> Dated:
    """Place a list in time; it is not later than the latest evidence, whatever "about" allows."""
    as_of = snapshot.as_of
    if as_of.uncertain and names.kind is ListKind.STATED:  # it may be of any other day
        return Dated(snapshot, names, BEFORE_ALL, AFTER_ALL)
    first, last = as_of.first_ordinal, as_of.last_ordinal
    return Dated(snapshot, names, first, max(first, min(last, latest_evidence.last_ordinal)))


def find(participant: str, day: int, stated: list[Dated], others: list[Dated]) -> Finding:
    """Tell whether a participant has the role of the lists on a day."""
    answer, evidence = _by_stated(participant, day, stated)
    named = [e for e in others if e.first <= day <= e.last and e.entry(participant)]
    if answer is Answer.YES:
        return Finding(answer, evidence)
    if not named:
        since = [e for e in incomplete_since(day, stated, others) if e.entry(participant)]
        return Finding(Answer.UNKNOWN if since else answer, (*evidence, *since))
    contradicted = any(each.first == day == each.last for each in stated)
    sure = any(_sure(each, participant) for each in named) and not contradicted
    return Finding(Answer.YES if sure else Answer.UNKNOWN, (*evidence, *named))


def incomplete_since(day: int, stated: list[Dated], others: list[Dated]) -> list[Dated]:
    """Return the incomplete lists that may be younger than the complete one of a day."""
    if any(each.first == day == each.last for each in stated):
        return []
    newest = max((each.first for each in stated if each.last <= day), default=BEFORE_ALL)
    return [each for each in others if each.lingers and each.first <= day and each.last >= newest]


def _sure(each: Dated, participant: str) -> bool:
    """Tell whether a list is of every day its date spans: one day, or a meeting's days."""
    as_of = each.snapshot.as_of
    extent = as_of.precision == "interval" or each.first == each.last
    return extent and not as_of.uncertain and each.says(participant) is Answer.YES


def _by_stated(
    participant: str, day: int, stated: list[Dated]
) -> tuple[Answer, tuple[Dated, ...]]:
    on_the_day = [each for each in stated if each.first == day == each.last]
    if on_the_day:
        answers = [each.says(participant) for each in on_the_day]
        agreed = answers[0] if len(set(answers)) == 1 else Answer.UNKNOWN
        return agreed, tuple(on_the_day)
    return _between(participant, before(day, stated), after(day, stated))


def before(day: int, stated: list[Dated]) -> list[Dated | None]:
    """Return the lists that may be the last one at or before a day; None: there may be none."""
    early = [each for each in stated if each.first <= day]
    sure = [each for each in early if each.last <= day]
    newest = max((each.first for each in sure), default=BEFORE_ALL)
    found: list[Dated | None] = [each for each in early if each.last >= newest]
    return found if sure else [None, *found]


def after(day: int, stated: list[Dated]) -> list[Dated]:
    """Return the lists that may be the first one after a day."""
    late = [each for each in stated if each.last > day]
    oldest = min((each.last for each in late if each.first > day), default=AFTER_ALL)
    return [each for each in late if each.first <= oldest]


def stands(day: int, stated: list[Dated], others: list[Dated]) -> bool:
    """Tell whether a complete list answers for a day, and no later source counts more than it."""
    resting = before(day, stated)
    counted = max(
        (each.names.total or 0 for each in incomplete_since(day, stated, others)), default=0
    )
    return bool(resting) and all(
        each and each.closed and counted <= len(each.names.entries) for each in resting
    )


def _between(
    participant: str, earlier: list[Dated | None], later: list[Dated]
) -> tuple[Answer, tuple[Dated, ...]]:
    heard = tuple(dict.fromkeys(each for each in (*earlier, *later) if each))
    answers = {each.says(participant) for each in heard}
    if answers <= {Answer.NO}:
        return Answer.NO, heard
    sure = answers == {Answer.YES} and None not in earlier
    rotates = heard[0].names.role in ROTATING
    return Answer.YES if sure and not rotates else Answer.UNKNOWN, heard


def critical_days(
    days: tuple[DayRange, ...], lists: Iterable[Dated], terms: Iterable[Term] = ()
) -> tuple[int, ...]:
    """Return the days of the stretches on which an answer may be another than the day before."""
    edges = {day for each in lists for day in (each.first, each.last, each.last + 1)}
    for held in terms:
        edges |= _edges(held.start) | (_edges(held.end) if held.end else set())
    inside = {day for first, last in days for day in edges if first <= day <= last}
    return tuple(sorted(inside | {day for stretch in days for day in stretch}))


def _edges(when: PartialDate) -> set[int]:
    return {day for side in (when.first_ordinal, when.last_ordinal) for day in (side, side + 1)}


def term_on(held: Term, day: int) -> Answer:
    """Tell whether a term covers a day."""
    if day <= BEFORE_ALL or day > date.max.toordinal():
        day = min(max(day, date.min.toordinal()), date.max.toordinal())
    return held.period.contains(date.fromordinal(day))


def participants(lists: Iterable[Dated]) -> tuple[str, ...]:
    """Return everybody named on any of the lists, by id."""
    return tuple(sorted({e.participant for each in lists for e in each.names.entries}))
