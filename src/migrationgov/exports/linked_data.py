"""The data as linked data: JSON-LD with the vocabularies schema.org, W3C ORG and PROV-O."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from migrationgov.control_characters import escaped_controls
from migrationgov.exports.table_rows import numbered_spells
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.model.organizations import Organization
from migrationgov.model.processes import ConsultativeProcess, Term
from migrationgov.model.resolutions import Resolution
from migrationgov.model.sources import Citation, Source
from migrationgov.model.spells import Spell
from migrationgov.model.states import State
from migrationgov.model.treaties import Treaty

Node = dict[str, Any]
Named = State | Organization | Treaty | Resolution | ConsultativeProcess

#: The start of all ids. They name things; there need not be a page behind them.
BASE = "https://migrationgov.invalid/id/"

_CONTEXT: Node = {
    "@base": BASE,
    "schema": "https://schema.org/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "time": "http://www.w3.org/2006/time#",
    "mg": "https://migrationgov.invalid/terms#",
    "name": "schema:name",
    "sources": {"@id": "prov:wasDerivedFrom", "@type": "@id", "@container": "@set"},
    "member": {"@id": "org:member", "@type": "@id"},
    "organization": {"@id": "org:organization", "@type": "@id"},
    "role": {"@id": "org:role", "@type": "@id"},
    "during": "org:memberDuring",
    "sameAs": {"@id": "schema:sameAs", "@type": "@id"},
    "url": {"@id": "schema:url", "@type": "@id"},
}


def json_ld(*, dataset: Dataset | None = None) -> str:
    """
    Return states, institutions, resolutions, spells, terms and sources as one JSON-LD text.

    A spell is an `org:Membership` with its interval and its sources (`prov:wasDerivedFrom`); the
    ends of the interval are EDTF, in `mg:start` and `mg:end` (included). Where no entry is on
    record it has `mg:firstListed`, the date of the first list, in place of `mg:start`. Parties to
    a treaty are its members, from the day on which it is in force for them. A resolution names the
    states that voted on it, by vote (`mg:yes`, `mg:no`, `mg:abstain`).

    Args:
        dataset: The facts; the active dataset by default.

    >>> json.loads(json_ld())["@context"]["prov"]
    'http://www.w3.org/ns/prov#'
    """
    facts = resolve_dataset(dataset)
    document = {"@context": _CONTEXT, "@graph": list(_graph(facts))}
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return (
        escaped_controls(text).replace("<", r"\u003c") + "\n"
    )  # in a page, "</script>" would end the text


def _graph(facts: Dataset) -> Iterator[Node]:
    yield from map(_source, facts.sources)
    for state in facts.states:
        item = f"http://www.wikidata.org/entity/{state.wikidata}" if state.wikidata else ""
        kinds = ["schema:Country", "org:Organization"]
        yield _known(_named(f"state/{state.id}", kinds, state) | {"sameAs": item})
    for organization in facts.organizations:
        yield _named(f"organization/{organization.id}", ["org:Organization"], organization)
    for treaty in facts.treaties:
        kinds = ["schema:Legislation", "org:OrganizationalCollaboration"]
        keeper = {"@id": f"organization/{treaty.depositary}"} if treaty.depositary else None
        yield _known(_named(f"treaty/{treaty.id}", kinds, treaty) | {"mg:depositary": keeper})
    yield from map(_resolution, facts.resolutions)
    for process in facts.processes:
        about = f"process/{process.id}"
        yield _named(about, ["org:OrganizationalCollaboration"], process)
        for number, term in enumerate(process.terms, 1):
            member = _party(term.participant, facts)
            yield _membership(f"{about}/term/{number}", member, about, term.role, term)
    for number, spell in numbered_spells(facts):
        kind = "treaty" if spell.institution in facts.treaty_ids else "organization"
        about = f"{kind}/{spell.institution}"
        key = f"{about}/spell/{spell.party}/{number}"
        yield _membership(key, _party(spell.party, facts), about, spell.status, spell)


def _party(code: str, facts: Dataset) -> str:
    return f"state/{code}" if facts.has_state(code) else f"organization/{code}"


def _source(source: Source) -> Node:
    return _known(
        {
            "@id": f"source/{source.id}",
            "@type": ["schema:CreativeWork", "prov:Entity"],
            "name": source.title,
            "schema:publisher": source.publisher,
            "schema:datePublished": str(source.published or ""),
            "url": source.url.replace(" ", "%20"),
            "schema:archivedAt": source.archived.replace(" ", "%20"),
        }
    )


def _resolution(resolution: Resolution) -> Node:
    votes = {
        f"mg:{each.vote}": [{"@id": f"state/{state}"} for state in each.states]
        for each in resolution.votes
    }
    adopted = {
        "mg:adoptedBy": {"@id": f"organization/{resolution.institution}"},
        "schema:legislationDate": str(resolution.date),
    }
    key = f"resolution/{resolution.id.replace(' ', '%20')}"
    return _named(key, ["schema:Legislation"], resolution) | adopted | votes


def _membership(key: str, member: str, organization: str, role: str, record: Spell | Term) -> Node:
    end = None if record.end is None else str(record.end)
    listed = isinstance(record, Spell) and record.first_listed and not record.since
    start = "mg:firstListed" if listed else "mg:start"
    return {
        "@id": key,
        "@type": "org:Membership",
        "member": member,
        "organization": organization,
        "role": f"role/{role}",
        "during": _known({"@type": "time:Interval", start: str(record.start), "mg:end": end}),
        "sources": _sources(record.citations),
    }


def _named(key: str, kinds: list[str], record: Named) -> Node:
    names = [{"@value": each.text, "@language": each.lang} for each in record.names]
    return {"@id": key, "@type": kinds, "name": names, "sources": _sources(record.citations)}


def _sources(citations: tuple[Citation, ...]) -> list[str]:
    return list(dict.fromkeys(f"source/{each.source}" for each in citations))


def _known(node: Node) -> Node:
    """Return a node without the values that are not known."""
    return {key: value for key, value in node.items() if value}
