"""One date means the same to functions, to tables of every engine, and on the command line."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

import migrationgov as mg
from engines import ENGINES, Engine, dates_table, members_of
from migrationgov import PartialDate
from migrationgov.commands import main
from migrationgov.errors import (
    InvalidDateError,
)

pytestmark = pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
everywhere = pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
ANY_DAY = "unknown"

#: What a text means, and whether Kazakhstan was a member of IOM (since 2 December 2002).
READ = {
    "2002-12-01": ("2002-12-01", "no"),
    "2002-12": ("2002-12", "unknown"),
    "2014": ("2014", "yes"),
    " 2014 ": ("2014", "yes"),
    "2014-05-04T00:00:00": ("2014-05-04", "yes"),
    "2002-12-02 00:00:00": ("2002-12-02", "yes"),
    "2002-12-01T23:59:59.999999": ("2002-12-01", "no"),
    "2002-12-01T23:30:00Z": ("2002-12-01", "no"),
    "2002-12-02T01:00:00+06:00": ("2002-12-02", "yes"),
    "2002-12-02 00:00:00+06": ("2002-12-02", "yes"),
    "2002-12-02 9:30 PM": ("2002-12-02", "yes"),
    "2014.0": ("2014", "yes"),
    "2002.00": ("2002", "unknown"),
    "Mon 2002-12-02": ("2002-12-02", "yes"),
    "Monday, 2 December 2002": ("2002-12-02", "yes"),
    "2 December 2002": ("2002-12-02", "yes"),
    "02-Dec-2002": ("2002-12-02", "yes"),
    "2/Dec/2002": ("2002-12-02", "yes"),
    "December 2002": ("2002-12", "unknown"),
    "circa 1994": ("1994~", "no"),
    "c. 2002": ("2002~", "unknown"),
    "about May 2014": ("2014-05~", "yes"),
    "2002-03": ("2002-03", "no"),
    "2003/2005": ("2003/2005", "yes"),
    "0003": ("0003", "no"),
    "0099": ("0099", "no"),
    "-0003/-0001": ("-0003/-0001", "no"),
    "9999": ("9999", ANY_DAY),
    "9999-12-31": ("9999-12-31", ANY_DAY),
    "9999-12-31 00:00:00": ("9999-12-31", ANY_DAY),
    "Y17000": ("Y17000", ANY_DAY),
    "2010/9999-12-31": ("2010/9999-12-31", ANY_DAY),
}

_PLAIN = "write 2002, 2002-12 or 2002-12-02"
_NO_ORDER = "numbers alone do not show which is the day and which the month; write "
#: The end of the refusal of a text; it begins with the text.
REFUSED = {
    "02/12/2002": f"{_NO_ORDER}2002-12-02 (2 December) or 2002-02-12 (12 February)",
    "03/04/2014": f"{_NO_ORDER}2014-04-03 (3 April) or 2014-03-04 (4 March)",
    "31.12.2002": f"{_NO_ORDER}2002-12-31 (31 December)",
    "2002/12/02": f"{_NO_ORDER}2002-12-02 (2 December) or 2002-02-12 (12 February)",
    "Sat, 05/04/2014 - 12:00": f"{_NO_ORDER}2014-04-05 (5 April) or 2014-05-04 (4 May)",
    "05/04/2014 00:00:00": f"{_NO_ORDER}2014-04-05 (5 April) or 2014-05-04 (4 May)",
    "9/10/19": (
        "numbers alone do not show which is the day, which the month and which the year;"
        " write the year in four digits, and first: 2002-12-02"
    ),
    "99/99/2002": "there is no such day; write 2002-12-02 for 2 December 2002",
    "12/2002": "write 2002-12 for December 2002",
    "2002-12-02T25:00:00": "there is more than a day; write 2002-12-02",
    "2002-02-30T00:00:00": f"there is no day 30 there; {_PLAIN}",
    "2 December 2002 10:00": (
        "a time is read behind a day such as 2002-12-02 only; write 2002-12-02"
    ),
    "10:00": f"a year has four digits; {_PLAIN}",
    "soon 1 10:00": f"a year has four digits; {_PLAIN}",
    "Tue 2002-12-02": f"2002-12-02 is a Monday; {_PLAIN}",
    "Tuesday 2 December 2002": f"2002-12-02 is another day of the week; {_PLAIN}",
    "2014.5": f"a year is a whole number; {_PLAIN}",
    "37592": (
        "as a serial number of Excel it is the day 2002-12-02; write 2002-12-02 if that is meant"
    ),
    "37592.0": (
        "as a serial number of Excel it is the day 2002-12-02; write 2002-12-02 if that is meant"
    ),
    "20021202": "write 2002-12-02 for 2 December 2002",
    "200212": "write 2002-12 for December 2002",
    "99": f"a year has four digits; {_PLAIN}",
    "2002/03": (
        "write 2002-03 for March 2002, or 2002/2003 for two years;"
        " of a fiscal year, write its days"
    ),
    "2014-15": "write 2014/2015 for two years; of a fiscal year, write its days",
    "2014/5": "write 2014-05 for May 2014",
    "2014/99": f"a year has four digits; {_PLAIN}; 199X",
    "FY2002/03": (
        "a fiscal year is no calendar year; write its days, such as 2002-07-01/2003-06-30"
    ),
    "2002-2004": (
        "write 2002/2004 for all these years, or [2002..2004] for one of them"
    ),
    "2014Q2": "of a quarter, write its months: 2014-04/2014-06",
    "Q4 2014": "of a quarter, write its months: 2014-10/2014-12",
    "2014M05": "write 2014-05 for May 2014",
    "2014-W10": "of a week, write its days: 2014-03-03/2014-03-09",
    "2014-W60": f"it is in no form that is read; {_PLAIN}",
    "1994 (approx.)": f"it is in no form that is read; {_PLAIN}",
    "20140504T000000": f"it is in no form that is read; {_PLAIN}",
    "2016-2014": f"it ends before it begins; {_PLAIN}",
    "circa 199X": f"a year has four digits; {_PLAIN}",
    "before 1996": "write [..1995-12-31] for 'before'",
    "before May 1996": "write [..1996-04-30] for 'before'",
    "after 1996-02": "write [1996-03-01..] for 'after'",
    "after 2 May 1996": "write [1996-05-03..] for 'after'",
    "by 1996": "write [..1996] for 'by'",
    "since 1996": "write 1996/.. for 'since'",
    "until 1996": "write ../1996 for 'until'",
    "after 9999": f"it is in no form that is read; {_PLAIN}",
    "before 0001": f"it is in no form that is read; {_PLAIN}",
    "before lunch 2": f"a year has four digits; {_PLAIN}",
    "1990s": (
        "write 199X for a year of the decade, or [1990..1999] if one of these years is meant"
    ),
    "early 1990s": (
        "write 199X for a year of the decade, or [1990..1993] if one of these years is meant"
    ),
    "today": f"it has no year; {_PLAIN}",
    "n.d.": f"it has no year; {_PLAIN}",
    "": f"it is empty; {_PLAIN}",
    "décembre 2002": f"it has characters that no date has; {_PLAIN}",
    "2003/2002": "it ends before it begins; " + _PLAIN + "; 199X",
    "0000/-0001": "it ends before it begins; " + _PLAIN + "; 199X",
    "-0044-03-15/-0044-03-14": "it ends before it begins; " + _PLAIN + "; 199X",
    "Y17000/Y16000": "it ends before it begins; " + _PLAIN + "; 199X",
    "[-0001..-0003]": "a range in the set ends before it begins; " + _PLAIN + "; 199X",
}  # fmt: skip


# -- text ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", READ)
def test_a_text_means_one_date_to_every_function(text: str) -> None:
    """And gives the same answer."""
    meant, answer = READ[text]
    assert str(mg.status_on("KAZ", text).on) == meant
    assert mg.is_member("KAZ", text).value == answer
    assert mg.members_on(text).answer("KAZ").value == answer
    assert mg.status_on("KAZ", text).member.value == answer
    assert mg.is_member("KAZ", PartialDate(meant)).value == answer


@everywhere
def test_a_text_means_the_same_in_tables(engine: Engine) -> None:
    """Of every engine."""
    assert members_of(engine, dates_table(list(READ))) == [answer for _, answer in READ.values()]


def test_a_text_means_the_same_on_the_command_line(capsys: Any) -> None:
    """The title of the answer names the date."""
    for text in READ:
        assert main(["state", "KAZ", f"--on={text}", "--table"]) == 0
        title = capsys.readouterr().out.splitlines()[0]
        assert main(["state", "KAZ", f"--on={READ[text][0]}", "--table"]) == 0
        assert title == capsys.readouterr().out.splitlines()[0]
        assert (": member of IOM" in title) == (READ[text][1] == "yes"), (text, title)


def test_only_edtf_is_read_as_edtf() -> None:
    """In a data file a date has one form; the refusal of another form has the EDTF to write."""
    for text, (meant, _) in READ.items():
        if text == meant:
            assert str(PartialDate.parse(text)) == text
            continue
        with pytest.raises(InvalidDateError) as refused:
            PartialDate.parse(text)
        assert str(refused.value) == f"{text!r} is not a date: it is not in EDTF; write {meant}"


@pytest.mark.parametrize("text", REFUSED)
def test_a_refusal_has_the_text_and_what_to_write(text: str, capsys: Any) -> None:
    """One sentence, in every function and on the command line; the grammar only for its signs."""
    start = f"{text!r} is not a date: {REFUSED[text]}"
    for ask in (
        lambda: mg.members_on(text),
        lambda: mg.is_member("KAZ", text),
        lambda: mg.status_on("KAZ", text),
        lambda: mg.transitions(between=(text, "2002")),
        lambda: PartialDate.parse(text),
    ):
        with pytest.raises(InvalidDateError) as refused:
            ask()
        message = str(refused.value)
        assert message == start or (start.endswith("; 199X") and message.startswith(start))
        assert message.count("unspecified digits") == start.endswith("; 199X")
    assert main(["state", "KAZ", f"--on={text}"]) != 0
    assert message in capsys.readouterr().err


def test_what_a_refusal_says_to_write_is_read() -> None:
    """Each date in it."""
    written = [
        text
        for reason in REFUSED.values()
        for text in re.findall(r"\b(?:write|or|days:|months:|as) ([.\[]*\d\S*)", reason)
    ]
    assert len(written) > 60
    for text in written:
        assert str(PartialDate.parse(text.rstrip(";,"))) == text.rstrip(";,")


@everywhere
def test_a_refusal_is_the_same_in_tables(engine: Engine) -> None:
    """With the column, what is wrong with each text, and how to leave them empty."""
    for text, reason in REFUSED.items():
        with pytest.raises(InvalidDateError) as refused:
            members_of(engine, dates_table([text, "2014"]))
        message = str(refused.value)
        start = f"in the column 'date' 1 value is not a date: {text!r} is not a date: {reason}"
        assert message.startswith(start)
        assert message.endswith('; or leave them empty with invalid_dates="null"')
        assert message.count("unspecified digits") == reason.endswith("; 199X")


@everywhere
def test_the_forms_of_dates_are_named_once(engine: Engine) -> None:
    """Not once for each of the texts."""
    with pytest.raises(InvalidDateError) as refused:
        members_of(engine, dates_table(["2003/2002", "199X-12", "soon", "today"]))
    message = str(refused.value)
    assert "4 values are not dates" in message
    assert message.count(_PLAIN) == message.count("unspecified digits") == 1


def test_a_wrong_name_and_a_wrong_date_are_in_one_message() -> None:
    """Whoever mends a table mends it once; a value that is only missing is no problem."""
    wrong = pd.DataFrame({"country": ["Kazakstann", "NA"], "on": ["2002-13-02", "2002"]})
    with pytest.raises(InvalidDateError) as refusal:
        mg.frames.annotate(wrong, state="country", on="on", columns=["iom_member"])
    said = str(refusal.value)
    assert "in the column 'on' 1 value is not a date" in said
    assert "Kazakstann" in said
    right = wrong.assign(country="KAZ")
    with pytest.raises(InvalidDateError) as refusal:
        mg.frames.annotate(right, state="country", on="on", columns=["iom_member"])
    assert "country" not in str(refusal.value)
