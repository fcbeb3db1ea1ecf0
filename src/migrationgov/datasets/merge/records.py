"""The merge of records: a fact in both datasets gets the citations of both, a new fact is added.

Two records with equal keys are about one fact (`field_metadata.key_of`). The values of the first
dataset are used; a value of the second that contradicts one of them is a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from attrs import Attribute, evolve, fields

from migrationgov.datasets.merge.conflicts import ConflictsInFile
from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import MigrationGovError
from migrationgov.model.field_metadata import (
    key_fields,
    key_of,
    list_orders,
    nested_types,
    record_lists,
    sort_key,
)
from migrationgov.model.sources import Citation

Records = tuple[Any, ...]


def merge_lists(
    first: Records, second: Records, conflicts: ConflictsInFile, order: str = ""
) -> Records:
    """
    Return the records of both lists; two records about one fact become one.

    New records come last, or at their place in an *order* ("date", "id", ...).
    """
    made: dict[Any, Any] = {}
    for place, record in enumerate(first):  # two records of one dataset may be alike
        key = key_of(record)
        made[(key, place) if key in made else key] = record
    starts = _by_all_but_start(first)
    for record in second:
        key = key_of(record)
        other = None if key in made else _with_overlapping_start(record, starts)
        if other is not None:
            conflicts.add(other, record, "start")
        else:
            made[key] = merge_records(made[key], record, conflicts) if key in made else record
    merged = tuple(made.values())
    if order and len(merged) > len(first):
        return tuple(sorted(merged, key=partial(sort_key, order=order)))
    return merged


def _all_but_start(record: Any) -> tuple[Any, ...]:
    return tuple(each for each in key_of(record) if each is not record.start)


def _by_all_but_start(records: Iterable[Any]) -> dict[tuple[Any, ...], list[Any]]:
    """Return the records with a known start, by the rest of their key."""
    found: dict[tuple[Any, ...], list[Any]] = {}
    for record in records:
        if "start" in key_fields(type(record)) and record.start is not None:
            found.setdefault(_all_but_start(record), []).append(record)
    return found


def _with_overlapping_start(record: Any, starts: dict[tuple[Any, ...], list[Any]]) -> Any:
    """Return the record that differs in its start only, if both starts may be one day.

    2023 and 2023-10-01 may be one start; else one person would have an office twice.
    """
    start: PartialDate | None = getattr(record, "start", None)
    if start is None:
        return None
    for other in starts.get(_all_but_start(record), ()):
        first, last = other.start.first_ordinal, other.start.last_ordinal
        if start.first_ordinal <= last and first <= start.last_ordinal:
            return other
    return None


def merge_records(first: Any, second: Any, conflicts: ConflictsInFile) -> Any:
    """
    Return one record for two records about one fact.

    Where the first leaves a value open, the value of the second is used. Where the two contradict
    each other, the citations of the second are not added: they do not support the value in use.
    """
    changes: dict[str, Any] = {}
    cited: dict[str, Any] = {}
    contradicts = False
    for each in fields(type(first)):
        one, other = getattr(first, each.name), getattr(second, each.name)
        if one == other:
            continue
        if nested_types(type(first)).get(each.name) is Citation:
            cited[each.name] = all_items(one, other)
        elif each.name in record_lists(type(first)):
            order = list_orders(type(first)).get(each.name, "")
            changes[each.name] = merge_lists(one, other, conflicts.within(first), order)
        elif each.metadata.get("merged") or _is_open(one):
            changes[each.name] = _merged_value(each, one, other)
        elif not _is_open(other) and not each.metadata.get("remark"):
            conflicts.add(first, second, each.name)
            contradicts = True
    if "end" in changes and hasattr(first, "end_citations"):  # the first does not cite an end
        cited["end_citations"] = second.end_citations or second.citations
    changes |= {} if contradicts else cited
    try:
        return evolve(first, **changes) if changes else first
    except MigrationGovError as error:  # two parts that do not make one record
        conflicts.refuse(first, str(error))
        return first


def _is_open(value: Any) -> bool:
    return value is None or value in ("", ())  # but False is an answer


def _merged_value(field: Attribute[Any], one: Any, other: Any) -> Any:
    """Return the value of a field of which the values cannot contradict each other."""
    match field.metadata.get("merged"):
        case "later":
            return later(one, other)
        case "all":
            return all_items(one, other)
    return other


def all_items(first: Iterable[Any], second: Iterable[Any]) -> Records:
    """Return the items of both, each once, first those of the first."""
    return tuple(dict.fromkeys((*first, *second)))


def later(one: PartialDate | None, other: PartialDate | None) -> PartialDate | None:
    """Return the later of two dates, or the only date."""
    dates = [each for each in (one, other) if each is not None]
    return max(dates, key=lambda each: each.last_ordinal, default=None)
