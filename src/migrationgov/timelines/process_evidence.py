"""From the outline of a consultative process to the evidence on it."""

from __future__ import annotations

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.model.process_outline import outline_of
from migrationgov.timelines.claims import FOUNDERS, MEMBER
from migrationgov.timelines.evidence import Evidence, PartyList, RoleTerm, Step, party_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.participant_lists import ParticipantLists, RoleList
    from migrationgov.model.process_outline import ProcessOutline
    from migrationgov.model.processes import ConsultativeProcess

#: Milestones from which a process exists; a process that was only conceived does not exist yet.
_FOUNDINGS = ("established", "launched")
#: A quarter is added to a rotation, as hand-overs come late: three of four terms in the Rabat
#: Process, whose chair rotates yearly, lasted 13 or 14 months.
_MARGIN = 4


def evidence_of_process(facts: Dataset, process: str) -> Evidence:
    """Return the evidence on a consultative process."""
    outline = facts.process_outline(process)
    founded, opening = _founding(outline), _first_event(outline)
    covered_from = BEFORE_ALL if opening is None else opening.first_ordinal
    steps: dict[str, list[Step]] = {}
    for party, _, kind, date in outline.steps:
        steps.setdefault(party, []).append(Step(kind, PartialDate.parse(date)))
    lists = [party_list(each, place) for place, each in enumerate(outline.lists)]
    return Evidence(
        process,
        steps=steps,
        lists=[*lists, *_founders(outline)],
        terms=[
            RoleTerm(party, role, PartialDate.parse(start), _optional(end), place)
            for place, (party, _, role, start, end) in enumerate(outline.terms)
        ],
        exists_from=BEFORE_ALL if founded is None else founded.first_ordinal,
        founded=_latest_founding(outline),
        ends=_ends(outline),
        covered=(covered_from, PartialDate.parse(outline.covered_until).last_ordinal),
        rotation=outline.rotation + outline.rotation // _MARGIN,
        organizations=frozenset(_organizations(outline)),
        is_organization=facts.has_organization,
        lives=facts.state_lives,
    )


def _optional(date: str | None) -> PartialDate | None:
    return None if date is None else PartialDate.parse(date)


def role_lists(records: Iterable[ParticipantLists]) -> list[tuple[ParticipantLists, RoleList]]:
    """Return each list of one role, in the order of the record."""
    return [(lists, names) for lists in records for names in lists.lists]


def _founders(outline: ProcessOutline) -> Iterator[PartyList]:
    """Yield, for each milestone that names founders or signatories, a list of them."""
    for number, (_, date, states, organizations) in enumerate(outline.milestones):
        if states or organizations:
            yield PartyList(
                as_of=PartialDate.parse(date),
                role=MEMBER,
                kind=FOUNDERS,
                parties=frozenset((*states, *organizations)),
                organizations=None,
                place=len(outline.lists) + number,
            )


def _organizations(outline: ProcessOutline) -> Iterator[str]:
    """Yield the organizations that a record of a process names."""
    for *_, entries in outline.lists:
        yield from (party for party, is_organization, _ in entries if is_organization)
    yield from (party for party, is_organization, *_ in outline.terms if is_organization)
    yield from (party for party, is_organization, *_ in outline.steps if is_organization)
    for *_, organizations in outline.milestones:
        yield from organizations


def founding_of(process: ConsultativeProcess) -> PartialDate | None:
    """
    Return the date from which a process exists; None where its founding is not known for certain.

    An event before the founding counts, too, but a process that was only conceived does not exist.
    """
    return _founding(outline_of(process))


def first_event(process: ConsultativeProcess) -> PartialDate | None:
    """Return the date of the first milestone, meeting or list of a process, if there is one."""
    return _first_event(outline_of(process))


def _foundings(outline: ProcessOutline) -> list[PartialDate]:
    return [PartialDate.parse(date) for kind, date, *_ in outline.milestones if kind in _FOUNDINGS]


def _founding(outline: ProcessOutline) -> PartialDate | None:
    if all(each.uncertain for each in _foundings(outline)):
        return None
    days = [date for kind, date, *_ in outline.milestones if kind != "conceived"]
    starts = [PartialDate.parse(start) for *_, start, _ in outline.terms]
    known = [each for each in starts if each.earliest is not None]
    days += [*outline.meetings, *(as_of for as_of, *_ in outline.lists)]
    first = min((*map(PartialDate.parse, days), *known), key=lambda each: each.first_ordinal)
    return None if first.uncertain else first


def _first_event(outline: ProcessOutline) -> PartialDate | None:
    days = [date for _, date, *_ in outline.milestones]
    days += [*outline.meetings, *(as_of for as_of, *_ in outline.lists)]
    dates = map(PartialDate.parse, days)
    return min(dates, key=lambda each: each.first_ordinal, default=None)


def _latest_founding(outline: ProcessOutline) -> int:
    """Return the day on which a process was founded at the latest; `BEFORE_ALL` if not known."""
    known = [each.last_ordinal for each in _foundings(outline) if not each.uncertain]
    return min(known, default=BEFORE_ALL)


def _ends(outline: ProcessOutline) -> tuple[int, int]:
    """Return the first and the last day that the end of a process may be."""
    ends = [PartialDate.parse(date) for kind, date, *_ in outline.milestones if kind == "ended"]
    first = min((each.first_ordinal for each in ends), default=AFTER_ALL)
    if not ends or any(each.uncertain for each in ends):
        return first, AFTER_ALL
    return first, max(each.last_ordinal for each in ends)
