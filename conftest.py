"""Collect the examples in README, docs and docstrings, so that all of them run with the tests."""

from __future__ import annotations

import os
import sys
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

from sybil import Sybil
from sybil.parsers.myst import DocTestDirectiveParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

os.environ.setdefault("MPLBACKEND", "Agg")  # figures are drawn where there is no screen, too
_FLAGS = ELLIPSIS | NORMALIZE_WHITESPACE


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
