"""The ids of facts, for citations, exports and `diff`.

An id is made of the institution, the list, the party and the kind, and a number. It does not have
the date, so that it stays when the date is corrected. It is not in the files.
`iom/KAZ/joined/1` is the first entry of Kazakhstan into IOM in the order of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.dataset import Dataset
from migrationgov.model.dataset_files import FOLDERS, parts_of
from migrationgov.model.field_metadata import match_fields, nested_types
from migrationgov.model.names import Name, folded
from migrationgov.model.sources import Citation

_LONGEST_WORD = 40


def facts_by_id(dataset: Dataset) -> dict[str, Any]:
    """
    Return the facts of a dataset by their ids, in the order of the files.

    >>> from migrationgov import dataset
    >>> str(facts_by_id(dataset())["iom/KAZ/joined/1"])
    'KAZ joined 2002-12-02 (iom)'
    """
    return dataset.derived("facts by id", _facts_by_id)


def fact_id(dataset: Dataset, fact: Any) -> str:
    """Return the id of a fact of a dataset; "" for a record that is not one of its facts."""
    return dataset.derived("ids of facts", _ids_of_facts).get(fact, "")


def _facts_by_id(dataset: Dataset) -> dict[str, Any]:
    found: dict[str, Any] = {}
    numbers: dict[str, int] = {}
    for start, fact in _facts(dataset):
        own = getattr(fact, "id", "")
        key = own or "/".join((*start, *_words(fact)))
        numbers[key] = numbers.get(key, 0) + 1
        found[own or f"{key}/{numbers[key]}"] = fact
    return found


def _ids_of_facts(dataset: Dataset) -> dict[Any, str]:
    ids: dict[Any, str] = {}
    for key, fact in facts_by_id(dataset).items():
        ids.setdefault(fact, key)
    return ids


def _facts(dataset: Dataset) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield each fact with the start of its id: the institution, then the list of the fact."""
    for part, content in parts_of(dataset).items():
        folder, _, institution = part.partition("/")
        if folder in FOLDERS:
            yield from _in_lists(content, institution)
        elif folder == "resolutions":  # a resolution is an event, and has an id
            yield from (((), each) for each in content)
        if folder in _HOLDERS:
            for each in content:
                yield from _in_lists(each, each.id)


#: The lists of records that hold facts, beside the folders.
_HOLDERS = ("treaties", "resolutions")


def _in_lists(record: Any, owner: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield the facts in the lists of a record, each with the start of its id."""
    for name, kind in nested_types(record.__class__).items():
        start = (owner,) if name == "transitions" else (owner, name)
        if kind not in _NO_FACTS:
            yield from ((start, fact) for fact in getattr(record, name))


#: The types of items that are no facts of their own.
_NO_FACTS = (str, Citation, Name)


def _words(fact: Any) -> Iterator[str]:
    """Yield the ids and words of a fact, without its date; for a list, its first source."""
    found = [getattr(fact, name) for name in match_fields(fact.__class__)]
    words = [each for each in found if each and not isinstance(each, PartialDate)]
    for each in words or [fact.citations[0].source]:
        text = str(each)
        plain = "/" not in text and " " not in text
        yield text if plain else folded(text).replace(" ", "-")[:_LONGEST_WORD].strip("-")
