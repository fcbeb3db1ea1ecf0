"""The facts of the explorer: every answer that it can give, computed by the library.

The page concludes nothing. For the register of IOM it gets, for each party, the days on which
the set of possible statuses changes, and the sets. For each process it gets the days on which an
answer may change, and for each role and participant the answers between these days. A day is the
number of `datetime.date.toordinal`. A status is a letter (`STATUS`), an answer is "y" or "u".
Sources and citations are written once; records give their place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import migrationgov as mg
from migrationgov.queries.participant_list_rules import LASTING
from migrationgov.vocabularies import MIXED_ROLES, OrganizationId
from migrationgov_docs.explorer_processes import process_answers
from migrationgov_docs.references import References
from migrationgov_docs.state_pages import slug

#: A letter for each status. Text of several letters is a set of statuses.
STATUS = {
    mg.vocabularies.Status.NONE: "n",
    mg.vocabularies.Status.APPLICANT: "a",
    mg.vocabularies.Status.OBSERVER: "o",
    mg.vocabularies.Status.MEMBER: "m",
}


def script(facts: mg.Dataset) -> str:
    """Return the file that the page loads: one object, so that a page in a folder can load it."""
    text = json.dumps(everything(facts), ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.migrationgovFacts={text};\n"


def everything(facts: mg.Dataset) -> dict[str, Any]:
    """Return all facts of the explorer, as plain values."""
    refs = References(facts)
    register = facts.register(OrganizationId("iom"))
    values: dict[str, Any] = {
        "version": mg.__version__,
        "asOf": facts.as_of,
        "licence": facts.manifest.licence,
        "lasting": sorted(LASTING),
        "mixedRoles": sorted(MIXED_ROLES),
        "register": _register(register, facts, refs),
        "processes": {each.id: process_answers(each, facts, refs) for each in facts.processes},
        "disagreements": [_disagreement(each, refs) for each in facts.disagreements],
    }
    values["parties"] = _parties(facts, values)
    values["citations"], values["sources"] = refs.citations, refs.sources
    return values


def _register(register: mg.model.Register, facts: mg.Dataset, refs: References) -> dict[str, Any]:
    lines, organizations = register.timelines()
    known = register.observers_known_from
    return {
        "id": register.institution,
        "name": facts.organization(register.institution).name,
        "founded": [str(register.covered_from), register.covered_from.first_ordinal],
        "until": [str(register.covered_until), register.covered_until.last_ordinal],
        "observersKnownFrom": [str(known), known.last_ordinal],
        "complete": register.complete,
        "organizations": sorted(organizations),
        "lines": {party: [line.days, [_letters(each) for each in line.sets]]
                  for party, line in sorted(lines.items())},
        "transitions": _by_party(register.transitions, lambda each: _transition(each, refs)),
        "attestations": _by_party(register.attestations, lambda each: _attestation(each, refs)),
        "spells": {party: _spells(party, register.institution, facts) for party in sorted(lines)},
    }  # fmt: skip


def _letters(statuses: Iterable[mg.vocabularies.Status]) -> str:
    return "".join(letter for status, letter in STATUS.items() if status in set(statuses))


def _by_party(records: Iterable[Any], plain: Any) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for each in records:
        for party in dict.fromkeys((each.party, getattr(each, "predecessor", ""))):
            if party:  # a succession is a transition of both states
                found.setdefault(party, []).append(plain(each))
    return dict(sorted(found.items()))


def _transition(each: mg.model.Transition, refs: References) -> list[Any]:
    derived = int(each.basis is mg.vocabularies.Basis.DERIVED)
    first, last = each.date.first_ordinal, each.date.last_ordinal
    cited = refs.places(each.citations)
    return [each.kind, str(each.date), first, last, derived, each.note, cited, each.predecessor]


def _attestation(each: mg.model.Attestation, refs: References) -> list[Any]:
    return [each.status, str(each.date), each.note, refs.places(each.citations)]


def _spells(party: str, institution: str, facts: mg.Dataset) -> list[Any]:
    spells = mg.memberships_of(party, institution, status=None, dataset=facts)
    return [_spell(each) for each in spells]


def _spell(each: mg.model.Spell) -> list[Any]:
    end = str(each.end) if each.end else ""
    linked = [each.continues or "", each.continued_by or ""]
    return [each.status, str(each.start), end, *linked]


def _disagreement(each: mg.model.Disagreement, refs: References) -> list[Any]:
    claims = [[claim.value, refs.places(claim.citations)] for claim in each.claims]
    return [each.subject, each.context, each.field, claims, each.preferred or "", each.reason]


def _parties(facts: mg.Dataset, values: dict[str, Any]) -> dict[str, list[str]]:
    """Return name and sort of all states (with their page), and of the organizations named."""
    states = {
        state.id: [state.name, "former" if state.end else "state", slug(state.region)]
        for state in facts.states
    }
    named = set(values["register"]["lines"])
    named |= {party for process in values["processes"].values() for party in process["named"]}
    organizations = {
        party: [facts.organization(party).name, "organization"] for party in named - set(states)
    }
    return dict(sorted((states | organizations).items()))
