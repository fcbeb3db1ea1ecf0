"""
The errors for names that are not found, or that several records have.

A name that its own table does not have is looked up in the other tables, and the error says what
it is: a state, an organization, a process, a region or a date. Only an error reads these tables.
"""

from __future__ import annotations

from functools import partial

from migrationgov.dates.partial_date import is_date
from migrationgov.errors import (
    AmbiguousNameError,
    InvalidDateError,
    UnknownOrganizationError,
    UnknownProcessError,
    UnknownRecordError,
    UnknownResolutionError,
    UnknownStateError,
    UnknownTreatyError,
    short_repr,
)
from migrationgov.lookup.name_search import (
    SOMETHING_ELSE,
    ids_by_code,
    names_of,
    organizations_named,
    processes_named,
    resolutions_named,
    states_named,
    treaties_named,
)
from migrationgov.lookup.state_codes import codes_of_systems
from migrationgov.words import with_article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from migrationgov.model.dataset import Dataset

    MakeError = Callable[..., UnknownRecordError]

_MOST_SUGGESTIONS = 5
_SURELY_MEANT = 0.92  # a letter or two are wrong
_CLOSE_ENOUGH = 0.82
_CLOSE_ENOUGH_IF_SHORT = 0.75  # of four or five letters one is wrong
_SHORT = 5
_LONGEST_WORTH_COMPARING = 100  # no name is longer; comparing costs the square of the length

_SEARCHES = {
    "state": states_named,
    "organization": organizations_named,
    "process": processes_named,
    "treaty": treaties_named,
    "resolution": resolutions_named,
}
_ERRORS: dict[str, type[UnknownRecordError]] = {
    "organization": UnknownOrganizationError,
    "institution": UnknownOrganizationError,
    "process": UnknownProcessError,
    "treaty": UnknownTreatyError,
    "resolution": UnknownResolutionError,
}
#: The kinds of records that a kind of argument may be.
_KINDS = {
    "party": ("state", "organization"),
    "institution": ("organization", "process", "treaty"),
    "subject": ("state", "organization", "process", "treaty"),
}
_NOUNS = {"party": "state or organization", "subject": "state, organization, process or treaty"}
#: The parts of a dataset with records of a kind, which functions of these names list.
_PARTS = {
    "state": "states",
    "organization": "organizations",
    "process": "processes",
    "treaty": "treaties",
    "resolution": "resolutions",
}


def unresolved(
    ids: tuple[str, ...], name: str, kind: str, facts: Dataset
) -> AmbiguousNameError | UnknownRecordError:
    """
    Return the error for a name that not exactly one record has.

    Args:
        ids: The ids of the records that have the name.
        name: The name.
        kind: "state", "organization", "process", "treaty", "resolution", "party", "institution" or
            "subject".
        facts: The dataset.
    """
    if ids:
        message = f"{short_repr(name)} may be any of {_labels(ids, facts)}; say which"
        return AmbiguousNameError(message, tuple(each for each in ids if each != SOMETHING_ELSE))
    return _miss(name, kind, facts, partial(_ERRORS.get(kind, UnknownStateError), name=name))


def with_the_rest(miss: AmbiguousNameError, others: Mapping[str, str]) -> str:
    """
    Return the message for an ambiguous name of a column, with what its other names leave over.

    Args:
        miss: The error for the name.
        others: The ids that the other names of the column mean.
    """
    named = {each: name for name, each in others.items() if each in miss.candidates}
    rest = [each for each in miss.candidates if each not in named]
    if len(rest) != 1 or not named:
        return str(miss)
    shown = " and ".join(f"{name!r} is {each}" for each, name in named.items())
    return f"{miss} ({shown} in the same column, so it is probably {rest[0]})"


def not_a_date(value: str, refusal: InvalidDateError, facts: Dataset) -> InvalidDateError:
    """Return the error for a date argument, which says what the text is if it is a name."""
    kind = kind_of(value, facts)
    if not kind:
        return refusal
    error = InvalidDateError(f"{short_repr(value)} is {with_article(kind)}, not a date")
    error.found_kind = kind
    return error


def kind_of(name: str, facts: Dataset, kinds: tuple[str, ...] = tuple(_SEARCHES)) -> str:
    """Return the first of some kinds of which a record has the whole name; else ""."""
    from migrationgov.model.names import folded  # noqa: PLC0415 -- codes need no folding

    for kind in kinds:
        found = _SEARCHES[kind](name, facts)
        if len(found) == 1 or (found and folded(name) in names_of(_PARTS[kind], facts)):
            return kind
    return ""


def _miss(name: str, kind: str, facts: Dataset, error: MakeError) -> UnknownRecordError:
    from migrationgov.model.names import folded  # noqa: PLC0415 -- codes need no folding

    key, noun = folded(name), _NOUNS.get(kind, kind)
    if not key:
        return error(f"{short_repr(name)} names no {noun}: it has no letter or digit")
    if len(key) > _LONGEST_WORTH_COMPARING:
        return error(f"no {noun} has the name {short_repr(name)}: it is longer than any name")
    if there := _without_sources(name, kind, facts):
        return error(there)
    if instead := _what_it_is(name, kind, facts, error):
        return instead
    system = codes_of_systems(name, facts) if kind == "state" else ""
    hint, reason = system or _hint(key, kind, facts), f"no {noun} has the name {short_repr(name)}"
    return error(reason, hint) if hint else _listed(reason, kind, facts, error)


