"""
The compiled answers as rows: from when to when a party has a role, with its grade and evidence.

Every program that looks a day up in these rows gets the answers of the library. A row is there for
each status that the evidence leaves; where there is none, the party certainly lacks the status.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from migrationgov.exports.columns import Cell
from migrationgov.model.dataset import Dataset
from migrationgov.model.fact_ids import fact_id
from migrationgov.model.field_metadata import date_of
from migrationgov.timelines.gather import timelines_since_founding
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.records import record_of
from migrationgov.timelines.stretches import Stretch, Timeline, grade_of
from migrationgov.vocabularies import Clock, Grade, ProcessRole

Row = dict[str, Cell]
#: What is equal on all days of a row: grade, date and id of the evidence, the day it speaks from.
GradeAndEvidence = tuple[str, str | None, str | None, date | None]

_LAST = date.max.toordinal()
_UNKNOWN = "unknown"


def stretch_rows(facts: Dataset) -> Iterator[Row]:
    """Yield the rows of all institutions; of treaties by effect and by deposit."""
    for institution in sorted({*facts.register_ids, *facts.process_ids}):
        is_treaty = institution in facts.treaty_ids
        for clock in [each.value for each in Clock] if is_treaty else [""]:
            lines = timelines_since_founding(facts, institution, clock)
            for role in _roles(lines):
                yield from _of_role(role, lines, clock, facts)


def _roles(lines: InstitutionTimelines) -> list[str]:
    """Return the statuses of the institution, then the other roles that a record names."""
    own = list(lines.statuses(lines.belonging))
    others = (each.value for each in ProcessRole if each.value not in own)
    return own + [each for each in others if any(lines.names(p, each) for p in lines.parties)]


def _of_role(role: str, lines: InstitutionTimelines, clock: str, facts: Dataset) -> Iterator[Row]:
    institution = lines.evidence.institution
    start = "/".join(filter(None, (institution, "" if clock == Clock.EFFECT else clock)))
    unnamed: dict[int, list[tuple[int, int, GradeAndEvidence]]] = {}
    for party in sorted({*(state.id for state in facts.states), *lines.parties}):
        line = lines.line(party, role)
        spans = unnamed.get(id(line))  # parties of which all records say the same share a line
        if spans is None:
            spans = list(_spans(line, role, party, institution, facts))
            if party not in lines.parties:
                unnamed[id(line)] = spans
        for number, (first, last, (grade, dated, fact, speaks)) in enumerate(spans, 1):
            yield {
                "id": f"{start}/{party}/{role}/{number}",
                "institution": institution,
                "clock": clock,
                "party": party,
                "party_kind": "organization" if lines.is_organization(party) else "state",
                "role": role,
                "grade": grade,
                "first_day": _day(first),
                "last_day": _day(last),
                "evidence": dated,
                "evidence_id": fact,
                "evidence_from": speaks,
            }


def _spans(
    line: Timeline, role: str, party: str, institution: str, facts: Dataset
) -> Iterator[tuple[int, int, GradeAndEvidence]]:
    """Yield the first and the last day, grade and evidence of each span in which a role may be."""
    edges = [0, *line.days, _LAST + 1]
    span: tuple[int, int, GradeAndEvidence] | None = None
    for first, after, each in zip(edges, edges[1:], line.stretches, strict=False):
        if after <= 1 or first > _LAST or role not in each.possible:
            continue
        found = _grade_and_evidence(each, role, party, institution, facts)
        if span is not None and span[1] == first - 1 and span[2] == found:
            span = span[0], after - 1, found
            continue
        if span is not None:
            yield span
        span = first, after - 1, found
    if span is not None:
        yield span


def _grade_and_evidence(
    each: Stretch, role: str, party: str, institution: str, facts: Dataset
) -> GradeAndEvidence:
    grade = grade_of([each], role)
    if grade == Grade.POSSIBLE and role not in each.named:
        grade = _UNKNOWN
    if each.by is None or each.listed != role:
        return grade, None, None, None
    record: Any = record_of(facts, institution, party, each.by)
    return grade, str(date_of(record)), fact_id(facts, record), _day(each.since)


def _day(ordinal: int) -> date | None:
    """Return a day; None for the beginning and the end of the calendar."""
    return date.fromordinal(ordinal) if 1 < ordinal < _LAST else None


def calendar_rows(stretches: list[Row], until: date) -> tuple[list[Row], list[Row]]:
    """Return a row for each year, and for each day, from the first record to the end of a year."""
    named = (row["first_day"] for row in stretches if row["grade"] != _UNKNOWN)
    first = min((day for day in named if isinstance(day, date)), default=until).year
    years: list[Row] = [
        {"year": year, "first_day": date(year, 1, 1), "last_day": date(year, 12, 31)}
        for year in range(first, until.year + 1)
    ]
    start, end = date(first, 1, 1), date(until.year, 12, 31)
    days = (start + timedelta(days=each) for each in range((end - start).days + 1))
    return years, [{"day": day, "year": day.year, "month": day.month} for day in days]
