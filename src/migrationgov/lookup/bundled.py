"""The bundled dataset: the facts that are part of the library."""

from __future__ import annotations

import os

from migrationgov.lookup.build import build_part
from migrationgov.model.dataset import Dataset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

# Python itself imports `os.path`; pathlib and importlib.resources cost up to three starts.
DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")


def _text(name: str) -> str:
    with open(os.path.join(DATA, name), encoding="utf-8", newline="") as file:
        return file.read()


def _packed(part: str) -> bytes:
    """Return the text of a part from the file that a wheel has in place of a folder."""
    folder, _, name = part.partition("/")
    with open(os.path.join(DATA, f"{folder}.jsonl"), "rb") as file:
        start, length = _json(file.readline())[name]
        file.seek(start, os.SEEK_CUR)
        return file.read(length)


def _json(text: str | bytes) -> Any:
    import json  # noqa: PLC0415 -- nothing else at import needs it

    return json.loads(text)


class BundledStore:
    """
    The store that reads the parts of the bundled dataset from the folder of the package.

    In a wheel, the parts of a folder are in one file, as `tools/packed_facts.py` writes it.
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
        folder = os.path.join(DATA, os.path.dirname(part))
        return _json(_text(f"{part}.json") if os.path.isdir(folder) else _packed(part))

    def ids(self, folder: str) -> tuple[str, ...]:
        """Return the ids of the parts in a folder, sorted."""
        path = os.path.join(DATA, folder)
        if os.path.isdir(path):
            names = [name for name in os.listdir(path) if name.endswith(".json")]
            return tuple(sorted(name.removesuffix(".json") for name in names))
        with open(f"{path}.jsonl", "rb") as file:
            return tuple(_json(file.readline()))

    def reduced(self) -> tuple[Callable[[], Dataset], tuple[()]]:
        """Return how to unpickle the bundled dataset: without its parts."""
        return bundled_dataset, ()


_BUNDLED = Dataset(BundledStore())


def bundled_dataset() -> Dataset:
    """Return the bundled dataset, whatever dataset is active."""
    return _BUNDLED
