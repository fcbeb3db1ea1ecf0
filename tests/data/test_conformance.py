"""A thousand questions have the same answers in Python, tables, command line and all databases."""

from __future__ import annotations

import io
import json
import sqlite3
import warnings
from collections import defaultdict
from contextlib import closing, redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow.dataset as ds
import pytest

import migrationgov as mg
from migrationgov import exports, frames
from migrationgov.commands.program import main
from thousand_questions import ANSWERS, ASKED, NUMBER, Question, in_python

pytestmark = [
    pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning"),
    # states are asked about on days on which they did not exist, too
    pytest.mark.filterwarnings("ignore::migrationgov.errors.UnmatchedWarning"),
]

#: Of a question, in the SQL of SQLite and DuckDB; no row is a certain "no".
ON_DAY = """
SELECT grade FROM stretches
WHERE institution = ? AND party = ? AND role = ? AND coalesce(clock, 'effect') = 'effect'
  AND (first_day IS NULL OR first_day <= ?) AND (last_day IS NULL OR last_day >= ?)
"""
IN_YEAR = (
    "SELECT grade FROM panel_year WHERE institution = ? AND party = ? AND role = ? AND year = ?"
)


@pytest.fixture(scope="module")
def expected() -> list[str]:
    """The answers of Python."""
    return [in_python(each) for each in ASKED]


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the bundled facts."""
    return exports.write_release(tmp_path_factory.mktemp("facts") / "release")


def test_the_questions_meet_every_institution_and_every_answer(expected: list[str]) -> None:
    """And every grade, for days and for years."""
    facts = mg.dataset()
    assert {*facts.register_ids, *facts.process_ids} == {each.institution for each in ASKED}
    for is_year in (False, True):
        mine = (g for q, g in zip(ASKED, expected, strict=True) if q.is_year is is_year)
        assert {*ANSWERS, ""} == set(mine)
    assert len(set(ASKED)) > 0.9 * NUMBER


def in_sql(run: Any) -> list[str]:
    """The answers of a database with the tables and views of a release."""
    found = []
    for each in ASKED:
        key = each.institution, each.state, each.role
        if each.is_year:
            rows = run(IN_YEAR, (*key, int(each.on))).fetchall()
        else:
            rows = run(ON_DAY, (*key, each.on, each.on)).fetchall()
        assert len(rows) < 2
        found.append(rows[0][0] if rows else "")
    return found


def differing(expected: list[str], found: list[str]) -> list[tuple[Question, str, str]]:
    """Return the questions with different answers."""
    answers = zip(ASKED, expected, found, strict=True)
    return [each for each in answers if each[1] != each[2]]


def test_sqlite(release: Path, expected: list[str]) -> None:
    """By the table of stretches and the view of years."""
    with closing(sqlite3.connect(release / "migrationgov.sqlite")) as base:
        assert [] == differing(expected, in_sql(base.execute))


def test_duckdb(release: Path, expected: list[str]) -> None:
    """By its script over the Parquet files, once each is read into memory."""
    with closing(duckdb.connect()) as base:
        base.execute(f"SET file_search_path = '{release}'")
        base.execute((release / "duckdb.sql").read_text("utf-8"))
        base.execute("CREATE TEMP TABLE kept_panel_year AS SELECT * FROM panel_year")
        base.execute("CREATE TEMP TABLE kept_stretches AS SELECT * FROM stretches")

        def run(query: str, values: Any) -> Any:
            for view in ("panel_year", "stretches"):
                query = query.replace(f"FROM {view}", f"FROM kept_{view}")
            return base.execute(query, values)

        assert [] == differing(expected, in_sql(run))


def test_parquet(release: Path, expected: list[str]) -> None:
    """The rows of the file alone, looked up without SQL."""
    rows = ds.dataset(release / "parquet" / "stretches.parquet").to_table().to_pylist()
    spans: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for row in rows:
        if row["clock"] != "deposit":
            spans[row["institution"], row["party"], row["role"]].append(row)
    assert [] == differing(expected, [looked_up(each, spans[each[:3]]) for each in ASKED])


def looked_up(asked: Question, rows: list[Any]) -> str:
    """The grade by the rows of one party: of a year the lowest of its days."""
    first = date.fromisoformat(f"{asked.on}-01-01" if asked.is_year else asked.on)
    last = date(first.year, 12, 31) if asked.is_year else first
    met = [
        (row["grade"], min(row["last_day"] or last, last) - max(row["first_day"] or first, first))
        for row in rows
        if (row["first_day"] or first) <= last and (row["last_day"] or last) >= first
    ]
    whole = (last - first).days + 1
    for grades in (("certain",), ("certain", "listed")):
        if sum(length.days + 1 for grade, length in met if grade in grades) == whole:
            return grades[-1]
    return "possible" if any(grade != "unknown" for grade, _ in met) else "unknown" if met else ""


def test_annotate(expected: list[str]) -> None:
    """The columns of a table: whether the state belongs, and the grade of its role."""
    asked = pd.DataFrame([each._asdict() | {"place": n} for n, each in enumerate(ASKED)])
    found = [""] * NUMBER
    for (institution, role), lines in asked.groupby(["institution", "role"]):
        columns = {
            "answer": f"{institution}_{role}",
            "best": str(institution),
            "grade": f"{institution}_grade",
        }
        made = frames.annotate(lines, state="state", on="on", columns=columns, outside="assume")
        for row in made.to_dict("records"):
            found[row["place"]] = of_row(row, str(role))
    assert [] == differing([of_table(each) for each in expected], found)


def of_table(grade: str) -> str:
    """The grade as far as a table has it: that of the best reading, or that there is doubt."""
    return "possible" if grade == "unknown" else grade


def of_row(row: dict[Any, Any], role: str) -> str:
    """The grade by the cells of a row, which has that of the best reading, and whether it is."""
    if row["answer"] == "no":
        return ""
    return str(row["grade"]) if row["best"] == role else "possible"


def test_command_line(expected: list[str]) -> None:
    """`members` lists a state with its grade, or does not list it."""
    named = {"certain", "listed", "possible"}
    found = [listed(each.on, each.institution).get(each.state, "") for each in ASKED]
    assert [] == differing([each if each in named else "" for each in expected], found)


def listed(on: str, institution: str) -> dict[str, str]:
    """Return the members that the command lists, with their grades."""
    text = io.StringIO()
    with redirect_stdout(text), redirect_stderr(io.StringIO()), warnings.catch_warnings():
        assert 0 == main(["members", on, institution, "--json"])
    return {row["id"]: row["grade"] for row in json.loads(text.getvalue())}
