"""How the answers of several days become one, and the columns of the answer table."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import migrationgov as mg
from migrationgov.frames.date_axis import axis_of_days, axis_of_values, axis_of_years
from migrationgov.frames.step_functions import (
    FIRST_DAY,
    LAST_DAY,
    StepFunction,
    Steps,
    Value,
    combined,
    replaced,
    stepwise,
)

DAYS = st.lists(st.integers(min_value=FIRST_DAY + 1, max_value=LAST_DAY), max_size=6)


def _function(*values: str) -> StepFunction:
    """Make a step function whose value changes on the days 10, 20, ..."""
    days = [10 * place for place in range(1, len(values))]
    return StepFunction(
        order=("none", "observer", "member"), doubt="unknown", steps=lambda _: (days, values)
    )


@pytest.mark.parametrize(
    ("values", "any_day", "all_days"),
    [
        (("none", "observer"), "observer", "none"),
        (("observer", "member", "observer"), "member", "observer"),
        (("unknown", "member"), "member", "unknown"),
        (("unknown", "observer"), "unknown", "unknown"),
        (("unknown", "none"), "unknown", "none"),
        (("none", "unknown", "member"), "member", "none"),
    ],
)
def test_the_strongest_and_the_weakest(
    values: tuple[str, ...], any_day: str, all_days: str
) -> None:
    """Doubt stays wherever the other answer could still be true."""
    function = _function(*values)
    assert function.during("X", ((1, 99),), "any") == any_day
    assert function.during("X", ((1, 99),), "all") == all_days
    assert function.during("X", ((1, 99),), "first") == values[0]
    assert function.during("X", ((1, 99),), "last") == values[-1]
    assert function.during("X", ((1, 99),), None) == "unknown"
    assert function.during("X", ((1, 5),), None) == values[0]


def test_a_doubt_is_only_settled_where_every_way_out_agrees() -> None:
    """By trying all the ways: whatever is doubtful may be any of the labels."""
    order = ("none", "observer", "member")
    for values in product((*order, "unknown"), repeat=3):
        function = _function(*values)
        ways = list(product(*((order if v == "unknown" else (v,)) for v in values)))
        for partial, pick in (("any", max), ("all", min)):
            ends = {pick(way, key=order.index) for way in ways}
            answer = function.during("X", ((1, 99),), partial)
            if answer != "unknown":
                assert ends == {answer}, (values, partial)


def test_numbers_of_a_period() -> None:
    """The least is certain, the most possible; without a rule there is none."""
    of = ([10, 20], [3, 1, 2])
    least, most = (
        StepFunction(counts=True, combine=mix, steps=lambda _: of) for mix in (min, max)
    )
    bare = StepFunction(counts=True, steps=lambda _: of)
    assert least.during("X", ((1, 99),), None) == 1
    assert most.during("X", ((1, 99),), None) == 3
    assert bare.during("X", ((1, 99),), None) is None
    assert bare.during("X", ((1, 99),), "any") == 3
    assert bare.during("X", ((1, 99),), "all") == 1


def test_a_period_has_a_date_only_if_all_days_have_it() -> None:
    """A column of dates has no strongest."""
    since = StepFunction(steps=lambda _: ([10], ["1990", "2000"]))
    assert since.during("X", ((1, 9),), "any") == "1990"
    assert since.during("X", ((1, 10),), "any") is None
    assert since.during("X", ((1, 10),), None) is None


@example(days=[5], first=FIRST_DAY, last=LAST_DAY)  # cuts nothing off; chance rarely finds it
@given(days=DAYS, first=st.integers(1, LAST_DAY), last=st.integers(1, LAST_DAY + 5))
def test_a_replaced_part_changes_only_the_days_of_it(
    days: list[int], first: int, last: int
) -> None:
    """Day by day, around every edge; nothing changes where the part ends before it begins."""
    whole = stepwise(days, lambda day: str(sum(each <= day for each in days)))
    part = replaced(whole, None, first, last)
    for edge in {*days, first, last}:
        around = [day for day in (edge - 1, edge, edge + 1) if FIRST_DAY <= day <= LAST_DAY]
        before = StepFunction(steps=lambda _: whole).on("X", around)
        after = StepFunction(steps=lambda _: part).on("X", around)
        for day, one, other in zip(around, before, after, strict=True):
            assert other == (None if first <= day <= last else one), day


@given(one=DAYS, other=DAYS, day=st.integers(FIRST_DAY, LAST_DAY))
def test_combined_steps_have_the_values_of_all_parts(
    one: list[int], other: list[int], day: int
) -> None:
    """On every day, the join of what the parts have on that day."""
    parts = [_counted(one), _counted(other)]
    made = combined(parts, str)
    on = [_value(part, day) for part in parts]
    assert _value(made, day) == str(on)


def _counted(days: list[int]) -> Steps:
    """Return the steps of the number of days so far."""
    return stepwise(days, lambda day: sum(each <= day for each in days))


def _value(steps: Steps, day: int) -> Value:
    return StepFunction(steps=lambda _: steps).on("X", [day])[0]


@given(edges=st.sets(st.integers(700_000, 740_000), max_size=8), day=st.integers(690_000, 750_000))
def test_every_day_has_its_column(edges: set[int], day: int) -> None:
    """Before the first change, between two, after the last."""
    axis = axis_of_days(edges)
    start, places = axis.day_places()
    place = places[min(max(day - start, 0), len(places) - 1)]
    assert axis.starts[place] <= day
    assert place == len(axis.starts) - 1 or day < axis.starts[place + 1]


def test_years_reach_one_beyond_the_changes() -> None:
    """Earlier and later years have the answers of the first and the last."""
    axis = axis_of_years({date(1999, 5, 5).toordinal(), date(2001, 1, 1).toordinal()})
    assert (axis.first_year, len(axis)) == (1998, 5)
    assert len(axis_of_years(set())) == 3
    edge = axis_of_years({FIRST_DAY + 1, LAST_DAY})
    assert (edge.first_year, len(edge)) == (1, 9999)


def test_equal_periods_share_a_column() -> None:
    """However they are written; a day belongs to the stretch it lies in."""
    axis = axis_of_values({730_000}, ["2001", 2001, 2001.0, "2001-01/2001-12", "2001-05-05"], "on")
    places = axis.places
    assert places["2001"] == places[2001] == places["2001-01/2001-12"] == len(axis.starts)
    assert places["2001-05-05"] == 1
    with pytest.raises(mg.errors.InvalidDateError, match="0 is not a year"):
        axis_of_values(set(), [0], "on")
