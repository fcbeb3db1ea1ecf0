"""Stores, which read the parts of a dataset, and the base class that loads each part once."""

from __future__ import annotations

from _thread import RLock  # what functools uses too; `threading` costs a third of a bare start

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, Protocol, Self, TypeVar

    Value = TypeVar("Value")

    class Store(Protocol):
        """What reads the parts of a dataset."""

        def read(self, part: str) -> Any:
            """Return a part: a tuple of records, a `Register`, a process or the `Manifest`."""
            ...

        def ids(self, folder: str) -> tuple[str, ...]:
            """Return the ids in a folder ("memberships", "processes", ...), sorted."""
            ...


class MemoryStore:
    """A store of parts that are in memory."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Mapping[str, Any]) -> None:
        self._parts = dict(parts)

    def read(self, part: str) -> Any:
        """Return a part; an empty tuple if there is no such part."""
        return self._parts.get(part, ())

    def ids(self, folder: str) -> tuple[str, ...]:
        """Return the ids in a folder, sorted."""
        start = f"{folder}/"
        return tuple(sorted(p.removeprefix(start) for p in self._parts if p.startswith(start)))


class LazyParts:
    """The parts of a store, each loaded at its first use, by any number of threads."""

    __slots__ = ("_kept", "_lock", "_parts", "_store")

    def __init__(self, store: Store) -> None:
        self._store = store
        self._parts: dict[str, Any] = {}
        self._kept: dict[object, Any] = {}
        self._lock = RLock()

    @property
    def whole(self) -> Self | None:
        """The dataset that this one was filtered from by source; else None. See `as_known_on`."""
        return getattr(self._store, "whole", None)

    def store_of(self, kind: type[Value]) -> Value | None:
        """Return the store of its parts if it is of a kind; else None."""
        return self._store if isinstance(self._store, kind) else None

    def part(self, name: str) -> Any:
        """Return a part by its name ("states", "memberships/iom", ...)."""
        found = self._parts.get(name)
        if found is not None:
            return found
        with self._lock:  # a thread that waited here finds it loaded
            known = self._parts
            return known[name] if name in known else known.setdefault(name, self._store.read(name))

    def made(self, key: object) -> Any:
        """Return the value that `derived` has for a key already; else None."""
        return self._kept.get(key)

    def derived(self, key: object, make: Callable[[Self], Value]) -> Value:
        """Return the result of *make* for this dataset, which is computed once for each *key*."""
        found: Value | None = self._kept.get(key)
        if found is not None:
            return found
        with self._lock:  # a thread that waited here finds it made
            known = self._kept
            made: Value = known[key] if key in known else known.setdefault(key, make(self))
            return made

    def ids(self, folder: str) -> tuple[Any, ...]:
        """Return the ids in a folder ("memberships", "processes", ...), sorted."""
        return self.derived(("ids", folder), lambda _: self._store.ids(folder))
