"""Laws of treaties: both clocks, the final clause, successions, lists, and the second machine."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from made_up_treaties import ORGANIZATION, UNNAMED, Events, MadeUpTreaty, days_around, treaties
from migrationgov.timelines.stretches import grade_of
from second_machine_treaties import CONSENT, events_of, status_of

TREATIES = treaties()
CLOCKS = ("effect", "deposit")
PARTIES = ("AAA", "BBB", "CCC", "DDD", ORGANIZATION, UNNAMED)


def possible_on(treaty: MadeUpTreaty, party: str, clock: str, day: int) -> frozenset[str]:
    """What a party may be on a day."""
    return frozenset(map(str, treaty.timelines(clock).line(party).on(day).possible))


def status_in_truth(events: Events, clock: str, day: date) -> str:
    """What a party truly is on a day."""
    status = "none"
    for kind, when in events:
        if when + timedelta(days=kind == "denounced") > day:
            continue
        if kind == "signed":
            status = "signatory"
        elif kind in CONSENT:
            status = "party" if clock == "deposit" else status
        else:
            status = "none" if kind in {"denounced", "ceded"} else "party"
    return status


def reaches_back(treaty: MadeUpTreaty, party: str) -> bool:
    """Whether a party succeeded, so that the effect may come before the notification."""
    return any(kind == "succeeded" for kind, _ in treaty.acts.get(party, ()))


@given(TREATIES, st.sampled_from(PARTIES), st.sampled_from(CLOCKS))
def test_the_second_machine_agrees(
    made: tuple[MadeUpTreaty, dict[str, Events]], party: str, clock: str
) -> None:
    """
    The sets of statuses and the readings are those of the worlds, on all days that matter.

    The machine leaves more open than the worlds in two cases. Where a clause counts months, no
    deposit leads to some days between the first and the last day of an effect. And what follows an
    effect that may come late bounds it, and by the time of the clause the deposit. In the worlds
    a doubted act has a day, which bounds what follows; for the machine it may never have been.
    There the worlds are a part of what the machine leaves open.
    """
    treaty, _ = made
    line = treaty.timelines(clock).line(party)
    events = events_of(treaty, party, clock)
    followed = any(each.follows >= 0 for each in events[:-1])
    at_once = treaty.clause == (0, 0, False) and bool(treaty.own and treaty.own.day)
    by_months = treaty.clause is not None and treaty.clause[0] > 0
    bounded = any(each.doubted for each in events[:-1])
    exact = (at_once or not (followed or by_months)) and not bounded
    for day in days_around(treaty):
        met = line.on(day.toordinal())
        possible, listed = status_of(treaty, party, clock, day.toordinal())
        about = f"{party} {clock} {day}\n{treaty}"
        assert possible <= met.possible, about
        assert possible == met.possible or not exact, about
        if exact and len(possible) > 1:
            assert listed == met.listed, about


@given(TREATIES, st.sampled_from(CLOCKS))
def test_the_truth_is_possible(made: tuple[MadeUpTreaty, dict[str, Events]], clock: str) -> None:
    """Whatever the dates hide, and whether or not effects are on record."""
    treaty, truth = made
    for party in treaty.acts:
        events = truth[party]
        if clock == "deposit" and reaches_back(treaty, party):
            events = [each for each in events if each[0] != "entered-into-force"]
        for day in days_around(treaty):
            true = status_in_truth(events, clock, day)
            assert true in possible_on(treaty, party, clock, day.toordinal()), (
                f"{party} {clock} {day} {true}\n{events}\n{treaty}"
            )


@given(TREATIES)
def test_whom_the_treaty_binds_has_deposited(
    made: tuple[MadeUpTreaty, dict[str, Events]],
) -> None:
    """By effect nobody is a party who is none by deposit, unless a succession reaches back."""
    treaty, _ = made
    for party in PARTIES:
        if reaches_back(treaty, party):
            continue
        for day in days_around(treaty):
            by_deposit = possible_on(treaty, party, "deposit", day.toordinal())
            if "party" not in by_deposit:
                assert "party" not in possible_on(treaty, party, "effect", day.toordinal())


@given(TREATIES, st.sampled_from(PARTIES), st.sampled_from(CLOCKS))
def test_grades_are_nested(
    made: tuple[MadeUpTreaty, dict[str, Events]], party: str, clock: str
) -> None:
    """Something is always possible, and only what is possible is listed."""
    for each in made[0].timelines(clock).line(party).stretches:
        assert each.possible
        assert each.listed is None or each.listed in each.possible


@given(TREATIES, st.sampled_from(PARTIES), st.sampled_from(CLOCKS), st.data())
def test_a_wide_date_is_never_more_certain(
    made: tuple[MadeUpTreaty, dict[str, Events]], party: str, clock: str, data: st.DataObject
) -> None:
    """What a wide date says, each of its days says, too."""
    line = made[0].timelines(clock).line(party)
    days = st.sampled_from([day.toordinal() for day in days_around(made[0])])
    first, day, last = sorted(data.draw(st.lists(days, min_size=3, max_size=3)))
    for status in ("party", "signatory", "none"):
        wide = grade_of(line.during(((first, last),)), status)
        narrow = grade_of([line.on(day)], status)
        allowed = {"certain": {"certain"}, "listed": {"certain", "listed"}, "": {""}}
        assert narrow in allowed.get(wide, {narrow})
