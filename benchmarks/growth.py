"""
How load and first answer grow with the transitions of one party, by doubling.

A ratio of 2 is linear, of 4 quadratic. `tests/test_growth.py` counts steps in place of seconds.
"""

from __future__ import annotations

import json
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import migrationgov as mg

SIZES = (1_500, 3_000, 6_000, 12_000)


def made_up(transitions: int) -> str:
    """Return a dataset in which one state joins and withdraws again and again."""
    source, name = ["made-up[page 1]"], "made-up-organization"
    first = date(1900, 1, 1)
    steps = [
        {
            "state": "X01", "kind": ("joined", "withdrew")[number % 2],
            "date": (first + timedelta(3 * number)).isoformat(), "citations": source,
        }
        for number in range(transitions)
    ]  # fmt: skip
    state = {
        "id": "X01", "name": "X", "iso2": "", "iso3": "", "m49": "", "names": [{"text": "X"}],
        "citations": source,
    }  # fmt: skip
    organization = {
        "id": name, "name": "Made up", "kind": "regional", "names": [{"text": "Made up"}],
        "citations": source,
    }  # fmt: skip
    register = {
        "institution": name, "covered_from": "1890", "covered_until": "2025", "transitions": steps,
    }  # fmt: skip
    return json.dumps(
        {
            "schema_version": 3, "states": [state], "organizations": [organization],
            "sources": [{"id": "made-up", "title": "Made up", "kind": "press"}],
            "memberships": [register],
        }
    )  # fmt: skip


def first_answer(facts: mg.Dataset) -> None:
    """Ask for the members of a year: it compiles the timelines."""
    len(mg.members_on("1950", "made-up-organization", dataset=facts))


def main() -> None:
    """Print seconds for each size, and the ratio to half of it."""
    print("transitions   load s   ratio   first answer s   ratio")
    before: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            file = Path(folder, "facts.json")
            file.write_text(made_up(size), "utf-8")
            start = time.perf_counter()
            facts = mg.load(file)
            middle = time.perf_counter()
            first_answer(facts)
            times = [middle - start, time.perf_counter() - middle]
            load, answer = [new / old for new, old in zip(times, before or times, strict=True)]
            print(f"{size:11,}{times[0]:9.2f}{load:8.1f}{times[1]:17.2f}{answer:8.1f}")
            before = times


if __name__ == "__main__":
    main()
