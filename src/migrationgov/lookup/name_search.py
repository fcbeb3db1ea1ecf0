"""
The ids that have a name, for the queries: none, one or several, without an error.

The whole name, folded (`model/names.py`), is looked up in a table of all names of states, of
organizations, of treaties, of resolutions or of processes. An id is found without reading the
names.
"""

from __future__ import annotations

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

#: The most states that share the words of a name and are then its candidates.
_MOST_SHARING = 5


def states_named(name: str, facts: Dataset) -> Ids:
    """Return the ids of the states that have a code or a name."""
    codes = facts.derived("state codes", state_codes)
    found = codes.get(name) or codes.get(name.strip())
    return found or _named(name, names_of("states", facts), most=_MOST_SHARING)


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
    return _named(name, table, ending=" process", most=len(table))


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


def state_codes(facts: Dataset) -> Table:
    """Return the table from codes to ids; a code of a state of today finds no former state."""
    codes: Table = {}
    for state in facts.states:
        for code in {state.iso2, state.iso3, state.m49, state.id} - {""}:
            codes[code] = (*codes.get(code, ()), state.id)
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


def _named(name: str, table: Table, *, ending: str = "", most: int = 0) -> Ids:
    """Return the ids that have a name, or the name with an ending; else those that share it."""
    from migrationgov.model.names import folded  # noqa: PLC0415 -- codes need no folding

    key = folded(name)
    found = table.get(key) or table.get(f"{key}{ending}")
    return found or _sharing(key, table, most, hyphenated="-" in name)


def _sharing(key: str, table: Table, most: int, *, hyphenated: bool) -> Ids:
    """Return the records whose names start or end with these whole words.

    If no record has a double name, its first half counts if it is a name: "Guinea-something".
    """
    if not most or not key or key == "the":
        return ()
    first = key.partition(" ")[0]
    key = first if hyphenated and first in table else key
    inside = {
        each
        for known, ids in table.items()
        if known == key or known.startswith(f"{key} ") or known.endswith(f" {key}")
        for each in ids
    }
    return tuple(sorted(inside)) if 1 < len(inside) <= most else ()
