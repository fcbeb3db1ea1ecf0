"""
Tables on workers of their own: one against two, and one killed at work.

PySpark with a cluster of executors on this machine, Dask with a LocalCluster. Needs Java. Lines
are made by the workers; what comes back is counted and compared with what another engine says.

    python benchmarks/workers.py 30000000
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import dask.dataframe as dd
import numpy as np
import pandas as pd
import polars as pl
import psutil
from distributed import Client, LocalCluster
from pyspark.sql import SparkSession

import migrationgov as mg
from migrationgov import frames

LINES = 30_000_000
PARTITIONS = 60
CODES = [str(state.id) for state in mg.dataset().states][:200]
SPAN = 27_011
Numbers = dict[str, int]


def expected(lines: int) -> Numbers:
    """Return how many lines there are of each answer, by Polars."""
    made = pl.LazyFrame({"n": pl.int_range(lines, eager=True)}).select(
        country=pl.lit(pl.Series(CODES)).gather(pl.col("n") % len(CODES)),
        date=pl.lit(date(1950, 1, 1)) + pl.duration(days=pl.col("n") % SPAN),
    )
    counted = frames.annotate(made, columns="iom_member").group_by("iom_member").len()
    return dict(counted.collect(engine="streaming").iter_rows())


def timed(work: Callable[[], Numbers], kill: Callable[[], None] | None = None) -> float:
    """Return how long some work takes; kill somebody in the middle if asked to, and compare."""
    found: list[Numbers] = []
    start = time.perf_counter()
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    if kill:
        time.sleep(4)
        kill()
    thread.join()
    took = time.perf_counter() - start
    if found[0] != WANTED:
        raise SystemExit(f"not complete: {found[0]} for {WANTED}")
    return took


def spark(workers: int, lines: int) -> None:
    """Print the times of PySpark with some workers."""
    quiet: Any = {"spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1"}
    builder = SparkSession.builder.master(f"local-cluster[{workers},1,1024]")
    session = builder.config(map=quiet).getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    codes = ", ".join(f"'{code}'" for code in CODES)
    made = session.range(0, lines, 1, PARTITIONS).selectExpr(
        f"array({codes})[cast(id % {len(CODES)} as int)] as country",
        f"date_add(date '1950-01-01', cast(id % {SPAN} as int)) as date",
    )

    def work() -> Numbers:
        counted = frames.annotate(made, columns="iom_member").groupBy("iom_member").count()
        return {row["iom_member"]: row["count"] for row in counted.collect()}

    def kill() -> None:
        its = [each for each in psutil.Process().children(recursive=True)
               if each.status() != psutil.STATUS_ZOMBIE
               and "CoarseGrainedExecutorBackend" in " ".join(each.cmdline())]  # fmt: skip
        its[0].send_signal(signal.SIGKILL)

    timed(work)
    print(f"PySpark, {workers} workers: {timed(work):.1f} s")
    if workers > 1:
        print(f"PySpark, one of {workers} killed at work, complete: {timed(work, kill):.1f} s")
    session.stop()


def on_dask(workers: int, lines: int) -> None:
    """Print the times of Dask with some workers."""
    size = lines // PARTITIONS
    of_dask: Any = dd
    its: Any = LocalCluster
    client_of: Any = Client
    with (
        its(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
        client_of(cluster) as client,
    ):
        made = of_dask.from_map(generated, range(0, lines, size), size=size)

        def work() -> Numbers:
            counted = frames.annotate(made, columns="iom_member")["iom_member"].value_counts()
            found: Numbers = counted.compute().to_dict()
            return found

        def kill() -> None:
            os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)

        timed(work)
        print(f"Dask, {workers} workers: {timed(work):.1f} s")
        if workers > 1:
            print(f"Dask, one of {workers} killed at work, complete: {timed(work, kill):.1f} s")


def generated(start: int, size: int) -> Any:
    """Return some of the lines."""
    number = np.arange(start, start + size)
    days = np.datetime64("1950-01-01") + (number % SPAN).astype("timedelta64[D]")
    return pd.DataFrame(
        {"country": np.array(CODES)[number % len(CODES)], "date": days.astype("datetime64[s]")}
    )


if __name__ == "__main__":
    number_of_lines = int(sys.argv[1]) if len(sys.argv) > 1 else LINES
    WANTED = expected(number_of_lines)
    for number_of_workers in (1, 2):
        spark(number_of_workers, number_of_lines)
        on_dask(number_of_workers, number_of_lines)
