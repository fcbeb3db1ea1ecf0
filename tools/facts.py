"""
Bring everything up to date after facts were added or corrected: ``make facts``.

    make facts
    make facts COVERED="iom=2026-11-24"
    make facts COVERED="iom=2026-11-24 almaty-process=2026-05" CHECKED="igc=2026-11"

All is done in a copy and checked there. If nothing is wrong, the files that changed are put in
their places; otherwise no file is changed.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import changelog_lines
from data_files import FactsError, in_order, problems_of, read_parts, texts_of, with_dates
from migrationgov.datasets.files import read
from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import InvalidDateError

ROOT = Path(__file__).parent.parent
DATA = Path("src/migrationgov/data")
#: What follows from the facts, and the tool that writes it.
STEPS = {
    "numbers in README, changelog and docs": "counts.py",
    "examples in README and docs": "doc_examples.py",
    "notebooks": "write_notebooks.py",
    "figure of the README": "draw_growth.py",
    "snapshots of the facts": "write_snapshots.py",
}
_MOVE = re.compile(r'^(\S+)\.json .*set covered_until to "([^"]+)"')
_HELP = """\
dates to move (a name is that of a file: iom, almaty-process, histories/iom):
  --covered iom=2026-11-24   the evidence in the file reaches this day (covered_until)
  --checked iom=2026-11-24   a person looked for news on this day (checked_on)
  --as-of 2026-11-24         the collection of evidence was closed on this day
checked_on and as_of move along where they would lie before covered_until.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do all steps; return 1 and change nothing if something is wrong."""
    given = _parser().parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, "copy")
            _copy(copy)
            for file, text in _data(given).items():
                (copy / DATA / file).write_text(text, encoding="utf-8")
            for what, tool in STEPS.items():
                _run(copy, tool, what)
            changed = _put_in_place(copy)
    except (FactsError, InvalidDateError) as error:
        print(error, "Nothing was changed.", sep="\n")
        return 1
    _report(changed)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make facts",
        description=__doc__,
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--as-of", default="", metavar="DATE")
    parser.add_argument("--covered", default="", metavar="NAME=DATE ...")
    parser.add_argument("--checked", default="", metavar="NAME=DATE ...")
    return parser


def _dates(text: str) -> dict[str, PartialDate]:
    """Return the dates of "iom=2026-11-24 igc=2026", by name."""
    pairs = [each.partition("=") for each in text.replace(",", " ").split()]
    wrong = [name for name, equals, date in pairs if not (name and equals and date)]
    if wrong:
        raise FactsError(f"{' '.join(wrong)!r} has no date; write name=date, as iom=2026-11-24")
    return {name: PartialDate(date) for name, _, date in pairs}


def _data(given: argparse.Namespace) -> dict[str, str]:
    """
    Return the text of each data file, sorted, formatted and with its dates moved.

    Raises:
        FactsError: With everything that is wrong.
    """
    parts = {part: in_order(content) for part, content in read_parts(ROOT / DATA).items()}
    as_of = PartialDate(given.as_of) if given.as_of else None
    texts = texts_of(with_dates(parts, as_of, _dates(given.covered), _dates(given.checked)))
    problems = problems_of(ROOT / DATA, texts)
    if problems:
        raise FactsError("\n".join((*problems, *_hint(problems))))
    return texts


def _hint(problems: list[str]) -> list[str]:
    """Return the command that moves the dates for which a problem asks."""
    asked = dict[str, str]()
    for file, date in (found.groups() for each in problems if (found := _MOVE.search(each))):
        asked[file] = max(date, asked.get(file, ""))
    dates = " ".join(f"{file}={date}" for file, date in asked.items())
    return [f'This moves the dates: make facts COVERED="{dates}"'] if dates else []


def _copy(copy: Path) -> None:
    """Copy the files that git knows or would add."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    if listed.returncode:
        raise FactsError(f"git cannot list the files of {ROOT}; run this in a git checkout")
    for name in listed.stdout.split("\0"):
        if name and (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)


def _run(copy: Path, tool: str, what: str) -> None:
    """Run a tool in the copy, on the facts of the copy."""
    if not (copy / "tools" / tool).exists():
        return
    print(f"{what} ...", flush=True)
    done = subprocess.run(
        [sys.executable, f"tools/{tool}"],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": str(copy / "src"), "MPLBACKEND": "Agg"},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        said = (done.stdout + done.stderr).splitlines()
        lines = (each for each in said if not each.startswith("[IPKernelApp]"))  # of the kernel
        raise FactsError("\n".join((f"{what} (tools/{tool}):", *lines)))


def _put_in_place(copy: Path) -> list[str]:
    """Put the files that changed in the copy in their places; return their names."""
    changed = []
    for file in sorted(each for each in copy.rglob("*") if each.is_file()):
        name = file.relative_to(copy)
        if "__pycache__" in name.parts or _same(file, ROOT / name):
            continue
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, ROOT / name)
        changed.append(name.as_posix())
    return changed


def _same(file: Path, other: Path) -> bool:
    return other.exists() and file.read_bytes() == other.read_bytes()


def _report(changed: list[str]) -> None:
    print(
        *(f"changed {name}" for name in changed) if changed else ("nothing to change",), sep="\n"
    )
    new = changelog_lines.lines(changelog_lines.committed(ROOT), read(ROOT / DATA))
    if new:
        print("\nFor the changelog, under Data:\n", *new, sep="\n")


if __name__ == "__main__":
    sys.exit(main())
