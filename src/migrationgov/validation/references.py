"""Rules for records of every kind: ids, order, references, explanations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from migrationgov.errors import did_you_mean
from migrationgov.model.dataset import Dataset
from migrationgov.model.field_metadata import (
    key_fields,
    key_of,
    list_orders,
    owned_lists,
    purposes,
    sort_key,
)
from migrationgov.model.tenures import DatedRecord
from migrationgov.model.transitions import Transition
from migrationgov.validation.items import (
    HOLDERS,
    Item,
    heads,
    items,
    lists,
    nested,
    references_in,
)
from migrationgov.vocabularies import Basis

_LISTS = (
    "states.csv", "organizations.json", "treaties.json", "resolutions.json", "sources.json",
)  # fmt: skip


def ids_are_unique(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Every id is the id of one record."""
    groups: dict[str, list[Any]] = {}
    for item in items(facts):
        if getattr(item.record, "id", ""):
            per_file = item.file in _LISTS or item.file.startswith("histories/")
            group = item.file if per_file else f"{item.file}, {item.list}"
            groups.setdefault(group, []).append(item)
    for place, found in groups.items():
        counts = Counter(item.record.id for item in found)
        for key, times in counts.items():
            if times > 1:
                paths = ", ".join(item.path for item in found if item.record.id == key)
                message = f"{times} records have this id ({paths}); keep one, or give another id"
                yield f"{place} {key}", message


#: What a list is sorted by, in words. (A merge adds disagreements at the end of their list.)
_ORDERS = {"id": "id", "date": "date", "party": "id, organizations after states"}


def lists_are_sorted(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Records are in the order that is stated for their list."""
    files = heads(facts)
    for file, name, records in lists(facts):
        order = list_orders(type(files[file])).get(name, "") if file in files else "id"
        if order not in _ORDERS:
            continue
        for number, (before, after) in enumerate(pairwise(records), 1):
            if _sort_key(before, order) > _sort_key(after, order):
                first, second = Item(file, "", before), Item(file, f"{name}[{number}]", after)
                yield str(second), f"must stand before {first.label}; sort by {_ORDERS[order]}"


def _sort_key(record: Any, order: str) -> Any:
    key = sort_key(record, order)
    return key[:2] if order == "party" else key  # dates: see `transitions_are_in_order`


def facts_are_recorded_once(facts: Dataset) -> Iterator[tuple[str, str]]:
    """No two records of a list are about one fact; a second source is a second citation."""
    for file, name, records in lists(facts):
        first: dict[Any, int] = {}
        for number, record in enumerate(records):
            if hasattr(record, "id"):  # see `ids_are_unique`
                break
            other = first.setdefault(key_of(record), number)
            if other != number:
                message = f"repeats the fact of {name}[{other}]"
                place = Item(file, f"{name}[{number}]", record)
                yield str(place), f"{message}; keep one of them, with the citations of both"


def conclusions_are_explained(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A transition or a dated record that is a conclusion explains it in its note."""
    for item in items(facts):
        record = item.record
        explains = isinstance(record, Transition | DatedRecord)
        if explains and record.basis is Basis.DERIVED and not record.note:
            yield str(item), "is derived; explain the conclusion in its note"


def references_resolve(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Every source, state, organization, process and treaty that a record names is there."""
    known, files = _known(facts), heads(facts)
    for file, head in files.items():
        owner = key_fields(type(head))[0]
        goals = references_in(type(head))[owner]
        if all(getattr(head, owner) not in known[goal] for goal in goals):
            yield file, _unknown(getattr(head, owner), goals, known)
    for item in items(facts):
        head = files.get(item.file)
        owner = owned_lists(type(head)).get(item.list, "") if head else ""
        for path, record in nested(item.record):
            for name, goals in references_in(type(record)).items():
                if name == owner and not path:
                    continue  # the id of the file
                value = getattr(record, name)
                for each in (value,) if isinstance(value, str) else value:
                    if each and all(each not in known[goal] for goal in goals):
                        where = Item(item.file, f"{item.path}{path}.{name}", item.record)
                        yield str(where), _unknown(each, goals, known)


def ids_within_files_resolve(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A meeting, an office or a project that a record names is in the file of the record."""
    files = heads(facts)
    for item in items(facts):
        for name, target in purposes(type(item.record), "within").items():
            value = getattr(item.record, name)
            if value and all(each.id != value for each in getattr(files[item.file], target)):
                message = f"names {value!r} as {name}, which is not in {target} of this file"
                yield str(item), f"{message}; correct the id, or add it there"


def _known(facts: Dataset) -> dict[str, set[str]]:
    ids: tuple[set[str], ...] = (
        {each.id for each in facts.sources},
        {each.id for each in facts.states},
        {each.id for each in facts.organizations},
        set(facts.process_ids),
        set(facts.treaty_ids),
    )
    return dict(zip(HOLDERS.values(), ids, strict=True))


def _unknown(name: str, goals: tuple[str, ...], known: dict[str, set[str]]) -> str:
    """Return what is wrong with an id that no record has, and what to do."""
    verb, places = (
        "cites the source" if goals == ("sources.json",) else "names",
        " or ".join(goals),
    )
    home = next((each for each in known if name in known[each]), "")
    if home:
        return f"{verb} {name!r}, which is in {home}; only ids of {places} can stand here"
    near = did_you_mean(name, [each for goal in goals for each in known[goal]])
    return f"{verb} {name!r}, which is not in {places}{near}; correct the id, or add it there"


def sources_are_used(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Every source is cited by a record."""
    cited = {
        getattr(record, "source", "") for item in items(facts) for _, record in nested(item.record)
    }
    for number, source in enumerate(facts.sources):
        if source.id not in cited:
            yield str(Item("sources.json", f"sources[{number}]", source)), UNUSED


#: The message about a source that no record cites.
UNUSED = "is not cited by any record; cite it, or remove it"


def disagreements_are_about_something(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A disagreement is about a state, organization, process or treaty of the dataset."""
    known: set[str] = {state.id for state in facts.states}
    known |= {each.id for each in facts.organizations} | {*facts.process_ids, *facts.treaty_ids}
    for each in facts.disagreements:
        if each.subject not in known:
            needs = f"a disagreement about {each.field!r} needs one"
            message = f"is no state, organization, process or treaty; {needs}"
            yield f"{each.context} {each.subject}", message


def states_follow_each_other(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A state names its predecessor, and the predecessor names the state as its successor."""
    followed = {(other, state.id) for state in facts.states for other in state.predecessors}
    follows = {(state.id, other) for state in facts.states for other in state.successors}
    for before, after in sorted(followed ^ follows):
        yield (
            f"states.csv {before}",
            f"only one of {before} and {after} names the other as predecessor or successor",
        )
