"""States by processes: which state has which role in which process."""

from __future__ import annotations

from collections.abc import Iterable

from migrationgov.dates.partial_date import as_date
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import party_id, process_id
from migrationgov.model.dataset import Dataset
from migrationgov.model.organizations import Organization
from migrationgov.model.states import State
from migrationgov.plots.labels import date_for_title, party_label, process_label, short_party_label
from migrationgov.plots.role_grid import draw_role_grid
from migrationgov.plots.role_styles import role_style
from migrationgov.plots.signatures import Axes, MatrixRow
from migrationgov.plots.style import add_title, canvas
from migrationgov.queries.process_founding import warn_after_evidence
from migrationgov.queries.roster_builder import roster_of
from migrationgov.results.party_lists import MemberList
from migrationgov.results.roster import Roster
from migrationgov.typing import DateLike, PartyLike, ProcessLike


def participation_matrix_table(
    states: Iterable[PartyLike] | None = None,
    processes: Iterable[ProcessLike] | None = None,
    *,
    on: DateLike | None = None,
    dataset: Dataset | None = None,
) -> list[MatrixRow]:
    """
    List the cells of `participation_matrix`, with the empty cells; same arguments.

    Returns:
        One dictionary per state and process, state by state, with `state`, `name`, `process`,
        `label`, `roles` (a list of dictionaries of `role` and `certain`, certain roles first) and
        `member`, the answer whether the state is a member: "yes", "no" or "unknown".

    >>> (row,) = participation_matrix_table(["KAZ"], ["Almaty Process"], on="2015-10-22")
    >>> [role["role"] for role in row["roles"]], row["member"]
    (['member', 'chair'], 'yes')
    """
    facts = resolve_dataset(dataset)
    rosters = rosters_on(on, facts, processes)
    rosters.sort(key=lambda each: process_label(facts.process(each.process)).casefold())
    if states is None:
        named = {code for roster in rosters for code in _named(roster) if facts.has_state(code)}
        codes = sorted(named, key=lambda code: party_label(code, facts))
    else:
        codes = list(dict.fromkeys(party_id(each, facts) for each in states))
    kept = [each for each in rosters if processes is not None or _named(each) & {*codes}]
    if on is not None:  # one warning for all processes of the figure
        warn_after_evidence(as_date(on), (each.process for each in kept), facts)
    columns = [(roster, roster.members) for roster in kept]
    return [_row(code, roster, members, facts) for code in codes for roster, members in columns]


def rosters_on(
    on: DateLike | None, facts: Dataset, processes: Iterable[ProcessLike] | None = None
) -> list[Roster]:
    """Return the rosters of some processes, or of all, on a date or by the latest evidence."""
    given = facts.process_ids if processes is None else processes
    when = None if on is None else as_date(on)
    ids = dict.fromkeys(process_id(each, facts) for each in given)
    return [roster_of(facts, each, when, None) for each in ids]


def _named(roster: Roster) -> set[str]:
    return {each.participant for each in (*roster.certain, *roster.possible)}


def _row(
    code: str, roster: Roster, members: MemberList[State | Organization], facts: Dataset
) -> MatrixRow:
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

    A certain role is a filled cell with its letter; a possible role is hatched, with its letter in
    italics and a question mark. An empty cell on plain ground means: certainly not a member. An
    empty cell on dotted ground proves nothing.

    Args:
        states: Codes, names or records of states or organizations, in the order of the lines; by
            default all states that take part in one of the processes.
        processes: Ids, names or records; by default all in which one of the states takes part.
        on: A date as for `process_participants`; by default the day of the latest evidence on each
            process.
        ax: The axes to draw on; by default those of a new figure, as large as needed.
        dataset: The facts; the bundled ones by default.

    Returns:
        The axes, with one patch and one letter per role in `participation_matrix_table`.

    >>> from matplotlib.figure import Figure
    >>> ax = participation_matrix(["KAZ", "KGZ"], ["Almaty Process"], ax=Figure().add_subplot())
    >>> ax.get_title(loc="left")
    'Roles in consultative processes, by the latest evidence on each'
    """
    facts = resolve_dataset(dataset)
    rows = participation_matrix_table(states, processes, on=on, dataset=facts)
    columns = {row["process"]: row["label"] for row in rows}
    lines = {row["state"]: short_party_label(row["state"], facts) for row in rows}
    made = canvas(ax, 4 + 0.36 * max(len(columns), 12), 3.4 + 0.235 * max(len(lines), 3))
    when = ", by the latest evidence on each" if on is None else date_for_title(on)
    add_title(made, f"Roles in consultative processes{when}")
    cells = {
        (row["state"], row["process"]): [
            (each["role"], role_style(each["role"], certain=each["certain"]))
            for each in row["roles"]
        ]
        for row in rows
    }
    unproven = {(row["state"], row["process"]) for row in rows if row["member"] == "unknown"}
    empty = "None of these states is known to take part in any of these processes."
    draw_role_grid(made, columns, lines, cells, unproven, empty)
    return made
