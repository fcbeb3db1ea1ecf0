"""What is left of a dated record when only some of its sources are heard.

A record's date is what its sources give together. When some of them are left out, the date stands
if one of the others gives it too; otherwise it becomes what the first of the others gives instead
(`Citation.gives`); and where none of them gives a date that can be read, the record goes. A
conclusion (`basis: "derived"`) stands only as long as all the sources it was drawn from are heard.
"""

from __future__ import annotations

import re
from typing import Any

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import InvalidDateError
from migrationgov.model.sources import Citation

Citations = tuple[Citation, ...]
Span = tuple[PartialDate | None, PartialDate | None]

_BY = re.compile(r"by (\S+)")
_SPAN = re.compile(r"(?:from )?(?P<start>\S+) to (?P<end>\S+)")
_FROM = re.compile(r"from (?P<start>\S+)")
_UNTIL = re.compile(r"(?:to|until) (?P<end>\S+)")


def heard(citations: Citations, keep: frozenset[str]) -> Citations:
    """Return the citations of the sources that are heard."""
    return tuple(each for each in citations if each.source in keep)


def date_given(text: str) -> PartialDate | None:
    """
    Read the date that a source literally gives; None where that is no date.

    >>> date_given("1994"), date_given("by 1991"), date_given("5 June")
    (PartialDate('1994'), PartialDate('[..1991]'), None)
    """
    by = _BY.fullmatch(text)
    try:
        return PartialDate.parse(f"[..{by[1]}]" if by else text)
    except InvalidDateError:
        return None


def span_given(text: str) -> Span | None:
    """
    Read the two ends that a source literally gives for a term; None where it gives neither.

    >>> span_given("2013-06 to 2016-11")
    (PartialDate('2013-06'), PartialDate('2016-11'))
    """
    found = _SPAN.fullmatch(text) or _FROM.fullmatch(text) or _UNTIL.fullmatch(text)
    ends = found.groupdict() if found else {}
    span = (date_given(ends.get("start", "")), date_given(ends.get("end", "")))
    return span if any(span) else None


def stands(citations: Citations, left: Citations) -> bool:
    """Tell whether the value of a record is still what its sources give."""
    return len(left) == len(citations) or any(not each.gives for each in left)


def redated(date: PartialDate, citations: Citations, left: Citations) -> PartialDate | None:
    """Return the date that the sources left give; None where they give none."""
    if stands(citations, left) or any(date_given(each.gives) == date for each in left):
        return date
    return next((given for each in left if (given := date_given(each.gives))), None)


def left_of(record: Any, keep: frozenset[str]) -> Citations:
    """Return the citations of a record that still count: none of a conclusion short of one."""
    left = heard(record.citations, keep)
    derived = getattr(record, "basis", "") == "derived"
    return () if derived and len(left) < len(record.citations) else left
