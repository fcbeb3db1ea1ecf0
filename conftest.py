"""Collect the examples in README, docs and docstrings, so that all of them run with the tests."""

from __future__ import annotations

from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

from sybil import Sybil
from sybil.parsers.myst import DocTestDirectiveParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

_FLAGS = ELLIPSIS | NORMALIZE_WHITESPACE

pytest_collect_file = (
    Sybil(
        parsers=[
            PythonCodeBlockParser(doctest_optionflags=_FLAGS),
            DocTestDirectiveParser(optionflags=_FLAGS),
        ],
        patterns=["*.md"],
        excludes=["CHANGELOG.md", "docs/changelog.md", "docs/data/*", ".venv/*"],
    )
    + Sybil(
        parsers=[DocTestParser(optionflags=_FLAGS)],
        patterns=["src/migrationgov/*.py", "src/migrationgov/*/*.py"],  # `**` is one folder here
    )
).pytest()
