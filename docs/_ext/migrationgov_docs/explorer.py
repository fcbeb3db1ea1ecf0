"""What the explorer looks up: every answer it can give, computed here by the library.

The page does no reasoning of its own. For the register of IOM it gets, for everybody, the days on
which the set of possible statuses changes, and the sets; for each process the days on which an
answer may change, and for each role and participant the answers between them. A day is counted as
`datetime.date.toordinal` does. Words are shortened to a letter (`STATUS`, `ANSWER`), sources and
citations are told once and referred to by their place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import migrationgov as mg
from migrationgov.queries.participant_list_rules import LASTING
from migrationgov.vocabularies import MIXED_ROLES
from migrationgov_docs.explorer_processes import process_answers
from migrationgov_docs.references import References
from migrationgov_docs.state_pages import slug

#: The letters that statuses are shortened to; a set of them is a text.
STATUS = {
    mg.vocabularies.Status.NONE: "n",
    mg.vocabularies.Status.APPLICANT: "a",
    mg.vocabularies.Status.OBSERVER: "o",
    mg.vocabularies.Status.MEMBER: "m",
}


def script(facts: mg.Dataset) -> str:
    """Return the file that the page loads: one object, so that it works from a folder, too."""
    text = json.dumps(everything(facts), ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.migrationgovFacts={text};\n"


def everything(facts: mg.Dataset) -> dict[str, Any]:
    """Return all that the explorer knows, as plain values."""
    refs = References(facts)
    (register,) = facts.registers
    told: dict[str, Any] = {
        "version": mg.__version__,
        "asOf": facts.as_of,
        "licence": facts.manifest.licence,
        "lasting": sorted(LASTING),
        "offices": sorted(MIXED_ROLES),
        "register": _register(register, facts, refs),
        "processes": {each.id: process_answers(each, facts, refs) for each in facts.processes},
        "disagreements": [_rivals(each, refs) for each in facts.disagreements],
    }
    told["parties"] = _parties(facts, told)
    told["citations"], told["sources"] = refs.citations, refs.sources
    return told


def _register(register: mg.model.Register, facts: mg.Dataset, refs: References) -> dict[str, Any]:
    lines, bodies = register.timelines()
    known = register.observers_known_from
    return {
        "id": register.organization,
        "name": facts.organization(register.organization).name,
        "from": [str(register.covered_from), register.covered_from.first_ordinal],
        "until": [str(register.covered_until), register.covered_until.last_ordinal],
        "observersKnownFrom": [str(known), known.last_ordinal],
        "complete": register.complete,
        "bodies": sorted(bodies),
        "lines": {who: [line.days, [_letters(each) for each in line.sets]]
                  for who, line in sorted(lines.items())},
        "steps": _by_subject(register.transitions, lambda step: _step(step, refs)),
        "shown": _by_subject(register.attestations, lambda each: _shown(each, refs)),
        "spells": {who: _spells(who, register.organization, facts) for who in sorted(lines)},
    }  # fmt: skip


def _letters(statuses: Iterable[mg.vocabularies.Status]) -> str:
    return "".join(letter for status, letter in STATUS.items() if status in set(statuses))


def _by_subject(records: Iterable[Any], told: Any) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for each in records:
        for whose in dict.fromkeys((each.subject, getattr(each, "predecessor", ""))):
            if whose:  # a succession is a step of both seats
                found.setdefault(whose, []).append(told(each))
    return dict(sorted(found.items()))


def _step(step: mg.model.Transition, refs: References) -> list[Any]:
    derived = int(step.basis is mg.vocabularies.Basis.DERIVED)
    first, last = step.date.first_ordinal, step.date.last_ordinal
    cited = refs.places(step.citations)
    return [step.kind, str(step.date), first, last, derived, step.note, cited, step.predecessor]


def _shown(each: mg.model.Attestation, refs: References) -> list[Any]:
    return [each.status, str(each.date), each.note, refs.places(each.citations)]


def _spells(who: str, organization: str, facts: mg.Dataset) -> list[Any]:
    its = mg.memberships_of(who, organization, status=None, dataset=facts)
    return [_spell(each) for each in its]


def _spell(each: mg.model.Spell) -> list[Any]:
    end = str(each.end) if each.end else ""
    seat = [each.continues or "", each.continued_by or ""]
    return [each.status, str(each.start), end, *seat]


def _rivals(each: mg.model.Disagreement, refs: References) -> list[Any]:
    claims = [[claim.value, refs.places(claim.citations)] for claim in each.claims]
    return [each.subject, each.context, each.field, claims, each.preferred or "", each.reason]


def _parties(facts: mg.Dataset, told: dict[str, Any]) -> dict[str, list[str]]:
    """Return name and sort of all states (with their page), and of the bodies that are named."""
    states = {
        state.id: [state.name, "former" if state.end else "state", slug(state.region)]
        for state in facts.states
    }
    named = set(told["register"]["lines"])
    named |= {who for process in told["processes"].values() for who in process["named"]}
    bodies = {who: [facts.organization(who).name, "body"] for who in named - set(states)}
    return dict(sorted((states | bodies).items()))
