"""A release, as the programs that read it see it, and as `load` reads it again."""

from __future__ import annotations

import errno
import hashlib
import importlib
import json
import lzma
import os
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import attrs
import duckdb
import frictionless
import pyarrow.parquet as pq
import pytest
import rdflib
import release as release_tool

import migrationgov as mg
from frozen_facts import FILE
from migrationgov import exports
from migrationgov.exports.columns import columns_of_table
from migrationgov.exports.release_tables import quoted
from migrationgov.vocabularies import TransitionKind
from miniature import body, dataset, everything, register, state
from strategies import transition

FULL = everything()


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of made-up facts of every kind."""
    return exports.write_release(tmp_path_factory.mktemp("one") / "release", dataset=FULL)


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the content of each file."""
    found = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in found}


def test_made_twice_it_is_equal_byte_by_byte(release: Path, tmp_path: Path) -> None:
    """And every file has its checksum, but for the list of checksums itself."""
    again = exports.write_release(str(tmp_path / "deep" / "release"), dataset=FULL)
    made = files_in(release)
    assert made == files_in(again)
    lines = made.pop("SHA256SUMS").decode().splitlines()
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in made.items()}
    assert sorted(f"{digest}  {name}" for name, digest in sums.items()) == sorted(lines)


def test_a_dataset_without_facts_has_every_table_with_its_columns(
    release: Path, tmp_path: Path
) -> None:
    """The columns are those of the table, not of its rows; the views of SQL can be asked."""
    empty = exports.write_release(tmp_path / "release", dataset=mg.Dataset.of(FULL.manifest))
    for file in (release / "csv").glob("*.csv"):
        heading = file.read_text("utf-8").partition("\n")[0]
        rows = (empty / "csv" / file.name).read_text("utf-8").splitlines()
        assert rows[0] == heading, file.name
    for file in (release / "parquet").iterdir():
        assert pq.read_schema(file) == pq.read_schema(empty / "parquet" / file.name), file.name
    base = sqlite3.connect(empty / "migrationgov.sqlite")
    views = base.execute("SELECT name FROM sqlite_schema WHERE type='view'").fetchall()
    assert len(views) > 2
    for (name,) in views:
        assert base.execute(f"SELECT * FROM {quoted(name)}").fetchall() == []  # noqa: S608 -- as the views are named
    base.close()


def test_a_row_has_the_columns_of_its_table() -> None:
    """All of them, and no other: what typed tables write is what `tables` gives."""
    made, real = exports.tables(FULL), exports.tables()
    for name in made:
        found = {tuple(row) for row in (*made[name], *real[name])}
        assert found <= {tuple(columns_of_table(name))}, name


def test_the_folder_is_for_whom_new_folders_are(release: Path) -> None:
    """And nothing is left beside it."""
    beside = release.parent / "beside"
    beside.mkdir()
    assert stat.S_IMODE(beside.stat().st_mode) == stat.S_IMODE(release.stat().st_mode)
    assert {"release", "beside"} == {each.name for each in release.parent.iterdir()}


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    """One that is not empty is refused, and a file of that name, too."""
    exports.write_release(tmp_path, dataset=dataset())
    with pytest.raises(OSError, match="needs a folder of its own") as refused:
        exports.write_release(tmp_path, dataset=dataset())
    assert errno.ENOTEMPTY == refused.value.errno
    with pytest.raises(NotADirectoryError):
        exports.write_release(tmp_path / "README.md", dataset=dataset())


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a part of the release nor a file beside it; the message names the file."""

    def full(*_: Any) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("migrationgov.exports.release_tables.views", full)
    with pytest.raises(OSError, match=r"disk is full.*migrationgov\.sqlite"):
        exports.write_release(tmp_path / "release", dataset=dataset())
    assert [] == list(tmp_path.iterdir())


def test_only_a_release_needs_sqlite() -> None:
    """Some builds of Python lack it: the tables and the linked data are there without it."""
    code = (
        "import sys; sys.modules['sqlite3'] = None;"
        " from migrationgov import exports; print(len(exports.tables()['votes']) > 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


def test_a_release_needs_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so before the work, and how to get it."""

    def lacking(name: str) -> Any:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr("migrationgov.optional_imports.import_module", lacking)
    with pytest.raises(mg.errors.MissingExtraError, match=r"migrationgov\[release\]"):
        exports.write_release(tmp_path / "release", dataset=FULL)
    assert [] == list(tmp_path.iterdir())


