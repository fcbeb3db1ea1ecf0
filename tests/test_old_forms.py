"""Files of earlier forms are read as what they say, and written in the form of today."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import migrationgov as mg
from migrationgov.datasets.format_migrations import known_forms, upgraded
from migrationgov.model.manifest import SCHEMA_VERSION

OLD = sorted((Path(__file__).parent / "old_forms").glob("form-*.json"))


def test_there_is_a_file_of_every_old_form() -> None:
    """None is forgotten when a new one comes."""
    assert [f"form-{form}" for form in known_forms()[:-1]] == [file.stem for file in OLD]
    assert SCHEMA_VERSION == known_forms()[-1]


@pytest.mark.parametrize("file", OLD, ids=lambda file: file.stem)
def test_old_files_are_read_and_written_anew(file: Path, tmp_path: Path) -> None:
    """By loading and dumping, with nothing lost."""
    facts = mg.load(file)
    mg.dump(facts, tmp_path / "new.json")
    assert (
        SCHEMA_VERSION == json.loads((tmp_path / "new.json").read_text(encoding="utf-8"))["form"]
    )
    assert facts == mg.load(tmp_path / "new.json")


def test_form_1_showed_officers_without_sources_of_their_own() -> None:
    """They are those of the officer now."""
    (process,) = mg.load(OLD[0]).processes
    first, second = process.terms[0].officers
    assert ["2001-05-06", "2002-07"] == [str(each.date) for each in first.attested]
    assert {"a-source"} == {c.source for each in first.attested for c in each.citations}
    assert () == second.attested


@pytest.mark.parametrize(
    "raw",
    [
        {"form": 1, "terms": 3},
        {"form": 1, "terms": [3]},
        {"form": 1, "terms": [{"officers": 3}]},
        {"form": 1, "terms": [{"officers": [3, {"attested": 3}]}]},
    ],
)
def test_what_is_broken_stays_so(raw: dict[str, Any]) -> None:
    """For the reader to say where."""
    assert {**raw, "form": 2} == upgraded(raw)
