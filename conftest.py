"""
Which facts a test asks, how Hypothesis runs, and where the examples in texts are found.

Tests of behaviour, and the examples in docstrings, ask the facts of 26.1, which never change. What
is about the facts of today asks the bundled ones: `tests/data`, the examples in README and docs,
and the tests of the documentation, which is built from them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.parsers.myst import DocTestDirectiveParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

import migrationgov as mg
from frozen_facts import frozen_dataset
from migrationgov.lookup.bundled import bundled_dataset

os.environ.setdefault("MPLBACKEND", "Agg")  # figures are drawn where there is no screen, too
_FLAGS = ELLIPSIS | NORMALIZE_WHITESPACE
_TESTS = Path(__file__).parent / "tests"
_SOURCE = _TESTS.parent / "src" / "migrationgov"
#: The facts of 26.1 have no treaties, and no votes.
_ABOUT_TODAY = (
    _TESTS / "data",
    _TESTS / "browser",
    _SOURCE / "lookup" / "name_resolution.py",
    _SOURCE / "queries" / "catalogues.py",
    _SOURCE / "queries" / "institutions.py",
    _SOURCE / "queries" / "treaties.py",
    _SOURCE / "queries" / "votes.py",
)

# No result may depend on how fast or how busy a machine is. The parent is the profile that
# Hypothesis chose: random examples here, always the same ones where CI is set.
settings.register_profile(
    "no clock", parent=settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("no clock")


def _facts_for(path: Path) -> mg.Dataset:
    """Return the dataset for the tests in a file or folder: the frozen or the bundled one."""
    about_today = path.suffix == ".md" or any(path.is_relative_to(each) for each in _ABOUT_TODAY)
    return bundled_dataset() if about_today else frozen_dataset()


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Import a test module with its facts in use; cases are made from facts there."""
    with mg.using(_facts_for(collector.path)):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Run a test with its facts in use, its fixtures included."""
    with mg.using(_facts_for(item.path)):
        return (yield)


def _close_figures(_: object) -> None:
    """Forget the figures that the examples of a file have drawn."""
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")


pytest_collect_file = (
    Sybil(
        parsers=[
            PythonCodeBlockParser(doctest_optionflags=_FLAGS),
            DocTestDirectiveParser(optionflags=_FLAGS),
        ],
        patterns=["*.md"],
        excludes=["CHANGELOG.md", "docs/changelog.md", "docs/data/*", ".venv/*"],
        teardown=_close_figures,
    )
    + Sybil(
        parsers=[DocTestParser(optionflags=_FLAGS)],
        patterns=["src/migrationgov/*.py", "src/migrationgov/*/*.py", "src/migrationgov/*/*/*.py"],
        teardown=_close_figures,
    )
).pytest()
