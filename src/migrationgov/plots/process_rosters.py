"""The lists of a process, side by side: which party has which role on which list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from migrationgov.dates.partial_date import as_date
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import process_id
from migrationgov.model.dataset import Dataset
from migrationgov.model.participant_lists import ParticipantLists, RoleList
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.plots.labels import (
    party_label,
    process_label,
    short_date,
    short_party_label,
)
from migrationgov.plots.marks import Mark, mark_of
from migrationgov.plots.role_grid import draw_role_grid
from migrationgov.plots.signatures import Axes, RosterRow
from migrationgov.plots.style import add_title, canvas
from migrationgov.typing import ProcessLike
from migrationgov.vocabularies import Grade, ListKind, ProcessRole
from migrationgov.words import count

_NOTE = (
    "Full: on a list of this day. Lower part full: the day of the list is not exact. Hollow: the"
    " list doubts it."
)


def process_roster_table(name: ProcessLike, *, dataset: Dataset | None = None) -> list[RosterRow]:
    """
    List the names that `process_roster` draws: every name on every list; same arguments.

    Returns:
        One dictionary per name on a list, by the date of the list, then role and id. It has
        `column` (number of the date, from 0), `as_of`, `meeting`, `role`, `kind` of the
        list, `complete` (a list that leaves out no participant whom its source counts), `id` and
        `name` of the participant, and `certain`, which is False where the list itself is in doubt.

    >>> rows = process_roster_table("Almaty Process")
    >>> sum(row["as_of"] == "2015-10-22" and row["role"] == "member" for row in rows)
    7
    """
    facts = resolve_dataset(dataset)
    rows: list[RosterRow] = []
    process = facts.process(process_id(name, facts))
    columns = {date: column for column, date in enumerate(_dates(process))}
    for lists in _by_date(process):
        for names in sorted(lists.lists, key=lambda each: each.role):
            rows += _rows(columns[str(lists.as_of)], lists, names, facts)
    return rows


def _dates(process: ConsultativeProcess) -> list[str]:
    """Return the dates of the lists in order, each once: a meeting may have two lists."""
    return list(dict.fromkeys(str(each.as_of) for each in _by_date(process)))


def _by_date(process: ConsultativeProcess) -> list[ParticipantLists]:
    lists = process.participant_lists
    return sorted(lists, key=lambda each: each.as_of.first_ordinal + each.as_of.last_ordinal)


def _rows(
    column: int, lists: ParticipantLists, names: RoleList, facts: Dataset
) -> Iterator[RosterRow]:
    all_named = names.total is None or names.total <= len(names.entries)
    for entry in names.entries:
        yield {
            "column": column,
            "as_of": str(lists.as_of),
            "meeting": lists.meeting,
            "role": names.role.value,
            "kind": names.kind.value,
            "complete": names.kind is ListKind.STATED and all_named,
            "id": entry.participant,
            "name": party_label(entry.participant, facts),
            "certain": entry.certain,
        }


def process_roster(
    name: ProcessLike, *, ax: Axes | None = None, dataset: Dataset | None = None
) -> Axes:
    """
    Draw who is on which list of a process, in which role, from the first list to the last.

    A column is what the sources list as of one date, a line is a participant; states come before
    organizations. A name on a list of a known day is a full mark with the letter of the role; on a
    list whose date is not exact its lower part is full; a name that the list doubts is hollow.
    Where there is no complete list of members, a dot says that an empty cell proves nothing.

    Args:
        name: Id, name, acronym or record of the process.
        ax: The axes to draw on; by default those of a new figure, as large as needed.
        dataset: The facts; the active dataset by default.

    Returns:
        The axes, with a mark and a letter for each date, name and role of `process_roster_table`.

    >>> from matplotlib.figure import Figure
    >>> ax = process_roster("Almaty Process", ax=Figure().add_subplot())
    >>> ax.get_title(loc="left")
    'Almaty Process: participants on its 20 dated lists'
    """
    facts = resolve_dataset(dataset)
    process = facts.process(process_id(name, facts))
    rows = process_roster_table(process, dataset=facts)
    columns = {number: short_date(date) for number, date in enumerate(_dates(process))}
    codes = _states_first(rows, facts)
    made = canvas(ax, 5.2 + 0.36 * max(len(columns), 8), 2.6 + 0.235 * max(len(codes), 3))
    lists = count(len(process.participant_lists), "dated list")
    add_title(made, f"{process_label(process)}: participants on its {lists}")
    lines = {code: short_party_label(code, facts) for code in codes}
    cells = _cells(rows)
    empty = "The data have no list of its participants."
    unproven = _unproven(columns, codes, rows, facts)
    draw_role_grid(made, columns, lines, cells, unproven, empty, _NOTE if rows else "")
    return made


def _cells(rows: list[RosterRow]) -> dict[tuple[str, int], list[Mark]]:
    """Return the marks of each cell: a role that two lists of one date give stands once."""
    found: dict[tuple[str, int], dict[str, Grade]] = {}
    for row in rows:
        roles = found.setdefault((row["id"], row["column"]), {})
        grades = (_grade(row), roles.get(row["role"], Grade.POSSIBLE))
        roles[row["role"]] = min(grades, key=list(Grade).index)
    return {
        cell: [mark_of(role, grade) for role, grade in roles.items()]
        for cell, roles in found.items()
    }


def _grade(row: RosterRow) -> Grade:
    """Return the grade of a role on the date of the list, by this list alone."""
    if not row["certain"]:
        return Grade.POSSIBLE
    days = as_date(row["as_of"])
    exact = days.precision in ("day", "interval") and not (days.approximate or days.uncertain)
    return Grade.CERTAIN if exact else Grade.LISTED


def _states_first(rows: list[RosterRow], facts: Dataset) -> list[str]:
    """Return the participants by name, states before organizations."""
    names = {row["id"]: row["name"] for row in rows}
    return sorted(names, key=lambda code: (not facts.has_state(code), names[code], code))


def _unproven(
    columns: Iterable[int], codes: list[str], rows: list[RosterRow], facts: Dataset
) -> set[tuple[str, int]]:
    """
    Return the cells in which no role proves nothing.

    A complete list of states proves nothing about organizations, nor the other way round.
    """
    complete = {
        (facts.has_state(row["id"]), row["column"])
        for row in rows
        if row["complete"] and row["role"] == ProcessRole.MEMBER
    }
    cells = {(code, column) for code in codes for column in columns}
    return {cell for cell in cells if (facts.has_state(cell[0]), cell[1]) not in complete}
