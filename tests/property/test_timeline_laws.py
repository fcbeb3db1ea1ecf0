"""Laws of folding: the truth is always among the possible, and certainty is never wrong."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from migrationgov import PartialDate
from migrationgov.model.legal_transitions import AT_END_OF_DAY, MEMBERSHIP
from migrationgov.timelines.evidence import Evidence, Step
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.stretches import Timeline
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
            status = MEMBERSHIP.legal[status][kind]
    return status


def line(history: History, exists_from: int = 1) -> Timeline:
    """The timeline of a history, from the dates alone."""
    steps = {"AAA": [Step(kind.value, when) for kind, when, _ in history]} if history else {}
    evidence = Evidence("x", steps=steps, register=True, closed=True, exists_from=exists_from)
    return InstitutionTimelines(evidence).line("AAA")


@given(histories(), DAYS)
def test_the_truth_is_possible(history: History, day: date) -> None:
    """Whatever the dates hide, the true status is in the set."""
    assert true_status(history, day) in line(history).on(day.toordinal()).possible


@given(histories(), DAYS)
def test_exact_dates_leave_no_doubt(history: History, day: date) -> None:
    """With exact dates the set holds the truth and nothing else."""
    exact = [(kind, PartialDate.from_date(day), day) for kind, _, day in history]
    assert {true_status(history, day)} == line(exact).on(day.toordinal()).possible


@given(histories(), DAYS)
def test_later_steps_leave_earlier_days_as_they_were(history: History, day: date) -> None:
    """
    A step that cannot have happened by a day changes nothing on it, nor does what follows it.

    A doubted step may never have happened: what follows it may have happened before its date.
    """
    undoubted = (n for n, each in enumerate(history) if not each[1].uncertain)
    cut = next((n for n in undoubted if _first(history[n]) > day.toordinal()), len(history))
    earlier, whole = (line(each).on(day.toordinal()) for each in (history[:cut], history))
    assert earlier.possible == whole.possible


def _first(each: tuple[TransitionKind, PartialDate, date]) -> int:
    kind, when, _ = each
    return when.first_ordinal + (kind in AT_END_OF_DAY)


@given(histories(), DAYS, DAYS)
def test_a_stretch_holds_the_sets_of_its_days(history: History, one: date, other: date) -> None:
    """What is possible during a stretch is what is possible on its days."""
    first, last = sorted([one.toordinal(), other.toordinal()])
    its = line(history)
    daily = {its.on(day).possible for day in range(first, last + 1)}
    assert daily == {each.possible for each in its.during(((first, last),))}


@given(histories())
def test_nothing_happens_before_the_first_step(history: History) -> None:
    """Before every bound the only status is none, unless a start is open."""
    its = line(history, date(1950, 1, 1).toordinal())
    assert {Status.NONE} == its.on(date(1949, 12, 31).toordinal()).possible
