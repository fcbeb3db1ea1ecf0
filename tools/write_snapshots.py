"""
Write the facts of today as short lines into `tests/data/snapshots`, for a person to review.

    python tools/write_snapshots.py

A test compares the files with the data, so that no fact changes unnoticed. `make facts` runs this
tool: what a new fact changes is then in the diff, as a few lines that say what is now true.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import migrationgov as mg
from migrationgov.lookup.bundled import bundled_dataset

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
            named = roster.role(role)
            possible = [f"{code}?" for code in named.possible.codes]
            whole = "complete" if role in roster.complete_roles else "incomplete"
            if named or possible:
                yield f"{process} {role} ({whole}): {' '.join((*named.codes, *possible))}"


def _changes(register: mg.model.Register) -> Iterator[str]:
    """
    Write who becomes or ceases to be what on each day on which that changes.

    A mark says how: `+` certainly from that day, `?` possibly, `-` not any more.
    """
    before: dict[str, dict[str, str]] = {"members": {}, "observers": {}}
    for day in _days(register):
        for name, ask in (("members", mg.members_on), ("observers", mg.observers_on)):
            roll = ask(day, register.institution)
            now = dict.fromkeys(roll.codes, "+") | dict.fromkeys(roll.possible.codes, "?")
            changed = {who: mark for who, mark in now.items() if before[name].get(who) != mark}
            changed |= dict.fromkeys(before[name].keys() - now.keys(), "-")
            if changed:
                marked = " ".join(f"{mark}{who}" for who, mark in sorted(changed.items()))
                yield f"{day} {name}: {marked}"
            before[name] = now


def _days(register: mg.model.Register) -> list[date]:
    """Return the days on which a status may begin or end: the bounds of all dates, and after."""
    dates = [step.date for step in register.transitions]
    found = {day for each in dates for day in (each.earliest, each.latest) if day}
    found |= {day + timedelta(days=1) for day in found}
    return sorted(found)


def _years(register: mg.model.Register) -> Iterator[str]:
    """Count members and observers at the end of each year, and on the last day covered."""
    first, last = register.covered_from.earliest, register.covered_until.latest
    if first is None or last is None:
        return
    ends = [date(year, 12, 31) for year in range(first.year, last.year)]
    for day in (*ends, last):
        members = mg.members_on(day, register.institution)
        observers = mg.observers_on(day, register.institution)
        yield (
            f"{day} members: {len(members)}, {len(members.possible)} more possible;"
            f" observers: {len(observers)}, {len(observers.possible)} more possible"
        )


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
