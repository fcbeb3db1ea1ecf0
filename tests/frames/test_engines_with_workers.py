"""PySpark, and Dask with processes of its own: right, and complete when a worker is killed.

A group of its own (`make test-engines`), because it needs Java and takes minutes.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import psutil
import pyarrow as pa
import pytest

import migrationgov as mg
from engines import Engine, Rows, by_line
from migrationgov import frames
from oracle import COLUMNS, expected

pytestmark = [pytest.mark.engines, pytest.mark.filterwarnings("ignore")]

STATES = ["KAZ", "Kazakhstan", "AUS", "Türkiye", "GBR", "SRB", "USA", "TJK", "036", "MEX", None]
_LINES = 20_000_000
_PARTITIONS = 40


def _spark(master: str) -> Any:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(master).appName("migrationgov")
    quiet = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "4",
        "spark.sql.session.timeZone": "Asia/Almaty",
        "spark.executor.memory": "1g",
    }
    for key, value in quiet.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    return session


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """Return a session within this process."""
    session = _spark("local[2]")
    yield session
    session.stop()


def _engine(spark: Any) -> Engine:
    kinds = {pa.int64(): "long", pa.int32(): "int", pa.string(): "string", pa.date32(): "date"}

    def make(table: pa.Table) -> Any:
        schema = ", ".join(f"`{field.name}` {kinds[field.type]}" for field in table.schema)
        return spark.createDataFrame([tuple(row.values()) for row in table.to_pylist()], schema)

    def read(frame: Any) -> Rows:
        return [row.asDict() for row in frame.collect()]

    return Engine("pyspark", make, read)


def _days() -> list[date | None]:
    steps = [step.date.latest for step in mg.transitions(institution="IOM")][::17]
    near = [day + timedelta(days=shift) for day in steps if day for shift in (-1, 0, 1)]
    return [*near, date(1940, 1, 1), date(2030, 1, 1), None]


@pytest.mark.parametrize(
    ("kind", "dates"),
    [
        (pa.date32(), _days()),
        (pa.int32(), [1940, 1951, 1973, 1974, 1985, 2002, 2003, 2025, 2030, None]),
        (pa.string(), ["2002", "2002-12-02", "199X", "1994?", "[2001,2015]", "2013/2015", None]),
    ],
    ids=["days", "years", "text"],
)
def test_spark_says_what_the_queries_say(spark: Any, kind: pa.DataType, dates: list[Any]) -> None:
    """Line by line, each line once, and the plan sends no line of ours over the wire."""
    lines = [(state, on) for state in STATES for on in dates]
    table = pa.table(
        {
            "line": range(len(lines)),
            "country": [state for state, _ in lines],
            "date": pa.array([on for _, on in lines], kind),
        }
    )
    engine = _engine(spark)
    made = frames.annotate(engine.make(table), columns=COLUMNS)
    assert "SortMergeJoin" not in made._jdf.queryExecution().executedPlan().toString()
    found = by_line(engine.read(made))
    assert [row["line"] for row in found] == list(range(len(lines)))
    for row, (state, on) in zip(found, lines, strict=True):
        asked = f"{on:04d}" if isinstance(on, int) else on
        for what in COLUMNS:
            assert row[what] == expected(what, state, asked), (what, state, on)


def test_spark_takes_the_civil_day_of_the_session(spark: Any) -> None:
    """In the evening of 1 December in Greenwich it is 2 December in Almaty."""
    table = spark.sql("select 'KAZ' as country, timestamp '2002-12-01 20:30:00 UTC' as date")
    assert frames.annotate(table).collect()[0]["iom_member"] == "yes"


def test_spark_mistakes_pairs_and_numbers(spark: Any) -> None:
    """As on every engine."""
    table = spark.createDataFrame([("Nowhere", 2003), ("KAZ", 2003)], "country string, date int")
    with pytest.raises(mg.errors.UnknownStateError, match="Nowhere"):
        frames.annotate(table)
    with pytest.warns(mg.errors.UnmatchedWarning, match="Nowhere"):
        made = frames.annotate(table, columns="processes", unmatched="null")
    assert {row["country"]: row["processes"] for row in made.collect()}["Nowhere"] is None
    pairs = spark.createDataFrame(
        [("KAZ", "TUR", date(2015, 10, 22))], "state1 string, state2 string, date date"
    )
    row = frames.annotate_dyads(pairs).collect()[0]
    assert (row["iom_joint"], row["shared_processes"]) == ("yes", 3)


# -- workers of their own ------------------------------------------------------------------------

_CODES = [state.id for state in mg.dataset().states][:200]


def _expected_numbers() -> dict[str, int]:
    """Return how many of the generated lines there are of each answer, by another engine."""
    number = pl.int_range(_LINES, eager=True)
    lines = pl.DataFrame({"n": number}).select(
        country=pl.lit(pl.Series(_CODES)).gather(pl.col("n") % len(_CODES)),
        date=pl.lit(date(1950, 1, 1)) + pl.duration(days=pl.col("n") % 27_011),
    )
    made = frames.annotate(lines.lazy(), columns="iom_member").group_by("iom_member").len()
    found = made.collect(engine="streaming").to_dicts()
    return {row["iom_member"]: row["len"] for row in found}


class _Gate:
    """Two named pipes: by one the workers say that they are at work, at the other they wait."""

    def __init__(self, folder: Path) -> None:
        self._said, self._entrance = f"{folder}/said", f"{folder}/entrance"
        os.mkfifo(self._said)
        os.mkfifo(self._entrance)
        self._ends = [os.open(self._said, os.O_RDWR)]

    def of_workers(self) -> Callable[[], None]:
        """Return what a worker calls; a worker cannot import this module."""
        said, entrance = self._said, self._entrance

        def wait() -> None:
            Path(said).write_text(f"{os.getpid():>9}\n", "ascii")
            os.close(os.open(entrance, os.O_RDONLY))  # waits for the other end

        return wait

    def worker(self) -> int:
        """Wait for a worker, and return its process; 0 if the work is over."""
        return int(os.read(self._ends[0], 10))

    def no_more(self) -> None:
        """Let nobody wait for a worker: the work is over."""
        os.write(self._ends[0], b"        0\n" * 2)

    def open(self) -> None:
        """Let all workers go on, those that come later, too."""
        self._ends.append(os.open(self._entrance, os.O_RDWR))


def _killed_meanwhile(work: Callable[[], Any], kill: Callable[[int], None], gate: _Gate) -> Any:
    """Do some work, and kill a worker while two of them wait within it."""
    with ThreadPoolExecutor(1) as thread:
        done = thread.submit(copy_context().run, work)  # with the active dataset
        done.add_done_callback(lambda _: gate.no_more())
        try:
            workers = {gate.worker(), gate.worker()}
            if 0 in workers:
                pytest.fail(f"the work was over before a worker was killed: {done.result()}")
            assert len(workers) == 2
            kill(workers.pop())
        finally:
            gate.open()
        return done.result()


def test_spark_is_complete_when_a_worker_is_killed(
    spark: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two workers in processes of their own on this machine; one dies at work."""
    spark.stop()
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    session, gate = _spark("local-cluster[2,1,1024]"), _Gate(tmp_path)
    wait = gate.of_workers()

    def waiting(batches: Iterator[Any]) -> Iterator[Any]:
        wait()
        yield from batches

    try:
        codes = ", ".join(f"'{code}'" for code in _CODES)
        number = session.range(0, _LINES, 1, _PARTITIONS).mapInArrow(waiting, "id long")
        lines = number.selectExpr(
            f"array({codes})[cast(id % {len(_CODES)} as int)] as country",
            "date_add(date '1950-01-01', cast(id % 27011 as int)) as date",
        )

        def work() -> dict[str, int]:
            made = frames.annotate(lines, columns="iom_member").groupBy("iom_member").count()
            return {row["iom_member"]: row["count"] for row in made.collect()}

        found = _killed_meanwhile(work, _kill_executor, gate)
    finally:
        session.stop()
    assert found == _expected_numbers()


