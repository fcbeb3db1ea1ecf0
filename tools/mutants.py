"""
Mutation testing: whether a test fails where the code is changed in one place.

    python tools/mutants.py [PACKAGE ...] --sample 400 --minutes 60

It changes a comparison, a constant, an operator or a condition in dates, timelines, queries and
validation, one at a time in each of several copies, and runs the tests of that package. The
sample is spread evenly over all changes. Results are kept in `.mutants.json`: another run goes on
where this one stopped. A survivor is a change that no test notices.
"""

from __future__ import annotations

import argparse
import ast
import copy
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parent.parent
KEPT = ROOT / ".mutants.json"
#: The tests that show what each package does: quick ones, which notice most changes, and those
#: that run where the quick ones pass. A run stops at the first failure.
TESTS = {
    "dates": (
        "src/migrationgov/dates tests/test_model_dates.py",
        (
            "tests/test_model_edtf_oracle.py tests/frames/test_dates_everywhere.py"
            " tests/property/test_date_laws.py"
        ),
    ),
    "timelines": (
        "tests/test_hard_cases.py tests/test_grades.py",
        (
            "tests/test_queries_memberships.py tests/test_queries_processes.py"
            " tests/test_queries_treaties.py tests/test_queries_evidence.py"
            " tests/test_status_words.py tests/property"
        ),
    ),
    "queries": (
        "src/migrationgov/queries tests/test_hard_cases.py",
        (
            "tests/test_queries_*.py tests/test_status_words.py tests/test_evidence_quality.py"
            " tests/data tests/property"
        ),
    ),
    "validation": (
        "tests/test_checks.py",
        "tests/test_checks_treaties.py tests/test_evidence_quality.py",
    ),
}
_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}  # fmt: skip
_LONGEST = 300  # seconds for the tests of one change: an endless loop is noticed, too


