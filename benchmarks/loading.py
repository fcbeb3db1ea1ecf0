"""
How long a file of many facts takes to load, compared with `json.loads` of its text.

The file holds made-up transitions of made-up states. The time is the best of a few rounds. The
peak of memory is that of the load alone, as a multiple of the text.
"""

from __future__ import annotations

import json
import platform
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from typing import Any

import migrationgov as mg

SIZES = (10_000, 100_000)
TRANSITIONS_EACH = 10
ROUNDS = 3


def made_up(facts: int) -> str:
    """Return a dataset with this number of transitions, ten for each of its states."""
    source = ["made-up[page 1]"]
    names = [f"X{number:06}" for number in range(facts // TRANSITIONS_EACH)]
    states = [
        {
            "id": name, "name": name, "iso2": "", "iso3": "", "m49": "",
            "names": [{"text": name}], "citations": source,
        }
        for name in names
    ]  # fmt: skip
    organization = {
        "id": "made-up-organization", "name": "Made-up Organization", "kind": "regional",
        "names": [{"text": "Made-up Organization"}], "citations": source,
    }  # fmt: skip
    kinds = ("joined", "withdrew") * (TRANSITIONS_EACH // 2)
    transitions = [
        {"state": name, "kind": kind, "date": f"{1960 + 2 * place}-06-30", "citations": source}
        for name in names
        for place, kind in enumerate(kinds)
    ]
    register = {
        "institution": "made-up-organization", "covered_from": "1950", "covered_until": "2025",
        "transitions": transitions,
    }  # fmt: skip
    whole = {
        "schema_version": 3,
        "sources": [{"id": "made-up", "title": "Made up", "kind": "press"}],
        "states": states,
        "organizations": [organization],
        "memberships": [register],
    }
    return json.dumps(whole)


def best(work: Callable[[], Any]) -> float:
    """Return the shortest time of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def peak(work: Callable[[], Any]) -> int:
    """Return the peak of memory."""
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def main() -> None:
    """Print seconds, ratios and memory for each size."""
    print(f"Loading a file of facts, best of {ROUNDS} rounds")
    print(f"Python {platform.python_version()}, {platform.machine()}")
    print("     facts   text MB   json.loads s   mg.loads s   ratio   merge s   peak / text")
    for facts in SIZES:
        text = made_up(facts)
        plain, whole = best(partial(json.loads, text)), best(partial(mg.loads, text))
        made = mg.loads(text)
        merged = best(partial(mg.merge, mg.dataset(), made))
        memory = peak(partial(mg.loads, text)) / len(text)
        print(
            f"{facts:10,}{len(text) / 1e6:10.1f}{plain:15.3f}{whole:13.2f}"
            f"{whole / plain:8.0f}{merged:10.2f}{memory:14.1f}"
        )


if __name__ == "__main__":
    main()
