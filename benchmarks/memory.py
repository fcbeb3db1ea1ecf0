"""
How much more memory the second half of many mixed questions takes, in one process.

    python benchmarks/memory.py 1000000
"""

from __future__ import annotations

import resource
import sys
import time
import warnings
from datetime import date, timedelta

import migrationgov as mg

QUESTIONS = 100_000
KINDS = 8
STATES = [state.id for state in mg.dataset().states]
PROCESSES = [process.id for process in mg.dataset().processes]


def ask(number: int, days: int = 26_903) -> None:
    """Ask one of several questions; the steps share no factor, so that all pairs come up."""
    day = date(2025, 1, 1) - timedelta(days=number * 7_919 % days)
    state = STATES[number % len(STATES)]
    match number % KINDS:
        case 0 | 1:
            len(mg.members_on(day))
        case 2:
            len(mg.members_on(f"{day:%Y-%m}").possible)
        case 3:
            mg.is_member(state, day)
        case 4:
            mg.status_on(state, day)
        case 5:
            mg.memberships_of(state, on=str(day))
        case 6:
            mg.process_participants(PROCESSES[number % len(PROCESSES)], day)
        case _:
            mg.transitions(party=state)


def main() -> None:
    """Print the peak of memory after each half."""
    warnings.simplefilter("ignore", mg.errors.CoverageWarning)
    warnings.simplefilter("ignore", mg.errors.UnmatchedWarning)
    questions = int(sys.argv[1]) if len(sys.argv) > 1 else QUESTIONS
    start, peaks = time.perf_counter(), []
    for half in (range(questions // 2), range(questions // 2, questions)):
        for number in half:
            ask(number)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    took = time.perf_counter() - start
    print(f"{questions:,} mixed questions in {took:.0f} s; peak of memory {peaks[0]:.1f} MB after"
          f" the first half, {peaks[1]:.1f} MB after the second half")  # fmt: skip


if __name__ == "__main__":
    main()
