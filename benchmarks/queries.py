"""
How long a repeated question takes, compared with a look-up in a dictionary in this run.

Each question is asked in blocks, and the blocks of all questions alternate. The fastest block
counts, because in slower blocks the machine did other work, too.
"""

from __future__ import annotations

import platform
import timeit
from datetime import date

import migrationgov as mg

BLOCKS, ASKED = 15, 2000
DAY, LATER = date(2002, 12, 2), date(2020, 6, 1)
TABLE = {DAY: ("KAZ",)}
QUESTIONS = {
    "dictionary look-up": lambda: TABLE[DAY],
    "members_on(date)": lambda: mg.members_on(DAY),
    "members_on(text)": lambda: mg.members_on("2002-12-02"),
    "members_on(year)": lambda: mg.members_on("2002"),
    "observers_on(date, kind='state')": lambda: mg.observers_on(DAY, kind="state"),
    "is_member(code, date)": lambda: mg.is_member("KAZ", DAY),
    "status_on(code, date)": lambda: mg.status_on("KAZ", DAY),
    "memberships_of(code)": lambda: mg.memberships_of("AUS", "IOM"),
    "memberships_of(code), all": lambda: mg.memberships_of("AUS"),
    "parties_on(date)": lambda: mg.parties_on(DAY, "1951 Convention"),
    "parties_on(date, by='deposit')": lambda: mg.parties_on(DAY, "ICRMW", by="deposit"),
    "status_on(code, date, treaty)": lambda: mg.status_on("KAZ", DAY, "1951 Convention"),
    "transitions(code)": lambda: mg.transitions("KAZ", "IOM"),
    "members_on(date, process)": lambda: mg.members_on(LATER, "Bali Process"),
    "members_on(year, process)": lambda: mg.members_on("2020", "Bali Process"),
    "is_member(code, year, process)": lambda: mg.is_member("THA", "2020", "Bali Process"),
    "status_on(code, year, process)": lambda: mg.status_on("THA", "2020", "Bali Process"),
    "find_state(name)": lambda: mg.find_state("Kyrgyz Republic"),
    "process_participants(name)": lambda: mg.process_participants("Almaty Process"),
    "process_participants(name, on=text)": lambda: mg.process_participants(
        "Almaty Process", on="2015-10-22"
    ),
    "processes_of(code)": lambda: mg.processes_of("KAZ"),
    "officeholders_on(date)": lambda: mg.officeholders_on("IOM", DAY),
    "counts(on=date)": lambda: mg.counts("IOM", on=DAY),
    "cite(transitions(code))": lambda: mg.cite(mg.transitions("KAZ", "IOM")),
}


def main() -> None:
    """Print microseconds a call and the ratio to a dictionary look-up."""
    best = dict.fromkeys(QUESTIONS, float("inf"))
    for _ in range(BLOCKS):
        for name, ask in QUESTIONS.items():
            took = timeit.timeit(ask, number=ASKED) / ASKED
            best[name] = min(best[name], took)
    base = best["dictionary look-up"]
    print(f"Repeated questions, fastest of {BLOCKS} blocks of {ASKED} calls")
    print(f"Python {platform.python_version()}, {platform.machine()}")
    print("   µs a call   ratio   question")
    for name, took in best.items():
        print(f"  {took * 1e6:10.2f}  {took / base:6.0f}   {name}")


if __name__ == "__main__":
    main()
