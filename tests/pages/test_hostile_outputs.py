"""Facts that try to break what shows them: refused on load, and inert in every output."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from rdflib import Graph
from test_hostile_facts import facts_named

import migrationgov as mg
from html_reading import Reading
from migrationgov import exports, plots
from migrationgov.commands import main
from migrationgov.control_characters import escaped_controls, problem_of, without_controls
from migrationgov.exports import answer_files
from migrationgov.exports.answer_rows import typed_columns
from migrationgov.vocabularies import SourceId, SourceKind
from miniature import dataset, everything

#: What a file may have; each is dangerous somewhere.
SHOWN = [
    "</script><script>alert(1)</script>", "<!--<script>", '"><img src=x onerror=alert(1)>', "]]>",
    "=cmd|'/C calc'!A0", "@SUM(1)", "+1+1", "-2+3", " =1", "../../etc/passwd", "a\tb\nc",
    "}, @misc{x, title={y}}", r"\input{x} $ % # _ ^ ~", "{{7*7}} {raw} `x` | $HOME", "a\u200fb",
]  # fmt: skip
#: What no file may have.
CONTROLS = [
    "\x1b[31mred", "\x9b31m", "a\x00b", "a\x07", "a\rb", "\u202egpj.exe", "a\u2066b", "a\u2028b",
    "tag\U000e0041", "\x7f",
]  # fmt: skip
UNSEEN = ["\u200b", "\ufeff \u200d"]
_MOVES = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


def written(name: str, tmp_path: Path) -> mg.Dataset:
    """Facts with a text in every place for a text, as a file would have them."""
    facts = facts_named(name)
    if not problem_of(name):
        assert facts == mg.loads(mg.dumps(facts))
    return facts


def html(facts: mg.Dataset, name: str, tmp_path: Path) -> None:
    for answer in (
        facts.sources[0], facts.state("AAA"), mg.members_on("2002", dataset=facts),
        mg.process_participants("a-process", dataset=facts), facts.processes[0],
        mg.status_on("AAA", "2002", dataset=facts), facts.organizations[0],
    ):  # fmt: skip
        Reading(answer._repr_html_())


def svg(facts: mg.Dataset, name: str, tmp_path: Path) -> None:
    axes: Any = plots.institution_timeline("iom", dataset=facts)
    axes.figure.savefig(tmp_path / "a.svg")
    tags = {each.tag.rpartition("}")[2] for each in ET.parse(tmp_path / "a.svg").iter()}  # noqa: S314 -- our own file
    assert not tags & {"script", "img", "foreignObject", "a"}


def csv_files(facts: mg.Dataset, name: str, tmp_path: Path) -> None:
    exports.write_tables(tmp_path / "kept", dataset=facts)
    exports.write_tables(tmp_path / "escaped", dataset=facts, escape_formulas=True)
    formula = re.compile(r"\s*[=+@-]")
    for file in (tmp_path / "kept").glob("*.csv"):
        kept, escaped = (
            list(csv.reader(io.StringIO((tmp_path / each / file.name).read_text("utf-8"))))
            for each in ("kept", "escaped")
        )
        for old, new in zip(chain(*kept), chain(*escaped), strict=True):
            assert old in (new, new.removeprefix("'"))
            assert not formula.match(new)
    text = facts.sources[0].to_csv(escape_formulas=True)
    assert not any(formula.match(cell) for row in csv.reader(io.StringIO(text)) for cell in row)
    assert name in next(csv.DictReader(io.StringIO(facts.sources[0].to_csv())))["title"]


def excel(facts: mg.Dataset, name: str, tmp_path: Path) -> None:
    for library, write in answer_files._WRITERS.items():
        file = tmp_path / f"{library}.xlsx"
        book = io.BytesIO()
        write(typed_columns(facts.sources[0])[0], book)
        file.write_bytes(book.getvalue())
        heading, cells, *_ = openpyxl.load_workbook(file).active.iter_rows()
        (title,) = (c for h, c in zip(heading, cells, strict=True) if h.value == "title")
        assert title.data_type == "s"
        assert title.quotePrefix == name.lstrip().startswith(("=", "+", "-", "@"))


def bibtex(facts: mg.Dataset, name: str, tmp_path: Path) -> None:
    text = mg.cite(facts.sources, "bibtex", dataset=facts)
    assert 1 == len(re.findall("^@", text, re.MULTILINE))
    plain = re.sub(r"\\text\w+\{\}", "", text)
    assert plain.count("{") == plain.count("}")
    assert not _MOVES.search(text)


def csl(facts: mg.Dataset, name: str, tmp_path: Path) -> None:
    text = mg.cite(facts.sources, "csl-json", dataset=facts)
    assert not _MOVES.search(text)
    assert name.split() == json.loads(text)[0]["title"].split()


def json_ld(facts: mg.Dataset, name: str, tmp_path: Path) -> None:
    text = exports.json_ld(dataset=facts)
    assert "<" not in text
    assert not _MOVES.search(text)
    found = json.loads(text)
    assert name in [each.get("name") for each in found["@graph"]]
    if not problem_of(name):
        Graph().parse(data=text, format="json-ld")


def terminal(facts: mg.Dataset, name: str, tmp_path: Path) -> None:
    texts = [
        mg.cite(facts.sources, dataset=facts), repr(facts.sources[0]), repr(facts.state("AAA")),
        repr(mg.members_on("2002", dataset=facts)),
        repr(mg.process_participants("a-process", dataset=facts)),
    ]  # fmt: skip
    for text in texts:
        assert not _MOVES.search(text)


OUTPUTS: list[Callable[[mg.Dataset, str, Path], None]] = [
    html, svg, csv_files, excel, bibtex, csl, json_ld, terminal,
]  # fmt: skip


@pytest.mark.filterwarnings("ignore:.*deprecated, use Dataset:DeprecationWarning")  # rdflib's own
@pytest.mark.parametrize("name", SHOWN, ids=ascii)
@pytest.mark.parametrize("output", OUTPUTS, ids=lambda each: each.__name__)
def test_hostile_facts_are_inert(
    output: Callable[[mg.Dataset, str, Path], None], name: str, tmp_path: Path
) -> None:
    """A text stays a text in every output; the pages have tests of their own."""
    output(written(name, tmp_path), name, tmp_path)


@pytest.mark.parametrize("name", CONTROLS, ids=ascii)
@pytest.mark.parametrize("output", [bibtex, csl, json_ld, terminal], ids=lambda e: e.__name__)
def test_control_characters_of_own_records_move_nothing(
    output: Callable[[mg.Dataset, str, Path], None], name: str, tmp_path: Path
) -> None:
    """A record that a program makes may have them; what it prints has none."""
    output(written(name, tmp_path), name, tmp_path)


@pytest.mark.parametrize("name", [*CONTROLS, *UNSEEN], ids=ascii)
def test_control_characters_are_refused_on_load(name: str, tmp_path: Path) -> None:
    """In every file, with the place; also in a table of states and on the command line."""
    facts = facts_named("plain name")
    for text in (mg.dumps(facts), mg.dumps(facts).encode()):
        raw = json.loads(text)
        for places in (raw["sources"][0], raw["states"][0], raw["organizations"][0]):
            key = "title" if "title" in places else "name"
            kept, places[key] = places[key], name
            with pytest.raises(
                mg.errors.DataFileError, match=r"control character|that are not seen"
            ):
                mg.loads(json.dumps(raw))
            places[key] = kept
    mg.dump(facts, tmp_path)
    table = tmp_path / "states.csv"
    table.write_text(table.read_text("utf-8").replace("plain name", f'"{name}"'), "utf-8")
    with pytest.raises(mg.errors.DataFileError, match=r"states"):
        mg.load(tmp_path)


def test_the_command_line_shows_no_control_character(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message about a file is inert, too."""
    raw = json.loads(mg.dumps(dataset()))
    raw["sources"][0]["title"] = raw["sources"][0]["note"] = "\x1b[31mred\u202e"
    (tmp_path / "a.json").write_text(json.dumps(raw), "utf-8")
    assert 1 == main(["check", str(tmp_path / "a.json")])
    shown = capsys.readouterr()
    assert "U+001B" in shown.out + shown.err
    assert not _MOVES.search((shown.out + shown.err).replace("\n", ""))


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://x", "data:text/html,x", "http://", 'https://x/">', "x"]
)
def test_only_addresses_of_the_web_are_read(url: str) -> None:
    """Other programs make links of them."""
    source = mg.model.Source(id=SourceId("a-source"), title="T", kind=SourceKind.PRESS, url=url)
    with pytest.raises(mg.errors.DataFileError, match="is no address of a page on the web"):
        mg.loads(mg.dumps(dataset(sources=(source,))))


def test_what_a_source_gives_has_no_control_character() -> None:
    """Neither in a name that it gives, nor in its words."""
    text = mg.dumps(everything())
    for change in ({"gives": "a\x1b"}, {"quote": "\x9b"}, {"source": "a\x1b"}):
        raw: Any = json.loads(text)
        raw["states"][0]["citations"] = [{"source": "a-source", **change}]
        with pytest.raises(mg.errors.DataFileError, match="control character"):
            mg.loads(json.dumps(raw))
    raw["states"][0]["citations"] = [{"source": "a-source", "gives": 7}]
    assert 7 == mg.loads(json.dumps(raw)).states[0].citations[0].gives


def test_texts_without_control_characters() -> None:
    """Escapes give the same value; plain texts stay as they are."""
    for each in ("plain", "\u062c\u0645", "a\tb\nc", "joined\u200dsigns"):
        assert each == without_controls(each) == escaped_controls(each)
        assert "" == problem_of(each)
    text = json.dumps("\U000e0041\x9b\u202e\x7f\xe9", ensure_ascii=False)
    assert json.loads(text) == json.loads(escaped_controls(text))
    assert "\xe9" == escaped_controls(text)[-2]
