"""The command ``search``: which records have a text in their code or in one of their names."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

import migrationgov as mg
from migrationgov.commands.tables import Column, Table
from migrationgov.model.names import folded
from migrationgov.words import count

_COLUMNS = (
    Column("kind", "Kind"), Column("id", "Code"), Column("name", "Name"),
    Column("spelling", "Found as"),
)  # fmt: skip
_KINDS = {
    "states": "state", "organizations": "organization", "processes": "process",
    "treaties": "treaty", "resolutions": "resolution",
}  # fmt: skip
_LONGEST_COMPARED = 100  # the time of a comparison grows with the square of the length


class _Spelling(NamedTuple):
    """A code or name of a record, as written and as compared."""

    key: str
    text: str
    kind: str
    id: str
    name: str
    lang: str


def search(given: argparse.Namespace) -> Table:
    """Answer ``search``: short names that start with the text first."""
    wanted = folded(given.text)
    every = list(_spellings(given.facts))
    found = [each for each in every if wanted and wanted in each.key]
    if found:
        found.sort(key=lambda spelling: _distance(wanted, spelling))
        return _table(found, f"code or name with {given.text!r} in it")
    similar = _similar(wanted[:_LONGEST_COMPARED], every)
    title = f"no code and no name has {given.text!r} in it"
    table = _table(similar, "")
    return table._replace(title=title + ("; similar:" if similar else ""), is_failure=True)


def _similar(wanted: str, every: list[_Spelling]) -> list[_Spelling]:
    """Return the spellings that are similar to a text, or have such a word, the nearest first."""
    parts = {each: {each.key, *each.key.split()} for each in every}
    near = get_close_matches(wanted, set().union(*parts.values()))
    found = [each for each, own in parts.items() if not own.isdisjoint(near)]

    def rank(spelling: _Spelling) -> tuple[int, bool, int]:
        place = next(i for i, text in enumerate(near) if text in parts[spelling])
        return place, spelling.lang != "en", len(spelling.key)

    return sorted(found, key=rank)


def _table(found: Iterable[_Spelling], what: str) -> Table:
    """Return a row for each record, with its first spelling."""
    best: dict[tuple[str, str], _Spelling] = {}
    for each in found:
        best.setdefault((each.kind, each.id), each)
    rows = [
        (each.kind, each.id, each.name, "" if each.text in (each.name, each.id) else each.text)
        for each in best.values()
    ]
    records = count(len(rows), "record", "has a", "have a")
    return Table(_COLUMNS, rows, f"{records} {what}")


def _distance(wanted: str, spelling: _Spelling) -> tuple[int, bool, int, str]:
    """Return how far a spelling is from a text: equal, its start, the start of a word, inside.

    Of equally near spellings the English one comes first, as the other columns are in English.
    """
    key = spelling.key
    tests = (key == wanted, key.startswith(wanted), f" {wanted}" in key, True)
    return tests.index(True), spelling.lang != "en", len(key), key


def _spellings(facts: mg.Dataset) -> Iterator[_Spelling]:
    for part, kind in _KINDS.items():
        for record in getattr(facts, part):
            texts = {each.text: each.lang for each in reversed(record.names)}
            texts |= {record.name: "en", record.id: "en"}
            for text, lang in texts.items():
                yield _Spelling(folded(text), text, kind, record.id, record.name, lang)
