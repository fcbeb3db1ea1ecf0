"""States by processes: who has which role in what."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from migrationgov.dates.answer import Answer
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import parse_date_argument
from migrationgov.lookup.name_resolution import party_id, process_id
from migrationgov.plots.labels import on_in_words, party_label, process_label, short_party_label
from migrationgov.plots.role_cells import cell, cell_look, grid, key_of, shade
from migrationgov.plots.style import canvas, explain, heading
from migrationgov.queries.roster_builder import roster_of, warn_after_evidence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from matplotlib.axes import Axes

    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.processes import ConsultativeProcess
    from migrationgov.model.states import State
    from migrationgov.results.party_lists import MemberList
    from migrationgov.results.roster import Roster

    DateLike = date | PartialDate | str
    PartyLike = str | State | Organization
    ProcessLike = str | ConsultativeProcess

_UNPROVEN = "On dotted ground no complete list of members answers: an empty cell proves nothing."
_NOBODY = "Nobody of those asked about is known to take part in any of the processes."


def participation_matrix_table(
    states: Iterable[PartyLike] | None = None,
    processes: Iterable[ProcessLike] | None = None,
    *,
    on: DateLike | None = None,
    dataset: Dataset | None = None,
) -> list[dict[str, Any]]:
    """
    List the cells of `participation_matrix`, the empty ones among them.

    Args:
        states: As for `participation_matrix`.
        processes: As for `participation_matrix`.
        on: As for `participation_matrix`.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        One dictionary per state and process, state by state, with `state`, `name`, `process`,
        `label`, `roles` (a list of dictionaries of `role` and `certain`, certain ones first) and
        `member`, the answer whether it is a member: "yes", "no" or "unknown".

    Raises:
        UnknownStateError: If there is no such state; otherwise as for `participation_matrix`.

    >>> (row,) = participation_matrix_table(["KAZ"], ["Almaty Process"], on="2015-10-22")
    >>> [role["role"] for role in row["roles"]], row["member"]
    (['member', 'chair'], 'yes')
    """
    facts = resolve_dataset(dataset)
    rosters = _rosters(processes, on, facts)
    who = _wanted(states, rosters, facts)
    kept = [each for each in rosters if processes is not None or _names_any(each, set(who))]
    if on is not None:  # of all that are drawn, once
        warn_after_evidence(parse_date_argument(on)[0], (each.process for each in kept), facts)
    members = [roster.members for roster in kept]
    return [
        _row(code, roster, roll, facts)
        for code in who
        for roster, roll in zip(kept, members, strict=True)
    ]


def _rosters(
    processes: Iterable[ProcessLike] | None, on: DateLike | None, facts: Dataset
) -> list[Roster]:
    """Return the rosters of the processes, by label."""
    given = facts.process_ids if processes is None else processes
    ids = dict.fromkeys(process_id(each, facts) for each in given)
    when = None if on is None else parse_date_argument(on)[0]
    found = [roster_of(facts, each, when, None) for each in ids]
    return sorted(found, key=lambda each: process_label(facts.process(each.process)).casefold())


def _wanted(
    states: Iterable[PartyLike] | None, rosters: list[Roster], facts: Dataset
) -> list[str]:
    """Return those asked about, in their order, or all states that take part, by name."""
    if states is not None:
        return list(dict.fromkeys(party_id(each, facts) for each in states))
    named = {p.participant for roster in rosters for p in (*roster.certain, *roster.possible)}
    return sorted(filter(facts.has_state, named), key=lambda code: party_label(code, facts))


def _names_any(roster: Roster, who: set[str]) -> bool:
    return any(p.participant in who for p in (*roster.certain, *roster.possible))


def _row(code: str, roster: Roster, members: MemberList[Any], facts: Dataset) -> dict[str, Any]:
    its = [p for p in (*roster.certain, *roster.possible) if p.participant == code]
    return {
        "state": code,
        "name": party_label(code, facts),
        "process": roster.process,
        "label": process_label(facts.process(roster.process)),
        "roles": [{"role": each.role.value, "certain": each.certain} for each in its],
        "member": members.answer(code).value,
    }


def participation_matrix(
    states: Iterable[PartyLike] | None = None,
    processes: Iterable[ProcessLike] | None = None,
    *,
    on: DateLike | None = None,
    ax: Axes | None = None,
    dataset: Dataset | None = None,
) -> Axes:
    """
    Draw which states have which role in which processes.

    A certain role is a filled cell with its letter; a possible one is hatched, with its letter in
    italics and a question mark. An empty cell on plain ground is a state that is certainly no
    member; on dotted ground it proves nothing.

    Args:
        states: Codes, names or records of states or bodies, in the order they are drawn in; all
            states that take part in one of the processes by default.
        processes: Ids, names or records; by default all in which one of them takes part.
        on: A date as for `process_participants`; by default the day of the latest evidence on each
            process.
        ax: Where to draw; a new figure of pyplot by default, as large as it needs to be.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        The axes, with one patch and one letter per role in `participation_matrix_table`.

    Raises:
        UnknownStateError: If there is no such state.
        UnknownProcessError: If there is no such process.
        InvalidDateError: If *on* is not a date.
        MissingExtraError: If matplotlib is not there.

    Warns:
        CoverageWarning: If *on* lies after the latest evidence on any of the processes.

    >>> from matplotlib.figure import Figure
    >>> ax = participation_matrix(["KAZ", "KGZ"], ["Almaty Process"], ax=Figure().add_subplot())
    >>> ax.get_title(loc="left")
    'Parts in consultative processes, by the latest evidence on each'
    """
    rows = participation_matrix_table(states, processes, on=on, dataset=dataset)
    columns = list(dict.fromkeys(row["process"] for row in rows))
    who = list(dict.fromkeys(row["state"] for row in rows))
    made = canvas(ax, 4 + 0.36 * max(len(columns), 12), 3.4 + 0.235 * max(len(who), 3))
    labels = {row["process"]: row["label"] for row in rows}
    facts = resolve_dataset(dataset)
    names = [short_party_label(code, facts) for code in who]
    grid(made, [labels[each] for each in columns], names)
    when = ", by the latest evidence on each" if on is None else on_in_words(on)
    heading(made, f"Parts in consultative processes{when}")
    looks = _cells(made, rows, columns, who)
    shaded = _shaded(made, rows, columns, who)
    told = [_UNPROVEN if shaded else "", "" if looks else _NOBODY]
    explain(made, key_of(made, looks, shaded=shaded), *told)
    return made


def _cells(ax: Axes, rows: list[dict[str, Any]], columns: list[str], who: list[str]) -> list[Any]:
    drawn: list[Any] = []
    for row in (each for each in rows if each["roles"]):
        looks = [cell_look(each["role"], certain=each["certain"]) for each in row["roles"]]
        place = columns.index(row["process"]), who.index(row["state"])
        cell(ax, *place, looks, f"{row['state']}-{row['process']}")
        drawn += zip((each["role"] for each in row["roles"]), looks, strict=True)
    return drawn


def _shaded(ax: Axes, rows: list[dict[str, Any]], columns: list[str], who: list[str]) -> bool:
    """Mark the cells, run by run, of which nobody can tell whether there is a member."""
    lines: dict[str, list[int]] = {}
    for row in rows:
        if row["member"] == Answer.UNKNOWN.value:
            lines.setdefault(row["process"], []).append(who.index(row["state"]))
    for process, its in lines.items():
        for _, run in groupby(enumerate(its), key=lambda each: each[1] - each[0]):
            together = [line for _, line in run]
            key = f"open-{process}-{together[0]}"
            shade(ax, columns.index(process), together, key)
    return bool(lines)
