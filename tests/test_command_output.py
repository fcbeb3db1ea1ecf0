"""The forms of an answer on the command line, its errors, and how it meets terminals and pipes."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import runpy
import shutil
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from unittest.mock import Mock

import pytest

import doc_examples
import migrationgov as mg
from migrationgov import progress
from migrationgov.commands import main
from migrationgov.commands.output import as_csv, as_json, as_markdown, as_table, as_tsv
from migrationgov.commands.tables import Column, Table
from migrationgov.commands.words import on
from migrationgov.lookup.bundled import bundled_dataset
from miniature import everything

ROOT = Path(__file__).parent.parent
MODULE = [sys.executable, "-m", "migrationgov"]
Captured = pytest.CaptureFixture[str]
MADE = Table(
    (Column("role", "Role"), Column("name", "Name"), Column("grade", "Grade"), Column("id")),
    [
        ("member", "One", "certain", "A"),
        ("member", "Two of a long name\tthat goes on", "listed", "B"),
        ("guest", "a|b", None, "C"),
    ],
    "Three",
    is_grouped=True,
)


# -- forms ----------------------------------------------------------------------------------------


def test_a_table_for_people() -> None:
    """A title, headings, a group's value once, no column without a heading."""
    assert as_table(MADE) == (
        "Three\n\n"
        "Role    Name                             Grade\n"
        "member  One                              certain\n"
        "        Two of a long name that goes on  listed\n"
        "guest   a|b"
    )
    assert as_table(MADE._replace(title="")).startswith("Role ")
    assert "Three" == as_table(MADE._replace(rows=[]))


def test_a_narrow_terminal_wraps_the_widest_cells() -> None:
    """No cell is cut, and no column is narrower than a word or two."""
    lines = as_table(MADE, 40).splitlines()
    assert max(map(len, lines)) <= 40
    assert ["Two of a long name that  listed", "goes on"] == [line.strip() for line in lines[4:6]]
    assert max(map(len, as_table(MADE, 10).splitlines())) > 10


def test_colours_mark_headings_and_grades() -> None:
    """The text without them is the same."""
    coloured = as_table(MADE, 40, is_coloured=True)
    assert "\x1b[33mlisted" in coloured
    assert "\x1b[1mRole" in coloured
    plain = re.sub("\x1b\\[[0-9]+m", "", coloured)
    assert plain.split() == as_table(MADE, 40).split()


def test_markdown() -> None:
    """Each row has all its cells, and no cell ends early."""
    lines = as_markdown(MADE).splitlines()
    assert ["Three", "", "| Role | Name | Grade |", "| --- | --- | --- |"] == lines[:4]
    assert "| member | Two of a long name that goes on | listed |" == lines[5]
    assert r"| guest | a\|b |  |" == lines[6]
    assert "Three" == as_markdown(MADE._replace(rows=[]))
    assert as_markdown(MADE._replace(title="")).startswith("| Role |")


def test_forms_for_programs() -> None:
    """All columns under their keys; nothing in a cell breaks a line."""
    assert ["role", "name", "grade", "id"] == as_tsv(MADE).splitlines()[0].split("\t")
    assert {3} == {line.count("\t") for line in as_tsv(MADE, has_headings=False).splitlines()}
    read = list(csv.reader(io.StringIO(as_csv(MADE))))
    assert ["guest", "a|b", "", "C"] == read[-1]
    assert as_csv(MADE).partition("\n")[2] == as_csv(MADE, has_headings=False)
    assert {"role": "guest", "name": "a|b", "grade": None, "id": "C"} == json.loads(as_json(MADE))[
        -1
    ]


@pytest.mark.parametrize(("text", "words"), [
    ("2002-12-02", "on 2 December 2002"), ("2002-12", "in December 2002"), ("2002", "in 2002"),
    ("2018~", "in about 2018"), ("1950/1960", "from 1950 to 1960"), ("../2002", "up to 2002"),
    ("1950~/1960~", "about from 1950 to 1960"), ("2002/..", "from 2002 on"),
    ("[2001,2002]", "in 2001 or 2002"), ("[..2002-11-22]", "on or before 22 November 2002"),
    ("[2001-05-03,2001-06-12]", "on 3 May 2001 or 12 June 2001"),
    ("[2001-05-03..2001-06-12]", "on one day from 3 May 2001 to 12 June 2001"),
    ("199X", "on some day from 1 January 1990 to 31 December 1999"),
])  # fmt: skip
def test_dates_in_words(text: str, words: str) -> None:
    """With a preposition."""
    assert words == on(mg.PartialDate(text))


# -- terminals and pipes --------------------------------------------------------------------------


