"""For which parties, and on which days, a merged register is complete."""

from __future__ import annotations

from typing import Any

from migrationgov.datasets.merge.order import in_order
from migrationgov.dates.partial_date import BEFORE_ALL
from migrationgov.model.register_file import RegisterFile
from migrationgov.vocabularies import ListKind, Scope

_FIELDS = (
    "covered_from",
    "covered_until",
    "observers_known_from",
    "complete_for",
    "complete_until",
    "checked_on",
)


def coverage(one: RegisterFile, other: RegisterFile) -> dict[str, Any]:
    """
    Return the fields of a merged register that say when a missing record means that none was.

    All are those of the larger register. A few facts say nothing about other parties and days,
    whatever their file says, so that the days of two registers are not joined. If the smaller one
    has transitions of more parties, its word that others may be missing stands: lists alone do
    not make transitions complete.
    """
    files = sorted((one, other), key=_size, reverse=True)
    values = [tuple(getattr(each, name) for name in _FIELDS) for each in files]
    used = in_order(*values)[0] if _size(one) == _size(other) else values[0]
    found: dict[str, Any] = dict(zip(_FIELDS, used, strict=True))
    larger, smaller = (_parties(each)[0] for each in files)
    if larger < smaller:
        found["complete_for"] = max((each.complete_for for each in files), key=_gaps)
    return found


def _size(file: RegisterFile) -> tuple[int, ...]:
    """
    Return by what the register that decides is the larger one.

    Parties come first, as many records of one party say nothing about others; then more records,
    more days, the less complete register and the later check.
    """
    records = len(file.transitions) + len(file.attestations) + len(file.lists)
    days = file.covered_until.last_ordinal - file.covered_from.first_ordinal
    checked = BEFORE_ALL if file.checked_on is None else file.checked_on.last_ordinal
    return sum(_parties(file)), records, days, _gaps(file.complete_for), checked


def _parties(file: RegisterFile) -> tuple[int, int]:
    """Return of how many parties a register has transitions, and to how many it gives a status."""
    steps = {each.party for each in file.transitions}
    attested = {each.party for each in file.attestations}
    listed = {
        entry.participant
        for each in file.lists
        for role in each.lists
        if role.kind is not ListKind.ATTENDANCE  # it says nothing of a status
        for entry in role.entries
    }
    return len(steps), len(steps | attested | listed)


def _gaps(scope: Scope) -> int:
    """Return a number that is larger for a less complete register."""
    return list(Scope).index(scope)
