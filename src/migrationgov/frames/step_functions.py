"""
The value of a column for each state, day by day.

For each state there are the days on which the value changes, the value before the first of these
days, and the value from each of them on. Every engine looks its answers up in a table made of
these step functions, so no other code decides what a column says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from attrs import field, frozen

from migrationgov.lookup.day_ranges import DayRange

#: The days that the calendar has, counted as `date.toordinal` does.
FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()

#: A label, EDTF text or a number; None is null.
Value = str | int | None
#: Days (ordinals) of change, and the values: one more than days.
Steps = tuple[Sequence[int], Sequence[Value]]
#: The day of the founding, and the first and last day that the sources cover.
KnownDays = tuple[int, int, int]


@frozen(kw_only=True)
class StepFunction:
    """
    The values of one new column.

    Attributes:
        name: Name of the column, "" as long as it has none.
        order: The certain labels from the weakest to the strongest ("no", "yes"); () for a column
            of dates or numbers.
        doubt: The label where the sources leave it open, or where a period has several values.
        counts: Whether the values are numbers.
        combine: Makes one number of the different ones of a period; None if nothing can.
        cell: Makes the value of the table of a value of the steps.
        key: What the column is about; with the name, it identifies the step function.
        steps: Returns the steps of a state, by its id.
    """

    name: str = ""
    order: tuple[str, ...] = ()
    doubt: str | None = None
    counts: bool = False
    combine: Callable[[Iterable[int]], int] | None = field(default=None, eq=False, repr=False)
    cell: Callable[[Value], Value] = field(default=lambda value: value, eq=False, repr=False)
    key: tuple[str, bool] = ("", False)
    steps: Callable[[str], Steps] = field(eq=False, repr=False)

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels, the strongest first; () for a column of dates or numbers."""
        return (*reversed(self.order), self.doubt) if self.doubt is not None else ()

    def on(self, state: str, days: Iterable[int]) -> list[Value]:
        """Return the value on each of some days."""
        changes, values = self.steps(state)
        return [self.cell(values[bisect_right(changes, day)]) for day in days]

    def during(self, state: str, ranges: Iterable[DayRange], partial: str | None) -> Value:
        """
        Return the value for a period: that of the days that *partial* names, as in `annotate`.

        None stands for every day: the answer is doubt if the days differ.
        """
        changes, values = self.steps(state)
        found = [
            value
            for first, last in ranges
            for value in values[bisect_right(changes, first) : bisect_right(changes, last) + 1]
        ]
        if partial == "first" or len(set(found)) == 1:
            return self.cell(found[0])
        if partial == "last":
            return self.cell(found[-1])
        return self._number(found, partial) if self.counts else self._label(found, partial)

    def _number(self, found: list[Value], partial: str | None) -> Value:
        """Return the greatest number ("any"), the least ("all"), or all numbers combined."""
        if partial is None:
            numbers = [value for value in found if isinstance(value, int)]
            return self.cell(self.combine(numbers)) if self.combine else None
        cells = [value for value in map(self.cell, found) if isinstance(value, int)]
        return max(cells) if partial == "any" else min(cells)

    def _label(self, found: list[Value], partial: str | None) -> Value:
        """Return the strongest of several labels ("any"), the weakest ("all"), or doubt."""
        if partial is None or not self.order:
            return self.doubt
        by_strength = self.order[::-1] if partial == "any" else self.order
        label = next(label for label in (*by_strength, self.doubt) if label in found)
        return self.doubt if self.doubt in found and label != by_strength[0] else label


def stepwise(days: Iterable[int], value_on: Callable[[int], Value]) -> Steps:
    """Return the steps of a value that may change on some days; the calendar limits them."""
    critical = sorted({day for day in days if FIRST_DAY < day <= LAST_DAY})
    changes, values = [], [value_on(FIRST_DAY)]
    for day in critical:
        value = value_on(day)
        if value != values[-1]:
            changes.append(day)
            values.append(value)
    return changes, values


def combined(parts: Sequence[Steps], join: Callable[[list[Value]], Value]) -> Steps:
    """Return the steps of what `join` makes of the values of several parts on each day."""
    return stepwise(
        {day for days, _ in parts for day in days},
        lambda day: join([values[bisect_right(days, day)] for days, values in parts]),
    )


def replaced(steps: Steps, value: Value, first: int, last: int) -> Steps:
    """Return steps that have another value from one day to another, both included."""
    if first > last:
        return steps
    days, values = steps
    return stepwise(
        {*days, first, last + 1},
        lambda day: value if first <= day <= last else values[bisect_right(days, day)],
    )


def limited(
    steps: Steps, known: KnownDays, before: Value, uncovered: Value, *, assume: bool
) -> Steps:
    """Return steps with other values before the founding and, unless assumed, where uncovered."""
    founded, first, last = known
    if not assume:
        steps = replaced(steps, uncovered, FIRST_DAY, first - 1)
        steps = replaced(steps, uncovered, last + 1, LAST_DAY)
    return replaced(steps, before, FIRST_DAY, founded - 1)
