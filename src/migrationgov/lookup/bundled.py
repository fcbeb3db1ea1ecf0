"""The bundled dataset: the facts that are part of the library."""

from __future__ import annotations

import os

from migrationgov.lookup.build import build_part
from migrationgov.model.dataset import Dataset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.resources.abc import Traversable
    from typing import Any, BinaryIO

    __loader__: Any

# Python itself imports `os.path`; pathlib and importlib.resources cost up to three starts.
DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")


#: The files that were read from an archive, which is slow to read from.
_from_archive: dict[str, bytes] = {}


def _open(name: str) -> BinaryIO:
    """Open a file of the facts, also where the package is in a zip archive."""
    path = os.path.join(DATA, name)
    if os.path.isdir(DATA):
        return open(path, "rb")
    from io import BytesIO  # noqa: PLC0415 -- in an archive only

    if path not in _from_archive:
        _from_archive[path] = __loader__.get_data(path)
    return BytesIO(_from_archive[path])


def _text(name: str) -> str:
    with _open(name) as file:
        return file.read().decode()


def _packed(part: str) -> bytes:
    """Return the text of a part from the file that a wheel has in place of a folder."""
    folder, _, name = part.partition("/")
    with _open(f"{folder}.jsonl") as file:
        start, length = _json(file.readline())[name]
        file.seek(start, os.SEEK_CUR)
        return file.read(length)


def _is_folder(folder: str) -> bool:
    """Return whether each part of a folder is a file: in the source, and in an archive of it."""
    if os.path.isdir(DATA):
        return os.path.isdir(os.path.join(DATA, folder))
    return not _there().joinpath(f"{folder}.jsonl").is_file()


def _names_within(folder: str) -> list[str]:
    return [each.name for each in _there().joinpath(folder).iterdir()]


def _there() -> Traversable:
    from importlib.resources import files  # noqa: PLC0415 -- in an archive only

    return files("migrationgov") / "data"


def _json(text: str | bytes) -> Any:
    import json  # noqa: PLC0415 -- nothing else at import needs it

    return json.loads(text)


def _rows(columns: dict[str, list[Any]]) -> list[dict[str, Any]]:
    """Return the records of a table that a wheel has in columns."""
    values = zip(*columns.values(), strict=True)
    named = (zip(columns, each, strict=True) for each in values)
    return [{name: cell for name, cell in row if cell is not None} for row in named]


class BundledStore:
    """
    The store that reads the parts of the bundled dataset from the folder of the package.

    In a wheel, the parts of a folder are in one file, and the sources in columns, as
    `tools/packed_facts.py` writes them.
    """

    __slots__ = ()

    def read(self, part: str) -> Any:
        """Return a part, built from its file."""
        if part == "states":
            from migrationgov.model.state_tables import (  # noqa: PLC0415 -- for states only
                TABLES,
                state_rows,
            )

            return build_part(part, {"states": state_rows({each: _text(each) for each in TABLES})})
        return build_part(part, self.raw(part))

    def raw(self, part: str) -> Any:
        """Return the JSON value of a part; of the states the rows of states.csv."""
        if part == "states":
            from migrationgov.model.state_tables import table_rows  # noqa: PLC0415 -- states only

            return [row for _, row in table_rows("states.csv", _text("states.csv"))]
        folder = os.path.dirname(part)
        value = _json(_text(f"{part}.json") if _is_folder(folder) else _packed(part))
        if part == "sources" and type(value[part]) is dict:
            value[part] = _rows(value[part])
        return value

    def ids(self, folder: str) -> tuple[str, ...]:
        """Return the ids of the parts in a folder, sorted."""
        if not _is_folder(folder):
            with _open(f"{folder}.jsonl") as file:
                return tuple(_json(file.readline()))
        path = os.path.join(DATA, folder)
        is_archive = not os.path.isdir(path)
        names = _names_within(folder) if is_archive else os.listdir(path)
        ids = [name.removesuffix(".json") for name in names if name.endswith(".json")]
        return tuple(sorted(ids))

    def reduced(self) -> tuple[Callable[[], Dataset], tuple[()]]:
        """Return how to unpickle the bundled dataset: without its parts."""
        return bundled_dataset, ()


_BUNDLED = Dataset(BundledStore())


def bundled_dataset() -> Dataset:
    """Return the bundled dataset, whatever dataset is active."""
    return _BUNDLED
