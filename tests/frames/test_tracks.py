"""How the answers of several days become one, and what a grid leads to."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import migrationgov as mg
from migrationgov.frames.date_axis import axis_of_days, axis_of_values, axis_of_years
from migrationgov.frames.step_functions import FIRST_DAY, LAST_DAY, StepFunction, cut, stepwise

DAYS = st.lists(st.integers(min_value=FIRST_DAY + 1, max_value=LAST_DAY), max_size=6)


def _track(*values: str) -> StepFunction:
    """Make a track whose value changes on the days 10, 20, ..."""
    days = [10 * place for place in range(1, len(values))]
    return StepFunction(
        order=("none", "observer", "member"), doubt="unknown", of=lambda _: (days, values)
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
    track = _track(*values)
    assert track.during("X", ((1, 99),), "any") == any_day
    assert track.during("X", ((1, 99),), "all") == all_days
    assert track.during("X", ((1, 99),), "first") == values[0]
    assert track.during("X", ((1, 99),), "last") == values[-1]
    assert track.during("X", ((1, 99),), None) == "unknown"
    assert track.during("X", ((1, 5),), None) == values[0]


def test_a_doubt_is_only_settled_where_every_way_out_agrees() -> None:
    """By trying all the ways: whatever is doubtful may be any of the labels."""
    order = ("none", "observer", "member")
    for values in product((*order, "unknown"), repeat=3):
        track = _track(*values)
        ways = list(product(*((order if v == "unknown" else (v,)) for v in values)))
        for partial, pick in (("any", max), ("all", min)):
            ends = {pick(way, key=order.index) for way in ways}
            told = track.during("X", ((1, 99),), partial)
            if told != "unknown":
                assert ends == {told}, (values, partial)


def test_numbers_of_a_period() -> None:
    """The least is certain, the most possible; without a rule there is none."""
    of = ([10, 20], [3, 1, 2])
    least, most = (StepFunction(counts=True, mix=mix, of=lambda _: of) for mix in (min, max))
    bare = StepFunction(counts=True, of=lambda _: of)
    assert least.during("X", ((1, 99),), None) == 1
    assert most.during("X", ((1, 99),), None) == 3
    assert bare.during("X", ((1, 99),), None) is None
    assert bare.during("X", ((1, 99),), "any") == 3
    assert bare.during("X", ((1, 99),), "all") == 1


def test_dates_of_a_period_are_told_only_if_there_is_one() -> None:
    """A column of dates has no strongest."""
    since = StepFunction(of=lambda _: ([10], ["1990", "2000"]))
    assert since.during("X", ((1, 9),), "any") == "1990"
    assert since.during("X", ((1, 10),), "any") is None
    assert since.during("X", ((1, 10),), None) is None


@example(days=[5], first=FIRST_DAY, last=LAST_DAY)  # cuts nothing off; chance rarely finds it
@given(days=DAYS, first=st.integers(1, LAST_DAY), last=st.integers(1, LAST_DAY + 5))
def test_cutting_changes_only_what_lies_outside(days: list[int], first: int, last: int) -> None:
    """Day by day, around every edge."""
    whole = stepwise(days, lambda day: str(sum(each <= day for each in days)))
    first, last = min(first, last), max(first, last)
    part = cut(whole, first, last, None)
    for edge in {*days, first, last}:
        for day in (edge - 1, edge, edge + 1):
            if FIRST_DAY <= day <= LAST_DAY:
                inside = first <= day <= last
                one = StepFunction(of=lambda _: whole).during("X", ((day, day),), None)
                other = StepFunction(of=lambda _: part).during("X", ((day, day),), None)
                assert other == (one if inside else None), day


@given(edges=st.sets(st.integers(700_000, 740_000), max_size=8), day=st.integers(690_000, 750_000))
def test_every_day_has_its_column(edges: set[int], day: int) -> None:
    """Before the first change, between two, after the last."""
    axis = axis_of_days(edges)
    start, places = axis.day_places()
    place = places[min(max(day - start, 0), len(places) - 1)]
    assert axis.starts[place] <= day
    assert place == len(axis.starts) - 1 or day < axis.starts[place + 1]


def test_years_reach_one_beyond_the_changes() -> None:
    """So that whatever lies further is told by the first or the last."""
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
    with pytest.raises(mg.errors.InvalidDateError, match="0 is no year"):
        axis_of_values(set(), [0], "on")
