"""The days and parties for which a merged register is complete."""

from __future__ import annotations

from typing import Any

from migrationgov.datasets.merge.order import in_order
from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.register_file import RegisterFile
from migrationgov.vocabularies import Scope

Days = tuple[PartialDate, PartialDate]

_FIELDS = (
    "covered_from",
    "covered_until",
    "observers_known_from",
    "complete_for",
    "complete_until",
)


def coverage(one: RegisterFile, other: RegisterFile) -> dict[str, Any]:
    """
    Return the fields of a merged register that say when a missing record means that none was.

    They are those of the register with more records, then with more days, then of the less
    complete register: a single fact says nothing of other parties and days, whatever its file
    says. Two registers complete for all parties cover the days of both where their days join; a
    gap would be days without a register.
    """
    values = [tuple(getattr(each, name) for name in _FIELDS) for each in (one, other)]
    sizes = _size(one), _size(other)
    used = in_order(*values)[0] if sizes[0] == sizes[1] else values[sizes[0] < sizes[1]]
    found: dict[str, Any] = dict(zip(_FIELDS, used, strict=True))
    complete = one.complete_for is Scope.ALL and other.complete_for is Scope.ALL
    if complete and _joined(_days(one), _days(other)):
        found["covered_from"] = _first(one.covered_from, other.covered_from)
        found["covered_until"] = _last(one.covered_until, other.covered_until)
        found["observers_known_from"] = _observers_known_from(one, other)
        known = [each.complete_until for each in (one, other) if each.complete_until]
        found["complete_until"] = _first(*known) if known else None
    return found


def _size(file: RegisterFile) -> tuple[int, int, int]:
    records = len(file.transitions) + len(file.attestations) + len(file.lists)
    days = file.covered_until.last_ordinal - file.covered_from.first_ordinal
    return records, days, list(Scope).index(file.complete_for)


def _days(file: RegisterFile) -> Days:
    return file.covered_from, file.covered_until


def _joined(one: Days, other: Days) -> bool:
    """Return whether no day lies between the days of two registers."""
    return all(
        first.first_ordinal <= last.last_ordinal + 1
        for first, last in ((one[0], other[1]), (other[0], one[1]))
    )


def _observers_known_from(one: RegisterFile, other: RegisterFile) -> PartialDate:
    """Return from when observers are known; after a gap, in the register that goes on longer."""
    days = [
        (each.observers_known_from or each.covered_from, each.covered_until)
        for each in (one, other)
    ]
    if _joined(*days):
        return _first(*(first for first, _ in days))
    return max(days, key=lambda each: (each[1].last_ordinal, each[0].first_ordinal))[0]


def _first(*dates: PartialDate) -> PartialDate:
    return min(dates, key=lambda each: (each.first_ordinal, each.text))


def _last(*dates: PartialDate) -> PartialDate:
    return max(dates, key=lambda each: (each.last_ordinal, each.text))
