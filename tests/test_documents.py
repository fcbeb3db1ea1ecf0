"""Datasets as text, files and folders: there, back, and refused as a whole."""

from __future__ import annotations

import asyncio
import json
import os
import re
import threading
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import migrationgov as mg
from migrationgov.datasets import files as documents
from migrationgov.vocabularies import OrganizationId
from miniature import dataset, everything
from strategies import places

FULL = everything()


def put(folder: Path, **files: Any) -> Path:
    """Write JSON files into a folder; `memberships__iom` is memberships/iom.json."""
    for name, value in files.items():
        file = folder / f"{name.replace('__', '/')}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = value if isinstance(value, str) else json.dumps(value)
        file.write_text(text, encoding="utf-8")
    return folder


SOURCE = {"id": "my-news", "title": "A new member", "kind": "press", "published": "2027-11-30"}
SOURCES = {"form": 1, "sources": [SOURCE]}


def step(state: str, kind: str, date: str, **more: Any) -> dict[str, Any]:
    """A step as it stands in a file."""
    return {
        "state": state,
        "kind": kind,
        "date": date,
        "citations": [{"source": "my-news"}],
    } | more


def steps(*rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A register of IOM as it stands in a file."""
    made = {
        "form": 1, "organization": "iom", "covered_from": "1951-12-05",
        "covered_until": "2027-12-01", "transitions": list(rows),
    }  # fmt: skip
    return made | more


# -- there and back ------------------------------------------------------------------------------


@pytest.mark.parametrize("facts", [FULL, mg.dataset()], ids=["miniature", "frozen"])
def test_a_dataset_comes_back(facts: mg.Dataset, tmp_path: Path) -> None:
    """From text, from bytes, from a file and from a folder."""
    text = mg.dumps(facts)
    assert facts == mg.loads(text) == mg.loads(text.encode())
    mg.dump(facts, tmp_path / "facts.json")
    mg.dump(facts, tmp_path / "facts")
    assert facts == mg.load(tmp_path / "facts.json") == mg.load(str(tmp_path / "facts"))
    assert text == mg.dumps(mg.loads(text))


@pytest.mark.parametrize(
    "change",
    [
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: json.dumps(json.loads(content)).encode(),
    ],
    ids=["byte-order mark", "CRLF", "other layout"],
)
def test_other_ways_to_write_the_same(change: Any) -> None:
    """Editors add marks and line ends; they mean nothing."""
    assert FULL == mg.loads(change(mg.dumps(FULL).encode()))


def test_a_dataset_without_a_title_page_gets_one(tmp_path: Path) -> None:
    """It knows as much as its latest source."""
    put(tmp_path / "mine", sources=SOURCES, memberships__iom=steps())
    facts = documents.read(tmp_path / "mine")
    assert ("mine", "2027-12-01", "unknown") == (
        facts.manifest.name, facts.as_of, facts.manifest.licence,
    )  # fmt: skip
    empty = mg.loads('{"form": 1}')
    assert "0001" == empty.as_of
    assert empty == mg.loads(mg.dumps(empty))


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing beside it."""
    file = tmp_path / "facts.json"
    mg.dump(FULL, file)
    before = file.read_bytes()

    def full_disk(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="no space left"):
        mg.dump(dataset(), file)
    assert before == file.read_bytes()
    assert [file] == list(tmp_path.iterdir())


def test_only_datasets_are_written(tmp_path: Path) -> None:
    """Anything else is refused before a file is touched."""
    for wrong in (None, 7, mg.members_on("2002")):
        with pytest.raises(mg.errors.WrongTypeError, match="give a Dataset"):
            mg.dumps(wrong)  # type: ignore[arg-type]  # on purpose
        with pytest.raises(mg.errors.WrongTypeError, match="give a Dataset"):
            mg.dump(wrong, tmp_path / "x.json")  # type: ignore[arg-type]  # on purpose
    assert [] == list(tmp_path.iterdir())


# -- refused -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "text: not JSON"),
        ("[]", "text: is [], not an object with a 'schema_version'"),
        ("3", "text: is 3, not an object"),
        ('{"form": 1, "people": []}', "text $: unknown keys 'people'; a dataset has"),
        ('{"form": 1, "states": 3}', "text:states $.states: 3 is not a list"),
        ('{"form": 1, "memberships": 3}', "text $.memberships: 3 is not a list"),
        ('{"form": 1, "memberships": [3]}', "text:memberships[0]: is 3, not an object"),
        ('{"form": 9, "states": []}', "text $.schema_version: schema_version 9; this version"),
        ('{"form": 99}', "text $.schema_version: schema_version 99; this version reads 1"),
        ("{}", 'text: has no schema_version; write "schema_version": 3'),
        (('{"schema_version": 3, "memberships": [{"institution": "../../evil",'
          ' "covered_from": "2000",'
         ' "covered_until": "2001"}]}'), "'../../evil' cannot name a file; give an id of a to z"),
        (('{"schema_version": 3, "memberships": [{"institution": "iom", "covered_from": "2000",'
         ' "covered_until": "1990"}]}'), "covered_until 1990 is before covered_from 2000"),
        (('{"schema_version": 3, "memberships": [{"institution": "iom", "covered_from": "2000",'
         ' "covered_until": "2001", "transitions": [{"institution": "other"}]}]}'),
         "$.transitions[0].institution: the file gives once what it is about: 'iom'; leave it"),
        ('{"states": []}', 'text: has no schema_version; write "schema_version": 3'),
        (('{"form": 1, "counts": [{"organization": "iom", "counts": []},'
         ' {"organization": "iom", "counts": []}]}'), "counts/iom is there twice"),
        (b"\xff\xfe", "text: is not UTF-8: byte 0xff at 0; save it as UTF-8"),
        ("{" * 300, "nests deeper than 100 levels"),
        ('{"form": 1, "form": 1}', "the key 'form' is there twice in one object"),
        ('{"form": Infinity}', "not JSON: Infinity is no number"),
    ],
)  # fmt: skip
def test_texts_that_are_refused(text: str | bytes, said: str) -> None:
    """With the place, what is there, and what would be right."""
    with pytest.raises(mg.errors.DataFileError) as caught:
        mg.loads(text)
    assert said in str(caught.value)
    assert caught.value.problems


