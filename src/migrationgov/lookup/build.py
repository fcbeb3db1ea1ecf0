"""Build records from plain JSON values, directly.

This does for the library's own files what `serialize` does for everybody's, in a third of the
time, because keys are field names and the files are checked before they are shipped. A test holds
the two together, file by file.
"""

from __future__ import annotations

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.register import Register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from migrationgov.model.manifest import Manifest
    from migrationgov.model.organization_history import History
    from migrationgov.model.organizations import Organization
    from migrationgov.model.processes import ConsultativeProcess
    from migrationgov.model.published_counts import CountList
    from migrationgov.model.register import Contents, Outline
    from migrationgov.model.sources import Citation, Disagreement, Source
    from migrationgov.model.states import State

    Row = dict[str, Any]


def build_part(part: str, raw: Any) -> Any:
    """Build a part of a dataset from the JSON value of its file."""
    folder, _, _ = part.partition("/")
    return _BUILDERS[folder](raw)


def _citations(row: Row) -> tuple[Citation, ...]:
    from migrationgov.model.sources import Citation

    return tuple(Citation(**each) for each in row["citations"])


def _with_citations(row: Row) -> Row:
    return {**row, "citations": _citations(row)}


def _manifest(raw: Row) -> Manifest:
    from migrationgov.model.manifest import Manifest

    return Manifest(**raw)


def _sources(raw: Row) -> tuple[Source, ...]:
    from migrationgov.model.sources import Source

    return tuple(Source(**row) for row in raw["sources"])


def _named(row: Row) -> Row:
    from migrationgov.model.names import Name

    names = (_with_citations(each) if "citations" in each else each for each in row["names"])
    return {**_with_citations(row), "names": tuple(Name(**name) for name in names)}


def _organizations(raw: Row) -> tuple[Organization, ...]:
    from migrationgov.model.organizations import Organization

    return tuple(Organization(**_named(row)) for row in raw["organizations"])


def _states(raw: Row) -> tuple[State, ...]:
    from migrationgov.model.states import State, SystemCode

    def one(row: Row) -> State:
        full = _named(row)
        for system in ("cow", "gw"):
            full[system] = tuple(SystemCode(**code) for code in row.get(system, ()))
        for side in ("predecessors", "successors"):
            full[side] = tuple(row.get(side, ()))
        return State(**full)

    return tuple(one(row) for row in raw["states"])


def _disagreements(rows: list[Row]) -> tuple[Disagreement, ...]:
    from migrationgov.model.sources import Claim, Disagreement

    def one(row: Row) -> Disagreement:
        claims = tuple(Claim(**_with_citations(claim)) for claim in row["claims"])
        values: Row = {**row, "claims": claims}
        return Disagreement(**values)

    return tuple(one(row) for row in rows)


def _register(raw: Row) -> Register:
    return Register(
        raw["institution"],
        PartialDate.parse(raw["covered_from"]),
        PartialDate.parse(raw["covered_until"]),
        PartialDate.parse(raw.get("observers_known_from") or raw["covered_from"]),
        checked_on=_date(raw.get("checked_on")),
        complete=raw.get("complete", True),
        outline=lambda: _outline(raw["transitions"]),
        build=lambda: _contents(raw),
    )


def _date(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)


def _outline(rows: list[Row]) -> Outline:
    for row in rows:
        state = row.get("state")
        yield (
            state or row["organization"],
            not state,
            row["kind"],
            row["date"],
            row.get("predecessor", ""),
        )


def _contents(raw: Row) -> Contents:
    from migrationgov.model.transitions import Attestation, Transition

    whose = raw["institution"]

    def each(kind: Callable[..., Any], rows: list[Row]) -> tuple[Any, ...]:
        return tuple(kind(institution=whose, **_with_citations(row)) for row in rows)

    return (
        each(Transition, raw["transitions"]),
        each(Attestation, raw.get("attestations", [])),
        _disagreements([{"context": whose, **row} for row in raw.get("disagreements", [])]),
    )


