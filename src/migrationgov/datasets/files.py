"""Whole datasets as text, as one file, or as a folder of files in the bundled form."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from migrationgov.datasets.codec import (
    FOLDERS,
    LISTS,
    files_of_part,
    id_field,
    known_version,
    plain_part,
    read_part,
)
from migrationgov.datasets.format_migrations import VERSION_KEYS, upgraded
from migrationgov.datasets.json_layout import json_layout
from migrationgov.datasets.strict_json import json_value, text_of
from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import DataFileError, WrongTypeError, short_repr
from migrationgov.model.dataset import Dataset
from migrationgov.model.manifest import SCHEMA_VERSION, Manifest
from migrationgov.model.state_tables import DESCRIPTOR, TABLES, state_rows

_FILES = ("manifest", *LISTS)
_ACCEPTED = (
    f"a dataset has {', '.join(f'{name}.json' for name in _FILES)} (or states.csv)"
    f" and the folders {', '.join(FOLDERS)}"
)

#: An id that is a file name on every system and leads out of no folder.
_SAFE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Raw = tuple[str, Any, str]
Problems = list[tuple[str, str]]


def dumps(dataset: Dataset) -> str:
    """
    Write a dataset as one JSON text.

    The text is an object with the version, the manifest, the lists of states, organizations and
    sources, and for each folder of a dataset the list of its files.

    Returns:
        The text; `loads` gives an equal dataset back. Of a dataset that was cut down to some of
        its sources, what they tell is written: read again, it no longer knows of the others.

    Raises:
        WrongTypeError: If something else than a dataset is given.

    >>> from migrationgov import dataset
    >>> loads(dumps(dataset())) == dataset()
    True
    """
    whole: dict[str, Any] = {"schema_version": SCHEMA_VERSION}
    for part, value in _parts(dataset):
        row = plain_part(part, value)
        folder, _, name = part.partition("/")
        del row["schema_version"]
        if name:
            whole.setdefault(folder, []).append(row)
        else:
            whole[folder] = row if folder == "manifest" else row[folder]
    return json_layout(whole)


def dump(dataset: Dataset, path: str | os.PathLike[str]) -> None:
    """
    Write a dataset to one file, or to a folder of files.

    Every file is written aside and put in its place when it is whole: a write that fails leaves
    the old one as it was.

    Args:
        dataset: The dataset.
        path: A name that ends in ".json" for one file; any other for a folder, which is made. In a
            folder that is there already, files of the dataset are replaced and others left alone.

    Raises:
        WrongTypeError: If something else than a dataset is given.
        OSError: If it cannot be written.

    >>> from migrationgov import dataset, load
    >>> folder = tempfile.TemporaryDirectory()
    >>> dump(dataset(), f"{folder.name}/facts.json")
    >>> load(f"{folder.name}/facts.json") == dataset()
    True
    >>> folder.cleanup()
    """
    goal = path_of(path)
    if goal.suffix == ".json":
        write_text(goal, dumps(dataset))
        return
    texts: dict[str, str] = {}
    for part, value in _parts(dataset):
        texts |= files_of_part(part, value)
    for name, text in texts.items():
        file = goal / name
        file.parent.mkdir(parents=True, exist_ok=True)
        write_text(file, text)
    if "states.csv" in texts:  # the form of earlier versions; a folder has one of both
        (goal / "states.json").unlink(missing_ok=True)


def _parts(dataset: Dataset) -> Iterator[tuple[str, Any]]:
    """Yield the parts of a dataset by name; lists that are empty are left out."""
    if not isinstance(dataset, Dataset):
        raise WrongTypeError(f"give a Dataset, not {short_repr(dataset)}")
    yield "manifest", dataset.manifest
    for name in LISTS:
        if getattr(dataset, name):
            yield name, getattr(dataset, name)
    holders = {
        "memberships": dataset.registers,
        "processes": dataset.processes,
        "histories": dataset.histories,
        "counts": dataset.counts,
    }
    for folder, records in holders.items():
        for record in records:
            whose = getattr(record, id_field(folder))
            if not _SAFE.fullmatch(whose):
                raise DataFileError.of([(folder, _unsafe(whose))])
            yield f"{folder}/{whose}", record


def _unsafe(whose: str) -> str:
    return (
        f"{short_repr(whose)} cannot name a file; give an id of small letters, digits and hyphens"
    )


def write_text(file: Path, text: str) -> None:
    """Write a file aside and put it in its place when it is whole."""
    handle, aside = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        Path(aside).replace(file)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def loads(text: str | bytes, *, where: str = "text") -> Dataset:
    """
    Read a dataset from one JSON text, as `dumps` writes it.

    Args:
        text: The text; bytes are read as UTF-8.
        where: What to call the text in errors.

    Returns:
        The dataset. Its records are checked each by itself; `load` and `merge` apply the rules
        that hold across records, too.

    Raises:
        DataFileError: If the text is no JSON, or not of the form; all problems are named at once.
        WrongTypeError: If neither text nor bytes are given.

    >>> news = '{"id": "my-news", "title": "A new member", "kind": "press"}'
    >>> loads('{"schema_version": 3, "sources": [' + news + "]}").sources[0].title
    'A new member'
    """
    if isinstance(text, bytes):
        text = text_of(text, where)
    if not isinstance(text, str):
        raise WrongTypeError(f"give JSON as text or bytes, not {short_repr(text)}")
    value = json_value(text, where)
    return _built(_from_object(value, where), [], name=where)


def read(path: str | os.PathLike[str]) -> Dataset:
    """Read a dataset from a file or a folder, each record by itself; see `load`."""
    place = path_of(path)
    if place.is_dir():
        problems: Problems = []
        raws = list(from_folder(place, problems))
        return _built(raws, problems, name=place.resolve().name)
    if not place.exists():
        raise DataFileError.of([(str(place), "there is no such file or folder")])
    return loads(_bytes(place, place.name), where=place.name)


def path_of(path: object) -> Path:
    """Return a path that was given as text or `Path`; refuse anything else."""
    if not isinstance(path, str | os.PathLike):
        raise WrongTypeError(f"give a path as text or Path, not {short_repr(path)}")
    return Path(path)


def _bytes(file: Path, name: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise DataFileError.of([(name, f"cannot be read: {error.strerror}")]) from None


def _from_object(whole: Any, where: str) -> Iterator[Raw]:
    """Yield part, value and place of everything in a single document."""
    if not isinstance(whole, dict):
        raise DataFileError.of(
            [(where, f"is {short_repr(whole)}, not an object with a 'schema_version'")]
        )
    version = known_version(whole, where)
    extra = sorted(set(whole) - {*VERSION_KEYS, *_FILES, *FOLDERS})
    if extra:
        said = f"unknown keys {', '.join(map(short_repr, extra))}; {_ACCEPTED}"
        raise DataFileError.of([(f"{where} $", said)])
    for name in _FILES:
        if name in whole:
            value = whole[name] if name == "manifest" else {name: whole[name]}
            place = f"{where}:{name}"
            yield name, _with_version(value, version, place), place
    for folder in FOLDERS:
        rows = whole.get(folder, [])
        if not isinstance(rows, list):
            raise DataFileError.of([(f"{where} $.{folder}", f"{short_repr(rows)} is not a list")])
        for number, row in enumerate(rows):
            place = f"{where}:{folder}[{number}]"
            found = _with_version(row, version, place)
            # the key that names a file may have been called otherwise in an older form
            found = upgraded(found) if isinstance(found, dict) else found
            whose = found.get(id_field(folder)) if isinstance(found, dict) else None
            yield f"{folder}/{whose}", found, place


def _with_version(value: Any, version: int, place: str) -> Any:
    """Return a part with the version of the whole, which stands at the top and nowhere else."""
    if not isinstance(value, dict):
        return value
    for key in VERSION_KEYS & value.keys():
        raise DataFileError.of([(f"{place} $.{key}", "the version stands at the top, once")])
    return {"schema_version": version, **value}


def from_folder(root: Path, problems: Problems) -> Iterator[Raw]:
    """Yield part, value and file of all that can be read in a folder, and nothing outside it."""
    found = sorted(root.glob("*.json")) + sorted(root.glob("*/*.json"))
    files = [file for file in found if file.name != DESCRIPTOR]
    tables = sorted(root.glob("*.csv"))
    if tables:
        yield from _from_tables(root, tables, problems)
    if not files and not tables:
        problems.append((str(root), f"holds no data file; {_ACCEPTED}"))
    for file in files:
        name = file.relative_to(root).as_posix()
        part = name.removesuffix(".json")
        folder, _, rest = part.partition("/")
        if folder not in (FOLDERS if rest else _FILES):
            problems.append((name, f"is no file of a dataset; {_ACCEPTED}"))
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
    return text_of(_bytes(file, name), name)


def _built(raws: Iterable[Raw], problems: Problems, *, name: str) -> Dataset:
    """Build a dataset of its parts; all problems of all parts are named at once."""
    parts: dict[str, Any] = {}
    for part, raw, place in raws:
        try:
            made = read_part(part, raw, place)
        except DataFileError as error:
            problems += error.problems
            continue
        problems += _misplaced(part, made, place, parts)
        parts[part] = made
    if problems:
        raise DataFileError.of(problems)
    manifest = parts.pop("manifest", None) or _title(name, parts)
    return _dataset(manifest, parts)


def _misplaced(part: str, made: Any, place: str, parts: dict[str, Any]) -> Problems:
    folder, _, name = part.partition("/")
    if part in parts:
        return [(place, f"{part} is there already")]
    if name and not _SAFE.fullmatch(name):
        return [(place, _unsafe(name))]
    whose = getattr(made, id_field(folder)) if name else ""
    if whose != name:
        return [(place, f"is about {short_repr(whose)}; call the file {whose}.json")]
    return []


def _title(name: str, parts: dict[str, Any]) -> Manifest:
    """Return a title page for a dataset that has none: it knows as much as its latest source."""
    dates = [source.published for source in parts.get("sources", ()) if source.published]
    covering = [each for each in parts.values() if hasattr(each, "covered_until")]
    dates += [each.covered_until for each in covering]
    dates += [each.checked_on for each in covering if each.checked_on]
    as_of = max(dates, key=lambda date: date.last_ordinal, default=PartialDate("0001"))
    return Manifest(name=name, as_of=as_of, licence="unknown")


def _dataset(manifest: Manifest, parts: dict[str, Any]) -> Dataset:
    def of(folder: str) -> list[Any]:
        return [value for part, value in parts.items() if part.startswith(f"{folder}/")]

    make: Callable[..., Dataset] = Dataset.of
    return make(
        manifest,
        **{name: parts.get(name, ()) for name in LISTS},
        registers=of("memberships"),
        processes=of("processes"),
        histories=of("histories"),
        counts=of("counts"),
    )
