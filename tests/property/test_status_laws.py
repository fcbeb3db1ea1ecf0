"""Laws of `status_on` and of spells on a date, which say what the timelines say."""

from __future__ import annotations

import warnings
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import migrationgov as mg
from frozen_facts import frozen_dataset
from migrationgov.lookup.bundled import bundled_dataset
from migrationgov.lookup.day_ranges import day_ranges_of
from migrationgov.queries.spells import institutions
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.stretches import Timeline
from strategies import interval_texts, plain_texts, set_texts, single_texts

FACTS = mg.dataset()
PARTIES = sorted({each.party for each in mg.transitions()})
FIELDS = ("member", "observer", "applicant")


def status(party: str, on: mg.typing.DateLike, facts: mg.Dataset) -> mg.results.StatusOn:
    """Return a status without the warnings of dates outside the coverage."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
        warnings.simplefilter("ignore", mg.errors.UnmatchedWarning)
        return mg.status_on(party, on, dataset=facts)


def days_within(on: mg.PartialDate) -> st.SearchStrategy[date]:
    """Draw a day of a date: any day, or one on which a transition may have happened."""
    low, high = date(1940, 1, 1).toordinal(), date(2060, 12, 31).toordinal()
    ranges = [(max(first, low), min(last, high)) for first, last in day_ranges_of(on)]
    ranges = [(first, last) for first, last in ranges if first <= last]
    assume(ranges)
    return st.sampled_from(ranges).flatmap(lambda each: st.integers(*each).map(date.fromordinal))


@pytest.mark.parametrize("kinds", [None, ["press"], ["official-page"]])
@given(
    party=st.sampled_from(PARTIES),
    text=st.one_of(plain_texts(), single_texts(), interval_texts(), set_texts()),
    data=st.data(),
)
def test_a_wide_date_is_never_more_certain_than_a_day_within(
    kinds: list[mg.typing.SourceKindLike] | None, party: str, text: str, data: st.DataObject
) -> None:
    """What is unknown on a day is neither yes nor no for a date that contains the day."""
    facts = FACTS if kinds is None else mg.restricted_to(FACTS, kinds=kinds)
    on = mg.PartialDate.parse(text)
    day = data.draw(days_within(on))
    wide, narrow = status(party, on, facts), status(party, day, facts)
    assert set(narrow.statuses) <= set(wide.statuses)
    for field in FIELDS:
        assert getattr(wide, field) in (getattr(narrow, field), mg.Answer.UNKNOWN)


@pytest.mark.parametrize(
    ("party", "wide", "day"),
    [
        ("KAZ", "200X", "2002-11-25"), ("KAZ", "2002~", "2002-11-25"),
        ("STP", "200X", "2001-05-01"), ("STP", "2001~", "2001-05-01"),
        ("STP", "2001-05-01?", "2001-05-01"),
    ],
)  # fmt: skip
def test_an_application_in_a_wide_date_is_not_denied(party: str, wide: str, day: str) -> None:
    """An application that is, or may be, pending on a day makes the wide date unknown."""
    assert status(party, day, FACTS).applicant is not mg.Answer.NO
    assert status(party, wide, FACTS).applicant is mg.Answer.UNKNOWN


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
@pytest.mark.filterwarnings("ignore::migrationgov.errors.UnmatchedWarning")
@pytest.mark.parametrize("facts", [frozen_dataset(), bundled_dataset()], ids=["26.1", "today"])
def test_spells_on_a_date_are_those_of_its_members(facts: mg.Dataset) -> None:
    """Of each certain and listed member, of possible ones by dates, and of nobody else."""
    for institution in institutions(None, facts):
        lines = timelines_of(facts, institution)
        for party in lines.parties:
            for on in _edges(lines.line(party)):
                members = mg.members_on(on, institution, kind=None, dataset=facts)
                spells = mg.memberships_of(party, institution, on=on, dataset=facts)
                if party in members.codes:
                    assert spells, (institution, party, str(on))
                elif party not in members.possible.codes:
                    assert not spells, (institution, party, str(on))


def _edges(line: Timeline) -> set[mg.PartialDate]:
    """Return the days around each change of a timeline, and the years in which they lie."""
    days = [date.fromordinal(day - before) for day in line.days for before in (0, 1) if day > 1]
    return {mg.PartialDate(text) for day in days for text in (str(day), f"{day.year:04}")}
