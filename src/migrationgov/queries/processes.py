"""Queries about the processes of a party, all its ties, and the chairs of a process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import migrationgov as mg
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import DayRange, day_ranges_of, parse_date_argument
from migrationgov.lookup.name_resolution import process_id
from migrationgov.lookup.swapped_arguments import id_of
from migrationgov.model.processes import Term
from migrationgov.queries.questions import (
    party_of,
    warn_about,
    warn_about_all,
    warn_after_evidence,
)
from migrationgov.queries.rosters import EVERY_ROLE, LASTING, latest_evidence
from migrationgov.queries.spells import institutions
from migrationgov.queries.states_before import warn_of_ties_before
from migrationgov.results.participation import Participation, SharedProcess
from migrationgov.results.record_list import RecordList
from migrationgov.timelines.gather import timelines_of, timelines_on
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.stretches import NONE, Stretch, grade_of
from migrationgov.vocabularies import Grade, ProcessRole

_CHAIRS = (ProcessRole.CHAIR, ProcessRole.CO_CHAIR)


def processes_of(
    party: mg.typing.PartyLike,
    *,
    on: mg.typing.DateLike | None = None,
    dataset: mg.Dataset | None = None,
) -> RecordList[Participation]:
    """
    List the processes in which a state or organization takes part, with its roles.

    The rules are those of `process_participants`. `first_listed` of each gives the first list that
    names the party, unless an entry on record, `since`, lies before it.

    Args:
        party: Code, name or record of the state or organization.
        on: A date as for `process_participants`; by default the day of the latest evidence on each
            process, which the list says in each line.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        `Participation` records by process and role, of all grades; see their `grade`.

    Raises:
        UnknownStateError: If there is no such state, or for an organization with members that is
            no party anywhere.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: If *on* lies after the latest evidence on any of these processes.
        UnmatchedWarning: If the state did not exist on *on*, and a predecessor took part in some.

    >>> found = processes_of("Türkiye", on="2015-02")
    >>> [each.role.value for each in found if each.certain and each.process == "budapest-process"]
    ['chair', 'member']
    >>> almaty = found[0]
    >>> almaty.grade.value, str(almaty.reading), str(almaty.first_listed)
    ('listed', 'list of 2015-10-22', '2015-10-22')
    """
    facts = resolve_dataset(dataset)
    code = party_of(party, facts, facts.process_ids, on)
    when, days = (None, ()) if on is None else parse_date_argument(on)
    roles = LASTING if when is None else EVERY_ROLE
    found = [
        each for process in facts.process_ids for each in ties(code, process, when, roles, facts)
    ]
    if when is not None:
        warn_after_evidence(when, (each.process for each in found), facts)
        ask, among = "processes_of({}, ...)", facts.process_ids
        warn_of_ties_before(code, when, days, facts, ask=ask, among=among)
    return RecordList(sorted(found, key=lambda x: (x.process, x.role)), Participation, facts)


def ties(
    party: str,
    institution: str,
    when: mg.PartialDate | None,
    roles: Iterable[ProcessRole],
    facts: mg.Dataset,
) -> Iterator[Participation]:
    """Yield the roles that a party certainly, by the best reading or possibly has on a date."""
    lines = timelines_of(facts, institution)
    on = when or latest_evidence(lines)
    days = day_ranges_of(on)
    if not lines.evidence.covers(days):
        lines = timelines_on(facts, institution, days)
    for role in roles:
        if lines.names(party, role.value):
            grade = _grade(lines.line(party, role.value).during(days), role.value)
            if grade:
                yield Participation(
                    institution=institution,
                    participant=party,
                    role=role,
                    grade=Grade(grade),
                    on=on,
                    dataset=facts,
                )


def _grade(met: list[Stretch], role: str) -> str:
    """
    Return the grade of a role; "" where no record names the party in it.

    A party that is listed as a member is not shown as a possible observer, too.
    """
    grade = grade_of(met, role)
    if grade != Grade.POSSIBLE:
        return grade
    named = any(role in each.possible and role in each.named for each in met)
    other = all(each.listed not in (None, NONE, role) for each in met)
    return grade if named and not other else ""


def profile_of(
    party: mg.typing.PartyLike,
    on: mg.typing.DateLike | None = None,
    *,
    dataset: mg.Dataset | None = None,
) -> RecordList[Participation]:
    """
    List all ties of a state or organization on a date: its statuses and roles everywhere.

    Args:
        party: Code, name or record of the state or organization.
        on: A date as for `members_on`; by default the day of the latest evidence on each
            institution, which the list says in each line.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        `Participation` records, those in organizations with a register first, each with its
        grade, its evidence and its citations.

    Raises:
        UnknownStateError: If there is no such state, or for an organization with members that is
            no party anywhere.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: Once, if *on* lies outside the evidence on some institution, also on one
            that is not found: after its evidence ends, no absence is certain.
        UnmatchedWarning: If the state did not exist on a day of *on*, and a predecessor did.

    >>> ties = [str(each) for each in profile_of("Kazakhstan")]
    >>> [each for each in ties if "of iom" in each or "of almaty" in each and "member" in each]
    ['KAZ: member of iom', 'KAZ: member of almaty-process (listed, 2024~)']
    """
    facts = resolve_dataset(dataset)
    ids = institutions(None, facts)
    code = party_of(party, facts, ids, on)
    when, days = (None, ()) if on is None else parse_date_argument(on)
    roles = LASTING if when is None else EVERY_ROLE
    found = [each for institution in ids for each in ties(code, institution, when, roles, facts)]
    if when is not None:
        warn_about_all(ids, when, facts)
        warn_of_ties_before(code, when, days, facts)
    return RecordList(found, Participation, facts)


def chairs_of(
    process: mg.typing.ProcessLike,
    *,
    on: mg.typing.DateLike | None = None,
    dataset: mg.Dataset | None = None,
) -> RecordList[Term]:
    """
    List the terms in the chair of a process, in order.

    Where sources differ about a hand-over, start and end span their dates. The note of the term
    and the disagreements of the process name the source of each date.

    Args:
        process: Id, name, acronym or record of the process.
        on: Only terms that may cover this date.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        `Term` records with the roles chair and co-chair. Start and end are both included.

    Raises:
        UnknownProcessError: If there is no such process.

    Warns:
        CoverageWarning: As for `process_participants`.

    >>> [term.state for term in chairs_of("Almaty Process")]
    ['KAZ', 'KGZ', 'TJK', 'TUR', 'AZE', 'KAZ']
    """
    facts = resolve_dataset(dataset)
    code = id_of(process_id, process, on, facts)
    lines = timelines_of(facts, code)
    record = facts.process(code)
    terms = [(n, each) for n, each in enumerate(record.terms) if each.role in _CHAIRS]
    if on is not None:
        when, days = parse_date_argument(on)
        warn_about(lines, when, facts)
        terms = [(n, each) for n, each in terms if _may_cover(lines, n, each, days)]
    return RecordList((each for _, each in terms), Term, facts)


def _may_cover(
    lines: InstitutionTimelines, place: int, term: Term, days: tuple[DayRange, ...]
) -> bool:
    """Return whether a term may cover one of the days."""
    span = next(s for s in lines.terms_of(term.role).spans if s.key == ("term", place))
    return any(span.first <= last and first <= span.last for first, last in days)


def shared_processes(
    first: mg.typing.PartyLike,
    second: mg.typing.PartyLike,
    *,
    on: mg.typing.DateLike | None = None,
    dataset: mg.Dataset | None = None,
) -> RecordList[SharedProcess]:
    """
    List the processes in which two parties both take part, with the roles of each.

    Args:
        first: Code, name or record of a state or organization.
        second: Code, name or record of the other party.
        on: A date as for `processes_of`; by default the day of the latest evidence on each
            process.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        `SharedProcess` records by process, of all grades; see their `grade`.

    Raises:
        UnknownStateError: If there is no such state, or for an organization with members that is
            no party anywhere.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: As for `processes_of`.
        UnmatchedWarning: As for `processes_of`.

    >>> shared = shared_processes("KAZ", "TUR", on="2015-10-22")
    >>> [(each.process, each.grade.value) for each in shared][:2]
    [('almaty-process', 'certain'), ('budapest-process', 'certain')]
    """
    facts = resolve_dataset(dataset)
    of_first, of_second = (processes_of(each, on=on, dataset=facts) for each in (first, second))
    both = {each.process for each in of_first} & {each.process for each in of_second}
    shared = (
        SharedProcess(
            process=process,
            first=RecordList(each for each in of_first if each.process == process),
            second=RecordList(each for each in of_second if each.process == process),
        )
        for process in sorted(both)
    )
    return RecordList(shared, SharedProcess, facts)
