"""The id of what a question about a date names, and the hint where the two are swapped."""

from __future__ import annotations

from migrationgov.dates.partial_date import is_date
from migrationgov.errors import UnknownRecordError, WrongTypeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from migrationgov.model.dataset import Dataset

    Id = TypeVar("Id", bound=str)


def id_of(find: Callable[[Any, Dataset], Id], name: Any, on: object, facts: Dataset) -> Id:
    """
    Return the id of the party or institution of a question about a date.

    If a date is given in place of the name, and a name or a record in place of the date, the error
    asks whether they are swapped.
    """
    try:
        return find(name, facts)
    except (UnknownRecordError, WrongTypeError) as miss:
        if is_date(name) and _is_named(on, facts):
            miss.args = (f"{miss}; did you swap the arguments?", *miss.args[1:])
        raise


def _is_named(given: object, facts: Dataset) -> bool:
    """Return whether what was given as a date is the name of a record, or a record."""
    from migrationgov.lookup.unresolved_names import kind_of  # noqa: PLC0415 -- for errors

    name = getattr(given, "id", given)
    return isinstance(name, str) and bool(kind_of(name, facts))
