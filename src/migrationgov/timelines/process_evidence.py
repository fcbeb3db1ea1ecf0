"""From the record of a consultative process to the evidence on it."""

from __future__ import annotations

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.timelines.claims import ATTENDANCE, FOUNDERS, MEMBER
from migrationgov.timelines.evidence import Evidence, PartyList, RoleTerm, Step
from migrationgov.vocabularies import MIXED_ROLES, ProcessId

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.processes import ConsultativeProcess, ParticipantLists, RoleList
    from migrationgov.model.transitions import Transition

#: Milestones from which a process exists; a process that was only conceived does not exist yet.
_FOUNDINGS = ("established", "launched")


def evidence_of_process(facts: Dataset, process: str) -> Evidence:
    """Return the evidence on a consultative process."""
    record = facts.process(ProcessId(process))
    founded, opening = founding_of(record), first_event(record)
    covered_from = BEFORE_ALL if opening is None else opening.first_ordinal
    lists = [_party_list(*each, place) for place, each in enumerate(role_lists(record))]
    return Evidence(
        process,
        steps=_steps(record.transitions),
        lists=[*lists, *_founders(record, len(lists))],
        terms=[
            RoleTerm(each.participant, each.role.value, each.start, each.end, place)
            for place, each in enumerate(record.terms)
        ],
        exists_from=BEFORE_ALL if founded is None else founded.first_ordinal,
        founded=_latest_founding(record),
        ends=_ends(record),
        covered=(covered_from, record.covered_until.last_ordinal),
        rotation=max((each.months for each in record.rotations), default=0),
        organizations=_organizations_in(record),
        is_organization=facts.has_organization,
        lives=state_lives(facts),
    )


def role_lists(process: ConsultativeProcess) -> list[tuple[ParticipantLists, RoleList]]:
    """Return each list of one role, in the order of the record."""
    return [(lists, names) for lists in process.participant_lists for names in lists.lists]


def _party_list(lists: ParticipantLists, names: RoleList, place: int) -> PartyList:
    """Return a list for the machine; a list of a meeting is one of attendance."""
    return PartyList(
        as_of=lists.as_of,
        role=names.role.value,
        kind=ATTENDANCE if lists.meeting else names.kind.value,
        parties=frozenset([each.participant for each in names.entries]),
        doubted=frozenset([each.participant for each in names.entries if not each.certain]),
        organizations=None if names.role in MIXED_ROLES else names.of_organizations,
        total=names.total or 0,
        place=place,
    )


def _founders(process: ConsultativeProcess, place: int) -> Iterator[PartyList]:
    """Yield, for each milestone that names founders or signatories, a list of them."""
    for number, each in enumerate(process.milestones):
        parties = frozenset((*each.states, *each.organizations))
        if parties:
            yield PartyList(
                as_of=each.date,
                role=MEMBER,
                kind=FOUNDERS,
                parties=parties,
                organizations=None,
                place=place + number,
            )


def _steps(transitions: Iterable[Transition]) -> dict[str, list[Step]]:
    steps: dict[str, list[Step]] = {}
    for each in transitions:
        steps.setdefault(each.party, []).append(Step(each.kind.value, each.date))
    return steps


def _organizations_in(process: ConsultativeProcess) -> frozenset[str]:
    """Return the organizations that a record of a process names."""
    named = [entry.organization for _, names in role_lists(process) for entry in names.entries]
    named += [each.organization for each in process.terms]
    named += [each.organization for each in process.transitions]
    named += [party for each in process.milestones for party in each.organizations]
    return frozenset(named) - {""}


def founding_of(process: ConsultativeProcess) -> PartialDate | None:
    """
    Return the date from which a process exists; None where its founding is not known for certain.

    An event before the founding counts, too, but a process that was only conceived does not exist.
    """
    foundings = [each.date for each in process.milestones if each.kind in _FOUNDINGS]
    if all(each.uncertain for each in foundings):
        return None
    days = [each.date for each in process.milestones if each.kind != "conceived"]
    days += [each.start for each in process.terms if each.start.earliest is not None]
    first = min((*days, *_days_of_record(process)), key=lambda each: each.first_ordinal)
    return None if first.uncertain else first


def first_event(process: ConsultativeProcess) -> PartialDate | None:
    """Return the date of the first milestone, meeting or list of a process, if there is one."""
    days = [each.date for each in process.milestones] + _days_of_record(process)
    return min(days, key=lambda each: each.first_ordinal, default=None)


def _days_of_record(process: ConsultativeProcess) -> list[PartialDate]:
    days = [each.date for each in process.meetings]
    return days + [each.as_of for each in process.participant_lists]


def _latest_founding(process: ConsultativeProcess) -> int:
    """Return the day on which a process was founded at the latest; `BEFORE_ALL` if not known."""
    foundings = [each.date for each in process.milestones if each.kind in _FOUNDINGS]
    known = [each.last_ordinal for each in foundings if not each.uncertain]
    return min(known, default=BEFORE_ALL)


def _ends(process: ConsultativeProcess) -> tuple[int, int]:
    """Return the first and the last day that the end of a process may be."""
    ends = [each.date for each in process.milestones if each.kind == "ended"]
    if not ends or any(each.uncertain for each in ends):
        return min((each.first_ordinal for each in ends), default=AFTER_ALL), AFTER_ALL
    return min(each.first_ordinal for each in ends), max(each.last_ordinal for each in ends)


def state_lives(facts: Dataset) -> dict[str, tuple[int, int]]:
    """Return the first and the last day of each state that has not existed always."""
    return facts.derived("lives of states", _lives)


def _lives(facts: Dataset) -> dict[str, tuple[int, int]]:
    return {
        each.id: (
            BEFORE_ALL if each.start is None or each.start.uncertain else each.start.first_ordinal,
            AFTER_ALL if each.end is None or each.end.uncertain else each.end.last_ordinal,
        )
        for each in facts.states
        if each.start is not None or each.end is not None
    }
