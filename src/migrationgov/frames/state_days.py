"""
The days on which a value of a table means a state, and its predecessors on other days.

A row may name a state that did not exist on its date: files carry the names of today back. Its
answer is "no", and where the answer about its predecessor is another, a warning names the
predecessor; or the answer is that about the predecessor.
"""

from __future__ import annotations

import warnings
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from attrs import evolve, frozen

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.errors import UnknownStateError, UnmatchedWarning, short_repr
from migrationgov.frames.columns import FIRST_DAY, LAST_DAY, Column, Steps
from migrationgov.frames.state_matching import Matching
from migrationgov.lookup.day_ranges import caller_stack_level
from migrationgov.lookup.predecessors import life_of, named, predecessors_on
from migrationgov.lookup.state_codes import LABELS, Spans, shown, validity
from migrationgov.model.dataset import Dataset
from migrationgov.words import count

_MOST_NAMED = 20


@frozen
class DaysOutside:
    """
    Days on which a value means no state, or a state that did not exist.

    Attributes:
        value: The value.
        first: The first of these days.
        last: The last day.
        why: What the message says of rows on these days.
        state: The state that did not exist; "" where the value means no state.
        others: Its predecessors, or successors, on these days.
    """

    value: Any
    first: int
    last: int
    why: str
    state: str = ""
    others: tuple[str, ...] = ()


def with_predecessors(spans: Spans, facts: Dataset) -> Spans:
    """Return spans that mean the predecessor on days before a state, if there is exactly one."""
    made: list[tuple[int, int, str]] = []
    for first, last, state in spans:
        born = life_of(state, facts)[0]
        before = predecessors_on(state, first, min(last, born - 1), facts)
        parts = [(a, b, others[0] if len(others) == 1 else state) for a, b, others in before]
        parts += [(max(first, born), last, state)] if born <= last else []
        for begin, end, meant in parts:
            if made and made[-1][1:] == (begin - 1, meant):
                made[-1] = (made[-1][0], end, meant)
            else:
                made.append((begin, end, meant))
    return tuple(made)


def days_outside(
    found: Mapping[Any, Spans], asked: Matching, facts: Dataset
) -> Iterator[DaysOutside]:
    """Yield the days on which the values of a column mean no state, or one that did not exist."""
    for value, spans in found.items():
        for first, last in _between(spans):
            why = f"the {LABELS[asked.system or 'iso3']} is valid for {validity(spans)}"
            yield DaysOutside(value, first, last, why)
        for first, last, state in spans:
            born, gone = life_of(state, facts)
            for begin, end, others in predecessors_on(state, first, min(last, born - 1), facts):
                if others and not (asked.successors == "follow" and len(others) == 1):
                    why = f"before {_day(born)} the predecessor was {named(others, facts)}"
                    yield DaysOutside(value, begin, end, why, state, others)
            after = facts.state(state).successors
            if after and max(first, gone + 1) <= last:
                why = f"after {_day(gone)} followed {named(after, facts)}"
                yield DaysOutside(value, max(first, gone + 1), last, why, state, after)


def differing(days: DaysOutside, columns: Sequence[Column]) -> Iterator[DaysOutside]:
    """
    Yield the years in which the answers about a state and its predecessors differ.

    Days on which a value means no state stay as they are.
    """
    if not days.state:
        yield days
        return
    steps = [[each.steps(state) for state in (days.state, *days.others)] for each in columns]
    edges = {day for of_column in steps for each in of_column for day in each.days}
    starts = [days.first, *sorted(day for day in edges if days.first < day <= days.last)]
    begin, end = days.first, days.first - 1
    for start, after in pairwise([*starts, days.last + 1]):
        if all(_agree(of_column, start) for of_column in steps):
            continue
        if end < begin or _year(start, first=True) > end + 1:
            if begin <= end:
                yield evolve(days, first=begin, last=end)
            begin = max(days.first, _year(start, first=True))
        end = min(days.last, _year(after - 1, first=False))
    if begin <= end:
        yield evolve(days, first=begin, last=end)


def _agree(steps: Sequence[Steps], day: int) -> bool:
    readings = [each.readings[bisect_right(each.days, day)] for each in steps]
    return all(each == readings[0] for each in readings)


def _year(day: int, *, first: bool) -> int:
    """Return the first or the last day of the year of a day."""
    if not FIRST_DAY <= day <= LAST_DAY:
        return day
    year = date.fromordinal(day).year
    return (date(year, 1, 1) if first else date(year, 12, 31)).toordinal()


def report_outside(
    outside: Iterable[tuple[DaysOutside, int]], column: str, asked: Matching
) -> None:
    """Refuse rows, or warn of them: each with the number of rows on these days."""
    met = sorted(
        ((each, rows) for each, rows in outside if rows),
        key=lambda line: (str(line[0].value), line[0].first),
    )
    refused = [(each, rows) for each, rows in met if not each.state]
    if refused:
        message = f"{_of_values(refused, 'means', 'mean')} no state on the date{_lines(refused)}"
        if asked.unmatched == "raise":
            raise UnknownStateError(
                f"in the column {short_repr(column)} {message}"
                '\nor leave them empty with unmatched="null"'
            )
        _warn(column, f"{message}\ntheir answers are null")
    early = [(each, rows) for each, rows in met if each.state]
    if early:
        message = _of_values(early, "names a state", "name states")
        follow = "" if asked.successors == "follow" else _FOLLOW
        _warn(column, f"{message} that did not exist on the date{_lines(early)}{follow}")


_FOLLOW = (
    "\nthe answers are those of the state named;"
    ' successors="follow" gives those of its predecessor'
)


def _of_values(met: list[tuple[DaysOutside, int]], one: str, several: str) -> str:
    return count(len({each.value for each, _ in met}), "value", one, several)


def _lines(met: list[tuple[DaysOutside, int]]) -> str:
    lines = [
        f"{shown(each.value)} in {count(rows, 'row')}: {each.why}"
        for each, rows in met[:_MOST_NAMED]
    ]
    lines += [f"and {len(met) - _MOST_NAMED} more"] if len(met) > _MOST_NAMED else []
    return ":" + "".join(f"\n  {line}" for line in lines)


def _warn(column: str, message: str) -> None:
    warnings.warn(
        f"in the column {short_repr(column)} {message}",
        UnmatchedWarning,
        stacklevel=caller_stack_level(),
    )


def _between(spans: Spans) -> Iterator[tuple[int, int]]:
    """Yield the days that spans leave out."""
    begin = BEFORE_ALL
    for first, last, _ in spans:
        if begin < first:
            yield begin, first - 1
        begin = last + 1
    if begin <= AFTER_ALL:
        yield begin, AFTER_ALL


def _day(ordinal: int) -> str:
    return date.fromordinal(min(max(ordinal, FIRST_DAY), LAST_DAY)).isoformat()