# -- what programs read --------------------------------------------------------------------------


def test_sqlite_parquet_and_csv_have_the_same_rows(release: Path) -> None:
    """In every table: the same columns in the same order, and the same values as text."""
    base = sqlite3.connect(release / "migrationgov.sqlite")
    names = [name for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE type='table'")]
    assert set(names) == {each.stem for each in (release / "parquet").iterdir()}
    assert {*exports.tables(FULL), "stretches", "years", "days"} == set(names)
    for name in names:
        found = base.execute(f"SELECT * FROM {quoted(name)}")  # noqa: S608 -- as the tables are named
        stored = [tuple(map(text, row)) for row in found]
        columns = [each[0] for each in found.description]
        parquet = pq.read_table(release / "parquet" / f"{name}.parquet")
        rows = [tuple(map(text, row.values())) for row in parquet.to_pylist()]
        assert columns == parquet.column_names
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", each) for each in (name, *columns))
        assert sorted(stored) == sorted(rows), name
        csv = duckdb.read_csv(str(release / "csv" / f"{name}.csv"), all_varchar=True, sep=",")
        lines = [tuple(map(of_csv, row)) for row in csv.fetchall()]
        assert columns == csv.columns
        assert sorted(lines) == sorted(stored), name
    base.close()


def text(value: Any) -> str:
    """Return a value as text; SQLite has 0 and 1 for no and yes."""
    return "" if value is None else str(int(value) if isinstance(value, bool) else value)


def of_csv(value: str | None) -> str:
    """Return a value of a CSV file as that of the others."""
    return {"true": "1", "false": "0"}.get(value or "", value or "")


def test_every_row_of_evidence_has_its_sources(release: Path) -> None:
    """The view `why` names the sources of all rows that rest on a record."""
    base = sqlite3.connect(release / "migrationgov.sqlite")
    ids = {row[0] for row in base.execute("SELECT evidence_id FROM stretches") if row[0]}
    explained = {row[0] for row in base.execute("SELECT evidence_id FROM why")}
    assert len(ids) > 5
    assert ids == explained
    base.close()


def test_the_data_package_of_a_release_is_valid(release: Path) -> None:
    """With its types, keys and references."""
    report = frictionless.validate(str(release / "csv" / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])[:5]


@pytest.mark.filterwarnings("ignore:.*deprecated, use Dataset:DeprecationWarning")
def test_the_catalogue_is_read_by_rdflib(release: Path) -> None:
    """Each file of data is a distribution with its checksum."""
    graph = rdflib.Graph().parse(release / "dcat.jsonld", format="json-ld")
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    spdx = rdflib.Namespace("http://spdx.org/rdf/terms#")
    (about,) = graph.subjects(rdflib.RDF.type, dcat.Dataset)
    names = {str(each).rpartition("release")[2] for each in graph.objects(None, dcat.downloadURL)}
    assert any(each.endswith("/migrationgov.sqlite") for each in names)
    assert len(names) == len(set(graph.objects(about, dcat.distribution)))
    sums = {str(each) for each in graph.objects(None, spdx.checksumValue)}
    assert hashlib.sha256((release / "migrationgov.json").read_bytes()).hexdigest() in sums


def test_croissant_names_every_column_of_every_file(release: Path) -> None:
    """Each field is a column of a CSV file that is there, with its checksum."""
    about = json.loads((release / "croissant.json").read_text("utf-8"))
    files = {each["@id"]: each["sha256"] for each in about["distribution"]}
    for name, digest in files.items():
        assert hashlib.sha256((release / name).read_bytes()).hexdigest() == digest
    for records in about["recordSet"]:
        named = [each["source"]["extract"]["column"] for each in records["field"]]
        (file,) = {each["source"]["fileObject"]["@id"] for each in records["field"]}
        heading = (release / file).read_text("utf-8").splitlines()[0]
        assert file in files
        assert heading.split(",") == named


@pytest.mark.filterwarnings("ignore:.*deprecated, use Dataset:DeprecationWarning")
@pytest.mark.skipif(find_spec("mlcroissant") is None, reason="mlcroissant is not installed")
def test_croissant_is_read_by_mlcroissant(release: Path) -> None:
    """Its own reader finds no error, and reads the rows of a table."""
    library = importlib.import_module("mlcroissant")
    read = library.Dataset(jsonld=str(release / "croissant.json"))
    assert not read.metadata.issues.errors
    years = sum(1 for _ in read.records("years"))
    assert pq.read_table(release / "parquet" / "years.parquet").num_rows == years


def test_the_page_explains_every_file_and_every_grade(release: Path) -> None:
    """Files in folders by their folder; and archives get a title, a licence, a version."""
    page = (release / "README.md").read_text("utf-8")
    for name in files_in(release):
        assert f"`{name.partition('/')[0]}" in page, name
    for name in ("stretches", "members_on_day", "roles_on_day", "panel_year", "why"):
        assert f"`{name}`" in page
    for grade in mg.vocabularies.Grade:
        assert f"**{grade}**" in page
    assert "Where it is empty, `start` is only" in page  # a first list is no entry
    zenodo = json.loads((release / ".zenodo.json").read_text("utf-8"))
    codemeta = json.loads((release / "codemeta.json").read_text("utf-8"))
    assert FULL.as_of == zenodo["version"] == codemeta["version"] == zenodo["publication_date"]


def test_the_authors_are_those_of_the_data(release: Path) -> None:
    """In each form of the metadata, as in a citation; the package names the same authors."""
    croissant, dcat, zenodo, codemeta = (
        json.loads((release / name).read_text("utf-8"))
        for name in ("croissant.json", "dcat.jsonld", ".zenodo.json", "codemeta.json")
    )
    assert croissant["citeAs"].startswith(f"{croissant['creator']['name']}. miniature")
    assert {"The miniature authors"} == {
        croissant["creator"]["name"], dcat["dct:creator"]["foaf:name"],
        zenodo["creators"][0]["name"], codemeta["author"][0]["name"],
    }  # fmt: skip
    for file in ("pyproject.toml", "CITATION.cff"):
        text = (release_tool.ROOT / file).read_text("utf-8")
        assert f'"{mg.dataset().manifest.authors}"' in text


def test_names_that_sql_must_quote(tmp_path: Path) -> None:
    """Quotes and statements in a name stay text; so do they in the names of columns."""
    name = """Robert'); DROP TABLE "states";--"""
    named = attrs.evolve(
        body("some-body"), name=name, names=(mg.model.Name(text=name),), acronym='"'
    )
    facts = dataset(organizations=(named, body("iom")))
    folder = exports.write_release(tmp_path / "it's", dataset=facts)
    base = sqlite3.connect(folder / "migrationgov.sqlite")
    asked = "SELECT name, acronym FROM organizations WHERE id = 'some-body'"
    assert [(name, '"')] == base.execute(asked).fetchall()
    assert base.execute("SELECT count(*) FROM states").fetchone()[0]
    base.close()
    assert '"a""b"' == quoted('a"b')


# -- data of another release ---------------------------------------------------------------------


def test_a_release_is_loaded_from_its_folder_and_from_a_zip_file(
    release: Path, tmp_path: Path
) -> None:
    """At the top of the zip file, or in one folder of it."""
    top = shutil.make_archive(str(tmp_path / "top"), "zip", release)
    within = shutil.make_archive(str(tmp_path / "within"), "zip", release.parent, "release")
    for place in (release, top, within):
        assert FULL == mg.load(place)


def test_a_release_with_packages_is_loaded_by_its_data(release: Path, tmp_path: Path) -> None:
    """The folder that `make release` writes, and a zip file of it; a problem names the folder."""
    whole = tmp_path / "26.1"
    shutil.copytree(release, whole / "data")
    (whole / "packages").mkdir()
    (whole / release_tool.CHECKSUMS).write_text(NO_SUM, encoding="utf-8")
    for place in (whole, shutil.make_archive(str(tmp_path / "whole"), "zip", whole)):
        assert FULL == mg.load(place)
    (whole / "data/migrationgov.json").write_text("{}", encoding="utf-8")
    (problem,) = mg.validate(whole)
    assert "26.1/data/migrationgov.json" == problem.place


def zipped(folder: Path, **files: str) -> Path:
    """Return a zip file with some files."""
    source = folder / "source"
    source.mkdir()
    for name, content in files.items():
        (source / name.replace("_", ".")).write_text(content, encoding="utf-8")
    return Path(shutil.make_archive(str(folder / "made"), "zip", source))


NO_SUM = "0" * 64 + "  other.json\n"
WRONG = "0" * 64 + "  migrationgov.json\n"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"notes": "x"}, "has no SHA256SUMS; give the zip file of one release"),
        ({"SHA256SUMS": NO_SUM}, "has no checksum of migrationgov.json"),
        ({"SHA256SUMS": WRONG}, "lacks migrationgov.json; get the release again"),
        ({"SHA256SUMS": WRONG, "migrationgov_json": "{}"}, "differs from its checksum"),
    ],
)
def test_zip_files_that_are_refused(tmp_path: Path, files: dict[str, str], message: str) -> None:
    """Each with what would help."""
    with pytest.raises(mg.errors.DataFileError, match=message):
        mg.load(zipped(tmp_path, **files))


