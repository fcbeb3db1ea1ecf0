"""The wheel: facts without the white space that people read them by."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.append(str(Path(__file__).parent / "tools"))
from packed_facts import packed

PACKAGE = Path("src/migrationgov")


class SmallWheel(BuildHookInterface[Any]):
    """Write the facts in the form of `tools/packed_facts.py`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Replace the JSON files by compact ones, unless the package is installed in place."""
        if version == "editable":
            return
        self.copies = tempfile.TemporaryDirectory()
        for place, content in packed(Path(self.root) / PACKAGE):
            copy = Path(self.copies.name) / place
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(content)
            build_data["force_include"][str(copy)] = (PACKAGE.name / place).as_posix()

    def finalize(self, version: str, _build_data: dict[str, Any], _artifact_path: str) -> None:
        """Remove the copies."""
        if version != "editable":
            self.copies.cleanup()
