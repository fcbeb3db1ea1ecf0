"""Tables for event-history analysis: a row for each time in which a state could join or leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from math import inf
from typing import Any, get_args

from attrs import frozen

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.errors import check_word
from migrationgov.exports.columns import SEPARATOR
from migrationgov.frames.coverage import CoveredLines, begin_of, covered_lines
from migrationgov.frames.new_table import new_table
from migrationgov.frames.state_systems import Unit, units_of
from migrationgov.frames.times_at_risk import TimeAtRisk, left_censored, times_at_risk
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.one_or_many import one_or_many
from migrationgov.model.dataset import Dataset
from migrationgov.model.field_metadata import date_of
from migrationgov.model.states import State
from migrationgov.progress import watched
from migrationgov.queries.questions import timelines_named
from migrationgov.timelines.records import record_of
from migrationgov.timelines.stretches import Stretch, grade_of
from migrationgov.typing import (
    Backend,
    ClockLike,
    GradeLike,
    InstitutionLike,
    StateLike,
    StateSystem,
    SurvivalEvent,
)
from migrationgov.vocabularies import Grade

#: The columns, in their order, with the type of each. Numbers are those of numpy, as models want
#: them.
_KINDS: dict[str, type] = {
    **dict.fromkeys(("institution", "party", "name", "region"), str),
    "number": int,
    **dict.fromkeys(("at_risk_from", "at_risk_until", "entry_earliest", "entry_latest"), date),
    **dict.fromkeys(("entry_grade", "entry_evidence", "left_censored"), str),
    **dict.fromkeys(("exit_earliest", "exit_latest"), date),
    "right_censored": str,
    **dict.fromkeys(("start", "stop", "time"), float),
    "event": bool,
    **dict.fromkeys(("lower", "upper"), float),
    "sources": str,
}


@frozen
class _Risk:
    """
    A state that can join an institution.

    Attributes:
        state: The state.
        lines: The timelines of the institution.
        begin: The first day of the institution.
        first: The first day on which the state can join.
        until: The last day.
        ended_by: What ends then: the evidence, the state, or the institution.
    """

    state: State
    lines: CoveredLines
    begin: int
    first: int
    until: int
    ended_by: str


def survival_table(
    institutions: InstitutionLike | Iterable[InstitutionLike] = "IOM",
    *,
    event: SurvivalEvent = "entry",
    grade: GradeLike = "listed",
    by: ClockLike | None = None,
    states: StateLike | Iterable[StateLike] | None = None,
    system: StateSystem = "register",
    backend: Backend = "pandas",
    dataset: Dataset | None = None,
) -> Any:
    """
    Make a table for event-history analysis: a row for each time in which a state could join.

    With ``event="entry"`` the event is joining: a state is at risk from the founding of the
    institution, or from its own start where that is later, and again after each exit. A state that
    never joined has a row, too. With ``event="exit"`` the event is leaving: a row is a spell of
    membership, and only states that joined have rows.

    Args:
        institutions: Organizations with a register, treaties, groups or processes.
        event: "entry" or "exit".
        grade: From which grade on a state counts as a member on a day. "listed" is the best
            reading; "certain" and "possible" are bounds, as ``_min`` and ``_max`` in `panel`.
        by: For treaties: "effect" (the default) or "deposit".
        states: The states at risk: codes, names or records; by default all of the system to which
            the institution is open.
        system: As for `panel`. A state is at risk from its first to its last day in the system
            since the founding: Austria, in that of "cow" until 1938 and from 1955 on, from 1955.
        backend: "pandas", "polars" or "pyarrow".
        dataset: The facts; the active dataset by default.

    Returns:
        A table of the backend, by institution, party and time. A state about which all records are
        silent has no row: it may have been a member or not.

        * ``institution``, ``party``, ``name``, ``region``; ``number``: 1 for the first time at
          risk of the party, 2 after its first exit.
        * ``at_risk_from``, ``at_risk_until``: the first and last day at risk of the event.
        * ``entry_earliest``, ``entry_latest``: the days between which the state joined; null
          where it did not. ``entry_grade``: its grade on the latest of these days.
          ``entry_evidence``: the date of the record behind it, as EDTF text.
        * ``left_censored``: "no" if the evidence shows that the state was no member before.
          Otherwise it may have been one since the first day at risk: "founding", it was a founder,
          or its entry has no exact date; "start", it was a member when its own time at risk began,
          as a successor is; "first_list", lists alone name it, and a first list is no entry.
        * ``exit_earliest``, ``exit_latest``: the days between which its last day as a member lies.
        * ``right_censored``: "no" if the exit is on record; otherwise where the record ends:
          "evidence" (the last day covered, ``covered_until``), "state", "institution".
        * ``start``, ``stop``, ``event``: the counting-process form, in days since the founding:
          at risk on the days after *start* up to *stop*; whether the event is on the last day.
          ``time``: ``stop`` less ``start``.
        * ``lower``, ``upper``: the interval-censored form: the days at risk after which the event
          came at the earliest and at the latest; equal where it is known to the day, infinite
          where it is not seen. No number is 0, so that every package takes them as they are. Of an
          exit, *lower* counts from ``entry_latest``, *upper* from ``entry_earliest``.
        * ``sources``: ids of the sources of entry and exit.

    Raises:
        UnknownStateError: If there is no such state.
        UnknownOrganizationError: If there is no such institution.
        UnknownTermError: If an argument has a word that is not allowed, or *by* is given for an
            institution that is no treaty.
        MissingExtraError: If narwhals, or the backend, is not installed.

    >>> table = survival_table("IOM", states=["KAZ", "AUS"])
    >>> print(table[["party", "number", "entry_latest", "left_censored", "stop", "event"]])
      party  number entry_latest left_censored     stop  event
    0   AUS       1   1952-10-13      founding    314.0   True
    1   AUS       2   1985-05-24            no  12225.0   True
    2   KAZ       1   2002-12-02            no  18626.0   True
    """
    facts = resolve_dataset(dataset)
    check_word("event", event, get_args(SurvivalEvent))
    counted = Grade.parse(grade).value
    given = one_or_many(institutions)
    ids = dict.fromkeys(timelines_named(each, facts, by).evidence.institution for each in given)
    units = units_of(system, states, facts)
    rows = [
        row
        for name in watched(ids, "institutions", len(ids))
        for risk in _risks(covered_lines(name, facts, assume=False, clock=by or ""), units, facts)
        for row in _rows(risk, event, counted, facts)
    ]
    return new_table({key: [row[key] for row in rows] for key in _KINDS}, backend, _KINDS)


def _risks(lines: CoveredLines, units: Iterable[Unit], facts: Dataset) -> Iterator[_Risk]:
    """Yield the states that can join an institution, each with its days."""
    here = lines.evidence
    begin = begin_of(here, facts)
    for _, its in groupby(units, key=lambda unit: unit.state.id):
        parts = list(its)
        state, periods = (
            parts[0].state,
            [
                each.period
                for each in parts
                if each.period.end is None or each.period.end.last_ordinal >= begin
            ],
        )
        closed = here.open_to is not None and state.id not in {*here.open_to, *lines.parties}
        if closed or not periods:
            continue
        starts = [each.start.first_ordinal if each.start else BEFORE_ALL for each in periods]
        ends = {
            "evidence": here.covered[1],
            "institution": here.ends[0],
            "state": max(each.end.last_ordinal if each.end else AFTER_ALL for each in periods),
        }
        ended_by = min(ends, key=ends.__getitem__)
        first = max(begin, min(starts))
        if first <= ends[ended_by]:
            yield _Risk(state, lines, begin, first, ends[ended_by], ended_by)


def _rows(risk: _Risk, event: str, grade: str, facts: Dataset) -> Iterator[dict[str, Any]]:
    """Yield the rows of a state in an institution."""
    status, party = risk.lines.evidence.rules.belonging, risk.state.id
    line = risk.lines.line(party)
    times = times_at_risk(line, status, grade, risk.first, risk.until)
    for number, time in enumerate(times, 1):
        if event == "exit" and time.entry is None:
            continue
        numbers = _of_entry(time, risk) if event == "entry" else _of_exit(time, risk)
        yield {
            "institution": risk.lines.evidence.institution,
            "party": party,
            "name": risk.state.name,
            "region": risk.state.region or None,
            "number": number,
            **_entry(time, risk, status, facts),
            **_exit(time, risk),
            **numbers,
            "time": numbers["stop"] - numbers["start"],
            "sources": _sources(time, risk, status, facts),
        }


def _of_entry(time: TimeAtRisk, risk: _Risk) -> dict[str, Any]:
    """Return the time at risk of an entry: as days, and in both forms that models read."""
    until = time.until if time.entry is None else time.entry
    first_possible = time.out_until + (time.entry is not None)
    return {
        "at_risk_from": date.fromordinal(time.since),
        "at_risk_until": date.fromordinal(until),
        "start": time.since - risk.begin,
        "stop": until - risk.begin + 1,
        "event": time.entry is not None,
        "lower": max(first_possible - time.since + 1, 1),
        "upper": inf if time.entry is None else time.entry - time.since + 1,
    }


def _of_exit(time: TimeAtRisk, risk: _Risk) -> dict[str, Any]:
    """Return the time at risk of an exit, which is that of a spell."""
    entry = time.entry or 0
    return {
        "at_risk_from": date.fromordinal(entry),
        "at_risk_until": date.fromordinal(time.last_in),
        "start": entry - risk.begin,
        "stop": time.last_in - risk.begin + 1,
        "event": time.out_from is not None,
        "lower": time.last_in - entry + 1,
        "upper": inf if time.out_from is None else time.out_from - time.out_until - 1,
    }


def _entry(time: TimeAtRisk, risk: _Risk, status: str, facts: Dataset) -> dict[str, Any]:
    """Return what is known of an entry."""
    if time.entry is None or time.entered is None:
        keys = ("entry_earliest", "entry_latest", "entry_grade", "entry_evidence", "left_censored")
        return dict.fromkeys(keys)
    record = _record(time.entered, status, risk, facts)
    return {
        "entry_earliest": date.fromordinal(time.out_until + 1),
        "entry_latest": date.fromordinal(time.entry),
        "entry_grade": grade_of((time.entered,), status),
        "entry_evidence": None if record is None else str(date_of(record)),
        "left_censored": left_censored(time, risk.state.id, risk.lines.evidence, risk.begin),
    }


def _exit(time: TimeAtRisk, risk: _Risk) -> dict[str, Any]:
    """Return what is known of an exit, or why none is seen."""
    seen = time.out_from is not None
    earlier = (time.until if time.entry is None else time.last_in) < risk.until
    return {
        "exit_earliest": date.fromordinal(time.last_in) if seen else None,
        "exit_latest": date.fromordinal(time.out_from - 1) if time.out_from else None,
        "right_censored": "no" if seen else "evidence" if earlier else risk.ended_by,
    }


def _sources(time: TimeAtRisk, risk: _Risk, status: str, facts: Dataset) -> str:
    """Return the ids of the sources of entry and exit, each once."""
    entered = time.entered and _record(time.entered, status, risk, facts)
    left = time.left and _record(time.left, time.left.listed, risk, facts)
    cited = (each.source for record in (entered, left) if record for each in record.citations)
    return SEPARATOR.join(dict.fromkeys(cited))


def _record(stretch: Stretch, status: str | None, risk: _Risk, facts: Dataset) -> Any:
    """Return the record behind a status; None where the stretch lists another, or has none."""
    if stretch.by is None or stretch.listed != status:
        return None
    return record_of(facts, risk.lines.evidence.institution, risk.state.id, stretch.by)
