"""
How long `annotate` takes, by engine and size, as ratios in one run.

A table of 200 states and days over 75 years, in random order, is written as Parquet. Every engine
adds `iom_status` to it. For comparison, code written by hand does so on these rows: a numpy search
over encoded keys, DuckDB's ASOF JOIN, `merge_asof` of pandas and `join_asof` of Polars, each with
the changes of status computed before. Every row of every engine is compared before the times are
measured.

    python benchmarks/tables.py 10000 1000000 10000000
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import dask.dataframe as dd
import duckdb
import ibis
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
from attrs import evolve

import migrationgov as mg
from migrationgov import frames
from migrationgov.timelines.gather import timelines_of

SIZES = (10_000, 1_000_000)
ROUNDS = 5
STATES = [str(state.id) for state in mg.dataset().states if len(state.id) == len("KAZ")][:200]
FIRST, LAST = date(1951, 12, 5), date(2025, 12, 10)  # the days that the register covers
EPOCH = date(1970, 1, 1).toordinal()
SPAN = 100_000
LABELS = ["member", "observer", "applicant", "none", "unknown"]
Work = Callable[[], Any]


def changes() -> Sequence[tuple[str, int, str]]:
    """Return each state, each day since 1970 on which its status changes, and the new status."""
    lines = timelines_of(mg.dataset(), "iom")
    found = []
    for state in STATES:
        line, last = lines.line(state), ""
        for day in (FIRST.toordinal(), *line.days):
            possible = line.on(day).possible
            label = next(iter(possible)) if len(possible) == 1 else "unknown"
            if label != last and day >= FIRST.toordinal():
                found.append((state, day - EPOCH, label))
                last = label
    return found


def write_rows(path: Path, size: int) -> pa.Table:
    """Write a table of rows in random order, and return it."""
    numbers = np.random.default_rng(1951)
    states = pa.array(numbers.integers(0, len(STATES), size, np.int32))
    days = numbers.integers(
        FIRST.toordinal() - EPOCH, LAST.toordinal() - EPOCH + 1, size, np.int32
    )
    country = pa.DictionaryArray.from_arrays(states, pa.array(STATES)).cast(pa.string())
    table = pa.table({"country": country, "date": pa.array(days).cast(pa.date32())})
    pq.write_table(table, path)
    return table


def works(path: Path, table: pa.Table) -> dict[str, tuple[Work, Work]]:
    """Return the work that is measured, and what gives the labels of all rows for comparison."""
    asked = ["iom_status"]
    of_pandas = table.to_pandas(date_as_object=False)
    of_polars: Any = pl.from_arrow(table)
    of_dask: Any = dd
    partitioned = of_dask.from_pandas(of_pandas, npartitions=4, sort=False)
    relation = duckdb.connect().read_parquet(str(path))
    expression = ibis.duckdb.connect().read_parquet(path)
    scan = pl.scan_parquet(path)

    def streamed() -> Any:
        return frames.annotate(scan, columns=asked).collect(engine="streaming")

    def stored(made: Any) -> Any:
        return made.query("made", "create or replace temp table stored as from made")

    def of_ibis() -> Any:
        return frames.annotate(expression, columns=asked).to_pyarrow()

    return {
        "pandas": _twice(lambda: frames.annotate(of_pandas, columns=asked), _of_pandas),
        "Polars": _twice(lambda: frames.annotate(of_polars, columns=asked), _of_polars),
        "Polars, streaming from Parquet": _twice(streamed, _of_polars),
        "PyArrow": _twice(
            lambda: frames.annotate(table, columns=asked),
            lambda made: made["iom_status"].to_pylist(),
        ),
        "DuckDB": (
            lambda: stored(frames.annotate(relation, columns=asked)),
            lambda: _sorted_labels(frames.annotate(relation, columns=asked).to_arrow_table()),
        ),
        "Ibis": (of_ibis, lambda: _sorted_labels(of_ibis())),
        "Dask": (
            lambda: frames.annotate(partitioned, columns=asked).map_partitions(len).compute(),
            lambda: _of_pandas(frames.annotate(partitioned, columns=asked).compute()),
        ),
    }  # fmt: skip


def _twice(work: Work, labels: Callable[[Any], Any]) -> tuple[Work, Work]:
    return work, lambda: labels(work())


def _of_pandas(made: Any) -> Any:
    return made["iom_status"].astype(str).to_list()


def _of_polars(made: Any) -> Any:
    return made["iom_status"].to_list()


def _sorted_labels(made: pa.Table) -> Any:
    """Return the labels in the order of state and day, to compare engines without an order."""
    return made.sort_by([("country", "ascending"), ("date", "ascending")])[
        "iom_status"
    ].to_pylist()


def rivals(path: Path, table: pa.Table) -> dict[str, Work]:
    """Return the code written by hand, with the changes of status computed before."""
    steps = changes()
    place = {state: number for number, state in enumerate(STATES)}
    keys = np.array([place[state] * SPAN + day + SPAN // 2 for state, day, _ in steps])
    order = np.argsort(keys)
    keys, codes = keys[order], np.array([LABELS.index(step[2]) for step in steps], np.int8)[order]
    states = np.array([place[each] for each in table["country"].to_pylist()], np.int64)
    days = table["date"].cast(pa.int32()).to_numpy().astype(np.int64)
    right = pa.table(
        {
            "country": [step[0] for step in steps],
            "date": pa.array([step[1] for step in steps], pa.int32()).cast(pa.date32()),
            "label": [step[2] for step in steps],
        }
    )
    connection = duckdb.connect()
    connection.register("steps", right)
    relation = connection.read_parquet(str(path))
    asof = (
        "create or replace temp table stored as"
        " select dated_rows.*, label from dated_rows asof left join steps using (country, date)"
    )
    of_pandas = table.to_pandas(date_as_object=False)
    steps_of_pandas = right.to_pandas(date_as_object=False).sort_values("date")
    of_polars: Any = pl.from_arrow(table)
    steps_of_polars: Any = pl.from_arrow(right)

    def search() -> Any:
        return codes[np.searchsorted(keys, states * SPAN + days + SPAN // 2, side="right") - 1]

    return {
        "numpy search on encoded keys": search,
        "DuckDB ASOF JOIN": lambda: relation.query("dated_rows", asof),
        "pandas merge_asof": lambda: pd.merge_asof(
            of_pandas.sort_values("date"), steps_of_pandas, on="date", by="country"
        ),
        "Polars join_asof": lambda: of_polars.sort("date").join_asof(
            steps_of_polars.sort("date"), on="date", by="country", check_sortedness=False
        ),
    }


def check(measured: dict[str, tuple[Work, Work]], table: pa.Table, search: Work) -> None:
    """Compare every row of every engine with the search over the answers of `status_on`."""
    expected = np.array(LABELS)[search()]
    order = pa.compute.sort_indices(table, [("country", "ascending"), ("date", "ascending")])
    in_order = expected[order.to_numpy()].tolist()
    for name, (_, labels) in measured.items():
        found = labels()
        right = in_order if name in ("DuckDB", "Ibis") else expected.tolist()
        differing = sum(one != other for one, other in zip(found, right, strict=True))
        if differing:
            raise SystemExit(f"{name}: {differing} rows differ")


def seconds(work: Work) -> float:
    """Return how long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def report(size: int) -> None:
    """Measure everything on a table of one size, in interleaved rounds, and print the medians."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.parquet"
        table = write_rows(path, size)
        measured, by_hand = works(path, table), rivals(path, table)
        check(measured, table, by_hand["numpy search on encoded keys"])
        all_works = {**by_hand, **{name: work for name, (work, _) in measured.items()}}
        times: dict[str, list[float]] = {name: [] for name in all_works}
        for _ in range(ROUNDS):
            for name, work in all_works.items():
                times[name].append(seconds(work))
    base, asof = (times[n] for n in ("numpy search on encoded keys", "DuckDB ASOF JOIN"))
    print(f"\n{size:,} rows, median of {ROUNDS} interleaved rounds; every row compared")
    print(f"{'':34}{'seconds':>9}{'x search':>10}{'x ASOF':>9}")
    for name, found in times.items():
        to_search, to_asof = (_ratio(found, other) for other in (base, asof))
        print(f"{name:34}{statistics.median(found):9.3f}{to_search:10.2f}{to_asof:9.2f}")


def _ratio(times: list[float], others: list[float]) -> float:
    return statistics.median(time / other for time, other in zip(times, others, strict=True))


def names_report(size: int = 1_000_000, spellings: int = 200) -> None:
    """Measure how long names take to resolve, compared with unique-and-map with a dictionary."""
    texts = [name.text for state in mg.dataset().states for name in state.names]
    kept = [text for text in dict.fromkeys(texts) if _is_found(text)][:spellings]
    numbers = np.random.default_rng(7).integers(0, len(kept), size)
    rows = pd.DataFrame({"country": np.array(kept, object)[numbers], "date": 2003})
    rows["country"] = rows["country"].astype("str")

    def by_hand() -> Any:
        codes, texts = rows["country"].factorize()
        return np.array([mg.find_state(text).id for text in texts])[codes]

    def annotated() -> Any:
        return frames.annotate(rows, columns="iom_member")

    ratio = statistics.median(seconds(annotated) / seconds(by_hand) for _ in range(ROUNDS))
    print(
        f"\n{size:,} names of {spellings} spellings resolved, and annotated:"
        f" {ratio:.2f} times the time of resolving the distinct spellings by hand"
    )


def _is_found(text: str) -> bool:
    try:
        mg.find_state(text)
    except mg.MigrationGovError:
        return False
    return True


def institutions_report(size: int = 1_000_000, institutions: int = 25) -> None:
    """Measure a number over many made-up institutions, and a column for each, as ratios to one."""
    bundled = mg.dataset()
    process = mg.find_process("Almaty Process")
    made = [evolve(process, id=mg.vocabularies.ProcessId(f"made-up-{number}"))
            for number in range(institutions)]  # fmt: skip
    facts = mg.Dataset.of(bundled.manifest, states=bundled.states, processes=made)
    with tempfile.TemporaryDirectory() as folder:
        table = write_rows(Path(folder) / "rows.parquet", size)
    one, every = made[0].id, [each.id for each in made]
    print(f"\n{size:,} rows, {institutions} institutions, median ratio to one institution")
    tables: dict[str, Any] = {"PyArrow": table}
    tables |= {"pandas": table.to_pandas(date_as_object=False), "Polars": pl.from_arrow(table)}
    for name, rows in tables.items():
        first = _annotating(rows, "processes", facts)
        times = [
            [_annotating(rows, what, facts) for what in (one, "processes", every)]
            for _ in range(ROUNDS + 1)
        ][1:]  # fmt: skip
        number, columns = (
            statistics.median(each[place] / each[0] for each in times) for place in (1, 2)
        )
        print(f"{name:10} one number {number:5.2f}   {institutions} columns {columns:5.2f}"
              f"   first call {first:5.2f} s")  # fmt: skip


def bundled_report(size: int = 1_000_000) -> None:
    """Measure the number of all bundled institutions of a state, as a ratio to a column of one."""
    with tempfile.TemporaryDirectory() as folder:
        table = write_rows(Path(folder) / "rows.parquet", size)
    facts = mg.dataset()
    number = len(facts.register_ids) + len(facts.process_ids)
    tables: dict[str, Any] = {"PyArrow": table}
    tables |= {"pandas": table.to_pandas(date_as_object=False), "Polars": pl.from_arrow(table)}
    print(f"\n{size:,} rows, all {number} institutions of the data, median ratio to IOM")
    for name, rows in tables.items():
        first = _annotating(rows, "institutions", facts)
        ratio = statistics.median(
            _annotating(rows, "institutions", facts) / _annotating(rows, "iom", facts)
            for _ in range(ROUNDS)
        )
        print(f"{name:10} one number {ratio:5.2f}   first call {first:5.2f} s")


def _annotating(rows: Any, columns: Any, facts: mg.Dataset) -> float:
    """Return how long `annotate` takes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
        return seconds(lambda: frames.annotate(rows, columns=columns, dataset=facts))


if __name__ == "__main__":
    for each in [int(float(size)) for size in sys.argv[1:]] or SIZES:
        report(each)
    names_report()
    institutions_report()
    bundled_report()
