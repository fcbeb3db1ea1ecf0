"""How the work grows with the transitions of one party: counted in lines of code, not in time."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any

import migrationgov as mg

GROWTH = runpy.run_path(str(Path(__file__).parent.parent / "benchmarks" / "growth.py"))

#: Twice as many transitions: 2 is linear, 4 quadratic.
MOST = 2.4


def lines_run(work: Callable[[], Any]) -> int:
    """Return how many lines of the library an action runs, each as often as it runs."""
    found, before = 0, sys.gettrace()

    def count(frame: FrameType, event: str, _: object) -> Any:
        nonlocal found
        if "migrationgov" not in frame.f_code.co_filename:
            return None
        found += event == "line"
        return count

    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
    return found


def work(size: int, folder: Path) -> list[int]:
    """Return the lines that loading with all checks runs, and those of the first answer."""
    file = folder / f"{size}.json"
    file.write_text(GROWTH["made_up"](size), "utf-8")
    facts: list[mg.Dataset] = []
    loading = lines_run(lambda: facts.append(mg.load(file)))
    return [loading, lines_run(lambda: GROWTH["first_answer"](facts[0]))]


def test_twice_as_many_transitions_are_twice_the_work(tmp_path: Path) -> None:
    """Of loading, and of the first answer."""
    counts = [work(size, tmp_path) for size in (300, 600, 1200)]
    for less, more in pairwise(counts):
        ratios = [new / old for old, new in zip(less, more, strict=True)]
        assert 1.5 < min(ratios)
        assert max(ratios) < MOST
