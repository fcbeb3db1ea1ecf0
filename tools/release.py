"""
A release, made twice from a clean tree; nothing is kept unless both are equal, byte by byte.

    python tools/release.py GOAL

GOAL, a new or an empty folder, gets the wheel and the source archive (`packages/`), the data in
every form (`data/`), the documentation (`site/`), the notes of the version, and the checksum of
each file (`CHECKSUMS.txt`). `mg.load` reads the folder, or a zip file of it, by its `data/`.
Publishing it is left to a person.
"""

from __future__ import annotations

import filecmp
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from migrationgov.exports.release import checksums

ROOT = Path(__file__).parents[1]
#: Not the name of the list in `data/`: in a zip file `mg.load` finds the data by that name.
CHECKSUMS = "CHECKSUMS.txt"


def main(goal: Path) -> None:
    """Make the release, or exit with all reasons why there is none."""
    if problems := list(not_ready(ROOT, goal)):
        sys.exit("No release: " + "; ".join(problems))
    with tempfile.TemporaryDirectory() as place:
        first, second = (make(ROOT, Path(place, name)) for name in ("first", "second"))
        check(first)
        if names := differing(first, second):
            sys.exit("No release: made twice, these files differ: " + ", ".join(names))
        lines = [f"{digest}  {name}\n" for name, digest in checksums(first)]
        (first / CHECKSUMS).write_text("".join(lines), encoding="utf-8")
        if goal.exists():
            goal.rmdir()  # it is empty; what is moved to a folder is put into it
        shutil.move(first, goal)
    print(f"{goal}: {len(lines)} files, made twice and equal")
    if "unreleased" in (goal / "NOTES.md").read_text(encoding="utf-8").partition("\n")[0]:
        print("A rehearsal: CHANGELOG.md calls this version unreleased; give it its day.")


def not_ready(root: Path, goal: Path) -> Iterator[str]:
    """Yield the reasons why no release can be made here."""
    if goal.exists() and (not goal.is_dir() or any(goal.iterdir())):
        yield f"{goal} is there, and not an empty folder"
    changed = output_of(root, "git", "status", "--porcelain").splitlines()
    if changed:
        yield "these files are not committed: " + ", ".join(each[3:] for each in changed)
    if not notes(root):
        yield f"CHANGELOG.md has no section {version(root)}"


def make(root: Path, folder: Path) -> Path:
    """Make all parts of a release from the last commit into a folder, and return it."""
    source = folder.with_name(f"{folder.name}-source")
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=root, capture_output=True, check=True)
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        files.extractall(source, filter="data")
    committed = output_of(root, "git", "log", "-1", "--format=%ct").strip()
    folder.mkdir()
    (folder / "NOTES.md").write_text(notes(source), encoding="utf-8")
    for command in commands(folder.absolute()):
        environment = os.environ | {"SOURCE_DATE_EPOCH": committed, "PYTHONPATH": "src"}
        subprocess.run([sys.executable, *command], cwd=source, env=environment, check=True)
    (folder / "site" / ".buildinfo").unlink()  # of use to the next build alone
    return folder


def commands(folder: Path) -> list[list[str]]:
    """Return what Python is asked to run for the parts of a release."""
    site = ["-m", "sphinx", "-q", "-j", "auto", "-b", "html", "-W", "--keep-going", "-n", "docs"]
    doctrees = ["-d", str(folder.with_name(f"{folder.name}-doctrees"))]
    return [
        ["-m", "build", "--outdir", str(folder / "packages"), "."],
        ["tools/smaller_wheel.py", str(folder / "packages")],
        ["-m", "migrationgov", "export", "release", str(folder / "data")],
        [*site, *doctrees, str(folder / "site")],
    ]


def check(folder: Path) -> None:
    """Ask the tools of the Python packaging whether an index would take the packages."""
    packages = sorted(map(str, (folder / "packages").iterdir()))
    wheels = [each for each in packages if each.endswith(".whl")]
    for command in (
        ["-m", "pip", "check"],
        ["-m", "twine", "check", "--strict", *packages],
        ["-m", "check_wheel_contents", *wheels],
    ):
        subprocess.run([sys.executable, *command], check=True)


def differing(first: Path, second: Path) -> list[str]:
    """Return the files that one of two folders lacks, or that are not equal in both."""
    names = [
        {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}
        for folder in (first, second)
    ]
    _, unequal, unread = filecmp.cmpfiles(first, second, names[0] & names[1], shallow=False)
    return sorted((names[0] ^ names[1]) | {*unequal, *unread})


def notes(root: Path) -> str:
    """Return the section of the changelog on the version of this tree; "" if there is none."""
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(
        rf"^## {re.escape(version(root))}\b.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL
    )
    return found[0].rstrip() + "\n" if found else ""


def version(root: Path) -> str:
    """Return the version of the package."""
    text = (root / "src/migrationgov/__init__.py").read_text(encoding="utf-8")
    return str(re.findall(r'^__version__ = "(.+)"', text, re.MULTILINE)[0])


def output_of(root: Path, *command: str) -> str:
    """Return what a command writes."""
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    return done.stdout


def goal_of(arguments: Sequence[str]) -> Path:
    """Return the folder that the command line names."""
    if len(arguments) != 1:
        sys.exit("give the folder of the release: python tools/release.py GOAL")
    return Path(arguments[0])


if __name__ == "__main__":
    main(goal_of(sys.argv[1:]))
