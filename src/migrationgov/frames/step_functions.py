"""What a column says of each state, day by day.

A track is a step function: for every state a list of days on which the value changes, and the
value before the first of them and from each one on. Every engine looks its answers up in a grid
that is made of tracks, so what they say is decided here and nowhere else.
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
History = tuple[Sequence[int], Sequence[Value]]


@frozen(kw_only=True)
class StepFunction:
    """
    One column to be.

    Attributes:
        name: Name of the column, "" until somebody gives it one.
        order: The certain labels from the weakest to the strongest ("no", "yes"); () for a column
            of dates or numbers.
        doubt: What stands where the sources leave it open, or where a period has several values.
        counts: Whether the values are numbers.
        mix: What makes one number of the different ones of a period; None for none.
        throughout: What tells of several days by more than their values; None if these suffice.
        asked: What it was made of; with the name, it tells one track from another.
        of: What the column says of a state, by its id.
    """

    name: str = ""
    order: tuple[str, ...] = ()
    doubt: str | None = None
    counts: bool = False
    mix: Callable[[Iterable[int]], int] | None = field(default=None, eq=False, repr=False)
    throughout: Callable[[str, Iterable[DayRange]], Value] | None = field(
        default=None, eq=False, repr=False
    )
    asked: tuple[str, bool] = ("", False)
    of: Callable[[str], History] = field(eq=False, repr=False)

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels, the strongest first; () for a column of dates or numbers."""
        return (*reversed(self.order), self.doubt) if self.doubt is not None else ()

    def during(self, state: str, stretches: Iterable[DayRange], partial: str | None) -> Value:
        """
        Return the value for some days.

        Args:
            state: Id of the state.
            stretches: First and last day of each stretch, both included.
            partial: "first" or "last" day; "any" or "all" days; None for what holds on every one
                of them, else doubt.
        """
        if partial is None and self.throughout:
            return self.throughout(state, stretches)
        days, values = self.of(state)
        met = [
            each
            for first, last in stretches
            for each in values[bisect_right(days, first) : bisect_right(days, last) + 1]
        ]
        return self._together(met, partial)

    def _together(self, met: list[Value], partial: str | None) -> Value:
        """Make one value of those of several days, in order."""
        if partial == "first" or len(set(met)) == 1:
            return met[0]
        if partial == "last":
            return met[-1]
        if self.counts:
            mix = {"any": max, "all": min}.get(partial or "", self.mix)
            return mix(each for each in met if isinstance(each, int)) if mix else None
        return self._extreme(met, partial) if partial and self.order else self.doubt

    def _extreme(self, met: list[Value], partial: str) -> Value:
        """Return the strongest of several labels ("any") or the weakest ("all")."""
        by_strength = self.order[::-1] if partial == "any" else self.order
        found = next(label for label in (*by_strength, self.doubt) if label in met)
        utmost = by_strength[0]
        return self.doubt if self.doubt in met and found != utmost else found


def cut(history: History, first: int, last: int, beyond: Value) -> History:
    """Return a history that says something else before one day and after another."""
    days, values = history
    start, end = bisect_right(days, first), bisect_right(days, last)
    changes, told = list(days[start:end]), list(values[start : end + 1])
    if first > FIRST_DAY:
        changes, told = [first, *changes], [beyond, *told]
    if last < LAST_DAY:
        changes, told = [*changes, last + 1], [*told, beyond]
    return _merged(changes, told)


def stepwise(days: Iterable[int], value_on: Callable[[int], Value]) -> History:
    """
    Return the history of what is known day by day.

    Args:
        days: Every day on which the value may change; those outside the calendar are left out.
        value_on: The value on a day.
    """
    critical = sorted({day for day in days if FIRST_DAY < day <= LAST_DAY})
    return _merged(critical, [value_on(day) for day in (FIRST_DAY, *critical)])


def _merged(days: list[int], values: list[Value]) -> History:
    """Leave out the days on which nothing changes."""
    kept_days, kept = [], values[:1]
    for day, value in zip(days, values[1:], strict=True):
        if value != kept[-1]:
            kept_days.append(day)
            kept.append(value)
    return kept_days, kept
