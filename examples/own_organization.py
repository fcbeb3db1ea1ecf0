"""Bring your own organization: a small made-up one, merged with the bundled facts."""

from __future__ import annotations

from pathlib import Path

import migrationgov as mg

FOLDER = Path(__file__).parent / "own_organization"


def main() -> None:
    """Load the folder and ask the questions that IOM answers."""
    problems = mg.validate(FOLDER, onto=mg.dataset())
    print(f"Problems in {FOLDER.name}: {len(problems) or 'none'}")
    with mg.using(mg.load(FOLDER, onto=mg.dataset())):
        for day in ("2010-01-01", "2020-01-01", "2025-01-01"):
            members = mg.members_on(day, "NRMC")
            print(f"Members on {day}: {', '.join(members.codes)}")
        for spell in mg.memberships_of("Norway", "NRMC"):
            print(f"Norway: {spell.period}")
        iceland = mg.status_on("Iceland", "2010-01-01", "NRMC")
        print(f"Iceland in 2010: {' or '.join(iceland.statuses)}")
        roster = mg.process_participants("Rivers Dialogue", on="2026-05-01")
        print(f"Rivers Dialogue: {', '.join(roster.members.codes)}; chair {roster.chair.codes[0]}")
        withdrew = mg.transitions("NOR", "NRMC", kind="withdrew")
        print(f"Which source says that Norway left? {mg.cite(withdrew)}")
        print(f"IOM is unchanged: {len(mg.members_on('2002-12-02'))} members in December 2002")


if __name__ == "__main__":
    main()
