"""`make facts` on a small repository: what it puts in order, what it refuses, what it prints."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import changelog_lines
import doc_examples
import facts
import migrationgov as mg
from git_trees import git
from miniature import dataset, state

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="the tool asks git")

DATA = Path("src/migrationgov/data")
NEWS = {
    "id": "a-news", "title": "BBB joins", "published": "2026-11-24", "kind": "press",
}  # fmt: skip
JOINED = {
    "state": "BBB", "kind": "joined", "date": "2026-11-24", "citations": [{"source": "a-news"}],
}  # fmt: skip
OLD = JOINED | {"citations": [{"source": "a-source"}]}
Change = Callable[[str, Callable[[dict[str, Any]], object]], None]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with a small dataset, and no tools that rewrite texts."""
    begun = state("AAA"), state("BBB", start="1980")
    mg.dump(dataset(states=begun), _made(tmp_path / DATA))
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "facts")
    monkeypatch.setattr(facts, "ROOT", tmp_path)
    monkeypatch.setattr(facts, "STEPS", {})
    return tmp_path


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def change(root: Path) -> Change:
    """Return a function that changes the JSON value of a data file, as an editor does."""

    def changed(part: str, how: Callable[[dict[str, Any]], object]) -> None:
        file = root / DATA / f"{part}.json"
        value = json.loads(file.read_text(encoding="utf-8"))
        how(value)
        file.write_text(json.dumps(value), encoding="utf-8")

    return changed


def append(change: Change, step: dict[str, Any], source: dict[str, Any] | None = None) -> None:
    """Append a transition, and its source if it is new, at the ends of their lists."""
    if source:
        change("sources", lambda value: value["sources"].append(source))
    change("memberships/iom", lambda value: value["transitions"].append(step))


def all_texts(root: Path) -> dict[str, bytes]:
    """Return the content of every file of the repository."""
    files = (each for each in root.rglob("*") if each.is_file() and ".git" not in each.parts)
    return {str(file): file.read_bytes() for file in files}


