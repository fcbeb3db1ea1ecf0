"""Every engine gives, line by line, what the public functions give; none lost, none twice."""

from __future__ import annotations

import warnings
from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import migrationgov as mg
from engines import ENGINES, ORDERED, Engine, by_line
from migrationgov import frames
from migrationgov.dates.partial_date import as_date
from oracle import COLUMNS, expected

_NAMES = ["KAZ", "Kazakhstan", "AUS", "AU", "Türkiye", "GBR", "SRB", "YUCS", "USA", "Cuba", "TJK",
          "036", "MEX", "HND", "CHN", "Sierra Leone", "VEN", "IRN"]  # fmt: skip
_CHANGES = sorted(
    {
        day + timedelta(days=shift)
        for step in mg.transitions(institution="IOM")
        for day in (step.date.earliest, step.date.latest)
        if day
        for shift in (-1, 0, 1)
    }
)
_COVER = [date(1951, 12, 4), date(1951, 12, 5), date(2025, 12, 10), date(2025, 12, 11)]
states = st.none() | st.sampled_from([*_NAMES, *(state.id for state in mg.dataset().states)])
days = (
    st.none()
    | st.sampled_from([*_CHANGES, *_COVER])
    | st.dates(min_value=date(1940, 1, 1), max_value=date(2040, 1, 1))
)
years = st.none() | st.integers(min_value=1940, max_value=2035)
_WHEN = "2002 2002-12 2002-12-02 199X 1994? [2001,2015] 2013/2015 1985-05/.. 1973-12-31 ../1960"
texts = st.none() | st.sampled_from([*_WHEN.split(), "1974-01-01", "2 December 2002"])
everywhere = pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
law = settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def _table(lines: list[tuple[Any, Any]], kind: pa.DataType) -> pa.Table:
    countries, dates = ([line[side] for line in lines] for side in (0, 1))
    return pa.table(
        {
            "line": pa.array(range(len(lines)), pa.int64()),
            "country": pa.array(countries, pa.string()),
            "date": pa.array(dates, kind),
        }
    )


def _check(engine: Engine, lines: list[tuple[Any, Any]], kind: pa.DataType) -> None:
    given = engine.make(_table(lines, kind))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", mg.errors.CoverageWarning)
        warnings.simplefilter("ignore", mg.errors.UnmatchedWarning)  # states before their start
        found = engine.read(frames.annotate(given, columns=COLUMNS))
    later = sum(on is not None and _is_later(on) for _, on in lines)
    assert [str(each.message).split()[0] for each in caught] == [str(later)][: min(later, 1)]
    assert len(found) == len(lines)
    rows = found if engine.name in ORDERED else by_line(found)
    assert [int(row["line"]) for row in rows] == list(range(len(lines)))
    for row, (state, on) in zip(rows, lines, strict=True):
        asked = f"{on:04d}" if isinstance(on, int) else on
        for what in COLUMNS:
            assert row[what] == expected(what, state, asked), (what, state, on)


def _is_later(on: Any) -> bool:
    """Return whether a date has a day after the first last day of what the columns are about."""
    covered = mg.find_process("Almaty Process").covered_until.last_ordinal
    return as_date(f"{on:04d}" if isinstance(on, int) else on).last_ordinal > covered


@everywhere
@law
@given(lines=st.lists(st.tuples(states, days), max_size=60))
def test_days(engine: Engine, lines: list[tuple[str | None, date | None]]) -> None:
    """The day before each change, the day, the day after; any other; and none."""
    _check(engine, lines, pa.date32())


@everywhere
@law
@given(lines=st.lists(st.tuples(states, years), max_size=60))
def test_years(engine: Engine, lines: list[tuple[str | None, int | None]]) -> None:
    """What holds on every day of a year is certain."""
    _check(engine, lines, pa.int32())


@everywhere
@law
@given(lines=st.lists(st.tuples(states, texts), max_size=40))
def test_text(engine: Engine, lines: list[tuple[str | None, str | None]]) -> None:
    """Days, periods, and dates that keep their doubt."""
    _check(engine, lines, pa.string())


@pytest.mark.filterwarnings("ignore::migrationgov.errors.UnmatchedWarning")  # former states
@everywhere
def test_every_state_on_every_day_of_change(engine: Engine) -> None:
    """The whole register at once, one thousand lines of it asked singly."""
    every = [(state.id, day) for state in mg.dataset().states for day in _CHANGES[::40]]
    found = by_line(engine.read(frames.annotate(engine.make(_table(every, pa.date32())))))
    assert len(found) == len(every)
    for row, (state, day) in list(zip(found, every, strict=True))[:: len(every) // 1000]:
        assert row["iom_member"] == expected("iom_member", state, day), (state, day)
        assert row["iom_status"] == expected("iom_status", state, day), (state, day)
