"""The date of a record when only some of its sources are kept, for the filter by source.

If a kept source gives the date of the record, the date stays. Otherwise the first date that a kept
source gives (`Citation.gives`) replaces it. If no kept source gives a date, the record is left
out. A conclusion (`basis: "derived"`) stays only if all its sources are kept.
"""

from __future__ import annotations

from typing import Any

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.sources import Citation

Citations = tuple[Citation, ...]
Span = tuple[PartialDate | None, PartialDate | None]


def kept_citations(citations: Citations, keep: frozenset[str]) -> Citations:
    """Return the citations of the sources that are kept."""
    return tuple(each for each in citations if each.source in keep)


def date_given(citation: Citation) -> PartialDate | None:
    """
    Return the date that a source gives instead of that of the record; None without such a date.

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
    """Return whether the sources that are left give the value of the record."""
    return len(left) == len(citations) or any(not each.differs for each in left)


def redated(date: PartialDate, citations: Citations, left: Citations) -> PartialDate | None:
    """Return the date that the sources that are left give; None where they give none."""
    if stands(citations, left) or any(date_given(each) == date for each in left):
        return date
    return next((given for each in left if (given := date_given(each))), None)


def left_of(record: Any, keep: frozenset[str]) -> Citations:
    """Return the citations that are left; none if a conclusion has lost one of its sources."""
    left = kept_citations(record.citations, keep)
    derived = getattr(record, "basis", "") == "derived"
    return () if derived and len(left) < len(record.citations) else left
