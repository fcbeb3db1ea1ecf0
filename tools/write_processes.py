"""Write docs/processes.md from the data: every process with its latest lists and totals.

Run it after changing a process: ``python tools/write_processes.py``. A test compares the page with
what this makes of the data.
"""

from __future__ import annotations

from pathlib import Path

import migrationgov as mg

PAGE = Path(__file__).parent.parent / "docs" / "processes.md"
_HEAD = """# Processes

This page is written from the data by `tools/write_processes.py`. *Members* and *observers* are the
states that are certain on the day of the latest evidence, by the complete list of the date given;
"+ n" are possible ones, and a dash means that no complete list could be read. *Chair* is who is
certainly in the chair on that day; a name in brackets is possible. *Totals* are the published
numbers of participants as "names read / number published", the latest of each role.

| process | status | list of | members | observers | chair | totals |
|---|---|---|---|---|---|---|
"""


def page() -> str:
    """Return the text of the page."""
    return _HEAD + "\n".join(_row(process) for process in mg.dataset().processes) + "\n"


def _row(process: mg.ConsultativeProcess) -> str:
    roster = mg.process_participants(process)
    status = str(process.statuses[-1]) if process.statuses else ""
    cells = (
        f"{process.name} (`{process.id}`)",
        status,
        str(roster.as_of or "-"),
        _count(roster.members),
        _count(roster.observers),
        ", ".join([*roster.chair.codes, *(f"({code})" for code in roster.chair.possible.codes)]),
        _totals(process),
    )
    return "| " + " | ".join(cells) + " |"


def _count(roll: mg.Roll) -> str:
    certain, possible = (
        sum(1 for party in side if isinstance(party, mg.State)) for side in (roll, roll.possible)
    )
    if not certain and not possible and not roll.complete:
        return "-"
    return f"{certain} + {possible}" if possible else str(certain)


def _totals(process: mg.ConsultativeProcess) -> str:
    latest = {each.role: each for each in mg.published_totals(process)}
    return "; ".join(
        f"{role}s {latest[role].named}/{latest[role].total} ({latest[role].as_of})"
        for role in sorted(latest)
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