def test_a_changed_release_is_refused(release: Path, tmp_path: Path) -> None:
    """With the file that differs; a lost one and a zip file that is none are named, too."""
    changed = Path(shutil.copytree(release, tmp_path / "changed"))
    facts = changed / "migrationgov.json"
    facts.write_text(facts.read_text("utf-8").replace("State AAA", "State X"), encoding="utf-8")
    (problem,) = mg.validate(changed)
    assert "changed/migrationgov.json" == problem.place
    assert "did not arrive whole" in problem.message
    facts.unlink()
    assert "cannot be read" in mg.validate(changed)[0].message
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"no zip")
    assert "is no zip file" in mg.validate(broken)[0].message


def test_a_release_of_a_later_form_says_what_reads_it(release: Path, tmp_path: Path) -> None:
    """The message names the forms that this version reads, and what to do."""
    later = Path(shutil.copytree(release, tmp_path / "later"))
    facts = json.loads((later / "migrationgov.json").read_text("utf-8"))
    text_of_later = json.dumps({**facts, "schema_version": 99})
    (later / "migrationgov.json").write_text(text_of_later, encoding="utf-8")
    digest = hashlib.sha256(text_of_later.encode()).hexdigest()
    (later / "SHA256SUMS").write_text(f"{digest}  migrationgov.json\n", encoding="utf-8")
    (problem,) = mg.validate(later)
    assert "schema_version 99; this version reads 1, 2 and 3" in problem.message
    assert problem.message.endswith("install a later migrationgov")
    for never in ("0", '"3"'):  # no later migrationgov reads these
        with pytest.raises(mg.errors.DataFileError, match=r"reads 1, 2 and 3$"):
            mg.loads(f'{{"schema_version": {never}}}')


