"""``python -m migrationgov``: lines, JSON, exit codes and errors."""

from __future__ import annotations

import json
import os
import runpy
import subprocess
import sys
import tempfile
from pathlib import Path
from unittest.mock import Mock

import pytest

from migrationgov.__main__ import main

ROOT = Path(__file__).parent.parent
OWN = str(ROOT / "examples" / "own_organization")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["members", "2002-12-02"], "KAZ\tKazakhstan\tcertain\t2002-12-02"),
        (["members", "1955-01-01"], "BEL\tBelgium\tpossible"),
        (["members", "2020", "--institution", "Bali Process"], "THA\tThailand\tlisted\t2020~"),
        (["why", "KAZ", "2002-12-02"], "KAZ in iom on 2002-12-02: member"),
        (["why", "THA", "2012", "--institution", "Bali Process"], "the best reading rests on it"),
        (["members", "2020", "--institution", "NRMC", "--data", OWN], "3 certain"),
        (["process", "Almaty Process", "--on", "2015-10-22"], "KAZ: chair of almaty-process"),
        (["state", "Kazakhstan"], "KAZ joined 2002-12-02 (iom)"),
        (["check", OWN], "no problems"),
        (["cite", "KAZ"], "MC/2097/Rev.1"),
        (["cite", "KAZ", "--style", "bibtex"], "@techreport{iom-mc-2097-rev1,"),
    ],
)
def test_answers(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As lines."""
    assert 0 == main(arguments)
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "many"),
    [
        (["members", "2002-12-02"], 98),
        (["process", "IGC"], 17),
        (["state", "KAZ"], 3),
        (["why", "KAZ", "2002"], 4),
        (["check", OWN], 0),
        (["cite", "KAZ"], 5),
    ],
)
def test_json(arguments: list[str], many: int, capsys: pytest.CaptureFixture[str]) -> None:
    """The same as plain values."""
    assert 0 == main([*arguments, "--json"])
    assert many <= len(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["members", "2002-13"], "migrationgov: '2002-13' is not a date"),
        (["state", "Kazakstann"], "did you mean KAZ"),
        (["process", "Process"], "may be any of"),
        (["members", "2002", "--data", "/nowhere"], "there is no such file or folder"),
        (["cite", "KAZ", "--style", "apa"], "it may be 'text', 'bibtex', 'csl-json'"),
    ],
)
def test_errors(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, no traceback, and 1."""
    assert 1 == main(arguments)
    assert said in capsys.readouterr().err


def test_a_check_that_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every problem on a line, and 1; alone the names of states are missing."""
    assert 1 == main(["check", OWN, "--alone"])
    out = capsys.readouterr().out
    assert "names 'EST', which is not in states.csv" in out
    assert out.splitlines()[-1].endswith(" problems")
    (tmp_path / "sources.json").write_text("{", encoding="utf-8")
    assert 1 == main(["check", str(tmp_path), "--json"])
    assert "sources.json" == json.loads(capsys.readouterr().out)[0]["place"]


def test_warnings_go_to_the_other_stream(capsys: pytest.CaptureFixture[str]) -> None:
    """So that what is piped on is the answer alone."""
    assert 0 == main(["members", "2031"])
    assert "migrationgov: 2031 lies outside what is known" in capsys.readouterr().err


def test_it_runs_as_a_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a version, and help for whoever asks nothing."""
    monkeypatch.delitem(sys.modules, "migrationgov.__main__")
    monkeypatch.setattr(sys, "argv", ["migrationgov", "members", "2002-12-02"])
    with pytest.raises(SystemExit) as done_here:
        runpy.run_module("migrationgov", run_name="__main__")
    assert 0 == done_here.value.code
    command = [sys.executable, "-m", "migrationgov"]
    done = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.startswith("26.")
    lost = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert 2 == lost.returncode
    assert "COMMAND" in lost.stderr


def test_a_reader_that_has_enough() -> None:
    """`... | head` closes the pipe: no traceback."""
    ours, theirs = os.pipe()
    os.close(ours)
    command = [sys.executable, "-m", "migrationgov", "cite", "USA", "--json"]
    done = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603
    os.close(theirs)
    assert (0, "") == (done.returncode, done.stderr)


def test_a_broken_pipe_is_the_end_of_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the same process."""
    with tempfile.TemporaryFile("w+") as out:
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr("builtins.print", Mock(side_effect=BrokenPipeError))
        assert 0 == main(["members", "2002-12-02"])


def test_check_lays_a_path_over_other_facts(capsys: pytest.CaptureFixture[str]) -> None:
    """What `--data` names is there before the path is held against it."""
    assert 0 == main(["check", OWN, "--data", OWN])
    assert "no problems" in capsys.readouterr().out
