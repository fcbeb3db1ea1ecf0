"""The register as linked data: JSON-LD in the words of schema.org, W3C ORG and PROV-O."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Citation
from migrationgov.model.spells import Spell
from migrationgov.queries.memberships import memberships_of

Node = dict[str, Any]

#: Where the ids of the register live; they name things and need not lead anywhere.
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
    Return states, organizations, processes, spells, chairs and sources as one JSON-LD text.

    A spell is an `org:Membership` with its interval and the sources it is derived from
    (`prov:wasDerivedFrom`); the ends of the interval are EDTF, in `mg:start` and `mg:end`
    (included).

    Args:
        dataset: The facts; the bundled ones by default.

    >>> json.loads(json_ld())["@context"]["prov"]
    'http://www.w3.org/ns/prov#'
    """
    facts = resolve_dataset(dataset)
    document = {"@context": _CONTEXT, "@graph": list(_graph(facts))}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _graph(facts: Dataset) -> Iterator[Node]:
    for source in facts.sources:
        yield _less(
            {
                "@id": f"source/{source.id}",
                "@type": ["schema:CreativeWork", "prov:Entity"],
                "name": source.title,
                "schema:publisher": source.publisher,
                "schema:datePublished": str(source.published or ""),
                "url": source.url.replace(" ", "%20"),
            }
        )
    for state in facts.states:
        item = f"http://www.wikidata.org/entity/{state.wikidata}" if state.wikidata else ""
        kind = ["schema:Country", "org:Organization"]
        yield _less(_named(f"state/{state.id}", kind, state) | {"sameAs": item})
    for body in facts.organizations:
        yield _named(f"organization/{body.id}", ["org:Organization"], body)
    for process in facts.processes:
        yield _named(f"process/{process.id}", ["org:OrganizationalCollaboration"], process)
        for place, term in enumerate(process.terms, 1):
            holder = f"state/{term.state}" if term.state else f"organization/{term.body}"
            about = f"process/{process.id}"
            end = None if term.end is None else str(term.end)
            ends = str(term.start), end
            yield _membership(
                f"{about}/term/{place}", holder, about, term.role, ends, term.citations
            )
    yield from _spells(facts)


def _spells(facts: Dataset) -> Iterator[Node]:
    for register in facts.registers:
        about = f"organization/{register.organization}"
        for subject in dict.fromkeys(step.subject for step in register.transitions):
            whose = f"state/{subject}" if facts.has_state(subject) else f"organization/{subject}"
            spells = memberships_of(subject, register.organization, status=None, dataset=facts)
            for number, spell in enumerate(spells, 1):
                key = f"{about}/spell/{subject}/{number}"
                yield _membership(key, whose, about, spell.status, _ends(spell), spell.citations)


def _ends(spell: Spell) -> tuple[str, str | None]:
    return str(spell.start), None if spell.end is None else str(spell.end)


def _membership(
    key: str,
    member: str,
    organization: str,
    role: str,
    ends: tuple[str, str | None],
    citations: tuple[Citation, ...],
) -> Node:
    start, end = ends
    interval = _less({"@type": "time:Interval", "mg:start": start, "mg:end": end})
    return {
        "@id": key,
        "@type": "org:Membership",
        "member": member,
        "organization": organization,
        "role": f"role/{role}",
        "during": interval,
        "sources": _sources(citations),
    }


def _named(key: str, kind: list[str], record: Any) -> Node:
    names = [{"@value": each.text, "@language": each.lang} for each in record.names]
    return {"@id": key, "@type": kind, "name": names, "sources": _sources(record.citations)}


def _sources(citations: tuple[Citation, ...]) -> list[str]:
    return list(dict.fromkeys(f"source/{each.source}" for each in citations))


def _less(node: Node) -> Node:
    """Return a node without what is not known."""
    return {key: value for key, value in node.items() if value}
