"""Two datasets as one: what is the same gains its sources, what is new is added, rivals show.

A rule for each kind of record says when two of them tell the same fact (`_SAME`) and which facts
cannot both be true. The first dataset is the one that is kept; it is not changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from attrs import evolve, fields

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.field_metadata import key_fields, key_of
from migrationgov.model.sources import Citation, Claim, Disagreement

Record = TypeVar("Record")

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
    made: dict[Any, Any] = {}
    for place, record in enumerate(ours):  # two of our own may be alike; neither is lost
        key = key_of(record)
        made[(key, place) if key in made else key] = record
    starts = _starts(ours)
    for record in theirs:
        key = key_of(record)
        rival = None if key in made else _about_the_same_start(record, starts)
        if rival is not None:
            differ(rival, record, "start")
        else:
            made[key] = joined(made[key], record, differ) if key in made else record
    merged = list(made.values())
    grown = len(merged) > len(ours)
    return tuple(sorted(merged, key=order) if grown and order else merged)


def _less_start(record: Any) -> tuple[Any, ...]:
    start = record.start
    return tuple(each for each in key_of(record) if each is not start)


def _starts(records: Iterable[Any]) -> dict[tuple[Any, ...], list[Any]]:
    """Return what has a known start, by what else tells it apart."""
    found: dict[tuple[Any, ...], list[Any]] = {}
    for record in records:
        if "start" in key_fields(type(record)) and record.start is not None:
            found.setdefault(_less_start(record), []).append(record)
    return found


def _about_the_same_start(record: Any, starts: dict[tuple[Any, ...], list[Any]]) -> Any:
    """Return what may be the same as a record, with a start that is told otherwise, if anything.

    2023 and 2023-10-01 may be one start; kept side by side, one person would hold an office twice.
    """
    start: PartialDate | None = getattr(record, "start", None)
    if start is None:
        return None
    for other in starts.get(_less_start(record), ()):
        first, last = other.start.first_ordinal, other.start.last_ordinal
        if start.first_ordinal <= last and first <= start.last_ordinal:
            return other
    return None


def joined(ours: Any, theirs: Any, differ: Callable[[Any, Any, str], None]) -> Any:
    """
    Return one record for two that tell the same fact; *differ* hears of each difference.

    What one of them leaves open is taken from the other. The sources of a rival do not become
    sources of ours: they do not say what it says.
    """
    changes: dict[str, Any] = {}
    cited: dict[str, Any] = {}
    rival = False
    for each in fields(type(ours)):
        mine, its = getattr(ours, each.name), getattr(theirs, each.name)
        if mine == its:
            continue
        if each.name.endswith("citations"):
            cited[each.name] = cited_by_both(mine, its)
        elif _is_list_of_records(mine) and _is_list_of_records(its):
            changes[each.name] = union(mine, its, differ)
        elif _left_open(mine):
            changes[each.name] = its
        elif not _left_open(its) and each.name not in _MAY_DIFFER:
            differ(ours, theirs, each.name)
            rival = True
    if "end" in changes and hasattr(ours, "end_citations"):  # ours do not tell the end
        cited["end_citations"] = theirs.end_citations or theirs.citations
    changes |= {} if rival else cited
    return evolve(ours, **changes) if changes else ours


def _left_open(value: Any) -> bool:
    return value is None or value in ("", ())  # but False is an answer


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
