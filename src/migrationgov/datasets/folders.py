"""The reader of a folder of data files, for `load`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from migrationgov.datasets.codec import FOLDERS, LISTS, known_version
from migrationgov.datasets.strict_json import json_value, text_of
from migrationgov.datasets.text_files import bytes_of
from migrationgov.errors import DataFileError
from migrationgov.model.manifest import SCHEMA_VERSION
from migrationgov.model.state_tables import DESCRIPTOR, TABLES, state_rows

FILES = ("manifest", *LISTS)
_NAMES = ", ".join(f"{name}.json" for name in FILES)
ACCEPTED = (
    f"a dataset has {_NAMES.replace('states.json', 'states.json (or states.csv)')}"
    f" and the folders {', '.join(FOLDERS)}"
)

Raw = tuple[str, Any, str]
Problems = list[tuple[str, str]]


def from_folder(root: Path, problems: Problems) -> Iterator[Raw]:
    """Yield each part that is in a folder, with its value and its file; add what is wrong."""
    found = sorted(root.glob("*.json")) + sorted(root.glob("[!.]*/*.json"))
    files = [file for file in found if file.name != DESCRIPTOR]
    tables = sorted(root.glob("*.csv"))
    if tables:
        yield from _from_tables(root, tables, problems)
    if not files and not tables:
        problems.append((str(root), f"has no data file; {ACCEPTED}"))
    for file in files:
        name = file.relative_to(root).as_posix()
        part = name.removesuffix(".json")
        folder, _, rest = part.partition("/")
        if folder not in (FOLDERS if rest else FILES):
            problems.append((name, f"is no file of a dataset; {ACCEPTED}"))
        else:
            try:
                yield part, json_value(_text_within(root, file), name), name
            except DataFileError as error:
                problems += error.problems


def _from_tables(root: Path, tables: list[Path], problems: Problems) -> Iterator[Raw]:
    """Yield the states of a folder that has them as tables."""
    unknown = [file.name for file in tables if file.name not in TABLES]
    problems += [
        (name, f"is no table of states; there are {', '.join(TABLES)}") for name in unknown
    ]
    try:
        texts = {file.name: _text_within(root, file) for file in tables if file.name in TABLES}
        missing = TABLES.keys() - texts.keys()
        if missing:
            raise DataFileError.of(
                (name, "is missing; the states have three tables") for name in sorted(missing)
            )
        described = root / DESCRIPTOR
        version = SCHEMA_VERSION
        if described.exists():
            version = known_version(
                json_value(_text_within(root, described), DESCRIPTOR), DESCRIPTOR
            )
        yield "states", {"schema_version": version, "states": state_rows(texts)}, "states.csv"
    except DataFileError as error:
        problems += error.problems


def _text_within(root: Path, file: Path) -> str:
    """Return the text of a file of a folder; refuse a link that leads out of it."""
    name = file.relative_to(root).as_posix()
    if not file.resolve().is_relative_to(root.resolve()):
        problem = "is a link out of the folder; put the file itself there"
        raise DataFileError.of([(name, problem)])
    return text_of(bytes_of(file, name), name)
