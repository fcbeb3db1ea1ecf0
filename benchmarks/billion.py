"""
A thousand million lines, Parquet to Parquet in slices, with Polars on one machine.

The lines of a slice are written, read again, answered, and counted; then the next slice follows.
The counts are compared with what one period of the made-up lines gives. Needs 10 GB of disk.

    python benchmarks/billion.py 1000000000
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

import polars as pl

import migrationgov as mg
from migrationgov import frames

ROWS = 1_000_000_000
SLICE = 100_000_000
CODES = [str(state.id) for state in mg.dataset().states][:200]
SPAN = 27_011  # days from 1950 on


def lines(start: int, stop: int) -> pl.LazyFrame:
    """Return made-up lines: each state on each day in turn."""
    numbers = pl.LazyFrame().select(n=pl.int_range(start, stop, dtype=pl.Int64))
    return numbers.select(
        country=pl.lit(pl.Series(CODES)).gather(pl.col("n") % len(CODES)),
        date=pl.lit(date(1950, 1, 1)) + pl.duration(days=pl.col("n") % SPAN),
    )


def counted(made: pl.LazyFrame) -> Counter[str]:
    """Return the number of lines of each answer."""
    found = made.group_by("iom_member").len().collect(engine="streaming")
    return Counter(dict(found.iter_rows()))


def annotated(folder: Path, start: int, stop: int) -> tuple[float, Counter[str]]:
    """Answer a slice from file to file; return the seconds this takes, and the counts."""
    given, made = folder / "given.parquet", folder / "made.parquet"
    lines(start, stop).sink_parquet(given)
    begun = time.perf_counter()
    frames.annotate(pl.scan_parquet(given), columns="iom_member").sink_parquet(made)
    return time.perf_counter() - begun, counted(pl.scan_parquet(made))


def main(rows: int) -> None:
    """Print the time of each slice, of all, and the memory at most in use."""
    took, found = 0.0, Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, rows, SLICE):
            stop = min(start + SLICE, rows)
            seconds, numbers = annotated(Path(folder), start, stop)
            took, found = took + seconds, found + numbers
            print(f"{stop:>15,} lines: {seconds:6.1f} s", flush=True)
    period = len(CODES) * SPAN
    whole, rest = counted(frames.annotate(lines(0, period), columns="iom_member")), rows % period
    beyond = counted(frames.annotate(lines(0, rest), columns="iom_member"))
    expected = Counter({each: whole[each] * (rows // period) + beyond[each] for each in whole})
    assert found == expected, (found, expected)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{rows:,} lines: {took:.0f} s, at most {peak:,.0f} MB; counts: {dict(found)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
