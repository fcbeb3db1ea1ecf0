"""The facts of the explorer about processes: what each is, its terms and its lists."""

from __future__ import annotations

from datetime import date
from typing import Any

import migrationgov as mg
from migrationgov.timelines.process_evidence import first_event, founding_of
from migrationgov_docs.explorer_records import by_party, transition_row
from migrationgov_docs.references import References

_LAST = date.max.toordinal()


def process_facts(process: mg.model.ConsultativeProcess, refs: References) -> dict[str, Any]:
    """Return the facts of one process, but for its timelines."""
    founded = founding_of(process)
    opened = founded or first_event(process)
    until = process.covered_until
    return {
        "name": process.name,
        "kind": process.kind,
        "region": process.region,
        "status": str(process.statuses[-1]) if process.statuses else "",
        "from": [str(opened), opened.first_ordinal] if opened else None,
        "founded": founded is not None,  # then there is no warning before it
        "until": [str(until), until.last_ordinal],
        "latest": min(until.last_ordinal, _LAST),
        "transitions": by_party(process.transitions, lambda each: transition_row(each, refs)),
        "terms": [_term(each, refs) for each in process.terms],
        "lists": [_lists(each, refs) for each in process.participant_lists],
    }


def _term(each: mg.model.Term, refs: References) -> list[Any]:
    end = str(each.end) if each.end else ""
    cited = refs.places(each.citations)
    return [each.role, each.participant, str(each.start), end, each.note, cited]


def _lists(each: mg.model.ParticipantLists, refs: References) -> list[Any]:
    lists = [
        [names.role, names.kind, names.total, _entries(names), *names.groups]
        for names in each.lists
    ]
    return [str(each.as_of), each.meeting, each.note, refs.places(each.citations), lists]


def _entries(names: mg.model.RoleList) -> str:
    return " ".join(
        each.participant if each.certain else f"{each.participant}?" for each in names.entries
    )