class _Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def in_terminal(monkeypatch: pytest.MonkeyPatch, **variables: str) -> str:
    """What a terminal shows."""
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"COLUMNS": "80", **variables}.items():
        monkeypatch.setenv(name, value)
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    assert 0 == main(["members", "2020", "Bali Process"])
    return terminal.getvalue()


def test_a_terminal_gets_a_table_in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless it wants none."""
    assert "\x1b[33mlisted" in in_terminal(monkeypatch)
    assert "\x1b" not in in_terminal(monkeypatch, NO_COLOR="1")
    assert "\x1b" not in in_terminal(monkeypatch, TERM="dumb")


def test_a_pipe_gets_lines_with_tabs(capsys: Captured) -> None:
    """The short answer goes to the other stream, so that the lines are the answer alone."""
    assert 0 == main(["members", "2002-12-02"])
    printed = capsys.readouterr()
    assert 99 == len(printed.out.splitlines())
    assert "migrationgov: Members of IOM on 2 December 2002: 98 certain\n" == printed.err
    assert 0 == main(["members", "2002-12-02", "--no-headings", "--csv"])
    assert 98 == len(capsys.readouterr().out.splitlines())


def test_markdown_has_its_title(capsys: Captured) -> None:
    """In the text itself."""
    assert 0 == main(["members", "2002-12-02", "--markdown"])
    printed = capsys.readouterr()
    assert printed.out.startswith("Members of IOM on")
    assert "" == printed.err


def test_warnings_go_to_the_other_stream(capsys: Captured) -> None:
    """A question to many institutions gets one."""
    assert 0 == main(["members", "2031", "--table"])
    assert "migrationgov: 2031 lies outside what is known" in capsys.readouterr().err
    with mg.using(bundled_dataset()):
        assert 0 == main(["state", "KAZ", "--on", "2031", "--table"])
    (line,) = capsys.readouterr().err.splitlines()
    assert re.match(r"migrationgov: 2031 lies outside .* of \d+ institutions \(", line)


@pytest.mark.parametrize("form", ["--table", "--json"])
def test_a_terminal_of_ascii_letters(form: str) -> None:
    """A letter that it lacks is an escape, and JSON stays JSON."""
    done = subprocess.run(
        [*MODULE, "list", "states", form],
        capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert done.stdout.isascii()
    if form == "--json":
        assert "Türkiye" in [each["name"] for each in json.loads(done.stdout)]
    else:
        assert rb"T\xfcrkiye" in done.stdout


def test_a_file_is_in_utf8() -> None:
    """Also where the machine has another encoding."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONIOENCODING"}
    other = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    command = [*MODULE, "list", "states", "--csv"]
    done = subprocess.run(command, capture_output=True, check=True, env=kept | other)
    assert "Türkiye" in done.stdout.decode("utf-8")


def test_a_reader_that_has_enough() -> None:
    """`... | head` closes the pipe: no traceback."""
    read, write = os.pipe()
    os.close(read)
    command = [*MODULE, "cite", "USA"]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (0, "") == (done.returncode, done.stderr)


