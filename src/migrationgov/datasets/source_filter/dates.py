"""The date of a record when only some of its sources count, for the filter by source.

If a source that counts gives the date of the record, the date stays. Otherwise the first date that
such a source gives (`Citation.gives`) replaces it. If no such source gives a date, the record is
left out. A conclusion (`basis: "derived"`) stays only if all its sources count.
"""

from __future__ import annotations

from typing import Any

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.sources import Citation

Citations = tuple[Citation, ...]
Span = tuple[PartialDate | None, PartialDate | None]


def citations_from(citations: Citations, ids: frozenset[str]) -> Citations:
    """Return the citations of the sources with these ids."""
    return tuple(each for each in citations if each.source in ids)


def date_given(citation: Citation) -> PartialDate | None:
    """
    Return the other date that a source gives; None where it gives no other date.

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
    """Return whether the citations that are left still give the value of the record."""
    return len(left) == len(citations) or any(not each.differs for each in left)


def date_left(date: PartialDate, citations: Citations, left: Citations) -> PartialDate | None:
    """Return the date that the citations that are left give; None where they give none."""
    if stands(citations, left) or any(date_given(each) == date for each in left):
        return date
    return next((given for each in left if (given := date_given(each))), None)


def supporting_citations(record: Any, ids: frozenset[str]) -> Citations:
    """Return the citations that support a record; for a conclusion all of them, or none."""
    left = citations_from(record.citations, ids)
    derived = getattr(record, "basis", "") == "derived"
    return () if derived and len(left) < len(record.citations) else left
