"""Values that are written once: other values give their place."""

from __future__ import annotations

import json
from typing import Any


class Pool:
    """Values in the order in which they are met, each once."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self.values: list[Any] = []

    def place(self, value: Any) -> int:
        """Return the place of a plain value."""
        found = self._places.setdefault(json.dumps(value, sort_keys=True), len(self.values))
        if found == len(self.values):
            self.values.append(value)
        return found


def trimmed(row: list[Any]) -> list[Any]:
    """Return a row without empty values at its end."""
    while row and not row[-1]:
        row.pop()
    return row
