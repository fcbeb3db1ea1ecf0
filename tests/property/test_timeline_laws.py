"""Laws of folding: the truth is always among the possible, and certainty is never wrong."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from migrationgov import PartialDate
from migrationgov.model.status_timeline import AT_END_OF_DAY, LEGAL, DatedTransition, Timeline
from migrationgov.vocabularies import Status, TransitionKind
from strategies import histories

History = list[tuple[TransitionKind, PartialDate, date]]
DAYS = st.dates(min_value=date(1959, 1, 1), max_value=date(1980, 1, 1))


def true_status(history: History, day: date) -> Status:
    """The status on a day if every step happened on its true day."""
    status = Status.NONE
    for kind, _, happened in history:
        takes_effect = happened + timedelta(days=1 if kind in AT_END_OF_DAY else 0)
        if takes_effect <= day:
            status = LEGAL[status][kind]
    return status


def line(history: History) -> Timeline:
    """The timeline of a history, from the dates alone."""
    return Timeline([DatedTransition(kind, when) for kind, when, _ in history])


@given(histories(), DAYS)
def test_the_truth_is_possible(history: History, day: date) -> None:
    """Whatever the dates hide, the true status is in the set."""
    assert true_status(history, day) in line(history).on(day.toordinal())


@given(histories(), DAYS)
def test_exact_dates_leave_no_doubt(history: History, day: date) -> None:
    """With exact dates the set holds the truth and nothing else."""
    exact = [(kind, PartialDate.from_date(day), day) for kind, _, day in history]
    assert {true_status(history, day)} == line(exact).on(day.toordinal())


@given(histories(), DAYS)
def test_later_steps_leave_earlier_days_as_they_were(history: History, day: date) -> None:
    """A step that cannot have happened by a day changes nothing on it."""
    steps = [DatedTransition(kind, when) for kind, when, _ in history]
    cut = next((n for n, step in enumerate(steps) if step.first > day.toordinal()), len(steps))
    assert Timeline(steps[:cut]).on(day.toordinal()) == Timeline(steps).on(day.toordinal())


@given(histories(), DAYS, DAYS)
def test_a_stretch_holds_the_sets_of_its_days(history: History, one: date, other: date) -> None:
    """What is possible during a stretch is what is possible on its days."""
    first, last = sorted([one.toordinal(), other.toordinal()])
    its = line(history)
    daily = {its.on(day) for day in range(first, last + 1)}
    assert daily == set(its.during(first, last))


@given(histories())
def test_nothing_happens_before_the_first_step(history: History) -> None:
    """Before every bound the only status is none, unless a start is open."""
    steps = [
        DatedTransition(kind, when, not_before=date(1950, 1, 1).toordinal())
        for kind, when, _ in history
    ]
    assert {Status.NONE} == Timeline(steps).on(date(1949, 12, 31).toordinal())
