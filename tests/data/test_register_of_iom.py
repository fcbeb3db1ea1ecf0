"""The register of IOM against what was published about it."""

from __future__ import annotations

import warnings
from datetime import date

import pytest

import migrationgov as mg
from migrationgov.timelines import timelines_of
from migrationgov.vocabularies import Status

#: Published totals that the derived set of certain members meets on their day.
TOTALS = {
    "1954-11-30": 16,
    "1990-05-22": 35,
    "1991-07-01": 39,
    "1992-05-27": 46,
    "1992-11-24": 48,
    "1993-11-23": 52,
    "2001-11-27": 91,
    "2002-12-01": 93,
    "2002-12-02": 98,
    "2003-11-21": 102,
    "2006-06-08": 118,
    "2007-11-27": 122,
    "2009-06-04": 125,
    "2011-12-05": 146,
    "2012-11-14": 146,
    "2015-11-23": 157,
    "2016-06-30": 165,
    "2016-12-05": 166,
    "2018-06-29": 172,
    "2019-01-01": 173,
    "2022-11-30": 175,
    "2025-12-10": 175,
}

#: Totals of the early years, for which some members are only possible: published between the two.
BOUNDED = {"1952-10-21": 20, "1953-04-24": 22, "1953-12-14": 24, "1961-03-04": 29}

#: The parties to the Constitution at its entry into force.
PARTIES = [
    "ARG",
    "AUS",
    "AUT",
    "CAN",
    "CHE",
    "CHL",
    "DEU",
    "DNK",
    "GRC",
    "ISR",
    "ITA",
    "NLD",
    "NOR",
    "PRY",
    "SWE",
    "USA",
]

#: Members on the day, of those that left and came back, and when they did.
RETURNS = {
    "AUS": "1985-05-24", "BRA": "2004-11-30", "CAN": "1990-05-23", "ESP": "2006-06-08",
    "FRA": "1992-05-27", "MLT": "2003-11-18", "NZL": "2003-06-13", "SWE": "1991-07-01",
    "VEN": "1973-12-04", "ZAF": "1997-11-25",
}  # fmt: skip

EXITS = {
    "AUS": "1973-12-31",
    "CAN": "1962-12-31",
    "ESP": "1977-12-31",
    "FRA": "1966-12-31",
    "NZL": "[1961-12-31..1972-12-31]",
    "SWE": "[1954-12-31..1972-12-31]",
    "BRA": "[1974-12-31..1989-12-31]",
    "MLT": "[1974-12-31..1989-12-31]",
    "ZAF": "[1974-12-31..1989-12-31]",
    "VEN": "[1953-04-24..1972-12-31]",
}


@pytest.mark.parametrize("day", TOTALS)
def test_published_totals_are_met(day: str) -> None:
    """Each total that can be rebuilt, exactly, by certain members."""
    assert TOTALS[day] == len(mg.members_on(day))


@pytest.mark.parametrize("day", BOUNDED)
def test_early_totals_lie_within_the_bounds(day: str) -> None:
    """Where exits and entries are bracketed, between the certain and the possible members."""
    roll = mg.members_on(day)
    assert len(roll) <= BOUNDED[day] <= len(roll) + len(roll.possible)


def test_sixteen_parties_by_name() -> None:
    """At the entry into force of the Constitution; other seats of the Committee are possible."""
    roll = mg.members_on("1954-11-30")
    assert tuple(PARTIES) == roll.codes
    assert ("BEL", "BOL", "BRA", "FRA", "LUX", "NZL", "VEN", "ZAF") == roll.possible.codes


def test_175_current_members_each_with_a_day_and_two_sources() -> None:
    """The date of entry is a day, or for Sierra Leone one of two, and stands on two sources."""
    roll = mg.members_on("2022-11-30")
    assert 175 == len(roll)
    for state in roll:
        spell = mg.memberships_of(state, "IOM")[-1]
        entries = [step for step in spell.steps if step.kind in ("joined", "succeeded")]
        dated = [step for step in entries if step.date.day or len(step.date.spans) == 2]
        assert dated, state.id
        assert len({citation.source for citation in dated[-1].citations}) >= 2, state.id


@pytest.mark.parametrize("state", RETURNS)
def test_ten_left_and_came_back(state: str) -> None:
    """Exit exact or bracketed, return to the day; an observer or nothing in between."""
    exits = mg.transitions(state, "IOM", kind="withdrew")
    assert [EXITS[state]] == [str(step.date) for step in exits]
    back = mg.memberships_of(state, "IOM")[-1]
    assert (RETURNS[state], None) == (str(back.start), back.end)
    latest_exit, returned = exits[0].date.latest, back.start.day
    assert latest_exit is not None
    assert returned is not None
    day_out = date.fromordinal(latest_exit.toordinal() + 1)
    assert mg.is_member(state, latest_exit) is not mg.Answer.NO
    assert mg.is_member(state, day_out) is mg.Answer.NO
    assert mg.is_member(state, date.fromordinal(returned.toordinal() - 1)) is mg.Answer.NO
    assert mg.is_member(state, returned) is mg.Answer.YES


