"""
Fuzzing: every reader of the library on broken input; only the library's own errors may come out.

    python tools/fuzz.py RUNS [--seed 1]

The same seed gives the same inputs. It prints, for each reader, how many inputs it read and how
many it refused, and stops at the first alien exception with the input that causes it.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import random
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import migrationgov as mg
from migrationgov.commands import main as command_line

DATES = [
    "2002-12-02",
    "2002-12",
    "2002",
    "1990s",
    "[1990..1992]",
    "2018?",
    "2018~",
    "199X",
    "2000/2001",
    "circa 1994",
    "before 1996",
    "early 1990s",
    "2 December 2002",
    "{1960,1961}",
    "2002-21",
    "-0044",
    "Y170000002",
    "../2001",
    "12/02/2002",
    "2002-02-30",
]
NAMES = [
    "Türkiye",
    "KAZ",
    "Kyrgyz Republic",
    "Côte d'Ivoire",
    "1951 Convention",
    "IOM",
    "Bali Process",
    "Almaty Process",
    "A/RES/73/195",
    "ECOWAS",
    "St. Lucia",
    "the",
    "",
]
SIGNS = (
    "\0\t\n\r\x1b\x9b\u200b\u202e\ud800\ufeffİ\u0131ß\U0001f1f0"
    "[]{}()/\\.,:;?~%+-*'\"0129AazXY=<>&\u0661"
)
ODD: list[Any] = [
    None,
    True,
    -1,
    0,
    3.5,
    10**30,
    "",
    "x",
    [],
    {},
    [[]],
    {"a": 1},
    "2002",
    "\ud800",
    "\0",
]
WORDS = [
    "members",
    "state",
    "process",
    "why",
    "chair",
    "list",
    "search",
    "cite",
    "check",
    "states",
    "--on",
    "--json",
    "--csv",
    "--region",
    "--kind",
    "--data",
    "--",
    "-",
    "--help",
    "--style",
]

FACTS = """{"schema_version": 3, "sources": [{"id": "s", "title": "S", "kind": "press",
 "published": "2001~", "url": "https://x.org"}], "states": [{"id": "AAA", "name": "A",
 "iso2": "AA",
 "iso3": "AAA", "m49": "", "names": [{"text": "A"}], "citations": ["s[p. 1]"]}],
 "organizations": [{"id": "o", "name": "O", "kind": "regional", "names": [{"text": "O"}],
 "citations": [{"source": "s", "gives": "1994"}]}], "memberships": [{"institution": "o",
 "covered_from": "1990", "covered_until": "2025", "transitions": [{"state": "AAA",
 "kind": "joined",
 "date": "1991", "citations": ["s"]}]}], "processes": [{"id": "p", "name": "P", "kind": "regional",
 "names": [{"text": "P"}], "covered_until": "2025", "milestones": [{"kind": "launched",
 "date": "2000", "label": "x", "citations": ["s"]}], "participant_lists": [{"as_of": "2001",
 "lists": [{"role": "member", "kind": "stated", "states": ["AAA"]}], "citations": ["s"]}],
 "citations": ["s"]}]}"""


def is_so(chance: random.Random, share: float) -> bool:
    """Return true so often."""
    return chance.random() < share


def bent(text: str, chance: random.Random) -> str:
    """Return a text with a few signs left out, doubled, or put in."""
    for _ in range(chance.randint(0, 4)):
        at, to = sorted(chance.choices(range(len(text) + 1), k=2))
        to = min(to, at + 6)
        put = chance.choice([chance.choice(SIGNS), text[at:to] * 2, "", chance.choice(DATES)])
        text = text[:at] + put + text[to:]
    return text


def _one_of(texts: list[str], chance: random.Random) -> Any:
    """Return one of some texts, bent, or now and then a value that is no such text."""
    return bent(chance.choice(texts), chance) if is_so(chance, 0.9) else chance.choice(ODD)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Return each place in a JSON value: the object or list, and the key."""
    if not isinstance(value, dict | list):
        return []
    keys = (
        list(value)
        if isinstance(value, dict)
        else range(len(value) if isinstance(value, list) else 0)
    )
    return [found for key in keys for found in ((value, key), *places(value[key]))]


