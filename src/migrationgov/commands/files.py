"""The commands about files: check, export."""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path

import migrationgov as mg
from migrationgov import exports
from migrationgov.commands.tables import Column, Table
from migrationgov.datasets.json_schema import NAMES, json_schema
from migrationgov.datasets.text_files import path_of, write_folder
from migrationgov.words import count

_PROBLEM = (Column("place", "Place"), Column("message", "Problem"))
_SIZES = (Column("file", "File"), Column("bytes", "Bytes"))
_WRITTEN = (Column("file", "File"), Column("rows", "Rows"))


def check(given: argparse.Namespace) -> Table:
    """Answer ``check``: the problems of data files; with problems it is a failure."""
    found = mg.validate(given.path, onto=None if given.alone else given.facts)
    title = count(len(found), "problem") if found else "no problems"
    rows = [(each.place, each.message) for each in found]
    return Table(_PROBLEM, rows, title, is_failure=bool(rows))


def export(given: argparse.Namespace) -> Table:
    """Answer ``export``: write the data as tables or as a release, or the schemas of the data."""
    made: Table = {"tables": _tables, "release": _release, "schemas": _schemas}[given.what](given)
    return made


def _tables(given: argparse.Namespace) -> Table:
    package = exports.write_tables(given.folder, dataset=given.facts)
    described = json.loads(package.read_text("utf-8"))["resources"]
    files = sorted(package.parent / each["path"] for each in described)
    rows = [(each.name, _rows_of(each)) for each in files]
    title = f"{len(rows)} tables, described in {package}"
    return Table(_WRITTEN, rows, title)


def _release(given: argparse.Namespace) -> Table:
    folder = exports.write_release(given.folder, dataset=given.facts)
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    rows = [(each.relative_to(folder).as_posix(), each.stat().st_size) for each in files]
    name = given.facts.manifest
    return Table(_SIZES, rows, f"{name}: {len(rows)} files in {folder}; begin with README.md")


def _schemas(given: argparse.Namespace) -> Table:
    texts = {
        f"{name}.json": f"{json.dumps(json_schema(name), ensure_ascii=False, indent=2)}\n"
        for name in NAMES
    }
    folder = path_of(given.folder)
    write_folder(folder, texts)
    rows = [(name, len(text.encode())) for name, text in texts.items()]
    return Table(_SIZES, rows, f"{count(len(rows), 'schema')} in {folder}")


def _rows_of(file: Path) -> int:
    with file.open(encoding="utf-8", newline="") as lines:
        return sum(1 for _ in csv.reader(lines)) - 1
