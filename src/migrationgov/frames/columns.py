"""
A new column: what it says of each state, day by day and for a period.

For each state there are steps: the days on which its reading changes, and the reading before the
first of these days and from each of them on. The column makes values of readings. Every engine
looks its answers up in a table of these values, so no other code decides what a column says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from attrs import field, frozen

from migrationgov.lookup.day_ranges import DayRange

#: The days that the calendar has, counted as `date.toordinal` does.
FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()

#: The third value of every column of labels.
UNKNOWN = "unknown"

#: A label, EDTF text or a number; None is null.
Value = str | int | None
#: What a column makes of the readings of a period, in order. The rule is "any" or "all" as in
#: `annotate`; None for what holds on every day.
MakeValue = Callable[[Sequence[Any], str | None], Value]


#: The reading on days on which a value of a table means no state: there the value is null.
NOTHING = object()


@frozen(eq=False)
class Steps:
    """The days (ordinals) of change, and the readings: one more than days."""

    days: Sequence[int]
    readings: Sequence[Any]


@frozen(kw_only=True)
class Column:
    """
    The values of one new column.

    Attributes:
        name: Name of the column, "" as long as it has none.
        labels: All labels, in the order of their categories; () for a column of dates or numbers.
        counts: Whether the values are numbers.
        steps: Returns the steps of a state, by its id. States may share their steps.
        value: Makes the value for a period.
        covered: What goes on as it stood, and the last day that is covered; None if nothing does.
        key: What the column is about; with the name, it identifies the column.
    """

    name: str = ""
    labels: tuple[str, ...] = ()
    counts: bool = False
    steps: Callable[[str], Steps] = field(eq=False, repr=False)
    value: MakeValue = field(eq=False, repr=False)
    covered: tuple[str, int] | None = None
    key: tuple[str, bool] = ("", False)

    def row(
        self,
        steps: Steps,
        days: Iterable[int],
        periods: Iterable[tuple[tuple[DayRange, ...], str | None]],
    ) -> list[Value]:
        """
        Return the values on some days, then those for some periods.

        With each period comes *partial*, the rule that names its days, as in `annotate`.
        """
        changes, readings = steps.days, steps.readings
        alone = [self._of([each], None) for each in readings]
        found = [alone[bisect_right(changes, day)] for day in days]
        for ranges, partial in periods:
            places = [
                place
                for first, last in ranges
                for place in range(bisect_right(changes, first), bisect_right(changes, last) + 1)
            ]
            if len(places) == 1 or partial == "first":
                found.append(alone[places[0]])
            elif partial == "last":
                found.append(alone[places[-1]])
            else:
                found.append(self._of([readings[place] for place in places], partial))
        return found

    def _of(self, readings: list[Any], partial: str | None) -> Value:
        """Return the value for some readings; null where there is none."""
        there = [each for each in readings if each is not NOTHING]
        return self.value(there, partial) if there else None


def compacted(days: Sequence[int], readings: Sequence[Any]) -> Steps:
    """Return steps without the days on which the reading stays what it was."""
    changes: list[int] = []
    kept = [readings[0]]
    for day, reading in zip(days, readings[1:], strict=True):
        if reading != kept[-1]:
            changes.append(day)
            kept.append(reading)
    return Steps(changes, kept)


def joined(spans: Iterable[tuple[int, int, Steps]]) -> Steps:
    """Return steps that are those of several states, one after the other, between some days."""
    days, readings = list[int](), list[Any]([NOTHING])
    for first, last, steps in spans:
        inside = [day for day in steps.days if first < day <= last]
        days += [first, *inside, last + 1]
        met = [steps.readings[bisect_right(steps.days, day)] for day in (first, *inside)]
        readings += [*met, NOTHING]
    # where one span follows another at once, its first reading counts
    whole = dict(zip(days, readings[1:], strict=True))
    return Steps(tuple(whole), [readings[0], *whole.values()])


def by_strength(order: tuple[str, ...]) -> MakeValue:
    """
    Return what makes a label of several: the strongest ("any"), the weakest ("all"), the only one.

    The order is from the weakest to the strongest. A day on which the label is unknown leaves the
    answer unknown, unless another day has the strongest label ("any"), or the weakest ("all").
    """

    def value(met: Sequence[str], rule: str | None) -> str:
        found = set(met)
        if len(found) == 1:
            return met[0]
        in_order = order[::-1] if rule == "any" else order
        if rule is None or (UNKNOWN in found and in_order[0] not in found):
            return UNKNOWN
        return next(label for label in in_order if label in found)

    return value
