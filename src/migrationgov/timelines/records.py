"""From the key of a record of the evidence to the record itself."""

from __future__ import annotations

from typing import Any

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.model.register import by_party
from migrationgov.timelines.process_evidence import role_lists

#: The kinds of transition that give a party a status.
_INTO = "seated", "joined", "succeeded", "entered-into-force"
_ENTRIES = {"member": _INTO, "party": _INTO, "observer": ("became-observer",)}
_FOUNDERS = "member", "party"
_CHAIRS = ("chair", "co-chair")
ALL_DAYS = BEFORE_ALL, AFTER_ALL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.lookup.day_ranges import DayRange
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.participant_lists import ParticipantLists
    from migrationgov.model.transitions import Attestation, Transition
    from migrationgov.timelines.stretches import RecordKey


def record_of(facts: Dataset, institution: str, party: str, key: RecordKey) -> Any:
    """Return a transition, an attestation, dated lists, a milestone with founders, or a term."""
    kind, place = key
    if kind == "step":
        return transitions_of(facts, institution, party)[place]
    if institution in facts.register_ids:
        register = facts.register(institution)
        attested, lists = register.attestations, role_lists(register.lists)
        return attested[place] if place < len(attested) else lists[place - len(attested)][0]
    process = facts.process(institution)
    if kind == "term":
        return process.terms[place]
    lists = role_lists(process.participant_lists)
    return lists[place][0] if place < len(lists) else process.milestones[place - len(lists)]


def all_transitions(facts: Dataset, institution: str) -> tuple[Transition, ...]:
    """Return the transitions of all parties of a register, or of a process."""
    if institution in facts.register_ids:
        return facts.register(institution).transitions
    return facts.process(institution).transitions


def transitions_of(facts: Dataset, institution: str, party: str) -> list[Transition]:
    """Return the transitions of a party in order; the succession of its successor comes last."""
    key = "transitions", institution
    grouped = facts.derived(key, lambda _: by_party(all_transitions(facts, institution)))
    return grouped.get(party, [])


def attestations_of(facts: Dataset, institution: str, party: str) -> list[Attestation]:
    """Return the attestations of the status of a party in a register, by date."""
    if institution not in facts.register_ids:
        return []
    register = facts.register(institution)
    key = "attestations", institution
    return facts.derived(key, lambda _: by_party(register.attestations)).get(party, [])


def first_listed(facts: Dataset, institution: str, party: str, role: str) -> PartialDate | None:
    """
    Return the date of the first list of an institution that names a party in a role.

    None where an entry certainly lies before it, or for a chair, who has a term: it would read as
    a second beginning.
    """
    if role in _CHAIRS:
        return None
    dates = [
        lists.as_of
        for lists, names in role_lists(_lists_of(facts, institution))
        if names.role == role and any(each.participant == party for each in names.entries)
    ]
    if not dates:
        return None
    first = min(dates, key=lambda each: each.first_ordinal)
    entries = entries_of(facts, institution, party, role)
    return None if any(each.last_ordinal <= first.last_ordinal for each in entries) else first


def _meets(when: PartialDate, days: DayRange) -> bool:
    """Return whether the stated days of a date, which may be doubted, are among days."""
    first, last = days
    return when.first_ordinal <= last and first <= when.last_ordinal


def _lists_of(facts: Dataset, institution: str) -> tuple[ParticipantLists, ...]:
    if institution in facts.register_ids:
        return facts.register(institution).lists
    return facts.process(institution).participant_lists


def entries_of(
    facts: Dataset, institution: str, party: str, role: str, days: DayRange = ALL_DAYS
) -> list[PartialDate]:
    """Return the dates, on days, of the entries of a party in a role, or of the founding."""
    steps = transitions_of(facts, institution, party)
    kinds = _ENTRIES.get(role, ())
    dates = [each.date for each in steps if each.kind in kinds and each.party == party]
    if not dates and role in _FOUNDERS and institution not in facts.register_ids:
        events = facts.process(institution).milestones
        dates = [each.date for each in events if party in (*each.states, *each.organizations)]
    return [each for each in dates if _meets(each, days)]
