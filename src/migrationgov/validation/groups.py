"""The rule for lists that name a group: its members on the date of the list are written out."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.dataset import Dataset
from migrationgov.model.participant_lists import ListedParticipant, RoleList
from migrationgov.timelines.gather import timelines_of
from migrationgov.vocabularies import OrganizationId, Status


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
    if not register.complete:  # a filtered register: the list was written out by the whole one
        return
    first, last = register.covered_from, register.covered_until
    if date.first_ordinal < first.first_ordinal or last.last_ordinal < date.last_ordinal:
        reach = f"memberships/{group}.json reaches from {first} to {last}"
        yield f"the members of {group} on {date} are not known: {reach}"
        return
    yield from _differences(_members_on(facts, group, date), group, names)


@frozen
class _Members:
    """The states that were members on every day of a date, and those on some days only."""

    always: frozenset[str]
    sometimes: frozenset[str]


def _members_on(facts: Dataset, group: str, date: PartialDate) -> _Members:
    days = ((date.first_ordinal, date.last_ordinal),)
    found = timelines_of(facts, group).index(Status.MEMBER.value).during(days, "state")
    always = frozenset(found.certain)
    return _Members(always, frozenset((*found.codes, *found.possible)) - always)


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
