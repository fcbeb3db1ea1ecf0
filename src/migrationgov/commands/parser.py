"""The parser: which words after a command are names, and which is the date."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NamedTuple, NoReturn

from migrationgov.commands.hints import hint_at_choice, hint_at_option
from migrationgov.dates.partial_date import is_date


class Words(NamedTuple):
    """
    The words that a command takes; a date may stand among them in place of ``--on``.

    Attributes:
        names: The arguments that are names, in order.
        least: How many of them there must be.
        needs_date: Whether there must be a date.
    """

    names: tuple[str, ...]
    least: int = 0
    needs_date: bool = False


class Parser(argparse.ArgumentParser):
    """A parser whose errors say what is similar to a word that it does not know."""

    def error(self, message: str) -> NoReturn:
        """End with the usage, the error and a hint."""
        super().error(message + hint_at_choice(message))


def parsed(parser: Parser, arguments: Sequence[str]) -> argparse.Namespace:
    """Return the arguments of a command, each name and the date in its place."""
    given, rest = parser.parse_known_args(arguments)
    command: Parser = given.command
    options = [each for each in rest if each.startswith("-")]
    takes: Words | None = getattr(given, "takes", None)
    if options or (rest and takes is None):
        hint = hint_at_option(options[0], command) if options else ""
        command.error(f"unrecognized arguments: {' '.join(rest)}{hint}")
    if takes is not None:
        _settle([*given.words, *rest], takes, given)
    return given


def _settle(words: list[str], takes: Words, given: argparse.Namespace) -> None:
    """Put the date among some words into ``on``, and the others into the arguments for names."""
    refuse = given.command.error
    dates = _dates(words, takes, given.on)
    names = [each for each in words if each not in dates]
    dates += [] if given.on is None else [given.on]  # an empty one is refused as any other text
    if len(dates) > 1:
        refuse(f"there are several dates: {', '.join(dates)}")
    if len(names) > len(takes.names):
        refuse(f'too many names: {", ".join(names)}; is it one? "{" ".join(names)}"')
    if len(names) < takes.least:
        refuse("a name is missing")
    if takes.needs_date and not dates:
        refuse("a date is missing, such as --on 2002-12-02")
    for argument, name in zip(takes.names, names, strict=False):
        setattr(given, argument, name)
    given.on = next(iter(dates), None)


def _dates(words: list[str], takes: Words, on: str | None) -> list[str]:
    """Return the words that are dates or, where one lacks, that with a digit: a misspelt date."""
    found = [each for each in words if is_date(each)]
    lacks = takes.needs_date or len(words) > len(takes.names)
    if found or on is not None or not lacks:
        return found
    return [each for each in words if any(map(str.isdigit, each))][:1]