def test_the_facts_of_another_release_are_in_use(release: Path) -> None:
    """A query in the block asks them."""
    with mg.using(mg.load(os.fspath(release))) as facts:
        assert facts == mg.dataset()
        assert mg.members_on("2001") == mg.members_on("2001", dataset=FULL)


def test_a_citation_names_the_release_of_the_answer() -> None:
    """After the sources, in every style; that of the answer, not the active one."""
    facts = mg.Dataset.of(
        attrs.evolve(FULL.manifest, release="30.2"),
        states=FULL.states, organizations=FULL.organizations, sources=FULL.sources,
        registers=FULL.registers,
    )  # fmt: skip
    members = mg.members_on("2001", "some-group", dataset=facts)
    *sources, last = members.cite(release=True).splitlines()
    assert members.cite().splitlines() == sources
    named = "The miniature authors. miniature 30.2, as of 2025-12-31, CC0-1.0."
    assert f"{named} published 2025-12-31" == last
    assert "@misc{miniature-30-2," in mg.cite(members, "bibtex", release=True)
    *_, item = json.loads(mg.cite(facts, "csl-json", release=True))
    assert ("miniature-30-2", "dataset") == (item["id"], item["type"])
    cut = mg.restricted_to(facts, sources=[facts.sources[0].id]).manifest.authors
    assert f"The authors of miniature, from 1 of {len(facts.sources)} sources" == cut
    *_, unnamed = json.loads(mg.cite(FULL, "csl-json", release=True))
    assert "miniature-2025-12-31" == unnamed["id"]


