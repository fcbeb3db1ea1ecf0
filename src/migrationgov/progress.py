"""
Progress of what takes long: a bar of tqdm, where that is installed.

Nothing is shown for what takes less than two seconds, nor in a program that runs without a
terminal or a notebook. `show` changes this.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from time import monotonic
from typing import TypeVar

from migrationgov.errors import MissingExtraError
from migrationgov.optional_imports import import_optional

Item = TypeVar("Item")

_SECONDS = 2.0  # work that takes less shows nothing, and imports nothing
_WANTED: ContextVar[bool | None] = ContextVar("progress wanted", default=None)


def show(always: bool | None = True) -> None:  # noqa: FBT001, FBT002 -- reads as `show(False)`
    """
    Choose whether work of more than two seconds shows its progress on the standard error stream.

    The choice is for this thread and this task. Without tqdm (``pip install tqdm``) nothing is
    shown; its variable ``TQDM_DISABLE=1`` switches all bars off.

    Args:
        always: True for always, also in a program whose output goes to a file; False for never;
            None for the usual rule: in a terminal and in a notebook.

    >>> show(False)
    >>> show(None)
    """
    _WANTED.set(always)


def watched(items: Iterable[Item], what: str, total: int | None = None) -> Iterator[Item]:
    """Return the items one by one, with a bar once they take long; *total* is their number."""
    return _with_bar(iter(items), what, total) if _is_wanted() else iter(items)


def _is_wanted() -> bool:
    wanted = _WANTED.get()
    if wanted is not None:
        return wanted
    in_terminal = sys.stderr is not None and sys.stderr.isatty()
    return in_terminal or "ipykernel" in sys.modules


def _with_bar(items: Iterator[Item], what: str, total: int | None) -> Iterator[Item]:
    begun = monotonic()
    for done, item in enumerate(items, 1):
        yield item
        if monotonic() - begun > _SECONDS:
            yield from _bar(items, what, total, done)


def _bar(items: Iterator[Item], what: str, total: int | None, done: int) -> Iterable[Item]:
    """Return the rest of the items with a bar; without tqdm as they are."""
    try:
        tqdm = import_optional("tqdm").tqdm
    except MissingExtraError:
        return items
    bar: Iterable[Item] = tqdm(items, desc=what, total=total, initial=done, leave=False)
    return bar
