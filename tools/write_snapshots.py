"""
Write the facts of today as short lines into `tests/data/snapshots`, for a person to review.

    python tools/write_snapshots.py

A test compares the files with the data, so that no fact changes unnoticed. `make facts` runs this
tool: what a new fact changes is then in the diff, as a few lines that say what is now true.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import migrationgov as mg
from migrationgov.dates.partial_date import AFTER_ALL
from migrationgov.lookup.bundled import bundled_dataset
from migrationgov.timelines.gather import timelines_of
from migrationgov.vocabularies import RegisterKind, Status

FOLDER = Path(__file__).parent.parent / "tests" / "data" / "snapshots"


def snapshots() -> dict[str, str]:
    """Return the text of each file, by name."""
    facts = bundled_dataset()
    with mg.using(facts), warnings.catch_warnings():
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
        lines = {
            "records.txt": _records(facts),
            "processes.txt": _rosters(facts),
            "chairs.txt": _each(p.terms for p in facts.processes),
            "meetings.txt": _each(mg.meetings_of(each) for each in facts.process_ids),
            "totals-of-processes.txt": _each(map(mg.published_totals, facts.process_ids)),
            "disagreements.txt": _each([facts.disagreements]),
        }
        for register in facts.registers:
            lines[f"{register.institution}-changes.txt"] = _changes(register)
            lines[f"{register.institution}-years.txt"] = _years(register)
        for history in facts.histories:
            lines[f"{history.organization}-history.txt"] = _each(
                (history.tenures, history.relations, history.headquarters, history.sessions)
            )
        for each in facts.counts:
            name = f"{each.organization}-published-numbers.txt"
            lines[name] = _each([mg.reconcile(each.organization)])
        return {name: "\n".join((*found, "")) for name, found in lines.items()}


def _each(groups: Iterable[Iterable[object]]) -> Iterator[str]:
    """Write each record of several groups as its own line."""
    return (str(each) for group in groups for each in group)


def _records(facts: mg.Dataset) -> Iterator[str]:
    """Say how many records there are of each kind."""
    numbers = {
        "states and territories": len(facts.states),
        "organizations": len(facts.organizations),
        "sources": len(facts.sources),
        "consultative processes": len(facts.processes),
        "lists of participants": sum(len(each.participant_lists) for each in facts.processes),
        "transitions": sum(len(each.transitions) for each in facts.registers),
        "attestations": sum(len(each.attestations) for each in facts.registers),
    }
    return (f"{what}: {number}" for what, number in numbers.items())


def _rosters(facts: mg.Dataset) -> Iterator[str]:
    """Write who takes part in each process by its last lists, one role on a line."""
    for process in facts.process_ids:
        roster = mg.process_participants(process)
        for role in mg.vocabularies.ProcessRole:
            named = _marked(roster.role(role))
            whole = "complete" if role in roster.complete_roles else "incomplete"
            if named:
                marked = " ".join(f"{code}{mark}" for code, mark in named.items())
                yield f"{process} {role} ({whole}): {marked}"


def _marked(members: mg.results.MemberList[Any]) -> dict[str, str]:
    """Mark each party: nothing behind a certain one, `~` behind a listed, `?` a possible one."""
    grades = ((members.certain, ""), (members.listed, "~"), (members.possible, "?"))
    return {code: mark for its, mark in grades for code in its.codes}


def _changes(register: mg.model.Register) -> Iterator[str]:
    """
    Write who becomes or ceases to be what on each day on which that changes.

    A mark says how: `+` certainly from that day, `~` listed, `?` possibly, `-` not any more.
    """
    before: dict[str, dict[str, str]] = {name: {} for name in _statuses(register)}
    for day in _days(register):
        for name, ask in _statuses(register).items():
            marked = _marked(ask(day, register.institution))
            now = {code: mark or "+" for code, mark in marked.items()}
            changed = {who: mark for who, mark in now.items() if before[name].get(who) != mark}
            changed |= dict.fromkeys(before[name].keys() - now.keys(), "-")
            if changed:
                text = " ".join(f"{mark}{who}" for who, mark in sorted(changed.items()))
                yield f"{day} {name}: {text}"
            before[name] = now


def _statuses(register: mg.model.Register) -> dict[str, Callable[..., Any]]:
    """Return the questions about the statuses of a register, by the name for their parties."""
    if register.kind == RegisterKind.TREATY:
        signatories = partial(mg.parties_on, status=Status.SIGNATORY)
        return {"parties": mg.parties_on, "signatories": signatories}
    return {"members": mg.members_on, "observers": mg.observers_on}


def _days(register: mg.model.Register) -> list[date]:
    """Return the days on which an answer changes."""
    lines = timelines_of(bundled_dataset(), register.institution)
    statuses = ("party", "signatory") if lines.clock else ("member", "observer")
    days = {day for status in statuses for day in lines.index(status).days}
    return [date.fromordinal(day) for day in sorted(days) if day < AFTER_ALL]


def _years(register: mg.model.Register) -> Iterator[str]:
    """Count those with each status at the end of each year, and on the last day covered."""
    first, last = register.covered_from.earliest, register.covered_until.latest
    if first is None or last is None:
        return
    ends = [date(year, 12, 31) for year in range(first.year, last.year)]
    for day in (*ends, last):
        asked = (
            (name, ask(day, register.institution)) for name, ask in _statuses(register).items()
        )
        yield f"{day} " + "; ".join(f"{name}: {_counts(found)}" for name, found in asked)


def _counts(members: mg.results.MemberList[Any]) -> str:
    certain, listed, possible = members.certain, members.listed, members.possible
    return f"{len(certain)} certain, {len(listed)} listed, {len(possible)} possible"


def main() -> None:
    """Write all files, and remove those that nothing writes any more."""
    FOLDER.mkdir(exist_ok=True)
    texts = snapshots()
    for file in FOLDER.iterdir():
        if file.name not in texts:
            file.unlink()
    for name, text in texts.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
