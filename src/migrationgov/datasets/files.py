"""The reader and writer of whole datasets: as text, as a file, or as a folder of files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import Any

from migrationgov.datasets.codec import (
    FOLDERS,
    files_of_part,
    id_field,
    known_version,
    plain_part,
    read_part,
)
from migrationgov.datasets.folders import (
    ACCEPTED,
    FILES,
    Problems,
    Raw,
    from_folder,
)
from migrationgov.datasets.format_migrations import VERSION_KEYS, upgraded
from migrationgov.datasets.json_layout import json_layout
from migrationgov.datasets.releases import facts_of_release, is_release
from migrationgov.datasets.strict_json import json_value, text_of
from migrationgov.datasets.text_files import (
    bytes_of,
    is_half_written,
    path_of,
    write_folder,
    write_text,
)
from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import DataFileError, WrongTypeError, short_repr
from migrationgov.model.dataset import Dataset
from migrationgov.model.dataset_files import dataset_of, parts_of
from migrationgov.model.manifest import SCHEMA_VERSION, Manifest

#: An id that can be a file name on each system.
_SAFE = re.compile(
    r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z)(?=.{1,100}\Z)[a-z0-9]+(?:-[a-z0-9]+)*"
)


def dumps(dataset: Dataset) -> str:
    """
    Write a dataset as one JSON text.

    The text is an object with the version, the manifest, the lists of states, organizations and
    sources, and for each folder of a dataset the list of its files.

    Returns:
        The text; `loads` makes an equal dataset of it. The text of a filtered dataset has only
        the facts of its sources; a dataset that is read from it has no full dataset any more.
        So two halves of a dataset that were written do not merge to the whole: what needs sources
        of both is lost. These are conclusions, disagreements, the end of a term, the votes on a
        resolution, and how complete a register is.

    Raises:
        WrongTypeError: If *dataset* is not a dataset.

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

    All files are first written aside, and then replace the old files: if writing fails, the old
    facts stay as they are. A symbolic link stays a link, and an old file keeps its permissions;
    those of a new file follow the umask. `load` refuses a folder in which a program was killed
    while it replaced files. Of a filtered dataset the files have what `dumps` writes, so that two
    halves do not merge to the whole: conclusions, disagreements and completeness are lost.

    Args:
        dataset: The dataset.
        path: A name that ends in ".json" for one file; any other name for a folder, which is
            made if necessary. In the folder, files of the dataset are replaced; other files stay.

    Raises:
        WrongTypeError: If *dataset* is not a dataset, or *path* is empty or not a path.
        DataFileError: If an id cannot name a file on each system.
        OSError: If a file cannot be written.

    >>> import tempfile
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
    # states in the form of earlier versions
    write_folder(goal, texts, without=["states.json"] if "states.csv" in texts else [])


def _parts(dataset: Dataset) -> Iterator[tuple[str, Any]]:
    """Yield the parts of a dataset by name, without empty lists."""
    if not isinstance(dataset, Dataset):
        raise WrongTypeError(f"give a Dataset, not {short_repr(dataset)}")
    for part, content in parts_of(dataset).items():
        folder, _, name = part.partition("/")
        if name and not _SAFE.fullmatch(name):
            raise DataFileError.of([(folder, _unsafe(name))])
        if content != ():
            yield part, content


def _unsafe(code: str) -> str:
    return (
        f"{short_repr(code)} cannot name a file; give an id of a to z, digits and hyphens, of"
        " at most 100 signs, that is no name of a device on Windows (con, nul, com1)"
    )


def loads(text: str | bytes, *, where: str = "text") -> Dataset:
    """
    Read a dataset from one JSON text, as `dumps` writes it.

    Args:
        text: The text; bytes are read as UTF-8.
        where: The name of the text in messages.

    Returns:
        The dataset. Each record is checked by itself; `load` and `merge` also apply the rules
        across records.

    Raises:
        DataFileError: If the text is not JSON, or has another form; the message names all
            problems.
        WrongTypeError: If *text* is neither text nor bytes.

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
    if place.exists() and is_release(place):
        return loads(facts_of_release(place), where=place.name)
    if place.is_dir():
        if is_half_written(place):
            problem = "is being written, or its writer was killed; write the dataset again"
            raise DataFileError.of([(str(place), problem)])
        problems: Problems = []
        raws = list(from_folder(place, problems))
        return _built(raws, problems, name=place.resolve().name)
    if not place.exists():
        raise DataFileError.of([(str(place), "there is no such file or folder")])
    return loads(bytes_of(place, place.name), where=place.name)


def _from_object(whole: Any, where: str) -> Iterator[Raw]:
    """Yield each part of a document, with its value and its place."""
    version = known_version(whole, where)
    extra = sorted(set(whole) - {*VERSION_KEYS, *FILES, *FOLDERS})
    if extra:
        problem = f"unknown keys {', '.join(map(short_repr, extra))}; {ACCEPTED}"
        raise DataFileError.of([(f"{where} $", problem)])
    for name in FILES:
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
            # in an older form the key that names a file may have another name
            found = upgraded(found) if isinstance(found, dict) else found
            code = found.get(id_field(folder)) if isinstance(found, dict) else None
            yield f"{folder}/{code}", found, place


def _with_version(value: Any, version: int, place: str) -> Any:
    """Return a part with the version of the document, which only the document may state."""
    if not isinstance(value, dict):
        return value
    for key in VERSION_KEYS & value.keys():
        raise DataFileError.of(
            [(f"{place} $.{key}", "only the document states the version; leave it out here")]
        )
    return {"schema_version": version, **value}


def _built(raws: Iterable[Raw], problems: Problems, *, name: str) -> Dataset:
    """Build a dataset of its parts; the error names all problems of all parts."""
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
    manifest = parts.pop("manifest", None) or _default_manifest(name, parts)
    return dataset_of({"manifest": manifest, **parts})


def _misplaced(part: str, made: Any, place: str, parts: dict[str, Any]) -> Problems:
    folder, _, name = part.partition("/")
    if part in parts:
        return [(place, f"{part} is there twice; keep one")]
    if name and not _SAFE.fullmatch(name):
        return [(place, _unsafe(name))]
    code = getattr(made, id_field(folder)) if name else ""
    if code != name:
        return [(place, f"is about {short_repr(code)}; call the file {code}.json")]
    return []


def _default_manifest(name: str, parts: dict[str, Any]) -> Manifest:
    """Return a manifest for a dataset without one, with the latest date in the dataset."""
    dates = [source.published for source in parts.get("sources", ()) if source.published]
    covering = [each for each in parts.values() if hasattr(each, "covered_until")]
    dates += [each.covered_until for each in covering]
    dates += [each.checked_on for each in covering if each.checked_on]
    as_of = max(dates, key=lambda date: date.last_ordinal, default=PartialDate("0001"))
    return Manifest(name=name, as_of=as_of, licence="unknown")
