"""What is left of a dated record when only some of its sources are heard.

A record's date is what its sources give together. When some of them are left out, the date stands
if one of the others gives it too; otherwise it becomes what the first of the others gives instead
(`Citation.gives`); and where none of them gives a date that can be read, the record goes. A
conclusion (`basis: "derived"`) stands only as long as all the sources it was drawn from are heard.
"""

from __future__ import annotations

from typing import Any

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.sources import Citation

Citations = tuple[Citation, ...]
Span = tuple[PartialDate | None, PartialDate | None]


def heard(citations: Citations, keep: frozenset[str]) -> Citations:
    """Return the citations of the sources that are heard."""
    return tuple(each for each in citations if each.source in keep)


def date_given(citation: Citation) -> PartialDate | None:
    """
    Return the date that a source gives in place of ours; None where it gives no date.

    >>> date_given(Citation(source="a-report", gives="[..1991]"))
    PartialDate('[..1991]')
    """
    return citation.gives if isinstance(citation.gives, PartialDate) else None


def span_given(citation: Citation) -> Span | None:
    """
    Return the start and the end that a source gives for a term; None where it gives neither.

    >>> span_given(Citation(source="a-report", gives="2013-06/2016-11"))
    (PartialDate('2013-06'), PartialDate('2016-11'))
    """
    given = date_given(citation)
    if given is None or "/" not in given.text:
        return None
    start, end = (
        None if part in {"", ".."} else PartialDate.parse(part) for part in given.text.split("/")
    )
    return start, end


def stands(citations: Citations, left: Citations) -> bool:
    """Tell whether the value of a record is still what its sources give."""
    return len(left) == len(citations) or any(not each.differs for each in left)


def redated(date: PartialDate, citations: Citations, left: Citations) -> PartialDate | None:
    """Return the date that the sources left give; None where they give none."""
    if stands(citations, left) or any(date_given(each) == date for each in left):
        return date
    return next((given for each in left if (given := date_given(each))), None)


def left_of(record: Any, keep: frozenset[str]) -> Citations:
    """Return the citations of a record that still count: none of a conclusion short of one."""
    left = heard(record.citations, keep)
    derived = getattr(record, "basis", "") == "derived"
    return () if derived and len(left) < len(record.citations) else left