def test_a_broken_pipe_is_the_end_of_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the same process."""
    with tempfile.TemporaryFile("w+") as out:
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr("builtins.print", Mock(side_effect=BrokenPipeError))
        assert 0 == main(["cite", "KAZ"])


# -- help, errors, completion ---------------------------------------------------------------------


def test_help_with_examples(capsys: Captured) -> None:
    """Also without arguments, and the program has its own name."""
    assert 0 == main([])
    text = capsys.readouterr().out
    assert text.startswith("usage: migrationgov ")
    assert 'migrationgov members "Bali Process" --on 2020' in text
    with pytest.raises(SystemExit) as done:
        main(["chair", "--help"])
    assert 0 == done.value.code
    assert 'example: migrationgov chair "Rabat Process" --on 2023' in capsys.readouterr().out


@pytest.mark.parametrize(("arguments", "message"), [
    (["members", "2002-13"], "migrationgov: '2002-13' is not a date"),
    (["members", "Bali Process", "2020-13"], "'2020-13' is not a date"),
    (["members", "2nd Bali Process"], "'2nd Bali Process' is not a date"),
    (["why", "THA", "2020-13", "Bali Process"], "'2020-13' is not a date"),
    (["process", "Bali Process", "2016-13"], "'2016-13' is not a date"),
    (["members", "--on", "Bali Process"],
     "'Bali Process' is a process, not a date: give one with --on\n"),
    (["state", "Kazakstann"], "did you mean KAZ"),
    (["process", "Process"], "may be any of"),
    (["members", "2002", "--data", "/nowhere"], "there is no such file or folder"),
    (["cite", "KAZ", "--style", "apa"], "it may be 'text', 'bibtex', 'csl-json'"),
    (["cite", "Kazakstann"], "did you mean KAZ"),
    (["cite", "Bali Process", "IOM"], "'Bali Process' is no state"),
    (["list", "states", "--region", "Atlantis"], "it may be 'Africa'"),
    (["list", "organizations", "--kind", "x"], "'x' is no organization kind; there are"),
    (["export", "tables", "/dev/null/tables"], "migrationgov: /dev/null/tables: "),
])  # fmt: skip
def test_errors(arguments: list[str], message: str, capsys: Captured) -> None:
    """One line, no traceback, and 1."""
    assert 1 == main(arguments)
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "said"), [
    (["process", "Kazakhstan"], "'Kazakhstan' is a state: migrationgov state Kazakhstan"),
    (["members", "2020", "KAZ"], "'KAZ' is a state: migrationgov state KAZ"),
    (["state", "Almaty Process"],
     "'Almaty Process' is a process: migrationgov process \"Almaty Process\""),
    (["state", "IOM"], "'IOM' is an organization: migrationgov members IOM --on 2025-12-10"),
    (["state", "IOM", "--on", "2002"],
     "'IOM' is an organization: migrationgov members IOM --on 2002"),
    (["state", "IOM", "--on", "2 May 2002"],
     "'IOM' is an organization: migrationgov members IOM --on \"2 May 2002\""),
    (["state", "ILO"], "'ILO' is an organization: migrationgov search ILO"),
    (["process", "Congo"], "'Congo' is a state"),
    (["why", "Bali Process", "2020", "KAZ"],
     "'Bali Process' is a process"),
    (["list", "groups", "--member", "Almaty Process"],
     "'Almaty Process' is a process: migrationgov process \"Almaty Process\""),
    (["state", "Xyzzy"], "no state has the name 'Xyzzy'; 'migrationgov list states' lists all"),
    (["state", "Africa"],
     "'Africa' is a region: migrationgov list states --region Africa"),
    (["state", "Central Asia"],
     "'Central Asia' is a region: migrationgov list states --subregion \"Central Asia\""),
    (["members", "ILO", "--on", "2002"],
     ("'ILO' is an organization without a register of members; 'migrationgov list groups',"
     " 'migrationgov list treaties', 'migrationgov list processes' list all")),
])  # fmt: skip
def test_an_error_names_the_command_that_answers(
    arguments: list[str], said: str, capsys: Captured
) -> None:
    """A shell has no functions; and one argument cannot be swapped."""
    assert 1 == main(arguments)
    assert f"migrationgov: {said}\n" == capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "said"), [
    (["list", "states", "--institution", "Bali Process", "--on", "2005-01"],
     "or see 'migrationgov members bali-process --on 2005-01'\n"),
    (["list", "states", "--status", "observer", "--on", "2002"],
     "or see 'migrationgov members --observers iom --on 2002'\n"),
    (["list", "processes", "--status", "active", "--on", "2024"],
     "; 'migrationgov list processes --status unknown --on 2024' lists them\n"),
    (["state", "Montenegro", "--on", "2005-03/2005-04"],
     "ask 'migrationgov state CSXX --on \"2005-03/2005-04\"' for its ties\n"),
])  # fmt: skip
def test_a_warning_names_the_command_that_answers(
    arguments: list[str], said: str, capsys: Captured
) -> None:
    """As an error does; and each is printed once."""
    assert 0 == main(arguments)
    assert 1 == capsys.readouterr().err.count(said)


def test_one_predecessor_is_named_once(capsys: Captured) -> None:
    """The ties and the title ask the same state."""
    assert 0 == main(["state", "Montenegro", "--on", "2005"])
    remarks = capsys.readouterr().err
    assert 1 == remarks.count("Montenegro did not exist before")
    assert "ask 'migrationgov state CSXX --on 2005' for its ties" in remarks


def test_an_error_about_a_resolution_names_no_command(capsys: Captured) -> None:
    """There is none."""
    facts = everything()
    symbol = facts.resolutions[0].id
    with mg.using(facts):
        assert 1 == main(["state", symbol])
    assert f"migrationgov: {symbol!r} is a resolution\n" == capsys.readouterr().err


def test_arguments_that_do_not_fit(capsys: Captured) -> None:
    """The usage, and 2."""
    for wrong in (["list"], ["members"], ["members", "2002", "--csv", "--json"], ["chairs"]):
        with pytest.raises(SystemExit) as done:
            main(wrong)
        assert 2 == done.value.code
        assert "usage: migrationgov" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "said"), [
    (["members", "2020", "--md"], "unrecognized arguments: --md (did you mean --markdown?)"),
    (["cite", "KAZ", "--bibtex"], "--bibtex (did you mean --style bibtex?)"),
    (["members", "2020", "--bibtex"], "unrecognized arguments: --bibtex\n"),
    (["members", "2020", "--possible"], "--possible (did you mean --grade possible?)"),
    (["state", "KAZ", "--date=2020"], "--date=2020 (did you mean --on?)"),
    (["list", "states", "--regoin", "Africa"], "Africa (did you mean --region, --subregion?)"),
    (["search", "a", "b"], "migrationgov search: error: unrecognized arguments: b\n"),
    (["--md"], "migrationgov: error: unrecognized arguments: --md"),
    (["membrs"], "(did you mean members?)\n"),
    (["list", "state"], "(did you mean states, treaties?)\n"),
    (["members", "2020", "--grade", "lited"], "(did you mean listed?)\n"),
    (["chair", "Bali", "Process"], 'too many names: Bali, Process; is it one? "Bali Process"'),
    (["chair"], "a name is missing"),
    (["state", "2020"], "a name is missing"),
    (["members"], "a date is missing, such as --on 2002-12-02"),
    (["why", "KAZ", "IOM"], "a date is missing"),
    (["members", "2020", "2021"], "there are several dates: 2020, 2021"),
    (["state", "KAZ", "2020", "--on", "2021"], "there are several dates: 2020, 2021"),
])  # fmt: skip
def test_a_wrong_word_has_a_hint(arguments: list[str], said: str, capsys: Captured) -> None:
    """What is similar, what other programs call it, or what is missing; and 2."""
    with pytest.raises(SystemExit) as done:
        main(arguments)
    assert 2 == done.value.code
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("asked", [
    ["members {} --on {}", "members --on {1} {0}", "members {1} {0}", "members {} {}"],
    ["why THA {} --on {}", "why THA --on {1} {0}", "why THA {1} {0}", "why THA {} {}"],
    ["process {} --on {}", "process --on {1} {0}", "process {1} {0}", "process {} {}"],
    ["chair {} --on {}", "chair --on {1} {0}", "chair {1} {0}", "chair {} {}"],
    ["cite {} --on {}", "cite --on {1} {0}", "cite {1} {0}", "cite {} {}"],
])  # fmt: skip
def test_a_date_is_an_option_or_a_word(asked: list[str], capsys: Captured) -> None:
    """Before the name and after it, in each command."""
    answers = set()
    for each in asked:
        assert 0 == main(each.format("bali-process", "2012").split())
        answers.add(capsys.readouterr().out)
    assert 1 == len(answers)
    assert answers != {""}


@pytest.mark.parametrize("asked", [["members", "2002"], ["members", "--on", "2002"]])
def test_a_date_alone_is_about_iom(asked: list[str], capsys: Captured) -> None:
    """As before."""
    assert 0 == main([*asked, "--table"])
    assert capsys.readouterr().out.startswith("Members of IOM in 2002: ")


def test_it_runs_as_a_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a version; the script that pip installs runs the same function."""
    assert main is import_module("migrationgov.__main__").main
    monkeypatch.delitem(sys.modules, "migrationgov.__main__", raising=False)
    monkeypatch.setattr(sys, "argv", ["migrationgov", "members", "2002-12-02"])
    with pytest.raises(SystemExit) as done_here:
        runpy.run_module("migrationgov", run_name="__main__")
    assert 0 == done_here.value.code
    done = subprocess.run([*MODULE, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("26.")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: str, capsys: Captured) -> None:
    """Know the commands, and ask for the names."""
    assert 0 == main(["completion", shell])
    script = capsys.readouterr().out
    assert "members state process chair" in script
    assert "migrationgov completion names" in script
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=script, text=True, check=True)


