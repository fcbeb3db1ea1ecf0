"""The schemas: as written, true of every file, and as strict as the reader as far as they go."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import migrationgov as mg
from migrationgov.commands import main
from migrationgov.datasets.json_schema import EDTF, NAMES, json_schema
from migrationgov.lookup.bundled import DATA
from miniature import everything
from strategies import date_texts, places

FILES = sorted(set(Path(DATA).rglob("*.json")) - set(Path(DATA).glob("*-metadata.json")))
FULL = everything()
WHOLE = Draft202012Validator(json_schema("dataset"))


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_sound(name: str) -> None:
    """By the meta-schema."""
    Draft202012Validator.check_schema(json_schema(name))


def test_the_command_writes_all_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One file each, and no other."""
    assert 0 == main(["export", "schemas", str(tmp_path / "schemas")])
    files = sorted((tmp_path / "schemas").iterdir())
    assert sorted(NAMES) == [file.stem for file in files]
    assert [json_schema(file.stem) for file in files] == [
        json.loads(file.read_text(encoding="utf-8")) for file in files
    ]
    assert f"{len(files)} schemas in " in capsys.readouterr().err


def test_a_schema_that_is_not_there() -> None:
    """Is refused with those that are."""
    with pytest.raises(
        mg.errors.UnknownTermError, match="no schema 'cats'; there are dataset, manifest"
    ):
        json_schema("cats")


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_bundled_file_is_valid(file: Path) -> None:
    """By the schema of its kind."""
    kind = file.relative_to(DATA).with_suffix("").parts[0]
    raw = json.loads(file.read_text(encoding="utf-8"))
    assert [] == [str(e) for e in Draft202012Validator(json_schema(kind)).iter_errors(raw)]


@pytest.mark.parametrize("facts", [FULL, mg.dataset()], ids=["miniature", "frozen"])
def test_a_written_dataset_is_valid(facts: mg.Dataset) -> None:
    """As one file."""
    assert WHOLE.is_valid(json.loads(mg.dumps(facts)))


@given(date_texts)
def test_every_date_has_the_outline(text: str) -> None:
    """What the reader reads, the schema lets pass."""
    assert Draft202012Validator({"pattern": EDTF}).is_valid(text)


@pytest.mark.parametrize(
    "text", ["", "02/12/2002", "2002-1", "yesterday", "2002-12-02T10:00", "[", "..", "2002 "]
)
def test_what_is_no_date_has_not(text: str) -> None:
    """Forms that the reader refuses as well."""
    assert not Draft202012Validator({"pattern": EDTF}).is_valid(text)
    with pytest.raises(mg.errors.InvalidDateError):
        mg.PartialDate.parse(text)


def replaced(path: str, value: Any) -> Any:
    """A whole dataset with one value replaced, or taken away (...)."""
    whole = json.loads(mg.dumps(FULL))
    *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    node = whole
    for step in way:
        node = node[step]
    if value is ...:
        del node[last]
    else:
        node[last] = value
    return whole


