"""The facts that come with the library."""

from __future__ import annotations

import os
from contextvars import ContextVar

from migrationgov.errors import WrongTypeError, short_repr
from migrationgov.lookup.build import build_part
from migrationgov.model.dataset import Dataset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from contextvars import Token
    from typing import Any

# `os.path` is there before any import; pathlib and importlib.resources cost up to three starts.
DATA = os.path.join(os.path.dirname(__file__), "data")


class BundledStore:
    """Reads the parts of the bundled dataset from the package's own folder."""

    __slots__ = ()

    def read(self, part: str) -> Any:
        """Return a part, built from its file."""
        import json  # noqa: PLC0415 -- nothing else at import needs it

        with open(os.path.join(DATA, f"{part}.json"), encoding="utf-8") as file:
            return build_part(part, json.load(file))

    def ids(self, folder: str) -> tuple[str, ...]:
        """Return the ids of the files in a folder, sorted."""
        names = os.listdir(os.path.join(DATA, folder))
        return tuple(
            sorted(name.removesuffix(".json") for name in names if name.endswith(".json"))
        )

    def reduced(self) -> tuple[Callable[[], Dataset], tuple[()]]:
        """Pickle the bundled dataset as what it is: the one that comes with the library."""
        return bundled_dataset, ()


_BUNDLED = Dataset(BundledStore())


#: The dataset in use in this thread or task; see `use`.
_IN_USE: ContextVar[Dataset] = ContextVar("dataset in use", default=_BUNDLED)


def dataset() -> Dataset:
    """
    Return the facts that queries ask: those that come with the library, or those of `use`.

    Every query asks them unless it is given others with ``dataset=``.

    >>> dataset().manifest.licence
    'CC0-1.0'
    """
    return _IN_USE.get()


def bundled_dataset() -> Dataset:
    """Return the facts that come with the library, whatever is in use."""
    return _BUNDLED


class use:  # noqa: N801 -- reads as a statement: `with mg.using(facts):`
    """
    Let every query in a block ask another dataset.

    The other dataset is asked in this thread and this task only: other threads, and tasks that
    were started before, go on as they were. Blocks may stand in each other.

    Args:
        dataset: The dataset.

    Raises:
        WrongTypeError: If something else is given.

    >>> from migrationgov import dataset, is_member
    >>> press = mg.restricted_to(dataset(), kinds=["press"])
    >>> with use(press):
    ...     is_member("JPN", "2003")
    <Answer.UNKNOWN: 'unknown'>
    """

    __slots__ = ("_facts", "_tokens")

    def __init__(self, dataset: Dataset) -> None:
        if dataset is None:
            raise WrongTypeError("use(...) takes a Dataset, not None")
        self._facts = resolve_dataset(dataset)
        self._tokens: list[Token[Dataset]] = []

    def __enter__(self) -> Dataset:
        self._tokens.append(_IN_USE.set(self._facts))
        return self._facts

    def __exit__(self, *_: object) -> None:
        _IN_USE.reset(self._tokens.pop())


def resolve_dataset(given: Dataset | None) -> Dataset:
    """Return the dataset a query was given, or the bundled one."""
    if given is None:
        return _IN_USE.get()
    if isinstance(given, Dataset):
        return given
    raise WrongTypeError(f"dataset= takes a Dataset, not {short_repr(given)}")
