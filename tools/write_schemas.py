"""Write the JSON Schema of every data file into the package, as the classes have them.

Run it after a change of a class: ``python tools/write_schemas.py``.
"""

from __future__ import annotations

import json
from pathlib import Path

import migrationgov
from migrationgov.datasets.json_schema import NAMES, json_schema

FOLDER = Path(migrationgov.__file__).parent / "schemas"


def written(name: str) -> str:
    """Return the text of a schema file."""
    return json.dumps(json_schema(name), ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(exist_ok=True)
    for name in NAMES:
        (FOLDER / f"{name}.json").write_text(written(name), encoding="utf-8")


if __name__ == "__main__":
    main()
