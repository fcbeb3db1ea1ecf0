"""
The flat table of an answer: a row for each record, a single value in each cell.

This is the only place where answers become rows: data frames, CSV and workbooks begin here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from migrationgov.exports.columns import (
    SEPARATOR,
    Cell,
    columns_of,
    row_of,
    type_of,
    with_days,
)
from migrationgov.queries.source_ids import source_ids
from migrationgov.results.dated_answer import AsOf
from migrationgov.results.explanation import Explanation
from migrationgov.results.member_list import MemberList
from migrationgov.results.party_lists import Catalogue, PartyList
from migrationgov.results.record_list import RecordList
from migrationgov.results.roster import Roster
from migrationgov.validation import Problem

Row = dict[str, Cell]
Types = dict[str, type]
#: The types of the columns, which a table without rows has, too; and the rows.
Rows = tuple[Types, Iterator[Row]]

_PARTY = ["id", "name", "iso2", "m49", "region", "subregion", "party_kind"]
_GRADED = ["grade", "evidence", "evidence_id", "evidence_age_days", "sources"]


def typed_columns(answer: Any) -> tuple[dict[str, list[Cell]], Types]:
    """Return the columns of an answer, or of a record, each with all rows, and their types."""
    types, rows = _rows(answer)
    made = list(rows)
    types |= _types(name for row in made for name in row if name not in types)
    types = {name: types[name] for name in sorted(types, key="sources".__eq__)}  # sources last
    columns = {name: [row.get(name) for row in made] for name in types}
    for name, values in columns.items():
        if not _are(values, types[name]):
            types[name] = str
            columns[name] = [None if each is None else str(each) for each in values]
    columns = with_days(columns)
    return columns, {name: types.get(name, date) for name in columns}


def _are(values: list[Cell], kind: type) -> bool:
    return all(each is None or type(each) is kind for each in values)


def _rows(answer: Any) -> Rows:
    """Return the rows of an answer; a single record is one row."""
    for kind, rows_of in _ROWS.items():
        if isinstance(answer, kind):
            return rows_of(answer)
    return _records((answer,), type(answer))


def _records(records: Iterable[Any], kind: type | None, **more: Cell) -> Rows:
    types = {} if kind is None else _types(columns_of(kind), kind.__name__)
    rows = ({**row_of(each), **more, "sources": _sources(each)} for each in records)
    return types | _types([*more, "sources"]), rows


def _types(names: Iterable[str], table: str = "") -> Types:
    return {name: type_of(name, table) for name in names}


def _sources(record: Any) -> str:
    """Return the ids of the sources that `cite` lists for a record, each once."""
    if isinstance(record, Problem):
        return ""
    return SEPARATOR.join(dict.fromkeys(source_ids(record)))


def _roster(roster: Roster) -> Rows:
    every = (*roster.certain, *roster.listed, *roster.possible)
    return _records(every, roster.certain.of)


def _as_of(answer: AsOf[Any]) -> Rows:
    sides = [
        _records(answer.certain, answer.certain.of, grade="certain"),
        _records(answer.possible, answer.possible.of, grade="possible"),
    ]
    return sides[0][0], (row for _, rows in sides for row in rows)


def _reasons(answer: Explanation) -> Rows:
    """Return a row for each reason; without reasons one row that says the answer."""
    asked = row_of(answer.status)
    names = ("institution", "party", "on", "statuses", "listed", "grade")
    about = {name: asked[name] for name in names}
    types, rows = _records(answer.reasons, answer.reasons.of, **about)
    return types, rows if answer.reasons else iter([{**about, "sources": ""}])


def _parties(parties: PartyList[Any]) -> Rows:
    return _types(_PARTY), map(_party, parties)


def _catalogue(parties: Catalogue[Any]) -> Rows:
    rows = ({**_party(each), "sources": _sources(each)} for each in parties)
    return _types([*_PARTY, "sources"]), rows


def _party(party: Any) -> Row:
    kind = type(party).__name__.lower()
    return {name: getattr(party, name, "") for name in _PARTY} | {"party_kind": kind}


def _members(members: MemberList[Any]) -> Rows:
    about: Row = {
        "institution": members.institution,
        "status": members.status,
        "on": str(members.on),
        "complete": members.complete,
    }
    if members.clock:  # parties by deposit are others than parties by effect
        about["clock"] = str(members.clock)
    graded = zip((*members, *members.possible), members.to_dicts(), strict=True)
    rows = ({**_party(party), **about, **_graded(members, row)} for party, row in graded)
    return _types([*_PARTY, *about, *_GRADED]), rows


def _graded(members: MemberList[Any], row: dict[str, Any]) -> Row:
    graded: Row = {
        name: row[name] for name in ("grade", "evidence", "evidence_id", "evidence_age_days")
    }
    return {**graded, "sources": _sources(members.citations_of(row["id"]))}


#: The answers that have several rows; the first kind counts.
_ROWS: dict[type, Callable[[Any], Rows]] = {
    Roster: _roster,
    MemberList: _members,
    Catalogue: _catalogue,
    PartyList: _parties,
    AsOf: _as_of,
    Explanation: _reasons,
    RecordList: lambda answer: _records(answer, answer.of),
}
