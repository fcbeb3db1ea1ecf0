"""Dates: what is read, what is refused, and with which words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pytest

from migrationgov import Answer, PartialDate
from migrationgov.dates.in_words import words_of, written_out
from migrationgov.dates.partial_date import as_date
from migrationgov.errors import InvalidDateError, UndecidedError
from migrationgov.model import Period

READ = {
    "2002": ("2002-01-01", "2002-12-31", "year"),
    "2002-12": ("2002-12-01", "2002-12-31", "month"),
    "2002-12-02": ("2002-12-02", "2002-12-02", "day"),
    "2000-02": ("2000-02-01", "2000-02-29", "month"),
    "1900-02": ("1900-02-01", "1900-02-28", "month"),
    "2001-04": ("2001-04-01", "2001-04-30", "month"),
    "199X": ("1990-01-01", "1999-12-31", "decade"),
    "19XX": ("1900-01-01", "1999-12-31", "century"),
    "2004-XX": ("2004-01-01", "2004-12-31", "month"),
    "1985-04-XX": ("1985-04-01", "1985-04-30", "day"),
    "1985-XX-XX": ("1985-01-01", "1985-12-31", "day"),
    "1984?": ("1984-01-01", "1984-12-31", "year"),
    "2024~": ("2023-01-01", "2025-12-31", "year"),
    "2004-01~": ("2003-12-01", "2004-02-29", "month"),
    "2004-12~": ("2004-11-01", "2005-01-31", "month"),
    "2004-06-11%": ("2004-06-10", "2004-06-12", "day"),
    "2004-06~-11": ("2004-05-11", "2004-07-11", "day"),
    "2004-01~-31": ("2003-12-31", "2004-02-29", "day"),
    "2004~-02-29": ("2003-02-28", "2005-02-28", "day"),
    "?2004-06-~11": ("2004-06-10", "2004-06-12", "day"),
    "?2004~-06": ("2003-06-01", "2005-06-30", "month"),
    "199X~": ("1980-01-01", "2009-12-31", "decade"),
    "19XX~": ("1800-01-01", "2099-12-31", "century"),
    "2004/2006": ("2004-01-01", "2006-12-31", "interval"),
    "2004/..": ("2004-01-01", None, "interval"),
    "../2004": (None, "2004-12-31", "interval"),
    "2004/": ("2004-01-01", None, "interval"),
    "/2004": (None, "2004-12-31", "interval"),
    "1961-03-04?/1972-12-31?": ("1961-03-04", "1972-12-31", "interval"),
    "[..2002-11-22]": (None, "2002-11-22", "set"),
    "[2002-11-22..]": ("2002-11-22", None, "set"),
    "[1961-12-31..1972-12-31]": ("1961-12-31", "1972-12-31", "set"),
    "[2011,2012]": ("2011-01-01", "2012-12-31", "set"),
    "[2001-06-07,2001-11-07]": ("2001-06-07", "2001-11-07", "set"),
    "Y17000": ("9999-12-31", "9999-12-31", "year"),
    "Y-17000": ("0001-01-01", "0001-01-01", "year"),
    "-0044": ("0001-01-01", "0001-01-01", "year"),
    "-0044-03-15": ("0001-01-01", "0001-01-01", "day"),
    "0000": ("0001-01-01", "0001-01-01", "year"),
    "0001-01-01~": ("0001-01-01", "0001-01-02", "day"),
    "9999-12-31~": ("9999-12-30", "9999-12-31", "day"),
    "2004-12-31~": ("2004-12-30", "2005-01-01", "day"),
    "2005-01-01~": ("2004-12-31", "2005-01-02", "day"),
    "9999~": ("9998-01-01", "9999-12-31", "year"),
    "0001~": ("0001-01-01", "0002-12-31", "year"),
    "-004X": ("0001-01-01", "0001-01-01", "decade"),
}

REFUSED = {
    "": "it is empty",
    " 2002": "it is not in EDTF; write 2002",
    "2001-02-29": "no day 29 there",
    "2002-13": "no month 13 there",
    "2002-00": "no month 00 there",
    "2002-12-00": "no day 00 there",
    "2003/2002": "ends before it begins",
    "2001-21": "no month 21 there",
    "2002-1": "a month is two digits",
    "2002-12-2": "write 2002-12-02 (2 December) or 2002-02-12 (12 February)",
    "20021202": "write 2002-12-02 for 2 December 2002",
    "2002-W49-1": "of a week, write its days: 2002-12-02/2002-12-08",
    "2002-12-02T10:00": "it is not in EDTF; write 2002-12-02",
    "2002-12-02-03": "more parts",
    "199X-12": "a year with X has no month",
    "1XXX": "the last one or two may be X",
    "X999": "the last one or two may be X",
    "2004-XX-11": "a day needs its month",
    "Y2004": "more than four digits",
    "Y01234": "more than four digits",
    "-0000": "no year -0000",
    "../..": "at least one end",
    "/": "at least one end",
    "2001/2002/2003": "one start and one end",
    "[2002": "no closing bracket",
    "[]": "at least two dates",
    "[2002]": "at least two dates",
    "[2001,]": "stands between two dates",
    "[..]": "at least one end",
    "[2003..2002]": "ends before it begins",
    "[2001,..2002]": "only the first range",
    "[2001..,2002]": "only the first range",
    "[2001?,2002]": "carry no marks",
    "[199X..2001]": "carry no marks",
    "{2001,2002}": "a year has four digits",
    "２００２": "characters that no date has",
    "2002-02-3٠": "characters that no date has",
}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2004/2006", "from 2004 to 2006"),
        ("../2004", "up to 2004"),
        ("/2004", "up to 2004"),
        ("2004/..", "from 2004 on"),
        ("2004/", "from 2004, end unknown"),
        ("[..2004]", "on or before 2004"),
        ("[2004..]", "on or after 2004"),
        ("[2001..2003]", "one day from 2001 to 2003"),
        ("[2001,2003]", "2001 or 2003"),
        ("199X", "some day from 1990-01-01 to 1999-12-31"),
        ("2004?", "2004, uncertain"),
        ("2001~/2003", "about from 2001 to 2003"),
    ],
)
def test_dates_in_words(text: str, words: str) -> None:
    """For people who do not read EDTF."""
    assert words == words_of(PartialDate(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2002-12-02", "2 December 2002"),
        ("2002-12", "December 2002"),
        ("2002", "2002"),
        ("2002-11-30/..", "from 30 November 2002 on"),
    ],
)
def test_dates_written_out(text: str, words: str) -> None:
    """As people write them, with the day first."""
    assert words == words_of(PartialDate(text), written_out)


@pytest.mark.parametrize("text", READ)
def test_bounds_and_precision(text: str) -> None:
    """Each form of the profile has the bounds of its days."""
    when = PartialDate.parse(text)
    bounds = tuple(str(side) if side else None for side in (when.earliest, when.latest))
    assert READ[text] == (*bounds, when.precision)
    assert text == when.text == str(when)


@pytest.mark.parametrize("text", REFUSED)
def test_refusals_say_why_and_what_would_be_accepted(text: str) -> None:
    """Impossible dates and forms outside the profile are refused in words."""
    with pytest.raises(InvalidDateError) as caught:
        PartialDate.parse(text)
    assert REFUSED[text] in str(caught.value)
    to_write = "write " in REFUSED[text]
    assert to_write or "write 2002, 2002-12 or 2002-12-02" in str(caught.value)


def test_a_mark_before_a_part_covers_it_alone() -> None:
    """Level 2: the mark before the year leaves month and day as they are."""
    assert PartialDate.parse("?2004").uncertain
    assert not PartialDate.parse("~2004-06").uncertain


def test_parse_takes_text_only() -> None:
    """Anything else is refused by its own value."""
    with pytest.raises(InvalidDateError, match="not from 2002"):
        PartialDate.parse(2002)  # type: ignore[arg-type]  # on purpose


def test_endless_texts_are_cut_in_messages() -> None:
    """An error never repeats a text of any length."""
    with pytest.raises(InvalidDateError) as caught:
        PartialDate.parse("9" * 10_000)
    assert len(str(caught.value)) < 1_000


def test_dates_cannot_be_changed() -> None:
    """Neither set nor deleted, neither a known nor a new attribute."""
    when = PartialDate("2002")
    with pytest.raises(AttributeError, match="cannot be changed"):
        when.earliest = None
    with pytest.raises(AttributeError, match="cannot be changed"):
        del when.latest


def test_dates_are_ordered_by_no_one() -> None:
    """Some day in 2002 is neither before nor after June 2002."""
    with pytest.raises(TypeError, match="not supported"):
        sorted([PartialDate("2002"), PartialDate("2002-06")])  # type: ignore[type-var]  # on purpose
    assert PartialDate("2002") != "2002"


def test_repr_is_what_makes_it() -> None:
    """A repr can be pasted."""
    when = PartialDate("[..2002-11-22]")
    assert when == eval(repr(when), {"PartialDate": PartialDate})  # noqa: S307 -- our own repr


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2002, 12, 2), "2002-12-02"),
        (datetime(2002, 12, 2, 23, 59, tzinfo=UTC), "2002-12-02"),
        (pd.Timestamp("2002-12-02 10:00", tz="Asia/Almaty"), "2002-12-02"),
        (PartialDate("2002"), "2002"),
        (2002, "2002"),
        (2002.0, "2002"),
        (np.int16(2002), "2002"),
        (np.float32(2002), "2002"),
        (3, "0003"),
        (np.datetime64("2002-12"), "2002-12"),
        (np.datetime64("2002-12-02T10:00"), "2002-12-02"),
        (pd.Period("2002", "Y"), "2002"),
        (pd.Period("2002-12", "M"), "2002-12"),
        (pd.Period("2002-12-02", "D"), "2002-12-02"),
        (pd.Period("2002Q4"), "2002-10-01/2002-12-31"),
        (pd.Period("2002-12-02", "W"), "2002-12-02/2002-12-08"),
        (pd.Period("2002-07-01", "W"), "2002-07-01/2002-07-07"),  # begins with a month
        (pd.Period("2002-06-30", "W"), "2002-06-24/2002-06-30"),  # ends with one
        (pd.Period("2002", "Y-JUN"), "2001-07-01/2002-06-30"),
        (" 2002-12 ", "2002-12"),
        ("2 December 2002", "2002-12-02"),
        ("Monday, 2 December 2002", "2002-12-02"),
        ("Dec 2 2002", "2002-12-02"),
        ("December 2002", "2002-12"),
    ],
)
def test_forms_a_date_argument_may_have(value: object, expected: str) -> None:
    """Dates, datetimes, timestamps, EDTF and dates in words."""
    assert expected == str(as_date(value))


@pytest.mark.parametrize(
    "text",
    [
        "2-4 December 2002", "December 2-4 2002", "March 4 5 2002", "Tuesday Dec 2002",
        "2002 Dec 1.5", "0012 dec 2002", "2 Dec 2002 10h", "may 2002 3pm", "December 02",
        "2 Dec Jan 2002", "Mon Tue 2 December 2002", "2 December 2002 x", "31 February 2002",
        "2 December 2002 2003", "2 December 0000",
    ],
)  # fmt: skip
def test_what_is_more_or_less_than_a_date_in_words_is_refused(text: str) -> None:
    """Nothing is left out and nothing filled in: no range, no time, no day of another month."""
    with pytest.raises(InvalidDateError):
        as_date(text)


@pytest.mark.parametrize("answer", Answer)
def test_an_answer_equals_its_word(answer: Answer) -> None:
    """Tables have the word, so that is what people compare with; and equals have equal hashes."""
    assert answer == answer.value
    assert answer.value == answer
    assert {answer: 1}[answer.value] == 1  # type: ignore[index]  # on purpose
    assert answer != answer.value.upper()
    assert answer not in (True, False, None, 0, "")
    assert [answer] == [each for each in Answer if each == answer.value]


def test_an_answer_combines_with_answers_only() -> None:
    """A bool would be taken for a yes or a no that nobody gave."""
    for other in (True, False, None, "yes"):
        with pytest.raises(TypeError, match="unsupported operand"):
            Answer.YES & other  # type: ignore[operator]  # on purpose
        with pytest.raises(TypeError, match="unsupported operand"):
            Answer.NO | other  # type: ignore[operator]  # on purpose


def test_years_beyond_the_calendar_are_no_days_of_it() -> None:
    """They are clipped for comparing, and stay what they are."""
    for text in ("Y17000", "-0044"):
        assert PartialDate(text).day is None
    assert PartialDate("Y17000").happened_by(date.max) is Answer.NO
    assert PartialDate("-0044").happened_by(date.min) is Answer.YES


def test_days_of_other_types() -> None:
    """A datetime is its civil date; text of a subclass becomes plain text."""
    assert PartialDate("2002").happened_by(datetime(2002, 12, 31, 23)) is Answer.YES
    assert PartialDate.from_date(datetime(2002, 12, 2, 1)).text == "2002-12-02"
    assert type(PartialDate(_Text("2002")).text) is str
    with pytest.raises(InvalidDateError, match="None is not a day"):
        PartialDate.from_date(None)  # type: ignore[arg-type]  # on purpose


class _Text(str):
    """Text of another type."""

    __slots__ = ()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, r"None \(NoneType\) is not a date"),
        (2002.5, r"2002\.5 \(float\) is not a date: a year is a whole number"),
        (37592.5, r"37592\.5 .* as a serial number of Excel it is the day 2002-12-02"),
        (1e300, "is not a year from 1 to 9999"),
        (float("nan"), "nan is a missing date"),
        (float("inf"), "inf .* a year is a whole number"),
        (np.datetime64("NaT"), "NaT is a missing date"),
        (0, "^0 is not a year from 1 to 9999; write 2002, 2002-12 or 2002-12-02$"),
        (-9, "^-9 is not a year"),
        (37592, "as a serial number of Excel it is the day 2002-12-02; write 2002-12-02"),
        (10_000, "as a serial number of Excel it is the day 1927-05-18"),
        (100_000, "^100000 is not a year from 1 to 9999; write 2002, 2002-12 or 2002-12-02$"),
        (20021202, "^20021202 is not a year from 1 to 9999; write 2002-12-02 for 2 December 2002"),
        (200212, "write 2002-12 for December 2002"),
        (True, r"\(bool\) is not a date"),
        (10**30, r"^10+ is not a year from 1 to 9999; write 2002"),
        (object(), r"\(object\) is not a date; give a datetime.date"),
        (pd.NaT, "missing date"),
        ("02/12/2002", r"2002-12-02 \(2 December\) or 2002-02-12 \(12 February\)"),
        ("31.12.2002", r"write 2002-12-31 \(31 December\)"),
        ("2002/12/02", "do not show which is the day"),
        ("99/99/2002", "write 2002"),
        ("1/2/3", "write the year in four digits, and first: 2002-12-02"),
        ("2 Dec 02", "write 2002"),
        ("Tuesday 2 December 2002", "another day of the week"),
        ("December 2", "write 2002"),
        ("2002 Monday", "write 2002"),
        ("2 Decembruary 2002", "write 2002"),
        ("2 December 2002 10:00", "write 2002"),
        ("décembre 2002", "characters that no date has"),
        ("x" * 100, "write 2002"),
    ],
)
def test_refused_date_arguments(value: object, said: str) -> None:
    """Nothing is guessed: each refusal says what would work."""
    with pytest.raises(InvalidDateError, match=said):
        as_date(value)


def test_unknown_has_no_truth_value() -> None:
    """Neither branch of an if would be right."""
    assert bool(Answer.YES)
    assert not bool(Answer.NO)
    with pytest.raises(UndecidedError, match="the answer is unknown: it differs from day to day"):
        bool(Answer.UNKNOWN)
    assert str(Answer.UNKNOWN) == "unknown"


def test_a_period_includes_both_ends() -> None:
    """Australia is a member on the day its withdrawal takes effect."""
    period = Period(PartialDate("1954-11-30"), PartialDate("1973-12-31"))
    expected = {
        date(1954, 11, 29): Answer.NO,
        date(1954, 11, 30): Answer.YES,
        date(1973, 12, 31): Answer.YES,
        date(1974, 1, 1): Answer.NO,
    }
    assert expected == {day: period.contains(day) for day in expected}
    assert date(1960, 1, 1) in period


def test_a_period_keeps_the_doubt_of_its_ends() -> None:
    """Between the bounds of an imprecise end the answer is unknown."""
    period = Period(PartialDate("1994"), None)
    assert period.contains(date(1994, 6, 1)) is Answer.UNKNOWN
    with pytest.raises(UndecidedError, match="unknown"):
        assert date(1994, 6, 1) in period
    assert Period().contains(date.min) is Answer.YES
    assert Period(None, PartialDate("1994")).contains(date.min) is Answer.YES
    assert str(Period(None, PartialDate("1994"))) == ".. to 1994"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("2001", "2003"), ("2004", "2005"), Answer.NO),
        (("2001", "2003-05"), ("2003-06", None), Answer.NO),
        (("2001", "2003-06-01"), ("2003-06-01", None), Answer.YES),
        (("2001", "2003"), ("2003-06-01", "2005"), Answer.UNKNOWN),
        (("2001", "2003-06-01?"), ("2002-06-01", "2005"), Answer.UNKNOWN),
        ((None, None), ("2003", "2005"), Answer.YES),
        (("../2001", "2003"), ("2003-06-01", "2005"), Answer.UNKNOWN),
    ],
)
def test_overlap(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], expected: Answer
) -> None:
    """Two periods share a day, certainly, possibly or not; in either order."""
    first, second = (
        Period(*(PartialDate(end) if end else None for end in ends)) for ends in (one, other)
    )
    assert expected is first.overlaps(second)
    assert expected is second.overlaps(first)


def test_the_first_and_the_last_year_as_numbers() -> None:
    """They are years, as those between them are."""
    assert (PartialDate("0001"), PartialDate("9999")) == (as_date(1), as_date(9999))