def test_names_to_complete(capsys: Captured) -> None:
    """States, and institutions by their short names."""
    assert 0 == main(["completion", "names"])
    names = capsys.readouterr().out.splitlines()
    processes = {each.name for each in mg.processes()}
    assert {"Kazakhstan", "IOM", *processes} <= set(names)


_ASK = """\
migrationgov() {{ '{python}' -m migrationgov "$@"; }}
eval "$(migrationgov completion bash)"
COMP_WORDS=(migrationgov chair '{word}')
COMP_CWORD=2
_migrationgov
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(("word", "found"), [
    ("Almaty\\ ", "Almaty\\ Process"), ('"Almaty', "Almaty Process"),
])  # fmt: skip
def test_bash_completes_names_with_spaces(word: str, found: str) -> None:
    """Between quotes and without."""
    script = _ASK.format(python=sys.executable, word=word)
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)  # noqa: S607 -- bash of the machine
    assert found == done.stdout.strip()


def test_the_page_shows_what_commands_write(monkeypatch: pytest.MonkeyPatch) -> None:
    """`make facts` rewrites the page; a command that is none of this library stays as it is."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(progress, "_SECONDS", 0.0)  # a slow machine would show a bar
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    with mg.using(bundled_dataset()):
        assert page == doc_examples.with_commands(page)
    other = "```console\n$ ls\nfile\n```\n"
    assert other == doc_examples.with_commands(other)
