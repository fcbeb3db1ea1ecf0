"""Which state each distinct value of a column means. A name is never guessed."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import get_args

from migrationgov.errors import (
    AmbiguousNameError,
    UnknownStateError,
    UnmatchedWarning,
    WrongTypeError,
    check_word,
    short_repr,
)
from migrationgov.lookup.day_ranges import caller_stack_level
from migrationgov.lookup.name_resolution import state_id
from migrationgov.lookup.unresolved_names import with_the_rest
from migrationgov.model.dataset import Dataset
from migrationgov.typing import Unmatched

_MOST_NAMED = 20


def match_states(
    values: Iterable[object], column: str, unmatched: str, facts: Dataset
) -> dict[str, str]:
    """
    Return the id of the state that each distinct value of a column means.

    With *unmatched* "null", values that are not states are left out, with one warning.
    """
    check_word("unmatched", unmatched, get_args(Unmatched))
    missed: list[UnknownStateError | AmbiguousNameError] = []
    found: dict[str, str] = {}
    for value in values:
        if not isinstance(value, str):
            raise WrongTypeError(
                f"in the column {short_repr(column)} {short_repr(value)} ({type(value).__name__})"
                " is not text; states are given by code or name, a UN M49 code as three digits"
                " ('398')"
            )
        try:
            found[value] = state_id(value, facts)
        except (UnknownStateError, AmbiguousNameError) as miss:
            missed.append(miss)
    if missed:
        _report(sorted(_message(miss, found) for miss in missed), column, unmatched)
    return found


def _message(miss: UnknownStateError | AmbiguousNameError, found: dict[str, str]) -> str:
    if isinstance(miss, AmbiguousNameError):
        return with_the_rest(miss, found)
    return str(miss)


def _report(missed: list[str], column: str, unmatched: str) -> None:
    more = [f"and {len(missed) - _MOST_NAMED} more"] if len(missed) > _MOST_NAMED else []
    listed = "".join(f"\n  {line}" for line in [*missed[:_MOST_NAMED], *more])
    kinds = (
        "1 value is not a state" if len(missed) == 1 else f"{len(missed)} values are not states"
    )
    message = f"in the column {short_repr(column)} {kinds}:{listed}"
    if unmatched == "raise":
        raise UnknownStateError(f'{message}\nor leave them empty with unmatched="null"')
    warnings.warn(
        f"{message}\ntheir answers are null", UnmatchedWarning, stacklevel=caller_stack_level()
    )
