"""Two datasets as one: what is the same gains its sources, what is new is added, rivals show.

A rule for each kind of record says when two of them tell the same fact (`_SAME`) and which facts
cannot both be true. The first dataset is the one that is kept; it is not changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from attrs import evolve, fields

from migrationgov.model.dates import PartialDate
from migrationgov.model.sources import Citation, Claim, Disagreement

Record = TypeVar("Record")

#: What tells two records of a kind apart; those that agree in it tell the same fact.
_SAME: dict[str, tuple[str, ...]] = {
    "Name": ("text", "lang", "form"),
    "SystemCode": ("number", "start"),
    "Attestation": ("state", "body", "status", "date"),
    "Milestone": ("kind", "date"),
    "StatusReport": ("status", "as_of"),
    "Snapshot": ("as_of", "meeting", "lists"),
    "Term": ("role", "state", "body", "start"),
    "Officer": ("name",),
    "Tenure": ("office", "person", "unit", "start"),
    "Relation": ("to", "kind", "start"),
    "Seat": ("place", "state", "start"),
    "Presence": ("state", "place", "start"),
    "Shown": ("date",),
    "AttestedName": ("text", "as_of"),
    "StrategyItem": ("kind", "number", "label"),
    "CountClaim": ("as_of", "counted", "value", "modifier", "label"),
    "Claim": ("value",),
    "Disagreement": ("subject", "field"),
}

#: What two records of the same fact may differ in without contradicting each other.
_MAY_DIFFER = frozenset({"citations", "end_citations", "note", "number", "reason", "preferred"})

_REASON = "The value of the first dataset is used; {other} gives another."


class Rivals:
    """Rival values met while two datasets are merged: kept as disagreements, or as problems."""

    def __init__(self, other: str, *, record: bool) -> None:
        self.other = other
        self.record = record
        self.problems: list[tuple[str, str]] = []
        self.disagreements: list[Disagreement] = []

    def met(self, place: str, about: tuple[str, str, str], ours: Claim, theirs: Claim) -> None:
        """Take note of two values for one fact, given as subject, context and field."""
        subject, context, fact = about
        if not self.record:
            said = f"{fact} is {ours.value} here and {theirs.value} in {self.other}"
            self.problems.append((place, f"{subject}: {said}"))
            return
        self.disagreements.append(
            Disagreement(
                subject=subject,
                context=context,
                field=fact,
                claims=(ours, theirs),
                preferred=ours.value,
                reason=_REASON.format(other=self.other),
            )
        )

    def impossible(self, place: str, said: str) -> None:
        """Take note of what cannot be kept in any way."""
        self.problems.append((place, said))


def cited_by_both(ours: tuple[Citation, ...], theirs: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return the citations of both, ours first, each once."""
    return tuple(dict.fromkeys((*ours, *theirs)))


def key_of(record: Any) -> tuple[Any, ...]:
    """Return what tells a record apart from others of its kind."""
    name = type(record).__name__
    return name, *(getattr(record, each) for each in _SAME.get(name, ("id",)))


def union(
    ours: tuple[Any, ...],
    theirs: tuple[Any, ...],
    differ: Callable[[Any, Any, str], None],
    order: Callable[[Any], Any] | None = None,
) -> tuple[Any, ...]:
    """
    Return the records of both lists; those that tell the same fact become one.

    What is new comes last, or at its place in an *order*.
    """
    made = {key_of(record): record for record in ours}
    for record in theirs:
        key = key_of(record)
        made[key] = joined(made[key], record, differ) if key in made else record
    merged = list(made.values())
    grown = len(merged) > len(ours)
    return tuple(sorted(merged, key=order) if grown and order else merged)


def joined(ours: Any, theirs: Any, differ: Callable[[Any, Any, str], None]) -> Any:
    """Return one record for two that tell the same fact; *differ* hears of each difference."""
    changes = {}
    for each in fields(type(ours)):
        mine, its = getattr(ours, each.name), getattr(theirs, each.name)
        if mine == its:
            continue
        if each.name.endswith("citations"):
            changes[each.name] = cited_by_both(mine, its)
        elif _is_list_of_records(mine) and _is_list_of_records(its):
            changes[each.name] = union(mine, its, differ)
        elif not mine and each.default is not None:
            changes[each.name] = its
        elif its and each.name not in _MAY_DIFFER:
            differ(ours, theirs, each.name)
    return evolve(ours, **changes) if changes else ours


def _is_list_of_records(value: Any) -> bool:
    return isinstance(value, tuple) and all(hasattr(type(v), "__attrs_attrs__") for v in value)


def by_date(record: Any) -> int:
    """Return the first day of a record, for sorting."""
    found = getattr(record, "date", None) or getattr(record, "as_of", None) or record.start
    when: PartialDate = found
    return when.first_ordinal


def by_id(record: Any) -> str:
    """Return the id of a record, for sorting."""
    own: str = record.id
    return own