def test_two_releases_differ_by_the_ids_of_facts() -> None:
    """A fact keeps its id when its date is corrected; what is no fact has none."""
    before = transition("AAA", TransitionKind.JOINED, "2000-01-01")
    after = transition("AAA", TransitionKind.JOINED, "2000-02-01")
    old = dataset(registers=(register(before),))
    new = dataset(registers=(register(after),), states=(*old.states, state("CCC")))
    assert [("iom/AAA/joined/1", "changed"), ("CCC", "added")] == [
        (each.id, each.kind) for each in mg.diff(old, new)
    ]
    removed = [each.id for each in mg.diff(new, dataset(registers=(register(),)))]
    assert ["iom/AAA/joined/1", "CCC"] == removed
    (named,) = mg.diff(old, mg.Dataset.of(attrs.evolve(old.manifest, note="n"), **parts_of(old)))
    assert ("manifest.json", "") == (named.place, named.id)


def parts_of(facts: mg.Dataset) -> dict[str, Any]:
    """Return the parts of a dataset with one register."""
    return {each: getattr(facts, each) for each in PARTS}


PARTS = ["states", "organizations", "treaties", "resolutions", "sources", "registers", "processes",
         "histories", "counts"]  # fmt: skip


def test_the_data_of_26_1_give_the_answers_of_26_1(tmp_path: Path) -> None:
    """Its records are of form 2; the numbers are those that this release was made with."""
    content = lzma.decompress(FILE.read_bytes())
    digest = hashlib.sha256(content).hexdigest()
    (tmp_path / "migrationgov.json").write_bytes(content)
    (tmp_path / "SHA256SUMS").write_text(f"{digest}  migrationgov.json\n", encoding="utf-8")
    assert b'"form": 2' in content[:200] or b'"form":2' in content[:200]
    with mg.using(mg.load(tmp_path)):
        assert (93, 98) == tuple(len(mg.members_on(f"2002-12-0{day}")) for day in (1, 2))
        assert (427, 46) == (len(mg.transitions(None, "IOM")), len(mg.dataset().processes))
        bali = mg.members_on("2021", "Bali Process")
        assert (0, 45, 0) == tuple(map(len, (bali.certain, bali.listed, bali.possible)))
        assert mg.why("TKM", "2024", "Almaty Process").status.listed == "observer"
