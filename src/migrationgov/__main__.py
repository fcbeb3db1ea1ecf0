"""The command line, for queries without Python: ``python -m migrationgov members 2002-12-02``."""

from __future__ import annotations

import argparse
import json
import os
import sys
import warnings
from collections.abc import Sequence
from typing import Any

import migrationgov as mg


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one query; return 0, or 1 if there is an error."""
    given = _parser().parse_args(arguments)
    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            rows, lines, wrong = given.ask(given)
    except mg.MigrationGovError as error:
        print(f"migrationgov: {error}", file=sys.stderr)
        return 1
    for each in warned:
        print(f"migrationgov: {each.message}", file=sys.stderr)
    text = json.dumps(rows, ensure_ascii=False, indent=2) if given.json else "\n".join(lines)
    try:
        print(text, flush=True)
    except BrokenPipeError:  # `... | head` stopped reading; the exit of Python writes nothing more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return int(wrong)


#: An answer to print: plain values, lines of text, and whether something is wrong.
Answered = tuple[Any, list[str], bool]


def _facts(given: argparse.Namespace) -> mg.Dataset | None:
    return mg.load(given.data, onto=mg.dataset()) if given.data else None


def _members(given: argparse.Namespace) -> Answered:
    members = mg.members_on(given.date, given.institution, dataset=_facts(given))
    rows = members.to_dicts()
    columns = ("id", "name", "grade", "evidence")
    lines = ["\t".join(row[each] or "" for each in columns) for row in rows]
    return rows, [*lines, repr(members).strip("<>")], False


def _process(given: argparse.Namespace) -> Answered:
    roster = mg.process_participants(given.name, given.on, dataset=_facts(given))
    every = (*roster.certain, *roster.listed, *roster.possible)
    return roster.to_dicts(), [*map(str, every), repr(roster).strip("<>")], False


def _why(given: argparse.Namespace) -> Answered:
    found = mg.why(given.party, given.date, given.institution, dataset=_facts(given))
    return found.to_dicts(), str(found).splitlines(), False


def _state(given: argparse.Namespace) -> Answered:
    facts = _facts(given)
    state = mg.find_state(given.name, dataset=facts)
    steps = mg.transitions(state, dataset=facts)
    parts = mg.processes_of(state, dataset=facts)
    rows = {
        "state": {"id": state.id, "name": state.name},
        "transitions": steps.to_dicts(),
        "processes": parts.to_dicts(),
    }
    return rows, [f"{state.id}\t{state.name}", *map(str, steps), *map(str, parts)], False


def _check(given: argparse.Namespace) -> Answered:
    onto = None if given.alone else _facts(given) or mg.dataset()
    found = mg.validate(given.path, onto=onto)
    rows = [{"place": each.place, "message": each.message} for each in found]
    number = "1 problem" if len(found) == 1 else f"{len(found) or 'no'} problems"
    return rows, [*map(str, found), number], bool(found)


def _cite(given: argparse.Namespace) -> Answered:
    steps = mg.transitions(given.state, given.institution, dataset=_facts(given))
    text = mg.cite(steps, style=given.style, dataset=_facts(given))
    return text.splitlines() if given.style == "text" else text, [text], False


def _parser() -> argparse.ArgumentParser:
    about = (mg.__doc__ or "").partition("\n\n")[0]
    parser = argparse.ArgumentParser(prog="python -m migrationgov", description=about)
    parser.add_argument("--version", action="version", version=mg.__version__)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--json", action="store_true", help="print JSON instead of lines")
    shared.add_argument("--data", metavar="PATH", help="your facts, merged with the bundled facts")
    iom = argparse.ArgumentParser(add_help=False)
    about = "the organization or process; IOM by default"
    iom.add_argument("--institution", default="IOM", help=about)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, ask: Any, about: str, *parents: argparse.ArgumentParser) -> Any:
        made = commands.add_parser(name, help=about, description=about, parents=parents)
        made.set_defaults(ask=ask)
        return made

    made = command("members", _members, "list the members on a date", shared, iom)
    made.add_argument("date", help="the date: 2002-12-02, 2002, or another EDTF date")
    made = command("process", _process, "list the participants of a process", shared)
    made.add_argument("name", help="a name or id of the process")
    made.add_argument("--on", metavar="DATE", help="the date; by default the latest evidence")
    made = command("why", _why, "list the records behind the status of a party", shared, iom)
    made.add_argument("party", help="a code or name of the state or organization")
    made.add_argument("date", help="the date")
    made = command("state", _state, "list the transitions and processes of a state", shared)
    made.add_argument("name", help="a code or name of the state")
    made = command("check", _check, "list the problems of data files", shared)
    made.add_argument("path", help="a JSON file or a folder")
    made.add_argument("--alone", action="store_true", help="check them without the bundled facts")
    made = command("cite", _cite, "list the sources for the membership of a state", shared, iom)
    made.add_argument("state", help="a code or name of the state")
    made.add_argument("--style", default="text", help="text, bibtex or csl-json")
    return parser


if __name__ == "__main__":
    sys.exit(main())
