"""The arguments of all commands, their help and examples."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

import migrationgov as mg
from migrationgov.commands.catalogues import catalogue
from migrationgov.commands.completion import SHELLS, completion
from migrationgov.commands.files import check, export
from migrationgov.commands.institutions import chair, members, process
from migrationgov.commands.parser import Parser, Words
from migrationgov.commands.parties import state, why
from migrationgov.commands.search import search
from migrationgov.commands.sources import cite, stale
from migrationgov.commands.tables import Table
from migrationgov.vocabularies import Grade

_ABOUT = "Who belonged to which institution of migration governance when, and how we know."
_EXAMPLES = """\
examples:
  migrationgov members --on 2002-12-02                   the members of IOM on that day
  migrationgov members "Bali Process" --on 2020          ... of another institution, in a year
  migrationgov state Kazakhstan --on 2002-12-01          the status in IOM, and all other ties
  migrationgov process "Almaty Process" --on 2015-10-22  the participants, by role
  migrationgov search turk                               which codes and names there are
  migrationgov members --on 2024 --csv > members.csv     a file for other programs

"migrationgov COMMAND --help" has the options of a command. Output is a table in a terminal, and
lines with tabs if it is piped.
"""
_DATE = "a date: 2002-12-02, 2002-12, 2002, '2 December 2002', or EDTF"
_LATEST = f"{_DATE}; by default the day of the latest evidence"
_INSTITUTION = "an organization, a process or a treaty, by name, acronym or id"
_FORMS = {
    "table": "a table, also if it is piped",
    "tsv": "lines with tabs, also in a terminal",
    "csv": "CSV",
    "json": "JSON: a list with an object for each row",
    "markdown": "a table in Markdown",
}
#: The filters of ``list``: those of the functions with the same names.
_FILTERS = {
    "states": ("region", "subregion", "group", "status", "institution", "on"),
    "processes": ("kind", "region", "theme", "status", "on"),
    "organizations": ("kind",),
    "treaties": ("kind", "party", "on"),
    "groups": ("member", "on"),
}
_FILTER_HELP = {
    "region": 'a region ("Africa", "Central Asia")',
    "subregion": 'a subregion of the United Nations ("Western Africa")',
    "group": "only members of this organization (ECOWAS)",
    "status": "member or observer of the institution",
    "institution": "the institution of the status; IOM by default",
    "on": f"{_DATE}; without it today, or what the evidence covers last",
    "kind": "only those of one kind; a wrong word lists all kinds",
    "theme": "a theme; a wrong word lists all themes",
    "party": "only treaties that bind this state",
    "member": "only those with this member",
}
_STATUS = "active, dormant, ended, ..., by the last report of a source"

_ONE, _NAME_ON = Words(("name",), 1), "NAME [--on DATE]"

Run = Callable[[argparse.Namespace], Table | str]


def command_line() -> Parser:
    """Return the parser of all commands."""
    made = Parser(
        prog="migrationgov",
        description=_ABOUT,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--version", action="version", version=mg.__version__)
    commands = made.add_subparsers(metavar="COMMAND", title="commands")
    made.set_defaults(run=lambda _: made.format_help().rstrip(), data=None, command=made)
    for add in (_questions, _names, _files):
        add(commands)
    made.set_defaults(commands=tuple(commands.choices))
    return made


# -- what commands have in common -----------------------------------------------------------------


def _add(
    commands: Any,
    name: str,
    run: Run,
    about: str,
    *parents: argparse.ArgumentParser,
    say: str = "",
) -> Parser:
    """Add a command; its help ends with an example."""
    made: Parser = commands.add_parser(
        name,
        help=about,
        description=f"{about[0].upper()}{about[1:]}.",
        epilog=f"example: migrationgov {say}" if say else None,
        parents=[*parents, _data()],
    )
    made.set_defaults(run=run, command=made)
    return made


def _data() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(add_help=False)
    about = "your facts, merged with the bundled facts"
    made.add_argument("--data", metavar="FOLDER", help=about)
    return made


def _output() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(add_help=False)
    output = made.add_argument_group("output").add_mutually_exclusive_group()
    for form, about in _FORMS.items():
        output.add_argument(f"--{form}", dest="form", action="store_const", const=form, help=about)
    made.add_argument("--no-headings", action="store_true", help="TSV and CSV without headings")
    return made


def _grades() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(add_help=False)
    about = "leave out what is less certain; possible, by default, shows all"
    words = [each.value for each in Grade]
    made.add_argument("--grade", default="possible", help=about, choices=words)
    return made


# -- the commands ---------------------------------------------------------------------------------


def _questions(commands: Any) -> None:
    """Add the questions about parties and institutions."""
    shared = (_grades(), _output())
    made = _add(commands, "members", members, "list the members of an institution on a date",
                *shared, say='members "1951 Convention" --on 2020-12-31')  # fmt: skip
    _words(made, Words(("institution",), needs_date=True), "[NAME] --on DATE",
           f"{_INSTITUTION}; by default IOM", _DATE)  # fmt: skip
    made.set_defaults(institution="IOM")
    made.add_argument("--observers", action="store_true", help="list the observers")
    made.add_argument("--region", help="only the states of a region or subregion")
    made = _add(commands, "state", state, "show the status of a state in IOM, and its other ties",
                *shared, say="state Kazakhstan --on 2002-12-01")  # fmt: skip
    _words(made, _ONE, _NAME_ON, "a name or code of a state", _LATEST)
    made = _add(commands, "process", process, "list the participants of a process, by role",
                *shared, say='process "Almaty Process" --on 2015-10-22')  # fmt: skip
    _words(made, _ONE, _NAME_ON, "a name or id of a process", _LATEST)
    about = "show who chairs a process, or heads an organization such as IOM; or all terms"
    made = _add(commands, "chair", chair, about, *shared, say='chair "Rabat Process" --on 2023')
    about = "a name or id of a process, or of an organization"
    _words(made, _ONE, _NAME_ON, about, f"{_DATE}; by default all terms")
    made = _add(commands, "why", why, "list the records behind a status on a date", _output(),
                say='why Thailand "Bali Process" --on 2020')  # fmt: skip
    _words(made, Words(("party", "institution"), 1, needs_date=True), "PARTY [NAME] --on DATE",
           f"a state or organization; then {_INSTITUTION}, by default IOM", _DATE)  # fmt: skip
    made.set_defaults(institution="IOM")


def _words(made: Parser, takes: Words, usage: str, names: str, date: str) -> None:
    """Add the names that a command takes, and its date; the help shows one way to give them."""
    made.usage = f"{made.prog} {usage} [options]"
    made.add_argument("words", nargs="*", metavar="NAME", help=names)
    made.add_argument("--on", metavar="DATE", help=date)
    made.set_defaults(takes=takes)


def _names(commands: Any) -> None:
    """Add what finds names."""
    about = "list the states, processes, organizations, treaties or groups"
    made = commands.add_parser("list", help=about, description=f"{about.capitalize()}.")
    kinds = made.add_subparsers(metavar="WHAT", title="what", required=True)
    for what, filters in _FILTERS.items():
        kind = _add(kinds, what, catalogue, f"list the {what}", _output(), say=f"list {what}")
        kind.set_defaults(what=what, filters=filters)
        for each in filters:
            about = _STATUS if (what, each) == ("processes", "status") else _FILTER_HELP[each]
            metavar = "DATE" if each == "on" else each.upper()
            kind.add_argument(f"--{each.replace('_', '-')}", metavar=metavar, help=about)
    about = "find states and institutions by a part of a name, in several languages"
    made = _add(commands, "search", search, about, _output(), say="search turk")
    made.add_argument("text", help="a part of a name or a code; case and accents do not matter")


def _files(commands: Any) -> None:
    """Add what reads or writes files, and what other programs read."""
    about = "list the sources of a state, an institution, or a member list on a date"
    made = _add(commands, "cite", cite, about, say="cite Kazakhstan IOM --style bibtex")
    about = f"a state, or a state and an institution for its ties to this one; or {_INSTITUTION}"
    on = "of an institution: the member list on a date"
    _words(made, Words(("what", "institution"), 1), "NAME [NAME] [--on DATE]", about, on)
    made.set_defaults(institution=None)
    made.add_argument("--style", default="text", help="text, bibtex or csl-json")
    made.add_argument("--release", action="store_true", help="name the release of the data, too")
    about = "list what was not looked at for a year: registers, processes, histories, sources"
    made = _add(commands, "stale", stale, about, _output(), say="stale --on 2027-12-31")
    made.add_argument("--on", metavar="DAY", help=f"look back from {_DATE}; by default today")
    about = "how long ago is too long: 90d, 6m, 1y (the default)"
    made.add_argument("--older-than", metavar="TIME", default="1y", help=about)
    about = "also the sources of which it is open, most of them without a day of reading"
    made.add_argument("--all", action="store_true", help=about)
    about = "list the problems of data files"
    made = _add(commands, "check", check, about, _output(), say="check examples/own_organization")
    made.add_argument("path", help="a JSON file or a folder")
    made.add_argument("--alone", action="store_true", help="without the bundled facts")
    about = "write the data as tables or as a release in every form, or the schemas of data files"
    made = _add(
        commands, "export", export, about, _output(), say="export release migrationgov-26.1"
    )
    about = (
        "tables: CSV files with a Data Package; release: a folder to publish, with all forms;"
        " schemas: a JSON Schema of each data file"
    )
    made.add_argument("what", choices=("tables", "release", "schemas"), help=about)
    made.add_argument("folder", help="a folder; it is made. That of a release must be empty")
    about = "print a script that completes commands and names in a shell"
    made = _add(commands, "completion", completion, about, say="completion bash")
    made.add_argument("shell", choices=SHELLS, help="the shell; or names, to print the names")
