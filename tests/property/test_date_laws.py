"""Laws of dates; each class quotes the sentence it tests."""

from __future__ import annotations

import copy
import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrationgov import Answer, PartialDate
from migrationgov.dates.partial_date import as_date
from migrationgov.errors import InvalidDateError, short_repr
from strategies import DAYS, date_texts, partial_dates, plain_texts


class TestText:
    """Its text is EDTF and comes back unchanged."""

    @given(date_texts)
    def test_comes_back(self, text: str) -> None:
        """Law number one."""
        assert text == str(PartialDate.parse(text))

    @given(date_texts)
    def test_tells_equality(self, text: str) -> None:
        """Equal texts, equal dates, equal hashes."""
        one, other = PartialDate.parse(text), PartialDate.parse(text)
        assert one == other
        assert hash(one) == hash(other)

    @given(partial_dates)
    def test_survives_copies(self, when: PartialDate) -> None:
        """Pickles and copies are equal to their originals."""
        assert when == pickle.loads(pickle.dumps(when))
        assert when == copy.deepcopy(when) == copy.copy(when)

    @given(st.text(max_size=30))
    def test_of_anything_is_read_or_refused(self, text: str) -> None:
        """Only our own error comes out, and what is read comes back."""
        try:
            when = PartialDate.parse(text)
        except InvalidDateError as error:
            assert str(error).startswith(short_repr(text))
            assert "write " in str(error)
        else:
            assert text == str(when)

    @given(st.text("0123456789-./?~%[]X,", max_size=24))
    def test_of_date_signs_is_read_or_refused(self, text: str) -> None:
        """The same for texts that look like dates."""
        try:
            assert text == str(PartialDate.parse(text))
        except InvalidDateError as error:
            assert str(error).startswith(short_repr(text))
            assert "write " in str(error)


class TestBounds:
    """Bounds (earliest, latest, None = open) are computed once."""

    @given(partial_dates)
    def test_are_in_order(self, when: PartialDate) -> None:
        """The earliest day is not after the latest."""
        assert (when.earliest or date.min) <= (when.latest or date.max)

    @given(partial_dates)
    def test_are_those_of_the_spans(self, when: PartialDate) -> None:
        """Every span lies within the bounds."""
        for first, last in when.spans:
            assert (when.earliest or date.min) <= (first or date.min)
            assert (last or date.max) <= (when.latest or date.max)

    @given(plain_texts())
    def test_widen_when_approximate(self, text: str) -> None:
        """`~` widens by one unit of its precision, on either side."""
        plain, about = PartialDate.parse(text), PartialDate.parse(f"{text}~")
        units = {"year": 366, "month": 31, "day": 1}
        assert plain.earliest is not None
        assert about.earliest is not None
        assert plain.latest is not None
        assert about.latest is not None
        for gap in (plain.earliest - about.earliest, about.latest - plain.latest):
            assert timedelta(0) < gap <= timedelta(days=units[plain.precision])

    @given(plain_texts(), st.sampled_from("?%"))
    def test_stay_when_uncertain(self, text: str, mark: str) -> None:
        """A `?` moves no bound, it takes certainty away."""
        marked = PartialDate.parse(text + mark)
        assert marked.uncertain
        if mark == "?":
            assert PartialDate.parse(text).spans == marked.spans


class TestHappenedBy:
    """Certainly happened if latest <= d, certainly not if earliest > d, else maybe."""

    @given(partial_dates, DAYS)
    def test_never_turns_back(self, when: PartialDate, day: date) -> None:
        """From no over unknown to yes as days go by."""
        order = [Answer.NO, Answer.UNKNOWN, Answer.YES]
        today, tomorrow = when.happened_by(day), when.happened_by(day + timedelta(days=1))
        assert order.index(today) <= order.index(tomorrow)

    @given(partial_dates, DAYS)
    def test_is_never_certain_of_an_uncertain_date(self, when: PartialDate, day: date) -> None:
        """A `?` date may not have happened by then: it never makes anything certain."""
        assert not (when.uncertain and when.happened_by(day) is Answer.YES)

    @given(DAYS, DAYS)
    def test_of_a_day_is_plain_comparison(self, happened: date, day: date) -> None:
        """An exact date leaves nothing open."""
        expected = Answer.YES if happened <= day else Answer.NO
        assert expected is PartialDate.from_date(happened).happened_by(day)


class TestAnswers:
    """Kleene's three-valued logic."""

    @given(st.sampled_from(Answer), st.sampled_from(Answer))
    def test_follow_de_morgan(self, one: Answer, other: Answer) -> None:
        """And, or and not fit together."""
        assert ~(one & other) is ~one | ~other
        assert one & other is other & one
        assert ~~one is one

    @given(st.sampled_from(Answer), st.sampled_from(Answer))
    def test_agree_with_plain_logic_where_known(self, one: Answer, other: Answer) -> None:
        """Two known answers combine as booleans do."""
        if Answer.UNKNOWN not in (one, other):
            assert bool(one & other) is (bool(one) and bool(other))
            assert bool(one | other) is (bool(one) or bool(other))


@given(DAYS)
def test_dates_in_words_mean_the_day(day: date) -> None:
    """A date as people write it is the day it names, whatever the order of day and month."""
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    month = months[day.month - 1]
    for written in (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"):
        assert PartialDate.from_date(day) == as_date(written)


@given(DAYS)
def test_numeric_dates_are_refused(day: date) -> None:
    """Numbers alone do not show which is the day and which the month."""
    with pytest.raises(InvalidDateError, match="do not show which is the day"):
        as_date(f"{day:%d/%m/%Y}")
