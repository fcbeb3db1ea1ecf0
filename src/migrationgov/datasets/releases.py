"""The reader of a release, as a folder or a zip file, for `load`: its records, checked."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from migrationgov.datasets.strict_json import text_of
from migrationgov.datasets.text_files import bytes_of
from migrationgov.errors import DataFileError

CHECKSUMS = "SHA256SUMS"
FACTS = "migrationgov.json"
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


def is_release(place: Path) -> bool:
    """Return whether a path is a release: a folder with checksums, or a zip file."""
    return _folder_of(place) is not None if place.is_dir() else place.suffix == ".zip"


def _folder_of(place: Path) -> Path | None:
    """Return the folder with the data: of a release with packages and documentation, `data`."""
    return next((each for each in (place, place / "data") if (each / CHECKSUMS).is_file()), None)


def facts_of_release(place: Path) -> bytes:
    """Return the JSON of the records of a release; refuse one whose checksum differs."""
    if folder := _folder_of(place):
        where = folder.relative_to(place.parent).as_posix()
        return _checked(where, lambda name: bytes_of(folder / name, f"{where}/{name}"))
    try:
        with zipfile.ZipFile(place) as archive:
            return _checked(place.name, _reader(archive, place.name))
    except (zipfile.BadZipFile, OSError) as error:
        raise DataFileError.of(
            [(place.name, f"is no zip file that can be read: {error}")]
        ) from None


def _reader(archive: zipfile.ZipFile, where: str) -> Callable[[str], bytes]:
    """Return the reader of a zip file in which the release is at the top, or in one folder."""
    lists = [name for name in archive.namelist() if name.rpartition("/")[2] == CHECKSUMS]
    if len(lists) != 1:
        problem = f"has {len(lists) or 'no'} {CHECKSUMS}; give the zip file of one release"
        raise DataFileError.of([(where, problem)])
    start = lists[0].removesuffix(CHECKSUMS)

    def read(name: str) -> bytes:
        try:
            return archive.read(start + name)
        except KeyError:
            raise DataFileError.of([(where, f"lacks {name}; get the release again")]) from None

    return read


def _checked(where: str, read: Callable[[str], bytes]) -> bytes:
    lines = text_of(read(CHECKSUMS), f"{where}/{CHECKSUMS}").splitlines()
    found = (match for line in lines if (match := _LINE.fullmatch(line)))
    expected = {match[2]: match[1] for match in found}.get(FACTS)
    if expected is None:
        problem = f"has no checksum of {FACTS}; write the release again with write_release"
        raise DataFileError.of([(f"{where}/{CHECKSUMS}", problem)])
    content = read(FACTS)
    if hashlib.sha256(content).hexdigest() != expected:
        problem = (
            f"differs from its checksum in {CHECKSUMS}: it was changed, or did not arrive whole;"
            " get the release again, or give this file alone to load it as your own facts"
        )
        raise DataFileError.of([(f"{where}/{FACTS}", problem)])
    return content