def test_a_fact_is_two_records_and_one_command(
    root: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    """Appended records get their places, and dates move; a second run changes nothing."""
    append(change, JOINED, NEWS)
    append(change, JOINED | {"state": "AAA", "kind": "admitted", "date": "1990-01"})
    assert 0 == facts.main(["--covered", "iom=2026-11-24"])
    made = mg.load(root / DATA)
    assert ["AAA admitted", "AAA joined", "BBB joined"] == [
        f"{each.party} {each.kind}" for each in made.registers[0].transitions
    ]
    assert ["a-news", "a-source"] == [each.id for each in made.sources]
    assert ("2026-11-24", "None") == (
        str(made.registers[0].covered_until), str(made.registers[0].checked_on),
    )  # fmt: skip
    assert "2026-11-24" == str(made.manifest.as_of)
    out = capsys.readouterr().out
    assert "* BBB joined" not in out
    assert "* State BBB joined Body iom, 2026-11-24 (“BBB joins”)." in out
    assert "* Body iom: covered until 2026-11-24." in out
    before = all_texts(root)
    assert 0 == facts.main([])
    assert "nothing to change" in capsys.readouterr().out
    assert before == all_texts(root)


def test_dates_move_where_they_are_told_to(root: Path) -> None:
    """checked_on follows covered_until where it would lie before it, and as_of follows both."""
    assert 0 == facts.main(
        ["--covered", "a-process=2025", "--checked", "iom=2026-01,a-process=2025"]
    )
    assert 0 == facts.main(["--covered", "a-process=2026-02"])
    made = mg.load(root / DATA)
    (process,), (register,) = made.processes, made.registers
    assert ["2026-02", "2026-02", "2026-01", "2026-02"] == [
        str(each)
        for each in (
            process.covered_until, process.checked_on, register.checked_on, made.manifest.as_of,
        )
    ]  # fmt: skip
    assert 0 == facts.main(["--as-of", "2026-03-01"])
    assert "2026-03-01" == str(mg.load(root / DATA).manifest.as_of)


COVERED = ["--covered", "iom=2026-11-24"]
BAD: dict[str, tuple[dict[str, Any], list[str], tuple[str, ...]]] = {
    "an unknown source": (
        JOINED | {"citations": [{"source": "a-sorce"}]},
        COVERED,
        (
            "memberships/iom.json transitions[1].citations[0].source BBB joined 2026-11-24: cites",
            "the source 'a-sorce', which is not in sources.json (did you mean a-source?); correct",
        ),
    ),
    "a fact after what is covered": (
        OLD,
        [],
        (
            "memberships/iom.json transitions[1] BBB joined 2026-11-24: lies after covered_until",
            '2025-12-31; set covered_until to "2026-11-24" or later in this file',
            "manifest.json as_of: 2025-12-31 lies before memberships/iom.json transitions[1] BBB",
            'This moves the dates: make facts COVERED="memberships/iom=2026-11-24"',
        ),
    ),
    "a fact twice": (
        OLD | {"state": "AAA", "date": "1990-05-01"},
        [],
        ("memberships/iom.json transitions[1] AAA joined 1990-05-01: repeats the fact of",),
    ),
    "a state that did not exist": (
        OLD | {"date": "1975-02-01"},
        [],
        (
            "memberships/iom.json transitions[1] BBB joined 1975-02-01: BBB did not exist on",
            "1975-02-01: it began on 1980; correct the date",
        ),
    ),
    "a word that is not known": (
        JOINED | {"kind": "joind"},
        [],
        ("memberships/iom.json $.transitions[1].kind: 'joind' is no transition kind",),
    ),
    "a file that is not there": (
        JOINED,
        ["--covered", "oim=2026-11-24"],
        ("'oim' names no register, process or history; write the name of a file",),
    ),
    "a name without a date": (
        JOINED,
        ["--covered", "iom"],
        ("'iom' has no date; write name=date, as iom=2026-11-24",),
    ),
    "a date that is none": (JOINED, ["--as-of", "24.11.26"], ("'24.11.26' is not a date",)),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_what_is_wrong_is_named_and_nothing_is_written(
    case: str, root: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    """File, path, value and what to do; all files are as they were."""
    step, arguments, said = BAD[case]
    append(change, step)
    before = all_texts(root)
    assert 1 == facts.main(arguments)
    out = capsys.readouterr().out
    for each in said:
        assert each in out.replace("\n", " ")
    assert "Nothing was changed." in out
    assert before == all_texts(root)


def test_a_folder_that_is_no_git_checkout_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence says where the tool works."""
    monkeypatch.setattr(facts, "ROOT", tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert 1 == facts.main([])
    refused = f"git cannot list the files of {tmp_path}; run this in a git checkout\n"
    assert f"{refused}Nothing was changed.\n" == capsys.readouterr().out


def test_paths_are_those_of_the_file_as_it_is(
    change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    """The contributor sees the file before it is sorted, so the problems name its places."""
    change("memberships/iom", lambda value: value["transitions"].insert(0, JOINED))
    assert 1 == facts.main([])
    assert "memberships/iom.json transitions[0] BBB joined" in capsys.readouterr().out


def test_a_tool_that_fails_leaves_all_as_it_was(
    root: Path, change: Change, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a tool wrote before it is not kept either; a tool that is not there is left out."""
    tools = root / "tools"
    tools.mkdir()
    tools.joinpath("writes.py").write_text("open('README.md', 'w').write('new')")
    tools.joinpath("fails.py").write_text("raise SystemExit('an example raises an error')")
    append(change, JOINED, NEWS)
    before = all_texts(root)
    steps = {"absent": "absent.py", "the README": "writes.py", "examples": "fails.py"}
    monkeypatch.setattr(facts, "STEPS", steps)
    assert 1 == facts.main(COVERED)
    assert "examples (tools/fails.py):\nan example raises an error" in capsys.readouterr().out
    assert before == all_texts(root)
    monkeypatch.setattr(facts, "STEPS", {"the README": "writes.py"})
    assert 0 == facts.main(COVERED)
    assert "new" == (root / "README.md").read_text(encoding="utf-8")


# -- lines for the changelog ----------------------------------------------------------------------


def test_each_kind_of_fact_is_a_sentence() -> None:
    """With the names of states and the titles of sources; a source alone is no line."""
    old, new = mg.as_known_on(mg.dataset(), "2013-01-01"), mg.dataset()
    text = " ".join(" ".join(changelog_lines.lines(old, new)).split())
    for each in (
        "* Seychelles joined IOM, 2011-12-05 (“",
        "* Nicaragua listed as member of IOM, 2025-12-10 (“Report on the 116th Session of the IOM",
        "* Caribbean Migration Consultations: list of participants of 2019~ (“Caribbean",
        "* Migration Dialogue for Southern Africa: Mozambique, chair, 2012 to [2012..2013] (“",
        "Africa: 5th Regional Ministerial Forum on Migration, 2024-02-29 (“Uganda takes charge",
        "* IOM: 2016-12-05: 166 member-states",
        "* Almaty Process on Refugee Protection and International Migration: covered until 2025",
        "* Corrected: Tajikistan joined IOM, 1994-11-29: date: 1994 -> 1994-11-29; +ch-sr-0",
    ):
        assert each in text
    assert [] == changelog_lines.lines(new, new)
    gone = " ".join(changelog_lines.lines(new, old))
    assert "* No longer recorded: Seychelles joined IOM, 2011-12-05" in gone


# -- examples -------------------------------------------------------------------------------------

PAGE = """Text.

```python
>>> facts = 3
>>> facts
2
>>> print("a\\n\\nb")      # an empty line would end the output

>>> [facts, 4, 5]
[3, ...]
>>> 1 / 0
Traceback (most recent call last):
    ...
ZeroDivisionError: something else

```

More.

```python
facts += 1
```

```python
>>> facts
old
and older

```
"""


def test_outputs_that_changed_are_rewritten() -> None:
    """What agrees stays as it is, with its dots; names live on from block to block."""
    said = doc_examples.rewritten(PAGE, "page.md")
    assert ">>> facts\n3\n" in said
    assert "end the output\na\n<BLANKLINE>\nb\n>>>" in said.replace("b\n\n", "b\n")
    assert "[3, ...]" in said
    assert "ZeroDivisionError: division by zero" in said
    assert said.endswith(">>> facts\n4\n\n```\n")
    assert said == doc_examples.rewritten(said, "page.md")


def test_an_example_that_raises_is_not_rewritten() -> None:
    """The page, the example and the error are named."""
    with pytest.raises(doc_examples.ExampleError, match=r"page.md: >>> 1 / 0\n  ZeroDivision"):
        doc_examples.rewritten("```python\n>>> 1 / 0\n1\n\n```\n", "page.md")


def test_an_example_that_tests_skip_is_neither_run_nor_rewritten() -> None:
    """It needs what may not be installed."""
    page = "```python\n>>> 1 / 0  # doctest: +SKIP\n>>> 1 + 1\n2\n\n```\n"
    assert doc_examples.rewritten(page, "page.md") == page
