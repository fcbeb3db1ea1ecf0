"""
Odd machines: the library asked the same questions from a zip, on a read-only disk, and so on.

    python tools/machines.py PACKAGE [CASE ...]

PACKAGE is a folder that holds the package, or a wheel; the Python that runs this must have its
dependencies. `.ci/matrix` does this for each Python of the machine, `tests/test_machines.py` for a
few cases. A case that this machine cannot show is named with the reason.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

QUESTIONS = """
import migrationgov as mg
found = len(mg.members_on("2002-12-02")), len(mg.processes(status=None)) > 40
assert "TUR" == mg.find_state("T\\u00dcRK\\u0130YE").id and "IND" == mg.find_state("INDIA").id
assert mg.process_participants("Almaty Process", on="2015").members.codes
assert mg.loads(mg.dumps(mg.dataset())) == mg.dataset()
print(*found)
"""
ANSWER = "98 True"
READ_ONLY = """
import os, sys
def hook(event, args):
    writes = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
    if writes or event in ("os.mkdir", "os.rename", "os.remove", "tempfile.mkstemp"):
        raise OSError(30, "Read-only file system", str(args[0]))
sys.addaudithook(hook)
"""
TURKISH = """
import locale
locale.setlocale(locale.LC_ALL, ("tr_TR", "UTF-8"))
"""
WORKERS = """
import multiprocessing, sys
import migrationgov as mg
def ask(day):
    return len(mg.members_on(day))
if __name__ == "__main__":
    len(mg.members_on("2002-12-01"))
    with multiprocessing.get_context("{method}").Pool(2) as pool:
        print(*set(pool.map(ask, ["2002-12-02"] * 4)), True)
"""


class Skipped(Exception):  # noqa: N818 -- no error: this machine lacks what the case needs
    """A case that this machine cannot show."""


def run(
    package: Path,
    *arguments: str,
    at_exit: int = 0,
    out: str = "",
    **environment: Any,
) -> str:
    """Run Python with a package on its path; return its output, and refuse a traceback."""
    own = {"PYTHONPATH": str(package), "PYTHONDONTWRITEBYTECODE": "1", **environment}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    with open(out or os.devnull, "wb") as sink:  # noqa: PTH123 -- a device
        done = subprocess.run(
            [sys.executable, *arguments], env=kept | own, check=False,
            stdout=sink if out else subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
    errors = done.stderr.decode(errors="replace")
    if "Error: unsupported locale setting" in errors:
        raise Skipped("there is no such locale")
    if done.returncode != at_exit or "Traceback" in errors:
        raise AssertionError(f"exit {done.returncode}: {errors[-2000:]}")
    return "" if out else done.stdout.decode("utf-8").strip()


def asked(package: Path, *options: str, before: str = "", **environment: Any) -> None:
    """Ask the questions in a new interpreter."""
    found = run(package, *options, "-c", before + QUESTIONS, **environment)
    if found != ANSWER:
        raise AssertionError(f"{found!r}, not {ANSWER!r}")


def from_zip(package: Path) -> None:
    """Ask from an archive of the package; a wheel is one."""
    if package.is_file():
        asked(package)
        return
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder, "package.zip")
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
            for file in sorted(package.glob("migrationgov/**/*")):
                if file.suffix not in (".pyc", ""):
                    files.write(file, file.relative_to(package))
        asked(archive)


def with_workers(package: Path, method: str) -> None:
    """Ask in processes that were started by a method."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "ask.py")
        script.write_text(WORKERS.replace("{method}", method), "utf-8")
        if run(package, str(script)) != ANSWER:
            raise AssertionError(f"{method} gives another answer")


def ascii_terminal(package: Path, **environment: Any) -> None:
    """Print names with letters that the output does not have."""
    for words in (["members", "2024"], ["state", "Türkiye"], ["state", "Nowhere-ğ"]):
        code = 1 if words[-1].startswith("Nowhere") else 0
        run(package, "-m", "migrationgov", *words, at_exit=code, **environment)


def full_disk(package: Path) -> None:
    """Print to a disk that is full: an error in words."""
    if not os.path.exists("/dev/full"):  # noqa: PTH110 -- a device
        raise Skipped("there is no /dev/full")
    run(package, "-m", "migrationgov", "members", "2024", at_exit=1, out="/dev/full")


def run_optimized(package: Path) -> None:
    """Ask without docstrings and assertions, the help of the command line included."""
    asked(package, "-OO")
    if "examples:" not in run(package, "-OO", "-m", "migrationgov", "--help"):
        raise AssertionError("the help needs docstrings")


C_LOCALE: dict[str, Any] = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
CASES: dict[str, Callable[[Path], None]] = {
    "plain": asked,
    "zip": from_zip,
    "read-only": lambda package: asked(package, "-B", before=READ_ONLY),
    "-OO": run_optimized,
    "C locale": lambda package: asked(package, **C_LOCALE),
    "Turkish locale": lambda package: asked(package, before=TURKISH),
    "ASCII output": lambda package: ascii_terminal(package, PYTHONIOENCODING="ascii"),
    "ASCII terminal": lambda package: ascii_terminal(package, **C_LOCALE),
    "full disk": full_disk,
    "warnings are errors": lambda package: asked(package, "-W", "error"),
    "fork": lambda package: with_workers(package, "fork"),
    "spawn": lambda package: with_workers(package, "spawn"),
    "forkserver": lambda package: with_workers(package, "forkserver"),
}


def main(package: str, *names: str) -> int:
    """Run the cases, print a line for each, and return how many failed."""
    failed = 0
    for name in names or CASES:
        try:
            CASES[name](Path(package).resolve())
            found = "ok"
        except Skipped as reason:
            found = f"not shown: {reason}"
        except AssertionError as error:
            failed, found = failed + 1, f"FAILED: {error}"
        print(f"{sys.version.split()[0]:8}{name:22}{found}", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
