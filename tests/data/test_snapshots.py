"""The facts of today are those in `tests/data/snapshots`, which a person has reviewed."""

from __future__ import annotations

from pathlib import Path

import pytest

import write_snapshots

SNAPSHOTS = write_snapshots.snapshots()


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_the_facts_are_those_that_were_reviewed(name: str) -> None:
    """No fact changes unless its line in the snapshot changes, too."""
    kept = (write_snapshots.FOLDER / name).read_text(encoding="utf-8")
    assert kept.splitlines() == SNAPSHOTS[name].splitlines(), "run `make facts`, read the diff"


def test_files_that_nothing_writes_any_more_are_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written is what is in the folder of today."""
    monkeypatch.setattr(write_snapshots, "FOLDER", tmp_path)
    (tmp_path / "gone.txt").write_text("old", encoding="utf-8")
    write_snapshots.main()
    written = {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()}
    assert SNAPSHOTS == written
