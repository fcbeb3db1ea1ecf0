"""
Our reading of EDTF against that of the `edtf` package, on generated texts.

The two differ in two ways, both on purpose, and a test holds each to exactly that difference:

* `~` and `%`: its strict bounds ignore the mark, ours are one unit wider on either side, because
  "about 2024" may be the end of 2023;
* an unknown end (`2004/`): it reckons with ten years, we leave the end open, because unknown is
  not a guess.

Everything else must be the same.
"""

from __future__ import annotations

import warnings
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings

from migrationgov import PartialDate
from strategies import date_texts

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its own use of its dependencies
    from edtf import parse_edtf

Bounds = tuple[date | None, date | None]


#: Their reader takes a hundred times as long as ours, so it reads fewer texts.
law = settings(max_examples=40)


def theirs(text: str) -> Bounds:
    """The strict bounds by the other reader; None where it says infinite."""

    def side(bound: Any) -> date | None:
        return None if isinstance(bound, float) else date(*bound[:3])

    parsed = parse_edtf(text)
    return side(parsed.lower_strict()), side(parsed.upper_strict())


def ours(text: str) -> Bounds:
    """The bounds by ours."""
    when = PartialDate.parse(text)
    return when.earliest, when.latest


@law
@given(date_texts)
def test_both_read_the_same(text: str) -> None:
    """Apart from the two differences, both read the same days."""
    approximate = "~" in text or "%" in text
    unknown_end = text[0] == "/" or text[-1] == "/"
    if not approximate and not unknown_end:
        assert theirs(text) == ours(text)


@law
@given(date_texts)
def test_approximate_dates_differ_by_the_widening_alone(text: str) -> None:
    """Without the marks both read the same; with them ours is wider, by less than 101 years."""
    plain = text.replace("~", "").replace("%", "?")
    if ("~" not in text and "%" not in text) or text[0] == "/" or text[-1] == "/":
        return
    assert theirs(plain) == ours(plain)
    for (low, high), (wide_low, wide_high) in [(theirs(text), ours(text))]:
        for narrow, wide in ((low, wide_low), (wide_high, high)):
            if narrow is None or wide is None:
                assert narrow is wide
            else:
                assert timedelta(0) < narrow - wide < timedelta(days=101 * 366)


@law
@given(date_texts)
def test_unknown_ends_differ_by_being_open(text: str) -> None:
    """They put an unknown end ten years away from the known one, we put it nowhere."""
    if text[0] != "/" and text[-1] != "/":
        return
    (low, high), (open_low, open_high) = theirs(text), ours(text)
    assert low is not None
    assert high is not None
    assert None in (open_low, open_high)
    assert 9 * 365 <= (high - low).days <= 11 * 366
