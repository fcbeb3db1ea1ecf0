"""
How long a start takes, as ratios to a bare ``python -c pass`` in one clean environment.

The benchmark makes a virtual environment without site hooks (no .pth files, no editable install)
and installs the library into it as a user does. Rounds of all commands are interleaved, so that a
slow moment of the machine slows all of them. It prints the median of the ratios.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 21
ROOT = Path(__file__).parent.parent
COMMANDS = {
    "bare python": "pass",
    "import migrationgov": "import migrationgov",
    "import + members_on": "import migrationgov as mg; len(mg.members_on('2002-12-02'))",
    "import + members_on, with names": (
        "import migrationgov as mg; [state.name for state in mg.members_on('2002-12-02')]"
    ),
    "import + process_participants": (
        "import migrationgov as mg; mg.process_participants('Almaty Process')"
    ),
    "import + members_on of a process": (
        "import migrationgov as mg; len(mg.members_on('2020', 'Bali Process'))"
    ),
    "import + processes_of": "import migrationgov as mg; len(mg.processes_of('KAZ'))",
    "import + parties_on": (
        "import migrationgov as mg; len(mg.parties_on('2014-01-01', '1951 Convention'))"
    ),
    "import + profile_of": "import migrationgov as mg; len(mg.profile_of('KAZ'))",
    "import attrs (for comparison)": "import attrs",
    "pycountry, one name": "import pycountry; pycountry.countries.get(alpha_3='KAZ').name",
    "holidays, one day": "import holidays; '2002-12-16' in holidays.country_holidays('KZ')",
    "import country_converter": "import country_converter",
}
#: Libraries of this kind, for comparison.
OTHERS = ("country_converter", "holidays", "pycountry")


def clean_environment(folder: Path) -> Path:
    """Make an environment with the library installed and no site hooks; return its Python."""
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python = folder / "venv" / "bin" / "python"
    pip: list[str | Path] = [python, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", ROOT, *OTHERS], check=True)
    subprocess.run([*pip, "uninstall", "--yes", "setuptools"], check=True)
    for hook in (folder / "venv").glob("lib/python*/site-packages/*.pth"):
        hook.unlink()
    return python


def seconds(python: Path, code: str) -> float:
    """Return how long one start of Python with some code takes."""
    start = time.perf_counter()
    subprocess.run([python, "-c", code], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Print the median ratio of every command."""
    with tempfile.TemporaryDirectory() as folder:
        python = clean_environment(Path(folder))
        os.chdir(folder)  # so that the installed library is found, not this checkout
        ratios: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for code in COMMANDS.values():
            seconds(python, code)
        for _ in range(ROUNDS):
            times = {name: seconds(python, code) for name, code in COMMANDS.items()}
            for name, took in times.items():
                ratios[name].append(took / times["bare python"])
        os.chdir(ROOT)
    print(f"Start-up, ratio to bare python, median of {ROUNDS} interleaved rounds")
    print(f"Python {platform.python_version()}, {platform.machine()}")
    for name, found in ratios.items():
        low, high = min(found), max(found)
        print(f"  {statistics.median(found):5.2f}   ({low:.2f} to {high:.2f})   {name}")


if __name__ == "__main__":
    main()