def _kill_executor(python: int) -> None:
    """Kill the executor for which a Python process works."""
    above = psutil.Process(python).parents()
    (its,) = (each for each in above if "CoarseGrainedExecutorBackend" in " ".join(each.cmdline()))
    its.send_signal(signal.SIGKILL)


def test_dask_is_complete_when_a_worker_is_killed(tmp_path: Path) -> None:
    """Two workers in processes of their own on this machine; one dies at work."""
    import dask.dataframe as dd
    import distributed

    its: Any = distributed
    size, gate = _LINES // _PARTITIONS, _Gate(tmp_path)
    make: Any = dd
    with (
        its.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        its.Client(cluster),
    ):
        starts, wait = range(0, _LINES, size), gate.of_workers()
        columns = _generated(0, 1, wait=lambda: None)
        lines = make.from_map(_generated, starts, size=size, wait=wait, meta=columns)

        def work() -> Any:
            return (
                frames.annotate(lines, columns="iom_member")["iom_member"].value_counts().compute()
            )

        counted = _killed_meanwhile(work, lambda pid: os.kill(pid, signal.SIGKILL), gate)
    assert counted.to_dict() == _expected_numbers()


def _generated(start: int, size: int, wait: Callable[[], None]) -> Any:
    import numpy as np
    import pandas as pd

    wait()
    number = np.arange(start, start + size)
    days = np.datetime64("1950-01-01") + (number % 27_011).astype("timedelta64[D]")
    return pd.DataFrame(
        {"country": np.array(_CODES)[number % len(_CODES)], "date": days.astype("datetime64[s]")}
    )
