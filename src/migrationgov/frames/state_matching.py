"""
Which state each distinct value of a column means, and on which days. A name is never guessed.

A column shows more than a lone value: "NA" among names is a missing value, "kaz" among codes is a
code, and 705 is a code only of a system that the caller names.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from attrs import frozen

from migrationgov.errors import (
    AmbiguousNameError,
    UnknownStateError,
    UnmatchedWarning,
    WrongTypeError,
    check_word,
    plain_text,
    short_repr,
)
from migrationgov.lookup.day_ranges import caller_stack_level
from migrationgov.lookup.name_resolution import state_id
from migrationgov.lookup.name_search import ids_by_code, states_named
from migrationgov.lookup.state_codes import (
    NUMERIC,
    Spans,
    always,
    fitting,
    no_code,
    shown,
    spans_of,
)
from migrationgov.lookup.unresolved_names import unresolved, with_the_rest
from migrationgov.model.dataset import Dataset
from migrationgov.typing import CodeSystem, StateLike, Successors, Unmatched
from migrationgov.words import count

_MOST_NAMED = 20
#: What a program or a person writes for a missing value. "NA" is apart: it is Namibia, too.
_MISSING = frozenset(
    {"", "-", "--", ".", "..", "#n/a", "<na>", "n.a.", "n/a", "nan", "none", "null"}
)
#: A column looks like a system that has this share of its codes.
_MOST_FIT = 0.9
_LETTERS = 3


@frozen
class Matching:
    """
    What a call says about its columns of states; the arguments are those of `annotate`.

    Attributes:
        unmatched: What becomes of values that are not states.
        system: The system of the codes; None for names and codes of ISO 3166.
        names: Values for which the caller decides: a state, or None for a missing value.
        successors: What becomes of rows in which a state did not exist yet.
    """

    unmatched: str = "raise"
    system: str | None = None
    names: Mapping[Any, StateLike | None] | None = None
    successors: str = "warn"

    def __attrs_post_init__(self) -> None:
        check_word("unmatched", self.unmatched, get_args(Unmatched))
        check_word("system", self.system, (*get_args(CodeSystem), None))
        check_word("successors", self.successors, get_args(Successors))

    @property
    def numeric(self) -> bool:
        """Whether the codes may be numbers."""
        return self.system in NUMERIC


def match_states(
    values: Iterable[object], column: str, asked: Matching, facts: Dataset
) -> dict[Any, Spans]:
    """
    Return the state that each distinct value of a column means, with the days on which it does.

    Values that mean a missing value are left out, with one warning. Values that are not
    states are left out with *unmatched* "null".
    """
    decided = {_text(value): state for value, state in (asked.names or {}).items()}
    found: dict[Any, Spans] = {}
    left: list[Any] = []
    for value in values:
        if _text(value) not in decided:
            left.append(value)
        elif (state := decided[_text(value)]) is not None:
            found[value] = always(state_id(state, facts))
    if asked.system:
        missed = _match_codes(left, asked.system, column, found, facts)
    else:
        missed = _match_names(left, column, found, facts)
    if missed:
        _report(missed, left, column, asked, found, facts)
    return found


def _text(value: object) -> str:
    """Return a value as text, so that 817, 817.0 and "817" are one."""
    return plain_text(value).strip().removesuffix(".0")


def _match_codes(
    values: Iterable[Any], system: str, column: str, found: dict[Any, Spans], facts: Dataset
) -> list[Any]:
    """Find codes of a system; return the values that are none."""
    missed, missing = [], []
    for value in values:
        spans = spans_of(value, system, facts)
        if spans:
            found[value] = spans
        elif isinstance(value, str) and value.strip().casefold() in {*_MISSING, "na"}:
            missing.append(value)
        else:
            missed.append(value)
    _warn_of_missing(missing, column)
    return missed


def _match_names(
    values: Iterable[Any], column: str, found: dict[Any, Spans], facts: Dataset
) -> list[Any]:
    """Find names, and codes of ISO 3166; return the values that are none."""
    missing, namibia, others = list[str](), list[str](), list[str]()
    given = list(values)
    for text in (value for value in given if isinstance(value, str)):
        word = text.strip().casefold()
        kind = missing if word in _MISSING else namibia if word == "na" else others
        kind.append(text)
    in_any_case = _are_codes(others, facts)
    missed = _numbers_in_doubt(others, facts)
    in_doubt = frozenset(missed)
    for text in others:
        ids = states_named(text.upper() if in_any_case else text, facts)
        if text not in in_doubt and len(ids) == 1:
            found[text] = always(ids[0])
        elif text not in in_doubt:
            missed.append(text)
    spans = spans_of("NA", "iso2", facts)
    if spans and any(_is_code(each, 2, facts, in_any_case=in_any_case) for each in others):
        found.update(dict.fromkeys(namibia, spans))
        _warn_of_namibia(namibia, column)
    elif others or namibia != ["NA"]:
        missing += namibia
    else:
        missed += namibia
    _warn_of_missing(missing, column)
    return missed + [value for value in given if not isinstance(value, str)]


def _is_code(text: str, letters: int, facts: Dataset, *, in_any_case: bool = False) -> bool:
    """Return whether a text is an ISO 3166 code of so many letters."""
    code = text.strip().upper() if in_any_case else text.strip()
    known = ids_by_code(facts)
    return len(code) == letters and code.isalpha() and code in known


def _are_codes(texts: Sequence[str], facts: Dataset) -> bool:
    """Return whether several texts are codes of equal length, if case does not matter."""
    return len({each.strip().upper() for each in texts}) > 1 and any(
        all(_is_code(each, letters, facts, in_any_case=True) for each in texts)
        for letters in (2, 3)
    )


def _numbers_in_doubt(texts: Iterable[str], facts: Dataset) -> list[str]:
    """Return the numbers of a column, if they are codes of M49 and of another system."""
    numbers = [each for each in texts if each.strip().isdecimal()]
    if any(each.strip().startswith("0") for each in numbers):
        return []  # only M49 writes 004
    return numbers if {"cow", "gw"} & {*fitting(numbers, facts)} else []


def _warn_of_missing(values: Sequence[str], column: str) -> None:
    if values:
        read = f"{_shown(values)} read as missing: the answers are null"
        namibia = any(each.strip() == "NA" for each in values)
        _warn(column, f"{read}; for Namibia write NAM" if namibia else read)


def _warn_of_namibia(values: Sequence[str], column: str) -> None:
    if values:
        _warn(
            column,
            f"{_shown(values)} read as Namibia, because other values are codes of two letters;"
            " if it is a missing value, make it null, or give names={'NA': None}",
        )


def _shown(values: Sequence[str]) -> str:
    named = ", ".join(map(short_repr, sorted(values)))
    return f"{named} {'is' if len(values) == 1 else 'are'}"


def _warn(column: str, message: str) -> None:
    warnings.warn(
        f"in the column {short_repr(column)} {message}",
        UnmatchedWarning,
        stacklevel=caller_stack_level(),
    )


# -- values that are not states ------------------------------------------------------------------


def _report(
    missed: list[Any],
    values: Iterable[Any],
    column: str,
    asked: Matching,
    found: dict[Any, Spans],
    facts: Dataset,
) -> None:
    """Raise, or warn; suggestions are sought for the values that the message has, no others."""
    others = {value: spans[-1][2] for value, spans in found.items()}
    first = sorted(missed, key=plain_text)[:_MOST_NAMED]
    lines = [_miss(each, asked.system, others, facts) for each in first]
    if len(missed) > _MOST_NAMED:
        lines.append(f"and {len(missed) - _MOST_NAMED} more")
    kinds = count(len(missed), "value", "is not a state", "are not states")
    listed = "".join(f"\n  {line}" for line in lines)
    message = f"{kinds}:{listed}{_other_system(missed, values, asked.system, facts)}"
    if asked.unmatched == "null":
        _warn(column, f"{message}\ntheir answers are null")
        return
    of_text = asked.system or any(isinstance(each, str) for each in missed)
    error = UnknownStateError if of_text else WrongTypeError
    raise error(
        f"in the column {short_repr(column)} {message}\nsay what they are with"
        f' names={{{short_repr(first[0])}: ...}}, or leave them empty with unmatched="null"'
    )


def _miss(value: Any, system: str | None, others: dict[Any, str], facts: Dataset) -> str:
    """Return why a value is not a state."""
    if system:
        return no_code(value, system, facts)
    if not isinstance(value, str):
        return f"{short_repr(value)} ({type(value).__name__}) is not text"
    ids = states_named(value, facts)
    if len(ids) != 1:
        miss = unresolved(ids, value, "state", facts)
        return with_the_rest(miss, others) if isinstance(miss, AmbiguousNameError) else str(miss)
    if value == "NA":
        return "'NA' may be Namibia or a missing value; write NAM, or make it null"
    meant = {each: spans_of(value, each, facts) for each in NUMERIC}
    known = ", ".join(f"{spans[-1][2]} of {each!r}" for each, spans in meant.items() if spans)
    return f"{shown(value)} is a code in several systems: {known}; say which"


def _other_system(
    missed: Sequence[Any], values: Iterable[Any], system: str | None, facts: Dataset
) -> str:
    """Return a hint at the systems that the codes of a column look like; "" for none."""
    if not system and any(not isinstance(each, str) for each in missed):
        return (
            "\nstates are given by code or name, as text, or by the numbers of a system:"
            " system='m49', 'cow' or 'gw'"
        )
    kind = [each for each in values if system or _looks_like_code(each)]
    of_kind = frozenset(kind)
    refused = [each for each in missed if each in of_kind]
    fits = [each for each in fitting(kind, facts, _MOST_FIT) if each != system] if refused else []
    if fits and "m49" not in fits:  # of numbers in doubt each line has the systems
        listed = " or ".join(f"system={each!r}" for each in fits)
        shared = "; a code that ISO 3166 has, too, may mean another state there"
        return f"\nthe codes look like those of {listed}{'' if system else shared}"
    if not fits and system is None and 2 * len(refused) > len(kind) > 1:
        return "\nmost codes of the column are not in ISO 3166: they look like another system"
    return ""


def _looks_like_code(text: str) -> bool:
    code = text.strip()
    letters = len(code) == _LETTERS and code.isalpha() and code.isupper()
    return code.isascii() and (letters or code.isdecimal())
