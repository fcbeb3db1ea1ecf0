"""Rules for processes: the names and totals of lists, the numbers of terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from migrationgov.model.dataset import Dataset
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.validation.items import Item
from migrationgov.vocabularies import ListKind, ProcessRole


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
