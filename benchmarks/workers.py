"""
Tables on worker processes: one worker, two workers, and two of which one is killed at work.

PySpark uses a cluster of executors on this machine, Dask a LocalCluster. Needs Java. The workers
make the rows. The benchmark counts the answers and compares them with those of Polars.

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

ROWS = 30_000_000
PARTITIONS = 60
CODES = [str(state.id) for state in mg.dataset().states][:200]
SPAN = 27_011
Numbers = dict[str, int]


def expected(rows: int) -> Numbers:
    """Return the number of rows of each answer, by Polars."""
    made = pl.LazyFrame({"n": pl.int_range(rows, eager=True)}).select(
        country=pl.lit(pl.Series(CODES)).gather(pl.col("n") % len(CODES)),
        date=pl.lit(date(1950, 1, 1)) + pl.duration(days=pl.col("n") % SPAN),
    )
    counted = frames.annotate(made, columns="iom_member").group_by("iom_member").len()
    return dict(counted.collect(engine="streaming").iter_rows())


def timed(work: Callable[[], Numbers], kill: Callable[[], None] | None = None) -> float:
    """Return how long some work takes (with a worker killed, if asked), and compare its result."""
    found: list[Numbers] = []
    start = time.perf_counter()
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    if kill:
        time.sleep(4)
        kill()
    thread.join()
    took = time.perf_counter() - start
    if found[0] != EXPECTED:
        raise SystemExit(f"not complete: {found[0]} instead of {EXPECTED}")
    return took


def spark(workers: int, rows: int) -> None:
    """Print the times of PySpark with a number of workers."""
    quiet: Any = {"spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1"}
    builder = SparkSession.builder.master(f"local-cluster[{workers},1,1024]")
    session = builder.config(map=quiet).getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    codes = ", ".join(f"'{code}'" for code in CODES)
    made = session.range(0, rows, 1, PARTITIONS).selectExpr(
        f"array({codes})[cast(id % {len(CODES)} as int)] as country",
        f"date_add(date '1950-01-01', cast(id % {SPAN} as int)) as date",
    )

    def work() -> Numbers:
        counted = frames.annotate(made, columns="iom_member").groupBy("iom_member").count()
        return {row["iom_member"]: row["count"] for row in counted.collect()}

    def kill() -> None:
        executors = [each for each in psutil.Process().children(recursive=True)
                     if each.status() != psutil.STATUS_ZOMBIE
                     and "CoarseGrainedExecutorBackend" in " ".join(each.cmdline())]  # fmt: skip
        executors[0].send_signal(signal.SIGKILL)

    timed(work)
    print(f"PySpark, {workers} workers: {timed(work):.1f} s")
    if workers > 1:
        print(f"PySpark, one of {workers} killed at work, complete: {timed(work, kill):.1f} s")
    session.stop()


def on_dask(workers: int, rows: int) -> None:
    """Print the times of Dask with a number of workers."""
    size = rows // PARTITIONS
    of_dask: Any = dd
    make_cluster: Any = LocalCluster
    client_of: Any = Client
    with (
        make_cluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
        client_of(cluster) as client,
    ):
        made = of_dask.from_map(generated, range(0, rows, size), size=size, rows=rows)

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


def generated(start: int, size: int, rows: int) -> Any:
    """Return some of the rows, of which there are no more than all."""
    number = np.arange(start, min(start + size, rows))
    days = np.datetime64("1950-01-01") + (number % SPAN).astype("timedelta64[D]")
    return pd.DataFrame(
        {"country": np.array(CODES)[number % len(CODES)], "date": days.astype("datetime64[s]")}
    )


if __name__ == "__main__":
    number_of_rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    EXPECTED = expected(number_of_rows)
    for number_of_workers in (1, 2):
        spark(number_of_workers, number_of_rows)
        on_dask(number_of_workers, number_of_rows)
