"""The wheel: facts without the white space that people read them by, well compressed."""

import json
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = Path("src/migrationgov")


class SmallWheel(BuildHookInterface[Any]):
    """Write each JSON file of the package on one line, in the wheel alone; compress it again."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Replace the files of the package by compact copies, unless it is installed in place."""
        if version == "editable":
            return
        self.copies = tempfile.TemporaryDirectory()
        package = Path(self.root) / PACKAGE
        for path in sorted(package.rglob("*.json")):
            place = path.relative_to(package.parent)
            copy = Path(self.copies.name) / place
            copy.parent.mkdir(parents=True, exist_ok=True)
            facts = json.loads(path.read_text("utf-8"))
            copy.write_text(
                json.dumps(facts, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8"
            )
            build_data["force_include"][str(copy)] = place.as_posix()

    def finalize(self, version: str, _build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the copies, and write the wheel again as small as its form allows."""
        if version == "editable":
            return
        self.copies.cleanup()
        wheel = Path(artifact_path)
        smaller = wheel.with_suffix(".smaller")
        with zipfile.ZipFile(wheel) as files, zipfile.ZipFile(smaller, "w") as made:
            for each in files.infolist():
                made.writestr(each, files.read(each), zipfile.ZIP_DEFLATED, compresslevel=9)
        smaller.replace(wheel)
