"""The rule for lists that name a group: its members on the date of the list are written out."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.dataset import Dataset
from migrationgov.model.processes import ListedParticipant, RoleList
from migrationgov.model.register import Register
from migrationgov.model.status_timeline import IllegalTransitionError
from migrationgov.vocabularies import OrganizationId, Status

_MEMBER = frozenset({Status.MEMBER})


def groups_are_written_out(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A list that names a group has its members on the date of the list as entries."""
    for process in facts.processes:
        for number, lists in enumerate(process.participant_lists):
            for place, names in enumerate(lists.lists):
                path = f"participant_lists[{number}].lists[{place}].groups"
                for group in names.groups:
                    for message in _problems(facts, group, names, lists.as_of):
                        yield f"processes/{process.id}.json {path} {lists.as_of}", message


def _problems(
    facts: Dataset, group: OrganizationId, names: RoleList, date: PartialDate
) -> Iterator[str]:
    if group not in facts.register_ids:
        yield f"names the group {group!r}, which has no register; add memberships/{group}.json"
        return
    register = facts.register(group)
    first, last = register.covered_from, register.covered_until
    covered = first.first_ordinal <= date.first_ordinal and date.last_ordinal <= last.last_ordinal
    if not (covered and register.complete):
        message = f"the members of {group} on {date} are not known"
        reach = f"memberships/{group}.json reaches from {first} to {last}"
        yield f"{message}: {reach}{'' if register.complete else ', and is not complete'}"
        return
    yield from _differences(_members_on(register, date), group, names)


@frozen
class _Members:
    """The states that were members on every day of a date, and those on some days only."""

    always: frozenset[str]
    sometimes: frozenset[str]


def _members_on(register: Register, date: PartialDate) -> _Members:
    try:
        lines, organizations = register.timelines()
    except IllegalTransitionError:  # reported by `transitions_are_legal`
        return _Members(frozenset(), frozenset())
    days = date.first_ordinal, date.last_ordinal
    sets = {
        party: line.during(*days) for party, line in lines.items() if party not in organizations
    }
    always = frozenset(party for party, found in sets.items() if set(found) == {_MEMBER})
    some = {party for party, found in sets.items() if any(Status.MEMBER in each for each in found)}
    return _Members(always, frozenset(some - always))


def _differences(members: _Members, group: str, names: RoleList) -> Iterator[str]:
    entries: dict[str, ListedParticipant] = {e.state: e for e in names.entries if e.state}
    missing = sorted((members.always | members.sometimes) - entries.keys())
    if missing:
        doubted = sorted(members.sometimes & set(missing))
        certain = f' with "certain": false: {", ".join(doubted)}' if doubted else ""
        yield f"names the group {group}, but not {', '.join(missing)}; add them{certain}"
    for state in sorted(members.sometimes & entries.keys()):
        if entries[state].certain and not entries[state].note:
            message = f"{state} was a member of {group} on some days of the date only"
            yield f'{message}; write "certain": false, or say in a note that the list names it'
