"""
The flat table of an answer: a row for each record, a single value in each cell.

This is the only place where answers become rows: data frames, CSV and workbooks begin here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from migrationgov.exports.columns import SEPARATOR, Cell, cell, columns_of, row_of, with_days
from migrationgov.model.resolutions import Resolution
from migrationgov.queries.source_ids import source_ids
from migrationgov.results.dated_answer import AsOf
from migrationgov.results.explanation import Explanation
from migrationgov.results.member_list import MemberList
from migrationgov.results.party_lists import PartyList
from migrationgov.results.record_list import RecordList
from migrationgov.results.roster import Roster
from migrationgov.validation import Problem

Row = dict[str, Cell]
#: The names of the columns, for a table without rows, and the rows.
Rows = tuple[Iterable[str], Iterator[Row]]

_PARTY = ["id", "name", "iso2", "m49", "region", "subregion", "party_kind"]
_GRADED = ["grade", "evidence", "evidence_id", "age", "sources"]
_VOTE = ["resolution", "name", "date", "state", "vote", "sources"]


def answer_columns(answer: Any) -> dict[str, list[Cell]]:
    """Return the columns of an answer, or of a record, each with a value for every row."""
    names, rows = _rows(answer)
    made = list(rows)
    found = dict.fromkeys((*names, *(name for row in made for name in row)))
    if "sources" in found:  # the last one, also where records of several kinds have other columns
        found["sources"] = found.pop("sources")
    return with_days({name: _of_one_type([row.get(name) for row in made]) for name in found})


def _of_one_type(values: list[Cell]) -> list[Cell]:
    """Return values as they are, or all as text where they have several types."""
    if len({type(each) for each in values if each is not None}) < 2:  # noqa: PLR2004 -- several
        return values
    return [None if each is None else str(each) for each in values]


def _rows(answer: Any) -> Rows:
    """Return the rows of an answer; a single record is one row."""
    for kind, rows_of in _ROWS.items():
        if isinstance(answer, kind):
            return rows_of(answer)
    return _records((answer,), type(answer))


def _records(records: Iterable[Any], kind: type | None, **more: Cell) -> Rows:
    names = () if kind is None else columns_of(kind)
    rows = ({**row_of(each), **more, "sources": _sources(each)} for each in records)
    return (*names, *more, "sources"), rows


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
    columns, rows = _records(answer.reasons, answer.reasons.of, **about)
    return columns, rows if answer.reasons else iter([{**about, "sources": ""}])


def _parties(parties: PartyList[Any]) -> Rows:
    return _PARTY, map(_party, parties)


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
    return (*_PARTY, *about, *_GRADED), rows


def _graded(members: MemberList[Any], row: dict[str, Any]) -> Row:
    graded: Row = {name: row[name] for name in ("grade", "evidence", "evidence_id", "age")}
    return {**graded, "sources": _sources(members.citations_of(row["id"]))}


def _votes(resolution: Resolution) -> Rows:
    about: Row = {
        "resolution": resolution.id, "name": resolution.name, "date": str(resolution.date),
    }  # fmt: skip
    rows = (
        {**about, "state": state, "vote": cell(each.vote), "sources": _cited(each, resolution)}
        for each in resolution.votes
        for state in each.states
    )
    return _VOTE, rows


def _cited(votes: Any, resolution: Resolution) -> str:
    return _sources(votes.citations or resolution.citations)


#: The answers that have several rows; the first kind counts.
_ROWS: dict[type, Callable[[Any], Rows]] = {
    Roster: _roster,
    MemberList: _members,
    PartyList: _parties,
    AsOf: _as_of,
    Explanation: _reasons,
    RecordList: lambda answer: _records(answer, answer.of),
    Resolution: _votes,
}
