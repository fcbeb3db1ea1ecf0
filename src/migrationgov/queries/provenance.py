"""Queries about sources: the sources behind an answer, and the facts on which sources differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from attrs import has

import migrationgov as mg
from migrationgov.dates.answer import Answer
from migrationgov.errors import (
    UnknownRecordError,
    UnknownTermError,
    WrongTypeError,
    short_repr,
)
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import institution_id, subject_id
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Citation, Disagreement, Source, citations_in
from migrationgov.results.member_list import MemberList
from migrationgov.results.party_lists import PartyList
from migrationgov.results.record_list import Cited, RecordList
from migrationgov.vocabularies import SourceId


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
        dataset: The facts to ask; the bundled ones by default.

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
    return RecordList(found, Disagreement)


def sources_of(
    x: Cited | Source | Iterable[Cited | Source], *, dataset: Dataset | None = None
) -> tuple[Source, ...]:
    """
    List the sources behind a record, an answer, or several of them.

    Args:
        x: A record, with all records in it; an answer (a `MemberList`, a `Roster`, a `StatusOn`,
            an `AsOf`); a `Source`; or several of these.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `Source` records, each once, in the order in which the records cite them.

    Raises:
        WrongTypeError: If *x* has no citations, or is only a part of a member list.
        UnknownRecordError: If a source is not in the dataset of the query.

    >>> from migrationgov import transitions
    >>> admitted = transitions("KAZ", "IOM", kind="admitted")
    >>> [source.id for source in sources_of(admitted)]
    ['irin-2002-kazakhstan-member', 'iom-mc-2097-rev1']
    """
    facts = resolve_dataset(dataset)
    known = facts.derived("sources by id", lambda d: {source.id: source for source in d.sources})
    try:
        ids = tuple(dict.fromkeys(_cited(x)))
    except RecursionError:
        raise WrongTypeError("give records and answers, not a list that contains itself") from None
    lost = [each for each in ids if each not in known]
    if lost:
        raise UnknownRecordError(
            f"{facts.manifest.name!r} has no source {', '.join(map(short_repr, lost[:5]))};"
            " give the dataset of the answer, with dataset="
        )
    return tuple(known[each] for each in ids)


def _cited(x: Any) -> Iterator[SourceId]:
    kind = cast("type[object]", type(x))
    if isinstance(x, Source):
        yield x.id
    elif isinstance(x, PartyList) and not isinstance(x, MemberList):
        raise WrongTypeError(
            "a part of a member list is no answer; give the member list, or transitions"
        )
    elif has(kind) and kind.__module__.startswith("migrationgov.model."):
        yield from (citation.source for citation in citations_in(cast("object", x)))
    elif kind is not RecordList and _is_answer(cast("object", x)):
        yield from (citation.source for citation in cast("Cited", x).citations)
    elif not isinstance(x, Iterable) or isinstance(x, str | bytes | Mapping | type):
        hint = "; give the answer of status_on(...)" if isinstance(x, Answer) else ""
        given = short_repr(cast("object", x))
        raise WrongTypeError(f"give a record or an answer that has citations, not {given}{hint}")
    else:
        for each in cast("Iterable[object]", x):
            yield from _cited(each)


def _is_answer(x: object) -> bool:
    found: Any = None if isinstance(x, type) else getattr(x, "citations", None)
    return type(found) is tuple and all(
        isinstance(each, Citation) for each in cast("tuple[object, ...]", found)
    )