BAD = [
    ("schema_version", 4), ("schema_version", ...), ("manifest/as_of", ...),
    ("manifest/schema_version", 1), ("manifest/form", 1), ("people", []),
    ("states", {}), ("states/0/id", ""), ("states/0/id", 7), ("states/0/names", []),
    ("states/0/names/0/form", "nick"), ("states/0/citations", []), ("states/0/x", 1),
    ("sources/0/kind", "gossip"), ("sources/0/published", "02/12/2002"),
    ("sources/0/title", None), ("organizations/0/kind", None),
    ("memberships/0/transitions/0/kind", "joind"), ("memberships/0/transitions/0/date", 1990),
    ("memberships/0/transitions/0/state", ...), ("memberships/0/transitions/0/body", "iom"),
    ("memberships/0/complete", "no"), ("memberships/0/covered_from", ...),
    *(
        ("memberships/0/transitions/0/citations/0", bad)
        for bad in (
            "", "[para. 3]", "a-source[", "a-source[]", "a-source[para. 3", 7,
            {"quote": "by then"},
            {"source": "a-source", "locator": "para. 3"}, {"source": "a-source", "gives": True},
            {"source": "a-source", "gives": "by 1991"}, {"source": "a-source", "gives": ""},
        )
    ),
    ("memberships/0/transitions", "AAA"), ("memberships/0/organization", ""),
    ("processes/0/participant_lists/0/lists", []),
    ("processes/0/participant_lists/0/lists/0/total", -1),
    ("processes/0/participant_lists/0/lists/0/total", 1.5),
    ("processes/0/participant_lists/0/lists/0/states", [{"state": "AAA", "certain": 1}]),
    ("processes/0/participant_lists/0/lists/0/states", [{"organization": "iom"}]),
    ("processes/0/participant_lists/0/lists/0/states", [""]),
    ("processes/0/participant_lists/0/lists/0/states", "AAA"),
    ("processes/0/participant_lists/0/lists/0/entries", ["AAA"]),
    ("processes/0/participant_lists/0/lists/0/groups", "iom"),
    ("processes/0/participant_lists/0/lists/0/groups", [7]),
    ("processes/0/transitions/0/kind", "left"), ("processes/0/transitions/0/institution", "x"),
    ("processes/0/rotations/0/months", 0), ("processes/0/rotations/0/months", "12"),
    ("processes/0/rotations/0/months", ...), ("processes/0/rotations/0/role", "king"),
    ("processes/0/rotations/0/citations", []), ("processes/0/rotations/0/as_of", "so on"),
    ("processes/0/milestones/0/states", "AAA"), ("processes/0/milestones/0/organizations", [1]),
    ("processes/0/milestones/0/label", "  "), ("histories/0/tenures/0/office", "king"),
    ("histories/0/tenures/0/person", ...), ("histories/0/field_offices/0/covers", "BBB"),
    ("counts/0/counts/0/value", "98"), ("counts/0/counts/0/counted", "cats"),
    ("counts/0/counts/0/value", True), ("memberships/0/covered_until", "200"),
    ("memberships/0/covered_until", "-005"), ("memberships/0/covered_until", "/"),
    ("memberships/0/covered_until", "../.."),
    ("memberships/0/transitions/0/organization", "iom"),
    ("memberships/0/kind", "club"), ("memberships/0/complete_for", "some"),
    ("memberships/1/lists/0/lists", []), ("memberships/1/lists/0/as_of", "lately"),
    ("memberships/1/participant_lists", []), ("memberships/2/transitions/0/institution", "x"),
    ("treaties", {}), ("treaties/0/kind", "pact"), ("treaties/0/title", ""),
    ("treaties/0/names", []), ("treaties/0/milestones/0/date", ...),
    ("treaties/0/milestones/0/kind", "born"), ("treaties/0/clauses/0/months", -1),
    ("treaties/0/clauses/0/days", "30"), ("treaties/0/clauses/0/first_of_month", 1),
    ("treaties/0/clauses/0/citations", []), ("treaties/0/adopted", "1960"),
    ("resolutions/0/adopted", "by-lot"), ("resolutions/0/institution", ""),
    ("resolutions/0/votes/0/vote", "maybe"), ("resolutions/0/votes/0/states", "AAA"),
    ("resolutions/0/date", ...), ("resolutions/0/citations", []),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value"), BAD)
def test_what_the_schema_refuses_the_reader_refuses(path: str, value: Any) -> None:
    """Both, for every row of the table."""
    whole = replaced(path, value)
    assert not WHOLE.is_valid(whole)
    with pytest.raises(mg.errors.DataFileError):
        mg.loads(json.dumps(whole))


@settings(max_examples=100)
@given(st.data())
def test_what_the_reader_reads_the_schema_lets_pass(data: st.DataObject) -> None:
    """One value replaced anywhere by another of some other place: never refused by it alone."""
    whole = json.loads(mg.dumps(FULL))
    found = list(places(whole))
    node, key = data.draw(st.sampled_from(found))
    other, its = data.draw(st.sampled_from(found))
    node[key] = other[its]
    assume(whole["schema_version"] == 3)  # older forms are read, too
    try:
        text = json.dumps(whole)
        mg.loads(text)
    except (mg.errors.DataFileError, ValueError):  # not read, or a value inside itself
        return
    assert [] == [str(each) for each in WHOLE.iter_errors(json.loads(text))]
