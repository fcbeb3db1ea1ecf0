"""The facts as a wheel has them: without white space, and those of each folder in one file.

Such a file has a line that says where in the lines after it each part is, and a line for each
part. A hundred small members of an archive take more room than their facts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def packed(package: Path) -> Iterator[tuple[Path, bytes]]:
    """Return each JSON file that a wheel has: its place in the package, and its content."""
    data = package / "data"
    for path in sorted(package.rglob("*.json")):
        if path.parent.parent != data:
            yield path.relative_to(package), _compact(path)
    for folder in sorted(each for each in data.iterdir() if each.is_dir()):
        yield Path("data", f"{folder.name}.jsonl"), _together(folder)


def _together(folder: Path) -> bytes:
    """Return the parts of a folder after the first byte and the length of each."""
    parts = {path.stem: _compact(path) for path in folder.glob("*.json")}
    places, start = {}, 0
    for name in sorted(parts):
        places[name] = start, len(parts[name])
        start += len(parts[name])
    return _line(places) + b"".join(parts[name] for name in places)


def _compact(path: Path) -> bytes:
    return _line(json.loads(path.read_text("utf-8")))


def _line(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()
