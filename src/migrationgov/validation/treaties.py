"""Rules for treaties and votes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from migrationgov.model.dataset import Dataset
from migrationgov.timelines.gather import timelines_of
from migrationgov.vocabularies import RegisterKind


def treaties_have_registers(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Each treaty has a register of its parties, and no other institution has one."""
    with_parties: set[str] = {
        each.institution for each in facts.registers if each.kind == RegisterKind.TREATY
    }
    known: set[str] = set(facts.treaty_ids)
    for each in sorted(known - with_parties):
        message = f'has no register of its parties; add memberships/{each}.json of kind "treaty"'
        yield f"treaties.json {each}", message
    for each in sorted(with_parties - known):
        message = "is the register of parties to a treaty, which is not in treaties.json; add it"
        yield f"memberships/{each}.json", message


def treaties_are_open_to_groups(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A treaty that is open to the members of an organization has the register of these."""
    for each in facts.treaties:
        if each.open_to and each.open_to not in facts.register_ids:
            message = f"add memberships/{each.open_to}.json, or leave open_to out"
            yield f"treaties.json {each.id}", f"is open to members of {each.open_to!r}; {message}"


def treaties_enter_into_force_once(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A treaty has one milestone of each kind, and one final clause at most."""
    for each in facts.treaties:
        kinds = Counter(milestone.kind for milestone in each.milestones)
        twice = [f"milestones of the kind {kind}" for kind, number in kinds.items() if number > 1]
        for what in [*twice, *(["final clauses"] if len(each.clauses) > 1 else [])]:
            yield f"treaties.json {each.id}", f"has several {what}; keep one, and cite its sources"


def voters_are_members(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A state that voted on a resolution was a member of the organization on that day."""
    for each in facts.resolutions:
        if each.institution not in facts.register_ids:
            continue
        days = ((each.date.first_ordinal, each.date.last_ordinal),)
        lines = timelines_of(facts, each.institution)
        for state in (state for votes in each.votes for state in votes.states):
            met = lines.line(state).during(days)
            if not any(lines.belonging in stretch.possible for stretch in met):
                message = (
                    f"was no member of {each.institution} on {each.date} and cannot have voted"
                )
                yield f"resolutions.json {each.id} {state}", message
