"""From the records of a dataset to the evidence on one institution, and its timelines."""

from __future__ import annotations

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.model.legal_transitions import SEAT_TRANSFERRED
from migrationgov.timelines.claims import ATTENDANCE, FOUNDERS, MEMBER, OBSERVER, STATUSES
from migrationgov.timelines.evidence import Evidence, PartyList, RoleTerm, Step
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.vocabularies import MIXED_ROLES, OrganizationId, ProcessId

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.processes import ConsultativeProcess, ParticipantLists, RoleList
    from migrationgov.model.transitions import Transition

#: Milestones from which a process exists; a process that was only conceived does not exist yet.
_FOUNDINGS = ("established", "launched")


def timelines_of(facts: Dataset, institution: str) -> InstitutionTimelines:
    """
    Return the timelines of an organization that has a register, or of a process, by its id.

    Each dataset makes them once. A filtered dataset is never more certain than the whole.
    """
    known: InstitutionTimelines | None = facts.made(("timelines", institution))
    if known is not None:
        return known
    return facts.derived(("timelines", institution), lambda _: _timelines(facts, institution))


def _timelines(facts: Dataset, institution: str) -> InstitutionTimelines:
    whole = None if facts.whole is None else timelines_of(facts.whole, institution)
    is_register = institution in facts.register_ids
    gather = evidence_of_register if is_register else evidence_of_process
    return InstitutionTimelines(gather(facts, institution), whole)


def timelines_since_founding(facts: Dataset, institution: str) -> InstitutionTimelines:
    """
    Return the timelines of an institution, for days before its register begins, too.

    Reading the founding of an organization takes longer than most questions, and days that a
    register covers do not need it.
    """
    made = timelines_of(facts, institution)
    here = made.evidence
    if not here.register:
        return made
    founded = founded_of(facts, institution)
    exists_from = BEFORE_ALL if founded is None else founded.first_ordinal
    if exists_from >= here.exists_from:
        return made
    whole = None if facts.whole is None else timelines_since_founding(facts.whole, institution)
    return facts.derived(
        ("timelines since founding", institution),
        lambda _: InstitutionTimelines(here.since_founding(exists_from), whole),
    )


# -- registers ------------------------------------------------------------------------------------


def evidence_of_register(facts: Dataset, institution: str) -> Evidence:
    """Return the evidence of the register of an organization."""
    register = facts.register(OrganizationId(institution))
    steps: dict[str, list[Step]] = {}
    organizations: set[str] = set()
    ceded: list[tuple[str, Step]] = []
    for party, is_organization, kind, date, predecessor in register.outline():
        if is_organization:
            organizations.add(party)
        when = PartialDate.parse(date)
        steps.setdefault(party, []).append(Step(kind, when))
        if predecessor:
            ceded.append((predecessor, Step(SEAT_TRANSFERRED, when)))
    for predecessor, step in ceded:  # a succession is the last one of the predecessor
        steps.setdefault(predecessor, []).append(step)
    lists: list[PartyList] = []
    for place, (party, is_organization, status, date) in enumerate(register.attested()):
        if is_organization:
            organizations.add(party)
        if status in (MEMBER, OBSERVER):
            lists.append(_attestation(party, status, date, place))
    first = register.covered_from.first_ordinal
    known_from = dict.fromkeys(STATUSES, first)
    known_from[OBSERVER] = max(first, register.observers_known_from.last_ordinal)
    return Evidence(
        institution,
        steps=steps,
        lists=lists,
        register=True,
        closed=register.complete,
        known_from=known_from,
        exists_from=first,
        founded=register.covered_from.last_ordinal,
        organizations=frozenset(organizations),
        is_organization=facts.has_organization,
    )


def _attestation(party: str, status: str, date: str, place: int) -> PartyList:
    """Return a date on which a source names a party in a status, as a list of this party alone."""
    return PartyList(
        as_of=PartialDate.parse(date),
        role=status,
        kind="partial",
        parties=frozenset({party}),
        organizations=None,
        place=place,
    )


def founded_of(facts: Dataset, institution: str) -> PartialDate | None:
    """Return when an organization was founded; None where that is not known for certain."""
    if not facts.has_organization(institution):
        return None
    founded = facts.organization(institution).founded
    return None if founded is None or founded.uncertain else founded


# -- processes ------------------------------------------------------------------------------------


def evidence_of_process(facts: Dataset, process: str) -> Evidence:
    """Return the evidence on a consultative process."""
    record = facts.process(ProcessId(process))
    founded = founding_of(record)
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