def document(chance: random.Random) -> str:
    """Return a dataset as JSON with odd values in it, or with a text that is no JSON any more."""
    value = json.loads(FACTS)
    for _ in range(chance.randint(1, 3)):
        where, key = chance.choice(places(value))
        odd = json.loads(json.dumps(chance.choice(ODD)))
        if isinstance(where[key], str) and is_so(chance, 0.5):
            odd = bent(where[key], chance)
        where[key] = odd
    text = json.dumps(value, ensure_ascii=is_so(chance, 0.5))
    return bent(text, chance) if is_so(chance, 0.2) else text


def read_text(chance: random.Random, _: Path) -> Any:
    """Read a text, or bytes."""
    text = document(chance)
    content = text.encode("utf-8", "surrogatepass") if is_so(chance, 0.3) else text
    return "loads", content, lambda: mg.loads(content)


def read_file(chance: random.Random, folder: Path) -> Any:
    """Read a file."""
    content = document(chance).encode("utf-8", "surrogatepass")
    (folder / "a.json").write_bytes(content)
    return "load a file", content, lambda: mg.load(folder / "a.json")


def read_folder(chance: random.Random, folder: Path) -> Any:
    """Break one file of a folder, most often a table of states."""
    tables = sorted(folder.glob("facts/*.csv")) * 3 + sorted(folder.glob("facts/**/*.json*"))
    file = chance.choice(tables)
    before = file.read_bytes()
    text = bent(before.decode(), chance)
    file.write_bytes(text.encode("utf-8", "surrogatepass"))

    def work() -> None:
        try:
            mg.load(folder / "facts")
        finally:
            file.write_bytes(before)

    return "load a folder", (file.name, text), work


def read_date(chance: random.Random, _: Path) -> Any:
    """Read a date."""
    text = bent(chance.choice(DATES), chance)
    return "PartialDate", text, lambda: mg.PartialDate(text)


def ask_date(chance: random.Random, _: Path) -> Any:
    """Ask a question on a date."""
    date: Any = _one_of(DATES, chance)
    return "members_on", date, lambda: mg.members_on(date)


FINDERS: list[Callable[[Any], Any]] = [
    mg.find_state,
    mg.find_process,
    mg.find_organization,
    mg.find_treaty,
    mg.find_institution,
]


def find(chance: random.Random, _: Path) -> Any:
    """Find a record by its name."""
    name: Any = _one_of(NAMES, chance)
    finder = chance.choice(FINDERS)
    return finder.__name__, name, lambda: finder(name)


def command(chance: random.Random, _: Path) -> Any:
    """Run a command."""
    words = [
        chance.choice([*WORDS[:9], *WORDS]),
        *chance.choices([*WORDS, *NAMES, *DATES], k=chance.randint(0, 3)),
    ]
    words = [bent(word, chance) if is_so(chance, 0.3) else word for word in words]

    def work() -> None:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            try:
                command_line(words)
            except SystemExit as left:  # argparse
                if left.code not in (0, 2):
                    raise AssertionError(f"exit {left.code}") from None

    return "command line", words, work


#: The readers, with how often each is tried; a command or a folder takes a hundred times a date.
READERS = {
    read_text: 30,
    read_file: 2,
    read_folder: 2,
    read_date: 40,
    ask_date: 10,
    find: 15,
    command: 1,
}


def fuzz(runs: int, seed: int = 1) -> Counter[tuple[str, str]]:
    """Run so many inputs; return how many each reader read and refused."""
    chance, found = random.Random(seed), Counter[tuple[str, str]]()  # noqa: S311 -- no secret
    with tempfile.TemporaryDirectory() as name, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        folder = Path(name)
        mg.dump(mg.loads(FACTS), folder / "facts")
        for number in range(runs):
            (make,) = chance.choices(list(READERS), list(READERS.values()))
            reader, given, work = make(chance, folder)
            try:
                work()
                found[reader, "read"] += 1
            except mg.MigrationGovError:
                found[reader, "refused"] += 1
            except BaseException:
                print(f"run {number}: {reader} of {given!a}", file=sys.stderr)
                raise
    return found


def main() -> None:
    """Run what the command line asks for, and print the counts."""
    given = argparse.ArgumentParser(description="broken input for every reader")
    given.add_argument("runs", type=int)
    given.add_argument("--seed", type=int, default=1)
    asked = given.parse_args()
    found = fuzz(asked.runs, asked.seed)
    for reader in sorted({reader for reader, _ in found}):
        read, refused = found[reader, "read"], found[reader, "refused"]
        print(f"{reader:20}{read:9,} read{refused:9,} refused")
    print(f"{found.total():,} executions, no alien exception")


if __name__ == "__main__":
    main()