def changes(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Yield each place that can be changed, with the field to change."""
    annotations = {id(sub) for each in ast.walk(tree) for sub in _annotations(each)}
    for each in ast.walk(tree):
        if id(each) in annotations:
            continue
        if isinstance(each, ast.Compare) and type(each.ops[0]) in _SWAPS:
            yield each, "ops"
        elif isinstance(each, ast.BoolOp | ast.BinOp) and type(each.op) in _SWAPS:
            yield each, "op"
        elif isinstance(each, ast.If | ast.IfExp | ast.While) and _is_code(each.test):
            yield each, "test"
        elif isinstance(each, ast.Constant) and type(each.value) in (int, bool):
            yield each, "value"


def _annotations(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what only checkers of types read."""
    if isinstance(node, ast.If) and not _is_code(node.test):
        for each in node.body:
            yield from ast.walk(each)
    if isinstance(node, ast.Assign) and not _is_code(node.targets[0]):
        yield node.value
    for name in ("annotation", "returns"):
        if isinstance(found := getattr(node, name, None), ast.AST):
            yield from ast.walk(found)


def _is_code(test: ast.expr) -> bool:
    return not (isinstance(test, ast.Name) and test.id == "TYPE_CHECKING")


def changed(tree: ast.Module, number: int) -> tuple[str, int]:
    """Return the text of a module with one change, and its line."""
    made = copy.deepcopy(tree)
    node, field = list(changes(made))[number]
    value = getattr(node, field)
    if field == "ops":
        value[0] = _SWAPS[type(value[0])]()
    elif field == "op":
        setattr(node, field, _SWAPS[type(value)]())
    elif field == "test":
        setattr(node, field, ast.UnaryOp(ast.Not(), value))
    else:
        setattr(node, field, (not value) if isinstance(value, bool) else value + 1)
    return ast.unparse(ast.fix_missing_locations(made)), getattr(node, "lineno", 0)


def all_changes(packages: list[str], root: Path = ROOT) -> list[tuple[str, int]]:
    """Return all changes of some packages: the file, and the number in the file."""
    files = [
        file
        for each in packages
        for file in sorted((root / "src/migrationgov" / each).rglob("*.py"))
    ]
    return [
        (str(file.relative_to(root)), number)
        for file in files
        for number in range(len(list(changes(ast.parse(file.read_text("utf-8"))))))
    ]


def is_noticed(copied: Path, file: str, text: str) -> bool:
    """Return whether a test fails with a changed file."""
    goal = copied / file
    before = goal.read_bytes()
    goal.write_text(text, "utf-8")
    try:
        return any(fails(copied, asked) for asked in TESTS[Path(file).parts[2]])
    finally:
        goal.write_bytes(before)


def fails(copied: Path, asked: str) -> bool:
    """Return whether a test of some files fails in a copy."""
    tests = [str(found) for each in asked.split() for found in sorted(copied.glob(each))]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = os.environ | {
        "PYTHONPATH": str(copied / "src"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "CI": "1",
    }
    try:
        done = subprocess.run(
            command,
            cwd=copied,
            env=environment,
            capture_output=True,
            check=False,
            timeout=_LONGEST,
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def try_all(packages: list[str], sample: int, minutes: float, workers: int) -> dict[str, bool]:
    """Try an even sample of the changes that are not tried yet; return what was noticed."""
    known: dict[str, bool] = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    until = time.monotonic() + minutes * 60
    asked = iter(evenly(all_changes(packages), sample))
    lock = threading.Lock()

    def work(copied: Path) -> None:
        while time.monotonic() < until:
            with lock:
                change = next(asked, None)
            if change is None:
                return
            file, number = change
            text, line = changed(ast.parse((ROOT / file).read_text("utf-8")), number)
            key = f"{file}:{line} #{number}"
            if key not in known:
                noticed = is_noticed(copied, file, text)
                with lock:
                    keep(known, key, noticed=noticed)

    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(workers) as pool:
        copies = [copy_of_all(Path(name, str(number))) for number in range(workers)]
        for failing in filter(partial(fails_unchanged, copies[0]), packages):
            sys.exit(f"the tests of {failing} fail, or take too long, without a change")
        list(pool.map(work, copies))
    return known


def fails_unchanged(copied: Path, package: str) -> bool:
    """Return whether a test fails without a change: then every change would count as noticed."""
    file = f"src/migrationgov/{package}/__init__.py"
    return is_noticed(copied, file, (copied / file).read_text("utf-8"))


def evenly(every: list[tuple[str, int]], sample: int) -> list[tuple[str, int]]:
    """Return changes spread evenly over all, in an order that is even wherever it is cut short."""
    asked = [every[place * len(every) // sample] for place in range(min(sample, len(every)))]
    return [asked[at] for step in range(16) for at in range(step, len(asked), 16)]


def copy_of_all(goal: Path) -> Path:
    """Copy the project, so that a change is made beside the files at work."""
    left = shutil.ignore_patterns(".git", ".venv", ".ci-venv", "_build", ".*_cache")
    return Path(shutil.copytree(ROOT, goal, ignore=left))


def keep(known: dict[str, bool], key: str, *, noticed: bool) -> None:
    """Keep a result, in the file, too."""
    known[key] = noticed
    print("noticed " if noticed else "SURVIVED", key, flush=True)
    KEPT.write_text(json.dumps(known, indent=1) + "\n", "utf-8")


def main() -> None:
    """Run what the command line asks for, and print the score."""
    given = argparse.ArgumentParser(description="whether the tests notice changed code")
    given.add_argument("packages", nargs="*", default=list(TESTS), metavar="PACKAGE")
    given.add_argument("--sample", type=int, default=400)
    given.add_argument("--minutes", type=float, default=60)
    given.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = given.parse_args()
    found = try_all(asked.packages, asked.sample, asked.minutes, asked.workers)
    for each in asked.packages:
        of_package = [noticed for key, noticed in found.items() if f"/{each}/" in key]
        if of_package:
            share = sum(of_package) / len(of_package)
            print(f"{each:12}{sum(of_package):5} of {len(of_package)} noticed: {share:.0%}")


if __name__ == "__main__":
    main()