def test_very_many_problems_are_counted() -> None:
    """The first fifty are named, all are in `problems`."""
    rows = json.dumps({"form": 1, "sources": [{"id": "x"}] * 60})
    with pytest.raises(mg.errors.DataFileError, match="and 70 more") as caught:
        mg.loads(rows)
    assert 120 == len(caught.value.problems)


def test_a_list_of_nothing_but_mistakes_is_left() -> None:
    """Errors weigh more than what they are about: memory stays a small multiple of the text."""
    text = '{"form": 2, "sources": [' + ", ".join(["{}"] * 20_000) + "]}"
    tracemalloc.start()
    with pytest.raises(mg.errors.DataFileError) as caught:
        mg.loads(text)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert 301 == len(caught.value.problems)
    assert "after 100 wrong records the rest of the list is not read" in caught.value.problems[-1]
    assert most < 100 * len(text)


def test_many_keys_that_stand_twice_are_found_at_once() -> None:
    """And five of them are named."""
    pairs = [f'"{number % 20_000}": 1' for number in range(40_000)]
    with pytest.raises(
        mg.errors.DataFileError, match="'0', '1', '10', '100', '1000' is there twice"
    ):
        mg.loads("{" + ", ".join(pairs) + "}")


def test_neither_text_nor_bytes() -> None:
    """A parsed value is no text."""
    with pytest.raises(mg.errors.WrongTypeError, match=r"give JSON as text or bytes, not \{\}"):
        mg.loads({})  # type: ignore[arg-type]  # on purpose


