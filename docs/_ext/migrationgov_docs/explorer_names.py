"""The names of the explorer: every spelling by which a reader may look for something."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import migrationgov as mg

Named = mg.model.State | mg.model.Organization | mg.model.ConsultativeProcess | mg.model.Treaty


def spellings(facts: mg.Dataset, parties: Iterable[str]) -> dict[str, str]:
    """Return the other names of each party and institution, separated by bars."""
    found = {party: _party(party, facts) for party in parties}
    found |= {each.id: each for each in facts.processes}
    found |= {each: facts.treaty(each) for each in facts.treaty_ids}
    for each in facts.register_ids:
        if each not in found:
            found[each] = facts.organization(each)
    return {key: "|".join(_distinct(found[key])) for key in sorted(found)}


def acronyms(facts: mg.Dataset) -> dict[str, str]:
    """Return the acronym of each organization with a register, if it has one."""
    ids = sorted(set(facts.register_ids) - set(facts.treaty_ids))
    found = ((each, facts.organization(each).acronym) for each in ids)
    return {each: acronym for each, acronym in found if acronym}


def _party(party: str, facts: mg.Dataset) -> Named:
    return facts.state(party) if facts.has_state(party) else facts.organization(party)


def _distinct(record: Named) -> list[str]:
    """Return the names that differ from its own by more than case, accents, punctuation."""
    code = record.iso2 if isinstance(record, mg.model.State) else ""
    names = {_folded(name): name for name in (*map(str, record.names), code) if name}
    return [name for key, name in names.items() if key != _folded(record.name)]


def _folded(name: str) -> str:
    """Return the letters and digits of a name, as the page folds them."""
    letters = unicodedata.normalize("NFD", name).casefold()
    return "".join(each for each in letters if each.isalnum())
