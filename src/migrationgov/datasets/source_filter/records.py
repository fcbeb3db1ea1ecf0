"""Records as some of their sources alone tell them: see `given.py` for what happens to dates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from attrs import evolve

from migrationgov.datasets.source_filter.dates import heard, left_of, redated, span_given, stands
from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.names import Name
from migrationgov.model.organization_history import FieldOffice, History
from migrationgov.model.organizations import Organization
from migrationgov.model.processes import ConsultativeProcess, Officer, ParticipantLists, Term
from migrationgov.model.published_counts import CountClaim, CountList
from migrationgov.model.sources import Disagreement
from migrationgov.model.tenures import DatedRecord
from migrationgov.vocabularies import Basis

Record = TypeVar("Record")
Keep = frozenset[str]

_UNPREFERRED = "The source of the value used is not among those heard here."


def only(records: Iterable[Record | None]) -> tuple[Record, ...]:
    """Return the records that are left."""
    return tuple(each for each in records if each is not None)


def cited(record: Any, keep: Keep) -> Any | None:
    """Narrow a record without a date to its citations."""
    left = left_of(record, keep)
    return evolve(record, citations=left) if left else None


def dated(record: Any, keep: Keep, field: str = "date") -> Any | None:
    """Narrow a record with one date."""
    left = left_of(record, keep)
    if not left:
        return None
    date = getattr(record, field)
    given = date if date is None else redated(date, record.citations, left)
    gone = given is None and date is not None
    return None if gone else evolve(record, citations=left, **{field: given})


def disagreement(record: Disagreement, keep: Keep) -> Disagreement | None:
    """Narrow rival values; one that nobody is left to contradict is no disagreement."""
    claims = only(cited(claim, keep) for claim in record.claims)
    if len(claims) < 2:  # noqa: PLR2004 -- it takes two
        return None
    lost = {claim.value for claim in record.claims} - {claim.value for claim in claims}
    if record.preferred not in lost:
        return evolve(record, claims=claims)
    return evolve(record, claims=claims, preferred=None, reason=_UNPREFERRED)


def lasting(
    record: DatedRecord, keep: Keep, until: PartialDate | None = None
) -> DatedRecord | None:
    """
    Narrow what lasts: without the sources of its start it is only attested, or undated.

    Without the sources of its end it ended on an unknown day; but not if it had certainly not
    ended by *until*.
    """
    attested = only(cited(each, keep) for each in record.attested)
    left = heard(record.citations, keep)
    citations = left or tuple(dict.fromkeys(c for each in attested for c in each.citations))
    if not citations:
        return None
    start, end = _start(record, keep), None
    if start is None and not attested and record.basis == Basis.DERIVED:
        return None  # its sources tell of other things, from which it was concluded
    if start is not None:
        end = record.end if _ends(record, keep) else unheard_end(start, record.end, until)
    ends = heard(record.end_citations, keep) if start is not None else ()
    return evolve(
        record, start=start, end=end, attested=attested, citations=citations, end_citations=ends
    )


def unheard_end(
    start: PartialDate, end: PartialDate | None, until: PartialDate | None
) -> PartialDate | None:
    """Return the end of what ended by a source not heard: none, if it had not ended by a day."""
    ahead = until is not None and end is not None and end.first_ordinal > until.last_ordinal
    return None if end is None or ahead else open_end(start)


def open_end(start: PartialDate) -> PartialDate:
    """Return the end of what ended on an unknown day after its start."""
    return PartialDate.parse(f"[{start.earliest}..]" if start.earliest else "[..9999-12-31]")


def _start(record: DatedRecord, keep: Keep) -> PartialDate | None:
    left = left_of(record, keep)
    if record.start is None or not left:
        return None
    return redated(record.start, record.citations, left)


def _ends(record: DatedRecord, keep: Keep) -> bool:
    if record.end_citations:
        return len(heard(record.end_citations, keep)) == len(record.end_citations)
    return stands(record.citations, heard(record.citations, keep))


def term(record: Term, keep: Keep, until: PartialDate | None = None) -> Term | None:
    """
    Narrow a term to the two ends that the sources heard give.

    Which of its sources tells of the end is not recorded, so with one of them the end is lost.
    """
    left = heard(record.citations, keep)
    if not left:
        return None
    officers = only(officer(each, keep) for each in record.officers)
    kept = evolve(record, citations=left, officers=officers)
    if len(left) == len(record.citations):
        return kept
    if stands(record.citations, left):
        return evolve(kept, end=unheard_end(record.start, record.end, until))
    span = next((given for each in left if (given := span_given(each))), None)
    if span is None or span[0] is None:
        return None
    return evolve(kept, start=span[0], end=span[1] or open_end(span[0]))


def officer(record: Officer, keep: Keep) -> Officer | None:
    """Narrow a person who held a role, and the days that show it."""
    attested = only(cited(each, keep) for each in record.attested)
    kept: Officer | None = cited(record, keep)
    return None if kept is None else evolve(kept, attested=attested)


def snapshot(record: ParticipantLists, keep: Keep, meetings: Keep) -> ParticipantLists | None:
    """Narrow a snapshot; the list of a meeting that is not left is a list on its date."""
    kept: ParticipantLists | None = dated(record, keep, "as_of")
    gone = kept is not None and kept.meeting not in meetings
    return evolve(kept, meeting="") if kept is not None and gone else kept


def process(
    record: ConsultativeProcess, keep: Keep, until: PartialDate | None = None
) -> ConsultativeProcess | None:
    """Narrow a process to what is told of it; None where nothing is."""
    meetings = only(dated(each, keep) for each in record.meetings)
    known = frozenset(each.id for each in meetings)
    parts: dict[str, Any] = {
        "milestones": only(dated(each, keep) for each in record.milestones),
        "statuses": only(dated(each, keep, "as_of") for each in record.statuses),
        "participant_lists": only(
            snapshot(each, keep, known) for each in record.participant_lists
        ),
        "terms": only(term(each, keep, until) for each in record.terms),
        "meetings": meetings,
    }
    told = (c for records in parts.values() for each in records for c in each.citations)
    citations = heard(record.citations, keep) or tuple(dict.fromkeys(told))
    if not citations:
        return None
    if len(parts["terms"]) < len(record.terms):  # their numbers count all of them
        parts["terms"] = tuple(evolve(each, number=0) for each in parts["terms"])
    parts["names"] = tuple(name(each, keep, until) for each in record.names)
    parts["disagreements"] = only(disagreement(each, keep) for each in record.disagreements)
    return evolve(record, citations=citations, **in_order(parts))


def name(record: Name, keep: Keep, until: PartialDate | None = None) -> Name:
    """Narrow a name: it stays, to be found by, and loses the dates that no source heard gives."""
    left = heard(record.citations, keep)
    if len(left) == len(record.citations):
        return record
    start, end = record.start, None
    if start is not None:
        start = redated(start, record.citations, left) if left else None
        end = None if start is None else unheard_end(start, record.end, until)
    return evolve(record, start=start, end=end, citations=left)


def organization(record: Organization, keep: Keep, until: PartialDate | None) -> Organization:
    """Narrow an organization: it stays, as what questions are asked about, with what dates it."""
    names = tuple(name(each, keep, until) for each in record.names)
    return evolve(record, names=names) if names != record.names else record


_DATES = {
    "milestones": "date",
    "statuses": "as_of",
    "participant_lists": "as_of",
    "meetings": "date",
}


def in_order(parts: dict[str, Any]) -> dict[str, Any]:
    """Return lists whose dates may have changed, sorted by the first day again."""
    return {
        key: tuple(sorted(records, key=lambda each: getattr(each, _DATES[key]).first_ordinal))
        if key in _DATES
        else records
        for key, records in parts.items()
    }


def office(record: FieldOffice, keep: Keep) -> FieldOffice | None:
    """Narrow an office to the names left; without its own sources it covers nobody."""
    names = only(cited(each, keep) for each in record.names)
    if not names:
        return None
    left = heard(record.citations, keep)
    named = tuple(dict.fromkeys(c for each in names for c in each.citations))
    return evolve(
        record,
        names=names,
        covers=record.covers if left else (),
        strategy=only(cited(each, keep) for each in record.strategy),
        citations=left or named,
    )


def history(record: History, keep: Keep, until: PartialDate | None = None) -> History | None:
    """Narrow a history; None where nothing of it is told."""
    parts: dict[str, Any] = {
        key: only(lasting(each, keep, until) for each in getattr(record, key))
        for key in ("tenures", "relations", "headquarters", "presences")
    }
    parts |= in_order({"milestones": only(dated(each, keep) for each in record.milestones)})
    parts["sessions"] = only(dated(each, keep) for each in record.sessions)
    parts["field_offices"] = only(office(each, keep) for each in record.field_offices)
    parts["strategy"] = only(cited(each, keep) for each in record.strategy)
    parts["works"] = only(dated(each, keep) for each in record.works)
    parts["disagreements"] = only(disagreement(each, keep) for each in record.disagreements)
    return evolve(record, **_resolved(parts)) if any(parts.values()) else None


def _resolved(parts: dict[str, Any]) -> dict[str, Any]:
    """Return the parts with nothing in them that names an office or a project that is gone."""
    known = {each.id for each in (*parts["field_offices"], *parts["works"])} | {""}

    def less(record: Any, *names: str) -> Any:
        lost = {name: "" for name in names if getattr(record, name) not in known}
        return evolve(record, **lost) if lost else record

    works = tuple(less(each, "unit", "part_of") for each in parts["works"])
    return parts | {"tenures": tuple(less(t, "unit") for t in parts["tenures"]), "works": works}


def counts(record: CountList, keep: Keep) -> CountList | None:
    """Narrow published numbers to those that a source heard gives as they stand."""
    left = only(_count(each, keep) for each in record.counts)
    return evolve(record, counts=left) if left else None


def _count(record: CountClaim, keep: Keep) -> CountClaim | None:
    left = left_of(record, keep)
    return evolve(record, citations=left) if left and stands(record.citations, left) else None
