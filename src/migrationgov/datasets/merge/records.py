"""The merge of records: a fact in both datasets gets the citations of both, a new fact is added.

Two records with equal keys are about one fact (`field_metadata.key_of`). The values of the record
that comes first are used (`order.py`); a value that contradicts one of them is a conflict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from attrs import Attribute, evolve, fields

from migrationgov.datasets.merge.conflicts import ConflictsInFile
from migrationgov.datasets.merge.order import in_order
from migrationgov.dates.partial_date import PartialDate, later
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
#: The records of a list by their keys, each with a number: two records of one list may be alike.
Made = dict[tuple[Any, int], Any]


def merge_lists(
    one: Records, other: Records, conflicts: ConflictsInFile, order: str = ""
) -> Records:
    """
    Return the records of both lists; two records about one fact become one.

    New records come last, or at their place in an *order* ("date", "id", ...).
    """
    return with_records(*in_order(one, other), conflicts, order)


def with_records(
    known: Records, new: Iterable[Any], conflicts: ConflictsInFile, order: str = ""
) -> Records:
    """Return the known records with new ones, as `merge_lists` does, which sorts the two lists."""
    made: Made = dict(_numbered(known))
    starts = _by_all_but_start(made)
    for key, record in _numbered(new):
        rival = None if key in made else _with_overlapping_start(record, made, starts)
        if rival is not None:
            made[rival] = _with_one_start(made[rival], record, conflicts)
        else:
            made[key] = merge_records(made[key], record, conflicts) if key in made else record
    merged = tuple(made.values())
    if order and merged != known:
        return tuple(sorted(merged, key=partial(sort_key, order=order)))
    return merged


def _numbered(records: Iterable[Any]) -> Iterator[tuple[tuple[Any, int], Any]]:
    count = Counter[Any]()
    for record in records:
        key = key_of(record)
        yield (key, count[key]), record
        count[key] += 1


def _all_but_start(record: Any) -> tuple[Any, ...]:
    return tuple(each for each in key_of(record) if each is not record.start)


def _by_all_but_start(made: Made) -> dict[tuple[Any, ...], list[Any]]:
    """Return the keys of the records with a known start, by the rest of their key."""
    found: dict[tuple[Any, ...], list[Any]] = {}
    for key, record in made.items():
        if "start" in key_fields(type(record)) and record.start is not None:
            found.setdefault(_all_but_start(record), []).append(key)
    return found


def _with_overlapping_start(
    record: Any, made: Made, starts: dict[tuple[Any, ...], list[Any]]
) -> tuple[Any, int] | None:
    """Return the key of the record that differs in its start only, if both may be one day.

    2023 and 2023-10-01 may be one start; else one person would have an office twice.
    """
    start: PartialDate | None = getattr(record, "start", None)
    if start is None:
        return None
    for key in starts.get(_all_but_start(record), ()):
        known = made[key].start
        if start.first_ordinal <= known.last_ordinal and known.first_ordinal <= start.last_ordinal:
            found: tuple[Any, int] = key
            return found
    return None


def _with_one_start(one: Any, other: Any, conflicts: ConflictsInFile) -> Any:
    used, rival = in_order(one, other)
    conflicts.add(used, rival, "start")
    return used


def merge_records(one: Any, other: Any, conflicts: ConflictsInFile) -> Any:
    """
    Return one record for two records about one fact.

    Where the record that comes first leaves a value open, the value of the other is used. If they
    contradict each other, the citations of the other are not added: they do not support the value
    in use.
    """
    first, second = in_order(one, other)
    changes: dict[str, Any] = {}
    cited: dict[str, Any] = {}
    contradicts = False
    for each in fields(type(first)):
        used, new = getattr(first, each.name), getattr(second, each.name)
        if used == new:
            continue
        if nested_types(type(first)).get(each.name) is Citation:
            cited[each.name] = all_items(used, new)
        elif each.name in record_lists(type(first)):
            order = list_orders(type(first)).get(each.name, "")
            changes[each.name] = merge_lists(used, new, conflicts.within(first), order)
        elif each.metadata.get("merged") or _is_open(used):
            changes[each.name] = _merged_value(each, used, new)
        elif not _is_open(new) and not each.metadata.get("remark"):
            conflicts.add(first, second, each.name)
            contradicts = True
    changes |= {} if contradicts else cited
    if "end" in changes or not contradicts:
        changes |= _cited_end(first, second)
    try:
        return evolve(first, **changes) if changes else first
    except MigrationGovError as error:  # two parts that do not make one record
        conflicts.refuse(first, str(error))
        return first


def _cited_end(first: Any, second: Any) -> dict[str, Any]:
    """Return the citations of an end that one of two records has: the other does not cite it."""
    ended = [each for each in (first, second) if getattr(each, "end", None) is not None]
    if len(ended) != 1 or not hasattr(first, "end_citations"):
        return {}
    return {"end_citations": ended[0].end_citations or ended[0].citations}


def _is_open(value: Any) -> bool:
    return value is None or value in ("", ())  # but False is an answer


def _merged_value(field: Attribute[Any], one: Any, other: Any) -> Any:
    """Return the value of a field of which the values cannot contradict each other."""
    match field.metadata.get("merged"):
        case "later":
            return later(one, other) if one and other else one or other
        case "all":
            return all_items(one, other)
    return other


def all_items(one: Records, other: Records) -> Records:
    """Return the items of both, each once."""
    longer, shorter = in_order(one, other)
    return tuple(dict.fromkeys((*longer, *shorter)))
