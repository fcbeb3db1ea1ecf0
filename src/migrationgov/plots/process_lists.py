"""The lists of a process, side by side: who was named when, in which role, on what list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import process_id
from migrationgov.plots.labels import counted, party_label, process_label, short_party_label
from migrationgov.plots.role_cells import cell, cell_look, grid, key_of, shade
from migrationgov.plots.style import canvas, explain, heading
from migrationgov.vocabularies import ListKind, ProcessRole

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.processes import ConsultativeProcess, ParticipantLists, RoleList

    ProcessLike = str | ConsultativeProcess

_UNPROVEN = "On dotted ground no complete list of members answers: an empty cell proves nothing."
_NOBODY = "The data hold no list of who takes part in it."


def process_roster_table(
    name: ProcessLike, *, dataset: Dataset | None = None
) -> list[dict[str, Any]]:
    """
    List what `process_roster` draws: everybody on every list of a process.

    Args:
        name: Id, name, acronym or record of the process.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        One dictionary per name on a list, by the date of the list, then role and id. It holds
        `column` (which snapshot, from 0), `as_of`, `meeting`, `role`, `kind` of the list, whether
        it is `complete` (a stated list that leaves out nobody whom its source counts), `id` and
        `name` of the participant, and `certain`, which is False where the list itself doubts it.

    Raises:
        UnknownProcessError: If there is no such process.

    >>> rows = process_roster_table("Almaty Process")
    >>> sum(row["as_of"] == "2015-10-22" and row["role"] == "member" for row in rows)
    7
    """
    facts = resolve_dataset(dataset)
    return [
        _row(column, snapshot, names, place, facts)
        for column, snapshot in enumerate(_snapshots(name, facts))
        for names in sorted(snapshot.lists, key=lambda each: each.role)
        for place in range(len(names.entries))
    ]


def _snapshots(name: ProcessLike, facts: Dataset) -> list[ParticipantLists]:
    found = facts.process(process_id(name, facts)).participant_lists
    return sorted(found, key=lambda each: each.as_of.first_ordinal + each.as_of.last_ordinal)


def _complete(names: RoleList) -> bool:
    counted = names.total is None or names.total <= len(names.entries)
    return names.kind is ListKind.STATED and counted


def _row(
    column: int, snapshot: ParticipantLists, names: RoleList, place: int, facts: Dataset
) -> dict[str, Any]:
    entry = names.entries[place]
    return {
        "column": column,
        "as_of": str(snapshot.as_of),
        "meeting": snapshot.meeting,
        "role": names.role.value,
        "kind": names.kind.value,
        "complete": _complete(names),
        "id": entry.participant,
        "name": party_label(entry.participant, facts),
        "certain": entry.certain,
    }


def process_roster(
    name: ProcessLike, *, ax: Axes | None = None, dataset: Dataset | None = None
) -> Axes:
    """
    Draw who is on which list of a process, in which role, from the first list to the last.

    A column is one source's lists as of a date, a line is a participant, states before bodies. A
    name on a complete list is a filled cell with the letter of the role; on any other list it is
    hollow; a name that the list itself doubts is hatched and italic. Where no complete list of
    members answers, the column is dotted: there an empty cell proves nothing.

    Args:
        name: Id, name, acronym or record of the process.
        ax: Where to draw; a new figure of pyplot by default, as large as it needs to be.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        The axes, with one patch and one letter per row of `process_roster_table`.

    Raises:
        UnknownProcessError: If there is no such process.
        MissingExtraError: If matplotlib is not there.

    >>> from matplotlib.figure import Figure
    >>> ax = process_roster("Almaty Process", ax=Figure().add_subplot())
    >>> ax.get_title(loc="left")
    'Almaty Process: who is on its 20 dated lists'
    """
    facts = resolve_dataset(dataset)
    rows = process_roster_table(name, dataset=facts)
    columns = [str(each.as_of) for each in _snapshots(name, facts)]
    who = _in_order(rows, facts)
    made = canvas(ax, 5.2 + 0.36 * max(len(columns), 8), 2.6 + 0.235 * max(len(who), 3))
    grid(made, columns, [short_party_label(code, facts) for code in who])
    title = process_label(facts.process(process_id(name, facts)))
    heading(made, f"{title}: who is on its {counted(len(columns), 'dated list')}")
    looks = [look for code in who for look in _line(made, code, who.index(code), rows)]
    shaded = _shaded(made, len(columns), who, rows, facts)
    told = [_UNPROVEN if shaded else "", "" if rows else _NOBODY]
    explain(made, key_of(made, looks, shaded=shaded), *told)
    return made


def _shaded(
    ax: Axes, columns: int, who: list[str], rows: list[dict[str, Any]], facts: Dataset
) -> bool:
    """Mark where no complete list of members answers: for states, and for bodies."""
    closed = {
        (row["column"], facts.has_state(row["id"]))
        for row in rows
        if row["complete"] and row["role"] == ProcessRole.MEMBER
    }
    lines = {
        are_states: [n for n, code in enumerate(who) if facts.has_state(code) is are_states]
        for are_states in (True, False)
    }
    open_parts = [
        (column, are_states)
        for column in range(columns)
        for are_states in (True, False)
        if lines[are_states] and (column, are_states) not in closed
    ]
    for column, are_states in open_parts:
        sort = "states" if are_states else "bodies"
        shade(ax, column, lines[are_states], f"open-{column}-{sort}")
    return bool(open_parts)


def _in_order(rows: list[dict[str, Any]], facts: Dataset) -> list[str]:
    """Return the participants, states before bodies, by name."""
    names = {row["id"]: row["name"] for row in rows}
    return sorted(names, key=lambda code: (not facts.has_state(code), names[code], code))


def _line(ax: Axes, code: str, line: int, rows: list[dict[str, Any]]) -> list[Any]:
    """Draw the cells of one participant; return the roles and looks in them."""
    drawn: list[Any] = []
    its = [row for row in rows if row["id"] == code]
    for column in sorted({row["column"] for row in its}):
        here = [row for row in its if row["column"] == column]
        looks = [
            cell_look(row["role"], certain=row["certain"], filled=row["complete"]) for row in here
        ]
        cell(ax, column, line, looks, f"{code}-{column}")
        drawn += zip((row["role"] for row in here), looks, strict=True)
    return drawn
