"""The grades of an answer in words: how many parties of each, and the evidence with its age."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import migrationgov as mg
from migrationgov.notebook.phrases import age_in_words
from migrationgov.words import count
from migrationgov_docs.explorer_records import record_in_words
from migrationgov_docs.html_page import prose

_FEW = 3


def numbers(members: mg.results.MemberList[Any]) -> str:
    """Return how many parties have each grade: "45 listed, 2 possible"."""
    sides = (members.certain, members.listed, members.possible)
    return numbers_of(*map(len, sides), complete=members.complete)


def numbers_of(certain: int, listed: int, possible: int, *, complete: bool) -> str:
    """Return three numbers in words: "45 listed, 2 possible"."""
    sides = {"certain": certain, "listed": listed, "possible": possible}
    found = [f"{number} {grade}" for grade, number in sides.items() if number]
    return ", ".join(found) or ("none" if complete else "unknown")


def evidence_of(members: mg.results.MemberList[Any]) -> str:
    """Return the records behind the certain and the listed parties, each with its age."""
    return evidence((code, members.reading(code)) for code in members.codes)


def evidence(readings: Iterable[tuple[str, mg.results.Reading | None]]) -> str:
    """Return the records behind readings about parties, or the oldest and the newest of many."""
    by_age = sorted(
        (
            (reading.age, record_in_words(reading.record, party))
            for party, reading in readings
            if reading
        ),
        key=lambda each: (-each[0], each[1]),
    )
    found = list(dict.fromkeys(f"{text} ({age_in_words(age)})" for age, text in by_age))
    if len(found) > _FEW:
        return prose(f"{count(len(found), 'record')}, from {found[0]} to {found[-1]}")
    return prose("; ".join(found))
