"""A release: one folder with the data in every form, which a person can publish and cite."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from errno import ENOTEMPTY
from pathlib import Path
from typing import Any

from migrationgov.datasets.files import dumps
from migrationgov.datasets.releases import CHECKSUMS, FACTS
from migrationgov.datasets.text_files import new_folder, path_of, write_folder, write_text
from migrationgov.exports.csv_package import package_texts
from migrationgov.exports.linked_data import json_ld
from migrationgov.exports.release_metadata import codemeta, croissant, dcat, zenodo
from migrationgov.exports.release_page import page
from migrationgov.exports.release_tables import release_tables, write_parquet, write_sqlite
from migrationgov.exports.release_views import duckdb_script
from migrationgov.exports.typed_tables import TypedTable
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.optional_imports import import_optional


def write_release(path: str | os.PathLike[str], *, dataset: Dataset | None = None) -> Path:
    """
    Write a release: one folder with the data in every form, ready to be published.

    It has a SQLite database with views, Parquet and CSV files (a Data Package), the JSON that
    `load` reads, linked data, metadata for archives and search engines (Croissant, DCAT,
    ``.zenodo.json``, ``codemeta.json``), a page that explains each file, and the SHA-256 checksum
    of each. The table ``stretches`` has the answers of the library, day by day. Two releases of
    the same data, made with the same libraries, are equal byte by byte. The folder is there as a
    whole or not at all.

    Args:
        path: The folder. It must not exist, or be empty.
        dataset: The facts; the active dataset by default.

    Returns:
        The path of the folder.

    Raises:
        OSError: If the folder is not empty, or a file cannot be written.
        MissingExtraError: If pyarrow is not installed (``pip install "migrationgov[release]"``).
        WrongTypeError: If *path* is not a path.

    >>> import tempfile
    >>> taken = tempfile.TemporaryDirectory()
    >>> _ = Path(taken.name, "notes.txt").write_text("mine")
    >>> write_release(taken.name)
    Traceback (most recent call last):
        ...
    OSError: [Errno ...] is not empty; a release needs a folder of its own: '...'
    >>> taken.cleanup()
    """
    facts = resolve_dataset(dataset)
    folder = path_of(path)
    import_optional("pyarrow", "release")  # before the work, not after it
    if folder.exists() and any(folder.iterdir()):
        raise OSError(ENOTEMPTY, "is not empty; a release needs a folder of its own", str(folder))
    with new_folder(folder) as made:
        _write_files(made, facts)
    return folder


def _write_files(folder: Path, facts: Dataset) -> None:
    made = release_tables(facts)
    write_text(folder / FACTS, dumps(facts))
    write_text(folder / "migrationgov.jsonld", json_ld(dataset=facts))
    write_sqlite(folder / "migrationgov.sqlite", made)
    (folder / "parquet").mkdir()
    write_parquet(folder / "parquet", made)
    write_folder(folder / "csv", package_texts(made, facts))
    write_text(folder / "duckdb.sql", duckdb_script(each.name for each in made))
    _describe(folder, facts, made)
    lines = [f"{digest}  {name}\n" for name, digest in checksums(folder)]
    write_text(folder / CHECKSUMS, "".join(lines))


def _describe(folder: Path, facts: Dataset, made: list[TypedTable]) -> None:
    """Write the metadata, which name the files of data with their checksums, and the page."""
    files = dict(checksums(folder))
    described: dict[str, Any] = {
        "croissant.json": croissant(facts, made, files),
        "dcat.jsonld": dcat(facts, files),
        ".zenodo.json": zenodo(facts),
        "codemeta.json": codemeta(facts),
    }
    for name, value in described.items():
        write_text(folder / name, json.dumps(value, ensure_ascii=False, indent=1) + "\n")
    write_text(folder / "README.md", page(facts, made))


def checksums(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the SHA-256 checksum of each file in a folder, sorted by name."""
    found = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*")}
    for name in sorted(found):
        if found[name].is_file():
            yield name, hashlib.sha256(found[name].read_bytes()).hexdigest()
