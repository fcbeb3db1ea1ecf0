"""The content of each data file as records, for validation, merge, filter and diff."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from migrationgov.model.dataset import Dataset
from migrationgov.model.part_store import MemoryStore
from migrationgov.model.register import Register
from migrationgov.model.register_file import RegisterFile

#: The files with one list of records, sorted by id.
LISTS = ("states", "organizations", "treaties", "resolutions", "sources")
#: The folders whose files have one record each, with the lists of its facts.
FOLDERS = ("memberships", "processes", "histories", "counts")

#: The parts whose files are not JSON.
_ENDINGS = {"states": "csv"}


class Parts(Protocol):
    """Anything that returns the parts of a dataset by their names: a dataset or a filter."""

    def part(self, name: str) -> Any:
        """Return a part by its name."""
        ...

    def ids(self, folder: str) -> tuple[str, ...]:
        """Return the ids in a folder."""
        ...


def parts_of(dataset: Parts) -> dict[str, Any]:
    """Return each part by its name ("states", "memberships/iom"), registers as `RegisterFile`."""
    names = [f"{folder}/{each}" for folder in FOLDERS for each in dataset.ids(folder)]
    return {name: as_file(dataset.part(name)) for name in ("manifest", *LISTS, *names)}


def file_name(part: str) -> str:
    """Return the name of the file of a part, for messages."""
    return f"{part}.{_ENDINGS.get(part, 'json')}"


def dataset_of(parts: Mapping[str, Any]) -> Dataset:
    """Return a dataset made of parts, as `parts_of` returns them."""
    return Dataset(MemoryStore({name: as_part(content) for name, content in parts.items()}))


def as_file(part: Any) -> Any:
    """Return a part as its file has it: for a register, a `RegisterFile`."""
    return RegisterFile.of(part) if isinstance(part, Register) else part


def as_part(content: Any) -> Any:
    """Return the content of a file as a dataset has it."""
    return content.register() if isinstance(content, RegisterFile) else content
