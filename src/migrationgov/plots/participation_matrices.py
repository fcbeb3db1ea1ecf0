"""States by processes: which state has which role in which process."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from migrationgov.dates.partial_date import as_date
from migrationgov.exports.graph import rosters_on
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import day_ranges_of
from migrationgov.lookup.name_resolution import party_id
from migrationgov.lookup.one_or_many import one_or_many
from migrationgov.model.dataset import Dataset
from migrationgov.plots.intervals import evidence_day, roles_on_record
from migrationgov.plots.labels import (
    date_for_title,
    evidence_in_words,
    party_label,
    process_label,
    short_party_label,
)
from migrationgov.plots.marks import mark_of
from migrationgov.plots.role_grid import draw_role_grid
from migrationgov.plots.signatures import Axes, MatrixRow, RoleInProcess
from migrationgov.plots.style import add_title, canvas
from migrationgov.queries.questions import warn_after_evidence
from migrationgov.results.roster import Roster
from migrationgov.timelines.claims import STATUSES
from migrationgov.timelines.gather import timelines_of
from migrationgov.typing import DateLike, PartyLike, ProcessLike
from migrationgov.vocabularies import Grade

#: So many lines, and columns, a screen shows.
_MOST = 30
_FILLINGS = {
    Grade.CERTAIN: "Full: certain.", Grade.LISTED: "Lower part full: listed.",
    Grade.POSSIBLE: "Hollow, with a question mark: possible.",
}  # fmt: skip


def participation_matrix_table(
    states: PartyLike | Iterable[PartyLike] | None = None,
    processes: Iterable[ProcessLike] | None = None,
    *,
    on: DateLike | None = None,
    dataset: Dataset | None = None,
) -> list[MatrixRow]:
    """
    List the cells of `participation_matrix`, with the empty cells; same arguments.

    Without *states* it has all states, without *processes* all processes in which one takes part.

    Returns:
        One dictionary per state and process, state by state, with `state`, `name`, `process`,
        `label`, `roles` (a list of dictionaries of `role`, `grade` and `evidence`, the day from
        which the evidence of a listed role speaks) and `member`, the answer whether the state
        certainly is a member: "yes", "no" or "unknown".

    >>> (row,) = participation_matrix_table(["KAZ"], ["Almaty Process"], on="2015-10-22")
    >>> [(role["role"], role["grade"]) for role in row["roles"]][:2], row["member"]
    ([('member', 'certain'), ('chair', 'certain')], 'yes')
    """
    facts = resolve_dataset(dataset)
    rosters = rosters_on(None if on is None else as_date(on), facts, processes)
    rosters.sort(key=lambda each: process_label(facts.process(each.process)).casefold())
    named = [(roster, _named(roster, facts)) for roster in rosters]
    if states is None:
        found = {code for _, roles in named for code in roles if facts.has_state(code)}
        codes = sorted(found, key=lambda code: party_label(code, facts))
    else:
        codes = list(dict.fromkeys(party_id(each, facts) for each in one_or_many(states)))
    if processes is None:
        named = [each for each in named if each[1].keys() & {*codes}]
    if on is not None:  # one warning for all processes of the figure
        warn_after_evidence(as_date(on), (roster.process for roster, _ in named), facts)
    return [_row(code, *each, facts) for code in codes for each in named]


def _named(roster: Roster, facts: Dataset) -> dict[str, list[RoleInProcess]]:
    """
    Return the roles of each party, those of a better grade first.

    A party that is a certain or listed member is not shown as a possible observer, too, and
    no party as possible in a role in which no record names it.
    """
    found: dict[str, list[RoleInProcess]] = {}
    lines, days = timelines_of(facts, roster.process), day_ranges_of(roster.on)
    for each in (*roster.certain, *roster.listed, *roster.possible):
        role, known = each.role.value, found.setdefault(each.participant, [])
        if each.grade is Grade.POSSIBLE and (
            role not in roles_on_record(each.participant, lines)
            or (role in STATUSES and _has_status(known))
        ):
            continue
        met = lines.line(each.participant, role).during(days)
        its: RoleInProcess = {
            "role": role,
            "grade": each.grade.value,
            "evidence": evidence_day(met) if each.grade is Grade.LISTED else None,
        }
        known.append(its)
    return {party: roles for party, roles in found.items() if roles}


def _has_status(roles: list[RoleInProcess]) -> bool:
    return any(each["role"] in STATUSES and each["grade"] != Grade.POSSIBLE for each in roles)


def _row(
    code: str, roster: Roster, named: dict[str, list[RoleInProcess]], facts: Dataset
) -> MatrixRow:
    return {
        "state": code,
        "name": party_label(code, facts),
        "process": roster.process,
        "label": process_label(facts.process(roster.process)),
        "roles": named.get(code, []),
        "member": roster.members.answer(code).value,
    }


def participation_matrix(
    states: PartyLike | Iterable[PartyLike] | None = None,
    processes: Iterable[ProcessLike] | None = None,
    *,
    on: DateLike | None = None,
    ax: Axes | None = None,
    dataset: Dataset | None = None,
) -> Axes:
    """
    Draw which states have which role in which processes.

    A certain role is a full mark with its letter; a listed role is pale with its lower part full;
    a possible role is hollow, with a question mark. An empty cell means: certainly not a member. A
    dot means that no record says so.

    Args:
        states: Codes, names or records of states or organizations, in the order of the lines; by
            default the 30 states that take part in most of the processes: what a screen shows.
        processes: Ids, names or records; by default all in which one of the states takes part, or
            without *states* the 30 in which most do. The title says what is left out.
        on: A date as for `process_participants`; by default the day of the latest evidence on each
            process.
        ax: The axes to draw on; by default those of a new figure, as large as needed.
        dataset: The facts; the active dataset by default.

    Returns:
        The axes, with one mark and one letter per role in `participation_matrix_table`.

    >>> from matplotlib.figure import Figure
    >>> ax = participation_matrix(["KAZ", "KGZ"], ["Almaty Process"], ax=Figure().add_subplot())
    >>> ax.get_title(loc="left")
    'Roles in consultative processes, by the latest evidence on each'
    """
    facts = resolve_dataset(dataset)
    rows = participation_matrix_table(states, processes, on=on, dataset=facts)
    left_out = ""
    if states is None:
        rows, left_out = _most(rows, of_all_processes=processes is None)
    columns = {row["process"]: row["label"] for row in rows}
    lines = {row["state"]: short_party_label(row["state"], facts) for row in rows}
    made = canvas(ax, 4 + 0.36 * max(len(columns), 12), 3.4 + 0.235 * max(len(lines), 3))
    when = ", by the latest evidence on each" if on is None else date_for_title(on)
    add_title(made, f"Roles in consultative processes{when}{left_out}")
    cells = {
        (row["state"], row["process"]): [
            mark_of(each["role"], each["grade"]) for each in row["roles"]
        ]
        for row in rows
    }
    unproven = {(row["state"], row["process"]) for row in rows if row["member"] == "unknown"}
    empty = "None of these states is known to take part in any of these processes."
    listed = evidence_in_words(each["evidence"] for row in rows for each in row["roles"])
    draw_role_grid(made, columns, lines, cells, unproven, empty, _fillings(rows), listed)
    return made


def _most(rows: list[MatrixRow], *, of_all_processes: bool) -> tuple[list[MatrixRow], str]:
    """Return the rows that a screen shows, and in words how many states and processes it lacks."""
    states = _those_with_most(rows, "state")
    every = {row["state"] for row in rows}
    if len(states) == len(every):
        return rows, ""
    left_out = f": {len(states)} of {len(every)} states"
    kept = [row for row in rows if row["state"] in states]
    if of_all_processes:
        # a column of mere possibilities fills a screen
        named = {row["process"] for row in kept if _takes_part(row)}
        processes = _those_with_most([row for row in kept if row["process"] in named], "process")
        kept = [row for row in kept if row["process"] in processes]
        left_out += f", {len(processes)} of {len({row['process'] for row in rows})} processes"
    return kept, f"{left_out}, with most roles"


def _takes_part(row: MatrixRow) -> bool:
    return any(each["grade"] != Grade.POSSIBLE for each in row["roles"])


def _those_with_most(rows: list[MatrixRow], key: Literal["state", "process"]) -> set[str]:
    """Return the states or processes with most roles, certain and listed, as many as have room."""
    counts = dict.fromkeys((row[key] for row in rows), 0)
    for row in rows:
        counts[row[key]] += _takes_part(row)
    return {*sorted(counts, key=lambda each: -counts[each])[:_MOST]}


def _fillings(rows: list[MatrixRow]) -> str:
    """Return a sentence on the fillings of marks; "" where all are full."""
    used = {each["grade"] for row in rows for each in row["roles"]}
    texts = [text for grade, text in _FILLINGS.items() if grade in used]
    return " ".join(texts) if used - {Grade.CERTAIN} else ""