def test_folders_that_are_refused(tmp_path: Path) -> None:
    """An empty one, a file that belongs nowhere, a wrong name, a link out, a folder as a file."""
    files = r"manifest\.json, states\.json \(or states\.csv\), organizations\.json, treaties\.json"
    with pytest.raises(mg.errors.DataFileError, match=f"no data file; a dataset has {files}, "):
        mg.load(tmp_path)
    put(tmp_path / "a", people={}, members__iom=steps())
    with pytest.raises(
        mg.errors.DataFileError, match=r"(?s)2 problems.*members/iom.json: is no file of"
    ):
        mg.load(tmp_path / "a")
    put(tmp_path / "b", memberships__unhcr=steps())
    with pytest.raises(mg.errors.DataFileError, match="is about 'iom'; call the file"):
        mg.load(tmp_path / "b")
    put(tmp_path / "c", sources=SOURCES)
    (tmp_path / "c" / "states.json").symlink_to(put(tmp_path / "d", states={}) / "states.json")
    with pytest.raises(mg.errors.DataFileError, match=r"states.json: is a link out of the folder"):
        mg.load(tmp_path / "c")
    (tmp_path / "e" / "states.json").mkdir(parents=True)
    with pytest.raises(mg.errors.DataFileError, match=r"states.json: cannot be read"):
        mg.load(tmp_path / "e")
    with pytest.raises(mg.errors.DataFileError, match="there is no such file or folder"):
        mg.load(tmp_path / "nowhere")
    with pytest.raises(mg.errors.WrongTypeError, match="give a path as text or Path, not 7"):
        mg.load(7)  # type: ignore[arg-type]  # on purpose


def test_all_files_are_read_before_any_problem_is_told(tmp_path: Path) -> None:
    """Every problem of every file, at once."""
    bad = steps(step("KAZ", "joind", "2002-13"), x=1)
    put(tmp_path, memberships__iom=bad, sources={"form": 1, "sources": [{"id": 7}]})
    said = "\n".join(map(str, mg.validate(tmp_path)))
    for each in (
        "memberships/iom.json $.transitions[0].kind: 'joind' is no transition kind (did you",
        "memberships/iom.json $.transitions[0].date: '2002-13' is not a date",
        "memberships/iom.json $: unknown keys 'x'; there are attestations, checked_on, complete",
        "sources.json $.sources[0].id: 7 is not text",
        "sources.json $.sources[0].title: required field missing",
    ):
        assert each in said


def test_a_text_that_is_no_json_hides_no_other_problem(tmp_path: Path) -> None:
    """What can be read is read."""
    put(tmp_path, manifest="{", sources={"form": 1, "sources": [{"id": 7}]})
    places = {problem.place for problem in mg.validate(tmp_path)}
    assert {"manifest.json", "sources.json $.sources[0].id"} <= places


def test_rules_hold_for_what_is_loaded(tmp_path: Path) -> None:
    """Alone it must hold all it names; laid over ours, only what is new."""
    put(tmp_path, sources=SOURCES, memberships__iom=steps(step("LBN", "joined", "2027-11-30")))
    with pytest.raises(mg.errors.DataFileError, match=r"names 'LBN', which is not in states.csv"):
        mg.load(tmp_path)
    assert () == mg.validate(tmp_path, onto=mg.dataset())
    facts = mg.load(tmp_path, onto=mg.dataset())
    with pytest.warns(mg.errors.CoverageWarning, match="nothing changed since"):
        # one fact does not tell what else happened until its day
        assert mg.is_member("Lebanon", "2027-11-30", dataset=facts) is mg.Answer.YES
    assert mg.is_member("Lebanon", "2025-01-01") is mg.Answer.NO, "the bundled facts are as before"


def test_unknown_names_are_met_with_suggestions(tmp_path: Path) -> None:
    """Of states, and of sources."""
    row = step("KAX", "joined", "2027", citations=[{"source": "my-newz"}])
    put(tmp_path, sources=SOURCES, memberships__iom=steps(row))
    said = "\n".join(map(str, mg.validate(tmp_path, onto=mg.dataset())))
    assert re.search(r"names 'KAX', which is not in states.csv .did you mean .*KAZ", said)
    assert "cites the source 'my-newz', which is not in sources.json (did you mean my-news" in said


# -- in use --------------------------------------------------------------------------------------


