"""Which state each distinct value of a column means. Never guess: what nobody goes by is told."""

from __future__ import annotations

import warnings
from collections.abc import Iterable

from migrationgov.errors import (
    AmbiguousNameError,
    UnknownStateError,
    UnknownTermError,
    UnmatchedWarning,
    WrongTypeError,
    shown,
)
from migrationgov.lookup.day_ranges import caller_stack_level
from migrationgov.lookup.name_resolution import state_id
from migrationgov.model.dataset import Dataset

_MOST_SHOWN = 20


def states_of(
    values: Iterable[object], column: str, unmatched: str, facts: Dataset
) -> dict[str, str]:
    """
    Return the id of the state that each value means.

    Args:
        values: The distinct values of a column, nulls left out.
        column: Name of the column, for the message.
        unmatched: "raise", or "null" to leave out what is no state, with one warning.
        facts: The dataset.

    Raises:
        UnknownStateError: If some are no state, or may be several; each is listed once.
        WrongTypeError: If some are no text.
    """
    if unmatched not in ("raise", "null"):
        raise UnknownTermError(
            f"unmatched is {short_repr(unmatched)}; it may be 'raise' or 'null'"
        )
    missed: list[str] = []
    found: dict[str, str] = {}
    for value in values:
        if not isinstance(value, str):
            raise WrongTypeError(
                f"in the column {short_repr(column)} {short_repr(value)} ({type(value).__name__}) is no"
                " text; states are given by code or name, a UN M49 code as three digits ('398')"
            )
        try:
            found[value] = state_id(value, facts)
        except (UnknownStateError, AmbiguousNameError) as miss:
            missed.append(str(miss))
    if missed:
        _tell(missed, column, unmatched)
    return found


def _tell(missed: list[str], column: str, unmatched: str) -> None:
    missed.sort()
    more = [f"and {len(missed) - _MOST_SHOWN} more"] if len(missed) > _MOST_SHOWN else []
    listed = "".join(f"\n  {line}" for line in [*missed[:_MOST_SHOWN], *more])
    kinds = "1 value is" if len(missed) == 1 else f"{len(missed)} values are"
    said = f"in the column {short_repr(column)} {kinds} no state:{listed}"
    if unmatched == "raise":
        raise UnknownStateError(f'{said}\nor leave them empty with unmatched="null"')
    warnings.warn(
        f"{said}\ntheir answers are null", UnmatchedWarning, stacklevel=caller_stack_level()
    )
