"""What a command suggests instead: a similar word or option, or the command that answers."""

from __future__ import annotations

import argparse
import re

import migrationgov as mg
from migrationgov.dates.partial_date import is_date
from migrationgov.errors import (
    AmbiguousNameError,
    InvalidDateError,
    UnknownRecordError,
    did_you_mean,
)
from migrationgov.lookup.name_resolution import subject_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.commands.parser import Words

#: What people type who know other programs, and the option that is meant.
_MEANT = {
    "md": "--markdown",
    "bibtex": "--style bibtex",
    "csl-json": "--style csl-json",
    "date": "--on",
    "certain": "--grade certain",
    "listed": "--grade listed",
    "possible": "--grade possible",
}
#: The command for a question that a message advises; it shows the possible ones, too.
_COMMANDS = {
    "members_on": "members",
    "observers_on": "members --observers",
    "profile_of": "state",
    "groups": "list groups",
    "processes": "list processes",
    "treaties": "list treaties",
}
_CALL = re.compile(rf"\b({'|'.join(_COMMANDS)})\(([^()]*)\)(?:\.possible)?")
_ARGUMENT = re.compile(r"(?:(\w+)=)?'([^']*)'|\.\.\.")
_OPTION = re.compile(r"--[a-z][a-z-]*")
_CHOICE = re.compile(r"invalid choice: '([^']*)' \(choose from (.*)\)", re.DOTALL)


def hint_at_choice(message: str) -> str:
    """Return what is similar to the word that a message of argparse refuses; "" of another one."""
    found = _CHOICE.search(message)
    return did_you_mean(found[1], re.findall(r"[\w-]+", found[2])) if found else ""


def hint_at_option(option: str, command: argparse.ArgumentParser) -> str:
    """Return which option of a command is meant by one that it does not have; "" if none is."""
    bare = option.lstrip("-").partition("=")[0].lower()
    known = dict.fromkeys(_OPTION.findall(command.format_help()))
    meant = _MEANT.get(bare, "")
    if meant and meant.split()[0] in known:
        return f" (did you mean {meant}?)"
    return did_you_mean(f"--{bare}", known, 2) if bare else ""


def in_a_shell(error: Exception, given: argparse.Namespace) -> str:
    """
    Return the message of an error or a warning, with commands in the place of functions.

    Args:
        error: The error or warning; of an error of the system, the message is the file and what is
            wrong.
        given: The arguments of the command.
    """
    reason, file = (getattr(error, each, None) for each in ("strerror", "filename"))
    if reason:
        return ": ".join(map(str, filter(None, (file, reason))))
    if isinstance(error, InvalidDateError) and error.found_kind:
        return f"{error.reason}: give one with --on"
    if isinstance(error, UnknownRecordError):
        return _of_name(error, given)
    return _CALL.sub(lambda call: f"'migrationgov {_asked(call, given)}'", str(error))


def _asked(call: re.Match[str], given: argparse.Namespace) -> str:
    """Return the command for a question; "..." in it stands for the date of this command."""
    words, options = [_COMMANDS[call[1]]], list[str]()
    for option, word in _ARGUMENT.findall(call[2]):
        shown = _quoted(word or given.on)
        if option or not word or is_date(word):
            options.append(f"--{option or 'on'} {shown}")
        else:
            words.append(shown)
    return " ".join(words + options)


def _of_name(error: UnknownRecordError, given: argparse.Namespace) -> str:
    """Return the message about a name: what it is instead, or what lists all names."""
    if error.found_kind:
        takes: Words | None = getattr(given, "takes", None)
        is_one = takes is None or len(takes.names) == 1  # of several, no command has only this one
        return error.reason + (_instead(error, given) if is_one else "")
    if error.listed_by:
        lists = ", ".join(f"'migrationgov list {each}'" for each in error.listed_by)
        return f"{error.reason}; {lists} list{'s' * (len(error.listed_by) == 1)} all"
    return str(error)


def _instead(error: UnknownRecordError, given: argparse.Namespace) -> str:
    """Return the command about a name; "" of a date or resolution, or if several have the name."""
    if error.found_kind in ("region", "subregion"):
        return f": migrationgov list states --{error.found_kind} {_quoted(error.name)}"
    try:
        found = subject_id(error.name, given.facts)
    except (UnknownRecordError, AmbiguousNameError):
        return ""
    return f": migrationgov {_command(found, _quoted(error.name), given)}"


def _command(found: str, shown: str, given: argparse.Namespace) -> str:
    facts: mg.Dataset = given.facts
    if facts.has_state(found):
        return f"state {shown}"
    if found in facts.process_ids:
        return f"process {shown}"
    if found in facts.register_ids:
        day = getattr(given, "on", None) or facts.register(found).covered_until
        return f"members {shown} --on {_quoted(str(day))}"
    return f"search {shown}"


def _quoted(word: str) -> str:
    """Return a word for a shell, in quotes where it has spaces or signs."""
    return word if word.replace("-", "").isalnum() else f'"{word}"'
