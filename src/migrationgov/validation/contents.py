"""Every record of a dataset with its file and its path, for rules about all kinds of records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from inspect import get_annotations
from itertools import pairwise
from typing import Any

from attrs import frozen

from migrationgov.model.dataset import Dataset
from migrationgov.model.part_store import file_of
from migrationgov.model.processes import ParticipantLists
from migrationgov.model.register import Register

_LONGEST_LABEL = 80

#: The lists of a register, which is no attrs class.
_OF_REGISTER = ("transitions", "attestations", "disagreements")

#: The file or folder that holds the records of a type of id.
HOLDERS = {
    "SourceId": "sources.json",
    "StateId": "states.csv",
    "OrganizationId": "organizations.json",
    "ProcessId": "the folder processes",
}


@frozen
class Item:
    """
    One record of one list of a data file.

    Attributes:
        file: The data file, as "memberships/iom.json".
        path: The list and the position in it, as "transitions[3]".
        record: The record.
    """

    file: str
    path: str
    record: Any

    def __str__(self) -> str:
        return f"{self.file} {self.path} {self.label}"

    @property
    def label(self) -> str:
        """What the record is called in a message: its id, or its text without its owner."""
        record = self.record
        if isinstance(record, ParticipantLists):
            return str(record.as_of)
        owner = f" ({getattr(record, 'institution', '') or getattr(record, 'organization', '')})"
        text = getattr(record, "id", "") or str(record).removesuffix(owner)
        return text if len(text) <= _LONGEST_LABEL else f"{text[:_LONGEST_LABEL]}..."


def heads(facts: Dataset) -> dict[str, Any]:
    """Return the register, process, history or list of counts that each file holds, by file."""
    return {
        **{f"memberships/{each.institution}.json": each for each in facts.registers},
        **{f"processes/{each.id}.json": each for each in facts.processes},
        **{f"histories/{each.organization}.json": each for each in facts.histories},
        **{f"counts/{each.organization}.json": each for each in facts.counts},
    }


def lists(facts: Dataset) -> Iterator[tuple[str, str, tuple[Any, ...]]]:
    """Yield each list of records, with its file and its name in the file."""
    for name in ("states", "organizations", "sources"):
        yield file_of(name), name, getattr(facts, name)
    for file, head in heads(facts).items():
        names = _OF_REGISTER if isinstance(head, Register) else lists_in(kind_of(head))
        for name in names:
            yield file, name, getattr(head, name)


def items(facts: Dataset) -> Iterator[Item]:
    """Yield each record of each list."""
    for file, name, records in lists(facts):
        for number, record in enumerate(records):
            yield Item(file, f"{name}[{number}]", record)


def kind_of(record: Any) -> Any:
    """Return the class of a record, as mypy accepts it as a key of a cache."""
    return type(record)


@cache
def lists_in(kind: type) -> tuple[str, ...]:
    """Return the fields of a kind of record that hold further records."""
    return tuple(
        name
        for name, annotation in _annotations(kind)
        if annotation.startswith("tuple[")
        and annotation != "tuple[str, ...]"
        and not _refers_to(annotation)
    )


@cache
def references_in(kind: type) -> tuple[tuple[str, str], ...]:
    """Return the fields of a kind of record that hold ids, each with what these ids are of."""
    return tuple(
        (name, goal)
        for name, annotation in _annotations(kind)
        if (goal := _refers_to(annotation)) and not _is_owner(name, kind)
    )


def _is_owner(name: str, kind: type) -> bool:
    """Tell whether a field holds the institution of the file, which `heads` holds already."""
    is_of_a_party = hasattr(kind, "party") or hasattr(kind, "participant")
    return name == "institution" or (name == "organization" and not is_of_a_party)


def _annotations(kind: type) -> Iterator[tuple[str, str]]:
    """Yield the fields of a class with their annotations as written: ids are plain text later."""
    for each in reversed(kind.__mro__):
        yield from get_annotations(each).items()


def _refers_to(annotation: str) -> str:
    return next((goal for name, goal in HOLDERS.items() if name in annotation), "")


def nested(record: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield a record and each record in it, however deep, with its path."""
    yield path, record
    for name in lists_in(kind_of(record)):
        for number, each in enumerate(getattr(record, name)):
            yield from nested(each, f"{path}.{name}[{number}]")


def out_of_order(place: str, records: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Yield each record that is dated before the one above it."""
    dates = [getattr(each, "date", None) or each.as_of for each in records]
    for number, (before, after) in enumerate(pairwise(dates), 1):
        if before.first_ordinal > after.first_ordinal:
            yield f"{place}[{number}] {after}", f"must stand before {before}; sort by date"
