"""Rules for processes: names and totals of lists, terms, meetings, founders, the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from migrationgov.dates.partial_date import AFTER_ALL, PartialDate
from migrationgov.model.dataset import Dataset
from migrationgov.model.events import Milestone
from migrationgov.model.processes import ConsultativeProcess, Term
from migrationgov.validation.items import Item, items
from migrationgov.vocabularies import ListKind, MilestoneKind, ProcessRole


def _place(process: ConsultativeProcess, what: str) -> str:
    return f"processes/{process.id}.json {what}"


def lists_name_no_party_twice(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A list names a party once."""
    for process in facts.processes:
        for lists in process.participant_lists:
            for names in lists.lists:
                counts = Counter(entry.participant for entry in names.entries)
                for party, times in counts.items():
                    if times > 1:
                        message = f"the list of the role {names.role} names {party} {times} times"
                        yield _place(process, f"participant_lists {lists.as_of}"), message


def totals_are_met(facts: Dataset) -> Iterator[tuple[str, str]]:
    """
    A complete list has as many names as its source counts, and no list has more.

    A disagreement may record the difference.
    """
    for process in facts.processes:
        recorded = {each.field for each in process.disagreements}
        for lists in process.participant_lists:
            for names in lists.lists:
                field = f"number of {names.role}s on {lists.as_of}"
                named, total = len(names.entries), names.total
                if total is None or field in recorded:
                    continue
                if named > total or (named < total and names.kind is ListKind.STATED):
                    message = f"{named} names, {total} published"
                    message += f"; correct one, or record the disagreement as {field!r}"
                    yield _place(process, f"participant_lists {lists.as_of}"), message


def terms_of_a_party_follow_each_other(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A party has one term at a time in a role; sources that differ make one term."""
    for process in facts.processes:
        for number, one in enumerate(process.terms):
            for place, other in enumerate(process.terms[:number]):
                same = (one.role, one.participant) == (other.role, other.participant)
                if same and _overlap(one, other):
                    message = (
                        f"{one.participant} {one.role}, {one.period}: overlaps terms[{place}],"
                        f" {other.period}; make one term of both, with the citations of both"
                    )
                    yield _place(process, f"terms[{number}]"), message


def _overlap(one: Term, other: Term) -> bool:
    """Return whether two terms have more than one day in common for certain."""
    begun = max(one.start.last_ordinal, other.start.last_ordinal)
    ends = [AFTER_ALL if each.end is None else each.end.first_ordinal for each in (one, other)]
    return begun < min(ends)


def meetings_have_their_own_numbers(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Two meetings of one level have two numbers, or a disagreement says why they have one."""
    for process in facts.processes:
        recorded = {each.field for each in process.disagreements}
        first: dict[tuple[str, str], str] = {}
        for place, each in enumerate(process.meetings):
            field = f"meeting of {each.level.replace('-', ' ')} no. {each.number}"
            if not each.number or each.number.endswith("?") or field in recorded:
                continue
            other = first.setdefault((each.level, each.number), each.id)
            if other != each.id:
                message = f"has the number {each.number} of {other}; correct one, write"
                message += f' "{each.number}?", or record the disagreement as {field!r}'
                yield _place(process, f"meetings[{place}] {each.id}"), message


def chairs_are_numbered(facts: Dataset) -> Iterator[tuple[str, str]]:
    """The terms of the chair have the numbers from 1 on, or no numbers."""
    for process in facts.processes:
        chairs = [
            Item(f"processes/{process.id}.json", f"terms[{number}]", term)
            for number, term in enumerate(process.terms)
            if term.role is ProcessRole.CHAIR
        ]
        if any(item.record.number for item in chairs):
            for right, item in enumerate(chairs, 1):
                if item.record.number != right:
                    yield str(item), f"has the number {item.record.number}; set number to {right}"


def nothing_follows_the_end(facts: Dataset) -> Iterator[tuple[str, str]]:
    """No list and no transition of a process is dated after its end."""
    for process in facts.processes:
        ends = [each.date for each in process.milestones if each.kind is MilestoneKind.ENDED]
        last = max((each.last_ordinal for each in ends), default=None)
        if last is None:
            continue
        dated: list[tuple[str, PartialDate]] = [
            (f"participant_lists[{place}]", each.as_of)
            for place, each in enumerate(process.participant_lists)
        ]
        dated += [
            (f"transitions[{place}] {each.party}", each.date)
            for place, each in enumerate(process.transitions)
        ]
        for what, date in dated:
            if date.first_ordinal > last:
                message = f"{date} lies after the end of the process, {ends[-1]}; correct one"
                yield _place(process, what), f"{message} of the two dates"


#: The milestones that have founders or signatories.
_FOUNDINGS = (MilestoneKind.ESTABLISHED, MilestoneKind.LAUNCHED, MilestoneKind.DECLARATION)


def founders_are_of_foundings(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Only a founding, a launch or a declaration names founders or signatories."""
    for item in items(facts):
        milestone = item.record
        if not isinstance(milestone, Milestone) or milestone.kind in _FOUNDINGS:
            continue
        if milestone.states or milestone.organizations:
            kinds = ", ".join(_FOUNDINGS)
            message = f"a milestone of the kind {milestone.kind} names no states or organizations"
            yield str(item), f"{message}; only {kinds} may name founders or signatories"
