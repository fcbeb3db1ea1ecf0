"""The facts that come with the library."""

from __future__ import annotations

import os

from migrationgov.lookup.build import build_part
from migrationgov.model.dataset import Dataset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

# `os.path` is there before any import; pathlib and importlib.resources cost up to three starts.
DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")


def _text(name: str) -> str:
    with open(os.path.join(DATA, name), encoding="utf-8", newline="") as file:
        return file.read()


class BundledStore:
    """Reads the parts of the bundled dataset from the package's own folder."""

    __slots__ = ()

    def read(self, part: str) -> Any:
        """Return a part, built from its file."""
        if part == "states":
            from migrationgov.model.state_tables import (  # noqa: PLC0415 -- for states only
                TABLES,
                state_rows,
            )

            return build_part(part, {"states": state_rows({each: _text(each) for each in TABLES})})
        import json  # noqa: PLC0415 -- nothing else at import needs it

        return build_part(part, json.loads(_text(f"{part}.json")))

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


def bundled_dataset() -> Dataset:
    """Return the facts that come with the library, whatever is in use."""
    return _BUNDLED
