"""Ids, order, and references from one record to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import pairwise
from typing import Any

from migrationgov.model.dataset import Dataset
from migrationgov.model.field_metadata import key_of
from migrationgov.validation.contents import (
    HOLDERS,
    Item,
    heads,
    items,
    kind_of,
    lists,
    nested,
    references_in,
)

_LONGEST = 100  # no id is longer, and comparing costs the square of the length
_LISTS = ("states.csv", "organizations.json", "sources.json")


def ids_are_unique(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Every id stands for one record."""
    groups: dict[str, list[Any]] = {}
    for item in items(facts):
        if getattr(item.record, "id", ""):
            group = item.file if item.file.startswith("histories/") else _list_of(item)
            groups.setdefault(group, []).append(item)
    for place, found in groups.items():
        counts = Counter(item.record.id for item in found)
        for key, times in counts.items():
            if times > 1:
                paths = ", ".join(item.path for item in found if item.record.id == key)
                said = f"{times} records have this id ({paths}); keep one, or give another id"
                yield f"{place} {key}", said


def _list_of(item: Item) -> str:
    if item.file in _LISTS:
        return item.file
    return f"{item.file}, {item.path.partition('[')[0]}"


def lists_are_sorted(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Records stand in the order of their ids, so that a change is one hunk."""
    for file, name, records in lists(facts):
        if file not in _LISTS:
            continue
        for number, (before, after) in enumerate(pairwise(records), 1):
            if before.id > after.id:
                place = Item(file, f"{name}[{number}]", after)
                yield str(place), f"must stand before {before.id}; sort by id"


def facts_stand_once(facts: Dataset) -> Iterator[tuple[str, str]]:
    """No two records of a list tell the same fact; a second source is a second citation."""
    for file, name, records in lists(facts):
        first: dict[Any, int] = {}
        for number, record in enumerate(records):
            if hasattr(record, "id"):  # see `ids_are_unique`
                break
            other = first.setdefault(key_of(record), number)
            if other != number:
                said = f"tells the same fact as {name}[{other}]"
                place = Item(file, f"{name}[{number}]", record)
                yield str(place), f"{said}; keep one of them, with the citations of both"


def references_resolve(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Every source, state, organization and process that a record names is there."""
    known = _known(facts)
    for file, head in heads(facts).items():
        whose = getattr(head, "institution", "") or getattr(head, "organization", "")
        if whose and whose not in known["organizations.json"]:
            yield file, _unknown(whose, "organizations.json", known)
    for item in items(facts):
        for path, record in nested(item.record):
            for name, goal in references_in(kind_of(record)):
                value = getattr(record, name)
                for each in (value,) if isinstance(value, str) else value:
                    if each and each not in known[goal]:
                        where = Item(item.file, f"{item.path}{path}.{name}", item.record)
                        yield str(where), _unknown(each, goal, known)


def _known(facts: Dataset) -> dict[str, set[str]]:
    ids: tuple[set[str], ...] = (
        {each.id for each in facts.sources},
        {each.id for each in facts.states},
        {each.id for each in facts.organizations},
        set(facts.process_ids),
    )
    return dict(zip(HOLDERS.values(), ids, strict=True))


def _unknown(name: str, goal: str, known: dict[str, set[str]]) -> str:
    """Return what is wrong with an id that nothing has, and what to do."""
    verb = "cites the source" if goal == "sources.json" else "names"
    said = f"{verb} {name!r}, which is not in {goal}"
    return f"{said}{_meant(name, known[goal])}; correct the id, or add it there"


def sources_are_used(facts: Dataset) -> Iterator[tuple[str, str]]:
    """No source stands there that nothing cites."""
    cited = {
        getattr(record, "source", "") for item in items(facts) for _, record in nested(item.record)
    }
    for number, source in enumerate(facts.sources):
        if source.id not in cited:
            yield str(Item("sources.json", f"sources[{number}]", source)), UNUSED


#: What a rule says of a source that nothing cites.
UNUSED = "is cited by nothing; cite it in a record, or remove it"


def _meant(name: str, known: Iterable[str]) -> str:
    """Return a hint at ids that are close; nothing where none is."""
    close = get_close_matches(name[:_LONGEST], known, n=3)
    return f"; did you mean {', '.join(close)}?" if close else ""


def disagreements_are_about_something(facts: Dataset) -> Iterator[tuple[str, str]]:
    """What sources disagree on is a fact about a state, an organization or a process."""
    known: set[str] = {state.id for state in facts.states}
    known |= {body.id for body in facts.organizations} | set(facts.process_ids)
    for each in facts.disagreements:
        if each.subject not in known:
            said = f"is no state, organization or process; sources cannot differ on {each.field!r}"
            yield f"{each.context} {each.subject}", said


def states_follow_each_other(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A state that followed another is named there as its successor, and the other way round."""
    followed = {(other, state.id) for state in facts.states for other in state.predecessors}
    follows = {(state.id, other) for state in facts.states for other in state.successors}
    for before, after in sorted(followed ^ follows):
        yield (
            f"states.csv {before}",
            f"only one of {before} and {after} says that {after} followed",
        )
