"""Where the parts of a dataset come from, and how each is loaded once."""

from __future__ import annotations

from _thread import RLock  # what functools uses too; `threading` costs a third of a bare start

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, Protocol, Self, TypeVar

    Value = TypeVar("Value")

    class Store(Protocol):
        """Where the parts of a dataset come from."""

        def read(self, part: str) -> Any:
            """Return a part: a tuple of records, a `Register`, a process or the `Manifest`."""
            ...

        def ids(self, folder: str) -> tuple[str, ...]:
            """Return the ids in a folder ("memberships", "processes", ...), sorted."""
            ...


class MemoryStore:
    """A store whose parts are already there."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Mapping[str, Any]) -> None:
        self._parts = dict(parts)

    def read(self, part: str) -> Any:
        """Return a part; an empty one where there is none."""
        return self._parts.get(part, ())

    def ids(self, folder: str) -> tuple[str, ...]:
        """Return the ids in a folder, sorted."""
        start = f"{folder}/"
        return tuple(sorted(p.removeprefix(start) for p in self._parts if p.startswith(start)))


class LazyParts:
    """The parts of a store, each loaded when it is first asked for; any number of threads may."""

    __slots__ = ("_kept", "_lock", "_parts", "_store")

    def __init__(self, store: Store) -> None:
        self._store = store
        self._parts: dict[str, Any] = {}
        self._kept: dict[object, Any] = {}
        self._lock = RLock()

    @property
    def whole(self) -> Self | None:
        """What it was cut out of, if it holds only what some sources tell; see `as_known_on`."""
        return getattr(self._store, "whole", None)

    def part(self, name: str) -> Any:
        """Return a part by its name ("states", "memberships/iom", ...)."""
        return self._part(name)

    def ids(self, folder: str) -> tuple[str, ...]:
        """Return the ids in a folder ("memberships", "processes", ...), sorted."""
        return self._ids(folder)

    def _part(self, name: str) -> Any:
        found = self._parts.get(name)
        if found is not None:
            return found
        with self._lock:  # whoever waited here finds it loaded
            known = self._parts
            return known[name] if name in known else known.setdefault(name, self._store.read(name))

    def made(self, key: object) -> Any:
        """Return what `derived` has made for a key so far; None if nothing yet."""
        return self._kept.get(key)

    def derived(self, key: object, make: Callable[[Self], Value]) -> Value:
        """Return what *make* makes of this dataset, made once per *key*."""
        found: Value | None = self._kept.get(key)
        if found is not None:
            return found
        with self._lock:  # whoever waited here finds it made
            known = self._kept
            made: Value = known[key] if key in known else known.setdefault(key, make(self))
            return made

    def _ids(self, folder: str) -> tuple[Any, ...]:
        return self.derived(("ids", folder), lambda _: self._store.ids(folder))
