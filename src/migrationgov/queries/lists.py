"""Who takes part in a process on a date: the reasoning over dated lists.

A list speaks of one role. For a role and a day, the *stated* lists before and after decide, those
of a single meeting left out:

* on the very day of a stated list: those on it, certainly, and nobody else;
* between two stated lists: certain who is on both, possible who is on one;
* after the last one: its list stands, marked with its date (`as_of`);
* before the first one: possible who is on it.

A list whose date is imprecise may lie before or after the day; every place it may have is tried,
and only what holds in all of them is certain. Names on partial, attendance, subset and group
lists, and on those of a meeting, are certain on the list's own days and prove nothing else;
absence from them proves nothing at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from migrationgov.model.dates import Answer, PartialDate
from migrationgov.model.processes import ConsultativeProcess, Entry, RoleList, Snapshot, Term
from migrationgov.model.timeline import AFTER_ALL, BEFORE_ALL
from migrationgov.model.vocab import ListKind, ProcessRole
from migrationgov.queries.coverage import Stretch


@frozen
class Dated:
    """One list for one role, with the first and last day its date may be."""

    snapshot: Snapshot
    names: RoleList
    first: int
    last: int

    @property
    def standing(self) -> bool:
        """Whether the list is complete and outlasts its day; one of a meeting does not."""
        return self.names.kind is ListKind.STATED and not self.snapshot.meeting

    def entry(self, participant: str) -> Entry | None:
        """Return the participant's entry on the list, if it is there."""
        for entry in self.names.entries:
            if entry.participant == participant:
                return entry
        return None

    def says(self, participant: str) -> Answer:
        """Tell whether the participant is on the list; unknown where the list doubts it."""
        entry = self.entry(participant)
        if entry is None:
            return Answer.NO
        return Answer.YES if entry.certain else Answer.UNKNOWN


@frozen
class Finding:
    """Whether somebody has a role on a day, and the lists that tell."""

    answer: Answer
    evidence: tuple[Dated, ...]


def lists_of(process: ConsultativeProcess, role: ProcessRole) -> tuple[list[Dated], list[Dated]]:
    """Return the complete, lasting lists for a role, and all others, each by date."""
    dated = [
        _dated(snapshot, names)
        for snapshot in process.snapshots
        for names in snapshot.lists
        if names.role is role
    ]
    dated.sort(key=lambda each: (each.first, each.last))
    stated = [each for each in dated if each.standing]
    return stated, [each for each in dated if not each.standing]


def _dated(snapshot: Snapshot, names: RoleList) -> Dated:
    first, last = snapshot.as_of.earliest, snapshot.as_of.latest
    return Dated(
        snapshot, names, first.toordinal() if first else 0, last.toordinal() if last else AFTER_ALL
    )


def find(participant: str, day: int, stated: list[Dated], others: list[Dated]) -> Finding:
    """Tell whether a participant has the role of the lists on a day."""
    answer, evidence = _by_stated(participant, day, stated)
    named = [
        e for e in others if e.first <= day <= e.last and e.says(participant) is not Answer.NO
    ]
    if answer is Answer.YES or not named:
        return Finding(answer, evidence)
    contradicted = any(each.first == day == each.last for each in stated)
    sure = any(_sure(each, participant) for each in named) and not contradicted
    return Finding(Answer.YES if sure else Answer.UNKNOWN, (*evidence, *named))


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
    verdicts = [_between(participant, *split) for split in splits(day, stated)]
    evidence = tuple(dict.fromkeys(each for _, lists in verdicts for each in lists))
    answers = [answer for answer, _ in verdicts]
    return (answers[0] if len(set(answers)) == 1 else Answer.UNKNOWN), evidence


def splits(day: int, stated: list[Dated]) -> list[tuple[Dated | None, Dated | None]]:
    """Return every pair of lists that may be the last before and the first after a day."""
    least = sum(1 for each in stated if each.last < day)
    most = sum(1 for each in stated if each.first <= day)
    return [
        (stated[place - 1] if place else None, stated[place] if place < len(stated) else None)
        for place in range(least, max(least, most) + 1)
    ]


def _between(
    participant: str, before: Dated | None, after: Dated | None
) -> tuple[Answer, tuple[Dated, ...]]:
    sides = tuple(each for each in (before, after) if each)
    answers = [each.says(participant) for each in sides]
    if not sides or all(answer is Answer.NO for answer in answers):
        return Answer.NO, sides
    sure = before is not None and all(answer is Answer.YES for answer in answers)
    return Answer.YES if sure else Answer.UNKNOWN, sides


def critical_days(
    days: tuple[Stretch, ...], lists: Iterable[Dated], terms: Iterable[Term] = ()
) -> tuple[int, ...]:
    """Return the days of the stretches on which an answer may be another than the day before."""
    edges = {day for each in lists for day in (each.first, each.last, each.last + 1)}
    for held in terms:
        edges |= _edges(held.start) | (_edges(held.end) if held.end else set())
    inside = {day for first, last in days for day in edges if first <= day <= last}
    return tuple(sorted(inside | {day for stretch in days for day in stretch}))


def _edges(when: PartialDate) -> set[int]:
    sides = [side.toordinal() for side in (when.earliest, when.latest) if side]
    return {day for side in sides for day in (side, side + 1)}


def term_on(held: Term, day: int) -> Answer:
    """Tell whether a term covers a day."""
    if day <= BEFORE_ALL or day > date.max.toordinal():
        day = min(max(day, date.min.toordinal()), date.max.toordinal())
    return held.period.contains(date.fromordinal(day))


def participants(lists: Iterable[Dated]) -> tuple[str, ...]:
    """Return everybody named on any of the lists, states first, by id."""
    entries = {entry.participant: entry for each in lists for entry in each.names.entries}
    return tuple(sorted(entries, key=lambda who: (not entries[who].state, who)))
