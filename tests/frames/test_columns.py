"""How the readings of several days become one value, and the columns of the answer table."""

from __future__ import annotations

from datetime import date
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrationgov.dates.partial_date import as_date
from migrationgov.frames.columns import (
    FIRST_DAY,
    LAST_DAY,
    Column,
    Steps,
    Value,
    by_strength,
    compacted,
)
from migrationgov.frames.date_axis import axis_of_days, axis_of_values, axis_of_years

ORDER = ("none", "observer", "member")
LABELS = st.sampled_from([*ORDER, "unknown"])


def _during(*values: str, partial: str | None, last: int = 99) -> Value:
    """Return the value of a period of which the label changes on the days 10, 20, ..."""
    steps = Steps([10 * place for place in range(1, len(values))], values)
    column = Column(steps=lambda _: steps, value=by_strength(ORDER))
    return column.row(steps, (), [(((1, last),), partial)])[0]


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
    assert _during(*values, partial="any") == any_day
    assert _during(*values, partial="all") == all_days
    assert _during(*values, partial="first") == values[0]
    assert _during(*values, partial="last") == values[-1]
    assert _during(*values, partial=None) == "unknown"
    assert _during(*values, partial=None, last=5) == values[0]


def test_a_doubt_is_only_settled_where_every_way_out_agrees() -> None:
    """By trying all the ways: whatever is doubtful may be any of the labels."""
    for values in product((*ORDER, "unknown"), repeat=3):
        ways = list(product(*((ORDER if v == "unknown" else (v,)) for v in values)))
        for partial, pick in (("any", max), ("all", min)):
            ends = {pick(way, key=ORDER.index) for way in ways}
            answer = _during(*values, partial=partial)
            if answer != "unknown":
                assert ends == {answer}, (values, partial)


@given(readings=st.lists(LABELS, min_size=1, max_size=8), day=st.integers(0, 90))
def test_steps_without_idle_days_have_the_same_values(readings: list[str], day: int) -> None:
    """On every day, also where a reading comes back."""
    days = [10 * place for place in range(1, len(readings))]
    column = Column(steps=lambda _: short, value=by_strength(ORDER))
    whole, short = Steps(days, readings), compacted(days, readings)
    assert column.row(whole, [day], []) == column.row(short, [day], [])
    assert all(one != other for one, other in pairwise(short.readings))


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
    assert (axis.first_year, axis.last_year, len(axis)) == (1998, 2002, 6)
    assert (axis.no_date, axis.doubtful) == (5, frozenset({5}))  # for the year 9999
    assert len(axis_of_years(set())) == 4
    edge = axis_of_years({FIRST_DAY + 1, LAST_DAY})
    assert (edge.first_year, edge.last_year, len(edge)) == (1, 9999, 10_000)


def test_equal_periods_share_a_column() -> None:
    """However they are written; a day belongs to the stretch it lies in."""
    values = ["2001", 2001, 2001.0, "2001-01/2001-12", "2001-05-05"]
    axis = axis_of_values({730_000}, {value: as_date(value) for value in values})
    places = axis.places
    assert places["2001"] == places[2001] == places["2001-01/2001-12"] == len(axis.starts)
    assert places["2001-05-05"] == 1
