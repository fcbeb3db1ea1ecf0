"""Short names of states and institutions, the pages that they have, and the order of names."""

from __future__ import annotations

import re
import unicodedata

import migrationgov as mg
from migrationgov.plots.labels import institution_label
from migrationgov.vocabularies import OrganizationId

#: A name of an organization or a process up to this length is short enough; else the acronym is.
_ORGANIZATION, _PROCESS = 24, 45
_NO_LETTER = re.compile(r"[^\w\s]|_")
_FIRST_WORDS = ("the ",)


def name_of(who: str, facts: mg.Dataset) -> str:
    """Return the short name of a state, an organization, a treaty or a process, by its id."""
    if facts.has_state(who):
        return facts.state(who).name
    if who in facts.process_ids:
        name = facts.process(who).name
        return name if len(name) <= _PROCESS else institution_label(who, facts)
    if who in facts.treaty_ids:
        return facts.treaty(who).name
    name = facts.organization(who).name
    return name if len(name) <= _ORGANIZATION else str(facts.organization(who))


def full_name_of(institution: str, facts: mg.Dataset) -> str:
    """Return the recorded name of an institution."""
    if institution in facts.process_ids:
        return facts.process(institution).name
    return facts.institution(institution).name


def link_of(who: str, facts: mg.Dataset) -> str:
    """Return the address of a page, below that of the data pages; "" if there is none."""
    if facts.has_state(who):
        return f"states/{who.lower()}.html"
    if who in facts.process_ids:
        return f"processes/{who}.html"
    if who in facts.treaty_ids:
        return f"treaties/{who}.html"
    has_page = who in facts.history_ids or who in facts.register_ids
    return f"organizations/{who}.html" if has_page else ""


def organizations_with_page(facts: mg.Dataset) -> list[OrganizationId]:
    """Return the organizations that have a history or a register, by their short name."""
    ids = {*facts.history_ids, *facts.register_ids} - {*facts.treaty_ids}
    return sorted(ids, key=lambda each: sort_key(name_of(each, facts)))


def sort_key(name: str) -> str:
    """
    Return what people sort a name by.

    Accents, case and signs do not count ("Côte d'Ivoire" stands beside "Costa Rica"), nor does
    "The" in front.
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    for word in _FIRST_WORDS:
        letters = letters.removeprefix(word)
    return " ".join(_NO_LETTER.sub("", letters.replace("-", " ")).split())
