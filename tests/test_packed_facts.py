"""The facts in the form of a wheel: the same facts, part by part."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import migrationgov as mg
from migrationgov.lookup import bundled
from packed_facts import packed

FOLDERS = {"counts", "histories", "memberships", "processes"}
PACKAGE = Path(bundled.DATA).parent


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bundled.BundledStore:
    """The store of a wheel."""
    for place, content in packed(PACKAGE):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_bytes(content)
    for table in PACKAGE.glob("data/*.csv"):
        shutil.copy(table, tmp_path / "data")
    monkeypatch.setattr(bundled, "DATA", str(tmp_path / "data"))
    return bundled.BundledStore()


def test_a_wheel_has_a_file_for_each_folder(store: bundled.BundledStore) -> None:
    """And no folder."""
    files = list(Path(bundled.DATA).iterdir())
    assert all(each.is_file() for each in files)
    assert {each.stem for each in files if each.suffix == ".jsonl"} == FOLDERS


def test_a_wheel_has_every_fact(store: bundled.BundledStore) -> None:
    """Each part by its name, and all together."""
    for folder in FOLDERS:
        files = {path.stem: path for path in (PACKAGE / "data" / folder).iterdir()}
        assert store.ids(folder) == tuple(sorted(files))
        for name, path in files.items():
            assert store.raw(f"{folder}/{name}") == json.loads(path.read_text("utf-8"))
    assert mg.Dataset(store) == bundled.bundled_dataset()


def test_a_wheel_has_the_sources_in_columns(store: bundled.BundledStore) -> None:
    """A field of all sources after the other; they are read as the records of the source."""
    written = json.loads(Path(bundled.DATA, "sources.json").read_text("utf-8"))["sources"]
    assert {"id", "title", "kind", "publisher", "url"} <= set(written)
    assert {len(each) for each in written.values()} == {len(bundled.bundled_dataset().sources)}
    assert store.raw("sources") == json.loads((PACKAGE / "data/sources.json").read_text("utf-8"))