def _history(raw: Row) -> History:
    from migrationgov.model import (
        events as lives,
    )
    from migrationgov.model import (
        organization_history as histories,
    )
    from migrationgov.model import (
        tenures as lasting,
    )

    whose = raw["organization"]

    def each(kind: Callable[..., Any], key: str, **owner: str) -> tuple[Any, ...]:
        return tuple(kind(**owner, **_listed(_with_citations(row))) for row in raw.get(key, []))

    kinds = {
        "tenures": lasting.Tenure, "relations": lasting.Relation, "headquarters": lasting.Headquarters,
        "sessions": histories.Session, "field_offices": histories.FieldOffice,
        "presences": lasting.Presence, "works": histories.Work,
    }  # fmt: skip
    rows = [{"context": whose, **row} for row in raw.get("disagreements", [])]
    return histories.History(
        organization=whose,
        covered_until=raw["covered_until"],
        checked_on=raw.get("checked_on"),
        milestones=each(lives.Milestone, "milestones"),
        strategy=each(histories.StrategyItem, "strategy"),
        disagreements=_disagreements(rows),
        **{key: each(kind, key, organization=whose) for key, kind in kinds.items()},
    )


def _listed(row: Row) -> Row:
    """Return a row with its lists as the tuples of texts or records they stand for."""
    from migrationgov.model.organization_history import AttestedName, StrategyItem
    from migrationgov.model.sources import Citation
    from migrationgov.model.tenures import DatedAttestation

    def of(kind: Callable[..., Any]) -> Callable[[Row], Any]:
        return lambda each: kind(**_with_citations(each))

    def end_citation(each: Row) -> Citation:
        return Citation(**each)

    parts: dict[str, Callable[..., Any]] = {
        "names": of(AttestedName),
        "strategy": of(StrategyItem),
        "attested": of(DatedAttestation),
        "end_citations": end_citation,
    }
    lists: dict[str, list[Any]] = {k: value for k, value in row.items() if isinstance(value, list)}
    return row | {key: tuple(map(parts.get(key, str), value)) for key, value in lists.items()}


def _counts(raw: Row) -> CountList:
    from migrationgov.model.published_counts import CountClaim, CountList

    whose = raw["organization"]
    rows = (_with_citations(row) for row in raw["counts"])
    claims = tuple(CountClaim(organization=whose, **row) for row in rows)
    return CountList(organization=whose, counts=claims)


def _process(raw: Row) -> ConsultativeProcess:
    from migrationgov.model import events as lives
    from migrationgov.model import processes as model

    whose = raw["id"]

    def each(kind: Callable[..., Any], key: str) -> tuple[Any, ...]:
        return tuple(kind(**_with_citations(row)) for row in raw.get(key, []))

    def ours(kind: Callable[..., Any], rows: list[Row]) -> tuple[Any, ...]:
        return tuple(kind(process=whose, **_with_citations(row)) for row in rows)

    full = _named(raw)
    del full["form"]
    full["milestones"] = each(lives.Milestone, "milestones")
    full["statuses"] = each(lives.StatusReport, "statuses")
    for side in ("predecessors", "successors"):
        full[side] = tuple(raw.get(side, ()))
    full["participant_lists"] = tuple(_snapshot(row) for row in raw.get("participant_lists", []))
    full["terms"] = ours(model.Term, [_term(row) for row in raw.get("terms", [])])
    full["meetings"] = ours(model.Meeting, [_meeting(row) for row in raw.get("meetings", [])])
    rows = [{"context": whose, **row} for row in raw.get("disagreements", [])]
    full["disagreements"] = _disagreements(rows)
    return model.ConsultativeProcess(**full)


def _snapshot(row: Row) -> Any:
    from migrationgov.model.processes import ListedParticipant, ParticipantLists, RoleList

    def one(role_list: Row) -> RoleList:
        entries = tuple(ListedParticipant(**entry) for entry in role_list["entries"])
        values: Row = {**role_list, "entries": entries}
        return RoleList(**values)

    values: Row = {**_with_citations(row), "lists": tuple(map(one, row["lists"]))}
    return ParticipantLists(**values)


def _term(row: Row) -> Row:
    from migrationgov.model.processes import Officer
    from migrationgov.model.tenures import DatedAttestation

    def one(officer: Row) -> Officer:
        shown = tuple(
            DatedAttestation(**_with_citations(each)) for each in officer.get("attested", ())
        )
        values: Row = {**_with_citations(officer), "attested": shown}
        return Officer(**values)

    return {**row, "officers": tuple(one(officer) for officer in row.get("officers", ()))}


def _meeting(row: Row) -> Row:
    return {**row, "hosts": tuple(row.get("hosts", ()))}


_BUILDERS: dict[str, Callable[[Any], Any]] = {
    "manifest": _manifest,
    "sources": _sources,
    "organizations": _organizations,
    "states": _states,
    "memberships": _register,
    "processes": _process,
    "histories": _history,
    "counts": _counts,
}
