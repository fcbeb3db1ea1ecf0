"""The facts of the explorer about institutions: what each is, and its records."""

from __future__ import annotations

from datetime import date
from typing import Any

import migrationgov as mg
from migrationgov.notebook.phrases import spaced
from migrationgov.plots.growth_numbers import whole_from
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.process_evidence import first_event, founding_of
from migrationgov.timelines.register_evidence import founded_of
from migrationgov_docs.explorer_records import transition_rows
from migrationgov_docs.references import References

_LAST = date.max.toordinal()


def process_facts(
    process: mg.model.ConsultativeProcess, refs: References, facts: mg.Dataset
) -> dict[str, Any]:
    """Return the facts of one process, but for its timelines."""
    founded = founding_of(process)
    opened = founded or first_event(process)
    return {
        "name": process.name,
        "kind": process.kind,
        "region": ", ".join(process.regions),
        "status": str(process.statuses[-1]) if process.statuses else "",
        "from": [str(opened), opened.first_ordinal] if opened else None,
        "founded": founded is not None,  # then there is no warning before it
        "whole": _whole_from(process.id, facts),
        **_until(process.covered_until),
        "page": f"processes/{process.id}.html",
        "transitions": transition_rows(process.transitions, refs),
        "terms": [_term(each, refs) for each in process.terms],
        "lists": [_lists(each, refs) for each in process.participant_lists],
    }


def register_facts(register: mg.model.Register, facts: mg.Dataset) -> dict[str, Any]:
    """Return what an organization or a treaty with a register is; its page has its records."""
    first = register.covered_from
    return {
        **(
            _treaty_facts(facts.treaty(register.institution))
            if register.institution in facts.treaty_ids
            else _organization_facts(facts.organization(register.institution))
        ),
        "region": "",
        "from": [str(first), first.first_ordinal],
        "founded": founded_of(facts, register.institution) is not None,
        "whole": _whole_from(register.institution, facts),
        **_until(register.covered_until),
    }


def _whole_from(institution: str, facts: mg.Dataset) -> int:
    """Return the day from which a curve may be drawn; 0 where it may on all days."""
    return max(whole_from(timelines_of(facts, institution)), 0)


def _treaty_facts(its: mg.model.Treaty) -> dict[str, Any]:
    return {
        "name": its.name,
        "kind": spaced(its.kind),
        "status": f"in force since {its.in_force}" if its.in_force else "",
        "page": f"treaties/{its.id}.html",
    }


def _organization_facts(its: mg.model.Organization) -> dict[str, Any]:
    return {
        "name": its.name,
        "kind": spaced(its.kind),
        "status": "",
        "page": f"organizations/{its.id}.html",
    }


def _until(until: mg.PartialDate) -> dict[str, Any]:
    """Return the date of the latest evidence, and its last day in the calendar."""
    last = until.last_ordinal
    return {"until": [str(until), last], "latest": min(last, _LAST)}


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
