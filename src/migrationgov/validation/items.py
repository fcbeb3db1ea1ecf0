"""Every record of a dataset with its file and its path, for rules for all kinds of records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from inspect import get_annotations
from typing import Any

from attrs import frozen, has

from migrationgov.model.dataset import Dataset
from migrationgov.model.dataset_files import file_name, parts_of
from migrationgov.model.field_metadata import cached, nested_types, record_lists
from migrationgov.model.participant_lists import ParticipantLists

_LONGEST_LABEL = 80

#: The file or folder that holds the records of a type of id.
HOLDERS = {
    "SourceId": "sources.json",
    "StateId": "states.csv",
    "OrganizationId": "organizations.json",
    "ProcessId": "the folder processes",
    "TreatyId": "treaties.json",
}

#: Two names for one kind of record.
_TABLES = {"participant_lists": "lists"}


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
    def list(self) -> str:
        """The name of the list."""
        return self.path.partition("[")[0]

    @property
    def label(self) -> str:
        """The name of the record in a message: its id, or its text without the id of the file."""
        record = self.record
        if isinstance(record, ParticipantLists):
            return str(record.as_of)
        owner = f" ({getattr(record, 'institution', '') or getattr(record, 'organization', '')})"
        text = getattr(record, "id", "") or str(record).removesuffix(owner)
        return text if len(text) <= _LONGEST_LABEL else f"{text[:_LONGEST_LABEL]}..."


def heads(dataset: Dataset) -> dict[str, Any]:
    """Return the register, process, history or list of counts that each file holds, by file."""
    parts = parts_of(dataset).items()
    return {file_name(name): content for name, content in parts if "/" in name}


def lists(dataset: Dataset) -> Iterator[tuple[str, str, tuple[Any, ...]]]:
    """Yield each list of records, with its file and its name in the file."""
    for part, content in parts_of(dataset).items():
        if isinstance(content, tuple):
            yield file_name(part), part, content
        elif "/" in part:
            for name in record_lists(type(content)):
                yield file_name(part), name, getattr(content, name)


def items(dataset: Dataset) -> Iterator[Item]:
    """Yield each record of each list."""
    for file, name, records in lists(dataset):
        for number, record in enumerate(records):
            yield Item(file, f"{name}[{number}]", record)


@cached
def references_in(kind: type) -> Mapping[str, tuple[str, ...]]:
    """Return the fields of a kind of record that hold ids, each with what these ids may be of."""
    found = {
        field: tuple(goal for name, goal in HOLDERS.items() if name in annotation)
        for base in reversed(kind.__mro__)
        for field, annotation in get_annotations(base).items()  # as written: ids are text later
    }
    return {field: goals for field, goals in found.items() if goals}


def records_by_table(dataset: Dataset) -> Iterator[tuple[str, Any]]:
    """Yield each record of each list, and all records within it, each with its table."""
    for _, name, records in lists(dataset):
        for path, record in (pair for each in records for pair in nested(each)):
            table = path.rpartition(".")[2].partition("[")[0] or name
            yield _TABLES.get(table, table), record


def nested(record: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield a record, and all records within it, each with its path."""
    yield path, record
    for name, kind in nested_types(type(record)).items():
        if has(kind):
            for number, each in enumerate(getattr(record, name)):
                yield from nested(each, f"{path}.{name}[{number}]")
