"""
Run the examples of README and docs, and write what they print today.

An example whose output changed because a fact changed is rewritten in place, and so is the output
of a command in a block "console". An example that raises an error which its page does not show is
not rewritten: it has to be corrected by hand.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import sys
import traceback
import warnings
from pathlib import Path
from typing import Any
from unittest import mock

from migrationgov import commands, progress

ROOT = Path(__file__).parent.parent
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE  # as the tests compare, see conftest.py
_BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE)
_CONSOLE = re.compile(r"^```console\n(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"migrationgov (?P<words>.*?)(?: \| head -(?P<lines>\d+))?")
_PROMPT = "$ "
_COLUMNS = "88"  # of the terminal in which a page shows commands: what its text block has room for


class ExampleError(Exception):
    """An example raises an error that its page does not show."""


def pages() -> list[Path]:
    """Return the pages whose examples the tests run."""
    docs = ROOT / "docs"
    made = (docs / "data", docs / "_build")
    written = (page for page in docs.rglob("*.md") if not set(made) & set(page.parents))
    return [ROOT / "README.md", *sorted(written)]


def rewritten(text: str, page: str) -> str:
    """
    Return the text of a page with the output of each example as it is today.

    Raises:
        ExampleError: If an example raises an error that the page does not show.
    """
    names: dict[str, Any] = {"__name__": "__main__"}
    made = _BLOCK.sub(lambda block: f"```python\n{_block(block['code'], names, page)}```", text)
    if "matplotlib.pyplot" in sys.modules:  # figures stay open until they are closed
        sys.modules["matplotlib.pyplot"].close("all")
    return with_commands(made)


def with_commands(text: str) -> str:
    """Return the text of a page with what each command in it writes today."""
    return _CONSOLE.sub(lambda block: f"```console\n{_session(block['code'])}```", text)


def _session(code: str) -> str:
    """Return a block of commands, each with its output; other commands stay as they are."""
    made: list[str] = []
    for part in re.split(rf"^(?={re.escape(_PROMPT)})", code, flags=re.MULTILINE):
        line = part.partition("\n")[0]
        command = _COMMAND.fullmatch(line.removeprefix(_PROMPT))
        made.append(f"{line}\n{_written(command)}\n" if command else part)
    return "".join(made)


def _written(command: re.Match[str]) -> str:
    """Return what a command writes: a table for a terminal, or the first lines for a pipe."""
    terminal = _Terminal()
    terminal.is_there = command["lines"] is None
    with (
        mock.patch.dict(os.environ, {"COLUMNS": _COLUMNS, "NO_COLOR": "1"}),
        mock.patch.object(progress, "_is_wanted", return_value=False),  # busy machines show a bar
        contextlib.redirect_stdout(terminal),
        contextlib.redirect_stderr(terminal),
    ):
        commands.main(shlex.split(command["words"]))
    lines = terminal.getvalue().rstrip("\n").split("\n")
    return "\n".join(lines[: int(command["lines"] or len(lines))])


class _Terminal(io.StringIO):
    """A terminal of which a page shows the text."""

    encoding = "utf-8"
    is_there = True

    def isatty(self) -> bool:
        return self.is_there


def _block(code: str, names: dict[str, Any], page: str) -> str:
    """Return the code of a block with the outputs of today; run it, for the blocks below it."""
    examples = doctest.DocTestParser().get_examples(code)
    if not examples:
        exec(code, names)  # noqa: S102 -- our own page
        return code
    lines = code.splitlines(keepends=True)
    run = [each for each in examples if not each.options.get(doctest.SKIP)]
    changes = [(example, _output(example, names, page)) for example in run]
    for example, got in reversed(changes):
        if not _agrees(example, got):
            first = example.lineno + example.source.count("\n")
            last = first + example.want.count("\n")
            lines[first:last] = [" " * example.indent + line for line in _shown(got)]
    return "".join(lines)


def _output(example: doctest.Example, names: dict[str, Any], page: str) -> str:
    """Return what an example prints; of one that shows an error, what it shows."""
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(example.source, page, "single"), names)  # noqa: S102 -- our own page
    except Exception as error:
        if example.exc_msg is None:
            said = "".join(traceback.format_exception_only(error)).rstrip()
            raise ExampleError(f"{page}: >>> {example.source.rstrip()}\n  {said}") from error
        return _raised(example, error)
    return printed.getvalue()


def _raised(example: doctest.Example, error: Exception) -> str:
    """Return how a page shows an error, with the message of today."""
    said = "".join(traceback.format_exception_only(error))
    if doctest.OutputChecker().check_output(example.exc_msg or "", said, FLAGS):
        return example.want
    return f"Traceback (most recent call last):\n    ...\n{said}"


def _agrees(example: doctest.Example, got: str) -> bool:
    flags = FLAGS
    for flag, is_on in example.options.items():
        flags = flags | flag if is_on else flags & ~flag
    return got == example.want or doctest.OutputChecker().check_output(example.want, got, flags)


def _shown(got: str) -> list[str]:
    """Return an output as the lines of a page, where an empty line would end it."""
    lines = got.splitlines()
    return [f"{line or '<BLANKLINE>'}\n" for line in lines]


def main() -> int:
    """Write all pages, or none; return how many could not be written."""
    os.chdir(ROOT)
    os.environ.setdefault("MPLBACKEND", "Agg")
    texts, problems = dict[Path, str](), list[str]()
    for page in pages():
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # as the tests do: a page shows no warning
            try:
                texts[page] = rewritten(page.read_text("utf-8"), str(page.relative_to(ROOT)))
            except ExampleError as error:
                problems.append(str(error))
    print(*problems, sep="\n", end="\n" if problems else "")
    for page, text in texts.items() if not problems else ():
        if text != page.read_text("utf-8"):
            page.write_text(text, encoding="utf-8")
    return len(problems)


if __name__ == "__main__":
    sys.exit(min(main(), 1))
