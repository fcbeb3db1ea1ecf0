"""The changes from one dataset to another, as records and as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve, fields, frozen

from migrationgov.datasets.class_words import class_words
from migrationgov.errors import short_repr
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.model.dataset_files import file_name, parts_of
from migrationgov.model.fact_ids import fact_id
from migrationgov.model.field_metadata import (
    date_of,
    fact_lists,
    key_fields,
    key_of,
    match_of,
)
from migrationgov.model.sources import Citation, Source, citations_in
from migrationgov.record import Record
from migrationgov.results.record_list import RecordList
from migrationgov.vocabularies import ChangeKind

#: Two dates that are further apart (in days) are those of two events.
_SAME_TIME = 3 * 366


@frozen(kw_only=True, repr=False)
class Change(Record):
    """
    One record that is in one dataset only, or differs between two.

    Attributes:
        kind: "added", "removed" or "changed".
        id: The id of the fact, as `why` and the exports have it; "" for a record that is no fact.
        place: The file of the record.
        before: The record in the earlier dataset; None if it was added.
        after: The record in the later dataset; None if it was removed.
    """

    kind: ChangeKind
    place: str
    before: Any
    after: Any
    id: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that differ; none if the record was added or removed."""
        if self.kind is not ChangeKind.CHANGED:
            return ()
        names = [each.name for each in fields(type(self.after))]
        return tuple(n for n in names if getattr(self.before, n) != getattr(self.after, n))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the record after the change; of a removed record those before."""
        record = self.before if self.after is None else self.after
        if isinstance(record, Source):
            return (Citation(source=record.id),)
        return tuple(dict.fromkeys(citations_in(record)))

    @property
    def heading(self) -> str:
        """The change in a line, without the fields that differ."""
        record = self.before if self.after is None else self.after
        return f"{self.place}: {self.kind} {class_words(record)} {_named(record, self.place)}"

    @property
    def differences(self) -> tuple[str, ...]:
        """Each field that differs, before and after, as text."""
        pairs = ((n, getattr(self.before, n), getattr(self.after, n)) for n in self.fields)
        return tuple(_in_words(*each) for each in pairs)

    def __str__(self) -> str:
        changes = "; ".join(self.differences)
        return f"{self.heading}: {changes}" if changes else self.heading


def diff(old: Dataset | None, new: Dataset | None) -> RecordList[Change]:
    """
    List what changed from one dataset to another.

    Args:
        old: The earlier dataset; None for the active dataset.
        new: The later dataset; None for the active dataset.

    Returns:
        `Change` records by file: each with the record before and after the change. A record is
        recognised by its party and subject, so a new date of a transition is one change, not a
        removal and an addition.

    Raises:
        WrongTypeError: If an argument is not a dataset.

    >>> import migrationgov as mg
    >>> before, after = (mg.as_known_on(mg.dataset(), day) for day in ("2002-11-30", "2002-12-31"))
    >>> for change in diff(before, after):
    ...     if getattr(change.after, "state", "") == "KAZ":
    ...         print(change)
    memberships/iom.json: added transition KAZ admitted 2002-12-02 (iom)
    memberships/iom.json: added transition KAZ joined 2002-12-02 (iom)
    """
    earlier, later = resolve_dataset(old), resolve_dataset(new)
    before, after = _files(earlier), _files(later)
    changes = (
        evolve(change, id=_id_of(change, earlier, later))
        for place in sorted({*before, *after})
        for change in _changes(place, before.get(place, []), after.get(place, []))
    )
    return RecordList(changes, Change)


def _id_of(change: Change, earlier: Dataset, later: Dataset) -> str:
    """Return the id of a fact: in the earlier dataset if it was removed, else in the later one."""
    record, facts = change.after, later
    if record is None:
        record, facts = change.before, earlier
    return getattr(record, "id", "") or fact_id(facts, record)


def _files(dataset: Dataset) -> dict[str, list[Any]]:
    """Return the records of each file."""
    return {file_name(name): _records(part) for name, part in parts_of(dataset).items()}


def _records(content: Any) -> list[Any]:
    """Return the records of a file: the head without its lists, and the records of the lists."""
    if isinstance(content, tuple):
        return list(content)
    names = fact_lists(type(content))
    records = [each for name in names for each in getattr(content, name)]
    if {each.name for each in fields(type(content))} == {*names, *key_fields(type(content))}:
        return records  # the head has only the id of the file
    return [evolve(content, **dict.fromkeys(names, ())), *records]


def _changes(place: str, before: list[Any], after: list[Any]) -> Iterator[Change]:
    waiting: dict[Any, list[Any]] = {}
    for record in _without(before, after):
        waiting.setdefault(match_of(record), []).append(record)
    for record in _without(after, before):
        old = _nearest(waiting.get(match_of(record), []), record)
        kind = ChangeKind.ADDED if old is None else ChangeKind.CHANGED
        yield Change(kind=kind, place=place, before=old, after=record)
    for record in (each for rest in waiting.values() for each in rest):
        yield Change(kind=ChangeKind.REMOVED, place=place, before=record, after=None)


def _nearest(waiting: list[Any], record: Any) -> Any:
    """Take out the record that is nearest in time; None where no record is near enough."""
    near = [(abs(_day(each) - _day(record)), place) for place, each in enumerate(waiting)]
    apart, place = min(near, default=(0, None))
    return None if place is None or apart > _SAME_TIME else waiting.pop(place)


def _day(record: Any) -> int:
    found = date_of(record)
    return 0 if found is None else found.first_ordinal or found.last_ordinal


def _without(records: Iterable[Any], others: Iterable[Any]) -> list[Any]:
    """Return the records that have no equal record among the others."""
    there = Counter(others)
    left = []
    for record in records:
        if there[record]:
            there[record] -= 1
        else:
            left.append(record)
    return left


def _named(record: Any, place: str) -> str:
    """Return the name of a record: its id, the id of its file, or the record as text."""
    if getattr(record, "id", ""):
        return str(record.id)
    owner = key_of(record)[1:2] if fact_lists(type(record)) else ()
    return f"of {owner[0]}" if owner and place.endswith(f"/{owner[0]}.json") else str(record)


def _in_words(field: str, before: Any, after: Any) -> str:
    if field == "citations":
        more, less = _without(after, before), _without(before, after)
        return ", ".join([*(f"+{c.source}" for c in more), *(f"-{c.source}" for c in less)])
    if isinstance(before, tuple) and isinstance(after, tuple):
        return f"{field}: {len(before)} -> {len(after)} records"
    return f"{field}: {_short(before)} -> {_short(after)}"


def _short(value: Any) -> str:
    return short_repr(value) if isinstance(value, str) and not value.isidentifier() else str(value)