def _without_sources(name: str, kind: str, facts: Dataset) -> str:
    """Return that the sources of a filtered dataset do not name a process."""
    if facts.whole is None or "process" not in _kinds(kind):
        return ""
    there = ", ".join(map(repr, processes_named(name, facts.whole)))
    return there and f"the sources of {facts.manifest.name!r} do not name {there}"


def _kinds(kind: str) -> tuple[str, ...]:
    return _KINDS.get(kind, (kind,))


def _what_it_is(
    name: str, kind: str, facts: Dataset, error: MakeError
) -> UnknownRecordError | None:
    """Return the error that says what a name is instead; None where no table has it."""
    shown = short_repr(name)
    if is_date(name):
        reason = f"{shown} is a date, not {with_article(_NOUNS.get(kind, kind))}"
        return error(reason, found_kind="date")
    others = tuple(each for each in _SEARCHES if each not in _kinds(kind))
    found = kind_of(name, facts, others)
    if found:
        finder = "votes_on" if found == "resolution" else f"find_{found}"
        return error(f"{shown} is {with_article(found)}", f"; {finder} finds it", found_kind=found)
    if kind == "institution" and organizations_named(name, facts):
        reason = f"{shown} is an organization without a register of members"
        return _listed(reason, kind, facts, error)
    return _region(name, facts, error) if "state" in _kinds(kind) else None


def _region(name: str, facts: Dataset, error: MakeError) -> UnknownRecordError | None:
    """Return the error that says how to list the states of a region; None for another name."""
    for field in ("region", "subregion"):
        if any(getattr(state, field) == name for state in facts.states):
            hint = f": states({field}={name!r}) lists its states"
            return error(f"{name!r} is a region", hint, found_kind=field)
    return None


def _hint(key: str, kind: str, facts: Dataset) -> str:
    """Return a hint at names that are similar to a name; "" where there are none."""
    from difflib import get_close_matches  # noqa: PLC0415 -- only a miss needs it

    if "state" in _kinds(kind) and key.upper() in ids_by_code(facts):
        return f" (a code is written in capitals: {key.upper()!r})"
    table = _suggestible(kind, facts)
    near = get_close_matches(key, table, n=_MOST_SUGGESTIONS, cutoff=_SURELY_MEANT)
    near += [known for known in table if f" {key} " in f" {known} " or f" {known} " in f" {key} "]
    if not near:
        enough = _CLOSE_ENOUGH if len(key) > _SHORT else _CLOSE_ENOUGH_IF_SHORT
        same_length = [known for known in table if len(known) == len(key)]
        swapped = [each for each in same_length if sorted(each) == sorted(key)]  # "IMO" for "IOM"
        near = swapped + get_close_matches(key, table, n=4 * _MOST_SUGGESTIONS, cutoff=enough)
    near_ids = (i for match in near for i in table[match])
    ids = tuple(dict.fromkeys(each for each in near_ids if each != SOMETHING_ELSE))
    if ids:
        return f"; did you mean {_labels(ids[:_MOST_SUGGESTIONS], facts)}?"
    return ""


def _listed(reason: str, kind: str, facts: Dataset, error: MakeError) -> UnknownRecordError:
    """Return the error that says what lists all names of a kind."""
    if kind == "institution":
        listed_by = "groups", "treaties", "processes"
        return error(reason, f"; {_institutions(facts)}", listed_by=listed_by)
    if kind not in _PARTS:
        return error(reason)
    return error(reason, f"; {_PARTS[kind]}() lists all", listed_by=(_PARTS[kind],))


def _institutions(facts: Dataset) -> str:
    if len(facts.register_ids) > _MOST_SUGGESTIONS:
        return "groups() and treaties() list those with a register, processes() the processes"
    registers = ", ".join(facts.register_ids) or "none"
    return f"there are registers of: {registers}; and processes() lists the processes"


def _suggestible(kind: str, facts: Dataset) -> dict[str, tuple[str, ...]]:
    """Return the names of all records that an argument of a kind may be."""
    tables = [names_of(_PARTS[each], facts) for each in _kinds(kind)]
    every = {name: ids for table in reversed(tables) for name, ids in table.items()}
    if kind != "institution":
        return every
    known = {*facts.register_ids, *facts.process_ids}
    return {name: ids for name, ids in every.items() if known & set(ids)}


def _labels(ids: tuple[str, ...], facts: Dataset) -> str:
    """Return ids for a message, with their names where they are few."""
    few = len(ids) <= _MOST_SUGGESTIONS
    return ", ".join(_label(each, facts) if few else repr(each) for each in ids)


def _label(record_id: str, facts: Dataset) -> str:
    if record_id == SOMETHING_ELSE:
        return "something else of this name, which the dataset does not have"
    if facts.has_state(record_id):
        return f"{record_id} ({facts.state(record_id).name})"
    if facts.has_organization(record_id):
        return f"{record_id} ({facts.organization(record_id).name})"
    if record_id in facts.process_ids:
        return f"{record_id!r} ({facts.process(record_id).name})"
    named: dict[str, str] = {each.id: each.name for each in facts.treaties}
    named |= {each.id: each.name for each in facts.resolutions}
    return f"{record_id!r} ({named[record_id]})"