def test_a_dataset_in_use() -> None:
    """In the block, in blocks within, and not after it; an error ends it as well."""
    press = mg.restricted_to(mg.dataset(), kinds=["press"])
    with mg.using(FULL) as facts:
        assert FULL is facts is mg.dataset()
        with mg.using(press):
            assert press is mg.dataset()
        assert ("AAA",) == mg.members_on("1990-05-01").codes
    assert "migrationgov" == mg.dataset().manifest.name
    with pytest.raises(mg.errors.UnknownStateError), mg.using(FULL):
        mg.find_state("KAZ")
    assert mg.find_state("KAZ")
    for wrong in (None, 7):
        with pytest.raises(mg.errors.WrongTypeError, match="Dataset"):
            mg.using(wrong)  # type: ignore[arg-type]  # on purpose


def test_a_dataset_in_use_is_so_in_its_thread_and_task_only() -> None:
    """Neither other threads nor tasks beside see it."""
    seen: list[str] = []

    def elsewhere() -> None:
        seen.append(mg.dataset().manifest.name)

    with mg.using(FULL):
        other = threading.Thread(target=elsewhere)
        other.start()
        other.join()
    assert ["migrationgov"] == seen

    async def ask(facts: mg.Dataset | None) -> str:
        if facts is None:
            await asyncio.sleep(0)
            return mg.dataset().manifest.name
        with mg.using(facts):
            await asyncio.sleep(0)
            return mg.dataset().manifest.name

    async def both() -> list[str]:
        return list(await asyncio.gather(ask(FULL), ask(None), ask(FULL)))

    assert ["miniature", "migrationgov", "miniature"] == asyncio.run(both())


# -- whatever strangers send ---------------------------------------------------------------------


@settings(max_examples=200)
@given(
    st.one_of(
        st.text(max_size=200),
        st.binary(max_size=200),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=5),
            lambda each: (
                st.lists(each, max_size=3)
                | st.dictionaries(st.sampled_from(["form", "states", "id", "counts", "x"]), each)
            ),
            max_leaves=12,
        ).map(json.dumps),
    )
)
def test_only_our_errors_come_out(text: str | bytes) -> None:
    """Of anything at all: a dataset, or a `DataFileError`."""
    try:
        assert isinstance(mg.loads(text), mg.Dataset)
    except mg.errors.DataFileError as error:
        assert error.problems


@settings(max_examples=150)
@given(st.data())
def test_a_damaged_dataset_is_loaded_whole_or_not_at_all(data: st.DataObject) -> None:
    """One value replaced anywhere: what comes out is a dataset, or an error that says where."""
    whole = json.loads(mg.dumps(FULL))
    node, key = data.draw(st.sampled_from(list(places(whole))))
    node[key] = data.draw(
        st.sampled_from([None, 7, -1, True, "", "x", [], {}, [[]], "2002-13", "9" * 400, 1e308])
    )
    try:
        facts = mg.loads(json.dumps(whole))
    except mg.errors.DataFileError as error:
        assert error.problems
    else:
        mg.loads(mg.dumps(facts))


def test_nothing_is_written_outside_the_folder(tmp_path: Path) -> None:
    """An id that leads out of it is refused before anything is written."""
    (one,) = dataset().registers
    evil = mg.model.Register.of(
        OrganizationId("../../evil"), one.covered_from, one.covered_until, one.transitions
    )
    with pytest.raises(mg.errors.DataFileError, match=r"'../../evil' cannot name a file"):
        mg.dump(dataset(registers=(evil,)), tmp_path / "deep" / "er")
    assert [] == list(tmp_path.iterdir())


def test_a_folder_without_states(tmp_path: Path) -> None:
    """Only the files with records are written."""
    facts = mg.loads('{"schema_version": 3}')
    mg.dump(facts, tmp_path / "empty")
    assert ["manifest.json"] == [each.name for each in (tmp_path / "empty").iterdir()]
    assert facts == mg.load(tmp_path / "empty")


def test_tables_of_states_need_no_descriptor(tmp_path: Path) -> None:
    """It describes the columns for other programs; without one the tables are of this version."""
    facts = dataset()
    mg.dump(facts, tmp_path / "mine")
    (tmp_path / "mine" / "states.csv-metadata.json").unlink()
    assert facts == mg.load(tmp_path / "mine")
