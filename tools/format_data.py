"""Write every data file the way the library writes it, after checking all of them.

Run it after editing a file by hand: ``python tools/format_data.py``. Nothing is written if a file
cannot be read or a rule is broken.
"""

from __future__ import annotations

import sys
from pathlib import Path

from migrationgov.datasets.codec import dumps_part, loads_part
from migrationgov.errors import DataFileError
from migrationgov.lookup.active_dataset import dataset
from migrationgov.lookup.bundled import DATA
from migrationgov.validation import check


def main() -> int:
    """Format all files; return how many problems there are."""
    written, problems = {}, []
    for file in sorted(Path(DATA).rglob("*.json")):
        part = str(file.relative_to(DATA).with_suffix(""))
        try:
            written[file] = dumps_part(part, loads_part(part, file.read_text(encoding="utf-8")))
        except DataFileError as error:
            problems.append(str(error))
    problems = problems or [str(problem) for problem in check(dataset())]
    print(*problems, sep="\n")
    if not problems:
        for file, text in written.items():
            file.write_text(text, encoding="utf-8")
    return len(problems)


if __name__ == "__main__":
    sys.exit(min(main(), 1))
