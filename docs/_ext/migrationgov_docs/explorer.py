"""The facts of the explorer: every answer that it can give, computed by the library.

The page concludes nothing: it looks up the timelines of each institution (`explorer_timelines`).
Beside them it shows the records of IOM and of processes; other registers have their own pages for
that. Sources and citations are written once; records give their place.
"""

from __future__ import annotations

import json
from typing import Any

import migrationgov as mg
from migrationgov.model.register import by_party
from migrationgov.plots.tile_maps import TILES
from migrationgov.queries.rosters import LASTING
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.process_evidence import role_lists
from migrationgov_docs.explorer_institutions import process_facts, register_facts
from migrationgov_docs.explorer_names import acronyms, spellings
from migrationgov_docs.explorer_records import transition_rows
from migrationgov_docs.explorer_suspensions import suspensions
from migrationgov_docs.explorer_timelines import Timelines
from migrationgov_docs.pools import trimmed
from migrationgov_docs.references import References
from migrationgov_docs.register_sections import IOM
from migrationgov_docs.state_pages import slug


def script(facts: mg.Dataset) -> str:
    """Return the file that the page loads: one object, so that a page in a folder can load it."""
    written = {"migrationgovFacts": everything(facts), "TILE_PLACES": TILES}
    return "".join(f"globalThis.{name}={_parsed(each)};\n" for name, each in written.items())


def _parsed(value: Any) -> str:
    """Return the value as text that the browser parses: faster than a literal of this size."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    quoted = text.replace("\\", r"\\").replace("'", r"\'")
    return f"JSON.parse('{quoted}')"


def everything(facts: mg.Dataset) -> dict[str, Any]:
    """Return all facts of the explorer, as plain values."""
    refs = References(facts)
    timelines = Timelines(facts, refs)
    (iom,) = (each for each in facts.registers if each.institution == IOM)
    others = {r.institution: register_facts(r, facts) for r in facts.registers if r is not iom}
    processes = {each.id: process_facts(each, refs, facts) for each in facts.processes}
    values: dict[str, Any] = {
        "version": mg.__version__,
        "asOf": facts.as_of,
        "licence": facts.manifest.licence,
        "lasting": LASTING,  # the roles that a question without a date is about
        "register": _register(iom, facts, refs),
        "institutions": processes | others,
        "suspended": suspensions(facts),
        "groups": {each: timelines.groups(each) for each in (IOM, *processes, *others)},
        "disagreements": [
            _disagreement(each, refs) for each in facts.disagreements if each.context not in others
        ],
    }
    values["parties"] = _parties(facts, values)
    values["spellings"] = spellings(facts, values["parties"])
    values["acronyms"] = acronyms(facts)
    return values | refs.values | timelines.values


def _register(register: mg.model.Register, facts: mg.Dataset, refs: References) -> dict[str, Any]:
    return {
        "id": register.institution,
        "name": facts.organization(register.institution).name,
        "founded": [str(register.covered_from), register.covered_from.first_ordinal],
        "until": [str(register.covered_until), register.covered_until.last_ordinal],
        "transitions": transition_rows(register.transitions, refs),
        "attestations": {
            party: [_attestation(each, refs) for each in found]
            for party, found in by_party(register.attestations).items()
        },
        "spells": {
            party: _spells(party, register.institution, facts)
            for party in timelines_of(facts, register.institution).parties
        },
    }


def _attestation(each: mg.model.Attestation, refs: References) -> list[Any]:
    return [each.status, str(each.date), each.note, refs.places(each.citations)]


def _spells(party: str, institution: str, facts: mg.Dataset) -> list[Any]:
    spells = mg.memberships_of(party, institution, status=None, dataset=facts)
    return [_spell(each) for each in spells]


def _spell(each: mg.model.Spell) -> list[Any]:
    end = str(each.end) if each.end else ""
    linked = [each.continues or "", each.continued_by or ""]
    return trimmed([each.status, str(each.start), end, *linked])


def _disagreement(each: mg.model.Disagreement, refs: References) -> list[Any]:
    claims = [[claim.value, refs.places(claim.citations)] for claim in each.claims]
    return [each.subject, each.context, each.field, claims, each.preferred or "", each.reason]


def _parties(facts: mg.Dataset, values: dict[str, Any]) -> dict[str, list[Any]]:
    """Return name and sort of all states, and of the organizations named."""
    states = {state.id: _state(state) for state in facts.states}
    named = {
        party
        for institution in values["groups"]
        for party in timelines_of(facts, institution).parties
    }
    lists = (
        names for process in facts.processes for _, names in role_lists(process.participant_lists)
    )
    named |= {group for names in lists for group in names.groups}
    organizations = {
        party: [facts.organization(party).name, "organization"] for party in named - set(states)
    }
    return dict(sorted((states | organizations).items()))


def _state(state: mg.model.State) -> list[Any]:
    """Return name, sort, page and, where it followed others, the first day and these."""
    born = state.start.first_ordinal if state.start and state.predecessors else 0
    sort = "former" if state.end else "state"
    return trimmed([state.name, sort, slug(state.region), born, " ".join(state.predecessors)])
