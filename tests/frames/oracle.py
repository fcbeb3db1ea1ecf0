"""The expected value of each line of a table, from timelines and queries, asked one by one."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import cache
from typing import Any

from attrs import frozen

import migrationgov as mg
from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, as_date
from migrationgov.lookup.day_ranges import DayRange, day_ranges_of
from migrationgov.timelines.gather import timelines_since_founding
from migrationgov.timelines.institution import InstitutionTimelines

COLUMNS = [
    "iom", "iom_status", "iom_member", "iom_status_since", "iom_evidence", "almaty-process",
    "almaty-process_grade", "almaty-process_evidence", "almaty-process_chair",
    "puebla-process_member", "processes", "processes_min", "processes_max",
    "processes_undocumented",
]  # fmt: skip
_PART = frozenset({"member", "observer"})
_ALL = frozenset({*_PART, "applicant", "chair", "none"})


@frozen
class Met:
    """What is known of a state on some days."""

    possible: frozenset[str]
    reading: str | None
    named: frozenset[str]
    evidence: str | None


@cache  # the tests ask every engine the same questions
def expected(what: str, state: str | None, on: Any, *, assume: bool = False) -> Any:
    """Return what a column should say of one state on one date."""
    if state is None or on is None:
        return None
    code, days = str(mg.find_state(state).id), day_ranges_of(as_date(on))
    name, _, word = what.partition("_")
    if name == "processes":
        return _number(word, code, days, assume=assume)
    role = word if word in ("member", "chair") else "member"
    met = list(_met(_id(name), code, role, days, assume=assume))
    possible = frozenset[str]().union(*(each.possible for each in met))
    certain = next(iter(possible)) if len(possible) == 1 else "unknown"
    if word == role:
        return "no" if role not in possible else "yes" if certain == role else "unknown"
    if word == "status":
        return certain
    if word == "status_since":
        return None if certain in ("none", "unknown") else _since(code, on, certain)
    return _of_reading(word, met, is_certain=all(len(each.possible) == 1 for each in met))


def _of_reading(word: str, met: list[Met], *, is_certain: bool) -> str | None:
    readings = {each.reading for each in met}
    role = readings.pop() if len(readings) == 1 else None
    if word == "evidence":
        return met[-1].evidence if role else None
    if word == "grade":
        if role:
            return "certain" if is_certain else "listed"
        return "possible" if any(e.named & e.possible & _PART for e in met) else "unknown"
    return role or "unknown"


def _id(name: str) -> str:
    return name if name == "iom" else str(mg.find_process(name).id)


def _met(
    institution: str, code: str, role: str, days: tuple[DayRange, ...], *, assume: bool
) -> Iterator[Met]:
    """Yield what the timeline has on the days; where no source covers them, all is possible."""
    timelines = timelines_since_founding(mg.dataset(), institution)
    line = timelines.line(code, role)
    for first, last, since in _pieces(timelines, days):
        for each in line.during(((first, last),)):
            only = next(iter(each.possible)) if len(each.possible) == 1 else None
            open_days = since != "covered" and not assume
            yield Met(
                possible=_ALL if open_days else each.possible,
                reading=each.listed if open_days and since == "early" else only or each.listed,
                named=each.named,
                evidence=_date(timelines, code, each.by),
            )


def _pieces(
    timelines: InstitutionTimelines, days: tuple[DayRange, ...]
) -> Iterator[tuple[int, int, str]]:
    """Cut ranges of days at the founding, and at the first and the last day that is covered."""
    facts, here = mg.dataset(), timelines.evidence
    if here.register:
        register = facts.register(facts.register_ids[0])
        begin, end = register.covered_from.first_ordinal, register.covered_until.last_ordinal
    else:
        process = mg.find_process(here.institution)
        event, end = _first_event(process), process.covered_until.last_ordinal
        begin = event.first_ordinal if event else BEFORE_ALL
    exists = here.exists_from
    kinds = [
        (BEFORE_ALL, exists - 1, "covered"),
        (exists, begin - 1, "early"),
        (max(exists, begin), end, "covered"),
        (end + 1, AFTER_ALL, "late"),
    ]
    for first, last in days:
        for low, high, kind in kinds:
            if max(first, low) <= min(last, high):
                yield max(first, low), min(last, high), kind


def _first_event(process: mg.model.ConsultativeProcess) -> mg.PartialDate | None:
    dates = [each.date for each in process.milestones]
    dates += [each.date for each in process.meetings]
    dates += [each.as_of for each in process.participant_lists]
    return min(dates, key=lambda each: each.first_ordinal, default=None)


def _date(timelines: InstitutionTimelines, code: str, record: Any) -> str | None:
    if record is None:
        return None
    kind, place = record
    here = timelines.evidence
    if kind == "step":
        return str(here.steps[code][place].date)
    return str({each.place: each.as_of for each in here.lists}[place])


def _since(code: str, on: Any, status: Any) -> str | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
        spells = mg.memberships_of(code, "IOM", on=on, status=status)
    return str(spells[0].start) if len(spells) == 1 else None


# -- counts ---------------------------------------------------------------------------------------


def _number(word: str, code: str, days: tuple[DayRange, ...], *, assume: bool) -> int | None:
    """Count the processes of a state one by one."""
    if word == "undocumented":
        return max(dark for dark, _ in _darkness(days))
    if any(0 < dark == existing for dark, existing in _darkness(days)):
        return None
    return sum(
        _takes_part(word, list(_met(each, code, "member", days, assume=assume)))
        for each in mg.dataset().process_ids
    )


def _takes_part(word: str, met: list[Met]) -> bool:
    if word == "min":
        return all(each.possible <= _PART for each in met)
    if word == "max":
        return any(e.reading in _PART or e.possible & e.named & _PART for e in met)
    return all(each.reading in _PART for each in met)


def _darkness(days: tuple[DayRange, ...]) -> list[tuple[int, int]]:
    """Return how many processes are undocumented, and exist, on each day on which that changes."""
    spans = _spans()
    edges = {first for first, _ in days}
    edges |= {
        edge for span in spans for edge in span
        for first, last in days if first <= edge <= last
    }  # fmt: skip
    return [
        (
            sum(begin <= day < min(known, over) for begin, known, over in spans),
            sum(begin <= day < over for begin, _, over in spans),
        )
        for day in edges
    ]


@cache
def _spans() -> list[tuple[int, int, int]]:
    """Return for each process its first day, the first with a member, and the day after it."""
    facts = mg.dataset()
    return [_span(timelines_since_founding(facts, each)) for each in facts.process_ids]


def _span(timelines: InstitutionTimelines) -> tuple[int, int, int]:
    known = [
        day
        for state in mg.dataset().states
        for line in [timelines.line(state.id, "member")]
        for day, each in zip((BEFORE_ALL, *line.days), line.stretches, strict=True)
        if each.possible == {"member"} or each.listed == "member"
    ]
    process = mg.find_process(timelines.evidence.institution)
    begin = timelines.evidence.exists_from
    if begin == BEFORE_ALL:
        event = _first_event(process)
        begin = event.last_ordinal if event else AFTER_ALL
    ends = [each.date.last_ordinal for each in process.milestones if each.kind == "ended"]
    return begin, min(known, default=AFTER_ALL), max(ends, default=AFTER_ALL - 1) + 1
