"""Laws of `status_on`: a wide date is never more certain than a day within it."""

from __future__ import annotations

import warnings
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import migrationgov as mg
from migrationgov.lookup.day_ranges import day_ranges_of
from strategies import interval_texts, plain_texts, set_texts, single_texts

FACTS = mg.dataset()
PARTIES = sorted({each.party for each in mg.transitions()})
FIELDS = ("member", "observer", "applicant")


def status(party: str, on: mg.typing.DateLike, facts: mg.Dataset) -> mg.results.StatusOn:
    """Return a status without the warnings of dates outside the coverage."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
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
