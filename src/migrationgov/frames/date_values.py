"""What a user's column of dates holds, and the date that each of its distinct values means."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import MAXYEAR, MINYEAR
from math import isnan
from typing import Any, get_args

from migrationgov.dates.partial_date import PartialDate, as_date
from migrationgov.errors import (
    InvalidDateError,
    UnknownStateError,
    UnmatchedWarning,
    check_word,
    short_repr,
)
from migrationgov.frames.backends.detect import UserTable
from migrationgov.frames.backends.table import Dates, Table
from migrationgov.frames.state_matching import Matching, match_states
from migrationgov.lookup.day_ranges import caller_stack_level
from migrationgov.model.dataset import Dataset
from migrationgov.typing import Unmatched
from migrationgov.words import count

_MOST_NAMED = 5


def dates_of(
    user_table: UserTable, column: str, invalid_dates: str
) -> tuple[Dates, dict[Any, PartialDate]]:
    """
    Return what a column holds; and, if these are values of any kind, the date of each.

    With *invalid_dates* "null", values that are not dates are left out, with one warning.
    """
    check_word("invalid_dates", invalid_dates, get_args(Unmatched))
    dates, table = user_table.dates_in(column), user_table.table
    if dates is Dates.YEARS and not _are_years(table.bounds(column) or ()):
        dates = Dates.VALUES
    if dates is not Dates.VALUES:
        return dates, {}
    values = table.distinct(column)
    # most engines give numbers as text
    numbers = map(_number, values) if user_table.holds_numbers(column) else values
    found, refused = _read(zip(values, numbers, strict=True))
    if refused:
        _report(refused, column, invalid_dates)
    return dates, found


def _are_years(numbers: Iterable[int]) -> bool:
    return all(MINYEAR <= number <= MAXYEAR for number in numbers)


def _number(value: Any) -> Any:
    """Return a number; a whole one keeps all its digits."""
    text = str(value)
    return int(text) if text.removeprefix("-").isdecimal() else float(text)


def _read(
    values: Iterable[tuple[Any, Any]],
) -> tuple[dict[Any, PartialDate], list[InvalidDateError]]:
    found: dict[Any, PartialDate] = {}
    refused = []
    for value, meant in values:
        if isinstance(meant, float) and isnan(meant):
            continue
        try:
            found[value] = as_date(meant)
        except InvalidDateError as refusal:
            refused.append(refusal)
    return found, refused


def _report(refused: list[InvalidDateError], column: str, invalid_dates: str) -> None:
    reasons = sorted(each.reason for each in refused)
    parts = reasons[:_MOST_NAMED]
    if len(reasons) > _MOST_NAMED:
        parts.append(f"and {len(reasons) - _MOST_NAMED} more")
    # the longest way to say how dates are written has the others
    parts += filter(None, [max((each.accepted for each in refused), key=len)])
    kinds = count(len(refused), "value", "is not a date", "are not dates")
    message = f"in the column {short_repr(column)} {kinds}: {'; '.join(parts)}"
    if invalid_dates == "raise":
        raise InvalidDateError(f'{message}; or leave them empty with invalid_dates="null"')
    warnings.warn(
        f"{message}; their answers are null", UnmatchedWarning, stacklevel=caller_stack_level()
    )


@contextmanager
def states_refused_too(
    table: Table, states: tuple[str, ...], asked: Matching, facts: Dataset
) -> Iterator[None]:
    """Add what is wrong with columns of states to the refusal of dates: all problems at once."""
    try:
        yield
    except InvalidDateError as refusal:
        refused = [refusal.reason]
        for each in states:
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")  # nothing is answered, so nothing is missing
                    match_states(table.distinct(each), each, asked, facts)
            except UnknownStateError as other:
                refused.append(str(other))
        raise InvalidDateError("\n".join(refused), refusal.accepted) from None
