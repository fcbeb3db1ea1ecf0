"""Files of earlier forms are read as what they say, and written in the form of today."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import migrationgov as mg
from migrationgov.datasets.format_migrations import known_versions, upgraded
from migrationgov.model.manifest import SCHEMA_VERSION

OLD = sorted((Path(__file__).parent / "old_forms").glob("form-*.json"))


def test_there_is_a_file_of_every_old_form() -> None:
    """None is forgotten when a new one comes."""
    assert [f"form-{form}" for form in known_versions()[:-1]] == [file.stem for file in OLD]
    assert SCHEMA_VERSION == known_versions()[-1]


@pytest.mark.parametrize("file", OLD, ids=lambda file: file.stem)
def test_old_files_are_read_and_written_anew(file: Path, tmp_path: Path) -> None:
    """By loading and dumping, with nothing lost."""
    facts = mg.load(file)
    mg.dump(facts, tmp_path / "new.json")
    assert (
        SCHEMA_VERSION
        == json.loads((tmp_path / "new.json").read_text(encoding="utf-8"))["schema_version"]
    )
    assert facts == mg.load(tmp_path / "new.json")


def test_form_1_showed_officers_without_sources_of_their_own() -> None:
    """They are those of the officer now."""
    (process,) = mg.load(OLD[0]).processes
    first, second = process.terms[0].officers
    assert ["2001-05-06", "2002-07"] == [str(each.date) for each in first.attested]
    assert {"a-source"} == {c.source for each in first.attested for c in each.citations}
    assert () == second.attested


def test_form_2_gave_values_in_prose() -> None:
    """They are dates and intervals now, and other words are quotes."""
    facts = mg.load(OLD[1])
    observer = next(each for each in facts.registers[0].transitions if each.organization == "iom")
    assert [mg.PartialDate("[..1992]"), None] == [each.gives for each in observer.citations]
    assert ("p. 3 [b]", "undated") == (observer.citations[1].locator, observer.citations[1].quote)
    term = facts.processes[0].terms[0]
    assert ["2001/2002-05", "2001/..", "../2003"] == [str(each.gives) for each in term.citations]


def test_form_2_listed_participants_as_rows() -> None:
    """They are still those entries, also where a list names nobody or an organization."""
    lists = mg.load(OLD[1]).processes[0].participant_lists[0].lists
    assert ["iom"] == [each.organization for each in lists[-2].entries]
    assert not lists[-2].entries[0].certain
    assert ((), 9) == (lists[-1].entries, lists[-1].total)


@pytest.mark.parametrize(("given", "scope"), [({"complete": False}, "none"), ({}, "all")])
def test_form_2_said_of_a_register_whether_it_is_complete(
    given: dict[str, Any], scope: str
) -> None:
    """One that is not is complete for nobody; one that is needs no word."""
    raw = {
        "organization": "iom",
        "covered_from": "1951",
        "covered_until": "2025",
        "transitions": [],
    }
    facts = mg.loads(json.dumps({"form": 2, "memberships": [raw | given]}))
    assert scope == facts.registers[0].complete_for
    assert facts == mg.loads(mg.dumps(facts))


def test_a_register_that_is_neither_complete_nor_not_is_refused() -> None:
    """The reader says that there is no such key today."""
    raw = {
        "organization": "iom",
        "covered_from": "1951",
        "covered_until": "2025",
        "transitions": [],
    }
    text = json.dumps({"form": 2, "memberships": [raw | {"complete": "no"}]})
    with pytest.raises(mg.errors.DataFileError, match="unknown keys 'complete'"):
        mg.loads(text)


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
    assert {"schema_version": 3, "terms": raw["terms"]} == upgraded(raw)


@pytest.mark.parametrize("citations", [3, [3], [{"source": 3}], [{"locator": "p. 3"}]])
def test_broken_citations_of_form_2_stay_so(citations: Any) -> None:
    """The reader says what is wrong with them."""
    raw = {"form": 2, "sources": [], "citations": citations}
    assert citations == upgraded(raw)["citations"]
