"""Queries about sources: the sources behind an answer, and the facts on which sources differ."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.errors import (
    UnknownRecordError,
    UnknownTermError,
    WrongTypeError,
    did_you_mean,
    short_repr,
)
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import institution_id, subject_id
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Disagreement, Source
from migrationgov.queries.source_ids import Evidence, source_ids
from migrationgov.results.record_list import RecordList


def disagreements(
    subject: mg.typing.SubjectLike | None = None,
    field: str | None = None,
    *,
    institution: mg.typing.InstitutionLike | None = None,
    dataset: Dataset | None = None,
) -> RecordList[Disagreement]:
    """
    List the facts on which sources give rival values.

    Args:
        subject: Only those about one state, organization, treaty or process: its code, name or
            record.
        field: Only those about one fact ("joined", "withdrew", "chair", "established", ...).
        institution: Only those in the records of one institution.
        dataset: The facts to ask; the active dataset by default.

    Returns:
        `Disagreement` records: the rival values with their citations, the value that is used, and
        the reason.

    Raises:
        UnknownStateError: If no record has the name of the subject.
        UnknownOrganizationError: If there is no such institution.
        UnknownTermError: If sources disagree on no such fact.

    >>> [each.preferred for each in disagreements("Malta", "joined", institution="IOM")]
    ['2003-11-18']
    """
    facts = resolve_dataset(dataset)
    known = sorted({each.field for each in facts.disagreements})
    if field is not None and field not in known:
        raise UnknownTermError(
            f"sources disagree on no fact called {short_repr(field)}; there are {', '.join(known)}"
        )
    code = None if subject is None else subject_id(subject, facts)
    place = None if institution is None else institution_id(institution, facts)
    found = (
        each
        for each in facts.disagreements
        if code in (None, each.subject)
        and field in (None, each.field)
        and place in (None, each.context)
    )
    return RecordList(found, Disagreement, facts)


def sources_of(x: Evidence, *, dataset: Dataset | None = None) -> tuple[Source, ...]:
    """
    List the sources behind a record, an answer, a table, or several of them.

    Args:
        x: A record, with all records in it; an answer (a `MemberList`, a `Roster`, a `StatusOn`,
            an `AsOf`); a `Source`, or ids of sources; several of these; a table of pandas, Polars
            or PyArrow with a column ``sources``, or columns such as ``end_sources`` or
            ``sources_x``, which have ids with ";" between them, or lists of ids; a `Dataset`, for
            all its sources.
        dataset: The facts to ask; by default those of the answer where it knows them, or the
            active ones.

    Returns:
        `Source` records, each once, in the order in which the records cite them.

    Raises:
        WrongTypeError: If *x* has no citations, is only a part of a member list, or is a table
            without a column of sources.
        UnknownRecordError: If a source is not in the dataset of the query.

    >>> from migrationgov import transitions
    >>> admitted = transitions("KAZ", "IOM", kind="admitted")
    >>> [source.id for source in sources_of(admitted)]
    ['irin-2002-kazakhstan-member', 'iom-mc-2097-rev1']
    """
    facts = facts_of(x, dataset)
    known = facts.derived("sources by id", _by_id)
    try:
        ids = tuple(dict.fromkeys(source_ids(x)))
    except RecursionError:
        raise WrongTypeError("give records and answers, not a list that contains itself") from None
    lost = [each for each in ids if each not in known]
    if lost:
        hint = did_you_mean(lost[0], known)
        raise UnknownRecordError(
            f"{facts.manifest.name!r} has no source {', '.join(map(short_repr, lost[:5]))}{hint};"
            " give the dataset of the answer, with dataset=, or ids of sources of this one"
        )
    return tuple(known[each] for each in ids)


def facts_of(x: Evidence, dataset: Dataset | None) -> Dataset:
    """Return the given dataset; without one that of an answer, or the active one."""
    own = x if isinstance(x, Dataset) else getattr(x, "dataset", None)
    return own if isinstance(own, Dataset) and dataset is None else resolve_dataset(dataset)


def _by_id(facts: Dataset) -> dict[str, Source]:
    return {source.id: source for source in facts.sources}
