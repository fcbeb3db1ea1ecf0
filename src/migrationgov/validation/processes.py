"""Rules for processes: dated lists, terms, meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from migrationgov.model.dataset import Dataset
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.validation.items import Item, out_of_order
from migrationgov.vocabularies import ListKind, ProcessRole


def _place(process: ConsultativeProcess, what: str) -> str:
    return f"processes/{process.id}.json {what}"


def process_lists_are_sorted(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Milestones, lists and meetings are in the order of their first possible days."""
    for process in facts.processes:
        for name in ("milestones", "statuses", "participant_lists", "meetings"):
            yield from out_of_order(_place(process, name), getattr(process, name))


def lists_name_no_party_twice(facts: Dataset) -> Iterator[tuple[str, str]]:
    """No party is on one list twice."""
    for process in facts.processes:
        for lists in process.participant_lists:
            for names in lists.lists:
                counts = Counter(entry.participant for entry in names.entries)
                for party, times in counts.items():
                    if times > 1:
                        message = f"{party} is {times} times on the {names.role} list"
                        yield _place(process, f"participant_lists {lists.as_of}"), message


def totals_are_met(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A complete list has as many names as its source counts, or a disagreement records it."""
    for process in facts.processes:
        recorded = {each.field for each in process.disagreements}
        for lists in process.participant_lists:
            for names in lists.lists:
                field = f"number of {names.role}s on {lists.as_of}"
                if names.kind is not ListKind.STATED or names.total is None or field in recorded:
                    continue
                if len(names.entries) != names.total:
                    counts = f"{len(names.entries)} names, {names.total} published"
                    message = f"{counts}; record the disagreement as {field!r}"
                    yield _place(process, f"participant_lists {lists.as_of}"), message


def chairs_follow_each_other(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Chairs are numbered from 1 on, or not at all; no chair begins before the chair above."""
    for process in facts.processes:
        chairs = [
            (Item(f"processes/{process.id}.json", f"terms[{number}]", term), term)
            for number, term in enumerate(process.terms)
            if term.role is ProcessRole.CHAIR
        ]
        if any(term.number for _, term in chairs):
            for right, (item, term) in enumerate(chairs, 1):
                if term.number != right:
                    yield str(item), f"has the number {term.number}; set number to {right}"
        for (_, before), (item, after) in pairwise(chairs):
            if before.start.first_ordinal > after.start.first_ordinal:
                yield str(item), f"begins before {before}, and must stand before it"