@pytest.mark.parametrize(
    ("state", "last", "returned"),
    [("LUX", "1955-11-30", "1956-07-18"), ("BOL", "1955-11-30", "1960-12-01")],
)
def test_no_seat_without_acceptance_outlives_a_year(state: str, last: str, returned: str) -> None:
    """By Article 30 of the Constitution, from one year after its entry into force."""
    day = date.fromisoformat(last)
    assert mg.is_member(state, day) is mg.Answer.UNKNOWN
    assert mg.is_member(state, date.fromordinal(day.toordinal() + 1)) is mg.Answer.NO
    before = date.fromisoformat(returned).toordinal() - 1
    assert mg.is_member(state, date.fromordinal(before)) is mg.Answer.NO
    assert mg.is_member(state, returned) is mg.Answer.YES


def test_vote_deposit_and_effect_are_kept_apart() -> None:
    """Where they differ each has its date."""
    uzbekistan = {step.kind.value: str(step.date) for step in mg.transitions("UZB", "IOM")}
    assert {
        "admitted": "2018-11-27",
        "accepted": "2018-11-27",
        "joined": "2019-01-01",
    } == uzbekistan
    russia = {step.kind.value: str(step.date) for step in mg.transitions("RUS", "IOM")}
    assert ("2020-11-24", "2021-04-19") == (russia["admitted"], russia["joined"])
    for state in PARTIES:
        accepted = mg.transitions(state, "IOM", kind="accepted")
        joined = mg.transitions(state, "IOM", kind="joined")[0]
        assert "1954-11-30" == str(joined.date)
        assert all((step.date.latest or date.max).year in (1954, 1990) for step in accepted)


@pytest.mark.parametrize("state", ["BHR", "BTN", "IDN", "KWT", "MYS", "QAT", "SAU", "SMR"])
def test_eight_observer_states_remain(state: str) -> None:
    """As named in 2023, and only those."""
    roll = mg.observers_on("2024", kind="state")
    assert ("BHR", "BTN", "IDN", "KWT", "MYS", "QAT", "SAU", "SMR") == roll.codes
    assert mg.status_on(state, "2024").status is Status.OBSERVER


def test_nobody_is_a_member_before_the_organization() -> None:
    """Nor an observer."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
        for ask in (mg.members_on, mg.observers_on):
            roll = ask("1951-12-04")
            assert ((), ()) == (roll.codes, roll.possible.codes)


def test_a_state_has_no_status_before_it_exists() -> None:
    """Although no list names all observers before 1993, one that did not exist was none."""
    kazakhstan = mg.status_on("KAZ", "1980")
    assert kazakhstan.status is Status.NONE
    lines = timelines_of(mg.dataset(), "iom")
    lives = mg.dataset().state_lives()
    begun = [each for each in lines.parties if lives.get(each, (0, 0))[0] > lines.evidence.founded]
    assert len(begun) > 80
    for party in begun:
        assert lines.line(party).on(lives[party][0] - 1).possible == {Status.NONE}, party


def test_every_day_of_change_is_consistent() -> None:
    """Nobody is certain and possible at once, or certainly on two rolls, on any such day."""
    lines = timelines_of(mg.dataset(), "iom")
    days = sorted({*lines.index("member").days, *lines.index("observer").days})
    assert len(days) > 150
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
        for day in (date.fromordinal(day) for day in days):
            members, observers = mg.members_on(day), mg.observers_on(day)
            certain = [*members.codes, *observers.codes]
            assert len(certain) == len(set(certain))
            assert not set(members.codes) & set(members.possible.codes)
            assert not set(certain) & set(observers.possible.codes)


@pytest.mark.parametrize("state", ["CSHH", "CSXX", "DDDE", "SUHH", "YDYE", "YUCS"])
def test_no_spell_outlasts_its_state(state: str) -> None:
    """Where no record ends it, its state did; and its entry is not that of the successor."""
    over = mg.find_state(state).end
    assert over is not None
    for spell in mg.memberships_of(state, status=None):
        assert spell.end is not None, spell
        assert spell.end.first_ordinal <= over.last_ordinal, spell
        if spell.since is not None:
            assert spell.since.first_ordinal <= over.last_ordinal, spell
