"""Thousands of mixed questions leave nothing behind."""

from __future__ import annotations

import gc
import sys
import tracemalloc
import warnings
from pathlib import Path

import pytest

import migrationgov as mg

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))

import memory  # the questions of the benchmark


@pytest.mark.slow
def test_questions_leave_nothing_behind() -> None:
    """Once the caches are full, new questions take no more memory."""
    held = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
        warnings.simplefilter("ignore", mg.errors.UnmatchedWarning)
        tracemalloc.start()
        for number in range(7_500):
            memory.ask(number, days=4)
            if number in (4_999, 7_499):
                gc.collect()
                held.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
    assert held[1] - held[0] < 60_000, held
