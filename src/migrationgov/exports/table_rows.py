"""The rows of the tables: one function for each kind of record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from migrationgov.exports.columns import FIELDS
from migrationgov.model.dataset import Dataset
from migrationgov.model.fact_ids import facts_by_id
from migrationgov.model.spells import Spell
from migrationgov.queries.spells import spells
from migrationgov.results.plain_values import to_plain
from migrationgov.timelines.gather import timelines_of

Cell = str | int | bool | None | list[str]
Row = dict[str, Cell]
#: The rows of a table, each with the record that has its citations.
Rows = Iterator[tuple[Row, Any]]


def _row(key: str, record: Any, names: str) -> Row:
    return {"id": key, **{name: to_plain(getattr(record, name)) for name in names.split()}}


def _own(list_name: str, names: str) -> Callable[[Dataset], Rows]:
    """Return the function for a table of records that have ids."""

    def rows(facts: Dataset) -> Rows:
        for record in getattr(facts, list_name):
            yield _row(record.id, record, names), record

    return rows


#: The field that holds the id of the owner of a list.
_OWNER_ID = {
    "registers": "institution", "processes": "id", "histories": "organization",
    "counts": "organization", "treaties": "id",
}  # fmt: skip


def _fact_id(facts: Dataset, owner: str, record: Any) -> str:
    """Return the id of a fact of an owner; "" for a record that is no fact."""
    return facts.derived("ids of facts by owner", _ids_by_owner).get((owner, record), "")


def _ids_by_owner(facts: Dataset) -> dict[tuple[str, Any], str]:
    """Return the ids of facts; records of two owners may be equal."""
    found: dict[tuple[str, Any], str] = {}
    for key, record in facts_by_id(facts).items():
        found.setdefault((key.partition("/")[0], record), key)
    return found


def _nested(owners: str, list_name: str, names: str) -> Callable[[Dataset], Rows]:
    """
    Return the function for a table of the records in the lists of registers, processes, ...

    A record that is no fact has a number in its list, or among the records of its party.
    """
    of = "institution" if owners.startswith("registers") else "of"

    def rows(facts: Dataset) -> Rows:
        for owner, owner_id in _owners(facts, owners):
            numbers, keys = Counter[str](), set[str]()
            for record in getattr(owner, list_name):
                about = getattr(record, "party", list_name)
                numbers[about] += 1
                known = getattr(record, "id", "") or _fact_id(facts, owner_id, record)
                numbered = f"{owner_id}-{about}-{numbers[about]}"
                key = numbered if not known or known in keys else known  # two facts may be equal
                keys.add(key)
                yield {"id": key, of: owner_id, **_row(key, record, names)}, record

    return rows


def _owners(facts: Dataset, owners: str) -> Iterator[tuple[Any, str]]:
    for kind in owners.split():
        yield from ((each, getattr(each, _OWNER_ID[kind])) for each in getattr(facts, kind))


def _names(facts: Dataset) -> Rows:
    named: tuple[Any, ...] = (*facts.states, *facts.organizations, *facts.processes)
    for record in (*named, *facts.treaties, *facts.resolutions):
        for place, name in enumerate(record.names, 1):
            row = _row(f"{record.id}-{place}", name, FIELDS["names"])
            yield {"id": row["id"], "of": record.id, **row}, name


def numbered_spells(facts: Dataset) -> Iterator[tuple[int, Spell]]:
    """Yield all spells, numbered for each party in each institution."""
    for institution in facts.register_ids:
        for party in timelines_of(facts, institution).parties:
            yield from enumerate(spells(institution, party, facts), 1)


def _spells(facts: Dataset) -> Rows:
    for number, spell in numbered_spells(facts):
        key = f"{spell.institution}-{spell.party}-{number}"
        row = _row(key, spell, FIELDS["spells"])
        yield {**row, "end_included": True}, spell


def _lists(facts: Dataset) -> Rows:
    for owner, lists in _owned_lists(facts):
        key = _fact_id(facts, owner, lists)
        yield {"id": key, "of": owner, **_row(key, lists, FIELDS["lists"])}, lists


def _owned_lists(facts: Dataset) -> Iterator[tuple[str, Any]]:
    for process in facts.processes:
        yield from ((process.id, each) for each in process.participant_lists)
    for register in facts.registers:
        yield from ((register.institution, each) for each in register.lists)


def _participations(facts: Dataset) -> Rows:
    """Yield whom each list names; the sources are those of the list."""
    for owner, lists in _owned_lists(facts):
        known = _fact_id(facts, owner, lists)
        about: Row = {"of": owner, "list": known, "as_of": str(lists.as_of)}
        for names in lists.lists:
            role = {"role": names.role.value, "list_kind": names.kind.value}
            for entry in names.entries:
                key = f"{known}/{names.role}/{entry.participant}"
                row = _row(key, entry, "state organization certain note")
                more: Row = {"total": names.total, "groups": list(names.groups)}
                yield {"id": key, **about, **role, **row, **more}, None


def _claims(facts: Dataset) -> Rows:
    for number, each in enumerate(facts.disagreements, 1):
        for place, claim in enumerate(each.claims, 1):
            key = f"disagreement-{number}-{place}"
            row = _row(key, each, FIELDS["claims"])
            yield {**row, "claim": claim.value}, claim


def _registers(facts: Dataset) -> Rows:
    for register in facts.registers:  # what it covers is no fact of a source
        yield _row(register.institution, register, FIELDS["registers"]), None


def _votes(facts: Dataset) -> Rows:
    for resolution in facts.resolutions:
        for votes in resolution.votes:
            cited = votes if votes.citations else resolution
            for state in votes.states:
                row: Row = {"id": f"{resolution.id}-{state}", "resolution": resolution.id}
                yield {**row, "state": state, "vote": votes.vote.value}, cited


TABLES: dict[str, Callable[[Dataset], Rows]] = {
    "sources": _own("sources", FIELDS["sources"]),
    "states": _own("states", FIELDS["states"]),
    "organizations": _own("organizations", FIELDS["organizations"]),
    "treaties": _own("treaties", FIELDS["treaties"]),
    "final_clauses": _nested("treaties", "clauses", FIELDS["final_clauses"]),
    "resolutions": _own("resolutions", FIELDS["resolutions"]),
    "votes": _votes,
    "names": _names,
    "registers": _registers,
    "transitions": _nested("registers processes", "transitions", FIELDS["transitions"]),
    "attestations": _nested("registers", "attestations", FIELDS["attestations"]),
    "spells": _spells,
    "processes": _own("processes", FIELDS["processes"]),
    "characteristics": _nested("processes", "characteristics", FIELDS["characteristics"]),
    "milestones": _nested("processes treaties", "milestones", FIELDS["milestones"]),
    "lists": _lists,
    "participations": _participations,
    "terms": _nested("processes", "terms", FIELDS["terms"]),
    "rotations": _nested("processes", "rotations", FIELDS["rotations"]),
    "meetings": _nested("processes", "meetings", FIELDS["meetings"]),
    "tenures": _nested("histories", "tenures", FIELDS["tenures"]),
    "relations": _nested("histories", "relations", FIELDS["relations"]),
    "sessions": _nested("histories", "sessions", FIELDS["sessions"]),
    "counts": _nested("counts", "counts", FIELDS["counts"]),
    "claims": _claims,
}
