"""The wheel: facts without the white space that people read them by, well compressed."""

import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any
from unittest.mock import patch

import zopfli.zlib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.append(str(Path(__file__).parent / "tools"))
from packed_facts import packed

PACKAGE = Path("src/migrationgov")


class Smallest:
    """What `zipfile` takes for a compressor; it writes the smallest deflate, in ten seconds."""

    def __init__(self, *_: Any) -> None:
        self._content = b""

    def compress(self, part: bytes) -> bytes:
        """Keep a part of a file, as the whole of it is compressed at the end."""
        self._content += part
        return b""

    def flush(self) -> bytes:
        """Return the compressed file, without the head and the sum that zlib puts around it."""
        return zopfli.zlib.compress(self._content, numiterations=5)[2:-4]


class SmallWheel(BuildHookInterface[Any]):
    """Write the facts in the form of `tools/packed_facts.py`; compress the wheel again."""

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

    def finalize(self, version: str, _build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the copies, and write the wheel again as small as its form allows."""
        if version == "editable":
            return
        self.copies.cleanup()
        wheel = Path(artifact_path)
        smaller = wheel.with_suffix(".smaller")
        with (
            zipfile.ZipFile(wheel) as files,
            zipfile.ZipFile(smaller, "w") as made,
            patch.object(zipfile, "_get_compressor", Smallest),  # it takes one in no other way
        ):
            for each in files.infolist():
                made.writestr(each, files.read(each), zipfile.ZIP_DEFLATED)
        smaller.replace(wheel)
