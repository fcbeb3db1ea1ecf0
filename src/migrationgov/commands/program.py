"""The run of a command: from arguments to text and an exit code."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import warnings
from collections.abc import Sequence

import migrationgov as mg
from migrationgov.commands.arguments import command_line
from migrationgov.commands.hints import in_a_shell
from migrationgov.commands.output import as_csv, as_json, as_markdown, as_table, as_tsv
from migrationgov.commands.parser import parsed
from migrationgov.commands.tables import Table

_FOR_PEOPLE = ("table", "markdown")


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run a command; return 0, or 1 if there is an error or a problem.

    Args:
        arguments: The words after ``migrationgov``; those of this process by default.

    >>> main(["list", "organizations", "--kind", "sovereign-entity", "--csv", "--no-headings"])
    order-of-malta,SMOM,Sovereign Military Order of Malta,sovereign-entity,
    0
    """
    _write_any_letter()
    given = parsed(command_line(), _as_utf8(sys.argv[1:] if arguments is None else arguments))
    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            given.facts = mg.load(given.data, onto=mg.dataset()) if given.data else mg.dataset()
            answer = given.run(given)
        for each in dict.fromkeys(in_a_shell(Warning(each.message), given) for each in warned):
            _remark(each)
        _print(_text(answer, given) if isinstance(answer, Table) else answer)
    except (mg.MigrationGovError, OSError) as error:
        _remark(in_a_shell(error, given))
        return 1
    return int(isinstance(answer, Table) and answer.is_failure)


def _write_any_letter() -> None:
    """Write files and pipes in UTF-8; in a terminal, a letter that it lacks as its escape."""
    is_chosen = "PYTHONIOENCODING" in os.environ
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = None if is_chosen or stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="backslashreplace")


def _as_utf8(words: Sequence[str]) -> list[str]:
    """Return arguments in UTF-8, also where a plain C locale made escapes of their bytes."""
    return [word if word.isascii() else _unescaped(word) for word in words]


def _unescaped(word: str) -> str:
    try:
        return word.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a half of a sign, which no bytes of an argument give
        return word


def _remark(text: str) -> None:
    print(f"migrationgov: {text}", file=sys.stderr)


def _text(table: Table, given: argparse.Namespace) -> str:
    """Return a table as text; for programs its title goes to the other stream."""
    is_terminal = sys.stdout.isatty()
    form = given.form or ("table" if is_terminal else "tsv")
    if form not in _FOR_PEOPLE and table.title:
        _remark(table.title)
    if form == "table":
        width = shutil.get_terminal_size().columns if is_terminal else 0
        return as_table(table, width, is_coloured=is_terminal and _has_colours())
    if form == "markdown":
        return as_markdown(table)
    if form == "json":
        return as_json(table, is_ascii=not _is_unicode())
    write = as_csv if form == "csv" else as_tsv
    return write(table, has_headings=not given.no_headings)


def _has_colours() -> bool:
    """Return whether the user and the terminal want colours: https://no-color.org."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _is_unicode() -> bool:
    """Return whether JSON can be written without escapes: a backslash alone would break it."""
    return (sys.stdout.encoding or "").lower().startswith("utf")


def _print(text: str) -> None:
    try:
        print(text, flush=True)
    except BrokenPipeError:  # `... | head` stopped reading; the exit of Python writes nothing more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
