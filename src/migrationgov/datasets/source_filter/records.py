"""Records as only the chosen sources give them: see `dates.py` for what happens to dates.

`filtered` works on every kind of record by the metadata of its fields. The kinds that need more
than that register a function of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial, singledispatch
from typing import Any

from attrs import evolve, frozen

from migrationgov.datasets.source_filter.dates import (
    citations_from,
    date_left,
    span_given,
    stands,
    supporting_citations,
)
from migrationgov.datasets.source_filter.implied_transitions import with_implied_transitions
from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.field_metadata import (
    field_with,
    list_orders,
    nested_types,
    purposes,
    sort_key,
)
from migrationgov.model.names import Name
from migrationgov.model.organization_history import FieldOffice
from migrationgov.model.organizations import Organization
from migrationgov.model.processes import ConsultativeProcess, Term
from migrationgov.model.register_file import RegisterFile
from migrationgov.model.resolutions import Resolution
from migrationgov.model.sources import Citation, Disagreement
from migrationgov.model.tenures import DatedRecord
from migrationgov.model.treaties import Treaty
from migrationgov.vocabularies import Basis, Scope

Citations = tuple[Citation, ...]
Lists = dict[str, Any]

#: Names stay in every case, and a disagreement is about a fact of another record.
_NO_PROOF = (Name, Disagreement)
_NO_PREFERRED = "The source of the value used is not among the chosen sources."


@frozen
class Chosen:
    """
    The sources that count.

    Attributes:
        ids: Their ids.
        until: The day on which the dataset is known; None where sources were chosen otherwise.
    """

    ids: frozenset[str]
    until: PartialDate | None = None


@singledispatch
def filtered(record: Any, chosen: Chosen) -> Any | None:
    """Return a record as the chosen sources give it; None where they do not give it."""
    lists = filtered_lists(record, chosen)
    if not hasattr(record, "citations"):  # it has only its lists
        return evolve(record, **lists) if any(lists.values()) else None
    citations = supporting_citations(record, chosen.ids)
    if not citations:
        return None
    kept = evolve(record, citations=citations, **lists)
    stated = field_with(type(record), "stated")
    value = getattr(record, stated) if stated else None
    if isinstance(value, PartialDate):
        date = date_left(value, record.citations, citations)
        return None if date is None else evolve(kept, **{stated: date})
    return kept if value is None or stands(record.citations, citations) else None


def filtered_lists(record: Any, chosen: Chosen) -> Lists:
    """Return the lists of records in a record, filtered, at their places and with valid ids."""
    lists: Lists = {
        name: all_filtered(getattr(record, name), chosen)
        for name, kind in nested_types(type(record)).items()
        if hasattr(kind, "citations")  # the entries of a list of participants have none
    }
    lists = {
        name: tuple(_without_lost_ids(each, lists) for each in items)
        for name, items in lists.items()
    }
    for name, order in list_orders(type(record)).items():
        if order == "date":  # a date may have changed
            lists[name] = tuple(sorted(lists[name], key=partial(sort_key, order=order)))
    return lists


def all_filtered(records: Iterable[Any], chosen: Chosen) -> tuple[Any, ...]:
    """Return the records that the chosen sources give."""
    found = (filtered(each, chosen) for each in records)
    return tuple(each for each in found if each is not None)


def _without_lost_ids(record: Any, lists: Lists) -> Any:
    """Return a record without the ids of records that are no longer in their list."""
    lost = {
        name: ""
        for name, target in purposes(type(record), "within").items()
        if all(getattr(record, name) != each.id for each in lists.get(target, ()))
    }
    return evolve(record, **lost) if lost else record


@filtered.register
def _(record: Disagreement, chosen: Chosen) -> Disagreement | None:
    """Return contradicting claims; without two of them there is no disagreement."""
    claims = all_filtered(record.claims, chosen)
    if not claims[1:]:  # a single claim disagrees with none
        return None
    lost = {claim.value for claim in record.claims} - {claim.value for claim in claims}
    if record.preferred not in lost:
        return evolve(record, claims=claims)
    return evolve(record, claims=claims, preferred=None, reason=_NO_PREFERRED)


@filtered.register
def _(record: DatedRecord, chosen: Chosen) -> DatedRecord | None:
    """
    Return a dated record, which is attested only without the sources of its start.

    Without the sources of its end it ended on an unknown day, if it may have ended by the day on
    which the dataset is known.
    """
    attested = all_filtered(record.attested, chosen)
    citations = citations_from(record.citations, chosen.ids) or _cited_in(attested)
    if not citations:
        return None
    start, end = _start(record, chosen), None
    if start is None and not attested and record.basis == Basis.DERIVED:
        return None  # its sources are about other things, from which it was concluded
    if start is not None:
        end = record.end if _gives_end(record, chosen) else end_after(start, record.end, chosen)
    ends = () if start is None else citations_from(record.end_citations, chosen.ids)
    return evolve(
        record, start=start, end=end, attested=attested, citations=citations, end_citations=ends
    )


def _cited_in(records: Iterable[Any]) -> Citations:
    return tuple(dict.fromkeys(c for each in records for c in each.citations))


def _start(record: DatedRecord, chosen: Chosen) -> PartialDate | None:
    citations = supporting_citations(record, chosen.ids)
    if record.start is None or not citations:
        return None
    return date_left(record.start, record.citations, citations)


def _gives_end(record: DatedRecord, chosen: Chosen) -> bool:
    if record.end_citations:
        return citations_from(record.end_citations, chosen.ids) == record.end_citations
    return stands(record.citations, citations_from(record.citations, chosen.ids))


def end_after(start: PartialDate, end: PartialDate | None, chosen: Chosen) -> PartialDate | None:
    """Return an unknown day after the start for an end without a source; None if it is ahead."""
    until = chosen.until
    if end is None or (until is not None and end.first_ordinal > until.last_ordinal):
        return None
    return _unknown_end(start)


def _unknown_end(start: PartialDate) -> PartialDate:
    return PartialDate.parse(f"[{start.earliest}..]" if start.earliest else "[..9999-12-31]")


@filtered.register
def _(record: Term, chosen: Chosen) -> Term | None:
    """
    Return a term with the two ends that the chosen sources give.

    Which of its sources gives the end is not recorded, so without one of them the end is unknown.
    """
    citations = citations_from(record.citations, chosen.ids)
    if not citations:
        return None
    kept = evolve(record, citations=citations, officers=all_filtered(record.officers, chosen))
    if len(citations) == len(record.citations):
        return kept
    if stands(record.citations, citations):
        return evolve(kept, end=end_after(record.start, record.end, chosen))
    start, end = next(filter(None, (span_given(each) for each in citations)), (None, None))
    return None if start is None else evolve(kept, start=start, end=end or _unknown_end(start))


@filtered.register
def _(record: Name, chosen: Chosen) -> Name:
    """Return a name, which stays to be found by, with the dates that the chosen sources give."""
    citations = citations_from(record.citations, chosen.ids)
    if len(citations) == len(record.citations):
        return record
    start, end = record.start, None
    if start is not None:
        start = date_left(start, record.citations, citations) if citations else None
        end = None if start is None else end_after(start, record.end, chosen)
    return evolve(record, start=start, end=end, citations=citations)


@filtered.register
def _(record: Organization, chosen: Chosen) -> Organization:
    """Return an organization, which stays, as questions are asked about it."""
    return evolve(record, names=all_filtered(record.names, chosen))


@filtered.register
def _(record: Treaty, chosen: Chosen) -> Treaty:
    """Return a treaty, which stays, with what the chosen sources tell of it."""
    return evolve(record, **filtered_lists(record, chosen))


@filtered.register
def _(record: Resolution, chosen: Chosen) -> Resolution | None:
    """
    Return a resolution with all its votes, or None.

    With some of its lists of votes only, a state that another list names would not have voted.
    """
    own = [each for each in record.votes if each.citations]
    votes = {each.vote: each for each in all_filtered(own, chosen)}
    citations = citations_from(record.citations, chosen.ids)
    date = date_left(record.date, record.citations, citations) if citations else None
    if date is None or len(votes) < len(own):
        return None
    return evolve(
        record,
        date=date,
        names=all_filtered(record.names, chosen),
        votes=tuple(votes.get(each.vote, each) for each in record.votes),
        citations=citations,
    )


@filtered.register
def _(record: FieldOffice, chosen: Chosen) -> FieldOffice | None:
    """Return an office with the names left; without sources of its own it covers no state."""
    lists = filtered_lists(record, chosen)
    if not lists["names"]:
        return None
    citations = citations_from(record.citations, chosen.ids)
    covers = record.covers if citations else ()
    return evolve(record, **lists, covers=covers, citations=citations or _cited_in(lists["names"]))


@filtered.register
def _(record: ConsultativeProcess, chosen: Chosen) -> ConsultativeProcess | None:
    """Return what is known of a process: its names stay, but do not prove that it exists."""
    lists = filtered_lists(record, chosen)
    proofs = (
        each for items in lists.values() for each in items if not isinstance(each, _NO_PROOF)
    )
    citations = citations_from(record.citations, chosen.ids) or _cited_in(proofs)
    if not citations:
        return None
    if len(lists["terms"]) < len(record.terms):  # their numbers count all terms
        lists["terms"] = tuple(evolve(each, number=0) for each in lists["terms"])
    return evolve(record, citations=citations, **lists)


@filtered.register
def _(record: RegisterFile, chosen: Chosen) -> RegisterFile:
    """Return a register, which is not complete any more if anything is missing in it."""
    kept = evolve(record, **filtered_lists(record, chosen))
    if kept == record:
        return record
    made = with_implied_transitions(kept.transitions, record.kind)
    return evolve(kept, transitions=made, complete_for=Scope.NONE)
