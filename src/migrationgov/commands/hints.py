"""What an error says in a shell: which command answers instead."""

from __future__ import annotations

import argparse
import re

import migrationgov as mg
from migrationgov.errors import AmbiguousNameError, UnknownRecordError, short_repr
from migrationgov.lookup.name_resolution import subject_id

#: The arguments that are names.
_NAMES = ("name", "party", "institution", "what", "group", "member")
_CALL = re.compile(r"(states|organizations|processes|treaties|groups)\((?:(\w+)='([^']*)')?\)")
_FINDER = re.compile(r"; (?:find_\w+|votes_on) finds it$")


def in_a_shell(error: Exception, given: argparse.Namespace) -> str:
    """
    Return the message of an error, with commands in the place of functions.

    Args:
        error: The error; of one of the system, the message is the file and what is wrong.
        given: The arguments of the command.
    """
    reason, file = (getattr(error, each, None) for each in ("strerror", "filename"))
    if reason:
        return ": ".join(map(str, filter(None, (file, reason))))
    text = _CALL.sub(_list, str(error))
    plain = _FINDER.sub("", text)
    if plain.endswith(", not a date"):
        return f"{plain}: give one with --on"
    if not _FINDER.search(text):
        return plain
    names = [each for each in (getattr(given, each, None) for each in _NAMES) if each]
    if len(names) > 1 and not hasattr(given, "filters"):  # one of them is no name of a command
        return plain
    wrong = next((each for each in names if text.startswith(short_repr(each))), "")
    return plain + _instead(wrong, given)


def _list(call: re.Match[str]) -> str:
    """Return the command that lists what a function lists."""
    what, option, value = call.groups()
    return f"'migrationgov list {what}" + (f' --{option} "{value}"\'' if option else "'")


def _instead(name: str, given: argparse.Namespace) -> str:
    """Return the command about a name; "" of a resolution, or where several have the name."""
    facts: mg.Dataset = given.facts
    try:
        found = subject_id(name, facts)
    except (UnknownRecordError, AmbiguousNameError):
        return ""
    return f": migrationgov {_command(found, name, given)}"


def _command(found: str, name: str, given: argparse.Namespace) -> str:
    facts: mg.Dataset = given.facts
    shown = _quoted(name)
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
