"""
The ids that have a name, for the queries: none, one or several, without an error.

The whole name, folded (`model/names.py`), is looked up in a table of all names of states, of
organizations, of treaties, of resolutions or of processes; of a state then its words in any order.
An id is found without reading the names.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.processes import ConsultativeProcess
    from migrationgov.model.resolutions import Resolution
    from migrationgov.model.states import State
    from migrationgov.model.treaties import Treaty

    Named = State | Organization | ConsultativeProcess | Treaty | Resolution
    Ids = tuple[str, ...]
    Table = dict[str, Ids]

#: In the place of an id: something that the dataset does not have, and that has the name, too.
SOMETHING_ELSE = ""

#: A word and a second one with a hyphen between them, but no blank.
_HYPHEN = re.compile(r"\s*\w+-\w")
#: Numbers of M49 that another one replaced when a state changed its territory or its name, and the
#: state that has them: Ethiopia to 1993, the Federal Republic of Germany to 1990, Sudan to 2011,
#: Yemen to 1990, Yugoslavia to 1992 (United Nations, Standard Country or Area Codes, changes).
SUPERSEDED_M49 = {"230": "ETH", "280": "DEU", "736": "SDN", "886": "YEM", "890": "YUCS"}

#: The most states that share the words of a name and are then its candidates.
_MOST_SHARING = 5


def states_named(name: str, facts: Dataset) -> Ids:
    """Return the ids of the states that have a code or a name."""
    found = _states_called(name, facts) or _called_twice(name, facts)
    return found or _sharing(name, "states", _MOST_SHARING, facts)


def _states_called(name: str, facts: Dataset) -> Ids:
    """Return the ids of the states that have a code or a whole name, as written or reordered."""
    codes = ids_by_code(facts)
    found = codes.get(name) or codes.get(name.strip()) or _named(name, names_of("states", facts))
    if found:
        return found
    from migrationgov.model.names import words_of  # noqa: PLC0415 -- codes need no folding

    words = words_of(name)
    # a word alone may be an abbreviation in one language and a name in another: "Island", "Is."
    return (
        facts.derived("words of states", _words_of_states).get(words, ()) if " " in words else ()
    )


def _words_of_states(facts: Dataset) -> Table:
    from migrationgov.model.names import words_of  # noqa: PLC0415 -- codes need no folding

    table: Table = {}
    for state in facts.states:
        for words in {words_of(name.text) for name in state.names}:
            table[words] = (*table.get(words, ()), state.id)
    return table


def _called_twice(name: str, facts: Dataset) -> Ids:
    """Return the state of "Burma (Myanmar)", or the territory of "Aruba (The Netherlands)"."""
    text, _, inside = name.strip().rpartition("(")
    if not inside.endswith(")"):
        return ()
    found, other = _states_called(text, facts), _states_called(inside[:-1], facts)
    if len(found) != 1 or len(other) != 1:
        return ()
    owner = facts.state(other[0]).iso2
    belongs = facts.state(found[0]).standing.endswith(f" of {owner}")
    return found if found == other or belongs else ()


def organizations_named(name: str, facts: Dataset) -> Ids:
    """Return the ids of the organizations that have a name; "IOM" reads no names."""
    slug = name.lower()
    if slug in facts.register_ids and not is_treaty(slug, facts):
        return (slug,)
    if facts.has_organization(name):  # an id finds its organization, even if it is an acronym
        return (name,)
    return _named(name, names_of("organizations", facts))


def is_treaty(institution: str, facts: Dataset) -> bool:
    """Return whether an institution that has a register is a treaty; this reads no treaty."""
    return facts.register(institution).kind == "treaty"


def treaties_named(name: str, facts: Dataset) -> Ids:
    """Return the ids of the treaties that have a name; an id finds its treaty."""
    if name in facts.treaty_ids:
        return (name,)
    return _named(name, names_of("treaties", facts))


def resolutions_named(name: str, facts: Dataset) -> Ids:
    """Return the ids of the resolutions that have a symbol or a name."""
    return _named(name, names_of("resolutions", facts))


def parties_named(name: str, facts: Dataset) -> Ids:
    """Return the ids of the states or, if no state has the name, of the organizations."""
    if name.islower() and facts.has_organization(name):
        return (name,)  # no state has an id in small letters as its name
    return states_named(name, facts) or organizations_named(name, facts)


def processes_named(name: str, facts: Dataset) -> Ids:
    """Return the ids of the processes that have a name; "Bali Process" reads no process."""
    slug = _slug(name)
    if slug in facts.process_ids:
        return (slug,)
    table = names_of("processes", facts)
    # "Rabat" is short for "Rabat Process"; and as all end with "Process", many share a word
    return _named(name, table, ending=" process") or _sharing(name, "processes", len(table), facts)


def institutions_named(name: str, facts: Dataset) -> Ids:
    """Return the ids of the organizations with a register, else of treaties, else of processes."""
    registers = facts.register_ids
    if name.lower() in registers:
        return (name.lower(),)
    if _slug(name) in facts.process_ids:
        return (_slug(name),)
    found = tuple(each for each in organizations_named(name, facts) if each in registers)
    return found or treaties_named(name, facts) or processes_named(name, facts)


def _slug(name: str) -> str:
    return name.strip().lower().replace(" ", "-")


def ids_by_code(facts: Dataset) -> Table:
    """Return the table from codes to ids; a code of a state of today finds no former state."""
    return facts.derived("ids by code", _ids_by_code)


def _ids_by_code(facts: Dataset) -> Table:
    codes: Table = {}
    for state in facts.states:
        for code in {state.iso2, state.iso3, state.m49, state.id} - {""}:
            codes[code] = (*codes.get(code, ()), state.id)
    known = {state.id for state in facts.states}
    superseded = {code: (state,) for code, state in SUPERSEDED_M49.items() if state in known}
    codes = superseded | codes
    current = {state.id for state in facts.states if state.end is None}
    return {code: tuple(i for i in ids if i in current) or ids for code, ids in codes.items()}


def names_of(part: str, facts: Dataset) -> Table:
    """Return the table from folded names to ids of "states", "organizations", "processes", ..."""
    return facts.derived(f"names of {part}", lambda facts: _names(getattr(facts, part)))


def _names(records: Iterable[Named]) -> Table:
    from migrationgov.model.names import folded  # noqa: PLC0415 -- codes need no folding

    table: Table = {}
    for record in records:
        own = {folded(name.text) for name in record.names} | {folded(record.name)}
        if (
            record.id.islower() or "/" in record.id
        ):  # codes of states count in capitals only: "are" is no state
            own.add(folded(record.id))
        for name in own:
            table[name] = (*table.get(name, ()), record.id)
        for each in record.names:
            if each.form == "ambiguous":
                key = folded(each.text)
                table[key] = (*(i for i in table[key] if i != SOMETHING_ELSE), SOMETHING_ELSE)
    return table


def _named(name: str, table: Table, *, ending: str = "") -> Ids:
    """Return the ids that have a name, or the name with an ending."""
    from migrationgov.model.names import folded  # noqa: PLC0415 -- codes need no folding

    key = folded(name)
    return table.get(key) or table.get(f"{key}{ending}", ())


def _sharing(name: str, part: str, most: int, facts: Dataset) -> Ids:
    """Return the records whose names start or end with these whole words.

    If no record has a double name, its first half counts if it is a name: "Guinea-something".
    """
    from migrationgov.model.names import folded  # noqa: PLC0415 -- codes need no folding

    key, first, table = folded(name), folded(name.partition("-")[0]), names_of(part, facts)
    key = first if first in table and _HYPHEN.match(name) else key
    if not key or key == "the":
        return ()
    ends: Table = facts.derived(f"ends of {part}", lambda facts: _ends(names_of(part, facts)))
    inside = ends.get(key, ())
    return inside if 1 < len(inside) <= most else ()


def _ends(table: Table) -> Table:
    """Return the ids of the records whose names start or end with some whole words."""
    found: dict[str, set[str]] = {}
    for name, ids in table.items():
        words = name.split(" ")
        for place in range(1, len(words) + 1):
            for end in (words[:place], words[-place:]):
                found.setdefault(" ".join(end), set()).update(ids)
    return {end: tuple(sorted(ids)) for end, ids in found.items()}
